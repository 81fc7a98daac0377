/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-plot.h"

#include "bc-i18n.h"
#include "bc-paint-private.h"

#include <math.h>

/* All lengths in ems of the text. */
#define LEFT 2.6
#define RIGHT 2.8
#define TITLE 1.6
#define DATES 1.9
#define INSET 1.1
#define GAP 0.9
#define SIGN 0.38
#define LINE 0.13
#define WHISKER 0.08

/* Visits are far enough apart for whole signs; closer ones have finer signs, and crowded ones none. */
#define ENOUGH 1.7
#define LEAST_FINE 0.2
#define CROWDED 0.5

/* Whiskers of several symptoms stand beside each other. */
#define BESIDE 0.42

typedef struct
{
  cairo_t      *cr;
  PangoContext *pango;
  const BcPlot *plot;
  BcBox         box;
  double        em;
  BcScheme      scheme;
} Job;

/* One panel while it is painted. */
typedef struct
{
  const BcPlotPanel *panel;
  BcBox              box; /* of the area of the lines */
  double             top; /* end of the scale */
} Area;

static double
find_x (const Job  *job,
        const Area *area,
        guint       i)
{
  double inset = INSET * job->em;

  return area->box.x + inset + bc_plot_find_part (job->plot, i) * (area->box.width - 2 * inset);
}

static double
find_y (const Area *area,
        double      value)
{
  return area->box.y + area->box.height * (1 - CLAMP (value / area->top, 0, 1));
}

static BcColour
get_colour (const Job *job,
            int        pen)
{
  return pen > 0 ? bc_pen_colour (pen, job->scheme) : bc_palette_get (job->scheme)->text;
}

/* @align: 0: @x is the left end of the text, 0.5: its middle, 1: its right end; likewise from above. */
static double
write_text (const Job      *job,
       const char     *text,
       double          x,
       double          y,
       double          align_x,
       double          align_y,
       const BcColour *colour,
       PangoWeight     weight)
{
  g_autoptr (PangoLayout) layout = bc_paint_layout (job->pango, text, job->em, weight);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (job->cr, x - align_x * width, y - align_y * height);
  bc_paint_set_colour (job->cr, colour, 1);
  pango_cairo_show_layout (job->cr, layout);
  return width;
}

