/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawing-difference.h"
#include "bc-drawn-visit.h"
#include "bc-edit.h"
#include "bc-understood.h"

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

/* The first change begins the drawing as a copy, in the same step; the other symptom is left as the patient drew it. */
static void
test_begins_with_first_change (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autofree char *before = chart_dump (chart);
  g_autofree char *undone = NULL;

  bc_edit_toggle_understood (chart, one, CALF, BC_ROLE_RADIATION);
  g_assert_true (bc_symptom_has_drawing (one, BC_DRAWING_CLINICIAN));
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, HEEL, NULL));
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, SHIN, NULL));
  g_assert_true (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, CALF, NULL));
  g_assert_false (bc_symptom_marks_region (one, CALF, NULL));
  g_assert_false (bc_symptom_has_drawing (bc_visit_get_symptom (visit, 2), BC_DRAWING_CLINICIAN));
  bc_history_undo (history);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  bc_edit_toggle_understood (chart, one, HEEL, BC_ROLE_SITE); /* which the patient marked so */
  g_assert_false (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, HEEL, NULL));
  g_assert_true (bc_symptom_marks_region (one, HEEL, NULL));
  g_assert_finalize_object (chart);
}

/* Whoever changes a stroke that the patient drew gets the copy of that very stroke. */
static void
test_begin_finds_stroke (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcStroke) wide = bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_BACK, BC_ROLE_SITE, 40, points, 2, covers, 1);
  BcStroke *copy;

  bc_edit_add_stroke (chart, visit, one, wide);
  copy = bc_edit_begin_drawing (chart, one, wide);
  g_assert_nonnull (copy);
  g_assert_true (copy != wide);
  g_assert_cmpfloat_with_epsilon (bc_stroke_get_width (copy), 40, 1e-9);
  g_assert_true (bc_edit_begin_drawing (chart, one, copy) == copy);
  g_assert_null (bc_edit_begin_drawing (chart, one, wide)); /* the patient's, whose copy may be gone by now */
  g_assert_null (bc_edit_begin_drawing (chart, bc_visit_get_symptom (visit, 2), NULL));
  g_assert_finalize_object (chart);
}

static void
test_nowhere (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autofree char *before = chart_dump (chart);
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  BcDrawingDifference *difference;

  g_assert_false (bc_symptom_is_nowhere (one));
  bc_edit_set_nowhere (chart, one);
  g_assert_true (bc_symptom_is_nowhere (one));
  g_assert_cmpint (bc_symptom_choose_drawing (one, BC_DRAWING_CLINICIAN), ==, BC_DRAWING_CLINICIAN);
  g_assert_true (bc_symptom_marks_region (one, HEEL, NULL));
  differences = bc_visit_list_differences (visit);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpuint (difference->patient->len, ==, 2);
  g_assert_cmpuint (difference->clinician->len, ==, 0);
  bc_edit_drop_drawing (chart, one);
  g_assert_false (bc_symptom_is_nowhere (one));
  g_assert_cmpint (bc_symptom_choose_drawing (one, BC_DRAWING_CLINICIAN), ==, BC_DRAWING_PATIENT);
  after = chart_dump (chart);
  g_assert_cmpstr (after, ==, before);
  bc_history_undo (history);
  g_assert_true (bc_symptom_is_nowhere (one));
  g_clear_pointer (&differences, g_ptr_array_unref);
  g_assert_finalize_object (chart);
}

