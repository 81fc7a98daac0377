/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include <math.h>

/*
 * The ink of one symptom: a mask holds the union of its strokes, and tint, hatch and contour are painted through it.
 * On pixels the mask lies on the pixels of the target. Elsewhere it is finer than print, and its traced border is the
 * clip: PDF and SVG get shapes, no pictures, and as few points for ten thousand strokes as their outline has.
 */

/* Pixels a mm of the mask whose border is traced for paper, on a whole body. */
#define FINE 2.0

/* How far the traced border may be off: parts of a pixel; mm of a whole body where there are no pixels. */
#define BORDER_OFF_PIXELS 0.12
#define BORDER_OFF 0.1

/* What lies around the ink in a mask, so that a border cut by the clip lies outside of it. */
#define MARGIN 6.0

/* The contour inside the ink, in mm of a whole body, as that of a marked region. */
#define CONTOUR 2.2

/* A brush is narrower than most regions: more rows of the pattern have to fit. */
#define STEP 0.9

/* From mm to the pixels of the target; FALSE where it has none, or where the body is turned. */
static gboolean
get_pixels (cairo_t        *cr,
            cairo_matrix_t *matrix)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double scale_x;
  double scale_y;
  double x;
  double y;

  cairo_get_matrix (cr, matrix);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  cairo_surface_get_device_offset (target, &x, &y);
  cairo_matrix_init (matrix, matrix->xx * scale_x, matrix->yx * scale_y, matrix->xy * scale_x, matrix->yy * scale_y,
                     matrix->x0 * scale_x + x, matrix->y0 * scale_y + y);
  return matrix->xy == 0 && matrix->yx == 0 && matrix->xx > 0 && fabs (matrix->xx - matrix->yy) < 1e-6 * matrix->xx;
}

/* What has to be painted of @box: the part that is on the view and not clipped away; @cr is in mm. */
static BcBox
visible_part (cairo_t          *cr,
              const BcView     *view,
              const BcViewport *viewport,
              const BcBox      *box)
{
  double margin = bc_viewport_line (viewport, CONTOUR * bc_paint_grain (view), MARGIN);
  BcBox whole = bc_view_get_box (view);
  double x1;
  double y1;
  double x2;
  double y2;

  /* They are infinite in a recording without bounds. */
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  if (x2 <= x1 || y2 <= y1)
    return (BcBox) { 0 };
  x1 = MAX (x1 - margin, MAX (whole.x, box->x));
  y1 = MAX (y1 - margin, MAX (whole.y, box->y));
  x2 = MIN (x2 + margin, MIN (whole.x + whole.width, box->x + box->width));
  y2 = MIN (y2 + margin, MIN (whole.y + whole.height, box->y + box->height));
  return (BcBox) { x1, y1, x2 - x1, y2 - y1 };
}

/**
 * Job:
 *
 * What the ink of one symptom is painted with; @cr is in mm.
 */
typedef struct
{
  cairo_t          *cr;
  const BcView     *view;
  const BcViewport *viewport;
  const BcPen      *pen;
  BcScheme          scheme;
} Job;

/* Tint and pattern, wherever it is clipped to. */
static void
fill_hatch (const Job   *job,
            const BcBox *box)
{
  BcHatchPlace place = { .box = *box };

  place.unit = STEP * bc_hatch_unit (job->view, job->viewport, job->scheme);
  bc_hatch_paint (job->cr, &place, job->pen, job->scheme);
}

static void
stroke_border (const Job          *job,
               const cairo_path_t *border)
{
  BcColour colour = bc_pen_colour (job->pen->number, job->scheme);
  double thin = job->pen->unconfirmed ? BC_THIN : 1;
  double width = bc_viewport_line (job->viewport, thin * CONTOUR * bc_paint_grain (job->view),
                                   thin * bc_paint_hairline (job->scheme));

  cairo_new_path (job->cr);
  cairo_append_path (job->cr, border);
  cairo_set_line_join (job->cr, CAIRO_LINE_JOIN_BEVEL);
  /* Half of the line lies outside the ink, and is clipped. */
  cairo_set_line_width (job->cr, 2 * width);
  bc_paint_set_colour (job->cr, &colour, 0.95);
  cairo_stroke (job->cr);
}

/* Makes the outline of the body the path of @cr, which is in mm. */
void
bc_ink_append_outline (cairo_t      *cr,
                       const BcView *view)
{
  const GArray *outline = bc_view_get_outline (view);

  cairo_new_path (cr);
  for (guint i = 0; i < outline->len; i++)
    cairo_append_path (cr, g_array_index (outline, BcDecoration, i).path);
}

