/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a press and a drag on a view do: take regions, draw, rub out, or only count as a click. */

#include "bc-view-input.h"

#include "bc-marking.h"
#include "bc-target.h"
#include "bc-view-widget-private.h"

#include <math.h>

/* A quick drag skips pixels; it is filled in at this distance, below the width of the smallest toe on screen. */
#define SWEEP_STEP 3
/* Points of a stroke are further apart than this, in mm: finer is the tremor of the hand. */
#define DRAW_STEP 0.3
/* A finger is less exact than a mouse: how far it may wander before a press is no click, in pixels. */
#define TOUCH_SLACK 12

static BcTool
get_tool (BcViewWidget *self)
{
  return self->hand != NULL ? bc_hand_get_tool (self->hand) : BC_TOOL_SITE;
}

static void
sweep_one (BcViewWidget *self,
           BcRegion      region)
{
  for (guint i = 0; i < self->swept->len; i++)
    if (g_array_index (self->swept, BcRegion, i) == region)
      return;
  g_array_append_val (self->swept, region);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sweep_over (BcViewWidget *self,
            BcRegion      region)
{
  BcRegion regions[BC_TARGET_MOST];
  guint n_regions;

  if (region == BC_REGION_NONE)
    return;
  n_regions = bc_view_widget_get_target (self, region, regions);
  for (guint i = 0; i < n_regions; i++)
    sweep_one (self, regions[i]);
}

/* Adds a place of the drag to a line, in mm of the view. */
static void
add_point (BcViewWidget *self,
           GArray       *points,
           double        x,
           double        y,
           double        pressure)
{
  BcStrokePoint point;

  bc_viewport_to_body (&self->viewport, &x, &y);
  point = (BcStrokePoint) { (float) x, (float) y, (float) pressure };
  if (points->len > 0)
    {
      const BcStrokePoint *last = &g_array_index (points, BcStrokePoint, points->len - 1);

      if (hypot (last->x - point.x, last->y - point.y) < DRAW_STEP)
        return;
    }
  g_array_append_val (points, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Events that came too fast to be sent one by one: without them a quick curve has corners. */
static void
add_history (BcViewWidget *self,
             GArray       *points,
             GdkEvent     *event)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  g_autofree GdkTimeCoord *history = NULL;
  guint n_history = 0;
  double surface_x;
  double surface_y;

  if (event == NULL || native == NULL || gdk_event_get_event_type (event) != GDK_MOTION_NOTIFY) /* touch has none */
    return;
  history = gdk_event_get_history (event, &n_history);
  if (history == NULL)
    return;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  for (guint i = 0; i < n_history; i++)
    {
      const GdkTimeCoord *at = &history[i];
      double x;
      double y;

      if ((at->flags & GDK_AXIS_FLAG_X) == 0 || (at->flags & GDK_AXIS_FLAG_Y) == 0
          || !gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self),
                                                at->axes[GDK_AXIS_X] - surface_x, at->axes[GDK_AXIS_Y] - surface_y,
                                                &x, &y))
        continue;
      add_point (self, points, x, y,
                 (at->flags & GDK_AXIS_FLAG_PRESSURE) != 0 && bc_device_of_event (event) >= BC_DEVICE_PEN
                   ? bc_hand_pressure (at->axes[GDK_AXIS_PRESSURE]) : bc_pressure_of_event (event));
    }
}

static void
begin_trail (BcViewWidget *self,
             double        pressure)
{
  self->trail.points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  self->trail.pen = bc_hand_get_pen (self->hand);
  self->trail.width = bc_hand_get_width (self->hand);
  add_point (self, self->trail.points, self->start_x, self->start_y, pressure);
}

/* The eraser takes whole marks of regions where it begins on one and nothing is drawn there; else it rubs. */
static BcGrip
grip_of_eraser (BcViewWidget *self)
{
  double x = self->start_x;
  double y = self->start_y;
  BcPick pick;

  bc_viewport_to_body (&self->viewport, &x, &y);
  if (self->visit != NULL
      && bc_marking_pick (self->visit, BC_DRAWING_PATIENT, 0, self->view, x, y, self->hand->width / 2, self->pressed,
                          &pick) /* whoever shows the clinician's shows it as a visit of its own */
      && pick.stroke == NULL)
    return BC_GRIP_PRESS;
  return BC_GRIP_RUB;
}

static BcGrip
grip_of_tool (BcViewWidget *self)
{
  switch (get_tool (self))
    {
    case BC_TOOL_BRUSH:
    case BC_TOOL_RADIATION:
      return BC_GRIP_DRAW;
    case BC_TOOL_ERASE:
      return grip_of_eraser (self);
    case BC_TOOL_PICK:
      return BC_GRIP_TAP;
    case BC_TOOL_SITE:
    case BC_TOOL_CLEAR:
    default:
      return self->pressed != BC_REGION_NONE ? BC_GRIP_PRESS : BC_GRIP_NONE;
    }
}

