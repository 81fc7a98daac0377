/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"
#include "bc-match-print.h"

#include "bc-i18n.h"

#include <stdio.h>

static GStrv opt_files;
static gboolean opt_json;
static gboolean opt_all;
static gboolean opt_symptoms;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &opt_json, N_("Print one JSON object a line, for programs"), NULL },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &opt_all, N_("List all findings, not only the first ten"), NULL },
  { "symptoms", 's', 0, G_OPTION_ARG_NONE, &opt_symptoms, N_("Match each symptom by itself too"), NULL },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_match_help = {
  "match",
  N_("FILE…"),
  N_("List which patterns of pain fit a chart, and why"),
  N_("Of each chart the last visit counts. A share is the share of the weighed evidence, not a probability of "
     "disease."),
};

static void
print_text (const char        *file,
            BcChart           *chart,
            BcVisit           *visit,
            const BcMaps      *maps,
            const BcFindings  *findings,
            const BcBySymptom *by_symptom,
            const BcExtent    *extent,
            guint              n_findings)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *text = bc_match_dup_text (chart, visit, maps, findings, by_symptom, extent, n_findings);

  g_print ("%s%s\n%s", file == opt_files[0] ? "" : "\n", name, text);
}

static void
print_json (const char        *file,
            BcVisit           *visit,
            const BcMaps      *maps,
            const BcFindings  *findings,
            const BcBySymptom *by_symptom,
            const BcExtent    *extent,
            guint              n_findings)
{
  g_autofree char *line = bc_match_dup_json (file, visit, maps, findings, by_symptom, extent, n_findings);

  /* JSON is UTF-8 whatever the locale, so not by g_print(). */
  fputs (line, stdout);
  putchar ('\n');
}

static BcExit
match_file (const char *file)
{
  g_autoptr(BcEvidence) evidence = NULL;
  g_autoptr(BcFindings) findings = NULL;
  g_autoptr(BcBySymptom) by_symptom = NULL;
  g_autoptr(BcChart) chart = NULL;
  const BcMaps *maps = bc_maps_get_default ();
  BcVisit *visit;
  BcExtent extent;
  guint n_findings = opt_all ? G_MAXUINT : BC_MATCH_USUAL_FINDINGS;

  chart = bc_command_load (file, &visit);
  if (chart == NULL)
    return BC_EXIT_BAD;
  evidence = bc_evidence_from_visit (chart, visit);
  findings = bc_match_brief (evidence, maps, n_findings);
  if (opt_symptoms)
    by_symptom = bc_match_symptoms (chart, visit, findings, maps);
  bc_extent_of_visit (chart, visit, &extent);
  n_findings = MIN (findings->findings->len, n_findings);
  if (opt_json)
    print_json (file, visit, maps, findings, by_symptom, &extent, n_findings);
  else
    print_text (file, chart, visit, maps, findings, by_symptom, &extent, n_findings);
  return BC_EXIT_OK;
}

/**
 * bc_match_command:
 * @arguments: the command line from "match" on
 *
 * Matches the last visit of each chart with the maps.
 *
 * Returns: the exit code
 */
BcExit
bc_match_command (GStrv arguments)
{
  BcExit status = BC_EXIT_OK;

  if (!bc_command_parse (&bc_match_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_match_help.name, "%s", _("A file is missing"));
  bc_command_tell_problems ();
  for (char **file = opt_files; *file != NULL; file++)
    status |= match_file (*file);
  status |= bc_command_flush ();
  return status;
}
