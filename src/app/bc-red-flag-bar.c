/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-red-flag-bar.h"

#include "bc-i18n.h"
#include "bc-red-flag-row.h"

struct _BcRedFlagBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *rest;
  BcChart   *chart; /* (nullable) */
  BcVisit   *visit; /* (nullable): where what is done is recorded */
  char      *shown; /* ids of the flags that are shown, so that typing elsewhere does not rebuild the bar */
};

G_DEFINE_FINAL_TYPE (BcRedFlagBar, bc_red_flag_bar, GTK_TYPE_WIDGET)

static void
bc_red_flag_bar_dispose (GObject *object)
{
  BcRedFlagBar *self = BC_RED_FLAG_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);

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

/* A row that is there already is kept, with what is being typed into it. */
static void
place_row (BcRedFlagBar    *self,
           const BcRedFlag *flag,
           GtkWidget       *box,
           GPtrArray       *kept)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < kept->len && row == NULL; i++)
    if (bc_red_flag_row_get_flag (g_ptr_array_index (kept, i)) == flag)
      row = g_ptr_array_index (kept, i);
  if (row == NULL)
    row = bc_red_flag_row_new (flag, self->chart, self->visit);
  gtk_box_append (GTK_BOX (box), row);
}

static void
take_rows (GtkWidget *box,
           GPtrArray *kept)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (box)) != NULL)
    {
      g_ptr_array_add (kept, g_object_ref (row));
      gtk_box_remove (GTK_BOX (box), row);
    }
}

static void
update_rows (GtkWidget *box)
{
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL; row = gtk_widget_get_next_sibling (row))
    bc_red_flag_row_update (BC_RED_FLAG_ROW (row));
}

/* The most urgent one in full, the others behind a line that opens. */
static void
place_rows (BcRedFlagBar    *self,
            const GPtrArray *flags)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint more = flags->len > 0 ? flags->len - 1 : 0;

  take_rows (self->list, kept);
  take_rows (self->rest, kept);
  for (guint i = 0; i < flags->len; i++)
    place_row (self, g_ptr_array_index (flags, i), i == 0 ? self->list : self->rest, kept);
  if (more > 0)
    {
      /* Translators: %u further red flags are folded away */
      g_autofree char *text = g_strdup_printf (ngettext_ ("%u more red flag", "%u more red flags", more), more);

      gtk_expander_set_label (GTK_EXPANDER (self->more), text);
    }
  gtk_widget_set_visible (self->more, more > 0);
}

/**
 * bc_red_flag_bar_set_chart:
 * @chart: (nullable): the document
 * @visit: (nullable): its visit into which is recorded what was done; without one nothing can be
 *
 * Belongs to another visit from now on, and shows no flag of the one before.
 */
void
bc_red_flag_bar_set_chart (BcRedFlagBar *self,
                           BcChart      *chart,
                           BcVisit      *visit)
{
  g_autoptr(GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (BC_IS_RED_FLAG_BAR (self));

  take_rows (self->list, old);
  take_rows (self->rest, old);
  g_clear_pointer (&self->shown, g_free);
  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  bc_red_flag_bar_set_flags (self, NULL);
}

/**
 * bc_red_flag_bar_set_flags:
 * @all: (nullable): of const BcRedFlag, most urgent first; their maps must outlive the bar
 *
 * Shows the flags, with what was done about each.
 */
void
bc_red_flag_bar_set_flags (BcRedFlagBar    *self,
                           const GPtrArray *all)
{
  g_autoptr(GPtrArray) flags = list_distinct (all);
  g_autofree char *ids = dup_ids (flags);

  g_return_if_fail (BC_IS_RED_FLAG_BAR (self));

  update_rows (self->list);
  update_rows (self->rest);
  if (g_strcmp0 (ids, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&ids);
  place_rows (self, flags);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), flags->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), flags->len > 0);
  if (flags->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ((const BcRedFlag *) g_ptr_array_index (flags, 0))->meaning, -1);
}
