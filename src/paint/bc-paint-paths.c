/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include <math.h>

/* Sizes in mm of a whole body, and the least that still is an arrow, in target units. */
#define HEAD_LENGTH 32.0
#define HEAD_LEAST 9.0
#define HEAD_LEAST_PAPER 5.0

/* Parts of the head's length. */
#define HEAD_HALF_WIDTH 0.38
#define HEAD_NOTCH 0.76
#define LINE_WIDTH 0.19
#define DOT_RADIUS 0.21
#define HALO 0.1

/* The head points where the last of the path goes: a hand that stops trembles. In mm of a whole body. */
#define HEADING 15.0

/* A path shorter than so many heads has a smaller head; one shorter than this part of a head is a dot. */
#define HEADS_IN_PATH 1.7
#define HEAD_SMALLEST 0.4

/**
 * Arrow:
 * @curve: the line, cut where the head begins; one point where there is only the dot
 * @dx: where the head points, a unit vector
 * @head: length of the head, 0 without one
 * @unit: what the other parts are sized by: the head of a long path
 *
 * How a path of radiation is drawn, in mm.
 */
typedef struct
{
  GArray    *curve;
  BcInkPoint tip;
  double     dx;
  double     dy;
  double     head;
  double     unit;
} Arrow;

static void
arrow_clear (Arrow *self)
{
  g_clear_pointer (&self->curve, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrow, arrow_clear)

static double
distance (const BcInkPoint *a,
          const BcInkPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

static double
curve_length (const GArray *curve)
{
  double length = 0;

  for (guint i = 1; i < curve->len; i++)
    length += distance (&g_array_index (curve, BcInkPoint, i - 1), &g_array_index (curve, BcInkPoint, i));
  return length;
}

/* The last place that is @back away from the end, as the crow flies; the start if all is nearer. */
static BcInkPoint
place_before_end (const GArray *curve,
                  double        back)
{
  const BcInkPoint *end = &g_array_index (curve, BcInkPoint, curve->len - 1);

  for (guint i = curve->len - 1; i > 0; i--)
    {
      const BcInkPoint *a = &g_array_index (curve, BcInkPoint, i - 1);
      const BcInkPoint *b = &g_array_index (curve, BcInkPoint, i);
      double from = distance (a, end);
      double to = distance (b, end);
      double part = from > to ? (back - to) / (from - to) : 1;

      if (from >= back)
        return (BcInkPoint) { b->x + part * (a->x - b->x), b->y + part * (a->y - b->y), 0, FALSE };
    }
  return g_array_index (curve, BcInkPoint, 0);
}

/* The end of the line goes into the notch of the head. */
static void
cut_for_head (Arrow *self)
{
  double back = self->head * HEAD_NOTCH;
  BcInkPoint neck = { self->tip.x - back * self->dx, self->tip.y - back * self->dy, 0, FALSE };

  while (self->curve->len > 1
         && distance (&g_array_index (self->curve, BcInkPoint, self->curve->len - 1), &self->tip) < back)
    g_array_set_size (self->curve, self->curve->len - 1);
  g_array_append_val (self->curve, neck);
}

static Arrow
make_arrow (const BcView     *view,
            const BcViewport *viewport,
            const GArray     *curve,
            BcScheme          scheme)
{
  double grain = bc_paint_grain (view);
  double least = scheme == BC_SCHEME_PAPER ? HEAD_LEAST_PAPER : HEAD_LEAST;
  double length = curve_length (curve);
  Arrow self = { .unit = bc_viewport_line (viewport, HEAD_LENGTH * grain, least) };
  BcInkPoint before;
  double back;

  self.curve = g_array_sized_new (FALSE, FALSE, sizeof (BcInkPoint), curve->len + 1);
  g_array_append_vals (self.curve, curve->data, curve->len);
  self.tip = g_array_index (curve, BcInkPoint, curve->len - 1);
  if (length < HEAD_SMALLEST * self.unit)
    {
      g_array_set_size (self.curve, 1);
      return self;
    }
  self.head = MIN (self.unit, length / HEADS_IN_PATH);
  before = place_before_end (curve, MIN (MAX (HEADING * grain, 0.7 * self.head), length / 2));
  back = distance (&before, &self.tip);
  /* A path that comes back to where it was has a length and no heading: then any will do. */
  self.dx = back > 0 ? (self.tip.x - before.x) / back : 0;
  self.dy = back > 0 ? (self.tip.y - before.y) / back : 1;
  cut_for_head (&self);
  return self;
}

static double
line_width (const Arrow *self)
{
  return LINE_WIDTH * MAX (self->head, 0.7 * self->unit);
}

/* Fills the line, the dot and the head, each larger by @more on every side. */
static void
fill_arrow (cairo_t     *cr,
            const Arrow *self,
            double       more)
{
  const BcInkPoint *start = &g_array_index (self->curve, BcInkPoint, 0);
  BcInkPoint base = { self->tip.x - self->head * self->dx, self->tip.y - self->head * self->dy, 0, FALSE };
  double half = self->head * HEAD_HALF_WIDTH;

  cairo_new_path (cr);
  cairo_arc (cr, start->x, start->y, DOT_RADIUS * self->unit + more, 0, 2 * G_PI);
  cairo_fill (cr);
  if (self->head == 0)
    return;
  for (guint i = 0; i < self->curve->len; i++)
    cairo_line_to (cr, g_array_index (self->curve, BcInkPoint, i).x, g_array_index (self->curve, BcInkPoint, i).y);
  cairo_set_line_width (cr, line_width (self) + 2 * more);
  cairo_stroke (cr);
  cairo_move_to (cr, self->tip.x, self->tip.y);
  cairo_line_to (cr, base.x - half * self->dy, base.y + half * self->dx);
  cairo_line_to (cr, self->tip.x - self->head * HEAD_NOTCH * self->dx,
                 self->tip.y - self->head * HEAD_NOTCH * self->dy);
  cairo_line_to (cr, base.x + half * self->dy, base.y - half * self->dx);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 2 * more);
  if (more > 0)
    cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

/* Beside the body there is nothing to stand out from: the halo of skin stays on it. */
static void
clip_to_body (cairo_t      *cr,
              const BcView *view)
{
  const GArray *outline = bc_view_get_outline (view);

  cairo_new_path (cr);
  for (guint i = 0; i < outline->len; i++)
    cairo_append_path (cr, g_array_index (outline, BcDecoration, i).path);
  cairo_clip (cr);
}

/*
 * One path of radiation: a line with a dot where it starts and a head where it ends; dashed while it is not confirmed.
 * @cr is in target units.
 */
void
bc_path_paint (cairo_t          *cr,
               const BcView     *view,
               const BcViewport *viewport,
               const BcPen      *pen,
               const GArray     *curve,
               BcScheme          scheme)
{
  g_auto (Arrow) arrow = make_arrow (view, viewport, curve, scheme);
  BcColour colour = bc_pen_colour (pen->number, scheme);

  bc_paint_begin (cr, viewport);
  cairo_save (cr);
  clip_to_body (cr, view);
  bc_paint_set_colour (cr, &bc_palette_get (scheme)->skin, 1);
  fill_arrow (cr, &arrow, HALO * arrow.unit);
  cairo_restore (cr);
  bc_paint_set_colour (cr, &colour, 1);
  if (pen->unconfirmed)
    cairo_set_dash (cr, (double[]){ 0.3 * arrow.unit, 0.4 * arrow.unit }, 2, 0);
  fill_arrow (cr, &arrow, 0);
  cairo_restore (cr);
}

/* Makes the curve of a path into one that holds its whole picture with the halo: line, dot and head. */
void
bc_path_outline (GArray           *curve,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcScheme          scheme)
{
  g_auto (Arrow) arrow = { 0 };
  BcInkPoint part;
  double halo;

  if (curve->len == 0)
    return;
  arrow = make_arrow (view, viewport, curve, scheme);
  halo = HALO * arrow.unit;
  g_array_set_size (curve, 0);
  for (guint i = 0; i < arrow.curve->len; i++)
    {
      part = g_array_index (arrow.curve, BcInkPoint, i);
      part.radius = line_width (&arrow) / 2 + halo;
      g_array_append_val (curve, part);
    }
  part = g_array_index (curve, BcInkPoint, 0);
  part.radius = DOT_RADIUS * arrow.unit + halo;
  g_array_append_val (curve, part);
  g_array_index (curve, BcInkPoint, curve->len - 1).starts = TRUE;
  if (arrow.head == 0)
    return;
  /* Two cones from the tip, one to each half of the base. */
  for (int side = -1; side <= 1; side += 2)
    {
      double half = side * arrow.head * HEAD_HALF_WIDTH / 2;

      part = (BcInkPoint) { arrow.tip.x - arrow.head * arrow.dx - half * arrow.dy,
                            arrow.tip.y - arrow.head * arrow.dy + half * arrow.dx, fabs (half) + halo, TRUE };
      g_array_append_val (curve, part);
      part = (BcInkPoint) { arrow.tip.x, arrow.tip.y, halo, FALSE };
      g_array_append_val (curve, part);
    }
}

/**
 * bc_paint_paths:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose symptoms
 * @scheme: the surroundings
 *
 * Paints the paths of radiation that were drawn in this view: a line with a dot where the symptom sits and an arrow
 * head where the path ends, in the symptom's colour. A path is not cut at the edge of the body, for a hand may cut a
 * corner.
 */
void
bc_paint_paths (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                BcVisit          *visit,
                BcScheme          scheme)
{
  GListModel *symptoms;
  double fine;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (visit));

  fine = bc_ink_fine (cr, viewport);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
      guint n_strokes = g_list_model_get_n_items (strokes);
      BcPen pen = bc_pen_of_symptom (symptom, BC_ROLE_RADIATION);

      for (guint k = 0; k < n_strokes; k++)
        {
          g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, k);
          g_autoptr (GArray) curve = NULL;

          if (!bc_ink_is_drawn (view, stroke, BC_ROLE_RADIATION))
            continue;
          curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
          bc_ink_add_stroke (curve, view, stroke, fine);
          if (curve->len > 0)
            bc_path_paint (cr, view, viewport, &pen, curve, scheme);
        }
    }
}
