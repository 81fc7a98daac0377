/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <math.h>

static void
answer_weights_clear (gpointer data)
{
  BcAnswerWeights *answer = data;

  g_free (answer->weights);
}

static void
workings_init (BcWorkings       *work,
               const BcEvidence *evidence,
               const BcMaps     *maps)
{
  work->evidence = evidence;
  work->maps = maps;
  work->tables = bc_match_tables_acquire (maps);
  work->red_flags = g_ptr_array_new ();
  work->answers = g_array_new (FALSE, FALSE, sizeof (BcAnswerWeights));
  g_array_set_clear_func (work->answers, answer_weights_clear);
  work->answer_sum = g_new0 (double, MAX (1, maps->patterns->len));
  work->answer_scale = g_new0 (double, MAX (1, maps->patterns->len));
  bc_match_gather_marks (work);
  bc_match_gather_flags (work);
  bc_match_gather_answers (work);
}

static void
workings_clear (BcWorkings *work)
{
  g_clear_pointer (&work->yes, g_hash_table_unref);
  g_clear_pointer (&work->red_flags, g_ptr_array_unref);
  g_clear_pointer (&work->answers, g_array_unref);
  g_clear_pointer (&work->answer_sum, g_free);
  g_clear_pointer (&work->answer_scale, g_free);
  bc_match_tables_release (work->tables);
  work->tables = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcWorkings, workings_clear)

/* Everything but the marks; -INFINITY for what explains none of them. Returns the score of "no pattern fits". */
static double
score_all (const BcWorkings *work,
           double           *scores)
{
  double no_fit = bc_match_score_marks (work, scores);

  for (guint h = 0; h < work->tables->n; h++)
    {
      const BcHypothesis *hypothesis = &work->tables->hypotheses[h];

      if (!bc_match_is_possible (work, hypothesis))
        {
          scores[h] = -INFINITY;
          continue;
        }
      scores[h] += bc_match_quality_weight (work, hypothesis) + bc_match_depth_weight (work, hypothesis);
      scores[h] += bc_match_age_weight (work, hypothesis) + bc_match_sex_weight (work, hypothesis);
      scores[h] += hypothesis->prior;
      scores[h] += work->answer_sum[hypothesis->pattern];
    }
  return no_fit;
}

/*
 * How likely the chart misleads: marks alone often do, the less so the more the answers bear out what leads. It is
 * the same for all, so that it never changes their order.
 */
static double
doubt_of (const BcWorkings *work,
          const double     *scores)
{
  guint leader = 0;
  double borne_out;

  for (guint h = 1; h < work->tables->n; h++)
    if (scores[h] > scores[leader])
      leader = h;
  borne_out = work->tables->n > 0 ? MAX (0, work->answer_sum[work->tables->hypotheses[leader].pattern]) : 0;
  return BC_MATCH_DOUBT_LEAST + (BC_MATCH_DOUBT - BC_MATCH_DOUBT_LEAST) * exp (-borne_out / BC_MATCH_DOUBT_FADES);
}

static int
better_first (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const double *scores = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (scores[first] > scores[second] || scores[first] < scores[second])
    return scores[first] > scores[second] ? -1 : 1;
  return first < second ? -1 : first > second;
}

/*
 * A second side of a pattern is worth telling only for a mark that the sides told before leave unexplained, and a
 * source on both sides only once.
 */
static gboolean
explains_more (const BcWorkings *work,
               guint             h,
               const GArray     *told)
{
  const BcHypothesis *hypotheses = work->tables->hypotheses;
  BcRegionSet left_over = work->marked;

  for (guint i = 0; i < told->len; i++)
    {
      const BcHypothesis *earlier = &hypotheses[g_array_index (told, guint, i)];

      if (hypotheses[h].same_as == g_array_index (told, guint, i) + 1)
        return FALSE;
      for (guint k = 0; earlier->pattern == hypotheses[h].pattern && k < G_N_ELEMENTS (left_over.words); k++)
        left_over.words[k] &= ~earlier->zones.words[k];
    }
  return bc_region_set_meets (&left_over, &hypotheses[h].zones);
}

/* All that are not out of the question, best first. */
static GArray *
list_order (const BcWorkings *work,
            const double     *scores)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), work->tables->n);

  for (guint h = 0; h < work->tables->n; h++)
    if (scores[h] > -INFINITY)
      g_array_append_val (order, h);
  g_array_sort_with_data (order, better_first, (gpointer) scores);
  return order;
}

