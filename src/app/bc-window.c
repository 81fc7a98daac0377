/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window: it holds a document, keeps canvas, strip and panels on the same visit, and matches the visit
 * against the maps whenever something changed.
 */

#include "bc-window.h"
#include "bc-window-private.h"

#include "bc-completeness-line.h"
#include "bc-drawing-bar.h"
#include "bc-foot-line.h"
#include "bc-i18n.h"
#include "bc-notice-bar.h"
#include "bc-own-maps-bar.h"
#include "bc-read-back.h"
#include "bc-settings.h"
#include "bc-start-page.h"
#include "bc-visit-bar.h"
#include "bc-visits-panel.h"

/* Lower than this, in pixels, the figure needs the room more than the chart in words does. */
#define LOW_HEIGHT 600
/* Narrower than this the side panel is as narrow as it can be, or the window could not become narrower. */
#define NARROW_WIDTH 760

G_DEFINE_FINAL_TYPE (BcWindow, bc_window, ADW_TYPE_APPLICATION_WINDOW)

static BcVisit *
get_visit (BcWindow *self)
{
  return self->document != NULL ? bc_document_get_visit (self->document) : NULL;
}

/* --- document --- */

static void
history_changed_cb (BcHistory *history,
                    BcWindow  *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_update_title (self);
  _bc_window_actions_update (self);
  _bc_window_queue_match (self);
}

static void
modified_cb (BcHistory  *history,
             GParamSpec *pspec,
             BcWindow   *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_update_title (self);
  _bc_window_actions_update (self);
}

static void
drop_history (BcWindow *self)
{
  BcHistory *history;

  if (self->document == NULL)
    return;
  history = bc_chart_get_history (bc_document_get_chart (self->document));
  g_signal_handlers_disconnect_by_data (history, self);
}

static int
first_symptom (BcVisit *visit)
{
  g_autoptr(BcSymptom) symptom = NULL;

  if (visit != NULL)
    symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), 0);
  return symptom != NULL ? bc_symptom_get_number (symptom) : 0;
}

/* Everything in the window shows the visit that the document is at. */
void
_bc_window_show_chart (BcWindow *self)
{
  BcChart *chart = self->document != NULL ? bc_document_get_chart (self->document) : NULL;
  BcVisit *visit = get_visit (self);

  g_set_object (&self->shown_visit, visit);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (self->findings_panel), NULL, NULL);
  bc_findings_panel_set_symptoms (BC_FINDINGS_PANEL (self->findings_panel), NULL);
  g_clear_pointer (&self->by_symptom, bc_by_symptom_free);
  g_clear_pointer (&self->findings, bc_findings_free);

  bc_canvas_set_chart (BC_CANVAS (self->canvas), chart, visit);
  bc_symptom_strip_set_chart (BC_SYMPTOM_STRIP (self->strip), chart, visit);
  bc_findings_panel_set_chart (BC_FINDINGS_PANEL (self->findings_panel), chart, visit);
  bc_red_flag_bar_set_chart (BC_RED_FLAG_BAR (self->red_flags), chart, visit);
  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (self->questions_panel), chart, visit);
  bc_patient_panel_set_chart (BC_PATIENT_PANEL (self->patient_panel), chart, visit);
  bc_completeness_line_set_chart (BC_COMPLETENESS_LINE (self->completeness), chart, visit);
  bc_read_back_set_chart (BC_READ_BACK (self->read_back), chart, visit);
  bc_visit_bar_set_chart (BC_VISIT_BAR (self->visit_bar), chart, visit);
  bc_drawing_bar_set_chart (BC_DRAWING_BAR (self->drawing_bar), chart, visit);
  bc_visits_panel_set_chart (BC_VISITS_PANEL (self->visits_panel), chart, visit);
  if (visit != NULL)
    g_object_set (self->canvas, "symptom-number", first_symptom (visit), NULL);
  self->hovered = BC_REGION_NONE;
  _bc_window_actions_update (self);
  _bc_window_match (self);
  _bc_window_update_title (self);
}

/**
 * bc_window_set_document:
 * @document: (nullable): %NULL shows the start page
 *
 * Shows another chart.
 */
