/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"
#include "bc-rule.h"

#include <math.h>

static void
ask_free (gpointer data)
{
  BcAsk *ask = data;

  g_ptr_array_unref (ask->ids);
  g_array_unref (ask->rows);
  g_array_unref (ask->rule_patterns);
  g_free (ask);
}

static BcAsk *
add_ask (BcMatchTables *tables)
{
  BcAsk *ask = g_new0 (BcAsk, 1);

  ask->index = tables->asks->len;
  ask->ids = g_ptr_array_new_with_free_func (g_free);
  ask->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  ask->rule_patterns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (tables->asks, ask);
  return ask;
}

static void
add_id (BcMatchTables *tables,
        BcAsk         *ask,
        const char    *id)
{
  char *copy = g_strdup (id);

  g_ptr_array_add (ask->ids, copy);
  g_hash_table_insert (tables->ask_by_id, copy, ask);
}

static BcAsk *
ensure_ask (BcMatchTables *tables,
            const char    *id)
{
  BcAsk *ask = g_hash_table_lookup (tables->ask_by_id, id);

  if (ask != NULL)
    return ask;
  ask = add_ask (tables);
  add_id (tables, ask, id);
  return ask;
}

static const char *
asked_by (const BcMaps          *maps,
          const BcDiscriminator *row)
{
  const char *id = row->id;

  /* A chain is as long as the table at most, so a ring in a bad file ends too. */
  for (guint i = 0; i < maps->discriminators->len && row != NULL && row->same_as != NULL; i++)
    {
      id = row->same_as;
      row = bc_maps_lookup_discriminator (maps, id);
    }
  return id;
}

static void
add_row (BcMatchTables         *tables,
         const BcMaps          *maps,
         const BcDiscriminator *row)
{
  BcAsk *ask = ensure_ask (tables, asked_by (maps, row));

  g_array_append_val (ask->rows, row->index);
  if (g_hash_table_lookup (tables->ask_by_id, row->id) == NULL)
    add_id (tables, ask, row->id);
  ask->general_weakness |= row->weakness == BC_WEAKNESS_ANY;
  ask->muscle |= row->weakness == BC_WEAKNESS_MUSCLE;
  for (guint i = 0; i < row->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (row->patterns, i);

      g_array_append_val ((GArray *) g_ptr_array_index (tables->rows_of, pattern->index), row->index);
    }
}

static gboolean
trial_is_marked (gconstpointer data,
                 BcRegion      region)
{
  return TRUE;
}

static gboolean
trial_has_quality (gconstpointer data,
                   BcRegion      region,
                   BcQuality     quality)
{
  return TRUE;
}

static gboolean
trial_is_yes (gconstpointer data,
              const char   *answer)
{
  return g_strcmp0 (answer, data) != 0; /* @data is the one answer that is left out, or NULL */
}

static int
trial_get_age (gconstpointer data)
{
  return 60;
}

/* An answer under a NOT keeps a rule from firing: with all answers but this one it fires, with all it does not. */
static gboolean
keeps_quiet (const BcRedFlag *flag,
             const char      *answer)
{
  static const BcRuleFacts facts = { trial_is_marked, trial_has_quality, trial_is_yes, trial_get_age };

  return bc_rule_evaluate (flag->rule, &facts, answer) && !bc_rule_evaluate (flag->rule, &facts, NULL);
}

static gboolean
has_index (const GArray *array,
           guint         index)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, guint, i) == index)
      return TRUE;
  return FALSE;
}

static void
add_rule (BcMatchTables   *tables,
          const BcRedFlag *flag)
{
  g_autoptr(GPtrArray) answers = bc_rule_list_answers (flag->rule);

  for (guint i = 0; i < answers->len; i++)
    {
      const char *id = g_ptr_array_index (answers, i);
      BcAsk *ask = ensure_ask (tables, id);

      for (guint k = 0; k < flag->patterns->len && !keeps_quiet (flag, id); k++)
        {
          const BcPattern *pattern = g_ptr_array_index (flag->patterns, k);

          if (!has_index (ask->rule_patterns, pattern->index))
            g_array_append_val (ask->rule_patterns, pattern->index);
        }
    }
}

