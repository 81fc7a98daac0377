/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painted.h"
#include "bc-trend.h"

G_BEGIN_DECLS

#define BC_TYPE_PLOT_PICTURE (bc_plot_picture_get_type ())
G_DECLARE_FINAL_TYPE (BcPlotPicture, bc_plot_picture, BC, PLOT_PICTURE, BcPainted)

/*
 * The plot of a trend. A line marks the visit that is read: the one under the pointer, or the one to which the arrow
 * keys, Home and End lead. Signal: `reading` (string, nullable: what the visit says).
 */
GtkWidget *bc_plot_picture_new       (void);
void       bc_plot_picture_set_trend (BcPlotPicture *self,
                                      const BcTrend *trend); /* (nullable) */
const char *const *bc_plot_picture_get_lines (BcPlotPicture *self); /* a visit each; (nullable) */

G_END_DECLS
