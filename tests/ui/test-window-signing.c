/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing a visit in the window: what can still be done with it, and how it is put right. */

#include "bc-correction-form.h"
#include "bc-edit.h"
#include "bc-pen-row.h"
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
  g_assert_true (window_can_read (window, "This visit is signed; add a correction instead"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-symptom", NULL);
  g_assert_null (bc_visit_get_symptom (visit, 2));
  bc_symptom_strip_go (BC_SYMPTOM_STRIP (window->strip), "symptom:1:quality");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "patient");
  ui_settle ();
  g_assert_true (gtk_widget_is_sensitive (pens)); /* to be read, symptom by symptom */
  g_assert_cmpuint (bc_symptom_get_qualities (bc_visit_get_symptom (visit, 1)), ==, 0);
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
  g_test_add_func ("/signing/correct", test_correct);
  return window_run ();
}
