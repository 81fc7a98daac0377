/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* How a symptom of unknown intensity is drawn: as if in the middle of the scale. */
#define NRS_MIDDLE 5

/* So many qualities of a symptom share its marks; a third would leave too little of each. */
#define MOST_QUALITIES 2

/* One step of a pattern: on a whole body in mm, and what an eye still takes for a pattern, in target units. */
#define STEP 15.0
#define STEP_LEAST 8.0
#define STEP_LEAST_PAPER 4.6
/* In a thumbnail a pattern is no more than a texture. */
#define STEP_MOST 40.0

/* Lines as part of the step, at the middle of the scale. */
#define LINE 0.15

/* Rows are so many steps apart where qualities or symptoms take turns. */
#define ROW 0.92
/* ... and glyphs fill no more than this of their row. */
#define FILLED 0.8

/**
 * Weave:
 * @quality: whose pattern
 * @across: from one glyph to the next, in steps
 * @down: from one row to the next, in steps
 * @size: of a glyph, in steps
 * @line: its lines, times %LINE; 0 where it has none
 */
typedef struct
{
  BcQuality quality;
  double    across;
  double    down;
  double    size;
  double    line;
} Weave;

/* Chosen by eye, so that all are about equally dark at the same intensity. */
static const Weave weaves[] = {
  { BC_QUALITY_ACHE, 0.98, 0.85, 0.66, 1 },         { BC_QUALITY_SHARP, 0.66, 1.06, 0.9, 1.05 },
  { BC_QUALITY_BURNING, 0.94, 0.82, 0.6, 1.05 },    { BC_QUALITY_ELECTRIC, 1.0, 1.12, 1.1, 1 },
  { BC_QUALITY_TINGLING, 0.7, 0.6, 0.34, 0 },       { BC_QUALITY_NUMBNESS, 1.3, 1.0, 0.88, 1.1 },
  { BC_QUALITY_WEAKNESS, 1.02, 0.84, 0.56, 0 },     { BC_QUALITY_CRAMPING, 1.3, 0.72, 0.46, 1.1 },
  { BC_QUALITY_THROBBING, 1.3, 1.13, 1.0, 0.85 },
};

static const Weave *
find_weave (BcQuality quality)
{
  for (guint i = 0; i < G_N_ELEMENTS (weaves); i++)
    if (weaves[i].quality == quality)
      return &weaves[i];
  g_return_val_if_reached (&weaves[0]);
}

/*
 * One step of the patterns in this place, in mm: what @unit of a #BcHatchPlace is where nothing else asks for another.
 */
double
bc_hatch_unit (const BcView     *view,
               const BcViewport *viewport,
               BcScheme          scheme)
{
  double grain = bc_paint_grain (view);
  double least = scheme == BC_SCHEME_PAPER ? STEP_LEAST_PAPER : STEP_LEAST;

  return MIN (bc_viewport_line (viewport, STEP * grain, least), STEP_MOST * grain);
}

/* A glyph is left out only where the region has no part of it. */
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

/*
 * Adds the rows of one quality. Patterns are laid out from (0, 0) of the body, not from the box, so that they run on
 * from one region into the next. @down and @from place the rows, in mm.
 */
static void
add_rows (cairo_t            *cr,
          const BcHatchPlace *place,
          const Weave        *weave,
          double              spacing,
          double              down,
          double              from,
          double              size,
          double              line)
{
  const BcBox *box = &place->box;
  double across = weave->across * spacing;
  int row = (int) floor ((box->y - from - size / 2) / down);

  for (; row * down + from < box->y + box->height + size / 2; row++)
    {
      double y = row * down + from;
      double start = (row & 1) != 0 ? across / 2 : 0;

      if (weave->quality == BC_QUALITY_CRAMPING)
        {
          bc_glyph_add_wave (cr, box->x, box->x + box->width, y, across, size, line);
          continue;
        }
      start += floor ((box->x - start - size / 2) / across) * across;
      for (double x = start; x < box->x + box->width + size / 2; x += across)
        if (is_near (place, x, y, size / 2))
          bc_glyph_add (cr, weave->quality, x, y, size, line);
    }
}

