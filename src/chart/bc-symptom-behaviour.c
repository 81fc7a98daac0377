/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a symptom behaves: how it began, its course over the day, what makes it worse and better.
 */

#include "bc-symptom-private.h"

/**
 * bc_symptom_get_onset:
 *
 * Returns: (transfer none): when and how it began, in the patient's or clinician's words; "" where not given
 */
const char *
bc_symptom_get_onset (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->onset;
}

/**
 * bc_symptom_get_day_pattern:
 *
 * Returns: (transfer none): how it behaves over 24 hours; "" where not given
 */
const char *
bc_symptom_get_day_pattern (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->day_pattern;
}

/**
 * bc_symptom_get_aggravating:
 *
 * Returns: (transfer none): what makes it worse, in words; "" where not given
 */
const char *
bc_symptom_get_aggravating (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->aggravating;
}

/**
 * bc_symptom_get_easing:
 *
 * Returns: (transfer none): what makes it better, in words; "" where not given
 */
const char *
bc_symptom_get_easing (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->easing;
}

/**
 * bc_symptom_get_onset_kind:
 *
 * Returns: how it began
 */
BcOnset
bc_symptom_get_onset_kind (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_ONSET_UNKNOWN);

  return (BcOnset) self->onset_kind;
}

/**
 * bc_symptom_get_morning:
 *
 * Returns: how it is in the morning
 */
BcCourse
bc_symptom_get_morning (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->morning;
}

/**
 * bc_symptom_get_daytime:
 *
 * Returns: how it is through the day
 */
BcCourse
bc_symptom_get_daytime (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->daytime;
}

/**
 * bc_symptom_get_evening:
 *
 * Returns: how it is in the evening
 */
BcCourse
bc_symptom_get_evening (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->evening;
}

/**
 * bc_symptom_get_night:
 *
 * Returns: how it is at night
 */
BcCourse
bc_symptom_get_night (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->night;
}

/**
 * bc_symptom_get_stiffness:
 *
 * Returns: minutes of stiffness in the morning, or %BC_MINUTES_UNKNOWN
 */
int
bc_symptom_get_stiffness (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_MINUTES_UNKNOWN);

  return self->stiffness;
}

/**
 * bc_symptom_get_wakes:
 *
 * Returns: how often it wakes the person in a night, or %BC_WAKES_UNKNOWN
 */
int
bc_symptom_get_wakes (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_WAKES_UNKNOWN);

  return self->wakes;
}

/**
 * bc_symptom_get_onset_date:
 *
 * Returns: (transfer none): the day on which it began, ISO 8601; "" where not given
 */
const char *
bc_symptom_get_onset_date (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->onset_date;
}

/**
 * bc_symptom_get_factors:
 *
 * Returns: (transfer none): what makes it worse and better, a list of #BcSymptomFactor
 */
GListStore *
bc_symptom_get_factors (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->factors;
}

gboolean
bc_symptom_has_behaviour (BcSymptom *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->factors)) > 0
         || self->onset_kind != BC_ONSET_UNKNOWN
         || *self->onset_date != '\0'
         || self->morning != BC_COURSE_UNKNOWN
         || self->daytime != BC_COURSE_UNKNOWN
         || self->evening != BC_COURSE_UNKNOWN
         || self->night != BC_COURSE_UNKNOWN
         || self->stiffness != BC_MINUTES_UNKNOWN
         || self->wakes != BC_WAKES_UNKNOWN;
}
