/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One view of the figure: its cached layers show what the painter would paint, and regions tell their state. */

#include "bc-coverage.h"
#include "bc-view-layers.h"
#include "bc-view-widget-private.h"
#include "ui-support.h"

#include <math.h>

#define TEXT_SIZE 15.0
/* What an eye may see of a difference, of 255. */
#define VISIBLE 12
/* A seam between tiles would differ so much along a line of pixels; so many % of a line may. */
#define SEAM 48
#define IN_LINE 1

typedef struct
{
  BcChart      *chart;
  BcVisit      *visit;
  const BcView *view;
  PangoContext *pango;
  BcOverlay    *overlay;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_MALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_FRONT);
  fixture->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  fixture->overlay = bc_overlay_new ("L4 nerve root, right");
  fixture->overlay->tint[bc_region_from_id ("shin-right")] = 0.7;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_overlay_free (fixture->overlay);
  g_clear_object (&fixture->pango);
  g_assert_finalize_object (fixture->chart);
}

/* A wavy stroke from the middle of one region to that of another. */
static BcStroke *
stroke_new (const BcView *view,
            BcRole        role,
            const char   *from,
            const char   *to,
            double        width)
{
  BcStrokePoint points[60];
  g_autoptr(GArray) covers = NULL;
  double x1, y1, x2, y2;

  bc_view_get_anchor (view, bc_region_from_id (from), &x1, &y1);
  bc_view_get_anchor (view, bc_region_from_id (to), &x2, &y2);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double part = (double) i / (G_N_ELEMENTS (points) - 1);

      points[i] = (BcStrokePoint) { (float) (x1 + part * (x2 - x1) + 12 * sin (9 * part)),
                                    (float) (y1 + part * (y2 - y1) + 12 * cos (7 * part)), 1 };
    }
  covers = bc_coverage_measure (view, points, G_N_ELEMENTS (points), width);
  return bc_stroke_new (bc_view_get_figure (view), bc_view_get_id (view), role, width, points,
                        G_N_ELEMENTS (points), (const BcCover *) (gpointer) covers->data, covers->len);
}

static BcSymptom *
add_symptom (Fixture *fixture,
             guint    qualities,
             int      now)
{
  BcSymptom *symptom = bc_edit_add_symptom (fixture->chart, fixture->visit);

  g_object_set (symptom, "qualities", qualities, "now", now, NULL);
  return symptom;
}

static void
add_stroke (Fixture    *fixture,
            BcSymptom  *symptom,
            BcRole      role,
            const char *from,
            const char *to,
            double      width)
{
  g_autoptr(BcStroke) stroke = stroke_new (fixture->view, role, from, to, width);

  bc_edit_add_stroke (fixture->chart, fixture->visit, symptom, stroke);
}

/* Marks, ticks, ink of two symptoms that crosses, and a path. */
static void
fill_visit (Fixture *fixture)
{
  BcSymptom *one = add_symptom (fixture, BC_QUALITY_ACHE, 6);
  BcSymptom *two = add_symptom (fixture, BC_QUALITY_BURNING, 3);

  bc_edit_toggle_region (fixture->chart, fixture->visit, one, bc_region_from_id ("shin-right"), BC_ROLE_SITE);
  bc_edit_toggle_region (fixture->chart, fixture->visit, two, bc_region_from_id ("shin-right"), BC_ROLE_RADIATION);
  bc_edit_toggle_clear (fixture->chart, fixture->visit, bc_region_from_id ("sternum-left"));
  add_stroke (fixture, one, BC_ROLE_SITE, "thigh-anterior-lower-right", "abdomen-upper-left", 30);
  add_stroke (fixture, one, BC_ROLE_SITE, "thigh-anterior-lower-left", "abdomen-upper-right", 25);
  add_stroke (fixture, two, BC_ROLE_SITE, "thigh-anterior-upper-right", "thigh-anterior-upper-left", 40);
  add_stroke (fixture, two, BC_ROLE_RADIATION, "abdomen-upper-left", "shin-left", 8);
}

/* Where and how the layers are looked at. */
typedef struct
{
  const char *name;
  int         width; /* of the whole view */
  int         height;
  int         scale;
  BcBox       visible;
} Sight;

