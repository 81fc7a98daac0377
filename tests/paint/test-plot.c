/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-plot.h"

#include "paint-support.h"

#include <math.h>

#define WIDTH 400
#define HEIGHT 200

/* A scale ends at a number that people read easily, and above all values, bands included. */
static void
test_top (void)
{
  static const struct
  {
    double   value;
    double   high;
    gboolean whole;
    double   top;
  } rows[] = {
    { 0.3, NAN, FALSE, 0.5 }, { 7.4, NAN, FALSE, 10 }, { 2, NAN, FALSE, 2 }, { 2.1, NAN, FALSE, 5 },
    { 14, NAN, TRUE, 20 },    { 1, NAN, TRUE, 2 },     { 3, 12, FALSE, 20 }, { 0, NAN, FALSE, 1 },
    { NAN, NAN, FALSE, 1 },   { 100, NAN, FALSE, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BcPlot) plot = bc_plot_new ();
      BcPlotPanel *panel = bc_plot_add_panel (plot, "", 0, 1);

      panel->whole = rows[i].whole;
      bc_plot_add_point (bc_plot_add_series (panel, 0, ""), rows[i].value, NAN, rows[i].high, FALSE);
      g_assert_cmpfloat_with_epsilon (bc_plot_find_top (panel), rows[i].top, 1e-9);
    }
}

/* Three visits; the second is nearer to the first. */
static BcPlot *
new_plot (int    pen,
          double first,
          double second,
          double third)
{
  BcPlot *plot = bc_plot_new ();
  BcPlotSeries *series = bc_plot_add_series (bc_plot_add_panel (plot, "Panel", 10, 1), pen, "");

  g_ptr_array_add (plot->dates, g_strdup ("2026-05-01"));
  g_ptr_array_add (plot->dates, g_strdup ("2026-05-11"));
  g_ptr_array_add (plot->dates, g_strdup ("2026-08-01"));
  bc_plot_add_point (series, first, NAN, NAN, FALSE);
  bc_plot_add_point (series, second, NAN, NAN, FALSE);
  bc_plot_add_point (series, third, NAN, NAN, FALSE);
  return plot;
}

static cairo_surface_t *
paint (BcPlot *plot)
{
  cairo_surface_t *canvas = new_canvas (WIDTH, HEIGHT, &(BcColour) { 1, 1, 1, 1 });
  g_autoptr (cairo_t) cr = cairo_create (canvas);

  bc_paint_plot (cr, get_pango (), plot, &(BcBox) { 0, 0, WIDTH, HEIGHT }, 10, BC_SCHEME_PAPER);
  bc_plot_free (plot);
  return canvas;
}

/* What is not known leaves no sign, and a gap in the line: nothing is told of that visit. */
static void
test_unknown (void)
{
  g_autoptr (cairo_surface_t) none = paint (new_plot (1, NAN, NAN, NAN));
  g_autoptr (cairo_surface_t) one = paint (new_plot (1, 5, NAN, NAN));
  g_autoptr (cairo_surface_t) gap = paint (new_plot (1, 5, NAN, 5));
  g_autoptr (cairo_surface_t) all = paint (new_plot (1, 5, 5, 5));
  guint n_one = count_changed (none, one, NULL);

  g_assert_cmpuint (n_one, >, 10);
  g_assert_cmpuint (count_changed (none, gap, NULL), >, n_one);
  g_assert_cmpuint (count_changed (none, gap, NULL), <, 3 * n_one);
  g_assert_cmpuint (count_changed (gap, all, NULL), >, 3 * n_one);
}

/* Pens differ by more than colour. */
static void
test_pens (void)
{
  for (int pen = 2; pen <= BC_N_PENS; pen++)
    {
      g_autoptr (cairo_surface_t) none = paint (new_plot (1, NAN, NAN, NAN));
      g_autoptr (cairo_surface_t) first = paint (new_plot (1, 2, 8, 4));
      g_autoptr (cairo_surface_t) other = paint (new_plot (pen, 2, 8, 4));
      guint differ = 0;

      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          differ += (pixel_at (none, x, y) == pixel_at (first, x, y)) != (pixel_at (none, x, y) == pixel_at (other, x, y));
      g_assert_cmpuint (differ, >, 100);
    }
}

