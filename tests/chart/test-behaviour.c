/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"
#include "bc-symptom-irritability.h"

#include "chart-dump.h"

static BcChart *
make_chart (BcVisit   **visit,
            BcSymptom **symptom)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  *symptom = bc_edit_add_symptom (chart, *visit);
  bc_edit_add_symptom (chart, *visit);
  return chart;
}

static guint
count (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_factors (void)
{
  BcVisit *visit;
  BcSymptom *symptom;
  BcChart *chart = make_chart (&visit, &symptom);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptomFactor *worse;
  BcSymptomFactor *better;

  g_assert_true (bc_symptom_is_empty (symptom));
  worse = bc_edit_add_factor (chart, symptom, BC_ANSWER_AGGRAVATES);
  better = bc_edit_add_factor (chart, symptom, BC_ANSWER_EASES);
  g_assert_false (bc_symptom_is_empty (symptom));
  g_assert_cmpint (bc_symptom_factor_get_effect (worse), ==, BC_ANSWER_AGGRAVATES);
  g_assert_cmpint (bc_symptom_factor_get_effect (better), ==, BC_ANSWER_EASES);
  g_assert_cmpint (bc_symptom_factor_get_onset (worse), ==, BC_MINUTES_UNKNOWN);
  g_assert_cmpint (bc_symptom_factor_get_settle (worse), ==, BC_MINUTES_UNKNOWN);
  g_assert_cmpint (bc_symptom_factor_get_strength (worse), ==, BC_NRS_UNKNOWN);
  bc_history_set_int (history, worse, "onset", 20);
  bc_history_set_string (history, worse, "text", "Sitting");
  g_assert_cmpint (bc_symptom_factor_get_onset (worse), ==, 20);
  bc_history_undo (history);
  g_assert_cmpstr (bc_symptom_factor_get_text (worse), ==, "");
  bc_edit_remove_factor (chart, symptom, worse);
  g_assert_cmpuint (count (bc_symptom_get_factors (symptom)), ==, 1);
  bc_history_undo (history);
  g_assert_cmpuint (count (bc_symptom_get_factors (symptom)), ==, 2);
  g_assert_finalize_object (chart);
}

static void
test_links (void)
{
  BcVisit *visit;
  BcSymptom *symptom;
  BcChart *chart = make_chart (&visit, &symptom);
  BcHistory *history = bc_chart_get_history (chart);

  bc_edit_add_symptom (chart, visit);
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_YES);
  bc_edit_set_link (chart, visit, 2, 1, BC_ANSWER_NO);
  bc_edit_set_link (chart, visit, 2, 3, BC_ANSWER_YES);
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (visit, 1, 2)), ==, BC_ANSWER_YES);
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (visit, 2, 1)), ==, BC_ANSWER_NO);
  g_assert_null (bc_visit_find_link (visit, 3, 2));
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_NO);
  g_assert_cmpuint (count (bc_visit_get_links (visit)), ==, 3);
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_NONE);
  g_assert_null (bc_visit_find_link (visit, 1, 2));
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_NONE);
  /* What is said of a symptom goes with it, and comes back with it. */
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 2));
  g_assert_cmpuint (count (bc_visit_get_links (visit)), ==, 0);
  bc_history_undo (history);
  g_assert_cmpuint (count (bc_visit_get_links (visit)), ==, 2);
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (visit, 2, 3)), ==, BC_ANSWER_YES);
  g_assert_finalize_object (chart);
}

