/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing a visit, and what can be done with one that is signed. */

#include "bc-window-private.h"

#include "bc-correction-form.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-settings.h"

/* Who is likely at the desk: who signed, the visit's clinician, else the last one on this machine. */
static char *
dup_clinician (BcWindow *self)
{
  BcVisit *visit = bc_document_get_visit (self->document);
  const char *who = bc_visit_is_signed (visit) ? bc_visit_get_signed_by (visit) : bc_visit_get_clinician (visit);

  if (who[0] != '\0' || bc_settings_get () == NULL)
    return g_strdup (who);
  return g_settings_get_string (bc_settings_get (), "clinician");
}

static GtkWidget *
new_dialog (BcWindow   *self,
            const char *heading,
            const char *body,
            const char *done)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "done", done, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "done");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

/* --- sign --- */

static void
who_changed_cb (GtkEditable      *who,
                AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (who)));

  adw_message_dialog_set_response_enabled (dialog, "done", text[0] != '\0');
}

static void
signed_cb (AdwMessageDialog *dialog,
           const char       *response,
           BcWindow         *self)
{
  GtkEditable *who = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *now = bc_time_dup_now ();
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (g_str_equal (response, "cancel") || self->document == NULL)
    return;
  if (bc_edit_sign (bc_document_get_chart (self->document), bc_document_get_visit (self->document),
                    gtk_editable_get_text (who), now, &error))
    _bc_window_toast (self, _("Signed; Undo takes it back until the chart is saved"));
  else
    _bc_window_show_error (self, _("The visit could not be signed"), error);
}

static void
sign_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  GtkWidget *who = gtk_entry_new ();
  g_autofree char *clinician = NULL;
  GtkWidget *dialog;

  g_object_ref_sink (who);
  if (self->document != NULL && !bc_visit_is_signed (bc_document_get_visit (self->document)))
    {
      bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
      clinician = dup_clinician (self);
      dialog = new_dialog (self, _("Sign This Visit?"),
                           _("It is then kept as it is. What turns out to be wrong is put right by a correction, and what "
                             "was there before stays readable."), _("_Sign"));
      gtk_entry_set_placeholder_text (GTK_ENTRY (who), _("Clinician"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (who), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clinician"), -1);
      gtk_entry_set_activates_default (GTK_ENTRY (who), TRUE);
      g_signal_connect_object (who, "changed", G_CALLBACK (who_changed_cb), dialog, 0);
      gtk_editable_set_text (GTK_EDITABLE (who), clinician);
      who_changed_cb (GTK_EDITABLE (who), ADW_MESSAGE_DIALOG (dialog));
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), who);
      g_signal_connect_object (dialog, "response", G_CALLBACK (signed_cb), self, 0);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  g_object_unref (who);
}

/* --- correct --- */

static void
form_changed_cb (BcCorrectionForm *form,
                 AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "done", bc_correction_form_is_complete (form));
}

static void
corrected_cb (AdwMessageDialog *dialog,
              const char       *response,
              BcWindow         *self)
{
  BcCorrectionForm *form = BC_CORRECTION_FORM (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *field = bc_correction_form_dup_field (form);
  g_autofree char *after = bc_correction_form_dup_after (form);
  g_autofree char *now = bc_time_dup_now ();
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (g_str_equal (response, "cancel") || self->document == NULL)
    return;
  if (!bc_edit_add_correction (bc_document_get_chart (self->document), bc_document_get_visit (self->document), field,
                               after, bc_correction_form_get_who (form), now, &error))
    _bc_window_show_error (self, _("The correction could not be added"), error);
}

static void
correct_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  g_autofree char *clinician = NULL;
  GtkWidget *dialog;
  GtkWidget *form;

  if (self->document == NULL || !bc_visit_is_signed (bc_document_get_visit (self->document)))
    return;
  clinician = dup_clinician (self);
  dialog = new_dialog (self, _("Add a Correction"), NULL, _("_Add"));
  form = bc_correction_form_new (bc_document_get_visit (self->document), clinician);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), dialog, 0);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), form);
  form_changed_cb (BC_CORRECTION_FORM (form), ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (corrected_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- what is refused --- */

static gboolean
refused_idle_cb (gpointer data)
{
  BcWindow *self = data;
  AdwToast *toast = adw_toast_new (_("This visit is signed and stays as it is"));

  self->refused_source = 0;
  _bc_window_say (self, _("This visit is signed and stays as it is"));
  adw_toast_set_button_label (toast, _("Correct…"));
  adw_toast_set_action_name (toast, "win.add-correction");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* an answer does not wait its turn */
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
  /* What a button or a field shows that nothing came of is put back. */
  if (self->document != NULL)
    g_signal_emit_by_name (bc_chart_get_history (bc_document_get_chart (self->document)), "changed");
  return G_SOURCE_REMOVE;
}

/* One act may be refused in several steps, and is told once. */
void
_bc_window_refused (BcWindow *self)
{
  if (self->refused_source == 0)
    self->refused_source = g_idle_add (refused_idle_cb, self);
}

void
_bc_window_class_signing_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.sign-visit", NULL, sign_cb);
  gtk_widget_class_install_action (klass, "win.add-correction", NULL, correct_cb);
}

/* Greys out what does not go with the visit. */
void
_bc_window_update_signing (BcWindow *self)
{
  gboolean open = self->document != NULL;
  gboolean is_signed = open && bc_visit_is_signed (bc_document_get_visit (self->document));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign-visit", open && !is_signed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-correction", is_signed);
}
