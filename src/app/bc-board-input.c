/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the board is zoomed and moved, and what it looks like to the pointer. Its gestures listen in the capture phase:
 * they see a finger before the view below claims it for a stroke, so that a second finger can still make a pinch of
 * it. A gesture that claims ends those of the widgets below; the stroke of the first finger goes without a trace.
 */

#include "bc-board-private.h"

#include "bc-view-input.h"

#include <math.h>

/* One notch of the wheel. */
#define ZOOM_STEP 1.25
/* Pixels of a touchpad that feel like one notch. */
#define NOTCH 40

static const char *const tool_cursors[BC_N_TOOLS] = {
  [BC_TOOL_SITE] = "pointer", [BC_TOOL_BRUSH] = "crosshair", [BC_TOOL_RADIATION] = "crosshair",
  [BC_TOOL_CLEAR] = "cell",   [BC_TOOL_ERASE] = "crosshair", [BC_TOOL_PICK] = "default",
};

/* Shows what a press would do. The board has it too, for the room between the views. */
void
bc_board_update_cursor (BcBoard *self)
{
  const char *tool = self->hand != NULL ? tool_cursors[bc_hand_get_tool (self->hand)] : "default";
  const char *pan = self->dragging ? "grabbing" : self->space ? "grab" : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pan);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (self->views[i] != NULL)
      gtk_widget_set_cursor_from_name (self->views[i], pan != NULL ? pan : tool);
}

static void
update_panning (BcBoard *self)
{
  if (self->hand != NULL)
    self->hand->panning = self->space || self->dragging;
  bc_board_update_cursor (self);
}

static void
give_up_strokes (BcBoard *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (self->views[i] != NULL)
      bc_view_widget_cancel (BC_VIEW_WIDGET (self->views[i]));
}

static void
motion_cb (BcBoard *self,
           double   x,
           double   y)
{
  g_assert (BC_IS_BOARD (self));

  self->pointer_inside = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  bc_board_emit_pointer_moved (self);
}

static void
leave_cb (BcBoard *self)
{
  g_assert (BC_IS_BOARD (self));

  self->pointer_inside = FALSE;
  bc_board_emit_pointer_moved (self);
}

static gboolean
scroll_cb (BcBoard                  *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  g_assert (BC_IS_BOARD (self));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= NOTCH;
  bc_board_zoom_at (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer_inside ? self->pointer_x : width / 2,
                    self->pointer_inside ? self->pointer_y : height / 2);
  return GDK_EVENT_STOP;
}

static void
get_middle (BcBoard    *self,
            GtkGesture *gesture,
            double     *x,
            double     *y)
{
  if (gtk_gesture_is_active (gesture) && gtk_gesture_get_bounding_box_center (gesture, x, y))
    return;
  *x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* While a pinch goes on, what was painted at the old zoom is shown scaled. */
static void
set_hurry (BcBoard  *self,
           gboolean  hurry)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_board_get_view (self, (BcViewId) i);

      if (view != NULL)
        bc_view_widget_set_hurry (view, hurry);
    }
}

static void
pinch_end_cb (BcBoard *self)
{
  g_assert (BC_IS_BOARD (self));

  set_hurry (self, FALSE);
}

