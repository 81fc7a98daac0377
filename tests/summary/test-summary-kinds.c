/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-edit.h"
#include "bc-scores.h"
#include "bc-visit-text.h"
#include "summary-charts.h"

#include <string.h>

static void
test_patient_words (void)
{
  static const char *const words[] = {
    "Your body chart", "Margarete Testfall", "This is what you told us about your symptoms on 20 November 2026.",
    "P1, deep ache and tingling, intermittent, 6 of 10, at worst 8 of 10, in your right buttock",
    "It began Six weeks ago", "Day and night Worse by evening", "Makes it worse Long drives",
    "Makes it better Short walks", "Makes it worse Sitting", "Makes it better Walking on the level",
    "Changes nothing Heat", "Free of symptoms Left: calf (upper, lower)", "What we agreed",
    "Next appointment",
    "does not replace examination", "Page 1 of 1",
  };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = dup_kind_text (chart, visit, BC_SUMMARY_PATIENT);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    assert_has (text, words[i]);
}

/* A symptom that has gone is told as such; one that nobody asked about again is not passed off as new. */
static void
test_resolved_and_unconfirmed (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  BcSymptom *gone = bc_edit_add_symptom (chart, visit);
  g_autofree char *before = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  g_autofree char *patient = NULL;
  g_autofree char *session = NULL;

  g_object_set (gone, "resolved", TRUE, NULL);
  g_object_set (bc_visit_get_symptom (visit, 1), "unconfirmed", TRUE, NULL);
  patient = dup_kind_text (chart, visit, BC_SUMMARY_PATIENT);
  session = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  if (patient == NULL)
    return;
  assert_has (patient, "P3 has gone.");
  assert_has (before, "Not marked on the chart");
  assert_lacks (before, "Taken over from the last visit.");
  assert_has (session, "P3 Resolved");
  g_assert_cmpuint (count_words (session, "Taken over from the last visit."), ==, 1);
  assert_lacks (before, "“?” from the last visit, not confirmed");
  assert_has (session, "“?” from the last visit, not confirmed"); /* what the faint marks mean */
}

/* Answers and clear regions that nobody asked about again say so on paper and in the text for practice software. */
static void
test_unconfirmed_answers (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcAnswer) answer = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_answers (visit)), 0);
  g_autoptr(BcMark) clear = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_clears (visit)), 0);
  g_autofree char *before = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  g_object_set (answer, "unconfirmed", TRUE, NULL);
  g_object_set (clear, "unconfirmed", TRUE, NULL);
  g_object_set (bc_visit_get_symptom (visit, 1), "unconfirmed", TRUE, NULL);
  after = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  text = bc_visit_dup_text (chart, visit, bc_maps_get_default ());
  assert_has (text, "Not confirmed: Taken over from the last visit.");
  assert_has (text, "Of these not confirmed:");
  if (after == NULL)
    return;
  assert_lacks (before, "(not confirmed)");
  assert_lacks (before, "Of these from the last visit");
  g_assert_cmpuint (count_words (after, "(not confirmed)"), ==, 1);
  g_assert_cmpuint (count_words (after, "Of these from the last visit, not confirmed:"), ==, 1);
}

/* Where the clinician drew something else the record and the letter say so, and the patient's copy does not. */
static void
test_two_drawings (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  BcSymptom *one = bc_visit_get_symptom (visit, 1);
  g_autofree char *before = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  g_autofree char *session = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *patient = NULL;
  g_autofree char *plain = NULL;

  bc_edit_toggle_understood (chart, one, bc_region_from_id ("heel-left"), BC_ROLE_SITE);
  bc_edit_understand_region (chart, one, bc_region_from_id ("buttock-upper-right"), BC_ROLE_CLEAR);
  session = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  letter = dup_kind_text (chart, visit, BC_SUMMARY_LETTER);
  patient = dup_kind_text (chart, visit, BC_SUMMARY_PATIENT);
  plain = bc_visit_dup_text (chart, visit, bc_maps_get_default ());
  assert_has (plain, "P1, only the clinician: left: heel;");
  if (session == NULL)
    return;
  assert_lacks (before, "clinician’s drawing");
  assert_has (session, "Patient’s and clinician’s drawing");
  assert_has (session, "Only the patient");
  assert_has (session, "left: heel;");
  assert_has (session, "right: upper buttock;");
  assert_has (session, "Matched by the clinician’s drawing: P1");
  assert_has (letter, "left: heel;");
  assert_lacks (patient, "clinician’s drawing");
  assert_lacks (patient, "heel");
  assert_has (patient, "in your right buttock");
}

