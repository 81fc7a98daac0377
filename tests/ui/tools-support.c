/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools-support.h"

static void
said_cb (ToolsFixture *fixture,
         const char   *text)
{
  g_free (fixture->said);
  fixture->said = g_strdup (text);
  fixture->n_said++;
}

static void
named_cb (ToolsFixture *fixture,
          guint         region)
{
  fixture->named = region;
}

void
tools_set_up (ToolsFixture  *fixture,
              gconstpointer  data)
{
  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->canvas = BC_CANVAS (g_object_ref_sink (bc_canvas_new ()));
  bc_canvas_set_chart (fixture->canvas, fixture->chart, fixture->visit);
  g_signal_connect_swapped (fixture->canvas, "said", G_CALLBACK (said_cb), fixture);
  g_signal_connect_swapped (fixture->canvas, "named", G_CALLBACK (named_cb), fixture);
  fixture->window = ui_window_show (GTK_WIDGET (fixture->canvas), 1300, 800);
}

void
tools_tear_down (ToolsFixture  *fixture,
                 gconstpointer  data)
{
  ui_window_close (fixture->window);
  g_assert_finalize_object (fixture->canvas);
  g_assert_finalize_object (fixture->chart);
  g_clear_pointer (&fixture->said, g_free);
}

BcViewWidget *
tools_get_view (ToolsFixture *fixture)
{
  return BC_VIEW_WIDGET (bc_canvas_get_view_widget (fixture->canvas, BC_VIEW_BACK));
}

BcBox
tools_at (ToolsFixture *fixture,
          const char   *id)
{
  return bc_view_widget_get_anchor_box (tools_get_view (fixture), bc_region_from_id (id));
}

void
tools_set_tool (ToolsFixture *fixture,
                BcTool        tool)
{
  g_object_set (fixture->canvas, "tool", (int) tool, NULL);
}

gpointer
tools_get_drag (ToolsFixture *fixture)
{
  return ui_controller (GTK_WIDGET (tools_get_view (fixture)), GTK_TYPE_GESTURE_DRAG);
}

/* Presses in one region and goes to another, without letting go. */
void
tools_drag_to (ToolsFixture *fixture,
               const char   *from,
               const char   *to)
{
  BcBox one = tools_at (fixture, from);
  BcBox two = tools_at (fixture, to);

  g_signal_emit_by_name (tools_get_drag (fixture), "drag-begin", one.x, one.y);
  for (int i = 1; i <= 10; i++)
    g_signal_emit_by_name (tools_get_drag (fixture), "drag-update", (two.x - one.x) * i / 10, (two.y - one.y) * i / 10);
}

void
tools_drag (ToolsFixture *fixture,
            const char   *from,
            const char   *to)
{
  BcBox one = tools_at (fixture, from);
  BcBox two = tools_at (fixture, to);

  tools_drag_to (fixture, from, to);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-end", two.x - one.x, two.y - one.y);
}

void
tools_click_at (ToolsFixture *fixture,
                double        x,
                double        y)
{
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-begin", x, y);
  g_signal_emit_by_name (tools_get_drag (fixture), "drag-end", 1., 0.);
}

void
tools_click (ToolsFixture *fixture,
             const char   *id)
{
  BcBox box = tools_at (fixture, id);

  tools_click_at (fixture, box.x, box.y);
}

GListModel *
tools_strokes_of (ToolsFixture *fixture,
                  int           number)
{
  BcSymptom *symptom = bc_visit_get_symptom (fixture->visit, number);

  return symptom != NULL ? G_LIST_MODEL (bc_symptom_get_strokes (symptom)) : NULL;
}

guint
tools_n_strokes (ToolsFixture *fixture,
                 int           number)
{
  return tools_strokes_of (fixture, number) != NULL ? g_list_model_get_n_items (tools_strokes_of (fixture, number)) : 0;
}

/* The role of P<number>'s mark of a region as a whole, -1 without. */
int
tools_get_role (ToolsFixture *fixture,
                int           number,
                const char   *id)
{
  BcSymptom *symptom = bc_visit_get_symptom (fixture->visit, number);
  BcMark *mark = symptom != NULL ? bc_symptom_find_mark (symptom, bc_region_from_id (id), NULL) : NULL;

  return mark != NULL ? (int) bc_mark_get_role (mark) : -1;
}

gboolean
tools_draws (ToolsFixture *fixture,
             const char   *id)
{
  BcSymptom *symptom = bc_visit_get_symptom (fixture->visit, 1);

  return symptom != NULL && bc_symptom_draws_region (symptom, bc_region_from_id (id), NULL);
}

gboolean
tools_can_undo (ToolsFixture *fixture)
{
  return bc_history_can_undo (bc_chart_get_history (fixture->chart));
}

void
tools_undo (ToolsFixture *fixture)
{
  bc_history_undo (bc_chart_get_history (fixture->chart));
}

/* Presses a key that is bound in the class of a widget or of what is above it. */
gboolean
tools_press_key (GtkWidget *widget,
                 guint      key)
{
  g_autofree char *wanted = gtk_accelerator_name (key, 0);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
              g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

              if (g_str_equal (trigger, wanted)
                  && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                   gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }
  return FALSE;
}

GtkWidget *
tools_focus (ToolsFixture *fixture,
             const char   *id)
{
  GtkWidget *region = GTK_WIDGET (ui_region (fixture->canvas, BC_VIEW_BACK, id));

  g_assert_true (gtk_widget_grab_focus (region));
  return region;
}
