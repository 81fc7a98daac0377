/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "chart-dump.h"

#define WHEN "2026-11-20T11:05:00+01:00"
#define LATER "2026-11-21T08:00:00+01:00"
#define HEEL 20

static const BcStrokePoint points[] = { { 1, 2, 1 }, { 3, 4, 1 } };

/* A visit with something of everything, so that every edit has something to do. */
static BcChart *
make_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();
  g_autoptr(BcStroke) stroke = bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_BACK, BC_ROLE_SITE, 20, points, 2, NULL, 0);
  BcSymptom *symptom;

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  g_object_set (*visit, "plan", "rest", NULL);
  symptom = bc_edit_add_symptom (chart, *visit);
  g_object_set (symptom, "onset", "May", "now", 5, NULL);
  bc_edit_toggle_region (chart, *visit, symptom, HEEL, BC_ROLE_SITE);
  bc_edit_add_stroke (chart, *visit, symptom, stroke);
  bc_edit_add_factor (chart, symptom, BC_ANSWER_EASES);
  bc_edit_add_symptom (chart, *visit);
  bc_edit_set_link (chart, *visit, 1, 2, BC_ANSWER_YES);
  bc_edit_toggle_clear (chart, *visit, 30);
  bc_edit_set_answer (chart, *visit, "d-slr", BC_ANSWER_YES);
  bc_edit_set_ticked (chart, *visit, "root-l5", BC_SIDE_LEFT, TRUE);
  bc_edit_add_retest (chart, *visit, "Bending");
  bc_edit_set_flag_action (chart, *visit, "rf-motor", BC_ACTION_REFERRED, NULL, WHEN, NULL, FALSE, NULL);
  return chart;
}

static gpointer
first_of (GListStore *list)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return item; /* the list keeps it alive */
}

/* Everything a user can do to a visit, each of which would change it. */
static void
try_all (BcChart *chart,
         BcVisit *visit)
{
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  BcSymptom *two = bc_visit_get_symptom (visit, 2);
  BcStroke *stroke = first_of (bc_symptom_get_strokes (one));
  g_autoptr(BcStroke) more = bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_FRONT, BC_ROLE_SITE, 9, points, 2, NULL, 0);
  g_autoptr(GError) error = NULL;

  g_assert_null (bc_edit_add_symptom (chart, visit));
  bc_edit_remove_symptom (chart, visit, one);
  bc_edit_toggle_region (chart, visit, one, HEEL, BC_ROLE_SITE);
  bc_edit_toggle_region (chart, visit, two, HEEL, BC_ROLE_SITE);
  bc_edit_set_role (chart, visit, one, HEEL, BC_ROLE_RADIATION);
  g_assert_false (bc_edit_toggle_clear (chart, visit, 30));
  g_assert_false (bc_edit_toggle_clear (chart, visit, 31));
  bc_edit_add_stroke (chart, visit, one, more);
  bc_edit_replace_stroke (chart, one, stroke, NULL);
  bc_edit_move_stroke (chart, one, two, stroke);
  bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, one, two, HEEL);
  bc_edit_toggle_quality (chart, one, BC_QUALITY_ACHE);
  bc_edit_set_intensity (chart, one, "now", 9);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NO);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NONE);
  bc_edit_set_answer (chart, visit, "sitting", BC_ANSWER_EASES);
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_LEFT, FALSE);
  bc_edit_set_ticked (chart, visit, "root-s1", BC_SIDE_LEFT, TRUE);
  g_assert_false (bc_edit_set_flag_action (chart, visit, "rf-motor", BC_ACTION_ADVISED, NULL, WHEN, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  bc_edit_remove_flag_action (chart, visit, "rf-motor");
  g_assert_null (bc_edit_add_factor (chart, one, BC_ANSWER_EASES));
  bc_edit_remove_factor (chart, one, first_of (bc_symptom_get_factors (one)));
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_NONE);
  bc_edit_set_link (chart, visit, 2, 1, BC_ANSWER_YES);
  g_assert_null (bc_edit_add_retest (chart, visit, "more"));
  bc_edit_remove_retest (chart, visit, first_of (bc_visit_get_retests (visit)));
  bc_edit_set_resolved (chart, one, TRUE);
  bc_history_set_string (history, visit, "plan", "other");
  bc_history_set_string (history, visit, "signed-by", "somebody else");
  bc_history_set_string (history, visit, "signed-when", "");
  bc_history_set_string (history, one, "onset", "June");
  bc_history_set_int (history, first_of (bc_symptom_get_factors (one)), "settle", 5);
  bc_history_set_string (history, first_of (bc_visit_get_retests (visit)), "result", "x");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_refuses_every_edit (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_refused = 0;
  BcVisit *next;

  g_assert_true (bc_edit_sign (chart, visit, "J. C.", WHEN, NULL));
  g_assert_true (bc_visit_is_signed (visit));
  bc_history_set_saved (history);
  before = chart_dump (chart);
  g_signal_connect_swapped (history, "refused", G_CALLBACK (count_cb), &n_refused);
  try_all (chart, visit);
  after = chart_dump (chart);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (bc_history_get_modified (history));
  g_assert_cmpuint (n_refused, >=, 30);
  /* The next visit is open, whatever it was copied from. */
  next = bc_edit_start_visit (chart, "2026-11-27", TRUE);
  g_assert_false (bc_visit_is_signed (next));
  bc_edit_set_intensity (chart, bc_visit_get_symptom (next, 1), "now", 3);
  g_assert_cmpint (bc_symptom_get_now (bc_visit_get_symptom (next, 1)), ==, 3);
  g_signal_handlers_disconnect_by_data (history, &n_refused);
  g_assert_finalize_object (chart);
}

static void
test_signing_needs_a_name (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  g_autoptr(GError) error = NULL;

  g_assert_false (bc_edit_sign (chart, visit, " ", WHEN, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bc_visit_is_signed (visit));
  g_assert_true (bc_edit_sign (chart, visit, "J. C.", WHEN, NULL));
  g_assert_false (bc_edit_sign (chart, visit, "K. D.", LATER, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_cmpstr (bc_visit_get_signed_by (visit), ==, "J. C.");
  g_assert_cmpstr (bc_visit_get_signed_when (visit), ==, WHEN);
  g_assert_finalize_object (chart);
}

/* A slip can be taken back until it is saved; what is signed and saved stays. */
static void
test_undo (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);

  bc_edit_sign (chart, visit, "J. C.", WHEN, NULL);
  bc_history_undo (history);
  g_assert_false (bc_visit_is_signed (visit));
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NO);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_NO);
  bc_edit_sign (chart, visit, "J. C.", WHEN, NULL);
  bc_edit_start_visit (chart, "2026-11-27", FALSE);
  bc_history_set_saved (history);
  bc_history_undo (history); /* the visit after it */
  g_assert_false (bc_history_can_undo (history));
  bc_history_undo (history);
  g_assert_true (bc_visit_is_signed (visit));
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_NO);
  bc_history_redo (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_chart_get_visits (chart))), ==, 2);
  g_assert_finalize_object (chart);
}

