/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Actions of the window that have a state, as a tick in a menu shows it.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-settings.h"

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

static const GActionEntry actions[] = {
  { "view", NULL, "s", "'all'", change_view_cb },
  { "show-findings", NULL, NULL, "true", change_show_findings_cb },
  { "dermatomes", NULL, NULL, "false", change_dermatomes_cb },
  { "fullscreen", NULL, NULL, "false", change_fullscreen_cb },
};

/* They need the instance; once. */
void
_bc_window_add_state_actions (BcWindow *self)
{
  g_autoptr(GPropertyAction) panel = NULL;
  g_autoptr(GPropertyAction) visits = NULL;
  g_autoptr(GPropertyAction) large = NULL;
  GAction *action;

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
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
