/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-ink.h"

G_BEGIN_DECLS

/**
 * BcPlacedStroke:
 * @body: where it lies, mm; empty where the view does not show it
 * @box: what it changes, pixels of the widget; empty as well
 *
 * A stroke and its place.
 */
typedef struct
{
  BcStroke *stroke;
  BcBox     body;
  BcBox     box;
} BcPlacedStroke;

struct _BcViewInk
{
  BcSymptom  *symptom;
  BcPen       pen;
  guint       serial;  /* changes with the strokes of this view, paths of radiation too */
  GArray     *strokes; /* of BcPlacedStroke, all of the symptom, oldest first */
  GHashTable *masks;   /* tile key to cairo_surface_t; to NULL where the tile is known to have no ink */
};

/* bc-view-ink-masks.c */
void bc_view_ink_mask_add     (BcViewInk         *self,
                               const BcTileSpace *space,
                               BcStroke          *stroke,
                               const BcBox       *box);
void bc_view_ink_mask_rebuild (BcViewInk         *self,
                               const BcTileSpace *space,
                               const BcBox       *changed);

G_END_DECLS
