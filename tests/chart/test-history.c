/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"
#include "bc-history-private.h"

#include "chart-dump.h"

static gint64 test_time;

static gint64
test_clock (void)
{
  return test_time;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A chart with one visit and one symptom, whose history counts its `changed` in @n. */
static BcChart *
make_chart (BcVisit **visit,
            guint    *n)
{
  BcChart *chart = bc_chart_new ();
  g_autoptr(BcSymptom) symptom = bc_symptom_new (1);

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  g_list_store_append (bc_visit_get_symptoms (*visit), symptom);
  test_time = 1000;
  bc_history_set_clock (bc_chart_get_history (chart), test_clock);
  *n = 0;
  g_signal_connect_swapped (bc_chart_get_history (chart), "changed", G_CALLBACK (count_cb), n);
  return chart;
}

static void
test_nothing (void)
{
  BcHistory *history = bc_history_new ();

  g_assert_false (bc_history_can_undo (history));
  g_assert_false (bc_history_can_redo (history));
  g_assert_false (bc_history_get_modified (history));
  g_assert_null (bc_history_get_undo_label (history));
  g_assert_null (bc_history_get_redo_label (history));
  bc_history_undo (history);
  bc_history_redo (history);
  g_assert_false (bc_history_get_modified (history));
  g_assert_finalize_object (history);
}

static void
test_nested_step (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcMark) mark = bc_mark_new (7, BC_ROLE_SITE);
  g_autofree char *before = chart_dump (chart);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  bc_history_begin (history, "outer");
  bc_history_set_int (history, symptom, "now", 6);
  bc_history_begin (history, "inner");
  bc_history_append (history, bc_symptom_get_marks (symptom), mark);
  bc_history_set_int (history, mark, "role", BC_ROLE_RADIATION);
  bc_history_end (history);
  g_assert_cmpuint (n, ==, 0);
  bc_history_set_string (history, symptom, "notes", "x");
  bc_history_end (history);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (bc_history_get_undo_label (history), ==, "outer");

  after = chart_dump (chart);
  g_assert_cmpstr (before, !=, after);
  bc_history_undo (history);
  g_assert_cmpuint (n, ==, 2);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (bc_history_can_undo (history));
  g_assert_cmpstr (bc_history_get_redo_label (history), ==, "outer");
  bc_history_redo (history);
  g_assert_cmpuint (n, ==, 3);
  redone = chart_dump (chart);
  g_assert_cmpstr (redone, ==, after);
  g_assert_finalize_object (chart);
}

static void
test_splice_positions (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  GListStore *marks = bc_symptom_get_marks (bc_visit_get_symptom (visit, 1));
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(BcMark) added = bc_mark_new (9, BC_ROLE_SITE);

  for (BcRegion region = 1; region <= 5; region++)
    {
      g_autoptr(BcMark) mark = bc_mark_new (region, BC_ROLE_SITE);

      g_list_store_append (marks, mark);
    }
  before = chart_dump (chart);
  bc_history_begin (history, NULL);
  bc_history_remove (history, marks, 3);
  bc_history_remove (history, marks, 0);
  bc_history_insert (history, marks, 1, added);
  bc_history_remove (history, marks, 3);
  bc_history_end (history);
  bc_history_undo (history);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_finalize_object (chart);
}

static void
test_empty_steps (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  GListStore *marks = bc_symptom_get_marks (symptom);
  g_autoptr(BcMark) mark = bc_mark_new (7, BC_ROLE_SITE);

  bc_history_set_int (history, symptom, "now", 4);
  bc_history_undo (history);
  n = 0;

  bc_history_begin (history, "nothing");
  bc_history_end (history);
  bc_history_set_int (history, symptom, "now", BC_NRS_UNKNOWN);
  bc_history_set_string (history, symptom, "notes", "");
  bc_history_set_string (history, symptom, "notes", NULL);
  bc_history_begin (history, "there and back");
  bc_history_set_int (history, symptom, "now", 8);
  bc_history_append (history, marks, mark);
  bc_history_set_int (history, symptom, "now", BC_NRS_UNKNOWN);
  bc_history_remove (history, marks, 0);
  bc_history_end (history);

  g_assert_cmpuint (n, ==, 0);
  g_assert_false (bc_history_can_undo (history));
  g_assert_false (bc_history_get_modified (history));
  /* What was undone can still be done again. */
  g_assert_true (bc_history_can_redo (history));
  bc_history_redo (history);
  g_assert_cmpint (bc_symptom_get_now (symptom), ==, 4);
  g_assert_finalize_object (chart);
}

static void
type (BcChart    *chart,
      const char *text,
      gint64      pause_ms)
{
  test_time += pause_ms * 1000;
  bc_history_set_string (bc_chart_get_history (chart), chart, "name", text);
}

