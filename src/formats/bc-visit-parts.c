/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-parts.h"

#include "bc-chart-nodes.h"
#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-kept.h"

static const BcTerm yes_no[] = { { BC_ANSWER_YES, "yes", NULL }, { BC_ANSWER_NO, "no", NULL } };
static const BcTerms yes_no_terms = { yes_no, G_N_ELEMENTS (yes_no), NULL };

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

/**
 * bc_visit_read_link:
 * @data: not used
 * @node: a `<link>`
 * @visit: the visit that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads whether one symptom brings another on.
 *
 * Returns: whether it was read
 */
gboolean
bc_visit_read_link (gpointer        data,
                    const xmlNode  *node,
                    gpointer        visit,
                    GError        **error)
{
  static const char *const attributes[] = { "from", "to", "brings-on", NULL };
  g_autoptr(BcLink) link = NULL;
  int from = 0;
  int to = 0;
  int value = BC_ANSWER_NONE;

  if (!bc_chart_node_check_empty (node, attributes, error)
      || !bc_xml_get_int (node, "from", 1, BC_FORMAT_MAX_SYMPTOMS, &from, error)
      || !bc_xml_get_int (node, "to", 1, BC_FORMAT_MAX_SYMPTOMS, &to, error)
      || !bc_chart_node_get_term (node, "brings-on", &yes_no_terms, TRUE, &value, error))
    return FALSE;
  if (from == to)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: name of an XML element, then the number of a symptom */
                        _("<%s> from P%d to itself; name two symptoms"), (const char *) node->name, from);
      return FALSE;
    }
  if (bc_visit_find_link (visit, from, to) != NULL)
    {
      g_autofree char *pair = g_strdup_printf ("P%d P%d", from, to);

      return bc_chart_node_set_twice (node, pair, error);
    }
  link = bc_link_new ();
  g_object_set (link, "from", from, "to", to, "value", value, NULL);
  g_list_store_append (bc_visit_get_links (visit), link);
  bc_kept_note_owner (node, link);
  return TRUE;
}

/**
 * bc_visit_check_links:
 * @node: a `<visit>` that was read whole
 * @visit: what it was read into
 * @error: return location for a #BcFileError
 *
 * Returns: whether the links are between symptoms of the visit
 */
gboolean
bc_visit_check_links (const xmlNode  *node,
                      BcVisit        *visit,
                      GError        **error)
{
  GListModel *links = G_LIST_MODEL (bc_visit_get_links (visit));
  guint n_links = g_list_model_get_n_items (links);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr(BcLink) link = g_list_model_get_item (links, i);
      int from = bc_link_get_from (link);
      int to = bc_link_get_to (link);

      if (bc_visit_get_symptom (visit, from) != NULL && bc_visit_get_symptom (visit, to) != NULL)
        continue;
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: numbers of two symptoms; link is an XML element */
                        _("<link> from P%d to P%d, which are not both in the visit; take it out"), from, to);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_visit_read_retest:
 * @data: handed on
 * @node: a `<retest>`
 * @visit: the visit that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads a sign to test again.
 *
 * Returns: whether it was read
 */
gboolean
bc_visit_read_retest (gpointer        data,
                      const xmlNode  *node,
                      gpointer        visit,
                      GError        **error)
{
  static const char *const attributes[] = { NULL };
  static const BcChartChild children[] = {
    { "sign", "sign", NULL },
    { "result", "result", NULL },
    { NULL },
  };
  g_autoptr(BcRetest) retest = bc_retest_new ();

  if (!bc_chart_node_check_attributes (node, attributes, error)
      || !bc_chart_node_read_children (data, node, children, retest, error))
    return FALSE;
  g_list_store_append (bc_visit_get_retests (visit), retest);
  bc_kept_note_owner (node, retest);
  return TRUE;
}
