/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-browser.h"

#include "bc-i18n.h"
#include "bc-map-list.h"
#include "bc-map-page.h"

#include <adwaita.h>

#define LIST_WIDTH 320

struct _BcMapBrowser
{
  GtkWidget parent_instance;

  GtkWidget *leaflet;
  GtkWidget *list_box;
  GtkWidget *page_box;
  GtkWidget *list;
  GtkWidget *page;
  GtkWidget *page_back; /* to the list, where that is not beside it */
};

G_DEFINE_FINAL_TYPE (BcMapBrowser, bc_map_browser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  SIGNAL_SHOW,
  SIGNAL_EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The side that a map is first shown with: the right, as everywhere where none is asked for. */
static BcSide
first_side (const BcPattern *pattern)
{
  return bc_pattern_has_sides (pattern) && pattern->bilateral != BC_BILATERAL_USUAL ? BC_SIDE_RIGHT : BC_SIDE_BOTH;
}

static void
selected_cb (BcMapBrowser    *self,
             const BcPattern *pattern)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  bc_map_page_set_map (BC_MAP_PAGE (self->page), pattern, first_side (pattern));
}

static void
activated_cb (BcMapBrowser    *self,
              const BcPattern *pattern)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  selected_cb (self, pattern);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->page_box);
}

static void
show_cb (BcMapBrowser    *self,
         const BcPattern *pattern,
         int              side)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  g_signal_emit (self, signals[SIGNAL_SHOW], 0, pattern, side);
}

static void
explain_cb (BcMapBrowser    *self,
            const BcPattern *pattern,
            int              side)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0, pattern, side);
}

static void
close_cb (BcMapBrowser *self)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
page_back_cb (BcMapBrowser *self)
{
  g_assert (BC_IS_MAP_BROWSER (self));

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->list_box);
}

/* --- life --- */

static void
bc_map_browser_dispose (GObject *object)
{
  BcMapBrowser *self = BC_MAP_BROWSER (object);

  g_clear_pointer (&self->leaflet, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_map_browser_parent_class)->dispose (object);
}

static void
bc_map_browser_class_init (BcMapBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_map_browser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapbrowser");

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_SHOW] = g_signal_new ("show-map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[SIGNAL_EXPLAIN] = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
}

static GtkWidget *
new_back (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_list_side (BcMapBrowser *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = new_back (_("Back (Escape)"));

  self->list_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = bc_map_list_new ();
  gtk_widget_set_vexpand (self->list, TRUE);
  g_signal_connect_object (back, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Maps"), NULL));
  g_object_bind_property (self->leaflet, "folded", header, "show-end-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_widget_set_size_request (self->list_box, LIST_WIDTH, -1);
  gtk_box_append (GTK_BOX (self->list_box), header);
  gtk_box_append (GTK_BOX (self->list_box), self->list);
  return self->list_box;
}

static GtkWidget *
new_page_side (BcMapBrowser *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->page_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->page = bc_map_page_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_widget_set_hexpand (self->page_box, TRUE);
  g_signal_connect_object (self->page, "show-map", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "explain", G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
  self->page_back = new_back (_("All maps (Escape)"));
  g_signal_connect_object (self->page_back, "clicked", G_CALLBACK (page_back_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->leaflet, "folded", self->page_back, "visible", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->page_back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", NULL));
  g_object_bind_property (self->leaflet, "folded", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->page_box), header);
  gtk_box_append (GTK_BOX (self->page_box), self->page);
  return self->page_box;
}

static void
bc_map_browser_init (BcMapBrowser *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->leaflet), TRUE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), new_list_side (self));
  adw_leaflet_page_set_navigatable (adw_leaflet_append (ADW_LEAFLET (self->leaflet), separator), FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), new_page_side (self));
  gtk_widget_set_parent (self->leaflet, GTK_WIDGET (self));
}

/**
 * bc_map_browser_new:
 *
 * Returns: (transfer floating): a browser of the default maps
 */
GtkWidget *
bc_map_browser_new (void)
{
  return g_object_new (BC_TYPE_MAP_BROWSER, NULL);
}

/**
 * bc_map_browser_open:
 * @pattern: (nullable): a map to show; %NULL leaves what was shown last
 * @side: of its source
 *
 * Gets ready to be shown. The keyboard goes to the search, or to the map that was asked for.
 */
void
bc_map_browser_open (BcMapBrowser    *self,
                     const BcPattern *pattern,
                     BcSide           side)
{
  g_return_if_fail (BC_IS_MAP_BROWSER (self));

  if (pattern == NULL)
    {
      adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->list_box);
      bc_map_list_search (BC_MAP_LIST (self->list));
      return;
    }
  bc_map_page_set_map (BC_MAP_PAGE (self->page), pattern, side);
  bc_map_list_select (BC_MAP_LIST (self->list), pattern);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->page_box);
}

/**
 * bc_map_browser_set_chart:
 * @has_chart: whether a chart is open, on which a map can be shown
 * @figure: on which maps are pictured
 */
void
bc_map_browser_set_chart (BcMapBrowser *self,
                          gboolean      has_chart,
                          BcFigureId    figure)
{
  g_return_if_fail (BC_IS_MAP_BROWSER (self));

  bc_map_page_set_chart (BC_MAP_PAGE (self->page), has_chart);
  bc_map_page_set_figure (BC_MAP_PAGE (self->page), figure);
}

/**
 * bc_map_browser_search:
 *
 * Lets a person type what to find.
 */
void
bc_map_browser_search (BcMapBrowser *self)
{
  g_return_if_fail (BC_IS_MAP_BROWSER (self));

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->list_box);
  bc_map_list_search (BC_MAP_LIST (self->list));
}

/**
 * bc_map_browser_back:
 *
 * What Escape does: gives up the search, else goes from the page to the list where one covers the other, else closes.
 */
void
bc_map_browser_back (BcMapBrowser *self)
{
  g_return_if_fail (BC_IS_MAP_BROWSER (self));

  if (adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet))
      && adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) == self->page_box)
    page_back_cb (self);
  else if (!bc_map_list_clear (BC_MAP_LIST (self->list)))
    close_cb (self);
}