static guint
count_undo (BcHistory *history)
{
  guint n = 0;

  for (; bc_history_can_undo (history); n++)
    bc_history_undo (history);
  return n;
}

static void
test_typing_is_one_step (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);

  type (chart, "A", 100);
  type (chart, "An", 1900);
  type (chart, "Ann", 2000);
  g_assert_cmpuint (n, ==, 3);
  type (chart, "Anna", 2001);
  g_assert_cmpuint (count_undo (history), ==, 2);
  bc_history_redo (history);
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "Ann");
  g_assert_finalize_object (chart);
}

static void
test_typing_is_cut (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);

  type (chart, "A", 1);
  bc_history_set_string (history, chart, "reference", "R"); /* another field */
  type (chart, "An", 1);
  bc_history_seal (history); /* the focus left the field */
  type (chart, "Ann", 1);
  bc_history_set_saved (history); /* what was saved must stay reachable */
  type (chart, "Anna", 1);
  bc_history_undo (history);
  g_assert_false (bc_history_get_modified (history));
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "Ann");
  type (chart, "Anne", 1); /* after an undo */
  bc_history_begin (history, "Rename");
  type (chart, "Anneli", 1); /* with another label */
  bc_history_end (history);
  g_assert_cmpuint (count_undo (history), ==, 6);
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "");
  g_assert_finalize_object (chart);
}

static void
test_typing_and_deleting (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);

  type (chart, "A", 1);
  type (chart, "", 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (bc_history_can_undo (history));
  g_assert_false (bc_history_get_modified (history));
  g_assert_finalize_object (chart);
}

static void
type_number (BcChart *chart,
             BcVisit *visit,
             int      number,
             gint64   pause_ms)
{
  test_time += pause_ms * 1000;
  bc_history_set_typed_int (bc_chart_get_history (chart), bc_visit_get_symptom (visit, 1), "wakes", number);
}

/* A number is typed digit by digit, and taken back as a whole; one that is chosen is a step each time. */
static void
test_typing_a_number (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  int wakes;

  type_number (chart, visit, 1, 100);
  type_number (chart, visit, 12, 500);
  bc_history_undo (history);
  g_object_get (symptom, "wakes", &wakes, NULL);
  g_assert_cmpint (wakes, ==, -1);
  g_assert_false (bc_history_can_undo (history));

  type_number (chart, visit, 1, 100);
  type_number (chart, visit, 12, 2001); /* thought about it */
  bc_history_seal (history);
  type_number (chart, visit, 1, 100); /* left, and came back */
  g_assert_cmpuint (count_undo (history), ==, 3);

  bc_history_set_int (history, symptom, "now", 3);
  bc_history_set_int (history, symptom, "now", 4);
  g_assert_cmpuint (count_undo (history), ==, 2);
  g_assert_finalize_object (chart);
}

/* The first letter confirms a copy from the last visit; the letters after it belong to the same step all the same. */
static void
test_typing_in_a_copy (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  static const char *const texts[] = { "S", "Si", "Sin", "Since May" };

  g_object_set (symptom, "unconfirmed", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bc_history_set_string (history, symptom, "onset", texts[i]);
  g_assert_false (bc_symptom_get_unconfirmed (symptom));
  g_assert_cmpuint (count_undo (history), ==, 1);
  g_assert_true (bc_symptom_get_unconfirmed (symptom));
  g_assert_cmpstr (bc_symptom_get_onset (symptom), ==, "");
  g_assert_finalize_object (chart);
}

/* Of which visit a step is, so that it can be shown: what was put into a list that is gone, too. */
static void
test_visit_of_a_step (void)
{
  BcVisit *first;
  guint n;
  BcChart *chart = make_chart (&first, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcVisit *second = bc_chart_add_visit (chart, "2026-11-27");
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id ("shin-left"), BC_ROLE_SITE);

  g_assert_null (bc_chart_find_undo_visit (chart));
  bc_history_append (history, bc_symptom_get_marks (bc_visit_get_symptom (first, 1)), mark);
  g_assert_true (bc_chart_find_undo_visit (chart) == first);
  bc_history_remove (history, bc_visit_get_symptoms (first), 0);
  g_assert_true (bc_chart_find_undo_visit (chart) == first);
  bc_history_set_string (history, second, "notes", "Walks well.");
  g_assert_true (bc_chart_find_undo_visit (chart) == second);
  g_assert_null (bc_chart_find_redo_visit (chart));
  bc_history_undo (history);
  g_assert_true (bc_chart_find_redo_visit (chart) == second);
  bc_history_undo (history);
  bc_history_undo (history);
  g_assert_true (bc_chart_find_redo_visit (chart) == first);
  bc_history_set_string (history, chart, "name", "Anna"); /* of no visit */
  g_assert_null (bc_chart_find_undo_visit (chart));
  bc_history_remove (history, bc_chart_get_visits (chart), 1);
  g_assert_null (bc_chart_find_undo_visit (chart));
  g_assert_finalize_object (chart);
}

static void
test_saved_marker (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);

  bc_history_set_int (history, chart, "sex", BC_SEX_MALE);
  bc_history_set_int (history, chart, "figure", BC_FIGURE_ADULT_MALE);
  bc_history_set_saved (history);
  g_assert_false (bc_history_get_modified (history));
  bc_history_undo (history);
  g_assert_true (bc_history_get_modified (history));
  bc_history_undo (history);
  bc_history_redo (history);
  bc_history_redo (history);
  g_assert_false (bc_history_get_modified (history));

  /* The branch that holds the saved state is thrown away: no way leads back to it. */
  bc_history_undo (history);
  bc_history_set_int (history, chart, "figure", BC_FIGURE_CHILD);
  g_assert_true (bc_history_get_modified (history));
  bc_history_undo (history);
  g_assert_true (bc_history_get_modified (history));
  bc_history_redo (history);
  g_assert_true (bc_history_get_modified (history));
  bc_history_set_saved (history);
  g_assert_false (bc_history_get_modified (history));
  g_assert_finalize_object (chart);
}