/* Time runs evenly: ten days are nearer to the start than three months. */
static void
test_time (void)
{
  g_autoptr (cairo_surface_t) none = paint (new_plot (1, NAN, NAN, NAN));
  g_autoptr (cairo_surface_t) second = paint (new_plot (1, NAN, 5, NAN));
  const BcBox near = { 0, 0, WIDTH / 3.0, HEIGHT };

  g_assert_cmpuint (count_changed (none, second, &near), ==, count_changed (none, second, NULL));
}

/* Each date is found again at the place where it lies, and next to it. */
static void
test_places (void)
{
  g_autoptr (BcPlot) plot = new_plot (1, 1, 2, 3);
  const BcBox box = { 20, 0, WIDTH, HEIGHT };

  for (guint i = 0; i < plot->dates->len; i++)
    {
      double x = bc_plot_find_place (plot, &box, 10, i);

      g_assert_cmpuint (bc_plot_find_date (plot, &box, 10, x), ==, i);
      g_assert_cmpuint (bc_plot_find_date (plot, &box, 10, x + 1), ==, i);
      g_assert_cmpfloat (x, >, box.x);
      g_assert_cmpfloat (x, <, box.x + box.width);
    }
  g_assert_cmpuint (bc_plot_find_date (plot, &box, 10, -1000), ==, 0);
  g_assert_cmpuint (bc_plot_find_date (plot, &box, 10, 1000), ==, plot->dates->len - 1);
}

/* Of many visits the signs do not run together into a bar: of the same ink a smaller part is covered. */
static void
test_crowded (void)
{
  BcPlot *plot = bc_plot_new ();
  BcPlotSeries *series = bc_plot_add_series (bc_plot_add_panel (plot, "", 10, 1), 1, "");
  g_autoptr (cairo_surface_t) none = paint (bc_plot_new ());
  g_autoptr (cairo_surface_t) many = NULL;
  guint columns = 0;
  guint ink = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_ptr_array_add (plot->dates, g_strdup_printf ("20%02u-%02u-01", 10 + i / 12, i % 12 + 1));
      bc_plot_add_point (series, 5, NAN, NAN, FALSE);
    }
  many = paint (plot);
  for (int x = WIDTH / 3; x < 2 * WIDTH / 3; x++, columns++)
    for (int y = HEIGHT / 3; y < HEIGHT; y++)
      ink += pixel_at (many, x, y) != pixel_at (none, x, y) && pixel_at (many, x, y) != pixel_at (many, 1, 1);
  g_assert_cmpuint (ink, >, 0);
  g_assert_cmpuint (ink, <, 16 * columns);
}

/* A box without room, a single visit and days that are none are no trouble. */
static void
test_odd (void)
{
  BcPlot *single = bc_plot_new ();
  BcPlot *crooked = new_plot (1, 1, 2, 3);
  g_autoptr (cairo_surface_t) canvas = new_canvas (WIDTH, HEIGHT, NULL);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  g_autoptr (cairo_surface_t) one = NULL;
  g_autoptr (cairo_surface_t) other = NULL;
  g_autoptr (BcPlot) plot = new_plot (1, 1, 2, 3);

  g_ptr_array_add (single->dates, g_strdup ("2026-05-01"));
  bc_plot_add_point (bc_plot_add_series (bc_plot_add_panel (single, "", 0, 1), 1, "P1"), 3, 1, 5, TRUE);
  one = paint (single);
  g_free (crooked->dates->pdata[0]);
  crooked->dates->pdata[0] = g_strdup ("long ago");
  other = paint (crooked);
  bc_paint_plot (cr, get_pango (), plot, &(BcBox) { 0, 0, 5, 5 }, 10, BC_SCHEME_PAPER);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/top", test_top);
  g_test_add_func ("/plot/unknown", test_unknown);
  g_test_add_func ("/plot/pens", test_pens);
  g_test_add_func ("/plot/time", test_time);
  g_test_add_func ("/plot/places", test_places);
  g_test_add_func ("/plot/crowded", test_crowded);
  g_test_add_func ("/plot/odd", test_odd);
  return g_test_run ();
}