/* How many would be told before @wanted, had the list no end: all of them where it is out of the question. */
static guint
count_better (const BcWorkings *work,
              guint             wanted)
{
  g_autofree double *scores = g_new0 (double, work->tables->n);
  g_autoptr(GArray) order = NULL;
  g_autoptr(GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));

  score_all (work, scores);
  order = list_order (work, scores);
  for (guint i = 0; i < order->len && g_array_index (order, guint, i) != wanted; i++)
    if (explains_more (work, g_array_index (order, guint, i), told))
      g_array_append_val (told, g_array_index (order, guint, i));
  return told->len;
}

/* Those at the head that are too near to each other for an order. A finding alone at the head is not tied. */
static void
mark_ties (GPtrArray *findings)
{
  const BcFinding *first = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
  guint n_tied = 0;

  while (n_tied < findings->len
         && first->score - ((const BcFinding *) g_ptr_array_index (findings, n_tied))->score < BC_MATCH_TIE)
    n_tied++;
  for (guint i = 0; n_tied > 1 && i < n_tied; i++)
    ((BcFinding *) g_ptr_array_index (findings, i))->tied = TRUE;
}

/* How much of the ranking is wanted. */
typedef struct
{
  guint    most; /* findings that are ranked */
  guint    made; /* of them made, besides those that are tied at the head */
  gboolean pairs;
  gboolean reasons;
} Wanted;

static BcFinding *
make_finding (const BcWorkings *work,
              guint             h,
              double            score,
              gboolean          reasons)
{
  return reasons ? bc_match_finding_new (work, h) : bc_match_finding_new_brief (work, h, score);
}

static void
add_findings (BcFindings       *result,
              const BcWorkings *work,
              const Wanted     *wanted)
{
  guint n = work->tables->n;
  g_autofree double *scores = g_new0 (double, MAX (1, n));
  g_autofree double *shares = g_new0 (double, MAX (1, n));
  g_autofree double *group_shares = g_new0 (double, MAX (1, n));
  g_autoptr(GArray) order = NULL;
  g_autoptr(GArray) told = g_array_sized_new (FALSE, FALSE, sizeof (guint), wanted->most);
  double no_fit = score_all (work, scores);
  double pair_share = -INFINITY;
  BcPairScore pair;

  if (wanted->pairs && bc_match_best_pair (work, scores, &pair))
    {
      result->pair = bc_match_pair_new (work, &pair);
      pair_share = pair.score;
    }
  result->no_fit_share = bc_match_share_out (work->tables, scores, no_fit, doubt_of (work, scores), shares,
                                             group_shares, &pair_share);
  if (result->pair != NULL)
    result->pair->share = pair_share;
  order = list_order (work, scores);
  for (guint i = 0; i < order->len && told->len < wanted->most; i++)
    {
      guint h = g_array_index (order, guint, i);
      BcFinding *finding;

      if (!explains_more (work, h, told))
        continue;
      g_array_append_val (told, h);
      if (told->len > wanted->made && scores[g_array_index (told, guint, 0)] - scores[h] >= BC_MATCH_TIE)
        {
          result->n_more++;
          continue;
        }
      finding = make_finding (work, h, scores[h], wanted->reasons);
      finding->n_better = told->len - 1;
      finding->share = shares[h];
      finding->group_share = group_shares[h];
      g_ptr_array_add (result->findings, finding);
    }
  mark_ties (result->findings);
}

static BcFindings *
match (BcWorkings   *work,
       const Wanted *wanted)
{
  BcFindings *result = g_new0 (BcFindings, 1);

  result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_finding_free);
  result->red_flags = g_ptr_array_ref (work->red_flags);
  if (work->n_marks > 0)
    add_findings (result, work, wanted);
  return result;
}

/**
 * bc_match_single:
 * @evidence: what a visit or a symptom tells
 * @maps: the maps; they must outlive the result
 * @most: how many findings to make
 *
 * Like bc_match(), but looks neither for two sources nor for questions.
 *
 * Returns: (transfer full): the findings; free with bc_findings_free()
 */
BcFindings *
bc_match_single (const BcEvidence *evidence,
                 const BcMaps     *maps,
                 guint             most)
{
  const Wanted wanted = { .most = most, .made = most, .reasons = TRUE };
  g_auto(BcWorkings) work = { 0 };
  BcFindings *result;

  workings_init (&work, evidence, maps);
  result = match (&work, &wanted);
  result->questions = g_array_new (FALSE, FALSE, sizeof (BcQuestion));
  return result;
}

