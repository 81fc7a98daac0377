/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking on the figure: by action, as a keyboard, a screen reader and a click do, and by dragging. */

#include "ui-support.h"

#include "bc-board.h"
#include "bc-marking.h"
#include "bc-view-input.h"

typedef struct
{
  BcChart   *chart;
  BcVisit   *visit;
  BcCanvas  *canvas;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->canvas = BC_CANVAS (g_object_ref_sink (bc_canvas_new ()));
  bc_canvas_set_chart (fixture->canvas, fixture->chart, fixture->visit);
  fixture->window = ui_window_show (GTK_WIDGET (fixture->canvas), 1300, 800);
}

/* Nothing may hold the canvas, what is in it, or the chart once the window is gone. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT);
  GtkWidget *region = gtk_widget_get_first_child (view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_object_add_weak_pointer (G_OBJECT (region), (gpointer *) &region);
  ui_window_close (fixture->window);
  g_assert_finalize_object (fixture->canvas);
  g_assert_null (view);
  g_assert_null (region);
  g_assert_finalize_object (fixture->chart);
}

static void
act (Fixture    *fixture,
     BcViewId    view,
     const char *id,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui_region (fixture->canvas, view, id)), action, NULL));
}

/* The role of P<number>'s mark in a region, -1 without. */
static int
get_role (Fixture    *fixture,
          int         number,
          const char *id)
{
  BcSymptom *symptom = bc_visit_get_symptom (fixture->visit, number);
  BcMark *mark = symptom != NULL ? bc_symptom_find_mark (symptom, bc_region_from_id (id), NULL) : NULL;

  return mark != NULL ? (int) bc_mark_get_role (mark) : -1;
}

static gboolean
is_clear (Fixture    *fixture,
          const char *id)
{
  return bc_visit_is_clear (fixture->visit, bc_region_from_id (id));
}

static void
undo (Fixture *fixture)
{
  bc_history_undo (bc_chart_get_history (fixture->chart));
}

/* Every region that a view draws is a check box with the region's name, for each figure. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      g_object_set (fixture->chart, "figure", figure, NULL);
      for (int v = 0; v < BC_N_VIEWS; v++)
        {
          BcViewWidget *view = BC_VIEW_WIDGET (bc_canvas_get_view_widget (fixture->canvas, (BcViewId) v));

          g_assert_cmpint (bc_view_get_figure (bc_view_widget_get_view (view)), ==, figure);
          for (guint i = 1; i <= BC_N_REGIONS; i++)
            {
              BcRegionWidget *region = bc_view_widget_get_region (view, (BcRegion) i);
              g_autofree char *name = bc_region_dup_name ((BcRegion) i);

              g_assert_true ((region != NULL) == bc_view_has_region (bc_view_widget_get_view (view), (BcRegion) i));
              if (region == NULL)
                continue;
              gtk_test_accessible_assert_role (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_ROLE_CHECKBOX);
              gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
              g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (region)), ==, name);
              ui_assert_checked (region, FALSE);
            }
        }
    }
}

/* The first mark makes P1; all views follow; one undo takes all of it back. */
static void
test_toggle (Fixture       *fixture,
             gconstpointer  data)
{
  int number;

  act (fixture, BC_VIEW_BACK, "thigh-lateral-upper-right", "region.toggle");
  g_assert_cmpint (get_role (fixture, 1, "thigh-lateral-upper-right"), ==, BC_ROLE_SITE);
  g_object_get (fixture->canvas, "symptom-number", &number, NULL);
  g_assert_cmpint (number, ==, 1);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "thigh-lateral-upper-right"), TRUE);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_RIGHT, "thigh-lateral-upper-right"), TRUE);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "thigh-lateral-upper-left"), FALSE);

  undo (fixture);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_RIGHT, "thigh-lateral-upper-right"), FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (fixture->visit))), ==, 0);
  g_object_get (fixture->canvas, "symptom-number", &number, NULL);
  g_assert_cmpint (number, ==, 0);

  act (fixture, BC_VIEW_BACK, "thigh-lateral-upper-right", "region.toggle");
  act (fixture, BC_VIEW_RIGHT, "thigh-lateral-upper-right", "region.toggle");
  g_assert_cmpint (get_role (fixture, 1, "thigh-lateral-upper-right"), ==, -1);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "thigh-lateral-upper-right"), FALSE);
}

