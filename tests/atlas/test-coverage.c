/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ink covers, against a computation pixel by pixel that knows nothing of chords and tangents. */
#include "bc-coverage.h"

#include <math.h>

#define MOST_POINTS 12

/* Of squared distances, mm2: nearer to the edge of the ink than this, rounding decides. */
#define TOO_CLOSE 1e-8L

typedef struct
{
  BcStrokePoint points[MOST_POINTS];
  guint         n;
  double        width;
} Stroke;

typedef void (*ViewFunc) (const BcView *view);

static void
for_each_view (gconstpointer data)
{
  ViewFunc check = (ViewFunc) data;

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int view = 0; view < BC_N_VIEWS; view++)
      check (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view));
}

static Stroke
draw_at_random (GRand        *rand,
                const BcView *view)
{
  BcBox box = bc_view_get_box (view);
  Stroke stroke = { 0 };

  stroke.n = (guint) g_rand_int_range (rand, 1, MOST_POINTS);
  stroke.width = g_rand_double_range (rand, 1, 60);
  stroke.points[0].x = (float) g_rand_double_range (rand, box.x - 20, box.x + box.width + 20);
  stroke.points[0].y = (float) g_rand_double_range (rand, box.y - 20, box.y + box.height + 20);
  stroke.points[0].pressure = (float) g_rand_double (rand);
  for (guint i = 1; i < stroke.n; i++)
    {
      double step = g_rand_boolean (rand) ? 60 : 5;

      stroke.points[i].x = stroke.points[i - 1].x + (float) g_rand_double_range (rand, -step, step);
      stroke.points[i].y = stroke.points[i - 1].y + (float) g_rand_double_range (rand, -step, step);
      stroke.points[i].pressure = (float) g_rand_double_range (rand, -0.1, 1.2);
    }
  return stroke;
}

static long double
get_radius (const Stroke *stroke,
            guint         i)
{
  return stroke->width / 2.0L * CLAMP (stroke->points[i].pressure, 0.0L, 1.0L);
}

/*
 * Below 0 where a place lies within one of the discs on the way from point @i to the next: the least, over all parts t
 * of the way, of the squared distance less the squared radius, which is the parabola a t^2 - 2 b t + c.
 */
static long double
get_gap (const Stroke *stroke,
         guint         i,
         long double   x,
         long double   y)
{
  guint next = MIN (i + 1, stroke->n - 1);
  long double way_x = (long double) stroke->points[next].x - stroke->points[i].x;
  long double way_y = (long double) stroke->points[next].y - stroke->points[i].y;
  long double off_x = x - stroke->points[i].x;
  long double off_y = y - stroke->points[i].y;
  long double radius = get_radius (stroke, i);
  long double growth = get_radius (stroke, next) - radius;
  long double a = way_x * way_x + way_y * way_y - growth * growth;
  long double b = way_x * off_x + way_y * off_y + radius * growth;
  long double c = off_x * off_x + off_y * off_y - radius * radius;
  long double least = MIN (c, a - 2 * b + c);

  if (a > 0 && b > 0 && b < a)
    least = MIN (least, c - b * b / a);
  return least;
}

/* Covered mm2 by region: @sure without those that rounding decides, which are added in @most. */
static void
count_by_brute_force (const BcView *view,
                      const Stroke *stroke,
                      guint        *sure,
                      guint        *most)
{
  int width;
  int height;
  int stride;
  const guint8 *ids = bc_view_get_ids (view, &width, &height, &stride);
  BcBox box = bc_view_get_box (view);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) width * (gsize) height);

  for (guint i = 0; i < stroke->n; i++)
    {
      const BcStrokePoint *a = &stroke->points[i];
      const BcStrokePoint *b = &stroke->points[MIN (i + 1, stroke->n - 1)];
      double reach = stroke->width / 2 + 1;
      int first = MAX ((int) floor (MIN (a->x, b->x) - reach - box.x), 0);
      int last = MIN ((int) ceil (MAX (a->x, b->x) + reach - box.x), width - 1);

      for (int row = MAX ((int) floor (MIN (a->y, b->y) - reach - box.y), 0);
           row <= MIN ((int) ceil (MAX (a->y, b->y) + reach - box.y), height - 1); row++)
        for (int column = first; column <= last; column++)
          {
            long double gap;

            if (ids[row * stride + column] == BC_REGION_NONE || seen[row * width + column] == 2)
              continue;
            gap = get_gap (stroke, i, box.x + column + 0.5L, box.y + row + 0.5L);
            if (gap < TOO_CLOSE)
              seen[row * width + column] = gap < -TOO_CLOSE ? 2 : 1;
          }
    }
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      {
        sure[ids[row * stride + column]] += seen[row * width + column] == 2;
        most[ids[row * stride + column]] += seen[row * width + column] >= 1;
      }
}

