/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_OWN_MAPS_BAR (bc_own_maps_bar_get_type ())
G_DECLARE_FINAL_TYPE (BcOwnMapsBar, bc_own_maps_bar, BC, OWN_MAPS_BAR, GtkWidget)

/* Says once a start that files with maps of the clinic's own were left out, and why. No bar where all is well. */
GtkWidget *bc_own_maps_bar_new          (void);
void       bc_own_maps_bar_set_problems (BcOwnMapsBar    *self,
                                         const GPtrArray *problems); /* of char */

G_END_DECLS
