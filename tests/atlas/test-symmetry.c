/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Left and right are alike on all figures: what is drawn on one side covers there what its mirror image does here. */
#include "bc-coverage.h"

#include <math.h>

/*
 * A curve that runs right through the middle of a pixel goes to one side on the left of the body and to the other on
 * the right. This is the most of such pixels, of all on the body; it is 0.05 % on the adults and 0.14 % on the child's
 * soles.
 */
#define MOST_UNLIKE 0.002

typedef struct
{
  const BcView *view;
  const BcView *mirror; /* the same view, or the one from the other side */
} Pair;

typedef void (*PairFunc) (const Pair *pair);

static void
for_each_pair (gconstpointer data)
{
  PairFunc check = (PairFunc) data;

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (BcViewId view = BC_VIEW_FRONT; view < BC_N_VIEWS; view++)
      {
        BcViewId other = view == BC_VIEW_LEFT ? BC_VIEW_RIGHT : view == BC_VIEW_RIGHT ? BC_VIEW_LEFT : view;
        Pair pair = { bc_atlas_get_view ((BcFigureId) figure, view), bc_atlas_get_view ((BcFigureId) figure, other) };

        check (&pair);
      }
}

static gboolean
is_like (const Pair *pair,
         double      x,
         double      y)
{
  BcRegion here = bc_view_region_at (pair->view, x, y);
  BcRegion there = bc_view_region_at (pair->mirror, -x, y);

  return here == BC_REGION_NONE ? there == BC_REGION_NONE : there != BC_REGION_NONE && bc_region_mirror (here) == there;
}

static void
check_id_buffers (const Pair *pair)
{
  BcBox box = bc_view_get_box (pair->view);
  BcBox other = bc_view_get_box (pair->mirror);
  guint n_body = 0;
  guint n_unlike = 0;

  g_assert_cmpfloat (box.x, ==, -(other.x + other.width));
  g_assert_cmpfloat (box.y, ==, other.y);
  g_assert_cmpfloat (box.height, ==, other.height);
  for (double y = box.y + 0.5; y < box.y + box.height; y++)
    for (double x = box.x + 0.5; x < box.x + box.width; x++)
      {
        n_body += bc_view_region_at (pair->view, x, y) != BC_REGION_NONE;
        n_unlike += !is_like (pair, x, y);
      }
  g_assert_cmpuint (n_body, >, 1000);
  g_assert_cmpfloat (n_unlike, <=, MOST_UNLIKE * n_body);
}

/* The same in numbers for each region; what is cut differently grows with the border, so with the root of the area. */
static void
check_regions (const Pair *pair)
{
  g_autoptr(BcCoverage) here = bc_coverage_new (pair->view);
  g_autoptr(BcCoverage) there = bc_coverage_new (pair->mirror);

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      BcRegion mirror = bc_region_mirror (region);
      double n;

      bc_coverage_add_region (here, region);
      bc_coverage_add_region (there, mirror);
      n = bc_coverage_count (here, region);
      g_assert_cmpint (bc_view_has_region (pair->view, region), ==, bc_view_has_region (pair->mirror, mirror));
      g_assert_cmpfloat_with_epsilon (n, bc_coverage_count (there, mirror), 4 + 0.4 * sqrt (n));
      g_assert_cmpfloat_with_epsilon (bc_coverage_get_share (here, region), bc_coverage_get_share (there, mirror),
                                      0.02);
    }
}

/* A zigzag over one region, so that its neighbours and the outline are touched too. */
static guint
draw_over (const BcView  *view,
           BcRegion       region,
           GRand         *rand,
           BcStrokePoint *points)
{
  BcBox box = bc_view_get_region_box (view, region);
  guint n = (guint) g_rand_int_range (rand, 1, 7);

  for (guint i = 0; i < n; i++)
    {
      points[i].x = (float) (box.x + g_rand_double_range (rand, -0.2, 1.2) * box.width);
      points[i].y = (float) (box.y + g_rand_double_range (rand, -0.2, 1.2) * box.height);
      points[i].pressure = (float) g_rand_double_range (rand, 0.2, 1);
    }
  return n;
}

/* How many pixels that a stroke covers are cut differently on the two sides. */
static guint
count_unlike (const Pair          *pair,
              const BcStrokePoint *points,
              guint                n,
              double               width)
{
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;
  guint n_unlike = 0;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, points[i].x - width / 2);
      right = MAX (right, points[i].x + width / 2);
      top = MIN (top, points[i].y - width / 2);
      bottom = MAX (bottom, points[i].y + width / 2);
    }
  for (double y = floor (top) + 0.5; y <= bottom; y++)
    for (double x = floor (left) + 0.5; x <= right; x++)
      n_unlike += !is_like (pair, x, y);
  return n_unlike;
}

static void
check_strokes (const Pair *pair)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      BcStrokePoint points[8];
      BcStrokePoint mirrored[8];
      double width = g_rand_double_range (rand, 2, 60);
      guint n;
      guint n_differ = 0;
      g_autoptr(BcCoverage) here = NULL;
      g_autoptr(BcCoverage) there = NULL;

      if (!bc_view_has_region (pair->view, region))
        continue;
      n = draw_over (pair->view, region, rand, points);
      for (guint i = 0; i < n; i++)
        mirrored[i] = (BcStrokePoint) { -points[i].x, points[i].y, points[i].pressure };
      here = bc_coverage_new (pair->view);
      there = bc_coverage_new (pair->mirror);
      bc_coverage_add_stroke (here, points, n, width);
      bc_coverage_add_stroke (there, mirrored, n, width);
      for (BcRegion each = 1; each <= BC_N_REGIONS; each++)
        n_differ += (guint) abs ((int) bc_coverage_count (here, each)
                                 - (int) bc_coverage_count (there, bc_region_mirror (each)));
      /* A pixel that is cut differently is missing in one region and too many in another. */
      g_assert_cmpuint (n_differ, <=, 2 * count_unlike (pair, points, n, width));
    }
}

static double
get_extent (const BcCoverage *coverage,
            BcFigureId        figure)
{
  double extent = 0;

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    extent += bc_coverage_get_share (coverage, region) * bc_atlas_get_body_share (figure, region);
  return extent;
}

/* Everything marked in every view is the whole body once, and never more; one side of it is half. */
static void
test_extent (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      double most[BC_N_REGIONS + 1] = { 0 };
      double whole = 0;
      double left = 0;

      for (int view = 0; view < BC_N_VIEWS; view++)
        {
          g_autoptr(BcCoverage) coverage = bc_coverage_new (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view));

          for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
            {
              bc_coverage_add_region (coverage, region);
              most[region] = MAX (most[region], bc_coverage_get_share (coverage, region));
            }
          g_assert_cmpfloat (get_extent (coverage, (BcFigureId) figure), <, view < BC_VIEW_SOLES ? 0.8 : 0.2);
        }
      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        {
          double part = most[region] * bc_atlas_get_body_share ((BcFigureId) figure, region);

          whole += part;
          left += bc_region_get_side (region) == BC_SIDE_LEFT ? part : 0;
        }
      g_assert_cmpfloat_with_epsilon (whole, 1, 0.01);
      g_assert_cmpfloat_with_epsilon (left, whole / 2, 0.002);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/symmetry/id-buffers", check_id_buffers, for_each_pair);
  g_test_add_data_func ("/symmetry/regions", check_regions, for_each_pair);
  g_test_add_data_func ("/symmetry/strokes", check_strokes, for_each_pair);
  g_test_add_func ("/symmetry/extent", test_extent);
  return g_test_run ();
}
