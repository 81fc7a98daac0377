/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"
#include "bc-instruments-print.h"

#include "bc-i18n.h"

#include <stdio.h>

static GStrv opt_files;
static gboolean opt_json;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &opt_json, N_("Print one JSON object a line, for programs"), NULL },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_instruments_help = {
  "instruments",
  N_("FILE…"),
  N_("Compute the usual scores of a body chart"),
  N_("Of each chart the last visit counts. Indices count regions that hurt: numbness, tingling and weakness alone are no "
     "pain. How long it has hurt, and what is asked beside the chart, they do not know."),
};

static BcExit
score_file (const char *file)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcScores) scores = NULL;
  g_autoptr(BcChart) chart = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  BcVisit *visit;

  chart = bc_command_load (file, &visit);
  if (chart == NULL)
    return BC_EXIT_BAD;
  scores = bc_scores_from_visit (chart, visit, maps);
  if (opt_json)
    {
      /* JSON is UTF-8 whatever the locale, so not by g_print(). */
      text = bc_instruments_dup_json (file, visit, scores);
      fputs (text, stdout);
      putchar ('\n');
      return BC_EXIT_OK;
    }
  text = bc_instruments_dup_text (visit, maps, scores);
  name = g_filename_display_name (file);
  g_print ("%s%s\n%s", file == opt_files[0] ? "" : "\n", name, text);
  return BC_EXIT_OK;
}

/**
 * bc_instruments_command:
 * @arguments: the command line from "instruments" on
 *
 * Scores the last visit of each chart.
 *
 * Returns: the exit code
 */
BcExit
bc_instruments_command (GStrv arguments)
{
  BcExit status = BC_EXIT_OK;

  if (!bc_command_parse (&bc_instruments_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_instruments_help.name, "%s", _("A file is missing"));
  for (char **file = opt_files; *file != NULL; file++)
    status |= score_file (*file);
  status |= bc_command_flush ();
  return status;
}
