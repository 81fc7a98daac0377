/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-factor.h"

struct _BcSymptomFactor
{
  BcRecord  parent_instance;

  int       effect;
  char     *factor;
  char     *text;
  int       onset;
  int       settle;
  int       strength;
};

G_DEFINE_FINAL_TYPE (BcSymptomFactor, bc_symptom_factor, BC_TYPE_RECORD)

static const BcField fields[] = {
  BC_FIELD_INT (BcSymptomFactor, effect, "effect", BC_ANSWER_AGGRAVATES, BC_ANSWER_EASES, BC_ANSWER_AGGRAVATES),
  BC_FIELD_TEXT (BcSymptomFactor, factor, "factor"),
  BC_FIELD_TEXT (BcSymptomFactor, text, "text"),
  BC_FIELD_INT (BcSymptomFactor, onset, "onset", BC_MINUTES_UNKNOWN, BC_MINUTES_MAX, BC_MINUTES_UNKNOWN),
  BC_FIELD_INT (BcSymptomFactor, settle, "settle", BC_MINUTES_UNKNOWN, BC_MINUTES_MAX, BC_MINUTES_UNKNOWN),
  BC_FIELD_INT (BcSymptomFactor, strength, "strength", BC_NRS_UNKNOWN, BC_NRS_MAX, BC_NRS_UNKNOWN),
};

static void
bc_symptom_factor_class_init (BcSymptomFactorClass *klass)
{
  bc_record_class_set_fields (BC_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
bc_symptom_factor_init (BcSymptomFactor *self)
{
  bc_record_start (self);
}

/**
 * bc_symptom_factor_new:
 *
 * Returns: (transfer full): something that makes a symptom worse, of which nothing else is known
 */
BcSymptomFactor *
bc_symptom_factor_new (void)
{
  return g_object_new (BC_TYPE_SYMPTOM_FACTOR, NULL);
}

/**
 * bc_symptom_factor_get_effect:
 *
 * Returns: whether it makes the symptom worse or better
 */
BcAnswerValue
bc_symptom_factor_get_effect (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), BC_ANSWER_AGGRAVATES);

  return (BcAnswerValue) self->effect;
}

/**
 * bc_symptom_factor_get_factor:
 *
 * Returns: (transfer none): id of a factor of the maps, "" where not given
 */
const char *
bc_symptom_factor_get_factor (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), NULL);

  return self->factor;
}

/**
 * bc_symptom_factor_get_text:
 *
 * Returns: (transfer none): what it is in words, "" where not given
 */
const char *
bc_symptom_factor_get_text (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), NULL);

  return self->text;
}

/**
 * bc_symptom_factor_get_onset:
 *
 * Returns: minutes until it comes on, or %BC_MINUTES_UNKNOWN
 */
int
bc_symptom_factor_get_onset (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), BC_MINUTES_UNKNOWN);

  return self->onset;
}

/**
 * bc_symptom_factor_get_settle:
 *
 * Returns: minutes until it has settled or eased, or %BC_MINUTES_UNKNOWN
 */
int
bc_symptom_factor_get_settle (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), BC_MINUTES_UNKNOWN);

  return self->settle;
}

/**
 * bc_symptom_factor_get_strength:
 *
 * Returns: how strong it gets, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_factor_get_strength (BcSymptomFactor *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM_FACTOR (self), BC_NRS_UNKNOWN);

  return self->strength;
}
