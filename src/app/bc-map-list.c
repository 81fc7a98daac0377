/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-list.h"

#include "bc-i18n.h"
#include "bc-map-search.h"
#include "bc-texts.h"

#define N_IN_ORDER G_MAXUINT

struct _BcMapList
{
  GtkWidget parent_instance;

  BcMapIndex *index;
  GPtrArray  *hits;  /* (nullable): of BcMapHit; %NULL while nothing is searched for */
  GPtrArray  *rows;  /* of GtkListBoxRow, by the maps' own order */
  guint      *places; /* of each map: its place among the hits, N_IN_ORDER where it is none */

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *status;
  GtkWidget *scroller;
  GtkWidget *list;
  gulong     selected_handler;
};

G_DEFINE_FINAL_TYPE (BcMapList, bc_map_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const BcPattern *
row_pattern (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pattern");
}

/* --- rows --- */

static GtkWidget *
new_row (const BcPattern *pattern)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *why = bc_text_new (NULL, "map-detail");

  gtk_box_append (GTK_BOX (box), bc_text_new (pattern->name, NULL));
  gtk_box_append (GTK_BOX (box), why);
  gtk_widget_set_visible (why, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "pattern", (gpointer) pattern);
  g_object_set_data (G_OBJECT (row), "why", why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pattern->name, -1);
  return row;
}

static void
set_why (GtkListBoxRow *row,
         const char    *why)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "why");

  gtk_label_set_label (GTK_LABEL (label), why);
  gtk_widget_set_visible (label, why[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
}

static int
sort_cb (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       data)
{
  BcMapList *self = data;
  const BcPattern *one = row_pattern (a);
  const BcPattern *two = row_pattern (b);
  int order = 0;

  if (self->hits != NULL)
    order = self->places[one->index] < self->places[two->index]
              ? -1 : self->places[one->index] > self->places[two->index];
  else if (one->family != two->family)
    order = g_utf8_collate (one->family->name, two->family->name);
  return order != 0 ? order : (int) one->index - (int) two->index;
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  BcMapList *self = data;

  return self->hits == NULL || self->places[row_pattern (row)->index] != N_IN_ORDER;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  BcMapList *self = data;
  const BcFamily *family = row_pattern (row)->family;
  GtkWidget *label;

  if (self->hits != NULL || (before != NULL && row_pattern (before)->family == family))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = bc_text_new (family->name, "map-family");
  gtk_list_box_row_set_header (row, label);
}

/* --- search --- */

static void
apply_hits (BcMapList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      self->places[i] = N_IN_ORDER;
      set_why (g_ptr_array_index (self->rows, i), "");
    }
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const BcMapHit *hit = g_ptr_array_index (self->hits, i);

      self->places[hit->pattern->index] = i;
      set_why (g_ptr_array_index (self->rows, hit->pattern->index),
               hit->why[0] != '\0' ? hit->why : hit->pattern->family->name);
    }
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

static void
search_cb (BcMapList *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = NULL;
  guint n;

  g_assert (BC_IS_MAP_LIST (self));

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  if (typed[0] != '\0')
    self->hits = bc_map_index_search (self->index, typed);
  apply_hits (self);
  n = self->hits != NULL ? self->hits->len : self->rows->len;
  /* Translators: %u reference maps have what is searched for */
  text = g_strdup_printf (ngettext_ ("%u map", "%u maps", n), n);
  if (n == 0)
    {
      g_free (text);
      text = g_strdup (_("No map has all of these words"));
    }
  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* The first row that is shown: its index does not count those that are filtered out. */
static GtkListBoxRow *
first_row (BcMapList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && filter_cb (GTK_LIST_BOX_ROW (row), self))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
entry_activate_cb (BcMapList *self)
{
  GtkListBoxRow *row = first_row (self);

  g_assert (BC_IS_MAP_LIST (self));

  if (row == NULL || self->hits == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, row_pattern (row));
}

/* Escape means the same here as everywhere in the window. */
static void
stop_search_cb (BcMapList *self)
{
  g_assert (BC_IS_MAP_LIST (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.escape", NULL);
}

/* From the field down into the list. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  code,
              GdkModifierType        modifiers,
              BcMapList             *self)
{
  GtkListBoxRow *row;

  g_assert (BC_IS_MAP_LIST (self));

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL || !filter_cb (row, self))
    row = first_row (self);
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return GDK_EVENT_STOP;
}

static void
row_selected_cb (BcMapList     *self,
                 GtkListBoxRow *row)
{
  g_assert (BC_IS_MAP_LIST (self));

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, row_pattern (row));
}

static void
row_activated_cb (BcMapList     *self,
                  GtkListBoxRow *row)
{
  g_assert (BC_IS_MAP_LIST (self));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, row_pattern (row));
}

/* --- life --- */

static void
bc_map_list_dispose (GObject *object)
{
  BcMapList *self = BC_MAP_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->index, bc_map_index_free);

  G_OBJECT_CLASS (bc_map_list_parent_class)->dispose (object);
}

static void
bc_map_list_class_init (BcMapListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_map_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplist");

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
build_entry (BcMapList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name, region or symptom"), NULL);
  gtk_widget_set_tooltip_text (self->entry, _("As “L5”, “left calf”, “burning foot” or “worse sitting”"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a map by name, region or symptom"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_list (BcMapList *self)
{
  const BcMaps *maps = bc_maps_get_default ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Maps"), -1);
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      GtkWidget *row = new_row (g_ptr_array_index (maps->patterns, i));

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), sort_cb, self, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  self->selected_handler = g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                                                    G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  return self->scroller;
}

static void
bc_map_list_init (BcMapList *self)
{
  self->index = bc_map_index_new (bc_maps_get_default ());
  self->rows = g_ptr_array_new ();
  self->places = g_new (guint, MAX (1, bc_maps_get_default ()->patterns->len));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->status, "map-detail");
  build_entry (self);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_box_append (GTK_BOX (self->box), new_list (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  search_cb (self);
}

/**
 * bc_map_list_new:
 *
 * Returns: (transfer floating): a list of all maps
 */
GtkWidget *
bc_map_list_new (void)
{
  return g_object_new (BC_TYPE_MAP_LIST, NULL);
}

/**
 * bc_map_list_select:
 * @pattern: a map
 *
 * Shows which map somebody else has chosen.
 */
void
bc_map_list_select (BcMapList       *self,
                    const BcPattern *pattern)
{
  GtkListBoxRow *row;

  g_return_if_fail (BC_IS_MAP_LIST (self));
  g_return_if_fail (pattern != NULL && pattern->index < self->rows->len);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  row = g_ptr_array_index (self->rows, pattern->index);
  g_signal_handler_block (self->list, self->selected_handler);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  g_signal_handler_unblock (self->list, self->selected_handler);
  gtk_widget_grab_focus (GTK_WIDGET (row)); /* brings it into sight */
}

/**
 * bc_map_list_search:
 *
 * Lets a person type what to find.
 */
void
bc_map_list_search (BcMapList *self)
{
  g_return_if_fail (BC_IS_MAP_LIST (self));

  gtk_widget_grab_focus (self->entry);
}

/**
 * bc_map_list_clear:
 *
 * Returns: whether something was searched for, which is given up
 */
gboolean
bc_map_list_clear (BcMapList *self)
{
  g_return_val_if_fail (BC_IS_MAP_LIST (self), FALSE);

  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}
