/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-question-private.h"

#include "bc-rule.h"

/*
 * A red-flag question is for sources that would be felt where the marks are, on average at least this likely, and
 * less so where the source is felt on both sides and only one is marked. How common it is does not matter here.
 */
#define FLAG_FIT 0.45
#define ONE_SIDE_ONLY 0.7
/* An answer that fires a rule alone weighs this much, one that needs a partner this much a partner. */
#define ONE_SHORT 3.0
#define TWO_SHORT 0.5
#define TIE 0.001

static double
fit_of (const BcWorkings *work,
        guint             h)
{
  const BcHypothesis *hypothesis = &work->tables->hypotheses[h];
  gboolean left = FALSE;
  gboolean right = FALSE;
  double sum = 0;

  for (guint i = 0; i < work->n_marks; i++)
    {
      sum += work->tables->probability[(gsize) work->marks[i] * work->tables->n + h];
      left |= bc_region_get_side (work->marks[i]) == BC_SIDE_LEFT;
      right |= bc_region_get_side (work->marks[i]) == BC_SIDE_RIGHT;
    }
  return sum / work->n_marks * (hypothesis->side == BC_SIDE_BOTH && !(left && right) ? ONE_SIDE_ONLY : 1);
}

static double *
dup_fits (const BcWorkings *work)
{
  double *fits = g_new0 (double, MAX (1, work->maps->patterns->len));

  for (guint h = 0; h < work->tables->n; h++)
    {
      guint index = work->tables->hypotheses[h].pattern;

      if (((const BcPattern *) g_ptr_array_index (work->maps->patterns, index))->red_flag)
        fits[index] = MAX (fits[index], fit_of (work, h));
    }
  return fits;
}

/* A serious source counts as far as it would account for the marks, others as far as the findings name them. */
static double
flag_weight (const BcRedFlag *flag,
             const BcLeading *leading,
             const double    *fits)
{
  double fit = 0;
  double share = 0;

  for (guint i = 0; i < flag->patterns->len; i++)
    {
      guint pattern = ((const BcPattern *) g_ptr_array_index (flag->patterns, i))->index;

      fit = MAX (fit, fits[pattern]);
      share += leading->shares[pattern];
    }
  fit = MAX (fit, share);
  return fit < FLAG_FIT ? 0 : fit * (1 + (int) flag->urgency);
}

static void
add_flag_weight (const BcWorkings *work,
                 BcCandidate      *candidates,
                 const char       *id,
                 const BcRedFlag  *flag,
                 guint64           rule,
                 double            weight)
{
  BcCandidate *candidate = &candidates[bc_match_lookup_ask (work->tables, id)->index];

  candidate->rank += weight;
  candidate->whose |= rule;
  if (candidate->flag != NULL && weight <= candidate->weight)
    return;
  candidate->flag = flag;
  candidate->weight = weight;
}

static gboolean
is_open (const BcWorkings *work,
         const char       *id)
{
  const BcAsk *ask = bc_match_lookup_ask (work->tables, id);
  const BcAnswerItem *item = bc_maps_lookup_answer (work->maps, id);

  if (item != NULL && !bc_match_allows (work, item->ask_next))
    return FALSE;
  return ask != NULL && bc_match_get_answer (work->evidence, ask, NULL) == BC_ANSWER_NONE;
}

/* An answer that fires a rule alone, or together with one more: the more partners it has, the more hangs on it. */
static void
weigh_flag_answers (const BcWorkings *work,
                    const BcRedFlag  *flag,
                    guint64           rule,
                    double            weight,
                    BcCandidate      *candidates)
{
  g_autoptr(GPtrArray) ids = bc_rule_list_answers (flag->rule);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (!is_open (work, id))
        continue;
      if (bc_match_fires (work, flag, id, NULL))
        {
          add_flag_weight (work, candidates, id, flag, rule, ONE_SHORT * weight);
          candidates[bc_match_lookup_ask (work->tables, id)->index].leads |= flag->urgency == BC_URGENCY_EMERGENCY;
          continue;
        }
      for (guint k = i + 1; k < ids->len; k++)
        {
          const char *partner = g_ptr_array_index (ids, k);

          if (!is_open (work, partner) || bc_match_fires (work, flag, partner, NULL)
              || !bc_match_fires (work, flag, id, partner))
            continue;
          add_flag_weight (work, candidates, id, flag, rule, TWO_SHORT * weight);
          add_flag_weight (work, candidates, partner, flag, rule, TWO_SHORT * weight);
        }
    }
}

/**
 * bc_match_consider_flags:
 * @work: a visit with marks, red flags and answers gathered
 * @leading: the leading findings
 * @candidates: (element-type BcCandidate): where to add the questions that a red-flag rule waits for
 *
 * Looks for answers that are all that is missing, alone or with one more, for a rule whose sources would account for
 * the marks.
 */
void
bc_match_consider_flags (const BcWorkings *work,
                         const BcLeading  *leading,
                         GArray           *candidates)
{
  g_autofree double *fits = dup_fits (work);
  double n_flags = work->maps->red_flags->len;
  g_autofree BcCandidate *all = g_new0 (BcCandidate, MAX (1, work->tables->asks->len));

  for (guint i = 0; i < work->maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (work->maps->red_flags, i);
      double weight = flag_weight (flag, leading, fits);

      /* The table names the main rule of a source first: its answers break a tie. */
      weight *= 1 + TIE * (n_flags - i) / n_flags;
      if (weight > 0 && !bc_match_fires (work, flag, NULL, NULL))
        weigh_flag_answers (work, flag, G_GUINT64_CONSTANT (1) << (i % 64), weight, all);
    }
  for (guint i = 0; i < work->tables->asks->len; i++)
    {
      if (all[i].rank <= 0)
        continue;
      all[i].id = g_ptr_array_index (((const BcAsk *) g_ptr_array_index (work->tables->asks, i))->ids, 0);
      g_array_append_val (candidates, all[i]);
    }
}
