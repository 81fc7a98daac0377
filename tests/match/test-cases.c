/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv-import.h"
#include "bc-evaluation.h"
#include "bc-harder.h"
#include "bc-truth-import.h"

/*
 * How well the matcher does, on the reference set of tests/cases (its part "report" is the one that counts) and on the
 * older cases without citations of tests/match/cases. The floors lie somewhat below what was measured
 * (docs/matcher.md): a change of the maps or the model that costs more than a case or two shows here. Nobody should
 * set the model on the part "report".
 */

#define REFERENCE "cases"
#define OLDER "match/cases"

static GBytes *
read_table (const char *folder,
            const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

/* As bodychart-cli evaluate does. */
static GPtrArray *
read_rows (const char *folder)
{
  g_autoptr(GBytes) marks = read_table (folder, "marks.csv");
  g_autoptr(GBytes) answers = read_table (folder, "answers.csv");
  g_autoptr(GBytes) patients = read_table (folder, "patients.csv");
  g_autoptr(GBytes) truth = read_table (folder, "truth.csv");
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  cases = bc_import_csv (marks, "marks.csv", answers, "answers.csv", patients, "patients.csv", &error);
  g_assert_no_error (error);
  rows = bc_import_truth (truth, "truth.csv", bc_maps_get_default (), &error);
  g_assert_no_error (error);
  g_assert_true (bc_import_truth_join (rows, "truth.csv", cases, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, cases->len);
  return g_steal_pointer (&rows);
}

static BcEvaluation *
evaluate (const char *folder,
          const char *part)
{
  g_autoptr(GPtrArray) rows = read_rows (folder);
  BcEvaluation *evaluation = bc_evaluation_new (bc_maps_get_default ());

  for (guint i = 0; i < rows->len; i++)
    {
      BcTruthRow *row = g_ptr_array_index (rows, i);
      BcTruth truth = { row->pattern, row->side, row->also, row->second, row->second_side, row->flags };
      g_autoptr(BcEvidence) evidence = NULL;

      if (!g_str_equal (row->part, part))
        continue;
      evidence = bc_evidence_from_visit (row->chart, bc_chart_get_last_visit (row->chart));
      bc_evaluation_add (evaluation, evidence, &truth);
    }
  return evaluation;
}

/* Of the part "report", made once. */
static BcEvaluation *report;

static const BcEvaluation *
get_report (void)
{
  if (report == NULL)
    report = evaluate (REFERENCE, "report");
  return report;
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

/* Of the outcomes with a share of at least @from tenths, how many were right. */
static void
assert_sure_is_right (const BcScores *scores,
                      guint           from,
                      double          least)
{
  guint n = 0;
  guint right = 0;

  for (guint i = from; i < BC_EVALUATION_N_BINS; i++)
    {
      n += scores->bins[i].n;
      right += scores->bins[i].right;
    }
  assert_part (right, n, least);
}

static void
test_report (void)
{
  const BcEvaluation *evaluation = get_report ();
  const BcScores *answers = &evaluation->scores[BC_METHOD_ANSWERS];
  const BcScores *marks = &evaluation->scores[BC_METHOD_MARKS];

  assert_part (answers->three, answers->n, 0.92);
  assert_part (answers->family, answers->n, 0.90);
  assert_part (answers->first, answers->n, 0.90);
  assert_part (answers->named, answers->n, 0.80);
  assert_part (answers->none_found, answers->n_none, 1);
  g_assert_cmpuint (answers->lost, ==, 0);
  assert_part (marks->first, marks->n, 0.60);
  assert_part (marks->three, marks->n, 0.75);
  assert_part (marks->none_found, marks->n_none, 1);
  g_assert_cmpuint (marks->lost, ==, 0);
  assert_part (evaluation->flags_told, evaluation->n_flagged, 1);
}

static void
test_two_sources (void)
{
  const BcEvaluation *evaluation = get_report ();
  const BcScores *answers = &evaluation->scores[BC_METHOD_ANSWERS];

  assert_part (answers->pair_one, answers->n_pairs, 0.6);
  assert_part (answers->pair_both, answers->n_pairs, 0.3);
  /* Hardly ever where there is one. */
  assert_part (answers->n - answers->split, answers->n, 0.97);
}

static void
test_shares (void)
{
  const BcEvaluation *evaluation = get_report ();

  /* More than one half promises to be right most of the time; on marks alone little is promised at all. */
  assert_sure_is_right (&evaluation->scores[BC_METHOD_ANSWERS], 5, 0.9);
  assert_sure_is_right (&evaluation->scores[BC_METHOD_MARKS], 5, 0.75);
}

/* A part of the reference set, each case made harder as evaluate does. */
static BcEvaluation *
evaluate_harder (const char *part)
{
  g_autoptr(GPtrArray) rows = read_rows (REFERENCE);
  BcEvaluation *evaluation = bc_evaluation_new (bc_maps_get_default ());

  for (guint i = 0; i < 5 * rows->len; i++)
    {
      BcTruthRow *row = g_ptr_array_index (rows, i / 5);
      BcTruth truth = { row->pattern, row->side, row->also, row->second, row->second_side, row->flags };
      g_autoptr(BcEvidence) evidence = NULL;
      g_autoptr(BcEvidence) harder = NULL;

      if (!g_str_equal (row->part, part))
        continue;
      evidence = bc_evidence_from_visit (row->chart, bc_chart_get_last_visit (row->chart));
      harder = bc_evidence_new_harder (evidence, row->name, i % 5 + 1);
      bc_evaluation_add (evaluation, harder, &truth);
    }
  return evaluation;
}

static double
part_above_half (const BcScores *scores)
{
  guint n = 0;

  for (guint i = 5; i < BC_EVALUATION_N_BINS; i++)
    n += scores->bins[i].n;
  return (double) n / bc_scores_count (scores);
}

/* Shares are honest on tidy cases and on harder ones, and marks alone seldom claim more than one half. */
static void
test_calibration (void)
{
  const BcEvaluation *tidy = get_report ();
  g_autoptr(BcEvaluation) harder = evaluate_harder ("report");

  g_test_message ("errors %.3f, %.3f", bc_scores_get_calibration_error (&tidy->scores[BC_METHOD_ANSWERS]),
                  bc_scores_get_calibration_error (&harder->scores[BC_METHOD_ANSWERS]));
  g_assert_cmpfloat (bc_scores_get_calibration_error (&tidy->scores[BC_METHOD_ANSWERS]), <, 0.22);
  g_assert_cmpfloat (bc_scores_get_calibration_error (&harder->scores[BC_METHOD_ANSWERS]), <, 0.12);
  g_assert_cmpfloat (part_above_half (&tidy->scores[BC_METHOD_MARKS]), <, 0.25);
  g_assert_cmpfloat (part_above_half (&harder->scores[BC_METHOD_MARKS]), <, 0.2);
}

static void
test_baselines (void)
{
  const BcEvaluation *evaluation = get_report ();
  const BcScores *marks = &evaluation->scores[BC_METHOD_MARKS];
  const BcScores *overlap = &evaluation->scores[BC_METHOD_OVERLAP];

  g_assert_cmpuint (evaluation->scores[BC_METHOD_DERMATOMES].first, <, overlap->first);
  g_assert_cmpuint (marks->first, >, overlap->first);
  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].first, >, marks->first);
}

static void
test_older (void)
{
  static const char *const parts[] = { "first", "second" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(BcEvaluation) evaluation = evaluate (OLDER, parts[i]);
      const BcScores *answers = &evaluation->scores[BC_METHOD_ANSWERS];
      const BcScores *marks = &evaluation->scores[BC_METHOD_MARKS];

      assert_part (answers->first, answers->n, 0.90);
      assert_part (answers->three, answers->n, 0.95);
      assert_part (answers->none_found, answers->n_none, 1);
      g_assert_cmpuint (answers->lost, ==, 0);
      assert_part (marks->first, marks->n, 0.70);
      assert_part (marks->none_found, marks->n_none, 1);
      g_assert_cmpuint (evaluation->flags_told, ==, evaluation->n_flagged);
    }
}

/* What the README of the set promises of each row. */
static void
test_rows (void)
{
  g_autoptr(GPtrArray) rows = read_rows (REFERENCE);
  g_autoptr(GHashTable) families = g_hash_table_new (NULL, NULL);
  guint n_report = 0;

  g_assert_cmpuint (rows->len, >=, 110);
  for (guint i = 0; i < rows->len; i++)
    {
      BcTruthRow *row = g_ptr_array_index (rows, i);
      guint sum = 0;

      g_test_message ("%s", row->name);
      for (const char *byte = row->name; *byte != '\0'; byte++)
        sum += (guchar) *byte;
      g_assert_cmpstr (row->part, ==, sum % 2 == 1 ? "report" : "tune");
      g_assert_cmpuint (strlen (row->source), >, 20);
      if (row->pattern != NULL)
        g_hash_table_add (families, (gpointer) row->pattern->family);
      n_report += sum % 2;
    }
  g_assert_cmpuint (g_hash_table_size (families), ==, bc_maps_get_default ()->families->len);
  g_assert_cmpuint (n_report, >=, 2 * rows->len / 5);
  g_assert_cmpuint (n_report, <=, 3 * rows->len / 5);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/rows", test_rows);
  g_test_add_func ("/cases/report", test_report);
  g_test_add_func ("/cases/two-sources", test_two_sources);
  g_test_add_func ("/cases/shares", test_shares);
  g_test_add_func ("/cases/calibration", test_calibration);
  g_test_add_func ("/cases/baselines", test_baselines);
  g_test_add_func ("/cases/older", test_older);
  status = g_test_run ();
  bc_evaluation_free (report);
  return status;
}
