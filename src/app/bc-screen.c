/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-screen.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

/**
 * bc_screen_get_scheme:
 *
 * Returns: the surroundings that the figure is painted for: light or dark, as desktop and user chose
 */
BcScheme
bc_screen_get_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? BC_SCHEME_HIGH_CONTRAST_DARK : BC_SCHEME_HIGH_CONTRAST;
  return dark ? BC_SCHEME_DARK : BC_SCHEME_LIGHT;
}

/**
 * bc_screen_connect:
 * @callback: `void callback (GtkWidget *widget)`
 *
 * Calls @callback whenever bc_screen_get_scheme() may have changed, as long as @widget lives.
 */
void
bc_screen_connect (GtkWidget *widget,
                   GCallback  callback)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", callback, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, widget, G_CONNECT_SWAPPED);
}

/**
 * bc_screen_get_text_size:
 *
 * Returns: the size of @widget's font in pixels, so that what is painted grows with the user's text setting
 */
double
bc_screen_get_text_size (GtkWidget *widget)
{
  PangoContext *pango;
  const PangoFontDescription *font;
  double size;
  double dpi;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 13);

  pango = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (pango);
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  dpi = pango_cairo_context_get_resolution (pango);
  return size * (dpi > 0 ? dpi : 96) / 72;
}

/**
 * bc_screen_get_visible_box:
 *
 * Returns: the part of @widget that no scrolling ancestor and no edge of the window cuts off, in pixels of @widget;
 *   without width or height where nothing of it is in sight
 */
BcBox
bc_screen_get_visible_box (GtkWidget *widget)
{
  BcBox box = { 0 };
  double right;
  double bottom;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), box);

  right = gtk_widget_get_width (widget);
  bottom = gtk_widget_get_height (widget);
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_overflow (at) != GTK_OVERFLOW_HIDDEN && !GTK_IS_ROOT (at))
        continue;
      if (!gtk_widget_compute_bounds (at, widget, &bounds))
        continue;
      box.x = MAX (box.x, (double) bounds.origin.x);
      box.y = MAX (box.y, (double) bounds.origin.y);
      right = MIN (right, (double) (bounds.origin.x + bounds.size.width));
      bottom = MIN (bottom, (double) (bounds.origin.y + bounds.size.height));
    }
  box.width = MAX (right - box.x, 0);
  box.height = MAX (bottom - box.y, 0);
  return box;
}
