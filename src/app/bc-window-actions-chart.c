/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Actions of the window on a chart as a whole: open, save, protect, hand out, print.
 */

#include "bc-window-private.h"

#include "bc-preferences.h"
#include "bc-settings.h"

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  g_autoptr(BcDocument) document = bc_document_new ();
  GSettings *settings = bc_settings_get ();
  BcWindow *target = self;

  if (self->document != NULL || self->loading != NULL)
    target = bc_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  if (settings != NULL)
    {
      g_autofree char *clinician = g_settings_get_string (settings, "clinician");

      g_object_set (bc_document_get_visit (document), "clinician", clinician, NULL);
    }
  bc_window_set_document (target, document);
  gtk_window_present (GTK_WINDOW (target));
  gtk_stack_set_visible_child_name (GTK_STACK (target->panels), "patient");
  adw_flap_set_reveal_flap (ADW_FLAP (target->flap), TRUE);
  bc_patient_panel_start (BC_PATIENT_PANEL (target->patient_panel));
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  _bc_window_choose_open (BC_WINDOW (widget));
}

static void
recent_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  if (gtk_widget_is_sensitive (self->recent_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->recent_button));
}

static void
open_recent_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  bc_window_open (BC_WINDOW (widget), file, FALSE);
}

static void
password_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _bc_window_choose_password (BC_WINDOW (widget));
}

static void
take_over_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _bc_window_take_over (BC_WINDOW (widget));
}

static void
preferences_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  bc_preferences_show (GTK_WINDOW (widget));
}

/* All windows: who leaves the desk leaves every one. */
static void
lock_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data))
      _bc_window_lock (l->data);
}

static void
unlock_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  _bc_window_unlock (BC_WINDOW (widget));
}

static void
restore_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  bc_window_restore (BC_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  if (self->document == NULL)
    return;
  if (bc_document_get_file (self->document) == NULL)
    _bc_window_choose_save_as (self);
  else
    _bc_window_save (self, NULL, BC_SAVE_NONE);
}

static void
save_as_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_choose_save_as (BC_WINDOW (widget));
}

static void
export_pdf_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_choose_pdf (BC_WINDOW (widget), BC_SUMMARY_SESSION);
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_export (BC_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
copy_figure_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_copy_figure (BC_WINDOW (widget));
}

static void
copy_text_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_copy_text (BC_WINDOW (widget));
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_print (BC_WINDOW (widget));
}

static void
print_preview_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (BC_WINDOW (widget)->document != NULL)
    _bc_window_preview (BC_WINDOW (widget));
}

static const BcWindowAction actions[] = {
  { "win.new", NULL, new_cb },
  { "win.open", NULL, open_cb },
  { "win.recent", NULL, recent_cb },
  { "win.open-recent", "s", open_recent_cb },
  { "win.password", NULL, password_cb },
  { "win.restore", "s", restore_cb },
  { "win.take-over", NULL, take_over_cb },
  { "win.lock", NULL, lock_cb },
  { "win.unlock", NULL, unlock_cb },
  { "win.preferences", NULL, preferences_cb },
  { "win.save", NULL, save_cb },
  { "win.save-as", NULL, save_as_cb },
  { "win.export-pdf", NULL, export_pdf_cb },
  { "win.export", "s", export_cb },
  { "win.copy-figure", NULL, copy_figure_cb },
  { "win.copy-text", NULL, copy_text_cb },
  { "win.print", NULL, print_cb },
  { "win.print-preview", NULL, print_preview_cb },
};

void
_bc_window_class_chart_actions_init (GtkWidgetClass *klass)
{
  _bc_window_install_actions (klass, actions, G_N_ELEMENTS (actions));
}
