/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_WRAP_BOX (bc_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (BcWrapBox, bc_wrap_box, BC, WRAP_BOX, GtkWidget)

/* Lays its children out like words: side by side, and onto the next line when they no longer fit. */
GtkWidget *bc_wrap_box_new    (int        spacing,
                               int        line_spacing);
void       bc_wrap_box_append (BcWrapBox *self,
                               GtkWidget *child);

G_END_DECLS
