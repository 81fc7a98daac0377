/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stroke-support.h"

#include "bc-coverage.h"

#include <cairo-pdf.h>
#include <math.h>

/* Where a brush is taken across the edge of the body in each view. */
static const char *const across[BC_N_VIEWS] = {
  "upper-arm-anterior-left flank-left thigh-anterior-upper-left", "calf-upper-right calf-upper-left",
  "thigh-lateral-upper-left", "thigh-lateral-upper-right", "sole-medial-left sole-medial-right",
  "palm-left index-finger-left",
};

static BcVisit *
new_visit (BcSymptom **first,
           BcSymptom **second)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");

  *first = add_symptom (visit, 1, 6);
  *second = add_symptom (visit, 2, 3);
  g_object_set (*first, "qualities", BC_QUALITY_ACHE, NULL);
  g_object_set (*second, "qualities", BC_QUALITY_TINGLING, NULL);
  return visit;
}

static void
paint (Sheet   *sheet,
       BcVisit *visit)
{
  bc_paint_strokes (sheet->cr, sheet->view, &sheet->viewport, visit, sheet->scheme);
}

/* As shapes, by way of a recording. */
static void
paint_shapes (Sheet   *sheet,
              BcVisit *visit)
{
  g_autoptr (cairo_surface_t) recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  bc_paint_strokes (cr, sheet->view, &sheet->viewport, visit, sheet->scheme);
  cairo_destroy (cr);
  cairo_set_source_surface (sheet->cr, recording, 0, 0);
  cairo_paint (sheet->cr);
}

static void
check_within_the_body (const Sheet *sheet)
{
  g_assert_cmpuint (sheet_count (sheet), >, 300);
  for (int y = 0; y < SHEET_SIZE; y++)
    for (int x = 0; x < SHEET_SIZE; x++)
      if (sheet_changed (sheet, x, y) && !sheet_is_near (sheet, x, y, 1.2 + 0.75 * sheet->viewport.scale))
        g_error ("ink at %d, %d of view %d", x, y, (int) bc_view_get_id (sheet->view));
}

/* However wide the brush is, ink ends at the silhouette, on screens and on paper. */
static void
test_within_the_body (void)
{
  for (int view = 0; view < BC_N_VIEWS; view++)
    {
      BcSymptom *pain;
      BcSymptom *tingling;
      g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
      g_auto (Sheet) pixels = { 0 };
      g_auto (Sheet) shapes = { 0 };
      g_auto (GStrv) each = g_strsplit (across[view], " ", 2);

      sheet_init (&pixels, BC_FIGURE_ADULT_FEMALE, (BcViewId) view, BC_SCHEME_LIGHT);
      sheet_init (&shapes, BC_FIGURE_ADULT_FEMALE, (BcViewId) view, BC_SCHEME_LIGHT);
      draw (pain, pixels.view, BC_ROLE_SITE, 120, across[view]);
      draw (tingling, pixels.view, BC_ROLE_SITE, 30, each[0]);
      paint (&pixels, visit);
      check_within_the_body (&pixels);
      paint_shapes (&shapes, visit);
      check_within_the_body (&shapes);
    }
}

