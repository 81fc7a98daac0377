/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* Sizes in mm of a whole body; the head's least length on the target keeps it an arrow in a small picture. */
#define HEAD_LENGTH 34.0
#define HEAD_LEAST 8.0
#define HEAD_LEAST_PAPER 5.0

/* Parts of the head's length. */
#define HEAD_HALF_WIDTH 0.36
#define HEAD_NOTCH 0.78
#define TAIL_HALF_WIDTH 0.055
#define NECK_HALF_WIDTH 0.12
#define TAIL_DOT 0.17
#define HALO 0.12

#define SAMPLES 14

/* How far off the body a way is pulled back onto it, how far in from its edge, in mm of a whole body; directions. */
#define FURTHEST 160.0
#define INWARDS 22.0
#define N_TURNS 24

static BcPoint
point_at (const GArray *points,
          int           i)
{
  return g_array_index (points, BcPoint, CLAMP (i, 0, (int) points->len - 1));
}

/* The nearest place on the body, and a little further in; the place itself if it is on the body or nothing is near. */
static BcPoint
onto_body (const BcView *view,
           BcPoint       at)
{
  double grain = bc_paint_grain (view);

  for (double away = 0; away < FURTHEST * grain; away += 4 * grain)
    for (int turn = 0; turn < N_TURNS; turn++)
      {
        double dx = cos (2 * G_PI * turn / N_TURNS);
        double dy = sin (2 * G_PI * turn / N_TURNS);
        double further = away > 0 ? away + INWARDS * grain : 0;

        if (bc_view_region_at (view, at.x + away * dx, at.y + away * dy) == BC_REGION_NONE)
          continue;
        if (bc_view_region_at (view, at.x + further * dx, at.y + further * dy) == BC_REGION_NONE)
          further = away;
        return (BcPoint) { at.x + further * dx, at.y + further * dy };
      }
  return at;
}

/* From the leg to the toes, the straight way leaves the body: points between are pulled back onto it. */
static GArray *
keep_on_body (const BcView *view,
              const GArray *points)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (BcPoint));

  for (int i = 0; i + 1 < (int) points->len; i++)
    {
      BcPoint a = point_at (points, i);
      BcPoint b = point_at (points, i + 1);
      BcPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

      g_array_append_val (kept, a);
      if (bc_view_region_at (view, middle.x, middle.y) != BC_REGION_NONE)
        continue;
      middle = onto_body (view, middle);
      g_array_append_val (kept, middle);
    }
  g_array_append_val (kept, g_array_index (points, BcPoint, points->len - 1));
  return kept;
}

/* Anchors of a limb's regions swing from side to side; the eye wants the limb's own line. The ends stay. */
static GArray *
relax (const GArray *points)
{
  GArray *relaxed = g_array_sized_new (FALSE, FALSE, sizeof (BcPoint), points->len);

  for (int i = 0; i < (int) points->len; i++)
    {
      BcPoint a = point_at (points, i - 1);
      BcPoint b = point_at (points, i);
      BcPoint c = point_at (points, i + 1);
      BcPoint mean = { 0.25 * a.x + 0.5 * b.x + 0.25 * c.x, 0.25 * a.y + 0.5 * b.y + 0.25 * c.y };

      if (i == 0 || i == (int) points->len - 1)
        mean = b;
      g_array_append_val (relaxed, mean);
    }
  return relaxed;
}

/* Two points alone would give a stiff straight line: a third beside their middle bends it a little, on the body. */
static GArray *
bend (const BcView *view,
      const GArray *points)
{
  static const double bows[] = { 0.09, -0.09, 0.04, -0.04, 0 };
  GArray *bent = g_array_new (FALSE, FALSE, sizeof (BcPoint));
  BcPoint a = point_at (points, 0);
  BcPoint b = point_at (points, 1);
  double outwards = (a.x + b.x) * (a.y - b.y) <= 0 ? 1 : -1;
  BcPoint middle = a;

  for (guint i = 0; i < G_N_ELEMENTS (bows); i++)
    {
      double bow = bows[i] * outwards;

      middle = (BcPoint) { (a.x + b.x) / 2 + bow * (b.y - a.y), (a.y + b.y) / 2 - bow * (b.x - a.x) };
      if (bc_view_region_at (view, middle.x, middle.y) != BC_REGION_NONE)
        break;
    }
  g_array_append_val (bent, a);
  g_array_append_val (bent, middle);
  g_array_append_val (bent, b);
  return bent;
}

/* A Catmull-Rom curve through the points, as many short lines. */
static GArray *
smooth (const GArray *points)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (BcPoint));

  for (int i = 0; i + 1 < (int) points->len; i++)
    {
      BcPoint p0 = point_at (points, i - 1);
      BcPoint p1 = point_at (points, i);
      BcPoint p2 = point_at (points, i + 1);
      BcPoint p3 = point_at (points, i + 2);

      for (int k = i == 0 ? 0 : 1; k <= SAMPLES; k++)
        {
          double t = (double) k / SAMPLES;
          double a = ((2 - t) * t - 1) * t / 2;
          double b = ((3 * t - 5) * t * t + 2) / 2;
          double c = ((4 - 3 * t) * t + 1) * t / 2;
          double d = (t - 1) * t * t / 2;
          BcPoint at = { a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y };

          g_array_append_val (curve, at);
        }
    }
  return curve;
}

