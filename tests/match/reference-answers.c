/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference-answers.h"

#include "bc-rule.h"

#include <math.h>

/* Rows that say "same as" share an answer: the id under which all of them go. */
static const char *
question_of (const BcMaps *maps,
             const char   *id)
{
  const BcDiscriminator *row = bc_maps_lookup_discriminator (maps, id);

  return row != NULL && row->same_as != NULL ? question_of (maps, row->same_as) : id;
}

/* The first of those that share it, in the order of the tables, where they were answered differently. */
static BcAnswerValue
answer_to (const BcEvidence *evidence,
           const BcMaps     *maps,
           const char       *question)
{
  BcAnswerValue value = bc_evidence_get_answer (evidence, question);

  for (guint i = 0; i < maps->discriminators->len && value == BC_ANSWER_NONE; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);

      if (g_str_equal (question_of (maps, row->id), question))
        value = bc_evidence_get_answer (evidence, row->id);
    }
  return value;
}

/* --- questions and tests --- */

static double
log_ratio (const BcDiscriminator *row,
           gboolean               yes)
{
  static const double yes_ratios[] = { 1.5, 2.5, 5 };
  static const double no_ratios[] = { 1.25, 1.6, 2.2 };
  gboolean absence = row->direction < 0 && isnan (row->lr_positive);
  double of_yes = absence ? row->lr_negative : row->lr_positive;
  double of_no = absence ? NAN : row->lr_negative;
  int milder = !isnan (of_no) && row->strength != BC_STRENGTH_WEAK ? 1 : 0;
  double estimate = yes ? log (yes_ratios[(int) row->strength - milder]) : -log (no_ratios[row->strength]);

  if (!isnan (yes ? of_yes : of_no))
    return log (yes ? of_yes : of_no);
  return row->direction < 0 ? -estimate : estimate;
}

static gboolean
is_muscle_test (const char *id)
{
  return g_str_has_prefix (id, "d-weak-") || g_str_equal (id, "d-abd-weak") || g_str_equal (id, "d-thumb-abd-weak");
}

/* The general question for weakness adds nothing where a muscle group was tested. */
static gboolean
is_settled (const BcEvidence *evidence,
            const BcMaps     *maps,
            const char       *question)
{
  if (!g_str_equal (question, question_of (maps, "d-paresis")))
    return FALSE;
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);

      if (is_muscle_test (row->id) && answer_to (evidence, maps, question_of (maps, row->id)) != BC_ANSWER_NONE)
        return TRUE;
    }
  return FALSE;
}

/* A chart on which everything is marked and answered yes, but for one answer. */
static gboolean
all_marked (gconstpointer but,
            BcRegion      region)
{
  return TRUE;
}

static gboolean
all_felt (gconstpointer but,
          BcRegion      region,
          BcQuality     quality)
{
  return TRUE;
}

static gboolean
all_yes (gconstpointer but,
         const char   *answer)
{
  return g_strcmp0 (answer, but) != 0;
}

static int
of_sixty (gconstpointer but)
{
  return 60;
}

/* Whether a rule hopes for a yes; one that stands under a NOT keeps it from firing. */
static gboolean
asks_for (const BcMaps    *maps,
          const BcRedFlag *flag,
          const char      *question)
{
  static const BcRuleFacts everything = { all_marked, all_felt, all_yes, of_sixty };
  g_autoptr(GPtrArray) answers = bc_rule_list_answers (flag->rule);

  for (guint i = 0; i < answers->len; i++)
    {
      const char *id = g_ptr_array_index (answers, i);

      if (g_str_equal (question_of (maps, id), question)
          && (bc_rule_evaluate (flag->rule, &everything, NULL) || !bc_rule_evaluate (flag->rule, &everything, id)))
        return TRUE;
    }
  return FALSE;
}

static void
weigh_question (const BcEvidence *evidence,
                const BcMaps     *maps,
                const char       *question,
                double           *weights)
{
  gboolean yes = answer_to (evidence, maps, question) == BC_ANSWER_YES;

  if (is_settled (evidence, maps, question))
    return;
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);
      double weight = log_ratio (row, yes);

      for (guint k = 0; k < row->patterns->len && g_str_equal (question_of (maps, row->id), question); k++)
        {
          double *of_pattern = &weights[((const BcPattern *) g_ptr_array_index (row->patterns, k))->index];

          *of_pattern = fabs (weight) > fabs (*of_pattern) ? weight : *of_pattern;
        }
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);
      gboolean asks = asks_for (maps, flag, question);

      for (guint k = 0; k < flag->patterns->len && asks; k++)
        {
          double *of_pattern = &weights[((const BcPattern *) g_ptr_array_index (flag->patterns, k))->index];

          *of_pattern = fabs (*of_pattern) > 0 ? *of_pattern : yes ? log (2.5) : -log (1.25);
        }
    }
}

