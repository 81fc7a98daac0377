/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include <math.h>
#include <string.h>

/* Chamfer distances: steps of 5 along and 7 across are within 2 % of the straight distance (Borgefors 1986). */
#define STEP 5
#define STEP_ACROSS 7

/* A part smaller than this share of the largest is a fragment: no place for a tick. */
#define SMALLEST_PART 0.2

/* A limb is a long ridge of nearly equal depth; of the points at least this deep, the most central is taken. */
#define DEEP_ENOUGH 0.85

/* A stretch of one row that lies in the region; those of one part hang together by @parent. */
typedef struct
{
  int   y;
  int   from; /* first column */
  int   to;   /* one after the last */
  guint parent;
  guint part; /* index of its part */
} Run;

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
  GArray       *runs;  /* of Run, row by row */
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

static void
find_runs (Patch *patch)
{
  const BcView *view = patch->view;
  int left = MAX (patch->x, 0);
  int right = MIN (patch->x + patch->width, view->width);

  for (int y = MAX (-patch->y, 0); y < patch->height && patch->y + y < view->height; y++)
    {
      const guint8 *row = view->ids + (gsize) (patch->y + y) * (gsize) view->stride;
      const guint8 *at = row + left;

      while (at < row + right && (at = memchr (at, patch->region, (gsize) (row + right - at))) != NULL)
        {
          Run run = { .y = y, .from = (int) (at - row) - patch->x, .parent = patch->runs->len };

          while (at < row + right && *at == patch->region)
            at++;
          run.to = (int) (at - row) - patch->x;
          g_array_append_val (patch->runs, run);
        }
    }
}

/* One of the two passes: @step is 1 downwards and to the right, -1 back. A pixel is as deep as the shallowest way to it. */
static void
deepen (const Patch *patch,
        const Run   *run,
        int          step)
{
  guint16 *row = patch->depth + (gsize) run->y * (gsize) patch->width;
  const guint16 *before = row - step * patch->width;
  int n = run->to - run->from;

  for (int i = 0, x = step > 0 ? run->from : run->to - 1; i < n; i++, x += step)
    {
      guint straight = MIN (row[x - step], before[x]) + STEP;
      guint across = MIN (before[x - 1], before[x + 1]) + STEP_ACROSS;

      row[x] = (guint16) MIN (row[x], MIN (straight, across));
    }
}

static void
measure_depth (Patch *patch)
{
  Run *runs = (Run *) (gpointer) patch->runs->data;

  for (guint i = 0; i < patch->runs->len; i++)
    memset (patch->depth + (gsize) runs[i].y * (gsize) patch->width + runs[i].from, 0xff,
            (gsize) (runs[i].to - runs[i].from) * sizeof (guint16));
  for (guint i = 0; i < patch->runs->len; i++)
    deepen (patch, &runs[i], 1);
  for (guint i = patch->runs->len; i-- > 0;)
    deepen (patch, &runs[i], -1);
}

static guint
find_root (Run   *runs,
           guint  i)
{
  while (runs[i].parent != i)
    {
      runs[i].parent = runs[runs[i].parent].parent;
      i = runs[i].parent;
    }
  return i;
}

/* Runs of neighbouring rows that touch are one part; its root is the uppermost of them. */
static void
join_runs (Patch *patch)
{
  Run *runs = (Run *) (gpointer) patch->runs->data;
  guint above = 0;

  for (guint i = 0; i < patch->runs->len; i++)
    {
      while (runs[above].y < runs[i].y - 1 || (runs[above].y == runs[i].y - 1 && runs[above].to <= runs[i].from))
        above++;
      for (guint j = above; runs[j].y == runs[i].y - 1 && runs[j].from < runs[i].to; j++)
        {
          guint a = find_root (runs, i);
          guint b = find_root (runs, j);

          runs[MAX (a, b)].parent = MIN (a, b);
        }
    }
}

static void
add_run (Part        *part,
         const Patch *patch,
         const Run   *run)
{
  const guint16 *row = patch->depth + (gsize) run->y * (gsize) patch->width;
  int n = run->to - run->from;

  part->n_pixels += (guint) n;
  part->x += (double) n * (run->from + run->to - 1) / 2;
  part->y += (double) n * run->y;
  for (int x = run->from; x < run->to; x++)
    part->deepest = MAX (part->deepest, row[x]);
}

/* Numbered in the order in which a reader of the rows meets them. */
static GArray *
find_parts (Patch *patch)
{
  Run *runs = (Run *) (gpointer) patch->runs->data;
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  join_runs (patch);
  for (guint i = 0; i < patch->runs->len; i++)
    {
      guint root = find_root (runs, i);
      Part part = { .nearest = INFINITY };

      runs[i].part = root == i ? parts->len : runs[root].part;
      if (root == i)
        g_array_append_val (parts, part);
      add_run (&g_array_index (parts, Part, runs[i].part), patch, &runs[i]);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->x /= part->n_pixels;
      part->y /= part->n_pixels;
    }
  return parts;
}

static void
choose_points (Patch  *patch,
               GArray *parts)
{
  for (guint i = 0; i < patch->runs->len; i++)
    {
      const Run *run = &g_array_index (patch->runs, Run, i);
      const guint16 *row = patch->depth + (gsize) run->y * (gsize) patch->width;
      Part *part = &g_array_index (parts, Part, run->part);

      for (int x = run->from; x < run->to; x++)
        {
          double away = (x - part->x) * (x - part->x) + (run->y - part->y) * (run->y - part->y);

          if (row[x] < DEEP_ENOUGH * part->deepest || away >= part->nearest)
            continue;
          part->nearest = away;
          part->anchor.x = patch->view->box.x + patch->x + x + 0.5;
          part->anchor.y = patch->view->box.y + patch->y + run->y + 0.5;
          part->anchor.radius = (double) row[x] / STEP;
        }
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
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GArray) parts = NULL;
  Patch patch = { .view = view, .region = region };

  patch.x = (int) floor (box->x - view->box.x) - 1;
  patch.y = (int) floor (box->y - view->box.y) - 1;
  patch.width = (int) ceil (box->width) + 3;
  patch.height = (int) ceil (box->height) + 3;
  patch.depth = depth = g_new0 (guint16, (gsize) patch.width * (gsize) patch.height);
  patch.runs = runs;
  find_runs (&patch);
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
