/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint-support.h"

#include <math.h>

static const BcScheme schemes[] = { BC_SCHEME_LIGHT, BC_SCHEME_DARK, BC_SCHEME_HIGH_CONTRAST,
                                    BC_SCHEME_HIGH_CONTRAST_DARK, BC_SCHEME_PAPER };

/* Least differences in CIE Lab (CIE76): two colours seen apart from each other, not side by side. */
#define LEAST_DIFFERENCE 15.0

/* Of the hues of maps, which lie side by side with a border between them and below the marks. */
#define LEAST_HUE_DIFFERENCE 8.0
#define MOST_HUE_DIFFERENCE 25.0
/* A little less than on bare skin; the patterns have contours too. */
#define LEAST_CONTRAST_ON_HUE 2.2

/* From linear RGB to linear RGB as a dichromat sees it: Machado, Oliveira and Fernandes 2009, severity 1. */
static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const BcColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

/* WCAG 2.1 contrast ratio, 1..21. */
static double
contrast (const BcColour *a,
          const BcColour *b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static double
lab_part (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
to_lab (const BcColour *colour,
        guint           vision,
        double         *lab)
{
  const double rgb[3] = { linear (colour->red), linear (colour->green), linear (colour->blue) };
  double seen[3] = { 0, 0, 0 };
  double x;
  double y;
  double z;

  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 3; j++)
        seen[i] += visions[vision][i][j] * rgb[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
  x = lab_part ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
  y = lab_part (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = lab_part ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
difference (const BcColour *a,
            const BcColour *b,
            guint           vision)
{
  double first[3];
  double second[3];

  to_lab (a, vision, first);
  to_lab (b, vision, second);
  return hypot (hypot (first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
}

static void
test_text_contrast (void)
{
  static const BcColour backgrounds[] = { { 0.98, 0.98, 0.98, 1 }, { 0.14, 0.14, 0.14, 1 }, { 1, 1, 1, 1 },
                                          { 0, 0, 0, 1 }, { 1, 1, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const BcPalette *palette = bc_palette_get (schemes[i]);
      gboolean high = schemes[i] == BC_SCHEME_HIGH_CONTRAST || schemes[i] == BC_SCHEME_HIGH_CONTRAST_DARK;

      g_assert_cmpfloat (contrast (&palette->text, &palette->skin), >=, high ? 15 : 7);
      g_assert_cmpfloat (contrast (&palette->text, &backgrounds[i]), >=, high ? 15 : 7);
      g_assert_cmpfloat (contrast (&palette->dim_text, &backgrounds[i]), >=, 4.5);
    }
}

static void
test_mark_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const BcPalette *palette = bc_palette_get (schemes[i]);

      g_assert_cmpfloat (contrast (&palette->clear, &palette->skin), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->outline, &palette->skin), >=, 3);
      g_assert_cmpfloat (contrast (&palette->focus, &palette->skin), >=, 3);
      g_assert_cmpfloat (contrast (&palette->overlay, &palette->skin), >=, 3);
      for (int number = 1; number <= BC_N_PENS; number++)
        {
          BcColour pen = bc_pen_colour (number, schemes[i]);

          g_assert_cmpfloat (contrast (&pen, &palette->skin), >=, 3);
        }
    }
}

static void
test_pens_by_all_eyes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (int a = 1; a <= BC_N_PENS; a++)
        for (int b = 1; b < a; b++)
          {
            BcColour first = bc_pen_colour (a, schemes[i]);
            BcColour second = bc_pen_colour (b, schemes[i]);

            g_assert_cmpfloat (difference (&first, &second, vision), >=, LEAST_DIFFERENCE);
          }
}

/* Pens come round again. */
static void
test_pens_repeat (void)
{
  for (int number = 1; number <= BC_N_PENS; number++)
    {
      BcColour first = bc_pen_colour (number, BC_SCHEME_LIGHT);
      BcColour again = bc_pen_colour (number + BC_N_PENS, BC_SCHEME_LIGHT);

      g_assert_cmpfloat (difference (&first, &again, 0), ==, 0);
    }
}

/* On any skin no ink of a pen vanishes in a photocopy. */
static void
test_pens_in_grey (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (int number = 1; number <= BC_N_PENS; number++)
      {
        BcColour pen = bc_pen_colour (number, schemes[i]);
        double ink = 116 * lab_part (luminance (&pen)) - 16;
        double skin = 116 * lab_part (luminance (&bc_palette_get (schemes[i])->skin)) - 16;

        g_assert_cmpfloat (fabs (ink - skin), >=, 30);
      }
}

static BcColour
over (const BcColour *top,
      const BcColour *below)
{
  return (BcColour) { top->alpha * top->red + (1 - top->alpha) * below->red,
                      top->alpha * top->green + (1 - top->alpha) * below->green,
                      top->alpha * top->blue + (1 - top->alpha) * below->blue, 1 };
}

/* The hues of a layer of maps differ from each other and from bare skin by all eyes, and are faint all the same. */
static void
test_hues_by_all_eyes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      {
        BcColour skin = bc_palette_get (schemes[i])->skin;

        for (guint a = 1; a <= BC_OVERLAY_N_HUES; a++)
          {
            BcColour tint = bc_hue_colour (a, schemes[i]);
            BcColour first = over (&tint, &skin);

            g_assert_cmpfloat (difference (&first, &skin, vision), >=, LEAST_HUE_DIFFERENCE);
            g_assert_cmpfloat (difference (&first, &skin, vision), <=, MOST_HUE_DIFFERENCE);
            for (guint b = 1; b < a; b++)
              {
                BcColour other = bc_hue_colour (b, schemes[i]);
                BcColour second = over (&other, &skin);

                g_assert_cmpfloat (difference (&first, &second, vision), >=, LEAST_HUE_DIFFERENCE);
              }
            /* Names and marks stay legible on it. */
            for (int number = 1; number <= BC_N_PENS; number++)
              {
                BcColour pen = bc_pen_colour (number, schemes[i]);

                g_test_message ("scheme %u, hue %u, P%d: %.2f", i, a, number, contrast (&pen, &first));
                g_assert_cmpfloat (contrast (&pen, &first), >=, LEAST_CONTRAST_ON_HUE);
              }
            g_assert_cmpfloat (contrast (&bc_palette_get (schemes[i])->text, &first), >=, 4.5);
            g_assert_cmpfloat (contrast (&bc_palette_get (schemes[i])->clear, &first), >=, 3);
          }
      }
}

static void
test_signs_differ (void)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  for (guint i = 0; i < BC_N_QUALITIES; i++)
    {
      cairo_surface_t *canvas = new_canvas (24, 24, NULL);
      g_autoptr (cairo_t) cr = cairo_create (canvas);

      g_ptr_array_add (signs, canvas);
      bc_paint_quality_sign (cr, &(BcBox) { 4, 4, 16, 16 }, (BcQuality) (1 << i), &(BcColour) { 0, 0, 0, 1 });
      for (guint other = 0; other < i; other++)
        g_assert_cmpuint (count_changed (canvas, g_ptr_array_index (signs, other), NULL), >, 40);
      /* All ink lies in the box. */
      for (int at = 0; at < 24 * 24; at++)
        if (pixel_at (canvas, at % 24, at / 24) != 0)
          g_assert_true (at % 24 >= 4 && at % 24 < 20 && at / 24 >= 4 && at / 24 < 20);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/text-contrast", test_text_contrast);
  g_test_add_func ("/palette/mark-contrast", test_mark_contrast);
  g_test_add_func ("/palette/pens-by-all-eyes", test_pens_by_all_eyes);
  g_test_add_func ("/palette/pens-repeat", test_pens_repeat);
  g_test_add_func ("/palette/pens-in-grey", test_pens_in_grey);
  g_test_add_func ("/palette/hues-by-all-eyes", test_hues_by_all_eyes);
  g_test_add_func ("/palette/signs-differ", test_signs_differ);
  return g_test_run ();
}
