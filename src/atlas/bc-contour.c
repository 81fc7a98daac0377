/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-contour.h"

#include "bc-atlas-private.h"

#include <math.h>

/* A part with a border shorter than this, in edges of pixels, is dust of the rasteriser. */
#define LEAST_EDGES 16

/* Contacts shorter than 4 mm are corners, as in region-adjacency.tsv; on a toe less, by its size. */
#define LEAST_RUN 4.0
#define LEAST_RUN_PART 0.08

/* The edges of pixels make a staircase; the mean over as many edges to either side gives the line back. */
#define SMOOTH 2

/* The edge of a pixel: where it starts, the region beyond it; then the smoothed place, and how far along it is. */
typedef struct
{
  int      column;
  int      row;
  BcRegion neighbour;
  double   x;
  double   y;
  double   along;
} Edge;

typedef struct
{
  int x;
  int y;
} Step;

static BcRegion
id_at (const BcView *view,
       int           column,
       int           row)
{
  if (column < 0 || row < 0 || column >= view->width || row >= view->height)
    return BC_REGION_NONE;
  return view->ids[row * view->stride + column];
}

/* The pixel ahead of a lattice point, to the right or to the left of the way. */
static BcRegion
id_ahead (const BcView *view,
          int           column,
          int           row,
          Step          way,
          gboolean      right)
{
  Step side = right ? (Step) { -way.y, way.x } : (Step) { way.y, -way.x };

  return id_at (view, column + (way.x + side.x - 1) / 2, row + (way.y + side.y - 1) / 2);
}

/*
 * Follows the edges of pixels with the region on the right, from the left edge of a pixel upwards and round to where it
 * began. Pixels that only touch at a corner do not hang together. Marks the left edges that it passes.
 */
static GArray *
trace (const BcView *view,
       guint8       *passed,
       int           column,
       int           row)
{
  GArray *edges = g_array_new (FALSE, TRUE, sizeof (Edge));
  BcRegion region = id_at (view, column, row);
  int start_column = column;
  int start_row = row + 1;
  Step way = { 0, -1 };

  row++;
  do
    {
      Edge edge = { 0 };

      edge.column = column;
      edge.row = row;
      edge.neighbour = id_ahead (view, column, row, way, FALSE);
      g_array_append_val (edges, edge);
      if (way.y < 0)
        passed[(row - 1) * view->width + column] = TRUE;
      column += way.x;
      row += way.y;
      if (id_ahead (view, column, row, way, TRUE) != region)
        way = (Step) { -way.y, way.x };
      else if (id_ahead (view, column, row, way, FALSE) == region)
        way = (Step) { way.y, -way.x };
    }
  while (column != start_column || row != start_row || way.y >= 0);
  return edges;
}

static const Edge *
edge_at (const GArray *edges,
         int           i)
{
  int n = (int) edges->len;

  return &g_array_index (edges, Edge, (i % n + n) % n);
}

static double
edge_length (const GArray *edges,
             int           i)
{
  const Edge *from = edge_at (edges, i);
  const Edge *to = edge_at (edges, i + 1);

  return hypot (to->x - from->x, to->y - from->y);
}

/* With y downwards and the region on the right, an outer border runs round a positive area and a hole's a negative. */
static gboolean
is_hole (const GArray *edges)
{
  double area = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = edge_at (edges, (int) i);
      const Edge *next = edge_at (edges, (int) i + 1);

      area += (double) edge->column * next->row - (double) next->column * edge->row;
    }
  return area < 0;
}

static void
measure (BcContour *contour)
{
  int n = (int) contour->points->len;

  for (int i = 0; i < n; i++)
    {
      Edge *edge = &g_array_index (contour->points, Edge, i);

      for (int k = -SMOOTH; k <= SMOOTH; k++)
        {
          edge->x += (contour->frame.x + edge_at (contour->points, i + k)->column) / (2 * SMOOTH + 1);
          edge->y += (contour->frame.y + edge_at (contour->points, i + k)->row) / (2 * SMOOTH + 1);
        }
      contour->x += edge->x / n;
      contour->y += edge->y / n;
    }
  for (int i = 0; i < n; i++)
    {
      g_array_index (contour->points, Edge, i).along = contour->length;
      contour->length += edge_length (contour->points, i);
    }
}