/* What the tools do to the state that they find, and what is read aloud afterwards. */
static void
test_tools (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    BcTool      tool;
    int         role;
    gboolean    clear;
    const char *words;
  } steps[] = {
    { BC_TOOL_SITE, BC_ROLE_SITE, FALSE, "marked by P1" },
    { BC_TOOL_RADIATION, BC_ROLE_RADIATION, FALSE, "P1 spreads here" },
    { BC_TOOL_CLEAR, -1, TRUE, "asked and clear" },
    { BC_TOOL_SITE, BC_ROLE_SITE, FALSE, "marked by P1" },
    { BC_TOOL_ERASE, -1, FALSE, "not marked" },
    { BC_TOOL_ERASE, -1, FALSE, "not marked" },
    { BC_TOOL_CLEAR, -1, TRUE, "asked and clear" },
    { BC_TOOL_CLEAR, -1, FALSE, "not marked" },
    { BC_TOOL_CLEAR, -1, TRUE, "asked and clear" },
    { BC_TOOL_ERASE, -1, FALSE, "not marked" },
  };
  BcRegionWidget *region = ui_region (fixture->canvas, BC_VIEW_FRONT, "shin-left");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_object_set (fixture->canvas, "tool", steps[i].tool, NULL);
      act (fixture, BC_VIEW_FRONT, "shin-left", "region.toggle");
      g_assert_cmpint (get_role (fixture, 1, "shin-left"), ==, steps[i].role);
      g_assert_cmpint (is_clear (fixture, "shin-left"), ==, steps[i].clear);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           steps[i].words);
    }
}

/* The state in words follows what is told of the symptom. */
static void
test_description (Fixture       *fixture,
                  gconstpointer  data)
{
  BcRegionWidget *region = ui_region (fixture->canvas, BC_VIEW_FRONT, "shin-left");
  BcSymptom *symptom;

  act (fixture, BC_VIEW_FRONT, "shin-left", "region.toggle");
  symptom = bc_visit_get_symptom (fixture->visit, 1);
  bc_edit_toggle_quality (fixture->chart, symptom, BC_QUALITY_ACHE);
  bc_edit_set_intensity (fixture->chart, symptom, "now", 6);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "marked by P1, ache, 6 of 10");
}

static void
test_other_actions (Fixture       *fixture,
                    gconstpointer  data)
{
  act (fixture, BC_VIEW_BACK, "buttock-upper-left", "region.both");
  g_assert_cmpint (get_role (fixture, 1, "buttock-upper-left"), ==, BC_ROLE_SITE);
  g_assert_cmpint (get_role (fixture, 1, "buttock-upper-right"), ==, BC_ROLE_SITE);
  act (fixture, BC_VIEW_BACK, "buttock-upper-right", "region.both");
  g_assert_cmpint (get_role (fixture, 1, "buttock-upper-left"), ==, -1);

  act (fixture, BC_VIEW_BACK, "calf-upper-left", "region.spread");
  g_assert_cmpint (get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_RADIATION);
  act (fixture, BC_VIEW_BACK, "calf-upper-left", "region.spread");
  g_assert_cmpint (get_role (fixture, 1, "calf-upper-left"), ==, -1);

  act (fixture, BC_VIEW_BACK, "calf-upper-left", "region.clear");
  g_assert_true (is_clear (fixture, "calf-upper-left"));
}

/* The menu of a region: each choice sets, and never takes back. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  act (fixture, BC_VIEW_FRONT, "groin-right", "region.menu");
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.menu", "i", BC_TOOL_RADIATION));
  g_assert_cmpint (get_role (fixture, 1, "groin-right"), ==, BC_ROLE_RADIATION);
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.menu", "i", BC_TOOL_RADIATION));
  g_assert_cmpint (get_role (fixture, 1, "groin-right"), ==, BC_ROLE_RADIATION);
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.menu", "i", BC_TOOL_CLEAR));
  g_assert_true (is_clear (fixture, "groin-right"));
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.menu", "i", BC_TOOL_ERASE));
  g_assert_false (is_clear (fixture, "groin-right"));
}

/* The eraser lifts the active symptom first, then what is left. */
static void
test_erase_layers (Fixture       *fixture,
                   gconstpointer  data)
{
  act (fixture, BC_VIEW_BACK, "loin-left", "region.toggle");
  bc_edit_add_symptom (fixture->chart, fixture->visit);
  g_object_set (fixture->canvas, "symptom-number", 2, NULL);
  act (fixture, BC_VIEW_BACK, "loin-left", "region.toggle");
  g_object_set (fixture->canvas, "tool", BC_TOOL_ERASE, NULL);
  act (fixture, BC_VIEW_BACK, "loin-left", "region.toggle");
  g_assert_cmpint (get_role (fixture, 2, "loin-left"), ==, -1);
  g_assert_cmpint (get_role (fixture, 1, "loin-left"), ==, BC_ROLE_SITE);
  act (fixture, BC_VIEW_BACK, "loin-left", "region.toggle");
  g_assert_cmpint (get_role (fixture, 1, "loin-left"), ==, -1);
}

