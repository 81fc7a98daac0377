/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* A border between maps, and the dots around one map, on a whole body in mm. */
#define BORDER 1.6
#define DOTS 3.6

/* Outlines are looked at in pieces so long, on a whole body in mm, and curves in so many; what lies to both sides of a
 * piece is asked so far away, in mm: the id buffer has one answer a mm. */
#define PIECE 5.0
#define CURVE_STEPS 6
#define ASIDE 1.1

/* Bands around what is marked, in target units: how far they reach beyond the mark. */
#define BAND 4.0
#define HALO 1.5

/* The ring around a tick: its radius and line as part of the tick. */
#define RING 0.82
#define RING_LINE 0.15

/* Which map each region of a view belongs to: equal numbers have no border between them; 0 is none. */
typedef struct
{
  guint8 of[BC_N_REGIONS + 1];
  guint  n;
} Maps;

static gboolean
is_tinted (const BcView    *view,
           const BcOverlay *overlay,
           guint            region)
{
  return overlay->tint[region] > 0 && bc_view_has_region (view, (BcRegion) region);
}

static void
find_maps (const BcView    *view,
           const BcOverlay *overlay,
           Maps            *maps)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      for (guint other = 1; other < region && is_tinted (view, overlay, region) && maps->of[region] == 0; other++)
        if (maps->of[other] != 0 && overlay->hue[other] == overlay->hue[region]
            && g_strcmp0 (overlay->labels[other], overlay->labels[region]) == 0)
          maps->of[region] = maps->of[other];
      if (is_tinted (view, overlay, region) && maps->of[region] == 0)
        maps->of[region] = (guint8) ++maps->n;
    }
}

static void
fill_tints (cairo_t         *cr,
            const BcView    *view,
            const BcOverlay *overlay,
            BcScheme         scheme)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      double tint = MIN (overlay->tint[region], 1);
      guint hue = MIN (overlay->hue[region], BC_OVERLAY_N_HUES);
      BcColour colour = bc_hue_colour (hue, scheme);

      if (!is_tinted (view, overlay, region))
        continue;
      cairo_append_path (cr, bc_view_get_path (view, (BcRegion) region));
      bc_paint_set_colour (cr, &colour, hue == 0 ? 0.16 + 0.84 * tint : tint);
      cairo_fill (cr);
    }
}

/* What lies to both sides of a piece of a region's outline. */
static gboolean
is_border (const BcView *view,
           const Maps   *maps,
           BcRegion      region,
           BcPoint       from,
           BcPoint       to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double x = (from.x + to.x) / 2;
  double y = (from.y + to.y) / 2;
  double across_x = -(to.y - from.y) / length * ASIDE;
  double across_y = (to.x - from.x) / length * ASIDE;
  BcRegion left = bc_view_region_at (view, x + across_x, y + across_y);
  BcRegion right = bc_view_region_at (view, x - across_x, y - across_y);
  BcRegion other = left == region ? right : left;

  /* The edge of the body has a line of its own; two maps share theirs, which one of them draws. */
  return length > 0 && other != BC_REGION_NONE && (left == region || right == region)
         && maps->of[other] < maps->of[region];
}

/* Adds those pieces of a straight line that are a border, going on from the last one where it was one too. */
static void
trace_line (cairo_t      *cr,
            const BcView *view,
            const Maps   *maps,
            BcRegion      region,
            BcPoint       from,
            BcPoint       to,
            gboolean     *drawing)
{
  double step = PIECE * bc_paint_grain (view);
  int n = MAX ((int) ceil (hypot (to.x - from.x, to.y - from.y) / step), 1);
  BcPoint last = from;

  for (int i = 1; i <= n; i++)
    {
      BcPoint here = { from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n };
      gboolean border = is_border (view, maps, region, last, here);

      if (border && !*drawing)
        cairo_move_to (cr, last.x, last.y);
      if (border)
        cairo_line_to (cr, here.x, here.y);
      *drawing = border;
      last = here;
    }
}

static BcPoint
point_of_curve (BcPoint                  from,
                const cairo_path_data_t *data,
                double                   t)
{
  double u = 1 - t;
  const double weights[4] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
  BcPoint at = { weights[0] * from.x, weights[0] * from.y };

  for (int i = 1; i <= 3; i++)
    {
      at.x += weights[i] * data[i].point.x;
      at.y += weights[i] * data[i].point.y;
    }
  return at;
}

