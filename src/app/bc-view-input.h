/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-hand.h"
#include "bc-view-widget.h"

G_BEGIN_DECLS

/*
 * Pointer, touch and pen on a view. Beside `act`, `hover` and `painted` of BcViewWidget they send
 *   `drawn` (GArray of BcStrokePoint, mm of the view): the brush, a path or the eraser passed there;
 *   `tapped` (double x, double y, mm of the view): the eraser or the tool that picks was pressed and let go there;
 *   `named` (guint region): a long press asks what is there;
 *   `rubbing`: the eraser moved on, or was lifted: see bc_view_widget_get_rubbed();
 *   `refused`: a press would have begun something, and the hand is closed.
 * What the tool in use is, while they are sent, says bc_hand_get_tool().
 *
 * A stroke claims the finger or button as soon as it comes down, so that nothing else takes the drag for scrolling.
 * Two fingers belong to the board, which sees them before the views do (GTK_PHASE_CAPTURE) and gives the stroke of
 * the first finger up by bc_view_widget_cancel().
 */
void     bc_view_widget_set_hand     (BcViewWidget *self,
                                      BcHand       *hand); /* (nullable), not copied: must outlive the view */
double   bc_view_widget_get_scale    (BcViewWidget *self); /* pixels a mm */
gboolean bc_view_widget_is_drawing   (BcViewWidget *self);
BcRegion bc_view_widget_hit          (BcViewWidget *self,
                                      double        x,
                                      double        y); /* pixels of the view */
BcRegion bc_view_widget_region_at    (BcViewWidget *self,
                                      double        x,
                                      double        y); /* the same, but exactly there */
void     bc_view_widget_to_view      (BcViewWidget *self,
                                      double       *x,
                                      double       *y); /* mm of the body to pixels of the view */
double   bc_view_widget_get_reach    (BcViewWidget *self); /* mm */
guint    bc_view_widget_get_target   (BcViewWidget *self,
                                      BcRegion      region,
                                      BcRegion     *regions); /* [BC_TARGET_MOST] */
gboolean bc_view_widget_is_pointed_at (BcViewWidget *self,
                                      BcRegion      region); /* by the pointer or the keyboard focus */
GArray  *bc_view_widget_get_rubbed   (BcViewWidget *self); /* (transfer none) (nullable) */

/* Between bc-view-input.c and bc-view-drag.c. */
void     bc_view_widget_add_drag     (BcViewWidget *self,
                                      GtkGesture   *long_press);
void     bc_view_widget_light        (BcViewWidget *self,
                                      BcRegion      region);
void     bc_view_widget_send_drawn   (BcViewWidget *self,
                                      GArray       *points);
void     bc_view_widget_send_rubbing (BcViewWidget *self);
void     bc_view_widget_send_refused (BcViewWidget *self);
void     bc_view_widget_send_tapped  (BcViewWidget *self,
                                      double        x,
                                      double        y);

G_END_DECLS
