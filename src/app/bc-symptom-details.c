/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-details.h"

#include "bc-behaviour-box.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-intensity-row.h"
#include "bc-record-list.h"
#include "bc-relation-box.h"
#include "bc-signed-part.h"
#include "bc-symptom-texts.h"

#include <adwaita.h>

/* So that the form fits into a narrow window, in pixels. */
#define MOST_WIDTH 348
/* More than this scrolls, in pixels. */
#define MOST_HEIGHT 460

static const BcRecordColumn retest_columns[] = {
  { "sign", N_("What to test again"), 0 },
  { "result", N_("What was found"), 0 },
};

struct _BcSymptomDetails
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  BcSymptom *symptom;

  GtkWidget *best;
  GtkWidget *worst;
  GtkWidget *texts;
  GtkWidget *behaviour;
  GtkWidget *relation;
  GtkWidget *retests;
  GtkWidget *unconfirmed;
  GtkWidget *resolve;
  GtkWidget *form;
  GtkWidget *remove;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcSymptomDetails, bc_symptom_details, GTK_TYPE_WIDGET)

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

  g_clear_object (&self->symptom);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

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
new_form (GtkWidget *box)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static GtkWidget *
new_scroller (GtkWidget *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  return scroller;
}

static void
bc_symptom_details_init (BcSymptomDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
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

  self->texts = bc_symptom_texts_new ();
  gtk_box_append (GTK_BOX (box), self->texts);
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
  self->form = new_form (box);
  gtk_widget_set_parent (new_scroller (self->form), GTK_WIDGET (self));
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
  g_return_if_fail (BC_IS_SYMPTOM_DETAILS (self));
  g_return_if_fail (visit == NULL || (BC_IS_VISIT (visit) && BC_IS_CHART (chart)));
  g_return_if_fail (symptom == NULL || (BC_IS_SYMPTOM (symptom) && BC_IS_CHART (chart)));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_set_object (&self->symptom, symptom);
  bc_symptom_texts_set_symptom (BC_SYMPTOM_TEXTS (self->texts), chart, symptom);
  bc_behaviour_box_set_symptom (BC_BEHAVIOUR_BOX (self->behaviour), chart, symptom);
  if (visit != NULL)
    show_retests (self);
  bc_relation_box_set_visit (BC_RELATION_BOX (self->relation), chart, visit);
  gtk_widget_set_visible (self->relation, can_relate (visit));
  if (symptom == NULL)
    return;
  bc_signed_part_update (self->form, visit);
  gtk_widget_set_visible (self->unconfirmed, bc_symptom_get_unconfirmed (symptom));
  gtk_button_set_label (GTK_BUTTON (self->resolve), bc_symptom_get_resolved (symptom) ? _("It has come back")
                                                                                    : _("It is resolved"));
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->best), bc_symptom_get_best (symptom));
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->worst), bc_symptom_get_worst (symptom));
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
    { "relation", self->relation },
  };

  g_return_val_if_fail (BC_IS_SYMPTOM_DETAILS (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (bc_symptom_texts_focus (BC_SYMPTOM_TEXTS (self->texts), field))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, field) && gtk_widget_get_visible (others[i].widget))
      {
        gtk_widget_grab_focus (others[i].widget);
        return TRUE;
      }
  return FALSE;
}
