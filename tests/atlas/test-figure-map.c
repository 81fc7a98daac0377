/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person drew on one figure lies at the same place of another. */
#include "bc-coverage.h"
#include "bc-figure-map.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const BcView *from;
  const BcView *to;
} Pair;

typedef void (*PairFunc) (const Pair *pair);

static void
for_each_pair (gconstpointer data)
{
  PairFunc check = (PairFunc) data;

  for (int view = 0; view < BC_N_VIEWS; view++)
    for (int from = 0; from < BC_N_FIGURES; from++)
      for (int to = 0; to < BC_N_FIGURES; to++)
        if (from != to)
          {
            Pair pair = { bc_atlas_get_view ((BcFigureId) from, (BcViewId) view),
                          bc_atlas_get_view ((BcFigureId) to, (BcViewId) view) };

            check (&pair);
          }
}

static BcStrokePoint
map_one (const BcView *from,
         const BcView *to,
         double        x,
         double        y)
{
  BcStrokePoint point = { (float) x, (float) y, 0.5f };

  bc_figure_map_points (from, to, &point, 1, &point);
  g_assert_cmpfloat (point.pressure, ==, 0.5f);
  return point;
}

/* Every place keeps its region, but for crumbs where the other view does not show it; beside the body stays beside. */
static void
check_same_region (const Pair *pair)
{
  BcBox box = bc_view_get_box (pair->from);
  guint n = 0;

  for (double y = box.y - 10; y < box.y + box.height + 10; y += 6)
    for (double x = box.x - 10; x < box.x + box.width + 10; x += 6)
      {
        BcRegion region = bc_view_region_at (pair->from, x, y);
        BcStrokePoint to;

        if (region != BC_REGION_NONE && !bc_view_has_region (pair->to, region))
          continue;
        if (region == BC_REGION_NONE && fmod (x + y, 42) > 0)
          continue;
        to = map_one (pair->from, pair->to, x, y);
        g_assert_cmpuint (bc_view_region_at (pair->to, to.x, to.y), ==, region);
        n++;
      }
  g_assert_cmpuint (n, >, 500);
}

/* Into what the other view does not show a stroke runs without a tear. */
static void
check_way_into_hidden (const Pair *pair)
{
  BcBox box = bc_view_get_box (pair->from);
  guint n = 0;
  guint n_torn = 0;

  for (double y = box.y + 0.5; y < box.y + box.height; y += 2)
    for (double x = box.x + 0.5; x < box.x + box.width - 1; x++)
      {
        BcRegion here = bc_view_region_at (pair->from, x, y);
        BcRegion next = bc_view_region_at (pair->from, x + 1, y);
        BcStrokePoint a;
        BcStrokePoint b;

        if (here == next || here == BC_REGION_NONE || next == BC_REGION_NONE
            || bc_view_has_region (pair->to, here) == bc_view_has_region (pair->to, next))
          continue;
        a = map_one (pair->from, pair->to, x, y);
        b = map_one (pair->from, pair->to, x + 1, y);
        n++;
        n_torn += hypot (a.x - b.x, a.y - b.y) > 8;
      }
  g_assert_cmpfloat (n_torn, <=, 0.15 * n);
}

/* What the other view does not show at least lands on the right limb: beside a neighbour. */
static void
check_hidden_regions (const Pair *pair)
{
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      double x;
      double y;
      BcStrokePoint to;
      gboolean near = FALSE;

      if (!bc_view_has_region (pair->from, region) || bc_view_has_region (pair->to, region))
        continue;
      bc_view_get_anchor (pair->from, region, &x, &y);
      to = map_one (pair->from, pair->to, x, y);
      for (double dy = -24; dy <= 24; dy += 3)
        for (double dx = -24; dx <= 24; dx += 3)
          {
            BcRegion there = bc_view_region_at (pair->to, to.x + dx, to.y + dy);

            near |= there != BC_REGION_NONE && bc_atlas_is_adjacent (bc_view_get_figure (pair->to), region, there);
          }
      g_assert_true (near);
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_quantile (GArray *values,
              double  part)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) (part * (values->len - 1)));
}

/*
 * What lies side by side stays side by side: 2 mm never become more than 12 within one region or across its border,
 * but in 1 of 200 places, where one figure shows something between two regions that touch on the other.
 */