void
bc_window_set_document (BcWindow   *self,
                        BcDocument *document)
{
  BcChart *chart = document != NULL ? bc_document_get_chart (document) : NULL;

  g_return_if_fail (BC_IS_WINDOW (self));

  drop_history (self);
  _bc_window_leave_browser (self);
  g_set_object (&self->document, document);
  _bc_window_list_visits (self);
  if (chart != NULL)
    {
      BcHistory *history = bc_chart_get_history (chart);

      g_signal_connect_object (document, "warning", G_CALLBACK (_bc_window_toast), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb), self, 0);
      g_signal_connect_object (history, "refused", G_CALLBACK (_bc_window_refused), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (history, "notify::modified", G_CALLBACK (modified_cb), self, 0);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), chart != NULL ? "chart" : "start");
  _bc_window_show_chart (self);
  _bc_window_clear_maps (self);
  _bc_window_tell_open_elsewhere (self);
  _bc_window_hush (self);
}

/**
 * bc_window_get_document:
 *
 * Returns: (transfer none) (nullable): the chart that is shown
 */
BcDocument *
bc_window_get_document (BcWindow *self)
{
  g_return_val_if_fail (BC_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * bc_window_shows_file:
 *
 * Returns: whether this window holds that file's chart; one chart is open in one window only
 */
gboolean
bc_window_shows_file (BcWindow *self,
                      GFile    *file)
{
  GFile *own;

  g_return_val_if_fail (BC_IS_WINDOW (self), FALSE);

  own = self->document != NULL ? bc_document_get_file (self->document) : self->loading;
  return own != NULL && g_file_equal (own, file);
}

/**
 * bc_window_keep_unsaved:
 *
 * Puts unsaved work down for the next start, because the program is about to be ended.
 */
void
bc_window_keep_unsaved (BcWindow *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (BC_IS_WINDOW (self));

  if (self->document == NULL)
    return;
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  if (!bc_document_keep_unsaved (self->document, &error))
    g_printerr ("%s\n", error->message);
}

/* --- life --- */

/* The size, and whose charts these are: the next new one starts with the same clinician. */
static void
remember (BcWindow *self)
{
  GSettings *settings = bc_settings_get ();
  int width;
  int height;

  if (settings == NULL)
    return;
  if (self->document != NULL && bc_visit_get_clinician (get_visit (self))[0] != '\0')
    g_settings_set_string (settings, "clinician", bc_visit_get_clinician (get_visit (self)));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  BcWindow *self = BC_WINDOW (widget);

  self->fit_tick = 0;
  bc_foot_line_set_low (BC_FOOT_LINE (self->foot), gtk_widget_get_height (widget) < LOW_HEIGHT);
  gtk_widget_set_size_request (self->side_panel, gtk_widget_get_width (widget) < NARROW_WIDTH ? 360 : 400, -1);
  _bc_window_fit_visits (self);
  return G_SOURCE_REMOVE;
}

static void
bc_window_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  BcWindow *self = BC_WINDOW (widget);

  GTK_WIDGET_CLASS (bc_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* In the next frame: what is being placed must not change its mind. */
  if (self->fit_tick == 0)
    self->fit_tick = gtk_widget_add_tick_callback (widget, fit_cb, NULL, NULL);
}

static gboolean
bc_window_close_request (GtkWindow *window)
{
  BcWindow *self = BC_WINDOW (window);

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  if (!self->discarding && self->document != NULL
      && (bc_document_is_modified (self->document) || bc_document_is_busy (self->document)))
    {
      /* A save that is under way closes the window when it is done: to end it now would lose the work. */
      if (bc_document_is_busy (self->document) && (self->closing || !bc_document_is_modified (self->document)))
        self->closing = TRUE;
      else
        _bc_window_ask_close (self);
      return GDK_EVENT_STOP;
    }
  remember (self);
  return GTK_WINDOW_CLASS (bc_window_parent_class)->close_request (window);
}

/* When the application is known: the shortcuts window takes the keys of the commands from there. */
static void
bc_window_constructed (GObject *object)
{
  g_autoptr(GtkBuilder) help = NULL;

  G_OBJECT_CLASS (bc_window_parent_class)->constructed (object);
  help = gtk_builder_new_from_resource ("/io/github/bodychart/Bodychart/ui/shortcuts.ui");
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (object),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (help, "shortcuts")));
}

