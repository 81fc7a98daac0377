/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-question-private.h"

#include <math.h>

#define MAX_QUESTIONS 5
#define MAX_LEADING_QUESTIONS 2
#define LEAST_GAIN 0.02 /* bits */

/* How likely a factor is named by a patient whose source lists it, does not list it, or lists the contrary. */
#define FACTOR_LISTED 0.55
#define FACTOR_EITHER 0.4
#define FACTOR_OTHER 0.25

/* The chart tells these already: where it hurts, and how old the patient is. */
static const char * const told_by_chart[] = {
  "d-below-knee", "d-back-only", "d-bilateral-buttock-leg", "d-4of5", "d-groin-hip", "d-groin-radiation",
  "d-ant-thigh-disc", "d-post-only-disc", "d-not-below-knee", "d-past-elbow", "d-scap-level", "d-suprascap",
  "d-interscap", "d-occiput-facet", "d-both-arms", "d-right-arm", "d-left-arm", "d-ces-bilateral", "d-no-lumbar-pain",
  "d-medial-thigh-worst", "d-age70", "d-age60", "d-age70-fracture", NULL
};

/* Questionnaires take minutes: they come last, and only where nothing simpler tells anything. */
static const char * const lengthy[] = { "d-dn4", "d-dn4-nl", "d-paindetect", "d-lss-tool", "d-wpi7", NULL };

/*
 * What every clinician asks or tests within half a minute goes before what takes longer or is seldom practised; the
 * most usual first.
 */
static const char * const everyday[] = {
  "d-slr", "d-weak-great-toe", "d-achilles-reflex", "d-weak-heel-raise", "d-weak-ankle-dorsiflexion", "d-knee-reflex",
  "d-femoral-stretch", "d-weak-knee-extension", "d-cough", "d-spurling", "d-neck-moves-arm", "d-triceps-reflex",
  "d-biceps-reflex", "d-single-leg-30", "d-hip-rotation-limited", "d-sit-to-stand", "sitting", "standing", "walking",
  "forward-bend", "extension", "first-steps", "overhead-reach", NULL
};
static const char * const elaborate[] = {
  "d-medial-hamstring-reflex", "d-wainner4", "d-wainner3", "d-revel", "d-lss-cpr", "d-trolley-set", "d-myelo-cluster",
  "d-sij-composite", "d-katz-classic", "d-wells3", NULL
};
#define EVERYDAY_PART 1.5
#define ELABORATE_PART 0.5

/* Worded as "with the foot drop": no question before one of these was answered yes. */
static const struct
{
  const char *id;
  const char *after[2];
} follow_ups[] = {
  { "d-footdrop-abd", { "foot-drop-new", "d-weak-ankle-dorsiflexion" } },
  { "d-footdrop-abd-strong", { "foot-drop-new", "d-weak-ankle-dorsiflexion" } },
  { "d-weak-inversion", { "foot-drop-new", "d-weak-ankle-dorsiflexion" } },
};

static void
leading_clear (BcLeading *leading)
{
  g_clear_pointer (&leading->shares, g_free);
  g_clear_pointer (&leading->bits, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcLeading, leading_clear)

static void
leading_init (BcLeading        *leading,
              const BcWorkings *work,
              const GPtrArray  *findings,
              double            no_fit_share)
{
  guint n = MIN (findings->len, BC_MATCH_MAX_LEADING);
  double total = no_fit_share;

  leading->shares = g_new0 (double, MAX (1, work->maps->patterns->len));
  leading->bits = g_new0 (guint64, MAX (1, work->maps->patterns->len));
  for (guint i = 0; i < n; i++)
    total += ((const BcFinding *) g_ptr_array_index (findings, i))->share;
  for (guint i = 0; i < n && total > 0; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings, i);

      leading->shares[finding->pattern->index] += finding->share / total;
      if (leading->bits[finding->pattern->index] == 0)
        leading->patterns[leading->n++] = finding->pattern->index;
      leading->bits[finding->pattern->index] |= G_GUINT64_CONSTANT (1) << i;
    }
}

static double
entropy (double p)
{
  if (p <= 0 || p >= 1)
    return 0;
  return -p * log2 (p) - (1 - p) * log2 (1 - p);
}

/* Bits that a question tells, where the findings of @share say yes with probability @inside, all others @outside. */
static double
expected_gain (double share,
               double inside,
               double outside)
{
  double yes = share * inside + (1 - share) * outside;

  return MAX (0, entropy (yes) - share * entropy (inside) - (1 - share) * entropy (outside));
}

