/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <math.h>

/*
 * Where a row gives no ratio: a likelihood ratio by strength for a yes, and a milder one for a no, since the
 * absence of a sign says less than its presence. Estimates; docs/matcher.md.
 */
static const double yes_ratio[] = {
  [BC_STRENGTH_WEAK] = 1.5, [BC_STRENGTH_MODERATE] = 2.5, [BC_STRENGTH_STRONG] = 5.0
};
static const double no_ratio[] = {
  [BC_STRENGTH_WEAK] = 1.25, [BC_STRENGTH_MODERATE] = 1.6, [BC_STRENGTH_STRONG] = 2.2
};

/* An answer of the red-flag rules, for the patterns that a rule names: its absence excludes next to nothing. */
#define RULE_YES 2.5
#define RULE_NO 1.25

/* A factor that a pattern lists, does not list, or lists on the other side. */
#define FACTOR_AS_LISTED 0.7
#define FACTOR_EITHER_WAY 0.2
#define FACTOR_NOT_LISTED -0.2
#define FACTOR_CONTRARY -0.9
#define NO_EFFECT_LISTED -0.5
#define NO_EFFECT_EITHER_WAY -0.2
#define NO_EFFECT_NOT_LISTED 0.05

/*
 * A rule that fires, a combination of signs, is a likelihood ratio for the serious sources that it names, and half
 * of its logarithm for the harmless ones.
 */
static const double fired_ratio[] = {
  [BC_URGENCY_SOON] = 2.5, [BC_URGENCY_URGENT] = 5.0, [BC_URGENCY_EMERGENCY] = 10.0
};
#define FIRED_HARMLESS 0.5

static BcStrength
one_step_milder (BcStrength strength)
{
  return strength == BC_STRENGTH_STRONG ? BC_STRENGTH_MODERATE : BC_STRENGTH_WEAK;
}

/**
 * bc_match_row_weight:
 * @row: a question or test
 * @yes: whether the answer is yes
 *
 * Works out the natural logarithm of the likelihood ratio. A published ratio goes first. Where only the ratio of a no
 * was published, that of a yes is estimated one step milder than the row's strength. A row that speaks against its
 * patterns and has only a negative ratio is worded by absence ("without symptoms"): there the ratio belongs to the
 * yes.
 *
 * Returns: the weight for the patterns of @row
 */
double
bc_match_row_weight (const BcDiscriminator *row,
                     gboolean               yes)
{
  double positive = row->lr_positive;
  double negative = row->lr_negative;
  BcStrength strength = row->strength;
  int direction = row->direction < 0 ? -1 : 1;

  if (direction < 0 && isnan (positive) && !isnan (negative))
    {
      positive = negative;
      negative = NAN;
    }
  if (yes && !isnan (positive))
    return log (positive);
  if (!yes && !isnan (negative))
    return log (negative);
  if (yes && !isnan (negative))
    strength = one_step_milder (strength);
  return yes ? direction * log (yes_ratio[strength]) : -direction * log (no_ratio[strength]);
}

/* Returns the weights, one for each pattern, to be filled in. */
static double *
add_answer (BcWorkings    *work,
            const char    *id,
            BcAnswerValue  value)
{
  const BcAnswerWeights answer = { id, value, g_new0 (double, MAX (1, work->maps->patterns->len)) };

  g_array_append_val (work->answers, answer);
  return answer.weights;
}

/* An id of the maps for an id of the evidence, so that findings outlive the evidence. */
static const char *
maps_id (const BcMaps *maps,
         const char   *id)
{
  const BcDiscriminator *row = bc_maps_lookup_discriminator (maps, id);
  const BcAnswerItem *item = row == NULL ? bc_maps_lookup_answer (maps, id) : NULL;

  return row != NULL ? row->id : item != NULL ? item->id : NULL;
}

static gboolean
muscle_was_tested (const BcWorkings *work)
{
  for (guint i = 0; i < work->tables->asks->len; i++)
    {
      const BcAsk *ask = g_ptr_array_index (work->tables->asks, i);

      if (ask->muscle && bc_match_get_answer (work->evidence, ask, NULL) != BC_ANSWER_NONE)
        return TRUE;
    }
  return FALSE;
}

