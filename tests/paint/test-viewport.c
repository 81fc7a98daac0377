/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint-support.h"

static void
test_round_trip (void)
{
  static const BcViewport viewports[] = { { 1, 0, 0 }, { 0.07, 120.5, -3 }, { 12, -400, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (viewports); i++)
    for (double at = -700; at < 2000; at += 131)
      {
        double x = at;
        double y = -at / 2;

        bc_viewport_to_target (&viewports[i], &x, &y);
        g_assert_cmpfloat_with_epsilon (x, viewports[i].x + at * viewports[i].scale, 1e-6);
        bc_viewport_to_body (&viewports[i], &x, &y);
        g_assert_cmpfloat_with_epsilon (x, at, 1e-6);
        g_assert_cmpfloat_with_epsilon (y, -at / 2, 1e-6);
      }
}

/* Every view lies wholly in its place, touches two opposite edges and is centred. */
static void
test_fit (void)
{
  static const BcBox places[] = { { 0, 0, 400, 900 }, { 30, 50, 900, 200 }, { -10, 5, 64, 64 } };

  for (int view_id = 0; view_id < BC_N_VIEWS; view_id++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        const BcBox *place = &places[i];
        const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, (BcViewId) view_id);
        BcViewport viewport = bc_viewport_fit (view, place->x, place->y, place->width, place->height);
        BcBox box = bc_view_get_box (view);
        double left;
        double top;

        box = bc_viewport_map_box (&viewport, &box);
        left = box.x - place->x;
        top = box.y - place->y;
        g_assert_cmpfloat_with_epsilon (left, place->x + place->width - box.x - box.width, 1e-6);
        g_assert_cmpfloat_with_epsilon (top, place->y + place->height - box.y - box.height, 1e-6);
        g_assert_cmpfloat_with_epsilon (MIN (left, top), 0, 1e-6);
      }
}

/* A widget that has no size yet must not divide by zero. */
static void
test_fit_nowhere (void)
{
  BcViewport viewport = bc_viewport_fit (bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK), 0, 0, 0, -5);

  g_assert_cmpfloat (viewport.scale, >, 0);
}

static void
test_apply (void)
{
  g_autoptr (cairo_surface_t) canvas = new_canvas (4, 4, NULL);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  BcViewport viewport = { 0.25, 17, -40 };
  double drawn[2] = { 120, 333 };
  double told[2] = { 120, 333 };

  bc_viewport_apply (&viewport, cr);
  cairo_user_to_device (cr, &drawn[0], &drawn[1]);
  bc_viewport_to_target (&viewport, &told[0], &told[1]);
  g_assert_cmpfloat_with_epsilon (drawn[0], told[0], 1e-6);
  g_assert_cmpfloat_with_epsilon (drawn[1], told[1], 1e-6);
}

static void
test_line (void)
{
  BcViewport small = { 0.1, 0, 0 };
  BcViewport large = { 2, 0, 0 };

  g_assert_cmpfloat_with_epsilon (bc_viewport_line (&small, 2, 1), 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (bc_viewport_line (&large, 2, 1), 2, 1e-6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/round-trip", test_round_trip);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/fit-nowhere", test_fit_nowhere);
  g_test_add_func ("/viewport/apply", test_apply);
  g_test_add_func ("/viewport/line", test_line);
  return g_test_run ();
}