static void
check_against_brute_force (const BcView *view)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11 + (guint32) bc_view_get_figure (view) * 100
                                                + (guint32) bc_view_get_id (view));
  guint n_covered = 0;

  for (int turn = 0; turn < 10; turn++)
    {
      Stroke stroke = draw_at_random (rand, view);
      g_autoptr(BcCoverage) coverage = bc_coverage_new (view);
      guint sure[BC_N_REGIONS + 1] = { 0 };
      guint most[BC_N_REGIONS + 1] = { 0 };

      count_by_brute_force (view, &stroke, sure, most);
      bc_coverage_add_stroke (coverage, stroke.points, stroke.n, stroke.width);
      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        {
          guint count = bc_coverage_count (coverage, region);

          g_assert_cmpuint (count, >=, sure[region]);
          g_assert_cmpuint (count, <=, most[region]);
          n_covered += count;
        }
    }
  g_assert_cmpuint (n_covered, >, 200);
}

static guint
count_all (const BcCoverage *coverage)
{
  guint n = 0;

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    n += bc_coverage_count (coverage, region);
  return n;
}

static void
test_known_shapes (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_FRONT);
  /* Right on the corner of four pixels in the middle of the thigh: their centres are sqrt (0.5) away. */
  BcStrokePoint dot = { 90, 1020, 1 };
  BcStrokePoint line[] = { { 90, 1000, 1 }, { 90, 1040, 1 } };
  BcStrokePoint cone[] = { { 90, 1000, 1 }, { 90, 1040, 0 } };
  static const struct { double width; guint n; } dots[] = { { 1, 0 }, { 1.5, 4 }, { 3.2, 12 }, { 0, 0 } };
  double area;

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      g_autoptr(BcCoverage) coverage = bc_coverage_new (view);

      bc_coverage_add_stroke (coverage, &dot, 1, dots[i].width);
      g_assert_cmpuint (count_all (coverage), ==, dots[i].n);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(BcCoverage) coverage = bc_coverage_new (view);

      bc_coverage_add_stroke (coverage, i == 0 ? line : cone, 2, 20);
      /* A bar with two half discs; of the cone, a disc's larger part and two triangles (tangents at asin (10 / 40)). */
      area = i == 0 ? 40 * 20 + G_PI * 100 : sqrt (40 * 40 - 100) * 10 + 100 * (G_PI - acos (0.25));
      g_assert_cmpfloat_with_epsilon (count_all (coverage), area, 4);
    }
}

static void
assert_same_covers (GArray *a,
                    GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpuint (g_array_index (a, BcCover, i).region, ==, g_array_index (b, BcCover, i).region);
      g_assert_cmpfloat (g_array_index (a, BcCover, i).part, ==, g_array_index (b, BcCover, i).part);
    }
}

/* Points that are no numbers are as if they were not there, wherever they stand. */
static void
test_bad_points (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK);
  BcStrokePoint good[] = { { 30, 200, 1 }, { 60, 420, 0 }, { 20, 700, 1 } };
  BcStrokePoint bad[] = { { NAN, 400, 1 }, { 30, 200, 1 }, { 500, -INFINITY, 1 }, { 60, 420, NAN }, { 20, NAN, 1 },
                          { 20, 700, 3 } };
  g_autoptr(GArray) clean = bc_coverage_measure (view, good, G_N_ELEMENTS (good), 10);
  g_autoptr(GArray) covers = bc_coverage_measure (view, bad, G_N_ELEMENTS (bad), 10);

  g_assert_cmpuint (clean->len, >, 3);
  assert_same_covers (clean, covers);
}