static double
distance (BcPoint a,
          BcPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* Takes points off the end until only the length below the head is left; gives the point where the head sits on. */
static BcPoint
cut_end (GArray *curve,
         double  length)
{
  BcPoint end = point_at (curve, (int) curve->len - 1);

  while (curve->len > 2 && distance (point_at (curve, (int) curve->len - 1), end) < length)
    g_array_set_size (curve, curve->len - 1);
  return point_at (curve, (int) curve->len - 1);
}

/* One side of the shaft, which grows from the tail to the neck; then the way back along the other. */
static void
add_shaft_side (cairo_t      *cr,
                const GArray *curve,
                double        head,
                gboolean      back)
{
  int n = (int) curve->len;

  for (int k = 0; k < n; k++)
    {
      int i = back ? n - 1 - k : k;
      BcPoint before = point_at (curve, i - 1);
      BcPoint after = point_at (curve, i + 1);
      BcPoint at = point_at (curve, i);
      double length = MAX (distance (before, after), 1e-6);
      double half = head * (TAIL_HALF_WIDTH + (NECK_HALF_WIDTH - TAIL_HALF_WIDTH) * i / (n - 1)) * (back ? -1 : 1);

      cairo_line_to (cr, at.x - half * (after.y - before.y) / length, at.y + half * (after.x - before.x) / length);
    }
}

static void
add_arrow (cairo_t *cr,
           GArray  *curve,
           double   head)
{
  BcPoint tail = point_at (curve, 0);
  BcPoint tip = point_at (curve, (int) curve->len - 1);
  BcPoint neck = cut_end (curve, head * HEAD_NOTCH);
  double length = MAX (distance (neck, tip), 1e-6);
  double dx = (tip.x - neck.x) / length;
  double dy = (tip.y - neck.y) / length;
  BcPoint base = { tip.x - dx * head, tip.y - dy * head };
  double half = head * HEAD_HALF_WIDTH;

  cairo_new_path (cr);
  add_shaft_side (cr, curve, head, FALSE);
  cairo_line_to (cr, base.x - half * dy, base.y + half * dx);
  cairo_line_to (cr, tip.x, tip.y);
  cairo_line_to (cr, base.x + half * dy, base.y - half * dx);
  add_shaft_side (cr, curve, head, TRUE);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, tail.x, tail.y, head * TAIL_DOT, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
paint_arrow (cairo_t          *cr,
             const BcView     *view,
             const BcViewport *viewport,
             const GArray     *way,
             BcSymptom        *symptom,
             BcScheme          scheme)
{
  g_autoptr (GArray) kept = keep_on_body (view, way);
  g_autoptr (GArray) points = kept->len == 2 ? bend (view, kept) : relax (kept);
  g_autoptr (GArray) curve = smooth (points);
  BcColour colour = bc_pen_colour (bc_symptom_get_number (symptom), scheme);
  double least = scheme == BC_SCHEME_PAPER ? HEAD_LEAST_PAPER : HEAD_LEAST;
  double head = bc_viewport_line (viewport, HEAD_LENGTH * bc_paint_grain (view), least);

  /* Two anchors closer than a head would give a head without a shaft: the hatches say it better. */
  if (distance (point_at (way, 0), point_at (way, (int) way->len - 1)) < 1.3 * head)
    return;
  add_arrow (cr, curve, head);
  bc_paint_set_colour (cr, &bc_palette_get (scheme)->skin, 0.92);
  cairo_set_line_width (cr, 2 * head * HALO);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, &colour, 1);
  if (!bc_symptom_get_unconfirmed (symptom))
    {
      cairo_fill (cr);
      return;
    }
  /* Not confirmed yet: an outline. */
  cairo_set_line_width (cr, bc_viewport_line (viewport, BC_THIN * 2.8 * bc_paint_grain (view),
                                              bc_paint_hairline (scheme)));
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, &bc_palette_get (scheme)->skin, 1);
  cairo_fill (cr);
}

/**
 * bc_paint_arrows:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose symptoms
 * @scheme: the surroundings
 *
 * Paints for each symptom that sits somewhere and travels elsewhere in this view an arrow along the regions of the
 * radiation, on each side of the body for itself: an arrow changes side only where the symptom sits on the other side
 * alone.
 */
void
bc_paint_arrows (cairo_t          *cr,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcVisit          *visit,
                 BcScheme          scheme)
{
  GListModel *symptoms;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (visit));

  bc_paint_begin (cr, viewport);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autoptr (GPtrArray) arrows = bc_arrows_find (view, symptom);

      for (guint k = 0; k < arrows->len; k++)
        paint_arrow (cr, view, viewport, g_ptr_array_index (arrows, k), symptom, scheme);
    }
  cairo_restore (cr);
}
