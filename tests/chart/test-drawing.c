/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawing-difference.h"
#include "bc-edit.h"

#include "chart-dump.h"

#define HEEL 20
#define CALF 30
#define SHIN 40

static const BcStrokePoint points[] = { { 1, 2, 1 }, { 3, 4, 1 } };
static const BcCover covers[] = { { SHIN, 0.9, 1 } };

static BcChart *
make_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();
  g_autoptr(BcStroke) stroke = bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_BACK, BC_ROLE_SITE, 20, points, 2, covers, 1);
  BcSymptom *symptom;

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  symptom = bc_edit_add_symptom (chart, *visit);
  bc_edit_toggle_region (chart, *visit, symptom, HEEL, BC_ROLE_SITE);
  bc_edit_add_stroke (chart, *visit, symptom, stroke);
  symptom = bc_edit_add_symptom (chart, *visit);
  bc_edit_toggle_region (chart, *visit, symptom, HEEL, BC_ROLE_RADIATION);
  bc_edit_toggle_clear (chart, *visit, CALF);
  return chart;
}

static BcRegion
get_region (GArray *regions,
            guint   i)
{
  g_assert_cmpuint (regions->len, >, i);
  return g_array_index (regions, BcRegion, i);
}

static void
test_differences (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autoptr(GPtrArray) none = bc_visit_list_differences (visit);
  g_autoptr(GPtrArray) same = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  BcDrawingDifference *difference;

  g_assert_cmpuint (none->len, ==, 0); /* one drawing only */
  bc_edit_start_drawing (chart, visit);
  same = bc_visit_list_differences (visit);
  g_assert_cmpuint (same->len, ==, 0);
  bc_edit_toggle_understood (chart, one, HEEL, BC_ROLE_SITE);
  bc_edit_toggle_understood (chart, one, CALF, BC_ROLE_RADIATION);
  differences = bc_visit_list_differences (visit);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_true (difference->symptom == one);
  g_assert_cmpuint (difference->patient->len, ==, 1);
  g_assert_cmpuint (get_region (difference->patient, 0), ==, HEEL);
  g_assert_cmpuint (difference->clinician->len, ==, 1);
  g_assert_cmpuint (get_region (difference->clinician, 0), ==, CALF);
  g_clear_pointer (&differences, g_ptr_array_unref);
  g_assert_finalize_object (chart);
}

/* What is drawn counts for the difference as what is clicked does. */
static void
test_strokes_differ (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcStroke) stroke = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  BcDrawingDifference *difference;

  bc_edit_start_drawing (chart, visit);
  stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes_of (one, BC_DRAWING_CLINICIAN)), 0);
  bc_edit_replace_stroke (chart, one, stroke, NULL);
  g_assert_true (bc_symptom_marks_region (one, SHIN, NULL));
  g_assert_false (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, SHIN, NULL));
  differences = bc_visit_list_differences (visit);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpuint (get_region (difference->patient, 0), ==, SHIN);
  bc_edit_add_understood_stroke (chart, one, stroke);
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, SHIN, NULL));
  g_clear_pointer (&differences, g_ptr_array_unref);
  g_assert_finalize_object (chart);
}

/* The patient's word is not touched by the clinician's drawing, and each step can be taken back. */
static void
test_apart (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  BcRole role;
  g_autofree char *before = chart_dump (chart);
  g_autofree char *undone = NULL;

  bc_history_set_saved (history);
  bc_edit_start_drawing (chart, visit);
  bc_edit_toggle_understood (chart, one, HEEL, BC_ROLE_RADIATION);
  bc_edit_toggle_understood (chart, one, CALF, BC_ROLE_SITE);
  g_assert_true (bc_visit_is_clear (visit, CALF));
  g_assert_true (bc_symptom_marks_region (one, HEEL, &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, HEEL, &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  bc_edit_start_drawing (chart, visit); /* there is one already */
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, HEEL, &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  bc_edit_drop_drawing (chart, one);
  g_assert_false (bc_symptom_has_drawing (one, BC_DRAWING_CLINICIAN));
  g_assert_true (bc_symptom_has_drawing (one, BC_DRAWING_PATIENT));
  while (bc_history_get_modified (history))
    bc_history_undo (history);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_finalize_object (chart);
}

static void
test_resolved (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);

  bc_edit_start_drawing (chart, visit);
  bc_edit_set_resolved (chart, bc_visit_get_symptom (visit, 1), TRUE);
  g_assert_false (bc_symptom_has_drawing (bc_visit_get_symptom (visit, 1), BC_DRAWING_CLINICIAN));
  g_assert_true (bc_symptom_has_drawing (
    bc_visit_get_symptom (bc_edit_start_visit (chart, "2026-11-27", TRUE), 2), BC_DRAWING_CLINICIAN));
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/differences", test_differences);
  g_test_add_func ("/drawing/strokes-differ", test_strokes_differ);
  g_test_add_func ("/drawing/apart", test_apart);
  g_test_add_func ("/drawing/resolved", test_resolved);
  return g_test_run ();
}