/* Ends far away are cut off at the drawing: the same as from border to border. Those beyond all measure do no harm. */
static void
test_far_ends (void)
{
  static const struct { BcStrokePoint from; BcStrokePoint to; } lines[] = {
    { { -4e4f, 400, 1 }, { 4e4f, 400, 1 } },
    { { 20, 4e4f, 1 }, { 20, -4e4f, 1 } },
    { { 4e4f, 4e4f, 1 }, { -4e4f, -4e4f, 1 } },
  };
  const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK);
  BcStrokePoint mad[] = { { -1e38f, 400, 1 }, { 1e38f, 400, 1 }, { 20, 1e38f, 1 }, { 20, -1e38f, 1 } };
  g_autoptr(GArray) whatever = bc_coverage_measure (view, mad, G_N_ELEMENTS (mad), 10);

  g_assert_cmpuint (whatever->len, <=, BC_N_REGIONS);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      float shrink = 3000 / MAX (fabsf (lines[i].from.x), fabsf (lines[i].from.y));
      BcStrokePoint far[] = { lines[i].from, lines[i].to };
      BcStrokePoint near[] = { lines[i].from, lines[i].to };
      g_autoptr(GArray) a = NULL;
      g_autoptr(GArray) b = NULL;

      for (guint k = 0; k < 2; k++)
        {
          near[k].x *= fabsf (near[k].x) > 1000 ? shrink : 1;
          near[k].y *= fabsf (near[k].y) > 1000 ? shrink : 1;
        }
      a = bc_coverage_measure (view, far, 2, 10);
      b = bc_coverage_measure (view, near, 2, 10);
      g_assert_cmpuint (a->len, >, 3);
      assert_same_covers (a, b);
    }
}

static void
test_off_the_body (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK);
  BcBox box = bc_view_get_box (view);
  BcStrokePoint beside[] = {
    { (float) box.x + 2, (float) box.y + 2, 1 }, { (float) box.x - 90, (float) box.y + 30, 1 },
  };
  g_autoptr(GArray) nothing = bc_coverage_measure (view, beside, 2, 5);
  g_autoptr(GArray) empty = bc_coverage_measure (view, NULL, 0, 10);
  g_autoptr(BcCoverage) coverage = bc_coverage_new (view);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
  bc_coverage_add_stroke (coverage, beside, 2, 5);
  g_assert_cmpuint (count_all (coverage), ==, 0);
}

/* Ink upon ink is no more ink: the union counts, in whatever order it is put on. */
static void
check_union (const BcView *view)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  Stroke a = draw_at_random (rand, view);
  Stroke b = draw_at_random (rand, view);
  g_autoptr(BcCoverage) first = bc_coverage_new (view);
  g_autoptr(BcCoverage) second = bc_coverage_new (view);
  g_autoptr(BcCoverage) alone = bc_coverage_new (view);
  guint n;

  b.points[0].x = a.points[0].x;
  b.points[0].y = a.points[0].y;
  bc_coverage_add_stroke (alone, a.points, a.n, a.width);
  n = count_all (alone);
  bc_coverage_add_stroke (alone, a.points, a.n, a.width);
  g_assert_cmpuint (count_all (alone), ==, n);

  bc_coverage_add_stroke (first, a.points, a.n, a.width);
  bc_coverage_add_stroke (first, b.points, b.n, b.width);
  bc_coverage_add_stroke (second, b.points, b.n, b.width);
  bc_coverage_add_stroke (second, a.points, a.n, a.width);
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      g_assert_cmpuint (bc_coverage_count (first, region), ==, bc_coverage_count (second, region));
      g_assert_cmpuint (bc_coverage_count (first, region), >=, bc_coverage_count (alone, region));
    }
}

static void
check_regions (const BcView *view)
{
  g_autoptr(BcCoverage) all = bc_coverage_new (view);

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autoptr(BcCoverage) coverage = bc_coverage_new (view);
      guint n;

      bc_coverage_add_region (coverage, region);
      bc_coverage_add_region (all, region);
      n = bc_coverage_count (coverage, region);
      g_assert_true ((n > 0) == bc_view_has_region (view, region));
      g_assert_cmpuint (count_all (coverage), ==, n);
      g_assert_cmpuint (bc_coverage_count (all, region), ==, n);
      bc_coverage_add_region (coverage, region);
      g_assert_cmpuint (bc_coverage_count (coverage, region), ==, n);
    }
}

/* All of a region is 1 in the view that shows it best; in the others, what they show of that. */
static void
test_shares (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
      {
        double counts[BC_N_VIEWS];
        double shares[BC_N_VIEWS];
        int best = 0;

        for (int view = 0; view < BC_N_VIEWS; view++)
          {
            g_autoptr(BcCoverage) coverage = bc_coverage_new (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view));

            bc_coverage_add_region (coverage, region);
            counts[view] = bc_coverage_count (coverage, region);
            shares[view] = bc_coverage_get_share (coverage, region);
            best = counts[view] > counts[best] ? view : best;
          }
        /* What other views show is rounded to 10 mm2 in the table. */
        g_assert_cmpfloat (shares[best], >, 0.96);
        for (int view = 0; view < BC_N_VIEWS; view++)
          {
            g_assert_cmpfloat (shares[view], <=, 1);
            g_assert_cmpfloat_with_epsilon (shares[view], counts[view] / counts[best], 0.04);
          }
      }
}

