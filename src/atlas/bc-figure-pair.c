/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-figure-pair.h"

#include "bc-atlas-private.h"
#include "bc-contour.h"

#include <math.h>

/* Ties on one loop: close enough for a toe, few enough that a point is mapped in microseconds. */
#define LEAST_TIE_DISTANCE 3.0
#define MOST_TIES 64.0

/* Two stretches of two contours, in mm along them, that are the same place of the body. */
typedef struct
{
  double   from;
  double   from_length;
  double   to;
  double   to_length;
  gboolean outline; /* with nothing of the body beyond */
} Stretch;

static double
count_body (const BcView *view)
{
  double n = 0;

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    n += view->shapes[region].n_pixels;
  return n;
}

/* The highest point of a contour, right above its middle: where two islands in the same sea begin alike. */
static double
find_top (const BcContour *contour)
{
  double top = 0;
  double least = INFINITY;

  for (double along = 0; along < contour->length; along += 0.5)
    {
      double x;
      double y;

      bc_contour_get_point (contour, along, &x, &y);
      if (y < contour->y && fabs (x - contour->x) < least)
        {
          least = fabs (x - contour->x);
          top = along;
        }
    }
  return top;
}

/* @value brought into 0..@length, with what is next to nothing or next to all as nothing. */
static double
wrap (double value,
      double length)
{
  value -= length * floor (value / length);
  return value > length - 1e-6 || value < 1e-6 ? 0 : value;
}

/* Two islands in the same sea, or two contours that have no neighbour in common: once round, from the top. */
static GArray *
stretch_islands (const BcContour *from,
                 const BcContour *to)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch all = { find_top (from), from->length, find_top (to), to->length, FALSE };

  all.outline = from->runs->len == 1 && g_array_index (from->runs, BcContourRun, 0).neighbour == BC_REGION_NONE;
  g_array_append_val (stretches, all);
  return stretches;
}

/* Common runs are common places from end to end; so is what lies between two of them. */
static GArray *
find_stretches (const BcContour *from,
                const BcContour *to)
{
  int partners[BC_CONTOUR_MOST_RUNS];
  GArray *runs;
  GArray *stretches;

  if ((from->runs->len == 1 && to->runs->len == 1) || !bc_contour_align (from, to, partners))
    return stretch_islands (from, to);
  runs = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint i = 0; i < from->runs->len; i++)
    if (partners[i] >= 0)
      {
        const BcContourRun *a = &g_array_index (from->runs, BcContourRun, i);
        const BcContourRun *b = &g_array_index (to->runs, BcContourRun, partners[i]);
        Stretch run = { a->start, a->length, b->start, b->length, a->neighbour == BC_REGION_NONE };

        g_array_append_val (runs, run);
      }
  stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint i = 0; i < runs->len; i++)
    {
      Stretch run = g_array_index (runs, Stretch, i);
      const Stretch *next = &g_array_index (runs, Stretch, (i + 1) % runs->len);
      Stretch gap = { run.from + run.from_length, 0, run.to + run.to_length, 0, FALSE };

      gap.from_length = wrap (next->from - gap.from, from->length);
      gap.to_length = wrap (next->to - gap.to, to->length);
      g_array_append_val (stretches, run);
      g_array_append_val (stretches, gap);
    }
  g_array_unref (runs);
  return stretches;
}

/* Ties two contours together: at the ends of every stretch, and evenly between them. */
static void
add_ties (BcFigurePair    *pair,
          BcPatch         *patch,
          const BcContour *from,
          const BcContour *to)
{
  g_autoptr (GArray) stretches = find_stretches (from, to);
  double distance = MAX (LEAST_TIE_DISTANCE, from->length / MOST_TIES);

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      int n = (int) ceil (stretch->from_length / distance);

      for (int k = 0; k < n; k++)
        {
          BcTie tie;

          bc_contour_get_point (from, stretch->from + stretch->from_length * k / n, &tie.x, &tie.y);
          bc_contour_get_point (to, stretch->to + stretch->to_length * k / n, &tie.to_x, &tie.to_y);
          g_array_append_val (patch->ties, tie);
          g_array_append_val (pair->borders, tie);
          if (stretch->outline)
            g_array_append_val (pair->outline, tie);
        }
    }
}

