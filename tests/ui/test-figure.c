/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure by keys and by name, moved and enlarged, and with large targets. */

#include "bc-board.h"
#include "tools-support.h"

/* --- keys --- */

static void
test_letters (ToolsFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *region = tools_focus (fixture, "calf-upper-left");

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  gtk_widget_activate_action (region, "region.toggle", NULL); /* without a pointer the brush marks the region */
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_SITE);
  g_assert_true (tools_press_key (region, GDK_KEY_s));
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_RADIATION);
  g_assert_cmpstr (fixture->said, ==, "P1 spreads here. Left: calf (upper)");
  g_assert_true (tools_press_key (region, GDK_KEY_c));
  g_assert_true (bc_visit_is_clear (fixture->visit, bc_region_from_id ("calf-upper-left")));
  g_assert_cmpstr (fixture->said, ==, "Clear. Left: calf (upper)");
  g_assert_true (tools_press_key (region, GDK_KEY_b));
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_SITE);
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-right"), ==, BC_ROLE_SITE);
  g_assert_cmpstr (fixture->said, ==, "P1 marked. Both sides: calf (upper)");
  g_assert_true (tools_press_key (region, GDK_KEY_Delete));
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, -1);
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-right"), ==, BC_ROLE_SITE);
}

static int
get_now (ToolsFixture *fixture)
{
  return bc_symptom_get_now (bc_visit_get_symptom (fixture->visit, 1));
}

/* Digits set how strong it is now; a 0 soon after a 1 makes a 10, after anything else it is a 0. */
static void
test_digits (ToolsFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *region = tools_focus (fixture, "calf-upper-left");

  g_assert_true (tools_press_key (region, GDK_KEY_7));
  g_assert_true (bc_visit_is_empty (fixture->visit)); /* of what? */
  g_assert_cmpuint (fixture->n_said, ==, 1);
  gtk_widget_activate_action (region, "region.toggle", NULL);
  tools_press_key (region, GDK_KEY_7);
  g_assert_cmpint (get_now (fixture), ==, 7);
  g_assert_cmpstr (fixture->said, ==, "P1: 7 of 10");
  tools_press_key (region, GDK_KEY_0);
  g_assert_cmpint (get_now (fixture), ==, 0);
  tools_press_key (region, GDK_KEY_1);
  g_assert_cmpint (get_now (fixture), ==, 1);
  tools_press_key (region, GDK_KEY_0);
  g_assert_cmpint (get_now (fixture), ==, 10);
  tools_undo (fixture); /* the 10 as a whole */
  g_assert_cmpint (get_now (fixture), ==, 0);
  bc_history_redo (bc_chart_get_history (fixture->chart));
  g_assert_cmpint (get_now (fixture), ==, 10);
  tools_press_key (region, GDK_KEY_0);
  g_assert_cmpint (get_now (fixture), ==, 0);
  tools_press_key (region, GDK_KEY_KP_1);
  bc_edit_set_intensity (fixture->chart, bc_visit_get_symptom (fixture->visit, 1), "now", 4);
  tools_press_key (region, GDK_KEY_0); /* the 1 is gone */
  g_assert_cmpint (get_now (fixture), ==, 0);
}

/* Space marks when it is let go, unless it was held to move the figure. */
static void
test_space (ToolsFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  gpointer keys = ui_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gpointer pan = ui_controller (board, GTK_TYPE_GESTURE_DRAG);
  gboolean handled;

  tools_focus (fixture, "calf-upper-left");
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 0, 0, &handled);
  g_assert_true (handled);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 0, 0, &handled); /* it repeats */
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, -1);
  g_signal_emit_by_name (keys, "key-released", GDK_KEY_space, 0, 0);
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_SITE);

  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 0, 0, &handled);
  g_signal_emit_by_name (pan, "drag-begin", 10., 10.);
  g_signal_emit_by_name (pan, "drag-end", 0., 0.);
  g_signal_emit_by_name (keys, "key-released", GDK_KEY_space, 0, 0);
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-left"), ==, BC_ROLE_SITE);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 0, GDK_CONTROL_MASK, &handled);
  g_assert_false (handled); /* both sides: bound in the region */
}

/* --- moving and zooming --- */

static double
scrolled (ToolsFixture   *fixture,
          GtkOrientation  orientation)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  g_autoptr(GtkAdjustment) adjustment = NULL;

  g_object_get (board, orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment", &adjustment, NULL);
  return gtk_adjustment_get_value (adjustment);
}

