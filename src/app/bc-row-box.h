/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_ROW_BOX (bc_row_box_get_type ())
G_DECLARE_FINAL_TYPE (BcRowBox, bc_row_box, BC, ROW_BOX, GtkWidget)

/* Lays its children out in rows, in the first of several arrangements that fits the width. */
GtkWidget *bc_row_box_new          (int                spacing,
                                    int                line_spacing,
                                    const char *const *arrangements); /* static, NULL at the end */
void       bc_row_box_append       (BcRowBox          *self,
                                    GtkWidget         *child);
GtkWidget *bc_row_box_new_scroller (GtkWidget         *child,
                                    int                least_width);

G_END_DECLS
