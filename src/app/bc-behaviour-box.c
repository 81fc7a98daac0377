/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-behaviour-box.h"

#include "bc-choice-row.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-number-entry.h"
#include "bc-record-list.h"
#include "bc-symptom-irritability.h"

#include <adwaita.h>

#define N_TIMES 4
#define N_COUNTS 2

static const struct
{
  const char *property;
  const char *label;
} times[N_TIMES] = {
  { "morning", NC_("time of day", "morning") },
  { "daytime", NC_("time of day", "day") },
  { "evening", NC_("time of day", "evening") },
  { "night", NC_("time of day", "night") },
};

static const struct
{
  const char *property;
  const char *label;
  int         most;
} counts[N_COUNTS] = {
  { "stiffness", N_("Stiff in the morning, minutes"), BC_MINUTES_MAX },
  { "wakes", N_("Wakes at night, times"), BC_WAKES_MAX },
};

static const BcRecordColumn worse_columns[] = {
  { "text", N_("What makes it worse"), 0 },
  { "onset", N_("comes on after min"), BC_MINUTES_MAX },
  { "strength", N_("up to"), BC_NRS_MAX },
  { "settle", N_("settles in min"), BC_MINUTES_MAX },
};

static const BcRecordColumn better_columns[] = {
  { "text", N_("What makes it better"), 0 },
  { "settle", N_("eases in min"), BC_MINUTES_MAX },
};

struct _BcBehaviourBox
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcSymptom *symptom;
  gboolean   updating;

  GtkWidget *worse;
  GtkWidget *better;
  GtkWidget *irritable;
  GtkWidget *onset_kind;
  GtkWidget *onset_date;
  GtkWidget *times[N_TIMES];
  GtkWidget *counts[N_COUNTS];
};

G_DEFINE_FINAL_TYPE (BcBehaviourBox, bc_behaviour_box, GTK_TYPE_WIDGET)

static BcHistory *
get_history (BcBehaviourBox *self)
{
  return bc_chart_get_history (self->chart);
}

/* --- factors --- */

static void
add_factor (BcBehaviourBox *self,
            GtkWidget      *list,
            BcAnswerValue   effect)
{
  if (self->symptom != NULL && bc_edit_add_factor (self->chart, self->symptom, effect) != NULL)
    bc_record_list_focus (BC_RECORD_LIST (list));
}

static void
add_worse_cb (BcBehaviourBox *self)
{
  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  add_factor (self, self->worse, BC_ANSWER_AGGRAVATES);
}

static void
add_better_cb (BcBehaviourBox *self)
{
  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  add_factor (self, self->better, BC_ANSWER_EASES);
}

static void
remove_cb (BcBehaviourBox *self,
           GObject        *factor)
{
  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  if (self->symptom != NULL)
    bc_edit_remove_factor (self->chart, self->symptom, BC_SYMPTOM_FACTOR (factor));
}

static void
show_factors (BcBehaviourBox *self,
              GtkWidget      *list,
              BcAnswerValue   effect)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *factors = G_LIST_MODEL (bc_symptom_get_factors (self->symptom));

  for (guint i = 0; i < g_list_model_get_n_items (factors); i++)
    {
      g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, i);

      if (bc_symptom_factor_get_effect (factor) == effect)
        g_ptr_array_add (shown, g_steal_pointer (&factor));
    }
  bc_record_list_set (BC_RECORD_LIST (list), get_history (self), shown);
}

static void
show_irritability (BcBehaviourBox *self)
{
  const char *level = bc_irritable_get_name (bc_symptom_get_irritability (self->symptom));
  g_autofree char *text = NULL;

  if (level == NULL)
    text = g_strdup (_("Irritability: not known; it takes how soon it comes on, how strong it gets, and how long it "
                       "takes to settle."));
  else
    /* Translators: %s is low, moderate or high */
    text = g_strdup_printf (_("Irritability: %s. An estimate by the clock: within 10 minutes is soon, 7 of 10 strong, an "
                              "hour slow. Slow and soon or strong is high; slow, or soon and strong, moderate."), level);
  gtk_label_set_label (GTK_LABEL (self->irritable), text);
}

