/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef void (*ViewFunc) (const BcView *view);

static void
for_each_view (gconstpointer data)
{
  ViewFunc check = (ViewFunc) data;

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int view = 0; view < BC_N_VIEWS; view++)
      check (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view));
}

static guint
count_pixels (const BcView *view,
              BcRegion      region)
{
  int width;
  int height;
  int stride;
  const guint8 *ids = bc_view_get_ids (view, &width, &height, &stride);
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += ids[y * stride + x] == region;
  return n;
}

static void
test_every_region (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (guint region = 1; region <= BC_N_REGIONS; region++)
      {
        guint n_views = 0;

        for (int view = 0; view < BC_N_VIEWS; view++)
          n_views += bc_view_has_region (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view), (BcRegion) region);
        if (n_views == 0)
          g_test_message ("%s is in no view of figure %d", bc_region_get_id ((BcRegion) region), figure);
        g_assert_cmpuint (n_views, >, 0);
      }
}

static void
test_same_view (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_SOLES);

  g_assert_true (bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_SOLES) == view);
  g_assert_cmpint (bc_view_get_figure (view), ==, BC_FIGURE_CHILD);
  g_assert_cmpint (bc_view_get_id (view), ==, BC_VIEW_SOLES);
}

/* A click finds what is painted: away from borders the buffer and the path agree everywhere. */
static void
check_hits (const BcView *view)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  BcBox box = bc_view_get_box (view);
  guint n_checked = 0;
  guint n_differ = 0;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      BcBox around;

      if (!bc_view_has_region (view, (BcRegion) region))
        continue;
      around = bc_view_get_region_box (view, (BcRegion) region);
      cairo_new_path (cr);
      cairo_append_path (cr, bc_view_get_path (view, (BcRegion) region));
      for (double y = floor (around.y) - 1.5; y < around.y + around.height + 2; y += 7)
        for (double x = floor (around.x) - 1.5; x < around.x + around.width + 2; x += 7)
          {
            gboolean inside = bc_view_region_at (view, x, y) == region;

            if (x < box.x || y < box.y
                || bc_view_region_at (view, x - 1, y) != bc_view_region_at (view, x + 1, y)
                || bc_view_region_at (view, x, y - 1) != bc_view_region_at (view, x, y + 1))
              continue;
            n_checked++;
            n_differ += inside != cairo_in_fill (cr, x, y);
          }
    }
  g_assert_cmpuint (n_checked, >, 200);
  /* A spike thinner than the grid may still hide between the four neighbours. */
  g_assert_cmpuint (n_differ * 1000, <=, n_checked);
}

static void
check_ids_and_boxes (const BcView *view)
{
  int width;
  int height;
  int stride;
  const guint8 *ids = bc_view_get_ids (view, &width, &height, &stride);
  BcBox box = bc_view_get_box (view);

  g_assert_cmpint (width, ==, (int) ceil (box.width));
  g_assert_cmpint (height, ==, (int) ceil (box.height));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        BcRegion region = ids[y * stride + x];
        double at_x = box.x + x + 0.5;
        double at_y = box.y + y + 0.5;
        BcBox around;

        if (region == BC_REGION_NONE)
          continue;
        /* A blend of two numbers would show as a region that the view does not have, or far from its place. */
        if (!bc_view_has_region (view, region))
          g_assert_cmpuint (region, ==, BC_REGION_NONE);
        around = bc_view_get_region_box (view, region);
        if (at_x < around.x - 1 || at_x > around.x + around.width + 1 || at_y < around.y - 1
            || at_y > around.y + around.height + 1)
          g_assert_not_reached ();
      }
}

static void
test_off_the_body (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_FRONT);
  BcBox box = bc_view_get_box (view);
  static const double bad[] = { -1e300, 1e300, -INFINITY, INFINITY, NAN };

  g_assert_cmpuint (bc_view_region_at (view, box.x + 1, box.y + 1), ==, BC_REGION_NONE);
  g_assert_cmpuint (bc_view_region_at (view, box.x - 1, box.y + 300), ==, BC_REGION_NONE);
  g_assert_cmpuint (bc_view_region_at (view, box.x + box.width + 1, box.y + 300), ==, BC_REGION_NONE);
  g_assert_cmpuint (bc_view_region_at (view, 0, box.y + box.height + 1), ==, BC_REGION_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_cmpuint (bc_view_region_at (view, bad[i], 300), ==, BC_REGION_NONE);
      g_assert_cmpuint (bc_view_region_at (view, 0, bad[i]), ==, BC_REGION_NONE);
    }
}

