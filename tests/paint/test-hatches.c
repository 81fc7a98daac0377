/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"
#include "paint-support.h"

#include <math.h>

/* Pixels of a sample, and by how much two are shifted against each other. */
#define SIZE 72
#define SHIFT 16

/* A step of the pattern: as on a screen at normal size, and as a printer of 150 dots an inch sees it on paper. */
static const struct { double unit; BcScheme scheme; } prints[] = {
  { 8, BC_SCHEME_LIGHT },
  { 4.6 * 150 / 72, BC_SCHEME_PAPER },
};

/* Least root mean square difference of grey (0 black to 1 white) between two patterns, however they are laid. */
#define LEAST_DIFFERENCE 0.2

/* Least difference of grey between an intensity of 0 and one of 10. */
#define LEAST_RANGE 0.22

/* A patch of a pattern in black ink, as a photocopier sees it. */
static void
copy_patch (guint     qualities,
            BcRole    role,
            int       nrs,
            guint     print,
            double   *grey)
{
  g_autoptr (cairo_surface_t) canvas = new_canvas (SIZE, SIZE, &(BcColour) { 1, 1, 1, 1 });
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  BcHatchPlace place = { .box = { 0, 0, SIZE, SIZE }, .unit = prints[print].unit };
  BcPen pen = { 6, qualities, role, nrs };

  bc_hatch_paint (cr, &place, &pen, prints[print].scheme);
  for (int at = 0; at < SIZE * SIZE; at++)
    {
      guint32 pixel = pixel_at (canvas, at % SIZE, at / SIZE);

      grey[at] = (0.299 * ((pixel >> 16) & 0xff) + 0.587 * ((pixel >> 8) & 0xff) + 0.114 * (pixel & 0xff)) / 255;
    }
}

static double
mean_of (const double *grey)
{
  double sum = 0;

  for (guint at = 0; at < SIZE * SIZE; at++)
    sum += grey[at];
  return sum / (SIZE * SIZE);
}

/* How much two pictures differ where they are most alike: one is shifted over the other in all ways. */
static double
least_difference (const double *a,
                  const double *b)
{
  const int inner = SIZE - SHIFT;
  double least = INFINITY;

  for (int dy = 0; dy < SHIFT; dy++)
    for (int dx = 0; dx < SHIFT; dx++)
      {
        double sum = 0;

        for (int y = 0; y < inner; y++)
          for (int x = 0; x < inner; x++)
            {
              double by = a[y * SIZE + x] - b[(y + dy) * SIZE + x + dx];

              sum += by * by;
            }
        least = MIN (least, sqrt (sum / (inner * inner)));
      }
  return least;
}

/* All nine qualities, and none known, are told apart in black and white, on screen and on paper. */
static void
test_qualities_differ (gconstpointer data)
{
  guint print = GPOINTER_TO_UINT (data);
  g_autofree double *patches = g_new (double, (BC_N_QUALITIES + 1) * SIZE * SIZE);

  for (guint i = 0; i <= BC_N_QUALITIES; i++)
    copy_patch ((1u << i) & BC_QUALITY_ALL, BC_ROLE_SITE, 5, print, patches + i * SIZE * SIZE);
  for (guint i = 0; i <= BC_N_QUALITIES; i++)
    for (guint j = 0; j < i; j++)
      {
        double difference = MIN (least_difference (patches + i * SIZE * SIZE, patches + j * SIZE * SIZE),
                                 least_difference (patches + j * SIZE * SIZE, patches + i * SIZE * SIZE));

        g_test_message ("%u-%u: %.3f", i, j, difference);
        g_assert_cmpfloat (difference, >=, LEAST_DIFFERENCE);
      }
}

/* Stronger is darker for every quality, unknown is the middle, and where it travels to is lighter than its site. */
static void
test_intensity_is_density (void)
{
  double grey[SIZE * SIZE];

  for (guint i = 0; i <= BC_N_QUALITIES; i++)
    for (guint print = 0; print < G_N_ELEMENTS (prints); print++)
      {
        guint quality = (1u << i) & BC_QUALITY_ALL;
        double last = 1;
        double middle;

        for (int nrs = 0; nrs <= BC_NRS_MAX; nrs += 2)
          {
            copy_patch (quality, BC_ROLE_SITE, nrs, print, grey);
            g_assert_cmpfloat (mean_of (grey), <, last - 0.02);
            last = mean_of (grey);
          }
        copy_patch (quality, BC_ROLE_SITE, 0, print, grey);
        g_assert_cmpfloat (mean_of (grey) - last, >, LEAST_RANGE);
        copy_patch (quality, BC_ROLE_SITE, 5, print, grey);
        middle = mean_of (grey);
        copy_patch (quality, BC_ROLE_SITE, BC_NRS_UNKNOWN, print, grey);
        g_assert_cmpfloat (mean_of (grey), ==, middle);
        copy_patch (quality, BC_ROLE_RADIATION, 5, print, grey);
        g_assert_cmpfloat (mean_of (grey), >, middle + 0.1);
      }
}

