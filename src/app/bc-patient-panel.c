/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-patient-panel.h"

#include "bc-i18n.h"
#include "bc-signed-part.h"

#include <adwaita.h>

/* What ties a field of the panel to a property of the chart or the visit. */
typedef struct
{
  const char *property;
  gboolean    of_visit;
  gboolean    is_date;
  GtkWidget  *widget;
} Field;

enum
{
  FIELD_NAME,
  FIELD_BIRTH_DATE,
  FIELD_REFERENCE,
  FIELD_DATE,
  FIELD_CLINICIAN,
  FIELD_NOTES,
  FIELD_PLAN,
  N_FIELDS
};

struct _BcPatientPanel
{
  GtkWidget parent_instance;

  BcChart  *chart;
  BcVisit  *visit;
  gulong    history_handler;
  gboolean  updating; /* the model is being shown: what the fields emit is no edit */
  Field     fields[N_FIELDS];

  GtkWidget *content;
  GtkWidget *name_row;
  GtkWidget *birth_date_row;
  GtkWidget *reference_row;
  GtkWidget *sex_row;
  GtkWidget *figure_row;
  GtkWidget *date_row;
  GtkWidget *clinician_row;
  GtkWidget *notes_view;
  GtkWidget *plan_view;
};

G_DEFINE_FINAL_TYPE (BcPatientPanel, bc_patient_panel, GTK_TYPE_WIDGET)

static GObject *
field_object (BcPatientPanel *self,
              const Field    *field)
{
  return field->of_visit ? G_OBJECT (self->visit) : G_OBJECT (self->chart);
}

static char *
field_dup_text (const Field *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (!GTK_IS_TEXT_VIEW (field->widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
field_set_text (const Field *field,
                const char  *text)
{
  if (GTK_IS_TEXT_VIEW (field->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
}

static const char *
field_title (const Field *field,
             gboolean     valid)
{
  if (field->of_visit)
    return valid ? _("Date") : _("Date: write it as 2026-05-12");
  return valid ? _("Date of birth") : _("Date of birth: write it as 1979-03-14");
}

/*
 * A date is taken over when the person is done with it, by Enter, by leaving the field, or by saving: half of a date is
 * no date, and the moment between two dates must not wipe out the one that is known. What cannot be read stays in the
 * field, marked and with a word on how to write it, and leaves the chart as it was.
 */
static gboolean
read_date (const Field  *field,
           char        **date)
{
  g_autofree char *text = field_dup_text (field);
  gboolean valid = bc_date_parse_display (text, date);

  if (valid && field->of_visit && text[0] == '\0')
    {
      g_clear_pointer (date, g_free);
      valid = FALSE; /* a visit always has its day */
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field->widget), field_title (field, valid));
  if (valid)
    gtk_widget_remove_css_class (field->widget, "error");
  else
    gtk_widget_add_css_class (field->widget, "error");
  return valid;
}

static void
take_over (BcPatientPanel *self,
           const Field    *field,
           const char     *text)
{
  self->updating = TRUE;
  bc_history_set_string (bc_chart_get_history (self->chart), field_object (self, field), field->property, text);
  self->updating = FALSE;
}

static void
commit_date (BcPatientPanel *self,
             const Field    *field)
{
  g_autofree char *date = NULL;
  g_autofree char *known = NULL;

  if (self->chart == NULL || self->updating || !read_date (field, &date))
    return;
  g_object_get (field_object (self, field), field->property, &known, NULL);
  if (g_strcmp0 (known, date) != 0)
    take_over (self, field, date);
}

static void
field_edited (BcPatientPanel *self,
              const Field    *field)
{
  g_autofree char *text = NULL;

  if (self->updating || self->chart == NULL)
    return;
  if (field->is_date)
    {
      gtk_widget_remove_css_class (field->widget, "error");
      return;
    }
  text = field_dup_text (field);
  take_over (self, field, text);
}

static void
date_done_cb (BcPatientPanel *self)
{
  g_assert (BC_IS_PATIENT_PANEL (self));

  bc_patient_panel_commit (self);
}

static void
changed_cb (GObject        *source,
            BcPatientPanel *self)
{
  g_assert (BC_IS_PATIENT_PANEL (self));

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const Field *field = &self->fields[i];
      GObject *emitter = GTK_IS_TEXT_VIEW (field->widget)
                           ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)))
                           : G_OBJECT (field->widget);

      if (emitter == source)
        field_edited (self, field);
    }
}

static void
sex_selected_cb (GObject        *row,
                 GParamSpec     *pspec,
                 BcPatientPanel *self)
{
  g_assert (BC_IS_PATIENT_PANEL (self));

  if (!self->updating && self->chart != NULL)
    bc_history_set_int (bc_chart_get_history (self->chart), self->chart, "sex",
                        (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row)));
}

static void
figure_selected_cb (GObject        *row,
                    GParamSpec     *pspec,
                    BcPatientPanel *self)
{
  g_assert (BC_IS_PATIENT_PANEL (self));

  if (!self->updating && self->chart != NULL)
    bc_history_set_int (bc_chart_get_history (self->chart), self->chart, "figure",
                        (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row)));
}

