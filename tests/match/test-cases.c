/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv-import.h"
#include "match-support.h"

/*
 * The cases of tests/match/cases: drawings and answers as patients give them. This asserts on the part "report" of the
 * first set and on the whole second one, which was written without a look at the maps. cases/README.md says where they
 * come from and what they are worth.
 */
typedef struct
{
  const char *prefix; /* of its files */
  const char *part;
} CaseSet;

static const CaseSet first_set = { "", "report" };
static const CaseSet blind_set = { "blind-", "blind" };

typedef struct
{
  guint n;
  guint first;
  guint in_three;
  guint family;
  guint no_fit;
  guint no_fit_found;
  guint lost;     /* has a pattern, but no fit is first */
  guint over_half;
  guint over_half_right;
  guint flagged;  /* has red flags to be told */
  guint flagged_found;
} Tally;

static GBytes *
read_table (const CaseSet *set,
            const char    *name)
{
  g_autofree char *file = g_strconcat (set->prefix, name, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "match", "cases", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

static GHashTable *
read_charts (const CaseSet *set)
{
  g_autoptr(GBytes) marks = read_table (set, "marks.csv");
  g_autoptr(GBytes) answers = read_table (set, "answers.csv");
  g_autoptr(GBytes) patients = read_table (set, "patients.csv");
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GError) error = NULL;
  GHashTable *charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  cases = bc_import_csv (marks, "marks.csv", answers, "answers.csv", patients, "patients.csv", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < cases->len; i++)
    {
      BcImportCase *item = g_ptr_array_index (cases, i);

      g_hash_table_insert (charts, g_strdup (item->name), g_object_ref (item->chart));
    }
  return charts;
}

static void
count_case (Tally            *tally,
            const BcFindings *findings,
            const char       *pattern,
            const char       *also)
{
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);
  g_autofree char *accepted = g_strdup_printf ("%s %s", pattern, also);
  gboolean no_fit = findings->no_fit_share > first->share;
  int rank;

  if (g_str_equal (pattern, "none"))
    {
      tally->no_fit++;
      tally->no_fit_found += no_fit;
      return;
    }
  rank = rank_of (findings, accepted);
  tally->n++;
  tally->lost += no_fit;
  tally->first += rank == 0;
  tally->in_three += rank >= 0 && rank < 3;
  tally->family += first->pattern->family == bc_maps_lookup_pattern (bc_maps_get_default (), pattern)->family;
  tally->over_half += first->share > 0.5;
  tally->over_half_right += first->share > 0.5 && rank == 0;
}

/* All rules that the case names have to fire; others may fire beside them. */
static void
count_flags (Tally            *tally,
             const BcFindings *findings,
             const char       *flags)
{
  g_auto(GStrv) ids = g_strsplit (flags, " ", -1);
  gboolean all = TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    all &= has_flag (findings, ids[i]);
  tally->flagged++;
  tally->flagged_found += all;
}

static Tally
run_cases (const CaseSet *set,
           gboolean       with_answers)
{
  g_autoptr(GHashTable) charts = read_charts (set);
  g_autoptr(GBytes) bytes = read_table (set, "truth.csv");
  g_auto(GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  Tally tally = { 0 };

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], ",", 7);
      BcChart *chart = g_hash_table_lookup (charts, fields[0]);
      g_autoptr(BcEvidence) evidence = NULL;
      g_autoptr(BcFindings) findings = NULL;

      g_assert_nonnull (chart);
      if (!g_str_equal (fields[1], set->part))
        continue;
      evidence = bc_evidence_from_visit (chart, bc_chart_get_last_visit (chart));
      if (!with_answers)
        g_hash_table_remove_all (evidence->answers);
      findings = bc_match (evidence, bc_maps_get_default ());
      count_case (&tally, findings, fields[2], fields[4]);
      if (with_answers && g_strv_length (fields) > 5 && fields[5][0] != '\0')
        count_flags (&tally, findings, fields[5]);
    }
  return tally;
}

static void
assert_part (guint  part,
             guint  whole,
             double least)
{
  g_assert_cmpuint (whole, >, 0);
  g_test_message ("%u of %u", part, whole);
  g_assert_cmpfloat ((double) part / whole, >=, least);
}

static void
test_with_answers (void)
{
  Tally tally = run_cases (&first_set, TRUE);

  assert_part (tally.in_three, tally.n, 0.90);
  assert_part (tally.family, tally.n, 0.85);
  assert_part (tally.first, tally.n, 0.70);
  assert_part (tally.no_fit_found, tally.no_fit, 1);
  g_assert_cmpuint (tally.lost, ==, 0);
  assert_part (tally.over_half_right, tally.over_half, 0.9);
}

static void
test_marks_alone (void)
{
  Tally tally = run_cases (&first_set, FALSE);

  assert_part (tally.in_three, tally.n, 0.75);
  assert_part (tally.no_fit_found, tally.no_fit, 1);
  g_assert_cmpuint (tally.lost, ==, 0);
  /* Seldom more than one half without a single answer. */
  assert_part (tally.n - tally.over_half, tally.n, 0.75);
}

static void
test_blind_with_answers (void)
{
  Tally tally = run_cases (&blind_set, TRUE);

  assert_part (tally.first, tally.n, 0.85);
  assert_part (tally.in_three, tally.n, 0.95);
  assert_part (tally.family, tally.n, 0.85);
  assert_part (tally.no_fit_found, tally.no_fit, 1);
  g_assert_cmpuint (tally.lost, ==, 0);
  assert_part (tally.flagged_found, tally.flagged, 1);
  assert_part (tally.over_half_right, tally.over_half, 0.9);
}

static void
test_blind_marks_alone (void)
{
  Tally tally = run_cases (&blind_set, FALSE);

  assert_part (tally.first, tally.n, 0.65);
  assert_part (tally.in_three, tally.n, 0.85);
  assert_part (tally.no_fit_found, tally.no_fit, 1);
  g_assert_cmpuint (tally.lost, ==, 0);
  assert_part (tally.n - tally.over_half, tally.n, 0.8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/with-answers", test_with_answers);
  g_test_add_func ("/cases/marks-alone", test_marks_alone);
  g_test_add_func ("/cases/blind/with-answers", test_blind_with_answers);
  g_test_add_func ("/cases/blind/marks-alone", test_blind_marks_alone);
  return g_test_run ();
}
