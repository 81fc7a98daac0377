/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_BRUSH_WIDTH (bc_brush_width_get_type ())
G_DECLARE_FINAL_TYPE (BcBrushWidth, bc_brush_width, BC, BRUSH_WIDTH, GtkWidget)

/*
 * How wide brush and eraser are: a button that says it, and three usual widths with a slider behind it.
 * Property: width (double, mm of the body).
 */
GtkWidget *bc_brush_width_new (void);

G_END_DECLS
