/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-trend.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PLOT_PICTURE (bc_plot_picture_get_type ())
G_DECLARE_FINAL_TYPE (BcPlotPicture, bc_plot_picture, BC, PLOT_PICTURE, GtkWidget)

/* The plot of a trend; its accessible description has all numbers. */
GtkWidget *bc_plot_picture_new       (void);
void       bc_plot_picture_set_trend (BcPlotPicture *self,
                                      const BcTrend *trend); /* (nullable), not kept */

G_END_DECLS
