/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-figure-picture.h"

#include "bc-summary-content.h"
#include "bc-summary-private.h"

/* As wide as the text of an A4 page, points; as high as that makes it, with room enough for any number of lines. */
#define WIDTH 510.0
#define MAX_FIGURE_HEIGHT 700.0
#define MAX_HEIGHT 14000.0
#define EDGE 6.0

struct _BcFigurePicture
{
  BcFlow       *flow;
  PangoContext *pango;
  gboolean      mirrored;
};

/**
 * bc_figure_picture_new:
 * @chart: the chart that holds @visit
 * @visit: a visit
 *
 * Returns: (transfer full): its picture, laid out; later changes of the visit may show or not
 */
BcFigurePicture *
bc_figure_picture_new (BcChart *chart,
                       BcVisit *visit)
{
  BcFigurePicture *self;
  PangoContext *screen;
  BcContent content = { 0 };

  g_return_val_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit), NULL);

  bc_content_prepare_figures (chart, visit);
  self = g_new0 (BcFigurePicture, 1);
  screen = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->pango = bc_summary_context_new (screen);
  g_object_unref (screen);
  self->mirrored = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  self->flow = bc_flow_new (WIDTH, MAX_HEIGHT);
  content = (BcContent) {
    .chart = chart,
    .visit = visit,
    .pango = self->pango,
    .flow = self->flow,
    .figure_share = MAX_FIGURE_HEIGHT / MAX_HEIGHT,
  };
  bc_content_add_figures (&content);
  bc_flow_paginate (self->flow);
  return self;
}

void
bc_figure_picture_free (BcFigurePicture *self)
{
  bc_flow_free (self->flow);
  g_object_unref (self->pango);
  g_free (self);
}

/**
 * bc_figure_picture_get_size:
 * @width: (out): points
 * @height: (out): points
 */
void
bc_figure_picture_get_size (BcFigurePicture *self,
                            double          *width,
                            double          *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = WIDTH + 2 * EDGE;
  *height = self->flow->y + 2 * EDGE;
}

/**
 * bc_figure_picture_draw:
 * @cr: where to, in points, white already
 */
void
bc_figure_picture_draw (BcFigurePicture *self,
                        cairo_t         *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, EDGE, EDGE);
  bc_flow_paint_page (self->flow, cr, 0, self->mirrored);
  cairo_restore (cr);
}

static void
draw_cb (gpointer data,
         cairo_t *cr)
{
  bc_figure_picture_draw (data, cr);
}

static BcPicture
get_picture (BcFigurePicture *self)
{
  BcPicture picture = { .draw = draw_cb, .data = self };

  bc_figure_picture_get_size (self, &picture.width, &picture.height);
  return picture;
}

/**
 * bc_figure_picture_rasterise:
 * @dpi: dots an inch
 *
 * Returns: (transfer full): an image surface, perhaps in an error state
 */
cairo_surface_t *
bc_figure_picture_rasterise (BcFigurePicture *self,
                             double           dpi)
{
  BcPicture picture;

  g_return_val_if_fail (self != NULL, NULL);

  picture = get_picture (self);
  return bc_picture_rasterise (&picture, dpi);
}

/**
 * bc_figure_picture_write_png:
 * @dpi: dots an inch, %BC_PICTURE_MIN_DPI to %BC_PICTURE_MAX_DPI
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): a PNG file
 */
GBytes *
bc_figure_picture_write_png (BcFigurePicture  *self,
                             double            dpi,
                             GError          **error)
{
  BcPicture picture;

  g_return_val_if_fail (self != NULL, NULL);

  picture = get_picture (self);
  return bc_picture_write (&picture, BC_PICTURE_PNG, dpi, error);
}

/**
 * bc_figure_picture_write_svg:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): an SVG file, in points, with a white ground
 */
GBytes *
bc_figure_picture_write_svg (BcFigurePicture  *self,
                             GError          **error)
{
  BcPicture picture;

  g_return_val_if_fail (self != NULL, NULL);

  picture = get_picture (self);
  return bc_picture_write (&picture, BC_PICTURE_SVG, 0, error);
}
