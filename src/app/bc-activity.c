/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When somebody last used the program, in whichever of its windows. The hook sees events of dialogs and popovers too:
 * a controller of a window would not, while a popover has the grab.
 */

#include "bc-activity.h"

static gint64 last;

static gboolean
is_input (GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_PAD_BUTTON_PRESS:
      return TRUE;
    default:
      return FALSE;
    }
}

/* GTK makes up motions after it has placed widgets anew, at the very same point. */
static gboolean
is_motion (GdkEvent *event)
{
  static double last_x;
  static double last_y;
  double x;
  double y;
  gboolean moved;

  if (gdk_event_get_event_type (event) != GDK_MOTION_NOTIFY || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  moved = ABS (x - last_x) >= 1 || ABS (y - last_y) >= 1;
  last_x = x;
  last_y = y;
  return moved;
}

static gboolean
event_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  GdkEvent *event = g_value_peek_pointer (&values[1]);

  if (is_input (event) || is_motion (event))
    last = g_get_monotonic_time ();
  return TRUE; /* stays */
}

/**
 * bc_activity_note:
 *
 * Counts as activity. The first call begins to watch for that of the user, for the whole program.
 */
void
bc_activity_note (void)
{
  static gboolean watching = FALSE;

  last = g_get_monotonic_time ();
  if (watching)
    return;
  watching = TRUE;
  /* The signal is there once the class is, and on some displays the first surface comes later than the first window. */
  g_type_class_ref (GDK_TYPE_SURFACE);
  g_signal_add_emission_hook (g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, event_cb, NULL, NULL);
}

/**
 * bc_activity_get_last:
 *
 * Returns: when a key, a button, the pointer or a finger was last used in any window of the program, in µs
 */
gint64
bc_activity_get_last (void)
{
  return last;
}
