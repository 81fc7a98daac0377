/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the keyboard reaches the regions of a view: one tab stop, then the arrow keys. */

#include "bc-view-widget-private.h"

#include <math.h>

static gboolean
is_in_direction (double           dx,
                 double           dy,
                 GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return dx < 0 && fabs (dy) <= -dx;
    case GTK_DIR_RIGHT:
      return dx > 0 && fabs (dy) <= dx;
    case GTK_DIR_UP:
      return dy < 0 && fabs (dx) < -dy;
    case GTK_DIR_DOWN:
      return dy > 0 && fabs (dx) < dy;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

/**
 * bc_view_widget_neighbour:
 * @region: a region of the view
 * @direction: left, right, up or down on the screen
 *
 * Finds where an arrow key leads: the nearest region in the quarter of the plane that it points to. Distance is
 * |dx| + |dy|, because with it every step into the quarter where a region lies comes closer to that region, so
 * that each region can be reached from each.
 *
 * Returns: the region, %BC_REGION_NONE at the edge
 */
BcRegion
bc_view_widget_neighbour (BcViewWidget     *self,
                          BcRegion          region,
                          GtkDirectionType  direction)
{
  BcRegion best = BC_REGION_NONE;
  double least = G_MAXDOUBLE;
  double x;
  double y;

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), BC_REGION_NONE);
  g_return_val_if_fail (bc_view_has_region (self->view, region), BC_REGION_NONE);

  bc_view_get_anchor (self->view, region, &x, &y);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      double dx;
      double dy;

      if (self->regions[i] == NULL || i == region)
        continue;
      bc_view_get_anchor (self->view, (BcRegion) i, &dx, &dy);
      dx -= x;
      dy -= y;
      if (is_in_direction (dx, dy, direction) && fabs (dx) + fabs (dy) < least)
        {
          least = fabs (dx) + fabs (dy);
          best = (BcRegion) i;
        }
    }
  return best;
}

static GtkWidget *
last_or_first (BcViewWidget *self)
{
  if (self->last_focus != BC_REGION_NONE)
    return self->regions[self->last_focus];
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

/* The view is one tab stop; arrow keys go from region to region. */
gboolean
bc_view_widget_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  BcViewWidget *self = BC_VIEW_WIDGET (widget);
  GtkWidget *now = gtk_widget_get_focus_child (widget);
  BcRegion next;

  if (now == NULL)
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  next = bc_view_widget_neighbour (self, bc_region_widget_get_region (BC_REGION_WIDGET (now)), direction);
  return next != BC_REGION_NONE && gtk_widget_grab_focus (self->regions[next]);
}

gboolean
bc_view_widget_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = last_or_first (BC_VIEW_WIDGET (widget));

  return child != NULL && gtk_widget_grab_focus (child);
}

/* The ring is drawn only while GTK shows the focus, that is, after a key and not after a click. */
void
bc_view_widget_region_state_cb (BcViewWidget  *self,
                                GtkStateFlags  before,
                                GtkWidget     *region)
{
  GtkStateFlags now = gtk_widget_get_state_flags (region);
  BcRegion number = bc_region_widget_get_region (BC_REGION_WIDGET (region));

  g_assert (BC_IS_VIEW_WIDGET (self));

  if (((before ^ now) & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0)
    return;
  if ((now & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    self->focused = number;
  else if (self->focused == number)
    self->focused = BC_REGION_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bc_view_widget_emit_hover (self, self->focused);
}