static const Sight sights[] = {
  { "fits", 420, 900, 1, { 0, 0, 420, 900 } },
  { "fits-sharp", 420, 900, 2, { 0, 0, 420, 900 } },
  { "three", 300, 640, 3, { 0, 0, 300, 640 } },
  { "zoomed", 1500, 3100, 1, { 433, 1277, 640, 500 } },
  { "zoomed-sharp", 1500, 3100, 2, { 511, 1023, 333, 257 } },
};

static BcViewport
sight_viewport (const BcView *view,
                const Sight  *sight)
{
  return bc_viewport_fit (view, 0, 2.2 * TEXT_SIZE, sight->width, sight->height - 2.2 * TEXT_SIZE);
}

static BcViewLayers *
layers_new (Fixture     *fixture,
            const Sight *sight,
            gboolean     with_overlay)
{
  BcViewLayers *layers = bc_view_layers_new (fixture->view);
  BcViewport viewport = sight_viewport (fixture->view, sight);

  bc_view_layers_set_place (layers, &viewport, sight->width, sight->height, sight->scale);
  bc_view_layers_set_look (layers, BC_SCHEME_LIGHT, TEXT_SIZE);
  bc_view_layers_set_overlay (layers, with_overlay ? fixture->overlay : NULL);
  bc_view_layers_set_visit (layers, fixture->visit);
  return layers;
}

static cairo_surface_t *
sight_surface (const Sight *sight)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) sight->visible.width * sight->scale,
                                                         (int) sight->visible.height * sight->scale);

  cairo_surface_set_device_scale (surface, sight->scale, sight->scale);
  return surface;
}

static cairo_surface_t *
layers_picture (Fixture      *fixture,
                BcViewLayers *layers,
                const Sight  *sight)
{
  cairo_surface_t *surface = sight_surface (sight);
  g_autoptr(cairo_t) cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  bc_view_layers_snapshot (layers, snapshot, fixture->pango, &sight->visible);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  cairo_translate (cr, -sight->visible.x, -sight->visible.y);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  return surface;
}

static cairo_surface_t *
painted_picture (Fixture     *fixture,
                 const Sight *sight,
                 gboolean     with_overlay)
{
  cairo_surface_t *surface = sight_surface (sight);
  g_autoptr(cairo_t) cr = cairo_create (surface);
  BcViewport viewport = sight_viewport (fixture->view, sight);

  cairo_translate (cr, -sight->visible.x, -sight->visible.y);
  bc_paint_figure (cr, fixture->view, &viewport, BC_SCHEME_LIGHT);
  if (with_overlay)
    bc_paint_overlay (cr, fixture->pango, fixture->view, &viewport, fixture->overlay, 0.85 * TEXT_SIZE,
                      BC_SCHEME_LIGHT);
  bc_paint_marks (cr, fixture->view, &viewport, fixture->visit, BC_SCHEME_LIGHT);
  bc_paint_paths (cr, fixture->view, &viewport, fixture->visit, BC_SCHEME_LIGHT);
  bc_paint_arrows (cr, fixture->view, &viewport, fixture->visit, BC_SCHEME_LIGHT);
  bc_paint_labels (cr, fixture->pango, fixture->view, &viewport, fixture->visit, 0.85 * TEXT_SIZE, BC_SCHEME_LIGHT);
  bc_paint_captions (cr, fixture->pango, fixture->view, &sight->visible, TEXT_SIZE, BC_SCHEME_LIGHT);
  return surface;
}

static int
pixel_difference (const guint8 *one,
                  const guint8 *two)
{
  int most = 0;

  for (int i = 0; i < 4; i++)
    most = MAX (most, abs ((int) one[i] - (int) two[i]));
  return most;
}

/* Keeps the pictures where a test failed. */
static void
save_picture (cairo_surface_t *surface,
              const char      *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);

  cairo_surface_write_to_png (surface, path);
}

/*
 * At most @share of the pixels may differ visibly, and none by more than @most of 255: lines that were recorded and
 * borders that were traced from a part of the ink differ in their antialiasing.
 */
