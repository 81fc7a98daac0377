/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-edit.h"

#include <string.h>

/*
 * A chart as some later Bodychart may write it: unknown attributes and elements wherever either may stand. It is in
 * the form that ours has, so it must come back byte by byte.
 */
static const char newer[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" minor=\"9\" figure=\"adult-male\" locale=\"de\">\n"
  "  <origin program=\"Bodychart 9\"/>\n"
  "  <patient sex=\"male\" title=\"Dr\">\n"
  "    <first/>\n"
  "    <name script=\"latn\">Ana</name>\n"
  "    <after-name/>\n"
  "    <birth-date approximate=\"yes\">1979-03-14</birth-date>\n"
  "    <reference a=\"1\" b=\"2\">A 1</reference>\n"
  "    <after-reference>text &lt;&amp;&gt; &#9;end</after-reference>\n"
  "  </patient>\n"
  "  <after-patient/>\n"
  "  <visit date=\"2026-05-12\" age=\"47\" room=\"2\">\n"
  "    <before-all/>\n"
  "    <clinician id=\"7\">J. C.</clinician>\n"
  "    <symptom number=\"1\" now=\"3\" mood=\"low &quot;&#10;\">\n"
  "      <mark region=\"heel-left\" role=\"site\" layer=\"2\"/>\n"
  "      <mark region=\"heel-right\" role=\"site\">\n"
  "        <inside>\n"
  "          <deep a=\"1\">\n"
  "            one <b>two</b> three<!-- said --><![CDATA[<raw>]]>\n"
  "          </deep>\n"
  "        </inside>\n"
  "      </mark>\n"
  "      <after-marks/>\n"
  "      <after-marks/>\n"
  "      <stroke figure=\"adult-male\" view=\"front\" role=\"site\" width=\"25\" tilt=\"4\">\n"
  "        <before-points/>\n"
  "        <points unit=\"mm\">1,2 3,4</points>\n"
  "        <speeds>1 2</speeds>\n"
  "        <cover region=\"heel-left\" share=\"0.5\" part=\"0.5\" side=\"in\"/>\n"
  "        <cover region=\"ankle-medial-left\" share=\"0.1\" part=\"0.5\" side=\"out\">\n"
  "          <rim/>\n"
  "        </cover>\n"
  "        <after-covers/>\n"
  "      </stroke>\n"
  "      <clinician-drawing made=\"later\">\n"
  "        <before-marks/>\n"
  "        <mark region=\"heel-left\" role=\"site\" layer=\"3\"/>\n"
  "        <after-mark/>\n"
  "      </clinician-drawing>\n"
  "      <onset kind=\"gradual\" sure=\"no\">May</onset>\n"
  "      <after-onset/>\n"
  "      <day-course morning=\"worse\" noon=\"better\">\n"
  "        <hour at=\"7\"/>\n"
  "      </day-course>\n"
  "      <factor effect=\"aggravates\" id=\"sitting\" load=\"2\">S</factor>\n"
  "      <after-factor/>\n"
  "      <notes lang=\"de\"/>\n"
  "    </symptom>\n"
  "    <between-symptoms/>\n"
  "    <symptom number=\"2\"/>\n"
  "    <after-symptoms>\n"
  "    </after-symptoms>\n"
  "    <relation sure=\"no\">P1, P2</relation>\n"
  "    <link from=\"1\" to=\"2\" brings-on=\"yes\" after=\"5\"/>\n"
  "    <clear region=\"perineum-left\" asked=\"twice\"/>\n"
  "    <after-clear/>\n"
  "    <answer id=\"d-slr\" value=\"yes\" degrees=\"40\"/>\n"
  "    <tick pattern=\"root-l5\" side=\"left\" rank=\"1\"/>\n"
  "    <flag-action flag=\"rf-motor\" action=\"referred\" when=\"2026-05-12T10:40:00Z\" letter=\"yes\">Sent</flag-action>\n"
  "    <after-action/>\n"
  "    <retest due=\"2026-06-01\">\n"
  "      <sign side=\"left\">R</sign>\n"
  "      <after-sign/>\n"
  "    </retest>\n"
  "    <notes lang=\"de\">N</notes>\n"
  "    <plan>P</plan>\n"
  "    <last of=\"all\"/>\n"
  "  </visit>\n"
  "  <visit date=\"2026-05-19\">\n"
  "    <only/>\n"
  "    <signed when=\"2026-05-19T12:00:00Z\" by=\"J\" key=\"0f\">\n"
  "      <seal/>\n"
  "    </signed>\n"
  "    <correction field=\"plan\" when=\"2026-05-20T12:00:00Z\" by=\"J\" why=\"slip\">\n"
  "      <after>Q</after>\n"
  "      <after-after/>\n"
  "    </correction>\n"
  "  </visit>\n"
  "  <end/>\n"
  "</chart>\n";

static BcChart *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return bc_chart_parse (bytes, "a.bodychart", error);
}

