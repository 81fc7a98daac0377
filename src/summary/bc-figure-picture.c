/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-figure-picture.h"

#include "bc-i18n.h"
#include "bc-png.h"
#include "bc-summary-content.h"
#include "bc-summary-private.h"

#include <cairo-svg.h>
#include <math.h>

/* As wide as the text of an A4 page, points; as high as that makes it, with room enough for any number of lines. */
#define WIDTH 510.0
#define MAX_FIGURE_HEIGHT 700.0
#define MAX_HEIGHT 14000.0
#define EDGE 6.0
#define POINTS_AN_INCH 72.0

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
draw_on_white (BcFigurePicture *self,
               cairo_surface_t *surface,
               double           scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  bc_figure_picture_draw (self, cr);
  cairo_destroy (cr);
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
  double scale = CLAMP (dpi, BC_PICTURE_MIN_DPI, BC_PICTURE_MAX_DPI) / POINTS_AN_INCH;
  cairo_surface_t *surface;
  double width, height;

  bc_figure_picture_get_size (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  draw_on_white (self, surface, scale);
  return surface;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
fail_drawing (cairo_status_t   status,
              GError         **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is what went wrong, in English */
               _("the picture could not be drawn (%s); please report this"), cairo_status_to_string (status));
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
  cairo_surface_t *surface;
  cairo_status_t status;
  GBytes *bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  surface = bc_figure_picture_rasterise (self, dpi);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    bytes = bc_png_write (surface, dpi, error);
  else
    fail_drawing (status, error);
  cairo_surface_destroy (surface);
  return bytes;
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
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  g_return_val_if_fail (self != NULL, NULL);

  bc_figure_picture_get_size (self, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
  draw_on_white (self, surface, 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  fail_drawing (status, error);
  return NULL;
}
