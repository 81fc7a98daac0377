/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Two sources at once: a patient with a bad hip can have a bad back too. This finds the best two; bc-match-pair-score.c
 * tells how good two are.
 */

#include "bc-match-private.h"

#include <math.h>

/* How many single sources are looked at as the first, and with how many others each. */
#define N_FIRST 6
#define N_SECOND 6
/* Where the visit has several symptoms, this many of the best sources of each, with those of every other. */
#define N_OF_SYMPTOM 3
/* A pair is looked for when the best single source leaves this part of the marks, by weight, unexplained. At a fifth,
 * half of the pairs of the reference set are not looked for, since a weak zone of the first counts as explanation. */
#define LEFT_OVER 0.1

typedef struct
{
  guint  hypothesis;
  double bound;
} Candidate;

/* Keeps the best few, best first. */
static void
offer (Candidate *best,
       guint     *n_best,
       guint      most,
       guint      hypothesis,
       double     bound)
{
  guint i = *n_best;

  if (i == most && bound <= best[most - 1].bound)
    return;
  if (i == most)
    i--;
  else
    (*n_best)++;
  for (; i > 0 && best[i - 1].bound < bound; i--)
    best[i] = best[i - 1];
  best[i] = (Candidate) { hypothesis, bound };
}

static BcRegionSet
left_over_by (const BcWorkings *work,
              guint             h)
{
  BcRegionSet left = work->marked;

  for (guint k = 0; k < G_N_ELEMENTS (left.words); k++)
    left.words[k] &= ~work->tables->hypotheses[h].zones.words[k];
  return left;
}

static double
part_left_over (const BcWorkings *work,
                guint             h)
{
  BcRegionSet left = left_over_by (work, h);
  double all = 0;
  double part = 0;

  for (guint i = 0; i < work->n_marks; i++)
    {
      all += work->mark_weight[i];
      part += bc_region_set_has (&left, work->marks[i]) ? work->mark_weight[i] : 0;
    }
  return all > 0 ? part / all : 0;
}

/* What would explain marks that @first leaves over, and leaves some to it: the best few by what they add there. */
static guint
list_seconds (const BcWorkings *work,
              const double     *scores,
              guint             first,
              Candidate        *seconds)
{
  const BcMatchTables *tables = work->tables;
  BcRegionSet left = left_over_by (work, first);
  guint n_seconds = 0;

  for (guint h = 0; h < tables->n; h++)
    {
      const BcHypothesis *other = &tables->hypotheses[h];
      BcRegionSet left_by_other;
      double bound = other->prior;

      if (scores[h] <= -INFINITY || other->group == tables->hypotheses[first].group
          || !bc_region_set_meets (&left, &other->zones))
        continue;
      left_by_other = left_over_by (work, h);
      if (!bc_region_set_meets (&left_by_other, &tables->hypotheses[first].zones))
        continue;
      bound += MAX (0, work->answer_sum[other->pattern]) + work->temper * BC_MATCH_UNMARKED * tables->absent_sum[h];
      for (guint i = 0; i < work->n_marks; i++)
        if (bc_region_set_has (&left, work->marks[i]))
          bound += work->temper * work->mark_weight[i] * tables->marked[(gsize) work->marks[i] * tables->n + h];
      offer (seconds, &n_seconds, N_SECOND, h, bound);
    }
  return n_seconds;
}

/* What would explain the symptom of @bit by itself: the best few. */
static guint
list_of_symptom (const BcWorkings *work,
                 const double     *scores,
                 guint32           bit,
                 Candidate        *best)
{
  const BcMatchTables *tables = work->tables;
  g_autofree double *bounds = g_new (double, MAX (1, tables->n));
  guint n_best = 0;

  for (guint h = 0; h < tables->n; h++)
    bounds[h] = tables->hypotheses[h].prior + work->answer_sum[tables->hypotheses[h].pattern]
                + work->temper * BC_MATCH_UNMARKED * tables->absent_sum[h];
  for (guint i = 0; i < work->n_marks; i++)
    {
      const float *marked = tables->marked + (gsize) work->marks[i] * tables->n;

      if ((work->evidence->symptoms[work->marks[i]] & bit) == 0)
        continue;
      for (guint h = 0; h < tables->n; h++)
        bounds[h] += work->temper * work->mark_weight[i] * marked[h];
    }
  for (guint h = 0; h < tables->n; h++)
    if (scores[h] > -INFINITY)
      offer (best, &n_best, N_OF_SYMPTOM, h, bounds[h]);
  return n_best;
}

