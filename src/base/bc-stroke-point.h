/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

G_BEGIN_DECLS

/**
 * BcStrokePoint:
 * @x: mm of the body
 * @y: mm of the body
 * @pressure: 0..1, how wide the stroke is here, as part of its width; 1 where the device knows no pressure
 *
 * A place that a freehand stroke runs through, in the space of one view.
 */
typedef struct
{
  float x;
  float y;
  float pressure;
} BcStrokePoint;

/**
 * BcCover:
 * @region: a region
 * @share: covered share of the region's skin, 0..1
 * @part: which part of the ink lies in this region, 0..1; the parts of one stroke make 1
 *
 * What freehand ink covers of one region.
 */
typedef struct
{
  BcRegion region;
  double   share;
  double   part;
} BcCover;

G_END_DECLS
