/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools on the figure, by gestures: what is drawn, rubbed out, ticked and picked, and what is said of it. */

#include "bc-hand.h"
#include "tools-support.h"

/* --- brush and path --- */

/* A drag is one stroke of the brush's width, and one step; it is told, and the active symptom is the new one. */
static void
test_brush (ToolsFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(BcStroke) stroke = NULL;
  BcRole role;

  g_object_set (fixture->canvas, "tool", (int) BC_TOOL_BRUSH, "brush-width", 30.0, NULL);
  tools_drag (fixture, "thigh-posterior-upper-left", "calf-lower-left");
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
  stroke = g_list_model_get_item (tools_strokes_of (fixture, 1), 0);
  g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, 30);
  g_assert_cmpint (bc_stroke_get_view (stroke), ==, BC_VIEW_BACK);
  g_assert_true (bc_stroke_counts (stroke, bc_region_from_id ("knee-posterior-left"), &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_cmpuint (fixture->n_said, ==, 1);
  g_assert_true (g_str_has_prefix (fixture->said, "Stroke drawn for P1. Left: "));
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "knee-posterior-left"), TRUE);

  tools_drag (fixture, "loin-right", "buttock-upper-right");
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 2);
  tools_undo (fixture);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
  tools_undo (fixture);
  g_assert_true (bc_visit_is_empty (fixture->visit));
  ui_assert_checked (ui_region (fixture->canvas, BC_VIEW_BACK, "knee-posterior-left"), FALSE);
}

/* A click is a dot, a loop back to where it began is not. */
static void
test_brush_dot (ToolsFixture  *fixture,
                gconstpointer  data)
{
  BcBox loin = tools_at (fixture, "loin-left");
  g_autoptr(BcStroke) dot = NULL;
  g_autoptr(BcStroke) loop = NULL;
  guint n_points;

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  tools_click (fixture, "loin-left");
  dot = g_list_model_get_item (tools_strokes_of (fixture, 1), 0);
  bc_stroke_get_points (dot, &n_points);
  g_assert_cmpuint (n_points, ==, 1);

  g_signal_emit_by_name (tools_get_drag (fixture), "drag-begin", loin.x, loin.y);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-update", 20., 0.);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-update", 20., 20.);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-update", 0., 0.);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-end", 0., 0.);
  loop = g_list_model_get_item (tools_strokes_of (fixture, 1), 1);
  bc_stroke_get_points (loop, &n_points);
  g_assert_cmpuint (n_points, >=, 4);

  tools_click_at (fixture, 1, 200); /* beside the body */
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 2);
}

