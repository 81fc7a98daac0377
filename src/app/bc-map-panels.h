/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-overlay.h"
#include "bc-view-cells.h"

G_BEGIN_DECLS

/**
 * BcMapPanels:
 *
 * The picture of a map: the views that carry it, cut to where it lies. Plain data.
 */
typedef struct
{
  BcViewCell panels[BC_N_VIEWS];
  guint      n;
} BcMapPanels;

void   bc_map_panels_init    (BcMapPanels     *self,
                              const BcOverlay *overlay,
                              BcFigureId       figure);
double bc_map_panels_lay_out (BcMapPanels     *self,
                              double           width,
                              double           caption,
                              gboolean         place);
guint  bc_map_list_views     (const BcOverlay *overlay,
                              BcFigureId       figure,
                              BcViewId         views[BC_N_VIEWS]); /* that show what @overlay tints */

G_END_DECLS
