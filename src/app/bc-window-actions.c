/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The actions of the window: what menus, buttons, keys and assistive technology can ask for.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
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

static BcHistory *
get_history (GtkWidget *widget)
{
  BcWindow *self = BC_WINDOW (widget);

  return self->document != NULL ? bc_chart_get_history (bc_document_get_chart (self->document)) : NULL;
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcHistory *history = get_history (widget);
  g_autofree char *text = NULL;

  /* The last thing done is the stroke that is still being drawn. */
  if (bc_canvas_give_up (BC_CANVAS (BC_WINDOW (widget)->canvas)))
    return;
  if (history == NULL || !bc_history_can_undo (history))
    return;
  /* Translators: %s is what was taken back, as in "Undone: Mark a region" */
  text = g_strdup_printf (_("Undone: %s"), bc_history_get_undo_label (history));
  bc_history_undo (history);
  _bc_window_say (BC_WINDOW (widget), text);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcHistory *history = get_history (widget);
  g_autofree char *text = NULL;

  if (history == NULL || !bc_history_can_redo (history))
    return;
  /* Translators: %s is what was done again, as in "Redone: Mark a region" */
  text = g_strdup_printf (_("Redone: %s"), bc_history_get_redo_label (history));
  bc_history_redo (history);
  _bc_window_say (BC_WINDOW (widget), text);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  bc_canvas_zoom_in (BC_CANVAS (BC_WINDOW (widget)->canvas));
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bc_canvas_zoom_out (BC_CANVAS (BC_WINDOW (widget)->canvas));
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bc_canvas_zoom_fit (BC_CANVAS (BC_WINDOW (widget)->canvas));
}

/* A letter for each tool; the canvas and the strip follow. */
static void
tool_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  _bc_window_say_now (BC_WINDOW (widget));
  g_object_set (BC_WINDOW (widget)->canvas, "tool", g_variant_get_int32 (parameter), NULL);
}

/* P1 to P9 by a digit. */
static void
symptom_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  int number = g_variant_get_int32 (parameter);
  g_autofree char *text = NULL;

  if (self->document == NULL)
    return;
  _bc_window_say_now (self);
  if (bc_visit_get_symptom (bc_document_get_visit (self->document), number) != NULL)
    {
      g_object_set (self->canvas, "symptom-number", number, NULL);
      return;
    }
  /* Translators: %d is the number of a symptom */
  text = g_strdup_printf (_("There is no P%d yet; Alt+N adds a symptom"), number);
  _bc_window_say (self, text);
}

static void
new_symptom_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  BcSymptom *symptom;

  if (self->document == NULL)
    return;
  symptom = bc_edit_add_symptom (bc_document_get_chart (self->document), bc_document_get_visit (self->document));
  if (symptom != NULL) /* else the visit is signed */
    g_object_set (self->canvas, "symptom-number", bc_symptom_get_number (symptom), NULL);
}

static void
find_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  if (!_bc_window_browser_search (BC_WINDOW (widget)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (BC_WINDOW (widget)->find_button));
}

static void
maps_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (BC_WINDOW (widget)->maps_button));
}

static void
map_off_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _bc_window_clear_map (BC_WINDOW (widget));
}

static void
browse_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  _bc_window_browse (BC_WINDOW (widget), BC_WINDOW (widget)->map, BC_WINDOW (widget)->map_side);
}

static void
compare_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _bc_window_compare (BC_WINDOW (widget));
}

static void
why_not_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _bc_window_ask_why (BC_WINDOW (widget), NULL, BC_SIDE_BOTH);
}

/* A map by its id and side. */
static void
browse_map_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *id;
  gint32 side;

  g_variant_get (parameter, "(&si)", &id, &side);
  _bc_window_browse_id (BC_WINDOW (widget), id, (BcSide) side);
}

/* What Escape gives up: the browser, a stroke that is being drawn, else what lies over the figure. */
static void
escape_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  if (!_bc_window_browser_back (self) && !bc_canvas_give_up (BC_CANVAS (self->canvas)))
    _bc_window_clear_map (self);
}

static void
panel_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  _bc_window_leave_browser (self);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->panels), g_variant_get_string (parameter, NULL));
}

/* --- actions with a state --- */

static void
change_view_cb (GSimpleAction *action,
                GVariant      *value,
                gpointer       data)
{
  BcWindow *self = data;
  int view = BC_VIEW_MODE_ALL;

  bc_terms_from_id (&bc_view_terms, g_variant_get_string (value, NULL), &view);
  g_object_set (self->canvas, "view-mode", view, NULL);
  g_simple_action_set_state (action, value);
}

static void
change_show_findings_cb (GSimpleAction *action,
                         GVariant      *value,
                         gpointer       data)
{
  GSettings *settings = bc_settings_get ();

  g_simple_action_set_state (action, value);
  if (settings != NULL)
    g_settings_set_boolean (settings, "show-findings", g_variant_get_boolean (value));
  _bc_window_show_findings (data, g_variant_get_boolean (value));
}