/* How dark a patch is in all, in grey. */
static double
get_ink (guint    quality,
         BcRole   role,
         BcScheme scheme,
         gboolean unconfirmed)
{
  BcColour skin = bc_palette_get (scheme)->skin;
  g_autoptr (cairo_surface_t) bare = new_canvas (SIZE, SIZE, &skin);
  g_autoptr (cairo_surface_t) canvas = new_canvas (SIZE, SIZE, &skin);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  BcHatchPlace place = { .box = { 0, 0, SIZE, SIZE }, .unit = 8 };
  BcPen pen = { 1, quality, role, 5, unconfirmed };
  double ink = 0;

  bc_hatch_paint (cr, &place, &pen, scheme);
  for (int at = 0; at < SIZE * SIZE; at++)
    ink += channel_difference (pixel_at (bare, at % SIZE, at / SIZE), pixel_at (canvas, at % SIZE, at / SIZE));
  return ink / (SIZE * SIZE);
}

/* What is not confirmed yet is about half as strong as the same confirmed, whatever it feels like and on every ground,
 * and still seen. */
static void
test_unconfirmed_is_faint (void)
{
  for (BcScheme scheme = BC_SCHEME_LIGHT; scheme <= BC_SCHEME_PAPER; scheme++)
    for (guint i = 0; i <= BC_N_QUALITIES; i++)
      for (BcRole role = BC_ROLE_SITE; role <= BC_ROLE_RADIATION; role++)
        {
          guint quality = (1u << i) & BC_QUALITY_ALL;
          double confirmed = get_ink (quality, role, scheme, FALSE);
          double copied = get_ink (quality, role, scheme, TRUE);

          g_assert_cmpfloat (copied, <, 0.55 * confirmed);
          g_assert_cmpfloat (copied, >, 0.3 * confirmed);
        }
}

/* Two qualities show both; a third adds nothing. */
static void
test_two_qualities (void)
{
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    for (guint j = 0; j < i; j++)
      {
        guint both = (1u << i) | (1u << j);
        double first[SIZE * SIZE];
        double second[SIZE * SIZE];
        double mixed[SIZE * SIZE];

        g_assert_cmpuint (bc_pen_get_patterns (both), ==, both);
        copy_patch (1u << i, BC_ROLE_SITE, 5, 0, first);
        copy_patch (1u << j, BC_ROLE_SITE, 5, 0, second);
        copy_patch (both, BC_ROLE_SITE, 5, 0, mixed);
        g_assert_cmpfloat (least_difference (mixed, first), >=, LEAST_DIFFERENCE / 2);
        g_assert_cmpfloat (least_difference (mixed, second), >=, LEAST_DIFFERENCE / 2);
      }
  g_assert_cmpuint (bc_pen_get_patterns (BC_QUALITY_ALL), ==, BC_QUALITY_ACHE | BC_QUALITY_SHARP);
  g_assert_cmpuint (bc_pen_get_patterns (0), ==, 0);
}

/* The pattern does not start anew in each region: a part of a place looks as the same part of a larger one. */
static void
test_pattern_runs_on (void)
{
  static const BcBox boxes[] = { { -40, -25, 120, 90 }, { 7, 11, 31, 29 } };

  for (guint i = 0; i <= BC_N_QUALITIES; i++)
    {
      g_autoptr (cairo_surface_t) large = new_canvas (50, 50, &(BcColour) { 1, 1, 1, 1 });
      g_autoptr (cairo_surface_t) small = new_canvas (50, 50, &(BcColour) { 1, 1, 1, 1 });
      cairo_surface_t *const canvases[] = { large, small };
      BcPen pen = { 1, (1u << i) & BC_QUALITY_ALL, BC_ROLE_SITE, 5 };

      for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
        {
          g_autoptr (cairo_t) cr = cairo_create (canvases[j]);
          BcHatchPlace place = { .box = boxes[j], .unit = 8 };

          cairo_rectangle (cr, boxes[1].x, boxes[1].y, boxes[1].width, boxes[1].height);
          cairo_clip (cr);
          bc_hatch_paint (cr, &place, &pen, BC_SCHEME_LIGHT);
        }
      /* A wave is made of short straight pieces, which start at the edge of the box. */
      for (int at = 0; at < 50 * 50; at++)
        g_assert_cmpint (channel_difference (pixel_at (large, at % 50, at / 50), pixel_at (small, at % 50, at / 50)),
                         <=, i == 7 ? 60 : 2);
    }
}

/* Without colour P1 to P6 differ by their contours; P7 is drawn as P1. */
static void
test_contours_differ (void)
{
  for (int number = 1; number <= BC_N_PENS; number++)
    {
      guint n = 0;
      guint n_again = 0;
      const double *dashes = bc_pen_dashes (number, &n);

      g_assert_true (bc_pen_dashes (number + BC_N_PENS, &n_again) == dashes);
      g_assert_cmpuint (n_again, ==, n);
      for (int other = 1; other < number; other++)
        {
          guint n_other = 0;
          const double *others = bc_pen_dashes (other, &n_other);
          gboolean differ = n != n_other;

          for (guint i = 0; i < n && !differ; i++)
            differ = fabs (dashes[i] - others[i]) >= 2;
          g_assert_true (differ);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/hatches/qualities-differ/screen", GUINT_TO_POINTER (0), test_qualities_differ);
  g_test_add_data_func ("/hatches/qualities-differ/paper", GUINT_TO_POINTER (1), test_qualities_differ);
  g_test_add_func ("/hatches/intensity-is-density", test_intensity_is_density);
  g_test_add_func ("/hatches/unconfirmed-is-faint", test_unconfirmed_is_faint);
  g_test_add_func ("/hatches/two-qualities", test_two_qualities);
  g_test_add_func ("/hatches/pattern-runs-on", test_pattern_runs_on);
  g_test_add_func ("/hatches/contours-differ", test_contours_differ);
  return g_test_run ();
}