/* --- factors --- */

static void
weigh_factor (const BcMaps  *maps,
              const char    *factor,
              BcAnswerValue  value,
              double        *weights)
{
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      gboolean worse = g_strv_contains ((const char *const *) pattern->aggravating, factor);
      gboolean better = g_strv_contains ((const char *const *) pattern->easing, factor);

      if (value == BC_ANSWER_NO_EFFECT)
        weights[i] = worse && better ? -0.2 : worse || better ? -0.5 : 0.05;
      else if (worse && better)
        weights[i] = 0.2;
      else if (!worse && !better)
        weights[i] = -0.2;
      else
        weights[i] = worse == (value == BC_ANSWER_AGGRAVATES) ? 0.7 : -0.9;
    }
}

/* --- red-flag rules that fire --- */

typedef struct
{
  const BcEvidence *evidence;
  const BcMaps     *maps;
} Facts;

static gboolean
is_marked (gconstpointer data,
           BcRegion      region)
{
  return ((const Facts *) data)->evidence->share[region] > 0;
}

static gboolean
has_quality (gconstpointer data,
             BcRegion      region,
             BcQuality     quality)
{
  return is_marked (data, region) && (((const Facts *) data)->evidence->qualities[region] & quality) != 0;
}

static gboolean
is_yes (gconstpointer data,
        const char   *answer)
{
  const Facts *facts = data;

  return answer_to (facts->evidence, facts->maps, question_of (facts->maps, answer)) == BC_ANSWER_YES;
}

static int
get_age (gconstpointer data)
{
  return ((const Facts *) data)->evidence->age;
}

/* A pattern gains once, by the most urgent rule that names it. */
static void
weigh_flags (const BcEvidence *evidence,
             const BcMaps     *maps,
             double           *weights)
{
  static const BcRuleFacts functions = { is_marked, has_quality, is_yes, get_age };
  static const double ratios[] = { 2.5, 5, 10 };
  const Facts facts = { evidence, maps };

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);

      for (guint k = 0; k < flag->patterns->len && bc_rule_evaluate (flag->rule, &functions, &facts); k++)
        {
          const BcPattern *pattern = g_ptr_array_index (flag->patterns, k);

          weights[pattern->index] = MAX (weights[pattern->index],
                                         log (ratios[flag->urgency]) * (pattern->red_flag ? 1 : 0.5));
        }
    }
}

static double *
add_row (GPtrArray    *answers,
         const BcMaps *maps)
{
  double *weights = g_new0 (double, maps->patterns->len);

  g_ptr_array_add (answers, weights);
  return weights;
}

GPtrArray *
reference_list_answers (const BcEvidence *evidence,
                        const BcMaps     *maps)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  weigh_flags (evidence, maps, add_row (answers, maps));
  g_hash_table_iter_init (&iter, evidence->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (bc_maps_lookup_factor (maps, id) != NULL)
      weigh_factor (maps, id, GPOINTER_TO_INT (value), add_row (answers, maps));
    else if (g_hash_table_add (questions, (gpointer) question_of (maps, id)))
      weigh_question (evidence, maps, question_of (maps, id), add_row (answers, maps));
  return answers;
}

/* Of two sources one is enough for an answer that speaks for it. Answers are not independent: all are limited. */
double
reference_weigh_answers (GPtrArray       *answers,
                         const BcPattern *pattern,
                         const BcPattern *second)
{
  double sum = 0;
  double size = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const double *weights = g_ptr_array_index (answers, i);
      double weight = weights[pattern->index];

      if (second != NULL)
        weight = MAX (weight, weights[second->index]) > 0 ? MAX (weight, weights[second->index])
                                                          : weight + weights[second->index];
      sum += weight;
      size += fabs (weight);
    }
  return size > 0 ? sum * tanh (size / 6) / (size / 6) : 0;
}
