/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-board.h"

G_BEGIN_DECLS

struct _BcBoard
{
  GtkWidget parent_instance;

  GtkWidget     *views[BC_N_VIEWS];
  int            mode;
  double         zoom;
  double         pointer_x;
  double         pointer_y;
  gboolean       pointer_inside;
  gboolean       placing;     /* the adjustments change because we set them */
  BcBox          places[BC_N_VIEWS]; /* of the views, in pixels, where the zoom is 1; empty for those that are hidden */
  GtkAdjustment *adjustments[2]; /* horizontal, vertical */

  /* Of bc-board-input.c alone. */
  BcHand  *hand;        /* (nullable): the tool, shared with the views */
  double   pinch_start; /* zoom when two fingers came down */
  double   pinch_x;     /* the middle between them, in pixels of the board */
  double   pinch_y;
  double   panned_x;    /* how far the drag that moves the figure was followed, in pixels */
  double   panned_y;
  gboolean space;       /* is held */
  gboolean dragging;    /* a drag moves the figure */
};

void bc_board_add_controllers    (BcBoard *self);
void bc_board_update_cursor      (BcBoard *self);
void bc_board_emit_pan_begun     (BcBoard *self);
void bc_board_emit_pointer_moved (BcBoard *self);

/* bc-board-scroll.c */
double bc_board_get_scrolled     (BcBoard        *self,
                                  GtkOrientation  orientation);
void bc_board_set_scrolled       (BcBoard        *self,
                                  GtkOrientation  orientation,
                                  double          value);
void bc_board_set_adjustment     (BcBoard        *self,
                                  GtkOrientation  orientation,
                                  GtkAdjustment  *adjustment); /* (nullable) */

G_END_DECLS