static void
drag (Fixture    *fixture,
      BcViewId    view,
      const char *from,
      const char *to)
{
  GtkWidget *widget = bc_canvas_get_view_widget (fixture->canvas, view);
  gpointer gesture = ui_controller (widget, GTK_TYPE_GESTURE_DRAG);
  BcBox one = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (widget), bc_region_from_id (from));
  BcBox two = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (widget), bc_region_from_id (to));

  g_signal_emit_by_name (gesture, "drag-begin", one.x, one.y);
  g_signal_emit_by_name (gesture, "drag-update", two.x - one.x, two.y - one.y);
  g_signal_emit_by_name (gesture, "drag-end", two.x - one.x, two.y - one.y);
}

/* A drag marks all that it passes, also between two events, as one step; the same drag again takes it away. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  drag (fixture, BC_VIEW_BACK, "thigh-posterior-upper-left", "calf-lower-left");
  g_assert_cmpint (get_role (fixture, 1, "thigh-posterior-upper-left"), ==, BC_ROLE_SITE);
  g_assert_cmpint (get_role (fixture, 1, "knee-posterior-left"), ==, BC_ROLE_SITE);
  g_assert_cmpint (get_role (fixture, 1, "calf-lower-left"), ==, BC_ROLE_SITE);
  undo (fixture);
  g_assert_true (bc_visit_is_empty (fixture->visit));
  g_assert_false (bc_history_can_undo (bc_chart_get_history (fixture->chart)));

  drag (fixture, BC_VIEW_BACK, "thigh-posterior-upper-left", "calf-lower-left");
  drag (fixture, BC_VIEW_BACK, "calf-lower-left", "thigh-posterior-upper-left");
  g_assert_cmpint (get_role (fixture, 1, "knee-posterior-left"), ==, -1);

  drag (fixture, BC_VIEW_BACK, "loin-left", "loin-left"); /* a click */
  g_assert_cmpint (get_role (fixture, 1, "loin-left"), ==, BC_ROLE_SITE);
}

/* A second finger, or the scrolling window, takes a drag over: nothing is marked. */
static void
test_drag_cancelled (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *view = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT);
  gpointer gesture = ui_controller (view, GTK_TYPE_GESTURE_DRAG);
  BcBox at = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (view), bc_region_from_id ("sternum-left"));

  g_signal_emit_by_name (gesture, "drag-begin", at.x, at.y);
  g_signal_emit_by_name (gesture, "drag-update", 0., 80.);
  g_signal_emit_by_name (gesture, "cancel", NULL);
  g_signal_emit_by_name (gesture, "drag-end", 0., 80.);
  g_assert_true (bc_visit_is_empty (fixture->visit));
}

static void
note_region (BcCanvas *canvas,
             guint     region,
             guint    *noted)
{
  *noted = region;
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *view = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT);
  gpointer motion = ui_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  BcBox at = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (view), bc_region_from_id ("sternum-left"));
  cairo_surface_t *before = ui_picture (view);
  cairo_surface_t *after;
  guint noted = 999;

  g_signal_connect (fixture->canvas, "hover", G_CALLBACK (note_region), &noted);
  g_signal_emit_by_name (motion, "motion", at.x, at.y);
  g_assert_cmpuint (noted, ==, bc_region_from_id ("sternum-left"));
  after = ui_picture (view);
  g_assert_false (ui_same_picture (before, after));
  cairo_surface_destroy (after);

  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpuint (noted, ==, 0);
  after = ui_picture (view);
  g_assert_true (ui_same_picture (before, after));
  cairo_surface_destroy (after);
  cairo_surface_destroy (before);
}

