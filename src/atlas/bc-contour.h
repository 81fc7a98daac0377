/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/* A border with more runs is noise to the alignment. */
#define BC_CONTOUR_MOST_RUNS 40

/**
 * BcContourRun:
 * @neighbour: the region on the other side, %BC_REGION_NONE off the body
 * @start: where the run begins, mm along the contour
 * @length: mm
 * @x: mm, the middle of the run
 * @y: mm
 *
 * A stretch of a border along which one region has one neighbour.
 */
typedef struct
{
  BcRegion neighbour;
  double   start;
  double   length;
  double   x;
  double   y;
} BcContourRun;

/**
 * BcContour:
 * @region: the region that it encloses
 * @frame: the box of the view
 * @length: mm
 * @x: mm, the mean of its points
 * @y: mm
 * @runs: of BcContourRun, along the contour; they cover it
 *
 * The outer border of a connected part of a region in a view, clockwise as seen.
 */
typedef struct
{
  BcRegion region;
  BcBox    frame;
  double   length;
  double   x;
  double   y;
  GArray  *runs;
  GArray  *points; /* private: use bc_contour_get_point() */
} BcContour;

GPtrArray *bc_contours_new         (const BcView    *view) G_GNUC_WARN_UNUSED_RESULT; /* of BcContour */
void       bc_contour_free         (BcContour       *contour);
void       bc_contour_get_point    (const BcContour *contour,
                                    double           along,
                                    double          *x,
                                    double          *y);
gboolean   bc_contour_align        (const BcContour *from,
                                    const BcContour *to,
                                    int             *partners);
double     bc_contour_get_distance (const BcContour *from,
                                    const BcContour *to);

G_END_DECLS
