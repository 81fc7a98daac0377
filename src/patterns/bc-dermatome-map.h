/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/*
 * Maps of all segments at once. The maps that are taught disagree with each other, so rivals stand side by side: the
 * areas of touch, the key points of the spinal-injury examination, where pain of the roots is felt.
 */

/* What an overlay can colour, and what fits into an area of the figure. */
#define BC_DERMATOME_MAX_LEVELS 64
#define BC_DERMATOME_MAX_NAME 8 /* characters */

typedef struct
{
  char            *name;    /* "L5" */
  const BcPattern *pattern; /* whose zones hold; NULL where the level has its own */
  GArray          *zones;   /* of BcZone; of a key point the note says where it lies, translated */
} BcDermatomeLevel;

typedef struct
{
  char      *id;
  char      *name;    /* as "Key sensory points" */
  char      *about;   /* what it shows and what it is good for */
  GStrv      sources; /* ids */
  GPtrArray *levels;  /* of BcDermatomeLevel, from head to tail */
} BcDermatomeMap;

const BcDermatomeMap *bc_maps_lookup_dermatome_map       (const BcMaps           *maps,
                                                          const char             *id);
double                bc_dermatome_level_get_probability (const BcDermatomeLevel *level,
                                                          BcSide                  side,
                                                          BcRegion                region); /* 0 outside every zone */

G_END_DECLS
