/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing a visit in the window: what can still be done with it, and how it is put right. */

#include "bc-choice-row.h"
#include "bc-correction-form.h"
#include "bc-edit.h"
#include "bc-finding-row.h"
#include "bc-intensity-row.h"
#include "bc-pen-row.h"
#include "bc-question-row.h"
#include "bc-red-flag-row.h"
#include "bc-symptom-details.h"
#include "bc-tool-row.h"
#include "bc-view-input.h"
#include "ui-support.h"
#include "window-support.h"

static AdwMessageDialog *
find_dialog (BcWindow *window)
{
  g_autoptr(GList) toplevels = NULL;

  ui_settle ();
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static void
press (AdwMessageDialog *dialog,
       const char       *label)
{
  GtkWidget *button = window_find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static void
sign (BcWindow *window)
{
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-visit", NULL);
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "J. Clinician");
  press (dialog, "_Sign");
}

static BcVisit *
get_visit (BcWindow *window)
{
  return bc_document_get_visit (bc_window_get_document (window));
}

/* --- tests --- */

static void
test_sign (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcHistory *history = bc_chart_get_history (bc_document_get_chart (document));
  AdwMessageDialog *dialog;

  g_assert_false (gtk_widget_get_visible (window->visit_bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-visit", NULL);
  dialog = find_dialog (window);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "done")); /* nobody signs */
  press (dialog, "_Cancel");
  g_assert_false (bc_visit_is_signed (get_visit (window)));

  sign (window);
  g_assert_true (bc_visit_is_signed (get_visit (window)));
  g_assert_cmpstr (bc_visit_get_signed_by (get_visit (window)), ==, "J. Clinician");
  g_assert_true (window_can_read (window, "Signed by J. Clinician"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_false (bc_visit_is_signed (get_visit (window)));
  g_assert_false (gtk_widget_get_visible (window->visit_bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_settle ();
  bc_history_set_saved (history);
  g_assert_false (bc_history_can_undo (history)); /* final now */
  ui_window_close (GTK_WIDGET (window));
}

/* Nothing that can be pressed changes a signed visit, nor shows as if it had. */
static void
test_read_only (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcRegionWidget *marked = ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, "shin-left");
  BcVisit *visit = get_visit (window);
  GtkWidget *pens = window_find_type (window->strip, BC_TYPE_PEN_ROW);

  sign (window);
  gtk_widget_activate_action (GTK_WIDGET (marked), "region.toggle", NULL);
  ui_settle ();
  g_assert_null (bc_symptom_find_mark (bc_visit_get_symptom (visit, 1), bc_region_from_id ("shin-left"), NULL));
  ui_assert_checked (marked, FALSE);
  g_assert_true (window_can_read (window, "This visit is signed and stays as it is"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-symptom", NULL);
  g_assert_null (bc_visit_get_symptom (visit, 2));
  bc_symptom_strip_go (BC_SYMPTOM_STRIP (window->strip), "symptom:1:quality");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "patient");
  ui_settle ();
  g_assert_true (gtk_widget_is_sensitive (pens)); /* to be read, symptom by symptom */
  g_assert_cmpuint (bc_symptom_get_qualities (bc_visit_get_symptom (visit, 1)), ==, 0);
  ui_window_close (GTK_WIDGET (window));
}

/* What would change the visit, by what finds it. */
static GtkWidget *
find_part (BcWindow   *window,
           const char *part)
{
  if (g_str_equal (part, "questions"))
    return gtk_widget_get_parent (window_find_type (window_find_type (window->questions_panel, BC_TYPE_QUESTION_ROW),
                                                    GTK_TYPE_TOGGLE_BUTTON));
  if (g_str_equal (part, "ticks"))
    return window_find_type (window_find_type (window->findings_panel, BC_TYPE_FINDING_ROW), GTK_TYPE_CHECK_BUTTON);
  if (g_str_equal (part, "red-flags"))
    return window_find_type (window_find_type (window->red_flags, BC_TYPE_RED_FLAG_ROW), GTK_TYPE_BUTTON);
  if (g_str_equal (part, "tools"))
    return window_find_type (window->strip, BC_TYPE_TOOL_ROW);
  if (g_str_equal (part, "qualities"))
    return window_find_type (window->strip, BC_TYPE_CHOICE_ROW);
  if (g_str_equal (part, "intensity"))
    return window_find_type (window->strip, BC_TYPE_INTENSITY_ROW);
  if (g_str_equal (part, "details"))
    return window_find_type (window_find_type (window->strip, BC_TYPE_SYMPTOM_DETAILS), ADW_TYPE_CLAMP);
  return ui_find_named (window->strip, GTK_TYPE_BUTTON, "Add a symptom");
}

/* All that writes to a signed visit is grey and says why; who takes the signature back has it all as before. */
static void
test_greyed (void)
{
  static const char *const parts[] = { "questions", "ticks", "red-flags", "tools", "qualities", "intensity", "details",
                                       "add" };
  const char *why = "Signed, and kept as it is; Correct… puts right what is wrong";
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "questions"); /* its rows are made at the first look */
  for (int round = 0; round < 3; round++)
    {
      ui_settle ();
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          GtkWidget *part = find_part (window, parts[i]);

          g_test_message ("%s", parts[i]);
          g_assert_nonnull (part);
          g_assert_cmpint (gtk_widget_get_sensitive (part), ==, round != 1);
          if (round == 1)
            g_assert_cmpstr (gtk_widget_get_tooltip_text (part), ==, why);
          else
            g_assert_cmpstr (gtk_widget_get_tooltip_text (part), !=, why);
        }
      if (round == 0)
        sign (window);
      else
        gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
    }
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_part (window, "add")), ==, "Add another symptom");
  ui_window_close (GTK_WIDGET (window));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A tool is refused when it touches, not when a stroke is finished that comes to nothing; once for each touch. */
static void
test_first_touch (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcViewWidget *view = BC_VIEW_WIDGET (bc_canvas_get_view_widget (BC_CANVAS (window->canvas), BC_VIEW_FRONT));
  gpointer drag = ui_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_DRAG);
  GtkWidget *shin = GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, "shin-left"));
  guint n_refused = 0;
  BcBox at;

  sign (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window)); /* the line above the figure takes some of its room */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  at = bc_view_widget_get_anchor_box (view, bc_region_from_id ("shin-left"));
  g_signal_connect_swapped (bc_chart_get_history (bc_document_get_chart (document)), "refused", G_CALLBACK (count_cb),
                            &n_refused);
  for (BcTool tool = 0; tool < BC_N_TOOLS; tool++)
    {
      n_refused = 0;
      g_object_set (window->canvas, "tool", (int) tool, NULL);
      g_signal_emit_by_name (drag, "drag-begin", at.x, at.y);
      g_assert_cmpuint (n_refused, ==, 1);
      g_signal_emit_by_name (drag, "drag-update", 10., 30.);
      g_assert_false (bc_view_widget_is_drawing (view));
      g_assert_null (bc_view_widget_get_rubbed (view));
      g_signal_emit_by_name (drag, "drag-end", 10., 30.);
      g_assert_cmpuint (n_refused, ==, 1);
      gtk_widget_activate_action (shin, "region.toggle", NULL);
      g_assert_cmpuint (n_refused, ==, 2);
    }
  gtk_widget_activate_action (shin, "region.menu", NULL); /* no menu of what cannot be done */
  g_assert_cmpuint (n_refused, ==, 3);
  gtk_widget_grab_focus (shin);
  window_press (window->canvas, GDK_KEY_7);
  g_assert_cmpuint (n_refused, ==, 4);
  window_press (window->canvas, GDK_KEY_Delete);
  g_assert_cmpuint (n_refused, ==, 5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-symptom", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.confirm-all", NULL);
  g_assert_true (window_can_read (window, "This visit is signed and stays as it is"));
  g_assert_nonnull (window_find_button (window->toasts, "Correct…")); /* the way out */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (get_visit (window)))), ==, 1);
  ui_window_close (GTK_WIDGET (window));
}