static void
take_focus (BcViewWidget *self)
{
  GtkWidget *region = self->regions[self->pressed];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Who points needs no ring, which would lie over what is drawn; a key press brings it back. */
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
  gtk_widget_grab_focus (region != NULL ? region : GTK_WIDGET (self));
}

/* Nothing is begun that would come to nothing at its end; who pressed beside the body meant nothing. */
static void
refuse (BcViewWidget *self,
        GtkGesture   *gesture)
{
  gboolean meant = self->grip != BC_GRIP_NONE;

  bc_view_widget_cancel (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  if (meant)
    bc_view_widget_send_refused (self);
}

static void
drag_begin_cb (BcViewWidget   *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  BcDevice device = bc_device_of_event (event);

  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_cancel (self);
  if (self->hand != NULL && !bc_hand_accepts (self->hand, device, g_get_monotonic_time ()))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (self->hand != NULL)
    self->hand->device = device;
  self->start_x = self->swept_x = x;
  self->start_y = self->swept_y = y;
  self->pressed = bc_view_widget_hit (self, x, y);
  take_focus (self);
  self->grip = grip_of_tool (self);
  if (self->hand != NULL && self->hand->closed)
    {
      refuse (self, GTK_GESTURE (gesture));
      return;
    }
  bc_view_widget_light (self, self->pressed);
  if (self->grip == BC_GRIP_DRAW)
    begin_trail (self, bc_pressure_of_event (event));
  if (self->grip == BC_GRIP_RUB)
    {
      self->rubbed = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
      add_point (self, self->rubbed, x, y, 1);
    }
  /* Lines are claimed at once. Regions are not: a tap on them must stay possible. */
  if (self->grip == BC_GRIP_DRAW || self->grip == BC_GRIP_RUB)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static double
get_slack (BcViewWidget *self)
{
  return self->hand != NULL && self->hand->device == BC_DEVICE_TOUCH ? TOUCH_SLACK : BC_CLICK_SLACK;
}

/* Whether a line never left the place where it began; a loop that comes back to it did. */
static gboolean
is_dot (BcViewWidget *self,
        GArray       *points)
{
  const BcStrokePoint *first = &g_array_index (points, BcStrokePoint, 0);
  double slack = get_slack (self) / self->viewport.scale;

  for (guint i = 1; i < points->len; i++)
    {
      const BcStrokePoint *at = &g_array_index (points, BcStrokePoint, i);

      if (hypot (at->x - first->x, at->y - first->y) > slack)
        return FALSE;
    }
  return TRUE;
}

static void
begin_sweep (BcViewWidget *self,
             GtkGesture   *gesture)
{
  self->grip = BC_GRIP_SWEEP;
  g_clear_pointer (&self->swept, g_array_unref);
  self->swept = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  sweep_over (self, self->pressed);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
sweep_to (BcViewWidget *self,
          double        x,
          double        y)
{
  double length = hypot (x - self->swept_x, y - self->swept_y);
  int n_steps = 1 + (int) (length / SWEEP_STEP);

  for (int i = 1; i <= n_steps; i++)
    sweep_over (self, bc_view_widget_region_at (self, self->swept_x + (x - self->swept_x) * i / n_steps,
                                 self->swept_y + (y - self->swept_y) * i / n_steps));
  self->swept_x = x;
  self->swept_y = y;
}

static void
drag_update_cb (BcViewWidget   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  double x = self->start_x + dx;
  double y = self->start_y + dy;
  GArray *points;

  g_assert (BC_IS_VIEW_WIDGET (self));

  if (self->grip == BC_GRIP_PRESS && hypot (dx, dy) > get_slack (self))
    {
      BcRegion region = bc_view_widget_region_at (self, x, y);

      if (region != BC_REGION_NONE && region != self->pressed)
        begin_sweep (self, GTK_GESTURE (gesture));
    }
  if (self->grip == BC_GRIP_SWEEP)
    sweep_to (self, x, y);
  points = self->grip == BC_GRIP_DRAW ? self->trail.points : self->grip == BC_GRIP_RUB ? self->rubbed : NULL;
  if (points == NULL)
    return;
  add_history (self, points, event);
  add_point (self, points, x, y, bc_pressure_of_event (event));
  if (self->grip == BC_GRIP_RUB)
    bc_view_widget_send_rubbing (self);
}

static BcRegionAct
act_of_event (GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_CONTROL_MASK) != 0)
    return BC_REGION_ACT_BOTH;
  if ((state & GDK_SHIFT_MASK) != 0)
    return BC_REGION_ACT_SPREAD;
  return BC_REGION_ACT_TOGGLE;
}

/* Keys that follow use the tool itself, not the other end of the pen. */
static void
forget_device (BcViewWidget *self)
{
  if (self->hand != NULL)
    self->hand->device = BC_DEVICE_MOUSE;
}

static void
send_tap (BcViewWidget *self)
{
  double x = self->start_x;
  double y = self->start_y;

  bc_viewport_to_body (&self->viewport, &x, &y);
  bc_view_widget_send_tapped (self, x, y);
}

/* A press that ended about where it began. */
static void
end_click (BcViewWidget   *self,
           BcRegion        pressed,
           GArray         *dot,
           GtkGestureDrag *gesture)
{
  switch (get_tool (self))
    {
    case BC_TOOL_BRUSH:
      for (guint i = 1; i < dot->len; i++) /* as hard as it was pressed at most */
        g_array_index (dot, BcStrokePoint, 0).pressure = MAX (g_array_index (dot, BcStrokePoint, 0).pressure,
                                                              g_array_index (dot, BcStrokePoint, i).pressure);
      g_array_set_size (dot, 1);
      bc_view_widget_send_drawn (self, dot);
      break;
    case BC_TOOL_ERASE:
    case BC_TOOL_PICK:
      send_tap (self);
      break;
    case BC_TOOL_SITE:
    case BC_TOOL_RADIATION:
    case BC_TOOL_CLEAR:
    default:
      if (pressed != BC_REGION_NONE)
        bc_view_widget_emit_act (self, pressed, act_of_event (gesture));
    }
}

/* Let go within the region, however far the hand slipped, still means it; let go elsewhere does not. */
static gboolean
is_click (BcViewWidget *self,
          BcRegion      pressed,
          double        dx,
          double        dy)
{
  return hypot (dx, dy) <= get_slack (self)
         || (pressed != BC_REGION_NONE
             && bc_view_widget_region_at (self, self->start_x + dx, self->start_y + dy) == pressed);
}

static void
drag_end_cb (BcViewWidget   *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  g_autoptr(GArray) swept = self->grip == BC_GRIP_SWEEP ? g_steal_pointer (&self->swept) : NULL;
  g_autoptr(GArray) trail = g_steal_pointer (&self->trail.points);
  g_autoptr(GArray) rubbed = g_steal_pointer (&self->rubbed);
  GArray *points = trail != NULL ? trail : rubbed;
  BcRegion pressed = self->pressed;
  BcGrip grip = self->grip;

  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_cancel (self);
  if (grip == BC_GRIP_NONE)
    return;
  if (rubbed != NULL)
    bc_view_widget_send_rubbing (self);
  if (swept != NULL)
    bc_view_widget_emit_painted (self, swept);
  else if (points != NULL && !is_dot (self, points))
    bc_view_widget_send_drawn (self, points);
  else if (points != NULL || is_click (self, pressed, dx, dy))
    end_click (self, pressed, points, gesture);
  forget_device (self);
}

static void
gesture_cancel_cb (BcViewWidget *self)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_cancel (self);
  forget_device (self);
}

