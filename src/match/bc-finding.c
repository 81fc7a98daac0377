/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include "bc-i18n.h"

#include <math.h>

static void
add_reason (BcFinding     *finding,
            BcReasonKind   kind,
            BcRegion       region,
            const char    *id,
            BcAnswerValue  value,
            double         weight)
{
  const BcReason reason = { kind, region, id, value, weight, 0 };

  if (weight > 0 || weight < 0)
    g_array_append_val (finding->reasons, reason);
}

/* Every mark is in one of two lists; what was to be expected is in a third. */
static void
add_regions (BcFinding          *finding,
             const BcWorkings   *work,
             const BcHypothesis *what)
{
  for (guint i = 0; i < work->n_marks; i++)
    if (bc_region_set_has (&what->zones, work->marks[i]))
      g_array_append_val (finding->explains, work->marks[i]);
    else
      g_array_append_val (finding->unexplained, work->marks[i]);
  for (guint i = 0; i < what->n_expected; i++)
    {
      BcRegion region = g_array_index (work->tables->expected, BcRegion, what->first_expected + i);

      if (!bc_region_set_has (&work->marked, region) && !work->evidence->clear[region]
          && !work->evidence->elsewhere[region])
        g_array_append_val (finding->expected, region);
    }
}

static void
add_marks (BcFinding        *finding,
           const BcWorkings *work,
           guint             h)
{
  const BcMatchTables *tables = work->tables;

  for (guint i = 0; i < work->n_marks; i++)
    {
      BcRegion region = work->marks[i];
      double weight = work->temper * work->mark_weight[i] * tables->marked[(gsize) region * tables->n + h];

      add_reason (finding, BC_REASON_MARK, region, NULL, BC_ANSWER_NONE, weight);
    }
}

/* Absent regions that were to be expected are told one by one, all others in one sum, so that the reasons add up. */
static void
add_absent (BcFinding        *finding,
            const BcWorkings *work,
            guint             h)
{
  const BcMatchTables *tables = work->tables;
  double rest = tables->absent_sum[h];

  for (guint i = 0; i < work->n_marks; i++)
    rest -= tables->absent[(gsize) work->marks[i] * tables->n + h];
  for (guint i = 0; i < work->n_clears; i++)
    {
      double absent = tables->absent[(gsize) work->clears[i] * tables->n + h];

      rest -= absent;
      add_reason (finding, BC_REASON_CLEAR, work->clears[i], NULL, BC_ANSWER_NONE, work->temper * absent);
    }
  for (guint i = 0; i < work->n_others; i++)
    rest -= tables->absent[(gsize) work->others[i] * tables->n + h];
  for (guint i = 0; i < finding->expected->len; i++)
    {
      BcRegion region = g_array_index (finding->expected, BcRegion, i);
      double absent = tables->absent[(gsize) region * tables->n + h];

      rest -= absent;
      add_reason (finding, BC_REASON_UNMARKED, region, NULL, BC_ANSWER_NONE,
                  work->temper * BC_MATCH_UNMARKED * absent);
    }
  add_reason (finding, BC_REASON_UNMARKED, BC_REGION_NONE, NULL, BC_ANSWER_NONE,
              work->temper * BC_MATCH_UNMARKED * rest);
}

/* What speaks for it and what against are told apart. */
static void
add_qualities (BcFinding          *finding,
               const BcWorkings   *work,
               const BcHypothesis *hypothesis)
{
  double weights[BC_N_QUALITIES];

  bc_match_list_qualities (work, hypothesis, weights);
  for (int sign = -1; sign <= 1; sign += 2)
    {
      BcReason reason = { BC_REASON_QUALITY, BC_REGION_NONE, NULL, BC_ANSWER_NONE, 0, 0 };

      for (guint k = 0; k < BC_N_QUALITIES; k++)
        if (sign * weights[k] > 0)
          {
            reason.weight += weights[k];
            reason.qualities |= 1u << k;
          }
      if (reason.qualities != 0)
        g_array_append_val (finding->reasons, reason);
    }
}

static void
add_answers (BcFinding        *finding,
             const BcWorkings *work)
{
  guint pattern = finding->pattern->index;

  for (guint i = 0; i < work->answers->len; i++)
    {
      const BcAnswerWeights *answer = &g_array_index (work->answers, BcAnswerWeights, i);

      add_reason (finding, BC_REASON_ANSWER, BC_REGION_NONE, answer->id, answer->value,
                  answer->weights[pattern] * work->answer_scale[pattern]);
    }
}

static int
heavier_first (gconstpointer a,
               gconstpointer b)
{
  const BcReason *first = a;
  const BcReason *second = b;
  double difference = fabs (second->weight) - fabs (first->weight);

  if (difference > 0 || difference < 0)
    return difference > 0 ? 1 : -1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->region != second->region)
    return (int) first->region - (int) second->region;
  return g_strcmp0 (first->id, second->id);
}

/**
 * bc_match_finding_new_brief:
 * @work: a visit with marks, red flags and answers gathered
 * @hypothesis: number of a pattern at a side
 * @score: its score
 *
 * Returns: (transfer full): a finding without reasons. Its shares stay 0
 */
BcFinding *
bc_match_finding_new_brief (const BcWorkings *work,
                            guint             hypothesis,
                            double            score)
{
  const BcHypothesis *what = &work->tables->hypotheses[hypothesis];
  BcFinding *finding = g_new0 (BcFinding, 1);

  finding->pattern = g_ptr_array_index (work->maps->patterns, what->pattern);
  finding->side = what->side;
  finding->score = score;
  finding->explains = g_array_sized_new (FALSE, FALSE, sizeof (BcRegion), work->n_marks);
  finding->unexplained = g_array_sized_new (FALSE, FALSE, sizeof (BcRegion), work->n_marks);
  finding->expected = g_array_sized_new (FALSE, FALSE, sizeof (BcRegion), what->n_expected);
  finding->reasons = g_array_new (FALSE, FALSE, sizeof (BcReason));
  add_regions (finding, work, what);
  return finding;
}

