/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"
#include "bc-evaluate-print.h"

#include "bc-csv-import.h"
#include "bc-harder.h"
#include "bc-i18n.h"
#include "bc-truth-import.h"

static GStrv opt_files;
static char *opt_part;
static gboolean opt_cases;
static int opt_harder;

/* As many charts of each case as make the measures steady, and the table still quick. */
#define N_HARDER 5

static const GOptionEntry entries[] = {
  { "part", 'p', 0, G_OPTION_ARG_STRING, &opt_part, N_("Only cases of this part of the set, as report"), N_("NAME") },
  { "cases", 'c', 0, G_OPTION_ARG_NONE, &opt_cases, N_("List the cases that are not right"), NULL },
  { "harder", 'H', 0, G_OPTION_ARG_INT, &opt_harder,
    N_("Measure on cases made harder: marks and answers left out or turned round, marks astray, by chance from SEED"),
    N_("SEED") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_evaluate_help = {
  "evaluate",
  N_("FOLDER"),
  N_("Measure how often the findings are right, on a folder of cases"),
  N_("FOLDER holds marks.csv and truth.csv, and answers.csv and patients.csv where there are any. truth.csv has the "
     "columns case, part, pattern, side, also, flags, second, second-side, source. Each part is measured by itself, "
     "and beside the matcher two baselines: plain overlap of the marks with every map, and a look at the dermatome "
     "chart. Vignettes are tidier than patients, so the same cases are measured once more, made harder."),
};

typedef struct
{
  char   *path[4]; /* display names of the tables */
  GBytes *bytes[4];
} Tables;

enum
{
  TABLE_MARKS,
  TABLE_TRUTH,
  TABLE_ANSWERS,
  TABLE_PATIENTS
};

static void
tables_clear (Tables *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables->path); i++)
    {
      g_clear_pointer (&tables->path[i], g_free);
      g_clear_pointer (&tables->bytes[i], g_bytes_unref);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tables, tables_clear)

static gboolean
load_tables (const char *folder,
             Tables     *tables)
{
  static const char *const names[] = { "marks.csv", "truth.csv", "answers.csv", "patients.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      /* Answers and patients are not needed; the other two are, and their absence is told. */
      if (i >= TABLE_ANSWERS && !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (!bc_command_load_table (path, &tables->bytes[i]))
        return FALSE;
      tables->path[i] = g_filename_display_name (path);
    }
  return TRUE;
}

/* Names of the parts in the order in which they occur; of strings that belong to @rows. */
static GPtrArray *
list_parts (GPtrArray *rows)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      char *part = ((BcTruthRow *) g_ptr_array_index (rows, i))->part;

      if (!g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
        g_ptr_array_add (parts, part);
    }
  return parts;
}

/* @seed: 0 for the case as it is */
static BcEvidence *
evidence_of (BcTruthRow *row,
             guint       seed)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (row->chart, bc_chart_get_last_visit (row->chart));

  return seed > 0 ? bc_evidence_new_harder (evidence, row->name, seed) : g_steal_pointer (&evidence);
}

static void
evaluate_part (GPtrArray  *rows,
               const char *part)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcEvaluation) evaluation = bc_evaluation_new (maps);
  g_autoptr(BcEvaluation) harder = bc_evaluation_new (maps);

  for (guint i = 0; i < rows->len; i++)
    {
      BcTruthRow *row = g_ptr_array_index (rows, i);
      BcTruth truth = { row->pattern, row->side, row->also, row->second, row->second_side, row->flags };
      g_autoptr(BcEvidence) evidence = NULL;

      if (!g_str_equal (part, row->part))
        continue;
      evidence = evidence_of (row, (guint) opt_harder);
      bc_evaluation_add (evaluation, evidence, &truth);
      for (guint seed = 1; opt_harder == 0 && seed <= N_HARDER; seed++)
        {
          g_autoptr(BcEvidence) other = evidence_of (row, seed);

          bc_evaluation_add (harder, other, &truth);
        }
      if (opt_cases)
        bc_evaluate_print_case (row->name, evidence, maps, &truth);
    }
  if (opt_cases)
    g_print ("\n");
  bc_evaluate_print (evaluation);
  if (opt_harder == 0)
    bc_evaluate_print_harder (harder, N_HARDER);
}

static gboolean
evaluate_parts (GPtrArray  *rows,
                const char *truth_name)
{
  g_autoptr(GPtrArray) parts = list_parts (rows);
  gboolean found = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (opt_part != NULL && !g_str_equal (opt_part, part))
        continue;
      if (found)
        g_print ("\n");
      /* Translators: %s is the name of a part of a reference set, as report */
      g_print (_("Part “%s”"), part);
      g_print ("\n\n");
      evaluate_part (rows, part);
      found = TRUE;
    }
  if (!found)
    {
      if (opt_part != NULL)
        /* Translators: name of a table, name of a part of a reference set */
        g_printerr (_("%s: no case is of part “%s”; the column part says which there are"), truth_name, opt_part);
      else
        /* Translators: %s is the name of a table */
        g_printerr (_("%s: there is no case; add a row for each"), truth_name);
      g_printerr ("\n");
    }
  return found;
}

static gboolean
evaluate (const Tables *tables)
{
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  cases = bc_import_csv (tables->bytes[TABLE_MARKS], tables->path[TABLE_MARKS], tables->bytes[TABLE_ANSWERS],
                         tables->path[TABLE_ANSWERS], tables->bytes[TABLE_PATIENTS], tables->path[TABLE_PATIENTS],
                         &error);
  if (cases != NULL)
    rows = bc_import_truth (tables->bytes[TABLE_TRUTH], tables->path[TABLE_TRUTH], bc_maps_get_default (), &error);
  if (rows == NULL || !bc_import_truth_join (rows, tables->path[TABLE_TRUTH], cases, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  return evaluate_parts (rows, tables->path[TABLE_TRUTH]);
}

/**
 * bc_evaluate_command:
 * @arguments: the command line from "evaluate" on
 *
 * Measures the matcher and two baselines on a folder of cases.
 *
 * Returns: the exit code
 */
BcExit
bc_evaluate_command (GStrv arguments)
{
  g_auto(Tables) tables = { 0 };
  BcExit status;

  if (!bc_command_parse (&bc_evaluate_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_evaluate_help.name, "%s", _("A folder is missing"));
  if (opt_harder < 0)
    return bc_command_fail_usage (bc_evaluate_help.name, "%s", _("SEED is a number from 1 on"));
  if (opt_files[1] != NULL)
    return bc_command_fail_usage (bc_evaluate_help.name, "%s", _("Only one folder at a time"));
  bc_command_tell_problems ();
  status = load_tables (opt_files[0], &tables) && evaluate (&tables) ? BC_EXIT_OK : BC_EXIT_BAD;
  status |= bc_command_flush ();
  return status;
}
