/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-csv-import.h"
#include "full-chart.h"

#include <string.h>

#define MARKS "case,region,quality,depth,intensity,role\n"
#define ANSWERS "case,id,value\n"
#define PATIENTS "case,age,sex,figure,date\n"

static GBytes *
to_bytes (const char *text)
{
  return text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
}

static GPtrArray *
import (const char  *marks,
        const char  *answers,
        const char  *patients,
        GError     **error)
{
  g_autoptr(GBytes) m = to_bytes (marks);
  g_autoptr(GBytes) a = to_bytes (answers);
  g_autoptr(GBytes) p = to_bytes (patients);

  return bc_import_csv (m, "m.csv", a, "a.csv", p, "p.csv", error);
}

static GPtrArray *
import_good (const char *marks,
             const char *answers,
             const char *patients)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *cases = import (marks, answers, patients, &error);

  g_assert_no_error (error);
  return cases;
}

static void
append_mark (GString *out,
             BcMark  *mark)
{
  g_string_append_printf (out, " %s:%s", bc_region_get_id (bc_mark_get_region (mark)),
                          bc_terms_get_id (&bc_role_terms, (int) bc_mark_get_role (mark)));
}

static void
append_marks (GString    *out,
              GListStore *marks)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (marks)); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (G_LIST_MODEL (marks), i);

      append_mark (out, mark);
    }
}

/* "case: P1 ache deep 6 heel-left:site; clear ..." */
static char *
dump_case (GPtrArray *cases,
           guint      at)
{
  const BcImportCase *one = g_ptr_array_index (cases, at);
  BcVisit *visit = bc_chart_get_last_visit (one->chart);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s:", one->name);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (visit))); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), i);
      g_autofree char *qualities = bc_qualities_dup_ids (bc_symptom_get_qualities (symptom));
      const char *depth = bc_terms_get_id (&bc_depth_terms, (int) bc_symptom_get_depth (symptom));

      g_string_append_printf (out, " P%d [%s] %s %d", bc_symptom_get_number (symptom), qualities,
                              depth != NULL ? depth : "-", bc_symptom_get_now (symptom));
      append_marks (out, bc_symptom_get_marks (symptom));
      g_string_append_c (out, ';');
    }
  append_marks (out, bc_visit_get_clears (visit));
  return g_string_free (out, FALSE);
}

/* Tables of marks and the first case that they make. */
static const struct { const char *name; const char *marks; const char *dump; } good[] = {
  { "one", MARKS "c1,heel-left,ache,deep,6,site\n", "c1: P1 [ache] deep 6 heel-left:site;" },
  { "nothing-given", MARKS "c1,heel-left,,,,\n", "c1: P1 [] - -1 heel-left:site;" },
  { "short-table", "region,case\nheel-left,c1\n", "c1: P1 [] - -1 heel-left:site;" },
  { "zero", MARKS "c1,heel-left,,,0,\n", "c1: P1 [] - 0 heel-left:site;" },
  { "decimal", MARKS "c1,heel-left,,,6.0,\nc1,heel-right,,,6,\n", "c1: P1 [] - 6 heel-left:site heel-right:site;" },
  { "same-qualities-join", MARKS "c1,heel-left,ache sharp,,,\nc1,heel-right,sharp ache,,,radiation\n",
    "c1: P1 [ache sharp] - -1 heel-left:site heel-right:radiation;" },
  { "others-part", MARKS "c1,heel-left,ache,,,\nc1,heel-left,sharp,,,\nc1,heel-right,ache,deep,,\n"
    "c1,ear-left,ache,,3,\nc1,ear-right,ache,,,\n",
    "c1: P1 [ache] - -1 heel-left:site ear-right:site; P2 [sharp] - -1 heel-left:site; P3 [ache] deep -1 "
    "heel-right:site; P4 [ache] - 3 ear-left:site;" },
  { "clear", MARKS "c1,heel-left,,,,clear\nc1,heel-right,ache,,,\nc1,ear-left,,,0,clear\nc1,heel-left,,,,clear\n",
    "c1: P1 [ache] - -1 heel-right:site; heel-left:clear ear-left:clear" },
  { "only-clear", MARKS "c1,heel-left,,,,clear\n", "c1: heel-left:clear" },
  { "twice-merges", MARKS "c1,heel-left,,,,radiation\nc1,heel-left,,,,site\nc1,heel-right,,,,site\n"
    "c1,heel-right,,,,radiation\n", "c1: P1 [] - -1 heel-left:site heel-right:site;" },
  { "rows-apart", MARKS "c1,heel-left,ache,,,\nc2,ear-left,,,,\nc1,heel-right,ache,,,\n",
    "c1: P1 [ache] - -1 heel-left:site heel-right:site;" },
};

