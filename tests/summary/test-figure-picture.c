/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figure as a picture: what somebody who pastes it relies on. */
#include "bc-figure-picture.h"
#include "bc-png.h"
#include "summary-charts.h"

#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize         left;
} Rest;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Rest *rest = closure;

  if (length > rest->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, rest->data, length);
  rest->data += length;
  rest->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* What another reader of PNG sees is what was drawn, pixel for pixel, whatever the size. */
static void
assert_same_pixels (cairo_surface_t *drawn,
                    double           dpi)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = bc_png_write (drawn, dpi, &error);
  Rest rest;
  cairo_surface_t *again;
  int width = cairo_image_surface_get_width (drawn);
  int height = cairo_image_surface_get_height (drawn);

  g_assert_no_error (error);
  rest.data = g_bytes_get_data (png, &rest.left);
  again = cairo_image_surface_create_from_png_stream (read_cb, &rest);
  g_assert_cmpint (cairo_surface_status (again), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (again), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (again), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *a = cairo_image_surface_get_data (drawn) + y * cairo_image_surface_get_stride (drawn) + 4 * x;
        const guint8 *b = cairo_image_surface_get_data (again) + y * cairo_image_surface_get_stride (again) + 4 * x;

        if (a[0] != b[0] || a[1] != b[1] || a[2] != b[2])
          g_error ("pixel %d, %d is another one", x, y);
      }
  cairo_surface_destroy (again);
}

static void
test_pixels (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcFigurePicture) picture = bc_figure_picture_new (chart, visit);
  static const double dpis[] = { BC_PICTURE_MIN_DPI, 100, 201.5 };
  cairo_surface_t *dot = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (dpis); i++)
    {
      cairo_surface_t *drawn = bc_figure_picture_rasterise (picture, dpis[i]);

      assert_same_pixels (drawn, dpis[i]);
      cairo_surface_destroy (drawn);
    }
  assert_same_pixels (dot, 72);
  cairo_surface_destroy (dot);
}

/* A chart without marks gives front and back; marks elsewhere bring their views and so another picture. */
static void
test_size (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_empty_chart (&visit);
  g_autoptr(BcFigurePicture) empty = bc_figure_picture_new (chart, visit);
  BcVisit *full_visit;
  g_autoptr(BcChart) full_chart = make_full_chart (&full_visit);
  g_autoptr(BcFigurePicture) full = bc_figure_picture_new (full_chart, full_visit);
  double width, height, full_width, full_height;

  bc_figure_picture_get_size (empty, &width, &height);
  bc_figure_picture_get_size (full, &full_width, &full_height);
  g_assert_cmpfloat (width, ==, full_width);
  g_assert_cmpfloat (height, >, 100);
  g_assert_cmpfloat (height, <, 1000);
  g_assert_cmpfloat (full_height, !=, height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-picture/pixels", test_pixels);
  g_test_add_func ("/figure-picture/size", test_size);
  return g_test_run ();
}