/* Two strokes that cross, and the same again in the other order and twice over: not a pixel differs. */
static void
test_one_even_ink (void)
{
  BcSymptom *once;
  BcSymptom *again;
  BcSymptom *other;
  g_autoptr (BcVisit) visit = new_visit (&once, &other);
  g_autoptr (BcVisit) repeated = new_visit (&again, &other);
  g_auto (Sheet) a = { 0 };
  g_auto (Sheet) b = { 0 };
  BcStroke *down;
  BcStroke *through;

  sheet_init (&a, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  sheet_init (&b, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  down = draw (once, a.view, BC_ROLE_SITE, 40, "lumbar-upper-left buttock-lower-right");
  through = draw (once, a.view, BC_ROLE_SITE, 25, "lumbar-lower-right buttock-upper-left");
  for (int i = 0; i < 3; i++)
    {
      g_list_store_append (bc_symptom_get_strokes (again), through);
      g_list_store_append (bc_symptom_get_strokes (again), down);
    }
  paint (&a, visit);
  paint (&b, repeated);
  g_assert_cmpuint (sheet_count (&a), >, 500);
  g_assert_cmpuint (count_changed (a.canvas, b.canvas, NULL), ==, 0);
}

/* P1 down the loin and P2 across it, in either order of the symptoms. */
static BcBox
paint_crossing (Sheet    *sheet,
                gboolean  turned)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  BcBox down;
  BcBox through;

  sheet_init (sheet, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  down = bc_stroke_box (sheet->view, &sheet->viewport,
                        draw (pain, sheet->view, BC_ROLE_SITE, 70, "lumbar-upper-left buttock-lower-left"));
  through = bc_stroke_box (sheet->view, &sheet->viewport,
                           draw (tingling, sheet->view, BC_ROLE_SITE, 60, "lumbar-lower-left lumbar-lower-right"));
  if (turned)
    {
      g_autoptr (BcSymptom) kept = g_object_ref (pain);

      g_list_store_remove (bc_visit_get_symptoms (visit), 0);
      g_list_store_append (bc_visit_get_symptoms (visit), kept);
    }
  paint (sheet, visit);
  return (BcBox) { down.x, through.y, down.width, through.height };
}

/* Two symptoms drawn over each other: the later one of the list lies on top, and only there the order matters. */
static void
test_order_of_symptoms (void)
{
  g_auto (Sheet) straight = { 0 };
  g_auto (Sheet) turned = { 0 };
  BcBox common = paint_crossing (&straight, FALSE);

  paint_crossing (&turned, TRUE);
  g_assert_cmpuint (count_changed (straight.canvas, turned.canvas, NULL), >, 20);
  g_assert_cmpuint (count_changed (straight.canvas, turned.canvas, NULL), ==,
                    count_changed (straight.canvas, turned.canvas, &common));
}

/* A touch without a move is a disc. */
static void
test_dot (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_auto (Sheet) sheet = { 0 };
  double radius;
  double x;
  double y;

  sheet_init (&sheet, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  draw (pain, sheet.view, BC_ROLE_SITE, 60, "buttock-upper-right");
  bc_view_get_anchor (sheet.view, bc_region_from_id ("buttock-upper-right"), &x, &y);
  bc_viewport_to_target (&sheet.viewport, &x, &y);
  radius = 30 * sheet.viewport.scale;
  paint (&sheet, visit);
  g_assert_cmpuint (sheet_count (&sheet), >, (guint) (G_PI * radius * radius));
  for (int row = 0; row < SHEET_SIZE; row++)
    for (int column = 0; column < SHEET_SIZE; column++)
      {
        double away = hypot (column + 0.5 - x, row + 0.5 - y);

        if (fabs (away - radius) > 1)
          g_assert_cmpint (sheet_changed (&sheet, column, row), ==, away < radius);
      }
}

/* Half the pressure is half the width; pressure that is no number, or none, leaves nothing. */
static void
test_pressure (void)
{
  static const struct { float pressure; double share; } rows[] = { { 1, 1 }, { 0.5f, 0.5 }, { 0.25f, 0.25 } };
  double full = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
      BcBox box = bc_view_get_box (view);
      g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 512);
      g_autoptr (cairo_t) cr = cairo_create (mask);
      BcStrokePoint points[] = { { 200, 100, rows[i].pressure }, { 200, 500, rows[i].pressure } };
      g_autoptr (BcStroke) stroke = new_stroke (view, BC_ROLE_SITE, 40, points, G_N_ELEMENTS (points));
      BcViewport viewport = { 1, -200 + 32, 0 };
      const guint8 *data;
      double width = 0;

      g_assert_cmpfloat (box.width, >, 200);
      bc_paint_ink_mask (cr, view, &viewport, stroke);
      cairo_surface_flush (mask);
      data = cairo_image_surface_get_data (mask) + 300 * cairo_image_surface_get_stride (mask);
      for (int x = 0; x < 64; x++)
        width += data[x] / 255.0;
      full = i == 0 ? width : full;
      g_assert_cmpfloat_with_epsilon (width, 40 * rows[i].share, 0.1);
    }
}

/* What is drawn on one figure is in the same region of another. */
static void
test_other_figure (void)
{
  static const char *const ids[] = { "buttock-lower-right", "calf-upper-left", "shoulder-posterior-left",
                                     "thigh-posterior-lower-right", "forearm-posterior-left" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (int figure = 0; figure < BC_N_FIGURES; figure++)
      {
        BcSymptom *pain;
        BcSymptom *tingling;
        g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
        g_auto (Sheet) sheet = { 0 };
        const BcView *drawn = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_BACK);
        BcStroke *stroke = draw (pain, drawn, BC_ROLE_SITE, 24, ids[i]);
        BcBox box;
        guint n_inside = 0;
        guint n = 0;

        sheet_init (&sheet, (BcFigureId) figure, BC_VIEW_BACK, BC_SCHEME_LIGHT);
        paint (&sheet, visit);
        box = bc_stroke_box (sheet.view, &sheet.viewport, stroke);
        g_assert_cmpuint (sheet_count (&sheet), ==, count_changed (sheet.before, sheet.canvas, &box));
        for (int y = 0; y < SHEET_SIZE; y++)
          for (int x = 0; x < SHEET_SIZE; x++)
            {
              double at_x = x + 0.5;
              double at_y = y + 0.5;

              if (!sheet_changed (&sheet, x, y))
                continue;
              bc_viewport_to_body (&sheet.viewport, &at_x, &at_y);
              n++;
              n_inside += bc_view_region_at (sheet.view, at_x, at_y) == bc_region_from_id (ids[i]);
            }
        g_assert_cmpuint (n, >, 20);
        g_assert_cmpuint (n_inside, >=, (guint) (0.9 * n));
      }
}

static BcStroke *
new_scribble (const BcView *view,
              guint         n_points,
              double        step,
              double        turn)
{
  g_autofree BcStrokePoint *points = g_new (BcStrokePoint, n_points);
  BcBox box = bc_view_get_box (view);
  double x = box.x + box.width * g_test_rand_double_range (0.35, 0.65);
  double y = box.y + box.height * g_test_rand_double_range (0.2, 0.8);
  double heading = g_test_rand_double_range (0, 2 * G_PI);

  for (guint i = 0; i < n_points; i++)
    {
      points[i] = (BcStrokePoint) { (float) x, (float) y, (float) g_test_rand_double_range (0.7, 1) };
      heading += g_test_rand_double_range (-turn, turn);
      x += step * cos (heading);
      y += step * sin (heading);
    }
  return new_stroke (view, BC_ROLE_SITE, g_test_rand_double_range (10, 50), points, n_points);
}

/* Pixels of the mask at 1 a mm, on the body. */
static guint
count_mask (const BcView    *view,
            cairo_surface_t *mask)
{
  BcBox box = bc_view_get_box (view);
  guint n = 0;

  cairo_surface_flush (mask);
  for (int y = 0; y < cairo_image_surface_get_height (mask); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (mask) + y * cairo_image_surface_get_stride (mask);

      for (int x = 0; x < cairo_image_surface_get_width (mask); x++)
        n += row[x] >= 128 && bc_view_region_at (view, box.x + x + 0.5, box.y + y + 0.5) != BC_REGION_NONE;
    }
  return n;
}

/* What is seen is what counts: rounding moves an edge by parts of a mm; by less than one where points are sparse. */
static void
test_agrees_with_coverage (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  BcBox box = bc_view_get_box (view);
  BcViewport viewport = { 1, -box.x, -box.y };

  for (guint round = 0; round < 40; round++)
    {
      gboolean sparse = round % 2 == 1;
      g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) box.width,
                                                                     (int) box.height);
      g_autoptr (cairo_t) cr = cairo_create (mask);
      g_autoptr (BcCoverage) coverage = bc_coverage_new (view);
      guint n_covered = 0;

      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (BcStroke) stroke = new_scribble (view, sparse ? 6 : 80, sparse ? 40 : 3, sparse ? 2.5 : 0.5);
          guint n_points = 0;
          const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);

          bc_coverage_add_stroke (coverage, points, n_points, bc_stroke_get_width (stroke));
          bc_paint_ink_mask (cr, view, &viewport, stroke);
        }
      for (guint region = 1; region <= BC_N_REGIONS; region++)
        n_covered += bc_coverage_count (coverage, (BcRegion) region);
      if (n_covered < 500)
        continue;
      g_assert_cmpfloat (fabs ((double) count_mask (view, mask) / n_covered - 1), <, sparse ? 0.025 : 0.015);
    }
}

