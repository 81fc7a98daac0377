/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv-import.h"

#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-import-private.h"

/* Patients below this age get the child's figure where the table names none; the figure is of about eight years. */
#define CHILD_AGE 14

enum
{
  ANSWER_CASE,
  ANSWER_ID,
  ANSWER_VALUE
};

static const BcCsvColumn answer_columns[] = {
  [ANSWER_CASE] = { "case", TRUE },
  [ANSWER_ID] = { "id", TRUE },
  [ANSWER_VALUE] = { "value", TRUE },
};

enum
{
  PATIENT_CASE,
  PATIENT_AGE,
  PATIENT_SEX,
  PATIENT_FIGURE,
  PATIENT_DATE
};

static const BcCsvColumn patient_columns[] = {
  [PATIENT_CASE] = { "case", TRUE },
  [PATIENT_AGE] = { "age", FALSE },
  [PATIENT_SEX] = { "sex", FALSE },
  [PATIENT_FIGURE] = { "figure", FALSE },
  [PATIENT_DATE] = { "date", FALSE },
};

static void
import_case_free (BcImportCase *result)
{
  g_free (result->name);
  g_clear_object (&result->chart);
  g_free (result);
}

static void
case_free (BcCase *self)
{
  g_hash_table_unref (self->symptoms);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}

static BcCase *
look_up_case (BcImport     *import,
              const BcCsv  *csv,
              guint         column,
              GError      **error)
{
  const char *name = bc_import_get_case (csv, column);
  BcCase *self = g_hash_table_lookup (import->cases, name);

  if (self == NULL)
    /* Translators: %s is a name */
    bc_import_refuse (csv, error, _("case “%s” has no row in the table of marks; add one or take this row out"), name);
  return self;
}

static gboolean
import_answer (BcImport     *import,
               const BcCsv  *csv,
               GError      **error)
{
  BcCase *self = look_up_case (import, csv, ANSWER_CASE, error);
  const char *id = bc_csv_get (csv, ANSWER_ID);
  const char *text = bc_csv_get (csv, ANSWER_VALUE);
  g_autoptr(BcAnswer) answer = NULL;
  int value = BC_ANSWER_NONE;
  int before;

  if (self == NULL)
    return FALSE;
  if ((text[0] != '\0' && !bc_terms_from_id (&bc_answer_terms, text, &value))
      || (!bc_maps_is_own_id (id)
          && (bc_maps_lookup_question (import->maps, id) == NULL
              || (text[0] != '\0' && !bc_maps_answer_fits (import->maps, id, (BcAnswerValue) value)))))
    return bc_import_bad_value (csv, bc_format_dup_answer_problem (import->maps, id, text), error);
  if (text[0] == '\0') /* not asked */
    return TRUE;
  if (self->answers == NULL)
    self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  before = GPOINTER_TO_INT (g_hash_table_lookup (self->answers, id));
  if (before == value)
    return TRUE;
  if (before != BC_ANSWER_NONE)
    return bc_import_refuse (csv, error,
                             /* Translators: name of a case, id of a question */
                             _("case “%s” answers “%s” in two ways; take one of the rows out"),
                             self->result->name, id);
  g_hash_table_insert (self->answers, g_strdup (id), GINT_TO_POINTER (value));
  answer = bc_answer_new (id, (BcAnswerValue) value);
  g_list_store_append (bc_visit_get_answers (self->visit), answer);
  return TRUE;
}

static int
figure_for (int sex,
            int age)
{
  if (age != BC_AGE_UNKNOWN && age < CHILD_AGE)
    return BC_FIGURE_CHILD;
  return sex == BC_SEX_MALE ? BC_FIGURE_ADULT_MALE : BC_FIGURE_ADULT_FEMALE;
}

