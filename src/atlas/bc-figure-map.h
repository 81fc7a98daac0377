/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"
#include "bc-stroke-point.h"

G_BEGIN_DECLS

/*
 * Where a place of one figure lies on another: the same region, and about the same place within it. What lies beside
 * the body stays beside it. Both views must show the same side of the body (front, back, ...).
 */
void   bc_figure_map_points (const BcView        *from,
                             const BcView        *to,
                             const BcStrokePoint *points,
                             guint                n_points,
                             BcStrokePoint       *mapped); /* (out caller-allocates), may be @points */
double bc_figure_map_width  (const BcView        *from,
                             const BcView        *to,
                             double               width); /* mm */

G_END_DECLS