static void
assert_alike (cairo_surface_t *one,
              cairo_surface_t *two,
              double           share,
              int              most)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  int stride = cairo_image_surface_get_stride (one);
  g_autofree int *column = g_new0 (int, width);
  g_autofree int *row = g_new0 (int, height);
  int n_differ = 0;
  int in_line = 0;
  int worst = 0;

  g_assert_cmpint (cairo_image_surface_get_width (two), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (two), ==, height);
  cairo_surface_flush (one);
  cairo_surface_flush (two);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gsize at = (gsize) y * (gsize) stride + 4 * (gsize) x;
        int difference = pixel_difference (cairo_image_surface_get_data (one) + at,
                                           cairo_image_surface_get_data (two) + at);

        worst = MAX (worst, difference);
        n_differ += difference > VISIBLE;
        if (difference > SEAM)
          in_line = MAX (in_line, MAX (++column[x] * 100 / height, ++row[y] * 100 / width));
      }
  if (worst > most || n_differ > share * width * height || in_line > IN_LINE)
    {
      save_picture (one, "test-view-one.png");
      save_picture (two, "test-view-two.png");
    }
  g_assert_cmpint (worst, <=, most);
  g_assert_cmpint (in_line, <=, IN_LINE);
  g_assert_cmpfloat (n_differ, <=, share * width * height);
}

/* How much the pixels of two pictures of one size differ on the average, of 255. */
static double
mean_difference (cairo_surface_t *one,
                 cairo_surface_t *two)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  int stride = cairo_image_surface_get_stride (one);
  double sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gsize at = (gsize) y * (gsize) stride + 4 * (gsize) x;

        sum += pixel_difference (cairo_image_surface_get_data (one) + at, cairo_image_surface_get_data (two) + at);
      }
  return sum / width / height;
}

/* What is on the screen is what the painter paints on paper, at every zoom and scale, without seams. */
static void
test_like_painter (Fixture       *fixture,
                   gconstpointer  data)
{
  const Sight *sight = data;
  g_autoptr(cairo_surface_t) cached = NULL;
  g_autoptr(cairo_surface_t) painted = NULL;
  BcViewLayers *layers;

  fill_visit (fixture);
  layers = layers_new (fixture, sight, TRUE);
  cached = layers_picture (fixture, layers, sight);
  painted = painted_picture (fixture, sight, TRUE);
  assert_alike (cached, painted, 0.001, 64);
  bc_view_layers_free (layers);
}

/* Scrolling shows the same picture as looking there at once. */
static void
test_scrolled (Fixture       *fixture,
               gconstpointer  data)
{
  Sight sight = sights[3];
  BcViewLayers *layers;

  fill_visit (fixture);
  layers = layers_new (fixture, &sight, FALSE);
  for (int step = 0; step < 4; step++)
    {
      g_autoptr(cairo_surface_t) cached = layers_picture (fixture, layers, &sight);
      g_autoptr(cairo_surface_t) painted = painted_picture (fixture, &sight, FALSE);

      assert_alike (cached, painted, 0.001, 64);
      sight.visible.x += 117;
      sight.visible.y += 203;
    }
  bc_view_layers_free (layers);
}

static void
tell_stroke (Fixture      *fixture,
             BcViewLayers *layers,
             BcSymptom    *symptom)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  g_autoptr(BcStroke) last = g_list_model_get_item (strokes, g_list_model_get_n_items (strokes) - 1);

  bc_view_layers_strokes_changed (layers, symptom, last);
}

static void
assert_current (Fixture      *fixture,
                BcViewLayers *layers,
                const Sight  *sight)
{
  BcViewLayers *fresh = layers_new (fixture, sight, FALSE);
  g_autoptr(cairo_surface_t) cached = layers_picture (fixture, layers, sight);
  g_autoptr(cairo_surface_t) anew = layers_picture (fixture, fresh, sight);

  assert_alike (cached, anew, 0.0002, 40);
  bc_view_layers_free (fresh);
}

