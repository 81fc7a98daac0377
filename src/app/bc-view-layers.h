/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-tile-space.h"

G_BEGIN_DECLS

/**
 * BcViewLayers:
 *
 * The picture of one view, kept as tiles in device pixels, so that a frame only copies them: figure, map, marks and
 * ink below; paths, arrows and labels above; captions. What changes is painted again within its own box.
 */
typedef struct _BcViewLayers BcViewLayers;

/**
 * BcLayersCount:
 * @figure: tiles whose figure was painted
 * @picture: times that marks and ink were painted into a tile or a part of one
 * @front: tiles whose paths, arrows and labels were painted
 * @kept: tiles that are kept now
 * @bytes: of pixels that are kept now
 *
 * What was done so far.
 */
typedef struct
{
  guint figure;
  guint picture;
  guint front;
  guint kept;
  gsize bytes;
} BcLayersCount;

BcViewLayers *bc_view_layers_new             (const BcView     *view) G_GNUC_WARN_UNUSED_RESULT;
BcViewLayers *bc_view_layers_new_for_ink     (const BcView     *view) G_GNUC_WARN_UNUSED_RESULT;
void          bc_view_layers_free            (BcViewLayers     *self);
void          bc_view_layers_set_visit       (BcViewLayers     *self,
                                              BcVisit          *visit); /* (nullable) */
void          bc_view_layers_set_under       (BcViewLayers     *self,
                                              BcVisit          *under); /* (nullable) */
void          bc_view_layers_set_overlay     (BcViewLayers     *self,
                                              const BcOverlay  *overlay); /* (nullable), not copied */
void          bc_view_layers_set_place       (BcViewLayers     *self,
                                              const BcViewport *viewport,
                                              int               width,
                                              int               height,
                                              int               scale);
void          bc_view_layers_set_look        (BcViewLayers     *self,
                                              BcScheme          scheme,
                                              double            text_size);
void          bc_view_layers_text_changed    (BcViewLayers     *self);
void          bc_view_layers_regions_changed (BcViewLayers     *self,
                                              const guint8     *changed); /* [BC_N_REGIONS + 1] */
void          bc_view_layers_strokes_changed (BcViewLayers     *self,
                                              BcSymptom        *symptom, /* (nullable): of all */
                                              BcStroke         *added); /* (nullable) */
void          bc_view_layers_set_hurry       (BcViewLayers     *self,
                                              gboolean          hurry);
void          bc_view_layers_snapshot        (BcViewLayers     *self,
                                              GtkSnapshot      *snapshot,
                                              PangoContext     *pango,
                                              const BcBox      *visible);
BcLayersCount bc_view_layers_get_count       (BcViewLayers     *self);

G_END_DECLS
