/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-question-private.h"

#define MAX_FLAGS 2
#define LEAST_GAIN 0.02 /* bits, on top of the answers to the questions before */
#define N_PROMISING 16  /* how many are looked at again after each choice */

/* What everyone asks or tests within half a minute goes before what takes longer or is seldom practised. */
#define EVERYDAY_PART 1.5
#define ELABORATE_PART 0.5

/* What a test costs an irritable patient, against a question: an estimate. */
static const double costs[] = {
  [BC_LOAD_NONE] = 1, [BC_LOAD_GENTLE] = 1, [BC_LOAD_MODERATE] = 2, [BC_LOAD_PROVOCATIVE] = 4,
};

static gboolean
is_last (const BcCandidate *candidate)
{
  return candidate->practice == BC_PRACTICE_QUESTIONNAIRE;
}

static double
rank_of (const BcCandidate *candidate,
         double             gain,
         gboolean           irritable)
{
  double ease = candidate->practice == BC_PRACTICE_EVERYDAY    ? EVERYDAY_PART
                : candidate->practice == BC_PRACTICE_ELABORATE ? ELABORATE_PART
                                                               : 1;

  return gain * ease / (irritable ? costs[candidate->load] : 1);
}

static int
higher_first (gconstpointer a,
              gconstpointer b)
{
  const BcCandidate *first = a;
  const BcCandidate *second = b;

  if (is_last (first) != is_last (second))
    return is_last (first) ? 1 : -1;
  if (first->rank > second->rank || first->rank < second->rank)
    return first->rank > second->rank ? -1 : 1;
  return 0; /* the sort is stable: the order of the tables holds */
}

static int
gentle_first (gconstpointer a,
              gconstpointer b)
{
  int first = MAX (((const BcCandidate *) a)->load, BC_LOAD_GENTLE);
  int second = MAX (((const BcCandidate *) b)->load, BC_LOAD_GENTLE);

  return first - second;
}

static gboolean
is_for_same (const BcCandidate *a,
             const BcCandidate *b)
{
  return a->whose == b->whose && a->either == b->either;
}

static gboolean
is_chosen (const GArray      *chosen,
           const BcCandidate *candidate)
{
  for (guint i = 0; i < chosen->len; i++)
    if (is_for_same (&g_array_index (chosen, BcCandidate, i), candidate))
      return TRUE;
  return FALSE;
}

/* Whether @other is the more usual of two questions for the same findings, and to an irritable patient no burden more. */
static gboolean
is_more_usual (const BcCandidate *other,
               const BcCandidate *best,
               gboolean           irritable)
{
  double more = irritable ? costs[other->load] - costs[best->load] : 0;

  if (other->practice != BC_PRACTICE_EVERYDAY || more > 0)
    return FALSE;
  return best->practice != BC_PRACTICE_EVERYDAY || more < 0 || other->order < best->order;
}

/* Two questions for the very same findings tell much the same: one is enough, an everyday one where there is any. */
static const BcCandidate *
find_usual (const GArray      *telling,
            const BcCandidate *best,
            gboolean           irritable)
{
  const BcCandidate *usual = best;

  for (guint i = 0; i < telling->len; i++)
    {
      const BcCandidate *other = &g_array_index (telling, BcCandidate, i);

      if (is_for_same (other, best) && is_more_usual (other, usual, irritable))
        usual = other;
    }
  return usual;
}

/* What tells most on top of the answers before; NULL where nothing tells enough. */
static const BcCandidate *
find_best (const GArray     *telling,
           const GArray     *chosen,
           const BcAnswered *answered,
           const BcLeading  *leading,
           gboolean          irritable)
{
  const BcCandidate *best = NULL;
  double best_rank = 0;

  for (guint i = 0; i < MIN (telling->len, N_PROMISING); i++)
    {
      const BcCandidate *candidate = &g_array_index (telling, BcCandidate, i);
      double gain = chosen->len == 0 ? candidate->gain : bc_match_gain (answered, leading, candidate);
      double rank = rank_of (candidate, gain, irritable);

      if (best != NULL && is_last (candidate) && !is_last (best))
        break;
      if (gain < LEAST_GAIN || rank <= best_rank || is_chosen (chosen, candidate))
        continue;
      best = candidate;
      best_rank = rank;
    }
  return best;
}

