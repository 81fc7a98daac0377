/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"
#include "bc-rule.h"

/* A visit as a rule sees it, with up to two more answers taken as yes. */
typedef struct
{
  const BcWorkings *work;
  const char       *also[2];
} Facts;

static gboolean
is_marked (gconstpointer data,
           BcRegion      region)
{
  const Facts *facts = data;

  return bc_region_set_has (&facts->work->marked, region) || facts->work->evidence->told[region];
}

static gboolean
has_quality (gconstpointer data,
             BcRegion      region,
             BcQuality     quality)
{
  const Facts *facts = data;

  return (bc_region_set_has (&facts->work->marked, region)
          && (facts->work->evidence->qualities[region] & quality) != 0)
         || (facts->work->evidence->told[region]
             && (facts->work->evidence->told_qualities[region] & quality) != 0);
}

static gboolean
is_yes (gconstpointer  data,
        const char    *answer)
{
  const Facts *facts = data;

  if (facts->work->yes != NULL && g_hash_table_contains (facts->work->yes, answer))
    return TRUE;
  return g_strcmp0 (facts->also[0], answer) == 0 || g_strcmp0 (facts->also[1], answer) == 0;
}

static int
get_age (gconstpointer data)
{
  const Facts *facts = data;

  return facts->work->evidence->age;
}

/* Rules know the ids of answers.tsv; a yes to a twin among the discriminators is the same yes. */
static void
gather_yes (BcWorkings *work)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (work->evidence->answers) == 0)
    return;
  work->yes = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, work->evidence->answers);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const BcAsk *ask = bc_match_lookup_ask (work->tables, id);

      if (ask == NULL || bc_match_get_answer (work->evidence, ask, NULL) != BC_ANSWER_YES)
        continue;
      for (guint i = 0; i < ask->ids->len; i++)
        g_hash_table_add (work->yes, g_ptr_array_index (ask->ids, i));
    }
}

/**
 * bc_match_fires:
 * @work: a visit with its marks gathered
 * @flag: a red flag
 * @also: (nullable): an answer that is taken as yes
 * @and_also: (nullable): another one
 *
 * Returns: whether the rule of @flag fires
 */
gboolean
bc_match_fires (const BcWorkings *work,
                const BcRedFlag  *flag,
                const char       *also,
                const char       *and_also)
{
  static const BcRuleFacts functions = { is_marked, has_quality, is_yes, get_age };
  const Facts facts = { work, { also, and_also } };

  return bc_rule_evaluate (flag->rule, &functions, &facts);
}

/**
 * bc_match_gather_flags:
 * @work: a visit with its marks gathered
 *
 * Evaluates every red-flag rule, by what either drawing of a symptom marks. No score outvotes a rule: all that fire are told, most urgent first, and in the order
 * of the maps where they are as urgent.
 */
void
bc_match_gather_flags (BcWorkings *work)
{
  gather_yes (work);
  for (int urgency = BC_URGENCY_EMERGENCY; urgency >= BC_URGENCY_SOON; urgency--)
    for (guint i = 0; i < work->maps->red_flags->len; i++)
      {
        BcRedFlag *flag = g_ptr_array_index (work->maps->red_flags, i);

        if ((int) flag->urgency == urgency && bc_match_fires (work, flag, NULL, NULL))
          g_ptr_array_add (work->red_flags, flag);
      }
}
