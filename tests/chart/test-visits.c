/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "chart-dump.h"

#define HEEL 20

static const BcStrokePoint points[] = { { 1, 2, 1 }, { 3, 4, 1 } };

/* P1 with all there is, P2, and P3 that is resolved. */
static BcChart *
make_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();
  g_autoptr(BcStroke) stroke = bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_BACK, BC_ROLE_SITE, 20, points, 2, NULL, 0);
  BcSymptom *symptom;

  *visit = bc_chart_add_visit (chart, "2026-05-12");
  g_object_set (*visit, "age", 47, "clinician", "J. C.", "notes", "limps", "plan", "rest", "relation", "P1 first", NULL);
  symptom = bc_edit_add_symptom (chart, *visit);
  g_object_set (symptom, "qualities", (guint) BC_QUALITY_ACHE, "now", 5, "best", 2, "worst", 8, "depth", BC_DEPTH_DEEP,
                "onset", "May", "notes", "n", NULL);
  bc_edit_toggle_region (chart, *visit, symptom, HEEL, BC_ROLE_RADIATION);
  bc_edit_add_stroke (chart, *visit, symptom, stroke);
  bc_edit_add_symptom (chart, *visit);
  symptom = bc_edit_add_symptom (chart, *visit);
  bc_edit_toggle_region (chart, *visit, symptom, HEEL, BC_ROLE_SITE);
  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_NUMBNESS);
  bc_edit_set_resolved (chart, symptom, TRUE);
  bc_edit_toggle_clear (chart, *visit, 30);
  bc_edit_set_answer (chart, *visit, "d-slr", BC_ANSWER_YES);
  bc_edit_set_ticked (chart, *visit, "root-l5", BC_SIDE_LEFT, TRUE);
  bc_edit_set_flag_action (chart, *visit, "rf-motor", BC_ACTION_REFERRED, NULL, "2026-05-12T10:00:00Z", NULL, FALSE, NULL);
  return chart;
}

static guint
count (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static BcAnswer *
get_answer (BcVisit *visit)
{
  g_autoptr(BcAnswer) answer = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_answers (visit)), 0);

  return answer; /* the list keeps it alive */
}

static BcMark *
get_clear (BcVisit *visit)
{
  g_autoptr(BcMark) clear = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_clears (visit)), 0);

  return clear; /* the list keeps it alive */
}

static void
test_from_last (void)
{
  BcVisit *first;
  BcChart *chart = make_chart (&first);
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  BcVisit *visit;
  BcSymptom *symptom;

  before = chart_dump (chart);
  visit = bc_edit_start_visit (chart, "2026-05-19", TRUE);
  g_assert_true (bc_chart_get_last_visit (chart) == visit);
  g_assert_cmpuint (count (bc_visit_get_symptoms (visit)), ==, 3);
  symptom = bc_visit_get_symptom (visit, 1);
  g_assert_true (bc_symptom_get_unconfirmed (symptom));
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_ACHE);
  g_assert_cmpint (bc_symptom_get_depth (symptom), ==, BC_DEPTH_DEEP);
  g_assert_cmpstr (bc_symptom_get_onset (symptom), ==, "May");
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (symptom, HEEL, NULL)), ==, BC_ROLE_RADIATION);
  g_assert_cmpuint (count (bc_symptom_get_strokes (symptom)), ==, 1);
  /* A number of the last visit must not pass for one of today. */
  g_assert_cmpint (bc_symptom_get_now (symptom), ==, BC_NRS_UNKNOWN);
  g_assert_cmpint (bc_symptom_get_best (symptom), ==, BC_NRS_UNKNOWN);
  g_assert_cmpint (bc_symptom_get_worst (symptom), ==, BC_NRS_UNKNOWN);
  g_assert_true (bc_mark_get_unconfirmed (get_clear (visit)));
  g_assert_true (bc_answer_get_unconfirmed (get_answer (visit)));
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_cmpstr (bc_visit_get_relation (visit), ==, "P1 first");
  g_assert_cmpint (bc_visit_get_age (visit), ==, 47);
  /* What belongs to its day stays there. */
  g_assert_cmpuint (count (bc_visit_get_ticks (visit)), ==, 0);
  g_assert_cmpuint (count (bc_visit_get_flag_actions (visit)), ==, 0);
  g_assert_cmpstr (bc_visit_get_notes (visit), ==, "");
  g_assert_cmpstr (bc_visit_get_plan (visit), ==, "");
  /* The resolved one is a label. */
  symptom = bc_visit_get_symptom (visit, 3);
  g_assert_true (bc_symptom_get_resolved (symptom));
  g_assert_false (bc_symptom_get_unconfirmed (symptom));
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_NUMBNESS);
  /* What is done to the copy is not done to the first visit, and one undo takes the copy away. */
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 1), HEEL, BC_ROLE_SITE);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (bc_visit_get_symptom (first, 1), HEEL, NULL)), ==,
                   BC_ROLE_RADIATION);
  bc_history_undo (bc_chart_get_history (chart));
  bc_history_undo (bc_chart_get_history (chart));
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_finalize_object (chart);
}