/* The two steps for who caches give what one gives, also piece by piece. */
static void
test_mask_and_ink (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, SHEET_SIZE, SHEET_SIZE);
  g_autoptr (cairo_t) cr = cairo_create (mask);
  BcPen pen = bc_pen_of_symptom (pain, BC_ROLE_SITE);
  g_auto (Sheet) at_once = { 0 };
  g_auto (Sheet) cached = { 0 };
  BcStroke *strokes[2];

  sheet_init (&at_once, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_DARK);
  sheet_init (&cached, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_DARK);
  pen = bc_pen_of_symptom (pain, BC_ROLE_SITE);
  strokes[0] = draw (pain, at_once.view, BC_ROLE_SITE, 35, "thigh-anterior-upper-left shin-left");
  strokes[1] = draw (pain, at_once.view, BC_ROLE_SITE, 35, "thigh-anterior-lower-left thigh-anterior-lower-right");
  paint (&at_once, visit);
  for (guint i = 0; i < 2; i++)
    bc_paint_ink_mask (cr, cached.view, &cached.viewport, strokes[i]);
  for (int top = 0; top < SHEET_SIZE; top += 100)
    {
      cairo_save (cached.cr);
      cairo_rectangle (cached.cr, 0, top, SHEET_SIZE, 100);
      cairo_clip (cached.cr);
      bc_paint_ink (cached.cr, cached.view, &cached.viewport, &pen, mask, 0, 0, BC_SCHEME_DARK);
      cairo_restore (cached.cr);
    }
  g_assert_cmpuint (sheet_count (&at_once), >, 500);
  g_assert_cmpfloat (difference (at_once.canvas, cached.canvas, 8, NULL), <, 0.0002);
}

