/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"
#include "bc-diff-print.h"
#include "bc-drawn-visit.h"

#include "bc-fact.h"
#include "bc-i18n.h"
#include "bc-words-comparison.h"

#include <stdio.h>

static GStrv opt_files;
static char *opt_visits;
static char *opt_drawing;
static BcDrawing drawing;
static gboolean opt_json;

static const GOptionEntry entries[] = {
  { "visits", 'V', 0, G_OPTION_ARG_STRING, &opt_visits, N_("Compare these two visits of one chart, counted from 1"),
    N_("N,M") },
  { "drawing", 'd', 0, G_OPTION_ARG_STRING, &opt_drawing,
    N_("Whose drawing to compare: the patient’s, or the clinician’s where there is one"), "patient|clinician" },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &opt_json, N_("Print one JSON object a line, for programs"), NULL },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_diff_help = {
  "diff",
  N_("BEFORE AFTER"),
  N_("Tell what changed between two visits"),
  N_("Of two charts the last visits are compared; with --visits two visits of one chart; of one chart alone its last "
     "two visits."),
};

/* One side of the comparison. */
typedef struct
{
  const char *file;
  BcChart    *chart;
  BcVisit    *visit;
} Side;

/* Reads "2,5". */
static gboolean
parse_visits (guint64 numbers[2])
{
  g_auto(GStrv) parts = g_strsplit (opt_visits, ",", -1);

  return g_strv_length (parts) == 2 && g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT, &numbers[0], NULL)
         && g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT, &numbers[1], NULL);
}

static gboolean
parse_drawing (void)
{
  drawing = g_strcmp0 (opt_drawing, "clinician") == 0 ? BC_DRAWING_CLINICIAN : BC_DRAWING_PATIENT;
  return opt_drawing == NULL || drawing == BC_DRAWING_CLINICIAN || g_str_equal (opt_drawing, "patient");
}

static BcVisit *
get_visit (const Side *side,
           guint64     number)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (side->chart));
  guint n = g_list_model_get_n_items (visits);
  g_autoptr(BcVisit) visit = NULL;
  g_autofree char *name = g_filename_display_name (side->file);

  if (number <= n)
    {
      visit = g_list_model_get_item (visits, (guint) number - 1);
      return visit; /* the chart keeps it */
    }
  /* Translators: a file name, a number, and how many visits the chart holds */
  g_printerr (_("%s:1: there is no visit %u; the chart holds %u"), name, (guint) number, n);
  g_printerr ("\n");
  return NULL;
}

static gboolean
differ (const char *one,
        const char *other)
{
  return *one != '\0' && *other != '\0' && !g_str_equal (one, other);
}

/* Charts of two patients are not compared by mistake. */
static gboolean
check_patient (const Side *before,
               const Side *after)
{
  g_autofree char *name = NULL;

  if (!differ (bc_chart_get_birth_date (before->chart), bc_chart_get_birth_date (after->chart))
      && !differ (bc_chart_get_reference (before->chart), bc_chart_get_reference (after->chart)))
    return TRUE;
  name = g_filename_display_name (after->file);
  /* Translators: %s is a file name */
  g_printerr (_("%s:1: another birth date or reference than in the first chart; compare charts of one patient"), name);
  g_printerr ("\n");
  return FALSE;
}

static void
print (const Side *before,
       const Side *after)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcVisit) earlier = drawing != BC_DRAWING_PATIENT ? bc_visit_new_drawn (before->visit, drawing, 0)
                                                             : g_object_ref (before->visit);
  g_autoptr(BcVisit) later = drawing != BC_DRAWING_PATIENT ? bc_visit_new_drawn (after->visit, drawing, 0)
                                                           : g_object_ref (after->visit);
  g_autoptr(BcComparison) comparison = bc_compare_charts (before->chart, earlier, after->chart, later, maps);
  g_autofree char *text = opt_json ? bc_diff_dup_json (before->file, after->file, comparison, drawing)
                                   : bc_diff_dup_text (comparison, maps);

  if (!opt_json)
    {
      g_print ("%s", text);
      return;
    }
  /* JSON is UTF-8 whatever the locale, so not by g_print(). */
  fputs (text, stdout);
  putchar ('\n');
}

