/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"

static GStrv opt_files;

static const GOptionEntry entries[] = {
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_validate_help = {
  "validate",
  N_("FILE…"),
  N_("Check that charts can be read"),
  N_("Prints “FILE: ok”, or what is wrong and what to do. Charts only, no tables."),
};

static BcExit
validate_file (const char *file)
{
  g_autoptr(GFile) source = bc_command_open (file);
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_load (source, NULL, NULL, &error);

  if (chart == NULL)
    {
      bc_command_report (file, error);
      return BC_EXIT_BAD;
    }
  /* Translators: %s is a file name; the file is fine */
  g_print (_("%s: ok\n"), name);
  return BC_EXIT_OK;
}

/**
 * bc_validate_command:
 * @arguments: the command line from "validate" on
 *
 * Reads each chart and says whether it is fine.
 *
 * Returns: the exit code
 */
BcExit
bc_validate_command (GStrv arguments)
{
  BcExit status = BC_EXIT_OK;

  if (!bc_command_parse (&bc_validate_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_validate_help.name, "%s", _("A file is missing"));
  for (char **file = opt_files; *file != NULL; file++)
    status |= validate_file (*file);
  status |= bc_command_flush ();
  return status;
}