static void
test_properties_notify (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  guint n_undo = 0;
  guint n_redo = 0;
  guint n_modified = 0;
  gboolean modified;

  g_signal_connect_swapped (history, "notify::can-undo", G_CALLBACK (count_cb), &n_undo);
  g_signal_connect_swapped (history, "notify::can-redo", G_CALLBACK (count_cb), &n_redo);
  g_signal_connect_swapped (history, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  bc_history_set_int (history, chart, "sex", BC_SEX_MALE);
  bc_history_set_int (history, chart, "sex", BC_SEX_FEMALE);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpuint (n_redo, ==, 0);
  g_assert_cmpuint (n_modified, ==, 1);
  bc_history_undo (history);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpuint (n_redo, ==, 1);
  bc_history_undo (history);
  g_assert_cmpuint (n_undo, ==, 2);
  g_assert_cmpuint (n_modified, ==, 2);
  bc_history_redo (history);
  bc_history_set_saved (history);
  g_assert_cmpuint (n_modified, ==, 4);
  g_object_get (history, "modified", &modified, NULL);
  g_assert_false (modified);
  g_assert_finalize_object (chart);
}

static void
test_redo_is_dropped (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);
  BcMark *mark = bc_mark_new (7, BC_ROLE_SITE);

  bc_history_append (history, bc_visit_get_clears (visit), mark);
  bc_history_undo (history);
  bc_history_set_int (history, chart, "sex", BC_SEX_MALE);
  g_assert_false (bc_history_can_redo (history));
  /* Nothing remembers the mark any more. */
  g_assert_finalize_object (mark);
  g_assert_finalize_object (chart);
}

static void
answer_undo_cb (BcChart *chart)
{
  /* A field that writes its text back, as entries do. */
  bc_history_set_string (bc_chart_get_history (chart), chart, "name", bc_chart_get_name (chart));
}

static void
test_echo_during_undo (void)
{
  BcVisit *visit;
  guint n;
  BcChart *chart = make_chart (&visit, &n);
  BcHistory *history = bc_chart_get_history (chart);

  g_signal_connect (chart, "notify::name", G_CALLBACK (answer_undo_cb), NULL);
  type (chart, "A", 1);
  type (chart, "B", 5000);
  g_assert_cmpuint (n, ==, 2);
  bc_history_undo (history);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (bc_history_can_redo (history));
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "A");
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/nothing", test_nothing);
  g_test_add_func ("/history/nested-step", test_nested_step);
  g_test_add_func ("/history/splice-positions", test_splice_positions);
  g_test_add_func ("/history/empty-steps", test_empty_steps);
  g_test_add_func ("/history/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/history/typing-is-cut", test_typing_is_cut);
  g_test_add_func ("/history/typing-and-deleting", test_typing_and_deleting);
  g_test_add_func ("/history/typing-a-number", test_typing_a_number);
  g_test_add_func ("/history/typing-in-a-copy", test_typing_in_a_copy);
  g_test_add_func ("/history/visit-of-a-step", test_visit_of_a_step);
  g_test_add_func ("/history/saved-marker", test_saved_marker);
  g_test_add_func ("/history/properties-notify", test_properties_notify);
  g_test_add_func ("/history/redo-is-dropped", test_redo_is_dropped);
  g_test_add_func ("/history/echo-during-undo", test_echo_during_undo);
  return g_test_run ();
}
