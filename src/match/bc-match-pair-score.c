/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How well two sources at once explain a visit. A mark is there when either source gives it (noisy-or): with p1 and p2
 * of the two, p = 1 - (1 - p1) (1 - p2). So (1 - p) / (1 - q) of what is absent falls apart into a factor for each, and
 * only marks need a logarithm of their own.
 */

#include "bc-match-private.h"

#include <math.h>

/* What a second source costs beside its prior. An estimate: most patients have one complaint with one source. Half a
 * nat less, and one stray mark is called a second source in more than half of the charts. */
#define SECOND_SOURCE -2.5
/* No zone is ever felt for certain; as in the tables. */
#define SURE 0.97

static double
pair_marks (const BcWorkings *work,
            guint             first,
            guint             second)
{
  const BcMatchTables *tables = work->tables;
  double unmarked = tables->absent_sum[first] + tables->absent_sum[second];
  double marked = 0;
  double clear = 0;

  /* The sum of log (1 - q) comes twice with the two sources and belongs in once. */
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    unmarked += bc_region_set_has (&work->marked, (BcRegion) region) ? 0 : tables->log_base_absent[region];
  for (guint i = 0; i < work->n_marks; i++)
    {
      gsize row = (gsize) work->marks[i] * tables->n;
      double q = tables->base_rate[work->marks[i]];
      double p = 1 - (1 - q * exp (tables->marked[row + first])) * (1 - q * exp (tables->marked[row + second]));

      marked += work->mark_weight[i] * log (MIN (p, SURE) / q);
      unmarked -= tables->absent[row + first] + tables->absent[row + second];
    }
  for (guint i = 0; i < work->n_clears; i++)
    {
      gsize row = (gsize) work->clears[i] * tables->n;

      clear += tables->absent[row + first] + tables->absent[row + second] + tables->log_base_absent[work->clears[i]];
    }
  for (guint i = 0; i < work->n_others; i++)
    {
      gsize row = (gsize) work->others[i] * tables->n;

      unmarked -= tables->absent[row + first] + tables->absent[row + second] + tables->log_base_absent[work->others[i]];
    }
  return work->temper * (marked + BC_MATCH_UNMARKED * unmarked + (1 - BC_MATCH_UNMARKED) * clear);
}

/* One source is enough to explain an answer that speaks for it; what speaks against both counts against both. */
static double
joint_weight (double one,
              double other)
{
  return one > 0 || other > 0 ? MAX (one, other) : one + other;
}

static double
pair_answers (const BcWorkings *work,
              guint             first,
              guint             second)
{
  double sum = 0;
  double size = 0;

  for (guint i = 0; i < work->answers->len; i++)
    {
      const double *weights = g_array_index (work->answers, BcAnswerWeights, i).weights;
      double weight = joint_weight (weights[first], weights[second]);

      sum += weight;
      size += fabs (weight);
    }
  size /= BC_MATCH_ANSWER_LIMIT;
  return size > 0 ? sum * tanh (size) / size : 0;
}

/**
 * bc_match_score_pair:
 * @work: a visit with marks, red flags and answers gathered
 * @first: a hypothesis
 * @second: another one, of another group
 *
 * Returns: the score of both together, on the scale of single sources: the logarithm of a weight
 */
double
bc_match_score_pair (const BcWorkings *work,
                     guint             first,
                     guint             second)
{
  const BcHypothesis *one = &work->tables->hypotheses[first];
  const BcHypothesis *other = &work->tables->hypotheses[second];
  double score = pair_marks (work, first, second) + pair_answers (work, one->pattern, other->pattern);

  /* How it feels and how deep: the one that it suits better tells, since marks of the other stand beside it. */
  score += MAX (bc_match_quality_weight (work, one), bc_match_quality_weight (work, other));
  score += MAX (bc_match_depth_weight (work, one), bc_match_depth_weight (work, other));
  score += bc_match_age_weight (work, one) + bc_match_age_weight (work, other);
  score += bc_match_sex_weight (work, one) + bc_match_sex_weight (work, other);
  return score + one->prior + other->prior + SECOND_SOURCE;
}