/* The strongest of the rows of one question counts for each pattern, once. */
static void
weigh_ask (BcWorkings  *work,
           const BcAsk *ask)
{
  const char *id = NULL;
  BcAnswerValue value = bc_match_get_answer (work->evidence, ask, &id);
  double *weights;

  if (value == BC_ANSWER_NONE || (ask->general_weakness && muscle_was_tested (work)))
    return;
  weights = add_answer (work, maps_id (work->maps, id), value);
  for (guint i = 0; i < ask->rows->len; i++)
    {
      guint index = g_array_index (ask->rows, guint, i);
      const BcDiscriminator *row = g_ptr_array_index (work->maps->discriminators, index);
      double weight = bc_match_row_weight (row, value == BC_ANSWER_YES);

      for (guint k = 0; k < row->patterns->len; k++)
        {
          const BcPattern *pattern = g_ptr_array_index (row->patterns, k);

          if (fabs (weight) > fabs (weights[pattern->index]))
            weights[pattern->index] = weight;
        }
    }
  for (guint i = 0; i < ask->rule_patterns->len; i++)
    {
      double *weight = &weights[g_array_index (ask->rule_patterns, guint, i)];

      if (fabs (*weight) <= 0)
        *weight = value == BC_ANSWER_YES ? log (RULE_YES) : -log (RULE_NO);
    }
}

static double
factor_weight (BcAnswerValue value,
               guint8        listed)
{
  guint8 told = value == BC_ANSWER_AGGRAVATES ? BC_LISTED_AGGRAVATING : BC_LISTED_EASING;

  if (value == BC_ANSWER_NO_EFFECT)
    return listed == BC_LISTED_NOT ? NO_EFFECT_NOT_LISTED
           : listed == BC_LISTED_BOTH ? NO_EFFECT_EITHER_WAY
                                      : NO_EFFECT_LISTED;
  if (listed == BC_LISTED_NOT)
    return FACTOR_NOT_LISTED;
  if (listed == BC_LISTED_BOTH)
    return FACTOR_EITHER_WAY;
  return listed == told ? FACTOR_AS_LISTED : FACTOR_CONTRARY;
}

static void
weigh_factor (BcWorkings    *work,
              guint          index,
              BcAnswerValue  value)
{
  const BcFactor *factor = g_ptr_array_index (work->maps->factors, index);
  guint n_patterns = work->maps->patterns->len;
  const guint8 *listed = work->tables->listed + (gsize) index * n_patterns;
  double *weights = add_answer (work, factor->id, value);

  for (guint i = 0; i < n_patterns; i++)
    weights[i] = factor_weight (value, listed[i]);
}

static void
weigh_flags (BcWorkings *work)
{
  g_autofree gboolean *named = g_new0 (gboolean, MAX (1, work->maps->patterns->len));

  /* Most urgent first: a pattern named by several rules gains once. */
  for (guint i = 0; i < work->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (work->red_flags, i);
      double *weights = add_answer (work, flag->id, BC_ANSWER_YES);

      for (guint k = 0; k < flag->patterns->len; k++)
        {
          const BcPattern *pattern = g_ptr_array_index (flag->patterns, k);

          if (!named[pattern->index])
            weights[pattern->index] = log (fired_ratio[flag->urgency]) * (pattern->red_flag ? 1 : FIRED_HARMLESS);
          named[pattern->index] = TRUE;
        }
    }
}

/* The more answers point at one source, the less each new one adds. */
static void
limit_answers (BcWorkings *work)
{
  guint n_patterns = work->maps->patterns->len;
  g_autofree double *sizes = g_new0 (double, MAX (1, n_patterns));

  for (guint i = 0; i < work->answers->len; i++)
    {
      const double *weights = g_array_index (work->answers, BcAnswerWeights, i).weights;

      for (guint k = 0; k < n_patterns; k++)
        {
          work->answer_sum[k] += weights[k];
          sizes[k] += fabs (weights[k]);
        }
    }
  for (guint i = 0; i < n_patterns; i++)
    {
      double size = sizes[i] / BC_MATCH_ANSWER_LIMIT;

      work->answer_scale[i] = size > 0 ? tanh (size) / size : 1;
      work->answer_sum[i] *= work->answer_scale[i];
    }
}

/**
 * bc_match_gather_answers:
 * @work: a visit with its red flags gathered
 *
 * Works out what the answers weigh for every pattern.
 */
void
bc_match_gather_answers (BcWorkings *work)
{
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (1, work->tables->asks->len));
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, work->evidence->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const BcAsk *ask = bc_match_lookup_ask (work->tables, id);
      guint factor = GPOINTER_TO_UINT (g_hash_table_lookup (work->tables->factors, id));

      if (ask != NULL && !seen[ask->index])
        {
          seen[ask->index] = TRUE;
          weigh_ask (work, ask);
        }
      else if (factor > 0 && GPOINTER_TO_INT (value) >= BC_ANSWER_AGGRAVATES)
        weigh_factor (work, factor - 1, GPOINTER_TO_INT (value));
    }
  weigh_flags (work);
  limit_answers (work);
}
