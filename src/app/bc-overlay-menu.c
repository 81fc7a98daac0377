/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-overlay-menu-private.h"

#include "bc-i18n.h"

static const struct
{
  BcSide      side;
  const char *label;
} sides[] = { /* as one looks at the patient's front */
  { BC_SIDE_RIGHT, NC_("map", "Right") },
  { BC_SIDE_LEFT, NC_("map", "Left") },
};

G_DEFINE_FINAL_TYPE (BcOverlayMenu, bc_overlay_menu, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_RIVAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_STATIC_ASSERT (G_N_ELEMENTS (sides) == G_N_ELEMENTS (((BcOverlayMenu *) NULL)->side_buttons));

static void
update (BcOverlayMenu *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->none), self->kind == BC_OVERLAY_NONE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->dermatomes), self->kind == BC_OVERLAY_DERMATOMES);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->side_buttons[i]), self->side == sides[i].side);
  bc_overlay_menu_select (self, self->kind == BC_OVERLAY_MAP ? self->pattern : NULL);
}

void
bc_overlay_menu_choose (BcOverlayMenu   *self,
                        BcOverlayKind    kind,
                        const BcPattern *pattern)
{
  self->kind = kind;
  self->pattern = pattern;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) kind, pattern, (int) self->side);
}

static void
none_clicked_cb (BcOverlayMenu *self)
{
  g_assert (BC_IS_OVERLAY_MENU (self));

  bc_overlay_menu_choose (self, BC_OVERLAY_NONE, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
dermatomes_clicked_cb (BcOverlayMenu *self)
{
  g_assert (BC_IS_OVERLAY_MENU (self));

  bc_overlay_menu_choose (self, BC_OVERLAY_DERMATOMES, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static const BcDermatomeMap *
button_rival (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "rival");
}

/* Who chooses one of the rivals wants to see it. */
static void
rival_toggled_cb (BcOverlayMenu  *self,
                  GtkCheckButton *button)
{
  g_assert (BC_IS_OVERLAY_MENU (self));

  if (!gtk_check_button_get_active (button) || button_rival (GTK_WIDGET (button)) == self->rival)
    return;
  self->rival = button_rival (GTK_WIDGET (button));
  g_signal_emit (self, signals[SIGNAL_RIVAL], 0, self->rival);
  bc_overlay_menu_choose (self, BC_OVERLAY_DERMATOMES, NULL);
}

static void
side_clicked_cb (BcOverlayMenu *self,
                 GtkWidget     *button)
{
  g_assert (BC_IS_OVERLAY_MENU (self));

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (self->side_buttons[i] == button)
      self->side = sides[i].side;
  /* The map that is shown changes sides at once; others wait to be chosen. */
  if (self->kind == BC_OVERLAY_MAP)
    bc_overlay_menu_choose (self, BC_OVERLAY_MAP, self->pattern);
  else
    update (self);
}

static void
bc_overlay_menu_show (GtkWidget *widget)
{
  BcOverlayMenu *self = BC_OVERLAY_MENU (widget);

  bc_overlay_menu_fill_list (self);
  update (self);
  GTK_WIDGET_CLASS (bc_overlay_menu_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
bc_overlay_menu_class_init (BcOverlayMenuClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = bc_overlay_menu_show;

  signals[SIGNAL_RIVAL] = g_signal_new ("rival-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_POINTER, G_TYPE_INT);
}

static GtkWidget *
append_toggle (GtkWidget     *box,
               const char    *label,
               GCallback      callback,
               BcOverlayMenu *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_linked_box (const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

/* The maps of dermatomes disagree with each other, so which one is shown is for the reader to choose, and to see. */
static GtkWidget *
new_rivals (BcOverlayMenu *self)
{
  const GPtrArray *maps = bc_maps_get_default ()->dermatome_maps;
  GtkWidget *first = NULL;

  self->rivals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rivals), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dermatomes by"), -1);
  for (guint i = 0; i < maps->len; i++)
    {
      const BcDermatomeMap *map = g_ptr_array_index (maps, i);
      GtkWidget *button = gtk_check_button_new_with_label (map->name);

      if (first == NULL)
        first = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      g_object_set_data (G_OBJECT (button), "rival", (gpointer) map);
      gtk_widget_set_tooltip_text (button, map->about);
      g_signal_connect_object (button, "toggled", G_CALLBACK (rival_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->rivals), button);
    }
  gtk_widget_set_visible (self->rivals, maps->len > 1);
  return self->rivals;
}

static GtkWidget *
new_browse (BcOverlayMenu *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Browse all maps"));

  gtk_widget_set_tooltip_text (button, _("Every map with its picture, evidence and sources (Ctrl+B)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.browse");
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  return button;
}

static void
bc_overlay_menu_init (BcOverlayMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *layers = new_linked_box (_("Over the figure"));
  /* Translators: the side of the source of pain whose map is shown */
  GtkWidget *side = new_linked_box (_("Side of the map"));

  self->side = BC_SIDE_RIGHT;
  self->none = append_toggle (layers, C_("map", "None"), G_CALLBACK (none_clicked_cb), self);
  self->dermatomes = append_toggle (layers, _("Dermatomes"), G_CALLBACK (dermatomes_clicked_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    self->side_buttons[i] = append_toggle (side, g_dpgettext2 (GETTEXT_PACKAGE, "map", sides[i].label),
                                           G_CALLBACK (side_clicked_cb), self);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->status, "place-detail");

  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), layers);
  gtk_box_append (GTK_BOX (box), new_rivals (self));
  gtk_box_append (GTK_BOX (box), bc_overlay_menu_new_entry (self));
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (box), bc_overlay_menu_new_list (self));
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), new_browse (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "places");
  update (self);
}

/**
 * bc_overlay_menu_new:
 *
 * Returns: (transfer floating): a popover that chooses nothing yet
 */
GtkWidget *
bc_overlay_menu_new (void)
{
  return g_object_new (BC_TYPE_OVERLAY_MENU, NULL);
}

/**
 * bc_overlay_menu_set_choice:
 * @pattern: (nullable): the map, for %BC_OVERLAY_MAP
 * @side: of the map; %BC_SIDE_BOTH leaves the side that is chosen
 *
 * Shows what lies over the figure when somebody else has chosen it.
 */
void
bc_overlay_menu_set_choice (BcOverlayMenu   *self,
                            BcOverlayKind    kind,
                            const BcPattern *pattern,
                            BcSide           side)
{
  g_return_if_fail (BC_IS_OVERLAY_MENU (self));
  g_return_if_fail (kind != BC_OVERLAY_MAP || pattern != NULL);

  self->kind = kind;
  self->pattern = kind == BC_OVERLAY_MAP ? pattern : NULL;
  if (side != BC_SIDE_BOTH)
    self->side = side;
  update (self);
}

/**
 * bc_overlay_menu_set_rival:
 * @rival: the map of all dermatomes that is shown for them
 *
 * Shows which one it is when somebody else has chosen it.
 */
void
bc_overlay_menu_set_rival (BcOverlayMenu        *self,
                           const BcDermatomeMap *rival)
{
  g_return_if_fail (BC_IS_OVERLAY_MENU (self));
  g_return_if_fail (rival != NULL);

  self->rival = rival;
  for (GtkWidget *button = gtk_widget_get_first_child (self->rivals); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (button_rival (button) == rival)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}
