/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

/* Height of a clear tick in mm of a whole body, and its bounds in target units. */
#define TICK_SIZE 34.0
#define TICK_SIZE_LEAST 6.0
#define TICK_SIZE_MOST 26.0

static GArray *
collect_pens (BcVisit  *visit,
             BcRegion  region)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GArray *pens = g_array_new (FALSE, FALSE, sizeof (BcPen));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcMark *mark = bc_symptom_find_mark (symptom, region, NULL);
      BcPen pen;

      if (mark == NULL || bc_mark_get_role (mark) == BC_ROLE_CLEAR)
        continue;
      pen = bc_pen_of_symptom (symptom, bc_mark_get_role (mark));
      g_array_append_val (pens, pen);
    }
  return pens;
}

/* One part of a region that lies apart from the others, as a palm and the back of the same hand. */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} Part;

static gboolean
meet (const Part *a,
      const Part *b)
{
  return a->x1 <= b->x2 && b->x1 <= a->x2 && a->y1 <= b->y2 && b->y1 <= a->y2;
}

static void
widen (Part       *part,
       const Part *other)
{
  part->x1 = MIN (part->x1, other->x1);
  part->y1 = MIN (part->y1, other->y1);
  part->x2 = MAX (part->x2, other->x2);
  part->y2 = MAX (part->y2, other->y2);
}

/* Boxes of the subpaths in their order, those with points only. */
static GArray *
measure_subpaths (const cairo_path_t *path)
{
  GArray *subpaths = g_array_new (FALSE, FALSE, sizeof (Part));
  Part *part = NULL;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    for (int j = 1; j < path->data[i].header.length; j++)
      {
        Part here = { path->data[i + j].point.x, path->data[i + j].point.y, path->data[i + j].point.x,
                      path->data[i + j].point.y };

        if (path->data[i].header.type == CAIRO_PATH_MOVE_TO || part == NULL)
          {
            g_array_append_val (subpaths, here);
            part = &g_array_index (subpaths, Part, subpaths->len - 1);
          }
        widen (part, &here);
      }
  return subpaths;
}

/* What lies in one another, as a hole, or overlaps stays together. */
static GArray *
find_parts (const cairo_path_t *path)
{
  GArray *parts = measure_subpaths (path);

  for (guint i = 0; i < parts->len; i++)
    for (guint j = i + 1; j < parts->len; j++)
      if (meet (&g_array_index (parts, Part, i), &g_array_index (parts, Part, j)))
        {
          widen (&g_array_index (parts, Part, i), &g_array_index (parts, Part, j));
          g_array_remove_index_fast (parts, j);
          j = i; /* it is larger now: all that follow once more */
        }
  return parts;
}

/* Parts are far apart or their boxes would meet, so a subpath belongs to the part that its first point lies in. */
static void
append_part (cairo_t            *cr,
             const cairo_path_t *path,
             const Part         *part)
{
  gboolean inside = FALSE;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        inside = data[1].point.x >= part->x1 && data[1].point.x <= part->x2 && data[1].point.y >= part->y1
                 && data[1].point.y <= part->y2;
      if (!inside)
        continue;
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          cairo_move_to (cr, data[1].point.x, data[1].point.y);
          break;
        case CAIRO_PATH_LINE_TO:
          cairo_line_to (cr, data[1].point.x, data[1].point.y);
          break;
        case CAIRO_PATH_CURVE_TO:
          cairo_curve_to (cr, data[1].point.x, data[1].point.y, data[2].point.x, data[2].point.y, data[3].point.x,
                          data[3].point.y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
        default:
          cairo_close_path (cr);
        }
    }
}

/* Sets the dashes of a pen's contour for a line as wide as the current one. */
void
bc_paint_set_dashes (cairo_t *cr,
                     int      number,
                     double   width)
{
  guint n = 0;
  const double *dashes = bc_pen_dashes (number, &n);
  double lengths[8];

  g_assert (n <= G_N_ELEMENTS (lengths));
  for (guint i = 0; i < n; i++)
    lengths[i] = dashes[i] * width;
  cairo_set_dash (cr, lengths, (int) n, 0);
}

