/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The list makes its rows itself and uses them again. A picture is painted when its row has come into sight, one a
 * frame, so that neither opening a long chart nor scrolling through it waits for pictures.
 */

#include "bc-visits-panel.h"

#include "bc-i18n.h"
#include "bc-screen.h"
#include "bc-visit-menu.h"
#include "bc-visit-row.h"

#include <adwaita.h>

/* Frames without anything to paint before the panel stops looking: what was scrolled is placed in the frame after. */
#define PATIENCE 2

struct _BcVisitsPanel
{
  GtkWidget parent_instance;

  BcChart            *chart;
  BcVisit            *shown; /* (nullable): the one that is selected once the list has it */
  GListStore         *visits; /* of BcVisit, newest first */
  GtkSingleSelection *selection;
  BcVisitPictures    *pictures;
  GPtrArray          *rows; /* those that show a visit, in no order; not held */
  gboolean            updating;
  guint               tick;
  int                 patience;

  GtkWidget    *list;
  GtkWidget    *compare;
  GSignalGroup *history_signals;
  GSignalGroup *visits_signals;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcVisitsPanel, bc_visits_panel, GTK_TYPE_WIDGET)

/* --- pictures --- */

static gboolean
is_in_sight (GtkWidget *row)
{
  BcBox box;

  if (!gtk_widget_get_mapped (row))
    return FALSE;
  box = bc_screen_get_visible_box (row);
  return box.width > 0 && box.height > 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  BcVisitsPanel *self = BC_VISITS_PANEL (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      BcVisitRow *row = g_ptr_array_index (self->rows, i);

      if (is_in_sight (GTK_WIDGET (row))
          && bc_visit_pictures_update (self->pictures, self->chart, bc_visit_row_get_visit (row),
                                       bc_screen_get_scheme (), scale))
        {
          bc_visit_row_repaint (row);
          self->patience = PATIENCE;
          return G_SOURCE_CONTINUE;
        }
    }
  if (self->patience-- > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_pictures (BcVisitsPanel *self)
{
  self->patience = PATIENCE;
  if (self->tick == 0 && self->chart != NULL)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* --- list --- */

static guint
count (BcVisitsPanel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->visits));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BcVisitsPanel            *self)
{
  gtk_list_item_set_child (item, bc_visit_row_new (self->pictures));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BcVisitsPanel            *self)
{
  BcVisitRow *row = BC_VISIT_ROW (gtk_list_item_get_child (item));

  bc_visit_row_set_visit (row, gtk_list_item_get_item (item), count (self) - gtk_list_item_get_position (item),
                          count (self));
  g_ptr_array_add (self->rows, row);
  queue_pictures (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BcVisitsPanel            *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->rows, row);
  if (row != NULL)
    bc_visit_row_set_visit (BC_VISIT_ROW (row), NULL, 0, 0);
}

static void
selected_cb (BcVisitsPanel *self)
{
  BcVisit *visit = gtk_single_selection_get_selected_item (self->selection);

  g_assert (BC_IS_VISITS_PANEL (self));

  if (!self->updating && visit != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, visit);
}

/* A visit was changed: its words at once, its picture in the next frame. */
static void
history_changed_cb (BcVisitsPanel *self)
{
  g_assert (BC_IS_VISITS_PANEL (self));

  for (guint i = 0; i < self->rows->len; i++)
    bc_visit_row_update (g_ptr_array_index (self->rows, i));
  queue_pictures (self);
}

static void
number_rows (BcVisitsPanel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      BcVisitRow *row = g_ptr_array_index (self->rows, i);
      guint position;

      if (g_list_store_find (self->visits, bc_visit_row_get_visit (row), &position))
        bc_visit_row_set_visit (row, bc_visit_row_get_visit (row), count (self) - position, count (self));
    }
}

static void
select_shown (BcVisitsPanel *self)
{
  guint position;

  if (self->shown == NULL || !g_list_store_find (self->visits, self->shown, &position)
      || gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* The chart has the oldest first, the list the newest. */
static void
visits_changed_cb (BcVisitsPanel *self,
                   guint          position,
                   guint          n_removed,
                   guint          n_added,
                   GListModel    *visits)
{
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (BC_IS_VISITS_PANEL (self));

  for (guint i = n_added; i > 0; i--)
    g_ptr_array_add (added, g_list_model_get_item (visits, position + i - 1));
  self->updating = TRUE;
  g_list_store_splice (self->visits, count (self) - position - n_removed, n_removed, added->pdata, added->len);
  self->updating = FALSE;
  number_rows (self);
  gtk_widget_set_visible (self->compare, count (self) > 1);
  select_shown (self); /* the window may have heard of a new visit first */
}

/* --- life --- */

static void
bc_visits_panel_dispose (GObject *object)
{
  BcVisitsPanel *self = BC_VISITS_PANEL (object);
  GtkWidget *child;

  if (self->history_signals != NULL)
    {
      g_signal_group_set_target (self->history_signals, NULL);
      g_signal_group_set_target (self->visits_signals, NULL);
    }
  g_clear_object (&self->history_signals);
  g_clear_object (&self->visits_signals);
  self->updating = TRUE;
  if (self->visits != NULL)
    g_list_store_remove_all (self->visits);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->visits);
  g_clear_object (&self->pictures);
  g_clear_object (&self->shown);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_visits_panel_parent_class)->dispose (object);
}

