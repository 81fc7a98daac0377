/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "run-cli.h"

#define MARKS \
  "case,region,quality,depth,intensity,role\n" \
  "a1,buttock-upper-right,ache,deep,6,site\n" \
  "a1,leg-lateral-right,ache electric,deep,6,radiation\n" \
  "a1,groin-right,,,,clear\n" \
  "b2,sacroiliac-left,,,,site\n"
#define ANSWERS \
  "case,id,value\n" \
  "a1,d-slr,yes\n" \
  "a1,sitting,aggravates\n"
#define PATIENTS \
  "case,age,sex,figure\n" \
  "a1,52,female,adult-female\n" \
  "b2,47,male,adult-male\n"

static BcChart *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cli_get_mode (path), ==, 0600);
  return chart;
}

/* The role that some symptom gives the region; clear if none. */
static BcRole
find_role (BcVisit    *visit,
           const char *id)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcMark *mark = bc_symptom_find_mark (symptom, bc_region_from_id (id), NULL);

      if (mark != NULL)
        return bc_mark_get_role (mark);
    }
  return BC_ROLE_CLEAR;
}

static void
test_round_trip (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *marks = cli_write (folder, "marks.csv", MARKS);
  g_autofree char *answers = cli_write (folder, "answers.csv", ANSWERS);
  g_autofree char *patients = cli_write (folder, "patients.csv", PATIENTS);
  g_autofree char *out = g_build_filename (folder, "deep", "charts", NULL);
  g_autoptr(CliRun) run = cli_run ("import", marks, "--answers", answers, "--patients", patients, "-o", out, NULL);
  g_autoptr(BcChart) first = NULL;
  g_autoptr(BcChart) second = NULL;
  BcVisit *visit;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "2 charts");
  g_assert_cmpuint (cli_get_mode (out), ==, 0700);
  first = load (out, "a1.bodychart");
  second = load (out, "b2.bodychart");
  visit = bc_chart_get_last_visit (first);
  g_assert_cmpint (find_role (visit, "buttock-upper-right"), ==, BC_ROLE_SITE);
  g_assert_cmpint (find_role (visit, "leg-lateral-right"), ==, BC_ROLE_RADIATION);
  g_assert_cmpint (find_role (visit, "buttock-upper-left"), ==, BC_ROLE_CLEAR);
  g_assert_true (bc_visit_is_clear (visit, bc_region_from_id ("groin-right")));
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_cmpint (bc_visit_get_answer (visit, "sitting"), ==, BC_ANSWER_AGGRAVATES);
  g_assert_cmpint (bc_chart_get_age (first, visit), ==, 52);
  g_assert_cmpint (bc_chart_get_sex (second), ==, BC_SEX_MALE);
  g_assert_cmpint (bc_chart_get_figure (second), ==, BC_FIGURE_ADULT_MALE);
  cli_remove_folder (folder);
}

static void
test_never_over_a_chart (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *marks = cli_write (folder, "marks.csv", MARKS);
  g_autofree char *kept = cli_write (folder, "a1.bodychart", "a chart of somebody's patient");
  g_autofree char *content = NULL;
  g_autoptr(CliRun) refused = cli_run ("import", marks, "-o", folder, NULL);
  g_autoptr(CliRun) forced = NULL;
  g_autoptr(BcChart) first = NULL;
  g_autoptr(BcChart) second = NULL;

  g_assert_cmpint (refused->status, ==, 1);
  cli_assert_has (refused->err, "a1.bodychart");
  cli_assert_has (refused->out, "1 chart ");
  g_file_get_contents (kept, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "a chart of somebody's patient");
  second = load (folder, "b2.bodychart");

  forced = cli_run ("import", marks, "--force", "-o", folder, NULL);
  g_assert_cmpstr (forced->err, ==, "");
  g_assert_cmpint (forced->status, ==, 0);
  first = load (folder, "a1.bodychart");
  cli_remove_folder (folder);
}

static const struct
{
  const char *marks;
  const char *answers;
  const char *said;
} bad[] = {
  { "case,region,quality,depth,intensity,role\na,leg-lateral,,,,site\n", NULL, "marks.csv:2" },
  { "case,region,quality,depth,intensity,role\na,heel-left,,,,site\na,toe-right,,,,site\n", NULL, "marks.csv:3" },
  { "case,region,quality,depth,intensity,role\na,heel-left,nice,,,site\n", NULL, "marks.csv:2" },
  { "case,region,quality,depth,intensity,role\na,heel-left,,,11,site\n", NULL, "marks.csv:2" },
  { "case,region,quality,depth,intensity,role\na,heel-left,,,,somewhere\n", NULL, "marks.csv:2" },
  { "region,role\nheel-left,site\n", NULL, "marks.csv:1" },
  { MARKS, "case,id,value\na1,d-slr,yes\na1,d-magic,yes\n", "answers.csv:3" },
  { MARKS, "case,id,value\na1,d-slr,aggravates\n", "answers.csv:2" },
  { MARKS, "case,id,value\nz9,d-slr,yes\n", "answers.csv:2" },
};

static void
test_bad_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *folder = cli_make_folder ();
      g_autofree char *marks = cli_write (folder, "marks.csv", bad[i].marks);
      g_autofree char *answers = bad[i].answers != NULL ? cli_write (folder, "answers.csv", bad[i].answers) : NULL;
      g_autofree char *out = g_build_filename (folder, "charts", NULL);
      g_autoptr(CliRun) run = NULL;

      if (answers != NULL)
        run = cli_run ("import", marks, "-o", out, "--answers", answers, NULL);
      else
        run = cli_run ("import", marks, "-o", out, NULL);
      g_assert_cmpint (run->status, ==, 1);
      cli_assert_has (run->err, bad[i].said);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      cli_remove_folder (folder);
    }
}

/* A case's name never leads out of the folder. */
static void
test_names_stay_inside (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *out = g_build_filename (folder, "charts", NULL);
  g_autofree char *outside = g_build_filename (folder, "evil.bodychart", NULL);
  g_autofree char *marks = cli_write (folder, "marks.csv",
                                      "case,region,quality,depth,intensity,role\n"
                                      "../evil,heel-left,,,,site\n");
  g_autoptr(CliRun) run = cli_run ("import", marks, "-o", out, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "evil");
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
  cli_remove_folder (folder);
}

static void
test_missing_table (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *marks = cli_write (folder, "marks.csv", MARKS);
  g_autofree char *answers = g_build_filename (folder, "no-answers.csv", NULL);
  g_autoptr(CliRun) run = cli_run ("import", marks, "--answers", answers, "-o", folder, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "no-answers.csv");
  cli_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/import/round-trip", test_round_trip);
  g_test_add_func ("/cli/import/never-over-a-chart", test_never_over_a_chart);
  g_test_add_func ("/cli/import/bad-rows", test_bad_rows);
  g_test_add_func ("/cli/import/names-stay-inside", test_names_stay_inside);
  g_test_add_func ("/cli/import/missing-table", test_missing_table);
  return g_test_run ();
}