/* What is moved stays in its drawing, and nothing of the other one moves. */
static void
test_move (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  BcSymptom *two = bc_visit_get_symptom (visit, 2);
  g_autoptr(BcStroke) stroke = NULL;
  BcRole role;

  bc_edit_move_mark (chart, visit, BC_DRAWING_CLINICIAN, one, two, HEEL);
  g_assert_true (bc_symptom_marks_region (one, HEEL, NULL));
  g_assert_true (bc_symptom_marks_region (two, HEEL, &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  g_assert_false (bc_symptom_marks_region_of (one, BC_DRAWING_CLINICIAN, HEEL, NULL));
  g_assert_true (bc_symptom_marks_region_of (two, BC_DRAWING_CLINICIAN, HEEL, &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);

  stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes_of (one, BC_DRAWING_CLINICIAN)), 0);
  bc_edit_move_stroke (chart, one, two, stroke);
  g_assert_true (bc_symptom_draws_region (one, SHIN, NULL));
  g_assert_false (bc_symptom_draws_region (two, SHIN, NULL));
  g_assert_false (bc_symptom_draws_region_of (one, BC_DRAWING_CLINICIAN, SHIN, NULL));
  g_assert_true (bc_symptom_draws_region_of (two, BC_DRAWING_CLINICIAN, SHIN, NULL));
  g_assert_true (bc_visit_is_clear (visit, CALF));
  g_assert_finalize_object (chart);
}

/* Another who looks at a visit sees it as it is understood, and what changes shows there. */
static void
test_understood (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcVisit) understood = bc_understood_new (visit);
  BcSymptom *there = bc_visit_get_symptom (understood, 1);

  g_assert_true (bc_symptom_marks_region (there, HEEL, NULL));
  g_assert_false (bc_visit_is_clear (understood, CALF));
  bc_edit_toggle_understood (chart, one, HEEL, BC_ROLE_SITE);
  bc_edit_set_intensity (chart, one, "now", 6);
  bc_edit_add_symptom (chart, visit);
  bc_understood_follow (understood, visit);
  there = bc_visit_get_symptom (understood, 1);
  g_assert_false (bc_symptom_marks_region (there, HEEL, NULL));
  g_assert_true (bc_symptom_marks_region (there, SHIN, NULL));
  g_assert_cmpint (bc_symptom_get_now (there), ==, 6);
  g_assert_nonnull (bc_visit_get_symptom (understood, 3));

  bc_edit_toggle_understood (chart, one, CALF, BC_ROLE_SITE);
  bc_understood_follow (understood, visit);
  g_assert_true (bc_visit_get_symptom (understood, 1) == there); /* so that nothing is painted anew */
  g_assert_true (bc_symptom_marks_region (there, CALF, NULL));
  bc_edit_drop_drawing (chart, one);
  bc_understood_follow (understood, visit);
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (understood, 1), HEEL, NULL));
  g_assert_finalize_object (chart);
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (understood, 1), HEEL, NULL));
}

/* A visit of one drawing has no other one that could count before it. */
static void
test_drawn (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  g_autoptr(BcVisit) patient = NULL;
  g_autoptr(BcVisit) clinician = NULL;

  bc_edit_set_nowhere (chart, bc_visit_get_symptom (visit, 1));
  patient = bc_visit_new_drawn (visit, BC_DRAWING_PATIENT, 0);
  clinician = bc_visit_new_drawn (visit, BC_DRAWING_CLINICIAN, 0);
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (patient, 1), HEEL, NULL));
  g_assert_cmpint (bc_symptom_choose_drawing (bc_visit_get_symptom (patient, 1), BC_DRAWING_CLINICIAN), ==,
                   BC_DRAWING_PATIENT);
  g_assert_false (bc_symptom_has_drawing (bc_visit_get_symptom (clinician, 1), BC_DRAWING_PATIENT));
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (clinician, 2), HEEL, NULL));
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
  g_test_add_func ("/drawing/begins-with-first-change", test_begins_with_first_change);
  g_test_add_func ("/drawing/begin-finds-stroke", test_begin_finds_stroke);
  g_test_add_func ("/drawing/nowhere", test_nowhere);
  g_test_add_func ("/drawing/move", test_move);
  g_test_add_func ("/drawing/understood", test_understood);
  g_test_add_func ("/drawing/drawn", test_drawn);
  return g_test_run ();
}
