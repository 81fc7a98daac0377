/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hard to set, on every paper: long names, markup, forty symptoms, right to left, a chart without marks. */
#include "summary-charts.h"

#include <string.h>

#define MARKUP "A & B <x> &amp; </span> %s %n"

typedef struct
{
  const char    *name;
  BcSummaryKind  kind;
} Paper;

static const Paper papers[] = {
  { "session", BC_SUMMARY_SESSION },
  { "letter", BC_SUMMARY_LETTER },
  { "patient", BC_SUMMARY_PATIENT },
};

/* The text of the paper, of which no word lies outside of the margins; NULL where the test has to be skipped. */
static char *
dup_text (const Paper *paper,
          BcChart     *chart,
          BcVisit     *visit,
          const char  *option)
{
  GFile *file = export_kind (chart, visit, paper->kind, BC_PAPER_A4);
  char *text;

  assert_inside (file);
  text = run_on_pdf (file, "pdftotext", option);
  drop_pdf (file);
  return text != NULL ? squeeze (text) : NULL;
}

/* One with blanks may be broken anywhere, one without has to be. The rest of the paper is there all the same. */
static void
test_long_names (gconstpointer data)
{
  static const char *const samples[] = { "Longname ", "Withoutanyblank" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_full_chart (&visit);
      g_autofree char *longest = dup_repeated (samples[i], 300);
      g_autofree char *text = NULL;

      g_object_set (chart, "name", longest, "reference", longest, NULL);
      g_object_set (visit, "clinician", longest, NULL);
      text = dup_text (data, chart, visit, NULL);
      if (text == NULL)
        return;
      assert_has (text, "Long drives");
      assert_has (text, "does not replace examination");
    }
}

static void
test_markup (gconstpointer data)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  g_object_set (chart, "name", MARKUP, "reference", MARKUP, NULL);
  g_object_set (visit, "clinician", MARKUP, NULL);
  g_object_set (bc_visit_get_symptom (visit, 1), "onset", MARKUP, "day-pattern", MARKUP, NULL);
  text = dup_text (data, chart, visit, NULL);
  if (text != NULL)
    g_assert_cmpuint (count_words (text, MARKUP), >=, 4);
}

/* Each symptom once, in order, and in whole. */
static void
test_forty_symptoms (gconstpointer data)
{
  static const char *const places[] = { "shoulder-top-right", "knee-anterior-left", "heel-right", "jaw-left" };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_empty_chart (&visit);
  g_autofree char *text = NULL;
  const char *at;

  for (guint i = 0; i < 40; i++)
    {
      BcSymptom *symptom = add_symptom (chart, visit, places[i % 4], i % 3 == 0 ? places[(i + 1) % 4] : "");
      g_autofree char *onset = g_strdup_printf ("Onset-of-%u.", i + 1);

      g_object_set (symptom, "onset", onset, NULL);
    }
  text = dup_text (data, chart, visit, "-layout");
  if (text == NULL)
    return;
  at = text;
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *onset = g_strdup_printf ("Onset-of-%u.", i);

      g_assert_cmpuint (count_words (text, onset), ==, 1);
      at = strstr (at, onset);
      g_assert_nonnull (at);
    }
  assert_has (text, "Page 2 of ");
}

static void
test_right_to_left (gconstpointer data)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  g_object_set (chart, "name", "שרה כהן", NULL);
  g_object_set (bc_visit_get_symptom (visit, 1), "onset", "כאב ברגל ימין", "day-pattern", "ألم في الليل", NULL);
  text = dup_text (data, chart, visit, NULL);
  if (text == NULL)
    return;
  assert_has (text, "שרה");
  assert_has (text, "ימין");
  assert_has (text, "Long drives");
}

static void
test_no_marks (gconstpointer data)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_empty_chart (&visit);
  g_autofree char *text = dup_text (data, chart, visit, NULL);

  if (text == NULL)
    return;
  assert_has (text, "No marks on the chart.");
  assert_has (text, "Page 1 of 1");
  assert_lacks (text, "Findings");
  assert_lacks (text, "Scores");
  assert_lacks (text, "Compared");
}

static void
add_paper (const Paper *paper)
{
  static const struct { const char *name; void (*func) (gconstpointer data); } tests[] = {
    { "long-names", test_long_names },         { "markup", test_markup },
    { "forty-symptoms", test_forty_symptoms }, { "right-to-left", test_right_to_left },
    { "no-marks", test_no_marks },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/summary-hard/%s/%s", paper->name, tests[i].name);

      g_test_add_data_func (path, paper, tests[i].func);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    add_paper (&papers[i]);
  return g_test_run ();
}