static BcRegion
id (const char *text)
{
  BcRegion region = bc_region_from_id (text);

  g_assert_cmpuint (region, !=, BC_REGION_NONE);
  return region;
}

/* A path down the leg: what it runs through in its order, then what only its edge touches. */
static void
test_order (void)
{
  static const char *const down[] = { "thigh-anterior-upper-left", "thigh-anterior-lower-left", "knee-anterior-left",
                                      "shin-left" };
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  BcStrokePoint points[2] = { { 0, 0, 1 }, { 0, 0, 1 } };
  double x;
  double y;

  bc_view_get_anchor (view, id ("thigh-anterior-upper-left"), &x, &y);
  points[0].x = (float) x;
  points[0].y = (float) y;
  bc_view_get_anchor (view, id ("shin-left"), &x, &y);
  points[1].x = (float) x;
  points[1].y = (float) y;
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr(GArray) covers = bc_coverage_measure (view, points, 2, 140);
      const BcStrokePoint first = points[0];
      double parts = 0;
      double last_part = 1;

      g_assert_cmpuint (covers->len, >, G_N_ELEMENTS (down) + 3);
      for (guint i = 0; i < covers->len; i++)
        {
          const BcCover *cover = &g_array_index (covers, BcCover, i);

          parts += cover->part;
          g_assert_cmpfloat (cover->share, >, 0);
          if (i < G_N_ELEMENTS (down))
            {
              g_assert_cmpstr (bc_region_get_id (cover->region), ==, down[turn == 0 ? i : G_N_ELEMENTS (down) - 1 - i]);
              continue;
            }
          g_assert_cmpfloat (cover->part, <=, last_part);
          last_part = cover->part;
        }
      g_assert_cmpfloat_with_epsilon (parts, 1, 1e-9);
      points[0] = points[1];
      points[1] = first;
    }
}

/* It begins beside the hip; the first region is where it meets the body. */
static void
test_begins_off_the_body (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_BACK);
  BcBox box = bc_view_get_box (view);
  BcStrokePoint points[2] = { { (float) (box.x - 300), 300, 1 }, { 0, 0, 1 } };
  g_autoptr(GArray) covers = NULL;
  double x;
  double y;

  bc_view_get_anchor (view, id ("scapula-lower-left"), &x, &y);
  points[0].y = (float) y;
  points[1].x = (float) x;
  points[1].y = (float) y;
  covers = bc_coverage_measure (view, points, 2, 8);
  while (bc_view_region_at (view, points[0].x, y) == BC_REGION_NONE)
    points[0].x += 1;
  g_assert_cmpuint (covers->len, >, 1);
  g_assert_cmpuint (g_array_index (covers, BcCover, 0).region, ==, bc_view_region_at (view, points[0].x, y));
}

/* The parts of measure() and the counts of a coverage are the same measurement. */
static void
check_measure (const BcView *view)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (77);

  for (int turn = 0; turn < 20; turn++)
    {
      Stroke stroke = draw_at_random (rand, view);
      g_autoptr(GArray) covers = bc_coverage_measure (view, stroke.points, stroke.n, stroke.width);
      g_autoptr(BcCoverage) coverage = bc_coverage_new (view);
      double total;
      guint n = 0;

      bc_coverage_add_stroke (coverage, stroke.points, stroke.n, stroke.width);
      total = count_all (coverage);
      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        n += bc_coverage_count (coverage, region) > 0;
      g_assert_cmpuint (covers->len, ==, n);
      for (guint i = 0; i < covers->len; i++)
        {
          const BcCover *cover = &g_array_index (covers, BcCover, i);

          g_assert_cmpfloat (cover->share, ==, bc_coverage_get_share (coverage, cover->region));
          g_assert_cmpfloat_with_epsilon (cover->part, bc_coverage_count (coverage, cover->region) / total, 1e-12);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/coverage/brute-force", check_against_brute_force, for_each_view);
  g_test_add_func ("/coverage/known-shapes", test_known_shapes);
  g_test_add_func ("/coverage/bad-points", test_bad_points);
  g_test_add_func ("/coverage/far-ends", test_far_ends);
  g_test_add_func ("/coverage/off-the-body", test_off_the_body);
  g_test_add_data_func ("/coverage/union", check_union, for_each_view);
  g_test_add_data_func ("/coverage/regions", check_regions, for_each_view);
  g_test_add_func ("/coverage/shares", test_shares);
  g_test_add_func ("/coverage/order", test_order);
  g_test_add_func ("/coverage/begins-off-the-body", test_begins_off_the_body);
  g_test_add_data_func ("/coverage/measure", check_measure, for_each_view);
  return g_test_run ();
}
