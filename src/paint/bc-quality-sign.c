/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/*
 * Pain drawings have no standard set of symbols: most forms use dots or o for pins and needles, = for numbness, x for
 * burning and / for stabbing pain (so the drawings after Ransford, Cairns and Mooney 1976 and the McGill pain chart),
 * the rest differs from school to school. Ours keep to those four and choose the rest so that all nine differ by shape
 * alone, also where they are three millimetres high and copied in black and white. The sign beside the word is a piece
 * of the pattern with which the quality fills its marks.
 *
 * Glyphs are made of polygons, not of stroked lines: there may be thousands of them, and cairo fills a polygon in a
 * fraction of the time in which it strokes a line. All turn the same way, so that where two overlap nothing is left
 * out; only the inside of a ring turns the other way.
 */

/* Points of one period of a wave. */
#define WAVE_POINTS 10

static void
add_bar (cairo_t *cr,
         double   x1,
         double   y1,
         double   x2,
         double   y2,
         double   width)
{
  double length = hypot (x2 - x1, y2 - y1);
  double across_x = -(y2 - y1) / length * width / 2;
  double across_y = (x2 - x1) / length * width / 2;

  cairo_move_to (cr, x1 + across_x, y1 + across_y);
  cairo_line_to (cr, x1 - across_x, y1 - across_y);
  cairo_line_to (cr, x2 - across_x, y2 - across_y);
  cairo_line_to (cr, x2 + across_x, y2 + across_y);
  cairo_close_path (cr);
}

/* Twelve corners are round enough for a few pixels; @turn is 1, or -1 for a hole. */
static void
add_disc (cairo_t *cr,
          double   x,
          double   y,
          double   radius,
          int      turn)
{
  static const double corners[][2] = {
    { 1, 0 },  { 0.866, 0.5 },   { 0.5, 0.866 },   { 0, 1 },  { -0.5, 0.866 }, { -0.866, 0.5 },
    { -1, 0 }, { -0.866, -0.5 }, { -0.5, -0.866 }, { 0, -1 }, { 0.5, -0.866 }, { 0.866, -0.5 },
  };

  cairo_new_sub_path (cr);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cr, x + radius * corners[i][0], y - turn * radius * corners[i][1]);
  cairo_close_path (cr);
}

static void
add_ring (cairo_t *cr,
          double   x,
          double   y,
          double   radius,
          double   width)
{
  add_disc (cr, x, y, radius, 1);
  if (radius > width)
    add_disc (cr, x, y, radius - width, -1);
}

static void
add_flash (cairo_t *cr,
           double   x,
           double   y,
           double   r,
           double   width)
{
  static const double corners[][2] = { { 0.34, -1 }, { -0.5, 0.16 }, { 0.5, -0.16 }, { -0.34, 1 } };

  for (guint i = 1; i < G_N_ELEMENTS (corners); i++)
    add_bar (cr, x + r * corners[i - 1][0], y + r * corners[i - 1][1], x + r * corners[i][0], y + r * corners[i][1],
             width);
}

static void
add_triangle (cairo_t *cr,
              double   x,
              double   y,
              double   r)
{
  cairo_move_to (cr, x - r, y - 0.8 * r);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x + r, y - 0.8 * r);
  cairo_close_path (cr);
}

/* From (@x1, @y) to (@x2, @y), one piece of a wave that has its origin at x = 0. */
void
bc_glyph_add_wave (cairo_t *cr,
                   double   x1,
                   double   x2,
                   double   y,
                   double   period,
                   double   height,
                   double   width)
{
  guint n = (guint) ceil ((x2 - x1) / period * WAVE_POINTS);

  cairo_new_sub_path (cr);
  for (guint i = 0; i <= n; i++)
    {
      double x = x1 + (x2 - x1) * i / n;

      cairo_line_to (cr, x, y + height / 2 * sin (2 * G_PI * x / period) + width * 0.6);
    }
  for (guint i = n + 1; i-- > 0;)
    {
      double x = x1 + (x2 - x1) * i / n;

      cairo_line_to (cr, x, y + height / 2 * sin (2 * G_PI * x / period) - width * 0.6);
    }
  cairo_close_path (cr);
}

