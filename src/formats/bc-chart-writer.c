/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"

#include "bc-i18n.h"
#include "bc-visit-writer.h"

#include <string.h>

static void
write_patient (BcXmlText *to,
               BcChart   *chart)
{
  BcElement patient;

  if (bc_chart_get_sex (chart) == BC_SEX_UNKNOWN
      && bc_xml_text_is_empty (bc_chart_get_name (chart))
      && bc_xml_text_is_empty (bc_chart_get_birth_date (chart))
      && bc_xml_text_is_empty (bc_chart_get_reference (chart))
      && !bc_kept_has_any (bc_kept_get (chart), "/patient"))
    return;
  bc_element_begin (&patient, to, "patient", chart, "/patient");
  bc_element_attribute (to, "sex", bc_terms_get_id (&bc_sex_terms, (int) bc_chart_get_sex (chart)));
  bc_element_child_text (&patient, to, "name", bc_chart_get_name (chart));
  bc_element_child_text (&patient, to, "birth-date", bc_chart_get_birth_date (chart));
  bc_element_child_text (&patient, to, "reference", bc_chart_get_reference (chart));
  bc_element_end (&patient, to);
}

/**
 * bc_chart_write:
 * @chart: a chart
 *
 * Writes the chart file (resources/schemas/README.md) in memory. What was not given is left out. Text comes back
 * exactly as it was, except for characters that XML 1.0 cannot hold (control characters other than tab, line feed
 * and carriage return, and U+FFFE and U+FFFF): those are left out. What a newer minor version put into the file that
 * the chart was read from is written where it stood.
 *
 * Returns: (transfer full): the bytes; the same chart always gives the same bytes
 */
GBytes *
bc_chart_write (BcChart *chart)
{
  BcXmlText to = { NULL };
  BcElement root;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);

  to.out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  bc_element_begin (&root, &to, "chart", chart, "");
  bc_element_attribute (&to, "xmlns", BC_CHART_NAMESPACE);
  bc_element_number (&to, "version", BC_CHART_VERSION, 0);
  bc_element_number (&to, "minor", MAX (bc_kept_get_minor (chart), BC_CHART_MINOR), 0);
  bc_element_attribute (&to, "figure", bc_terms_get_id (&bc_figure_terms, (int) bc_chart_get_figure (chart)));
  write_patient (&to, chart);
  bc_element_after_all (&root, &to, "patient", 0);
  BC_ELEMENT_ALL (&root, &to, "visit", bc_chart_get_visits (chart), BcVisit, bc_visit_write);
  bc_element_end (&root, &to);
  return g_string_free_to_bytes (to.out);
}

/* Takes @cause. The line that it names is one of a file that nobody has, so it is left out. */
static gboolean
not_saved (const char  *name,
           GError      *cause,
           GError     **error)
{
  const char *text = cause->message + strlen (name) + 1;

  text += strspn (text, "0123456789");
  /* Translators: file name, then what is wrong with the chart and what to do */
  g_set_error (error, cause->domain, cause->code, _("%s: not saved%s"), name, text);
  g_error_free (cause);
  return FALSE;
}

/**
 * bc_chart_save_bytes:
 * @bytes: what bc_chart_write() made; it may be saved by another thread than the one that edits the chart
 * @file: where to
 * @seen_etag: (nullable): etag that loading or the last saving gave; %NULL for a new file
 * @flags: whether to replace what someone else wrote meanwhile
 * @new_etag: (out) (optional) (nullable): etag for the next saving
 * @cancellable: (nullable): stops it before anything is replaced
 * @error: return location, as of bc_save_bytes() and bc_chart_parse()
 *
 * Saves as bc_save_bytes() does. The bytes are read back in memory first, so that nothing is saved that could not be
 * opened again; such an error leaves the old file as it was.
 *
 * Returns: whether @file now holds @bytes
 */
gboolean
bc_chart_save_bytes (GBytes        *bytes,
                     GFile         *file,
                     const char    *seen_etag,
                     BcSaveFlags    flags,
                     char         **new_etag,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(BcChart) again = NULL;
  g_autofree char *name = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = g_file_get_parse_name (file);
  again = bc_chart_parse (bytes, name, &cause);
  if (again == NULL)
    return not_saved (name, cause, error);
  return bc_save_bytes (file, bytes, seen_etag, flags, new_etag, cancellable, error);
}

/**
 * bc_chart_save:
 * @chart: a chart
 *
 * Writes and saves in one go, as bc_chart_save_bytes() does. The history is not touched: call bc_history_set_saved()
 * where the chart is being edited.
 *
 * Returns: whether @file now holds @chart
 */
gboolean
bc_chart_save (BcChart       *chart,
               GFile         *file,
               const char    *seen_etag,
               BcSaveFlags    flags,
               char         **new_etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);

  bytes = bc_chart_write (chart);
  return bc_chart_save_bytes (bytes, file, seen_etag, flags, new_etag, cancellable, error);
}