/* A drag is a path, a click says that it spreads to the region. */
static void
test_path (ToolsFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(BcStroke) stroke = NULL;
  BcRole role;

  tools_set_tool (fixture, BC_TOOL_RADIATION);
  tools_drag (fixture, "buttock-upper-left", "calf-upper-left");
  stroke = g_list_model_get_item (tools_strokes_of (fixture, 1), 0);
  g_assert_cmpint (bc_stroke_get_role (stroke), ==, BC_ROLE_RADIATION);
  g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, BC_PATH_WIDTH);
  g_assert_true (bc_stroke_counts (stroke, bc_region_from_id ("buttock-upper-left"), &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_true (bc_stroke_counts (stroke, bc_region_from_id ("calf-upper-left"), &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  g_assert_true (g_str_has_prefix (fixture->said, "Path drawn for P1. "));

  tools_click (fixture, "heel-left");
  g_assert_cmpint (tools_get_role (fixture, 1, "heel-left"), ==, BC_ROLE_RADIATION);
  tools_click (fixture, "heel-left");
  g_assert_cmpint (tools_get_role (fixture, 1, "heel-left"), ==, -1);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
}

/* While it is drawn it shows, and Escape, a second finger, or another tool leave nothing of it. */
static void
test_give_up (ToolsFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (tools_get_view (fixture));
  gpointer pinch = ui_controller (gtk_widget_get_parent (view), GTK_TYPE_GESTURE_ZOOM);
  cairo_surface_t *before;
  cairo_surface_t *during;
  cairo_surface_t *after;

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  before = ui_picture (view);
  g_assert_false (bc_canvas_give_up (fixture->canvas));
  for (guint way = 0; way < 4; way++)
    {
      tools_drag_to (fixture, "thigh-posterior-upper-left", "calf-lower-left");
      g_assert_true (bc_view_widget_is_drawing (tools_get_view (fixture)));
      during = ui_picture (view);
      g_assert_false (ui_same_picture (before, during));
      cairo_surface_destroy (during);
      if (way == 0)
        g_assert_true (bc_canvas_give_up (fixture->canvas));
      else if (way == 1)
        g_signal_emit_by_name (pinch, "begin", NULL);
      else if (way == 2)
        g_signal_emit_by_name (tools_get_drag (fixture), "cancel", NULL);
      else
        g_object_set (fixture->canvas, "tool", (int) BC_TOOL_RADIATION, NULL);
      after = ui_picture (view);
      g_assert_true (ui_same_picture (before, after));
      cairo_surface_destroy (after);
      g_signal_emit_by_name (tools_get_drag (fixture), "drag-update", 5., 5.);
      g_signal_emit_by_name (tools_get_drag (fixture), "drag-end", 5., 5.);
      g_assert_false (bc_view_widget_is_drawing (tools_get_view (fixture)));
      g_assert_false (tools_can_undo (fixture));
    }
  g_assert_cmpuint (fixture->n_said, ==, 0);
  cairo_surface_destroy (before);
}

/* --- eraser, clear --- */

/* A click just beside the body means what is next to it, one further off means nothing. */
static void
test_beside_body (ToolsFixture  *fixture,
                  gconstpointer  data)
{
  BcBox box = tools_at (fixture, "upper-arm-lateral-left");
  double edge = box.x;

  while (bc_view_widget_region_at (tools_get_view (fixture), edge, box.y) != BC_REGION_NONE)
    edge -= 0.5;
  g_assert_cmpfloat (edge, >, 12);
  tools_click_at (fixture, edge - 11, box.y);
  g_assert_true (bc_visit_is_empty (fixture->visit));
  tools_click_at (fixture, edge - 2, box.y);
  g_assert_false (bc_visit_is_empty (fixture->visit));
}

static void
test_erase_click (ToolsFixture  *fixture,
                  gconstpointer  data)
{
  tools_click (fixture, "loin-left");
  tools_set_tool (fixture, BC_TOOL_BRUSH);
  tools_drag (fixture, "loin-left", "buttock-upper-left");
  tools_set_tool (fixture, BC_TOOL_ERASE);
  tools_click (fixture, "loin-left"); /* the stroke is on top */
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 0);
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-left"), ==, BC_ROLE_SITE);
  tools_click (fixture, "loin-left");
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-left"), ==, -1);
  tools_undo (fixture);
  tools_undo (fixture);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-left"), ==, BC_ROLE_SITE);
}

/* A drag rubs parts of strokes out, in one step; begun on the mark of a region alone it takes such marks. */
static void
test_erase_drag (ToolsFixture  *fixture,
                 gconstpointer  data)
{
  tools_set_tool (fixture, BC_TOOL_BRUSH);
  tools_drag (fixture, "thigh-posterior-upper-left", "calf-lower-left");
  tools_set_tool (fixture, BC_TOOL_SITE);
  tools_click (fixture, "loin-right");
  tools_click (fixture, "buttock-upper-right");

  tools_set_tool (fixture, BC_TOOL_ERASE);
  tools_drag (fixture, "knee-posterior-left", "calf-upper-left");
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 2);
  g_assert_true (tools_draws (fixture, "thigh-posterior-upper-left"));
  g_assert_true (tools_draws (fixture, "calf-lower-left"));
  g_assert_cmpstr (fixture->said, ==, "1 stroke rubbed out in part");
  tools_undo (fixture);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);

  tools_drag (fixture, "loin-right", "buttock-upper-right");
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-right"), ==, -1);
  g_assert_cmpint (tools_get_role (fixture, 1, "buttock-upper-right"), ==, -1);
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
  tools_undo (fixture);
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-right"), ==, BC_ROLE_SITE);
}

/* Where something is drawn, no tick is possible: that is said, and other regions of the drag are ticked. */
static void
test_clear_over_ink (ToolsFixture  *fixture,
                     gconstpointer  data)
{
  tools_set_tool (fixture, BC_TOOL_BRUSH);
  tools_drag (fixture, "thigh-posterior-upper-left", "thigh-posterior-lower-left");
  tools_set_tool (fixture, BC_TOOL_CLEAR);
  tools_click (fixture, "thigh-posterior-upper-left");
  g_assert_false (bc_visit_is_clear (fixture->visit, bc_region_from_id ("thigh-posterior-upper-left")));
  g_assert_cmpstr (fixture->said, ==,
                   "Not ticked as clear: something is drawn there. Left: back of the thigh (upper)");
  tools_drag (fixture, "thigh-posterior-lower-left", "calf-upper-left");
  g_assert_true (bc_visit_is_clear (fixture->visit, bc_region_from_id ("calf-upper-left")));
  g_assert_true (tools_draws (fixture, "thigh-posterior-lower-left"));
  g_assert_true (g_str_has_prefix (fixture->said, "Clear. Left: "));
}

