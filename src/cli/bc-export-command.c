/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-export-private.h"

#include "bc-chart-file.h"
#include "bc-figure-picture.h"
#include "bc-i18n.h"

#include <string.h>

static GStrv opt_files;
static char *opt_format;
static char *opt_output;
static gboolean opt_all_visits;
static gboolean opt_no_summary;
static double opt_dpi = BC_PICTURE_USUAL_DPI;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &opt_format, N_("What to write"), N_("FORMAT") },
  { "all-visits", 'a', 0, G_OPTION_ARG_NONE, &opt_all_visits, N_("Export every visit, not only the last"), NULL },
  { "no-summary", 'n', 0, G_OPTION_ARG_NONE, &opt_no_summary, N_("Leave the summary out of a FHIR bundle"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_("Write into this file, or the files into this folder"),
    N_("OUT") },
  { "resolution", 'r', 0, G_OPTION_ARG_DOUBLE, &opt_dpi, N_("Dots an inch of a PNG, usually 200"), N_("DPI") },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_export_help = {
  "export",
  N_("FILE…"),
  N_("Write charts as data for other programs"),
  N_("Tables: marks (one row a mark, which import reads again), regions (one row a region), wide (one row a visit with its "
     "scores and one column of 0 and 1 a region, for R and REDCap) and choir (codes of the CHOIR body map). No names and "
     "no notes are in them; the case is the name of the file. A file for each chart: fhir (a FHIR R4 bundle, with the "
     "patient's name), svg and png (the figure with its legend, without a name)."),
};

/* Whether two charts would become one case, or one file replace the other. */
static gboolean
is_taken (GHashTable *names,
          const char *name,
          const char *file)
{
  g_autofree char *display = NULL;

  if (g_hash_table_add (names, g_strdup (name)))
    return FALSE;
  display = g_filename_display_name (file);
  /* Translators: name of a file, then the part of it that names the case */
  g_printerr (_("%s: another chart is called “%s” too; rename one of them, or export it by itself"), display, name);
  g_printerr ("\n");
  return TRUE;
}

static char *
dup_case_name (const char *file)
{
  g_autofree char *base = g_path_get_basename (file);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, BC_CHART_SUFFIX))
    name[strlen (name) - strlen (BC_CHART_SUFFIX)] = '\0';
  return name;
}

/**
 * bc_export_each:
 * @export: what was asked for
 * @func: what to do with each visit
 * @out: for @func
 *
 * Goes through the charts, of which one is in memory at a time, and their last or all visits. Names bad ones.
 *
 * Returns: the exit code
 */
BcExit
bc_export_each (const BcExport *export,
                BcExportFunc    func,
                FILE           *out)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BcExit status = BC_EXIT_OK;

  for (char **file = export->files; *file != NULL; file++)
    {
      g_autofree char *name = dup_case_name (*file);
      BcVisit *last;
      g_autoptr(BcChart) chart = is_taken (names, name, *file) ? NULL : bc_command_load (*file, &last);
      GListModel *visits;
      guint n_visits;

      if (chart == NULL)
        {
          status = BC_EXIT_BAD;
          continue;
        }
      visits = G_LIST_MODEL (bc_chart_get_visits (chart));
      n_visits = g_list_model_get_n_items (visits);
      for (guint i = export->all_visits ? 0 : n_visits - 1; i < n_visits; i++)
        {
          g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

          status |= func (export, name, chart, visit, out);
        }
    }
  return status;
}

static gboolean
replaces_a_chart (void)
{
  g_autoptr(GFile) target = bc_command_open (opt_output);

  for (char **file = opt_files; *file != NULL; file++)
    {
      g_autoptr(GFile) source = bc_command_open (*file);

      if (g_file_equal (source, target))
        return TRUE;
    }
  return FALSE;
}

/* Says what is wrong with the command line, if anything. */
static BcExit
check_usage (const BcExport *export)
{
  g_autofree char *formats = bc_export_dup_formats ();

  if (opt_format == NULL)
    /* Translators: %s is a list of words to choose from */
    return bc_command_fail_usage (bc_export_help.name, _("The option --format is missing; write one of %s"), formats);
  if (export->format == NULL)
    /* Translators: what was typed where a format should be, then a list of words to choose from */
    return bc_command_fail_usage (bc_export_help.name, _("Unknown format “%s”; write one of %s"), opt_format, formats);
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_export_help.name, "%s", _("A file is missing"));
  if (opt_output != NULL && replaces_a_chart ())
    return bc_command_fail_usage (bc_export_help.name, "%s", _("The export would replace a chart"));
  if (!(opt_dpi >= BC_PICTURE_MIN_DPI && opt_dpi <= BC_PICTURE_MAX_DPI))
    /* Translators: the lowest and the highest number allowed */
    return bc_command_fail_usage (bc_export_help.name, _("A resolution is %d to %d dots an inch"), BC_PICTURE_MIN_DPI,
                                  BC_PICTURE_MAX_DPI);
  return BC_EXIT_OK;
}

/**
 * bc_export_command:
 * @arguments: the command line from "export" on
 *
 * Writes charts as tables, bundles or pictures.
 *
 * Returns: the exit code
 */
BcExit
bc_export_command (GStrv arguments)
{
  BcExport export = { NULL };
  BcExit status;

  if (!bc_command_parse (&bc_export_help, entries, arguments))
    return BC_EXIT_USAGE;
  export = (BcExport) { opt_format != NULL ? bc_export_find_format (opt_format) : NULL, opt_files, opt_output,
                        opt_all_visits, opt_dpi, opt_no_summary };
  status = check_usage (&export);
  if (status != BC_EXIT_OK)
    return status;
  bc_command_tell_problems ();
  return export.format->suffix == NULL ? bc_export_tables (&export) : bc_export_visits (&export);
}
