/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How pointer and touch reach the regions of a view. */

#include "bc-view-widget-private.h"

#include <math.h>

/* A press that stays within this many pixels is a click, whatever the hand trembles. */
#define CLICK_SLACK 8
/* A quick drag skips pixels; it is filled in at this distance, below the width of the smallest toe on screen. */
#define SWEEP_STEP 3

static BcRegion
region_at (BcViewWidget *self,
           double        x,
           double        y)
{
  bc_viewport_to_body (&self->viewport, &x, &y);
  return bc_view_region_at (self->view, x, y);
}

static void
set_hovered (BcViewWidget *self,
             BcRegion      region)
{
  if (self->hovered == region)
    return;
  self->hovered = region;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bc_view_widget_emit_hover (self, region);
}

static void
motion_cb (BcViewWidget *self,
           double        x,
           double        y)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  set_hovered (self, region_at (self, x, y));
}

static void
leave_cb (BcViewWidget *self)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  set_hovered (self, BC_REGION_NONE);
}

static void
sweep_over (BcViewWidget *self,
            BcRegion      region)
{
  if (region == BC_REGION_NONE)
    return;
  for (guint i = 0; i < self->swept->len; i++)
    if (g_array_index (self->swept, BcRegion, i) == region)
      return;
  g_array_append_val (self->swept, region);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (BcViewWidget *self,
               double        x,
               double        y)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_cancel (self);
  self->pressed = region_at (self, x, y);
  self->start_x = self->swept_x = x;
  self->start_y = self->swept_y = y;
  if (self->pressed != BC_REGION_NONE)
    gtk_widget_grab_focus (self->regions[self->pressed]);
}

static void
drag_update_cb (BcViewWidget   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double x = self->start_x + dx;
  double y = self->start_y + dy;
  double length;
  int n_steps;

  g_assert (BC_IS_VIEW_WIDGET (self));

  if (self->pressed == BC_REGION_NONE)
    return;
  if (self->swept == NULL)
    {
      BcRegion region = region_at (self, x, y);

      /* Claimed only now: a tap, and a swipe that scrolls, must stay possible. */
      if (hypot (dx, dy) <= CLICK_SLACK || region == BC_REGION_NONE || region == self->pressed)
        return;
      self->swept = g_array_new (FALSE, FALSE, sizeof (BcRegion));
      sweep_over (self, self->pressed);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  length = hypot (x - self->swept_x, y - self->swept_y);
  n_steps = 1 + (int) (length / SWEEP_STEP);
  for (int i = 1; i <= n_steps; i++)
    sweep_over (self, region_at (self, self->swept_x + (x - self->swept_x) * i / n_steps,
                                 self->swept_y + (y - self->swept_y) * i / n_steps));
  self->swept_x = x;
  self->swept_y = y;
}

static void
drag_end_cb (BcViewWidget   *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  g_autoptr(GArray) swept = g_steal_pointer (&self->swept);
  BcRegion pressed = self->pressed;
  GdkModifierType state;
  BcRegionAct act = BC_REGION_ACT_TOGGLE;

  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_cancel (self);
  if (pressed == BC_REGION_NONE)
    return;
  if (swept != NULL)
    {
      bc_view_widget_emit_painted (self, swept);
      return;
    }
  /* Let go elsewhere: the user thought better of it. */
  if (hypot (dx, dy) > CLICK_SLACK && region_at (self, self->start_x + dx, self->start_y + dy) != pressed)
    return;
  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if ((state & GDK_CONTROL_MASK) != 0)
    act = BC_REGION_ACT_BOTH;
  else if ((state & GDK_SHIFT_MASK) != 0)
    act = BC_REGION_ACT_SPREAD;
  bc_view_widget_emit_act (self, pressed, act);
}

static void
open_menu (BcViewWidget *self,
           double        x,
           double        y)
{
  BcRegion region = region_at (self, x, y);

  bc_view_widget_cancel (self);
  if (region != BC_REGION_NONE)
    bc_view_widget_emit_act (self, region, BC_REGION_ACT_MENU);
}

static void
long_press_cb (BcViewWidget        *self,
               double               x,
               double               y,
               GtkGestureLongPress *gesture)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
secondary_pressed_cb (BcViewWidget    *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* Adds what listens to pointer and touch. */
void
bc_view_widget_add_gestures (BcViewWidget *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (bc_view_widget_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  /* By touch only: a mouse has its other button, and may rest pressed while its user thinks. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));
}

/**
 * bc_view_widget_cancel:
 *
 * Ends a press or a drag without marking anything, as when a second finger comes down to zoom.
 */
void
bc_view_widget_cancel (BcViewWidget *self)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  self->pressed = BC_REGION_NONE;
  g_clear_pointer (&self->swept, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