/* The contour lies inside the region: the caller clips to it, so half of the line's width is cut off. */
static void
stroke_contour (cairo_t            *cr,
                const BcViewport   *viewport,
                const cairo_path_t *path,
                const Part         *part,
                const BcPen        *pen,
                double              grain,
                BcScheme            scheme)
{
  BcColour colour = bc_pen_colour (pen->number, scheme);
  gboolean site = pen->role == BC_ROLE_SITE;
  double thin = pen->unconfirmed ? BC_THIN : 1;
  double width = bc_viewport_line (viewport, thin * (site ? 2.8 : 1.9) * grain,
                                   thin * (site ? 1.6 : 1) * bc_paint_hairline (scheme));

  append_part (cr, path, part);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2 * width);
  bc_paint_set_dashes (cr, pen->number, 2 * width);
  bc_paint_set_colour (cr, &colour, site ? 1 : 0.85);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_part (cairo_t            *cr,
            const BcViewport   *viewport,
            const BcHatchPlace *place,
            const Part         *part,
            const GArray       *pens,
            BcScheme            scheme)
{
  const cairo_path_t *path = bc_view_get_path (place->view, place->region);
  double grain = bc_paint_grain (place->view);
  BcHatchPlace here = *place;

  here.box = (BcBox) { part->x1, part->y1, part->x2 - part->x1, part->y2 - part->y1 };
  cairo_save (cr);
  append_part (cr, path, part);
  cairo_clip (cr);
  for (guint i = 0; i < pens->len; i++)
    {
      here.phase = (double) i / pens->len;
      bc_hatch_paint (cr, &here, &g_array_index (pens, BcPen, i), scheme);
    }
  for (guint i = 0; i < pens->len; i++)
    stroke_contour (cr, viewport, path, part, &g_array_index (pens, BcPen, i), grain / (1 + i), scheme);
  cairo_restore (cr);
}

/* Each part is clipped to on its own: a clip of many scattered pieces costs several times the drawing. */
static void
paint_pens (cairo_t          *cr,
            const BcView     *view,
            const BcViewport *viewport,
            const GArray     *pens,
            BcRegion          region,
            BcScheme          scheme)
{
  BcHatchPlace place = { .view = view, .region = region, .n_sharing = pens->len };
  g_autoptr (GArray) parts = find_parts (bc_view_get_path (view, region));

  place.unit = bc_hatch_unit (view, viewport, scheme);
  bc_paint_begin (cr, viewport);
  for (guint i = 0; i < parts->len; i++)
    paint_part (cr, viewport, &place, &g_array_index (parts, Part, i), pens, scheme);
  cairo_restore (cr);
}

/* A check mark centred on a point; everything in the units of @cr. The halo keeps it legible over lines. One that is
 * not confirmed yet is thin. */
void
bc_paint_tick (cairo_t  *cr,
               double    x,
               double    y,
               double    size,
               gboolean  unconfirmed,
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
  cairo_set_line_width (cr, 0.19 * size * (unconfirmed ? BC_THIN : 1));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* How large a tick is where the nearest border is @radius away, mm. */
double
bc_paint_tick_size (const BcView     *view,
                    const BcViewport *viewport,
                    double            radius)
{
  double size = MIN (TICK_SIZE * bc_paint_grain (view), 1.5 * radius);

  size = MIN (size, bc_viewport_line (viewport, 0, TICK_SIZE_MOST));
  return bc_viewport_line (viewport, size, TICK_SIZE_LEAST);
}

static void
paint_clear (cairo_t          *cr,
             const BcView     *view,
             const BcViewport *viewport,
             BcRegion          region,
             gboolean          unconfirmed,
             BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  const BcAnchor *anchors;
  guint n_anchors = 0;

  anchors = bc_view_get_anchors (view, region, &n_anchors);
  bc_paint_begin (cr, viewport);
  cairo_append_path (cr, bc_view_get_path (view, region));
  bc_paint_set_colour (cr, &palette->clear, unconfirmed ? 0.1 * BC_FAINT : 0.1);
  cairo_fill (cr);
  for (guint i = 0; i < n_anchors; i++)
    bc_paint_tick (cr, anchors[i].x, anchors[i].y, bc_paint_tick_size (view, viewport, anchors[i].radius), unconfirmed,
                   scheme);
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
 * What is not confirmed yet is faint, with a thin contour. Nothing if the view does not show the region.
 */
void
bc_paint_region_marks (cairo_t          *cr,
                       const BcView     *view,
                       const BcViewport *viewport,
                       BcVisit          *visit,
                       BcRegion          region,
                       BcScheme          scheme)
{
  g_autoptr (GArray) pens = NULL;
  BcMark *clear;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (visit));

  if (!bc_view_has_region (view, region))
    return;
  pens = collect_pens (visit, region);
  clear = bc_visit_find_clear (visit, region);
  if (pens->len > 0)
    paint_pens (cr, view, viewport, pens, region, scheme);
  else if (clear != NULL)
    paint_clear (cr, view, viewport, region, bc_mark_get_unconfirmed (clear), scheme);
}

/**
 * bc_paint_marks:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @visit: whose marks
 * @scheme: the surroundings
 *
 * bc_paint_region_marks() for all regions of the view, then bc_paint_strokes().
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
  bc_paint_strokes (cr, view, viewport, visit, scheme);
}
