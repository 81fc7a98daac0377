/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How pointer and touch reach the regions of a view: hover, clicks of the other button, long presses. */

#include "bc-view-input.h"

#include "bc-target.h"
#include "bc-view-widget-private.h"

#include <math.h>

/* Beside the body a press still means the nearest region: within so many mm of it ... */
#define REACH_BODY 3.0
/* ... or so many pixels, whichever is more; with large targets about 3 mm of the screen. */
#define REACH_SCREEN 6.0
#define REACH_SCREEN_LARGE 11.0

enum
{
  SIGNAL_DRAWN,
  SIGNAL_TAPPED,
  SIGNAL_NAMED,
  SIGNAL_RUBBING,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
install_signals (void)
{
  static gsize once = 0;

  if (!g_once_init_enter (&once))
    return;
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[SIGNAL_TAPPED] = g_signal_new ("tapped", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_NAMED] = g_signal_new ("named", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_RUBBING] = g_signal_new ("rubbing", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_once_init_leave (&once, 1);
}

/* Tells what was drawn. */
void
bc_view_widget_send_drawn (BcViewWidget *self,
                           GArray       *points)
{
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0, points);
}

/* Tells that the eraser moved on, or was lifted. */
void
bc_view_widget_send_rubbing (BcViewWidget *self)
{
  g_signal_emit (self, signals[SIGNAL_RUBBING], 0);
}

/* Tells that a press was meant for a tool, and that the hand is closed. */
void
bc_view_widget_send_refused (BcViewWidget *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

/* Tells where a click was, in mm of the view. */
void
bc_view_widget_send_tapped (BcViewWidget *self,
                            double        x,
                            double        y)
{
  g_signal_emit (self, signals[SIGNAL_TAPPED], 0, x, y);
}

/**
 * bc_view_widget_set_hand:
 * @hand: (nullable): the tool; must outlive the view or be replaced
 *
 * Gives the view a tool; without one it takes regions.
 */
void
bc_view_widget_set_hand (BcViewWidget *self,
                         BcHand       *hand)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  self->hand = hand;
}

/**
 * bc_view_widget_get_scale:
 *
 * Returns: pixels of the screen for a mm of the body
 */
double
bc_view_widget_get_scale (BcViewWidget *self)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), 1);

  return self->viewport.scale;
}

/**
 * bc_view_widget_get_reach:
 *
 * Returns: how far beside what is meant a press may be, in mm of the body
 */
double
bc_view_widget_get_reach (BcViewWidget *self)
{
  double pixels;

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), REACH_BODY);

  pixels = self->hand != NULL && self->hand->large_targets ? REACH_SCREEN_LARGE : REACH_SCREEN;
  return self->viewport.scale > 0 ? MAX (REACH_BODY, pixels / self->viewport.scale) : REACH_BODY;
}

/**
 * bc_view_widget_hit:
 * @x: pixels of the view
 * @y: pixels of the view
 *
 * Returns: the region that a press means, %BC_REGION_NONE beside the body
 */
BcRegion
bc_view_widget_hit (BcViewWidget *self,
                    double        x,
                    double        y)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), BC_REGION_NONE);

  bc_viewport_to_body (&self->viewport, &x, &y);
  return bc_target_hit (self->view, x, y, bc_view_widget_get_reach (self));
}

/**
 * bc_view_widget_region_at:
 * @x: pixels of the view
 * @y: pixels of the view
 *
 * Returns: the region that is just there, %BC_REGION_NONE beside the body
 */
BcRegion
bc_view_widget_region_at (BcViewWidget *self,
                          double        x,
                          double        y)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), BC_REGION_NONE);

  bc_viewport_to_body (&self->viewport, &x, &y);
  return bc_view_region_at (self->view, x, y);
}

/**
 * bc_view_widget_to_view:
 * @x: (inout): mm of the body, then pixels of the view
 * @y: (inout): the same
 *
 * Finds where a place of the body is on the screen.
 */
void
bc_view_widget_to_view (BcViewWidget *self,
                        double       *x,
                        double       *y)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));
  g_return_if_fail (x != NULL && y != NULL);

  bc_viewport_to_target (&self->viewport, x, y);
}

