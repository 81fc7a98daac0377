/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-picture.h"

#include "bc-i18n.h"
#include "bc-png.h"

#include <cairo-svg.h>
#include <math.h>

#define POINTS_AN_INCH 72.0

static void
draw_on_white (const BcPicture *self,
               cairo_surface_t *surface,
               double           scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  self->draw (self->data, cr);
  cairo_destroy (cr);
}

/**
 * bc_picture_rasterise:
 * @dpi: dots an inch, %BC_PICTURE_MIN_DPI to %BC_PICTURE_MAX_DPI
 *
 * Returns: (transfer full): an image surface, perhaps in an error state
 */
cairo_surface_t *
bc_picture_rasterise (const BcPicture *self,
                      double           dpi)
{
  double scale = CLAMP (dpi, BC_PICTURE_MIN_DPI, BC_PICTURE_MAX_DPI) / POINTS_AN_INCH;
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL && self->draw != NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                        (int) ceil (self->height * scale));
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

static GBytes *
write_png (const BcPicture  *self,
           double            dpi,
           GError          **error)
{
  cairo_surface_t *surface = bc_picture_rasterise (self, dpi);
  cairo_status_t status = cairo_surface_status (surface);
  GBytes *bytes = NULL;

  if (status == CAIRO_STATUS_SUCCESS)
    bytes = bc_png_write (surface, dpi, error);
  else
    fail_drawing (status, error);
  cairo_surface_destroy (surface);
  return bytes;
}

static GBytes *
write_svg (const BcPicture  *self,
           GError          **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, bytes, self->width, self->height);
  cairo_status_t status;

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

/**
 * bc_picture_write:
 * @format: what to make
 * @dpi: dots an inch of a PNG, %BC_PICTURE_MIN_DPI to %BC_PICTURE_MAX_DPI
 * @error: return location for a #GIOErrorEnum
 *
 * An SVG has its size in points and letters as outlines, so that it looks the same where the fonts are missing. Both have a
 * white ground.
 *
 * Returns: (transfer full) (nullable): a file
 */
GBytes *
bc_picture_write (const BcPicture  *self,
                  BcPictureFormat   format,
                  double            dpi,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL && self->draw != NULL, NULL);

  return format == BC_PICTURE_SVG ? write_svg (self, error) : write_png (self, dpi, error);
}
