/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window: it holds a document, keeps canvas, strip and panels on the same visit, and matches the visit
 * against the maps whenever something changed.
 */

#include "bc-window.h"
#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-settings.h"
#include "bc-start-page.h"

G_DEFINE_FINAL_TYPE (BcWindow, bc_window, ADW_TYPE_APPLICATION_WINDOW)

static BcVisit *
get_visit (BcWindow *self)
{
  return self->document != NULL ? bc_document_get_visit (self->document) : NULL;
}

/* --- findings --- */

static void
show_selected_map (BcWindow *self)
{
  const BcFinding *finding = bc_findings_panel_get_selected (BC_FINDINGS_PANEL (self->findings_panel));
  double tint[BC_N_REGIONS + 1] = { 0 };
  g_autofree char *name = NULL;

  if (finding == NULL || !self->show_findings)
    {
      bc_canvas_set_overlay (BC_CANVAS (self->canvas), NULL, NULL);
      return;
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    tint[region] = bc_pattern_get_probability (finding->pattern, finding->side, (BcRegion) region);
  name = bc_finding_dup_name (finding);
  bc_canvas_set_overlay (BC_CANVAS (self->canvas), tint, name);
}

static void
show_findings (BcWindow *self)
{
  const BcFindings *shown = self->show_findings ? self->findings : NULL;
  gboolean warn_quietly = !self->show_findings && self->findings != NULL && self->findings->red_flags->len > 0;

  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (self->findings_panel), shown);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (self->questions_panel), shown);
  bc_red_flag_bar_set_flags (BC_RED_FLAG_BAR (self->red_flags), shown != NULL ? shown->red_flags : NULL);
  /* While the patient looks on, the clinician still sees that there is something to look at. */
  gtk_button_set_icon_name (GTK_BUTTON (self->findings_switch),
                            warn_quietly           ? "dialog-warning-symbolic"
                            : self->show_findings ? "view-reveal-symbolic"
                                                  : "view-conceal-symbolic");
  show_selected_map (self);
}

static void
match_now (BcWindow *self)
{
  g_autoptr(BcEvidence) evidence = NULL;
  BcFindings *old = g_steal_pointer (&self->findings);

  if (self->document != NULL)
    {
      evidence = bc_evidence_from_visit (bc_document_get_chart (self->document), get_visit (self));
      self->findings = bc_match (evidence, bc_maps_get_default ());
    }
  show_findings (self);
  /* The panels spoke of the old ones until just now. */
  g_clear_pointer (&old, bc_findings_free);
}

static gboolean
match_idle_cb (gpointer data)
{
  BcWindow *self = data;
  gboolean had_findings = self->findings != NULL && self->findings->findings->len > 0;

  self->match_source = 0;
  match_now (self);
  /* A new patient starts on the panel for the name; with the first mark the findings come without being asked for. */
  if (!had_findings && self->show_findings && self->findings != NULL && self->findings->findings->len > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->panels), "findings");
  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn, so that findings follow a click at once, but once for a burst of changes. */
static void
queue_match (BcWindow *self)
{
  if (self->match_source == 0)
    self->match_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, match_idle_cb, self, NULL);
}

void
_bc_window_set_show_findings (BcWindow *self,
                              gboolean  show)
{
  self->show_findings = show;
  if (!show)
    bc_findings_panel_unselect (BC_FINDINGS_PANEL (self->findings_panel));
  show_findings (self);
}

/* --- title and status --- */

void
_bc_window_update_title (BcWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (self->document == NULL)
    {
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Bodychart"));
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), "");
      gtk_window_set_title (GTK_WINDOW (self), _("Bodychart"));
      return;
    }
  title = bc_document_dup_title (self->document);
  date = bc_date_dup_display (bc_visit_get_date (get_visit (self)));
  if (bc_document_is_modified (self->document))
    /* Translators: %s is the date of the visit; the chart has changes that are not saved */
    subtitle = g_strdup_printf (_("%s · not saved"), date);
  else
    subtitle = g_strdup (date);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Another symptom begins where it sits, whatever was drawn last. */
