/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each question would tell of the leading findings. */
#include "bc-question-private.h"

#include <math.h>

#define LEAST_GAIN 0.02 /* bits */

/* How likely a factor is named by a patient whose source lists it, does not list it, or lists the contrary. */
#define FACTOR_LISTED 0.55
#define FACTOR_EITHER 0.4
#define FACTOR_OTHER 0.25

/**
 * bc_match_leading_clear:
 * @leading: leading findings
 *
 * Frees what bc_match_leading_init() made.
 */
void
bc_match_leading_clear (BcLeading *leading)
{
  g_clear_pointer (&leading->shares, g_free);
}

/**
 * bc_match_leading_init:
 * @leading: (out caller-allocates): what to fill
 * @work: a visit
 * @findings: its findings, best first; they must outlive @leading
 * @no_fit_share: the share of "no pattern fits"
 *
 * Takes the best twelve findings and shares them out anew.
 */
void
bc_match_leading_init (BcLeading        *leading,
                       const BcWorkings *work,
                       const GPtrArray  *findings,
                       double            no_fit_share)
{
  double total = no_fit_share;

  leading->n = MIN (findings->len, BC_MATCH_MAX_LEADING);
  leading->shares = g_new0 (double, MAX (1, work->maps->patterns->len));
  for (guint i = 0; i < leading->n; i++)
    total += ((const BcFinding *) g_ptr_array_index (findings, i))->share;
  for (guint i = 0; i < leading->n; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings, i);

      leading->findings[i] = finding;
      leading->share[i] = total > 0 ? finding->share / total : 0;
      leading->shares[finding->pattern->index] += leading->share[i];
    }
  leading->share[leading->n] = total > 0 ? no_fit_share / total : 0;
}

static double
entropy (double p)
{
  if (p <= 0 || p >= 1)
    return 0;
  return -p * log2 (p) - (1 - p) * log2 (1 - p);
}

static gboolean
has_bit (guint64 bits,
         guint   n)
{
  return ((bits >> n) & 1) != 0;
}

/**
 * bc_match_chance:
 * @leading: leading findings
 * @candidate: a question
 * @finding: number of a finding; that of all stands for "no pattern fits"
 *
 * Returns: how likely a patient whose pain has this source answers yes, or worse to a factor
 */
double
bc_match_chance (const BcLeading   *leading,
                 const BcCandidate *candidate,
                 guint              finding)
{
  if (finding >= leading->n)
    return candidate->outside;
  if (has_bit (candidate->whose, finding))
    return candidate->inside;
  return has_bit (candidate->either, finding) ? FACTOR_EITHER : candidate->outside;
}

/**
 * bc_match_answered_init:
 * @answered: (out caller-allocates): what to fill
 * @leading: leading findings
 *
 * Nothing is asked yet.
 */
void
bc_match_answered_init (BcAnswered      *answered,
                        const BcLeading *leading)
{
  answered->n = 1;
  for (guint i = 0; i <= leading->n; i++)
    answered->weight[0][i] = leading->share[i];
}

/**
 * bc_match_answered_add:
 * @answered: what may have been answered
 * @leading: leading findings
 * @candidate: a question that is asked on top, at most #BC_MATCH_MAX_TELLING in all
 *
 * Each way to answer before divides in two.
 */
void
bc_match_answered_add (BcAnswered        *answered,
                       const BcLeading   *leading,
                       const BcCandidate *candidate)
{
  g_assert (answered->n <= G_N_ELEMENTS (answered->weight) / 2);

  for (guint s = 0; s < answered->n; s++)
    for (guint i = 0; i <= leading->n; i++)
      {
        double yes = bc_match_chance (leading, candidate, i);

        answered->weight[answered->n + s][i] = answered->weight[s][i] * (1 - yes);
        answered->weight[s][i] *= yes;
      }
  answered->n *= 2;
}

/**
 * bc_match_gain:
 * @answered: what may have been answered before
 * @leading: leading findings
 * @candidate: a question
 *
 * The information that the answer is expected to give about which of the leading findings it is, beyond what the
 * answers before gave: the mutual information, where answers are independent once the source is known.
 *
 * Returns: bits
 */
double
bc_match_gain (const BcAnswered  *answered,
               const BcLeading   *leading,
               const BcCandidate *candidate)
{
  double within = 0;
  double gain = 0;
  double inside = entropy (candidate->inside);
  double outside = entropy (candidate->outside);

  for (guint s = 0; s < answered->n; s++)
    {
      double total = 0;
      double yes = 0;

      for (guint i = 0; i <= leading->n; i++)
        {
          double chance = bc_match_chance (leading, candidate, i);
          double weight = answered->weight[s][i];
          gboolean either = i < leading->n && has_bit (candidate->either & ~candidate->whose, i);

          total += weight;
          yes += weight * chance;
          within += weight * (either ? entropy (chance) : chance == candidate->inside ? inside : outside);
        }
      if (total > 0)
        gain += total * entropy (yes / total);
    }
  return MAX (0, gain - within);
}

static void
consider_row (const BcMatchTables   *tables,
              const BcLeading       *leading,
              const BcAnswered      *nothing,
              const BcDiscriminator *row,
              guint64                whose,
              BcCandidate           *best)
{
  const BcChances *chances = &tables->chances[row->index];
  BcCandidate candidate;

  /* How it feels is on the chart already. */
  if (!chances->telling || g_strcmp0 (row->kind, "quality") == 0)
    return;
  candidate = *best;
  candidate.whose = whose;
  candidate.inside = chances->inside;
  candidate.outside = chances->outside;
  candidate.practice = row->practice;
  candidate.gain = bc_match_gain (nothing, leading, &candidate);
  if (candidate.gain > best->gain)
    *best = candidate;
}