static void
free_patch (BcPatch *patch)
{
  g_array_unref (patch->ties);
  g_free (patch);
}

static void
measure_box (BcPatch *patch)
{
  double right = -INFINITY;
  double bottom = -INFINITY;

  patch->box.x = INFINITY;
  patch->box.y = INFINITY;
  for (guint i = 0; i < patch->ties->len; i++)
    {
      const BcTie *tie = &g_array_index (patch->ties, BcTie, i);

      patch->box.x = MIN (patch->box.x, tie->x);
      patch->box.y = MIN (patch->box.y, tie->y);
      right = MAX (right, tie->x);
      bottom = MAX (bottom, tie->y);
    }
  patch->box.width = right - patch->box.x;
  patch->box.height = bottom - patch->box.y;
}

static void
add_patch (BcFigurePair    *pair,
           const BcContour *from,
           const BcContour *to)
{
  BcPatch *patch = g_new0 (BcPatch, 1);

  patch->ties = g_array_new (FALSE, FALSE, sizeof (BcTie));
  add_ties (pair, patch, from, to);
  measure_box (patch);
  if (pair->patches[from->region] == NULL)
    pair->patches[from->region] = g_ptr_array_new_with_free_func ((GDestroyNotify) free_patch);
  g_ptr_array_add (pair->patches[from->region], patch);
}

/*
 * Takes the two borders of a region that are most alike in place and size out of the lists, again and again, until one
 * list has no more; a thumb is seen in both rows of the hands.
 */
static void
pair_contours (BcFigurePair *pair,
               GPtrArray    *from,
               GPtrArray    *to)
{
  for (;;)
    {
      double least = INFINITY;
      guint best_a = 0;
      guint best_b = 0;

      for (guint i = 0; i < from->len; i++)
        for (guint j = 0; j < to->len; j++)
          {
            const BcContour *a = g_ptr_array_index (from, i);
            const BcContour *b = g_ptr_array_index (to, j);
            double apart = bc_contour_get_distance (a, b)
                           + 0.1 * fabs (log (a->length * pair->scale / b->length));

            if (apart >= least)
              continue;
            least = apart;
            best_a = i;
            best_b = j;
          }
      if (!isfinite (least))
        return;
      add_patch (pair, g_ptr_array_index (from, best_a), g_ptr_array_index (to, best_b));
      g_ptr_array_remove_index_fast (from, best_a);
      g_ptr_array_remove_index_fast (to, best_b);
    }
}

static GPtrArray *
pick_region (GPtrArray *contours,
             BcRegion   region)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < contours->len; i++)
    if (((const BcContour *) g_ptr_array_index (contours, i))->region == region)
      g_ptr_array_add (picked, g_ptr_array_index (contours, i));
  return picked;
}

static BcFigurePair *
make_pair (const BcView *from,
           const BcView *to)
{
  g_autoptr (GPtrArray) from_contours = bc_contours_new (from);
  g_autoptr (GPtrArray) to_contours = bc_contours_new (to);
  BcFigurePair *pair = g_new0 (BcFigurePair, 1);

  pair->borders = g_array_new (FALSE, FALSE, sizeof (BcTie));
  pair->outline = g_array_new (FALSE, FALSE, sizeof (BcTie));
  pair->scale = sqrt (count_body (to) / count_body (from));
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autoptr (GPtrArray) a = pick_region (from_contours, region);
      g_autoptr (GPtrArray) b = pick_region (to_contours, region);

      pair_contours (pair, a, b);
    }
  return pair;
}

/**
 * bc_figure_pair_get:
 * @from: a view of the atlas
 * @to: the same view of another figure
 *
 * Ties the borders of all regions that both views show, when the two are first asked for. Any thread may call this.
 *
 * Returns: (transfer none): the pair, which lives for ever
 */
const BcFigurePair *
bc_figure_pair_get (const BcView *from,
                    const BcView *to)
{
  static gsize pairs[BC_N_VIEWS][BC_N_FIGURES][BC_N_FIGURES] = { 0 };
  gsize *slot;

  g_return_val_if_fail (from != NULL && to != NULL && from->id == to->id, NULL);

  slot = &pairs[from->id][from->figure][to->figure];
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, (gsize) make_pair (from, to));
  return (const BcFigurePair *) *slot;
}