static void
test_retests (void)
{
  BcVisit *visit;
  BcSymptom *symptom;
  BcChart *chart = make_chart (&visit, &symptom);
  BcHistory *history = bc_chart_get_history (chart);
  BcRetest *retest = bc_edit_add_retest (chart, visit, "Bending forward");
  g_autoptr(BcRetest) again = NULL;
  BcVisit *next;

  bc_history_set_string (history, retest, "result", "to the knees");
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_YES);
  bc_history_set_int (history, bc_edit_add_factor (chart, symptom, BC_ANSWER_EASES), "settle", 5);
  /* Next time the sign is there to be tested, without what was found before. */
  next = bc_edit_start_visit (chart, "2026-11-27", TRUE);
  again = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_retests (next)), 0);
  g_assert_cmpstr (bc_retest_get_sign (again), ==, "Bending forward");
  g_assert_cmpstr (bc_retest_get_result (again), ==, "");
  g_assert_cmpstr (bc_retest_get_result (retest), ==, "to the knees");
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (next, 1, 2)), ==, BC_ANSWER_YES);
  g_assert_cmpuint (count (bc_symptom_get_factors (bc_visit_get_symptom (next, 1))), ==, 1);
  /* A factor belongs to its symptom: to change it is to touch that. */
  {
    g_autoptr(BcSymptomFactor) factor =
      g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_factors (bc_visit_get_symptom (next, 1))), 0);

    g_assert_true (bc_symptom_get_unconfirmed (bc_visit_get_symptom (next, 1)));
    bc_history_set_int (history, factor, "settle", 10);
    g_assert_false (bc_symptom_get_unconfirmed (bc_visit_get_symptom (next, 1)));
  }
  bc_edit_remove_retest (chart, visit, retest);
  g_assert_cmpuint (count (bc_visit_get_retests (visit)), ==, 0);
  g_assert_cmpuint (count (bc_visit_get_retests (next)), ==, 1);
  g_assert_finalize_object (chart);
}

/* Onset, settling and strength of one or two factors; -1 is not known. */
static const struct
{
  int         onset;
  int         settle;
  int         strength;
  gboolean    eases;
  BcIrritable level;
} cases[] = {
  { -1, -1, -1, FALSE, BC_IRRITABLE_UNKNOWN },
  { 5, 120, 8, FALSE, BC_IRRITABLE_HIGH },
  { 10, 60, -1, FALSE, BC_IRRITABLE_HIGH },
  { 11, 60, 7, FALSE, BC_IRRITABLE_HIGH },
  { 11, 60, 6, FALSE, BC_IRRITABLE_MODERATE },
  { -1, 600, -1, FALSE, BC_IRRITABLE_MODERATE },
  { 0, -1, 10, FALSE, BC_IRRITABLE_MODERATE },
  { 10, 59, 7, FALSE, BC_IRRITABLE_MODERATE },
  { 10, 59, 6, FALSE, BC_IRRITABLE_LOW },
  { 60, 5, -1, FALSE, BC_IRRITABLE_LOW },
  { -1, 5, 9, FALSE, BC_IRRITABLE_LOW },
  { -1, 5, -1, FALSE, BC_IRRITABLE_UNKNOWN },
  { 60, -1, 3, FALSE, BC_IRRITABLE_UNKNOWN },
  { 5, -1, -1, FALSE, BC_IRRITABLE_UNKNOWN },
  { 5, 120, 8, TRUE, BC_IRRITABLE_UNKNOWN }, /* what eases provokes nothing */
};

static void
test_irritability (void)
{
  g_autoptr(BcSymptom) all = bc_symptom_new (2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
      g_autoptr(BcSymptomFactor) factor = bc_symptom_factor_new ();

      g_object_set (factor, "onset", cases[i].onset, "settle", cases[i].settle, "strength", cases[i].strength,
                    "effect", cases[i].eases ? BC_ANSWER_EASES : BC_ANSWER_AGGRAVATES, NULL);
      g_list_store_append (bc_symptom_get_factors (symptom), factor);
      g_list_store_append (bc_symptom_get_factors (all), factor);
      if (bc_symptom_get_irritability (symptom) != cases[i].level)
        g_error ("case %u is %d, should be %d", i, (int) bc_symptom_get_irritability (symptom), (int) cases[i].level);
    }
  g_assert_cmpint (bc_symptom_get_irritability (all), ==, BC_IRRITABLE_HIGH); /* what tells most */
  g_assert_cmpstr (bc_irritable_get_name (BC_IRRITABLE_HIGH), ==, "high");
  g_assert_null (bc_irritable_get_name (BC_IRRITABLE_UNKNOWN));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/behaviour/factors", test_factors);
  g_test_add_func ("/behaviour/links", test_links);
  g_test_add_func ("/behaviour/retests", test_retests);
  g_test_add_func ("/behaviour/irritability", test_irritability);
  return g_test_run ();
}
