/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-widget.h"

G_BEGIN_DECLS

#define BC_BOARD_MAX_ZOOM 8.0

#define BC_TYPE_BOARD (bc_board_get_type ())
G_DECLARE_FINAL_TYPE (BcBoard, bc_board, BC, BOARD, GtkWidget)

/*
 * What the views lie on: places them, zooms, and scrolls within a GtkScrolledWindow.
 * Property: zoom (double, 1 fits, read only).
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
void          bc_board_reveal    (BcBoard      *self,
                                  GtkWidget    *widget);

G_END_DECLS
