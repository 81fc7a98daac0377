/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The map browser as a page of the window. It is made when it is first asked for, and it is not there while the
 * patient looks on.
 */

#include "bc-window-private.h"

#include "bc-map-browser.h"

/**
 * _bc_window_is_browsing:
 *
 * Returns: whether another page, of the browser or of a comparison, is shown in place of chart or start page
 */
gboolean
_bc_window_is_browsing (BcWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "main") != 0;
}

static gboolean
shows_maps (BcWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "maps") == 0;
}

/* Back to the chart, or to the start page, and with the keyboard to where it was there. */
void
_bc_window_leave_browser (BcWindow *self)
{
  GtkWidget *before = self->focus_before;

  if (!_bc_window_is_browsing (self))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "main");
  _bc_window_forget_comparison (self);
  _bc_window_actions_update (self);
  _bc_window_update_maps (self);
  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_before);
}

static void
show_map_cb (BcWindow        *self,
             const BcPattern *pattern,
             int              side)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_leave_browser (self);
  /* On a narrow window the side panel would lie over what was asked for. */
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  _bc_window_choose_map (self, BC_OVERLAY_MAP, pattern, (BcSide) side);
}

/* Asks the findings panel why a source fits the chart or not. */
void
_bc_window_ask_why (BcWindow        *self,
                    const BcPattern *pattern,
                    BcSide           side)
{
  if (!self->show_findings || self->document == NULL)
    return;
  _bc_window_leave_browser (self);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->panels), "findings");
  bc_findings_panel_ask_why (BC_FINDINGS_PANEL (self->findings_panel), pattern, side);
}

static void
explain_cb (BcWindow        *self,
            const BcPattern *pattern,
            int              side)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_ask_why (self, pattern, (BcSide) side);
}

static void
build (BcWindow *self)
{
  self->browser = bc_map_browser_new ();
  adw_bin_set_child (ADW_BIN (self->maps_bin), self->browser);
  g_signal_connect_object (self->browser, "closed", G_CALLBACK (_bc_window_leave_browser), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "show-map", G_CALLBACK (show_map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "explain", G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
}

/**
 * _bc_window_browse:
 * @pattern: (nullable): the map to open
 * @side: of its source
 *
 * Opens the browser; not while findings are hidden.
 */
void
_bc_window_browse (BcWindow        *self,
                   const BcPattern *pattern,
                   BcSide           side)
{
  BcFigureId figure = BC_FIGURE_ADULT_FEMALE;

  if (!self->show_findings)
    return;
  if (self->browser == NULL)
    build (self);
  if (self->document != NULL)
    figure = bc_chart_get_figure (bc_document_get_chart (self->document));
  if (!_bc_window_is_browsing (self))
    g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
  bc_map_browser_set_chart (BC_MAP_BROWSER (self->browser), self->document != NULL, figure);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "maps");
  bc_map_browser_open (BC_MAP_BROWSER (self->browser), pattern, side);
  _bc_window_actions_update (self);
  _bc_window_update_maps (self);
}

/* Opens the browser at a map by its id; for who knows no more. */
void
_bc_window_browse_id (BcWindow   *self,
                      const char *id,
                      BcSide      side)
{
  const BcPattern *pattern = bc_maps_lookup_pattern (bc_maps_get_default (), id);

  if (pattern != NULL)
    _bc_window_browse (self, pattern, side);
}

/* Escape in the browser or a comparison. Gives FALSE where neither is shown. */
gboolean
_bc_window_browser_back (BcWindow *self)
{
  if (!_bc_window_is_browsing (self))
    return FALSE;
  if (!shows_maps (self))
    _bc_window_leave_browser (self);
  else
    bc_map_browser_back (BC_MAP_BROWSER (self->browser));
  return TRUE;
}

/* The keyboard goes to the browser's search. Gives FALSE where it is not shown. */
gboolean
_bc_window_browser_search (BcWindow *self)
{
  if (!shows_maps (self))
    return FALSE;
  bc_map_browser_search (BC_MAP_BROWSER (self->browser));
  return TRUE;
}