/* --- pick --- */

static void
test_pick (ToolsFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  GtkWidget *view = GTK_WIDGET (tools_get_view (fixture));
  cairo_surface_t *plain;
  cairo_surface_t *picked;

  tools_set_tool (fixture, BC_TOOL_BRUSH);
  tools_drag (fixture, "loin-left", "buttock-upper-left");
  tools_set_tool (fixture, BC_TOOL_PICK);
  plain = ui_picture (view);
  tools_click (fixture, "loin-left");
  g_assert_cmpstr (fixture->said, ==, "Selected: P1: stroke");
  picked = ui_picture (view);
  g_assert_false (ui_same_picture (plain, picked));
  cairo_surface_destroy (picked);

  g_assert_true (gtk_widget_activate_action (canvas, "canvas.pick-move", "i", 0));
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 0);
  g_assert_cmpuint (tools_n_strokes (fixture, 2), ==, 1);
  g_assert_cmpstr (fixture->said, ==, "Moved from P1 to P2");
  tools_undo (fixture); /* it moves away from under the selection */
  g_assert_false (bc_canvas_give_up (fixture->canvas));
  picked = ui_picture (view);
  g_assert_true (ui_same_picture (plain, picked));
  cairo_surface_destroy (picked);
  cairo_surface_destroy (plain);

  tools_click (fixture, "loin-left");
  g_assert_true (bc_canvas_give_up (fixture->canvas)); /* Escape drops the selection, not the mark */
  g_assert_false (bc_canvas_give_up (fixture->canvas));
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 1);
  tools_click (fixture, "loin-left");
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.pick-delete", NULL));
  g_assert_cmpuint (tools_n_strokes (fixture, 1), ==, 0);
  tools_click (fixture, "loin-left");
  g_assert_cmpstr (fixture->said, ==, "Nothing is marked there");
}

static void
test_pick_region (ToolsFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  GtkWidget *region;

  tools_click (fixture, "loin-left");
  tools_click (fixture, "heel-left");
  tools_set_tool (fixture, BC_TOOL_PICK);
  region = tools_focus (fixture, "loin-left");
  gtk_widget_activate_action (region, "region.toggle", NULL);
  g_assert_cmpstr (fixture->said, ==, "Selected: P1: Loin, left");
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.pick-role", "i", (int) BC_ROLE_RADIATION));
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-left"), ==, BC_ROLE_RADIATION);
  g_assert_cmpint (tools_get_role (fixture, 1, "heel-left"), ==, BC_ROLE_SITE);
  tools_focus (fixture, "heel-left");
  g_assert_true (tools_press_key (region, GDK_KEY_Delete)); /* what is selected, not what has the focus */
  g_assert_cmpint (tools_get_role (fixture, 1, "loin-left"), ==, -1);
  g_assert_cmpint (tools_get_role (fixture, 1, "heel-left"), ==, BC_ROLE_SITE);
}

static GtkWidget *
find_open_menu (GtkWidget *canvas)
{
  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  g_assert_not_reached ();
}

/* When a menu closes, keys go to the region again that it was opened on. */
static void
test_menu_focus (ToolsFixture  *fixture,
                 gconstpointer  data)
{
  GtkWidget *region = tools_focus (fixture, "loin-left");

  gtk_widget_activate_action (region, "region.menu", NULL);
  ui_settle ();
  gtk_popover_popdown (GTK_POPOVER (find_open_menu (GTK_WIDGET (fixture->canvas))));
  ui_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == region);
}

#define ADD(path, function) g_test_add (path, ToolsFixture, NULL, tools_set_up, function, tools_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/tools/brush", test_brush);
  ADD ("/tools/brush-dot", test_brush_dot);
  ADD ("/tools/path", test_path);
  ADD ("/tools/give-up", test_give_up);
  ADD ("/tools/beside-body", test_beside_body);
  ADD ("/tools/erase-click", test_erase_click);
  ADD ("/tools/erase-drag", test_erase_drag);
  ADD ("/tools/clear-over-ink", test_clear_over_ink);
  ADD ("/tools/pick", test_pick);
  ADD ("/tools/pick-region", test_pick_region);
  ADD ("/tools/menu-focus", test_menu_focus);
  return g_test_run ();
}
