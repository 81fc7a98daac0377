/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-intensity-row.h"

#include "bc-focus.h"
#include "bc-i18n.h"
#include "bc-terms.h"

/* What the scale means, where it is agreed on: the two ends of NRS-11; and its middle, to find the way by ear. */
static const struct
{
  int         nrs;
  const char *words;
} anchors[] = {
  { 0, NC_("intensity", "No pain") },
  { 5, NC_("intensity", "Half way between no pain and the worst pain imaginable") },
  { 10, NC_("intensity", "The worst pain imaginable") },
};

struct _BcIntensityRow
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *buttons[BC_NRS_MAX + 1];
  int        value;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcIntensityRow, bc_intensity_row, GTK_TYPE_WIDGET)

/* Shows the value again: a toggle button has changed by itself when it was clicked. */
static void
show_value (BcIntensityRow *self)
{
  for (int i = 0; i <= BC_NRS_MAX; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == self->value);
}

static void
clicked_cb (BcIntensityRow *self,
            GtkButton      *button)
{
  int nrs = 0;

  g_assert (BC_IS_INTENSITY_ROW (self));

  while (self->buttons[nrs] != GTK_WIDGET (button))
    nrs++;
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, nrs == self->value ? BC_NRS_UNKNOWN : nrs);
}

static gboolean
bc_intensity_row_grab_focus (GtkWidget *widget)
{
  BcIntensityRow *self = BC_INTENSITY_ROW (widget);

  return gtk_widget_grab_focus (self->buttons[MAX (0, self->value)]);
}

static void
bc_intensity_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_intensity_row_parent_class)->dispose (object);
}

static void
bc_intensity_row_class_init (BcIntensityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_intensity_row_dispose;
  widget_class->focus = bc_focus_among_children;
  widget_class->grab_focus = bc_intensity_row_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", BC_TYPE_INTENSITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "intensityrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_intensity_row_init (BcIntensityRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->value = BC_NRS_UNKNOWN;
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_set_valign (row, GTK_ALIGN_CENTER);
  for (int i = 0; i <= BC_NRS_MAX; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autofree char *css_class = g_strdup_printf ("nrs-%d", i);

      self->buttons[i] = gtk_toggle_button_new_with_label (text);
      gtk_widget_add_css_class (self->buttons[i], "nrs");
      gtk_widget_add_css_class (self->buttons[i], css_class);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), self->buttons[i]);
    }
  /* A tooltip is read out as the button's description. */
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    gtk_widget_set_tooltip_text (self->buttons[anchors[i].nrs],
                                 g_dpgettext2 (GETTEXT_PACKAGE, "intensity", anchors[i].words));
  gtk_widget_set_hexpand (row, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE); /* wherever there is room, for larger targets */
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

/**
 * bc_intensity_row_new:
 * @name: translated: what is rated, as "Now"
 *
 * Returns: (transfer floating): a row without a value
 */
GtkWidget *
bc_intensity_row_new (const char *name)
{
  BcIntensityRow *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (BC_TYPE_INTENSITY_ROW, NULL);
  gtk_label_set_label (GTK_LABEL (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 0; i <= BC_NRS_MAX; i++)
    {
      /* Translators: a button of a scale: what is rated, and how strong, as in "Now: 6 of 10" */
      g_autofree char *label = g_strdup_printf (_("%s: %d of 10"), name, i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  return GTK_WIDGET (self);
}

/**
 * bc_intensity_row_set_value:
 * @nrs: NRS-11 0..10, or %BC_NRS_UNKNOWN
 *
 * Shows an intensity.
 */
void
bc_intensity_row_set_value (BcIntensityRow *self,
                            int             nrs)
{
  g_return_if_fail (BC_IS_INTENSITY_ROW (self));
  g_return_if_fail (nrs >= BC_NRS_UNKNOWN && nrs <= BC_NRS_MAX);

  self->value = nrs;
  show_value (self);
}

/**
 * bc_intensity_row_get_value:
 *
 * Returns: what it shows: NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_intensity_row_get_value (BcIntensityRow *self)
{
  g_return_val_if_fail (BC_IS_INTENSITY_ROW (self), BC_NRS_UNKNOWN);

  return self->value;
}