/* Any surface with alpha may be a mask; its edges may be a fifth of a pixel off. */
static void
test_mask_of_another_kind (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, SHEET_SIZE, SHEET_SIZE);
  g_autoptr (cairo_surface_t) thin = cairo_image_surface_create (CAIRO_FORMAT_A8, SHEET_SIZE, SHEET_SIZE);
  g_autoptr (cairo_surface_t) wide = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SHEET_SIZE, SHEET_SIZE);
  g_autoptr (cairo_t) thin_cr = cairo_create (thin);
  g_autoptr (cairo_t) wide_cr = cairo_create (wide);
  g_autoptr (BcStroke) stroke = draw (NULL, view, BC_ROLE_SITE, 35, "thigh-anterior-upper-left shin-left");
  guint n_inside = 0;

  bc_paint_ink_mask (thin_cr, view, &viewport, stroke);
  bc_paint_ink_mask (wide_cr, view, &viewport, stroke);
  cairo_surface_flush (thin);
  for (int y = 0; y < SHEET_SIZE; y++)
    for (int x = 0; x < SHEET_SIZE; x++)
      {
        guint8 alpha = cairo_image_surface_get_data (thin)[y * cairo_image_surface_get_stride (thin) + x];

        n_inside += alpha == 255;
        g_assert_cmpint (ABS (alpha - (int) (pixel_at (wide, x, y) >> 24)), <, 56);
      }
  g_assert_cmpuint (n_inside, >, 500);
}