static void
bc_visits_panel_finalize (GObject *object)
{
  g_ptr_array_unref (BC_VISITS_PANEL (object)->rows);

  G_OBJECT_CLASS (bc_visits_panel_parent_class)->finalize (object);
}

static void
bc_visits_panel_class_init (BcVisitsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_visits_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_visits_panel_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", BC_TYPE_VISITS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, BC_TYPE_VISIT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "visitspanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The arrow of a split button is a button of its own, and libadwaita leaves it without a name. */
static void
name_arrow (GtkWidget  *split_button,
            const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_start_button (void)
{
  GtkWidget *button = adw_split_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("From the _Last Visit"), "win.new-visit('last')");
  g_menu_append (menu, _("_Empty"), "win.new-visit('empty')");
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), _("New Visit"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), G_MENU_MODEL (menu));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.new-visit('last')");
  gtk_widget_set_tooltip_text (button, _("Begin a visit of today with a copy of the last one (Shift+Ctrl+N)"));
  gtk_widget_add_css_class (button, "new-visit");
  name_arrow (button, _("How a new visit begins"));
  return button;
}

/* To be seen as soon as there are two visits. */
static GtkWidget *
new_compare_button (BcVisitsPanel *self)
{
  self->compare = gtk_button_new_with_label (_("Compare Visits"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compare), "win.compare");
  gtk_widget_set_tooltip_text (self->compare, _("What changed since the visit before; of the first visit, since then "
                                                "(Ctrl+K)"));
  gtk_widget_add_css_class (self->compare, "compare");
  gtk_widget_set_visible (self->compare, FALSE);
  return self->compare;
}

static void
add_list (BcVisitsPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *scrolled;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visits, the newest first"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  scrolled = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (queue_pictures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (queue_pictures), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  bc_visit_menu_attach (GTK_WIDGET (self), self->list);
}

static void
bc_visits_panel_init (BcVisitsPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Visits"), -1);
  self->rows = g_ptr_array_new ();
  self->pictures = bc_visit_pictures_new ();
  self->visits = g_list_store_new (BC_TYPE_VISIT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->visits)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (new_start_button (), GTK_WIDGET (self));
  gtk_widget_set_parent (new_compare_button (self), GTK_WIDGET (self));
  add_list (self);

  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (history_changed_cb), self);
  self->visits_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->visits_signals, "items-changed", G_CALLBACK (visits_changed_cb), self);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (queue_pictures));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (queue_pictures), NULL);
  g_signal_connect (self, "map", G_CALLBACK (queue_pictures), NULL);
}

/**
 * bc_visits_panel_new:
 *
 * Returns: (transfer floating): a panel without a chart
 */
GtkWidget *
bc_visits_panel_new (void)
{
  return g_object_new (BC_TYPE_VISITS_PANEL, NULL);
}

static void
set_chart (BcVisitsPanel *self,
           BcChart       *chart)
{
  GListModel *visits = chart != NULL ? G_LIST_MODEL (bc_chart_get_visits (chart)) : NULL;

  if (!g_set_object (&self->chart, chart))
    return;
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  g_signal_group_set_target (self->visits_signals, visits);
  self->updating = TRUE;
  g_list_store_remove_all (self->visits);
  bc_visit_pictures_forget (self->pictures);
  self->updating = FALSE;
  gtk_widget_set_visible (self->compare, FALSE);
  if (visits != NULL)
    visits_changed_cb (self, 0, 0, g_list_model_get_n_items (visits), visits);
}

/**
 * bc_visits_panel_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): the visit that is shown elsewhere
 *
 * Lists the visits of @chart, with @visit selected.
 */
void
bc_visits_panel_set_chart (BcVisitsPanel *self,
                           BcChart       *chart,
                           BcVisit       *visit)
{
  g_return_if_fail (BC_IS_VISITS_PANEL (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->shown, visit);
  set_chart (self, chart);
  select_shown (self);
}

/**
 * bc_visits_panel_get_n_painted:
 *
 * Returns: how many pictures were painted since the panel was made
 */
guint
bc_visits_panel_get_n_painted (BcVisitsPanel *self)
{
  g_return_val_if_fail (BC_IS_VISITS_PANEL (self), 0);

  return bc_visit_pictures_get_n_painted (self->pictures);
}