/**
 * bc_match_finding_new:
 * @work: a visit with marks, red flags and answers gathered
 * @hypothesis: number of a pattern at a side
 *
 * Writes down why @hypothesis has its score, which is the sum of the reasons. Its shares stay 0.
 *
 * Returns: (transfer full): a finding
 */
BcFinding *
bc_match_finding_new (const BcWorkings *work,
                      guint             hypothesis)
{
  const BcHypothesis *what = &work->tables->hypotheses[hypothesis];
  BcFinding *finding = bc_match_finding_new_brief (work, hypothesis, 0);

  add_marks (finding, work, hypothesis);
  add_absent (finding, work, hypothesis);
  add_qualities (finding, work, what);
  add_reason (finding, BC_REASON_DEPTH, 0, NULL, BC_ANSWER_NONE, bc_match_depth_weight (work, what));
  add_answers (finding, work);
  add_reason (finding, BC_REASON_PRIOR, 0, NULL, BC_ANSWER_NONE, what->prior);
  add_reason (finding, BC_REASON_AGE, 0, NULL, BC_ANSWER_NONE, bc_match_age_weight (work, what));
  add_reason (finding, BC_REASON_SEX, 0, NULL, BC_ANSWER_NONE, bc_match_sex_weight (work, what));
  qsort (finding->reasons->data, finding->reasons->len, sizeof (BcReason), heavier_first);
  for (guint i = 0; i < finding->reasons->len; i++)
    finding->score += g_array_index (finding->reasons, BcReason, i).weight;
  return finding;
}

/**
 * bc_finding_free:
 * @finding: (nullable) (transfer full): a finding of bc_match_explain()
 *
 * Frees @finding.
 */
void
bc_finding_free (BcFinding *finding)
{
  if (finding == NULL)
    return;
  g_array_unref (finding->explains);
  g_array_unref (finding->unexplained);
  g_array_unref (finding->expected);
  g_array_unref (finding->reasons);
  g_free (finding);
}

/**
 * bc_finding_dup_name:
 * @finding: a finding
 *
 * Names @finding for a reader: the pattern, with its side where the source has one.
 *
 * Returns: (transfer full): as "L5 radicular pain, right"
 */
char *
bc_finding_dup_name (const BcFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  if (!bc_pattern_has_sides (finding->pattern))
    return g_strdup (finding->pattern->name);
  /* Translators: 1: a source of pain, 2: its side; as in "L5 radicular pain, right" */
  return g_strdup_printf (C_("finding", "%s, %s"), finding->pattern->name, bc_side_get_name (finding->side));
}

static char *
dup_region_text (const BcReason *reason)
{
  g_autofree char *name = reason->region == BC_REGION_NONE ? NULL : bc_region_dup_name (reason->region);

  if (name == NULL)
    return g_strdup (_("where else nothing is marked"));
  if (reason->kind == BC_REASON_CLEAR)
    /* Translators: %s is a region with its side */
    return g_strdup_printf (_("%s is clear"), name);
  if (reason->kind == BC_REASON_UNMARKED)
    /* Translators: %s is a region with its side */
    return g_strdup_printf (_("%s is not marked"), name);
  /* Translators: %s is a region with its side */
  return g_strdup_printf (_("%s is marked"), name);
}

static char *
dup_quality_text (const BcReason *reason)
{
  g_autofree char *names = bc_qualities_dup_names (reason->qualities);

  /* Translators: %s lists qualities of a symptom, as in "tingling, numbness"; the line is a reason for or against */
  return g_strdup_printf (_("how it feels: %s"), names);
}

static char *
dup_answer_text (const BcReason *reason,
                 const BcMaps   *maps)
{
  const char *question = bc_maps_lookup_question (maps, reason->id);

  for (guint i = 0; question == NULL && i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);

      if (g_strcmp0 (flag->id, reason->id) == 0)
        /* Translators: %s is the meaning of a red-flag rule, as in "Cauda equina syndrome" */
        return g_strdup_printf (_("red flag: %s"), flag->meaning);
    }
  /* Translators: 1: a question or factor, as in "Sitting"; 2: the answer, as in "yes" or "makes it worse" */
  return g_strdup_printf (C_("reason", "%s: %s"), question != NULL ? question : reason->id,
                          bc_terms_get_name (&bc_answer_terms, reason->value));
}

/**
 * bc_reason_dup_text:
 * @reason: a reason
 * @maps: the maps that the finding was made with
 *
 * Puts @reason into words, without its weight and without saying whether it speaks for or against.
 *
 * Returns: (transfer full): one line
 */
char *
bc_reason_dup_text (const BcReason *reason,
                    const BcMaps   *maps)
{
  g_return_val_if_fail (reason != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  switch (reason->kind)
    {
    case BC_REASON_MARK:
    case BC_REASON_CLEAR:
    case BC_REASON_UNMARKED:
      return dup_region_text (reason);
    case BC_REASON_QUALITY:
      return dup_quality_text (reason);
    case BC_REASON_DEPTH:
      return g_strdup (_("how deep it feels"));
    case BC_REASON_ANSWER:
      return dup_answer_text (reason, maps);
    case BC_REASON_PRIOR:
      return g_strdup (_("how common this source is"));
    case BC_REASON_AGE:
      return g_strdup (_("the patient's age"));
    case BC_REASON_SEX:
      return g_strdup (_("the patient's sex"));
    default:
      g_return_val_if_reached (NULL);
    }
}