/* The state follows what lies over the figure. */
static void
change_dermatomes_cb (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       data)
{
  _bc_window_choose_map (data, g_variant_get_boolean (value) ? BC_OVERLAY_DERMATOMES : BC_OVERLAY_NONE, NULL,
                         BC_SIDE_BOTH);
}

/* The state follows the window, since the desktop may refuse, or end it by itself. */
static void
change_fullscreen_cb (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       data)
{
  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (GTK_WINDOW (data));
  else
    gtk_window_unfullscreen (GTK_WINDOW (data));
}

static void
large_targets_cb (BcWindow *self)
{
  gboolean on;

  g_assert (BC_IS_WINDOW (self));

  g_object_get (self->canvas, "large-targets", &on, NULL);
  _bc_window_toast (self, on ? _("Larger targets: small regions are marked together")
                             : _("Each region is marked by itself"));
}

static void
fullscreened_cb (BcWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");

  g_assert (BC_IS_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

static const GActionEntry stateful[] = {
  { "view", NULL, "s", "'all'", change_view_cb },
  { "show-findings", NULL, NULL, "true", change_show_findings_cb },
  { "dermatomes", NULL, NULL, "false", change_dermatomes_cb },
  { "fullscreen", NULL, NULL, "false", change_fullscreen_cb },
};

/* The figure may choose a view itself, to bring a region into sight. */
static void
view_changed_cb (BcWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");
  int mode = BC_VIEW_MODE_ALL;

  g_assert (BC_IS_WINDOW (self));

  g_object_get (self->canvas, "view-mode", &mode, NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (mode == BC_VIEW_MODE_ALL ? "all"
                                                                            : bc_terms_get_id (&bc_view_terms, mode)));
}

static void
constructed_cb (BcWindow *self)
{
  g_autoptr(GPropertyAction) panel = NULL;
  g_autoptr(GPropertyAction) visits = NULL;
  g_autoptr(GPropertyAction) large = NULL;
  GAction *action;

  g_action_map_add_action_entries (G_ACTION_MAP (self), stateful, G_N_ELEMENTS (stateful), self);
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-findings");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (self->show_findings));
  panel = g_property_action_new ("show-panel", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (panel));
  visits = g_property_action_new ("show-visits", self->visits_flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (visits));
  large = g_property_action_new ("large-targets", self->canvas, "large-targets");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (large));
  g_signal_connect_object (self->canvas, "notify::large-targets", G_CALLBACK (large_targets_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL, 0);
  g_signal_connect_object (self->canvas, "notify::view-mode", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Greys out what cannot be done now, or not be seen beside the map browser. The first call also adds the actions that need the instance. */
void
_bc_window_actions_update (BcWindow *self)
{
  BcHistory *history = get_history (GTK_WIDGET (self));
  gboolean open = self->document != NULL;
  gboolean browsing = _bc_window_is_browsing (self);
  static const char *const with_chart[] = { "win.save", "win.save-as", "win.password", "win.print", "win.print-preview",
                                            "win.export-pdf", "win.export", "win.copy-figure", "win.copy-text",
                                            "win.new-visit", "win.confirm-all", "win.step-visit" };
  static const char *const with_figure[] = { "win.zoom-in", "win.zoom-out", "win.zoom-fit", "win.tool", "win.symptom",
                                             "win.new-symptom" };

  if (g_action_map_lookup_action (G_ACTION_MAP (self), "view") == NULL)
    constructed_cb (self);
  for (guint i = 0; i < G_N_ELEMENTS (with_chart); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_chart[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (with_figure); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_figure[i], open && !browsing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", open || browsing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare", _bc_window_can_compare (self));
  gtk_widget_set_sensitive (self->find_button, open);
  gtk_widget_set_sensitive (self->visits_button, open);
  _bc_window_update_signing (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 history != NULL && !browsing && bc_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 history != NULL && !browsing && bc_history_can_redo (history));
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.new", NULL, new_cb },
  { "win.open", NULL, open_cb },
  { "win.recent", NULL, recent_cb },
  { "win.open-recent", "s", open_recent_cb },
  { "win.password", NULL, password_cb },
  { "win.restore", "s", restore_cb },
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
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.zoom-in", NULL, zoom_in_cb },
  { "win.zoom-out", NULL, zoom_out_cb },
  { "win.zoom-fit", NULL, zoom_fit_cb },
  { "win.tool", "i", tool_cb },
  { "win.symptom", "i", symptom_cb },
  { "win.new-symptom", NULL, new_symptom_cb },
  { "win.find", NULL, find_cb },
  { "win.maps", NULL, maps_cb },
  { "win.map-off", NULL, map_off_cb },
  { "win.why-not", NULL, why_not_cb },
  { "win.browse", NULL, browse_cb },
  { "win.browse-map", "(si)", browse_map_cb },
  { "win.compare", NULL, compare_cb },
  { "win.escape", NULL, escape_cb },
  { "win.panel", "s", panel_cb },
};

void
_bc_window_class_actions_init (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter_type, actions[i].activate);
  /* Not a key of the application, which would come before a popover's own. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.escape", NULL);
}
