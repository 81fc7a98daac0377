/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/**
 * BcShape:
 *
 * One region in one view. @anchors is filled when it is first asked for, by whichever thread asks first.
 */
typedef struct
{
  cairo_path_t *path;     /* NULL where the view does not show the region */
  BcBox         box;
  guint         n_pixels; /* in the id buffer, so in mm2 */
  gsize         anchors;  /* a GArray of BcAnchor; a gsize for g_once_init_enter() */
} BcShape;

struct _BcView
{
  BcFigureId       figure;
  BcViewId         id;
  BcBox            box;
  BcShape          shapes[BC_N_REGIONS + 1];
  GArray          *shading;
  GArray          *details;
  GArray          *outline;
  gsize            borders; /* a cairo_path_t, made when it is first asked for, as anchors are */
  cairo_surface_t *buffer;
  const guint8    *ids;
  int              width;
  int              height;
  int              stride;
};

cairo_path_t *bc_borders_new (const BcView *view) G_GNUC_WARN_UNUSED_RESULT; /* bc_svg_path_free() */
GArray *bc_anchors_new (const BcView *view,
                        BcRegion      region) G_GNUC_WARN_UNUSED_RESULT;

/**
 * BcAreaTable:
 *
 * region-areas.tsv: cm2 of skin, shares 0..1 of the body surface, and cm2 that can be seen in each view.
 */
typedef struct
{
  double skin[BC_N_FIGURES][BC_N_REGIONS + 1];
  double share[BC_N_FIGURES][BC_N_REGIONS + 1];
  double visible[BC_N_FIGURES][BC_N_REGIONS + 1][BC_N_VIEWS];
} BcAreaTable;

/**
 * BcAdjacencyTable:
 *
 * region-adjacency.tsv, both ways round.
 */
typedef struct
{
  guint8 adjacent[BC_N_FIGURES][BC_N_REGIONS + 1][BC_N_REGIONS + 1];
} BcAdjacencyTable;

BcAreaTable      *bc_area_table_parse      (const char  *text,
                                            const char  *name,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
BcAdjacencyTable *bc_adjacency_table_parse (const char  *text,
                                            const char  *name,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
