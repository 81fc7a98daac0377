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

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcHistory *history = get_history (widget);
  guint64 drawings[BC_N_DRAWINGS];
  g_autofree char *text = NULL;

  /* The last thing done is the stroke that is still being drawn. */
  if (bc_canvas_give_up (BC_CANVAS (BC_WINDOW (widget)->canvas)))
    return;
  if (history == NULL || !bc_history_can_undo (history))
    return;
  /* Translators: %s is what was taken back, as in "Undone: Mark a region" */
  text = g_strdup_printf (_("Undone: %s"), bc_history_get_undo_label (history));
  _bc_window_note_drawings (BC_WINDOW (widget), drawings);
  bc_history_undo (history);
  _bc_window_follow_drawings (BC_WINDOW (widget), drawings, &text);
  _bc_window_say (BC_WINDOW (widget), text);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BcHistory *history = get_history (widget);
  guint64 drawings[BC_N_DRAWINGS];
  g_autofree char *text = NULL;

  if (history == NULL || !bc_history_can_redo (history))
    return;
  /* Translators: %s is what was done again, as in "Redone: Mark a region" */
  text = g_strdup_printf (_("Redone: %s"), bc_history_get_redo_label (history));
  _bc_window_note_drawings (BC_WINDOW (widget), drawings);
  bc_history_redo (history);
  _bc_window_follow_drawings (BC_WINDOW (widget), drawings, &text);
  _bc_window_say (BC_WINDOW (widget), text);
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