static BcFindings *
match_visit (const BcEvidence *evidence,
             const BcMaps     *maps,
             const Wanted     *wanted)
{
  BcFindings *result;
  g_auto(BcWorkings) work = { 0 };

  workings_init (&work, evidence, maps);
  result = match (&work, wanted);
  result->irritability = bc_evidence_get_irritability (evidence);
  result->questions = bc_match_ask_next (&work, result->findings, result->no_fit_share,
                                         result->irritability != BC_IRRITABILITY_NONE);
  return result;
}

/**
 * bc_match:
 * @evidence: what a visit tells
 * @maps: the maps; they must outlive the result
 *
 * Compares @evidence with every pattern of @maps. The same input always gives the same findings. Without any mark
 * there are no findings, but red flags are still told. The best 40 findings are kept, a second side of a pattern only
 * for marks that the first leaves unexplained; bc_match_explain() makes any other. Questions that a red flag waits for
 * come first, then those with the most expected information. docs/matcher.md has the model.
 *
 * Returns: (transfer full): the findings; free with bc_findings_free()
 */
BcFindings *
bc_match (const BcEvidence *evidence,
          const BcMaps     *maps)
{
  const Wanted wanted = { BC_MATCH_MAX_FINDINGS, BC_MATCH_MAX_FINDINGS, .pairs = TRUE, .reasons = TRUE };

  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  return match_visit (evidence, maps, &wanted);
}

/**
 * bc_match_brief:
 * @evidence: what a visit tells
 * @maps: the maps; they must outlive the result
 * @n_findings: how many findings will be read
 *
 * Like bc_match(), for lists of many charts: findings come without their reasons, and only as many are made as will be
 * read, all that are tied at the head, and those that the questions tell apart; the others are counted. The two
 * sources of a pair have their reasons.
 *
 * Returns: (transfer full): the findings; free with bc_findings_free()
 */
BcFindings *
bc_match_brief (const BcEvidence *evidence,
                const BcMaps     *maps,
                guint             n_findings)
{
  const Wanted wanted = { BC_MATCH_MAX_FINDINGS, MAX (n_findings, BC_MATCH_MAX_LEADING), .pairs = TRUE };

  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  return match_visit (evidence, maps, &wanted);
}

/**
 * bc_match_explain:
 * @evidence: what a visit tells
 * @maps: the maps; they must outlive the result
 * @pattern: id of a pattern
 * @side: a side
 *
 * Says why @pattern has the score it has, and which place, also where it is far down or out of the question. Its shares
 * are 0.
 *
 * Returns: (transfer full) (nullable): the finding, free with bc_finding_free(); %NULL where @pattern is unknown or
 *   never on @side
 */
BcFinding *
bc_match_explain (const BcEvidence *evidence,
                  const BcMaps     *maps,
                  const char       *pattern,
                  BcSide            side)
{
  const BcPattern *wanted;
  g_auto(BcWorkings) work = { 0 };

  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);
  g_return_val_if_fail (pattern != NULL, NULL);

  wanted = bc_maps_lookup_pattern (maps, pattern);
  if (wanted == NULL)
    return NULL;
  workings_init (&work, evidence, maps);
  for (guint h = 0; h < work.tables->n; h++)
    if (work.tables->hypotheses[h].pattern == wanted->index && work.tables->hypotheses[h].side == side)
      {
        BcFinding *finding = bc_match_finding_new (&work, h);

        finding->n_better = count_better (&work, h);
        return finding;
      }
  return NULL;
}

/**
 * bc_findings_free:
 * @findings: (nullable) (transfer full): findings
 *
 * Frees @findings and all that belongs to them.
 */
void
bc_findings_free (BcFindings *findings)
{
  if (findings == NULL)
    return;
  g_ptr_array_unref (findings->findings);
  g_ptr_array_unref (findings->red_flags);
  g_array_unref (findings->questions);
  bc_pair_free (findings->pair);
  g_free (findings);
}

/**
 * bc_findings_lookup:
 * @findings: findings
 * @pattern: id of a pattern
 * @side: a side
 *
 * Returns: (transfer none) (nullable): the finding of @pattern at @side, %NULL where it is not among them
 */
const BcFinding *
bc_findings_lookup (const BcFindings *findings,
                    const char       *pattern,
                    BcSide            side)
{
  g_return_val_if_fail (findings != NULL, NULL);
  g_return_val_if_fail (pattern != NULL, NULL);

  for (guint i = 0; i < findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      if (finding->side == side && g_str_equal (finding->pattern->id, pattern))
        return finding;
    }
  return NULL;
}