static void
test_empty_and_order (void)
{
  BcVisit *first;
  BcChart *chart = make_chart (&first);
  BcVisit *visit = bc_edit_start_visit (chart, "2026-05-19", FALSE);
  BcVisit *earlier = bc_edit_start_visit (chart, "2026-05-01", TRUE);
  g_autoptr(BcVisit) oldest = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autoptr(BcChart) fresh = bc_chart_new ();

  g_assert_true (bc_visit_is_empty (visit));
  g_assert_true (oldest == earlier);
  g_assert_true (bc_chart_get_last_visit (chart) == visit);
  g_assert_true (bc_visit_is_empty (bc_edit_start_visit (fresh, "2026-05-19", TRUE)));
  g_assert_finalize_object (chart);
}

static const struct
{
  const char *date;
  int         age;
} ages[] = { { "2026-05-12", 47 }, { "2027-05-11", 47 }, { "2027-05-12", 48 }, { "2036-05-13", 57 } };

/* Who was 47 then is so at least until a year has passed. */
static void
test_age (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      BcVisit *first;
      BcChart *chart = make_chart (&first);

      g_assert_cmpint (bc_visit_get_age (bc_edit_start_visit (chart, ages[i].date, TRUE)), ==, ages[i].age);
      g_assert_finalize_object (chart);
    }
}

static void
touch_text (BcChart   *chart,
            BcVisit   *visit,
            BcSymptom *symptom)
{
  bc_history_set_string (bc_chart_get_history (chart), symptom, "notes", "touched");
}

static void
touch_intensity (BcChart   *chart,
                 BcVisit   *visit,
                 BcSymptom *symptom)
{
  bc_edit_set_intensity (chart, symptom, "now", 4);
}

static void
touch_region (BcChart   *chart,
              BcVisit   *visit,
              BcSymptom *symptom)
{
  bc_edit_toggle_region (chart, visit, symptom, HEEL, BC_ROLE_RADIATION);
}

static void
touch_role (BcChart   *chart,
            BcVisit   *visit,
            BcSymptom *symptom)
{
  bc_edit_set_role (chart, visit, symptom, HEEL, BC_ROLE_SITE);
}

static void
touch_stroke (BcChart   *chart,
              BcVisit   *visit,
              BcSymptom *symptom)
{
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), 0);

  bc_edit_replace_stroke (chart, symptom, stroke, NULL);
}

static void
touch_confirm (BcChart   *chart,
               BcVisit   *visit,
               BcSymptom *symptom)
{
  bc_edit_confirm_symptom (chart, symptom);
}

typedef void (*Touch) (BcChart *chart, BcVisit *visit, BcSymptom *symptom);

/* Any change of a copied symptom confirms it, in the same step, and no other. */
static void
test_touching_confirms (void)
{
  static const Touch touches[] = { touch_text, touch_intensity, touch_region, touch_role, touch_stroke, touch_confirm };

  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      BcVisit *first;
      BcChart *chart = make_chart (&first);
      BcVisit *visit = bc_edit_start_visit (chart, "2026-05-19", TRUE);
      BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
      g_autofree char *before = chart_dump (chart);
      g_autofree char *undone = NULL;

      touches[i] (chart, visit, symptom);
      g_assert_false (bc_symptom_get_unconfirmed (symptom));
      g_assert_true (bc_symptom_get_unconfirmed (bc_visit_get_symptom (visit, 2)));
      g_assert_true (bc_answer_get_unconfirmed (get_answer (visit)));
      bc_history_undo (bc_chart_get_history (chart));
      undone = chart_dump (chart);
      g_assert_cmpstr (undone, ==, before);
      g_assert_finalize_object (chart);
    }
}