static void
test_letter_words (void)
{
  static const char *const words[] = {
    "To", "Referral", "Margarete Testfall", "Dear colleague,", "whom I saw on 20 November 2026",
    "Right: upper buttock", "6 2 8", "L5 radicular pain, right", "Speaks for it", "Sources", "Sleeps on the left side.",
    "Review on Thursday.", "With kind regards,", "Signature, Jonas Prüfer", "does not replace examination",
  };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = dup_kind_text (chart, visit, BC_SUMMARY_LETTER);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    assert_has (text, words[i]);
}

/* What its writer has to say comes before the tables, and the signature under all of it. */
static void
test_letter_order (void)
{
  static const char *const words[] = { "Dear colleague,", "Sleeps on the left side.", "Review on Thursday.", "sits here",
                                       "Feels like", "Speaks for it", "With kind regards,", "Signature, Jonas Prüfer" };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = dup_kind_text (chart, visit, BC_SUMMARY_LETTER);
  const char *at = text;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    {
      const char *next = strstr (at, words[i]);

      if (next == NULL)
        g_error ("“%s” does not follow in: %s", words[i], at);
      at = next;
    }
}

/* A sample with many red flags and questions: two pages, and the signature has the plan above it. */
static void
test_two_pages (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples",
                                                 "cauda-equina-red-flag.bodychart", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BcChart) chart = bc_chart_load (file, NULL, NULL, NULL);
  g_autofree char *text = NULL;
  BcVisit *visit;
  const char *last;

  g_assert_nonnull (chart);
  visit = bc_chart_get_last_visit (chart);
  text = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  if (text == NULL)
    return;
  assert_has (text, "Page 2 of 2");
  g_assert_cmpuint (count_words (text, "Nothing is recorded yet."), ==, 1); /* once, not a flag */
  last = strstr (text, "Page 1 of 2");
  g_assert_nonnull (strstr (last, "Plan Sent to hospital by ambulance"));
  g_assert_nonnull (strstr (last, "Signature, Edda Lindqvist"));
}

/* What a screen reader says of the pages: every row once, in the order of the paper. */
static void
test_page_text (void)
{
  static const char *const words[] = { "Session summary", "Margarete Testfall", "P1", "Right: upper buttock", "Worse by evening",
                                       "L5 radicular pain, right", "Sleeps on the left side.", "Signature, Jonas Prüfer" };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcSummary) summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(GString) all = g_string_new (NULL);
  const char *at;

  bc_summary_layout (summary, pango, 510, 700);
  g_object_unref (pango);
  for (guint page = 0; page < bc_summary_get_n_pages (summary); page++)
    {
      g_autofree char *text = bc_summary_dup_page_text (summary, page);

      g_assert_true (g_str_has_suffix (text, "\n"));
      g_string_append (all, text);
    }
  at = all->str;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *next = strstr (at, words[i]);

      if (next == NULL)
        g_error ("“%s” does not follow in: %s", words[i], at);
      at = next;
    }
  g_assert_null (strstr (at + 1, "Signature"));
  g_assert_null (strstr (all->str, "\u200b"));
  g_assert_true (g_utf8_validate (all->str, -1, NULL));
}

/* Wherever a page ends amid the lines of a symptom, the next one says of which they are. */
static void
test_continued (void)
{
  static const char *const lines[] = { "Onset", "Over 24 hours", "Worse with Sitting for", "Better with Lying on", "Notes Shoots" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples",
                                                 "sciatica-l5-right.bodychart", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BcChart) chart = bc_chart_load (file, NULL, NULL, NULL);
  guint n_continued = 0;

  g_assert_nonnull (chart);
  for (double height = 400; height < 760; height += 8)
    {
      g_autoptr(BcSummary) summary = bc_summary_new (chart, bc_chart_get_last_visit (chart), bc_maps_get_default ());
      PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());

      bc_summary_layout (summary, pango, 510, height);
      g_object_unref (pango);
      for (guint page = 1; page < bc_summary_get_n_pages (summary); page++)
        {
          g_autofree char *text = bc_summary_dup_page_text (summary, page);
          g_auto(GStrv) rows = g_strsplit (text, "\n", 3);

          for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
            if (g_str_has_prefix (rows[0], lines[i]))
              g_error ("at a height of %g page %u begins so: %s", height, page, text);
          n_continued += g_str_has_prefix (rows[0], "P") && strstr (rows[0], "continued") != NULL;
        }
    }
  g_assert_cmpuint (n_continued, >, 0);
}

