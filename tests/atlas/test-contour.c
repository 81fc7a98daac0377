/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Borders of regions: where they run, beside whom, and which of two figures' borders are the same. */
#include "bc-contour.h"

#include <math.h>
#include <string.h>

typedef void (*ViewFunc) (const BcView *view);

static void
for_each_view (gconstpointer data)
{
  ViewFunc check = (ViewFunc) data;

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int view = 0; view < BC_N_VIEWS; view++)
      check (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view));
}

/* Whether a region, or the outside, is within a millimetre and a half of a place. */
static gboolean
is_near (const BcView *view,
         double        x,
         double        y,
         BcRegion      region)
{
  for (double dy = -1.5; dy <= 1.5; dy += 0.5)
    for (double dx = -1.5; dx <= 1.5; dx += 0.5)
      if (bc_view_region_at (view, x + dx, y + dy) == region)
        return TRUE;
  return FALSE;
}

/* Along each border there is the region on one side and the neighbour on the other; only corners are rounded off. */
static void
check_borders (const BcView *view)
{
  g_autoptr(GPtrArray) contours = bc_contours_new (view);
  guint n = 0;
  guint n_off = 0;

  for (guint i = 0; i < contours->len; i++)
    {
      const BcContour *contour = g_ptr_array_index (contours, i);

      for (guint j = 0; j < contour->runs->len; j++)
        {
          const BcContourRun *run = &g_array_index (contour->runs, BcContourRun, j);

          for (double along = 4; along < run->length - 4; along += 2)
            {
              double x;
              double y;

              bc_contour_get_point (contour, run->start + along, &x, &y);
              n++;
              n_off += !is_near (view, x, y, contour->region) || !is_near (view, x, y, run->neighbour);
            }
        }
    }
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpfloat (n_off, <=, 0.01 * n);
}

/* Every region has its border, once round: the runs follow one another and make the whole. */
static void
check_runs (const BcView *view)
{
  g_autoptr(GPtrArray) contours = bc_contours_new (view);
  gboolean seen[BC_N_REGIONS + 1] = { FALSE };

  for (guint i = 0; i < contours->len; i++)
    {
      const BcContour *contour = g_ptr_array_index (contours, i);
      double length = 0;
      double first_x;
      double first_y;
      double last_x;
      double last_y;

      seen[contour->region] = TRUE;
      for (guint j = 0; j < contour->runs->len; j++)
        {
          const BcContourRun *run = &g_array_index (contour->runs, BcContourRun, j);
          const BcContourRun *next = &g_array_index (contour->runs, BcContourRun, (j + 1) % contour->runs->len);
          double gap = fmod (run->start + run->length - next->start + 2 * contour->length, contour->length);

          g_assert_cmpuint (run->neighbour, !=, contour->region);
          g_assert_true (contour->runs->len == 1 || run->length >= 4 || run->length >= 0.08 * contour->length);
          g_assert_true (gap < 1e-6 || gap > contour->length - 1e-6);
          g_assert_true (contour->runs->len == 1 || run->neighbour != next->neighbour);
          length += run->length;
        }
      g_assert_cmpfloat_with_epsilon (length, contour->length, 1e-6);
      bc_contour_get_point (contour, 0, &first_x, &first_y);
      bc_contour_get_point (contour, contour->length * 3, &last_x, &last_y);
      g_assert_cmpfloat_with_epsilon (hypot (first_x - last_x, first_y - last_y), 0, 1e-6);
    }
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    g_assert_cmpint (seen[region], ==, bc_view_has_region (view, region));
}

/* The area that a border goes round is the number of its region's pixels. */
static void
check_areas (const BcView *view)
{
  g_autoptr(GPtrArray) contours = bc_contours_new (view);
  double areas[BC_N_REGIONS + 1] = { 0 };

  for (guint i = 0; i < contours->len; i++)
    {
      const BcContour *contour = g_ptr_array_index (contours, i);

      for (double along = 0; along < contour->length; along += 0.5)
        {
          double x;
          double y;
          double next_x;
          double next_y;

          bc_contour_get_point (contour, along, &x, &y);
          bc_contour_get_point (contour, MIN (along + 0.5, contour->length), &next_x, &next_y);
          areas[contour->region] += (x * next_y - next_x * y) / 2; /* clockwise as seen is positive */
        }
    }
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      double area = 100 * bc_atlas_get_visible_area (bc_view_get_figure (view), region, bc_view_get_id (view));

      g_assert_cmpfloat_with_epsilon (areas[region], area, 40 + 0.05 * area);
    }
}

