/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-texts.h"

#include "bc-i18n.h"

#define N_FIELDS 4

/* The text fields, in the order of the interview. */
static const struct
{
  const char *property;
  const char *label;
  const char *hint;
} fields[N_FIELDS] = {
  { "onset", N_("Onset"), N_("When and how it began") },
  { "day-pattern", N_("24 hours"), N_("Morning, day, evening, night") },
  { "aggravating", N_("Aggravating"), N_("What makes it worse") },
  { "easing", N_("Easing"), N_("What makes it better") },
};

struct _BcSymptomTexts
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcSymptom *symptom;
  gboolean   updating; /* texts come from the model, in two steps: away with the old one, in with the new */

  GtkWidget     *entries[N_FIELDS];
  GtkWidget     *notes_view;
  GtkTextBuffer *notes;
};

G_DEFINE_FINAL_TYPE (BcSymptomTexts, bc_symptom_texts, GTK_TYPE_WIDGET)

static void
write_string (BcSymptomTexts *self,
              const char     *property,
              const char     *text)
{
  g_autofree char *now = NULL;

  if (self->updating || self->symptom == NULL)
    return;
  g_object_get (self->symptom, property, &now, NULL);
  if (g_strcmp0 (now, text) != 0)
    bc_history_set_string (bc_chart_get_history (self->chart), self->symptom, property, text);
}

static void
entry_changed_cb (BcSymptomTexts *self,
                  GtkEditable    *entry)
{
  g_assert (BC_IS_SYMPTOM_TEXTS (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      write_string (self, fields[i].property, gtk_editable_get_text (entry));
}

static char *
dup_notes (BcSymptomTexts *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->notes, &start, &end);
  return gtk_text_buffer_get_text (self->notes, &start, &end, FALSE);
}

static void
notes_changed_cb (BcSymptomTexts *self)
{
  g_autofree char *text = dup_notes (self);

  g_assert (BC_IS_SYMPTOM_TEXTS (self));

  write_string (self, "notes", text);
}

static void
bc_symptom_texts_dispose (GObject *object)
{
  BcSymptomTexts *self = BC_SYMPTOM_TEXTS (object);
  GtkWidget *child;

  /* Taken apart without the entries writing to the model. */
  g_clear_object (&self->symptom);
  g_clear_object (&self->chart);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (bc_symptom_texts_parent_class)->dispose (object);
}

static void
bc_symptom_texts_class_init (BcSymptomTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_symptom_texts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "symptomtexts");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *text,
           GtkWidget  *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  return label;
}

static void
add_entries (BcSymptomTexts *self,
             GtkGrid        *grid)
{
  for (int i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *entry = gtk_entry_new ();

      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(fields[i].hint));
      gtk_widget_set_hexpand (entry, TRUE);
      g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (grid, new_label (_(fields[i].label), entry), 0, i, 1, 1);
      gtk_grid_attach (grid, entry, 1, i, 1, 1);
      self->entries[i] = entry;
    }
}

static void
add_notes (BcSymptomTexts *self,
           GtkGrid        *grid)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = new_label (_("Notes"), text);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  g_object_set (text, "top-margin", 6, "bottom-margin", 6, "left-margin", 8, "right-margin", 8, NULL);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_add_css_class (scroller, "notes");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (grid, label, 0, N_FIELDS, 1, 1);
  gtk_grid_attach (grid, scroller, 1, N_FIELDS, 1, 1);
  self->notes_view = text;
  self->notes = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)));
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bc_symptom_texts_init (BcSymptomTexts *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_entries (self, GTK_GRID (grid));
  add_notes (self, GTK_GRID (grid));
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

/**
 * bc_symptom_texts_new:
 *
 * Returns: (transfer floating): the empty fields
 */
GtkWidget *
bc_symptom_texts_new (void)
{
  return g_object_new (BC_TYPE_SYMPTOM_TEXTS, NULL);
}

/**
 * bc_symptom_texts_set_symptom:
 * @chart: (nullable): the document
 * @symptom: (nullable): one of its symptoms
 *
 * Shows what is written of a symptom, also as it is after an edit elsewhere.
 */
void
bc_symptom_texts_set_symptom (BcSymptomTexts *self,
                              BcChart        *chart,
                              BcSymptom      *symptom)
{
  g_autofree char *notes = NULL;

  g_return_if_fail (BC_IS_SYMPTOM_TEXTS (self));
  g_return_if_fail (symptom == NULL || (BC_IS_SYMPTOM (symptom) && BC_IS_CHART (chart)));

  g_set_object (&self->chart, chart);
  g_set_object (&self->symptom, symptom);
  if (symptom == NULL)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = NULL;

      g_object_get (symptom, fields[i].property, &text, NULL);
      if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entries[i]))) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
    }
  notes = dup_notes (self);
  if (g_strcmp0 (notes, bc_symptom_get_notes (symptom)) != 0)
    gtk_text_buffer_set_text (self->notes, bc_symptom_get_notes (symptom), -1);
  self->updating = FALSE;
}

/**
 * bc_symptom_texts_focus:
 * @field: a property of #BcSymptom
 *
 * Puts the focus where @field is written.
 *
 * Returns: whether it is written here
 */
gboolean
bc_symptom_texts_focus (BcSymptomTexts *self,
                        const char     *field)
{
  GtkWidget *found = NULL;

  g_return_val_if_fail (BC_IS_SYMPTOM_TEXTS (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].property, field))
      found = self->entries[i];
  if (g_str_equal (field, "notes"))
    found = self->notes_view;
  if (found != NULL)
    gtk_widget_grab_focus (found);
  return found != NULL;
}
