/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evaluation.h"

#include "bc-i18n.h"

#include <math.h>

/**
 * bc_evaluation_new:
 * @maps: the maps to judge; they must outlive the evaluation
 *
 * Returns: (transfer full): an evaluation of no case yet; free with bc_evaluation_free()
 */
BcEvaluation *
bc_evaluation_new (const BcMaps *maps)
{
  BcEvaluation *self;

  g_return_val_if_fail (maps != NULL, NULL);

  self = g_new0 (BcEvaluation, 1);
  self->maps = maps;
  self->n_families = maps->families->len;
  self->confusion = g_new0 (guint, (self->n_families + 1) * (self->n_families + 1));
  return self;
}

/**
 * bc_evaluation_free:
 * @self: (nullable) (transfer full): an evaluation
 */
void
bc_evaluation_free (BcEvaluation *self)
{
  if (self == NULL)
    return;
  g_free (self->confusion);
  g_free (self);
}

/* A source at a fixed place (heart, stenosis) is told on both sides, whatever side the author of a case wrote. */
static gboolean
side_is_right (const BcGuess *guess,
               BcSide         side)
{
  return side == BC_SIDE_BOTH || guess->side == side || (guess->side == BC_SIDE_BOTH && !bc_pattern_has_sides (guess->pattern));
}

static gboolean
is_right (const BcTruth *truth,
          const BcGuess *guess)
{
  if (truth->pattern == NULL || !side_is_right (guess, truth->side))
    return FALSE;
  return guess->pattern == truth->pattern
         || (truth->also != NULL && g_strv_contains ((const char *const *) truth->also, guess->pattern->id));
}

static gboolean
is_second (const BcTruth *truth,
           const BcGuess *guess)
{
  return guess->pattern == truth->second && side_is_right (guess, truth->second_side);
}

static guint
family_index (const BcEvaluation *self,
              const BcPattern    *pattern)
{
  for (guint i = 0; pattern != NULL && i < self->n_families; i++)
    if (g_ptr_array_index (self->maps->families, i) == pattern->family)
      return i;
  return self->n_families;
}

/* What was the case had at least this chance, so that one case cannot outweigh all others. */
#define LEAST_CHANCE 1e-6

static void
add_bin (BcScores *scores,
         double    share,
         gboolean  right)
{
  guint i = MIN ((guint) (share * BC_EVALUATION_N_BINS), BC_EVALUATION_N_BINS - 1);

  scores->bins[i].n++;
  scores->bins[i].right += right;
  scores->bins[i].share += share;
  scores->squares += pow (share - (right ? 1 : 0), 2);
  scores->losses -= log (MAX (right ? share : 1 - share, LEAST_CHANCE));
}

/* What a method says of a case. @guesses: best first; where @paired, the first two are two sources together. */
typedef struct
{
  GArray  *guesses;
  gboolean none; /* first of all, that nothing fits */
  gboolean paired;
  double   share; /* of the first outcome */
} Verdict;

static const BcGuess *
nth_guess (const Verdict *verdict,
           guint          i)
{
  return i < verdict->guesses->len ? &g_array_index (verdict->guesses, BcGuess, i) : NULL;
}

static void
count_pair (BcScores      *scores,
            const Verdict *verdict,
            const BcTruth *truth)
{
  const BcGuess *one = nth_guess (verdict, 0);
  const BcGuess *other = nth_guess (verdict, 1);

  scores->n_pairs++;
  scores->pair_told += verdict->paired && !verdict->none;
  if (one == NULL || verdict->none)
    return;
  scores->pair_one += is_right (truth, one) || is_second (truth, one);
  scores->pair_both += other != NULL
                       && ((is_right (truth, one) && is_second (truth, other))
                           || (is_second (truth, one) && is_right (truth, other)));
}

static void
count_single (BcScores      *scores,
              const Verdict *verdict,
              const BcTruth *truth)
{
  const BcGuess *first = nth_guess (verdict, 0);
  guint rank = 0;

  scores->n++;
  scores->lost += verdict->none;
  scores->split += verdict->paired && !verdict->none;
  for (guint i = 0; i < verdict->guesses->len && rank == 0; i++)
    if (is_right (truth, nth_guess (verdict, i)))
      rank = i + 1;
  scores->first += rank == 1 && !verdict->none;
  scores->named += rank == 1 && !verdict->none && first->pattern == truth->pattern;
  scores->three += rank >= 1 && rank <= 3;
  scores->reciprocal += rank > 0 ? 1.0 / rank : 0;
  scores->family += first != NULL && !verdict->none && first->pattern->family == truth->pattern->family;
}

static void
count (BcScores      *scores,
       const Verdict *verdict,
       const BcTruth *truth)
{
  if (truth->pattern == NULL)
    {
      scores->n_none++;
      scores->none_found += verdict->none;
    }
  else if (truth->second != NULL)
    count_pair (scores, verdict, truth);
  else
    count_single (scores, verdict, truth);
}

/* Of two sources one is the whole truth only where the case has one. */
static gboolean
first_outcome_is_right (const Verdict *verdict,
                        const BcTruth *truth)
{
  BcScores alone = { 0 };

  if (verdict->none)
    return truth->pattern == NULL;
  count (&alone, verdict, truth);
  if (verdict->paired)
    return alone.pair_both > 0;
  return alone.first > 0 || alone.pair_one > 0;
}

