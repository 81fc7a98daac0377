/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-correction-form.h"

#include "bc-i18n.h"

struct _BcCorrectionForm
{
  GtkWidget parent_instance;

  BcVisit   *visit;
  GPtrArray *fields; /* of char *; "" for a place in words */
  GtkWidget *box;
  GtkWidget *what;
  GtkWidget *place;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *who;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCorrectionForm, bc_correction_form, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (BcCorrectionForm *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->after));
}

static const char *
get_chosen (BcCorrectionForm *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what));

  return chosen < self->fields->len ? g_ptr_array_index (self->fields, chosen) : "";
}

static void
changed_cb (BcCorrectionForm *self)
{
  g_assert (BC_IS_CORRECTION_FORM (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Begins with what is there now, so that one word can be changed. */
static void
chosen_cb (BcCorrectionForm *self)
{
  const char *field = get_chosen (self);
  g_autofree char *now = field[0] != '\0' ? bc_visit_dup_field (self->visit, field) : NULL;
  g_autofree char *text = NULL;

  g_assert (BC_IS_CORRECTION_FORM (self));

  gtk_widget_set_visible (self->place, field[0] == '\0');
  gtk_widget_set_visible (self->before, field[0] != '\0');
  if (now == NULL || now[0] == '\0')
    text = g_strdup (_("Nothing is there"));
  else
    /* Translators: %s is what a signed visit says and what is to be corrected */
    text = g_strdup_printf (_("There is: %s"), now);
  gtk_label_set_label (GTK_LABEL (self->before), text);
  gtk_text_buffer_set_text (get_buffer (self), now != NULL ? now : "", -1);
  changed_cb (self);
}

static void
bc_correction_form_dispose (GObject *object)
{
  BcCorrectionForm *self = BC_CORRECTION_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (bc_correction_form_parent_class)->dispose (object);
}

static void
bc_correction_form_class_init (BcCorrectionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_correction_form_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", BC_TYPE_CORRECTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "correctionform");
}

static GtkWidget *
append_labelled (GtkWidget  *box,
                 const char *text,
                 GtkWidget  *field)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_after (BcCorrectionForm *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->after = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->after), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->after), FALSE);
  g_object_set (self->after, "top-margin", 6, "bottom-margin", 6, "left-margin", 8, "right-margin", 8, NULL);
  append_labelled (self->box, _("It should be"), self->after);
  gtk_widget_add_css_class (scroller, "notes");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->after);
  gtk_box_append (GTK_BOX (self->box), scroller);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bc_correction_form_init (BcCorrectionForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->what = gtk_drop_down_new (NULL, NULL);
  append_labelled (self->box, _("What is corrected"), self->what);
  gtk_box_append (GTK_BOX (self->box), self->what);
  self->place = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->place), _("Where, in words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where, in words"), -1);
  gtk_box_append (GTK_BOX (self->box), self->place);
  self->before = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->before), 0);
  gtk_label_set_wrap (GTK_LABEL (self->before), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->before);
  add_after (self);
  self->who = gtk_entry_new ();
  append_labelled (self->box, _("Clinician"), self->who);
  gtk_box_append (GTK_BOX (self->box), self->who);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->place, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_field (BcCorrectionForm *self,
           GtkStringList    *names,
           char             *field) /* (transfer full) */
{
  g_autofree char *name = field[0] != '\0' ? bc_visit_field_dup_name (field) : g_strdup (_("Something else"));

  gtk_string_list_append (names, name);
  g_ptr_array_add (self->fields, field);
}

static GtkStringList *
list_fields (BcCorrectionForm *self)
{
  static const char *const of_visit[] = { "notes", "plan", "relation", "date", "clinician" };
  static const char *const of_symptom[] = { "now", "best", "worst", "onset", "day-pattern", "aggravating", "easing",
                                            "notes" };
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      for (guint j = 0; j < G_N_ELEMENTS (of_symptom); j++)
        add_field (self, names, g_strdup_printf ("P%d/%s", bc_symptom_get_number (symptom), of_symptom[j]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_visit); i++)
    add_field (self, names, g_strdup (of_visit[i]));
  add_field (self, names, g_strdup (""));
  return names;
}

/**
 * bc_correction_form_new:
 * @visit: a signed visit
 * @who: the clinician to suggest
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
bc_correction_form_new (BcVisit    *visit,
                        const char *who)
{
  BcCorrectionForm *self = g_object_new (BC_TYPE_CORRECTION_FORM, NULL);
  g_autoptr(GtkStringList) names = NULL;

  self->visit = g_object_ref (visit);
  names = list_fields (self);
  gtk_editable_set_text (GTK_EDITABLE (self->who), who != NULL ? who : "");
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->what), G_LIST_MODEL (names));
  chosen_cb (self);
  return GTK_WIDGET (self);
}

/**
 * bc_correction_form_dup_field:
 *
 * Returns: (transfer full): the field that is corrected, or a place in words; "" where none is given yet
 */
char *
bc_correction_form_dup_field (BcCorrectionForm *self)
{
  const char *field;

  g_return_val_if_fail (BC_IS_CORRECTION_FORM (self), NULL);

  field = get_chosen (self);
  return g_strstrip (g_strdup (field[0] != '\0' ? field : gtk_editable_get_text (GTK_EDITABLE (self->place))));
}

/**
 * bc_correction_form_dup_after:
 *
 * Returns: (transfer full): what should be there
 */
char *
bc_correction_form_dup_after (BcCorrectionForm *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (BC_IS_CORRECTION_FORM (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/**
 * bc_correction_form_get_who:
 *
 * Returns: (transfer none): who corrects
 */
const char *
bc_correction_form_get_who (BcCorrectionForm *self)
{
  g_return_val_if_fail (BC_IS_CORRECTION_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->who));
}

/**
 * bc_correction_form_is_complete:
 *
 * Returns: whether it says where, by whom, and anything new
 */
gboolean
bc_correction_form_is_complete (BcCorrectionForm *self)
{
  g_autofree char *field = NULL;
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autofree char *who = NULL;

  g_return_val_if_fail (BC_IS_CORRECTION_FORM (self), FALSE);

  field = bc_correction_form_dup_field (self);
  after = bc_correction_form_dup_after (self);
  who = g_strstrip (g_strdup (bc_correction_form_get_who (self)));
  now = bc_visit_dup_field (self->visit, field);
  return field[0] != '\0' && who[0] != '\0' && g_strcmp0 (now != NULL ? now : "", after) != 0;
}

/**
 * bc_correction_form_choose:
 * @field: what is corrected
 * @after: what should be there
 *
 * Fills the form in.
 */
void
bc_correction_form_choose (BcCorrectionForm *self,
                           const char       *field,
                           const char       *after)
{
  guint chosen = 0;

  g_return_if_fail (BC_IS_CORRECTION_FORM (self));

  while (chosen + 1 < self->fields->len && !g_str_equal (g_ptr_array_index (self->fields, chosen), field))
    chosen++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->what), chosen);
  if (get_chosen (self)[0] == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->place), field);
  gtk_text_buffer_set_text (get_buffer (self), after, -1);
}
