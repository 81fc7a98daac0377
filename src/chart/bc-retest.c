/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-retest.h"

struct _BcRetest
{
  BcRecord  parent_instance;

  char     *sign;
  char     *result;
};

G_DEFINE_FINAL_TYPE (BcRetest, bc_retest, BC_TYPE_RECORD)

static const BcField fields[] = {
  BC_FIELD_TEXT (BcRetest, sign, "sign"),
  BC_FIELD_TEXT (BcRetest, result, "result"),
};

static void
bc_retest_class_init (BcRetestClass *klass)
{
  bc_record_class_set_fields (BC_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
bc_retest_init (BcRetest *self)
{
  bc_record_start (self);
}

/**
 * bc_retest_new:
 *
 * Returns: (transfer full): a sign to test again, still without words
 */
BcRetest *
bc_retest_new (void)
{
  return g_object_new (BC_TYPE_RETEST, NULL);
}

/**
 * bc_retest_get_sign:
 *
 * Returns: (transfer none): what is tested
 */
const char *
bc_retest_get_sign (BcRetest *self)
{
  g_return_val_if_fail (BC_IS_RETEST (self), NULL);

  return self->sign;
}

/**
 * bc_retest_get_result:
 *
 * Returns: (transfer none): what was found at this visit, "" where it was not tested yet
 */
const char *
bc_retest_get_result (BcRetest *self)
{
  g_return_val_if_fail (BC_IS_RETEST (self), NULL);

  return self->result;
}
