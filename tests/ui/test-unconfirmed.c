/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new visit has from the last one: how it is told, and how each part of it is confirmed by touching it. */

#include "bc-question-row.h"
#include "bc-questions-panel.h"
#include "bc-region-widget.h"
#include "bc-symptom-strip.h"
#include "ui-support.h"

#define QUESTION "d-slr"

typedef struct
{
  BcChart *chart;
  BcVisit *visit; /* a copy of the last one: P1 in the shin, P2, a heel that is clear, an answer */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  BcVisit *last;

  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_MALE);
  last = bc_chart_get_last_visit (fixture->chart);
  bc_edit_toggle_region (fixture->chart, last, bc_edit_add_symptom (fixture->chart, last),
                         bc_region_from_id ("shin-left"), BC_ROLE_SITE);
  bc_edit_add_symptom (fixture->chart, last);
  bc_edit_toggle_clear (fixture->chart, last, bc_region_from_id ("heel-left"));
  bc_edit_set_answer (fixture->chart, last, QUESTION, BC_ANSWER_YES);
  fixture->visit = bc_edit_start_visit (fixture->chart, "2026-11-29", TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->chart);
}

static gboolean
is_copy (Fixture *fixture,
         int      number)
{
  return bc_symptom_get_unconfirmed (bc_visit_get_symptom (fixture->visit, number));
}

static GtkWidget *
find (GtkWidget  *root,
      const char *name)
{
  return ui_find_named (root, GTK_TYPE_BUTTON, name);
}

/* The pen says it, to the ear too; one button confirms this symptom and no other. */
static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *strip = bc_symptom_strip_new ();
  GtkWidget *window;
  GtkWidget *confirm;

  bc_symptom_strip_set_chart (BC_SYMPTOM_STRIP (strip), fixture->chart, fixture->visit);
  window = ui_window_show (strip, 1200, 200);
  g_assert_nonnull (find (strip, "P1, not confirmed yet"));
  g_assert_nonnull (find (strip, "P2, not confirmed yet"));
  confirm = find (strip, "Confirm P1");
  g_assert_nonnull (confirm);
  g_assert_true (gtk_widget_get_mapped (confirm));
  g_signal_emit_by_name (confirm, "clicked");
  g_assert_false (is_copy (fixture, 1));
  g_assert_true (is_copy (fixture, 2));
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (confirm)); /* there is nothing to confirm of P1 any more */
  g_assert_null (find (strip, "P1, not confirmed yet"));
  g_assert_nonnull (find (strip, "P1"));

  g_signal_emit_by_name (find (strip, "P2, not confirmed yet"), "clicked");
  g_assert_true (is_copy (fixture, 2)); /* to look at it is not to confirm it */
  g_assert_nonnull (find (strip, "Confirm P2"));
  bc_history_undo (bc_chart_get_history (fixture->chart));
  g_assert_true (is_copy (fixture, 1));
  ui_window_close (window);
}

/* Where the strip has no room for a button, the pen is pressed again. */
static void
test_narrow_strip (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *strip = bc_symptom_strip_new ();
  GtkWidget *window;

  bc_symptom_strip_set_chart (BC_SYMPTOM_STRIP (strip), fixture->chart, fixture->visit);
  window = ui_window_show (strip, 380, 250);
  g_assert_cmpint (gtk_widget_get_width (strip), <=, 400);
  g_assert_false (gtk_widget_get_mapped (find (strip, "Confirm P1")));
  g_signal_emit_by_name (find (strip, "P1, not confirmed yet"), "clicked");
  g_assert_false (is_copy (fixture, 1));
  g_signal_emit_by_name (find (strip, "P1"), "clicked"); /* once more does no harm */
  g_assert_false (is_copy (fixture, 1));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (strip, "P1"))));
  ui_window_close (window);
}

static void
assert_described (BcCanvas   *canvas,
                  BcViewId    view,
                  const char *region,
                  const char *words)
{
  g_autofree char *error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (ui_region (canvas, view, region)),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  ui_settle ();
  g_assert_cmpstr (error, ==, NULL);
}

/* On the figure the marks look different, and the regions say so; the tool for clear regions confirms a tick before it
 * takes it back. */