/**
 * bc_view_widget_get_target:
 * @region: a region of the view
 * @regions: (out caller-allocates): [%BC_TARGET_MOST]: what is met together, @region first
 *
 * Returns: how many regions are met with @region: more than one only with large targets
 */
guint
bc_view_widget_get_target (BcViewWidget *self,
                           BcRegion      region,
                           BcRegion     *regions)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), 0);
  g_return_val_if_fail (regions != NULL, 0);

  if (self->hand != NULL && self->hand->large_targets && bc_view_has_region (self->view, region))
    return bc_target_get_regions (self->view, region, self->viewport.scale, regions);
  regions[0] = region;
  return 1;
}

/**
 * bc_view_widget_is_pointed_at:
 *
 * Returns: whether @region is what the pointer or the keyboard focus is on in this view
 */
gboolean
bc_view_widget_is_pointed_at (BcViewWidget *self,
                              BcRegion      region)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), FALSE);

  return region != BC_REGION_NONE && (self->pointed == region || self->focused == region);
}

/* Where a press would draw or rub, no region is lit: none would be taken as a whole. */
static gboolean
takes_regions (BcViewWidget *self)
{
  BcTool tool = self->hand != NULL ? bc_hand_get_tool (self->hand) : BC_TOOL_SITE;

  return tool == BC_TOOL_SITE || tool == BC_TOOL_CLEAR || tool == BC_TOOL_RADIATION;
}

/* Lights the region under the pointer, or its group. Not while a drag lights what it passes. */
void
bc_view_widget_light (BcViewWidget *self,
                      BcRegion      region)
{
  BcRegion regions[BC_TARGET_MOST];
  guint n_regions;

  if (self->grip == BC_GRIP_SWEEP)
    return;
  if (!takes_regions (self) || self->grip == BC_GRIP_DRAW || self->grip == BC_GRIP_RUB)
    region = BC_REGION_NONE;
  self->hovered = region;
  g_clear_pointer (&self->swept, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (region == BC_REGION_NONE)
    return;
  n_regions = bc_view_widget_get_target (self, region, regions);
  if (n_regions == 1)
    return;
  self->swept = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  g_array_append_vals (self->swept, regions, n_regions);
}

static void
set_pointed (BcViewWidget *self,
             BcRegion      region)
{
  if (self->pointed == region)
    return;
  self->pointed = region;
  bc_view_widget_light (self, region);
  bc_view_widget_emit_hover (self, region);
}

static void
motion_cb (BcViewWidget *self,
           double        x,
           double        y)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  set_pointed (self, bc_view_widget_hit (self, x, y));
}

static void
leave_cb (BcViewWidget *self)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  set_pointed (self, BC_REGION_NONE);
}

static void
open_menu (BcViewWidget *self,
           double        x,
           double        y,
           gboolean      name)
{
  BcRegion region = bc_view_widget_hit (self, x, y);

  bc_view_widget_cancel (self);
  if (region == BC_REGION_NONE)
    return;
  if (name)
    g_signal_emit (self, signals[SIGNAL_NAMED], 0, (guint) region);
  bc_view_widget_emit_act (self, region, BC_REGION_ACT_MENU);
}

static void
long_press_cb (BcViewWidget        *self,
               double               x,
               double               y,
               GtkGestureLongPress *gesture)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  if (self->grip == BC_GRIP_NONE) /* a palm, or a finger beside a pen */
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y, TRUE);
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
  open_menu (self, x, y, FALSE);
}

/* Adds what listens to pointer and touch. */
void
bc_view_widget_add_gestures (BcViewWidget *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  install_signals ();
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  /* By touch only: a mouse has its other button, and may rest pressed while its user thinks. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));
  bc_view_widget_add_drag (self, long_press);
}

/**
 * bc_view_widget_has_freehand:
 *
 * Returns: whether the tool in hand draws or rubs freehand, so that nothing should come between pen and figure
 */
gboolean
bc_view_widget_has_freehand (BcViewWidget *self)
{
  BcTool tool;

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), FALSE);

  tool = self->hand != NULL ? bc_hand_get_tool (self->hand) : BC_TOOL_SITE;
  return tool == BC_TOOL_BRUSH || tool == BC_TOOL_RADIATION || tool == BC_TOOL_ERASE;
}
