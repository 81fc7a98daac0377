/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-save.h"
#include "bc-table.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static GStrv opt_files;
static char *opt_format;
static char *opt_output;
static gboolean opt_all_visits;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &opt_format, N_("What to write: marks, regions, wide or choir"), N_("FORMAT") },
  { "all-visits", 'a', 0, G_OPTION_ARG_NONE, &opt_all_visits, N_("Export every visit, not only the last"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_("Write into this file"), N_("OUT") },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_export_help = {
  "export",
  N_("FILE…"),
  N_("Write charts as data for other programs"),
  N_("marks: CSV, one row a mark, which import reads again. regions: CSV, one row a region. wide: CSV, one row a visit "
     "with its scores and one column of 0 and 1 a region, for R and REDCap. choir: CSV, one row a visit with its codes of "
     "the CHOIR body map, as CHOIRBM reads them. No names and no notes are in them; the "
     "case is the name of the file."),
};

typedef struct
{
  const char  *id;
  BcTableKind  kind;
} Format;

static const Format formats[] = {
  { "marks", BC_TABLE_MARKS },
  { "regions", BC_TABLE_REGIONS },
  { "wide", BC_TABLE_WIDE },
  { "choir", BC_TABLE_CHOIR },
};

static const Format *
find_format (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];
  return NULL;
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

/* One chart is in memory at a time, however many there are. */
static BcExit
export_file (const Format *format,
             const char   *file,
             FILE         *out)
{
  g_autofree char *name = dup_case_name (file);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(BcChart) chart = NULL;
  GListModel *visits;
  BcVisit *last;
  guint n_visits;

  chart = bc_command_load (file, &last);
  if (chart == NULL)
    return BC_EXIT_BAD;
  visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  n_visits = g_list_model_get_n_items (visits);
  for (guint i = opt_all_visits ? 0 : n_visits - 1; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      bc_table_append_visit (format->kind, name, chart, visit, bc_maps_get_default (), text);
    }
  fwrite (text->str, 1, text->len, out);
  return BC_EXIT_OK;
}

static BcExit
export_files (const Format *format,
              FILE         *out)
{
  g_autoptr(GString) head = g_string_new (NULL);
  BcExit status = BC_EXIT_OK;

  bc_table_append_head (format->kind, head);
  fwrite (head->str, 1, head->len, out);
  for (char **file = opt_files; *file != NULL; file++)
    status |= export_file (format, *file, out);
  return status;
}

static BcExit
fail_spool (int cause)
{
  g_autofree char *name = g_filename_display_name (opt_output);

  /* Translators: name of a file, then what the system says */
  g_printerr (_("%s: not written: %s; choose another place"), name, g_strerror (cause));
  g_printerr ("\n");
  return BC_EXIT_BAD;
}

/* The rows wait in a file without a name, so that the table is there whole or not at all and memory stays small. */
static BcExit
export_into_file (const Format *format)
{
  g_autoptr(GFile) target = bc_command_open (opt_output);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) mapped = NULL;
  g_autoptr(GBytes) bytes = NULL;
  int fd = g_file_open_tmp ("bodychart-XXXXXX", &path, &error);
  FILE *spool = fd >= 0 ? fdopen (fd, "w+") : NULL;
  BcExit status;

  if (spool == NULL)
    return fail_spool (errno);
  g_unlink (path);
  status = export_files (format, spool);
  if (fflush (spool) != 0 || ferror (spool))
    status = fail_spool (errno);
  else if ((mapped = g_mapped_file_new_from_fd (fd, FALSE, &error)) == NULL
           || (bytes = g_mapped_file_get_bytes (mapped)) == NULL
           || !bc_save_bytes (target, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, &error))
    {
      bc_command_report (opt_output, error);
      status = BC_EXIT_BAD;
    }
  fclose (spool);
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

/**
 * bc_export_command:
 * @arguments: the command line from "export" on
 *
 * Writes charts as tables.
 *
 * Returns: the exit code
 */
BcExit
bc_export_command (GStrv arguments)
{
  const Format *format;
  BcExit status;

  if (!bc_command_parse (&bc_export_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_format == NULL)
    return bc_command_fail_usage (bc_export_help.name, "%s", _("The option --format is missing"));
  format = find_format (opt_format);
  if (format == NULL)
    /* Translators: %s is what was typed where a format should be */
    return bc_command_fail_usage (bc_export_help.name, _("Unknown format “%s”"), opt_format);
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_export_help.name, "%s", _("A file is missing"));
  if (opt_output != NULL && replaces_a_chart ())
    return bc_command_fail_usage (bc_export_help.name, "%s", _("The export would replace a chart"));
  bc_command_tell_problems ();
  if (opt_output != NULL)
    return export_into_file (format);
  status = export_files (format, stdout);
  status |= bc_command_flush ();
  return status;
}
