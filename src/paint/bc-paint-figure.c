/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

/* Region borders are drawn this wide on a whole body, in mm. */
#define BORDER_WIDTH 0.9

static void
append_decorations (cairo_t      *cr,
                    const GArray *decorations)
{
  for (guint i = 0; i < decorations->len; i++)
    cairo_append_path (cr, g_array_index (decorations, BcDecoration, i).path);
}

static void
stroke_decorations (cairo_t          *cr,
                    const BcViewport *viewport,
                    const GArray     *decorations,
                    const BcColour   *colour,
                    BcScheme          scheme)
{
  for (guint i = 0; i < decorations->len; i++)
    {
      const BcDecoration *decoration = &g_array_index (decorations, BcDecoration, i);

      cairo_append_path (cr, decoration->path);
      bc_paint_stroke (cr, viewport, colour, decoration->width, decoration->opacity, scheme);
    }
}

/* Whether what is painted is kept as paths, as in a PDF, and not as pixels. */
static gboolean
keeps_paths (cairo_t *cr)
{
  switch ((int) cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_RECORDING:
    case CAIRO_SURFACE_TYPE_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

/*
 * All in one stroke: neighbours share their border, and painted twice it would be twice as dark. A drawing holds it
 * once, since it would be written, packed and stroked by each reader twice; pixels cost the same either way.
 */
static void
stroke_borders (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                const BcPalette  *palette,
                BcScheme          scheme)
{
  if (keeps_paths (cr))
    cairo_append_path (cr, bc_view_get_borders (view));
  for (guint region = 1; region <= BC_N_REGIONS && !keeps_paths (cr); region++)
    if (bc_view_has_region (view, (BcRegion) region))
      cairo_append_path (cr, bc_view_get_path (view, (BcRegion) region));
  bc_paint_stroke (cr, viewport, &palette->border, BORDER_WIDTH * bc_paint_grain (view), 1, scheme);
}

/**
 * bc_paint_figure:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @scheme: the surroundings
 *
 * Paints skin, shading, region borders, details and outline: what never changes while a chart is open. The skin is
 * one shape, so that no seams show between regions.
 */
void
bc_paint_figure (cairo_t          *cr,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  const GArray *shading;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);

  bc_paint_begin (cr, viewport);
  append_decorations (cr, bc_view_get_outline (view));
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_fill (cr);
  shading = bc_view_get_shading (view);
  for (guint i = 0; i < shading->len && palette->shading.alpha > 0; i++)
    {
      cairo_append_path (cr, g_array_index (shading, BcDecoration, i).path);
      bc_paint_set_colour (cr, &palette->shading, g_array_index (shading, BcDecoration, i).opacity);
      cairo_fill (cr);
    }
  stroke_borders (cr, view, viewport, palette, scheme);
  stroke_decorations (cr, viewport, bc_view_get_details (view), &palette->details, scheme);
  stroke_decorations (cr, viewport, bc_view_get_outline (view), &palette->outline, scheme);
  cairo_restore (cr);
}

/**
 * bc_paint_hover:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @region: the region under the pointer
 * @scheme: the surroundings
 *
 * Paints a light over one region; nothing if the view does not show it.
 */
void
bc_paint_hover (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                BcRegion          region,
                BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  BcColour contour = palette->hover;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);

  if (!bc_view_has_region (view, region))
    return;
  contour.alpha = 0.9;
  bc_paint_begin (cr, viewport);
  cairo_append_path (cr, bc_view_get_path (view, region));
  bc_paint_set_colour (cr, &palette->hover, 1);
  cairo_fill_preserve (cr);
  bc_paint_set_colour (cr, &contour, 1);
  cairo_set_line_width (cr, bc_viewport_line (viewport, BORDER_WIDTH * bc_paint_grain (view), 1.2));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * bc_paint_focus:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @region: the region that has the keyboard
 * @scheme: the surroundings
 *
 * Paints a ring around one region: a line with a band of skin on both sides, so that it reads over every mark.
 */
void
bc_paint_focus (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                BcRegion          region,
                BcScheme          scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  double width;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);

  if (!bc_view_has_region (view, region))
    return;
  width = bc_viewport_line (viewport, 0, 2.5);
  bc_paint_begin (cr, viewport);
  cairo_append_path (cr, bc_view_get_path (view, region));
  bc_paint_set_colour (cr, &palette->skin, 0.9);
  cairo_set_line_width (cr, 2 * width);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, &palette->focus, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_restore (cr);
}