static void
init_factors (BcMatchTables *tables,
              const BcMaps  *maps)
{
  guint n_patterns = maps->patterns->len;

  tables->factors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->listed = g_new0 (guint8, (gsize) MAX (1, maps->factors->len) * MAX (1, n_patterns));
  for (guint i = 0; i < maps->factors->len; i++)
    {
      const BcFactor *factor = g_ptr_array_index (maps->factors, i);
      guint8 *listed = tables->listed + (gsize) i * n_patterns;

      g_hash_table_insert (tables->factors, g_strdup (factor->id), GUINT_TO_POINTER (i + 1));
      for (guint k = 0; k < n_patterns; k++)
        {
          const BcPattern *pattern = g_ptr_array_index (maps->patterns, k);

          if (g_strv_contains ((const char * const *) pattern->aggravating, factor->id))
            listed[k] |= BC_LISTED_AGGRAVATING;
          if (g_strv_contains ((const char * const *) pattern->easing, factor->id))
            listed[k] |= BC_LISTED_EASING;
        }
    }
}

/* From both ratios follow how often the patterns and all others say yes: p = LR+ q and 1 - p = LR- (1 - q). */
static void
set_chances (BcChances             *chances,
             const BcDiscriminator *row)
{
  double positive = exp (bc_match_row_weight (row, TRUE));
  double negative = exp (bc_match_row_weight (row, FALSE));

  chances->telling = (positive - 1) * (negative - 1) < 0;
  if (!chances->telling)
    return;
  chances->outside = CLAMP ((1 - negative) / (positive - negative), 0.02, 0.98);
  chances->inside = CLAMP (positive * chances->outside, 0.02, 0.98);
}

/**
 * bc_match_asks_init:
 * @tables: tables in the making
 * @maps: the maps
 *
 * Gathers the questions: rows of the tables that say "same as" become one question, which is answered once and
 * counts once for each pattern.
 */
void
bc_match_asks_init (BcMatchTables *tables,
                    const BcMaps  *maps)
{
  tables->asks = g_ptr_array_new_with_free_func (ask_free);
  tables->ask_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  tables->rows_of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < maps->patterns->len; i++)
    g_ptr_array_add (tables->rows_of, g_array_new (FALSE, FALSE, sizeof (guint)));
  tables->chances = g_new0 (BcChances, MAX (1, maps->discriminators->len));
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);

      add_row (tables, maps, row);
      set_chances (&tables->chances[row->index], row);
    }
  for (guint i = 0; i < maps->answers->len; i++)
    ensure_ask (tables, ((const BcAnswerItem *) g_ptr_array_index (maps->answers, i))->id);
  for (guint i = 0; i < maps->red_flags->len; i++)
    add_rule (tables, g_ptr_array_index (maps->red_flags, i));
  init_factors (tables, maps);
}

/**
 * bc_match_asks_clear:
 * @tables: tables
 *
 * Frees what bc_match_asks_init() made.
 */
void
bc_match_asks_clear (BcMatchTables *tables)
{
  g_clear_pointer (&tables->ask_by_id, g_hash_table_unref);
  g_clear_pointer (&tables->asks, g_ptr_array_unref);
  g_clear_pointer (&tables->rows_of, g_ptr_array_unref);
  g_clear_pointer (&tables->chances, g_free);
  g_clear_pointer (&tables->factors, g_hash_table_unref);
  g_clear_pointer (&tables->listed, g_free);
}

/**
 * bc_match_lookup_ask:
 * @tables: tables
 * @id: id of a discriminator or an answer
 *
 * Returns: (transfer none) (nullable): the question behind @id; NULL for factors and unknown ids
 */
const BcAsk *
bc_match_lookup_ask (const BcMatchTables *tables,
                     const char          *id)
{
  return g_hash_table_lookup (tables->ask_by_id, id);
}

/**
 * bc_match_get_answer:
 * @evidence: evidence
 * @ask: a question
 * @id: (out) (optional): the id under which it was answered
 *
 * Finds the answer to @ask. Where twins were answered differently, the first in the order of the tables holds.
 *
 * Returns: yes or no, %BC_ANSWER_NONE where it was not asked
 */
BcAnswerValue
bc_match_get_answer (const BcEvidence  *evidence,
                     const BcAsk       *ask,
                     const char       **id)
{
  for (guint i = 0; i < ask->ids->len; i++)
    {
      BcAnswerValue value = bc_evidence_get_answer (evidence, g_ptr_array_index (ask->ids, i));

      if (value != BC_ANSWER_YES && value != BC_ANSWER_NO)
        continue;
      if (id != NULL)
        *id = g_ptr_array_index (ask->ids, i);
      return value;
    }
  return BC_ANSWER_NONE;
}
