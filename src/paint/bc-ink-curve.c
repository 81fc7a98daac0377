/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include "bc-figure-map.h"

#include <math.h>

/*
 * How far ink may lie off the line through the points as they were drawn, in mm: thinning and rounding together stay
 * below 1 mm, because what is covered is counted along that line.
 */
#define THINNED 0.25
#define ROUNDED 0.6

/*
 * A path is read for where it leads, not for its edges, so a trembling hand is calmed: points this far apart, in mm
 * of a whole body, are drawn towards their neighbours so often, which takes out waves shorter than 10 mm.
 */
#define CALM_STEP 3.0
#define CALM_TIMES 4
#define CALM_MOST 2000

/* The same on the target, in pixels: nobody sees less. */
#define THINNED_PIXELS 0.2

#define MOST_STEPS 12

/* A cubic Hermite curve is at most this part of a tangent's error off its chord. */
#define HERMITE_MOST (4.0 / 27)

typedef struct
{
  double x;
  double y;
} Slope;

/* Whether a stroke is drawn in this view and in this way. */
gboolean
bc_ink_is_drawn (const BcView *view,
                 BcStroke     *stroke,
                 BcRole        role)
{
  return bc_stroke_get_view (stroke) == bc_view_get_id (view) && bc_stroke_get_role (stroke) == role;
}

/* How far a curve may be off on this target, in mm; @cr is in target units. */
double
bc_ink_fine (cairo_t          *cr,
             const BcViewport *viewport)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double scale_x;
  double scale_y;
  double x = THINNED_PIXELS;
  double y = 0;

  /* On paper and in recordings a unit is no pixel. */
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return THINNED;
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  cairo_device_to_user_distance (cr, &x, &y);
  return bc_viewport_line (viewport, THINNED, hypot (x, y) / scale_x);
}

/* How far a point is off the way between two others; a radius that is off counts as much as a place. */
static double
distance_to (const BcInkPoint *at,
             const BcInkPoint *a,
             const BcInkPoint *b)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((at->x - a->x) * dx + (at->y - a->y) * dy) / square, 0, 1) : 0;
  double off = hypot (a->x + t * dx - at->x, a->y + t * dy - at->y);

  return MAX (off, fabs (a->radius + t * (b->radius - a->radius) - at->radius));
}

/* Marks what has to stay between two points that stay, by an explicit stack: hands draw thousands of points. */
static void
mark_kept (const GArray *points,
           guint         first,
           guint         last,
           double        tolerance,
           gboolean     *keep)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  guint span[2] = { first, last };

  g_array_append_vals (stack, span, 1);
  while (stack->len > 0)
    {
      const BcInkPoint *all = (const BcInkPoint *) (gconstpointer) points->data;
      double furthest = tolerance;
      guint split = 0;

      memcpy (span, stack->data + (stack->len - 1) * sizeof (span), sizeof (span));
      g_array_set_size (stack, stack->len - 1);
      for (guint i = span[0] + 1; i < span[1]; i++)
        {
          double off = distance_to (&all[i], &all[span[0]], &all[span[1]]);

          if (off <= furthest)
            continue;
          furthest = off;
          split = i;
        }
      if (split == 0)
        continue;
      keep[split] = TRUE;
      g_array_append_vals (stack, ((guint[]) { span[0], split }), 1);
      g_array_append_vals (stack, ((guint[]) { split, span[1] }), 1);
    }
}

/* Leaves out points that lie within @tolerance of the way between others (Douglas and Peucker 1973). */
void
bc_ink_thin (GArray *points,
             double  tolerance)
{
  g_autofree gboolean *keep = NULL;
  guint n = 0;

  if (points->len < 3)
    return;
  keep = g_new0 (gboolean, points->len);
  keep[0] = keep[points->len - 1] = TRUE;
  mark_kept (points, 0, points->len - 1, tolerance, keep);
  for (guint i = 0; i < points->len; i++)
    if (keep[i])
      g_array_index (points, BcInkPoint, n++) = g_array_index (points, BcInkPoint, i);
  g_array_set_size (points, n);
}

