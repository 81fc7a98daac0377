/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a symptom is like: its qualities, intensity, depth and constancy.
 */

#include "bc-symptom-private.h"

/**
 * bc_symptom_get_qualities:
 *
 * Returns: what it feels like, #BcQuality flags; 0 where not given
 */
guint
bc_symptom_get_qualities (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), 0);

  return self->qualities;
}

/**
 * bc_symptom_get_now:
 *
 * Returns: intensity now, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_now (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->now;
}

/**
 * bc_symptom_get_best:
 *
 * Returns: intensity at its best, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_best (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->best;
}

/**
 * bc_symptom_get_worst:
 *
 * Returns: intensity at its worst, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_worst (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->worst;
}

/**
 * bc_symptom_get_depth:
 *
 * Returns: how deep it is felt
 */
BcDepth
bc_symptom_get_depth (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_DEPTH_UNKNOWN);

  return (BcDepth) self->depth;
}

/**
 * bc_symptom_get_constancy:
 *
 * Returns: whether it is always there
 */
BcConstancy
bc_symptom_get_constancy (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_CONSTANCY_UNKNOWN);

  return (BcConstancy) self->constancy;
}