/* From both ratios follow how often the patterns and all others say yes: p = LR+ q and 1 - p = LR- (1 - q). */
static double
ratio_gain (double share,
            double positive,
            double negative)
{
  double outside;

  if ((positive - 1) * (negative - 1) >= 0)
    return 0;
  outside = CLAMP ((1 - negative) / (positive - negative), 0.02, 0.98);
  return expected_gain (share, CLAMP (positive * outside, 0.02, 0.98), outside);
}

static double
ease_of (const char *id)
{
  if (g_strv_contains (everyday, id))
    return EVERYDAY_PART;
  return g_strv_contains (elaborate, id) ? ELABORATE_PART : 1;
}

static gboolean
may_ask (const BcWorkings *work,
         const BcAsk      *ask)
{
  if (bc_match_get_answer (work->evidence, ask, NULL) != BC_ANSWER_NONE)
    return FALSE;
  if (g_strv_contains (told_by_chart, g_ptr_array_index (ask->ids, 0)))
    return FALSE;
  /* Most patients never had one. */
  if (g_str_has_prefix (g_ptr_array_index (ask->ids, 0), "d-injection-"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (follow_ups); i++)
    if (g_str_equal (follow_ups[i].id, g_ptr_array_index (ask->ids, 0)))
      return bc_evidence_get_answer (work->evidence, follow_ups[i].after[0]) == BC_ANSWER_YES
             || bc_evidence_get_answer (work->evidence, follow_ups[i].after[1]) == BC_ANSWER_YES;
  return TRUE;
}

static void
consider_row (const BcWorkings      *work,
              const BcLeading       *leading,
              const BcDiscriminator *row,
              BcCandidate           *candidate)
{
  double share = 0;
  guint64 whose = 0;
  double gain;

  /* How it feels is on the chart already. */
  if (g_strcmp0 (row->kind, "quality") == 0)
    return;
  for (guint i = 0; i < row->patterns->len; i++)
    {
      guint pattern = ((const BcPattern *) g_ptr_array_index (row->patterns, i))->index;

      share += leading->shares[pattern];
      whose |= leading->bits[pattern];
    }
  if (whose == 0)
    return;
  gain = ratio_gain (MIN (1, share), exp (bc_match_row_weight (row, TRUE)), exp (bc_match_row_weight (row, FALSE)));
  if (gain <= candidate->gain)
    return;
  candidate->gain = gain;
  candidate->whose = whose;
  candidate->id = row->id;
}

static void
consider_asks (const BcWorkings *work,
               const BcLeading  *leading,
               GArray           *candidates)
{
  for (guint i = 0; i < work->tables->asks->len; i++)
    {
      const BcAsk *ask = g_ptr_array_index (work->tables->asks, i);
      BcCandidate candidate = { NULL, 0, 0, 0, FALSE, FALSE };

      for (guint k = 0; k < ask->rows->len; k++)
        consider_row (work, leading,
                      g_ptr_array_index (work->maps->discriminators, g_array_index (ask->rows, guint, k)), &candidate);
      if (candidate.gain < LEAST_GAIN || !may_ask (work, ask))
        continue;
      candidate.rank = candidate.gain * ease_of (candidate.id);
      candidate.last = g_strv_contains (lengthy, candidate.id);
      g_array_append_val (candidates, candidate);
    }
}

static void
consider_factors (const BcWorkings *work,
                  const BcLeading  *leading,
                  GArray           *candidates)
{
  guint n_patterns = work->maps->patterns->len;

  for (guint i = 0; i < work->maps->factors->len; i++)
    {
      const BcFactor *factor = g_ptr_array_index (work->maps->factors, i);
      const guint8 *listed = work->tables->listed + (gsize) i * n_patterns;
      double share = 0;
      double either = 0;
      BcCandidate candidate = { factor->id, 0, 0, 0, FALSE, FALSE };

      for (guint k = 0; k < leading->n; k++)
        {
          guint pattern = leading->patterns[k];

          share += listed[pattern] == BC_LISTED_AGGRAVATING ? leading->shares[pattern] : 0;
          either += listed[pattern] == BC_LISTED_BOTH ? leading->shares[pattern] : 0;
          candidate.whose |= listed[pattern] == BC_LISTED_AGGRAVATING ? leading->bits[pattern] : 0;
        }
      candidate.gain = expected_gain (MIN (1, share), FACTOR_LISTED,
                                      FACTOR_OTHER + (FACTOR_EITHER - FACTOR_OTHER) * MIN (1, either));
      if (candidate.gain < LEAST_GAIN || bc_evidence_get_answer (work->evidence, factor->id) != BC_ANSWER_NONE)
        continue;
      candidate.rank = candidate.gain * ease_of (factor->id);
      g_array_append_val (candidates, candidate);
    }
}

static int
higher_first (gconstpointer a,
              gconstpointer b)
{
  const BcCandidate *first = a;
  const BcCandidate *second = b;

  if (first->last != second->last)
    return first->last ? 1 : -1;
  if (first->rank > second->rank || first->rank < second->rank)
    return first->rank > second->rank ? -1 : 1;
  return 0; /* the sort is stable: the order of the tables holds */
}

/*
 * Two questions for the very same findings tell much the same: one is enough, the most usual one where there is an
 * everyday one. Returns NULL where one was chosen already.
 */
static const BcCandidate *
choose_one (const GArray *candidates,
            guint         index)
{
  const BcCandidate *best = &g_array_index (candidates, BcCandidate, index);

  for (guint i = 0; i < index; i++)
    if (g_array_index (candidates, BcCandidate, i).whose == best->whose)
      return NULL;
  for (guint k = 0; everyday[k] != NULL; k++)
    for (guint i = index; i < candidates->len; i++)
      {
        const BcCandidate *other = &g_array_index (candidates, BcCandidate, i);

        if (other->whose == best->whose && g_str_equal (other->id, everyday[k]))
          return other;
      }
  return best;
}

static void
add_question (GArray           *questions,
              const BcWorkings *work,
              const BcCandidate *candidate)
{
  const BcDiscriminator *row = bc_maps_lookup_discriminator (work->maps, candidate->id);
  const BcAnswerItem *item = bc_maps_lookup_answer (work->maps, candidate->id);
  const BcFactor *factor = bc_maps_lookup_factor (work->maps, candidate->id);
  const char *id = row != NULL ? row->id : item != NULL ? item->id : factor != NULL ? factor->id : NULL;
  const BcQuestion question = { id, bc_maps_lookup_question (work->maps, candidate->id), candidate->gain };

  if (id == NULL)
    return;
  for (guint i = 0; i < questions->len; i++)
    {
      const BcAsk *asked = bc_match_lookup_ask (work->tables, g_array_index (questions, BcQuestion, i).id);

      if (asked != NULL && asked == bc_match_lookup_ask (work->tables, id))
        return;
    }
  g_array_append_val (questions, question);
}

/* One question for one rule: what comes second waits until the first is answered. */
static void
add_flag_questions (GArray           *questions,
                    const BcWorkings *work,
                    const GArray     *urgent,
                    gboolean          leads,
                    guint             most,
                    guint64          *covered)
{
  for (guint i = 0; i < urgent->len && questions->len < most; i++)
    {
      const BcCandidate *candidate = &g_array_index (urgent, BcCandidate, i);

      if (candidate->leads != leads || (candidate->whose & *covered) != 0)
        continue;
      *covered |= candidate->whose;
      add_question (questions, work, candidate);
    }
}

/**
 * bc_match_ask_next:
 * @work: a visit with marks, red flags and answers gathered
 * @findings: its findings, best first
 * @no_fit_share: the share of "no pattern fits"
 *
 * Chooses what to ask or test next. First up to two answers of which each alone would fire a rule of an emergency;
 * then what would most tell the leading findings apart, everyday questions before elaborate ones, questionnaires
 * last; at the end one answer for which another red-flag rule waits. A question that was answered, or whose twin was,
 * is not asked again.
 *
 * Returns: (transfer full): array of #BcQuestion, at most five; empty where nothing is marked
 */
GArray *
bc_match_ask_next (const BcWorkings *work,
                   const GPtrArray  *findings,
                   double            no_fit_share)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (BcQuestion));
  g_autoptr(GArray) urgent = g_array_new (FALSE, FALSE, sizeof (BcCandidate));
  g_autoptr(GArray) telling = g_array_new (FALSE, FALSE, sizeof (BcCandidate));
  g_auto(BcLeading) leading = { 0 };
  guint64 covered = 0;
  guint most;

  if (work->n_marks == 0)
    return questions;
  leading_init (&leading, work, findings, no_fit_share);
  bc_match_consider_flags (work, &leading, urgent);
  g_array_sort (urgent, higher_first);
  add_flag_questions (questions, work, urgent, TRUE, MAX_LEADING_QUESTIONS, &covered);
  consider_asks (work, &leading, telling);
  consider_factors (work, &leading, telling);
  g_array_sort (telling, higher_first);
  most = urgent->len > 0 ? MAX_QUESTIONS - 1 : MAX_QUESTIONS;
  for (guint i = 0; i < telling->len && questions->len < most; i++)
    {
      const BcCandidate *candidate = choose_one (telling, i);

      if (candidate != NULL)
        add_question (questions, work, candidate);
    }
  add_flag_questions (questions, work, urgent, FALSE, MIN (MAX_QUESTIONS, questions->len + 1), &covered);
  return questions;
}
