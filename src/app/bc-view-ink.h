/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-tile-space.h"

G_BEGIN_DECLS

/**
 * BcViewInk:
 *
 * The brush strokes of one symptom in one view. Their union is kept as a mask a tile, so that one more stroke costs
 * what it covers itself, however many there are.
 */
typedef struct _BcViewInk BcViewInk;

BcViewInk *bc_view_ink_new         (BcSymptom         *symptom) G_GNUC_WARN_UNUSED_RESULT;
void       bc_view_ink_free        (BcViewInk         *self);
BcSymptom *bc_view_ink_get_symptom (BcViewInk         *self);
guint      bc_view_ink_get_serial  (BcViewInk         *self);
gboolean   bc_view_ink_update_pen  (BcViewInk         *self);
gboolean   bc_view_ink_is_current  (BcViewInk         *self);
void       bc_view_ink_place       (BcViewInk         *self,
                                    const BcTileSpace *space); /* the space has changed; call before anything else */
void       bc_view_ink_read        (BcViewInk         *self,
                                    const BcTileSpace *space,
                                    GArray            *damage); /* of BcBox, added to */
gboolean   bc_view_ink_add         (BcViewInk         *self,
                                    const BcTileSpace *space,
                                    BcStroke          *stroke,
                                    BcBox             *box); /* (out): what has to be painted again */
gboolean   bc_view_ink_meets       (BcViewInk         *self,
                                    const BcBox       *box);
void       bc_view_ink_paint       (BcViewInk         *self,
                                    const BcTileSpace *space,
                                    cairo_t           *cr,
                                    const BcBox       *box,
                                    GArray            *keys); /* of gpointer: the tiles on which @box lies */
void       bc_view_ink_forget_tile (BcViewInk         *self,
                                    gpointer           key);
gsize      bc_view_ink_get_bytes   (BcViewInk         *self,
                                    gpointer           key);

G_END_DECLS
