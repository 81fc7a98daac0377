/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words.h"

#include "bc-chart.h"
#include "bc-i18n.h"

/**
 * bc_words_dup_flag_action:
 * @action: what was done about a red flag
 *
 * Returns: (transfer full): what, when and by whom in one line, then the comment, as "Referred, 12 May 2026, 10:40,
 *   J. Clinician. Sent to the emergency department."
 */
char *
bc_words_dup_flag_action (BcFlagAction *action)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (BC_IS_FLAG_ACTION (action), NULL);

  what = bc_terms_dup_label (&bc_action_terms, (int) bc_flag_action_get_action (action));
  when = bc_time_dup_display (bc_flag_action_get_when (action));
  text = g_string_new (what);
  g_string_append_printf (text, "%s%s", C_("list", ", "), when);
  if (*bc_flag_action_get_who (action) != '\0')
    g_string_append_printf (text, "%s%s", C_("list", ", "), bc_flag_action_get_who (action));
  g_string_append_c (text, '.');
  if (bc_flag_action_get_lowered (action) && bc_flag_action_get_action (action) != BC_ACTION_NOT_APPLICABLE)
    g_string_append_printf (text, " %s", _("Taken as less urgent."));
  if (*bc_flag_action_get_comment (action) != '\0')
    g_string_append_printf (text, " %s", bc_flag_action_get_comment (action));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const BcRedFlag *
find_rule (const BcMaps *maps,
           const char   *id)
{
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);

      if (g_str_equal (flag->id, id))
        return flag;
    }
  return NULL;
}

/* Whether @action is about @flag: by its id, or because its rule means the same danger. */
static gboolean
is_about (const BcMaps    *maps,
          BcFlagAction    *action,
          const BcRedFlag *flag)
{
  const char *id = bc_flag_action_get_flag (action);
  const BcRedFlag *other = find_rule (maps, id);

  return g_str_equal (flag->id, id) || (other != NULL && g_str_equal (other->meaning, flag->meaning));
}

/**
 * bc_words_list_flag_actions:
 * @visit: a visit
 * @maps: the reference maps
 * @flag: a rule that fired
 *
 * Several rules may stand for one danger; what was done about any of them counts.
 *
 * Returns: (transfer container) (element-type BcFlagAction): what was done about @flag, in the visit's order
 */
GPtrArray *
bc_words_list_flag_actions (BcVisit         *visit,
                            const BcMaps    *maps,
                            const BcRedFlag *flag)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *actions;

  g_return_val_if_fail (BC_IS_VISIT (visit), found);
  g_return_val_if_fail (maps != NULL && flag != NULL, found);

  actions = G_LIST_MODEL (bc_visit_get_flag_actions (visit));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(BcFlagAction) action = g_list_model_get_item (actions, i);

      if (is_about (maps, action, flag))
        g_ptr_array_add (found, g_steal_pointer (&action));
    }
  return found;
}

/**
 * bc_words_list_other_actions:
 * @visit: a visit
 * @maps: the reference maps
 * @flags: (element-type BcRedFlag): the rules that fired
 *
 * An answer may change, or a rule; what was done stays on record.
 *
 * Returns: (transfer container) (element-type BcFlagAction): what was done about red flags that are not raised now
 */
GPtrArray *
bc_words_list_other_actions (BcVisit         *visit,
                             const BcMaps    *maps,
                             const GPtrArray *flags)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *actions;

  g_return_val_if_fail (BC_IS_VISIT (visit), found);
  g_return_val_if_fail (maps != NULL && flags != NULL, found);

  actions = G_LIST_MODEL (bc_visit_get_flag_actions (visit));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(BcFlagAction) action = g_list_model_get_item (actions, i);
      gboolean raised = FALSE;

      for (guint j = 0; j < flags->len && !raised; j++)
        raised = is_about (maps, action, g_ptr_array_index (flags, j));
      if (!raised)
        g_ptr_array_add (found, g_steal_pointer (&action));
    }
  return found;
}

/**
 * bc_words_get_flag_meaning:
 * @maps: the reference maps
 * @action: what was done about a red flag
 *
 * Returns: (transfer none): what the red flag means; its id where the maps no longer have the rule
 */
const char *
bc_words_get_flag_meaning (const BcMaps *maps,
                           BcFlagAction *action)
{
  const BcRedFlag *flag;

  g_return_val_if_fail (maps != NULL, NULL);
  g_return_val_if_fail (BC_IS_FLAG_ACTION (action), NULL);

  flag = find_rule (maps, bc_flag_action_get_flag (action));
  return flag != NULL ? flag->meaning : bc_flag_action_get_flag (action);
}
