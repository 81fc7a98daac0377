/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-hand.h"
#include "bc-view-widget.h"

G_BEGIN_DECLS

#define BC_BOARD_MAX_ZOOM 8.0

#define BC_TYPE_BOARD (bc_board_get_type ())
G_DECLARE_FINAL_TYPE (BcBoard, bc_board, BC, BOARD, GtkWidget)

/*
 * What the views lie on: places them, zooms, and scrolls within a GtkScrolledWindow. Ctrl and the wheel, two fingers
 * on the screen or the touchpad zoom; two fingers, the middle button, and Space with a drag move what is zoomed, and so
 * does any drag with the tool that picks.
 * Property: zoom (double, 1 fits, read only).
 * Signals: `pan-begun`: a drag moves the figure from now on; `pointer-moved`: also when it comes or goes.
 */
GtkWidget    *bc_board_new       (void);
void          bc_board_set_views (BcBoard      *self,
                                  BcFigureId    figure);
BcViewWidget *bc_board_get_view  (BcBoard      *self,
                                  BcViewId      view); /* (nullable) */
void          bc_board_set_mode  (BcBoard      *self,
                                  int           mode); /* BcViewId or -1 for all */
double        bc_board_get_zoom  (BcBoard      *self);
void          bc_board_zoom_at   (BcBoard      *self,
                                  double        zoom,
                                  double        x,
                                  double        y); /* the point that stays where it is, pixels of the board */
void          bc_board_zoom_by   (BcBoard      *self,
                                  double        factor); /* about the middle */
void          bc_board_pan_by    (BcBoard      *self,
                                  double        dx,
                                  double        dy);
void          bc_board_set_hand  (BcBoard      *self,
                                  BcHand       *hand); /* (nullable), not copied: must outlive the board */
void          bc_board_tool_changed (BcBoard   *self); /* the hand holds another tool */
void          bc_board_set_space (BcBoard      *self,
                                  gboolean      held); /* Space: a drag moves the figure */
gboolean      bc_board_get_pointer (BcBoard    *self,
                                  double       *x,
                                  double       *y); /* pixels of the board; FALSE while it is elsewhere */
void          bc_board_reveal    (BcBoard      *self,
                                  GtkWidget    *widget);

G_END_DECLS
