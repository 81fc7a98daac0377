/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"

#include "bc-chart-nodes.h"
#include "bc-i18n.h"
#include "bc-kept.h"
#include "bc-visit-reader.h"
#include "bc-xml.h"

#include <string.h>

#define NAMESPACE_STEM "https://bodychart.github.io/ns/chart/"

typedef struct
{
  BcVisitReader *visit_reader;
  GPtrArray     *visits;        /* of BcVisit, as in the file */
} Reader;

static gboolean
read_birth_date (gpointer        data,
                 const xmlNode  *node,
                 gpointer        parent,
                 GError        **error)
{
  g_autofree char *date = NULL;

  if (!bc_chart_node_dup_text (node, &date, error) || !bc_chart_node_check_date (node, date, error))
    return FALSE;
  g_object_set (parent, "birth-date", date, NULL);
  return TRUE;
}

static gboolean
read_patient (gpointer        data,
              const xmlNode  *node,
              gpointer        parent,
              GError        **error)
{
  static const char *const attributes[] = { "sex", NULL };
  static const BcChartChild children[] = {
    { "name", "name", NULL },
    { "birth-date", NULL, read_birth_date, TRUE },
    { "reference", "reference", NULL },
    { NULL },
  };
  int sex = BC_SEX_UNKNOWN;

  if (!bc_chart_node_check_attributes (node, attributes, error)
      || !bc_chart_node_get_term (node, "sex", &bc_sex_terms, FALSE, &sex, error))
    return FALSE;
  g_object_set (parent, "sex", sex, NULL);
  return bc_chart_node_read_children (data, node, children, parent, error);
}

static gboolean
read_visit (gpointer        data,
            const xmlNode  *node,
            gpointer        parent,
            GError        **error)
{
  Reader *reader = data;
  BcVisit *visit = bc_visit_reader_read (reader->visit_reader, node, error);

  if (visit == NULL)
    return FALSE;
  g_ptr_array_add (reader->visits, visit);
  return TRUE;
}

/* Whether the root element is ours, and not newer than we know; before anything else is looked at. */
static gboolean
check_root (const xmlNode  *root,
            int            *version,
            GError        **error)
{
  const char *href = root->ns != NULL ? (const char *) root->ns->href : "";
  gboolean ours = strcmp ((const char *) root->name, "chart") == 0 && g_str_has_prefix (href, NAMESPACE_STEM);

  if (!ours)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, root,
                        /* Translators: %s is the name of an XML element */
                        _("<%s> is not how a Bodychart chart begins; choose a file ending in .bodychart"),
                        (const char *) root->name);
      return FALSE;
    }
  if (strcmp (href, BC_CHART_NAMESPACE) == 0)
    {
      if (!bc_xml_get_int (root, "version", 1, G_MAXINT, version, error))
        return FALSE;
      if (*version <= BC_CHART_VERSION)
        return TRUE;
    }
  bc_xml_set_error (error, BC_FILE_ERROR_VERSION, root,
                    _("a newer Bodychart wrote this chart; update Bodychart to open it"));
  return FALSE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return strcmp (bc_visit_get_date (*(BcVisit **) a), bc_visit_get_date (*(BcVisit **) b));
}

static gboolean
read_chart (Reader         *reader,
            const xmlNode  *root,
            BcChart        *chart,
            GError        **error)
{
  static const char *const attributes[] = { "version", "figure", BC_CHART_SINCE_3, "minor", NULL };
  static const BcChartChild children[] = {
    { "patient", NULL, read_patient, TRUE },
    { "visit", NULL, read_visit },
    { NULL },
  };
  g_autoptr(BcVisitReader) visit_reader = NULL;
  int figure = BC_FIGURE_ADULT_FEMALE;
  BcChartInfo info = { 0 };
  int minor = 0;

  if (!check_root (root, &info.version, error))
    return FALSE;
  bc_chart_node_set_info (root, &info);
  bc_kept_note_owner (root, chart);
  if (info.version == BC_CHART_VERSION && !bc_chart_node_get_int (root, "minor", 0, G_MAXINT, &minor, error))
    return FALSE;
  info.newer = minor > BC_CHART_MINOR;
  bc_kept_set_minor (chart, minor);
  if (!bc_chart_node_check_attributes (root, attributes, error)
      || !bc_chart_node_get_term (root, "figure", &bc_figure_terms, TRUE, &figure, error))
    return FALSE;
  g_object_set (chart, "figure", figure, NULL);
  reader->visit_reader = visit_reader = bc_visit_reader_new (bc_maps_get_default ());
  if (!bc_chart_node_read_children (reader, root, children, chart, error))
    return FALSE;
  /* Oldest first, whatever the file's order; the sort keeps two visits of one day as they were. */
  g_ptr_array_sort (reader->visits, compare_dates);
  for (guint i = 0; i < reader->visits->len; i++)
    g_list_store_append (bc_chart_get_visits (chart), g_ptr_array_index (reader->visits, i));
  if (info.newer)
    bc_kept_collect (root);
  return TRUE;
}

/**
 * bc_chart_parse:
 * @bytes: content of a chart file
 * @name: of the file, UTF-8, for messages
 * @error: return location for a #BcFileError; the message has file, line, what was found and what to do
 *
 * Reads a chart whole or not at all. Unknown elements, attributes, ids and values are errors, and so is a version
 * that is newer than %BC_CHART_VERSION, and something in a chart of an older version that came later. Unknown elements
 * and attributes in a chart of this version with a newer minor version are kept, and bc_chart_write() writes them back.
 *
 * Returns: (transfer full) (nullable): the chart, unmodified and with an empty history
 */
BcChart *
bc_chart_parse (GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  g_autoptr(GPtrArray) visits = NULL;
  Reader reader = { NULL };
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  doc = bc_xml_parse (data, size, name, error);
  if (doc == NULL)
    return NULL;
  chart = bc_chart_new ();
  reader.visits = visits = g_ptr_array_new_with_free_func (g_object_unref);
  return read_chart (&reader, xmlDocGetRootElement (doc), chart, error) ? g_steal_pointer (&chart) : NULL;
}
