/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

/* Steps of a site's hatch: on a whole body in mm, and what an eye still takes for a pattern, in target units. */
#define HATCH_STEP 11.0
#define HATCH_STEP_LEAST 4.0
#define HATCH_STEP_LEAST_PAPER 2.6

/* Height of a clear tick in mm of a whole body, and its bounds in target units. */
#define TICK_SIZE 34.0
#define TICK_SIZE_LEAST 6.0
#define TICK_SIZE_MOST 26.0

/* What one symptom puts into one region. */
typedef struct
{
  int    number;
  BcRole role;
  int    nrs;
} Ink;

static GArray *
collect_ink (BcVisit  *visit,
             BcRegion  region)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GArray *inks = g_array_new (FALSE, FALSE, sizeof (Ink));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcMark *mark = bc_symptom_find_mark (symptom, region, NULL);
      Ink ink = { .number = bc_symptom_get_number (symptom), .nrs = bc_symptom_get_now (symptom) };

      if (mark == NULL || bc_mark_get_role (mark) == BC_ROLE_CLEAR)
        continue;
      if (ink.nrs == BC_NRS_UNKNOWN)
        ink.nrs = bc_symptom_get_worst (symptom);
      ink.role = bc_mark_get_role (mark);
      g_array_append_val (inks, ink);
    }
  return inks;
}

/* The contour lies inside the region: the caller clips to it, so half of the line's width is cut off. */
static void
stroke_contour (cairo_t            *cr,
                const BcViewport   *viewport,
                const cairo_path_t *path,
                const Ink          *ink,
                double              grain,
                BcScheme            scheme)
{
  BcColour colour = bc_pen_colour (ink->number, scheme);
  gboolean site = ink->role == BC_ROLE_SITE;

  cairo_append_path (cr, path);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2 * bc_viewport_line (viewport, (site ? 2.2 : 1.4) * grain, bc_paint_hairline (scheme)));
  bc_paint_set_colour (cr, &colour, site ? 0.95 : 0.7);
  cairo_stroke (cr);
}

static void
paint_inks (cairo_t          *cr,
            const BcView     *view,
            const BcViewport *viewport,
            const GArray     *inks,
            BcRegion          region,
            BcScheme          scheme)
{
  const cairo_path_t *path = bc_view_get_path (view, region);
  BcHatchPlace place = { .box = bc_view_get_region_box (view, region), .view = view, .region = region };
  double grain = bc_paint_grain (view);
  double least = scheme == BC_SCHEME_PAPER ? HATCH_STEP_LEAST_PAPER : HATCH_STEP_LEAST;

  /* Several patterns share the place: each is wider, and they lie between each other. */
  place.unit = bc_viewport_line (viewport, HATCH_STEP * grain, least) * (1 + 0.5 * (inks->len - 1));
  bc_paint_begin (cr, viewport);
  cairo_append_path (cr, path);
  cairo_clip (cr);
  for (guint i = 0; i < inks->len; i++)
    {
      const Ink *ink = &g_array_index (inks, Ink, i);

      place.phase = (double) i / inks->len;
      bc_hatch_paint (cr, &place, ink->number, ink->role, ink->nrs, scheme);
    }
  for (guint i = 0; i < inks->len; i++)
    stroke_contour (cr, viewport, path, &g_array_index (inks, Ink, i), grain / (1 + i), scheme);
  cairo_restore (cr);
}

/* A check mark centred on a point; everything in the units of @cr. The halo keeps it legible over lines. */
void
bc_paint_tick (cairo_t  *cr,
               double    x,
               double    y,
               double    size,
               BcScheme  scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 0.42 * size, y + 0.06 * size);
  cairo_line_to (cr, x - 0.12 * size, y + 0.36 * size);
  cairo_line_to (cr, x + 0.44 * size, y - 0.38 * size);
  bc_paint_set_colour (cr, &palette->skin, 0.92);
  cairo_set_line_width (cr, 0.42 * size);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, &palette->clear, 1);
  cairo_set_line_width (cr, 0.19 * size);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_clear (cairo_t          *cr,
             const BcView     *view,
             const BcViewport *viewport,
             BcRegion          region,
             BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  const BcAnchor *anchors;
  guint n_anchors = 0;

  anchors = bc_view_get_anchors (view, region, &n_anchors);
  bc_paint_begin (cr, viewport);
  cairo_append_path (cr, bc_view_get_path (view, region));
  bc_paint_set_colour (cr, &palette->clear, 0.1);
  cairo_fill (cr);
  for (guint i = 0; i < n_anchors; i++)
    {
      double size = MIN (TICK_SIZE * bc_paint_grain (view), 1.5 * anchors[i].radius);

      size = MIN (size, bc_viewport_line (viewport, 0, TICK_SIZE_MOST));
      size = bc_viewport_line (viewport, size, TICK_SIZE_LEAST);
      bc_paint_tick (cr, anchors[i].x, anchors[i].y, size, scheme);
    }
  cairo_restore (cr);
}

