/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-map-search.h"
#include "bc-place-private.h"

G_BEGIN_DECLS

/**
 * BcMapTrait:
 * @text: as it is told
 * @words: all that is typed for it
 * @ways: what has to be typed beside them for a factor: "worse", "better"
 */
typedef struct
{
  char         *text;
  BcPlaceWords  words;
  BcPlaceWords  ways;
} BcMapTrait;

struct _BcMapIndex
{
  const BcMaps *maps;
  GPtrArray    *names;   /* of BcPlaceEntry, in the order of the patterns */
  GPtrArray    *traits;  /* of GArray of BcMapTrait, likewise */
};

G_END_DECLS
