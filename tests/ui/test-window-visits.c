/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits in the window: the side bar with its pictures, going from one to another, and new ones. */

#include "bc-edit.h"
#include "bc-extent.h"
#include "bc-visit-row.h"
#include "bc-visits-panel.h"
#include "ui-support.h"
#include "window-support.h"

/* Visits a week apart, each with a region more than the one before. */
static BcDocument *
make_document (guint n_visits)
{
  static const char *const regions[] = { "buttock-upper-right", "thigh-lateral-upper-right", "leg-lateral-right" };
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  g_autoptr(GDateTime) day = g_date_time_new_utc (2020, 1, 6, 0, 0, 0);

  g_list_store_remove_all (bc_chart_get_visits (chart));
  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(GDateTime) then = g_date_time_add_weeks (day, (int) i);
      g_autofree char *date = g_date_time_format (then, "%Y-%m-%d");
      BcVisit *visit = bc_chart_add_visit (chart, date);
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);

      g_list_store_append (bc_visit_get_symptoms (visit), symptom);
      g_object_set (symptom, "worst", (int) (9 - i % 9), NULL);
      for (guint j = 0; j <= i % G_N_ELEMENTS (regions); j++)
        bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[j]), BC_ROLE_SITE);
    }
  bc_history_set_saved (bc_chart_get_history (chart));
  return document;
}

static BcVisit *
get_nth (BcDocument *document,
         guint       n)
{
  g_autoptr(BcVisit) visit
      = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (bc_document_get_chart (document))), n);

  g_assert_nonnull (visit);
  return visit; /* the chart keeps it */
}

static BcVisit *
shown_in (GtkWidget *widget)
{
  g_autoptr(BcVisit) visit = NULL;

  g_object_get (widget, "visit", &visit, NULL);
  return visit;
}

static void
assert_shows (BcWindow *window,
              BcVisit  *visit)
{
  GtkListView *list = GTK_LIST_VIEW (window_find_type (window->visits_panel, GTK_TYPE_LIST_VIEW));

  ui_settle ();
  g_assert_true (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)))
                 == (gpointer) visit);
  g_assert_true (bc_document_get_visit (bc_window_get_document (window)) == visit);
  g_assert_true (shown_in (window->canvas) == visit);
  g_assert_true (shown_in (window->strip) == visit);
}

static GtkSelectionModel *
get_list (BcWindow *window)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (window_find_type (window->visits_panel, GTK_TYPE_LIST_VIEW)));
}

/* Frames pass until no picture is painted any more; how many there were. */
static guint
let_paint (BcWindow *window)
{
  guint before = bc_visits_panel_get_n_painted (BC_VISITS_PANEL (window->visits_panel));
  guint last = before;

  for (int rest = 0; rest < 6; rest++)
    {
      guint now;

      gtk_widget_queue_draw (GTK_WIDGET (window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      ui_settle ();
      now = bc_visits_panel_get_n_painted (BC_VISITS_PANEL (window->visits_panel));
      if (now != last)
        rest = 0;
      last = now;
    }
  return last - before;
}

/* --- tests --- */

static void
test_list (void)
{
  g_autoptr(BcDocument) document = make_document (3);
  BcWindow *window = window_show (document);
  GtkWidget *list = window_find_type (window->visits_panel, GTK_TYPE_LIST_VIEW);
  g_autofree char *name = NULL;
  BcExtent extent;
  g_autoptr(BcVisit) first = g_list_model_get_item (G_LIST_MODEL (get_list (window)), 0);

  let_paint (window);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (window->visits_flap)));
  g_assert_true (first == get_nth (document, 2));
  assert_shows (window, get_nth (document, 2));
  g_assert_true (gtk_selection_model_is_selected (get_list (window), 0));
  /* What a screen reader says of a row: day, number, and how it was. */
  bc_extent_of_visit (bc_document_get_chart (document), get_nth (document, 2), &extent);
  name = g_strdup_printf ("20 January 2020, visit 3 of 3: Worst 7 of 10; %.1f %% of the body", extent.body_share * 100);
  g_assert_nonnull (ui_find_named (list, GTK_TYPE_WIDGET, name));
  ui_window_close (GTK_WIDGET (window));
}