static void
show_field (BcPatientPanel *self,
            const Field    *field)
{
  g_autofree char *value = NULL;
  g_autofree char *shown = field_dup_text (field);

  g_object_get (field_object (self, field), field->property, &value, NULL);
  if (field->is_date)
    {
      g_autofree char *shown_date = NULL;
      g_autofree char *display = bc_date_dup_display (value);
      gboolean own_words = gtk_widget_has_focus (field->widget) || gtk_widget_get_focus_child (field->widget) != NULL;

      /* A person who writes the same day in another form, or is still writing, keeps what they typed. */
      if (!own_words && (!bc_date_parse_display (shown, &shown_date) || g_strcmp0 (shown_date, value) != 0))
        {
          field_set_text (field, display);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field->widget), field_title (field, TRUE));
          gtk_widget_remove_css_class (field->widget, "error");
        }
    }
  else if (g_strcmp0 (shown, value) != 0)
    field_set_text (field, value);
}

static void
show_model (BcPatientPanel *self)
{
  if (self->chart == NULL || self->updating)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      show_field (self, &self->fields[i]);
      if (self->fields[i].of_visit)
        bc_signed_part_update (self->fields[i].widget, self->visit);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->sex_row), bc_chart_get_sex (self->chart));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->figure_row), bc_chart_get_figure (self->chart));
  self->updating = FALSE;
}

static void
history_changed_cb (BcHistory      *history,
                    BcPatientPanel *self)
{
  g_assert (BC_IS_PATIENT_PANEL (self));

  show_model (self);
}

static void
bc_patient_panel_dispose (GObject *object)
{
  BcPatientPanel *self = BC_PATIENT_PANEL (object);

  if (self->chart != NULL)
    g_clear_signal_handler (&self->history_handler, bc_chart_get_history (self->chart));
  gtk_widget_dispose_template (GTK_WIDGET (self), BC_TYPE_PATIENT_PANEL);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (bc_patient_panel_parent_class)->dispose (object);
}

static void
bc_patient_panel_class_init (BcPatientPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_patient_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "patientpanel");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bodychart/Bodychart/ui/bc-patient-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, content);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, name_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, birth_date_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, reference_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, sex_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, figure_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, date_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, clinician_row);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, notes_view);
  gtk_widget_class_bind_template_child (widget_class, BcPatientPanel, plan_view);
}

static void
fill_combo (GtkWidget     *row,
            const BcTerms *terms,
            const char    *first)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (first != NULL)
    gtk_string_list_append (names, first);
  for (guint i = 0; i < terms->n_terms; i++)
    gtk_string_list_append (names, bc_terms_get_name (terms, terms->terms[i].value));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
}

static void
watch_date (BcPatientPanel *self,
            GtkWidget      *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (date_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (date_done_cb), self, G_CONNECT_SWAPPED);
}

static void
bc_patient_panel_init (BcPatientPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->fields[FIELD_NAME] = (Field) { "name", FALSE, FALSE, self->name_row };
  self->fields[FIELD_BIRTH_DATE] = (Field) { "birth-date", FALSE, TRUE, self->birth_date_row };
  self->fields[FIELD_REFERENCE] = (Field) { "reference", FALSE, FALSE, self->reference_row };
  self->fields[FIELD_DATE] = (Field) { "date", TRUE, TRUE, self->date_row };
  self->fields[FIELD_CLINICIAN] = (Field) { "clinician", TRUE, FALSE, self->clinician_row };
  self->fields[FIELD_NOTES] = (Field) { "notes", TRUE, FALSE, self->notes_view };
  self->fields[FIELD_PLAN] = (Field) { "plan", TRUE, FALSE, self->plan_view };
  for (guint i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *widget = self->fields[i].widget;
      gpointer emitter = GTK_IS_TEXT_VIEW (widget) ? (gpointer) gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))
                                                   : (gpointer) widget;

      g_signal_connect_object (emitter, "changed", G_CALLBACK (changed_cb), self, 0);
      if (self->fields[i].is_date)
        watch_date (self, widget);
    }
  fill_combo (self->sex_row, &bc_sex_terms, C_("sex", "Not given"));
  fill_combo (self->figure_row, &bc_figure_terms, NULL);
  g_signal_connect_object (self->sex_row, "notify::selected", G_CALLBACK (sex_selected_cb), self, 0);
  g_signal_connect_object (self->figure_row, "notify::selected", G_CALLBACK (figure_selected_cb), self, 0);
}

/**
 * bc_patient_panel_new:
 *
 * Returns: (transfer floating): an empty panel
 */
GtkWidget *
bc_patient_panel_new (void)
{
  return g_object_new (BC_TYPE_PATIENT_PANEL, NULL);
}

/**
 * bc_patient_panel_set_chart:
 *
 * Shows and edits this chart's patient and this visit.
 */
void
bc_patient_panel_set_chart (BcPatientPanel *self,
                            BcChart        *chart,
                            BcVisit        *visit)
{
  g_return_if_fail (BC_IS_PATIENT_PANEL (self));

  if (self->chart != NULL)
    g_clear_signal_handler (&self->history_handler, bc_chart_get_history (self->chart));
  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  if (chart == NULL)
    return;
  self->history_handler = g_signal_connect (bc_chart_get_history (chart), "changed",
                                            G_CALLBACK (history_changed_cb), self);
  show_model (self);
}

/**
 * bc_patient_panel_start:
 *
 * Puts the cursor into the first field, for a new patient.
 */
void
bc_patient_panel_start (BcPatientPanel *self)
{
  g_return_if_fail (BC_IS_PATIENT_PANEL (self));

  gtk_widget_grab_focus (self->name_row);
}

/**
 * bc_patient_panel_commit:
 *
 * Takes dates over that were typed and not yet finished with Enter or by leaving the field. What cannot be read as a
 * date is marked and left alone.
 */
void
bc_patient_panel_commit (BcPatientPanel *self)
{
  g_return_if_fail (BC_IS_PATIENT_PANEL (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->fields[i].is_date)
      commit_date (self, &self->fields[i]);
}
