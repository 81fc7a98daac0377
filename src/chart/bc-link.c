/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-link.h"

struct _BcLink
{
  BcRecord  parent_instance;

  int       from;
  int       to;
  int       value;
};

G_DEFINE_FINAL_TYPE (BcLink, bc_link, BC_TYPE_RECORD)

static const BcField fields[] = {
  BC_FIELD_INT (BcLink, from, "from", 1, G_MAXINT, 1),
  BC_FIELD_INT (BcLink, to, "to", 1, G_MAXINT, 1),
  BC_FIELD_INT (BcLink, value, "value", BC_ANSWER_YES, BC_ANSWER_NO, BC_ANSWER_YES),
};

static void
bc_link_class_init (BcLinkClass *klass)
{
  bc_record_class_set_fields (BC_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
bc_link_init (BcLink *self)
{
  bc_record_start (self);
}

/**
 * bc_link_new:
 *
 * Returns: (transfer full): a link of which nothing is known
 */
BcLink *
bc_link_new (void)
{
  return g_object_new (BC_TYPE_LINK, NULL);
}

/**
 * bc_link_get_from:
 *
 * Returns: the number of the symptom that may bring the other on
 */
int
bc_link_get_from (BcLink *self)
{
  g_return_val_if_fail (BC_IS_LINK (self), 1);

  return self->from;
}

/**
 * bc_link_get_to:
 *
 * Returns: the number of the other symptom
 */
int
bc_link_get_to (BcLink *self)
{
  g_return_val_if_fail (BC_IS_LINK (self), 1);

  return self->to;
}

/**
 * bc_link_get_value:
 *
 * Returns: whether it does
 */
BcAnswerValue
bc_link_get_value (BcLink *self)
{
  g_return_val_if_fail (BC_IS_LINK (self), BC_ANSWER_YES);

  return (BcAnswerValue) self->value;
}