/* One more stroke, and one less, leave the same picture as painting all of it; undo brings back what was. */
static void
test_stroke (Fixture       *fixture,
             gconstpointer  data)
{
  const Sight *sight = data;
  BcHistory *history = bc_chart_get_history (fixture->chart);
  g_autoptr(cairo_surface_t) before = NULL;
  g_autoptr(cairo_surface_t) after = NULL;
  g_autoptr(cairo_surface_t) undone = NULL;
  g_autoptr(BcStroke) first = NULL;
  BcViewLayers *layers;
  BcSymptom *symptom;

  fill_visit (fixture);
  symptom = bc_visit_get_symptom (fixture->visit, 1);
  layers = layers_new (fixture, sight, FALSE);
  before = layers_picture (fixture, layers, sight);

  add_stroke (fixture, symptom, BC_ROLE_SITE, "thigh-anterior-upper-left", "abdomen-upper-right", 35);
  tell_stroke (fixture, layers, symptom);
  assert_current (fixture, layers, sight);
  after = layers_picture (fixture, layers, sight);
  g_assert_false (ui_same_picture (before, after));

  bc_history_undo (history);
  bc_view_layers_strokes_changed (layers, NULL, NULL);
  undone = layers_picture (fixture, layers, sight);
  assert_alike (before, undone, 0.0002, 40);

  /* The eraser takes one from the middle of the list. */
  first = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), 0);
  bc_edit_replace_stroke (fixture->chart, symptom, first, NULL);
  bc_view_layers_strokes_changed (layers, symptom, NULL);
  assert_current (fixture, layers, sight);

  add_stroke (fixture, symptom, BC_ROLE_RADIATION, "thigh-anterior-upper-left", "shin-left", 8);
  tell_stroke (fixture, layers, symptom);
  assert_current (fixture, layers, sight);
  bc_view_layers_free (layers);
}

/* A symptom that is only drawn has its label at its largest stroke, wherever that is by now. */
static void
test_label (Fixture       *fixture,
            gconstpointer  data)
{
  const Sight *sight = &sights[1];
  BcViewLayers *layers = layers_new (fixture, sight, FALSE);
  BcSymptom *symptom;

  cairo_surface_destroy (layers_picture (fixture, layers, sight));
  symptom = add_symptom (fixture, BC_QUALITY_ACHE, 4);
  add_stroke (fixture, symptom, BC_ROLE_SITE, "shin-left", "shin-left", 10);
  tell_stroke (fixture, layers, symptom);
  assert_current (fixture, layers, sight);

  add_stroke (fixture, symptom, BC_ROLE_SITE, "chest-upper-right", "abdomen-upper-right", 40);
  tell_stroke (fixture, layers, symptom);
  assert_current (fixture, layers, sight);

  bc_history_undo (bc_chart_get_history (fixture->chart));
  bc_view_layers_strokes_changed (layers, symptom, NULL);
  assert_current (fixture, layers, sight);
  bc_view_layers_free (layers);
}

/* Everything else that changes the picture: marks, pens, symptoms, surroundings, text, another visit. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  const Sight *sight = &sights[0];
  guint8 changed[BC_N_REGIONS + 1] = { 0 };
  g_autoptr(cairo_surface_t) before = NULL;
  g_autoptr(cairo_surface_t) with_map = NULL;
  g_autoptr(cairo_surface_t) dark = NULL;
  g_autoptr(cairo_surface_t) after = NULL;
  BcViewLayers *layers;
  BcSymptom *symptom;

  fill_visit (fixture);
  symptom = bc_visit_get_symptom (fixture->visit, 1);
  layers = layers_new (fixture, sight, FALSE);
  before = layers_picture (fixture, layers, sight);

  bc_view_layers_set_overlay (layers, fixture->overlay);
  with_map = layers_picture (fixture, layers, sight);
  g_assert_false (ui_same_picture (before, with_map));
  bc_view_layers_set_overlay (layers, NULL);
  assert_current (fixture, layers, sight);

  bc_view_layers_set_look (layers, BC_SCHEME_DARK, 1.5 * TEXT_SIZE);
  dark = layers_picture (fixture, layers, sight);
  g_assert_false (ui_same_picture (before, dark));
  bc_view_layers_set_look (layers, BC_SCHEME_LIGHT, TEXT_SIZE);
  after = layers_picture (fixture, layers, sight);
  assert_alike (before, after, 0.0002, 40);

  changed[bc_region_from_id ("knee-anterior-left")] = 1;
  bc_edit_toggle_region (fixture->chart, fixture->visit, symptom, bc_region_from_id ("knee-anterior-left"),
                         BC_ROLE_SITE);
  bc_view_layers_regions_changed (layers, changed);
  assert_current (fixture, layers, sight);

  /* Marks of the symptom look different too. */
  changed[bc_region_from_id ("shin-right")] = 1;
  bc_edit_toggle_quality (fixture->chart, symptom, BC_QUALITY_NUMBNESS);
  bc_edit_set_intensity (fixture->chart, symptom, "now", 9);
  bc_view_layers_regions_changed (layers, changed);
  assert_current (fixture, layers, sight);

  bc_edit_remove_symptom (fixture->chart, fixture->visit, symptom);
  bc_view_layers_regions_changed (layers, changed);
  assert_current (fixture, layers, sight);
  bc_history_undo (bc_chart_get_history (fixture->chart));
  bc_view_layers_regions_changed (layers, changed);
  bc_view_layers_strokes_changed (layers, NULL, NULL);
  assert_current (fixture, layers, sight);

  bc_view_layers_set_visit (layers, NULL);
  fixture->visit = NULL;
  assert_current (fixture, layers, sight);
  bc_view_layers_free (layers);
}