/**
 * bc_match_find_test:
 * @work: a visit
 * @ask: (nullable): a question
 *
 * Returns: (transfer none) (nullable): the row that says how to test it; %NULL where it is only asked
 */
const BcDiscriminator *
bc_match_find_test (const BcWorkings *work,
                    const BcAsk      *ask)
{
  for (guint i = 0; ask != NULL && i < ask->rows->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (work->maps->discriminators, g_array_index (ask->rows, guint, i));

      if (row->how != NULL)
        return row;
    }
  return NULL;
}

static gboolean
follows (const BcWorkings      *work,
         const BcDiscriminator *row)
{
  gboolean any = row->follow_up_of[0] == NULL;

  for (char **id = row->follow_up_of; !any && *id != NULL; id++)
    any = bc_evidence_get_answer (work->evidence, *id) == BC_ANSWER_YES;
  return any;
}

/**
 * bc_match_allows:
 * @work: a visit
 * @ask_next: of a question
 *
 * Returns: whether the maps let it be put forward by itself
 */
gboolean
bc_match_allows (const BcWorkings *work,
                 BcAskNext         ask_next)
{
  return ask_next == BC_ASK_NEXT_YES || (ask_next == BC_ASK_NEXT_WITHOUT_AGE && work->evidence->age < 0);
}

static gboolean
may_ask (const BcWorkings *work,
         const BcAsk      *ask)
{
  const BcAnswerItem *item = bc_maps_lookup_answer (work->maps, g_ptr_array_index (ask->ids, 0));

  if (bc_match_get_answer (work->evidence, ask, NULL) != BC_ANSWER_NONE
      || (item != NULL && !bc_match_allows (work, item->ask_next)))
    return FALSE;
  for (guint i = 0; i < ask->rows->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (work->maps->discriminators, g_array_index (ask->rows, guint, i));

      if (!bc_match_allows (work, row->ask_next) || !follows (work, row))
        return FALSE;
    }
  return TRUE;
}

/* For each discriminator, on which of the leading findings it bears, one bit each. */
static guint64 *
dup_whose (const BcWorkings *work,
           const BcLeading  *leading)
{
  guint64 *whose = g_new0 (guint64, MAX (1, work->maps->discriminators->len));

  for (guint i = 0; i < leading->n; i++)
    {
      const GArray *rows = g_ptr_array_index (work->tables->rows_of, leading->findings[i]->pattern->index);

      for (guint k = 0; k < rows->len; k++)
        whose[g_array_index (rows, guint, k)] |= G_GUINT64_CONSTANT (1) << i;
    }
  return whose;
}

static void
consider_asks (const BcWorkings *work,
               const BcLeading  *leading,
               const BcAnswered *nothing,
               GArray           *candidates)
{
  g_autofree guint64 *whose = dup_whose (work, leading);

  for (guint i = 0; i < work->tables->asks->len; i++)
    {
      const BcAsk *ask = g_ptr_array_index (work->tables->asks, i);
      BcCandidate candidate = { .id = g_ptr_array_index (ask->ids, 0), .order = i };
      const BcDiscriminator *test;

      for (guint k = 0; k < ask->rows->len; k++)
        {
          guint row = g_array_index (ask->rows, guint, k);

          if (whose[row] != 0)
            consider_row (work->tables, leading, nothing, g_ptr_array_index (work->maps->discriminators, row),
                          whose[row], &candidate);
        }
      if (candidate.gain < LEAST_GAIN || !may_ask (work, ask))
        continue;
      test = bc_match_find_test (work, ask);
      candidate.load = test != NULL ? test->load : BC_LOAD_NONE;
      g_array_append_val (candidates, candidate);
    }
}

static void
consider_factors (const BcWorkings *work,
                  const BcLeading  *leading,
                  const BcAnswered *nothing,
                  GArray           *candidates)
{
  guint n_patterns = work->maps->patterns->len;

  for (guint i = 0; i < work->maps->factors->len; i++)
    {
      const BcFactor *factor = g_ptr_array_index (work->maps->factors, i);
      const guint8 *listed = work->tables->listed + (gsize) i * n_patterns;
      BcCandidate candidate = { .id = factor->id, .inside = FACTOR_LISTED, .outside = FACTOR_OTHER,
                                .practice = factor->practice, .order = work->tables->asks->len + i };

      for (guint k = 0; k < leading->n; k++)
        {
          guint8 how = listed[leading->findings[k]->pattern->index];

          candidate.whose |= (guint64) (how == BC_LISTED_AGGRAVATING) << k;
          candidate.either |= (guint64) (how == BC_LISTED_BOTH) << k;
        }
      if (candidate.whose == 0)
        continue;
      candidate.gain = bc_match_gain (nothing, leading, &candidate);
      if (candidate.gain >= LEAST_GAIN && bc_evidence_get_answer (work->evidence, factor->id) == BC_ANSWER_NONE)
        g_array_append_val (candidates, candidate);
    }
}

/**
 * bc_match_consider_rows:
 * @work: a visit with marks and answers gathered
 * @leading: the leading findings
 * @candidates: (element-type BcCandidate): where to add every open question that tells them apart
 *
 * Looks through the discriminators and the factors.
 */
void
bc_match_consider_rows (const BcWorkings *work,
                        const BcLeading  *leading,
                        GArray           *candidates)
{
  BcAnswered nothing;

  bc_match_answered_init (&nothing, leading);
  consider_asks (work, leading, &nothing, candidates);
  consider_factors (work, leading, &nothing, candidates);
}
