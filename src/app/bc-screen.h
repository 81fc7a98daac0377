/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"
#include "bc-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What room paint has to know of the screen. */
BcScheme bc_screen_get_scheme    (void);
void     bc_screen_connect       (GtkWidget *widget,
                                  GCallback  callback); /* void callback (GtkWidget *widget) */
double   bc_screen_get_text_size (GtkWidget *widget);   /* pixels of the widget's font */
BcBox    bc_screen_get_visible_box (GtkWidget *widget); /* pixels of the widget */

G_END_DECLS
