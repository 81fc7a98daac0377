/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-i18n.h"

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

/**
 * bc_edit_set_flag_action:
 * @chart: the document
 * @visit: one of its visits
 * @flag: id of a red-flag rule
 * @action: what was done
 * @comment: (nullable): more of it in words
 * @when: when it was done, as bc_time_is_valid() has it
 * @who: (nullable): who did it
 * @lowered: whether the flag was taken as less urgent than its rule says, or set aside;
 *   %BC_ACTION_NOT_APPLICABLE always does that
 * @error: return location for a #GIOErrorEnum
 *
 * Records what was done about a red flag; a record that is there already is changed. No rule is lowered without a
 * word on why: without @comment that is %G_IO_ERROR_INVALID_ARGUMENT, and nothing changes. A signed visit is
 * %G_IO_ERROR_READ_ONLY.
 *
 * Returns: whether it was recorded
 */
gboolean
bc_edit_set_flag_action (BcChart     *chart,
                         BcVisit     *visit,
                         const char  *flag,
                         BcAction     action,
                         const char  *comment,
                         const char  *when,
                         const char  *who,
                         gboolean     lowered,
                         GError     **error)
{
  g_autoptr(BcFlagAction) record = NULL;
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (flag != NULL && *flag != '\0', FALSE);
  g_return_val_if_fail (bc_time_is_valid (when), FALSE);

  lowered = lowered || action == BC_ACTION_NOT_APPLICABLE;
  if (lowered && is_blank (comment))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("A red flag is lowered or set aside only with a reason; write why"));
      return FALSE;
    }

  if (!bc_edit_may (chart, visit))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _("The visit is signed already; add a correction"));
      return FALSE;
    }
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Record what was done about a red flag"));
  g_set_object (&record, bc_visit_get_flag_action (visit, flag));
  if (record == NULL)
    {
      record = bc_flag_action_new (flag);
      bc_history_append (history, bc_visit_get_flag_actions (visit), record);
    }
  bc_history_set_int (history, record, "action", (int) action);
  bc_history_set_string (history, record, "comment", comment);
  bc_history_set_string (history, record, "when", when);
  bc_history_set_string (history, record, "who", who);
  bc_history_set_int (history, record, "lowered", lowered ? 1 : 0);
  bc_history_end (history);
  return TRUE;
}

/**
 * bc_edit_remove_flag_action:
 * @chart: the document
 * @visit: one of its visits
 * @flag: id of a red-flag rule
 *
 * Takes the record of what was done about a red flag back, if there is one.
 */
void
bc_edit_remove_flag_action (BcChart    *chart,
                            BcVisit    *visit,
                            const char *flag)
{
  GListStore *actions;
  BcHistory *history;
  BcFlagAction *record;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (flag != NULL);

  history = bc_chart_get_history (chart);
  actions = bc_visit_get_flag_actions (visit);
  record = bc_visit_get_flag_action (visit, flag);
  if (record == NULL || !g_list_store_find (actions, record, &position))
    return;
  bc_history_begin (history, _("Take back what was done about a red flag"));
  bc_history_remove (history, actions, position);
  bc_history_end (history);
}