static GArray *
read_points (const BcStrokePoint *points,
             guint                n_points,
             double               width)
{
  GArray *read = g_array_sized_new (FALSE, FALSE, sizeof (BcInkPoint), n_points);

  for (guint i = 0; i < n_points; i++)
    {
      double pressure = points[i].pressure > 0 ? MIN (points[i].pressure, 1) : 0;
      BcInkPoint point = { points[i].x, points[i].y, width / 2 * pressure, FALSE };

      if (isfinite (point.x) && isfinite (point.y))
        g_array_append_val (read, point);
    }
  return read;
}

/* The slope of the parabola through three points at the middle one; at an end that of the line. */
static Slope
slope_at (const GArray *points,
          guint         i)
{
  const BcInkPoint *at = &g_array_index (points, BcInkPoint, i);
  const BcInkPoint *before = i > 0 ? at - 1 : at;
  const BcInkPoint *after = i + 1 < points->len ? at + 1 : at;
  double l0 = hypot (at->x - before->x, at->y - before->y);
  double l1 = hypot (after->x - at->x, after->y - at->y);
  Slope slope = { 0, 0 };

  if (l0 > 0 && l1 > 0)
    slope = (Slope) { ((at->x - before->x) / l0 * l1 + (after->x - at->x) / l1 * l0) / (l0 + l1),
                      ((at->y - before->y) / l0 * l1 + (after->y - at->y) / l1 * l0) / (l0 + l1) };
  else if (l0 + l1 > 0)
    slope = (Slope) { (after->x - before->x) / (l0 + l1), (after->y - before->y) / (l0 + l1) };
  return slope;
}

/* A smooth curve from one point to the next, bent no further than #ROUNDED. */
static void
add_span (GArray           *curve,
          const BcInkPoint *a,
          const BcInkPoint *b,
          Slope             from,
          Slope             to,
          double            fine)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = hypot (dx, dy);
  /* Both tangents, less the chord's own: without them the curve is the chord. */
  Slope out = { length * from.x - dx, length * from.y - dy };
  Slope in = { length * to.x - dx, length * to.y - dy };
  double bend = HERMITE_MOST * (hypot (out.x, out.y) + hypot (in.x, in.y));
  double part = bend > ROUNDED ? ROUNDED / bend : 1;
  int n_steps = CLAMP ((int) ceil (sqrt (part * bend / fine)), 1, MOST_STEPS);

  for (int k = 1; k <= n_steps; k++)
    {
      double t = (double) k / n_steps;
      double h1 = part * t * (1 - t) * (1 - t);
      double h2 = part * t * t * (t - 1);
      BcInkPoint at = { a->x + t * dx + h1 * out.x + h2 * in.x, a->y + t * dy + h1 * out.y + h2 * in.y,
                        a->radius + t * (b->radius - a->radius), FALSE };

      g_array_append_val (curve, at);
    }
}

/* The place that lies so far from @a on the way to the point after it. */
static void
append_between (GArray           *points,
                const BcInkPoint *a,
                double            away)
{
  double length = hypot (a[1].x - a->x, a[1].y - a->y);
  double part = length > 0 ? CLAMP (away / length, 0, 1) : 0;
  BcInkPoint at = { a->x + part * (a[1].x - a->x), a->y + part * (a[1].y - a->y), a->radius, FALSE };

  g_array_append_val (points, at);
}

/* Points on a curve at even steps, both ends among them. */
static GArray *
walk_evenly (const GArray *curve,
             double        step)
{
  GArray *walked = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
  double length = 0;
  double along = 0;
  guint n_steps;
  guint at = 0;

  for (guint i = 1; i < curve->len; i++)
    length += hypot (g_array_index (curve, BcInkPoint, i).x - g_array_index (curve, BcInkPoint, i - 1).x,
                     g_array_index (curve, BcInkPoint, i).y - g_array_index (curve, BcInkPoint, i - 1).y);
  n_steps = (guint) CLAMP (ceil (length / step), 1, CALM_MOST);
  g_array_append_vals (walked, curve->data, 1);
  for (guint k = 1; k < n_steps; k++)
    {
      double goal = length * k / n_steps;

      for (; at + 2 < curve->len; at++)
        {
          const BcInkPoint *a = &g_array_index (curve, BcInkPoint, at);
          double span = hypot (a[1].x - a->x, a[1].y - a->y);

          if (along + span >= goal)
            break;
          along += span;
        }
      append_between (walked, &g_array_index (curve, BcInkPoint, at), goal - along);
    }
  g_array_append_vals (walked, &g_array_index (curve, BcInkPoint, curve->len - 1), 1);
  return walked;
}