static gboolean
import_patient (BcImport     *import,
                const BcCsv  *csv,
                GError      **error)
{
  BcCase *self = look_up_case (import, csv, PATIENT_CASE, error);
  const char *date = bc_csv_get (csv, PATIENT_DATE);
  int age = BC_AGE_UNKNOWN;
  int sex = BC_SEX_UNKNOWN;
  int figure;

  if (self == NULL)
    return FALSE;
  if (self->patient_line != 0)
    return bc_import_refuse (csv, error,
                             /* Translators: name of a case, number of another line of the table */
                             _("case “%s” was in line %u before; take one of the two rows out"),
                             self->result->name, self->patient_line);
  self->patient_line = bc_csv_get_line (csv);
  if (!bc_import_read_number (csv, PATIENT_AGE, "age", BC_FORMAT_MAX_AGE, &age, error)
      || !bc_import_read_term (csv, PATIENT_SEX, "sex", &bc_sex_terms, &sex, error))
    return FALSE;
  figure = figure_for (sex, age);
  if (!bc_import_read_term (csv, PATIENT_FIGURE, "figure", &bc_figure_terms, &figure, error))
    return FALSE;
  if (date[0] != '\0' && !bc_date_is_valid (date))
    return bc_import_bad_value (csv, bc_format_dup_date_problem (date), error);
  g_object_set (self->result->chart, "sex", sex, "figure", figure, NULL);
  g_object_set (self->visit, "age", age, NULL);
  if (date[0] != '\0')
    g_object_set (self->visit, "date", date, NULL);
  return TRUE;
}

static gboolean
import_table (BcImport           *import,
              GBytes             *bytes,
              const char         *name,
              const BcCsvColumn  *columns,
              guint               n_columns,
              gboolean          (*import_row) (BcImport *import, const BcCsv *csv, GError **error),
              GError            **error)
{
  g_autoptr(BcCsv) csv = bc_csv_new (bytes, name, columns, n_columns, error);
  GError *failed = NULL;

  if (csv == NULL)
    return FALSE;
  while (bc_csv_next (csv, &failed))
    if (!import_row (import, csv, error))
      return FALSE;
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, failed);
  return FALSE;
}

/**
 * bc_import_csv:
 * @marks: table with the columns case, region, quality, depth, intensity (NRS-11, 0 to 10, becomes "now"), role, and
 *   those of the export: date (of the visit), symptom (its number), best, worst, constancy; drawn and share are ignored
 * @marks_name: of the file, UTF-8, for messages
 * @answers: (nullable): table with the columns case, id, value
 * @answers_name: (nullable): of the file
 * @patients: (nullable): table with the columns case, age (years), sex, figure, date (of the visit, else today)
 * @patients_name: (nullable): of the file
 * @error: return location for a #BcFileError
 *
 * Makes one chart with one visit of every case. Rows of a case that name the same symptom, or that name none and agree
 * in quality, depth and intensity, make one symptom, numbered in order of appearance where it has no number. An empty field means not given; an empty role means site. The case is
 * the patient's reference.
 *
 * Returns: (transfer full) (nullable) (element-type BcImportCase): the cases in order of appearance in @marks
 */
GPtrArray *
bc_import_csv (GBytes      *marks,
               const char  *marks_name,
               GBytes      *answers,
               const char  *answers_name,
               GBytes      *patients,
               const char  *patients_name,
               GError     **error)
{
  g_autoptr(GPtrArray) results = NULL;
  BcImport import = { 0 };
  gboolean fine;

  g_return_val_if_fail (marks != NULL && marks_name != NULL, NULL);
  g_return_val_if_fail (answers == NULL || answers_name != NULL, NULL);
  g_return_val_if_fail (patients == NULL || patients_name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  results = g_ptr_array_new_with_free_func ((GDestroyNotify) import_case_free);
  import.maps = bc_maps_get_default ();
  import.today = bc_date_dup_today ();
  import.results = results;
  import.cases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) case_free);
  fine = import_table (&import, marks, marks_name, bc_import_mark_columns, bc_import_n_mark_columns, bc_import_mark,
                       error)
         && (answers == NULL
             || import_table (&import, answers, answers_name, answer_columns, G_N_ELEMENTS (answer_columns),
                              import_answer, error))
         && (patients == NULL
             || import_table (&import, patients, patients_name, patient_columns, G_N_ELEMENTS (patient_columns),
                              import_patient, error));
  g_hash_table_unref (import.cases);
  g_free (import.today);
  return fine ? g_steal_pointer (&results) : NULL;
}