static void
test_good (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) cases = import_good (good[i].marks, NULL, NULL);
  g_autofree char *dumped = dump_case (cases, 0);

  g_assert_cmpstr (dumped, ==, good[i].dump);
}

static void
test_order_and_reference (void)
{
  g_autoptr(GPtrArray) cases = import_good (MARKS "zeta,heel-left,,,,\n\"a, b\",heel-left,,,,\nzeta,ear-left,,,,\n",
                                            NULL, NULL);
  const BcImportCase *second;

  g_assert_cmpuint (cases->len, ==, 2);
  second = g_ptr_array_index (cases, 1);
  g_assert_cmpstr (second->name, ==, "a, b");
  g_assert_cmpstr (bc_chart_get_reference (second->chart), ==, "a, b");
  g_assert_cmpstr (bc_chart_get_name (second->chart), ==, "");
  g_assert_false (bc_history_get_modified (bc_chart_get_history (second->chart)));
}

static void
test_answers (void)
{
  g_autoptr(GPtrArray) cases = import_good (MARKS "c1,heel-left,,,,\nc2,heel-left,,,,\n",
                                            ANSWERS "c2,d-slr,yes\nc1,sitting,eases\nc2,saddle-numb,no\nc2,d-slr,yes\n"
                                                    "c2,d-cough,\n",
                                            NULL);
  const BcImportCase *first = g_ptr_array_index (cases, 0);
  const BcImportCase *second = g_ptr_array_index (cases, 1);
  BcVisit *visit = bc_chart_get_last_visit (second->chart);

  g_assert_cmpint (bc_visit_get_answer (bc_chart_get_last_visit (first->chart), "sitting"), ==, BC_ANSWER_EASES);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_cmpint (bc_visit_get_answer (visit, "saddle-numb"), ==, BC_ANSWER_NO);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-cough"), ==, BC_ANSWER_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_answers (visit))), ==, 2);
}

static const struct { const char *row; int age; BcSex sex; BcFigureId figure; } patients[] = {
  { "c1,47,male,,", 47, BC_SEX_MALE, BC_FIGURE_ADULT_MALE },
  { "c1,47,female,,", 47, BC_SEX_FEMALE, BC_FIGURE_ADULT_FEMALE },
  { "c1,47,,,", 47, BC_SEX_UNKNOWN, BC_FIGURE_ADULT_FEMALE },
  { "c1,13,male,,", 13, BC_SEX_MALE, BC_FIGURE_CHILD },
  { "c1,14.0,male,,", 14, BC_SEX_MALE, BC_FIGURE_ADULT_MALE },
  { "c1,,,,", BC_AGE_UNKNOWN, BC_SEX_UNKNOWN, BC_FIGURE_ADULT_FEMALE },
  { "c1,,male,,", BC_AGE_UNKNOWN, BC_SEX_MALE, BC_FIGURE_ADULT_MALE },
  { "c1,47,female,adult-male,", 47, BC_SEX_FEMALE, BC_FIGURE_ADULT_MALE },
  { "c1,0,,adult-female,", 0, BC_SEX_UNKNOWN, BC_FIGURE_ADULT_FEMALE },
};

static void
test_patients (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (patients); i++)
    {
      g_autofree char *table = g_strconcat (PATIENTS, patients[i].row, NULL);
      g_autoptr(GPtrArray) cases = import_good (MARKS "c1,heel-left,,,,\n", NULL, table);
      const BcImportCase *one = g_ptr_array_index (cases, 0);

      g_assert_cmpint (bc_visit_get_age (bc_chart_get_last_visit (one->chart)), ==, patients[i].age);
      g_assert_cmpint (bc_chart_get_sex (one->chart), ==, patients[i].sex);
      g_assert_cmpint (bc_chart_get_figure (one->chart), ==, patients[i].figure);
    }
}

static void
test_dates (void)
{
  g_autofree char *before = bc_date_dup_today ();
  g_autoptr(GPtrArray) cases = import_good (MARKS "c1,heel-left,,,,\nc2,heel-left,,,,\n", NULL,
                                            PATIENTS "c1,,,,2019-02-28\nc2,,,,\n");
  g_autofree char *after = bc_date_dup_today ();
  const BcImportCase *first = g_ptr_array_index (cases, 0);
  const BcImportCase *second = g_ptr_array_index (cases, 1);
  const char *today = bc_visit_get_date (bc_chart_get_last_visit (second->chart));

  g_assert_cmpstr (bc_visit_get_date (bc_chart_get_last_visit (first->chart)), ==, "2019-02-28");
  g_assert_true (g_str_equal (today, before) || g_str_equal (today, after)); /* midnight may pass */
}