/* What lies under the hand follows it, as far as the figure goes; nothing is drawn meanwhile. */
static void
test_pan (ToolsFixture  *fixture,
          gconstpointer  data)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  gpointer pan = ui_controller (board, GTK_TYPE_GESTURE_DRAG);
  double from_x;
  double from_y;
  double x;
  double y;

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  bc_board_zoom_at (BC_BOARD (board), 4, 300, 200);
  from_x = scrolled (fixture, GTK_ORIENTATION_HORIZONTAL);
  from_y = scrolled (fixture, GTK_ORIENTATION_VERTICAL);
  bc_board_set_space (BC_BOARD (board), TRUE);
  g_signal_emit_by_name (pan, "drag-begin", 100., 100.);
  g_signal_emit_by_name (pan, "drag-update", 30., -20.);
  g_signal_emit_by_name (pan, "drag-update", 50., -60.);
  tools_drag (fixture, "loin-left", "buttock-upper-left");
  g_signal_emit_by_name (pan, "drag-end", 50., -60.);
  x = scrolled (fixture, GTK_ORIENTATION_HORIZONTAL);
  y = scrolled (fixture, GTK_ORIENTATION_VERTICAL);
  g_assert_cmpfloat_with_epsilon (x, from_x - 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, from_y + 60, 1e-6);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 0);
  bc_board_pan_by (BC_BOARD (board), 99999, 99999);
  g_assert_cmpfloat (scrolled (fixture, GTK_ORIENTATION_HORIZONTAL), ==, 0);
  bc_board_set_space (BC_BOARD (board), FALSE);
  g_signal_emit_by_name (pan, "drag-begin", 100., 100.); /* the brush draws */
  g_signal_emit_by_name (pan, "drag-update", -30., 0.);
  g_assert_cmpfloat (scrolled (fixture, GTK_ORIENTATION_HORIZONTAL), ==, 0);
  g_signal_emit_by_name (pan, "drag-end", -30., 0.);
}

/* The tool that picks moves what is enlarged, and a click with it still picks. */
static void
test_pan_by_pick (ToolsFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  gpointer pan = ui_controller (board, GTK_TYPE_GESTURE_DRAG);

  tools_set_tool (fixture, BC_TOOL_PICK);
  bc_board_zoom_at (BC_BOARD (board), 2, 0, 0);
  g_signal_emit_by_name (pan, "drag-begin", 100., 100.);
  g_signal_emit_by_name (pan, "drag-update", -5., 0.);
  g_assert_cmpfloat (scrolled (fixture, GTK_ORIENTATION_HORIZONTAL), ==, 0);
  g_signal_emit_by_name (pan, "drag-update", -40., 0.);
  g_assert_cmpfloat_with_epsilon (scrolled (fixture, GTK_ORIENTATION_HORIZONTAL), 40, 1e-6);
  g_signal_emit_by_name (pan, "drag-end", -40., 0.);
}

/* Two fingers zoom about the middle between them. */
static void
test_pinch (ToolsFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  gpointer pinch = ui_controller (board, GTK_TYPE_GESTURE_ZOOM);
  double zoom;

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_object_get (fixture->canvas, "zoom", &zoom, NULL);
  g_assert_cmpfloat_with_epsilon (zoom, 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (scrolled (fixture, GTK_ORIENTATION_HORIZONTAL), gtk_widget_get_width (board) / 2.0,
                                  1e-6);
}

/* A stroke is as wide on the body however much it is enlarged, and lies where it was drawn. */
static void
test_zoomed_stroke (ToolsFixture  *fixture,
                    gconstpointer  data)
{
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (tools_get_view (fixture)));
  double length[2];

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(BcStroke) stroke = NULL;
      const BcStrokePoint *points;
      guint n_points;

      if (i == 1)
        bc_board_zoom_at (BC_BOARD (board), 3, 600, 300);
      gtk_test_widget_wait_for_draw (fixture->window);
      tools_drag (fixture, "loin-left", "buttock-upper-left");
      stroke = g_list_model_get_item (tools_strokes_of (fixture, 1), i);
      points = bc_stroke_get_points (stroke, &n_points);
      g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, BC_BRUSH_USUAL);
      length[i] = (double) (points[n_points - 1].y - points[0].y);
    }
  g_assert_cmpfloat_with_epsilon (length[0], length[1], 2);
}

/* --- large targets, names --- */

static void
test_large_targets (ToolsFixture  *fixture,
                    gconstpointer  data)
{
  BcViewWidget *front = BC_VIEW_WIDGET (bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_FRONT));
  BcBox toe = bc_view_widget_get_anchor_box (front, bc_region_from_id ("great-toe-right"));
  gpointer gesture = ui_controller (GTK_WIDGET (front), GTK_TYPE_GESTURE_DRAG);
  g_autofree char *name = NULL;

  g_object_set (fixture->canvas, "large-targets", TRUE, NULL);
  g_signal_emit_by_name (gesture, "drag-begin", toe.x, toe.y);
  g_signal_emit_by_name (gesture, "drag-end", 0., 0.);
  g_assert_cmpint (tools_get_role (fixture, 1, "great-toe-right"), ==, BC_ROLE_SITE);
  g_assert_cmpint (tools_get_role (fixture, 1, "middle-toes-right"), ==, BC_ROLE_SITE);
  g_assert_cmpint (tools_get_role (fixture, 1, "little-toe-right"), ==, BC_ROLE_SITE);
  g_assert_cmpint (tools_get_role (fixture, 1, "little-toe-left"), ==, -1);
  name = bc_canvas_dup_target_name (fixture->canvas, bc_region_from_id ("great-toe-right"));
  g_assert_cmpstr (name, ==, "Toes, right");
  tools_undo (fixture);
  g_assert_true (bc_visit_is_empty (fixture->visit));

  g_object_set (fixture->canvas, "large-targets", FALSE, NULL);
  g_signal_emit_by_name (gesture, "drag-begin", toe.x, toe.y);
  g_signal_emit_by_name (gesture, "drag-end", 0., 0.);
  g_assert_cmpint (tools_get_role (fixture, 1, "middle-toes-right"), ==, -1);
}

