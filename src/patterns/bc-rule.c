/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-rule-private.h"

/**
 * bc_rule_new:
 *
 * Returns: (transfer full): a node without operands
 */
BcRule *
bc_rule_new (BcRuleKind kind)
{
  BcRule *rule = g_new0 (BcRule, 1);

  rule->kind = kind;
  rule->operands = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_rule_free);
  rule->areas = g_array_new (FALSE, FALSE, sizeof (guint));
  return rule;
}

/**
 * bc_rule_free:
 *
 * Frees a rule with all that it is made of.
 */
void
bc_rule_free (BcRule *rule)
{
  if (rule == NULL)
    return;
  g_ptr_array_unref (rule->operands);
  g_array_unref (rule->areas);
  g_free (rule->answer);
  g_free (rule);
}

static gboolean
is_any_marked (const BcRule      *rule,
               BcSide             side,
               const BcRuleFacts *facts,
               gconstpointer      data)
{
  for (guint i = 0; i < rule->areas->len; i++)
    if (facts->is_marked (data, bc_region_new (g_array_index (rule->areas, guint, i), side)))
      return TRUE;
  return FALSE;
}

static gboolean
evaluate_region (const BcRule      *rule,
                 const BcRuleFacts *facts,
                 gconstpointer      data)
{
  switch (rule->side)
    {
    case BC_RULE_SIDE_LEFT:
      return is_any_marked (rule, BC_SIDE_LEFT, facts, data);
    case BC_RULE_SIDE_RIGHT:
      return is_any_marked (rule, BC_SIDE_RIGHT, facts, data);
    case BC_RULE_SIDE_BOTH:
      return is_any_marked (rule, BC_SIDE_LEFT, facts, data) && is_any_marked (rule, BC_SIDE_RIGHT, facts, data);
    case BC_RULE_SIDE_ANY:
    default:
      return is_any_marked (rule, BC_SIDE_LEFT, facts, data) || is_any_marked (rule, BC_SIDE_RIGHT, facts, data);
    }
}

static gboolean
evaluate_quality (const BcRule      *rule,
                  const BcRuleFacts *facts,
                  gconstpointer      data)
{
  guint area = g_array_index (rule->areas, guint, 0);

  return facts->has_quality (data, bc_region_new (area, BC_SIDE_LEFT), rule->quality)
         || facts->has_quality (data, bc_region_new (area, BC_SIDE_RIGHT), rule->quality);
}

/* AND and OR stop at the first operand that decides. */
static gboolean
evaluate_operands (const BcRule      *rule,
                   gboolean           decisive,
                   const BcRuleFacts *facts,
                   gconstpointer      data)
{
  for (guint i = 0; i < rule->operands->len; i++)
    if (bc_rule_evaluate (g_ptr_array_index (rule->operands, i), facts, data) == decisive)
      return decisive;
  return !decisive;
}

/**
 * bc_rule_evaluate:
 * @data: handed to each function of @facts
 *
 * Whether the rule fires. An answer that was not asked counts as not given, and a comparison with an unknown age is
 * false, as the tables of the rules lay down.
 */
gboolean
bc_rule_evaluate (const BcRule      *rule,
                  const BcRuleFacts *facts,
                  gconstpointer      data)
{
  int age;

  g_return_val_if_fail (rule != NULL && facts != NULL, FALSE);
  switch (rule->kind)
    {
    case BC_RULE_AND:
      return evaluate_operands (rule, FALSE, facts, data);
    case BC_RULE_OR:
      return evaluate_operands (rule, TRUE, facts, data);
    case BC_RULE_NOT:
      return !bc_rule_evaluate (g_ptr_array_index (rule->operands, 0), facts, data);
    case BC_RULE_REGION:
      return evaluate_region (rule, facts, data);
    case BC_RULE_QUALITY:
      return evaluate_quality (rule, facts, data);
    case BC_RULE_ANSWER:
      return facts->is_yes (data, rule->answer);
    case BC_RULE_AGE_FROM:
      age = facts->get_age (data);
      return age >= 0 && age >= rule->age;
    case BC_RULE_AGE_BELOW:
    default:
      age = facts->get_age (data);
      return age >= 0 && age < rule->age;
    }
}

static void
list_answers (const BcRule *rule,
              GPtrArray    *answers)
{
  if (rule->answer != NULL && !g_ptr_array_find_with_equal_func (answers, rule->answer, g_str_equal, NULL))
    g_ptr_array_add (answers, rule->answer);
  for (guint i = 0; i < rule->operands->len; i++)
    list_answers (g_ptr_array_index (rule->operands, i), answers);
}

/**
 * bc_rule_list_answers:
 *
 * Returns: (transfer container): the ids of the answers that the rule asks, each once, in the order of the rule;
 *   the strings belong to the rule
 */
GPtrArray *
bc_rule_list_answers (const BcRule *rule)
{
  GPtrArray *answers = g_ptr_array_new ();

  g_return_val_if_fail (rule != NULL, answers);
  list_answers (rule, answers);
  return answers;
}
