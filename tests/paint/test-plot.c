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

/* What is not known leaves no sign; the line goes on to the next value that is. */
static void
test_unknown (void)
{
  g_autoptr (cairo_surface_t) none = paint (new_plot (1, NAN, NAN, NAN));
  g_autoptr (cairo_surface_t) one = paint (new_plot (1, 5, NAN, NAN));
  g_autoptr (cairo_surface_t) gap = paint (new_plot (1, 5, NAN, 5));
  g_autoptr (cairo_surface_t) all = paint (new_plot (1, 5, 5, 5));
  guint n_one = count_changed (none, one, NULL);

  g_assert_cmpuint (n_one, >, 10);
  g_assert_cmpuint (count_changed (none, gap, NULL), >, 3 * n_one);
  g_assert_cmpuint (count_changed (gap, all, NULL), >, 10);
  g_assert_cmpuint (count_changed (gap, all, NULL), <, 2 * n_one);
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
  g_test_add_func ("/plot/odd", test_odd);
  return g_test_run ();
}