static void
test_long_press (ToolsFixture  *fixture,
                 gconstpointer  data)
{
  gpointer press = ui_controller (GTK_WIDGET (tools_get_view (fixture)), GTK_TYPE_GESTURE_LONG_PRESS);
  BcBox box = tools_at (fixture, "loin-left");
  GtkWidget *label;

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-begin", box.x, box.y);
  g_signal_emit_by_name (press, "pressed", box.x, box.y);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-end", 0., 0.);
  g_assert_cmpuint (fixture->named, ==, bc_region_from_id ("loin-left"));
  g_assert_false (tools_can_undo (fixture)); /* no dot is left */
  label = ui_find_named (GTK_WIDGET (fixture->canvas), GTK_TYPE_LABEL, "Loin, left");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
}

/* --- by name --- */

static void
test_show_region (ToolsFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *focused;
  int mode;

  g_assert_true (bc_canvas_show_region (fixture->canvas, bc_region_from_id ("heel-left"), TRUE));
  focused = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (BC_IS_REGION_WIDGET (focused));
  g_assert_cmpint (bc_region_widget_get_region (BC_REGION_WIDGET (focused)), ==, bc_region_from_id ("heel-left"));
  g_object_get (fixture->canvas, "view-mode", &mode, NULL);
  g_assert_cmpint (mode, ==, BC_VIEW_MODE_ALL);

  g_object_set (fixture->canvas, "view-mode", BC_VIEW_FRONT, NULL);
  bc_canvas_show_region (fixture->canvas, bc_region_from_id ("breast-left"), FALSE);
  g_object_get (fixture->canvas, "view-mode", &mode, NULL);
  g_assert_cmpint (mode, ==, BC_VIEW_FRONT);
  bc_canvas_show_region (fixture->canvas, bc_region_from_id ("sacrum-left"), FALSE);
  g_object_get (fixture->canvas, "view-mode", &mode, NULL);
  g_assert_cmpint (mode, ==, BC_VIEW_BACK);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    g_assert_true (bc_canvas_show_region (fixture->canvas, (BcRegion) i, FALSE));
  bc_canvas_set_chart (fixture->canvas, NULL, NULL);
}

static void
test_mark_regions (ToolsFixture  *fixture,
                   gconstpointer  data)
{
  const BcRegion regions[] = { bc_region_from_id ("shin-right"), bc_region_from_id ("calf-upper-right") };

  tools_set_tool (fixture, BC_TOOL_PICK);
  bc_canvas_mark_regions (fixture->canvas, regions, 2);
  g_assert_cmpint (tools_get_role (fixture, 1, "shin-right"), ==, BC_ROLE_SITE);
  g_assert_cmpint (tools_get_role (fixture, 1, "calf-upper-right"), ==, BC_ROLE_SITE);
  g_assert_cmpstr (fixture->said, ==, "P1 marked. Right: shin, calf (upper)");
  tools_undo (fixture);
  g_assert_false (tools_can_undo (fixture));
  tools_set_tool (fixture, BC_TOOL_CLEAR);
  bc_canvas_mark_regions (fixture->canvas, regions, 1);
  bc_canvas_mark_regions (fixture->canvas, regions, 1); /* it stays */
  g_assert_true (bc_visit_is_clear (fixture->visit, regions[0]));
}

#define ADD(path, function) g_test_add (path, ToolsFixture, NULL, tools_set_up, function, tools_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/figure/letters", test_letters);
  ADD ("/figure/digits", test_digits);
  ADD ("/figure/space", test_space);
  ADD ("/figure/pan", test_pan);
  ADD ("/figure/pan-by-pick", test_pan_by_pick);
  ADD ("/figure/pinch", test_pinch);
  ADD ("/figure/zoomed-stroke", test_zoomed_stroke);
  ADD ("/figure/large-targets", test_large_targets);
  ADD ("/figure/long-press", test_long_press);
  ADD ("/figure/show-region", test_show_region);
  ADD ("/figure/mark-regions", test_mark_regions);
  return g_test_run ();
}
