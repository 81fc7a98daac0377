/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

/* Around the ink in a box, in target units: what antialiasing adds. */
#define BOX_EDGE 1.5

/* The light on what is picked: a line, as wide a band of skin on both sides, and a glow; target units. */
#define PICKED_LINE 2.0
#define PICKED_GLOW 5.0

static void
paint_symptom (cairo_t          *cr,
               const BcView     *view,
               const BcViewport *viewport,
               BcSymptom        *symptom,
               double            fine,
               BcScheme          scheme)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_strokes = g_list_model_get_n_items (strokes);
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
  BcPen pen;

  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (bc_ink_is_drawn (view, stroke, BC_ROLE_SITE))
        bc_ink_add_stroke (curve, view, stroke, fine);
    }
  if (curve->len == 0)
    return;
  pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE);
  bc_ink_paint_curve (cr, view, viewport, &pen, curve, scheme);
}

/**
 * bc_paint_strokes:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose symptoms
 * @scheme: the surroundings
 *
 * Paints what was drawn with the brush in this view: the strokes of a symptom are one even ink, however often they
 * cross, with one contour, and end at the edge of the body. Later symptoms lie over earlier ones. Strokes that were
 * drawn on another figure are brought to their place on this one. On vector surfaces all of it is shapes.
 */
void
bc_paint_strokes (cairo_t          *cr,
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

      paint_symptom (cr, view, viewport, symptom, fine, scheme);
    }
}

/**
 * bc_paint_trail:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @pen: with what; %BC_ROLE_RADIATION draws a path
 * @points: (array length=n_points): where it ran so far, mm of this view
 * @n_points: how many; without any nothing is painted
 * @width: of a brush at full pressure, mm
 * @scheme: the surroundings
 *
 * Paints a stroke while it is being drawn, just as it will look when it is finished, at the cost of its own area.
 */
void
bc_paint_trail (cairo_t             *cr,
                const BcView        *view,
                const BcViewport    *viewport,
                const BcPen         *pen,
                const BcStrokePoint *points,
                guint                n_points,
                double               width,
                BcScheme             scheme)
{
  g_autoptr (GArray) curve = NULL;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL && pen != NULL);
  g_return_if_fail (points != NULL || n_points == 0);

  curve = g_array_sized_new (FALSE, FALSE, sizeof (BcInkPoint), n_points);
  bc_ink_add_curve (curve, view, points, n_points, width, pen->role, bc_ink_fine (cr, viewport));
  if (curve->len == 0)
    return;
  if (pen->role == BC_ROLE_RADIATION)
    bc_path_paint (cr, view, viewport, pen, curve, scheme);
  else
    bc_ink_paint_curve (cr, view, viewport, pen, curve, scheme);
}

/* The stroke with its own edges, as ink: that of a path is what its line, its dot and its head fill. */
static GArray *
make_outline (const BcView     *view,
              const BcViewport *viewport,
              BcStroke         *stroke,
              double            fine,
              BcScheme          scheme)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));

  bc_ink_add_stroke (curve, view, stroke, fine);
  if (bc_stroke_get_role (stroke) == BC_ROLE_RADIATION)
    bc_path_outline (curve, view, viewport, scheme);
  return curve;
}

/**
 * bc_stroke_box:
 * @view: a view
 * @viewport: where it is painted
 * @stroke: a stroke
 *
 * Where painting the stroke changes anything, head and halo of a path included.
 *
 * Returns: a box in target units, of no size where the stroke lies in another view
 */
BcBox
bc_stroke_box (const BcView     *view,
               const BcViewport *viewport,
               BcStroke         *stroke)
{
  g_autoptr (GArray) outline = NULL;
  BcBox box = { 0 };

  g_return_val_if_fail (view != NULL && viewport != NULL, box);
  g_return_val_if_fail (BC_IS_STROKE (stroke), box);

  if (bc_stroke_get_view (stroke) != bc_view_get_id (view))
    return box;
  outline = make_outline (view, viewport, stroke, bc_viewport_line (viewport, 0, 1), BC_SCHEME_LIGHT);
  if (outline->len == 0)
    return box;
  box = bc_ink_get_box (outline);
  box = bc_viewport_map_box (viewport, &box);
  return (BcBox) { box.x - BOX_EDGE, box.y - BOX_EDGE, box.width + 2 * BOX_EDGE, box.height + 2 * BOX_EDGE };
}

/* A line in the colour of the focus between two of skin, on a glow: it reads over every mark and beside the body. */
static void
paint_light (cairo_t          *cr,
             const BcViewport *viewport,
             BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  double line = bc_viewport_line (viewport, 0, PICKED_LINE);

  cairo_set_line_width (cr, bc_viewport_line (viewport, 0, 2 * PICKED_GLOW));
  bc_paint_set_colour (cr, &palette->focus, 0.35);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 2 * line);
  bc_paint_set_colour (cr, &palette->skin, 0.9);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, line);
  bc_paint_set_colour (cr, &palette->focus, 1);
  cairo_stroke (cr);
}

/**
 * bc_paint_picked:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @stroke: (nullable): the stroke that was picked
 * @region: the region that was picked, or %BC_REGION_NONE
 * @scheme: the surroundings
 *
 * Paints a light along the edge of what was picked; nothing for what lies in another view. It reaches 5 target units
 * beyond bc_stroke_box().
 */
void
bc_paint_picked (cairo_t          *cr,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcStroke         *stroke,
                 BcRegion          region,
                 BcScheme          scheme)
{
  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (stroke == NULL || BC_IS_STROKE (stroke));

  bc_paint_begin (cr, viewport);
  if (bc_view_has_region (view, region))
    {
      cairo_append_path (cr, bc_view_get_path (view, region));
      paint_light (cr, viewport, scheme);
    }
  if (stroke != NULL && bc_stroke_get_view (stroke) == bc_view_get_id (view))
    {
      g_autoptr (GArray) outline = make_outline (view, viewport, stroke, bc_ink_fine (cr, viewport), scheme);

      if (outline->len > 0)
        bc_ink_add_border (cr, view, viewport, outline);
      paint_light (cr, viewport, scheme);
    }
  cairo_restore (cr);
}
