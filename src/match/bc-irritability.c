/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-irritability.h"

#include "bc-i18n.h"

#define INTENSE 7       /* NRS-11 now: alone enough */
#define FELT 4          /* NRS-11 now: from here on two other signs are enough */
#define MANY_FACTORS 4  /* that make it worse */

static BcIrritability
count_factors (const BcEvidence *evidence)
{
  GHashTableIter iter;
  gpointer value;
  guint n_worse = 0;

  g_hash_table_iter_init (&iter, evidence->answers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (GPOINTER_TO_INT (value) == BC_ANSWER_EASES)
        return BC_IRRITABILITY_NONE;
      n_worse += GPOINTER_TO_INT (value) == BC_ANSWER_AGGRAVATES;
    }
  return n_worse >= MANY_FACTORS ? BC_IRRITABILITY_PROVOKED : BC_IRRITABILITY_NONE;
}

/**
 * bc_evidence_get_irritability:
 * @evidence: what a visit tells
 *
 * Irritability after Maitland (Vertebral Manipulation; from memory) is how little brings the pain on, how strong it
 * then gets, and how long it takes to settle. Where times of a symptom are recorded, bc_symptom_get_irritability() knows
 * all three, and its word holds: moderate and high are irritable, low is not. Else this is an estimate from what else the
 * visit has: 7 or more of 10 now; or 4 or more of 10 now and two of constant, constant at night, made
 * worse by four things and eased by none. The limits are estimates as well. An intensity that is not known counts as low.
 *
 * Returns: what makes it irritable, %BC_IRRITABILITY_NONE where it is not
 */
BcIrritability
bc_evidence_get_irritability (const BcEvidence *evidence)
{
  BcIrritability found = BC_IRRITABILITY_NONE;
  guint n = 0;

  g_return_val_if_fail (evidence != NULL, BC_IRRITABILITY_NONE);

  if (evidence->irritable != BC_IRRITABLE_UNKNOWN)
    return evidence->irritable >= BC_IRRITABLE_MODERATE ? BC_IRRITABILITY_CLOCK : BC_IRRITABILITY_NONE;
  if (evidence->now < FELT)
    return BC_IRRITABILITY_NONE;
  if (evidence->constant)
    found |= BC_IRRITABILITY_CONSTANT;
  if (bc_evidence_get_answer (evidence, "night-pain-constant") == BC_ANSWER_YES
      || bc_evidence_get_answer (evidence, "d-night-constant") == BC_ANSWER_YES)
    found |= BC_IRRITABILITY_NIGHT;
  found |= count_factors (evidence);
  for (guint bits = found; bits != 0; bits &= bits - 1)
    n++;
  if (evidence->now >= INTENSE)
    return found | BC_IRRITABILITY_INTENSE;
  return n >= 2 ? found : BC_IRRITABILITY_NONE;
}

/**
 * bc_irritability_dup_text:
 * @irritability: what makes a complaint irritable
 *
 * Returns: (transfer full): the signs in words, between commas; "" where there is none
 */
char *
bc_irritability_dup_text (BcIrritability irritability)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  if (irritability & BC_IRRITABILITY_INTENSE)
    /* Translators: sign of an irritable complaint; the scale goes from 0 to 10 */
    g_strv_builder_add (builder, _("7 or more of 10 now"));
  if (irritability & BC_IRRITABILITY_CONSTANT)
    g_strv_builder_add (builder, C_("sign of an irritable complaint", "constant"));
  if (irritability & BC_IRRITABILITY_NIGHT)
    g_strv_builder_add (builder, C_("sign of an irritable complaint", "no relief at night"));
  if (irritability & BC_IRRITABILITY_PROVOKED)
    g_strv_builder_add (builder, C_("sign of an irritable complaint", "easily made worse, nothing eases"));
  if (irritability & BC_IRRITABILITY_CLOCK)
    g_strv_builder_add (builder, C_("sign of an irritable complaint", "by the times of its aggravating factors"));
  words = g_strv_builder_end (builder);
  return g_strjoinv (", ", words);
}
