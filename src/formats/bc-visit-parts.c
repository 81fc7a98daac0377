/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-parts.h"

#include "bc-chart-nodes.h"
#include "bc-i18n.h"
#include "bc-kept.h"

/* A red flag is lowered or set aside only with a word on why. */
static gboolean
check_reason (const xmlNode  *node,
              const char     *comment,
              GError        **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (comment));

  if (*stripped != '\0')
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: %s is the name of an XML element; a red flag was lowered or set aside */
                    _("<%s> lowers a red flag without a reason; write the reason into it"), (const char *) node->name);
  return FALSE;
}

/**
 * bc_visit_read_flag_action:
 * @data: not used
 * @node: a `<flag-action>`
 * @visit: the visit that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads what was done about a red flag. The rule need not be in the maps: what was done stays on record when a rule is
 * gone.
 *
 * Returns: whether it was read
 */
gboolean
bc_visit_read_flag_action (gpointer        data,
                           const xmlNode  *node,
                           gpointer        visit,
                           GError        **error)
{
  static const char *const attributes[] = { "flag", "action", "when", "by", "lowered", NULL };
  g_autoptr(BcFlagAction) record = NULL;
  g_autofree char *comment = NULL;
  g_autofree char *flag = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;
  int action = BC_ACTION_REFERRED;
  int lowered = FALSE;

  if (!bc_chart_node_dup_content (node, attributes, &comment, error)
      || !bc_chart_node_get_term (node, "action", &bc_action_terms, TRUE, &action, error)
      || !bc_chart_node_get_yes (node, "lowered", &lowered, error))
    return FALSE;
  flag = bc_xml_require (node, "flag", error);
  when = flag != NULL ? bc_chart_node_dup_time (node, "when", error) : NULL;
  if (when == NULL)
    return FALSE;
  lowered = lowered || action == BC_ACTION_NOT_APPLICABLE;
  if (lowered && !check_reason (node, comment, error))
    return FALSE;
  if (bc_visit_get_flag_action (visit, flag) != NULL)
    return bc_chart_node_set_twice (node, flag, error);
  who = bc_xml_dup_attribute (node, "by");
  record = bc_flag_action_new (flag);
  g_object_set (record, "action", action, "comment", comment, "when", when, "who", who, "lowered", lowered, NULL);
  g_list_store_append (bc_visit_get_flag_actions (visit), record);
  bc_kept_note_owner (node, record);
  return TRUE;
}