/* Cut off where there is no room for it. */
static void
write_title (const Job  *job,
             const Area *area)
{
  g_autoptr (PangoLayout) layout = bc_paint_layout (job->pango, area->panel->title, job->em, PANGO_WEIGHT_BOLD);
  int height;

  pango_layout_set_width (layout, (int) (job->box.width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (job->cr, job->box.x, area->box.y - 0.45 * job->em - height);
  bc_paint_set_colour (job->cr, &bc_palette_get (job->scheme)->text, 1);
  pango_cairo_show_layout (job->cr, layout);
}

static void
paint_scale (const Job  *job,
             const Area *area)
{
  const BcPalette *palette = bc_palette_get (job->scheme);
  guint n = area->top == 10 && area->box.height > 8 * job->em ? 5 : 2;

  if (area->panel->whole && fmod (area->top, n) != 0)
    n = 1;
  cairo_set_line_width (job->cr, bc_paint_hairline (job->scheme));
  for (guint i = 0; i <= n; i++)
    {
      double value = area->top * i / n;
      double y = find_y (area, value);
      g_autofree char *label = g_strdup_printf ("%.*f", value == floor (value) ? 0 : area->top < 1 ? 2 : 1, value);

      cairo_move_to (job->cr, area->box.x, y);
      cairo_rel_line_to (job->cr, area->box.width, 0);
      bc_paint_set_colour (job->cr, &palette->dim_text, i == 0 ? 0.9 : 0.25);
      cairo_stroke (job->cr);
      write_text (job, label, area->box.x - 0.5 * job->em, y, 1, 0.5, &palette->dim_text, PANGO_WEIGHT_NORMAL);
    }
  write_title (job, area);
}

static void
set_line (const Job          *job,
          const BcPlotSeries *series,
          double              width)
{
  cairo_set_line_width (job->cr, width);
  cairo_set_line_cap (job->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (job->cr, CAIRO_LINE_JOIN_ROUND);
  if (series->pen > 0)
    bc_paint_set_dashes (job->cr, series->pen, width);
}

/* How thick lines and signs are, as against those of a few visits: many lie close together. */
static double
find_fineness (const Job  *job,
               const Area *area)
{
  guint n = job->plot->dates->len;
  double apart = n > 1 ? (area->box.width - 2 * INSET * job->em) / (n - 1) / job->em : ENOUGH;

  return CLAMP (apart / ENOUGH, LEAST_FINE, 1);
}

static gboolean
is_known (const BcPlotSeries *series,
          guint               i) /* may lie outside */
{
  return i < series->points->len && !isnan (g_array_index (series->points, BcPlotPoint, i).value);
}

/* From one known value to the next; where a visit says nothing there is a gap. */
static void
paint_line (const Job          *job,
            const Area         *area,
            const BcPlotSeries *series)
{
  BcColour colour = get_colour (job, series->pen);
  gboolean started = FALSE;

  for (guint i = 0; i < series->points->len; i++)
    {
      double value = g_array_index (series->points, BcPlotPoint, i).value;

      if (isnan (value))
        {
          started = FALSE;
          continue;
        }
      if (started)
        cairo_line_to (job->cr, find_x (job, area, i), find_y (area, value));
      else
        cairo_move_to (job->cr, find_x (job, area, i), find_y (area, value));
      started = TRUE;
    }
  set_line (job, series, MAX (find_fineness (job, area), 0.6) * LINE * job->em);
  bc_paint_set_colour (job->cr, &colour, 1);
  cairo_stroke (job->cr);
  cairo_set_dash (job->cr, NULL, 0, 0);
}

/* From best to worst, with a bar at each end. */
static void
paint_whiskers (const Job          *job,
                const Area         *area,
                const BcPlotSeries *series,
                double              beside)
{
  BcColour colour = get_colour (job, series->pen);
  double fine = find_fineness (job, area);
  double bar = fine < CROWDED ? 0 : 0.26 * fine * job->em;

  for (guint i = 0; i < series->points->len; i++)
    {
      const BcPlotPoint *point = &g_array_index (series->points, BcPlotPoint, i);
      double x = find_x (job, area, i) + fine * beside;

      if (isnan (point->low) || isnan (point->high))
        continue;
      cairo_move_to (job->cr, x, find_y (area, point->low));
      cairo_line_to (job->cr, x, find_y (area, point->high));
      if (bar <= 0)
        continue;
      cairo_move_to (job->cr, x - bar, find_y (area, point->low));
      cairo_rel_line_to (job->cr, 2 * bar, 0);
      cairo_move_to (job->cr, x - bar, find_y (area, point->high));
      cairo_rel_line_to (job->cr, 2 * bar, 0);
    }
  cairo_set_line_width (job->cr, MAX (WHISKER * fine * job->em, bc_paint_hairline (job->scheme)));
  cairo_set_line_cap (job->cr, CAIRO_LINE_CAP_BUTT);
  bc_paint_set_colour (job->cr, &colour, fine < CROWDED ? 0.35 : 0.75);
  cairo_stroke (job->cr);
}

/* A sign of its own for each pen: disc, square, triangle, lozenge, triangle upside down, cross. */
static void
add_sign (cairo_t *cr,
          int      pen,
          double   x,
          double   y,
          double   r)
{
  static const double shapes[][4][2] = {
    { { -0.85, -0.85 }, { 0.85, -0.85 }, { 0.85, 0.85 }, { -0.85, 0.85 } },
    { { 0, -1.1 }, { 1.05, 0.8 }, { -1.05, 0.8 }, { 0, -1.1 } },
    { { 0, -1.25 }, { 1.25, 0 }, { 0, 1.25 }, { -1.25, 0 } },
    { { 0, 1.1 }, { 1.05, -0.8 }, { -1.05, -0.8 }, { 0, 1.1 } },
    { { -1.3, -0.45 }, { 1.3, -0.45 }, { 1.3, 0.45 }, { -1.3, 0.45 } },
  };
  int shape = pen <= 1 ? 0 : (pen - 1) % BC_N_PENS;

  cairo_new_path (cr);
  if (shape == 0)
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  else
    for (guint i = 0; i < 4; i++)
      cairo_line_to (cr, x + r * shapes[shape - 1][i][0], y + r * shapes[shape - 1][i][1]);
  cairo_close_path (cr);
}

static void
paint_signs (const Job          *job,
             const Area         *area,
             const BcPlotSeries *series)
{
  const BcPalette *palette = bc_palette_get (job->scheme);
  BcColour colour = get_colour (job, series->pen);
  double fine = find_fineness (job, area);

  for (guint i = 0; i < series->points->len; i++)
    {
      const BcPlotPoint *point = &g_array_index (series->points, BcPlotPoint, i);
      gboolean within = (is_known (series, i - 1) || is_known (series, i + 1)) && !point->ended;

      /* Where they would run together the line tells enough. */
      if (isnan (point->value) || (fine < CROWDED && within))
        continue;
      add_sign (job->cr, series->pen, find_x (job, area, i), find_y (area, point->value),
                SIGN * MAX (fine, 0.5) * job->em);
      bc_paint_set_colour (job->cr, point->ended ? &palette->skin : &colour, 1);
      cairo_fill_preserve (job->cr);
      bc_paint_set_colour (job->cr, &colour, 1);
      cairo_set_line_width (job->cr, LINE * MAX (fine, 0.5) * job->em);
      cairo_stroke (job->cr);
    }
}

/* Where the last known value of a series lies; NaN where it has none. */
static double
find_end (const Area         *area,
          const BcPlotSeries *series)
{
  for (guint i = series->points->len; i > 0; i--)
    {
      double value = g_array_index (series->points, BcPlotPoint, i - 1).value;

      if (!isnan (value))
        return find_y (area, value);
    }
  return NAN;
}

/* Labels at the ends of the lines, the upper ones first, each below the one before. */
static void
paint_labels (const Job  *job,
              const Area *area)
{
  guint n = area->panel->series->len;
  g_autofree gboolean *done = g_new0 (gboolean, n);
  double free_from = -INFINITY;

  for (guint k = 0; k < n; k++)
    {
      const BcPlotSeries *next = NULL;
      BcColour colour;
      double y = INFINITY;
      guint at = 0;

      for (guint i = 0; i < n; i++)
        {
          const BcPlotSeries *series = g_ptr_array_index (area->panel->series, i);
          double end = find_end (area, series);

          if (done[i] || isnan (end) || *series->label == '\0' || end >= y)
            continue;
          y = end;
          next = series;
          at = i;
        }
      if (next == NULL)
        return;
      done[at] = TRUE;
      y = MAX (y, free_from);
      free_from = y + 1.15 * job->em;
      colour = get_colour (job, next->pen);
      write_text (job, next->label, area->box.x + area->box.width + 0.2 * job->em, y, 0, 0.5, &colour, PANGO_WEIGHT_BOLD);
    }
}

static void
paint_panel (const Job  *job,
             const Area *area)
{
  guint n = area->panel->series->len;

  paint_scale (job, area);
  for (guint i = 0; i < n; i++)
    paint_whiskers (job, area, g_ptr_array_index (area->panel->series, i),
                    (i - (n - 1) / 2.0) * BESIDE * job->em);
  for (guint i = 0; i < n; i++)
    paint_line (job, area, g_ptr_array_index (area->panel->series, i));
  for (guint i = 0; i < n; i++)
    paint_signs (job, area, g_ptr_array_index (area->panel->series, i));
  paint_labels (job, area);
}

/* The year only where it is another than in @before, the date that was written last. */
static char *
dup_date (const BcPlot *plot,
          guint         i,
          const char   *before)
{
  const char *date = g_ptr_array_index (plot->dates, i);
  g_autoptr (GDateTime) day = NULL;

  if (!bc_date_is_valid (date))
    return g_strdup (date);
  day = g_date_time_new_utc ((int) g_ascii_strtoll (date, NULL, 10), (int) g_ascii_strtoll (date + 5, NULL, 10),
                             (int) g_ascii_strtoll (date + 8, NULL, 10), 0, 0, 0);
  if (strncmp (date, before, 4) == 0)
    /* Translators: a short date on an axis, as in "12 May", in the codes of g_date_time_format() */
    return g_date_time_format (day, C_("axis", "%-d %b"));
  /* Translators: a short date on an axis with its year, as in "12 May 2026" */
  return g_date_time_format (day, C_("axis", "%-d %b %Y"));
}

/* A date that would run into the one before is left out; its mark stays. */
static void
paint_dates (const Job  *job,
             const Area *last)
{
  const BcPalette *palette = bc_palette_get (job->scheme);
  double y = last->box.y + last->box.height;
  double free_from = -INFINITY;
  const char *before = "";

  for (guint i = 0; i < job->plot->dates->len; i++)
    {
      g_autofree char *text = dup_date (job->plot, i, before);
      g_autoptr (PangoLayout) layout = bc_paint_layout (job->pango, text, job->em, PANGO_WEIGHT_NORMAL);
      double x = find_x (job, last, i);
      double left;
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      left = MIN (MAX (x - width / 2.0, job->box.x), job->box.x + job->box.width - width);
      cairo_move_to (job->cr, x, y);
      cairo_rel_line_to (job->cr, 0, 0.35 * job->em);
      cairo_set_line_width (job->cr, bc_paint_hairline (job->scheme));
      bc_paint_set_colour (job->cr, &palette->dim_text, 0.9);
      cairo_stroke (job->cr);
      if (left < free_from)
        continue;
      free_from = left + width + 0.8 * job->em;
      before = g_ptr_array_index (job->plot->dates, i);
      cairo_move_to (job->cr, left, y + 0.5 * job->em);
      bc_paint_set_colour (job->cr, &palette->dim_text, 1);
      pango_cairo_show_layout (job->cr, layout);
    }
}

/**
 * bc_paint_plot:
 * @cr: a cairo context in target units
 * @pango: for the text
 * @plot: what to show
 * @box: where, target units
 * @text_size: the em of the text, target units
 * @scheme: the surroundings
 *
 * Paints the panels of a plot over one axis of time. Each series is told apart by its dashes, its sign and its label as
 * well as by its colour; bands are whiskers. Nothing without a date.
 */
void
bc_paint_plot (cairo_t      *cr,
               PangoContext *pango,
               const BcPlot *plot,
               const BcBox  *box,
               double        text_size,
               BcScheme      scheme)
{
  Job job = { cr, pango, plot, *box, text_size, scheme };
  Area area = { 0 };
  double weights = 0;
  double room;
  double y;

  g_return_if_fail (cr != NULL && PANGO_IS_CONTEXT (pango) && plot != NULL && box != NULL);
  g_return_if_fail (text_size > 0);

  if (plot->dates->len == 0 || plot->panels->len == 0)
    return;
  for (guint i = 0; i < plot->panels->len; i++)
    weights += ((const BcPlotPanel *) g_ptr_array_index (plot->panels, i))->weight;
  room = box->height - (plot->panels->len * (TITLE + GAP) + DATES) * text_size;
  if (room <= 0)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  y = box->y;
  for (guint i = 0; i < plot->panels->len; i++)
    {
      area.panel = g_ptr_array_index (plot->panels, i);
      area.top = bc_plot_find_top (area.panel);
      area.box = (BcBox) { box->x + LEFT * text_size, y + TITLE * text_size,
                           box->width - (LEFT + RIGHT) * text_size, room * area.panel->weight / weights };
      paint_panel (&job, &area);
      y = area.box.y + area.box.height + GAP * text_size;
    }
  paint_dates (&job, &area);
  cairo_restore (cr);
}

/* Where the axis begins, and how long it is. */
static double
find_axis (const BcBox *box,
           double       text_size,
           double      *length)
{
  *length = MAX (box->width - (LEFT + RIGHT + 2 * INSET) * text_size, 0);
  return box->x + (LEFT + INSET) * text_size;
}

/**
 * bc_plot_find_place:
 * @plot: a plot
 * @box: where it is painted
 * @text_size: likewise
 * @i: which of its dates
 *
 * Returns: where the date lies, target units from the left
 */
double
bc_plot_find_place (const BcPlot *plot,
                    const BcBox  *box,
                    double        text_size,
                    guint         i)
{
  double length;
  double start;

  g_return_val_if_fail (plot != NULL && box != NULL, 0);

  start = find_axis (box, text_size, &length);
  return start + length * bc_plot_find_part (plot, i);
}

/**
 * bc_plot_find_date:
 * @plot: a plot with a date
 * @box: where it is painted
 * @text_size: likewise
 * @x: target units
 *
 * Returns: which date lies nearest
 */
guint
bc_plot_find_date (const BcPlot *plot,
                   const BcBox  *box,
                   double        text_size,
                   double        x)
{
  guint best = 0;

  g_return_val_if_fail (plot != NULL && box != NULL, 0);

  for (guint i = 1; i < plot->dates->len; i++)
    if (fabs (bc_plot_find_place (plot, box, text_size, i) - x) < fabs (bc_plot_find_place (plot, box, text_size, best) - x))
      best = i;
  return best;
}
