/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "bc-i18n.h"
#include "bc-resources.h"

#include <adwaita.h>

/* The sizes of the program's own style, without its application. */
static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, BC_RESOURCE_PREFIX "/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/*
 * GTK 4.8 asks where the pointer is over the surface of a tooltip that it was about to show, and what is there, although
 * the window has gone meanwhile; a test that closes windows quickly meets that now and then. Nothing else is forgiven.
 */
static gboolean
is_late_tooltip (const char *message)
{
  static const char *const late[] = {
    "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)' failed",
    "_gtk_widget_find_at_coords: assertion 'GDK_IS_SURFACE (surface)' failed",
    NULL
  };

  return g_strv_contains (late, message);
}

static gboolean
is_fatal (const char     *domain,
          GLogLevelFlags  level,
          const char     *message,
          gpointer        data)
{
  return !is_late_tooltip (message);
}

static void
log_of_gtk (const char     *domain,
            GLogLevelFlags  level,
            const char     *message,
            gpointer        data)
{
  if (!is_late_tooltip (message))
    {
      g_log_default_handler (domain, level, message, NULL);
      return;
    }
  g_test_message ("forgiven: %s", message);
  g_test_log_set_fatal_handler (is_fatal, NULL); /* GLib forgets it with each test, and asks it after this */
}

void
ui_init (int    *argc,
         char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, log_of_gtk, NULL);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, log_of_gtk, NULL);
  adw_init ();
  bc_i18n_init ();
  bc_resources_init ();
  load_style ();
}

BcChart *
ui_chart_new (BcFigureId figure)
{
  BcChart *chart = bc_chart_new ();

  g_object_set (chart, "figure", (int) figure, NULL);
  bc_chart_add_visit (chart, "2026-05-12");
  return chart;
}

GtkWidget *
ui_window_show (GtkWidget *child,
                int        width,
                int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
ui_window_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

GtkWidget *
ui_find_named (GtkWidget  *root,
               GType       type,
               const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        {
          g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);

          if (other == NULL)
            return child;
        }
      found = ui_find_named (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
ui_controller (GtkWidget *widget,
               GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

cairo_surface_t *
ui_picture (GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

gboolean
ui_same_picture (cairo_surface_t *one,
                 cairo_surface_t *two)
{
  gsize size = (gsize) cairo_image_surface_get_stride (one) * (gsize) cairo_image_surface_get_height (one);

  g_assert_cmpint (cairo_image_surface_get_width (one), ==, cairo_image_surface_get_width (two));
  g_assert_cmpint (cairo_image_surface_get_height (one), ==, cairo_image_surface_get_height (two));
  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (two), size) == 0;
}

BcRegionWidget *
ui_region (BcCanvas   *canvas,
           BcViewId    view,
           const char *id)
{
  BcRegionWidget *region = bc_view_widget_get_region (BC_VIEW_WIDGET (bc_canvas_get_view_widget (canvas, view)),
                                                      bc_region_from_id (id));

  g_assert_nonnull (region);
  return region;
}

void
ui_assert_checked (BcRegionWidget *region,
                   gboolean        checked)
{
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_STATE_CHECKED,
                                    checked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE);
}