/* Where a rule fires the patient is to be seen elsewhere: nothing is provoked on the way. */
static void
drop_heavy (const BcWorkings *work,
            GArray           *telling)
{
  BcLoad most = BC_LOAD_PROVOCATIVE;

  for (guint i = 0; i < work->red_flags->len; i++)
    switch (((const BcRedFlag *) g_ptr_array_index (work->red_flags, i))->urgency)
      {
      case BC_URGENCY_EMERGENCY:
        most = MIN (most, BC_LOAD_GENTLE);
        break;
      case BC_URGENCY_URGENT:
        most = MIN (most, BC_LOAD_MODERATE);
        break;
      case BC_URGENCY_SOON:
      default:
        break;
      }
  for (guint i = telling->len; i-- > 0;)
    if (g_array_index (telling, BcCandidate, i).load > most)
      g_array_remove_index (telling, i);
}

static GArray *
choose_telling (GArray          *telling,
                const BcLeading *leading,
                gboolean         irritable)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (BcCandidate));
  BcAnswered answered;

  bc_match_answered_init (&answered, leading);
  for (guint i = 0; i < telling->len; i++)
    {
      BcCandidate *candidate = &g_array_index (telling, BcCandidate, i);

      candidate->rank = rank_of (candidate, candidate->gain, irritable);
    }
  g_array_sort (telling, higher_first);
  while (chosen->len < BC_MATCH_MAX_TELLING)
    {
      const BcCandidate *best = find_best (telling, chosen, &answered, leading, irritable);

      if (best == NULL)
        break;
      best = find_usual (telling, best, irritable);
      bc_match_answered_add (&answered, leading, best);
      g_array_append_vals (chosen, best, 1);
    }
  if (irritable)
    g_array_sort (chosen, gentle_first);
  return chosen;
}

static const BcGroup *
outermost (const BcWorkings *work,
           const BcPattern  *pattern)
{
  const BcGroup *group = pattern->group;
  const BcGroup *parent = group != NULL ? bc_maps_lookup_group (work->maps, group->parent) : NULL;

  return parent != NULL ? parent : group;
}

/* One of each group is enough to name a direction. */
static void
add_told (const BcWorkings *work,
          const BcPattern  *pattern,
          const BcPattern **told,
          guint            *n_told)
{
  const BcGroup *group = outermost (work, pattern);

  for (guint i = 0; i < *n_told; i++)
    if (told[i] == pattern || (group != NULL && outermost (work, told[i]) == group))
      return;
  if (*n_told < BC_QUESTION_MAX_TOLD)
    told[(*n_told)++] = pattern;
}

static void
tell_apart (const BcWorkings  *work,
            const BcLeading   *leading,
            const BcCandidate *candidate,
            BcQuestion        *question)
{
  double yes = 0;

  for (guint i = 0; i <= leading->n; i++)
    yes += leading->share[i] * bc_match_chance (leading, candidate, i);
  for (guint i = 0; i < leading->n; i++)
    if (bc_match_chance (leading, candidate, i) > yes)
      add_told (work, leading->findings[i]->pattern, question->raises, &question->n_raises);
    else
      add_told (work, leading->findings[i]->pattern, question->lowers, &question->n_lowers);
}

static gboolean
is_asked (const BcWorkings *work,
          const GArray     *questions,
          const BcAsk      *ask)
{
  for (guint i = 0; ask != NULL && i < questions->len; i++)
    if (bc_match_lookup_ask (work->tables, g_array_index (questions, BcQuestion, i).id) == ask)
      return TRUE;
  return FALSE;
}