/* Adds those parts of a region's outline that lie between its map and another one with a lower number, or none. */
static void
trace_outline (cairo_t      *cr,
               const BcView *view,
               const Maps   *maps,
               BcRegion      region)
{
  const cairo_path_t *path = bc_view_get_path (view, region);
  gboolean drawing = FALSE;
  BcPoint start = { 0 };
  BcPoint at = { 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      BcPoint last = at;

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          at = start = (BcPoint) { data[1].point.x, data[1].point.y };
          drawing = FALSE;
          break;
        case CAIRO_PATH_LINE_TO:
          at = (BcPoint) { data[1].point.x, data[1].point.y };
          trace_line (cr, view, maps, region, last, at, &drawing);
          break;
        case CAIRO_PATH_CURVE_TO:
          for (int step = 1; step <= CURVE_STEPS; step++)
            {
              BcPoint here = at;

              at = point_of_curve (last, data, (double) step / CURVE_STEPS);
              trace_line (cr, view, maps, region, here, at, &drawing);
            }
          break;
        case CAIRO_PATH_CLOSE_PATH:
        default:
          at = start;
          trace_line (cr, view, maps, region, last, at, &drawing);
        }
    }
}

/*
 * Borders between different maps, and between a map and none; no line is drawn between regions of the same map, and
 * none along the edge of the body. A layer of maps has lines; a map alone has dots in its colour: marks have lines, so
 * the two are told apart on top of each other.
 */
