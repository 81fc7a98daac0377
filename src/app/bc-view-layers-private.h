/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-ink.h"
#include "bc-view-layers.h"

G_BEGIN_DECLS

/* Of P1, P2, ... beside their marks, in text sizes. */
#define BC_LABEL_SIZE 0.85

/**
 * BcTile:
 * @box: its place, pixels of the widget
 * @figure: figure and map; %NULL where nothing of them is
 * @picture: the same with marks and ink; %NULL where there are none
 * @front: paths, arrows and labels; %NULL where there are none
 * @below: copies picture or figure; %NULL while not painted or blank
 * @above: copies @front
 * @figure_dirty: everything has to be painted again
 * @dirty: where the picture is no longer true; empty where it is
 * @front_dirty: the front is no longer true
 *
 * One square of the layers.
 */
typedef struct
{
  BcBox            box;
  cairo_surface_t *figure;
  cairo_surface_t *picture;
  cairo_surface_t *front;
  GskRenderNode   *below;
  GskRenderNode   *above;
  gboolean         figure_dirty;
  BcBox            dirty;
  gboolean         front_dirty;
} BcTile;

struct _BcViewLayers
{
  BcTileSpace      space;
  double           text_size;
  BcVisit         *visit;   /* (nullable) */
  BcVisit         *under;   /* (nullable): faint, below the marks */
  const BcOverlay *overlay; /* (nullable) */

  GHashTable *tiles; /* BC_TILE_KEY to BcTile */
  GPtrArray  *inks;  /* of BcViewInk, in the order of the symptoms */
  guint8      carries[BC_N_REGIONS + 1]; /* a mark or a tick */

  gboolean    bare; /* ink alone */

  cairo_surface_t *paths; /* recordings; NULL when no longer true */
  cairo_surface_t *arrows;
  cairo_surface_t *labels;
  guint64          labels_digest; /* of what the labels say and point to */

  GPtrArray *captions;    /* of GskRenderNode */
  BcBox      captions_at; /* the visible box that they were painted for */

  gboolean         hurry;
  cairo_surface_t *stale;    /* (nullable): what was seen before the zoom, shown in its place */
  BcViewport       stale_viewport;
  BcBox            stale_at; /* pixels of the widget as it was */
  BcBox            seen;     /* what the last snapshot showed */

  BcLayersCount count;
};

/* bc-view-layers-paint.c */
BcBox    bc_view_layers_region_reach    (const BcTileSpace *space,
                                         BcRegion           region);
void     bc_view_layers_damage          (BcViewLayers      *self,
                                         const BcBox       *box);
void     bc_view_layers_sync_regions    (BcViewLayers      *self);
void     bc_view_layers_paint_figures   (BcViewLayers      *self,
                                         PangoContext      *pango,
                                         GArray            *keys); /* of gpointer, row by row */
void     bc_view_layers_paint_pictures  (BcViewLayers      *self,
                                         GArray            *keys); /* the same */
void     bc_tile_free                   (BcTile            *tile);

/* bc-view-front.c */
void     bc_view_layers_front_damage    (BcViewLayers      *self,
                                         gboolean           paths);
void     bc_view_layers_record_front    (BcViewLayers      *self,
                                         PangoContext      *pango);
void     bc_view_layers_finish_tile     (BcViewLayers      *self,
                                         BcTile            *tile);
void     bc_view_layers_append_captions (BcViewLayers      *self,
                                         GtkSnapshot       *snapshot,
                                         PangoContext      *pango,
                                         const BcBox       *visible);

/* bc-view-hurry.c */
void     bc_view_layers_keep_stale      (BcViewLayers      *self);
gboolean bc_view_layers_append_stale    (BcViewLayers      *self,
                                         GtkSnapshot       *snapshot,
                                         PangoContext      *pango,
                                         const BcBox       *visible);

G_END_DECLS
