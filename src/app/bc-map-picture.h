/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-painted.h"

G_BEGIN_DECLS

#define BC_TYPE_MAP_PICTURE (bc_map_picture_get_type ())
G_DECLARE_FINAL_TYPE (BcMapPicture, bc_map_picture, BC, MAP_PICTURE, BcPainted)

/*
 * A map on the views of the figure that carry it, cut to where it lies. It says in words what is under the pointer.
 */
GtkWidget *bc_map_picture_new        (void);
void       bc_map_picture_set_map    (BcMapPicture    *self,
                                      const BcPattern *pattern,
                                      BcSide           side,
                                      BcFigureId       figure);

G_END_DECLS
