/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint-support.h"

#include <stdlib.h>

/*
 * Reference pictures of each view, without text, so that fonts do not matter. BODYCHART_GENERATE=1 rewrites them in
 * the source folder; look at them before they are committed. A failure leaves <view>-out.png and <view>-diff.png in
 * the build folder.
 */

#define HEIGHT 400

/* Another version of cairo may shade an edge differently: a few pixels may differ, and any by a little. */
#define TOLERANCE 40
#define MOST_DIFFERENT 0.004

static cairo_surface_t *
paint (BcViewId view_id)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, view_id);
  BcBox box = bc_view_get_box (view);
  int width = (int) (HEIGHT * box.width / box.height);
  BcScheme scheme = view_id == BC_VIEW_LEFT ? BC_SCHEME_DARK : view_id == BC_VIEW_SOLES ? BC_SCHEME_PAPER
                                                                                         : BC_SCHEME_LIGHT;
  BcViewport viewport = bc_viewport_fit (view, 0, 0, width, HEIGHT);
  cairo_surface_t *canvas = new_canvas (width, HEIGHT, &bc_palette_get (scheme)->paper);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  g_autoptr (BcVisit) visit = new_sciatica ();
  double tint[BC_N_REGIONS + 1] = { 0 };

  add_marks (add_symptom (visit, 3, 2), BC_ROLE_SITE, "nape-lower-left shoulder-lateral-left abdomen-middle-left");
  add_marks (add_symptom (visit, 4, 9), BC_ROLE_SITE, "sole-lateral-left index-finger-left thigh-lateral-upper-left");
  tint[bc_region_from_id ("calf-upper-right")] = 0.7;
  tint[bc_region_from_id ("leg-lateral-right")] = 1;
  tint[bc_region_from_id ("sole-forefoot-right")] = 0.3;
  bc_paint_figure (cr, view, &viewport, scheme);
  bc_paint_overlay (cr, view, &viewport, tint, scheme);
  bc_paint_marks (cr, view, &viewport, visit, scheme);
  bc_paint_arrows (cr, view, &viewport, visit, scheme);
  return canvas;
}

static int
channel_difference (guint32 a,
                    guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

/* Paints where the two differ in red, and gives the share of such pixels. */
static double
compare (cairo_surface_t *picture,
         cairo_surface_t *reference,
         cairo_surface_t *marked)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  g_autoptr (cairo_t) cr = cairo_create (marked);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (reference), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (reference), ==, height);
  cairo_set_source_rgb (cr, 1, 0, 0);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (channel_difference (pixel_at (picture, x, y), pixel_at (reference, x, y)) > TOLERANCE)
        {
          cairo_rectangle (cr, x, y, 1, 1);
          n++;
        }
  cairo_fill (cr);
  return (double) n / (width * height);
}

static void
write_png (cairo_surface_t *picture,
           GTestFileType    place,
           const char      *folder,
           const char      *view,
           const char      *suffix)
{
  g_autofree char *name = g_strconcat (view, suffix, NULL);
  g_autofree char *path = g_test_build_filename (place, "paint", folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("wrote %s", path);
}

static void
test_picture (gconstpointer data)
{
  BcViewId view_id = (BcViewId) GPOINTER_TO_INT (data);
  const char *view = bc_terms_get_id (&bc_view_terms, (int) view_id);
  g_autofree char *name = g_strconcat (view, "-ref.png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "ref", name, NULL);
  g_autoptr (cairo_surface_t) picture = paint (view_id);
  g_autoptr (cairo_surface_t) reference = NULL;
  g_autoptr (cairo_surface_t) marked = NULL;
  double differing;

  if (g_getenv ("BODYCHART_GENERATE") != NULL)
    {
      write_png (picture, G_TEST_DIST, "ref", view, "-ref.png");
      return;
    }
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  marked = new_canvas (cairo_image_surface_get_width (picture), HEIGHT, &(BcColour) { 1, 1, 1, 1 });
  differing = compare (picture, reference, marked);
  if (differing > MOST_DIFFERENT)
    {
      write_png (picture, G_TEST_BUILT, "out", view, "-out.png");
      write_png (marked, G_TEST_BUILT, "out", view, "-diff.png");
    }
  g_assert_cmpfloat (differing, <=, MOST_DIFFERENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int view = 0; view < BC_N_VIEWS; view++)
    {
      g_autofree char *path = g_strconcat ("/pictures/", bc_terms_get_id (&bc_view_terms, view), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (view), test_picture);
    }
  return g_test_run ();
}