/* What a change costs, counted in tiles. */
static void
test_cost (Fixture       *fixture,
           gconstpointer  data)
{
  Sight sight = sights[3];
  guint8 changed[BC_N_REGIONS + 1] = { 0 };
  BcViewLayers *layers;
  BcLayersCount first;
  BcLayersCount then;
  BcSymptom *symptom;

  fill_visit (fixture);
  symptom = bc_visit_get_symptom (fixture->visit, 1);
  layers = layers_new (fixture, &sight, FALSE);
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  first = bc_view_layers_get_count (layers);
  g_assert_cmpuint (first.figure, <=, 4 * 3); /* 640x500 of 1500x3100 */

  /* Nothing happened. */
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  then = bc_view_layers_get_count (layers);
  g_assert_cmpmem (&first, sizeof first, &then, sizeof then);

  /* Scrolling by less than a tile brings one new column at most, and scrolling back nothing. */
  sight.visible.x += 200;
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  then = bc_view_layers_get_count (layers);
  g_assert_cmpuint (then.figure - first.figure, <=, 3);
  sight.visible.x -= 200;
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  g_assert_cmpuint (bc_view_layers_get_count (layers).figure, ==, then.figure);

  /* What is far away is let go of. */
  sight.visible.y = 20;
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  g_assert_cmpuint (bc_view_layers_get_count (layers).kept, <=, 6 * 5);
  sight.visible = sights[3].visible;
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));

  /* A mark repaints the tiles that it lies on, and no figure. */
  first = bc_view_layers_get_count (layers);
  changed[bc_region_from_id ("abdomen-middle-left")] = 1;
  bc_edit_toggle_region (fixture->chart, fixture->visit, symptom, bc_region_from_id ("abdomen-middle-left"),
                         BC_ROLE_SITE);
  bc_view_layers_regions_changed (layers, changed);
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  then = bc_view_layers_get_count (layers);
  g_assert_cmpuint (then.figure, ==, first.figure);
  g_assert_cmpuint (then.picture - first.picture, <=, 4);

  /* A mark that is out of sight repaints nothing in sight. */
  first = then;
  memset (changed, 0, sizeof changed);
  changed[bc_region_from_id ("shin-right")] = 1;
  bc_view_layers_regions_changed (layers, changed);
  cairo_surface_destroy (layers_picture (fixture, layers, &sight));
  g_assert_cmpuint (bc_view_layers_get_count (layers).picture, ==, first.picture);
  bc_view_layers_free (layers);
}

/* Layers of a large window, all of it body, with ink of six symptoms everywhere, take a bearable amount of memory. */
static void
test_memory (Fixture       *fixture,
             gconstpointer  data)
{
  Sight sight = { "large", 6000, 12400, 1, { 2200, 3300, 1600, 1000 } };
  BcViewLayers *layers;

  for (guint i = 0; i < 6; i++)
    {
      BcSymptom *symptom = add_symptom (fixture, BC_QUALITY_ACHE, (int) i);

      add_stroke (fixture, symptom, BC_ROLE_SITE, "abdomen-middle-left", "chest-upper-right", 140);
      add_stroke (fixture, symptom, BC_ROLE_SITE, "abdomen-middle-right", "chest-upper-left", 140);
    }
  layers = layers_new (fixture, &sight, FALSE);
  for (guint i = 0; i < 5; i++)
    {
      cairo_surface_destroy (layers_picture (fixture, layers, &sight));
      g_assert_cmpuint (bc_view_layers_get_count (layers).bytes, <=, 40 * 1024 * 1024);
      sight.visible.y += 230;
    }
  bc_view_layers_free (layers);
}

