/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-painter.h"

G_BEGIN_DECLS

/* The band that a path of radiation covers, in mm of the body. */
#define BC_PATH_WIDTH 20.0
/* A pen that only just touches still leaves this part of the brush's width. */
#define BC_PRESSURE_LEAST 0.3
/* A press that stays within this many pixels is a click, whatever the hand trembles. */
#define BC_CLICK_SLACK 8.0

typedef enum
{
  BC_DEVICE_MOUSE, /* and touchpad */
  BC_DEVICE_TOUCH,
  BC_DEVICE_PEN,
  BC_DEVICE_PEN_ERASER
} BcDevice;

/**
 * BcHand:
 * @tool: the active tool
 * @device: what is used for it at the moment
 * @width: of brush and eraser, in mm of the body
 * @pen: what the brush leaves, but for its role
 * @large_targets: whether small regions are met together with their group
 * @panning: the figure is being moved, or Space is held so that it can be: a press marks nothing
 * @pen_down: a pen touches the screen
 * @pen_seen: when a pen was near last, in µs of the monotonic clock; 0 for never
 * @closed: what is marked cannot be changed, since the visit is signed: no tool begins anything
 *
 * What the hand holds: shared by the board and the views of one canvas, which owns it.
 */
typedef struct
{
  BcTool   tool;
  BcDevice device;
  double   width;
  BcPen    pen;
  gboolean large_targets;
  gboolean panning;
  gboolean pen_down;
  gint64   pen_seen;
  gboolean closed;
} BcHand;

void     bc_hand_init           (BcHand       *self);
BcTool   bc_hand_get_tool       (const BcHand *self);
double   bc_hand_get_width      (const BcHand *self);
BcPen    bc_hand_get_pen        (const BcHand *self);
void     bc_hand_pen_seen       (BcHand       *self,
                                 gboolean      down,
                                 gint64        now);
gboolean bc_hand_accepts        (const BcHand *self,
                                 BcDevice      device,
                                 gint64        now);
double   bc_hand_pressure       (double        pressure);
BcDevice bc_device_of_event     (GdkEvent     *event); /* (nullable) */
double   bc_pressure_of_event   (GdkEvent     *event); /* (nullable) */

G_END_DECLS