static void
symptom_changed_cb (BcWindow *self)
{
  BcVisit *visit = get_visit (self);
  BcSymptom *symptom;
  int number = 0;
  int tool = 0;

  g_object_get (self->canvas, "symptom-number", &number, "tool", &tool, NULL);
  symptom = visit != NULL && number > 0 ? bc_visit_get_symptom (visit, number) : NULL;
  if (symptom != NULL && tool == BC_TOOL_RADIATION
      && g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))) == 0)
    g_object_set (self->canvas, "tool", (int) BC_TOOL_SITE, NULL);
}

static void
hover_cb (BcCanvas *canvas,
          guint     region,
          BcWindow *self)
{
  g_autofree char *name = region != BC_REGION_NONE ? bc_region_dup_name ((BcRegion) region) : NULL;

  g_assert (BC_IS_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (self->status),
                       name != NULL ? name : _("Click where it hurts. Right and left are the patient's own."));
}

void
_bc_window_toast (BcWindow   *self,
                  const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* --- document --- */

static void
history_changed_cb (BcHistory *history,
                    BcWindow  *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_update_title (self);
  _bc_window_actions_update (self);
  queue_match (self);
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
  BcVisit *visit = document != NULL ? bc_document_get_visit (document) : NULL;

  g_return_if_fail (BC_IS_WINDOW (self));

  drop_history (self);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (self->findings_panel), NULL);
  g_clear_pointer (&self->findings, bc_findings_free);
  g_set_object (&self->document, document);

  bc_canvas_set_chart (BC_CANVAS (self->canvas), chart, visit);
  bc_symptom_strip_set_chart (BC_SYMPTOM_STRIP (self->strip), chart, visit);
  bc_findings_panel_set_chart (BC_FINDINGS_PANEL (self->findings_panel), chart, visit);
  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (self->questions_panel), chart, visit);
  bc_patient_panel_set_chart (BC_PATIENT_PANEL (self->patient_panel), chart, visit);
  if (chart != NULL)
    {
      BcHistory *history = bc_chart_get_history (chart);

      g_object_set (self->canvas, "symptom-number", first_symptom (visit), NULL);
      g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb), self, 0);
      g_signal_connect_object (history, "notify::modified", G_CALLBACK (modified_cb), self, 0);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), chart != NULL ? "chart" : "start");
  hover_cb (NULL, BC_REGION_NONE, self);
  match_now (self);
  _bc_window_update_title (self);
  _bc_window_actions_update (self);
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
bc_window_close_request (GtkWindow *window)
{
  BcWindow *self = BC_WINDOW (window);

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  if (!self->closing && self->document != NULL
      && (bc_document_is_modified (self->document) || bc_document_is_busy (self->document)))
    {
      _bc_window_ask_close (self);
      return GDK_EVENT_STOP;
    }
  remember (self);
  return GTK_WINDOW_CLASS (bc_window_parent_class)->close_request (window);
}

static void
bc_window_dispose (GObject *object)
{
  BcWindow *self = BC_WINDOW (object);

  g_clear_handle_id (&self->match_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  drop_history (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->loading);
  g_clear_object (&self->saving_to);
  gtk_widget_dispose_template (GTK_WIDGET (self), BC_TYPE_WINDOW);
  g_clear_pointer (&self->findings, bc_findings_free);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bc_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BcWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, start_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, red_flags);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, canvas_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, views_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, strip_box);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, status);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, findings_switch);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, panels);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, findings_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, questions_bin);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, patient_bin);
}

static void
bc_window_class_init (BcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bc_window_close_request;
  g_type_ensure (BC_TYPE_RED_FLAG_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bodychart/Bodychart/ui/bc-window.ui");
  bind_children (widget_class);
  _bc_window_class_actions_init (widget_class);
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
  g_object_bind_property (self->canvas, "symptom-number", self->strip, "symptom-number",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->canvas, "hover", G_CALLBACK (hover_cb), self, 0);
  g_signal_connect_object (self->canvas, "notify::symptom-number", G_CALLBACK (symptom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings_panel, "selected", G_CALLBACK (show_selected_map), self,
                           G_CONNECT_SWAPPED);
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
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
bc_window_init (BcWindow *self)
{
  g_autoptr(GtkBuilder) help = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  restore_settings (self);
  build_views (self);
  build_panels (self);
  recent_changed_cb (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  help = gtk_builder_new_from_resource ("/io/github/bodychart/Bodychart/ui/shortcuts.ui");
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (help, "shortcuts")));
  bc_window_set_document (self, NULL);
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
