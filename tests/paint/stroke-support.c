/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stroke-support.h"

#include "bc-coverage.h"

#include <math.h>
#include <stdlib.h>

static cairo_surface_t *
paint_figure (const Sheet *sheet)
{
  cairo_surface_t *canvas = new_canvas (SHEET_SIZE, SHEET_SIZE, &bc_palette_get (sheet->scheme)->paper);
  g_autoptr (cairo_t) cr = cairo_create (canvas);

  bc_paint_figure (cr, sheet->view, &sheet->viewport, sheet->scheme);
  return canvas;
}

static void
start (Sheet    *sheet,
       BcScheme  scheme)
{
  sheet->scheme = scheme;
  sheet->before = paint_figure (sheet);
  sheet->canvas = paint_figure (sheet);
  sheet->cr = cairo_create (sheet->canvas);
}

void
sheet_init (Sheet      *sheet,
            BcFigureId  figure,
            BcViewId    view,
            BcScheme    scheme)
{
  sheet->view = bc_atlas_get_view (figure, view);
  sheet->viewport = bc_viewport_fit (sheet->view, 0, 0, SHEET_SIZE, SHEET_SIZE);
  start (sheet, scheme);
}

void
sheet_init_near (Sheet      *sheet,
                 BcViewId    view,
                 const char *id,
                 BcScheme    scheme)
{
  double x;
  double y;

  sheet->view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, view);
  bc_view_get_anchor (sheet->view, bc_region_from_id (id), &x, &y);
  sheet->viewport = (BcViewport) { 1, SHEET_SIZE / 2 - x, SHEET_SIZE / 2 - y };
  start (sheet, scheme);
}

void
sheet_clear (Sheet *sheet)
{
  g_assert_cmpint (cairo_status (sheet->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (sheet->cr);
  cairo_surface_destroy (sheet->canvas);
  cairo_surface_destroy (sheet->before);
}

gboolean
sheet_changed (const Sheet *sheet,
               int          x,
               int          y)
{
  return pixel_at (sheet->before, x, y) != pixel_at (sheet->canvas, x, y);
}

guint
sheet_count (const Sheet *sheet)
{
  return count_changed (sheet->before, sheet->canvas, NULL);
}

guint32
sheet_at (const Sheet *sheet,
          double       x,
          double       y)
{
  bc_viewport_to_target (&sheet->viewport, &x, &y);
  g_assert_true (x >= 0 && y >= 0 && x < SHEET_SIZE && y < SHEET_SIZE);
  return pixel_at (sheet->canvas, (int) x, (int) y);
}

gboolean
sheet_is_near (const Sheet *sheet,
               int          x,
               int          y,
               double       pixels)
{
  for (double dy = -pixels; dy <= pixels; dy += pixels / 3)
    for (double dx = -pixels; dx <= pixels; dx += pixels / 3)
      {
        double at_x = x + 0.5 + dx;
        double at_y = y + 0.5 + dy;

        bc_viewport_to_body (&sheet->viewport, &at_x, &at_y);
        if (bc_view_region_at (sheet->view, at_x, at_y) != BC_REGION_NONE)
          return TRUE;
      }
  return FALSE;
}

static int
pixel_difference (guint32 a,
                  guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

gboolean
is_colour (guint32         pixel,
           const BcColour *colour)
{
  guint32 red = (guint32) (colour->red * 255 + 0.5);
  guint32 green = (guint32) (colour->green * 255 + 0.5);
  guint32 blue = (guint32) (colour->blue * 255 + 0.5);

  return pixel_difference (pixel, red << 16 | green << 8 | blue) <= 2;
}

gboolean
is_pen (guint32  pixel,
        int      number,
        BcScheme scheme)
{
  BcColour pen = bc_pen_colour (number, scheme);

  return is_colour (pixel, &pen);
}

BcStroke *
new_stroke (const BcView        *view,
            BcRole               role,
            double               width,
            const BcStrokePoint *points,
            guint                n_points)
{
  g_autoptr (GArray) covers = bc_coverage_measure (view, points, n_points, width);

  return bc_stroke_new (bc_view_get_figure (view), bc_view_get_id (view), role, width, points, n_points,
                        (const BcCover *) (gconstpointer) covers->data, covers->len);
}

/* As a hand draws: from one region's anchor to the next in steps of 3 mm. */
BcStroke *
draw (BcSymptom    *symptom,
      const BcView *view,
      BcRole        role,
      double        width,
      const char   *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  g_autoptr (BcStroke) stroke = NULL;
  double x = 0;
  double y = 0;

  for (guint i = 0; each[i] != NULL; i++)
    {
      double from_x = x;
      double from_y = y;
      int n;

      bc_view_get_anchor (view, bc_region_from_id (each[i]), &x, &y);
      n = i == 0 ? 1 : (int) ceil (hypot (x - from_x, y - from_y) / 3);
      for (int k = 1; k <= n; k++)
        {
          BcStrokePoint point = { (float) (i == 0 ? x : from_x + (x - from_x) * k / n),
                                  (float) (i == 0 ? y : from_y + (y - from_y) * k / n), 1 };

          g_array_append_val (points, point);
        }
    }
  stroke = new_stroke (view, role, width, (const BcStrokePoint *) (gconstpointer) points->data, points->len);
  if (symptom != NULL)
    g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
  return symptom != NULL ? stroke : g_steal_pointer (&stroke);
}

double
difference (cairo_surface_t *a,
            cairo_surface_t *b,
            int              tolerance,
            cairo_surface_t *marked)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  g_autoptr (cairo_t) cr = marked != NULL ? cairo_create (marked) : NULL;
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        if (pixel_difference (pixel_at (a, x, y), pixel_at (b, x, y)) <= tolerance)
          continue;
        n++;
        if (cr == NULL)
          continue;
        cairo_set_source_rgb (cr, 1, 0, 0);
        cairo_rectangle (cr, x, y, 1, 1);
        cairo_fill (cr);
      }
  return (double) n / (width * height);
}
