/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-menu.h"

#include "bc-i18n.h"
#include "bc-visit-row.h"

/* The row at a place of the list, or the one with the keyboard. */
static BcVisitRow *
find_row (GtkWidget *widget)
{
  while (widget != NULL && !BC_IS_VISIT_ROW (widget) && !GTK_IS_LIST_VIEW (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      widget = BC_IS_VISIT_ROW (child) ? child : gtk_widget_get_parent (widget);
    }
  return BC_IS_VISIT_ROW (widget) ? BC_VISIT_ROW (widget) : NULL;
}

/* From 1, the oldest. The list has the newest first. */
static guint
get_shown (GtkWidget *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  guint selected = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));

  return selected != GTK_INVALID_LIST_POSITION ? g_list_model_get_n_items (G_LIST_MODEL (model)) - selected : 0;
}

static void
add_choice (GMenu      *menu,
            const char *label,
            guint       visit,
            guint       other)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.compare-visits", "(uu)", MIN (visit, other), MAX (visit, other));
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (guint visit,
          guint shown,
          guint n)
{
  GMenu *menu = g_menu_new ();

  if (shown != 0 && shown != visit)
    add_choice (menu, _("Compare with the Visit _Shown"), visit, shown);
  if (visit > 1 && visit - 1 != shown)
    add_choice (menu, _("Compare with the Visit _Before"), visit, visit - 1);
  if (visit < n && n != shown)
    add_choice (menu, _("Compare with the _Last Visit"), visit, n);
  return G_MENU_MODEL (menu);
}

static void
drop_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL) /* else the window has gone */
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

static void
closed_cb (GtkWidget *popover)
{
  g_assert (GTK_IS_POPOVER (popover));

  /* The choice is acted upon after this. */
  g_idle_add_once (drop_cb, g_object_ref (popover));
}

static void
pop_up (GtkWidget  *list,
        BcVisitRow *row,
        double      x, /* of the row */
        double      y)
{
  GtkWidget *panel = g_object_get_data (G_OBJECT (list), "panel");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
  g_autoptr(GMenuModel) model = NULL;
  GtkWidget *popover;
  double panel_x;
  double panel_y;

  if (n < 2 || !gtk_widget_translate_coordinates (GTK_WIDGET (row), panel, x, y, &panel_x, &panel_y))
    return;
  model = new_menu (bc_visit_row_get_number (row), get_shown (list), n);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (popover, panel);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) panel_x, (int) panel_y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_at (GtkGesture *gesture,
            double      x,
            double      y)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  BcVisitRow *row = find_row (gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT));

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (list, GTK_WIDGET (row), x, y, &x, &y);
  pop_up (list, row, x, y);
}

static void
clicked_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y)
{
  pressed_at (gesture, x, y);
}

static gboolean
key_cb (GtkWidget *list,
        GVariant  *arguments,
        gpointer   data)
{
  GtkRoot *root = gtk_widget_get_root (list);
  BcVisitRow *row = find_row (root != NULL ? gtk_root_get_focus (root) : NULL);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  pop_up (list, row, gtk_widget_get_width (GTK_WIDGET (row)) / 2, gtk_widget_get_height (GTK_WIDGET (row)) / 2);
  return GDK_EVENT_STOP;
}

/**
 * bc_visit_menu_attach:
 * @panel: holds the list, and lets go of its children in the end
 * @list: a list view of #BcVisitRow, the newest first
 *
 * Gives the rows of the list a menu.
 */
void
bc_visit_menu_attach (GtkWidget *panel,
                      GtkWidget *list)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (panel) && GTK_IS_LIST_VIEW (list));

  g_object_set_data (G_OBJECT (list), "panel", panel);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), NULL);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (pressed_at), NULL);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (hold));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (list, keys);
}
