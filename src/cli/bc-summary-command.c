/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary.h"

#include "bc-command.h"
#include "bc-i18n.h"

static GStrv opt_files;
static char *opt_output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_("Write the summary to this PDF file"), N_("OUT.pdf") },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_summary_help = {
  "summary",
  N_("FILE"),
  N_("Write the session summary of a chart as PDF"),
  N_("The summary is that of the last visit, with the findings that the clinician ticked. A PDF file that is there "
     "already is replaced."),
};

static BcExit
summarise (const char *file)
{
  g_autoptr(GFile) target = bc_command_open (opt_output);
  g_autoptr(BcSummary) summary = NULL;
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  BcVisit *visit;

  chart = bc_command_load (file, &visit);
  if (chart == NULL)
    return BC_EXIT_BAD;
  summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  if (bc_summary_export_pdf (summary, target, &error))
    return BC_EXIT_OK;
  bc_command_report (opt_output, error);
  return BC_EXIT_BAD;
}

/**
 * bc_summary_command:
 * @arguments: the command line from "summary" on
 *
 * Writes the session summary of one chart.
 *
 * Returns: the exit code
 */
BcExit
bc_summary_command (GStrv arguments)
{
  g_autoptr(GFile) source = NULL;
  g_autoptr(GFile) target = NULL;

  if (!bc_command_parse (&bc_summary_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_summary_help.name, "%s", _("A file is missing"));
  if (opt_files[1] != NULL)
    return bc_command_fail_usage (bc_summary_help.name, "%s", _("Only one file at a time"));
  if (opt_output == NULL)
    return bc_command_fail_usage (bc_summary_help.name, "%s", _("The option -o is missing"));
  source = bc_command_open (opt_files[0]);
  target = bc_command_open (opt_output);
  if (g_file_equal (source, target))
    return bc_command_fail_usage (bc_summary_help.name, "%s", _("The summary would replace the chart"));
  bc_command_tell_problems ();
  return summarise (opt_files[0]);
}
