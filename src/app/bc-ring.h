/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_RING (bc_ring_get_type ())
G_DECLARE_FINAL_TYPE (BcRing, bc_ring, BC, RING, GtkWidget)

/*
 * Lies over the figure and shows how large the tip of brush or eraser is, and where the eraser has passed. Places are
 * pixels of this widget. No press ever reaches it.
 */
GtkWidget *bc_ring_new      (void);
void       bc_ring_set_tip  (BcRing *self,
                             double  x,
                             double  y,
                             double  diameter); /* 0 for none */
void       bc_ring_set_band (BcRing *self,
                             GArray *points, /* of graphene_point_t, (transfer full) (nullable) */
                             double  width);

G_END_DECLS