/* Left and right are the patient's own, and each view shows them where the atlas says. */
static void
test_known_places (void)
{
  static const struct { BcViewId view; double x; double y; const char *id; } places[] = {
    { BC_VIEW_FRONT, 30, 330, "chest-upper-left" },
    { BC_VIEW_FRONT, -30, 330, "chest-upper-right" },
    { BC_VIEW_FRONT, 20, 750, "abdomen-lower-left" },
    { BC_VIEW_BACK, -20, 640, "lumbar-upper-left" },
    { BC_VIEW_BACK, 20, 640, "lumbar-upper-right" },
    { BC_VIEW_LEFT, -40, 1100, "thigh-lateral-lower-left" },
    { BC_VIEW_RIGHT, 40, 1100, "thigh-lateral-lower-right" },
    { BC_VIEW_SOLES, 45, 200, "heel-left" },
    { BC_VIEW_SOLES, -45, 200, "heel-right" },
    { BC_VIEW_HANDS, -85, 150, "thenar-right" },
    { BC_VIEW_HANDS, 85, 150, "thenar-left" },
    { BC_VIEW_HANDS, -80, 390, "hand-dorsum-radial-left" },
    { BC_VIEW_HANDS, 80, 390, "hand-dorsum-radial-right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, places[i].view);
      BcRegion found = bc_view_region_at (view, places[i].x, places[i].y);

      g_assert_cmpstr (found != BC_REGION_NONE ? bc_region_get_id (found) : "none", ==, places[i].id);
    }
}

/* Share of the body's pixels that differ when @b is turned over at x = 0. */
static double
mirror_difference (const BcView *a,
                   const BcView *b)
{
  BcBox box = bc_view_get_box (a);
  guint n_body = 0;
  guint n_differ = 0;

  for (double y = box.y + 0.5; y < box.y + box.height; y += 3)
    for (double x = box.x + 0.5; x < box.x + box.width; x += 3)
      {
        BcRegion here = bc_view_region_at (a, x, y);
        BcRegion there = bc_view_region_at (b, -x, y);

        n_body += here != BC_REGION_NONE;
        n_differ += here == BC_REGION_NONE ? there != BC_REGION_NONE
                                           : there == BC_REGION_NONE || bc_region_mirror (here) != there;
      }
  g_assert_cmpuint (n_body, >, 1000);
  return (double) n_differ / n_body;
}

static void
test_mirror (void)
{
  static const struct { BcViewId a; BcViewId b; } pairs[] = {
    { BC_VIEW_FRONT, BC_VIEW_FRONT }, { BC_VIEW_BACK, BC_VIEW_BACK },   { BC_VIEW_SOLES, BC_VIEW_SOLES },
    { BC_VIEW_HANDS, BC_VIEW_HANDS }, { BC_VIEW_LEFT, BC_VIEW_RIGHT },
  };

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      g_assert_cmpfloat (mirror_difference (bc_atlas_get_view ((BcFigureId) figure, pairs[i].a),
                                            bc_atlas_get_view ((BcFigureId) figure, pairs[i].b)), <, 0.004);
}

static void
check_sides (const BcView *view)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      gboolean shown = bc_view_has_region (view, (BcRegion) region);

      if (bc_view_get_id (view) == BC_VIEW_LEFT)
        g_assert_true (!shown || bc_region_get_side ((BcRegion) region) == BC_SIDE_LEFT);
      else if (bc_view_get_id (view) == BC_VIEW_RIGHT)
        g_assert_true (!shown || bc_region_get_side ((BcRegion) region) == BC_SIDE_RIGHT);
      else
        g_assert_cmpint (shown, ==, bc_view_has_region (view, bc_region_mirror ((BcRegion) region)));
    }
}

/* A tick or an arrow's bend goes to the anchor, so it must lie in its region with the promised room around it. */
static void
check_anchors (const BcView *view)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      const BcAnchor *anchors;
      double x = NAN;
      double y = NAN;
      guint n = 0;

      if (!bc_view_has_region (view, (BcRegion) region))
        continue;
      anchors = bc_view_get_anchors (view, (BcRegion) region, &n);
      g_assert_cmpuint (n, >=, 1);
      for (guint i = 0; i < n; i++)
        {
          double room = MAX (anchors[i].radius * 0.9 - 1.5, 0);

          for (double turn = 0; turn < 6.2; turn += 0.4)
            g_assert_cmpuint (bc_view_region_at (view, anchors[i].x + room * cos (turn),
                                                 anchors[i].y + room * sin (turn)), ==, region);
        }
      bc_view_get_anchor (view, (BcRegion) region, &x, &y);
      g_assert_cmpfloat (x, ==, anchors[0].x);
      g_assert_cmpfloat (y, ==, anchors[0].y);
    }
}

