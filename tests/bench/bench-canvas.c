/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How fast the canvas is, each step beside a limit that is measured in the same run and in turns with it, so that a
 * slow or noisy machine does not change what the table says. A frame is what GTK's cairo renderer does when the whole
 * canvas is to be redrawn, at 1600x1000; a blit is one plain copy (cairo_paint, OVER) of a picture of that size.
 */

#include "bc-coverage.h"
#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-view-layers.h"
#include "bench-scene.h"
#include "bench-support.h"

#include <adwaita.h>

#define TEXT_SIZE 15

/* What is promised: parts of a limit, or µs. */
#define FRAME_TO_EMPTY 1.2
#define FRAME_TO_BLIT 4
#define HIT_TEST 0.1
#define SIX_VIEWS 100000

#define N_COUNTS 4
static const guint counts[N_COUNTS] = { 0, 100, 1000, 10000 };

static void
bench_frames (Scene     **scenes,
              BenchStep   step,
              const char *title,
              const char *what)
{
  BenchStep steps[N_COUNTS + 1] = { scene_blit };
  gpointer data[N_COUNTS + 1] = { scenes[0] };
  double medians[N_COUNTS + 1];

  for (guint i = 0; i < N_COUNTS; i++)
    {
      steps[i + 1] = step;
      data[i + 1] = scenes[i];
    }
  bench_medians (steps, data, N_COUNTS + 1, 2, medians);
  bench_head (title);
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, %u strokes", what, counts[i]);

      bench_row (name, medians[i + 1], "one blit", medians[0], FRAME_TO_BLIT);
      if (i > 0)
        bench_row (name, medians[i + 1], "the same without strokes", medians[1], FRAME_TO_EMPTY);
    }
}

static void
bench_scenes (int         mode,
              double      zoom,
              const char *title)
{
  Scene *scenes[N_COUNTS];

  for (guint i = 0; i < N_COUNTS; i++)
    scenes[i] = scene_new (mode, zoom, counts[i]);
  bench_frames (scenes, scene_draw, title, "frame");
  for (guint i = 0; i < N_COUNTS; i++)
    scene_free (scenes[i]);
}

/* From a motion event to the frame: the event handler, until it has asked for the frame, and then the frame. */
static void
bench_drawing (void)
{
  static const guint lengths[] = { 20, 60, 200, 600 };
  Scene *scenes[N_COUNTS];
  BenchStep steps[N_COUNTS + 1] = { scene_blit };
  gpointer data[N_COUNTS + 1];
  double medians[N_COUNTS + 1];

  for (guint i = 0; i < N_COUNTS; i++)
    {
      scenes[i] = scene_new (BC_VIEW_MODE_ALL, 1, counts[i]);
      scene_begin_drag (scenes[i], 60);
    }
  bench_frames (scenes, scene_drag_and_draw, "while drawing, from the event to the finished frame", "a stroke");

  bench_head ("while drawing on 10 000 strokes");
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strdup_printf ("event to frame, trail of %u points", lengths[i]);

      data[0] = data[1] = scenes[N_COUNTS - 1];
      steps[1] = scene_drag_and_draw;
      scene_end_drag (scenes[N_COUNTS - 1]);
      scene_begin_drag (scenes[N_COUNTS - 1], lengths[i]);
      bench_medians (steps, data, 2, 1, medians);
      bench_row (name, medians[1], "one blit", medians[0], 0);
    }
  steps[1] = scene_drag;
  bench_medians (steps, data, 2, 5, medians);
  bench_row ("event until a frame is asked for", medians[1], "one blit", medians[0], 0);
  for (guint i = 0; i < N_COUNTS; i++)
    scene_free (scenes[i]);
}

static void
bench_commit (void)
{
  double blit;

  bench_head ("a finished stroke, from the chart to the finished frame");
  for (guint i = 0; i < N_COUNTS; i++)
    {
      Scene *scene = scene_new (BC_VIEW_MODE_ALL, 1, counts[i]);
      g_autofree char *name = g_strdup_printf ("one more, on %u strokes", counts[i]);
      g_autofree char *undo = g_strdup_printf ("its undo, on %u strokes", counts[i]);

      blit = bench_median (scene_blit, scene, 3);
      bench_row (name, bench_median_of (scene_commit, scene_undo, scene), "one blit", blit, 0);
      scene_commit (scene);
      bench_row (undo, bench_median_of (scene_undo, scene_commit, scene), "one blit", blit, 0);
      scene_free (scene);
    }
}

/* --- what needs no screen --- */

#define HITS 1000

static void
hit_tests (gpointer data)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  volatile guint hits = 0;

  for (int i = 0; i < HITS; i++)
    hits += bc_view_region_at (view, (i % 50) * 4 - 100, 200 + i);
}