/* The same on a screen with two pixels a unit, and for a mask that lies elsewhere. */
static void
test_mask_with_scale (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, 300, 300);
  BcStroke *stroke = draw (pain, view, BC_ROLE_SITE, 35, "thigh-anterior-upper-left shin-left");
  BcPen pen = bc_pen_of_symptom (pain, BC_ROLE_SITE);
  BcBox box = bc_stroke_box (view, &viewport, stroke);
  double x = floor (box.x);
  double y = floor (box.y);
  g_autoptr (cairo_surface_t) at_once = new_canvas (600, 600, &(BcColour) { 1, 1, 1, 1 });
  g_autoptr (cairo_surface_t) cached = new_canvas (600, 600, &(BcColour) { 1, 1, 1, 1 });
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * (int) (box.width + 2),
                                                                 2 * (int) (box.height + 2));
  cairo_t *cr;

  cairo_surface_set_device_scale (at_once, 2, 2);
  cairo_surface_set_device_scale (cached, 2, 2);
  cairo_surface_set_device_scale (mask, 2, 2);
  cr = cairo_create (at_once);
  bc_paint_strokes (cr, view, &viewport, visit, BC_SCHEME_LIGHT);
  cairo_destroy (cr);
  cr = cairo_create (mask);
  cairo_translate (cr, -x, -y);
  bc_paint_ink_mask (cr, view, &viewport, stroke);
  cairo_destroy (cr);
  cr = cairo_create (cached);
  bc_paint_ink (cr, view, &viewport, &pen, mask, x, y, BC_SCHEME_LIGHT);
  cairo_destroy (cr);
  g_assert_cmpfloat (difference (at_once, cached, 8, NULL), <, 0.0002);
  cairo_surface_set_device_scale (cached, 1, 1);
  g_assert_cmpuint (pixel_at (cached, (int) (2 * (box.x + box.width / 2)), (int) (2 * (box.y + box.height / 2))), !=,
                    0xffffffff);
}