/* Gives what is too short to its longer neighbour, until nothing is, and joins runs of the same neighbour. */
static void
drop_short_runs (GArray *runs,
                 double  least)
{
  while (runs->len > 1)
    {
      guint shortest = 0;
      guint before;
      guint after;
      BcContourRun *run;

      for (guint i = 1; i < runs->len; i++)
        if (g_array_index (runs, BcContourRun, i).length < g_array_index (runs, BcContourRun, shortest).length)
          shortest = i;
      before = (shortest + runs->len - 1) % runs->len;
      after = (shortest + 1) % runs->len;
      run = &g_array_index (runs, BcContourRun, shortest);
      if (run->length >= least)
        return;
      if (g_array_index (runs, BcContourRun, before).length >= g_array_index (runs, BcContourRun, after).length)
        run->neighbour = g_array_index (runs, BcContourRun, before).neighbour;
      else
        run->neighbour = g_array_index (runs, BcContourRun, after).neighbour;
      for (guint i = 0; i < runs->len && runs->len > 1;)
        {
          guint next = (i + 1) % runs->len;
          BcContourRun *first = &g_array_index (runs, BcContourRun, i);

          if (first->neighbour != g_array_index (runs, BcContourRun, next).neighbour)
            {
              i++;
              continue;
            }
          first->length += g_array_index (runs, BcContourRun, next).length;
          g_array_remove_index (runs, next);
          if (next < i)
            break;
        }
    }
}

static void
find_runs (BcContour *contour)
{
  int n = (int) contour->points->len;
  int first = 0;

  while (first < n && edge_at (contour->points, first)->neighbour == edge_at (contour->points, first - 1)->neighbour)
    first++;
  for (int i = first; i < first + n; i++)
    {
      const Edge *edge = edge_at (contour->points, i);

      if (i == first || edge->neighbour != edge_at (contour->points, i - 1)->neighbour)
        {
          BcContourRun run = { 0 };

          run.neighbour = edge->neighbour;
          run.start = edge->along;
          g_array_append_val (contour->runs, run);
        }
      g_array_index (contour->runs, BcContourRun, contour->runs->len - 1).length += edge_length (contour->points, i);
    }
  drop_short_runs (contour->runs, MIN (LEAST_RUN, LEAST_RUN_PART * contour->length));
  for (guint i = 0; i < contour->runs->len; i++)
    {
      BcContourRun *run = &g_array_index (contour->runs, BcContourRun, i);

      bc_contour_get_point (contour, run->start + run->length / 2, &run->x, &run->y);
    }
}

/**
 * bc_contour_free:
 * @contour: (transfer full): what to free
 */
void
bc_contour_free (BcContour *contour)
{
  g_array_unref (contour->runs);
  g_array_unref (contour->points);
  g_free (contour);
}

/**
 * bc_contours_new:
 * @view: a view
 *
 * Follows the outer border of every connected part of every region in the id buffer. Parts too small to be drawn on are
 * left out.
 *
 * Returns: (transfer full) (element-type BcContour): the borders
 */
GPtrArray *
bc_contours_new (const BcView *view)
{
  g_autofree guint8 *passed = NULL;
  GPtrArray *contours;

  g_return_val_if_fail (view != NULL, NULL);

  passed = g_new0 (guint8, (gsize) view->width * (gsize) view->height);
  contours = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_contour_free);
  for (int row = 0; row < view->height; row++)
    for (int column = 0; column < view->width; column++)
      {
        BcRegion region = id_at (view, column, row);
        GArray *edges;
        BcContour *contour;

        if (region == BC_REGION_NONE || passed[row * view->width + column] || id_at (view, column - 1, row) == region)
          continue;
        edges = trace (view, passed, column, row);
        if (edges->len < LEAST_EDGES || is_hole (edges))
          {
            g_array_unref (edges);
            continue;
          }
        contour = g_new0 (BcContour, 1);
        contour->region = region;
        contour->frame = view->box;
        contour->points = edges;
        contour->runs = g_array_new (FALSE, TRUE, sizeof (BcContourRun));
        measure (contour);
        find_runs (contour);
        g_ptr_array_add (contours, contour);
      }
  return contours;
}

/**
 * bc_contour_get_point:
 * @contour: a contour
 * @along: mm from its beginning; more than its length goes round again
 * @x: (out): mm of the body
 * @y: (out): mm of the body
 *
 * Looks up a place on the border.
 */
void
bc_contour_get_point (const BcContour *contour,
                      double           along,
                      double          *x,
                      double          *y)
{
  guint low = 0;
  guint high;
  const Edge *from;
  const Edge *to;
  double length;
  double part;

  g_return_if_fail (contour != NULL && x != NULL && y != NULL);
  g_return_if_fail (isfinite (along));

  high = contour->points->len;
  along -= contour->length * floor (along / contour->length);
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (contour->points, Edge, middle).along <= along)
        low = middle;
      else
        high = middle;
    }
  from = edge_at (contour->points, (int) low);
  to = edge_at (contour->points, (int) low + 1);
  length = edge_length (contour->points, (int) low);
  part = length > 0 ? (along - from->along) / length : 0;
  *x = from->x + part * (to->x - from->x);
  *y = from->y + part * (to->y - from->y);
}
