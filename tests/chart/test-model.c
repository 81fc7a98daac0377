/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Two values of the property that differ from each other and from a new object's. */
static void
fill_values (GParamSpec *pspec,
             GValue     *first,
             GValue     *second)
{
  g_value_init (first, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_value_init (second, G_PARAM_SPEC_VALUE_TYPE (pspec));
  if (G_IS_PARAM_SPEC_STRING (pspec))
    {
      g_value_set_static_string (first, "one");
      g_value_set_static_string (second, "two");
    }
  else if (G_IS_PARAM_SPEC_UINT (pspec))
    {
      g_value_set_uint (first, G_PARAM_SPEC_UINT (pspec)->default_value + 1);
      g_value_set_uint (second, G_PARAM_SPEC_UINT (pspec)->default_value + 2);
    }
  else
    {
      g_value_set_int (first, G_PARAM_SPEC_INT (pspec)->default_value + 1);
      g_value_set_int (second, G_PARAM_SPEC_INT (pspec)->maximum);
    }
}

static void
check_property (GObject    *object,
                GParamSpec *pspec)
{
  g_auto(GValue) first = G_VALUE_INIT;
  g_auto(GValue) second = G_VALUE_INIT;
  g_auto(GValue) now = G_VALUE_INIT;
  g_autofree char *signal_name = g_strconcat ("notify::", pspec->name, NULL);
  guint n = 0;
  guint n_values;

  fill_values (pspec, &first, &second);
  g_value_init (&now, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_object_get_property (object, pspec->name, &now);
  g_assert_cmpint (g_param_values_cmp (pspec, &now, g_param_spec_get_default_value (pspec)), ==, 0);

  g_signal_connect_swapped (object, signal_name, G_CALLBACK (count_cb), &n);
  g_object_set_property (object, pspec->name, &first);
  g_assert_cmpuint (n, ==, 1);
  g_object_set_property (object, pspec->name, &first);
  g_assert_cmpuint (n, ==, 1);
  n_values = g_param_values_cmp (pspec, &first, &second) != 0 ? 2 : 1; /* a switch has but one other value */
  g_object_set_property (object, pspec->name, &second);
  g_assert_cmpuint (n, ==, n_values);
  g_object_get_property (object, pspec->name, &now);
  g_assert_cmpint (g_param_values_cmp (pspec, &now, &second), ==, 0);
  g_object_set_property (object, pspec->name, g_param_spec_get_default_value (pspec));
  g_assert_cmpuint (n, ==, n_values + 1);
  g_signal_handlers_disconnect_by_data (object, &n);
}

static void
test_properties (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GObject *object = g_object_new (type, NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;
  guint n_checked = 0;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      if ((pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
        continue;
      check_property (object, pspecs[i]);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 0);
  g_assert_finalize_object (object);
}

static void
test_new_chart (void)
{
  BcChart *chart = bc_chart_new ();

  g_assert_cmpstr (bc_chart_get_name (chart), ==, "");
  g_assert_cmpstr (bc_chart_get_birth_date (chart), ==, "");
  g_assert_cmpstr (bc_chart_get_reference (chart), ==, "");
  g_assert_cmpint (bc_chart_get_sex (chart), ==, BC_SEX_UNKNOWN);
  g_assert_cmpint (bc_chart_get_figure (chart), ==, BC_FIGURE_ADULT_FEMALE);
  g_assert_null (bc_chart_get_last_visit (chart));
  g_assert_false (bc_history_get_modified (bc_chart_get_history (chart)));

  g_object_set (chart, "name", "A", "birth-date", "1970-03-04", "reference", "R-1", "sex", BC_SEX_MALE, "figure",
                BC_FIGURE_CHILD, NULL);
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "A");
  g_assert_cmpstr (bc_chart_get_birth_date (chart), ==, "1970-03-04");
  g_assert_cmpstr (bc_chart_get_reference (chart), ==, "R-1");
  g_assert_cmpint (bc_chart_get_sex (chart), ==, BC_SEX_MALE);
  g_assert_cmpint (bc_chart_get_figure (chart), ==, BC_FIGURE_CHILD);
  g_object_set (chart, "name", NULL, NULL);
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "");
  g_assert_finalize_object (chart);
}

static void
test_new_symptom (void)
{
  BcSymptom *symptom = bc_symptom_new (3);
  g_autofree char *label = bc_symptom_dup_label (symptom);

  g_assert_cmpstr (label, ==, "P3");
  g_assert_true (bc_symptom_is_empty (symptom));
  g_object_set (symptom, "qualities", BC_QUALITY_ACHE | BC_QUALITY_TINGLING, "now", 5, "best", 1, "worst", 9, "depth",
                BC_DEPTH_DEEP, "constancy", BC_CONSTANCY_CONSTANT, "onset", "a", "day-pattern", "b", "aggravating",
                "c", "easing", "d", "notes", "e", NULL);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_ACHE | BC_QUALITY_TINGLING);
  g_assert_cmpint (bc_symptom_get_now (symptom), ==, 5);
  g_assert_cmpint (bc_symptom_get_best (symptom), ==, 1);
  g_assert_cmpint (bc_symptom_get_worst (symptom), ==, 9);
  g_assert_cmpint (bc_symptom_get_depth (symptom), ==, BC_DEPTH_DEEP);
  g_assert_cmpint (bc_symptom_get_constancy (symptom), ==, BC_CONSTANCY_CONSTANT);
  g_assert_cmpstr (bc_symptom_get_onset (symptom), ==, "a");
  g_assert_cmpstr (bc_symptom_get_day_pattern (symptom), ==, "b");
  g_assert_cmpstr (bc_symptom_get_aggravating (symptom), ==, "c");
  g_assert_cmpstr (bc_symptom_get_easing (symptom), ==, "d");
  g_assert_cmpstr (bc_symptom_get_notes (symptom), ==, "e");
  g_assert_false (bc_symptom_is_empty (symptom));
  g_assert_finalize_object (symptom);
}

static void
test_find_mark (void)
{
  BcSymptom *symptom = bc_symptom_new (1);
  guint position = 99;

  for (BcRegion region = 10; region < 15; region++)
    {
      g_autoptr(BcMark) mark = bc_mark_new (region, BC_ROLE_RADIATION);

      g_list_store_append (bc_symptom_get_marks (symptom), mark);
    }
  g_assert_null (bc_symptom_find_mark (symptom, 15, &position));
  g_assert_cmpuint (position, ==, 99);
  g_assert_cmpuint (bc_mark_get_region (bc_symptom_find_mark (symptom, 12, &position)), ==, 12);
  g_assert_cmpuint (position, ==, 2);
  g_assert_finalize_object (symptom);
}

static void
test_empty_visit (void)
{
  BcChart *chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-11-20");
  g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
  g_autoptr(BcAnswer) answer = bc_answer_new ("d-slr", BC_ANSWER_YES);

  g_object_set (visit, "clinician", "B", NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  g_assert_true (bc_visit_is_empty (visit));
  g_object_set (symptom, "now", 0, NULL);
  g_assert_false (bc_visit_is_empty (visit));
  g_object_set (symptom, "now", BC_NRS_UNKNOWN, NULL);
  g_list_store_append (bc_visit_get_answers (visit), answer);
  g_assert_false (bc_visit_is_empty (visit));
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slump"), ==, BC_ANSWER_NONE);
  g_list_store_remove_all (bc_visit_get_answers (visit));
  g_object_set (visit, "plan", "x", NULL);
  g_assert_false (bc_visit_is_empty (visit));
  g_object_set (visit, "plan", "", "relation", "x", NULL);
  g_assert_cmpstr (bc_visit_get_relation (visit), ==, "x");
  g_assert_false (bc_visit_is_empty (visit));
  g_assert_finalize_object (chart);
}

static void
test_visits_are_sorted (void)
{
  static const char *const added[] = { "2026-05-12", "2025-01-31", "2026-11-20", "2026-05-12", "1999-12-31" };
  static const char *const sorted[] = { "1999-12-31", "2025-01-31", "2026-05-12", "2026-05-12", "2026-11-20" };
  BcChart *chart = bc_chart_new ();
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  BcVisit *second_of_day = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      BcVisit *visit = bc_chart_add_visit (chart, added[i]);

      g_assert_cmpstr (bc_visit_get_date (visit), ==, added[i]);
      if (i == 3)
        second_of_day = visit;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      g_assert_cmpstr (bc_visit_get_date (visit), ==, sorted[i]);
      g_assert_true ((visit == second_of_day) == (i == 3));
    }
  g_assert_cmpstr (bc_visit_get_date (bc_chart_get_last_visit (chart)), ==, "2026-11-20");
  g_assert_finalize_object (chart);
}

static const struct
{
  const char *birth;
  const char *visit;
  int         told;
  int         age;
} ages[] = {
  { "1970-05-12", "2026-05-11", BC_AGE_UNKNOWN, 55 },
  { "1970-05-12", "2026-05-12", BC_AGE_UNKNOWN, 56 },
  { "1970-05-12", "2026-05-13", BC_AGE_UNKNOWN, 56 },
  { "1970-12-31", "2026-01-01", BC_AGE_UNKNOWN, 55 },
  { "1970-01-01", "2026-12-31", BC_AGE_UNKNOWN, 56 },
  { "2004-02-29", "2026-02-28", BC_AGE_UNKNOWN, 21 },
  { "2004-02-29", "2026-03-01", BC_AGE_UNKNOWN, 22 },
  { "2004-02-29", "2028-02-28", BC_AGE_UNKNOWN, 23 },
  { "2004-02-29", "2028-02-29", BC_AGE_UNKNOWN, 24 },
  { "2026-05-12", "2026-05-12", BC_AGE_UNKNOWN, 0 },
  { "2026-05-13", "2026-05-12", BC_AGE_UNKNOWN, BC_AGE_UNKNOWN },
  { "", "2026-05-12", BC_AGE_UNKNOWN, BC_AGE_UNKNOWN },
  { "1970-02-30", "2026-05-12", BC_AGE_UNKNOWN, BC_AGE_UNKNOWN },
  { "", "2026-05-12", 47, 47 },
  { "1970-05-12", "2026-05-12", 47, 47 },
};

static void
test_ages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr(BcChart) chart = bc_chart_new ();
      BcVisit *visit = bc_chart_add_visit (chart, ages[i].visit);

      g_object_set (chart, "birth-date", ages[i].birth, NULL);
      g_object_set (visit, "age", ages[i].told, NULL);
      g_assert_cmpint (bc_chart_get_age (chart, visit), ==, ages[i].age);
    }
}