static void
test_choose (void)
{
  g_autoptr(BcDocument) document = make_document (3);
  BcWindow *window = window_show (document);

  gtk_selection_model_select_item (get_list (window), 2, TRUE);
  assert_shows (window, get_nth (document, 0));
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (window->title)), ==,
                   "6 January 2020 · visit 1 of 3");

  /* What is done now is done to that visit. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-symptom", NULL);
  g_assert_nonnull (bc_visit_get_symptom (get_nth (document, 0), 2));
  g_assert_null (bc_visit_get_symptom (get_nth (document, 2), 2));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-visit", "i", 1);
  assert_shows (window, get_nth (document, 1));
  g_assert_true (gtk_selection_model_is_selected (get_list (window), 1));
  for (int i = 0; i < 3; i++) /* there is no later one than the last */
    gtk_widget_activate_action (GTK_WIDGET (window), "win.step-visit", "i", 1);
  assert_shows (window, get_nth (document, 2));
  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.step-visit", "i", -1);
  assert_shows (window, get_nth (document, 0));
  ui_window_close (GTK_WIDGET (window));
}

/* What is undone or done again in another visit is shown there, and said so; in this one, nothing moves. */
static void
test_undo_elsewhere (void)
{
  g_autoptr(BcDocument) document = make_document (3);
  BcWindow *window = window_show (document);
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *first = get_nth (document, 0);
  BcVisit *last = get_nth (document, 2);

  bc_edit_set_intensity (chart, bc_visit_get_symptom (first, 1), "now", 6);
  assert_shows (window, last);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_shows (window, first);
  g_assert_cmpint (bc_symptom_get_now (bc_visit_get_symptom (first, 1)), ==, BC_NRS_UNKNOWN);
  g_assert_true (window_can_read (window, "Visit of 6 January 2020. Undone: Set how strong it is"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-visit", "i", 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  assert_shows (window, first);
  g_assert_cmpint (bc_symptom_get_now (bc_visit_get_symptom (first, 1)), ==, 6);
  g_assert_true (window_can_read (window, "Visit of 6 January 2020. Redone: Set how strong it is"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_shows (window, first);
  g_assert_true (window_can_read (window, "Undone: Set how strong it is"));
  ui_window_close (GTK_WIDGET (window));
}

/* Who leaves a field and comes back takes two steps, however quick. */
static void
test_focus_ends_typing (void)
{
  g_autoptr(BcDocument) document = make_document (1);
  BcWindow *window = window_show (document);
  BcHistory *history = bc_chart_get_history (bc_document_get_chart (document));
  BcVisit *visit = get_nth (document, 0);

  bc_history_set_string (history, visit, "notes", "A");
  bc_history_set_string (history, visit, "notes", "An");
  gtk_widget_grab_focus (GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, "shin-left")));
  bc_history_set_string (history, visit, "notes", "And");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (bc_visit_get_notes (visit), ==, "An");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (bc_visit_get_notes (visit), ==, "");
  g_assert_true (window_can_read (window, "Undone: Typing"));
  ui_window_close (GTK_WIDGET (window));
}

static void
test_new_visit (void)
{
  g_autoptr(BcDocument) document = make_document (1);
  BcWindow *window = window_show (document);
  BcVisit *old = get_nth (document, 0);
  BcVisit *copy;

  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->visits_flap))); /* there is nothing to choose from */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-visit", "s", "last");
  copy = get_nth (document, 1);
  assert_shows (window, copy);
  g_assert_true (bc_symptom_get_unconfirmed (bc_visit_get_symptom (copy, 1)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_shows (window, old);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (window))), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  assert_shows (window, copy);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-visit", "s", "empty");
  assert_shows (window, get_nth (document, 2));
  g_assert_true (bc_visit_is_empty (get_nth (document, 2)));
  ui_window_close (GTK_WIDGET (window));
}

