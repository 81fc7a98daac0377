/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How large the board is and which part of it shows: zooming and scrolling.
 */

#include "bc-board-private.h"

#include <math.h>

/* How much of the surroundings shows when a region is scrolled into sight, in pixels. */
#define REVEAL_MARGIN 24

double
bc_board_get_scrolled (BcBoard        *self,
                       GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The page is the widget's size; what lies on it is that size times the zoom. */
void
bc_board_set_scrolled (BcBoard        *self,
                       GtkOrientation  orientation,
                       double          value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double page = gtk_widget_get_size (GTK_WIDGET (self), orientation);

  if (adjustment == NULL)
    return;
  self->placing = TRUE;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, page * (self->zoom - 1)), 0, page * self->zoom,
                            page * 0.1, page * 0.9, page);
  self->placing = FALSE;
}

static void
scrolled_cb (BcBoard *self)
{
  g_assert (BC_IS_BOARD (self));

  if (!self->placing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
bc_board_set_adjustment (BcBoard        *self,
                         GtkOrientation  orientation,
                         GtkAdjustment  *adjustment)
{
  GtkAdjustment **mine = &self->adjustments[orientation];

  if (*mine == adjustment)
    return;
  if (*mine != NULL)
    g_signal_handlers_disconnect_by_func (*mine, scrolled_cb, self);
  g_set_object (mine, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  bc_board_set_scrolled (self, orientation, gtk_adjustment_get_value (adjustment));
}

/**
 * bc_board_get_zoom:
 *
 * Returns: how much larger everything is than fits, 1 to %BC_BOARD_MAX_ZOOM
 */
double
bc_board_get_zoom (BcBoard *self)
{
  g_return_val_if_fail (BC_IS_BOARD (self), 1);

  return self->zoom;
}

/* Which view lies at a point of all that is on the board, or -1. */
static int
find_view (BcBoard *self,
           double   x,
           double   y)
{
  for (int i = 0; i < BC_N_VIEWS; i++)
    {
      const BcBox *place = &self->places[i];

      if (self->views[i] != NULL && x >= place->x * self->zoom && x < (place->x + place->width) * self->zoom
          && y >= place->y * self->zoom && y < (place->y + place->height) * self->zoom)
        return i;
    }
  return -1;
}

/*
 * Where a point of all that is on the board comes to lie at another zoom. It is the body under it that has to stay:
 * the names above the figures do not grow, so what is below them grows more than the board does.
 */
static void
follow (BcBoard *self,
        double   zoom,
        double  *x,
        double  *y)
{
  int view = find_view (self, *x, *y);
  const BcBox *place = view >= 0 ? &self->places[view] : NULL;
  BcViewport now;
  BcViewport then;

  if (place == NULL)
    {
      *x *= zoom / self->zoom;
      *y *= zoom / self->zoom;
      return;
    }
  now = bc_view_widget_fit (BC_VIEW_WIDGET (self->views[view]), place->width * self->zoom, place->height * self->zoom);
  then = bc_view_widget_fit (BC_VIEW_WIDGET (self->views[view]), place->width * zoom, place->height * zoom);
  *x -= place->x * self->zoom;
  *y -= place->y * self->zoom;
  bc_viewport_to_body (&now, x, y);
  bc_viewport_to_target (&then, x, y);
  *x += place->x * zoom;
  *y += place->y * zoom;
}

/**
 * bc_board_zoom_at:
 * @zoom: 1 fits; values beyond the limits are drawn in
 * @x: the point that stays where it is, in pixels of the board
 * @y: the same
 *
 * Zooms.
 */
void
bc_board_zoom_at (BcBoard *self,
                  double   zoom,
                  double   x,
                  double   y)
{
  double at_x = x + bc_board_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
  double at_y = y + bc_board_get_scrolled (self, GTK_ORIENTATION_VERTICAL);

  g_return_if_fail (BC_IS_BOARD (self));

  zoom = CLAMP (zoom, 1, BC_BOARD_MAX_ZOOM);
  if (zoom < 1.02) /* so that zooming out step by step ends exactly where it fits */
    zoom = 1;
  if (fabs (zoom - self->zoom) < 1e-6)
    return;
  follow (self, zoom, &at_x, &at_y);
  self->zoom = zoom;
  bc_board_set_scrolled (self, GTK_ORIENTATION_HORIZONTAL, at_x - x);
  bc_board_set_scrolled (self, GTK_ORIENTATION_VERTICAL, at_y - y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * bc_board_zoom_by:
 * @factor: above 1 enlarges
 *
 * Zooms about the middle.
 */
void
bc_board_zoom_by (BcBoard *self,
                  double   factor)
{
  g_return_if_fail (BC_IS_BOARD (self));

  bc_board_zoom_at (self, self->zoom * factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                    gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * bc_board_pan_by:
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * Moves what lies on the board with the pointer, as far as it goes.
 */
void
bc_board_pan_by (BcBoard *self,
                 double   dx,
                 double   dy)
{
  g_return_if_fail (BC_IS_BOARD (self));

  bc_board_set_scrolled (self, GTK_ORIENTATION_HORIZONTAL,
                         bc_board_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL) - dx);
  bc_board_set_scrolled (self, GTK_ORIENTATION_VERTICAL,
                         bc_board_get_scrolled (self, GTK_ORIENTATION_VERTICAL) - dy);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * bc_board_reveal:
 * @widget: something on the board
 *
 * Scrolls until @widget can be seen.
 */
void
bc_board_reveal (BcBoard   *self,
                 GtkWidget *widget)
{
  graphene_rect_t box;

  g_return_if_fail (BC_IS_BOARD (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self->zoom <= 1 || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &box))
    return;
  for (guint i = 0; i < 2; i++)
    {
      double value = bc_board_get_scrolled (self, (GtkOrientation) i);
      double start = value - REVEAL_MARGIN + (double) (i == 0 ? box.origin.x : box.origin.y);
      double size = 2 * REVEAL_MARGIN + (double) (i == 0 ? box.size.width : box.size.height);

      if (self->adjustments[i] != NULL)
        gtk_adjustment_clamp_page (self->adjustments[i], start, start + size);
    }
}
