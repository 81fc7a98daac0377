/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-coverage.h"

#include "bc-atlas-private.h"

#include <math.h>

/* Of the walk along a centre line, mm: half a pixel, so that only the corner of a region can be missed. */
#define WALK_STEP 0.5

/* The regions that a stroke covers, in the order in which it reaches them. */
typedef struct
{
  const BcView     *view;
  const BcCoverage *coverage;
  gboolean          met[BC_N_REGIONS + 1];
  BcRegion          order[BC_N_REGIONS];
  guint             n_met;
  guint             n_covered; /* all that there are to meet */
} Walk;

static void
meet (Walk    *walk,
      BcRegion region)
{
  if (region == BC_REGION_NONE || walk->met[region] || bc_coverage_count (walk->coverage, region) == 0)
    return;
  walk->met[region] = TRUE;
  walk->order[walk->n_met++] = region;
}

/* Narrows @first..@last, parts of a way, to where start + part * way lies within low..high (Liang and Barsky 1984). */
static void
clip (double  start,
      double  way,
      double  low,
      double  high,
      double *first,
      double *last)
{
  if (way == 0)
    {
      if (start < low || start > high)
        *last = -1;
      return;
    }
  *first = MAX (*first, ((way > 0 ? low : high) - start) / way);
  *last = MIN (*last, ((way > 0 ? high : low) - start) / way);
}

static void
walk_segment (Walk                *walk,
              const BcStrokePoint *from,
              const BcStrokePoint *to)
{
  const BcBox *box = &walk->view->box;
  double way_x = (double) to->x - from->x;
  double way_y = (double) to->y - from->y;
  double first = 0;
  double last = 1;
  int n_steps;

  /* A segment may begin or end far away: only what lies over the drawing is walked. */
  clip (from->x, way_x, box->x, box->x + box->width, &first, &last);
  clip (from->y, way_y, box->y, box->y + box->height, &first, &last);
  if (!(first <= last))
    return;
  n_steps = (int) ceil ((last - first) * hypot (way_x, way_y) / WALK_STEP);
  for (int step = 0; step <= n_steps && walk->n_met < walk->n_covered; step++)
    {
      double part = first + (last - first) * (n_steps > 0 ? (double) step / n_steps : 0);

      meet (walk, bc_view_region_at (walk->view, from->x + part * way_x, from->y + part * way_y));
    }
}

static void
walk_points (Walk                *walk,
             const BcStrokePoint *points,
             guint                n_points)
{
  const BcStrokePoint *last = NULL;

  for (guint i = 0; i < n_points; i++)
    {
      if (!isfinite (points[i].x) || !isfinite (points[i].y))
        continue;
      walk_segment (walk, last != NULL ? last : &points[i], &points[i]);
      last = &points[i];
    }
}

/* What only the edge of the stroke touches, the largest first. */
static void
meet_the_rest (Walk *walk)
{
  while (walk->n_met < walk->n_covered)
    {
      BcRegion largest = BC_REGION_NONE;
      guint most = 0;

      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        if (!walk->met[region] && bc_coverage_count (walk->coverage, region) > most)
          {
            largest = region;
            most = bc_coverage_count (walk->coverage, region);
          }
      meet (walk, largest);
    }
}

/**
 * bc_coverage_measure:
 * @view: the view that the stroke was drawn in
 * @points: (array length=n_points): where it runs
 * @n_points: how many
 * @width: of the stroke where the pressure is 1, in mm
 *
 * What one stroke covers, as bc_coverage_add_stroke() defines it. Regions come in the order in which the centre line
 * reaches them, so the first is where a path begins; those that only the edge of the stroke touches come after them,
 * the largest first.
 *
 * Returns: (transfer full) (element-type BcCover): the regions, none for a stroke beside the body
 */
GArray *
bc_coverage_measure (const BcView        *view,
                     const BcStrokePoint *points,
                     guint                n_points,
                     double               width)
{
  g_autoptr (BcCoverage) coverage = NULL;
  GArray *covers;
  Walk walk = { 0 };
  double total = 0;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (points != NULL || n_points == 0, NULL);
  g_return_val_if_fail (isfinite (width) && width >= 0, NULL);

  coverage = bc_coverage_new (view);
  bc_coverage_add_stroke (coverage, points, n_points, width);
  walk.view = view;
  walk.coverage = coverage;
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      total += bc_coverage_count (coverage, region);
      walk.n_covered += bc_coverage_count (coverage, region) > 0;
    }
  walk_points (&walk, points, n_points);
  meet_the_rest (&walk);

  covers = g_array_sized_new (FALSE, FALSE, sizeof (BcCover), walk.n_met);
  for (guint i = 0; i < walk.n_met; i++)
    {
      BcCover cover = { walk.order[i], bc_coverage_get_share (coverage, walk.order[i]),
                        bc_coverage_count (coverage, walk.order[i]) / total };

      g_array_append_val (covers, cover);
    }
  return covers;
}
