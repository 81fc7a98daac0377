/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "summary-charts.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
dup_pdf_text (BcChart *chart,
              BcVisit *visit)
{
  return dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
}

static void
test_full (void)
{
  static const char *const words[] = {
    "Session summary", "20 November 2026", "Jonas Prüfer", "Margarete Testfall", "14 March 1979 (47 years)", "Female",
    "P-0417", "Front", "Back", "P1 sits here", "P1 spreads to here", "spreads this way", "asked and clear",
    "Right: upper buttock", "great toe", "Both sides: lower low back", "Ache, tingling", "deep", "intermittent",
    "6 2 8", "Six weeks ago", "Worse by evening", "Long drives", "Short walks", "Came on after lifting", "Burning",
    "L5 radicular pain, right", "Explains", "Left over", "Expected, not marked", "Sources",
    "Questions and tests", "Raising the straight leg reproduces the leg pain below the knee",
    "Numbness when wiping or sitting", "Sitting", "Walking on the level", "Heat", "Asked and clear",
    "Left: calf (upper, lower)", "Works at a desk.", "Sleeps on the left side.", "Review on Thursday.", "Signature",
  };
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *text = dup_pdf_text (chart, visit);

  g_object_unref (chart);
  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_has (text, words[i]);
  g_assert_null (strstr (text, "you have"));
}

/* What changed is printed where there is an earlier visit, and only there; the trend from the third visit on. */
static void
test_comparison (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visits[3];
  char *texts[3] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-0%u-12", i + 3);
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
      g_autoptr(GArray) regions = regions_from_ids (i == 0 ? "buttock-upper-right heel-right" : "buttock-upper-right");

      visits[i] = bc_chart_add_visit (chart, date);
      for (guint j = 0; j < regions->len; j++)
        {
          g_autoptr(BcMark) mark = bc_mark_new (g_array_index (regions, BcRegion, j), BC_ROLE_SITE);

          g_list_store_append (bc_symptom_get_marks (symptom), mark);
        }
      g_object_set (symptom, "worst", 9 - 3 * (int) i, NULL);
      g_list_store_append (bc_visit_get_symptoms (visits[i]), symptom);
    }
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    texts[i] = dup_pdf_text (chart, visits[i]);
  if (texts[0] == NULL)
    return;
  g_assert_null (strstr (texts[0], "Compared with"));
  assert_has (texts[1], "Compared with 12 March 2026");
  assert_has (texts[1], "Worst intensity"); /* the head, with its signs and remarks */
  assert_has (texts[1], "▼ ");
  assert_has (texts[1], "drawing error");
  assert_has (texts[1], "6 No longer in – right: heel");
  assert_has (texts[1], "Pain extent");
  g_assert_null (strstr (texts[1], "Number of regions"));
  assert_has (texts[2], "Compared with 12 April 2026");
  assert_has (texts[2], "3 Unchanged");
  assert_has (texts[2], "Number of regions");
  assert_has (texts[2], "12 Mar 2026");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

static void
test_footer_on_every_page (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *text = dup_pdf_text (chart, visit);
  guint n_pages;

  g_object_unref (chart);
  if (text == NULL)
    return;
  n_pages = count_words (text, "does not replace examination");
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (count_words (text, "Reference P-0417"), >=, n_pages);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page, n_pages);

      g_assert_cmpuint (count_words (text, number), ==, 1);
    }
  g_assert_cmpuint (count_words (text, "Margarete Testfall"), ==, 1); /* the name is on the first page only */
}

static void
test_no_marks (void)
{
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  g_autofree char *text = dup_pdf_text (chart, visit);

  g_object_unref (chart);
  if (text == NULL)
    return;
  assert_has (text, "No marks on the chart.");
  assert_has (text, "Page 1 of 1");
  g_assert_null (strstr (text, "Findings"));
  g_assert_null (strstr (text, "Questions"));
  g_assert_null (strstr (text, "Notes"));
  g_assert_null (strstr (text, "Plan"));
  g_assert_null (strstr (text, "Asked and clear"));
}

/* What is drawn stands on paper as what is clicked does, and how the symptoms relate below them. */
static void
test_strokes_and_relation (void)
{
  static const BcStrokePoint points[] = { { 0, 0, 1 }, { 50, 50, 1 } };
  const BcCover covers[] = { { bc_region_from_id ("buttock-upper-left"), 0.3, 0.5 },
                             { bc_region_from_id ("calf-upper-left"), 0.4, 0.5 } };
  g_autoptr(BcStroke) path = bc_stroke_new (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_RADIATION, 10, points,
                                            G_N_ELEMENTS (points), covers, G_N_ELEMENTS (covers));
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  BcSymptom *symptom = add_symptom (chart, visit, "", "");
  g_autofree char *text = NULL;

  g_list_store_append (bc_symptom_get_strokes (symptom), path);
  g_object_set (visit, "relation", "P1 brings P2 on", NULL);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  assert_has (text, "Left: upper buttock");
  assert_has (text, "Left: calf (upper)");
  assert_has (text, "Relation");
  assert_has (text, "P1 brings P2 on");
  g_assert_null (strstr (text, "Not marked"));
  g_assert_null (strstr (text, "No marks on the chart"));
}

