/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include <math.h>

/* Chamfer distances: steps of 5 along and 7 across are within 2 % of the straight distance (Borgefors 1986). */
#define STEP 5
#define STEP_ACROSS 7

/* A part smaller than this share of the largest is a fragment: no place for a tick. */
#define SMALLEST_PART 0.2

/* A limb is a long ridge of nearly equal depth; of the points at least this deep, the most central is taken. */
#define DEEP_ENOUGH 0.85

/* A rectangle of the id buffer around one region, with one pixel to spare on each side. */
typedef struct
{
  const BcView *view;
  BcRegion      region;
  int           x;
  int           y;
  int           width;
  int           height;
  guint16      *depth; /* chamfer distance to the border, 0 outside the region */
  guint16      *part;  /* number of the connected part, from 1 */
} Patch;

typedef struct
{
  BcAnchor anchor;
  guint    n_pixels;
  guint    deepest;
  double   x;       /* centroid, pixels of the patch */
  double   y;
  double   nearest; /* squared distance of the chosen point to the centroid */
} Part;

static gboolean
is_inside (const Patch *patch,
           int          x,
           int          y)
{
  int at_x = patch->x + x;
  int at_y = patch->y + y;

  if (x < 0 || y < 0 || x >= patch->width || y >= patch->height
      || at_x < 0 || at_y < 0 || at_x >= patch->view->width || at_y >= patch->view->height)
    return FALSE;
  return patch->view->ids[at_y * patch->view->stride + at_x] == patch->region;
}

static guint
depth_at (const Patch *patch,
          int          x,
          int          y)
{
  if (x < 0 || y < 0 || x >= patch->width || y >= patch->height)
    return 0;
  return patch->depth[y * patch->width + x];
}

static guint16
deepen (const Patch *patch,
        int          x,
        int          y,
        int          towards)
{
  guint depth = depth_at (patch, x, y);

  depth = MIN (depth, depth_at (patch, x - towards, y) + STEP);
  depth = MIN (depth, depth_at (patch, x, y - towards) + STEP);
  depth = MIN (depth, depth_at (patch, x - 1, y - towards) + STEP_ACROSS);
  depth = MIN (depth, depth_at (patch, x + 1, y - towards) + STEP_ACROSS);
  return (guint16) depth;
}

static void
measure_depth (Patch *patch)
{
  for (int y = 0; y < patch->height; y++)
    for (int x = 0; x < patch->width; x++)
      patch->depth[y * patch->width + x] = is_inside (patch, x, y) ? G_MAXUINT16 : 0;
  for (int y = 0; y < patch->height; y++)
    for (int x = 0; x < patch->width; x++)
      patch->depth[y * patch->width + x] = deepen (patch, x, y, 1);
  for (int y = patch->height - 1; y >= 0; y--)
    for (int x = patch->width - 1; x >= 0; x--)
      patch->depth[y * patch->width + x] = deepen (patch, x, y, -1);
}

/* Marks everything that hangs together with the start as part @number. */
static void
flood (Patch   *patch,
       int      start,
       guint16  number,
       GArray  *stack,
       Part    *part)
{
  g_array_set_size (stack, 0);
  g_array_append_val (stack, start);
  patch->part[start] = number;
  while (stack->len > 0)
    {
      int at = g_array_index (stack, int, stack->len - 1);
      int x = at % patch->width;
      int y = at / patch->width;
      const int next[4][2] = { { x - 1, y }, { x + 1, y }, { x, y - 1 }, { x, y + 1 } };

      g_array_set_size (stack, stack->len - 1);
      part->n_pixels++;
      part->x += x;
      part->y += y;
      part->deepest = MAX (part->deepest, patch->depth[at]);
      for (guint i = 0; i < G_N_ELEMENTS (next); i++)
        {
          int to = next[i][1] * patch->width + next[i][0];

          if (!is_inside (patch, next[i][0], next[i][1]) || patch->part[to] != 0)
            continue;
          patch->part[to] = number;
          g_array_append_val (stack, to);
        }
    }
  part->x /= part->n_pixels;
  part->y /= part->n_pixels;
}

static GArray *
find_parts (Patch *patch)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (int at = 0; at < patch->width * patch->height; at++)
    {
      Part part = { .nearest = INFINITY };

      if (patch->depth[at] == 0 || patch->part[at] != 0 || parts->len >= G_MAXUINT16 - 1)
        continue;
      flood (patch, at, (guint16) (parts->len + 1), stack, &part);
      g_array_append_val (parts, part);
    }
  return parts;
}

static void
choose_points (Patch  *patch,
               GArray *parts)
{
  for (int at = 0; at < patch->width * patch->height; at++)
    {
      int x = at % patch->width;
      int y = at / patch->width;
      double away;
      Part *part;

      if (patch->part[at] == 0)
        continue;
      part = &g_array_index (parts, Part, patch->part[at] - 1);
      away = (x - part->x) * (x - part->x) + (y - part->y) * (y - part->y);
      if (patch->depth[at] < DEEP_ENOUGH * part->deepest || away >= part->nearest)
        continue;
      part->nearest = away;
      part->anchor.x = patch->view->box.x + patch->x + x + 0.5;
      part->anchor.y = patch->view->box.y + patch->y + y + 0.5;
      part->anchor.radius = (double) patch->depth[at] / STEP;
    }
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  guint first = ((const Part *) a)->n_pixels;
  guint second = ((const Part *) b)->n_pixels;

  return (first < second) - (first > second);
}

/*
 * The points deepest inside the connected parts of a region, largest part first: where a tick, a sign or the
 * bend of an arrow has the most room. A pole of inaccessibility, not a centroid, so it is always in the region.
 */
GArray *
bc_anchors_new (const BcView *view,
                BcRegion      region)
{
  const BcBox *box = &view->shapes[region].box;
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (BcAnchor));
  g_autofree guint16 *depth = NULL;
  g_autofree guint16 *number = NULL;
  g_autoptr (GArray) parts = NULL;
  Patch patch = { .view = view, .region = region };

  patch.x = (int) floor (box->x - view->box.x) - 1;
  patch.y = (int) floor (box->y - view->box.y) - 1;
  patch.width = (int) ceil (box->width) + 3;
  patch.height = (int) ceil (box->height) + 3;
  patch.depth = depth = g_new0 (guint16, (gsize) patch.width * (gsize) patch.height);
  patch.part = number = g_new0 (guint16, (gsize) patch.width * (gsize) patch.height);
  measure_depth (&patch);
  parts = find_parts (&patch);
  choose_points (&patch, parts);
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (part->n_pixels >= SMALLEST_PART * g_array_index (parts, Part, 0).n_pixels)
        g_array_append_val (anchors, part->anchor);
    }
  return anchors;
}
