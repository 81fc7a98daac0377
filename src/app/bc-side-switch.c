/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-side-switch.h"

#include "bc-i18n.h"

static const struct
{
  BcSide      side;
  const char *label;
} sides[] = { /* as one looks at the patient's front */
  { BC_SIDE_RIGHT, NC_("map", "Right") },
  { BC_SIDE_LEFT, NC_("map", "Left") },
  { BC_SIDE_BOTH, NC_("map", "Both") },
};

struct _BcSideSwitch
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *buttons[G_N_ELEMENTS (sides)];
};

G_DEFINE_FINAL_TYPE (BcSideSwitch, bc_side_switch, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
press (BcSideSwitch *self,
       BcSide        side)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), sides[i].side == side);
}

static void
clicked_cb (BcSideSwitch *self,
            GtkWidget    *button)
{
  g_assert (BC_IS_SIDE_SWITCH (self));

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (self->buttons[i] == button)
      {
        press (self, sides[i].side);
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) sides[i].side);
        break;
      }
}

static void
bc_side_switch_dispose (GObject *object)
{
  BcSideSwitch *self = BC_SIDE_SWITCH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_side_switch_parent_class)->dispose (object);
}

static void
bc_side_switch_class_init (BcSideSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_side_switch_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sideswitch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bc_side_switch_init (BcSideSwitch *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "map", sides[i].label));
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), self->buttons[i]);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  /* Translators: the side of the source of pain whose map is shown */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Side of the map"), -1);
}

/**
 * bc_side_switch_new:
 *
 * Returns: (transfer floating): a switch without a side yet
 */
GtkWidget *
bc_side_switch_new (void)
{
  return g_object_new (BC_TYPE_SIDE_SWITCH, NULL);
}

/**
 * bc_side_switch_set:
 * @pattern: whose side it is
 * @side: the side
 *
 * Shows the sides that @pattern can have, and the one that it has.
 */
void
bc_side_switch_set (BcSideSwitch    *self,
                    const BcPattern *pattern,
                    BcSide           side)
{
  g_return_if_fail (BC_IS_SIDE_SWITCH (self));
  g_return_if_fail (pattern != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), bc_pattern_has_sides (pattern));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i].side == BC_SIDE_BOTH)
      gtk_widget_set_visible (self->buttons[i], pattern->bilateral != BC_BILATERAL_NO);
  press (self, side);
}
