/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stroke-support.h"

#include <math.h>

/*
 * Reference pictures of freehand drawing, in the three surroundings. BODYCHART_GENERATE=1 rewrites them in the source
 * folder; look at them before they are committed. A failure leaves <name>-out.png and <name>-diff.png in the build
 * folder.
 */
#define PICTURE_HEIGHT 400
#define TOLERANCE 40
#define MOST_DIFFERENT 0.004

static BcVisit *
new_visit (BcSymptom **symptom)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");

  *symptom = add_symptom (visit, 1, 6);
  return visit;
}

static void
paint (Sheet   *sheet,
       BcVisit *visit)
{
  bc_paint_paths (sheet->cr, sheet->view, &sheet->viewport, visit, sheet->scheme);
}

static void
add_path (BcSymptom           *symptom,
          const BcView        *view,
          const BcStrokePoint *points,
          guint                n_points)
{
  g_autoptr (BcStroke) stroke = new_stroke (view, BC_ROLE_RADIATION, 10, points, n_points);

  g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
}

/* How far the pen's own colour reaches on a line through (x, y), to both sides together, in mm. */
static double
width_at (const Sheet *sheet,
          double       x,
          double       y,
          double       across_x,
          double       across_y)
{
  double width = 0;

  for (int side = -1; side <= 1; side += 2)
    for (double away = 0; away < 60; away += 0.5)
      {
        if (!is_pen (sheet_at (sheet, x + side * away * across_x, y + side * away * across_y), 1, sheet->scheme))
          break;
        width += 0.5;
      }
  return width;
}

/* Down the thigh: a dot where it starts, a line, a head that widens away from its tip, and skin beside the line. */
static void
test_parts (void)
{
  static const BcScheme schemes[] = { BC_SCHEME_LIGHT, BC_SCHEME_DARK, BC_SCHEME_HIGH_CONTRAST, BC_SCHEME_PAPER };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const BcColour *skin = &bc_palette_get (schemes[i])->skin;
      BcSymptom *pain;
      g_autoptr (BcVisit) visit = new_visit (&pain);
      g_auto (Sheet) sheet = { 0 };
      double x;
      double y;
      double line;

      sheet_init_near (&sheet, BC_VIEW_BACK, "thigh-posterior-upper-right", schemes[i]);
      bc_view_get_anchor (sheet.view, bc_region_from_id ("thigh-posterior-upper-right"), &x, &y);
      add_path (pain, sheet.view, (BcStrokePoint[]) { { (float) x, (float) y, 1 }, { (float) x, (float) y + 200, 1 } },
                2);
      draw (pain, sheet.view, BC_ROLE_SITE, 100, "thigh-posterior-upper-right thigh-posterior-lower-right");
      bc_paint_strokes (sheet.cr, sheet.view, &sheet.viewport, visit, schemes[i]);
      paint (&sheet, visit);
      line = width_at (&sheet, x, y + 100, 1, 0);
      g_assert_cmpfloat (line, >, 3);
      g_assert_cmpfloat (width_at (&sheet, x, y, 1, 0), >, 1.5 * line);
      g_assert_cmpfloat (width_at (&sheet, x, y + 200 - 22, 1, 0), >, 2 * line);
      g_assert_cmpfloat (width_at (&sheet, x, y + 200 - 22, 1, 0), >, width_at (&sheet, x, y + 200 - 8, 1, 0));
      /* The line stands off from the ink that it crosses, all along. */
      for (double down = 20; down < 150; down += 5)
        g_assert_true (is_colour (sheet_at (&sheet, x + line / 2 + 1.5, y + down), skin));
      g_assert_false (is_pen (sheet_at (&sheet, x, y + 203), 1, schemes[i]));
    }
}