static void
test_confirm_answers_and_clears (void)
{
  BcVisit *first;
  BcChart *chart = make_chart (&first);
  BcHistory *history = bc_chart_get_history (chart);
  BcVisit *visit = bc_edit_start_visit (chart, "2026-05-19", TRUE);

  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_YES); /* the same again */
  g_assert_false (bc_answer_get_unconfirmed (get_answer (visit)));
  bc_history_undo (history);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NO);
  g_assert_false (bc_answer_get_unconfirmed (get_answer (visit)));
  bc_history_undo (history);
  g_assert_true (bc_answer_get_unconfirmed (get_answer (visit)));
  bc_edit_confirm_answer (chart, visit, "d-slr");
  bc_edit_confirm_answer (chart, visit, "sitting");
  g_assert_false (bc_answer_get_unconfirmed (get_answer (visit)));
  bc_edit_confirm_clear (chart, visit, 30);
  g_assert_false (bc_mark_get_unconfirmed (get_clear (visit)));
  g_assert_true (bc_symptom_get_unconfirmed (bc_visit_get_symptom (visit, 1)));
  bc_history_undo (history);
  bc_edit_confirm_all (chart, visit);
  g_assert_false (bc_mark_get_unconfirmed (get_clear (visit)));
  g_assert_false (bc_symptom_get_unconfirmed (bc_visit_get_symptom (visit, 1)));
  g_assert_false (bc_symptom_get_unconfirmed (bc_visit_get_symptom (visit, 2)));
  bc_history_undo (history);
  g_assert_true (bc_symptom_get_unconfirmed (bc_visit_get_symptom (visit, 2)));
  g_assert_finalize_object (chart);
}

static void
test_resolved (void)
{
  BcVisit *first;
  BcChart *chart = make_chart (&first);
  BcSymptom *symptom = bc_visit_get_symptom (first, 1);

  bc_edit_set_resolved (chart, symptom, TRUE);
  g_assert_true (bc_symptom_get_resolved (symptom));
  g_assert_false (bc_symptom_is_empty (symptom));
  g_assert_false (bc_symptom_marks_region (symptom, HEEL, NULL));
  g_assert_cmpuint (count (bc_symptom_get_strokes (symptom)), ==, 0);
  g_assert_cmpstr (bc_symptom_get_onset (symptom), ==, "May");
  bc_history_undo (bc_chart_get_history (chart));
  g_assert_false (bc_symptom_get_resolved (symptom));
  g_assert_true (bc_symptom_marks_region (symptom, HEEL, NULL));
  bc_history_redo (bc_chart_get_history (chart));
  bc_edit_set_resolved (chart, symptom, FALSE);
  g_assert_false (bc_symptom_get_resolved (symptom));
  g_assert_finalize_object (chart);
}

/* What is P2 at one visit is never something else at another, removed or resolved as it may be. */
static void
test_numbers_are_not_used_again (void)
{
  BcVisit *first;
  BcChart *chart = make_chart (&first);
  BcVisit *visit = bc_edit_start_visit (chart, "2026-05-19", FALSE);

  g_assert_cmpint (bc_symptom_get_number (bc_edit_add_symptom (chart, visit)), ==, 4);
  g_assert_cmpint (bc_symptom_get_number (bc_edit_add_symptom (chart, first)), ==, 5);
  bc_edit_remove_symptom (chart, first, bc_visit_get_symptom (first, 2));
  g_assert_cmpint (bc_symptom_get_number (bc_edit_add_symptom (chart, visit)), ==, 2);
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visits/from-last", test_from_last);
  g_test_add_func ("/visits/empty-and-order", test_empty_and_order);
  g_test_add_func ("/visits/age", test_age);
  g_test_add_func ("/visits/touching-confirms", test_touching_confirms);
  g_test_add_func ("/visits/confirm-answers-and-clears", test_confirm_answers_and_clears);
  g_test_add_func ("/visits/resolved", test_resolved);
  g_test_add_func ("/visits/numbers-are-not-used-again", test_numbers_are_not_used_again);
  return g_test_run ();
}