static void
test_forty_symptoms (void)
{
  static const char *const places[] = { "shoulder-top-right", "knee-anterior-left", "heel-right", "jaw-left" };
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 40; i++)
    {
      BcSymptom *symptom = add_symptom (chart, visit, places[i % 4], i % 3 == 0 ? places[(i + 1) % 4] : "");
      g_autofree char *onset = g_strdup_printf ("Onset-of-%u", i + 1);

      g_object_set (symptom, "onset", onset, NULL);
    }
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *row = g_strdup_printf (" P%u ", i);
      g_autofree char *onset = g_strdup_printf ("Onset-of-%u ", i);

      assert_has (text, row);
      g_assert_cmpuint (count_words (text, onset), ==, 1);
    }
  g_assert_cmpuint (count_words (text, "Feels like"), >, 2);
}

static void
test_margins (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  GFile *file = export_pdf (chart, visit);

  assert_inside (file);
  drop_pdf (file);
  g_object_unref (chart);
}

static void
test_long_names (void)
{
  static const char *const samples[] = { "Longname ", "Withoutanyblank" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      BcVisit *visit;
      BcChart *chart = make_full_chart (&visit);
      g_autofree char *longest = dup_repeated (samples[i], 300);
      GFile *file;
      g_autofree char *text = NULL;

      g_object_set (chart, "name", longest, "reference", longest, NULL);
      g_object_set (visit, "clinician", longest, NULL);
      file = export_pdf (chart, visit);
      assert_inside (file);
      text = run_on_pdf (file, "pdftotext", NULL);
      drop_pdf (file);
      g_object_unref (chart);
      if (text == NULL)
        return;
      assert_has (squeeze (text), "L5 radicular pain, right");
    }
}

/* Notes of 100 000 characters keep every word, in order, on as many pages as it takes. */
static void
test_long_notes (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *at;
  guint n_words = 0;

  for (; notes->len < 100000; n_words++)
    g_string_append_printf (notes, "word%05u%s", n_words, n_words % 4000 == 3999 ? "\n" : " ");
  g_object_set (visit, "notes", notes->str, NULL);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  at = text;
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%05u", i);

      g_assert_cmpuint (count_words (at, word), ==, 1);
      at = strstr (at, word);
      /* the rest of the text gets shorter, so this stays quick */
      if (i % 100 == 0)
        g_assert_nonnull (strstr (at, "Review on Thursday."));
    }
  g_assert_cmpuint (count_words (text, "does not replace examination"), >, 10);
}

/* A symptom's notes longer than a page stay inside of the margins too. */
static void
test_long_symptom_notes (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *notes = dup_repeated ("Again and again. ", 20000);
  GFile *file;

  g_object_set (bc_visit_get_symptom (visit, 1), "notes", notes, NULL);
  file = export_pdf (chart, visit);
  assert_inside (file);
  drop_pdf (file);
  g_object_unref (chart);
}

static void
test_markup (void)
{
  const char *nasty = "A & B <x> &amp; </span> %s %n";
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  g_object_set (chart, "name", nasty, "reference", nasty, NULL);
  g_object_set (visit, "clinician", nasty, "notes", nasty, "plan", nasty, NULL);
  g_object_set (bc_visit_get_symptom (visit, 1), "onset", nasty, "notes", nasty, NULL);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  g_assert_cmpuint (count_words (text, nasty), >=, 6);
}

static void
test_right_to_left (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  GFile *file;
  g_autofree char *text = NULL;

  g_object_set (chart, "name", "שרה כהן", NULL);
  g_object_set (visit, "notes", "כאב ברגל ימין\nPain in the right leg", "clinician", "د. ليلى حسن", NULL);
  file = export_pdf (chart, visit);
  assert_inside (file);
  text = run_on_pdf (file, "pdftotext", NULL);
  drop_pdf (file);
  g_object_unref (chart);
  if (text == NULL)
    return;
  assert_has (text, "שרה");
  assert_has (text, "ימין");
  assert_has (text, "Pain in the right leg");
}