static char *
dup_written (BcChart *chart)
{
  g_autoptr(GBytes) bytes = bc_chart_write (chart);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_same_bytes (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (newer, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_written (chart);
  g_assert_cmpstr (text, ==, newer);
}

/* After edits everything of the newer version is still there, and an undo brings the very bytes back. */
static void
test_edited (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (newer, &error);
  g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  BcHistory *history = bc_chart_get_history (chart);
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *expected = NULL;
  g_autoptr(GString) changed = g_string_new (newer);
  g_autoptr(BcChart) again = NULL;

  bc_edit_set_intensity (chart, bc_visit_get_symptom (visit, 1), "now", 7);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NO);
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 2), bc_region_from_id ("calf-upper-left"),
                         BC_ROLE_SITE);
  bc_history_set_string (history, visit, "plan", "");
  text = dup_written (chart);
  g_assert_cmpuint (g_string_replace (changed, " now=\"3\"", " now=\"7\"", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "value=\"yes\" degrees", "value=\"no\" degrees", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "    <plan>P</plan>\n", "", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "    <symptom number=\"2\"/>\n",
                                      "    <symptom number=\"2\">\n"
                                      "      <mark region=\"calf-upper-left\" role=\"site\"/>\n"
                                      "    </symptom>\n", 0), ==, 1);
  g_assert_cmpstr (text, ==, changed->str);
  again = parse (text, &error);
  g_assert_no_error (error);
  while (bc_history_can_undo (history))
    bc_history_undo (history);
  undone = dup_written (chart);
  g_assert_cmpstr (undone, ==, newer);
}

/* What stood behind a symptom stays when the symptom goes. */
static void
test_neighbour_removed (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (newer, &error);
  g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autofree char *text = NULL;

  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 2));
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 1));
  bc_edit_toggle_clear (chart, visit, bc_region_from_id ("perineum-left"));
  text = dup_written (chart);
  g_assert_nonnull (strstr (text, "<between-symptoms/>"));
  g_assert_nonnull (strstr (text, "<after-symptoms>"));
  g_assert_nonnull (strstr (text, "<after-clear/>"));
}

/* What is kept must not make a chart of the known version strict no more, nor open it to anything at all. */
static const struct { const char *name; const char *text; int code; int line; const char *words; } bad[] = {
#define CHART(version, rest) "<chart xmlns=\"" BC_CHART_NAMESPACE "\" " version " figure=\"child\">\n" rest "</chart>"
  { "known-minor", CHART ("version=\"3\" minor=\"0\"", "<new/>"), BC_FILE_ERROR_SYNTAX, 2, "<new>" },
  { "no-minor", CHART ("version=\"3\"", "<visit date=\"2026-05-12\" new=\"1\"/>"), BC_FILE_ERROR_SYNTAX, 2, "“new”" },
  { "minor-of-version-2", CHART ("version=\"2\" minor=\"9\"", ""), BC_FILE_ERROR_SYNTAX, 1, "“minor”" },
  { "higher-version", CHART ("version=\"4\" minor=\"0\"", ""), BC_FILE_ERROR_VERSION, 1, "newer Bodychart" },
  { "minor-negative", CHART ("version=\"3\" minor=\"-1\"", ""), BC_FILE_ERROR_VALUE, 1, "minor" },
  { "foreign-element", CHART ("version=\"3\" minor=\"9\"", "<x xmlns=\"urn:x\"/>"), BC_FILE_ERROR_SYNTAX, 2, "<x>" },
  { "foreign-inside", CHART ("version=\"3\" minor=\"9\"", "<x><y xmlns=\"urn:x\"/></x>"), BC_FILE_ERROR_SYNTAX, 2,
    "<x>" },
  { "foreign-attribute", CHART ("version=\"3\" minor=\"9\"", "<x a:b=\"1\" xmlns:a=\"urn:x\"/>"), BC_FILE_ERROR_SYNTAX,
    2, "<x>" },
  { "element-in-text", CHART ("version=\"3\" minor=\"9\"", "<visit date=\"2026-05-12\"><notes>a <b/></notes></visit>"),
    BC_FILE_ERROR_SYNTAX, 2, "<b>" },
  { "stray-text", CHART ("version=\"3\" minor=\"9\"", "words"), BC_FILE_ERROR_SYNTAX, 2, "<chart>" },
  { "known-value", CHART ("version=\"3\" minor=\"9\"", "<patient sex=\"x\"/>"), BC_FILE_ERROR_VALUE, 2, "female, male" },
};

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (bad[i].text, &error);
  g_autofree char *start = g_strdup_printf ("a.bodychart:%d: ", bad[i].line);

  g_assert_null (chart);
  g_assert_error (error, BC_FILE_ERROR, bad[i].code);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, bad[i].words) == NULL)
    g_error ("“%s” should begin with “%s” and have “%s”", error->message, start, bad[i].words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kept/same-bytes", test_same_bytes);
  g_test_add_func ("/kept/edited", test_edited);
  g_test_add_func ("/kept/neighbour-removed", test_neighbour_removed);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/kept/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  return g_test_run ();
}
