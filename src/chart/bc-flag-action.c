/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-flag-action.h"

struct _BcFlagAction
{
  BcRecord  parent_instance;

  char     *flag;
  int       action;
  char     *comment;
  char     *when;
  char     *who;
  int       lowered;
};

G_DEFINE_FINAL_TYPE (BcFlagAction, bc_flag_action, BC_TYPE_RECORD)

static const BcField fields[] = {
  BC_FIELD_TEXT (BcFlagAction, flag, "flag"),
  BC_FIELD_INT (BcFlagAction, action, "action", BC_ACTION_REFERRED, BC_ACTION_NOT_APPLICABLE, BC_ACTION_REFERRED),
  BC_FIELD_TEXT (BcFlagAction, comment, "comment"),
  BC_FIELD_TEXT (BcFlagAction, when, "when"),
  BC_FIELD_TEXT (BcFlagAction, who, "who"),
  BC_FIELD_INT (BcFlagAction, lowered, "lowered", FALSE, TRUE, FALSE),
};

static void
bc_flag_action_class_init (BcFlagActionClass *klass)
{
  bc_record_class_set_fields (BC_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
bc_flag_action_init (BcFlagAction *self)
{
  bc_record_start (self);
}

/**
 * bc_flag_action_new:
 * @flag: id of a red-flag rule
 *
 * Returns: (transfer full): a record of what was done about @flag, of which nothing else is known
 */
BcFlagAction *
bc_flag_action_new (const char *flag)
{
  g_return_val_if_fail (flag != NULL && *flag != '\0', NULL);

  return g_object_new (BC_TYPE_FLAG_ACTION, "flag", flag, NULL);
}

/**
 * bc_flag_action_get_flag:
 *
 * Returns: (transfer none): the id of the red-flag rule
 */
const char *
bc_flag_action_get_flag (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), NULL);

  return self->flag;
}

/**
 * bc_flag_action_get_action:
 *
 * Returns: what was done
 */
BcAction
bc_flag_action_get_action (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), BC_ACTION_REFERRED);

  return (BcAction) self->action;
}

/**
 * bc_flag_action_get_comment:
 *
 * Returns: (transfer none): more of it in words, "" where not given
 */
const char *
bc_flag_action_get_comment (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), NULL);

  return self->comment;
}

/**
 * bc_flag_action_get_when:
 *
 * Returns: (transfer none): when it was done, as bc_time_is_valid() has it
 */
const char *
bc_flag_action_get_when (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), NULL);

  return self->when;
}

/**
 * bc_flag_action_get_who:
 *
 * Returns: (transfer none): who did it, "" where not given
 */
const char *
bc_flag_action_get_who (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), NULL);

  return self->who;
}

/**
 * bc_flag_action_get_lowered:
 *
 * Returns: whether the flag was taken as less urgent than its rule says, or set aside
 */
gboolean
bc_flag_action_get_lowered (BcFlagAction *self)
{
  g_return_val_if_fail (BC_IS_FLAG_ACTION (self), FALSE);

  return self->lowered;
}
