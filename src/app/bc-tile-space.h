/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcTileSpace:
 * @view: the drawing
 * @viewport: where it lies, in pixels of the widget
 * @width: of the widget
 * @height: of the widget
 * @scheme: the surroundings
 * @scale: device pixels in one pixel of the widget
 * @tile: edge of a tile, in pixels of the widget
 * @reach: how far the edge of ink reaches, in pixels of the widget
 *
 * Where the layers of a view are painted: the widget is cut into square tiles of whole device pixels, so that only
 * what can be seen is kept, and no seam shows between tiles.
 */
typedef struct
{
  const BcView *view;
  BcViewport    viewport;
  int           width;
  int           height;
  BcScheme      scheme;
  int           scale;
  int           tile;
  int           reach;
} BcTileSpace;

#define BC_TILE_KEY(column, row) GUINT_TO_POINTER (((guint) (row) << 16 | (guint) (column)) + 1)

/* Boxes are in pixels of the widget. */
void             bc_tile_space_place    (BcTileSpace       *self,
                                         const BcViewport  *viewport,
                                         int                width,
                                         int                height,
                                         int                scale);
BcBox            bc_tile_get_box        (const BcTileSpace *space,
                                         gconstpointer      key);
gboolean         bc_boxes_meet          (const BcBox       *a,
                                         const BcBox       *b);
BcBox            bc_boxes_join          (const BcBox       *a,
                                         const BcBox       *b);
BcBox            bc_boxes_cut           (const BcBox       *a,
                                         const BcBox       *b); /* what lies in both; may be empty */
BcBox            bc_box_grow            (const BcBox       *box,
                                         double             by);
BcBox            bc_box_round           (const BcTileSpace *space,
                                         const BcBox       *box); /* outwards to device pixels */
cairo_surface_t *bc_tile_surface_new    (const BcTileSpace *space,
                                         cairo_format_t     format,
                                         const BcBox       *box) G_GNUC_WARN_UNUSED_RESULT;
cairo_t         *bc_tile_cairo_new      (cairo_surface_t   *surface,
                                         const BcBox       *box) G_GNUC_WARN_UNUSED_RESULT;
void             bc_tile_copy           (cairo_surface_t   *to,
                                         const BcBox       *to_box,
                                         cairo_surface_t   *from,
                                         const BcBox       *from_box,
                                         const BcBox       *part); /* of @from */
gboolean         bc_tile_is_blank       (cairo_surface_t   *surface);
gsize            bc_tile_get_bytes      (cairo_surface_t   *surface); /* (nullable) */
GskRenderNode   *bc_tile_node_new       (cairo_surface_t   *surface,
                                         const BcBox       *box) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