/* What was not written after all can still be taken back. */
static void
test_undo_after_failed_save (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);

  bc_edit_sign (chart, visit, "J. C.", WHEN, NULL);
  bc_history_set_saved (history);
  bc_history_set_unsaved (history);
  g_assert_true (bc_history_can_undo (history));
  bc_history_undo (history);
  g_assert_false (bc_visit_is_signed (visit));
  g_assert_finalize_object (chart);
}

static void
test_corrections (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  g_autoptr(GError) error = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *onset = NULL;
  g_autofree char *now = NULL;
  g_autofree char *best = NULL;
  BcCorrection *first;

  g_assert_false (bc_edit_add_correction (chart, visit, "plan", "walk", "J. C.", LATER, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  bc_edit_sign (chart, visit, "J. C.", WHEN, NULL);
  g_assert_false (bc_edit_add_correction (chart, visit, "plan", "rest", "J. C.", LATER, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bc_edit_add_correction (chart, visit, "plan", "walk", "", LATER, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_true (bc_edit_add_correction (chart, visit, "plan", "walk", "J. C.", LATER, NULL));
  g_assert_true (bc_edit_add_correction (chart, visit, "plan", "swim", "K. D.", LATER, NULL));
  g_assert_true (bc_edit_add_correction (chart, visit, "P1/now", "6", "K. D.", LATER, NULL));
  /* What was signed stays, and each correction says what it replaces. */
  g_assert_cmpstr (bc_visit_get_plan (visit), ==, "rest");
  first = first_of (bc_visit_get_corrections (visit));
  g_assert_cmpstr (bc_correction_get_before (first), ==, "rest");
  g_assert_cmpstr (bc_correction_get_after (first), ==, "walk");
  g_assert_cmpstr (bc_correction_get_who (first), ==, "J. C.");
  g_assert_cmpstr (bc_correction_get_when (first), ==, LATER);
  plan = bc_visit_dup_field (visit, "plan");
  g_assert_cmpstr (plan, ==, "swim");
  onset = bc_visit_dup_field (visit, "P1/onset");
  g_assert_cmpstr (onset, ==, "May");
  now = bc_visit_dup_field (visit, "P1/now");
  g_assert_cmpstr (now, ==, "6");
  best = bc_visit_dup_field (visit, "P1/best");
  g_assert_cmpstr (best, ==, "");
  g_assert_null (bc_visit_dup_field (visit, "P9/onset"));
  g_assert_null (bc_visit_dup_field (visit, "mood"));
  g_assert_null (bc_visit_dup_field (visit, "/"));
  /* Nobody changes a correction either; it can be taken back until it is saved. */
  bc_history_set_string (bc_chart_get_history (chart), first, "after", "fly");
  g_assert_cmpstr (bc_correction_get_after (first), ==, "walk");
  bc_history_undo (bc_chart_get_history (chart));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_corrections (visit))), ==, 2);
  bc_history_set_saved (bc_chart_get_history (chart));
  g_assert_false (bc_history_can_undo (bc_chart_get_history (chart)));
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signing/refuses-every-edit", test_refuses_every_edit);
  g_test_add_func ("/signing/needs-a-name", test_signing_needs_a_name);
  g_test_add_func ("/signing/undo", test_undo);
  g_test_add_func ("/signing/undo-after-failed-save", test_undo_after_failed_save);
  g_test_add_func ("/signing/corrections", test_corrections);
  return g_test_run ();
}