static void
test_correct (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcVisit *visit = get_visit (window);
  AdwMessageDialog *dialog;
  BcCorrectionForm *form;
  g_autofree char *now = NULL;

  g_object_set (visit, "notes", "Walks with a limp.", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-correction", NULL);
  g_assert_null (find_dialog (window)); /* not before it is signed */
  sign (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-correction", NULL);
  dialog = find_dialog (window);
  form = BC_CORRECTION_FORM (adw_message_dialog_get_extra_child (dialog));
  bc_correction_form_choose (form, "notes", "Walks with a limp.");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "done")); /* nothing new */
  bc_correction_form_choose (form, "notes", "Walks with a <stick>.");
  press (dialog, "_Add");

  now = bc_visit_dup_field (visit, "notes");
  g_assert_cmpstr (now, ==, "Walks with a <stick>.");
  g_assert_cmpstr (bc_visit_get_notes (visit), ==, "Walks with a limp."); /* as it was signed */
  g_assert_true (window_can_read (window, "Walks with a limp. Walks with a <stick>."));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/signing/sign", test_sign);
  g_test_add_func ("/signing/read-only", test_read_only);
  g_test_add_func ("/signing/greyed", test_greyed);
  g_test_add_func ("/signing/first-touch", test_first_touch);
  g_test_add_func ("/signing/correct", test_correct);
  return window_run ();
}