#define FULL "case,region,quality,depth,intensity,role,date,symptom,best,worst,constancy\n"
#define ONE MARKS "c1,heel-left,,,,\n"

static const struct
{
  const char *name;
  const char *marks;
  const char *answers;
  const char *patients;
  const char *start;
  const char *words;
} bad[] = {
  { "two-dates", FULL "c1,heel-left,,,,,2026-05-12,1,,,\nc1,heel-right,,,,,2026-05-13,1,,,\n", NULL, NULL, "m.csv:3: ",
    "2026-05-13" },
  { "date", FULL "c1,heel-left,,,,,12.5.2026,1,,,\n", NULL, NULL, "m.csv:2: ", "12.5.2026" },
  { "other-symptom", FULL "c1,heel-left,ache,,,,,1,,,\nc1,heel-right,sharp,,,,,1,,,\n", NULL, NULL, "m.csv:3: ",
    "symptom 1" },
  { "number-taken", FULL "c1,heel-left,,,,,,,,,\nc1,heel-right,,,,,,1,,,\n", NULL, NULL, "m.csv:3: ",
    "number all of its rows" },
  { "best-above-worst", FULL "c1,heel-left,,,,,,1,5,4,\n", NULL, NULL, "m.csv:2: ", "best 5" },
  { "no-case", MARKS ",heel-left,,,,\n", NULL, NULL, "m.csv:2: ", "case" },
  { "case-slash", MARKS "a/b,heel-left,,,,\n", NULL, NULL, "m.csv:2: ", "slash" },
  { "case-dot", MARKS "..,heel-left,,,,\n", NULL, NULL, "m.csv:2: ", "dot" },
  { "case-line-break", MARKS "\"a\nb\",heel-left,,,,\n", NULL, NULL, "m.csv:2: ", "line break" },
  { "region-unknown", ONE "c1,tail-left,,,,\n", NULL, NULL, "m.csv:3: ", "“tail-left”" },
  { "region-empty", ONE "c1,,,,,\n", NULL, NULL, "m.csv:3: ", "leg-lateral-right" },
  { "region-without-side", ONE "c1,ear,,,,\n", NULL, NULL, "m.csv:3: ", "ear-left or ear-right" },
  { "quality-unknown", MARKS "c1,heel-left,ache dull,,,\n", NULL, NULL, "m.csv:2: ", "tingling" },
  { "depth-unknown", MARKS "c1,heel-left,,5,,\n", NULL, NULL, "m.csv:2: ", "deep, superficial" },
  { "intensity-11", MARKS "c1,heel-left,,,11,\n", NULL, NULL, "m.csv:2: ", "0 to 10" },
  { "intensity-negative", MARKS "c1,heel-left,,,-1,\n", NULL, NULL, "m.csv:2: ", "“-1”" },
  { "intensity-half", MARKS "c1,heel-left,,,6.5,\n", NULL, NULL, "m.csv:2: ", "whole number" },
  { "intensity-nan", MARKS "c1,heel-left,,,nan,\n", NULL, NULL, "m.csv:2: ", "“nan”" },
  { "intensity-infinite", MARKS "c1,heel-left,,,inf,\n", NULL, NULL, "m.csv:2: ", "“inf”" },
  { "intensity-huge", MARKS "c1,heel-left,,,18446744073709551622,\n", NULL, NULL, "m.csv:2: ", "0 to 10" },
  { "intensity-exponent", MARKS "c1,heel-left,,,1e1,\n", NULL, NULL, "m.csv:2: ", "“1e1”" },
  { "intensity-NA", MARKS "c1,heel-left,,,NA,\n", NULL, NULL, "m.csv:2: ", "empty" },
  { "role-unknown", MARKS "c1,heel-left,,,,pain\n", NULL, NULL, "m.csv:2: ", "site, radiation, clear" },
  { "clear-with-quality", MARKS "c1,heel-left,ache,,,clear\n", NULL, NULL, "m.csv:2: ", "empty" },
  { "clear-with-intensity", MARKS "c1,heel-left,,,1,clear\n", NULL, NULL, "m.csv:2: ", "empty" },
  { "marked-then-clear", ONE "c2,heel-left,,,,clear\nc1,heel-left,,,,clear\n", NULL, NULL, "m.csv:4: ", "line 2" },
  { "clear-then-marked", MARKS "c1,heel-left,,,,clear\nc1,heel-left,ache,,,\n", NULL, NULL, "m.csv:3: ", "line 2" },
  { "unknown-column", "case,region,colour\nc1,heel-left,red\n", NULL, NULL, "m.csv:1: ", "“colour”" },
  { "answer-stranger", ONE, ANSWERS "c2,d-slr,yes\n", NULL, "a.csv:2: ", "“c2”" },
  { "answer-unknown", ONE, ANSWERS "c1,d-slr,yes\nc1,d-nonsense,yes\n", NULL, "a.csv:3: ", "“d-nonsense”" },
  { "answer-unknown-empty", ONE, ANSWERS "c1,d-nonsense,\n", NULL, "a.csv:2: ", "“d-nonsense”" },
  { "answer-odd", ONE, ANSWERS "c1,d-slr,1\n", NULL, "a.csv:2: ", "yes or no" },
  { "answer-of-factor", ONE, ANSWERS "c1,sitting,yes\n", NULL, "a.csv:2: ", "aggravates" },
  { "answer-two-ways", ONE, ANSWERS "c1,d-slr,yes\nc1,d-slr,no\n", NULL, "a.csv:3: ", "two ways" },
  { "patient-stranger", ONE, NULL, PATIENTS "c2,,,,\n", "p.csv:2: ", "“c2”" },
  { "patient-twice", ONE, NULL, PATIENTS "c1,,,,\nc1,,,,\n", "p.csv:3: ", "line 2" },
  { "patient-age", ONE, NULL, PATIENTS "c1,131,,,\n", "p.csv:2: ", "0 to 130" },
  { "patient-sex", ONE, NULL, PATIENTS "c1,,m,,\n", "p.csv:2: ", "female, male" },
  { "patient-figure", ONE, NULL, PATIENTS "c1,,,dog,\n", "p.csv:2: ", "child" },
  { "patient-date", ONE, NULL, PATIENTS "c1,,,,28.2.2019\n", "p.csv:2: ", "28.2.2019" },
  { "later-table-broken", ONE, ANSWERS "c1,d-slr,yes\n", "case,\"age\n", "p.csv:1: ", "quote" },
};

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = import (bad[i].marks, bad[i].answers, bad[i].patients, &error);

  g_assert_null (cases);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BC_FILE_ERROR);
  if (!g_str_has_prefix (error->message, bad[i].start) || strstr (error->message, bad[i].words) == NULL)
    g_error ("“%s” should begin with “%s” and have “%s”", error->message, bad[i].start, bad[i].words);
  g_assert_nonnull (strstr (error->message, "; "));
}