/* Nothing jumps when the pen is lifted. */
static void
test_trail_is_the_stroke (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  BcPen pen = bc_pen_of_symptom (pain, BC_ROLE_SITE);
  g_auto (Sheet) trail = { 0 };
  g_auto (Sheet) finished = { 0 };
  guint n_points = 0;
  const BcStrokePoint *points;
  BcStroke *stroke;

  sheet_init (&trail, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  sheet_init (&finished, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  stroke = draw (pain, trail.view, BC_ROLE_SITE, 35, "thigh-anterior-upper-left shin-left");
  points = bc_stroke_get_points (stroke, &n_points);
  bc_paint_trail (trail.cr, trail.view, &trail.viewport, &pen, points, n_points, 35, BC_SCHEME_LIGHT);
  paint (&finished, visit);
  g_assert_cmpuint (sheet_count (&trail), >, 200);
  g_assert_cmpuint (count_changed (trail.canvas, finished.canvas, NULL), ==, 0);
}

/* A box holds all that its stroke paints; a stroke of another view has no box, no mask, no ink and no light. */
static void
test_only_its_own_place (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 8, 8);
  g_autoptr (cairo_t) cr = cairo_create (mask);
  g_auto (Sheet) sheet = { 0 };
  g_auto (Sheet) other = { 0 };
  BcStroke *stroke;
  BcBox box;

  sheet_init (&sheet, BC_FIGURE_CHILD, BC_VIEW_LEFT, BC_SCHEME_LIGHT);
  sheet_init (&other, BC_FIGURE_CHILD, BC_VIEW_RIGHT, BC_SCHEME_LIGHT);
  stroke = draw (pain, sheet.view, BC_ROLE_SITE, 20, "thigh-lateral-upper-left leg-lateral-left");
  box = bc_stroke_box (sheet.view, &sheet.viewport, stroke);
  paint (&sheet, visit);
  g_assert_cmpuint (sheet_count (&sheet), >, 100);
  g_assert_cmpuint (sheet_count (&sheet), ==, count_changed (sheet.before, sheet.canvas, &box));
  box = bc_stroke_box (other.view, &other.viewport, stroke);
  g_assert_cmpfloat (box.width, ==, 0);
  g_assert_cmpfloat (box.height, ==, 0);
  paint (&other, visit);
  bc_paint_picked (other.cr, other.view, &other.viewport, stroke, BC_REGION_NONE, BC_SCHEME_LIGHT);
  bc_paint_ink_mask (cr, other.view, &(BcViewport) { 0.01, 0, 0 }, stroke);
  g_assert_cmpuint (sheet_count (&other), ==, 0);
  for (int y = 0; y < 8; y++)
    for (int x = 0; x < 8; x++)
      g_assert_cmpuint (cairo_image_surface_get_data (mask)[y * cairo_image_surface_get_stride (mask) + x], ==, 0);
}

/* The light lies along the edge of what was picked, not over it. */
static void
test_picked (void)
{
  BcRegion region = bc_region_from_id ("thigh-anterior-upper-right");
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_auto (Sheet) sheet = { 0 };
  BcStroke *stroke;
  guint n_stroke;
  double x;
  double y;

  sheet_init (&sheet, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  stroke = draw (pain, sheet.view, BC_ROLE_SITE, 70, "abdomen-middle-left");
  bc_view_get_anchor (sheet.view, bc_region_from_id ("abdomen-middle-left"), &x, &y);
  bc_paint_picked (sheet.cr, sheet.view, &sheet.viewport, stroke, BC_REGION_NONE, BC_SCHEME_LIGHT);
  n_stroke = sheet_count (&sheet);
  g_assert_cmpuint (n_stroke, >, 60);
  g_assert_cmpuint (sheet_at (&sheet, x + 35, y), !=, sheet_at (&sheet, x, y));
  bc_viewport_to_target (&sheet.viewport, &x, &y);
  g_assert_false (sheet_changed (&sheet, (int) x, (int) y));
  bc_paint_picked (sheet.cr, sheet.view, &sheet.viewport, NULL, region, BC_SCHEME_LIGHT);
  g_assert_cmpuint (sheet_count (&sheet), >, n_stroke + 100);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_pdf (BcVisit  *visit,
          BcViewId  view_id)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, view_id);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, 300, 500);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 300, 500);
  cairo_t *cr;

  /* Later versions may hide the dictionaries of images in compressed streams. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cr = cairo_create (surface);
  bc_paint_strokes (cr, view, &viewport, visit, BC_SCHEME_PAPER);
  bc_paint_paths (cr, view, &viewport, visit, BC_SCHEME_PAPER);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return bytes;
}

/* Paper gets shapes: no picture in it, and not a file that grows with every stroke over the same place. */
static void
test_pdf_is_vector (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  g_autoptr (GByteArray) one = NULL;
  g_autoptr (GByteArray) many = NULL;

  draw (pain, view, BC_ROLE_SITE, 40, "lumbar-lower-right buttock-lower-right");
  draw (tingling, view, BC_ROLE_SITE, 20, "calf-upper-right calf-lower-right");
  draw (pain, view, BC_ROLE_RADIATION, 10, "buttock-lower-right thigh-posterior-upper-right calf-upper-right");
  one = make_pdf (visit, BC_VIEW_BACK);
  for (guint i = 0; i < 100; i++)
    draw (pain, view, BC_ROLE_SITE, 20, "lumbar-lower-right buttock-lower-right");
  many = make_pdf (visit, BC_VIEW_BACK);
  g_assert_null (memmem (many->data, many->len, "/Image", strlen ("/Image")));
  g_assert_nonnull (memmem (many->data, many->len, "/Page", strlen ("/Page")));
  g_assert_cmpuint (one->len, >, 2000);
  g_assert_cmpuint (one->len, <, 80000);
  g_assert_cmpuint (many->len, <, one->len + 2000);
}