static void
try_pair (const BcWorkings *work,
          guint             first,
          guint             second,
          BcPairScore      *pair)
{
  double score = bc_match_score_pair (work, first, second);

  if (score > pair->score)
    *pair = (BcPairScore) { first, second, score };
}

/* Each explains a mark that the other does not, and they are of different groups. */
static gboolean
go_together (const BcWorkings *work,
             guint             first,
             guint             second)
{
  const BcHypothesis *one = &work->tables->hypotheses[first];
  const BcHypothesis *other = &work->tables->hypotheses[second];
  BcRegionSet left_by_one = left_over_by (work, first);
  BcRegionSet left_by_other = left_over_by (work, second);

  return one->group != other->group && bc_region_set_meets (&left_by_one, &other->zones)
         && bc_region_set_meets (&left_by_other, &one->zones);
}

/* Who tells P1 from P2 has split the marks already: a better guess than what one source happens to leave over. */
static void
try_symptoms (const BcWorkings *work,
              const double     *scores,
              BcPairScore      *pair)
{
  Candidate best[32][N_OF_SYMPTOM];
  guint n_best[32] = { 0 };
  guint32 bits = 0;

  for (guint i = 0; i < work->n_marks; i++)
    bits |= work->evidence->symptoms[work->marks[i]];
  if ((bits & (bits - 1)) == 0)
    return;
  for (guint s = 0; s < G_N_ELEMENTS (best); s++)
    {
      if ((bits >> s & 1) != 0)
        n_best[s] = list_of_symptom (work, scores, 1u << s, best[s]);
      for (guint other = 0; n_best[s] > 0 && other < s; other++)
        for (guint i = 0; i < n_best[s] * n_best[other]; i++)
          {
            guint one = best[s][i % n_best[s]].hypothesis;
            guint two = best[other][i / n_best[s]].hypothesis;

            if (go_together (work, one, two))
              try_pair (work, one, two, pair);
          }
    }
}

/**
 * bc_match_best_pair:
 * @work: a visit with marks, red flags and answers gathered
 * @scores: (array): of every hypothesis, minus infinity for one that is out of the question
 * @pair: (out caller-allocates): the best two sources together
 *
 * Looks for two sources of different groups that explain the marks together, each some that the other does not. Only
 * where the best single source leaves a tenth of the marks over is it worth the search. What suits the symptoms one by
 * one is tried beside what the best sources leave over.
 *
 * Returns: whether a pair has a higher score than every single source
 */
gboolean
bc_match_best_pair (const BcWorkings *work,
                    const double     *scores,
                    BcPairScore      *pair)
{
  Candidate firsts[N_FIRST];
  guint n_firsts = 0;

  for (guint h = 0; h < work->tables->n; h++)
    if (scores[h] > -INFINITY)
      offer (firsts, &n_firsts, N_FIRST, h, scores[h]);
  if (n_firsts == 0 || part_left_over (work, firsts[0].hypothesis) < LEFT_OVER)
    return FALSE;
  pair->score = firsts[0].bound;
  pair->first = pair->second = G_MAXUINT;
  for (guint i = 0; i < n_firsts; i++)
    {
      Candidate seconds[N_SECOND];
      guint n_seconds = list_seconds (work, scores, firsts[i].hypothesis, seconds);

      for (guint k = 0; k < n_seconds; k++)
        try_pair (work, firsts[i].hypothesis, seconds[k].hypothesis, pair);
    }
  try_symptoms (work, scores, pair);
  return pair->first != G_MAXUINT;
}