/* The head points along the last 15 mm, whichever way the path came; the tip is the last point. */
static void
test_heading (void)
{
  static const struct { float dx; float dy; } ways[] = { { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 0.6f, 0.8f } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      BcSymptom *pain;
      g_autoptr (BcVisit) visit = new_visit (&pain);
      g_auto (Sheet) sheet = { 0 };
      double x;
      double y;
      BcStrokePoint points[80];
      guint n = 0;

      sheet_init_near (&sheet, BC_VIEW_FRONT, "abdomen-middle-left", BC_SCHEME_LIGHT);
      bc_view_get_anchor (sheet.view, bc_region_from_id ("abdomen-middle-left"), &x, &y);
      /* From the side, and round the corner 40 mm before the end. */
      for (float away = 60; away > 0; away -= 3)
        points[n++] = (BcStrokePoint) { (float) x - 40 * ways[i].dx - away * ways[i].dy,
                                        (float) y - 40 * ways[i].dy + away * ways[i].dx, 1 };
      for (float away = 40; away >= 0; away -= 2)
        points[n++] = (BcStrokePoint) { (float) x - away * ways[i].dx, (float) y - away * ways[i].dy, 1 };
      add_path (pain, sheet.view, points, n);
      paint (&sheet, visit);
      g_assert_true (is_pen (sheet_at (&sheet, x - 10 * ways[i].dx, y - 10 * ways[i].dy), 1, BC_SCHEME_LIGHT));
      g_assert_cmpfloat (width_at (&sheet, x - 22 * ways[i].dx, y - 22 * ways[i].dy, ways[i].dy, -ways[i].dx), >, 13);
      for (int side = -1; side <= 1; side += 2)
        g_assert_true (is_pen (sheet_at (&sheet, x - 24 * ways[i].dx + side * 6 * ways[i].dy,
                                         y - 24 * ways[i].dy - side * 6 * ways[i].dx), 1, BC_SCHEME_LIGHT));
      g_assert_false (is_pen (sheet_at (&sheet, x + 4 * ways[i].dx, y + 4 * ways[i].dy), 1, BC_SCHEME_LIGHT));
    }
}

/* A touch is a dot; a path as short as a head has a smaller one; a path that returns has some head; none is lost. */
static void
test_short_paths (void)
{
  static const struct { float reach; guint n_points; } rows[] = {
    { 0, 1 }, { 0, 3 }, { 2, 3 }, { 20, 3 }, { 60, 3 },
  };
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BcSymptom *pain;
      g_autoptr (BcVisit) visit = new_visit (&pain);
      g_auto (Sheet) sheet = { 0 };
      BcStrokePoint points[3];
      double x;
      double y;

      sheet_init_near (&sheet, BC_VIEW_FRONT, "abdomen-middle-left", BC_SCHEME_LIGHT);
      bc_view_get_anchor (sheet.view, bc_region_from_id ("abdomen-middle-left"), &x, &y);
      for (guint k = 0; k < 3; k++)
        points[k] = (BcStrokePoint) { (float) x, (float) y + rows[i].reach * (float) k / 2, 1 };
      add_path (pain, sheet.view, points, rows[i].n_points);
      paint (&sheet, visit);
      g_assert_true (is_pen (sheet_at (&sheet, x, y), 1, BC_SCHEME_LIGHT));
      g_assert_cmpuint (sheet_count (&sheet), >=, last);
      last = rows[i].reach >= 2 ? sheet_count (&sheet) : last;
      if (rows[i].reach > 10)
        g_assert_true (is_pen (sheet_at (&sheet, x, y + rows[i].reach - 4), 1, BC_SCHEME_LIGHT));
    }
}

/* A hand may cut a corner: the line goes on beside the body, and a head beside it is seen. */
static void
test_beside_the_body (void)
{
  BcSymptom *pain;
  g_autoptr (BcVisit) visit = new_visit (&pain);
  g_auto (Sheet) sheet = { 0 };
  double x;
  double y;

  sheet_init_near (&sheet, BC_VIEW_BACK, "calf-upper-right", BC_SCHEME_LIGHT);
  bc_view_get_anchor (sheet.view, bc_region_from_id ("calf-upper-right"), &x, &y);
  add_path (pain, sheet.view, (BcStrokePoint[]) { { (float) x, (float) y, 1 }, { (float) x + 150, (float) y, 1 } }, 2);
  paint (&sheet, visit);
  g_assert_cmpuint (bc_view_region_at (sheet.view, x + 140, y), ==, BC_REGION_NONE);
  g_assert_true (is_pen (sheet_at (&sheet, x + 100, y), 1, BC_SCHEME_LIGHT));
  g_assert_true (is_pen (sheet_at (&sheet, x + 140, y), 1, BC_SCHEME_LIGHT));
}

