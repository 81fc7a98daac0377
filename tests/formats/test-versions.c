/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-symptom-irritability.h"
#include "full-chart.h"

/* What one file of each version must always be read as. Files of versions that are current no more never change. */

static BcChart *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return chart;
}

/* A chart of any version is written as one of the current version, and nothing of it is lost. */
static void
check_rewrite (BcChart *chart)
{
  g_autoptr(GBytes) bytes = bc_chart_write (chart);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) again = bc_chart_parse (bytes, "a", &error);
  g_autofree char *version = g_strdup_printf (" version=\"%d\" ", BC_CHART_VERSION);

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), 200, version));
  assert_charts_equal (chart, again);
}

/* The same patient is in all of the files. */
static void
check_patient (BcChart *chart)
{
  BcVisit *visit = bc_chart_get_last_visit (chart);

  g_assert_cmpstr (bc_chart_get_name (chart), ==, "Martha Sample");
  g_assert_cmpstr (bc_chart_get_birth_date (chart), ==, "1979-03-14");
  g_assert_cmpstr (bc_chart_get_reference (chart), ==, "A 1234");
  g_assert_cmpint (bc_chart_get_sex (chart), ==, BC_SEX_FEMALE);
  g_assert_cmpstr (bc_visit_get_clinician (visit), ==, "J. Clinician");
  g_assert_cmpstr (bc_visit_get_plan (visit), ==, "Review in two weeks.");
  g_assert_true (bc_visit_is_clear (visit, bc_region_from_id ("perineum-left")));
  g_assert_cmpint (bc_visit_get_answer (visit, "sitting"), ==, BC_ANSWER_AGGRAVATES);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_true (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_RIGHT));
  g_assert_cmpint (bc_symptom_get_worst (bc_visit_get_symptom (visit, 1)), ==, 8);
  g_assert_cmpstr (bc_symptom_get_onset (bc_visit_get_symptom (visit, 1)), ==, "Three weeks ago, lifting a box");
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (visit, 2), bc_region_from_id ("great-toe-right"),
                                          NULL));
}

static void
test_version_1 (void)
{
  g_autoptr(BcChart) chart = load ("version-1.bodychart");

  check_patient (chart);
  g_assert_cmpstr (bc_visit_get_relation (bc_chart_get_last_visit (chart)), ==, "");
  check_rewrite (chart);
}

static void
check_version_2 (BcChart *chart)
{
  BcVisit *visit = bc_chart_get_last_visit (chart);
  GListStore *strokes = bc_symptom_get_strokes (bc_visit_get_symptom (visit, 2));
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (strokes), 0);
  guint n_points;
  guint n_covers;

  check_patient (chart);
  g_assert_cmpstr (bc_visit_get_relation (visit), ==, "P1 brings P2 on.");
  g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, 25);
  bc_stroke_get_points (stroke, &n_points);
  bc_stroke_get_covers (stroke, &n_covers);
  g_assert_cmpuint (n_points, ==, 3);
  g_assert_cmpuint (n_covers, ==, 2);
  check_rewrite (chart);
}

static void
test_version_2 (void)
{
  g_autoptr(BcChart) chart = load ("version-2.bodychart");

  check_version_2 (chart);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (bc_visit_get_flag_actions (bc_chart_get_last_visit (chart)))),
                    ==, 0);
}

static void
test_version_3 (void)
{
  g_autoptr(BcChart) chart = load ("version-3.bodychart");
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcFlagAction *action = bc_visit_get_flag_action (visit, "rf-motor");
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcRetest) retest = NULL;
  g_autofree char *field = NULL;

  check_version_2 (chart);
  g_assert_nonnull (action);
  g_assert_cmpint (bc_flag_action_get_action (action), ==, BC_ACTION_CONTACTED);
  g_assert_cmpstr (bc_flag_action_get_when (action), ==, "2026-05-12T10:40:00+02:00");
  g_assert_cmpstr (bc_flag_action_get_who (action), ==, "J. Clinician");
  g_assert_cmpstr (bc_flag_action_get_comment (action), ==, "Dr Sample sees her tomorrow at eight.");
  g_assert_false (bc_flag_action_get_lowered (action));
  g_assert_cmpint (bc_symptom_get_onset_kind (symptom), ==, BC_ONSET_SUDDEN);
  g_assert_cmpstr (bc_symptom_get_onset_date (symptom), ==, "2026-04-21");
  g_assert_cmpint (bc_symptom_get_morning (symptom), ==, BC_COURSE_WORSE);
  g_assert_cmpint (bc_symptom_get_stiffness (symptom), ==, 30);
  g_assert_cmpint (bc_symptom_get_wakes (symptom), ==, 1);
  g_assert_cmpint (bc_symptom_get_irritability (symptom), ==, BC_IRRITABLE_HIGH);
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (visit, 1, 2)), ==, BC_ANSWER_YES);
  retest = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_retests (visit)), 0);
  g_assert_cmpstr (bc_retest_get_sign (retest), ==, "Bending forward");
  g_assert_true (bc_visit_is_signed (visit));
  g_assert_cmpstr (bc_visit_get_signed_by (visit), ==, "J. Clinician");
  g_assert_cmpstr (bc_visit_get_signed_when (visit), ==, "2026-05-12T11:05:00+02:00");
  field = bc_visit_dup_field (visit, "P1/onset");
  g_assert_cmpstr (field, ==, "Three weeks ago, lifting a chair");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/1", test_version_1);
  g_test_add_func ("/versions/2", test_version_2);
  g_test_add_func ("/versions/3", test_version_3);
  return g_test_run ();
}