static BcExit
diff_charts (void)
{
  Side before = { .file = opt_files[0] };
  Side after = { .file = opt_files[1] };
  g_autoptr(BcChart) before_chart = NULL;
  g_autoptr(BcChart) after_chart = NULL;

  before_chart = before.chart = bc_command_load (before.file, &before.visit);
  after_chart = after.chart = bc_command_load (after.file, &after.visit);
  if (before.chart == NULL || after.chart == NULL || !check_patient (&before, &after))
    return BC_EXIT_BAD;
  print (&before, &after);
  return BC_EXIT_OK;
}

static BcExit
diff_visits (guint64 numbers[2])
{
  Side before = { .file = opt_files[0] };
  Side after;
  g_autoptr(BcChart) chart = NULL;
  guint n;

  chart = before.chart = bc_command_load (before.file, &before.visit);
  if (chart == NULL)
    return BC_EXIT_BAD;
  after = before;
  n = g_list_model_get_n_items (G_LIST_MODEL (bc_chart_get_visits (chart)));
  if (opt_visits == NULL && n < 2)
    {
      g_autofree char *name = g_filename_display_name (before.file);

      /* Translators: %s is a file name */
      g_printerr (_("%s:1: only one visit; add a chart or a visit to compare it with"), name);
      g_printerr ("\n");
      return BC_EXIT_BAD;
    }
  before.visit = get_visit (&before, opt_visits != NULL ? numbers[0] : n - 1);
  after.visit = get_visit (&after, opt_visits != NULL ? numbers[1] : n);
  if (before.visit == NULL || after.visit == NULL)
    return BC_EXIT_BAD;
  print (&before, &after);
  return BC_EXIT_OK;
}

static void
append_sentences (GString         *text,
                  const GPtrArray *sentences,
                  guint            from,
                  guint            to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "  - %s\n", (const char *) g_ptr_array_index (sentences, i));
}

static void
append_facts (GString            *text,
              const BcComparison *comparison)
{
  g_autoptr(GPtrArray) facts = bc_fact_list (comparison);

  for (guint i = 0; i < facts->len; i++)
    {
      const BcFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *words = bc_fact_dup_words (fact);

      g_string_append_printf (text, "  %s %s\n", bc_direction_get_sign (fact->direction), words);
    }
}

/**
 * bc_diff_dup_text:
 * @comparison: what changed
 * @maps: the maps, for names
 *
 * Returns: (transfer full): the dates, red flags, a few large numbers, then a sentence a line
 */
char *
bc_diff_dup_text (const BcComparison *comparison,
                  const BcMaps       *maps)
{
  g_autoptr(GPtrArray) sentences = bc_words_list_comparison (comparison, maps);
  guint n_flags = comparison->flags_new->len + comparison->flags_gone->len; /* they lead */
  g_autofree char *before = bc_date_dup_display (bc_visit_get_date (comparison->before));
  g_autofree char *after = bc_date_dup_display (bc_visit_get_date (comparison->after));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s → %s\n", before, after);
  append_sentences (text, sentences, 0, n_flags);
  append_facts (text, comparison);
  append_sentences (text, sentences, n_flags, sentences->len);
  return g_string_free (text, FALSE);
}

/**
 * bc_diff_command:
 * @arguments: the command line from "diff" on
 *
 * Compares two visits.
 *
 * Returns: the exit code
 */
BcExit
bc_diff_command (GStrv arguments)
{
  guint64 numbers[2] = { 0 };
  guint n_files;
  BcExit status;

  if (!bc_command_parse (&bc_diff_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (!parse_drawing ())
    /* Translators: %s is what was typed after --drawing */
    return bc_command_fail_usage (bc_diff_help.name, _("--drawing takes patient or clinician, and not “%s”"),
                                  opt_drawing);
  n_files = opt_files != NULL ? g_strv_length (opt_files) : 0;
  if (n_files == 0)
    return bc_command_fail_usage (bc_diff_help.name, "%s", _("A file is missing"));
  if (opt_visits != NULL && !parse_visits (numbers))
    /* Translators: %s is what was typed after --visits */
    return bc_command_fail_usage (bc_diff_help.name, _("--visits takes two numbers, as 1,2, and not “%s”"), opt_visits);
  if (n_files > (opt_visits != NULL ? 1 : 2))
    return bc_command_fail_usage (bc_diff_help.name, "%s", _("Too many files: two charts, or one with --visits"));
  bc_command_tell_problems ();
  status = n_files == 2 ? diff_charts () : diff_visits (numbers);
  return status | bc_command_flush ();
}