/* The trail of a path is the path; a box holds it all with its halo; other views show nothing of it. */
static void
test_trail_and_box (void)
{
  BcSymptom *pain;
  g_autoptr (BcVisit) visit = new_visit (&pain);
  BcPen pen = bc_pen_of_symptom (pain, BC_ROLE_RADIATION);
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, SHEET_SIZE, SHEET_SIZE);
  g_autoptr (cairo_t) cr = cairo_create (mask);
  g_auto (Sheet) trail = { 0 };
  g_auto (Sheet) path = { 0 };
  g_auto (Sheet) other = { 0 };
  const BcStrokePoint *points;
  BcStroke *stroke;
  guint n_points = 0;
  BcBox box;

  sheet_init (&trail, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  sheet_init (&path, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  sheet_init (&other, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  stroke = draw (pain, path.view, BC_ROLE_RADIATION, 10, "buttock-lower-right calf-upper-right calf-lower-right");
  points = bc_stroke_get_points (stroke, &n_points);
  bc_paint_trail (trail.cr, trail.view, &trail.viewport, &pen, points, n_points, 10, BC_SCHEME_LIGHT);
  paint (&path, visit);
  paint (&other, visit);
  g_assert_cmpuint (sheet_count (&path), >, 200);
  g_assert_cmpuint (count_changed (trail.canvas, path.canvas, NULL), ==, 0);
  box = bc_stroke_box (path.view, &path.viewport, stroke);
  g_assert_cmpuint (count_changed (path.before, path.canvas, &box), ==, sheet_count (&path));
  g_assert_cmpfloat (box.width, <, SHEET_SIZE / 4);
  g_assert_cmpuint (sheet_count (&other), ==, 0);
  /* A path is no ink: masks and strokes leave it out. */
  bc_paint_ink_mask (cr, path.view, &path.viewport, stroke);
  cairo_surface_flush (mask);
  for (int i = 0; i < SHEET_SIZE * cairo_image_surface_get_stride (mask); i++)
    g_assert_cmpuint (cairo_image_surface_get_data (mask)[i], ==, 0);
  bc_paint_strokes (trail.cr, trail.view, &trail.viewport, visit, BC_SCHEME_LIGHT);
  g_assert_cmpuint (count_changed (trail.canvas, path.canvas, NULL), ==, 0);
}

static cairo_surface_t *
paint_picture (BcScheme scheme)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  BcBox box = bc_view_get_box (view);
  int width = (int) (PICTURE_HEIGHT * box.width / box.height);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, width, PICTURE_HEIGHT);
  cairo_surface_t *canvas = new_canvas (width, PICTURE_HEIGHT, &bc_palette_get (scheme)->paper);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  BcSymptom *pain;
  g_autoptr (BcVisit) visit = new_visit (&pain);
  BcSymptom *tingling = add_symptom (visit, 2, 4);

  g_object_set (pain, "qualities", BC_QUALITY_ACHE, NULL);
  g_object_set (tingling, "qualities", BC_QUALITY_TINGLING, NULL);
  draw (pain, view, BC_ROLE_SITE, 45, "hip-lateral-left abdomen-lower-left groin-left");
  draw (pain, view, BC_ROLE_SITE, 30, "groin-left thigh-anterior-upper-left groin-left");
  draw (pain, view, BC_ROLE_RADIATION, 10, "thigh-anterior-upper-left thigh-anterior-lower-left shin-left");
  draw (tingling, view, BC_ROLE_SITE, 28, "thigh-anterior-lower-left knee-anterior-left");
  draw (tingling, view, BC_ROLE_SITE, 60, "shoulder-anterior-right");
  bc_paint_figure (cr, view, &viewport, scheme);
  bc_paint_strokes (cr, view, &viewport, visit, scheme);
  bc_paint_paths (cr, view, &viewport, visit, scheme);
  return canvas;
}

static void
write_png (cairo_surface_t *picture,
           GTestFileType    place,
           const char      *folder,
           const char      *name,
           const char      *suffix)
{
  g_autofree char *file = g_strconcat ("drawn-", name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (place, "paint", folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("wrote %s", path);
}

static const struct
{
  const char *name;
  BcScheme    scheme;
} pictures[] = { { "light", BC_SCHEME_LIGHT }, { "dark", BC_SCHEME_DARK }, { "paper", BC_SCHEME_PAPER } };

static void
test_picture (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *file = g_strconcat ("drawn-", pictures[i].name, "-ref.png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "ref", file, NULL);
  g_autoptr (cairo_surface_t) picture = paint_picture (pictures[i].scheme);
  g_autoptr (cairo_surface_t) reference = NULL;
  g_autoptr (cairo_surface_t) marked = NULL;
  double differing;

  if (g_getenv ("BODYCHART_GENERATE") != NULL)
    {
      write_png (picture, G_TEST_DIST, "ref", pictures[i].name, "-ref.png");
      return;
    }
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  marked = new_canvas (cairo_image_surface_get_width (picture), PICTURE_HEIGHT, &(BcColour) { 1, 1, 1, 1 });
  differing = difference (picture, reference, TOLERANCE, marked);
  if (differing > MOST_DIFFERENT)
    {
      write_png (picture, G_TEST_BUILT, "out", pictures[i].name, "-out.png");
      write_png (marked, G_TEST_BUILT, "out", pictures[i].name, "-diff.png");
    }
  g_assert_cmpfloat (differing, <=, MOST_DIFFERENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/parts", test_parts);
  g_test_add_func ("/paths/heading", test_heading);
  g_test_add_func ("/paths/short", test_short_paths);
  g_test_add_func ("/paths/beside-the-body", test_beside_the_body);
  g_test_add_func ("/paths/trail-and-box", test_trail_and_box);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/paths/picture/", pictures[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_picture);
    }
  return g_test_run ();
}