/* --- onset and the day --- */

static void
set_int (BcBehaviourBox *self,
         const char     *property,
         int             value,
         const char     *label)
{
  int now = 0;

  if (self->updating || self->symptom == NULL)
    return;
  g_object_get (self->symptom, property, &now, NULL);
  if (now == value)
    return;
  bc_history_begin (get_history (self), label);
  bc_history_set_int (get_history (self), self->symptom, property, value);
  bc_history_end (get_history (self));
}

static void
kind_cb (BcBehaviourBox *self,
         int             kind)
{
  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  if (self->symptom != NULL)
    set_int (self, "onset-kind", bc_symptom_get_onset_kind (self->symptom) == (BcOnset) kind ? 0 : kind,
             _("Change the onset"));
}

/* When the person is done with it: half of a date is no date. */
static void
date_done_cb (BcBehaviourBox *self)
{
  g_autofree char *date = NULL;
  gboolean valid = bc_date_parse_display (gtk_editable_get_text (GTK_EDITABLE (self->onset_date)), &date);

  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  if (valid)
    gtk_widget_remove_css_class (self->onset_date, "error");
  else
    gtk_widget_add_css_class (self->onset_date, "error");
  if (valid && self->symptom != NULL && !self->updating
      && g_strcmp0 (date, bc_symptom_get_onset_date (self->symptom)) != 0)
    bc_history_set_string (get_history (self), self->symptom, "onset-date", date);
}

static void
course_cb (BcBehaviourBox *self,
           int             course,
           GtkWidget      *row)
{
  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  for (guint i = 0; i < N_TIMES && self->symptom != NULL; i++)
    if (self->times[i] == row)
      {
        int now = 0;

        g_object_get (self->symptom, times[i].property, &now, NULL);
        set_int (self, times[i].property, now == course ? 0 : course, _("Change the course of the day"));
      }
}

/* Typed digit by digit, and taken back as a whole. */
static void
set_count (BcBehaviourBox *self,
           const char     *property,
           int             value)
{
  int now = 0;

  if (self->symptom == NULL)
    return;
  g_object_get (self->symptom, property, &now, NULL);
  if (now == value)
    return;
  bc_history_begin (get_history (self), _("Change the course of the day"));
  bc_history_set_typed_int (get_history (self), self->symptom, property, value);
  bc_history_end (get_history (self));
}

static void
count_cb (BcBehaviourBox *self,
          GtkWidget      *entry)
{
  int number;

  g_assert (BC_IS_BEHAVIOUR_BOX (self));

  for (guint i = 0; i < N_COUNTS; i++)
    if (self->counts[i] == entry && !self->updating && bc_number_entry_read (entry, &number))
      set_count (self, counts[i].property, number);
}

/* --- life --- */

static void
bc_behaviour_box_dispose (GObject *object)
{
  BcBehaviourBox *self = BC_BEHAVIOUR_BOX (object);
  GtkWidget *child;

  g_clear_object (&self->symptom);
  g_clear_object (&self->chart);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_behaviour_box_parent_class)->dispose (object);
}

static void
bc_behaviour_box_class_init (BcBehaviourBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_behaviour_box_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "behaviourbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
attach (GtkGrid    *grid,
        int         row,
        const char *text,
        GtkWidget  *field)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (field, GTK_ALIGN_END);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);
}

static GtkWidget *
new_day (BcBehaviourBox *self)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  self->onset_kind = bc_choice_row_new (&bc_onset_terms, _("Onset"), FALSE);
  g_signal_connect_object (self->onset_kind, "chosen", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  attach (GTK_GRID (grid), row++, _("Onset"), self->onset_kind);
  self->onset_date = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->onset_date), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->onset_date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day of the onset"), -1);
  g_signal_connect_object (self->onset_date, "activate", G_CALLBACK (date_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->onset_date)), "notify::has-focus",
                           G_CALLBACK (date_done_cb), self, G_CONNECT_SWAPPED);
  attach (GTK_GRID (grid), row++, _("Day of the onset"), self->onset_date);
  for (guint i = 0; i < N_TIMES; i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "time of day", times[i].label);

      self->times[i] = bc_choice_row_new (&bc_course_terms, name, FALSE);
      g_signal_connect_object (self->times[i], "chosen", G_CALLBACK (course_cb), self, G_CONNECT_SWAPPED);
      attach (GTK_GRID (grid), row++, name, self->times[i]);
    }
  for (guint i = 0; i < N_COUNTS; i++)
    {
      self->counts[i] = bc_number_entry_new (_(counts[i].label), counts[i].most);
      g_signal_connect_object (self->counts[i], "changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
      attach (GTK_GRID (grid), row++, _(counts[i].label), self->counts[i]);
    }
  return grid;
}

