/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Dots an inch of a picture in pixels. At the highest a page has some 35 million pixels. */
#define BC_PICTURE_MIN_DPI 36
#define BC_PICTURE_USUAL_DPI 200
#define BC_PICTURE_MAX_DPI 600

typedef enum
{
  BC_PICTURE_PNG,
  BC_PICTURE_SVG
} BcPictureFormat;

/**
 * BcPicture:
 * @width: points
 * @height: points
 * @draw: draws it onto white, in points
 * @data: for @draw
 *
 * A drawing that can become a file.
 */
typedef struct
{
  double   width;
  double   height;
  void   (*draw) (gpointer data, cairo_t *cr);
  gpointer data;
} BcPicture;

cairo_surface_t *bc_picture_rasterise (const BcPicture  *self,
                                       double            dpi) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *bc_picture_write     (const BcPicture  *self,
                                       BcPictureFormat   format,
                                       double            dpi,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
