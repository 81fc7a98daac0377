/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-csv-import.h"
#include "bc-i18n.h"
#include "bc-maps.h"
#include "bc-xml.h"

#include <errno.h>
#include <stdio.h>

/**
 * bc_command_fail_usage:
 * @command: (nullable): name of the command, %NULL for the program itself
 * @format: what is wrong, as for printf()
 *
 * Says what is wrong with the command line and where help is.
 *
 * Returns: %BC_EXIT_USAGE
 */
BcExit
bc_command_fail_usage (const char *command,
                       const char *format,
                       ...)
{
  g_autofree char *full_name = command != NULL ? g_strconcat (BC_CLI_NAME " ", command, NULL) : g_strdup (BC_CLI_NAME);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s: %s\n", full_name, message);
  /* Translators: %s is a program with its command, as "bodychart-cli match" */
  g_printerr (_("Try “%s --help”.\n"), full_name);
  return BC_EXIT_USAGE;
}

/**
 * bc_command_parse:
 * @help: what `--help` says
 * @entries: the options; whatever is left over belongs to `G_OPTION_REMAINING`
 * @arguments: the command line from the name of the command on
 *
 * Reads the options of a command. Says what is wrong with them on the standard error.
 *
 * Returns: whether they are right
 */
gboolean
bc_command_parse (const BcCommandHelp *help,
                  const GOptionEntry  *entries,
                  GStrv                arguments)
{
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *program = NULL;
  g_auto(GStrv) rest = NULL;

  g_return_val_if_fail (help != NULL, FALSE);
  g_return_val_if_fail (arguments != NULL && arguments[0] != NULL, FALSE);

  /* The usage line of GOption shows the name of the program. */
  program = g_strconcat (BC_CLI_NAME " ", help->name, NULL);
  g_set_prgname (program);
  context = g_option_context_new (g_dgettext (GETTEXT_PACKAGE, help->arguments));
  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, help->purpose));
  if (help->details != NULL)
    g_option_context_set_description (context, g_dgettext (GETTEXT_PACKAGE, help->details));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  rest = g_strdupv (arguments);
  if (g_option_context_parse_strv (context, &rest, &error))
    return TRUE;
  bc_command_fail_usage (help->name, "%s", error->message);
  return FALSE;
}

/**
 * bc_command_report:
 * @file: a file as it was typed
 * @error: what is wrong with it
 *
 * Names a bad file on the standard error. Errors of readers begin with the file already.
 */
void
bc_command_report (const char   *file,
                   const GError *error)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *base = g_path_get_basename (name);

  g_return_if_fail (error != NULL);

  if (strstr (error->message, base) != NULL)
    g_printerr ("%s\n", error->message);
  else
    g_printerr ("%s: %s\n", name, error->message);
}

/**
 * bc_command_open:
 * @file: a path or a URI as it was typed
 *
 * A path may hold a colon without being taken for a URI.
 *
 * Returns: (transfer full): the file
 */
GFile *
bc_command_open (const char *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  return strstr (file, "://") != NULL ? g_file_new_for_commandline_arg (file) : g_file_new_for_path (file);
}

/**
 * bc_command_check_output:
 * @file: where an export will be written, as it was typed
 *
 * No slip of the keyboard, and no link, lets an export take the place of a chart. Says so on the standard error.
 *
 * Returns: whether it may be written there
 */
gboolean
bc_command_check_output (const char *file)
{
  g_autoptr(GFile) target = bc_command_open (file);
  g_autoptr(GBytes) bytes = bc_load_bytes (target, BC_XML_MAX_BYTES + BC_CHART_SEAL_BYTES, NULL, NULL, NULL);
  g_autofree char *name = NULL;
  const char *text;
  gsize size;

  if (bytes == NULL) /* nothing, or what saving will complain of */
    return TRUE;
  text = g_bytes_get_data (bytes, &size);
  if (!bc_is_sealed (bytes) && (size == 0 || g_strstr_len (text, (gssize) MIN (size, 1024), BC_CHART_NAMESPACE) == NULL))
    return TRUE;
  name = g_filename_display_name (file);
  /* Translators: %s is a file name */
  g_printerr (_("%s: not written: there is a chart of this name; choose another name"), name);
  g_printerr ("\n");
  return FALSE;
}

/**
 * bc_command_load:
 * @file: a path or a URI as it was typed
 * @visit: (out) (transfer none): its youngest visit
 *
 * Reads a chart; reports it where it is bad, or holds no visit.
 *
 * Returns: (transfer full) (nullable): the chart
 */
BcChart *
bc_command_load (const char  *file,
                 BcVisit    **visit)
{
  g_autoptr(GFile) source = bc_command_open (file);
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (visit != NULL, NULL);

  chart = bc_command_read (source, &error);
  if (chart == NULL)
    {
      bc_command_report (file, error);
      return NULL;
    }
  *visit = bc_chart_get_last_visit (chart);
  if (*visit == NULL)
    {
      g_autofree char *name = g_filename_display_name (file);

      /* Translators: %s is a file name */
      g_printerr (_("%s:1: a chart without a visit; add a visit first"), name);
      g_printerr ("\n");
      return NULL;
    }
  return g_steal_pointer (&chart);
}

/**
 * bc_command_tell_problems:
 *
 * Names on the standard error the files with maps of a clinic's own that are left out. The command goes on without
 * them, and its exit code does not change.
 */
void
bc_command_tell_problems (void)
{
  const GPtrArray *problems;

  /* Not every command needs the maps, and to read them takes longer than most commands. */
  if (!bc_maps_have_own ())
    return;
  problems = bc_maps_get_problems ();
  for (guint i = 0; i < problems->len; i++)
    {
      /* Translators: %s is a file name, then what is wrong with it */
      g_printerr (_("Map of your own left out: %s"), (const char *) g_ptr_array_index (problems, i));
      g_printerr ("\n");
    }
}

/**
 * bc_command_flush:
 *
 * Sees to it that a full disk behind a redirected output is not taken for success.
 *
 * Returns: %BC_EXIT_OK, or %BC_EXIT_BAD with a message on the standard error
 */
BcExit
bc_command_flush (void)
{
  gboolean failed = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !failed)
    return BC_EXIT_OK;
  /* Translators: %s is what the system says, as "No space left on device" */
  g_printerr (_("The output could not be written: %s"), g_strerror (errno != 0 ? errno : EIO));
  g_printerr ("\n");
  return BC_EXIT_BAD;
}

/**
 * bc_command_load_table:
 * @file: (nullable): a table; %NULL where none was asked for
 * @bytes: (out) (transfer full): what it holds; untouched without a @file
 *
 * Reads a table into memory. On failure it says why on standard error.
 *
 * Returns: %FALSE if there should be a table and it cannot be read
 */
gboolean
bc_command_load_table (const char  *file,
                       GBytes     **bytes)
{
  g_autoptr(GFile) source = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (file == NULL)
    return TRUE;
  source = bc_command_open (file);
  *bytes = bc_load_bytes (source, BC_CSV_MAX_BYTES, NULL, NULL, &error);
  if (*bytes == NULL)
    bc_command_report (file, error);
  return *bytes != NULL;
}
