/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Actions of the window on the figure: zoom, tool and symptom, and the maps that lie over it.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"

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

static const BcWindowAction actions[] = {
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
};

void
_bc_window_class_figure_actions_init (GtkWidgetClass *klass)
{
  _bc_window_install_actions (klass, actions, G_N_ELEMENTS (actions));
}
