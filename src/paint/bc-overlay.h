/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

G_BEGIN_DECLS

/**
 * BcOverlaySign:
 * @BC_OVERLAY_PLAIN: nothing beyond the tint
 * @BC_OVERLAY_EXPLAINED: marked, and the map reaches there
 * @BC_OVERLAY_UNEXPLAINED: marked, and the map does not reach there
 * @BC_OVERLAY_EXPECTED_CLEAR: clear, though the map would have pain there
 *
 * What a map has to do with what is marked in a region.
 */
typedef enum
{
  BC_OVERLAY_PLAIN,
  BC_OVERLAY_EXPLAINED,
  BC_OVERLAY_UNEXPLAINED,
  BC_OVERLAY_EXPECTED_CLEAR
} BcOverlaySign;

/* Hues of a layer of many maps side by side, as the dermatomes; neighbours take different ones. */
#define BC_OVERLAY_N_HUES 4

/**
 * BcOverlay:
 * @name: what lies over the figure, to be written on it
 * @source: (nullable): the publications that it is from, likewise
 * @tint: 0..1 for each region (element 0 unused); of one map: how likely pain is there
 * @hue: 0: the colour of maps; 1 to %BC_OVERLAY_N_HUES: one of the hues of a layer
 * @sign: BcOverlaySign
 * @labels: (nullable): a few letters written into the region, as "L5"; regions next to each other that carry the same
 *   label form one area, which is labelled once a view
 *
 * Maps laid over the figure, below the marks. Plain data; arrays are indexed by BcRegion.
 */
typedef struct
{
  char   *name;
  char   *source;
  double  tint[BC_N_REGIONS + 1];
  guint8  hue[BC_N_REGIONS + 1];
  guint8  sign[BC_N_REGIONS + 1];
  char   *labels[BC_N_REGIONS + 1];
} BcOverlay;

BcOverlay *bc_overlay_new   (const char      *name) G_GNUC_WARN_UNUSED_RESULT;
BcOverlay *bc_overlay_copy  (const BcOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) gives NULL */
void       bc_overlay_free  (BcOverlay       *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOverlay, bc_overlay_free)

G_END_DECLS