/* The counts themselves are tested where they are made. */
static void
test_scores (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcScores) scores = bc_scores_from_visit (chart, visit, bc_maps_get_default ());
  g_autofree char *wpi = g_strdup_printf ("%u of 19; criterion of generalised pain not met (%u of 5 regions)",
                                          scores->wpi.marked->len, scores->pain_regions);
  g_autofree char *mbm = g_strdup_printf ("%u of 35 (", scores->mbm.marked->len);
  g_autofree char *text = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
  g_autofree char *patient = dup_kind_text (chart, visit, BC_SUMMARY_PATIENT);
  BcVisit *blank;
  g_autoptr(BcChart) empty = make_empty_chart (&blank);
  g_autofree char *nothing = dup_kind_text (empty, blank, BC_SUMMARY_SESSION);

  if (text == NULL)
    return;
  assert_has (text, "Scores from the chart");
  assert_has (text, wpi);
  assert_has (text, mbm);
  assert_lacks (patient, "Scores from the chart");
  assert_lacks (nothing, "Scores from the chart");
}

/* A colleague sees what is dangerous before anything else. */
static void
test_letter_red_flags (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  text = dup_kind_text (chart, visit, BC_SUMMARY_LETTER);
  if (text == NULL)
    return;
  assert_has (text, "Red flag");
  g_assert_true (strstr (text, "Dear colleague") < strstr (text, "Red flag"));
  g_assert_true (strstr (text, "Red flag") < strstr (text, "P1 sits here"));
}

/* A long frame of red flags does not drive the figures to the next page: they get smaller. */
static void
test_no_white_page (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples",
                                                 "cauda-equina-red-flag" BC_CHART_SUFFIX, NULL);
  g_autoptr(GFile) sample = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_load (sample, NULL, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_kind_text (chart, bc_chart_get_last_visit (chart), BC_SUMMARY_SESSION);
  if (text == NULL)
    return;
  g_assert_true (strstr (text, "P1 sits here") < strstr (text, "Page 1 of"));
}

static void
test_paper (void)
{
  static const struct
  {
    BcPaper     paper;
    const char *size;
  } cases[] = {
    { BC_PAPER_A4, "Page size: 595.276 x 841.89 pts (A4)" },
    { BC_PAPER_LETTER, "Page size: 612 x 792 pts (letter)" },
  };
  static const BcSummaryKind kinds[] = { BC_SUMMARY_SESSION, BC_SUMMARY_LETTER, BC_SUMMARY_PATIENT };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (kinds); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_full_chart (&visit);
      GFile *file = export_kind (chart, visit, kinds[i / G_N_ELEMENTS (cases)], cases[i % G_N_ELEMENTS (cases)].paper);
      g_autofree char *info = run_on_pdf (file, "pdfinfo", NULL);

      drop_pdf (file);
      if (info == NULL)
        return;
      assert_has (squeeze (info), cases[i % G_N_ELEMENTS (cases)].size);
    }
}

/* What queues and viewers show tells the papers apart, and names nobody. */
static void
test_titles (void)
{
  static const char *const titles[] = {
    [BC_SUMMARY_SESSION] = "Title: Bodychart session summary",
    [BC_SUMMARY_LETTER] = "Title: Bodychart referral letter",
    [BC_SUMMARY_PATIENT] = "Title: Bodychart patient’s copy",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_full_chart (&visit);
      GFile *file = export_kind (chart, visit, (BcSummaryKind) i, BC_PAPER_A4);
      g_autofree char *info = run_on_pdf (file, "pdfinfo", NULL);

      drop_pdf (file);
      if (info == NULL)
        return;
      assert_has (squeeze (info), titles[i]);
      assert_lacks (info, "Testfall");
      assert_lacks (info, "P-0417");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-kinds/patient-words", test_patient_words);
  g_test_add_func ("/summary-kinds/resolved-and-unconfirmed", test_resolved_and_unconfirmed);
  g_test_add_func ("/summary-kinds/unconfirmed-answers", test_unconfirmed_answers);
  g_test_add_func ("/summary-kinds/two-drawings", test_two_drawings);
  g_test_add_func ("/summary-kinds/letter-words", test_letter_words);
  g_test_add_func ("/summary-kinds/letter-order", test_letter_order);
  g_test_add_func ("/summary-kinds/two-pages", test_two_pages);
  g_test_add_func ("/summary-kinds/page-text", test_page_text);
  g_test_add_func ("/summary-kinds/continued", test_continued);
  g_test_add_func ("/summary-kinds/scores", test_scores);
  g_test_add_func ("/summary-kinds/letter-red-flags", test_letter_red_flags);
  g_test_add_func ("/summary-kinds/no-white-page", test_no_white_page);
  g_test_add_func ("/summary-kinds/paper", test_paper);
  g_test_add_func ("/summary-kinds/titles", test_titles);
  return g_test_run ();
}