static void
destroy_cb (BcViewWidget *self)
{
  self->pointed = BC_REGION_NONE;
  bc_view_widget_cancel (self);
}

/* Adds the gesture; it shares its presses with the long press, else claiming one would end the other. */
void
bc_view_widget_add_drag (BcViewWidget *self,
                         GtkGesture   *long_press)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (gesture_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (long_press, drag);
  g_signal_connect (self, "destroy", G_CALLBACK (destroy_cb), NULL);
}

/**
 * bc_view_widget_is_drawing:
 *
 * Returns: whether a line is being drawn, rubbed, or dragged over regions, which bc_view_widget_cancel() gives up
 */
gboolean
bc_view_widget_is_drawing (BcViewWidget *self)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), FALSE);

  return self->grip == BC_GRIP_DRAW || self->grip == BC_GRIP_RUB || self->grip == BC_GRIP_SWEEP;
}

/**
 * bc_view_widget_get_rubbed:
 *
 * Returns: (transfer none) (nullable) (element-type BcStrokePoint): where the eraser has passed so far, in mm of the
 *   view; %NULL while it does not rub
 */
GArray *
bc_view_widget_get_rubbed (BcViewWidget *self)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), NULL);

  return self->rubbed;
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
  self->grip = BC_GRIP_NONE;
  g_clear_pointer (&self->trail.points, g_array_unref);
  if (self->rubbed != NULL)
    {
      g_clear_pointer (&self->rubbed, g_array_unref);
      bc_view_widget_send_rubbing (self);
    }
  bc_view_widget_light (self, self->pointed);
}
