/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"

#include <string.h>

#define CHART "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"child\">\n"
#define VISIT CHART "<visit date=\"2026-05-12\">\n"
#define VISIT_END "\n</visit>\n</chart>"
#define SYMPTOM VISIT "<symptom number=\"1\">\n"
#define SYMPTOM_END "\n</symptom>" VISIT_END
#define LINK "<link from=\"1\" to=\"2\" brings-on=\"yes\"/>"
#define SIGNED "<signed when=\"2026-05-12T10:40:00Z\" by=\"J\"/>"
#define FLAG(attributes, text) "<flag-action flag=\"rf-motor\" " attributes ">" text "</flag-action>"

/* What must be refused: kind of error, line, and the words that help. */
static const struct { const char *name; const char *text; int code; int line; const char *words; } bad[] = {
  { "other-root", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", BC_FILE_ERROR_SYNTAX, 1, "<svg>" },
  { "no-namespace", "<chart version=\"1\" figure=\"child\"/>", BC_FILE_ERROR_SYNTAX, 1, ".bodychart" },
  { "other-namespace", "<chart xmlns=\"urn:x\" version=\"1\"/>", BC_FILE_ERROR_SYNTAX, 1, ".bodychart" },
  { "version-4", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"4\"><new/></chart>", BC_FILE_ERROR_VERSION, 1,
    "newer Bodychart" },
  { "namespace-2", "<chart xmlns=\"https://bodychart.github.io/ns/chart/2\" version=\"2\"/>", BC_FILE_ERROR_VERSION, 1,
    "newer Bodychart" },
  { "version-0", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"0\"/>", BC_FILE_ERROR_VALUE, 1, "version" },
  { "version-nan", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"nan\"/>", BC_FILE_ERROR_VALUE, 1, "version" },
  { "version-missing", "<chart xmlns=\"" BC_CHART_NAMESPACE "\"/>", BC_FILE_ERROR_SYNTAX, 1, "version" },
  { "figure-missing", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"1\"/>", BC_FILE_ERROR_SYNTAX, 1, "figure" },
  { "figure-unknown", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"1\" figure=\"dog\"/>", BC_FILE_ERROR_VALUE, 1,
    "adult-female, adult-male, child" },
  { "doctype", "<!DOCTYPE chart>\n" CHART "</chart>", BC_FILE_ERROR_UNSAFE, 1, "document type" },
  { "unknown-element", CHART "<stroke/></chart>", BC_FILE_ERROR_SYNTAX, 2, "<patient>, <visit>" },
  { "foreign-element", CHART "<visit xmlns=\"urn:x\" date=\"2026-05-12\"/></chart>",
    BC_FILE_ERROR_SYNTAX, 2, "<visit>" },
  { "unknown-attribute", CHART "<visit date=\"2026-05-12\" mood=\"5\"/></chart>",
    BC_FILE_ERROR_SYNTAX, 2, "date, age" },
  { "foreign-attribute", CHART "<visit date=\"2026-05-12\" x:age=\"5\" xmlns:x=\"urn:x\"/></chart>",
    BC_FILE_ERROR_SYNTAX, 2, "unknown attribute “age”" },
  { "stray-text", CHART "<visit date=\"2026-05-12\">\nhello</visit></chart>", BC_FILE_ERROR_SYNTAX, 3, "<notes>" },
  { "stray-cdata", VISIT "<![CDATA[x]]>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "<notes>" },
  { "text-in-mark", SYMPTOM "<mark region=\"heel-left\" role=\"site\">x</mark>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 4,
    "<mark>" },
  { "element-in-notes", VISIT "<notes>a <b>c</b></notes>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "<b>" },
  { "attribute-of-notes", VISIT "<notes lang=\"de\">a</notes>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "lang" },
  { "two-notes", VISIT "<notes>a</notes>\n<notes>b</notes>" VISIT_END, BC_FILE_ERROR_SYNTAX, 4, "second <notes>" },
  { "two-patients", CHART "<patient/>\n<patient/></chart>", BC_FILE_ERROR_SYNTAX, 3, "second <patient>" },
  { "two-birth-dates", CHART "<patient>\n<birth-date>2000-01-01</birth-date>\n<birth-date>2000-01-02</birth-date>"
    "</patient></chart>", BC_FILE_ERROR_SYNTAX, 4, "second <birth-date>" },
  { "sex-unknown", CHART "<patient sex=\"f\"/></chart>", BC_FILE_ERROR_VALUE, 2, "female, male" },
  { "birth-date-bad", CHART "<patient><birth-date>14.3.1979</birth-date></patient></chart>", BC_FILE_ERROR_VALUE, 2,
    "14.3.1979" },
  { "date-missing", CHART "<visit/></chart>", BC_FILE_ERROR_SYNTAX, 2, "date" },
  { "date-impossible", CHART "<visit date=\"2026-02-30\"/></chart>", BC_FILE_ERROR_VALUE, 2, "2026-02-30" },
  { "age-too-high", CHART "<visit date=\"2026-05-12\" age=\"131\"/></chart>", BC_FILE_ERROR_VALUE, 2, "0 to 130" },
  { "age-huge", CHART "<visit date=\"2026-05-12\" age=\"1e99\"/></chart>", BC_FILE_ERROR_VALUE, 2, "0 to 130" },
  { "number-missing", VISIT "<symptom/>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "number" },
  { "number-zero", VISIT "<symptom number=\"0\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "from 1" },
  { "number-huge", VISIT "<symptom number=\"99999999999999999999\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "to 999" },
  { "number-twice", VISIT "<symptom number=\"1\"/>\n<symptom number=\"1\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 4, "“P1”" },
  { "quality-unknown", VISIT "<symptom number=\"1\" qualities=\"ache dull\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "tingling" },
  { "now-nan", VISIT "<symptom number=\"1\" now=\"NaN\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "0 to 10" },
  { "now-infinite", VISIT "<symptom number=\"1\" now=\"inf\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "0 to 10" },
  { "now-11", VISIT "<symptom number=\"1\" now=\"11\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "0 to 10" },
  { "now-negative", VISIT "<symptom number=\"1\" now=\"-1\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "0 to 10" },
  { "now-empty", VISIT "<symptom number=\"1\" now=\"\"/>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "now" },
  { "worst-huge", VISIT "<symptom number=\"1\" worst=\"4294967299\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "0 to 10" },
  { "best-above-worst", VISIT "<symptom number=\"1\" best=\"6\" worst=\"5\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "swap" },
  { "depth-unknown", VISIT "<symptom number=\"1\" depth=\"shallow\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "superficial" },
  { "constancy-unknown", VISIT "<symptom number=\"1\" constancy=\"x\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "intermittent" },
  { "region-missing", SYMPTOM "<mark role=\"site\"/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 4, "region" },
  { "region-unknown", SYMPTOM "\n<mark region=\"tail-left\" role=\"site\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 5,
    "“tail-left”" },
  { "region-without-side", SYMPTOM "<mark region=\"heel\" role=\"site\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4,
    "heel-left or heel-right" },
  { "region-twice", SYMPTOM "<mark region=\"heel-left\" role=\"site\"/>\n<mark region=\"heel-left\" "
    "role=\"radiation\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 5, "heel-left" },
  { "role-missing", SYMPTOM "<mark region=\"heel-left\"/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 4, "role" },
  { "role-unknown", SYMPTOM "<mark region=\"heel-left\" role=\"x\"/>" SYMPTOM_END,
    BC_FILE_ERROR_VALUE, 4, "radiation" },
  { "role-clear", SYMPTOM "<mark region=\"heel-left\" role=\"clear\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4,
    "<clear region=\"heel-left\"/>" },
  { "clear-then-marked", VISIT "<clear region=\"heel-left\"/>\n<symptom number=\"1\"><mark region=\"heel-left\" "
    "role=\"site\"/></symptom>" VISIT_END, BC_FILE_ERROR_VALUE, 4, "heel-left" },
  { "marked-then-clear", VISIT "<symptom number=\"1\"><mark region=\"heel-left\" role=\"site\"/></symptom>\n"
    "<clear region=\"heel-left\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 4, "heel-left" },
  { "clear-twice", VISIT "<clear region=\"heel-left\"/>\n<clear region=\"heel-left\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 4,
    "heel-left" },
  { "answer-unknown", VISIT "<answer id=\"d-nonsense\" value=\"yes\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "“d-nonsense”" },
  { "answer-of-factor", VISIT "<answer id=\"d-slr\" value=\"eases\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "yes or no" },
  { "answer-of-question", VISIT "<answer id=\"sitting\" value=\"yes\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "no-effect" },
  { "answer-odd", VISIT "<answer id=\"d-slr\" value=\"maybe\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "“maybe”" },
  { "answer-twice", VISIT "<answer id=\"d-slr\" value=\"yes\"/>\n<answer id=\"d-slr\" value=\"no\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 4, "d-slr" },
  { "tick-unknown", VISIT "<tick pattern=\"root-l9\" side=\"left\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "root-l9" },
  { "tick-own", VISIT "<tick pattern=\"own-\" side=\"left\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "“own-”" },
  { "tick-own-odd", VISIT "<tick pattern=\"own-Knee\" side=\"left\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "own-Knee" },
  { "answer-own-odd", VISIT "<answer id=\"own-kneeling\" value=\"often\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "“often” is no answer to “own-kneeling”; write yes, no, aggravates" },
  { "tick-side", VISIT "<tick pattern=\"root-l5\" side=\"middle\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "both" },
  { "tick-twice", VISIT "<tick pattern=\"root-l5\" side=\"left\"/>\n<tick pattern=\"root-l5\" side=\"left\"/>"
    VISIT_END,
    BC_FILE_ERROR_VALUE, 4, "root-l5" },
  { "flag-action-in-version-2", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"2\" figure=\"child\">\n"
    "<visit date=\"2026-05-12\">" FLAG ("action=\"referred\" when=\"2026-05-12T10:40:00Z\"", "") VISIT_END,
    BC_FILE_ERROR_VERSION, 2, "version=\"3\"" },
  { "flag-missing", VISIT "<flag-action action=\"referred\" when=\"2026-05-12T10:40:00Z\"/>" VISIT_END,
    BC_FILE_ERROR_SYNTAX, 3, "flag" },
  { "flag-twice", VISIT FLAG ("action=\"referred\" when=\"2026-05-12T10:40:00Z\"", "") "\n"
    FLAG ("action=\"advised\" when=\"2026-05-12T10:40:00Z\"", "") VISIT_END, BC_FILE_ERROR_VALUE, 4, "rf-motor" },
  { "flag-action-missing", VISIT FLAG ("when=\"2026-05-12T10:40:00Z\"", "") VISIT_END, BC_FILE_ERROR_SYNTAX, 3,
    "action" },
  { "flag-action-unknown", VISIT FLAG ("action=\"ignored\" when=\"2026-05-12T10:40:00Z\"", "") VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "not-applicable" },
  { "flag-when-missing", VISIT FLAG ("action=\"referred\"", "") VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "when" },
  { "flag-when-day", VISIT FLAG ("action=\"referred\" when=\"2026-05-12\"", "") VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "2026-05-12T10:40:00+02:00" },
  { "flag-lowered-odd", VISIT FLAG ("action=\"advised\" when=\"2026-05-12T10:40:00Z\" lowered=\"no\"", "a") VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "lowered=\"no\"" },
  { "flag-lowered-alone", VISIT FLAG ("action=\"advised\" when=\"2026-05-12T10:40:00Z\" lowered=\"yes\"", " \n")
    VISIT_END, BC_FILE_ERROR_VALUE, 3, "reason" },
  { "flag-set-aside-alone", VISIT FLAG ("action=\"not-applicable\" when=\"2026-05-12T10:40:00Z\"", "") VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "reason" },
  { "unconfirmed-odd", VISIT "<symptom number=\"1\" unconfirmed=\"1\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "unconfirmed=\"1\"" },
  { "resolved-odd", VISIT "<symptom number=\"1\" resolved=\"no\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3,
    "resolved=\"no\"" },
  { "unconfirmed-mark", SYMPTOM "<mark region=\"heel-left\" role=\"site\" unconfirmed=\"yes\"/>" SYMPTOM_END,
    BC_FILE_ERROR_SYNTAX, 4, "unconfirmed" },
  { "onset-kind", SYMPTOM "<onset kind=\"odd\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "sudden, gradual, trauma" },
  { "onset-date", SYMPTOM "<onset date=\"May\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "“May”" },
  { "two-onsets", SYMPTOM "<onset/>\n<onset/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 5, "second <onset>" },
  { "onset-kind-in-version-2", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"2\" figure=\"child\">\n"
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><onset kind=\"sudden\"/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 2,
    "“kind”" },
  { "course-odd", SYMPTOM "<day-course morning=\"bad\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "better, same, worse" },
  { "stiffness-huge", SYMPTOM "<day-course stiffness=\"43201\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "to 43200" },
  { "wakes-negative", SYMPTOM "<day-course wakes=\"-1\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "0 to 50" },
  { "factor-effect", SYMPTOM "<factor id=\"sitting\"/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 4, "effect" },
  { "factor-unknown", SYMPTOM "<factor effect=\"eases\" id=\"flying\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4, "“flying”" },
  { "factor-strength", SYMPTOM "<factor effect=\"eases\" strength=\"11\"/>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 4,
    "0 to 10" },
  { "factor-in-version-2", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"2\" figure=\"child\">\n"
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><factor effect=\"eases\"/>" SYMPTOM_END, BC_FILE_ERROR_VERSION, 2,
    "version=\"3\"" },
  { "link-to-itself", VISIT "<symptom number=\"1\"/><link from=\"1\" to=\"1\" brings-on=\"yes\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 3, "itself" },
  { "link-to-nothing", VISIT "<symptom number=\"1\"/><link from=\"1\" to=\"2\" brings-on=\"yes\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 2, "not both" },
  { "link-twice", VISIT LINK "\n" LINK "<symptom number=\"1\"/><symptom number=\"2\"/>" VISIT_END, BC_FILE_ERROR_VALUE,
    4, "P1 P2" },
  { "link-odd", VISIT "<link from=\"1\" to=\"2\" brings-on=\"eases\"/>" VISIT_END, BC_FILE_ERROR_VALUE, 3, "yes, no" },
  { "signed-when", VISIT "<signed by=\"J\"/>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "when" },
  { "signed-by", VISIT "<signed when=\"2026-05-12T10:40:00Z\"/>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "by" },
  { "signed-twice", VISIT SIGNED "\n" SIGNED VISIT_END, BC_FILE_ERROR_SYNTAX, 4, "second <signed>" },
  { "correction-unsigned", VISIT "<correction field=\"plan\" when=\"2026-05-12T10:40:00Z\" by=\"J\"/>" VISIT_END,
    BC_FILE_ERROR_VALUE, 2, "without <signed>" },
  { "correction-field", VISIT SIGNED "<correction when=\"2026-05-12T10:40:00Z\" by=\"J\"/>" VISIT_END,
    BC_FILE_ERROR_SYNTAX, 3, "field" },
  { "drawing-twice", SYMPTOM "<clinician-drawing/>\n<clinician-drawing/>" SYMPTOM_END, BC_FILE_ERROR_SYNTAX, 5,
    "second <clinician-drawing>" },
  { "drawing-region-twice", SYMPTOM "<clinician-drawing><mark region=\"heel-left\" role=\"site\"/>\n"
    "<mark region=\"heel-left\" role=\"site\"/></clinician-drawing>" SYMPTOM_END, BC_FILE_ERROR_VALUE, 5, "heel-left" },
  { "drawing-in-drawing", SYMPTOM "<clinician-drawing>\n<clinician-drawing/></clinician-drawing>" SYMPTOM_END,
    BC_FILE_ERROR_SYNTAX, 5, "<mark>, <stroke>" },
  { "retest-text", VISIT "<retest>words</retest>" VISIT_END, BC_FILE_ERROR_SYNTAX, 3, "<retest>" },
  { "resolved-in-version-2", "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"2\" figure=\"child\">\n"
    "<visit date=\"2026-05-12\"><symptom number=\"1\" resolved=\"yes\"/>" VISIT_END, BC_FILE_ERROR_SYNTAX, 2,
    "“resolved”" },
};

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = g_bytes_new_static (bad[i].text, strlen (bad[i].text));
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_parse (bytes, "Ärzte/a b.bodychart", &error);
  g_autofree char *start = g_strdup_printf ("Ärzte/a b.bodychart:%d: ", bad[i].line);

  g_assert_null (chart);
  g_assert_error (error, BC_FILE_ERROR, bad[i].code);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, bad[i].words) == NULL)
    g_error ("“%s” should begin with “%s” and have “%s”", error->message, start, bad[i].words);
  g_assert_nonnull (strstr (error->message, "; ")); /* what was found; what to do */
}

/* Two visits, and two symptoms, may mark what the other leaves clear or repeats. */
static void
test_uniqueness_ends_with_visit (void)
{
  static const char text[] =
    VISIT "<symptom number=\"1\"><mark region=\"heel-left\" role=\"site\"/></symptom>"
    "<symptom number=\"2\"><mark region=\"heel-left\" role=\"site\"/></symptom>"
    "<answer id=\"d-slr\" value=\"yes\"/><tick pattern=\"root-l5\" side=\"left\"/></visit>"
    "<visit date=\"2026-05-13\"><symptom number=\"1\"/><clear region=\"heel-left\"/>"
    "<answer id=\"d-slr\" value=\"no\"/><tick pattern=\"root-l5\" side=\"left\"/>" VISIT_END;
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_parse (bytes, "a", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_chart_get_visits (chart))), ==, 2);
}

static void
test_comments_are_fine (void)
{
  static const char text[] = "<!-- a --><?b c?>" CHART "<!-- d --><visit date=\"2026-05-12\"><?e f?>"
                             "<notes>g<!-- h -->i<![CDATA[<j>]]></notes>" VISIT_END "<!-- k -->";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_parse (bytes, "a", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bc_visit_get_notes (bc_chart_get_last_visit (chart)), ==, "gi<j>");
}

/* A valid file cut at any byte is an error, never a crash and never half a chart. */
static void
test_cut_anywhere (void)
{
  static const char text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" SYMPTOM "<mark region=\"heel-left\" role=\"site\"/>"
    "<notes>&lt;ä&#13;</notes>" SYMPTOM_END;
  const gsize size = strlen (text);

  for (gsize n = 0; n < size; n++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, n);
      g_autoptr(GError) error = NULL;
      g_autoptr(BcChart) chart = bc_chart_parse (bytes, "a", &error);

      g_assert_null (chart);
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-file/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/chart-file/uniqueness-ends-with-visit", test_uniqueness_ends_with_visit);
  g_test_add_func ("/chart-file/comments-are-fine", test_comments_are_fine);
  g_test_add_func ("/chart-file/cut-anywhere", test_cut_anywhere);
  return g_test_run ();
}
