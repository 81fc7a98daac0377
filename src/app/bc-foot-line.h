/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_FOOT_LINE (bc_foot_line_get_type ())
G_DECLARE_FINAL_TYPE (BcFootLine, bc_foot_line, BC, FOOT_LINE, GtkWidget)

/*
 * What stands between figure and strip: two short lines above each other, and a tall one beside them where there is
 * room, below them where there is not. On a narrow window the first line goes: it speaks of the pointer. In a low
 * window the tall one goes, and the others share a line.
 */
GtkWidget *bc_foot_line_new      (void);
void       bc_foot_line_set_rows (BcFootLine *self,
                                  GtkWidget  *first,  /* all three (transfer floating) */
                                  GtkWidget  *second,
                                  GtkWidget  *tall);
void       bc_foot_line_set_low  (BcFootLine *self,
                                  gboolean    low);

G_END_DECLS