/* While two fingers zoom, the last picture follows them; when they are lifted it is painted. */
static void
test_hurry (Fixture       *fixture,
            gconstpointer  data)
{
  const Sight *small = &sights[0];
  Sight large = { "larger", 1100, 1800, 1, { 340, 430, 420, 900 } };
  BcViewport viewport = sight_viewport (fixture->view, &large);
  g_autoptr(cairo_surface_t) before = NULL;
  g_autoptr(cairo_surface_t) scaled = NULL;
  g_autoptr(cairo_surface_t) after = NULL;
  g_autoptr(cairo_surface_t) painted = NULL;
  BcViewLayers *layers;
  BcLayersCount first;

  fill_visit (fixture);
  layers = layers_new (fixture, small, FALSE);
  before = layers_picture (fixture, layers, small);
  first = bc_view_layers_get_count (layers);

  bc_view_layers_set_hurry (layers, TRUE);
  bc_view_layers_set_place (layers, &viewport, large.width, large.height, 1);
  scaled = layers_picture (fixture, layers, &large);
  g_assert_cmpuint (bc_view_layers_get_count (layers).figure, ==, first.figure);
  painted = painted_picture (fixture, &large, FALSE);
  /* Blurred, but where it belongs. */
  g_assert_cmpfloat (mean_difference (scaled, painted), <, 12);
  g_assert_cmpfloat (mean_difference (before, painted), >, 40);

  bc_view_layers_set_hurry (layers, FALSE);
  after = layers_picture (fixture, layers, &large);
  assert_alike (after, painted, 0.001, 64);
  bc_view_layers_free (layers);
}