static void
test_unwritable (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  BcSummary *summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  GFile *below_a_file = export_pdf (chart, visit);
  g_autoptr(GFile) file = g_file_get_child (below_a_file, "summary.pdf");
  g_autoptr(GError) error = NULL;

  g_assert_false (bc_summary_export_pdf (summary, file, &error));
  g_assert_nonnull (error);
  assert_has (error->message, "summary.pdf");
  g_assert_false (g_file_query_exists (file, NULL));
  drop_pdf (below_a_file);
  g_assert_finalize_object (summary);
  g_object_unref (chart);
}

static void
test_same_bytes (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_size, second_size;

  for (guint i = 0; i < 2; i++)
    {
      BcVisit *visit;
      BcChart *chart = make_full_chart (&visit);
      GFile *file = export_pdf (chart, visit);

      g_assert_true (g_file_load_contents (file, NULL, i == 0 ? &first : &second, i == 0 ? &first_size : &second_size,
                                           NULL, NULL));
      drop_pdf (file);
      g_object_unref (chart);
    }
  g_assert_cmpmem (first, first_size, second, second_size);
  g_assert_true (g_str_has_prefix (first, "%PDF"));
}

static void
test_ticks (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *text = dup_pdf_text (chart, visit);
  g_autofree char *unticked = NULL;
  g_autofree char *sacroiliac = NULL;
  g_autofree char *foreign = NULL;

  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, FALSE);
  unticked = dup_pdf_text (chart, visit);
  bc_edit_set_ticked (chart, visit, "sij", BC_SIDE_RIGHT, TRUE);
  bc_edit_set_ticked (chart, visit, "root-c6", BC_SIDE_LEFT, TRUE);
  sacroiliac = dup_pdf_text (chart, visit);
  bc_edit_set_ticked (chart, visit, "own-knee", BC_SIDE_LEFT, TRUE);
  bc_edit_set_answer (chart, visit, "own-kneeling", BC_ANSWER_YES);
  foreign = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  assert_has (text, "Findings chosen by the clinician");
  assert_has (text, "L5 radicular pain");
  g_assert_null (strstr (text, "Sacroiliac joint dysfunction"));
  g_assert_null (strstr (text, "S1 radicular pain"));

  g_assert_null (strstr (unticked, "Findings"));
  g_assert_null (strstr (unticked, "radicular"));
  g_assert_null (strstr (unticked, "of the evidence weighed"));

  assert_has (sacroiliac, "Sacroiliac joint dysfunction, right");
  g_assert_null (strstr (sacroiliac, "L5 radicular pain"));
  /* a tick that the marks do not carry is neither dropped nor explained away */
  assert_has (sacroiliac, "C6 radicular pain, left");
  /* nor is one of another clinic's map, which this machine does not have */
  assert_has (foreign, "Unknown map own-knee, left");
  assert_has (foreign, "This computer does not have the map");
  assert_has (foreign, "unknown question own-kneeling");
}

static void
test_red_flags (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *before = dup_pdf_text (chart, visit);
  g_autofree char *text = NULL;
  const char *flag;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  g_assert_null (strstr (before, "Red flag"));
  flag = strstr (text, "Red flag");
  g_assert_nonnull (flag);
  g_assert_nonnull (strstr (flag, "Cauda equina syndrome"));
  assert_has (text, "Emergency");
  assert_has (text, "Nothing is recorded yet.");
  g_assert_true (flag < strstr (text, "Symptoms"));
}

/* The paper says what was done about a red flag and when, also where the flag is not raised any more. */
static void
test_flag_actions (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  const char *when = "2026-11-20T09:30:00+01:00";
  g_autofree char *text = NULL;
  const char *flag;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  bc_edit_set_flag_action (chart, visit, "rf-ces-1", BC_ACTION_REFERRED, "By ambulance.", when, "Jonas", FALSE, NULL);
  bc_edit_set_flag_action (chart, visit, "rf-gone", BC_ACTION_NOT_APPLICABLE, "Old scar.", when, NULL, TRUE, NULL);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  flag = strstr (text, "Red flag");
  g_assert_nonnull (flag);
  assert_has (flag, "Referred, 20 November 2026, 09:30, Jonas. By ambulance.");
  assert_has (flag, "rf-gone (not raised now)");
  assert_has (flag, "Not applicable, 20 November 2026, 09:30. Old scar.");
  g_assert_true (strstr (flag, "Old scar.") < strstr (flag, "Symptoms"));
}

