/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-popover.h"

#include "bc-i18n.h"

#define MOST 24
#define MAX_HEIGHT 340

struct _BcPlacePopover
{
  GtkPopover parent_instance;

  gboolean   shows_maps;
  GPtrArray *places; /* of BcPlace, as the rows */

  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *status;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (BcPlacePopover, bc_place_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static BcPlaceUse
first_use (const BcPlace *place)
{
  return place->pattern != NULL ? BC_PLACE_MAP : BC_PLACE_MARK;
}

static BcPlaceUse
second_use (const BcPlace *place)
{
  return place->pattern != NULL ? BC_PLACE_MARK : BC_PLACE_SHOW;
}

static void
choose (BcPlacePopover *self,
        GtkListBoxRow  *row,
        gboolean        second)
{
  g_autoptr(GPtrArray) places = self->places != NULL ? g_ptr_array_ref (self->places) : NULL;
  const BcPlace *place;

  if (row == NULL || places == NULL || (guint) gtk_list_box_row_get_index (row) >= places->len)
    return;
  place = g_ptr_array_index (places, gtk_list_box_row_get_index (row));
  /* First: the focus goes back to where it was, and from there to the region. */
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, place, (int) (second ? second_use (place) : first_use (place)));
}

static void
row_activated_cb (BcPlacePopover *self,
                  GtkListBoxRow  *row)
{
  g_assert (BC_IS_PLACE_POPOVER (self));

  choose (self, row, FALSE);
}

static void
second_clicked_cb (BcPlacePopover *self,
                   GtkWidget      *button)
{
  g_assert (BC_IS_PLACE_POPOVER (self));

  choose (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)), TRUE);
}

static void
activate_cb (BcPlacePopover *self)
{
  g_assert (BC_IS_PLACE_POPOVER (self));

  choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)), FALSE);
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (BcPlacePopover *self,
         const BcPlace  *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (place->pattern != NULL ? _("Mark its regions") : _("Only show"));
  /* Translators: 1: what a button does, as in "Only show"; 2: a place, as in "Right shin" */
  g_autofree char *button_name = g_strdup_printf (C_("place", "%1$s: %2$s"),
                                                  gtk_button_get_label (GTK_BUTTON (button)), place->name);

  gtk_box_append (GTK_BOX (words), new_text (place->name, NULL));
  if (place->detail[0] != '\0')
    gtk_box_append (GTK_BOX (words), new_text (place->detail, "place-detail"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "place-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (second_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, place->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place->detail, -1);
  return row;
}

/* What is chosen, for those who see the list and, since the focus stays in the field, for those who only hear. */
static void
update_status (BcPlacePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  const BcPlace *place = row != NULL ? g_ptr_array_index (self->places, gtk_list_box_row_get_index (row)) : NULL;
  const char *hint = "";
  g_autofree char *text = NULL;

  if (place != NULL)
    {
      /* Translators: 1: a place that was found, 2: its number, 3: how many; as in "Right shin, 1 of 4" */
      text = g_strdup_printf (_("%1$s, %2$d of %3$u"), place->name, gtk_list_box_row_get_index (row) + 1,
                              self->places->len);
      hint = place->pattern != NULL ? _("Enter lays the map over the figure, Shift+Enter marks its regions")
                                    : _("Enter marks it with the tool in hand, Shift+Enter only shows it");
    }
  else if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    text = g_strdup (_("Nothing found"));
  else
    hint = self->shows_maps ? _("A place, as “shin” or “left calf”, or a level, as “L5”")
                            : _("A place, as “shin” or “left calf”");
  gtk_label_set_label (GTK_LABEL (self->status), text != NULL ? text : "");
  gtk_widget_set_visible (self->status, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_widget_set_visible (self->hint, hint[0] != '\0');
}

static void
search_cb (BcPlacePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkWidget *row;

  g_assert (BC_IS_PLACE_POPOVER (self));

  /* First, so that nothing is told of rows that are on their way out. */
  g_clear_pointer (&self->places, g_ptr_array_unref);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->places = bc_place_search (self->shows_maps ? bc_maps_get_default () : NULL, text, MOST);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, g_ptr_array_index (self->places, i)));
  gtk_widget_set_visible (self->scroller, self->places->len > 0);
  if (self->places->len > 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  update_status (self);
}

/* Keeps the chosen row in sight, without the focus that would bring it there by itself. */
static void
reveal (BcPlacePopover *self,
        GtkListBoxRow  *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double x;
  double y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (row), self->list, 0, 0, &x, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static void
move (BcPlacePopover *self,
      int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int next = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  if (self->places == NULL || self->places->len == 0)
    return;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), CLAMP (next, 0, (int) self->places->len - 1));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  reveal (self, row);
  update_status (self);
}

/* Plain Enter is the entry's own `activate`. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                BcPlacePopover        *self)
{
  g_assert (BC_IS_PLACE_POPOVER (self));

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if ((modifiers & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)), TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
selected_cb (BcPlacePopover *self)
{
  g_assert (BC_IS_PLACE_POPOVER (self));

  if (self->places != NULL)
    update_status (self);
}

/* What was typed for one place is in the way of the next. */
static void
bc_place_popover_show (GtkWidget *widget)
{
  BcPlacePopover *self = BC_PLACE_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_cb (self);
  GTK_WIDGET_CLASS (bc_place_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
bc_place_popover_dispose (GObject *object)
{
  BcPlacePopover *self = BC_PLACE_POPOVER (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (bc_place_popover_parent_class)->dispose (object);
}

static void
bc_place_popover_class_init (BcPlacePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_place_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = bc_place_popover_show;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
}

static void
build_entry (BcPlacePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Find a region"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a region"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  /* Not `search-changed`, which waits: Enter right after the last letter means what was typed. */
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
}

static void
bc_place_popover_init (BcPlacePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->shows_maps = TRUE;
  build_entry (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Places found"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                               "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  self->hint = new_text ("", "place-detail");

  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "places");
  search_cb (self);
}

/**
 * bc_place_popover_new:
 *
 * Returns: (transfer floating): a popover that finds regions and maps
 */
GtkWidget *
bc_place_popover_new (void)
{
  return g_object_new (BC_TYPE_PLACE_POPOVER, NULL);
}

/**
 * bc_place_popover_show_maps:
 * @show: whether maps are found too; not while the patient looks on
 *
 * Says whether maps are among what is found.
 */
void
bc_place_popover_show_maps (BcPlacePopover *self,
                            gboolean        show)
{
  g_return_if_fail (BC_IS_PLACE_POPOVER (self));

  if (self->shows_maps == show)
    return;
  self->shows_maps = show;
  search_cb (self);
}
