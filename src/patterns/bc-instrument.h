/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/*
 * Scores of the literature that a body chart answers as it is drawn: which areas make up an item, on which side, and
 * in words how items add up. What computes a score lies elsewhere.
 */

/**
 * BcItemSide:
 * @BC_ITEM_SIDE_LEFT: the areas of the patient's left
 * @BC_ITEM_SIDE_EITHER: the areas of any side
 * @BC_ITEM_SIDE_EACH: the item is asked of each side on its own
 */
typedef enum
{
  BC_ITEM_SIDE_LEFT,
  BC_ITEM_SIDE_RIGHT,
  BC_ITEM_SIDE_EITHER,
  BC_ITEM_SIDE_EACH
} BcItemSide;

typedef struct
{
  char       *id;    /* within the instrument: "1", "classic" */
  char       *name;
  BcItemSide  side;
  GArray     *areas; /* of guint */
  char       *group; /* items that are counted together: "left-upper", "axial"; "" */
  char       *rule;  /* when it counts */
  char       *note;
} BcInstrumentItem;

typedef struct
{
  char *id;   /* within the instrument: "total", "criteria" */
  char *name;
  char *rule; /* how it follows from the items */
  char *note;
} BcInstrumentTotal;

typedef struct
{
  char      *id;
  char      *name;
  GStrv      sources; /* ids */
  GPtrArray *items;   /* of BcInstrumentItem, perhaps none */
  GPtrArray *totals;  /* of BcInstrumentTotal, perhaps none */
} BcInstrument;

const BcInstrument *bc_maps_lookup_instrument      (const BcMaps           *maps,
                                                    const char             *id);
gboolean            bc_instrument_item_has_region  (const BcInstrumentItem *item,
                                                    BcRegion                region);

G_END_DECLS