static void
check_continuity (const Pair *pair)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  BcBox box = bc_view_get_box (pair->from);

  for (double y = box.y; y < box.y + box.height; y += 7)
    for (double x = box.x; x < box.x + box.width; x += 7)
      {
        BcStrokePoint here;

        if (bc_view_region_at (pair->from, x, y) == BC_REGION_NONE)
          continue;
        here = map_one (pair->from, pair->to, x, y);
        for (int way = 0; way < 2; way++)
          {
            double next_x = x + (way == 0 ? 2 : 0);
            double next_y = y + (way == 0 ? 0 : 2);
            BcStrokePoint next;
            double step;

            if (bc_view_region_at (pair->from, next_x, next_y) == BC_REGION_NONE)
              continue;
            next = map_one (pair->from, pair->to, next_x, next_y);
            step = hypot (next.x - here.x, next.y - here.y);
            g_array_append_val (steps, step);
          }
      }
  g_assert_cmpfloat (get_quantile (steps, 0.995), <, 12);
  g_assert_cmpfloat (get_quantile (steps, 0.95), <, 5);
}

/* There and back: on the spot for most places, and within a finger's breadth for 95 of 100. */
static void
check_round_trip (const Pair *pair)
{
  g_autoptr(GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  BcBox box = bc_view_get_box (pair->from);

  for (double y = box.y + 0.5; y < box.y + box.height; y += 9)
    for (double x = box.x + 0.5; x < box.x + box.width; x += 9)
      {
        BcStrokePoint there;
        BcStrokePoint back;
        double gap;

        if (bc_view_region_at (pair->from, x, y) == BC_REGION_NONE)
          continue;
        there = map_one (pair->from, pair->to, x, y);
        back = map_one (pair->to, pair->from, there.x, there.y);
        gap = hypot (back.x - x, back.y - y);
        g_array_append_val (gaps, gap);
      }
  g_assert_cmpfloat (get_quantile (gaps, 0.5), <, 0.5);
  g_assert_cmpfloat (get_quantile (gaps, 0.95), <, 8);
  g_assert_cmpfloat (get_quantile (gaps, 0.99), <, 25);
}

/* A point on the border of two regions lies within a few millimetres of that border on the other figure. */
static void
check_borders (const Pair *pair)
{
  BcBox box = bc_view_get_box (pair->from);
  guint n = 0;
  guint n_lost = 0;

  for (double y = box.y + 0.5; y < box.y + box.height; y += 5)
    for (double x = box.x + 0.5; x < box.x + box.width - 1; x++)
      {
        BcRegion here = bc_view_region_at (pair->from, x, y);
        BcRegion beyond = bc_view_region_at (pair->from, x + 1, y);
        BcStrokePoint to;
        gboolean near = FALSE;

        if (here == beyond || here == BC_REGION_NONE || beyond == BC_REGION_NONE
            || !bc_view_has_region (pair->to, here) || !bc_view_has_region (pair->to, beyond))
          continue;
        to = map_one (pair->from, pair->to, x, y);
        for (double dy = -6; dy <= 6; dy++)
          for (double dx = -6; dx <= 6; dx++)
            near |= bc_view_region_at (pair->to, to.x + dx, to.y + dy) == beyond;
        n++;
        n_lost += !near;
      }
  g_assert_cmpuint (n, >, 20);
  /* Where the two do not touch on the other figure. */
  g_assert_cmpfloat (n_lost, <=, 0.06 * n);
}

/* The middle of a region is the middle again, not its edge: deep inside stays inside by a good part of that depth. */
static void
check_depth (const Pair *pair)
{
  guint n = 0;
  guint n_shallow = 0;

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      const BcAnchor *anchors;
      const BcAnchor *others;
      guint n_anchors;
      BcStrokePoint to;
      gboolean inside = TRUE;

      if (!bc_view_has_region (pair->from, region) || !bc_view_has_region (pair->to, region))
        continue;
      anchors = bc_view_get_anchors (pair->from, region, &n_anchors);
      others = bc_view_get_anchors (pair->to, region, &n_anchors);
      to = map_one (pair->from, pair->to, anchors[0].x, anchors[0].y);
      for (double turn = 0; turn < 6.2; turn += 0.5)
        inside &= bc_view_region_at (pair->to, to.x + 0.3 * others[0].radius * cos (turn),
                                     to.y + 0.3 * others[0].radius * sin (turn)) == region;
      n++;
      n_shallow += !inside;
    }
  g_assert_cmpfloat (n_shallow, <=, 0.08 * n);
}

