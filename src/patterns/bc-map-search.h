/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/**
 * BcMapHit:
 * @pattern: the map
 * @why: what of it was met, as "shin (80 of 100), burning", or "" where its name says it
 *
 * A map that a search has found.
 */
typedef struct
{
  const BcPattern *pattern;
  char            *why;
} BcMapHit;

/**
 * BcMapIndex:
 *
 * What a search for maps looks through, made once of the maps.
 */
typedef struct _BcMapIndex BcMapIndex;

BcMapIndex *bc_map_index_new    (const BcMaps *maps) G_GNUC_WARN_UNUSED_RESULT;
void        bc_map_index_free   (BcMapIndex   *self);
GPtrArray  *bc_map_index_search (BcMapIndex   *self,
                                 const char   *text) G_GNUC_WARN_UNUSED_RESULT; /* of BcMapHit, best first */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcMapIndex, bc_map_index_free)

G_END_DECLS