static void
test_ticks (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-11-20");
  BcTick *tick = bc_tick_new ("root-l5", BC_SIDE_RIGHT);

  g_list_store_append (bc_visit_get_ticks (visit), tick);
  g_assert_true (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_RIGHT));
  g_assert_false (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_LEFT));
  g_assert_false (bc_visit_is_ticked (visit, "root-s1", BC_SIDE_RIGHT));
  g_list_store_remove_all (bc_visit_get_ticks (visit));
  g_assert_finalize_object (tick);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/model/properties/chart", GSIZE_TO_POINTER (BC_TYPE_CHART), test_properties);
  g_test_add_data_func ("/model/properties/visit", GSIZE_TO_POINTER (BC_TYPE_VISIT), test_properties);
  g_test_add_data_func ("/model/properties/symptom", GSIZE_TO_POINTER (BC_TYPE_SYMPTOM), test_properties);
  g_test_add_data_func ("/model/properties/mark", GSIZE_TO_POINTER (BC_TYPE_MARK), test_properties);
  g_test_add_data_func ("/model/properties/answer", GSIZE_TO_POINTER (BC_TYPE_ANSWER), test_properties);
  g_test_add_data_func ("/model/properties/flag-action", GSIZE_TO_POINTER (BC_TYPE_FLAG_ACTION), test_properties);
  g_test_add_data_func ("/model/properties/factor", GSIZE_TO_POINTER (BC_TYPE_SYMPTOM_FACTOR), test_properties);
  g_test_add_data_func ("/model/properties/link", GSIZE_TO_POINTER (BC_TYPE_LINK), test_properties);
  g_test_add_data_func ("/model/properties/retest", GSIZE_TO_POINTER (BC_TYPE_RETEST), test_properties);
  g_test_add_data_func ("/model/properties/correction", GSIZE_TO_POINTER (BC_TYPE_CORRECTION), test_properties);
  g_test_add_func ("/model/new-chart", test_new_chart);
  g_test_add_func ("/model/new-symptom", test_new_symptom);
  g_test_add_func ("/model/find-mark", test_find_mark);
  g_test_add_func ("/model/empty-visit", test_empty_visit);
  g_test_add_func ("/model/visits-are-sorted", test_visits_are_sorted);
  g_test_add_func ("/model/ages", test_ages);
  g_test_add_func ("/model/ticks", test_ticks);
  return g_test_run ();
}
