/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-figure-map.h"

#include "bc-atlas-private.h"
#include "bc-figure-pair.h"

#include <math.h>
#include <string.h>

/*
 * Regions have common borders on all figures, and the atlas carries each border from figure to figure by the topology
 * of one mesh. So borders are tied to borders: a stretch with the same two regions on its sides is the same place from
 * its one end to its other. Within a region a point follows the ties by mean value coordinates (Hormann and Floater
 * 2006): smooth, exact on the border, and exact for every affine change of shape. Two neighbours share the ties of
 * their border, so that a stroke does not tear there. Beside the body a point keeps its place next to the outline.
 */

/* How far from where the ties put it a point is looked for in its region, mm. */
#define SEARCH_RADIUS 120

/* Keeps a weight finite right on a tie, mm2. */
#define SOFTENING 0.01

typedef struct
{
  double x;
  double y;
} Place;

static gboolean
is_within (const BcPatch *patch,
           Place          p)
{
  gboolean within = FALSE;

  if (p.x < patch->box.x || p.y < patch->box.y || p.x > patch->box.x + patch->box.width
      || p.y > patch->box.y + patch->box.height)
    return FALSE;
  for (guint i = 0, last = patch->ties->len - 1; i < patch->ties->len; last = i++)
    {
      const BcTie *a = &g_array_index (patch->ties, BcTie, last);
      const BcTie *b = &g_array_index (patch->ties, BcTie, i);

      if ((a->y > p.y) != (b->y > p.y) && p.x < a->x + (p.y - a->y) / (b->y - a->y) * (b->x - a->x))
        within = !within;
    }
  return within;
}

static double
get_distance2 (const BcPatch *patch,
               Place          p)
{
  double least = INFINITY;

  for (guint i = 0; i < patch->ties->len; i++)
    {
      const BcTie *tie = &g_array_index (patch->ties, BcTie, i);

      least = MIN (least, (tie->x - p.x) * (tie->x - p.x) + (tie->y - p.y) * (tie->y - p.y));
    }
  return least;
}

/* The part of a region that a point lies in; next to which it lies where the ties cut a corner. */
static const BcPatch *
find_patch (const GPtrArray *patches,
            Place            p)
{
  const BcPatch *nearest = NULL;
  double least = INFINITY;

  if (patches == NULL || patches->len == 0)
    return NULL;
  if (patches->len == 1)
    return g_ptr_array_index (patches, 0);
  for (guint i = 0; i < patches->len; i++)
    {
      const BcPatch *patch = g_ptr_array_index (patches, i);
      double distance2;

      if (is_within (patch, p))
        return patch;
      distance2 = get_distance2 (patch, p);
      if (distance2 < least)
        {
          least = distance2;
          nearest = patch;
        }
    }
  return nearest;
}

typedef struct
{
  double x;
  double y;
  double weight;
} Sum;

/* A tie as seen from a point: the way to it, and how far that is. */
typedef struct
{
  const BcTie *tie;
  double       x;
  double       y;
  double       distance;
} Sight;

static Sight
look_at (const BcTie *tie,
         Place        p)
{
  Sight sight = { tie, tie->x - p.x, tie->y - p.y, 0 };

  sight.distance = sqrt (sight.x * sight.x + sight.y * sight.y);
  return sight;
}

/* Adds one side of a border; FALSE where the point lies on it, and then @to is its place. */
static gboolean
add_side (Sum         *sum,
          const Sight *a,
          const Sight *b,
          Place       *to)
{
  double product = a->distance * b->distance;
  double beside = product + a->x * b->x + a->y * b->y; /* 0 where the two lie in opposite directions */
  double half_tangent;
  double a_weight;
  double b_weight;

  if (beside <= 1e-9 * (product + 1))
    {
      double length = a->distance + b->distance;
      double part = length > 0 ? a->distance / length : 0;

      to->x = a->tie->to_x + part * (b->tie->to_x - a->tie->to_x);
      to->y = a->tie->to_y + part * (b->tie->to_y - a->tie->to_y);
      return FALSE;
    }
  half_tangent = (a->x * b->y - a->y * b->x) / (beside * product);
  a_weight = half_tangent * b->distance;
  b_weight = half_tangent * a->distance;
  sum->x += a_weight * a->tie->to_x + b_weight * b->tie->to_x;
  sum->y += a_weight * a->tie->to_y + b_weight * b->tie->to_y;
  sum->weight += a_weight + b_weight;
  return TRUE;
}

static Place
map_within (const BcPatch *patch,
            Place          p)
{
  const BcTie *ties = (const BcTie *) (gconstpointer) patch->ties->data;
  Sum sum = { 0 };
  Place to = p;
  Sight last = look_at (&ties[patch->ties->len - 1], p);

  for (guint i = 0; i < patch->ties->len; i++)
    {
      Sight next = look_at (&ties[i], p);

      if (!add_side (&sum, &last, &next, &to))
        return to;
      last = next;
    }
  return (Place) { sum.x / sum.weight, sum.y / sum.weight };
}

