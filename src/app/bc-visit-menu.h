/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be compared with a visit of the list: by the right button, a long press, or the menu key. */
void bc_visit_menu_attach (GtkWidget *panel,
                           GtkWidget *list);

G_END_DECLS
