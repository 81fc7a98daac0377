/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* How a symptom of unknown intensity is drawn: as if in the middle of the scale. */
#define NRS_MIDDLE 5

/*
 * Patterns are laid out from (0, 0) of the body, not from the box, so that they run on from one region into the
 * next. A small step for the first element keeps that origin.
 */
static double
first_step (double from,
            double step,
            double phase)
{
  return (floor (from / step) - 1 + phase) * step;
}

/* Lines at 45 degrees, rising to the right with @slope -1 and falling with 1. */
static void
add_diagonals (cairo_t     *cr,
               const BcBox *box,
               double       step,
               double       phase,
               double       slope)
{
  double apart = step * G_SQRT2;
  double top = slope > 0 ? box->x - box->y - box->height : box->x + box->y;
  double end = top + box->width + box->height + apart;

  for (double c = first_step (top, apart, phase); c < end; c += apart)
    {
      /* the line x - slope * y = c, between the upper and lower edge of the box */
      cairo_move_to (cr, c + slope * box->y, box->y);
      cairo_line_to (cr, c + slope * (box->y + box->height), box->y + box->height);
    }
}

static void
add_horizontals (cairo_t     *cr,
                 const BcBox *box,
                 double       step,
                 double       phase)
{
  for (double y = first_step (box->y, step, phase); y < box->y + box->height + step; y += step)
    {
      cairo_move_to (cr, box->x - step, y);
      cairo_line_to (cr, box->x + box->width + step, y);
    }
}

/* A spot is left out only where the region has no part of it. */
static gboolean
is_near (const BcHatchPlace *place,
         double              x,
         double              y,
         double              radius)
{
  static const double around[][2] = { { 0, 0 }, { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

  for (guint i = 0; place->view != NULL && i < G_N_ELEMENTS (around); i++)
    if (bc_view_region_at (place->view, x + around[i][0] * radius, y + around[i][1] * radius) == place->region)
      return TRUE;
  return place->view == NULL;
}

/* Circles of a hatch are a few pixels wide and many: twelve corners are round enough, and much faster than arcs. */
static void
add_circle (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  static const double corners[][2] = {
    { 1, 0 },  { 0.866, 0.5 },   { 0.5, 0.866 },   { 0, 1 },  { -0.5, 0.866 }, { -0.866, 0.5 },
    { -1, 0 }, { -0.866, -0.5 }, { -0.5, -0.866 }, { 0, -1 }, { 0.5, -0.866 }, { 0.866, -0.5 },
  };

  cairo_new_sub_path (cr);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cr, x + radius * corners[i][0], y + radius * corners[i][1]);
  cairo_close_path (cr);
}

/* Dots, or with a @hole rings, in staggered rows. */
static void
add_spots (cairo_t            *cr,
           const BcHatchPlace *place,
           double              step,
           double              radius,
           double              hole)
{
  double rows = step * sqrt (0.75);
  int row = (int) floor (place->box.y / rows) - 1;

  for (; (row + place->phase) * rows < place->box.y + place->box.height + rows; row++)
    {
      double y = (row + place->phase) * rows;
      double shift = (row & 1) != 0 ? 0.5 : 0;
      double x = first_step (place->box.x, step, place->phase + shift);

      for (; x < place->box.x + place->box.width + step; x += step)
        {
          if (!is_near (place, x, y, radius))
            continue;
          add_circle (cr, x, y, radius);
          if (hole > 0)
            add_circle (cr, x, y, hole);
        }
    }
}

/* Adds lines to be stroked (TRUE) or spots to be filled (FALSE); @width is that of a line. */
static gboolean
add_hatch (cairo_t            *cr,
           const BcHatchPlace *place,
           BcHatch             hatch,
           double              step,
           double              width)
{
  switch (hatch)
    {
    case BC_HATCH_DIAGONAL:
      add_diagonals (cr, &place->box, step, place->phase, -1);
      return TRUE;
    case BC_HATCH_DOTS:
      add_spots (cr, place, step, 0.85 * width, 0);
      return FALSE;
    case BC_HATCH_BACK_DIAGONAL:
      add_diagonals (cr, &place->box, step, place->phase, 1);
      return TRUE;
    case BC_HATCH_CROSS:
      add_diagonals (cr, &place->box, step * 1.5, place->phase, -1);
      add_diagonals (cr, &place->box, step * 1.5, place->phase, 1);
      return TRUE;
    case BC_HATCH_HORIZONTAL:
      add_horizontals (cr, &place->box, step, place->phase);
      return TRUE;
    case BC_HATCH_RINGS:
      add_spots (cr, place, step * 1.45, step * 0.42 + width / 2, step * 0.42 - width / 2);
      return FALSE;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* The part of the step that ink covers; where lines cross, each is finer. */
static double
line_share (BcHatch hatch)
{
  return hatch == BC_HATCH_CROSS || hatch == BC_HATCH_RINGS ? 0.2 : 0.26;
}

/*
 * One pen's tint and hatch over a place, to which the caller clips. A site is dense and dark, a radiation sparse and
 * light; both grow with the intensity.
 */
void
bc_hatch_paint (cairo_t            *cr,
                const BcHatchPlace *place,
                int                 number,
                BcRole              role,
                int                 nrs,
                BcScheme            scheme)
{
  gboolean site = role == BC_ROLE_SITE;
  double strength = (nrs == BC_NRS_UNKNOWN ? NRS_MIDDLE : nrs) / (double) BC_NRS_MAX;
  BcColour colour = bc_pen_colour (number, scheme);
  BcHatch hatch = bc_pen_hatch (number);
  double step = place->unit * (site ? 1 : 1.8);
  double width = place->unit * line_share (hatch) * (0.7 + 0.6 * strength) * (site ? 1 : 0.75);
  gboolean lines;

  bc_paint_set_colour (cr, &colour, site ? 0.16 + 0.2 * strength : 0.09 + 0.08 * strength);
  cairo_paint (cr);
  /* Another antialiasing than the clip's keeps cairo from intersecting the two polygons, which takes twice as long. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  lines = add_hatch (cr, place, hatch, step, width);
  bc_paint_set_colour (cr, &colour, site ? 1 : 0.85);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  if (lines)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}