/* A contour 100 mm long, of a square, with the runs of @neighbours, a letter each, all of a length. */
static BcContour *
make_contour (const char *neighbours)
{
  BcContour *contour = g_new0 (BcContour, 1);

  contour->region = 1;
  contour->frame = (BcBox) { 0, 0, 100, 100 };
  contour->length = 100;
  contour->points = g_array_new (FALSE, FALSE, 1);
  contour->runs = g_array_new (FALSE, TRUE, sizeof (BcContourRun));
  for (guint i = 0; neighbours[i] != '\0'; i++)
    {
      BcContourRun run = { 0 };

      run.neighbour = (BcRegion) (neighbours[i] - 'a' + 2);
      run.length = 100.0 / (double) strlen (neighbours);
      run.start = i * run.length;
      g_array_append_val (contour->runs, run);
    }
  return contour;
}

static void
test_align (void)
{
  static const struct { const char *from; const char *to; const char *partners; } pairs[] = {
    { "abc", "abc", "012" },   { "abc", "bca", "201" },   { "abc", "cab", "120" },  { "abc", "ac", "0-1" },
    { "ac", "abc", "02" },     { "abcd", "xdyb", "-3-1" }, { "abc", "xyz", NULL },   { "a", "xay", "1" },
    { "abcab", "ababc", "23401" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      BcContour *from = make_contour (pairs[i].from);
      BcContour *to = make_contour (pairs[i].to);
      int partners[BC_CONTOUR_MOST_RUNS];

      g_assert_cmpint (bc_contour_align (from, to, partners), ==, pairs[i].partners != NULL);
      for (guint k = 0; pairs[i].partners != NULL && pairs[i].partners[k] != '\0'; k++)
        g_assert_cmpint (partners[k], ==, pairs[i].partners[k] == '-' ? -1 : pairs[i].partners[k] - '0');
      bc_contour_free (from);
      bc_contour_free (to);
    }
}

/* Of two borders with the same neighbour, the one at the same place is it. */
static void
test_align_by_place (void)
{
  BcContour *from = make_contour ("abac");
  BcContour *to = make_contour ("ab");
  int partners[BC_CONTOUR_MOST_RUNS];

  g_array_index (from->runs, BcContourRun, 0).x = 90;
  g_array_index (from->runs, BcContourRun, 2).x = 10;
  g_array_index (to->runs, BcContourRun, 0).x = 12;
  g_assert_true (bc_contour_align (from, to, partners));
  g_assert_cmpint (partners[0], ==, -1);
  g_assert_cmpint (partners[1], ==, 1);
  g_assert_cmpint (partners[2], ==, 0);
  bc_contour_free (from);
  bc_contour_free (to);
}

static void
test_too_many_runs (void)
{
  g_autofree char *many = g_strnfill (BC_CONTOUR_MOST_RUNS + 1, 'a');
  BcContour *from = make_contour (many);
  BcContour *to = make_contour ("ab");
  int partners[BC_CONTOUR_MOST_RUNS];

  g_assert_false (bc_contour_align (from, to, partners));
  g_assert_false (bc_contour_align (to, from, partners));
  bc_contour_free (from);
  bc_contour_free (to);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/contour/borders", check_borders, for_each_view);
  g_test_add_data_func ("/contour/runs", check_runs, for_each_view);
  g_test_add_data_func ("/contour/areas", check_areas, for_each_view);
  g_test_add_func ("/contour/align", test_align);
  g_test_add_func ("/contour/align-by-place", test_align_by_place);
  g_test_add_func ("/contour/too-many-runs", test_too_many_runs);
  return g_test_run ();
}
