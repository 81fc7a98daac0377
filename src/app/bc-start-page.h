/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_START_PAGE (bc_start_page_get_type ())
G_DECLARE_FINAL_TYPE (BcStartPage, bc_start_page, BC, START_PAGE, GtkWidget)

/* What an empty window shows: a new chart, an existing one, a recent one. Uses the window's actions. */
GtkWidget *bc_start_page_new    (void);
GMenu     *bc_recent_menu_new   (void) G_GNUC_WARN_UNUSED_RESULT; /* recent charts, each `win.open-recent` with its URI */
void       bc_recent_add        (GFile *file);
void       bc_recent_forget     (void);

G_END_DECLS
