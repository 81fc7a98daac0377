/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-parts.h"

#include "bc-chart-nodes.h"
#include "bc-i18n.h"
#include "bc-kept.h"

/**
 * bc_visit_read_signed:
 * @data: not used
 * @node: a `<signed>`
 * @visit: the visit that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads who signed a visit, and when.
 *
 * Returns: whether it was read
 */
gboolean
bc_visit_read_signed (gpointer        data,
                      const xmlNode  *node,
                      gpointer        visit,
                      GError        **error)
{
  static const char *const attributes[] = { "when", "by", NULL };
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;

  if (!bc_chart_node_check_empty (node, attributes, error))
    return FALSE;
  when = bc_chart_node_dup_time (node, "when", error);
  who = when != NULL ? bc_xml_require (node, "by", error) : NULL;
  if (who == NULL)
    return FALSE;
  g_object_set (visit, "signed-when", when, "signed-by", who, NULL);
  return TRUE;
}

/**
 * bc_visit_read_correction:
 * @data: handed on
 * @node: a `<correction>`
 * @visit: the visit that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads what was put right after a visit was signed.
 *
 * Returns: whether it was read
 */
gboolean
bc_visit_read_correction (gpointer        data,
                          const xmlNode  *node,
                          gpointer        visit,
                          GError        **error)
{
  static const char *const attributes[] = { "field", "when", "by", NULL };
  static const BcChartChild children[] = {
    { "before", "before", NULL },
    { "after", "after", NULL },
    { NULL },
  };
  g_autoptr(BcCorrection) correction = bc_correction_new ();
  g_autofree char *field = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;

  if (!bc_chart_node_check_attributes (node, attributes, error))
    return FALSE;
  field = bc_xml_require (node, "field", error);
  when = field != NULL ? bc_chart_node_dup_time (node, "when", error) : NULL;
  who = when != NULL ? bc_xml_require (node, "by", error) : NULL;
  if (who == NULL || !bc_chart_node_read_children (data, node, children, correction, error))
    return FALSE;
  g_object_set (correction, "field", field, "when", when, "who", who, NULL);
  g_list_store_append (bc_visit_get_corrections (visit), correction);
  bc_kept_note_owner (node, correction);
  return TRUE;
}

/**
 * bc_visit_check_signed:
 * @node: a `<visit>` that was read whole
 * @visit: what it was read into
 * @error: return location for a #BcFileError
 *
 * Returns: whether there are corrections only where the visit is signed
 */
gboolean
bc_visit_check_signed (const xmlNode  *node,
                       BcVisit        *visit,
                       GError        **error)
{
  if (bc_visit_is_signed (visit) || g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_corrections (visit))) == 0)
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: correction and signed are XML elements and stay as they are */
                    _("<correction> in a visit without <signed>; take it out, or say who signed"));
  return FALSE;
}
