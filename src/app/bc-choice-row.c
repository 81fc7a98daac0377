/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-choice-row.h"

#include "bc-focus.h"

#include "bc-swatch.h"

#define SPACING 5
#define LEAST_CHARS 4

struct _BcChoiceRow
{
  GtkWidget parent_instance;

  const BcTerms *terms;
  gboolean       several;
  guint          value;
  GPtrArray     *buttons; /* of GtkToggleButton, unowned, as many as terms */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcChoiceRow, bc_choice_row, GTK_TYPE_WIDGET)

/* Shows the value again: a toggle button has changed by itself when it was clicked. */
static void
show_value (BcChoiceRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      guint value = (guint) self->terms->terms[i].value;

      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                    self->several ? (self->value & value) != 0 : self->value == value);
    }
}

static void
clicked_cb (BcChoiceRow *self,
            GtkButton   *button)
{
  guint i;

  g_assert (BC_IS_CHOICE_ROW (self));

  if (!g_ptr_array_find (self->buttons, button, &i))
    return;
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->terms->terms[i].value);
}

static gboolean
bc_choice_row_grab_focus (GtkWidget *widget)
{
  BcChoiceRow *self = BC_CHOICE_ROW (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
}

static void
bc_choice_row_dispose (GObject *object)
{
  BcChoiceRow *self = BC_CHOICE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->buttons, 0);

  G_OBJECT_CLASS (bc_choice_row_parent_class)->dispose (object);
}

static void
bc_choice_row_finalize (GObject *object)
{
  BcChoiceRow *self = BC_CHOICE_ROW (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (bc_choice_row_parent_class)->finalize (object);
}

static void
bc_choice_row_class_init (BcChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_choice_row_finalize;
  widget_class->focus = bc_focus_among_children;
  widget_class->grab_focus = bc_choice_row_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", BC_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_choice_row_init (BcChoiceRow *self)
{
  self->buttons = g_ptr_array_new ();
}

static GtkWidget *
new_button (BcChoiceRow *self,
            int          value)
{
  const char *name = bc_terms_get_name (self->terms, value);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  if (self->several)
    {
      gtk_box_append (GTK_BOX (box), bc_swatch_new_quality ((BcQuality) value));
      gtk_widget_add_css_class (button, "chip");
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (LEAST_CHARS, (int) g_utf8_strlen (name, -1)));
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/**
 * bc_choice_row_new:
 * @terms: the words
 * @name: translated: what is asked, for screen readers
 * @several: values are flags of #BcQuality, of which several may hold; else one, or none
 *
 * Returns: (transfer floating): a row without a value
 */
GtkWidget *
bc_choice_row_new (const BcTerms *terms,
                   const char    *name,
                   gboolean       several)
{
  BcChoiceRow *self;
  GtkWidget *row;

  g_return_val_if_fail (terms != NULL && name != NULL, NULL);

  self = g_object_new (BC_TYPE_CHOICE_ROW, NULL);
  self->terms = terms;
  self->several = several;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, several ? SPACING : 0);
  if (!several)
    gtk_widget_add_css_class (row, "linked");
  for (guint i = 0; i < terms->n_terms; i++)
    {
      GtkWidget *button = new_button (self, terms->terms[i].value);

      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * bc_choice_row_set_value:
 * @value: flags where several may hold, else one value, 0 for none
 *
 * Shows what holds.
 */
void
bc_choice_row_set_value (BcChoiceRow *self,
                         guint        value)
{
  g_return_if_fail (BC_IS_CHOICE_ROW (self));

  self->value = value;
  show_value (self);
}