static gboolean
has_room (const BcView *view,
          double        x,
          double        y,
          double        radius,
          BcRegion      region)
{
  for (double turn = 0; turn < 6.2; turn += 0.25)
    for (double part = 0.5; part <= 1; part += 0.25)
      if (bc_view_region_at (view, x + part * radius * cos (turn), y + part * radius * sin (turn)) != region)
        return FALSE;
  return bc_view_region_at (view, x, y) == region;
}

/* Nowhere else in the region is there much more room than around its anchors. */
static void
check_anchors_are_deep (const BcView *view)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      const BcAnchor *anchors;
      double most = 0;
      BcBox box;
      guint n = 0;

      if (!bc_view_has_region (view, (BcRegion) region))
        continue;
      box = bc_view_get_region_box (view, (BcRegion) region);
      anchors = bc_view_get_anchors (view, (BcRegion) region, &n);
      for (guint i = 0; i < n; i++)
        most = MAX (most, anchors[i].radius);
      for (double y = box.y; y < box.y + box.height; y += 4)
        for (double x = box.x; x < box.x + box.width; x += 4)
          g_assert_false (has_room (view, x, y, 1.3 * most + 2, (BcRegion) region));
    }
}

static void
test_anchor_parts (void)
{
  const BcView *hands = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_HANDS);
  const BcView *front = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  guint n = 0;

  /* Seen from the palm and from the back of the hand. */
  bc_view_get_anchors (hands, bc_region_from_id ("thumb-left"), &n);
  g_assert_cmpuint (n, ==, 2);
  bc_view_get_anchors (front, bc_region_from_id ("breast-left"), &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
check_decoration (const BcView *view)
{
  const GArray *layers[] = { bc_view_get_shading (view), bc_view_get_details (view), bc_view_get_outline (view) };

  g_assert_cmpuint (bc_view_get_outline (view)->len, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (guint j = 0; j < layers[i]->len; j++)
      {
        const BcDecoration *decoration = &g_array_index (layers[i], BcDecoration, j);

        g_assert_cmpint (decoration->path->num_data, >, 2);
        g_assert_cmpfloat (decoration->opacity, >, 0);
        g_assert_cmpfloat (decoration->opacity, <=, 1);
        g_assert_true ((decoration->width > 0) == (i > 0));
      }
}

static void
test_areas (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      double skin = 0;
      double share = 0;

      for (guint region = 1; region <= BC_N_REGIONS; region++)
        {
          skin += bc_atlas_get_skin_area ((BcFigureId) figure, (BcRegion) region);
          share += bc_atlas_get_body_share ((BcFigureId) figure, (BcRegion) region);
        }
      g_assert_cmpfloat_with_epsilon (share, 1, 0.001);
      /* Body surfaces: a child of eight about 1 m2, adults 1.4 to 2.2 m2 (Mosteller's formula). */
      g_assert_cmpfloat (skin, >, figure == BC_FIGURE_CHILD ? 7000 : 14000);
      g_assert_cmpfloat (skin, <, figure == BC_FIGURE_CHILD ? 12000 : 22000);
    }
}

/* The table and the drawing are two measurements of the same thing. */
static void
check_visible_areas (const BcView *view)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      double area = bc_atlas_get_visible_area (bc_view_get_figure (view), (BcRegion) region, bc_view_get_id (view));

      if (bc_view_has_region (view, (BcRegion) region))
        g_assert_cmpfloat_with_epsilon (area, count_pixels (view, (BcRegion) region) / 100.0, 0.3 + 0.05 * area);
      else
        g_assert_cmpfloat (area, <, 0.05);
    }
}

static void
test_adjacency (void)
{
  static const struct { const char *a; const char *b; gboolean adjacent; } pairs[] = {
    { "lumbar-lower-left", "lumbar-lower-right", TRUE }, { "calf-upper-left", "calf-lower-left", TRUE },
    { "shin-left", "leg-lateral-left", TRUE },           { "shin-left", "shin-right", FALSE },
    { "crown-left", "great-toe-left", FALSE },           { "thumb-left", "little-toe-left", FALSE },
  };

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        g_assert_cmpint (bc_atlas_is_adjacent ((BcFigureId) figure, bc_region_from_id (pairs[i].a),
                                               bc_region_from_id (pairs[i].b)), ==, pairs[i].adjacent);
      for (guint a = 1; a <= BC_N_REGIONS; a++)
        {
          guint n = 0;

          g_assert_false (bc_atlas_is_adjacent ((BcFigureId) figure, (BcRegion) a, (BcRegion) a));
          for (guint b = 1; b <= BC_N_REGIONS; b++)
            {
              gboolean here = bc_atlas_is_adjacent ((BcFigureId) figure, (BcRegion) a, (BcRegion) b);
              gboolean there = bc_atlas_is_adjacent ((BcFigureId) figure, (BcRegion) b, (BcRegion) a);

              g_assert_cmpint (here, ==, there);
              n += (guint) here;
            }
          g_assert_cmpuint (n, >, 0);
        }
    }
}

