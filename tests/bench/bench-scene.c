/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-scene.h"

#include "bc-coverage.h"

#include <math.h>

#define N_SYMPTOMS 6
#define N_POINTS 60

/* A stroke of a hand's breadth somewhere on the body; the same for the same seed. */
BcStroke *
scene_stroke_new (guint  seed,
                  double width)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, seed % 2 == 0 ? BC_VIEW_FRONT : BC_VIEW_BACK);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  BcBox box = bc_view_get_box (view);
  BcStrokePoint points[N_POINTS];
  g_autoptr(GArray) covers = NULL;
  double x;
  double y;

  do
    {
      x = g_rand_double_range (random, box.x, box.x + box.width);
      y = g_rand_double_range (random, box.y, box.y + box.height);
    }
  while (bc_view_region_at (view, x, y) == BC_REGION_NONE);
  for (guint i = 0; i < N_POINTS; i++)
    points[i] = (BcStrokePoint) { (float) (x + 1.5 * i), (float) (y + 20 * sin (0.1 * i + seed)), 1 };
  covers = bc_coverage_measure (view, points, N_POINTS, width);
  return bc_stroke_new (BC_FIGURE_ADULT_FEMALE, bc_view_get_id (view), BC_ROLE_SITE, width, points, N_POINTS,
                        (const BcCover *) (gpointer) covers->data, covers->len);
}

/* Straight into the lists: ten thousand steps of undo are no part of what is measured. */
static void
add_strokes (Scene *scene,
             guint  n_strokes)
{
  for (; scene->n_strokes < n_strokes; scene->n_strokes++)
    {
      g_autoptr(BcStroke) stroke = scene_stroke_new (scene->n_strokes, 10 + scene->n_strokes % 30);

      g_list_store_append (
          bc_symptom_get_strokes (bc_visit_get_symptom (scene->visit, 1 + (int) scene->n_strokes % N_SYMPTOMS)),
          stroke);
    }
}

/* Some marks too, so that a frame without strokes is a chart all the same. */
static void
add_marks (Scene *scene)
{
  static const char *const ids[] = { "shin-left", "calf-upper-right", "loin-left", "sternum-right", "palm-left",
                                     "heel-right" };

  for (guint i = 0; i < N_SYMPTOMS; i++)
    {
      BcSymptom *symptom = bc_edit_add_symptom (scene->chart, scene->visit);

      g_object_set (symptom, "qualities", 1u << i, "now", (int) i + 2, NULL);
      bc_edit_toggle_region (scene->chart, scene->visit, symptom, bc_region_from_id (ids[i]), BC_ROLE_SITE);
    }
}

static void
wait_for_frames (GtkWidget *window)
{
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

Scene *
scene_new (int    mode,
           double zoom,
           guint  n_strokes)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->chart = bc_chart_new ();
  scene->visit = bc_chart_add_visit (scene->chart, "2026-05-12");
  add_marks (scene);
  add_strokes (scene, n_strokes);
  scene->symptom = bc_visit_get_symptom (scene->visit, 1);
  scene->canvas = BC_CANVAS (bc_canvas_new ());
  scene->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (scene->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (scene->window), SCENE_WIDTH, SCENE_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (scene->window), GTK_WIDGET (scene->canvas));
  gtk_window_present (GTK_WINDOW (scene->window));
  bc_canvas_set_chart (scene->canvas, scene->chart, scene->visit);
  g_object_set (scene->canvas, "view-mode", mode, NULL);
  wait_for_frames (scene->window); /* zooming keeps the middle, which has to be known */
  for (double now = 1; now < zoom; g_object_get (scene->canvas, "zoom", &now, NULL))
    bc_canvas_zoom_in (scene->canvas);
  wait_for_frames (scene->window);
  scene->more = scene_stroke_new (1000000, 25);
  scene->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SCENE_WIDTH, SCENE_HEIGHT);
  scene->blit = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SCENE_WIDTH, SCENE_HEIGHT);
  memset (cairo_image_surface_get_data (scene->blit), 0x80, (gsize) SCENE_WIDTH * SCENE_HEIGHT * 4);
  cairo_surface_mark_dirty (scene->blit);
  return scene;
}

void
scene_free (Scene *scene)
{
  gtk_window_destroy (GTK_WINDOW (scene->window));
  cairo_surface_destroy (scene->picture);
  cairo_surface_destroy (scene->blit);
  g_clear_object (&scene->more);
  g_object_unref (scene->chart);
  g_free (scene);
}

/* What GTK's cairo renderer does when the whole canvas is to be redrawn: snapshots, and drawing of their nodes. */
void
scene_draw (gpointer user_data)
{
  Scene *scene = user_data;
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(cairo_t) cr = cairo_create (scene->picture);
  GskRenderNode *node;

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      GtkWidget *view = bc_canvas_get_view_widget (scene->canvas, (BcViewId) i);
      graphene_point_t at;

      if (!gtk_widget_get_mapped (view)
          || !gtk_widget_compute_point (view, scene->window, &GRAPHENE_POINT_INIT (0, 0), &at))
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &at);
      GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
      gtk_snapshot_restore (snapshot);
    }
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (scene->picture);
}

/* The same area once, with half of each pixel shining through. */
void
scene_blit (gpointer user_data)
{
  Scene *scene = user_data;
  g_autoptr(cairo_t) cr = cairo_create (scene->picture);

  cairo_set_source_surface (cr, scene->blit, 0, 0);
  cairo_paint (cr);
  cairo_surface_flush (scene->picture);
}

static GtkGesture *
find_drag (GtkWidget *view)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == GTK_TYPE_GESTURE_DRAG)
        return GTK_GESTURE (controller); /* the view holds it */
    }
  g_assert_not_reached ();
}

/* Begins to draw on the front view with the brush, as far as @n_points. */
void
scene_begin_drag (Scene *scene,
                  guint  n_points)
{
  GtkWidget *view = bc_canvas_get_view_widget (scene->canvas, BC_VIEW_FRONT);
  BcBox at = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (view), bc_region_from_id ("sternum-right"));

  g_object_set (scene->canvas, "tool", BC_TOOL_BRUSH, "symptom-number", 1, NULL);
  scene->gesture = find_drag (view);
  scene->at = 0;
  g_signal_emit_by_name (scene->gesture, "drag-begin", at.x, at.y);
  while (scene->at < (int) n_points)
    scene_drag (scene);
}

/* Gives the stroke up. */
void
scene_end_drag (Scene *scene)
{
  bc_view_widget_cancel (BC_VIEW_WIDGET (bc_canvas_get_view_widget (scene->canvas, BC_VIEW_FRONT)));
}

/* To and fro over the trunk, as somebody who fills an area. */
void
scene_drag (gpointer user_data)
{
  Scene *scene = user_data;
  int at = ++scene->at;
  int across = at % 40 < 20 ? at % 20 : 20 - at % 20;

  g_signal_emit_by_name (scene->gesture, "drag-update", 3.0 * across - 30, 0.4 * (at % 600));
}

void
scene_drag_and_draw (gpointer user_data)
{
  scene_drag (user_data);
  scene_draw (user_data);
}

/* Through the chart: its rules and history, what the canvas does when it changes, and the next frame. */
void
scene_commit (gpointer user_data)
{
  Scene *scene = user_data;

  bc_edit_add_stroke (scene->chart, scene->visit, scene->symptom, scene->more);
  scene_draw (scene);
}

void
scene_undo (gpointer user_data)
{
  Scene *scene = user_data;

  bc_history_undo (bc_chart_get_history (scene->chart));
  scene_draw (scene);
}