static void
calm (GArray *curve,
      double  step)
{
  g_autoptr (GArray) walked = NULL;

  if (curve->len < 2)
    return;
  walked = walk_evenly (curve, step);
  for (int times = 0; times < CALM_TIMES; times++)
    {
      BcInkPoint before = g_array_index (walked, BcInkPoint, 0);

      for (guint i = 1; i + 1 < walked->len; i++)
        {
          BcInkPoint *at = &g_array_index (walked, BcInkPoint, i);
          BcInkPoint old = *at;

          at->x = 0.25 * before.x + 0.5 * at->x + 0.25 * at[1].x;
          at->y = 0.25 * before.y + 0.5 * at->y + 0.25 * at[1].y;
          before = old;
        }
    }
  g_array_set_size (curve, 0);
  g_array_append_vals (curve, walked->data, walked->len);
}

/*
 * Adds the smooth curve through the points of one stroke, which lie in the view that is painted: a Catmull-Rom curve
 * in short lines that are off by @fine mm at most.
 */
static void
add_smooth (GArray              *curve,
            const BcStrokePoint *points,
            guint                n_points,
            double               width,
            double               fine)
{
  g_autoptr (GArray) read = read_points (points, n_points, width);
  BcInkPoint start;
  Slope slope;

  if (read->len == 0)
    return;
  bc_ink_thin (read, fine);
  start = g_array_index (read, BcInkPoint, 0);
  start.starts = TRUE;
  g_array_append_val (curve, start);
  slope = slope_at (read, 0);
  for (guint i = 1; i < read->len; i++)
    {
      Slope next = slope_at (read, i);

      add_span (curve, &g_array_index (read, BcInkPoint, i - 1), &g_array_index (read, BcInkPoint, i), slope, next,
                fine);
      slope = next;
    }
}

/* Adds the curve of ink of a pen that is @width wide; with %BC_ROLE_RADIATION that of a path, which has no width. */
void
bc_ink_add_curve (GArray              *curve,
                  const BcView        *view,
                  const BcStrokePoint *points,
                  guint                n_points,
                  double               width,
                  BcRole               role,
                  double               fine)
{
  g_autoptr (GArray) path = NULL;

  if (role != BC_ROLE_RADIATION)
    {
      add_smooth (curve, points, n_points, width, fine);
      return;
    }
  path = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
  add_smooth (path, points, n_points, 0, fine);
  calm (path, CALM_STEP * bc_paint_grain (view));
  bc_ink_thin (path, fine);
  g_array_append_vals (curve, path->data, path->len);
}

/* Adds the curve of a stroke; one that was drawn on another figure is brought to its place on this one. */
void
bc_ink_add_stroke (GArray       *curve,
                   const BcView *view,
                   BcStroke     *stroke,
                   double        fine)
{
  guint n_points = 0;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  double width = bc_stroke_get_width (stroke);
  g_autofree BcStrokePoint *mapped = NULL;

  if (bc_stroke_get_figure (stroke) != bc_view_get_figure (view))
    {
      const BcView *from = bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke));

      mapped = g_new (BcStrokePoint, n_points);
      bc_figure_map_points (from, view, points, n_points, mapped);
      points = mapped;
      width = bc_figure_map_width (from, view, width);
    }
  bc_ink_add_curve (curve, view, points, n_points, width, bc_stroke_get_role (stroke), fine);
}

/* What encloses the ink, in mm; empty without any. */
BcBox
bc_ink_get_box (const GArray *curve)
{
  double x1 = INFINITY;
  double y1 = INFINITY;
  double x2 = -INFINITY;
  double y2 = -INFINITY;

  if (curve->len == 0)
    return (BcBox) { 0 };
  for (guint i = 0; i < curve->len; i++)
    {
      const BcInkPoint *at = &g_array_index (curve, BcInkPoint, i);

      x1 = MIN (x1, at->x - at->radius);
      y1 = MIN (y1, at->y - at->radius);
      x2 = MAX (x2, at->x + at->radius);
      y2 = MAX (y2, at->y + at->radius);
    }
  return (BcBox) { x1, y1, x2 - x1, y2 - y1 };
}
