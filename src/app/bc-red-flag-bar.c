/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-red-flag-bar.h"

#include "bc-i18n.h"

struct _BcRedFlagBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *rest;
  char      *shown; /* ids of the flags that are shown, so that typing elsewhere does not rebuild the bar */
};

G_DEFINE_FINAL_TYPE (BcRedFlagBar, bc_red_flag_bar, GTK_TYPE_WIDGET)

static void
bc_red_flag_bar_dispose (GObject *object)
{
  BcRedFlagBar *self = BC_RED_FLAG_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (bc_red_flag_bar_parent_class)->dispose (object);
}

static void
bc_red_flag_bar_class_init (BcRedFlagBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_red_flag_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "redflagbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
new_flag (const BcRedFlag *flag)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  /* Translators: %s is what a red flag points to, as in "Cauda equina syndrome" */
  g_autofree char *heading = g_strdup_printf (_("Red flag – %s"), flag->meaning);
  /* Translators: %s is how urgent a red flag is and what to do, as in "Emergency: refer within the hour" */
  g_autofree char *advice = g_strdup_printf (_("To consider. %s"), bc_urgency_get_name (flag->urgency));
  GtkWidget *meaning = gtk_label_new (heading);
  GtkWidget *urgency = gtk_label_new (advice);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (meaning), TRUE);
  gtk_label_set_xalign (GTK_LABEL (meaning), 0);
  gtk_widget_add_css_class (meaning, "heading");
  gtk_label_set_wrap (GTK_LABEL (urgency), TRUE);
  gtk_label_set_xalign (GTK_LABEL (urgency), 0);
  gtk_box_append (GTK_BOX (words), meaning);
  gtk_box_append (GTK_BOX (words), urgency);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "red-flag");
  gtk_widget_add_css_class (row, bc_urgency_get_id (flag->urgency));
  return row;
}

static void
bc_red_flag_bar_init (BcRedFlagBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->revealer = gtk_revealer_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->more = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->more), self->rest);
  gtk_widget_add_css_class (self->more, "more-red-flags");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * bc_red_flag_bar_new:
 *
 * Returns: (transfer floating): a bar without flags
 */
GtkWidget *
bc_red_flag_bar_new (void)
{
  return g_object_new (BC_TYPE_RED_FLAG_BAR, NULL);
}

static char *
dup_ids (const GPtrArray *flags)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    g_string_append_printf (ids, "%s ", ((const BcRedFlag *) g_ptr_array_index (flags, i))->id);
  return g_string_free (ids, FALSE);
}

/* Several rules can point to the same thing; the most urgent of them speaks for all. */
static GPtrArray *
list_distinct (const GPtrArray *all)
{
  GPtrArray *distinct = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (all, i);
      gboolean told = FALSE;

      for (guint d = 0; d < distinct->len && !told; d++)
        told = g_str_equal (((const BcRedFlag *) g_ptr_array_index (distinct, d))->meaning, flag->meaning);
      if (!told)
        g_ptr_array_add (distinct, (gpointer) flag);
    }
  return distinct;
}

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/**
 * bc_red_flag_bar_set_flags:
 * @all: (nullable): of const BcRedFlag, most urgent first; their maps must outlive the bar
 *
 * Shows the flags: the most urgent ones in full, the others behind a line that opens.
 */
void
bc_red_flag_bar_set_flags (BcRedFlagBar    *self,
                           const GPtrArray *all)
{
  g_autoptr(GPtrArray) flags = list_distinct (all);
  g_autofree char *ids = dup_ids (flags);
  guint n = flags->len;

  g_return_if_fail (BC_IS_RED_FLAG_BAR (self));

  if (g_strcmp0 (ids, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&ids);

  if (n > 0)
    {
      empty_box (self->list);
      empty_box (self->rest);
    }
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (i == 0 ? self->list : self->rest), new_flag (g_ptr_array_index (flags, i)));
  if (n > 1)
    {
      /* Translators: %u further red flags are folded away */
      g_autofree char *text = g_strdup_printf (ngettext_ ("%u more red flag", "%u more red flags", n - 1), n - 1);

      gtk_expander_set_label (GTK_EXPANDER (self->more), text);
    }
  gtk_widget_set_visible (self->more, n > 1);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ((const BcRedFlag *) g_ptr_array_index (flags, 0))->meaning, -1);
}
