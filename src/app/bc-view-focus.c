/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the keyboard reaches the regions of a view: one tab stop, then the arrow keys. */

#include "bc-view-widget-private.h"

#include <math.h>

/* How much nearer a region counts that shares a border. */
#define NEIGHBOUR_BONUS 0.7

/* Where a place lies as seen along an arrow: ahead of it, and beside it. */
static void
turn (double            dx,
      double            dy,
      GtkDirectionType  direction,
      double           *ahead,
      double           *beside)
{
  gboolean across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  gboolean back = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;

  *ahead = (across ? dx : dy) * (back ? -1 : 1);
  *beside = fabs (across ? dy : dx);
}

/*
 * How far a region is for an arrow key: infinitely, unless it lies in the quarter of the plane that the arrow points
 * to; and a neighbour that only lies somewhere ahead comes after all of those. Distance is |dx| + |dy|, because with
 * it every step into the quarter where a region lies comes closer to that region, so that each can be reached from
 * each; among much the same distances a region that shares a border on the skin is preferred.
 */
static double
arrow_distance (const BcView     *view,
                BcRegion          from,
                BcRegion          to,
                GtkDirectionType  direction)
{
  gboolean adjacent = bc_atlas_is_adjacent (bc_view_get_figure (view), from, to);
  double from_x;
  double from_y;
  double to_x;
  double to_y;
  double ahead;
  double beside;
  double width;
  double distance;

  bc_view_get_anchor (view, from, &from_x, &from_y);
  bc_view_get_anchor (view, to, &to_x, &to_y);
  turn (to_x - from_x, to_y - from_y, direction, &ahead, &beside);
  width = bc_view_get_box (view).width + bc_view_get_box (view).height;
  distance = ahead + beside;
  if (ahead <= 0 || (beside > ahead && !adjacent))
    return G_MAXDOUBLE;
  if (beside > ahead)
    return width + distance;
  return adjacent ? distance * NEIGHBOUR_BONUS : distance;
}

/**
 * bc_view_widget_neighbour:
 * @region: a region of the view
 * @direction: left, right, up or down on the screen
 *
 * Finds where an arrow key leads: the nearest region in the quarter of the plane that it points to, by preference one
 * that shares a border; else a region ahead that shares a border.
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

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), BC_REGION_NONE);
  g_return_val_if_fail (bc_view_has_region (self->view, region), BC_REGION_NONE);
  g_return_val_if_fail (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD, BC_REGION_NONE);

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      double distance;

      if (self->regions[i] == NULL || i == region)
        continue;
      distance = arrow_distance (self->view, region, (BcRegion) i, direction);
      if (distance < least)
        {
          least = distance;
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