/*
 * Adds one glyph of a quality's pattern to the path, to be filled with the winding rule: @size is its height, @width
 * that of its lines. Cramping has none: its pattern is a wave without end.
 */
void
bc_glyph_add (cairo_t   *cr,
              BcQuality  quality,
              double     x,
              double     y,
              double     size,
              double     width)
{
  double r = size / 2;

  switch (quality)
    {
    case BC_QUALITY_ACHE:
      add_ring (cr, x, y, r, width);
      break;
    case BC_QUALITY_SHARP:
      add_bar (cr, x - 0.4 * r, y + r, x + 0.4 * r, y - r, width);
      break;
    case BC_QUALITY_BURNING:
      add_bar (cr, x - 0.9 * r, y - 0.9 * r, x + 0.9 * r, y + 0.9 * r, width);
      add_bar (cr, x - 0.9 * r, y + 0.9 * r, x + 0.9 * r, y - 0.9 * r, width);
      break;
    case BC_QUALITY_ELECTRIC:
      add_flash (cr, x, y, r, width);
      break;
    case BC_QUALITY_TINGLING:
      add_disc (cr, x, y, r, 1);
      break;
    case BC_QUALITY_NUMBNESS:
      add_bar (cr, x - r, y - 0.42 * r, x + r, y - 0.42 * r, width);
      add_bar (cr, x - r, y + 0.42 * r, x + r, y + 0.42 * r, width);
      break;
    case BC_QUALITY_WEAKNESS:
      add_triangle (cr, x, y, r);
      break;
    case BC_QUALITY_THROBBING:
      add_ring (cr, x, y, r, width);
      add_disc (cr, x, y, 0.42 * r, 1);
      break;
    case BC_QUALITY_CRAMPING:
    default:
      g_return_if_reached ();
    }
}

static void
add_sign (cairo_t   *cr,
          BcQuality  quality)
{
  static const double dots[][2] = { { -0.6, -0.6 }, { 0.6, -0.6 }, { 0, 0 }, { -0.6, 0.6 }, { 0.6, 0.6 } };

  switch (quality)
    {
    case BC_QUALITY_TINGLING:
      for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
        bc_glyph_add (cr, quality, dots[i][0], dots[i][1], 0.42, 0);
      break;
    case BC_QUALITY_SHARP:
      bc_glyph_add (cr, quality, -0.4, 0, 1.7, 0.25);
      bc_glyph_add (cr, quality, 0.4, 0, 1.7, 0.25);
      break;
    case BC_QUALITY_CRAMPING:
      bc_glyph_add_wave (cr, -0.9, 0.9, -0.36, 0.9, 0.46, 0.2);
      bc_glyph_add_wave (cr, -0.9, 0.9, 0.36, 0.9, 0.46, 0.2);
      break;
    case BC_QUALITY_BURNING:
    case BC_QUALITY_NUMBNESS:
      bc_glyph_add (cr, quality, 0, 0, 1.5, 0.25);
      break;
    case BC_QUALITY_ACHE:
    case BC_QUALITY_WEAKNESS:
      bc_glyph_add (cr, quality, 0, 0, 1.4, 0.25);
      break;
    case BC_QUALITY_ELECTRIC:
    case BC_QUALITY_THROBBING:
    default:
      bc_glyph_add (cr, quality, 0, 0, 1.8, 0.22);
    }
}

/**
 * bc_paint_quality_sign:
 * @cr: a cairo context
 * @box: where, in the units of @cr; the sign is as large as fits, and centred
 * @quality: one quality
 * @colour: colour of the sign
 *
 * Draws the sign of one quality, a piece of the pattern that fills its marks: ache a ring, sharp two slashes, burning a
 * cross, electric a flash, tingling dots, numbness two bars, weakness a triangle that points down, cramping a wave,
 * throbbing a ring with a core.
 */
void
bc_paint_quality_sign (cairo_t        *cr,
                       const BcBox    *box,
                       BcQuality       quality,
                       const BcColour *colour)
{
  double half;

  g_return_if_fail (cr != NULL && box != NULL && colour != NULL);
  g_return_if_fail (bc_terms_get_id (&bc_quality_terms, (int) quality) != NULL);

  half = MIN (box->width, box->height) / 2;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_scale (cr, half, half);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  add_sign (cr, quality);
  bc_paint_set_colour (cr, colour, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}