static void
bc_behaviour_box_init (BcBehaviourBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->worse = bc_record_list_new (_("Worse with, one by one"), _("Add what makes it worse"), worse_columns,
                                    G_N_ELEMENTS (worse_columns));
  g_signal_connect_object (self->worse, "add", G_CALLBACK (add_worse_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worse, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  self->better = bc_record_list_new (_("Better with, one by one"), _("Add what makes it better"), better_columns,
                                     G_N_ELEMENTS (better_columns));
  g_signal_connect_object (self->better, "add", G_CALLBACK (add_better_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->better, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  self->irritable = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->irritable), 0);
  gtk_label_set_wrap (GTK_LABEL (self->irritable), TRUE);
  gtk_widget_add_css_class (self->irritable, "caption");
  gtk_widget_set_parent (self->worse, GTK_WIDGET (self));
  gtk_widget_set_parent (self->better, GTK_WIDGET (self));
  gtk_widget_set_parent (self->irritable, GTK_WIDGET (self));
  gtk_widget_set_parent (new_day (self), GTK_WIDGET (self));
}

/**
 * bc_behaviour_box_new:
 *
 * Returns: (transfer floating): a box without a symptom
 */
GtkWidget *
bc_behaviour_box_new (void)
{
  return g_object_new (BC_TYPE_BEHAVIOUR_BOX, NULL);
}

static void
show_day (BcBehaviourBox *self)
{
  g_autofree char *date = bc_date_dup_display (bc_symptom_get_onset_date (self->symptom));
  g_autofree char *shown = NULL;
  int value = 0;

  bc_choice_row_set_value (BC_CHOICE_ROW (self->onset_kind), bc_symptom_get_onset_kind (self->symptom));
  /* What cannot be read stays, to be mended. */
  if (bc_date_parse_display (gtk_editable_get_text (GTK_EDITABLE (self->onset_date)), &shown)
      && g_strcmp0 (shown, bc_symptom_get_onset_date (self->symptom)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->onset_date), date);
  for (guint i = 0; i < N_TIMES; i++)
    {
      g_object_get (self->symptom, times[i].property, &value, NULL);
      bc_choice_row_set_value (BC_CHOICE_ROW (self->times[i]), (guint) value);
    }
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_object_get (self->symptom, counts[i].property, &value, NULL);
      bc_number_entry_show (self->counts[i], value);
    }
}

/**
 * bc_behaviour_box_set_symptom:
 * @chart: (nullable): the document
 * @symptom: (nullable): one of its symptoms
 *
 * Shows how a symptom behaves, also as it is after an edit elsewhere.
 */
void
bc_behaviour_box_set_symptom (BcBehaviourBox *self,
                              BcChart        *chart,
                              BcSymptom      *symptom)
{
  g_return_if_fail (BC_IS_BEHAVIOUR_BOX (self));
  g_return_if_fail (symptom == NULL || (BC_IS_SYMPTOM (symptom) && BC_IS_CHART (chart)));

  if (symptom != self->symptom) /* an unreadable date of another symptom goes */
    {
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->onset_date), "");
      gtk_widget_remove_css_class (self->onset_date, "error");
      self->updating = FALSE;
    }
  g_set_object (&self->chart, chart);
  g_set_object (&self->symptom, symptom);
  if (symptom == NULL)
    return;
  self->updating = TRUE;
  show_factors (self, self->worse, BC_ANSWER_AGGRAVATES);
  show_factors (self, self->better, BC_ANSWER_EASES);
  show_irritability (self);
  show_day (self);
  self->updating = FALSE;
}
