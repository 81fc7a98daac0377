/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-own-maps-bar.h"

#include "bc-i18n.h"
#include "bc-maps.h"

#define MOST_HEIGHT 200 /* px of the reasons; more are scrolled to */

struct _BcOwnMapsBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *heading;
  GtkWidget *list;
  guint      source;
  gboolean   told; /* once is enough */
};

G_DEFINE_FINAL_TYPE (BcOwnMapsBar, bc_own_maps_bar, GTK_TYPE_WIDGET)

static gboolean
tell_idle_cb (gpointer data)
{
  BcOwnMapsBar *self = data;

  self->source = 0;
  bc_own_maps_bar_set_problems (self, bc_maps_get_problems ());
  return G_SOURCE_REMOVE;
}

/* After the first frame, which need not wait for the maps. */
static void
bc_own_maps_bar_map (GtkWidget *widget)
{
  BcOwnMapsBar *self = BC_OWN_MAPS_BAR (widget);

  GTK_WIDGET_CLASS (bc_own_maps_bar_parent_class)->map (widget);
  if (!self->told && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, tell_idle_cb, self, NULL);
  self->told = TRUE;
}

static void
bc_own_maps_bar_dispose (GObject *object)
{
  BcOwnMapsBar *self = BC_OWN_MAPS_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_own_maps_bar_parent_class)->dispose (object);
}

static void
bc_own_maps_bar_class_init (BcOwnMapsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_own_maps_bar_dispose;
  widget_class->map = bc_own_maps_bar_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ownmapsbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
close_cb (BcOwnMapsBar *self)
{
  g_assert (BC_IS_OWN_MAPS_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static GtkWidget *
new_details (BcOwnMapsBar *self)
{
  GtkWidget *details = gtk_expander_new (_("What is wrong"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (details), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is wrong"), -1);
  return details;
}

static GtkWidget *
new_close_button (BcOwnMapsBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (close, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  return close;
}

static GtkWidget *
new_wrapped (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
bc_own_maps_bar_init (BcOwnMapsBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->revealer = gtk_revealer_new ();
  self->heading = new_wrapped ();
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (GTK_BOX (words), self->heading);
  gtk_box_append (GTK_BOX (words), new_details (self));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), new_close_button (self));
  gtk_widget_add_css_class (row, "own-maps-bar");
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), row);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * bc_own_maps_bar_new:
 *
 * Returns: (transfer floating): a bar that tells, soon after it is first shown, what bc_maps_get_problems() has
 */
GtkWidget *
bc_own_maps_bar_new (void)
{
  return g_object_new (BC_TYPE_OWN_MAPS_BAR, NULL);
}

/**
 * bc_own_maps_bar_set_problems:
 * @problems: (element-type utf8): why files were left out, a text each; none folds the bar away
 */
void
bc_own_maps_bar_set_problems (BcOwnMapsBar    *self,
                              const GPtrArray *problems)
{
  GtkWidget *child;
  g_autofree char *text = NULL;

  g_return_if_fail (BC_IS_OWN_MAPS_BAR (self));
  g_return_if_fail (problems != NULL);

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < problems->len; i++)
    {
      GtkWidget *label = new_wrapped ();

      gtk_label_set_label (GTK_LABEL (label), g_ptr_array_index (problems, i));
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->list), label);
    }
  /* Translators: %u is a number of problems in the files with maps that the clinic added itself */
  text = g_strdup_printf (ngettext_ ("Maps of your own: %u file was left out. All other maps are there.",
                                     "Maps of your own: %u files were left out. All other maps are there.",
                                     problems->len), problems->len);
  gtk_label_set_label (GTK_LABEL (self->heading), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), problems->len > 0);
}