/* A signed visit has no empty line to sign on, and what was put right stands beside what it replaces. */
static void
test_signed (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  bc_edit_add_retest (chart, visit, "Bending forward");
  bc_edit_sign (chart, visit, "Jonas Prüfer", "2026-11-20T11:05:00+01:00", NULL);
  bc_edit_add_correction (chart, visit, "plan", "Review on Friday.", "Jonas Prüfer", "2026-11-21T08:00:00+01:00", NULL);
  bc_edit_add_correction (chart, visit, "P1/now", "5", "J", "2026-11-21T08:01:00+01:00", NULL);
  text = dup_pdf_text (chart, visit);
  g_object_unref (chart);
  if (text == NULL)
    return;
  assert_has (text, "* Bending forward");
  assert_has (text, "Signed by Jonas Prüfer, 20 November 2026, 11:05");
  assert_has (text, "Plan Review on Thursday. Review on Friday. (Jonas Prüfer, 21 November 2026, 08:00)");
  assert_has (text, "P1, Now 6 5 (J, 21 November 2026, 08:01)");
  g_assert_null (strstr (text, "Signature"));
}

static gboolean
has_bytes (const char *data,
           gsize       size,
           const char *words)
{
  return memmem (data, size, words, strlen (words)) != NULL;
}

static void
test_metadata (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  GFile *file = export_pdf (chart, visit);
  g_autofree char *info = run_on_pdf (file, "pdfinfo", NULL);
  g_autofree char *fonts = run_on_pdf (file, "pdffonts", NULL);
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_load_contents (file, NULL, &data, &size, NULL, NULL));
  drop_pdf (file);
  g_object_unref (chart);
  g_assert_false (has_bytes (data, size, "Testfall"));
  g_assert_false (has_bytes (data, size, "P-0417"));
  if (info == NULL || fonts == NULL)
    return;
  assert_has (squeeze (info), "Title: Bodychart session summary");
  assert_has (info, "Nov 20");
  g_assert_null (strstr (info, "Testfall"));
  g_assert_null (strstr (info, "Author"));
  assert_has (squeeze (fonts), "yes yes yes"); /* embedded, as a subset, with its characters */
  g_assert_null (strstr (fonts, " no yes "));
  g_assert_null (strstr (fonts, "Type 3"));
}

static void
test_private_file (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  GFile *file = export_pdf (chart, visit);
  g_autofree char *path = g_file_get_path (file);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  drop_pdf (file);
  g_object_unref (chart);
}

/* Printers have other paper: whatever its size, there are pages, and they can be drawn. */
static void
test_page_sizes (void)
{
  static const double sizes[][2] = { { 510, 757 }, { 527, 707 }, { 757, 510 }, { 250, 350 }, { 60, 80 } };
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  BcSummary *summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  guint last = 0;

  g_assert_cmpuint (bc_summary_get_n_pages (summary), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      bc_summary_layout (summary, pango, sizes[i][0], sizes[i][1]);
      last = bc_summary_get_n_pages (summary);
      g_assert_cmpuint (last, >, 0);
      for (guint page = 0; page < last; page++)
        bc_summary_draw_page (summary, cr, page);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    }
  bc_summary_layout (summary, pango, sizes[0][0], sizes[0][1]); /* and back again */
  g_assert_cmpuint (bc_summary_get_n_pages (summary), <, last);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (pango);
  g_assert_finalize_object (summary);
  g_object_unref (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-pdf/full", test_full);
  g_test_add_func ("/summary-pdf/comparison", test_comparison);
  g_test_add_func ("/summary-pdf/footer-on-every-page", test_footer_on_every_page);
  g_test_add_func ("/summary-pdf/no-marks", test_no_marks);
  g_test_add_func ("/summary-pdf/strokes-and-relation", test_strokes_and_relation);
  g_test_add_func ("/summary-pdf/forty-symptoms", test_forty_symptoms);
  g_test_add_func ("/summary-pdf/margins", test_margins);
  g_test_add_func ("/summary-pdf/long-names", test_long_names);
  g_test_add_func ("/summary-pdf/long-notes", test_long_notes);
  g_test_add_func ("/summary-pdf/long-symptom-notes", test_long_symptom_notes);
  g_test_add_func ("/summary-pdf/markup", test_markup);
  g_test_add_func ("/summary-pdf/right-to-left", test_right_to_left);
  g_test_add_func ("/summary-pdf/unwritable", test_unwritable);
  g_test_add_func ("/summary-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/summary-pdf/ticks", test_ticks);
  g_test_add_func ("/summary-pdf/red-flags", test_red_flags);
  g_test_add_func ("/summary-pdf/flag-actions", test_flag_actions);
  g_test_add_func ("/summary-pdf/signed", test_signed);
  g_test_add_func ("/summary-pdf/metadata", test_metadata);
  g_test_add_func ("/summary-pdf/private-file", test_private_file);
  g_test_add_func ("/summary-pdf/page-sizes", test_page_sizes);
  return g_test_run ();
}
