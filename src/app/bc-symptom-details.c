/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-details.h"

#include "bc-behaviour-box.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-intensity-row.h"
#include "bc-record-list.h"
#include "bc-relation-box.h"

#include <adwaita.h>

#define N_FIELDS 4
/* So that the form fits into a narrow window, in pixels. */
#define MOST_WIDTH 348
/* More than this scrolls, in pixels. */
#define MOST_HEIGHT 460

static const BcRecordColumn retest_columns[] = {
  { "sign", N_("What to test again"), 0 },
  { "result", N_("What was found"), 0 },
};

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

struct _BcSymptomDetails
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  BcSymptom *symptom;
  gboolean   updating; /* texts come from the model, in two steps: away with the old one, in with the new */

  GtkWidget     *best;
  GtkWidget     *worst;
  GtkWidget     *entries[N_FIELDS];
  GtkWidget     *notes_view;
  GtkTextBuffer *notes;
  GtkWidget     *behaviour;
  GtkWidget     *relation;
  GtkWidget     *retests;
  GtkWidget     *unconfirmed;
  GtkWidget     *resolve;
  GtkWidget     *form;
  GtkWidget     *remove;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcSymptomDetails, bc_symptom_details, GTK_TYPE_WIDGET)

static void
write_string (BcSymptomDetails *self,
              const char       *property,
              const char       *text)
{
  g_autofree char *now = NULL;

  if (self->updating || self->symptom == NULL)
    return;
  g_object_get (self->symptom, property, &now, NULL);
  if (g_strcmp0 (now, text) != 0)
    bc_history_set_string (bc_chart_get_history (self->chart), self->symptom, property, text);
}

static void
entry_changed_cb (BcSymptomDetails *self,
                  GtkEditable      *entry)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      write_string (self, fields[i].property, gtk_editable_get_text (entry));
}

static char *
dup_notes (BcSymptomDetails *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->notes, &start, &end);
  return gtk_text_buffer_get_text (self->notes, &start, &end, FALSE);
}

static void
notes_changed_cb (BcSymptomDetails *self)
{
  g_autofree char *text = dup_notes (self);

  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  write_string (self, "notes", text);
}

static void
chosen_cb (BcSymptomDetails *self,
           int               nrs,
           BcIntensityRow   *row)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  if (self->symptom != NULL)
    bc_edit_set_intensity (self->chart, self->symptom, GTK_WIDGET (row) == self->best ? "best" : "worst", nrs);
}

static void
remove_cb (BcSymptomDetails *self)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

/* --- from visit to visit --- */

static void
confirm_cb (BcSymptomDetails *self)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  if (self->symptom != NULL)
    bc_edit_confirm_symptom (self->chart, self->symptom);
}

static void
resolve_cb (BcSymptomDetails *self)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  if (self->symptom != NULL)
    bc_edit_set_resolved (self->chart, self->symptom, !bc_symptom_get_resolved (self->symptom));
}

static GtkWidget *
new_unconfirmed (BcSymptomDetails *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_("From the last visit, not confirmed yet"));
  GtkWidget *button = gtk_button_new_with_label (C_("copied symptom", "Confirm"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

/* --- signs to test again --- */

static void
add_retest_cb (BcSymptomDetails *self)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  if (self->visit != NULL && bc_edit_add_retest (self->chart, self->visit, "") != NULL)
    bc_record_list_focus (BC_RECORD_LIST (self->retests));
}

static void
remove_retest_cb (BcSymptomDetails *self,
                  GObject          *retest)
{
  g_assert (BC_IS_SYMPTOM_DETAILS (self));

  if (self->visit != NULL)
    bc_edit_remove_retest (self->chart, self->visit, BC_RETEST (retest));
}

static void
show_retests (BcSymptomDetails *self)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *retests = G_LIST_MODEL (bc_visit_get_retests (self->visit));

  for (guint i = 0; i < g_list_model_get_n_items (retests); i++)
    g_ptr_array_add (shown, g_list_model_get_item (retests, i));
  bc_record_list_set (BC_RECORD_LIST (self->retests), bc_chart_get_history (self->chart), shown);
}

/* --- life --- */

static void
bc_symptom_details_dispose (GObject *object)
{
  BcSymptomDetails *self = BC_SYMPTOM_DETAILS (object);
  GtkWidget *child;

  /* Taken apart without the entries writing to the model. */
  g_clear_object (&self->symptom);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (bc_symptom_details_parent_class)->dispose (object);
}

