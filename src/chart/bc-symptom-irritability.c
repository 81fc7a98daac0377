/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-irritability.h"

#include "bc-i18n.h"

/* Estimates, all three: no limits are published. */
#define SOON 10   /* minutes: little of an activity brings it on */
#define STRONG 7  /* NRS-11: it gets strong */
#define SLOW 60   /* minutes: it takes long to settle */

static BcIrritable
weigh (BcSymptomFactor *factor)
{
  int onset = bc_symptom_factor_get_onset (factor);
  int settle = bc_symptom_factor_get_settle (factor);
  int strength = bc_symptom_factor_get_strength (factor);
  gboolean soon = onset != BC_MINUTES_UNKNOWN && onset <= SOON;
  gboolean strong = strength >= STRONG;
  gboolean slow = settle >= SLOW;
  guint n_known = (onset != BC_MINUTES_UNKNOWN) + (settle != BC_MINUTES_UNKNOWN) + (strength != BC_NRS_UNKNOWN);

  if (slow && (soon || strong))
    return BC_IRRITABLE_HIGH;
  if (slow || (soon && strong))
    return BC_IRRITABLE_MODERATE;
  /* That it settles soon must be known, and one of the others. */
  return n_known >= 2 && settle != BC_MINUTES_UNKNOWN ? BC_IRRITABLE_LOW : BC_IRRITABLE_UNKNOWN;
}

/**
 * bc_symptom_get_irritability:
 * @symptom: a symptom
 *
 * Irritability is Maitland's word (Vertebral Manipulation; from memory) for how little of an activity brings the pain
 * on, how strong it then gets, and how long it takes to settle. It has no operational definition, and two therapists
 * agree on it but moderately (kappa 0.44: Barakatt et al. 2009, J Man Manip Ther 17(3):135-140, PMID 20046619). So this
 * is an estimate that says how it came about: of each factor that aggravates, within 10 minutes is soon, 7 of 10 is
 * strong, and an hour or more is slow. Slow with soon or strong is high; slow alone, or soon with strong, is moderate;
 * low is what settles within the hour where soon or strong was asked too. The factor that tells most counts.
 *
 * Returns: how irritable the symptom is; %BC_IRRITABLE_UNKNOWN where too little was asked
 */
BcIrritable
bc_symptom_get_irritability (BcSymptom *symptom)
{
  BcIrritable level = BC_IRRITABLE_UNKNOWN;
  GListModel *factors;
  guint n_factors;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), BC_IRRITABLE_UNKNOWN);

  factors = G_LIST_MODEL (bc_symptom_get_factors (symptom));
  n_factors = g_list_model_get_n_items (factors);
  for (guint i = 0; i < n_factors; i++)
    {
      g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, i);

      if (bc_symptom_factor_get_effect (factor) == BC_ANSWER_AGGRAVATES)
        level = MAX (level, weigh (factor));
    }
  return level;
}

/**
 * bc_irritable_get_name:
 * @level: how irritable something is
 *
 * Returns: (transfer none) (nullable): it in a word, translated; %NULL for unknown
 */
const char *
bc_irritable_get_name (BcIrritable level)
{
  switch (level)
    {
    case BC_IRRITABLE_LOW:
      return C_("irritability", "low");
    case BC_IRRITABLE_MODERATE:
      return C_("irritability", "moderate");
    case BC_IRRITABLE_HIGH:
      return C_("irritability", "high");
    case BC_IRRITABLE_UNKNOWN:
    default:
      return NULL;
    }
}
