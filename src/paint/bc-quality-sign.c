/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/*
 * Signs are drawn in a square from -1 to 1 with y downwards. Pain drawings have no standard set of symbols: most forms
 * use dots or o for pins and needles, = for numbness, x for burning and / for stabbing pain (so the drawings after
 * Ransford, Cairns and Mooney 1976 and the McGill pain chart), the rest differs from school to school. Ours keep to
 * those four and choose the rest so that all nine differ by shape alone. The word always stands beside the sign.
 */

#define REACH 0.8

static void
add_line (cairo_t *cr,
          double   x1,
          double   y1,
          double   x2,
          double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
add_circle (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
draw_ache (cairo_t *cr)
{
  add_circle (cr, 0, 0, 0.66);
}

static void
draw_sharp (cairo_t *cr)
{
  add_line (cr, -0.72, REACH, -0.02, -REACH);
  add_line (cr, 0.02, REACH, 0.72, -REACH);
}

static void
draw_burning (cairo_t *cr)
{
  add_line (cr, -0.65, -0.65, 0.65, 0.65);
  add_line (cr, -0.65, 0.65, 0.65, -0.65);
}

static void
draw_electric (cairo_t *cr)
{
  cairo_move_to (cr, 0.3, -0.84);
  cairo_line_to (cr, -0.42, 0.12);
  cairo_line_to (cr, 0.36, -0.06);
  cairo_line_to (cr, -0.3, 0.84);
}

static void
draw_tingling (cairo_t *cr)
{
  static const double dots[][2] = { { -0.6, -0.6 }, { 0.6, -0.6 }, { 0, 0 }, { -0.6, 0.6 }, { 0.6, 0.6 } };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    add_circle (cr, dots[i][0], dots[i][1], 0.08);
}

static void
draw_numbness (cairo_t *cr)
{
  add_line (cr, -0.7, -0.34, 0.7, -0.34);
  add_line (cr, -0.7, 0.34, 0.7, 0.34);
}

static void
draw_weakness (cairo_t *cr)
{
  cairo_move_to (cr, -0.72, -0.55);
  cairo_line_to (cr, 0.72, -0.55);
  cairo_line_to (cr, 0, 0.68);
  cairo_close_path (cr);
}

static void
draw_cramping (cairo_t *cr)
{
  cairo_move_to (cr, -0.85, 0.1);
  cairo_curve_to (cr, -0.55, -0.85, -0.25, -0.85, 0, 0);
  cairo_curve_to (cr, 0.25, 0.85, 0.55, 0.85, 0.85, -0.1);
}

static void
draw_throbbing (cairo_t *cr)
{
  add_circle (cr, 0, 0, 0.82);
  add_circle (cr, 0, 0, 0.4);
  add_circle (cr, 0, 0, 0.03);
}

/**
 * bc_paint_quality_sign:
 * @cr: a cairo context
 * @box: where, in the units of @cr; the sign is as large as fits, and centred
 * @quality: one quality
 * @colour: colour of the sign
 *
 * Draws the sign of one quality: ache a ring, sharp two slashes, burning a cross, electric a flash, tingling dots,
 * numbness two bars, weakness a triangle that points down, cramping a wave, throbbing circles in circles.
 */
void
bc_paint_quality_sign (cairo_t        *cr,
                       const BcBox    *box,
                       BcQuality       quality,
                       const BcColour *colour)
{
  static const struct { BcQuality quality; void (*draw) (cairo_t *cr); } signs[] = {
    { BC_QUALITY_ACHE, draw_ache },         { BC_QUALITY_SHARP, draw_sharp },
    { BC_QUALITY_BURNING, draw_burning },   { BC_QUALITY_ELECTRIC, draw_electric },
    { BC_QUALITY_TINGLING, draw_tingling }, { BC_QUALITY_NUMBNESS, draw_numbness },
    { BC_QUALITY_WEAKNESS, draw_weakness }, { BC_QUALITY_CRAMPING, draw_cramping },
    { BC_QUALITY_THROBBING, draw_throbbing },
  };
  double half;

  g_return_if_fail (cr != NULL && box != NULL && colour != NULL);

  half = MIN (box->width, box->height) / 2;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_scale (cr, half, half);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.24);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].quality == quality)
      signs[i].draw (cr);
  bc_paint_set_colour (cr, colour, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}