static void
stroke_borders (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                const BcOverlay  *overlay,
                gboolean          layer,
                BcScheme          scheme)
{
  double width = bc_viewport_line (viewport, (layer ? BORDER : DOTS) * bc_paint_grain (view),
                                   (layer ? 1.4 : 2.4) * bc_paint_hairline (scheme));
  double dots[2] = { 0, 2.1 * width };
  BcColour colour = layer ? bc_palette_get (scheme)->details : bc_hue_colour (0, scheme);
  Maps maps = { .n = 0 };

  find_maps (view, overlay, &maps);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (maps.of[region] != 0 && (overlay->hue[region] > 0) == layer)
      trace_outline (cr, view, &maps, (BcRegion) region);
  colour.alpha = 1;
  bc_paint_set_colour (cr, &colour, 0.9);
  cairo_set_line_width (cr, width);
  if (!layer)
    cairo_set_dash (cr, dots, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Adds all regions with this sign to the path; whether there are any. */
static gboolean
append_signed (cairo_t         *cr,
               const BcView    *view,
               const BcOverlay *overlay,
               BcOverlaySign    sign)
{
  gboolean any = FALSE;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (overlay->sign[region] == sign && bc_view_has_region (view, (BcRegion) region))
      {
        cairo_append_path (cr, bc_view_get_path (view, (BcRegion) region));
        any = TRUE;
      }
  return any;
}

/*
 * A band just outside of all regions with one sign, where their marks do not cover it. What a map explains has an even
 * line in the map's colour, what it does not a broken one in that of text: told apart without colour.
 */
static void
paint_band (cairo_t          *cr,
            const BcView     *view,
            const BcViewport *viewport,
            const BcOverlay  *overlay,
            BcOverlaySign     sign,
            BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  gboolean explained = sign == BC_OVERLAY_EXPLAINED;
  BcColour colour = explained ? palette->overlay : palette->text;
  double part = scheme == BC_SCHEME_PAPER ? 0.5 : 1;
  double width = 2 * bc_viewport_line (viewport, 0, (explained ? BAND : 0.85 * BAND) * part);
  double dashes[2] = { 0.75 * width, 0.75 * width };
  BcBox all = bc_view_get_box (view);

  cairo_save (cr);
  cairo_rectangle (cr, all.x - width, all.y - width, all.width + 2 * width, all.height + 2 * width);
  if (!append_signed (cr, view, overlay, sign))
    {
      cairo_new_path (cr);
      cairo_restore (cr);
      return;
    }
  cairo_clip (cr);
  append_signed (cr, view, overlay, sign);
  cairo_set_line_width (cr, width + 2 * bc_viewport_line (viewport, 0, HALO * part));
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_stroke_preserve (cr);
  colour.alpha = 1;
  bc_paint_set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, explained ? 0.7 * width : width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (!explained)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A ring around each place of the region's tick, struck through against the tick's own stroke. */
static void
paint_rings (cairo_t          *cr,
             const BcView     *view,
             const BcViewport *viewport,
             BcRegion          region,
             BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  guint n_anchors = 0;
  const BcAnchor *anchors = bc_view_get_anchors (view, region, &n_anchors);

  for (guint i = 0; i < n_anchors; i++)
    {
      double size = bc_paint_tick_size (view, viewport, anchors[i].radius);
      double reach = RING * size * 1.25 / G_SQRT2;

      cairo_new_sub_path (cr);
      cairo_arc (cr, anchors[i].x, anchors[i].y, RING * size, 0, 2 * G_PI);
      cairo_move_to (cr, anchors[i].x - reach, anchors[i].y - reach);
      cairo_line_to (cr, anchors[i].x + reach, anchors[i].y + reach);
      bc_paint_set_colour (cr, &palette->skin, 0.9);
      cairo_set_line_width (cr, 2.4 * RING_LINE * size);
      cairo_stroke_preserve (cr);
      bc_paint_set_colour (cr, &palette->text, 1);
      cairo_set_line_width (cr, RING_LINE * size);
      cairo_stroke (cr);
    }
}

static void
paint_signs (cairo_t          *cr,
             const BcView     *view,
             const BcViewport *viewport,
             const BcOverlay  *overlay,
             BcScheme          scheme)
{
  paint_band (cr, view, viewport, overlay, BC_OVERLAY_EXPLAINED, scheme);
  paint_band (cr, view, viewport, overlay, BC_OVERLAY_UNEXPLAINED, scheme);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (overlay->sign[region] == BC_OVERLAY_EXPECTED_CLEAR && bc_view_has_region (view, (BcRegion) region))
      paint_rings (cr, view, viewport, (BcRegion) region, scheme);
}

static void
show_name (cairo_t             *cr,
           PangoContext        *pango,
           const BcOverlayName *name,
           BcScheme             scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  g_autoptr (PangoLayout) layout = bc_paint_layout (pango, name->text, name->text_size, PANGO_WEIGHT_BOLD);

  cairo_move_to (cr, name->box.x, name->box.y);
  pango_cairo_layout_path (cr, layout);
  bc_paint_set_colour (cr, &palette->skin, 0.85);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.22 * name->text_size);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, &palette->text, 0.9);
  cairo_fill (cr);
}

/**
 * bc_paint_overlay:
 * @cr: a cairo context in target units
 * @pango: (nullable): for the labels; without it none are drawn
 * @view: the view to paint
 * @viewport: where
 * @overlay: what to paint
 * @text_size: height of the labels' em, target units
 * @scheme: the surroundings
 *
 * Paints maps below the marks: flat tints, stronger for a higher value, with borders between different maps, and each
 * label once an area. Marks are hatched and maps are not, so the two are told apart on top of each other and without
 * colour. What is marked and explained has an even band around it, what is marked and unexplained a broken one, and
 * the tick of what is clear though the map would have pain there stands in a ring that is struck through.
 */
void
bc_paint_overlay (cairo_t          *cr,
                  PangoContext     *pango,
                  const BcView     *view,
                  const BcViewport *viewport,
                  const BcOverlay  *overlay,
                  double            text_size,
                  BcScheme          scheme)
{
  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL && overlay != NULL);
  g_return_if_fail (pango == NULL || text_size > 0);

  bc_paint_begin (cr, viewport);
  fill_tints (cr, view, overlay, scheme);
  stroke_borders (cr, view, viewport, overlay, FALSE, scheme);
  stroke_borders (cr, view, viewport, overlay, TRUE, scheme);
  paint_signs (cr, view, viewport, overlay, scheme);
  cairo_restore (cr);
  if (pango != NULL)
    {
      g_autoptr (GArray) names = bc_overlay_place_names (pango, view, viewport, overlay, text_size);

      cairo_save (cr);
      cairo_new_path (cr);
      for (guint i = 0; i < names->len; i++)
        show_name (cr, pango, &g_array_index (names, BcOverlayName, i), scheme);
      cairo_restore (cr);
    }
}
