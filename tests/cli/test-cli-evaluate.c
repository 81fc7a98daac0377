/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#define MARKS \
  "case,region,quality,depth,intensity,role\n" \
  "heel,heel-left,sharp,,6,site\n" \
  "heel,sole-medial-left,ache,,4,site\n" \
  "scatter,cheek-left,ache,,,site\n" \
  "scatter,elbow-posterior-right,ache,,,site\n" \
  "scatter,ankle-medial-left,ache,,,site\n" \
  "wrong,great-toe-right,numbness,,,site\n"
#define ANSWERS \
  "case,id,value\n" \
  "heel,first-steps,aggravates\n" \
  "heel,d-tender-heel,yes\n"
#define TRUTH \
  "case,part,pattern,side,source\n" \
  "heel,report,plantar-heel,left,Doe 2001\n" \
  "scatter,report,none,,Doe 2001\n" \
  "wrong,tune,tmj,left,Doe 2001\n"

static char *
make_set (const char *marks,
          const char *answers,
          const char *truth)
{
  char *folder = cli_make_folder ();
  const char *const tables[][2] = { { "marks.csv", marks }, { "answers.csv", answers }, { "truth.csv", truth } };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i][1] != NULL)
      g_free (cli_write (folder, tables[i][0], tables[i][1]));
  return folder;
}

static void
test_measures (void)
{
  g_autofree char *folder = make_set (MARKS, ANSWERS, TRUTH);
  g_autoptr(CliRun) run = cli_run ("evaluate", folder, NULL);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "Part “report”\n\n1 cases with one source, 0 with two, 1 in which no pattern should ");
  cli_assert_has (run->out, "Part “tune”\n\n1 cases with one source, 0 with two, 0 in which");
  cli_assert_has (run->out, "marks and answers      100.0 %       1.0   100.0 %   100.0 %   100.0 %     1.000    1 of 1 ");
  cli_assert_has (run->out, "marks and answers        0.0 %");
  cli_assert_has (run->out, "plain overlap");
  cli_assert_has (run->out, "dermatome chart");
  cli_assert_has (run->out, "Calibration, marks alone");
  cli_assert_has (run->out, "calibration error 0.");
  cli_assert_has (run->out, "The same cases made harder, 5 charts of each");
  cli_assert_has (run->out, "hip-and-joint            hip-and-joint               1\n");
  /* Nothing of what no case has. */
  cli_assert_lacks (run->out, "Red flags");
  cli_assert_lacks (run->out, "Two sources");
  cli_remove_folder (folder);
}

static void
test_part (void)
{
  g_autofree char *folder = make_set (MARKS, ANSWERS, TRUTH);
  g_autoptr(CliRun) run = cli_run ("evaluate", folder, "--part", "tune", NULL);
  g_autoptr(CliRun) other = cli_run ("evaluate", "--part", "nope", folder, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "Part “tune”");
  cli_assert_lacks (run->out, "Part “report”");
  g_assert_cmpint (other->status, ==, 1);
  cli_assert_has (other->err, "truth.csv: no case is of part “nope”");
  g_assert_cmpstr (other->out, ==, "");
  cli_remove_folder (folder);
}

/* Made harder by a seed: the same again for the same seed, another for another, and said once. */
static void
test_harder (void)
{
  g_autofree char *folder = make_set (MARKS, ANSWERS, TRUTH);
  g_autoptr(CliRun) run = cli_run ("evaluate", "--harder", "7", folder, NULL);
  g_autoptr(CliRun) again = cli_run ("evaluate", "-H", "7", folder, NULL);
  g_autoptr(CliRun) other = cli_run ("evaluate", "-H", "11", folder, NULL);
  g_autoptr(CliRun) bad = cli_run ("evaluate", "--harder=-1", folder, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, again->out);
  g_assert_cmpstr (run->out, !=, other->out);
  cli_assert_lacks (run->out, "made harder");
  g_assert_cmpint (bad->status, ==, 2);
  cli_assert_has (bad->err, "SEED is a number from 1 on");
  cli_remove_folder (folder);
}

/* Only what is wrong is listed, with what was told instead. */
static void
test_cases (void)
{
  g_autofree char *folder = make_set (MARKS, ANSWERS, TRUTH);
  g_autoptr(CliRun) run = cli_run ("evaluate", "--cases", folder, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "\nwrong: tmj <- none 0.");
  cli_assert_lacks (run->out, "heel: ");
  cli_assert_lacks (run->out, "scatter: ");
  cli_remove_folder (folder);
}

static void
test_pair_and_flag (void)
{
  static const char marks[] = "case,region,quality,depth,intensity,role\n"
                              "two,knee-medial-right,ache,,,site\n"
                              "two,knee-anterior-right,ache,,,site\n"
                              "two,nape-lower-left,ache,,,site\n"
                              "two,shoulder-top-left,ache,,,site\n"
                              "two,scapula-upper-left,ache,,,site\n";
  static const char answers[] = "case,id,value\ntwo,d-tender-joint-line,yes\ntwo,d-tender-facet-neck,yes\n"
                                "two,foot-drop-new,yes\n";
  static const char truth[] = "case,part,pattern,side,flags,second,second-side\n"
                              "two,report,knee-tf,right,rf-motor,facet-c5-6,left\n";
  g_autofree char *folder = make_set (marks, answers, truth);
  g_autoptr(CliRun) run = cli_run ("evaluate", folder, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "Two sources, by");
  cli_assert_has (run->out, "Red flags: all of them told in 1 of 1 cases that have some\n");
  cli_remove_folder (folder);
}

typedef struct
{
  const char *name;
  const char *marks;
  const char *answers;
  const char *truth;
  const char *message;
} Bad;

static const Bad bad[] = {
  { "no-truth", MARKS, ANSWERS, NULL, "truth.csv" },
  { "no-marks", NULL, NULL, TRUTH, "marks.csv" },
  { "case", MARKS, ANSWERS, TRUTH "more,report,none,,\n", "truth.csv:5: case “more” has no marks" },
  { "pattern", MARKS, ANSWERS, "case,part,pattern\nheel,report,nope\n", "truth.csv:2: pattern “nope” is in no map" },
  { "answer", MARKS, "case,id,value\nheel,nope,yes\n", TRUTH, "answers.csv:2: " },
  { "empty", MARKS, ANSWERS, "case,part,pattern\n", "truth.csv: there is no case" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *one = data;
  g_autofree char *folder = make_set (one->marks, one->answers, one->truth);
  g_autoptr(CliRun) run = cli_run ("evaluate", folder, NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_has (run->err, one->message);
  cli_remove_folder (folder);
}

static void
test_usage (void)
{
  g_autoptr(CliRun) none = cli_run ("evaluate", NULL);
  g_autoptr(CliRun) two = cli_run ("evaluate", "a", "b", NULL);
  g_autoptr(CliRun) missing = cli_run ("evaluate", "/nowhere/at/all", NULL);

  g_assert_cmpint (none->status, ==, 2);
  g_assert_cmpint (two->status, ==, 2);
  g_assert_cmpint (missing->status, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/evaluate/measures", test_measures);
  g_test_add_func ("/cli/evaluate/harder", test_harder);
  g_test_add_func ("/cli/evaluate/part", test_part);
  g_test_add_func ("/cli/evaluate/cases", test_cases);
  g_test_add_func ("/cli/evaluate/pair-and-flag", test_pair_and_flag);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/evaluate/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/cli/evaluate/usage", test_usage);
  return g_test_run ();
}