/* Whether a label lies on a region of any view. */
static gboolean
covers_body (Fixture   *fixture,
             GtkWidget *label)
{
  for (int v = 0; v < BC_N_VIEWS; v++)
    {
      GtkWidget *view = bc_canvas_get_view_widget (fixture->canvas, (BcViewId) v);

      if (!gtk_widget_get_mapped (view))
        continue;
      for (int y = 0; y < gtk_widget_get_height (label); y += 3)
        for (int x = 0; x < gtk_widget_get_width (label); x += 3)
          {
            double view_x;
            double view_y;

            g_assert_true (gtk_widget_translate_coordinates (label, view, x, y, &view_x, &view_y));
            if (bc_view_widget_region_at (BC_VIEW_WIDGET (view), view_x, view_y) != BC_REGION_NONE)
              return TRUE;
          }
    }
  return FALSE;
}

/* A map shows over the figure with its name, which covers nothing of the body, and goes without a trace. */
static void
test_overlay (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *view = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_BACK);
  cairo_surface_t *before = ui_picture (view);
  cairo_surface_t *after;
  BcOverlay *overlay = bc_overlay_new ("L5 nerve root, right");
  GtkWidget *label;

  overlay->tint[bc_region_from_id ("calf-upper-right")] = 0.8;
  bc_canvas_set_overlay (fixture->canvas, overlay);
  bc_overlay_free (overlay); /* it was copied */
  gtk_test_widget_wait_for_draw (fixture->window);
  after = ui_picture (view);
  g_assert_false (ui_same_picture (before, after));
  cairo_surface_destroy (after);
  label = ui_find_named (GTK_WIDGET (fixture->canvas), GTK_TYPE_LABEL, "Map: L5 nerve root, right");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_cmpint (gtk_widget_get_width (label), >, 0);
  g_assert_false (covers_body (fixture, label));
  g_object_set (fixture->canvas, "view-mode", BC_VIEW_FRONT, NULL); /* with the feet in the middle */
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (covers_body (fixture, label));
  g_object_set (fixture->canvas, "view-mode", BC_VIEW_MODE_ALL, NULL);
  gtk_test_widget_wait_for_draw (fixture->window);

  bc_canvas_set_overlay (fixture->canvas, NULL);
  after = ui_picture (view);
  g_assert_true (ui_same_picture (before, after));
  g_assert_false (gtk_widget_get_visible (label));
  cairo_surface_destroy (after);
  cairo_surface_destroy (before);
}

static BcRegion
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return BC_IS_REGION_WIDGET (focus) ? bc_region_widget_get_region (BC_REGION_WIDGET (focus)) : BC_REGION_NONE;
}

/* Tab goes from view to view, arrow keys from region to region, and a view remembers where one was. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *front = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT);
  GtkWidget *back = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_BACK);
  BcRegion region;

  g_assert_true (gtk_widget_grab_focus (front));
  region = get_focus (fixture);
  g_assert_cmpint (region, !=, BC_REGION_NONE);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_DOWN));
  g_assert_cmpint (get_focus (fixture), ==,
                   bc_view_widget_neighbour (BC_VIEW_WIDGET (front), region, GTK_DIR_DOWN));
  region = get_focus (fixture);

  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), back));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), front));
  g_assert_cmpint (get_focus (fixture), ==, region);
}

static graphene_point_t
centre_of (Fixture    *fixture,
           GtkWidget  *board,
           const char *region)
{
  graphene_rect_t box;
  graphene_point_t centre;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (ui_region (fixture->canvas, BC_VIEW_BACK, region)), board, &box));
  graphene_rect_get_center (&box, &centre);
  return centre;
}

/* Who zooms at a place of the body keeps it below the pointer or between the fingers, wherever in a view it is. */
static void
test_zoom_stays (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const regions[] = { "nape-lower-right", "lumbar-lower-right", "knee-posterior-left" };
  GtkWidget *board = gtk_widget_get_parent (bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_BACK));

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      graphene_point_t before = centre_of (fixture, board, regions[i]);
      graphene_point_t after;

      for (double zoom = 1.2; zoom < 2.5; zoom += 0.2) /* as a pinch does: several before the next frame */
        bc_board_zoom_at (BC_BOARD (board), zoom, (double) before.x, (double) before.y);
      gtk_test_widget_wait_for_draw (fixture->window);
      after = centre_of (fixture, board, regions[i]);
      g_assert_cmpfloat_with_epsilon ((double) after.x, (double) before.x, 2); /* boxes of regions are whole pixels */
      g_assert_cmpfloat_with_epsilon ((double) after.y, (double) before.y, 2);
      bc_canvas_zoom_fit (fixture->canvas);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