static void
bc_symptom_details_class_init (BcSymptomDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_symptom_details_dispose;
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", BC_TYPE_SYMPTOM_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "symptomdetails");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
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
add_entries (BcSymptomDetails *self,
             GtkGrid          *grid)
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
add_notes (BcSymptomDetails *self,
           GtkGrid          *grid)
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
bc_symptom_details_init (BcSymptomDetails *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr(GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->best = bc_intensity_row_new (_("At best"));
  self->worst = bc_intensity_row_new (_("At worst"));
  g_signal_connect_object (self->best, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worst, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_size_group_add_widget (labels, gtk_widget_get_first_child (self->best));
  gtk_size_group_add_widget (labels, gtk_widget_get_first_child (self->worst));
  self->unconfirmed = new_unconfirmed (self);
  gtk_box_append (GTK_BOX (box), self->unconfirmed);
  gtk_box_append (GTK_BOX (box), self->best);
  gtk_box_append (GTK_BOX (box), self->worst);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_entries (self, GTK_GRID (grid));
  add_notes (self, GTK_GRID (grid));
  gtk_box_append (GTK_BOX (box), grid);

  self->behaviour = bc_behaviour_box_new ();
  gtk_box_append (GTK_BOX (box), self->behaviour);
  self->relation = bc_relation_box_new ();
  gtk_box_append (GTK_BOX (box), self->relation);
  self->retests = bc_record_list_new (_("Signs to test again"), _("Add a sign to test again"), retest_columns,
                                      G_N_ELEMENTS (retest_columns));
  g_signal_connect_object (self->retests, "add", G_CALLBACK (add_retest_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retests, "remove", G_CALLBACK (remove_retest_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->retests);

  self->resolve = gtk_button_new ();
  gtk_widget_set_halign (self->resolve, GTK_ALIGN_END);
  g_signal_connect_object (self->resolve, "clicked", G_CALLBACK (resolve_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->resolve);

  self->remove = gtk_button_new_with_label (_("Delete this symptom"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  gtk_widget_set_halign (self->remove, GTK_ALIGN_END);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->remove);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->form = clamp;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * bc_symptom_details_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
bc_symptom_details_new (void)
{
  return g_object_new (BC_TYPE_SYMPTOM_DETAILS, NULL);
}

/* One symptom relates to nothing. */
static gboolean
can_relate (BcVisit *visit)
{
  return visit != NULL && g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (visit))) > 1;
}

/**
 * bc_symptom_details_set_symptom:
 * @chart: (nullable): the document
 * @visit: (nullable): one of its visits
 * @symptom: (nullable): one of its symptoms
 *
 * Shows a symptom, also as it is after an edit elsewhere.
 */
void
bc_symptom_details_set_symptom (BcSymptomDetails *self,
                                BcChart          *chart,
                                BcVisit          *visit,
                                BcSymptom        *symptom)
{
  g_autofree char *notes = NULL;

  g_return_if_fail (BC_IS_SYMPTOM_DETAILS (self));
  g_return_if_fail (visit == NULL || (BC_IS_VISIT (visit) && BC_IS_CHART (chart)));
  g_return_if_fail (symptom == NULL || (BC_IS_SYMPTOM (symptom) && BC_IS_CHART (chart)));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_set_object (&self->symptom, symptom);
  bc_behaviour_box_set_symptom (BC_BEHAVIOUR_BOX (self->behaviour), chart, symptom);
  if (visit != NULL)
    show_retests (self);
  bc_relation_box_set_visit (BC_RELATION_BOX (self->relation), chart, visit);
  gtk_widget_set_visible (self->relation, can_relate (visit));
  if (symptom == NULL)
    return;
  gtk_widget_set_sensitive (self->form, !bc_visit_is_signed (visit));
  gtk_widget_set_visible (self->unconfirmed, bc_symptom_get_unconfirmed (symptom));
  gtk_button_set_label (GTK_BUTTON (self->resolve), bc_symptom_get_resolved (symptom) ? _("It has come back")
                                                                                    : _("It is resolved"));
  self->updating = TRUE;
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->best), bc_symptom_get_best (symptom));
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->worst), bc_symptom_get_worst (symptom));
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
 * bc_symptom_details_focus:
 * @field: a property of #BcSymptom that is asked here, or "relation"
 *
 * Puts the focus where @field is filled in.
 *
 * Returns: whether it is asked here
 */
gboolean
bc_symptom_details_focus (BcSymptomDetails *self,
                          const char       *field)
{
  const struct
  {
    const char *name;
    GtkWidget  *widget;
  } others[] = {
    { "best", self->best },
    { "worst", self->worst },
    { "notes", self->notes_view },
    { "relation", self->relation },
  };

  g_return_val_if_fail (BC_IS_SYMPTOM_DETAILS (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].property, field))
      {
        gtk_widget_grab_focus (self->entries[i]);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, field) && gtk_widget_get_visible (others[i].widget))
      {
        gtk_widget_grab_focus (others[i].widget);
        return TRUE;
      }
  return FALSE;
}
