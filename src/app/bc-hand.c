/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-hand.h"

/* Who writes lifts the pen between two lines, and the palm stays on the screen; in µs. */
#define PALM_TIME G_USEC_PER_SEC

/**
 * bc_hand_init:
 *
 * Takes the tool for regions into the hand, with a brush of the usual width.
 */
void
bc_hand_init (BcHand *self)
{
  const BcPen pen = { 1, 0, BC_ROLE_SITE, BC_NRS_UNKNOWN };

  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  self->tool = BC_TOOL_SITE;
  self->width = BC_BRUSH_USUAL;
  self->pen = pen;
}

/**
 * bc_hand_get_tool:
 *
 * Returns: the tool that is in use: the eraser end of a pen erases, whatever the tool is
 */
BcTool
bc_hand_get_tool (const BcHand *self)
{
  g_return_val_if_fail (self != NULL, BC_TOOL_SITE);

  return self->device == BC_DEVICE_PEN_ERASER ? BC_TOOL_ERASE : self->tool;
}

/**
 * bc_hand_get_width:
 *
 * Returns: how wide a stroke of the tool in use is, in mm of the body
 */
double
bc_hand_get_width (const BcHand *self)
{
  g_return_val_if_fail (self != NULL, BC_BRUSH_USUAL);

  return bc_hand_get_tool (self) == BC_TOOL_RADIATION ? BC_PATH_WIDTH : self->width;
}

/**
 * bc_hand_get_pen:
 *
 * Returns: what a stroke of the tool in use looks like
 */
BcPen
bc_hand_get_pen (const BcHand *self)
{
  BcPen pen = { 1, 0, BC_ROLE_SITE, BC_NRS_UNKNOWN };

  g_return_val_if_fail (self != NULL, pen);

  pen = self->pen;
  pen.role = bc_hand_get_tool (self) == BC_TOOL_RADIATION ? BC_ROLE_RADIATION : BC_ROLE_SITE;
  return pen;
}

/**
 * bc_hand_pen_seen:
 * @down: whether it touches the screen
 * @now: µs of the monotonic clock
 *
 * Notes that a pen is near.
 */
void
bc_hand_pen_seen (BcHand   *self,
                  gboolean  down,
                  gint64    now)
{
  g_return_if_fail (self != NULL);

  self->pen_down = down;
  self->pen_seen = now;
}

/**
 * bc_hand_accepts:
 * @device: what pressed
 * @now: µs of the monotonic clock
 *
 * Tells a palm from a finger: while a pen touches or hovers over the screen, and for a second after it was there last,
 * touch marks nothing. A pen in reach never rests, it sends events all the time, so the time of the last one tells
 * whether it is there. Two fingers still move and zoom the figure, because that is not asked here.
 *
 * Returns: whether a press by @device uses the tool
 */
gboolean
bc_hand_accepts (const BcHand *self,
                 BcDevice      device,
                 gint64        now)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->panning)
    return FALSE;
  if (device != BC_DEVICE_TOUCH)
    return TRUE;
  return !self->pen_down && (self->pen_seen == 0 || now - self->pen_seen > PALM_TIME);
}

/**
 * bc_hand_pressure:
 * @pressure: as the device says it, 0..1
 *
 * Returns: which part of the brush's width it gives, %BC_PRESSURE_LEAST to 1
 */
double
bc_hand_pressure (double pressure)
{
  return BC_PRESSURE_LEAST + (1 - BC_PRESSURE_LEAST) * CLAMP (pressure, 0, 1);
}

static BcDevice
device_of_tool (GdkDeviceTool *tool)
{
  switch (gdk_device_tool_get_tool_type (tool))
    {
    case GDK_DEVICE_TOOL_TYPE_ERASER:
      return BC_DEVICE_PEN_ERASER;
    case GDK_DEVICE_TOOL_TYPE_PEN:
    case GDK_DEVICE_TOOL_TYPE_BRUSH:
    case GDK_DEVICE_TOOL_TYPE_PENCIL:
    case GDK_DEVICE_TOOL_TYPE_AIRBRUSH:
      return BC_DEVICE_PEN;
    case GDK_DEVICE_TOOL_TYPE_UNKNOWN:
    case GDK_DEVICE_TOOL_TYPE_MOUSE:
    case GDK_DEVICE_TOOL_TYPE_LENS:
    default:
      return BC_DEVICE_MOUSE;
    }
}

/**
 * bc_device_of_event:
 * @event: (nullable): an event of a pointer, a finger or a pen
 *
 * Returns: what kind of device it comes from; a mouse where nothing is known
 */
BcDevice
bc_device_of_event (GdkEvent *event)
{
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  if (tool != NULL)
    return device_of_tool (tool);
  if (event != NULL && gdk_event_get_event_sequence (event) != NULL)
    return BC_DEVICE_TOUCH;
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return BC_DEVICE_TOUCH;
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_PEN)
    return BC_DEVICE_PEN;
  return BC_DEVICE_MOUSE;
}

/**
 * bc_pressure_of_event:
 * @event: (nullable): an event
 *
 * Returns: the part of the brush's width that the pressure of a pen gives; 1 for what knows no pressure
 */
double
bc_pressure_of_event (GdkEvent *event)
{
  BcDevice device = bc_device_of_event (event);
  double pressure;

  if ((device != BC_DEVICE_PEN && device != BC_DEVICE_PEN_ERASER)
      || !gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure))
    return 1;
  return bc_hand_pressure (pressure);
}
