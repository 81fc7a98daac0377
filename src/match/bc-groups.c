/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <math.h>

/* @alone: scores that belong to no group, minus infinity for one that is not there */
static double
softmax_total (const double *best,
               guint         n,
               const double  alone[2],
               double        highest,
               double        part)
{
  double total = exp (part * (alone[0] - highest));

  total += alone[1] > -INFINITY ? exp (part * (alone[1] - highest)) : 0;
  for (guint g = 0; g < n; g++)
    total += best[g] > -INFINITY ? exp (part * (best[g] - highest)) : 0;
  return total;
}

static double
share_of (double below,
          double sound,
          double doubtful)
{
  return below > -INFINITY ? sound * exp (BC_MATCH_SOUND * below) + doubtful * exp (BC_MATCH_MISLEADING * below) : 0;
}

/**
 * bc_match_share_out:
 * @tables: tables
 * @scores: one score for each hypothesis, minus infinity for one that is out of the question
 * @no_fit: the score of "no pattern fits"
 * @doubt: how likely the chart misleads, 0..1
 * @shares: (out) (array): one share for each hypothesis
 * @group_shares: (out) (array): the share of its group, one for each hypothesis
 * @pair_share: (inout): the score of two sources at once, minus infinity for none; becomes its share
 *
 * Shares the evidence out among groups and "no pattern fits". Members of a group, and the sides of one source, explain
 * the same marks and are no rivals: the group weighs as much as its best member, who carries the whole share; the
 * others come right behind, as far below as their score is. So the shares of all findings add up to more than 1 where
 * groups have several likely members; those of the best members, of a pair and of "no pattern fits" add up to exactly 1.
 *
 * A chart misleads at times: marks that the source does not explain, answers that were misunderstood. There the scores
 * count only in part. The shares are the mean of both cases, weighted by @doubt, and keep the order of the scores.
 *
 * Returns: the share of "no pattern fits"
 */
double
bc_match_share_out (const BcMatchTables *tables,
                    const double        *scores,
                    double               no_fit,
                    double               doubt,
                    double              *shares,
                    double              *group_shares,
                    double              *pair_share)
{
  const double alone[] = { no_fit, *pair_share };
  g_autofree double *best = g_new (double, MAX (1, tables->n_groups));
  double highest = MAX (no_fit, *pair_share);
  double sound;
  double doubtful;

  for (guint g = 0; g < tables->n_groups; g++)
    best[g] = -INFINITY;
  for (guint h = 0; h < tables->n; h++)
    {
      guint group = tables->hypotheses[h].group;

      best[group] = MAX (best[group], scores[h]);
      highest = MAX (highest, scores[h]);
    }
  sound = (1 - doubt) / softmax_total (best, tables->n_groups, alone, highest, BC_MATCH_SOUND);
  doubtful = doubt / softmax_total (best, tables->n_groups, alone, highest, BC_MATCH_MISLEADING);
  for (guint h = 0; h < tables->n; h++)
    {
      shares[h] = share_of (scores[h] - highest, sound, doubtful);
      group_shares[h] = shares[h] > 0 ? share_of (best[tables->hypotheses[h].group] - highest, sound, doubtful) : 0;
    }
  *pair_share = share_of (*pair_share - highest, sound, doubtful);
  return share_of (no_fit - highest, sound, doubtful);
}
