/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-region.h"

G_BEGIN_DECLS

/**
 * BcPlace:
 * @name: as a person would say it: "Shin, right", or the name of a map: "L5 dermatome, right"
 * @detail: what else helps to choose (borders of the region, the synonym that was met, the family of the map), or ""
 * @regions: (array): the regions that it means; one for a region, the zones of a map, likeliest first
 * @n_regions: how many
 * @pattern: (nullable): the map, where it is one
 * @side: of the region; for a map the side of its source, %BC_SIDE_BOTH where it has none or is felt on both as a rule
 *
 * Something on the body that can be found by name.
 */
typedef struct
{
  char            *name;
  char            *detail;
  BcRegion         regions[BC_N_REGIONS];
  guint            n_regions;
  const BcPattern *pattern;
  BcSide           side;
} BcPlace;

void       bc_place_free   (BcPlace      *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcPlace, bc_place_free)

GPtrArray *bc_place_search (const BcMaps *maps, /* NULL for the regions alone */
                            const char   *text,
                            guint         most) G_GNUC_WARN_UNUSED_RESULT; /* of BcPlace, best first */

G_END_DECLS