static void
assert_state (BcViewWidget *view,
              const char   *id,
              gboolean      marked,
              const char   *description)
{
  BcRegionWidget *region = bc_view_widget_get_region (view, bc_region_from_id (id));

  g_assert_nonnull (region);
  ui_assert_checked (region, marked);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* Every region says what it carries, whether it was clicked or drawn. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  BcViewWidget *view = BC_VIEW_WIDGET (bc_view_widget_new (fixture->view));
  guint8 changed[BC_N_REGIONS + 1];

  memset (changed, 1, sizeof changed);
  g_object_ref_sink (view);
  bc_view_widget_set_visit (view, fixture->visit);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (bc_view_widget_get_region (view, bc_region_from_id ("shin-right"))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Shin, right");
  assert_state (view, "shin-right", FALSE, "not marked");

  fill_visit (fixture);
  bc_view_widget_marks_changed (view, changed);
  assert_state (view, "shin-right", TRUE, "marked by P1, ache, 6 of 10; P2 spreads here, burning, 3 of 10");
  assert_state (view, "sternum-left", FALSE, "asked and clear");
  assert_state (view, "thigh-anterior-upper-left", TRUE,
                "marked by P1, ache, 6 of 10; marked by P2, burning, 3 of 10");
  assert_state (view, "shin-left", TRUE, "P2 spreads here, burning, 3 of 10");
  assert_state (view, "neck-anterior-left", FALSE, "not marked");

  bc_view_widget_set_visit (view, NULL);
  assert_state (view, "shin-right", FALSE, "not marked");
  g_assert_finalize_object (view);
}

/* What moves over the figure repaints no layer: hover, focus, a picked stroke, a stroke that is being drawn. */
static void
test_on_top (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = bc_view_widget_new (fixture->view);
  GtkWidget *window;
  g_autoptr(cairo_surface_t) before = NULL;
  g_autoptr(cairo_surface_t) picked = NULL;
  g_autoptr(cairo_surface_t) after = NULL;
  g_autoptr(BcStroke) stroke = NULL;
  BcLayersCount first;
  BcLayersCount then;

  fill_visit (fixture);
  bc_view_widget_set_visit (BC_VIEW_WIDGET (view), fixture->visit);
  window = ui_window_show (view, 500, 800);
  before = ui_picture (view);
  first = bc_view_widget_get_layers_count (BC_VIEW_WIDGET (view));
  g_assert_cmpuint (first.figure, >, 0);

  stroke = g_list_model_get_item (
      G_LIST_MODEL (bc_symptom_get_strokes (bc_visit_get_symptom (fixture->visit, 1))), 0);
  bc_view_widget_set_picked (BC_VIEW_WIDGET (view), stroke, BC_REGION_NONE);
  picked = ui_picture (view);
  g_assert_false (ui_same_picture (before, picked));
  bc_view_widget_set_picked (BC_VIEW_WIDGET (view), NULL, BC_REGION_NONE);
  g_signal_emit_by_name (ui_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  after = ui_picture (view);
  g_assert_true (ui_same_picture (before, after));
  then = bc_view_widget_get_layers_count (BC_VIEW_WIDGET (view));
  g_assert_cmpmem (&first, sizeof first, &then, sizeof then);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  ui_window_close (window);
  g_assert_null (view);
}

/* A stroke looks while it is drawn, bit by bit, as the painter paints it whole, and goes without a trace. */
static void
test_trail (Fixture       *fixture,
            gconstpointer  data)
{
  const BcPen *pen = data;
  BcViewWidget *view = BC_VIEW_WIDGET (bc_view_widget_new (fixture->view));
  GtkWidget *window;
  g_autoptr(BcStroke) stroke = stroke_new (fixture->view, BC_ROLE_SITE, "shin-left", "abdomen-upper-right", 25);
  guint n_points;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  g_autoptr(cairo_surface_t) before = NULL;
  g_autoptr(cairo_surface_t) drawn = NULL;
  g_autoptr(cairo_surface_t) painted = NULL;
  g_autoptr(cairo_surface_t) after = NULL;
  g_autoptr(cairo_t) cr = NULL;
  BcLayersCount first;
  BcLayersCount then;

  fill_visit (fixture);
  bc_view_widget_set_visit (view, fixture->visit);
  window = ui_window_show (GTK_WIDGET (view), 500, 800);
  before = ui_picture (GTK_WIDGET (view));
  painted = ui_picture (GTK_WIDGET (view));
  first = bc_view_widget_get_layers_count (view);

  view->trail.points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  view->trail.pen = *pen;
  view->trail.width = 25;
  for (guint i = 0; i < n_points; i += 5)
    {
      g_array_append_vals (view->trail.points, points + i, 5);
      cairo_surface_destroy (ui_picture (GTK_WIDGET (view)));
    }
  drawn = ui_picture (GTK_WIDGET (view));
  cr = cairo_create (painted);
  bc_paint_trail (cr, fixture->view, &view->viewport, pen, points, n_points, 25, view->scheme);
  assert_alike (drawn, painted, 0.002, 96);
  g_assert_false (ui_same_picture (before, drawn));

  g_clear_pointer (&view->trail.points, g_array_unref);
  after = ui_picture (GTK_WIDGET (view));
  g_assert_true (ui_same_picture (before, after));
  then = bc_view_widget_get_layers_count (view);
  g_assert_cmpmem (&first, sizeof first, &then, sizeof then);
  ui_window_close (window);
}

static const BcPen ink_pen = { 2, BC_QUALITY_TINGLING, BC_ROLE_SITE, 5 };
static const BcPen path_pen = { 1, 0, BC_ROLE_RADIATION, BC_NRS_UNKNOWN };

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      g_autofree char *like = g_strdup_printf ("/view/like-painter/%s", sights[i].name);
      g_autofree char *stroke = g_strdup_printf ("/view/stroke/%s", sights[i].name);

      g_test_add (like, Fixture, &sights[i], set_up, test_like_painter, tear_down);
      g_test_add (stroke, Fixture, &sights[i], set_up, test_stroke, tear_down);
    }
  ADD ("/view/scrolled", test_scrolled);
  ADD ("/view/label", test_label);
  ADD ("/view/changes", test_changes);
  ADD ("/view/cost", test_cost);
  ADD ("/view/memory", test_memory);
  ADD ("/view/hurry", test_hurry);
  ADD ("/view/states", test_states);
  ADD ("/view/on-top", test_on_top);
  g_test_add ("/view/trail/ink", Fixture, &ink_pen, set_up, test_trail, tear_down);
  g_test_add ("/view/trail/path", Fixture, &path_pen, set_up, test_trail, tear_down);
  return g_test_run ();
}