/* Takes what lies beside the body out of the mask. */
static void
keep_body (BcInkMask    *mask,
           const BcView *view)
{
  g_autoptr (cairo_t) cr = cairo_create (mask->surface);

  cairo_translate (cr, mask->x, mask->y);
  cairo_scale (cr, mask->scale, mask->scale);
  bc_ink_append_outline (cr, view);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_fill (cr);
}

/* The mask's own rectangle, in mm. */
static BcBox
mask_box (const BcInkMask *mask)
{
  return (BcBox) { -mask->x / mask->scale, -mask->y / mask->scale, mask->width / mask->scale,
                   mask->height / mask->scale };
}

static void
fill_run (const BcBox *box,
          gpointer     data)
{
  const Job *job = data;

  cairo_save (job->cr);
  cairo_new_path (job->cr);
  cairo_rectangle (job->cr, box->x, box->y, box->width, box->height);
  cairo_clip (job->cr);
  fill_hatch (job, box);
  cairo_restore (job->cr);
}

static void
paint_through_mask (const Job *job,
                    BcInkMask *mask)
{
  cairo_t *cr = job->cr;
  BcBox box = mask_box (mask);
  cairo_matrix_t to_mask;
  cairo_pattern_t *pattern;
  cairo_path_t *border;

  bc_ink_trace (mask, BORDER_OFF_PIXELS / mask->scale, cr);
  border = cairo_copy_path (cr);
  keep_body (mask, job->view);
  cairo_new_path (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_push_group (cr);
  bc_ink_foreach_run (mask, fill_run, (gpointer) job);
  stroke_border (job, border);
  cairo_path_destroy (border);
  cairo_pop_group_to_source (cr);
  pattern = cairo_pattern_create_for_surface (mask->surface);
  cairo_matrix_init (&to_mask, mask->scale, 0, 0, mask->scale, mask->x, mask->y);
  cairo_pattern_set_matrix (pattern, &to_mask);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
paint_island (const BcInkMask *island,
              gpointer         data)
{
  const Job *job = data;
  BcBox box = mask_box (island);
  cairo_path_t *border;

  cairo_save (job->cr);
  bc_ink_append_outline (job->cr, job->view);
  cairo_clip (job->cr);
  bc_ink_trace (island, BORDER_OFF * bc_paint_grain (job->view), job->cr);
  border = cairo_copy_path (job->cr);
  cairo_clip (job->cr);
  fill_hatch (job, &box);
  stroke_border (job, border);
  cairo_path_destroy (border);
  cairo_restore (job->cr);
}

/* What is beside the body is taken out of the mask. */
static void
paint_mask (const Job *job,
            BcInkMask *mask,
            gboolean   on_pixels)
{
  if (mask->width == 0)
    return;
  if (on_pixels)
    paint_through_mask (job, mask);
  else
    bc_ink_foreach_island (mask, paint_island, (gpointer) job);
}

/* A mask for what can be seen of @box, as fine as the target; @cr is in mm. Whether its pixels are the target's. */
static gboolean
init_mask (BcInkMask        *mask,
           cairo_t          *cr,
           const BcView     *view,
           const BcViewport *viewport,
           const BcBox      *box)
{
  BcBox visible = visible_part (cr, view, viewport, box);
  cairo_matrix_t matrix;
  gboolean on_pixels = get_pixels (cr, &matrix);

  if (!on_pixels)
    cairo_matrix_init_scale (&matrix, FINE / bc_paint_grain (view), FINE / bc_paint_grain (view));
  bc_ink_mask_init (mask, &matrix, &visible);
  return on_pixels;
}

/* Paints the ink of one symptom: the union of all strokes on the curve, within the body. @cr is in target units. */
void
bc_ink_paint_curve (cairo_t          *cr,
                    const BcView     *view,
                    const BcViewport *viewport,
                    const BcPen      *pen,
                    const GArray     *curve,
                    BcScheme          scheme)
{
  Job job = { cr, view, viewport, pen, scheme };
  g_auto (BcInkMask) mask = { 0 };
  BcBox box = bc_ink_get_box (curve);
  gboolean on_pixels;

  bc_paint_begin (cr, viewport);
  on_pixels = init_mask (&mask, cr, view, viewport, &box);
  bc_ink_mask_add (&mask, curve);
  paint_mask (&job, &mask, on_pixels);
  cairo_restore (cr);
}

/* Adds the border of the curve's ink to the path of @cr, which is in mm; it is not cut at the edge of the body. */
void
bc_ink_add_border (cairo_t          *cr,
                   const BcView     *view,
                   const BcViewport *viewport,
                   const GArray     *curve)
{
  g_auto (BcInkMask) mask = { 0 };
  BcBox box = bc_ink_get_box (curve);
  gboolean on_pixels = init_mask (&mask, cr, view, viewport, &box);

  if (mask.width == 0)
    return;
  bc_ink_mask_add (&mask, curve);
  bc_ink_trace (&mask, on_pixels ? BORDER_OFF_PIXELS / mask.scale : BORDER_OFF * bc_paint_grain (view), cr);
}

/* The pixels of an A8 surface as a mask, where they lie square to the body. */
static gboolean
borrow_pixels (cairo_t   *cr,
               BcInkMask *mask)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;

  if (!get_pixels (cr, &matrix) || cairo_image_surface_get_format (target) != CAIRO_FORMAT_A8)
    return FALSE;
  cairo_surface_flush (target);
  *mask = (BcInkMask) {
    .data = cairo_image_surface_get_data (target), .width = cairo_image_surface_get_width (target),
    .height = cairo_image_surface_get_height (target), .stride = cairo_image_surface_get_stride (target),
    .scale = matrix.xx, .x = matrix.x0, .y = matrix.y0,
  };
  return mask->data != NULL;
}

/**
 * bc_paint_ink_mask:
 * @mask: a cairo context in target units, on a surface with alpha; CAIRO_FORMAT_A8 is fastest, and exact
 * @view: the view to paint
 * @viewport: where
 * @stroke: a stroke
 *
 * Adds the shape of a brush stroke to a mask: on an A8 surface each pixel keeps the most that any stroke covers of it,
 * so neither order nor repetition matters (the clip is not looked at). The shape is not cut at the edge of the body;
 * bc_paint_ink() does that. Strokes of other views and paths of radiation leave nothing.
 */
void
bc_paint_ink_mask (cairo_t          *mask,
                   const BcView     *view,
                   const BcViewport *viewport,
                   BcStroke         *stroke)
{
  g_autoptr (GArray) curve = NULL;
  BcInkMask pixels;

  g_return_if_fail (mask != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_STROKE (stroke));

  if (!bc_ink_is_drawn (view, stroke, BC_ROLE_SITE))
    return;
  curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
  bc_ink_add_stroke (curve, view, stroke, bc_ink_fine (mask, viewport));
  bc_paint_begin (mask, viewport);
  if (borrow_pixels (mask, &pixels))
    {
      bc_ink_mask_add (&pixels, curve);
      cairo_surface_mark_dirty (cairo_get_group_target (mask));
    }
  else
    {
      /* Where the edges of strokes meet on such a surface it may come out a shade stronger. */
      bc_ink_add_border (mask, view, viewport, curve);
      cairo_set_source_rgba (mask, 0, 0, 0, 1);
      cairo_fill (mask);
    }
  cairo_restore (mask);
}

/* Copies what lies within @box of a surface that lies at (@x, @y), target units, into a mask of our own. */
static void
copy_mask (BcInkMask        *mask,
           const BcViewport *viewport,
           cairo_surface_t  *surface,
           double            x,
           double            y,
           const BcBox      *box)
{
  g_autoptr (cairo_t) cr = NULL;
  cairo_matrix_t matrix;
  double scale_x;
  double scale_y;

  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  /* From mm to target units, to the surface's own units, to its pixels. */
  cairo_matrix_init (&matrix, viewport->scale * scale_x, 0, 0, viewport->scale * scale_x,
                     (viewport->x - x) * scale_x, (viewport->y - y) * scale_y);
  bc_ink_mask_init (mask, &matrix, box);
  if (mask->surface == NULL)
    return;
  cr = cairo_create (mask->surface);
  cairo_translate (cr, mask->x - matrix.x0, mask->y - matrix.y0);
  cairo_scale (cr, scale_x, scale_y);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_surface_flush (mask->surface);
}

/**
 * bc_paint_ink:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @pen: with what
 * @mask: what bc_paint_ink_mask() made: all strokes of one symptom
 * @x: where the mask's corner lies, target units
 * @y: where the mask's corner lies, target units
 * @scheme: the surroundings
 *
 * Paints the ink of one symptom, tint, pattern and contour, within the body. Only what lies inside the clip of @cr is
 * worked on. A device scale of the mask is heeded.
 */
void
bc_paint_ink (cairo_t          *cr,
              const BcView     *view,
              const BcViewport *viewport,
              const BcPen      *pen,
              cairo_surface_t  *mask,
              double            x,
              double            y,
              BcScheme          scheme)
{
  Job job = { cr, view, viewport, pen, scheme };
  g_auto (BcInkMask) own = { 0 };
  cairo_matrix_t matrix;
  BcBox box;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL && pen != NULL && mask != NULL);

  bc_paint_begin (cr, viewport);
  box = bc_view_get_box (view);
  box = visible_part (cr, view, viewport, &box);
  copy_mask (&own, viewport, mask, x, y, &box);
  paint_mask (&job, &own, get_pixels (cr, &matrix));
  cairo_restore (cr);
}