/* Zoom has its ends, tells, and fits again; a change of view fits. */
static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *front = bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT);
  int width = gtk_widget_get_width (front);
  double zoom;

  bc_canvas_zoom_in (fixture->canvas);
  bc_canvas_zoom_in (fixture->canvas);
  g_object_get (fixture->canvas, "zoom", &zoom, NULL);
  g_assert_cmpfloat_with_epsilon (zoom, 1.5625, 1e-6);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (front), >, width * 3 / 2);
  bc_canvas_zoom_out (fixture->canvas);
  bc_canvas_zoom_out (fixture->canvas);
  bc_canvas_zoom_out (fixture->canvas);
  g_object_get (fixture->canvas, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1);
  for (guint i = 0; i < 40; i++)
    bc_canvas_zoom_in (fixture->canvas);
  g_object_get (fixture->canvas, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, <=, 8);
  bc_canvas_zoom_fit (fixture->canvas);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (front), ==, width);

  g_object_set (fixture->canvas, "view-mode", BC_VIEW_SOLES, NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (gtk_widget_get_mapped (front));
  g_assert_true (gtk_widget_get_mapped (bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_SOLES)));
}

/* Another figure is other drawings with the same marks. */
static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  act (fixture, BC_VIEW_BACK, "heel-left", "region.toggle");
  bc_history_set_int (bc_chart_get_history (fixture->chart), fixture->chart, "figure", BC_FIGURE_CHILD);
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "heel-left"), TRUE);
  act (fixture, BC_VIEW_BACK, "heel-left", "region.toggle");
  g_assert_cmpint (get_role (fixture, 1, "heel-left"), ==, -1);
}

/* Marks of the chart that was shown before don't linger, and its edits no longer reach the canvas. */
static void
test_other_chart (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(BcChart) other = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  BcRegionWidget *region = ui_region (fixture->canvas, BC_VIEW_BACK, "heel-left");

  act (fixture, BC_VIEW_BACK, "heel-left", "region.toggle");
  bc_canvas_set_chart (fixture->canvas, other, bc_chart_get_last_visit (other));
  ui_assert_checked (region, FALSE);
  bc_edit_toggle_clear (fixture->chart, fixture->visit, bc_region_from_id ("heel-right"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_region (fixture->canvas, BC_VIEW_BACK, "heel-right")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not marked");
  bc_canvas_set_chart (fixture->canvas, NULL, NULL);
}

static void
test_nearest_symptom (void)
{
  g_autoptr(BcChart) chart = ui_chart_new (BC_FIGURE_CHILD);
  BcVisit *visit = bc_chart_get_last_visit (chart);

  g_assert_cmpint (bc_visit_nearest_symptom (NULL, 3), ==, 0);
  g_assert_cmpint (bc_visit_nearest_symptom (visit, 3), ==, 0);
  for (guint i = 0; i < 3; i++)
    bc_edit_add_symptom (chart, visit);
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 1));
  g_assert_cmpint (bc_visit_nearest_symptom (visit, 3), ==, 3);
  g_assert_cmpint (bc_visit_nearest_symptom (visit, 4), ==, 3);
  g_assert_cmpint (bc_visit_nearest_symptom (visit, 1), ==, 2);
  g_assert_cmpint (bc_visit_nearest_symptom (visit, 0), ==, 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/canvas/names", test_names);
  ADD ("/canvas/toggle", test_toggle);
  ADD ("/canvas/tools", test_tools);
  ADD ("/canvas/description", test_description);
  ADD ("/canvas/other-actions", test_other_actions);
  ADD ("/canvas/menu", test_menu);
  ADD ("/canvas/erase-layers", test_erase_layers);
  ADD ("/canvas/drag", test_drag);
  ADD ("/canvas/drag-cancelled", test_drag_cancelled);
  ADD ("/canvas/hover", test_hover);
  ADD ("/canvas/overlay", test_overlay);
  ADD ("/canvas/keyboard", test_keyboard);
  ADD ("/canvas/zoom", test_zoom);
  ADD ("/canvas/zoom-stays", test_zoom_stays);
  ADD ("/canvas/figure", test_figure);
  ADD ("/canvas/other-chart", test_other_chart);
  g_test_add_func ("/canvas/nearest-symptom", test_nearest_symptom);
  return g_test_run ();
}