static void
measure_stroke (gpointer data)
{
  BcStroke *stroke = data;
  guint n_points;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  const BcView *view = bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke));

  g_array_unref (bc_coverage_measure (view, points, n_points, bc_stroke_get_width (stroke)));
}

static void
bench_places (Scene *scene)
{
  double hit = bench_median (hit_tests, NULL, 20) / HITS;
  double blit = bench_median (scene_blit, scene, 3);
  double stroke = bench_median (measure_stroke, scene->more, 5);

  bench_head ("places");
  bench_row ("one hit test", hit, "100 ns", HIT_TEST, 1);
  g_print ("%-52s %12.0f\n", "hit tests a second", 1e6 / hit);
  bench_row ("coverage of a stroke, 25 mm, 60 points", stroke, "one blit", blit, 0);
}

/* --- first paint --- */

typedef struct
{
  BcViewId         first;
  BcViewId         last;
  PangoContext    *pango;
  BcVisit         *visit;
  cairo_surface_t *picture;
} FirstPaint;

static void
paint_views (gpointer data)
{
  FirstPaint *paint = data;
  g_autoptr(cairo_t) cr = cairo_create (paint->picture);

  for (BcViewId i = paint->first; i <= paint->last; i++)
    {
      /* In the places that the board gives them at 1600x1000, or alone. */
      gboolean large = i == BC_VIEW_FRONT || i == BC_VIEW_BACK;
      int width = large ? 532 : 228;
      int height = large ? SCENE_HEIGHT : i == BC_VIEW_LEFT || i == BC_VIEW_RIGHT ? 588 : 330;
      const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, i);
      BcViewport viewport = bc_viewport_fit (view, 0, 2.2 * TEXT_SIZE, width, height - 2.2 * TEXT_SIZE);
      BcViewLayers *layers = bc_view_layers_new (view);
      BcBox visible = { 0, 0, width, height };
      g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      bc_view_layers_set_place (layers, &viewport, width, height, 1);
      bc_view_layers_set_look (layers, BC_SCHEME_LIGHT, TEXT_SIZE);
      bc_view_layers_set_visit (layers, paint->visit);
      bc_view_layers_snapshot (layers, snapshot, paint->pango, &visible);
      node = gtk_snapshot_to_node (snapshot);
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
      bc_view_layers_free (layers);
    }
}

static void
load_views (gpointer data)
{
  static const char *const names[] = { "front", "back", "left", "right", "soles", "hands" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf (BC_RESOURCE_PREFIX "/atlas/adult-female-%s.svg", names[i]);
      g_autoptr(GBytes) svg = bc_resources_load (path, NULL);

      bc_view_free (bc_view_load (svg, path, BC_FIGURE_ADULT_FEMALE, (BcViewId) i, NULL));
    }
}

static void
bench_first_paint (Scene *scene)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(BcVisit) empty = bc_visit_new ("2026-05-12");
  FirstPaint front = { BC_VIEW_FRONT, BC_VIEW_FRONT, pango, empty, scene->picture };
  FirstPaint all = { 0, BC_N_VIEWS - 1, pango, empty, scene->picture };
  FirstPaint marked = { 0, BC_N_VIEWS - 1, pango, scene->visit, scene->picture };
  double blit = bench_median (scene_blit, scene, 3);

  bench_head ("first paint");
  bench_row ("front view alone", bench_median (paint_views, &front, 1), "one blit", blit, 0);
  bench_row ("all six views", bench_median (paint_views, &all, 1), "100 ms", SIX_VIEWS, 1);
  bench_row ("all six views, marks of six symptoms", bench_median (paint_views, &marked, 1), "100 ms", SIX_VIEWS, 1);
  bench_row ("loading the six views, before the first of all", bench_median (load_views, NULL, 1), "one blit", blit,
             0);
  g_object_unref (pango);
}

static void
bench_without_strokes (void)
{
  Scene *scene = scene_new (BC_VIEW_MODE_ALL, 1, 0);

  bench_places (scene);
  bench_first_paint (scene);
  scene_free (scene);
}

static void
bench_all_frames (void)
{
  bench_scenes (BC_VIEW_MODE_ALL, 1, "frame: all six views");
  bench_scenes (BC_VIEW_FRONT, 5, "frame: the front view, zoomed 5 times");
}

static const struct
{
  const char *name;
  void (*run) (void);
} parts[] = {
  { "paint", bench_without_strokes },
  { "frames", bench_all_frames },
  { "drawing", bench_drawing },
  { "commit", bench_commit },
};

/* With the name of a part only that one, as for a profile. */
int
main (int    argc,
      char **argv)
{
  gtk_init ();
  adw_init ();
  bc_i18n_init ();
  bc_resources_init ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 2 || strcmp (argv[1], parts[i].name) == 0)
      parts[i].run ();
  return 0;
}