/* Lines at 45 degrees, as a pen shades: what is drawn while no quality is known. */
static void
add_diagonals (cairo_t            *cr,
               const BcHatchPlace *place,
               double              spacing,
               double              line)
{
  const BcBox *box = &place->box;
  double apart = spacing * G_SQRT2;
  double end = box->x + box->y + box->width + box->height + apart;
  double half = line / G_SQRT2;

  for (double c = (floor ((box->x + box->y) / apart) - 1 + place->phase) * apart; c < end; c += apart)
    {
      /* The line x + y = c, between the upper and lower edge of the box. */
      cairo_move_to (cr, c - half - box->y, box->y);
      cairo_line_to (cr, c + half - box->y, box->y);
      cairo_line_to (cr, c + half - box->y - box->height, box->y + box->height);
      cairo_line_to (cr, c - half - box->y - box->height, box->y + box->height);
      cairo_close_path (cr);
    }
}

static guint
count_bits (guint flags)
{
  guint n = 0;

  for (; flags != 0; flags &= flags - 1)
    n++;
  return n;
}

/**
 * bc_pen_get_patterns:
 * @qualities: flags
 *
 * Returns: flags of those whose patterns fill the marks of a symptom with @qualities
 */
guint
bc_pen_get_patterns (guint qualities)
{
  guint patterns = 0;

  for (guint i = 0; i < BC_N_QUALITIES && count_bits (patterns) < MOST_QUALITIES; i++)
    patterns |= qualities & (1u << i);
  return patterns;
}

/* Where qualities or symptoms share a place they take turns by rows. */
static void
add_pattern (cairo_t            *cr,
             const BcHatchPlace *place,
             guint               qualities,
             double              spacing,
             double              line)
{
  guint patterns = bc_pen_get_patterns (qualities);
  guint n_patterns = count_bits (patterns);
  guint n_sharing = MAX (place->n_sharing, 1);
  guint turn = 0;

  if (n_patterns == 0)
    add_diagonals (cr, place, 0.62 * spacing * (0.5 + 0.5 * n_sharing), line);
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    {
      const Weave *weave = find_weave ((BcQuality) (1u << i));
      gboolean alone = n_patterns * n_sharing == 1;
      double row = (alone ? weave->down : ROW) * spacing;
      double size = weave->size * MIN (place->unit, spacing);

      /* Dots and triangles have no lines that could become heavier: they grow. */
      if (weave->line <= 0)
        size = weave->size * line / LINE;

      if ((patterns & (1u << i)) == 0)
        continue;
      if (!alone)
        size = MIN (size, FILLED * row);
      add_rows (cr, place, weave, spacing, row * n_patterns * n_sharing, (place->phase + turn) * n_sharing * row, size,
                line * weave->line);
      turn++;
    }
}

/*
 * One pen's tint and pattern over a place, to which the caller clips. A site is dense and dark, a radiation sparse and
 * light; both grow denser and heavier with the intensity. What is not confirmed is faint: its contour has to say where.
 */
void
bc_hatch_paint (cairo_t            *cr,
                const BcHatchPlace *place,
                const BcPen        *pen,
                BcScheme            scheme)
{
  gboolean site = pen->role == BC_ROLE_SITE;
  double strength = (pen->nrs == BC_NRS_UNKNOWN ? NRS_MIDDLE : pen->nrs) / (double) BC_NRS_MAX;
  BcColour colour = bc_pen_colour (pen->number, scheme);
  double spacing = place->unit * (1.2 - 0.4 * strength) * (site ? 1 : 1.3);
  double line = place->unit * LINE * (0.75 + 0.5 * strength) * (site ? 1 : 0.85);
  double fill = pen->unconfirmed ? BC_FAINT : 1;

  /* Tints of several pens lie over each other: together they are about as dark as one. */
  bc_paint_set_colour (cr, &colour,
                       fill * (site ? 0.14 + 0.18 * strength : 0.06 + 0.08 * strength) / MAX (place->n_sharing, 1));
  cairo_paint (cr);
  /* Another antialiasing than the clip's keeps cairo from intersecting the two polygons, which takes twice as long. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  add_pattern (cr, place, pen->qualities, spacing, line);
  bc_paint_set_colour (cr, &colour, fill * (site ? 1 : 0.85));
  cairo_fill (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}