static void
test_case_name_length (void)
{
  g_autofree char *longest = g_strnfill (100, 'x');
  g_autofree char *fine = g_strconcat (MARKS, longest, ",heel-left,,,,\n", NULL);
  g_autofree char *too_long = g_strconcat (MARKS "x", longest, ",heel-left,,,,\n", NULL);
  g_autoptr(GPtrArray) cases = import_good (fine, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_null (import (too_long, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
}

/* What is imported can be saved and opened again. */
static void
test_becomes_file (void)
{
  g_autoptr(GPtrArray) cases = import_good (MARKS "c1,heel-left,ache,deep,6,site\nc1,ear-left,,,,clear\n",
                                            ANSWERS "c1,d-slr,yes\n", PATIENTS "c1,47,male,,2019-02-28\n");
  const BcImportCase *one = g_ptr_array_index (cases, 0);
  g_autoptr(GBytes) bytes = bc_chart_write (one->chart);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) again = bc_chart_parse (bytes, "c1", &error);

  g_assert_no_error (error);
  assert_charts_equal (one->chart, again);
}

/* Rows of twenty thousand cases in turn: a search through all cases for each row would take minutes. */
static void
test_many_cases (void)
{
  GString *marks = g_string_new (MARKS);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) cases = NULL;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < 20000; i++)
      g_string_append_printf (marks, "case %u,%s,ache,,,\n", i, bc_region_get_id ((BcRegion) (1 + (i + round) % 198)));
  text = g_string_free (marks, FALSE);
  cases = import_good (text, NULL, NULL);
  g_assert_cmpuint (cases->len, ==, 20000);
  for (guint i = 0; i < cases->len; i += 1999)
    {
      const BcImportCase *one = g_ptr_array_index (cases, i);
      BcSymptom *symptom = bc_visit_get_symptom (bc_chart_get_last_visit (one->chart), 1);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))), ==, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-import/good/%s", good[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-import/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/csv-import/order-and-reference", test_order_and_reference);
  g_test_add_func ("/csv-import/answers", test_answers);
  g_test_add_func ("/csv-import/patients", test_patients);
  g_test_add_func ("/csv-import/dates", test_dates);
  g_test_add_func ("/csv-import/case-name-length", test_case_name_length);
  g_test_add_func ("/csv-import/becomes-file", test_becomes_file);
  g_test_add_func ("/csv-import/many-cases", test_many_cases);
  return g_test_run ();
}