static void
append_guess (GArray          *guesses,
              const BcFinding *finding,
              double           share)
{
  BcGuess guess = { finding->pattern, finding->side, share };

  g_array_append_val (guesses, guess);
}

static void
judge (Verdict          *verdict,
       const BcFindings *findings)
{
  const BcPair *pair = findings->pair;
  const BcFinding *first = findings->findings->len > 0 ? g_ptr_array_index (findings->findings, 0) : NULL;
  double best = first != NULL ? first->share : 0;

  verdict->guesses = g_array_new (FALSE, FALSE, sizeof (BcGuess));
  verdict->paired = pair != NULL && pair->share > best;
  if (verdict->paired)
    {
      best = pair->share;
      append_guess (verdict->guesses, pair->first, best);
      append_guess (verdict->guesses, pair->second, best);
    }
  for (guint i = 0; i < findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      append_guess (verdict->guesses, finding, finding->share);
    }
  verdict->none = first == NULL || findings->no_fit_share > best;
  verdict->share = MAX (best, findings->no_fit_share);
}

static void
count_flags (BcEvaluation     *self,
             const BcFindings *findings,
             GStrv             ids)
{
  guint n_fired = 0;

  if (ids == NULL || ids[0] == NULL)
    return;
  for (guint i = 0; i < findings->red_flags->len; i++)
    n_fired += g_strv_contains ((const char *const *) ids,
                                ((const BcRedFlag *) g_ptr_array_index (findings->red_flags, i))->id);
  self->n_flagged++;
  self->flags_told += n_fired == g_strv_length (ids);
}

static void
add_match (BcEvaluation     *self,
           BcMethod          method,
           const BcEvidence *evidence,
           const BcTruth    *truth)
{
  g_autoptr(BcFindings) findings = bc_match (evidence, self->maps);
  Verdict verdict;

  judge (&verdict, findings);
  count (&self->scores[method], &verdict, truth);
  add_bin (&self->scores[method], verdict.share, first_outcome_is_right (&verdict, truth));
  if (method == BC_METHOD_ANSWERS)
    {
      count_flags (self, findings, truth->flags);
      if (truth->second == NULL)
        self->confusion[family_index (self, truth->pattern) * (self->n_families + 1)
                        + family_index (self, verdict.none ? NULL : nth_guess (&verdict, 0)->pattern)]++;
    }
  g_array_unref (verdict.guesses);
}

/* @guesses: (transfer full) */
static void
add_baseline (BcScores      *scores,
              GArray        *guesses,
              const BcTruth *truth)
{
  Verdict verdict = { .guesses = guesses, .none = guesses->len == 0 };

  count (scores, &verdict, truth);
  g_array_unref (guesses);
}

/**
 * bc_evaluation_add:
 * @evidence: what the visit of a case tells
 * @truth: what the case shows
 *
 * Lets every method guess a case, and counts. "Marks alone" and the baselines are given no answer.
 */
void
bc_evaluation_add (BcEvaluation     *self,
                   const BcEvidence *evidence,
                   const BcTruth    *truth)
{
  GHashTable *answers;
  BcEvidence silent;

  g_return_if_fail (self != NULL);
  g_return_if_fail (evidence != NULL);
  g_return_if_fail (truth != NULL);

  add_match (self, BC_METHOD_ANSWERS, evidence, truth);
  answers = g_hash_table_new (g_str_hash, g_str_equal);
  silent = *evidence;
  silent.answers = answers;
  add_match (self, BC_METHOD_MARKS, &silent, truth);
  g_hash_table_unref (answers);
  add_baseline (&self->scores[BC_METHOD_OVERLAP], bc_baseline_overlap (evidence, self->maps), truth);
  add_baseline (&self->scores[BC_METHOD_DERMATOMES], bc_baseline_dermatomes (evidence, self->maps), truth);
}

/**
 * bc_scores_count:
 * @scores: of the matcher, not of a baseline
 *
 * Returns: how many cases were judged, of one source, two or none
 */
guint
bc_scores_count (const BcScores *scores)
{
  guint n = 0;

  g_return_val_if_fail (scores != NULL, 0);

  for (guint i = 0; i < BC_EVALUATION_N_BINS; i++)
    n += scores->bins[i].n;
  return n;
}

/**
 * bc_scores_get_calibration_error:
 * @scores: of the matcher, not of a baseline
 *
 * The expected calibration error: in each tenth of the share of the first outcome, how far the mean share is from how often
 * it was right; of these distances the mean, each tenth weighing as much as it has cases.
 *
 * Returns: 0 where every share is right as often as it says, 1 at most
 */
double
bc_scores_get_calibration_error (const BcScores *scores)
{
  guint n = bc_scores_count (scores);
  double error = 0;

  g_return_val_if_fail (scores != NULL, 0);

  for (guint i = 0; i < BC_EVALUATION_N_BINS; i++)
    error += fabs (scores->bins[i].share - scores->bins[i].right);
  return n > 0 ? error / n : 0;
}

/**
 * bc_method_get_name:
 *
 * Returns: (transfer none): the method in a few words, translated
 */
const char *
bc_method_get_name (BcMethod method)
{
  static const char *const names[BC_N_METHODS] = {
    N_("marks and answers"),
    N_("marks alone"),
    N_("plain overlap"),
    N_("dermatome chart"),
  };

  g_return_val_if_fail (method < BC_N_METHODS, NULL);

  return _(names[method]);
}
