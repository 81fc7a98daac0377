/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-correction.h"

struct _BcCorrection
{
  BcRecord  parent_instance;

  char     *when;
  char     *who;
  char     *field;
  char     *before;
  char     *after;
};

G_DEFINE_FINAL_TYPE (BcCorrection, bc_correction, BC_TYPE_RECORD)

static const BcField fields[] = {
  BC_FIELD_TEXT (BcCorrection, when, "when"),
  BC_FIELD_TEXT (BcCorrection, who, "who"),
  BC_FIELD_TEXT (BcCorrection, field, "field"),
  BC_FIELD_TEXT (BcCorrection, before, "before"),
  BC_FIELD_TEXT (BcCorrection, after, "after"),
};

static void
bc_correction_class_init (BcCorrectionClass *klass)
{
  bc_record_class_set_fields (BC_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
bc_correction_init (BcCorrection *self)
{
  bc_record_start (self);
}

/**
 * bc_correction_new:
 *
 * Returns: (transfer full): a correction of which nothing is known
 */
BcCorrection *
bc_correction_new (void)
{
  return g_object_new (BC_TYPE_CORRECTION, NULL);
}

/**
 * bc_correction_get_when:
 *
 * Returns: (transfer none): when it was put right, as bc_time_is_valid() has it
 */
const char *
bc_correction_get_when (BcCorrection *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION (self), NULL);

  return self->when;
}

/**
 * bc_correction_get_who:
 *
 * Returns: (transfer none): who put it right
 */
const char *
bc_correction_get_who (BcCorrection *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION (self), NULL);

  return self->who;
}

/**
 * bc_correction_get_field:
 *
 * Returns: (transfer none): what was put right, as bc_visit_dup_field() takes it
 */
const char *
bc_correction_get_field (BcCorrection *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION (self), NULL);

  return self->field;
}

/**
 * bc_correction_get_before:
 *
 * Returns: (transfer none): what was there, "" where nothing was
 */
const char *
bc_correction_get_before (BcCorrection *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION (self), NULL);

  return self->before;
}

/**
 * bc_correction_get_after:
 *
 * Returns: (transfer none): what should be there, "" where it was taken back
 */
const char *
bc_correction_get_after (BcCorrection *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION (self), NULL);

  return self->after;
}
