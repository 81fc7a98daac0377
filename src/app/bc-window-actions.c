/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The actions of the window: what menus, buttons, keys and assistive technology can ask for, and when it can be done.
 * Those of a subject of their own are beside it: bc-window-actions-chart.c and so on.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"

static BcHistory *
get_history (GtkWidget *widget)
{
  BcWindow *self = BC_WINDOW (widget);

  return self->document != NULL ? bc_chart_get_history (bc_document_get_chart (self->document)) : NULL;
}

/* Nothing is changed out of sight: where the step is in another visit, that one is shown first. Gives whether it was. */
static gboolean
go_to_step (BcWindow *self,
            BcVisit  *visit)
{
  if (visit == NULL || visit == bc_document_get_visit (self->document))
    return FALSE;
  _bc_window_show_visit (self, visit);
  return TRUE;
}

/* What is typed has no name of its own. */
static const char *
name_step (const char *label)
{
  return label != NULL ? label : C_("step", "Typing");
}

/* Tells what was taken back or done again; where it was elsewhere, in a way that cannot be overlooked. */
static void
tell_step (BcWindow   *self,
           const char *text,
           gboolean    went)
{
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  if (!went)
    {
      _bc_window_say (self, text);
      return;
    }
  date = bc_date_dup_display (bc_visit_get_date (bc_document_get_visit (self->document)));
  /* Translators: 1: day of a visit that was not shown before; 2: as in "Undone: Mark a region" */
  words = g_strdup_printf (_("Visit of %1$s. %2$s"), date, text);
  _bc_window_say (self, words);
  _bc_window_toast (self, words);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  BcHistory *history = get_history (widget);
  guint64 drawings[BC_N_DRAWINGS];
  g_autofree char *text = NULL;
  gboolean went;

  /* The last thing done is the stroke that is still being drawn. */
  if (bc_canvas_give_up (BC_CANVAS (self->canvas)))
    return;
  if (history == NULL)
    return;
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel)); /* what is written there was done last */
  if (!bc_history_can_undo (history))
    return;
  went = go_to_step (self, bc_chart_find_undo_visit (bc_document_get_chart (self->document)));
  /* Translators: %s is what was taken back, as in "Undone: Mark a region" */
  text = g_strdup_printf (_("Undone: %s"), name_step (bc_history_get_undo_label (history)));
  _bc_window_note_drawings (self, drawings);
  bc_history_undo (history);
  _bc_window_follow_drawings (self, drawings, &text);
  tell_step (self, text, went);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  BcHistory *history = get_history (widget);
  guint64 drawings[BC_N_DRAWINGS];
  g_autofree char *text = NULL;
  gboolean went;

  if (history == NULL)
    return;
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  if (!bc_history_can_redo (history))
    return;
  went = go_to_step (self, bc_chart_find_redo_visit (bc_document_get_chart (self->document)));
  /* Translators: %s is what was done again, as in "Redone: Mark a region" */
  text = g_strdup_printf (_("Redone: %s"), name_step (bc_history_get_redo_label (history)));
  _bc_window_note_drawings (self, drawings);
  bc_history_redo (history);
  _bc_window_follow_drawings (self, drawings, &text);
  tell_step (self, text, went);
}

static void
compare_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _bc_window_compare (BC_WINDOW (widget), 0, 0);
}

static void
compare_visits_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  guint before;
  guint after;

  g_variant_get (parameter, "(uu)", &before, &after);
  _bc_window_compare (BC_WINDOW (widget), before, after);
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

/*
 * Greys out what cannot be done now, or not be seen beside the map browser. The first call also adds the actions that
 * need the instance.
 */
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
    _bc_window_add_state_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (with_chart); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_chart[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (with_figure); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_figure[i], open && !browsing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", open || browsing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare", _bc_window_can_compare (self));
  gtk_widget_set_sensitive (self->find_button, open);
  gtk_widget_set_sensitive (self->visits_button, open);
  _bc_window_update_signing (self);
  _bc_window_update_drawing (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 history != NULL && !browsing && bc_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 history != NULL && !browsing && bc_history_can_redo (history));
}

static const BcWindowAction general_actions[] = {
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.compare", NULL, compare_cb },
  { "win.compare-visits", "(uu)", compare_visits_cb },
  { "win.escape", NULL, escape_cb },
  { "win.panel", "s", panel_cb },
};

void
_bc_window_install_actions (GtkWidgetClass       *klass,
                            const BcWindowAction *actions,
                            guint                 n_actions)
{
  for (guint i = 0; i < n_actions; i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter_type, actions[i].activate);
}

void
_bc_window_class_actions_init (GtkWidgetClass *klass)
{
  _bc_window_install_actions (klass, general_actions, G_N_ELEMENTS (general_actions));
  _bc_window_class_chart_actions_init (klass);
  _bc_window_class_figure_actions_init (klass);
  /* Not a key of the application, which would come before a popover's own. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.escape", NULL);
}
