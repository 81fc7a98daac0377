/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-export-private.h"

#include "bc-fhir.h"
#include "bc-figure-picture.h"
#include "bc-i18n.h"
#include "bc-save.h"
#include "bc-summary.h"

static GBytes *
write_fhir (const BcExport  *export,
            BcChart         *chart,
            BcVisit         *visit,
            GError         **error)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcSummary) summary = NULL;
  g_autoptr(GBytes) pdf = NULL;

  if (export->no_summary)
    return bc_fhir_write (chart, visit, maps, NULL);
  summary = bc_summary_new (chart, visit, maps);
  pdf = bc_summary_write_pdf (summary, error);
  return pdf != NULL ? bc_fhir_write (chart, visit, maps, pdf) : NULL;
}

static GBytes *
write_svg (const BcExport  *export,
           BcChart         *chart,
           BcVisit         *visit,
           GError         **error)
{
  g_autoptr(BcFigurePicture) picture = bc_figure_picture_new (chart, visit);

  return bc_figure_picture_write_svg (picture, error);
}

static GBytes *
write_png (const BcExport  *export,
           BcChart         *chart,
           BcVisit         *visit,
           GError         **error)
{
  g_autoptr(BcFigurePicture) picture = bc_figure_picture_new (chart, visit);

  return bc_figure_picture_write_png (picture, export->dpi, error);
}

static const BcExportFormat formats[] = {
  { "marks", NULL, BC_TABLE_MARKS, NULL },
  { "regions", NULL, BC_TABLE_REGIONS, NULL },
  { "wide", NULL, BC_TABLE_WIDE, NULL },
  { "choir", NULL, BC_TABLE_CHOIR, NULL },
  { "fhir", ".json", 0, write_fhir },
  { "svg", ".svg", 0, write_svg },
  { "png", ".png", 0, write_png },
};

/**
 * bc_export_find_format:
 * @id: as typed
 *
 * Returns: (transfer none) (nullable): the format
 */
const BcExportFormat *
bc_export_find_format (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];
  return NULL;
}

/**
 * bc_export_dup_formats:
 *
 * Returns: (transfer full): the ids of all formats, separated by commas
 */
char *
bc_export_dup_formats (void)
{
  GString *ids = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", formats[i].id);
  return g_string_free (ids, FALSE);
}

/* OUT itself for one visit, else a file in the folder OUT that is called as the case, with number and day where all
 * visits are asked for. */
static char *
dup_target (const BcExport *export,
            const char     *name,
            BcChart        *chart,
            BcVisit        *visit)
{
  g_autofree char *base = NULL;
  guint at;

  if (!g_file_test (export->output, G_FILE_TEST_IS_DIR))
    return g_strdup (export->output);
  if (export->all_visits && g_list_store_find (bc_chart_get_visits (chart), visit, &at))
    base = g_strdup_printf ("%s-%u-%s%s", name, at + 1, bc_visit_get_date (visit), export->format->suffix);
  else
    base = g_strconcat (name, export->format->suffix, NULL);
  return g_build_filename (export->output, base, NULL);
}

static BcExit
write_visit (const BcExport *export,
             const char     *name,
             BcChart        *chart,
             BcVisit        *visit,
             FILE           *out)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = export->format->write (export, chart, visit, &error);
  g_autofree char *target = export->output != NULL ? dup_target (export, name, chart, visit) : NULL;
  g_autoptr(GFile) file = target != NULL ? bc_command_open (target) : NULL;

  if (target != NULL && !bc_command_check_output (target))
    return BC_EXIT_BAD;
  if (bytes == NULL)
    bc_command_report (target != NULL ? target : name, error);
  else if (file == NULL)
    fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), out);
  else if (!bc_save_bytes (file, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, &error))
    bc_command_report (target, error);
  return error == NULL ? BC_EXIT_OK : BC_EXIT_BAD;
}

/**
 * bc_export_visits:
 * @export: what was asked for
 *
 * Writes a file of its own for each visit; bundles without an output go to the standard output, one a line.
 *
 * Returns: the exit code
 */
BcExit
bc_export_visits (const BcExport *export)
{
  BcExit status;

  if (export->output == NULL && !g_str_equal (export->format->id, "fhir"))
    return bc_command_fail_usage (bc_export_help.name, "%s", _("The option -o is missing"));
  if (export->output != NULL && (export->files[1] != NULL || export->all_visits)
      && !g_file_test (export->output, G_FILE_TEST_IS_DIR))
    return bc_command_fail_usage (bc_export_help.name, "%s",
                                  _("More than one file to write; -o names a folder that is there"));
  bc_summary_prepare_fonts ();
  status = bc_export_each (export, write_visit, stdout);
  status |= bc_command_flush ();
  return status;
}