static void
pinch_begin_cb (BcBoard          *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  g_assert (BC_IS_BOARD (self));

  self->pinch_start = self->zoom;
  get_middle (self, gesture, &self->pinch_x, &self->pinch_y);
  give_up_strokes (self);
  set_hurry (self, TRUE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (BcBoard        *self,
          double          scale,
          GtkGestureZoom *gesture)
{
  double x;
  double y;

  g_assert (BC_IS_BOARD (self));

  get_middle (self, GTK_GESTURE (gesture), &x, &y);
  bc_board_pan_by (self, x - self->pinch_x, y - self->pinch_y);
  bc_board_zoom_at (self, self->pinch_start * scale, x, y);
  self->pinch_x = x;
  self->pinch_y = y;
}

static void
begin_pan (BcBoard    *self,
           GtkGesture *gesture)
{
  self->dragging = TRUE;
  give_up_strokes (self);
  update_panning (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  bc_board_emit_pan_begun (self);
}

/* The middle button moves at once, Space makes any button do so; a drag of the tool that picks may still be a click. */
static void
pan_begin_cb (BcBoard        *self,
              double          x,
              double          y,
              GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  g_assert (BC_IS_BOARD (self));

  self->panned_x = self->panned_y = 0;
  if (self->space || button == GDK_BUTTON_MIDDLE)
    begin_pan (self, GTK_GESTURE (gesture));
  else if (button == GDK_BUTTON_SECONDARY || self->hand == NULL || self->hand->tool != BC_TOOL_PICK)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
pan_update_cb (BcBoard        *self,
               double          dx,
               double          dy,
               GtkGestureDrag *gesture)
{
  g_assert (BC_IS_BOARD (self));

  if (!self->dragging && self->zoom > 1 && hypot (dx, dy) > BC_CLICK_SLACK && self->hand != NULL
      && bc_hand_get_tool (self->hand) == BC_TOOL_PICK)
    begin_pan (self, GTK_GESTURE (gesture));
  if (!self->dragging)
    return;
  bc_board_pan_by (self, dx - self->panned_x, dy - self->panned_y);
  self->panned_x = dx;
  self->panned_y = dy;
}

static void
pan_end_cb (BcBoard *self)
{
  g_assert (BC_IS_BOARD (self));

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  update_panning (self);
}

/* Wherever a pen is over the figure, so that the palm beside it is known for one. */
static gboolean
event_cb (BcBoard  *self,
          GdkEvent *event)
{
  BcDevice device = bc_device_of_event (event);
  gboolean down;

  g_assert (BC_IS_BOARD (self));

  if (self->hand == NULL || (device != BC_DEVICE_PEN && device != BC_DEVICE_PEN_ERASER))
    return GDK_EVENT_PROPAGATE;
  down = gdk_event_get_event_type (event) == GDK_BUTTON_PRESS
         || (gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY
             && (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK) != 0);
  bc_hand_pen_seen (self->hand, down, g_get_monotonic_time ());
  return GDK_EVENT_PROPAGATE;
}

/* Adds what listens to pointer, touch and pen. */
void
bc_board_add_controllers (BcBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE); /* also while a view draws */
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), 0);
  g_signal_connect_swapped (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect_swapped (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect_swapped (pan, "drag-end", G_CALLBACK (pan_end_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pan), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, events);
}

/**
 * bc_board_set_hand:
 * @hand: (nullable): the tool; must outlive the board or be replaced
 *
 * Gives the board and its views a tool.
 */
void
bc_board_set_hand (BcBoard *self,
                   BcHand  *hand)
{
  g_return_if_fail (BC_IS_BOARD (self));

  self->hand = hand;
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (self->views[i] != NULL)
      bc_view_widget_set_hand (BC_VIEW_WIDGET (self->views[i]), hand);
  update_panning (self);
}

/**
 * bc_board_tool_changed:
 *
 * Shows the cursor of the tool that the hand holds now. A stroke with another tool is given up.
 */
void
bc_board_tool_changed (BcBoard *self)
{
  g_return_if_fail (BC_IS_BOARD (self));

  give_up_strokes (self);
  bc_board_update_cursor (self);
}

/**
 * bc_board_set_space:
 * @held: whether Space is held down
 *
 * While it is, a drag moves the figure, whatever the tool is.
 */
void
bc_board_set_space (BcBoard  *self,
                    gboolean  held)
{
  g_return_if_fail (BC_IS_BOARD (self));

  held = held != FALSE;
  if (self->space == held)
    return;
  self->space = held;
  update_panning (self);
}

/**
 * bc_board_get_pointer:
 * @x: (out): pixels of the board
 * @y: (out): pixels of the board
 *
 * Returns: whether the pointer is over the board
 */
gboolean
bc_board_get_pointer (BcBoard *self,
                      double  *x,
                      double  *y)
{
  g_return_val_if_fail (BC_IS_BOARD (self), FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  *x = self->pointer_x;
  *y = self->pointer_y;
  return self->pointer_inside;
}