static gboolean
add_question (GArray            *questions,
              const BcWorkings  *work,
              const BcLeading   *leading,
              const BcCandidate *candidate)
{
  const BcAsk *ask = bc_match_lookup_ask (work->tables, candidate->id);
  const BcDiscriminator *row = bc_maps_lookup_discriminator (work->maps, candidate->id);
  const BcAnswerItem *item = bc_maps_lookup_answer (work->maps, candidate->id);
  const BcFactor *factor = bc_maps_lookup_factor (work->maps, candidate->id);
  const BcDiscriminator *test = bc_match_find_test (work, ask);
  BcQuestion question = { .gain = candidate->gain, .flag = candidate->flag };

  if (is_asked (work, questions, ask))
    return FALSE;
  /* The maps outlive the tables, and with them the candidate's id. */
  question.id = row != NULL ? row->id : item != NULL ? item->id : factor != NULL ? factor->id : NULL;
  if (question.id == NULL)
    return FALSE;
  question.kind = candidate->flag != NULL ? BC_QUESTION_RED_FLAG : BC_QUESTION_DISCRIMINATE;
  question.question = bc_maps_lookup_question (work->maps, question.id);
  question.how = test != NULL ? test->how : NULL;
  question.load = test != NULL ? test->load : BC_LOAD_NONE;
  question.factor = row == NULL && item == NULL;
  if (question.kind == BC_QUESTION_DISCRIMINATE)
    tell_apart (work, leading, candidate, &question);
  g_array_append_val (questions, question);
  return TRUE;
}

/* One question for one rule: what comes second waits until the first is answered. */
static guint
add_flag_questions (GArray           *questions,
                    const BcWorkings *work,
                    const GArray     *urgent,
                    gboolean          leads,
                    guint             most,
                    guint64          *covered)
{
  guint n = 0;

  for (guint i = 0; i < urgent->len && n < most; i++)
    {
      const BcCandidate *candidate = &g_array_index (urgent, BcCandidate, i);

      if (candidate->leads != leads || (candidate->whose & *covered) != 0)
        continue;
      *covered |= candidate->whose;
      n += add_question (questions, work, NULL, candidate);
    }
  return n;
}

/**
 * bc_match_ask_next:
 * @work: a visit with marks, red flags and answers gathered
 * @findings: its findings, best first
 * @no_fit_share: the share of "no pattern fits"
 * @irritable: whether gentle tests go first
 *
 * Chooses what to ask or test next. First up to two answers of which each alone would fire a rule of an emergency;
 * then one to three questions or tests that tell the leading findings apart: each the one that tells most on top of
 * those before, everyday ones before elaborate ones, questionnaires last, and for an irritable patient by what it
 * tells for its load. Where a rule of an emergency fires only gentle tests are put forward, where an urgent one fires
 * no provocative ones. Where fewer than two stand at the head, one answer at the end for which another red-flag rule
 * waits. A question that was answered, or whose twin was, is not asked again.
 *
 * Returns: (transfer full): array of #BcQuestion, at most five; empty where nothing is marked
 */
GArray *
bc_match_ask_next (const BcWorkings *work,
                   const GPtrArray  *findings,
                   double            no_fit_share,
                   gboolean          irritable)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (BcQuestion));
  g_autoptr(GArray) urgent = g_array_new (FALSE, FALSE, sizeof (BcCandidate));
  g_autoptr(GArray) telling = g_array_new (FALSE, FALSE, sizeof (BcCandidate));
  g_autoptr(GArray) chosen = NULL;
  g_auto(BcLeading) leading = { 0 };
  guint64 covered = 0;
  guint n_flags;

  if (work->n_marks == 0)
    return questions;
  bc_match_leading_init (&leading, work, findings, no_fit_share);
  bc_match_consider_flags (work, &leading, urgent);
  g_array_sort (urgent, higher_first);
  n_flags = add_flag_questions (questions, work, urgent, TRUE, MAX_FLAGS, &covered);
  bc_match_consider_rows (work, &leading, telling);
  drop_heavy (work, telling);
  chosen = choose_telling (telling, &leading, irritable);
  for (guint i = 0; i < chosen->len; i++)
    add_question (questions, work, &leading, &g_array_index (chosen, BcCandidate, i));
  if (n_flags < MAX_FLAGS)
    add_flag_questions (questions, work, urgent, FALSE, 1, &covered);
  return questions;
}