/**
 * bc_paint_region_marks:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose marks
 * @region: the region
 * @scheme: the surroundings
 *
 * Paints what one region carries: for each symptom that marks it a tint, a hatch and a contour in the symptom's pen
 * (where it sits denser and darker than where it travels to; stronger for a higher intensity), or its clear tick.
 * Nothing if the view does not show the region.
 */
void
bc_paint_region_marks (cairo_t          *cr,
                       const BcView     *view,
                       const BcViewport *viewport,
                       BcVisit          *visit,
                       BcRegion          region,
                       BcScheme          scheme)
{
  g_autoptr (GArray) inks = NULL;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (visit));

  if (!bc_view_has_region (view, region))
    return;
  inks = collect_ink (visit, region);
  if (inks->len > 0)
    paint_inks (cr, view, viewport, inks, region, scheme);
  else if (bc_visit_is_clear (visit, region))
    paint_clear (cr, view, viewport, region, scheme);
}

/**
 * bc_paint_marks:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose marks
 * @scheme: the surroundings
 *
 * bc_paint_region_marks() for all regions of the view.
 */
void
bc_paint_marks (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                BcVisit          *visit,
                BcScheme          scheme)
{
  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (visit));

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    bc_paint_region_marks (cr, view, viewport, visit, (BcRegion) region, scheme);
}

static void
rounded_box (cairo_t     *cr,
             const BcBox *box,
             double       inset)
{
  double x1 = box->x + inset;
  double y1 = box->y + inset;
  double x2 = box->x + box->width - inset;
  double y2 = box->y + box->height - inset;
  double r = MAX (MIN (box->height, box->width) * 0.2 - inset, 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x2 - r, y1 + r, r, -G_PI_2, 0);
  cairo_arc (cr, x2 - r, y2 - r, r, 0, G_PI_2);
  cairo_arc (cr, x1 + r, y2 - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x1 + r, y1 + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * bc_paint_swatch:
 * @cr: a cairo context
 * @box: where, in the units of @cr
 * @number: number of a symptom, from 1
 * @role: which of its patterns; %BC_ROLE_CLEAR gives the tick
 * @scheme: the surroundings
 *
 * Paints a sample of a symptom's pen on skin, for legends, strips and tables.
 */
void
bc_paint_swatch (cairo_t     *cr,
                 const BcBox *box,
                 int          number,
                 BcRole       role,
                 BcScheme     scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  double line = bc_paint_hairline (scheme) * 1.4;
  BcHatchPlace place = { 0 };
  BcColour colour;

  g_return_if_fail (cr != NULL && box != NULL);
  g_return_if_fail (number >= 1);

  place.box = (BcBox) { 0, 0, box->width, box->height };
  /* A sample is small, and even a sparse pattern must show itself in it. */
  place.unit = CLAMP (box->height / 3.2, bc_paint_hairline (scheme) * 5, 9) * (role == BC_ROLE_RADIATION ? 0.75 : 1);
  colour = role == BC_ROLE_CLEAR ? palette->clear : bc_pen_colour (number, scheme);
  cairo_save (cr);
  cairo_new_path (cr);
  rounded_box (cr, box, line / 2);
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  cairo_translate (cr, box->x, box->y);
  if (role == BC_ROLE_CLEAR)
    bc_paint_tick (cr, box->width / 2, box->height / 2, 0.62 * MIN (box->width, box->height), scheme);
  else
    bc_hatch_paint (cr, &place, number, role, BC_NRS_UNKNOWN, scheme);
  cairo_restore (cr);
  rounded_box (cr, box, line / 2);
  bc_paint_set_colour (cr, &colour, 0.9);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_restore (cr);
}
