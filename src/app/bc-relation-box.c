/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-relation-box.h"

#include "bc-choice-row.h"
#include "bc-edit.h"
#include "bc-focus.h"
#include "bc-i18n.h"
#include "bc-wrap-box.h"

#define SPACING 6
/* With more symptoms there would be more pairs than anybody reads. */
#define MOST_PAIRED 3

struct _BcRelationBox
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  GtkWidget *entry;
  GtkWidget *pairs;
  GtkWidget *choices;
  gboolean   updating; /* the text comes from the model, in two steps: away with the old one, in with the new */
  char      *offered; /* what the choices were made from: the numbers of the symptoms */
};

G_DEFINE_FINAL_TYPE (BcRelationBox, bc_relation_box, GTK_TYPE_WIDGET)

static void
entry_changed_cb (BcRelationBox *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_assert (BC_IS_RELATION_BOX (self));

  if (!self->updating && self->visit != NULL && g_strcmp0 (text, bc_visit_get_relation (self->visit)) != 0)
    bc_history_set_string (bc_chart_get_history (self->chart), self->visit, "relation", text);
}

static void
choice_cb (BcRelationBox *self,
           GtkButton     *button)
{
  BcHistory *history;

  g_assert (BC_IS_RELATION_BOX (self));

  if (self->visit == NULL)
    return;
  /* A step of its own, whatever was chosen or typed just before. */
  history = bc_chart_get_history (self->chart);
  bc_history_seal (history);
  bc_history_begin (history, _("Relate the symptoms"));
  bc_history_set_string (history, self->visit, "relation", gtk_button_get_label (button));
  bc_history_end (history);
  bc_history_seal (history);
}

static gboolean
bc_relation_box_grab_focus (GtkWidget *widget)
{
  BcRelationBox *self = BC_RELATION_BOX (widget);

  return gtk_widget_grab_focus (self->entry);
}

static void
bc_relation_box_dispose (GObject *object)
{
  BcRelationBox *self = BC_RELATION_BOX (object);
  GtkWidget *child;

  /* Taken apart without the entry writing to the model. */
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_relation_box_parent_class)->dispose (object);
}

static void
bc_relation_box_finalize (GObject *object)
{
  BcRelationBox *self = BC_RELATION_BOX (object);

  g_free (self->offered);

  G_OBJECT_CLASS (bc_relation_box_parent_class)->finalize (object);
}

static void
bc_relation_box_class_init (BcRelationBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_relation_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_relation_box_finalize;
  widget_class->focus = bc_focus_among_children;
  widget_class->grab_focus = bc_relation_box_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relationbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_relation_box_init (BcRelationBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("How the symptoms belong together"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Relation of the symptoms"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  self->choices = bc_wrap_box_new (SPACING, SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Usual relations"), -1);
  self->pairs = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->pairs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
add_choice (BcRelationBox *self,
            const char    *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (self->choices), button);
}

/* --- which brings which on --- */

typedef struct
{
  int from;
  int to;
} Pair;

static void
answered_cb (BcRelationBox *self,
             int            value,
             GtkWidget     *row)
{
  const Pair *pair = g_object_get_data (G_OBJECT (row), "bc-pair");
  BcLink *link;

  g_assert (BC_IS_RELATION_BOX (self));

  if (self->visit == NULL)
    return;
  link = bc_visit_find_link (self->visit, pair->from, pair->to);
  if (link != NULL && (int) bc_link_get_value (link) == value)
    value = BC_ANSWER_NONE; /* a tap on the pressed one takes it back */
  bc_edit_set_link (self->chart, self->visit, pair->from, pair->to, (BcAnswerValue) value);
}

static void
add_pair (BcRelationBox *self,
          int            from,
          int            to)
{
  static const BcTerm terms[] = { { BC_ANSWER_YES, "yes", NC_("answer", "yes") },
                                  { BC_ANSWER_NO, "no", NC_("answer", "no") } };
  static const BcTerms yes_no = { terms, G_N_ELEMENTS (terms), "answer" };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  /* Translators: two symptoms, as in "P1 brings P2 on": the second comes when the first is there */
  g_autofree char *text = g_strdup_printf (C_("relation", "P%d brings P%d on"), from, to);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = bc_choice_row_new (&yes_no, text, FALSE);
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair) { from, to };
  g_object_set_data_full (G_OBJECT (row), "bc-pair", pair, g_free);
  g_signal_connect_object (row, "chosen", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), row);
  gtk_box_append (GTK_BOX (self->pairs), line);
}

static void
show_pairs (BcRelationBox *self)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->pairs); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *row = gtk_widget_get_last_child (line);
      const Pair *pair = g_object_get_data (G_OBJECT (row), "bc-pair");
      BcLink *link = bc_visit_find_link (self->visit, pair->from, pair->to);

      bc_choice_row_set_value (BC_CHOICE_ROW (row), link != NULL ? (guint) bc_link_get_value (link) : 0);
    }
}

static void
add_pairs (BcRelationBox *self,
           GListModel    *symptoms)
{
  guint n_symptoms = MIN (g_list_model_get_n_items (symptoms), MOST_PAIRED);

  for (guint i = 0; i < n_symptoms; i++)
    for (guint j = 0; j < n_symptoms; j++)
      {
        g_autoptr(BcSymptom) one = g_list_model_get_item (symptoms, i);
        g_autoptr(BcSymptom) other = g_list_model_get_item (symptoms, j);

        if (i != j)
          add_pair (self, bc_symptom_get_number (one), bc_symptom_get_number (other));
      }
}

static char *
dup_numbers (GListModel *symptoms)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      g_string_append_printf (text, "%d ", bc_symptom_get_number (symptom));
    }
  return g_string_free (text, FALSE);
}

static void
offer (BcRelationBox *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  g_autofree char *numbers = dup_numbers (symptoms);
  GtkWidget *child;

  if (g_strcmp0 (numbers, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_steal_pointer (&numbers);
  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_widget_unparent (child);
  while ((child = gtk_widget_get_first_child (self->pairs)) != NULL)
    gtk_box_remove (GTK_BOX (self->pairs), child);
  add_pairs (self, symptoms);
  /* Translators: the symptoms come at the same time */
  add_choice (self, C_("relation", "They come together"));
  /* Translators: each symptom comes without the others */
  add_choice (self, C_("relation", "They come separately"));
}

/**
 * bc_relation_box_new:
 *
 * Returns: (transfer floating): a box without a visit
 */
GtkWidget *
bc_relation_box_new (void)
{
  return g_object_new (BC_TYPE_RELATION_BOX, NULL);
}

/**
 * bc_relation_box_set_visit:
 * @chart: (nullable): the document
 * @visit: (nullable): one of its visits
 *
 * Shows how the symptoms of @visit relate, also as it is after an edit elsewhere.
 */
void
bc_relation_box_set_visit (BcRelationBox *self,
                           BcChart       *chart,
                           BcVisit       *visit)
{
  g_return_if_fail (BC_IS_RELATION_BOX (self));
  g_return_if_fail (visit == NULL || (BC_IS_VISIT (visit) && BC_IS_CHART (chart)));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  if (visit == NULL)
    return;
  offer (self);
  show_pairs (self);
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), bc_visit_get_relation (visit)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), bc_visit_get_relation (visit));
  self->updating = FALSE;
}