/* A stroke means the same after it was mapped: each region keeps about its part of the ink. */
static void
check_shares (const Pair *pair)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (double));

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      BcStrokePoint points[21];
      g_autoptr(BcCoverage) before = NULL;
      g_autoptr(BcCoverage) after = NULL;
      BcBox box;
      double x;
      double y;

      if (!bc_view_has_region (pair->from, region) || !bc_view_has_region (pair->to, region))
        continue;
      box = bc_view_get_region_box (pair->from, region);
      bc_view_get_anchor (pair->from, region, &x, &y);
      for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        points[i] = (BcStrokePoint) { (float) x, (float) (y + box.height * (i / 20.0 - 0.5) / 2), 1 };
      before = bc_coverage_new (pair->from);
      after = bc_coverage_new (pair->to);
      bc_coverage_add_stroke (before, points, G_N_ELEMENTS (points), 15);
      bc_figure_map_points (pair->from, pair->to, points, G_N_ELEMENTS (points), points);
      bc_coverage_add_stroke (after, points, G_N_ELEMENTS (points), bc_figure_map_width (pair->from, pair->to, 15));
      for (BcRegion each = 1; each <= BC_N_REGIONS; each++)
        {
          double change = fabs (bc_coverage_get_share (before, each) - bc_coverage_get_share (after, each));

          if (bc_coverage_count (before, each) > 0)
            g_array_append_val (changes, change);
        }
    }
  g_assert_cmpfloat (get_quantile (changes, 0.5), <, 0.03);
  g_assert_cmpfloat (get_quantile (changes, 0.95), <, 0.25);
}

static void
check_width (const Pair *pair)
{
  double there = bc_figure_map_width (pair->from, pair->to, 25);
  gboolean grows = bc_view_get_figure (pair->from) == BC_FIGURE_CHILD;
  gboolean shrinks = bc_view_get_figure (pair->to) == BC_FIGURE_CHILD;

  g_assert_cmpfloat_with_epsilon (bc_figure_map_width (pair->to, pair->from, there), 25, 1e-6);
  g_assert_cmpfloat (there / 25, >, grows ? 1.2 : shrinks ? 0.6 : 0.8);
  g_assert_cmpfloat (there / 25, <, grows ? 1.7 : shrinks ? 0.85 : 1.25);
}

static void
test_same_figure (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_LEFT);
  BcStrokePoint points[103] = { { -4000, 2, 1 }, { NAN, 7, 1 }, { 1e30f, 0, -4 } };
  BcStrokePoint mapped[G_N_ELEMENTS (points)];

  for (guint i = 3; i < G_N_ELEMENTS (points); i++)
    points[i] = (BcStrokePoint) { (float) i * 0.37f - 20, (float) i * 11.1f, 0.1f };
  bc_figure_map_points (view, view, points, G_N_ELEMENTS (points), mapped);
  g_assert_cmpmem (mapped, sizeof mapped, points, sizeof points);
  g_assert_cmpfloat (bc_figure_map_width (view, view, 12.5), ==, 12.5);
}

/* Numbers that are none, and places far away, give no trouble; what is far off the body stays off it. */
static void
test_odd_points (void)
{
  const BcView *from = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_BACK);
  const BcView *to = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK);
  const BcStrokePoint points[] = { { NAN, 300, 1 }, { INFINITY, 2, 1 }, { 1e20f, -1e20f, 1 }, { -3000, 900, NAN } };
  BcStrokePoint mapped[G_N_ELEMENTS (points)];

  bc_figure_map_points (from, to, points, G_N_ELEMENTS (points), mapped);
  bc_figure_map_points (from, to, NULL, 0, NULL);
  g_assert_true (isnan (mapped[0].x) && isinf (mapped[1].x) && isnan (mapped[3].pressure));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpuint (bc_view_region_at (to, mapped[i].x, mapped[i].y), ==, BC_REGION_NONE);
}

static gpointer
map_front (gpointer unused)
{
  BcStrokePoint point = { 60, 500, 1 };

  bc_figure_map_points (bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT),
                        bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_FRONT), &point, 1, &point);
  return GINT_TO_POINTER ((int) point.x);
}

/* First, while nothing is there yet. */
static void
test_threads (void)
{
  GThread *threads[4];
  gpointer results[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, map_front, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    results[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (results[i] == results[0]);
  g_assert_cmpint (GPOINTER_TO_INT (results[0]), >, 20);
  g_assert_cmpint (GPOINTER_TO_INT (results[0]), <, 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-map/threads", test_threads);
  g_test_add_data_func ("/figure-map/same-region", check_same_region, for_each_pair);
  g_test_add_data_func ("/figure-map/hidden-regions", check_hidden_regions, for_each_pair);
  g_test_add_data_func ("/figure-map/way-into-hidden", check_way_into_hidden, for_each_pair);
  g_test_add_data_func ("/figure-map/continuity", check_continuity, for_each_pair);
  g_test_add_data_func ("/figure-map/round-trip", check_round_trip, for_each_pair);
  g_test_add_data_func ("/figure-map/borders", check_borders, for_each_pair);
  g_test_add_data_func ("/figure-map/depth", check_depth, for_each_pair);
  g_test_add_data_func ("/figure-map/shares", check_shares, for_each_pair);
  g_test_add_data_func ("/figure-map/width", check_width, for_each_pair);
  g_test_add_func ("/figure-map/same-figure", test_same_figure);
  g_test_add_func ("/figure-map/odd-points", test_odd_points);
  return g_test_run ();
}