/* Shapes and pixels look the same. */
static void
test_vector_looks_the_same (void)
{
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_auto (Sheet) pixels = { 0 };
  g_auto (Sheet) shapes = { 0 };

  sheet_init (&pixels, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  sheet_init (&shapes, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  draw (pain, pixels.view, BC_ROLE_SITE, 40, "abdomen-middle-left thigh-anterior-upper-left shin-left");
  draw (pain, pixels.view, BC_ROLE_SITE, 40, "abdomen-middle-left abdomen-middle-right");
  draw (tingling, pixels.view, BC_ROLE_SITE, 60, "upper-arm-anterior-left forearm-anterior-left");
  draw (tingling, pixels.view, BC_ROLE_SITE, 60, "shin-right");
  paint (&pixels, visit);
  paint_shapes (&shapes, visit);
  g_assert_cmpuint (sheet_count (&pixels), >, 3000);
  g_assert_cmpfloat (difference (pixels.canvas, shapes.canvas, 40, NULL), <, 0.001);
}

/* Whatever comes from a device or a file: what is off the drawing costs nothing, and the rest is painted. */
static void
test_wild_points (void)
{
  static const BcStrokePoint points[] = {
    { 0, 0, 1 }, { -1e30f, 1e30f, 1 }, { 1e6f, 1e6f, 0.5f }, { 200, 300, 0 }, { 220, 600, 1 }, { 220, 600, 1 },
    { 220, 900, 0.1f }, { NAN, 100, 1 }, { 100, INFINITY, 1 }, { 230, 800, NAN }, { 220, 700, -1 },
  };
  const guint n_finite = 7;
  BcSymptom *pain;
  BcSymptom *tingling;
  g_autoptr (BcVisit) visit = new_visit (&pain, &tingling);
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (GByteArray) pdf = NULL;

  sheet_init (&sheet, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  for (int role = BC_ROLE_SITE; role <= BC_ROLE_RADIATION; role++)
    for (guint first = 0; first < G_N_ELEMENTS (points); first++)
      {
        BcPen pen = bc_pen_of_symptom (pain, (BcRole) role);
        g_autoptr (BcStroke) stroke = NULL;

        bc_paint_trail (sheet.cr, sheet.view, &sheet.viewport, &pen, points + first, G_N_ELEMENTS (points) - first, 40,
                        BC_SCHEME_LIGHT);
        if (first >= n_finite)
          continue;
        stroke = bc_stroke_new (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, (BcRole) role, 40, points + first,
                                n_finite - first, NULL, 0);
        g_list_store_append (bc_symptom_get_strokes (pain), stroke);
        bc_paint_picked (sheet.cr, sheet.view, &sheet.viewport, stroke, BC_REGION_NONE, BC_SCHEME_LIGHT);
      }
  g_assert_cmpuint (sheet_count (&sheet), >, 20);
  paint (&sheet, visit);
  bc_paint_paths (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
  pdf = make_pdf (visit, BC_VIEW_FRONT);
  g_assert_cmpuint (pdf->len, >, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strokes/within-the-body", test_within_the_body);
  g_test_add_func ("/strokes/one-even-ink", test_one_even_ink);
  g_test_add_func ("/strokes/order-of-symptoms", test_order_of_symptoms);
  g_test_add_func ("/strokes/dot", test_dot);
  g_test_add_func ("/strokes/pressure", test_pressure);
  g_test_add_func ("/strokes/other-figure", test_other_figure);
  g_test_add_func ("/strokes/agrees-with-coverage", test_agrees_with_coverage);
  g_test_add_func ("/strokes/mask-and-ink", test_mask_and_ink);
  g_test_add_func ("/strokes/mask-of-another-kind", test_mask_of_another_kind);
  g_test_add_func ("/strokes/mask-with-scale", test_mask_with_scale);
  g_test_add_func ("/strokes/trail-is-the-stroke", test_trail_is_the_stroke);
  g_test_add_func ("/strokes/only-its-own-place", test_only_its_own_place);
  g_test_add_func ("/strokes/picked", test_picked);
  g_test_add_func ("/strokes/pdf-is-vector", test_pdf_is_vector);
  g_test_add_func ("/strokes/vector-looks-the-same", test_vector_looks_the_same);
  g_test_add_func ("/strokes/wild-points", test_wild_points);
  return g_test_run ();
}