/* A long chart: what is not in sight costs nothing. */
static void
test_pictures (void)
{
  g_autoptr(BcDocument) document = make_document (200);
  BcWindow *window = window_show (document);
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *last = get_nth (document, 199);
  BcSymptom *symptom = bc_visit_get_symptom (last, 1);
  guint n = let_paint (window);

  /* Only what is in sight, and no picture twice. */
  g_assert_cmpuint (bc_visits_panel_get_n_painted (BC_VISITS_PANEL (window->visits_panel)), >, 3);
  g_assert_cmpuint (bc_visits_panel_get_n_painted (BC_VISITS_PANEL (window->visits_panel)), <, 20);
  n = let_paint (window);
  g_assert_cmpuint (n, ==, 0);

  /* A change of one visit paints its picture and no other; a note paints none. */
  bc_edit_toggle_region (chart, last, symptom, bc_region_from_id ("heel-left"), BC_ROLE_SITE);
  g_assert_cmpuint (let_paint (window), ==, 1);
  bc_history_set_string (bc_chart_get_history (chart), last, "notes", "Walks with a limp.");
  g_assert_cmpuint (let_paint (window), ==, 0);

  /* Going to the other end paints what is there, and the way back nothing. */
  gtk_selection_model_select_item (get_list (window), 199, TRUE);
  gtk_widget_activate_action (window_find_type (window->visits_panel, GTK_TYPE_LIST_VIEW), "list.scroll-to-item", "u",
                              199u);
  n = let_paint (window);
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, 20);
  gtk_widget_activate_action (window_find_type (window->visits_panel, GTK_TYPE_LIST_VIEW), "list.scroll-to-item", "u",
                              0u);
  g_assert_cmpuint (let_paint (window), <, 2);
  ui_window_close (GTK_WIDGET (window));
}

/* On a narrow window the side bar lies over the figure, and comes only when it is asked for. */
static void
test_narrow (void)
{
  g_autoptr(BcDocument) document = make_document (3);
  BcWindow *window = bc_window_new (window_application ());

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  bc_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  let_paint (window);
  g_assert_true (adw_flap_get_folded (ADW_FLAP (window->visits_flap)));
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->visits_flap)));
  g_assert_cmpuint (bc_visits_panel_get_n_painted (BC_VISITS_PANEL (window->visits_panel)), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-visits", NULL);
  g_assert_cmpuint (let_paint (window), ==, 3);
  /* With what was chosen in sight, the side bar has done its work. */
  gtk_selection_model_select_item (get_list (window), 1, TRUE);
  assert_shows (window, get_nth (document, 1));
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->visits_flap)));
  ui_window_close (GTK_WIDGET (window));
}

/* What a new visit has from the last one is told until it is touched or confirmed. */
static void
test_unconfirmed (void)
{
  g_autoptr(BcDocument) document = make_document (1);
  BcWindow *window = window_show (document);
  BcVisit *copy;
  GtkWidget *button;

  g_assert_false (gtk_widget_get_visible (window->visit_bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-visit", "s", "last");
  copy = get_nth (document, 1);
  g_assert_true (window_can_read (window, "1 part comes from the last visit and is not confirmed yet."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.confirm-all", NULL);
  ui_settle ();
  g_assert_false (bc_symptom_get_unconfirmed (bc_visit_get_symptom (copy, 1)));
  g_assert_false (gtk_widget_get_visible (window->visit_bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (window->visit_bar));

  button = window_find_button (window->strip, "Confirm"); /* this symptom alone */
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (bc_symptom_get_unconfirmed (bc_visit_get_symptom (copy, 1)));

  button = window_find_button (window->strip, "It is resolved");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (bc_symptom_get_resolved (bc_visit_get_symptom (copy, 1)));
  g_assert_nonnull (window_find_button (window->strip, "It has come back"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (bc_symptom_get_resolved (bc_visit_get_symptom (copy, 1)));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/visits/list", test_list);
  g_test_add_func ("/visits/choose", test_choose);
  g_test_add_func ("/visits/undo-elsewhere", test_undo_elsewhere);
  g_test_add_func ("/visits/focus-ends-typing", test_focus_ends_typing);
  g_test_add_func ("/visits/new", test_new_visit);
  g_test_add_func ("/visits/unconfirmed", test_unconfirmed);
  g_test_add_func ("/visits/pictures", test_pictures);
  g_test_add_func ("/visits/narrow", test_narrow);
  return window_run ();
}
