/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-record-list.h"

#include "bc-i18n.h"
#include "bc-number-entry.h"

#define SPACING 6

struct _BcRecordList
{
  GtkWidget parent_instance;

  const BcRecordColumn *columns;
  guint                 n_columns;
  BcHistory            *history;
  GPtrArray            *records;
  gboolean              updating; /* the model is being shown: what the entries emit is no edit */

  GtkWidget *title;
  GtkWidget *rows;
  GtkWidget *add;
};

enum
{
  SIGNAL_ADD,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcRecordList, bc_record_list, GTK_TYPE_WIDGET)

/* What an entry is for. */
typedef struct
{
  GObject              *record; /* held */
  const BcRecordColumn *column;
} Cell;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_object_unref (cell->record);
  g_free (cell);
}

static Cell *
get_cell (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "bc-cell");
}

static void
changed_cb (BcRecordList *self,
            GtkWidget    *entry)
{
  Cell *cell = get_cell (entry);
  g_autofree char *text = NULL;
  int number;
  int before = BC_NUMBER_NONE;

  g_assert (BC_IS_RECORD_LIST (self));

  if (self->updating || self->history == NULL || cell == NULL)
    return;
  if (cell->column->most == 0)
    {
      g_object_get (cell->record, cell->column->property, &text, NULL);
      if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
        bc_history_set_string (self->history, cell->record, cell->column->property,
                               gtk_editable_get_text (GTK_EDITABLE (entry)));
      return;
    }
  g_object_get (cell->record, cell->column->property, &before, NULL);
  if (bc_number_entry_read (entry, &number) && number != before)
    bc_history_set_typed_int (self->history, cell->record, cell->column->property, number);
}

static void
show_cell (GtkWidget *entry)
{
  Cell *cell = get_cell (entry);
  g_autofree char *text = NULL;
  int number = BC_NUMBER_NONE;

  if (cell->column->most > 0)
    {
      g_object_get (cell->record, cell->column->property, &number, NULL);
      bc_number_entry_show (entry, number);
      return;
    }
  g_object_get (cell->record, cell->column->property, &text, NULL);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_cells (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (get_cell (child) == NULL)
      show_cells (child);
    else if (get_cell (child)->column != NULL)
      show_cell (child);
}

static void
remove_cb (BcRecordList *self,
           GtkWidget    *button)
{
  g_autoptr(GObject) record = g_object_ref (get_cell (button)->record);

  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, record);
}

static void
add_cb (BcRecordList *self)
{
  g_assert (BC_IS_RECORD_LIST (self));

  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
set_cell (GtkWidget            *widget,
          GObject              *record,
          const BcRecordColumn *column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->record = g_object_ref (record);
  cell->column = column;
  g_object_set_data_full (G_OBJECT (widget), "bc-cell", cell, free_cell);
}

static GtkWidget *
new_entry (BcRecordList         *self,
           GObject              *record,
           const BcRecordColumn *column)
{
  GtkWidget *entry = column->most > 0 ? bc_number_entry_new (_(column->label), column->most) : gtk_entry_new ();

  if (column->most == 0)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(column->label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(column->label), -1);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
      gtk_widget_set_hexpand (entry, TRUE);
    }
  set_cell (entry, record, column);
  show_cell (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* Texts side by side with the button that takes the record away; numbers, each behind its name, below. */
static GtkWidget *
new_row (BcRecordList *self,
         GObject      *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *entry = new_entry (self, record, &self->columns[i]);

      if (self->columns[i].most > 0)
        {
          GtkWidget *label = gtk_label_new (_(self->columns[i].label));

          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_xalign (GTK_LABEL (label), 1);
          gtk_widget_set_hexpand (label, TRUE);
          gtk_box_append (GTK_BOX (numbers), label);
        }
      gtk_box_append (GTK_BOX (self->columns[i].most > 0 ? numbers : texts), entry);
    }
  set_cell (button, record, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (texts), button);
  gtk_box_append (GTK_BOX (row), texts);
  if (gtk_widget_get_first_child (numbers) != NULL)
    gtk_box_append (GTK_BOX (row), numbers);
  else
    g_object_unref (g_object_ref_sink (numbers));
  return row;
}

static void
bc_record_list_dispose (GObject *object)
{
  BcRecordList *self = BC_RECORD_LIST (object);
  GtkWidget *child;

  self->updating = TRUE; /* taken apart without the entries writing to the model */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (bc_record_list_parent_class)->dispose (object);
}

static void
bc_record_list_class_init (BcRecordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_record_list_dispose;
  signals[SIGNAL_ADD] = g_signal_new ("add", BC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", BC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_OBJECT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_record_list_init (BcRecordList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->records = g_ptr_array_new ();
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "dim-label");
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->add);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/**
 * bc_record_list_new:
 * @title: what is listed
 * @add_label: what the button for one more does
 * @columns: (array length=n_columns): what is asked; static
 *
 * Returns: (transfer floating): a list without records
 */
GtkWidget *
bc_record_list_new (const char           *title,
                    const char           *add_label,
                    const BcRecordColumn *columns,
                    guint                 n_columns)
{
  BcRecordList *self = g_object_new (BC_TYPE_RECORD_LIST, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (self->add, add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);
  return GTK_WIDGET (self);
}

static gboolean
shows (BcRecordList *self,
       GPtrArray    *records)
{
  if (records->len != self->records->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (g_ptr_array_index (records, i) != g_ptr_array_index (self->records, i))
      return FALSE;
  return TRUE;
}

/**
 * bc_record_list_set:
 * @history: (nullable): where edits go
 * @records: (element-type GObject): what to show
 *
 * Shows the records as they are now. Rows stay while their records do, so that who writes is not disturbed.
 */
void
bc_record_list_set (BcRecordList *self,
                    BcHistory    *history,
                    GPtrArray    *records)
{
  GtkWidget *child;

  g_return_if_fail (BC_IS_RECORD_LIST (self));
  g_return_if_fail (records != NULL);

  self->updating = TRUE;
  g_set_object (&self->history, history);
  if (!shows (self, records))
    {
      while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
        gtk_box_remove (GTK_BOX (self->rows), child);
      g_ptr_array_unref (self->records);
      self->records = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < records->len; i++)
        {
          GObject *record = g_ptr_array_index (records, i);

          g_ptr_array_add (self->records, g_object_ref (record));
          gtk_box_append (GTK_BOX (self->rows), new_row (self, record));
        }
    }
  show_cells (self->rows);
  self->updating = FALSE;
}

/**
 * bc_record_list_focus:
 *
 * Puts the focus into the last row, or on the button where there is none.
 */
void
bc_record_list_focus (BcRecordList *self)
{
  GtkWidget *last;

  g_return_if_fail (BC_IS_RECORD_LIST (self));

  last = gtk_widget_get_last_child (self->rows);
  if (last == NULL)
    gtk_widget_grab_focus (self->add);
  else
    gtk_widget_child_focus (last, GTK_DIR_TAB_FORWARD);
}
