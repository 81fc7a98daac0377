/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-contour.h"

#include <math.h>

/* What a common border is worth however short it is, and how fast distance, in parts of the view box, takes it away. */
#define LEAST_WORTH 0.05
#define NEARNESS 20.0

/* How far apart two places are on the views' boxes, in parts of these. */
static double
measure_distance (const BcContour *from,
                  double           from_x,
                  double           from_y,
                  const BcContour *to,
                  double           to_x,
                  double           to_y)
{
  return hypot ((from_x - from->frame.x) / from->frame.width - (to_x - to->frame.x) / to->frame.width,
                (from_y - from->frame.y) / from->frame.height - (to_y - to->frame.y) / to->frame.height);
}

static double
get_fit (const BcContour    *from,
         const BcContourRun *a,
         const BcContour    *to,
         const BcContourRun *b)
{
  double share = MIN (a->length / from->length, b->length / to->length);

  if (a->neighbour != b->neighbour)
    return 0;
  /* A long common border weighs most; of several with the same neighbour the nearest one is it. */
  return (LEAST_WORTH + share) / (1 + NEARNESS * measure_distance (from, a->x, a->y, to, b->x, b->y));
}

/*
 * The best order-keeping alignment of @n runs with @m runs of which the one at @shift comes first. @partners gets the
 * index of the partner, or -1.
 */
static double
align_from (const double *fits,
            int           n,
            int           m,
            int           shift,
            int          *partners)
{
  double best[BC_CONTOUR_MOST_RUNS + 1][BC_CONTOUR_MOST_RUNS + 1] = { { 0 } };
  int i = n;
  int j = m;

  for (int a = 1; a <= n; a++)
    for (int b = 1; b <= m; b++)
      {
        double fit = fits[(a - 1) * m + (b - 1 + shift) % m];

        best[a][b] = MAX (best[a - 1][b], best[a][b - 1]);
        if (fit > 0)
          best[a][b] = MAX (best[a][b], best[a - 1][b - 1] + fit);
      }
  for (int a = 0; a < n; a++)
    partners[a] = -1;
  while (i > 0 && j > 0)
    if (best[i][j] == best[i - 1][j])
      i--;
    else if (best[i][j] == best[i][j - 1])
      j--;
    else
      partners[--i] = (--j + shift) % m;
  return best[n][m];
}

/**
 * bc_contour_align:
 * @from: a contour
 * @to: the contour of the same region on another figure
 * @partners: (out caller-allocates): for each run of @from the index of its partner in @to, or -1; room for
 *   %BC_CONTOUR_MOST_RUNS
 *
 * Finds which runs are the same border. Both contours are closed, so the first run of one is tried against every start
 * on the other, and the rest follows by dynamic programming.
 *
 * Returns: whether there is any common run
 */
gboolean
bc_contour_align (const BcContour *from,
                  const BcContour *to,
                  int             *partners)
{
  int n;
  int m;
  g_autofree double *fits = NULL;
  double most = 0;

  g_return_val_if_fail (from != NULL && to != NULL && partners != NULL, FALSE);

  n = (int) from->runs->len;
  m = (int) to->runs->len;
  if (n > BC_CONTOUR_MOST_RUNS || m > BC_CONTOUR_MOST_RUNS)
    return FALSE;
  fits = g_new (double, (gsize) n * (gsize) m);
  for (int a = 0; a < n; a++)
    for (int b = 0; b < m; b++)
      fits[a * m + b] = get_fit (from, &g_array_index (from->runs, BcContourRun, a),
                                 to, &g_array_index (to->runs, BcContourRun, b));
  for (int shift = 0; shift < m; shift++)
    {
      int tried[BC_CONTOUR_MOST_RUNS];
      double fit = align_from (fits, n, m, shift, tried);

      if (fit <= most)
        continue;
      most = fit;
      for (int a = 0; a < n; a++)
        partners[a] = tried[a];
    }
  return most > 0;
}

/**
 * bc_contour_get_distance:
 * @from: a contour
 * @to: a contour on another figure
 *
 * Returns: how far their middles are apart, in parts of the view boxes
 */
double
bc_contour_get_distance (const BcContour *from,
                         const BcContour *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, INFINITY);

  return measure_distance (from, from->x, from->y, to, to->x, to->y);
}