/* Strokes what was appended to @cr with round ends and joins, as the painter does. */
static cairo_t *
new_stroke (const BcView *view)
{
  BcBox box = bc_view_get_box (view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) box.width / 2, (int) box.height / 2);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, 0.5, 0.5);
  cairo_translate (cr, -box.x, -box.y);
  cairo_set_tolerance (cr, 0.02);
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  return cr;
}

static guint
count_segments (const cairo_path_t *path)
{
  guint n = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    n += path->data[i].header.type == CAIRO_PATH_LINE_TO || path->data[i].header.type == CAIRO_PATH_CURVE_TO;
  return n;
}

/* The borders show what the outlines of all regions show, and hold no common border twice. */
static void
check_borders (const BcView *view)
{
  g_autoptr (cairo_t) once = new_stroke (view);
  g_autoptr (cairo_t) twice = new_stroke (view);
  cairo_surface_t *a = cairo_get_target (once);
  cairo_surface_t *b = cairo_get_target (twice);
  guint n_segments = 0;

  cairo_append_path (once, bc_view_get_borders (view));
  cairo_stroke (once);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (bc_view_has_region (view, (BcRegion) region))
      {
        cairo_append_path (twice, bc_view_get_path (view, (BcRegion) region));
        n_segments += count_segments (bc_view_get_path (view, (BcRegion) region));
      }
  cairo_stroke (twice);
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        gsize at = (gsize) y * (gsize) cairo_image_surface_get_stride (a) + (gsize) x;

        g_assert_cmpint (abs (cairo_image_surface_get_data (a)[at] - cairo_image_surface_get_data (b)[at]), <=, 16);
      }
  g_assert_cmpuint (count_segments (bc_view_get_borders (view)), <, n_segments * 9 / 10);
}

static gpointer
load_all (gpointer unused)
{
  const BcView *last = NULL;

  for (int view = 0; view < BC_N_VIEWS; view++)
    {
      guint n = 0;

      last = bc_atlas_get_view (BC_FIGURE_CHILD, (BcViewId) view);
      for (guint region = 1; region <= BC_N_REGIONS; region++)
        if (bc_view_has_region (last, (BcRegion) region))
          bc_view_get_anchors (last, (BcRegion) region, &n);
    }
  g_assert_cmpfloat (bc_atlas_get_skin_area (BC_FIGURE_CHILD, 1), >, 0);
  return (gpointer) last;
}

static void
test_threads (void)
{
  GThread *threads[4];

  bc_atlas_prepare_views (BC_FIGURE_CHILD, 1u << BC_VIEW_FRONT | 1u << BC_VIEW_HANDS);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("atlas", load_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_HANDS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/atlas/threads", test_threads); /* first, while nothing is loaded */
  g_test_add_func ("/atlas/every-region", test_every_region);
  g_test_add_func ("/atlas/same-view", test_same_view);
  g_test_add_func ("/atlas/off-the-body", test_off_the_body);
  g_test_add_func ("/atlas/known-places", test_known_places);
  g_test_add_func ("/atlas/mirror", test_mirror);
  g_test_add_func ("/atlas/anchor-parts", test_anchor_parts);
  g_test_add_func ("/atlas/areas", test_areas);
  g_test_add_func ("/atlas/adjacency", test_adjacency);
  g_test_add_data_func ("/atlas/views/ids-and-boxes", check_ids_and_boxes, for_each_view);
  g_test_add_data_func ("/atlas/views/hits", check_hits, for_each_view);
  g_test_add_data_func ("/atlas/views/sides", check_sides, for_each_view);
  g_test_add_data_func ("/atlas/views/anchors", check_anchors, for_each_view);
  g_test_add_data_func ("/atlas/views/anchors-are-deep", check_anchors_are_deep, for_each_view);
  g_test_add_data_func ("/atlas/views/borders", check_borders, for_each_view);
  g_test_add_data_func ("/atlas/views/decoration", check_decoration, for_each_view);
  g_test_add_data_func ("/atlas/views/visible-areas", check_visible_areas, for_each_view);
  return g_test_run ();
}
