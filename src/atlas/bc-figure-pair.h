/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/**
 * BcTie:
 * @x: mm, on a border of one figure
 * @y: mm
 * @to_x: mm, the same place on the other figure
 * @to_y: mm
 *
 * A place on a border that two figures share.
 */
typedef struct
{
  double x;
  double y;
  double to_x;
  double to_y;
} BcTie;

/**
 * BcPatch:
 * @ties: of BcTie, once round the border
 * @box: around the ties, in mm of the first figure
 *
 * One connected part of a region with its counterpart.
 */
typedef struct
{
  GArray *ties;
  BcBox   box;
} BcPatch;

/**
 * BcFigurePair:
 * @patches: (element-type BcPatch): by region; %NULL where one of the views does not show the region
 * @borders: of BcTie: all of them
 * @outline: of BcTie: those on the outline of the body
 * @scale: mm of the second figure for one mm of the first
 *
 * How one view of a figure lies on the same view of another.
 */
typedef struct
{
  GPtrArray *patches[BC_N_REGIONS + 1];
  GArray    *borders;
  GArray    *outline;
  double     scale;
} BcFigurePair;

const BcFigurePair *bc_figure_pair_get (const BcView *from,
                                        const BcView *to);

G_END_DECLS