/* Where no border encloses the point: as far from the ties as before, times the scale; near ties say most. */
static Place
map_beside (const GArray *ties,
            double        scale,
            Place         p)
{
  Sum sum = { 0 };

  for (guint i = 0; i < ties->len; i++)
    {
      const BcTie *tie = &g_array_index (ties, BcTie, i);
      double x = p.x - tie->x;
      double y = p.y - tie->y;
      double distance2 = x * x + y * y + SOFTENING;
      double weight = 1 / (distance2 * distance2);

      sum.x += weight * (tie->to_x + scale * x);
      sum.y += weight * (tie->to_y + scale * y);
      sum.weight += weight;
    }
  return (Place) { sum.x / sum.weight, sum.y / sum.weight };
}

/*
 * Moves a point to the nearest place that belongs to @region, where it is not in it and there is one near. It looks at
 * the point as it is stored, so that rounding leads over no border afterwards.
 */
static void
move_into (const BcView  *view,
           BcRegion       region,
           BcStrokePoint *point)
{
  const Place p = { point->x, point->y };
  double least = INFINITY;

  if (bc_view_region_at (view, p.x, p.y) == region
      || (region != BC_REGION_NONE && !bc_view_has_region (view, region)))
    return;
  /* In squares around it; a square at a distance of r holds nothing nearer than r - 1. */
  for (int r = 1; r <= SEARCH_RADIUS && r - 1 < least; r++)
    for (int dy = -r; dy <= r; dy++)
      for (int dx = -r; dx <= r; dx += abs (dy) == r ? 1 : 2 * r)
        {
          /* the middle of a pixel is as good as any of it */
          Place at = { floor (p.x - view->box.x) + dx + 0.5 + view->box.x,
                       floor (p.y - view->box.y) + dy + 0.5 + view->box.y };
          double distance = hypot (at.x - p.x, at.y - p.y);

          if (distance >= least || bc_view_region_at (view, at.x, at.y) != region)
            continue;
          least = distance;
          point->x = (float) at.x;
          point->y = (float) at.y;
        }
}

static void
map_point (const BcFigurePair *pair,
           const BcView       *from,
           const BcView       *to,
           BcStrokePoint      *point)
{
  const Place p = { point->x, point->y };
  BcRegion region = bc_view_region_at (from, p.x, p.y);
  const BcPatch *patch = region != BC_REGION_NONE ? find_patch (pair->patches[region], p) : NULL;
  Place mapped = { NAN, NAN };

  if (patch != NULL)
    mapped = map_within (patch, p);
  if (!isfinite (mapped.x) || !isfinite (mapped.y))
    mapped = map_beside (region == BC_REGION_NONE ? pair->outline : pair->borders, pair->scale, p);
  point->x = (float) mapped.x;
  point->y = (float) mapped.y;
  move_into (to, region, point);
}

/**
 * bc_figure_map_points:
 * @from: (transfer none): a view of the atlas
 * @to: (transfer none): the same view of any figure
 * @points: (array length=n_points): in mm of @from
 * @n_points: how many
 * @mapped: (out caller-allocates) (array length=n_points): in mm of @to, with the pressure of @points; may be @points
 *
 * Puts every point at its place on another figure: in the same region, and about where it was within that. Where the
 * view of the other figure does not show the region, the point goes to where the borders around it suggest. Points that
 * are no numbers stay as they are. To the same figure the map is the identity.
 *
 * There and back a point returns to within 0.2 mm in half of all places, and to within 16 mm in 99 of 100. The rest
 * lies where the figures differ in what touches what: limbs that hide a part of the trunk on one of them only. There
 * two points next to each other may also part, since both stay in their regions; elsewhere 2 mm stay below 12 mm.
 */
void
bc_figure_map_points (const BcView        *from,
                      const BcView        *to,
                      const BcStrokePoint *points,
                      guint                n_points,
                      BcStrokePoint       *mapped)
{
  const BcFigurePair *pair;

  g_return_if_fail (from != NULL && to != NULL);
  g_return_if_fail (bc_view_get_id (from) == bc_view_get_id (to));
  g_return_if_fail ((points != NULL && mapped != NULL) || n_points == 0);

  if (from == to)
    {
      memmove (mapped, points, n_points * sizeof *points);
      return;
    }
  pair = bc_figure_pair_get (from, to);
  for (guint i = 0; i < n_points; i++)
    {
      mapped[i] = points[i];
      if (isfinite (points[i].x) && isfinite (points[i].y))
        map_point (pair, from, to, &mapped[i]);
    }
}

/**
 * bc_figure_map_width:
 * @from: a view
 * @to: the same view of any figure
 * @width: mm of @from
 *
 * Scales by the square root of the two drawings' areas, so that a stroke covers about the same share of the body.
 *
 * Returns: the width in mm of @to
 */
double
bc_figure_map_width (const BcView *from,
                     const BcView *to,
                     double        width)
{
  g_return_val_if_fail (from != NULL && to != NULL, width);
  g_return_val_if_fail (bc_view_get_id (from) == bc_view_get_id (to), width);

  return from == to ? width : width * bc_figure_pair_get (from, to)->scale;
}