static void
bc_window_dispose (GObject *object)
{
  BcWindow *self = BC_WINDOW (object);

  g_clear_handle_id (&self->match_source, g_source_remove);
  g_clear_handle_id (&self->say_source, g_source_remove);
  g_clear_handle_id (&self->refused_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  _bc_window_drop_lock (self);
  drop_history (self);
  if (self->visits_signals != NULL)
    g_signal_group_set_target (self->visits_signals, NULL);
  g_clear_object (&self->visits_signals);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->chooser);
  g_clear_object (&self->loading);
  g_clear_object (&self->saving_to);
  g_clear_object (&self->replaced);
  gtk_widget_dispose_template (GTK_WIDGET (self), BC_TYPE_WINDOW);
  g_clear_pointer (&self->findings, bc_findings_free);
  g_clear_pointer (&self->by_symptom, bc_by_symptom_free);
  g_clear_pointer (&self->evidence, bc_evidence_free);
  g_clear_pointer (&self->shown_map, bc_overlay_free);
  g_clear_pointer (&self->saying, g_free);
  g_clear_object (&self->shown_visit);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bc_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BcWindow, cover);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, lock_page);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, maps_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, start_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, own_maps_bar);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, red_flags);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, visits_flap);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, visits_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, visits_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, side_panel);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, visit_bar);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, drawing_bar);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, canvas_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, views_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, strip_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, announcer);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, maps_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, map_off);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, findings_switch);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, findings_switch_small);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, panels);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, findings_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, questions_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, patient_bin);
}

static void
bc_window_class_init (BcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bc_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = bc_window_dispose;
  widget_class->size_allocate = bc_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = bc_window_close_request;
  g_type_ensure (BC_TYPE_DRAWING_BAR);
  g_type_ensure (BC_TYPE_FOOT_LINE);
  g_type_ensure (BC_TYPE_NOTICE_BAR);
  g_type_ensure (BC_TYPE_OWN_MAPS_BAR);
  g_type_ensure (BC_TYPE_RED_FLAG_BAR);
  g_type_ensure (BC_TYPE_VISIT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bodychart/Bodychart/ui/bc-window.ui");
  bind_children (widget_class);
  _bc_window_class_actions_init (widget_class);
  _bc_window_class_visits_init (widget_class);
  _bc_window_class_drawing_init (widget_class);
  _bc_window_class_signing_init (widget_class);
}

static void
append_view_button (BcWindow   *self,
                    const char *target,
                    const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->views_box), button);
}

static void
build_views (BcWindow *self)
{
  append_view_button (self, "all", C_("views", "All"));
  for (guint i = 0; i < bc_view_terms.n_terms; i++)
    append_view_button (self, bc_view_terms.terms[i].id, bc_terms_get_name (&bc_view_terms, (int) i));
}

/* Who leaves a field has written it: what is typed there later is a step of its own. */
static void
focus_moved_cb (BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  if (self->document != NULL)
    bc_history_seal (bc_chart_get_history (bc_document_get_chart (self->document)));
}

static void
build_panels (BcWindow *self)
{
  self->canvas = bc_canvas_new ();
  adw_bin_set_child (ADW_BIN (self->canvas_box), self->canvas);
  self->strip = bc_symptom_strip_new ();
  adw_bin_set_child (ADW_BIN (self->strip_box), self->strip);
  self->findings_panel = bc_findings_panel_new ();
  adw_bin_set_child (ADW_BIN (self->findings_bin), self->findings_panel);
  self->questions_panel = bc_questions_panel_new ();
  adw_bin_set_child (ADW_BIN (self->questions_bin), self->questions_panel);
  self->patient_panel = bc_patient_panel_new ();
  adw_bin_set_child (ADW_BIN (self->patient_bin), self->patient_panel);
  adw_bin_set_child (ADW_BIN (self->start_box), bc_start_page_new ());

  g_object_bind_property (self->canvas, "tool", self->strip, "tool",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->canvas, "brush-width", self->strip, "brush-width",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->canvas, "symptom-number", self->strip, "symptom-number",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
  _bc_window_build_status (self);
  _bc_window_build_maps (self);
  _bc_window_build_visits (self);
  _bc_window_build_drawing (self);
}

static void
recent_changed_cb (BcWindow *self)
{
  g_autoptr(GMenu) menu = bc_recent_menu_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->recent_button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (self->recent_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
restore_settings (BcWindow *self)
{
  GSettings *settings = bc_settings_get ();

  self->show_findings = settings == NULL || g_settings_get_boolean (settings, "show-findings");
  if (settings == NULL)
    return;
  g_settings_bind (settings, "large-targets", self->canvas, "large-targets", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "brush-width", self->canvas, "brush-width", G_SETTINGS_BIND_DEFAULT);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
bc_window_init (BcWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->map_side = BC_SIDE_BOTH;
  build_views (self);
  build_panels (self);
  restore_settings (self);
  recent_changed_cb (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bc_window_set_document (self, NULL);
  _bc_window_build_lock (self);
}

/**
 * bc_window_new:
 *
 * Returns: (transfer none): a window with the start page; GTK owns it
 */
BcWindow *
bc_window_new (AdwApplication *application)
{
  return g_object_new (BC_TYPE_WINDOW, "application", application, NULL);
}