static void
test_canvas (Fixture       *fixture,
             gconstpointer  data)
{
  BcCanvas *canvas = BC_CANVAS (bc_canvas_new ());
  BcRegion heel = bc_region_from_id ("heel-left");
  GtkWidget *window;
  cairo_surface_t *copied;
  cairo_surface_t *confirmed;

  bc_canvas_set_chart (canvas, fixture->chart, fixture->visit);
  window = ui_window_show (GTK_WIDGET (canvas), 900, 700);
  assert_described (canvas, BC_VIEW_FRONT, "shin-left", "marked by P1, not confirmed yet");
  assert_described (canvas, BC_VIEW_BACK, "heel-left", "asked and clear, not confirmed yet");

  copied = ui_picture (GTK_WIDGET (canvas));
  g_object_set (canvas, "tool", (int) BC_TOOL_CLEAR, NULL);
  gtk_widget_activate_action (GTK_WIDGET (ui_region (canvas, BC_VIEW_BACK, "heel-left")), "region.toggle", NULL);
  g_assert_true (bc_visit_is_clear (fixture->visit, heel));
  g_assert_false (bc_mark_get_unconfirmed (bc_visit_find_clear (fixture->visit, heel)));
  assert_described (canvas, BC_VIEW_BACK, "heel-left", "asked and clear");
  confirmed = ui_picture (GTK_WIDGET (canvas));
  g_assert_false (ui_same_picture (copied, confirmed));
  cairo_surface_destroy (copied);
  gtk_widget_activate_action (GTK_WIDGET (ui_region (canvas, BC_VIEW_BACK, "heel-left")), "region.toggle", NULL);
  g_assert_false (bc_visit_is_clear (fixture->visit, heel));
  bc_history_undo (bc_chart_get_history (fixture->chart));

  bc_edit_confirm_symptom (fixture->chart, bc_visit_get_symptom (fixture->visit, 1));
  ui_settle ();
  copied = ui_picture (GTK_WIDGET (canvas));
  g_assert_false (ui_same_picture (copied, confirmed));
  assert_described (canvas, BC_VIEW_FRONT, "shin-left", "marked by P1");
  cairo_surface_destroy (copied);
  cairo_surface_destroy (confirmed);
  ui_window_close (window);
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *id)
{
  if (BC_IS_QUESTION_ROW (root) && g_str_equal (bc_question_row_get_id (BC_QUESTION_ROW (root)), id))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_toggle (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_TOGGLE_BUTTON (child) ? child : find_toggle (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says_copied (GtkWidget *row)
{
  GtkWidget *label = ui_find_named (row, GTK_TYPE_LABEL, "From the last visit, not confirmed yet");

  return label != NULL && gtk_widget_get_visible (label);
}

/* An answer that was copied says so; to press it confirms it, and only then takes it back. */
static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *panel = bc_questions_panel_new ();
  GtkWidget *window;
  GtkWidget *row;
  GtkWidget *yes;

  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (panel), fixture->chart, fixture->visit);
  window = ui_window_show (panel, 400, 700);
  row = find_row (panel, QUESTION);
  g_assert_nonnull (row);
  g_assert_true (says_copied (row));
  yes = find_toggle (row); /* the first answer */
  g_signal_emit_by_name (yes, "clicked");
  g_assert_cmpint (bc_visit_get_answer (fixture->visit, QUESTION), ==, BC_ANSWER_YES);
  g_assert_false (bc_answer_get_unconfirmed (bc_visit_find_answer (fixture->visit, QUESTION)));
  g_assert_false (says_copied (row));
  bc_history_undo (bc_chart_get_history (fixture->chart));
  g_assert_true (says_copied (row));
  bc_history_redo (bc_chart_get_history (fixture->chart));
  g_signal_emit_by_name (yes, "clicked");
  g_assert_cmpint (bc_visit_get_answer (fixture->visit, QUESTION), ==, BC_ANSWER_NONE);
  ui_window_close (window);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/unconfirmed/strip", test_strip);
  ADD ("/unconfirmed/narrow-strip", test_narrow_strip);
  ADD ("/unconfirmed/canvas", test_canvas);
  ADD ("/unconfirmed/answer", test_answer);
  return g_test_run ();
}
