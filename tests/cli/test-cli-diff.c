/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <json-glib/json-glib.h>

#define FIVE_VISITS "sciatica-five-visits"

static JsonObject *
parse (JsonParser *parser,
       const char *text)
{
  g_autoptr(GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* Without a number the last two visits are compared, with them those; each change is told in a sentence. */
static void
test_text (void)
{
  g_autofree char *chart = cli_sample (FIVE_VISITS);
  g_autoptr(CliRun) last = cli_run ("diff", chart, NULL);
  g_autoptr(CliRun) same = cli_run ("diff", "--visits", "4,5", chart, NULL);
  g_autoptr(CliRun) redrawn = cli_run ("diff", "--visits", "1,2", chart, NULL);

  g_assert_cmpint (last->status, ==, 0);
  g_assert_cmpstr (last->err, ==, "");
  g_assert_cmpstr (last->out, ==, same->out);
  g_assert_true (g_str_has_prefix (last->out, "15 October 2026 → 12 November 2026\n"));
  cli_assert_has (last->out, "\n  ▼ Worst intensity: 6 → 4 (−2, usually matters)\n");
  cli_assert_has (last->out, "\n  ▼ Symptoms: 3 → 2 (P2 marked as resolved)\n");
  cli_assert_has (redrawn->out, "\n  ≈ Pain extent: ");
  cli_assert_has (last->out, "P1: worst 4 → 2 (−2, usually matters)");
  cli_assert_has (last->out, "best 1 → 0 (−1, a small change)");
  cli_assert_has (last->out, "P2: marked as resolved.");
  cli_assert_lacks (last->out, "redrawing alone");
  cli_assert_has (redrawn->out, "within what redrawing alone can make");
  cli_assert_has (redrawn->out, "about 42 %");
}

/* The weightiest sentence is the first. */
static void
test_order (void)
{
  g_autofree char *before = cli_sample (FIVE_VISITS);
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *after = cli_write (folder, "later.bodychart",
                                      "<chart xmlns='https://bodychart.github.io/ns/chart/1' version='3' "
                                      "figure='adult-female'><patient/><visit date='2026-12-01'>"
                                      "<symptom number='1' now='1'><mark region='perineum-left' role='site'/></symptom>"
                                      "<answer id='saddle-numb' value='yes'/>"
                                      "<answer id='bladder-retention' value='yes'/></visit></chart>");
  g_autoptr(CliRun) run = cli_run ("diff", before, after, NULL);
  g_auto(GStrv) lines = g_strsplit (run->out, "\n", -1);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), >, 4);
  g_assert_true (g_str_has_prefix (lines[1], "  - New red flag: "));
  cli_assert_has (run->out, "P3: not recorded this time, nor marked as resolved.");
  cli_remove_folder (folder);
}

static void
test_json (void)
{
  g_autofree char *chart = cli_sample (FIVE_VISITS);
  g_autoptr(CliRun) run = cli_run ("diff", "--json", "--visits", "1,5", chart, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *extent;
  JsonObject *symptom;
  JsonObject *worst;
  JsonObject *regions;

  g_assert_cmpint (run->status, ==, 0);
  root = parse (parser, run->out);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "before"), "date"), ==,
                   "2026-09-03");
  extent = json_object_get_object_member (root, "extent");
  g_assert_true (json_object_get_boolean_member (extent, "beyond_redrawing"));
  g_assert_cmpfloat (json_object_get_double_member (extent, "after_percent"), <,
                     json_object_get_double_member (extent, "before_percent"));
  symptom = json_array_get_object_element (json_object_get_array_member (root, "symptoms"), 0);
  g_assert_cmpint (json_object_get_int_member (symptom, "number"), ==, 1);
  worst = json_object_get_object_member (symptom, "worst");
  g_assert_cmpint (json_object_get_int_member (worst, "before"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (worst, "after"), ==, 2);
  g_assert_true (json_object_get_boolean_member (worst, "matters"));
  regions = json_object_get_object_member (symptom, "regions");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (regions, "gone")), ==, 6);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (regions, "new")), ==, 0);
  symptom = json_array_get_object_element (json_object_get_array_member (root, "symptoms"), 1);
  g_assert_cmpstr (json_object_get_string_member (symptom, "fate"), ==, "resolved");
  g_assert_true (json_object_get_null_member (json_object_get_object_member (symptom, "now"), "after"));
}

/* The clinician's drawing on demand; of a visit without one, the patient's. */
static void
test_drawing (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *chart = cli_write (folder, "two.bodychart",
                                      "<chart xmlns='https://bodychart.github.io/ns/chart/1' version='3' "
                                      "figure='adult-female'><patient/><visit date='2026-11-01'>"
                                      "<symptom number='1' now='4'><mark region='heel-left' role='site'/></symptom>"
                                      "</visit><visit date='2026-12-01'><symptom number='1' now='4'>"
                                      "<mark region='heel-left' role='site'/>"
                                      "<clinician-drawing><mark region='calf-upper-left' role='site'/>"
                                      "</clinician-drawing></symptom></visit></chart>");
  g_autoptr(CliRun) patient = cli_run ("diff", "--drawing", "patient", chart, NULL);
  g_autoptr(CliRun) usual = cli_run ("diff", chart, NULL);
  g_autoptr(CliRun) clinician = cli_run ("diff", "--drawing=clinician", chart, NULL);
  g_autoptr(CliRun) json = cli_run ("diff", "--json", "--drawing=clinician", chart, NULL);
  g_autoptr(CliRun) wrong = cli_run ("diff", "--drawing=both", chart, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();

  g_assert_cmpstr (patient->out, ==, usual->out);
  cli_assert_has (usual->out, "= Marked regions: 1 (unchanged)");
  cli_assert_has (clinician->out, "↔ Marked regions: 1 (1 gone, 1 new)");
  g_assert_cmpstr (json_object_get_string_member (parse (parser, json->out), "drawing"), ==, "clinician");
  g_assert_cmpint (wrong->status, ==, 2);
  cli_assert_has (wrong->err, "both");
  cli_remove_folder (folder);
}

/* Two patients are not compared, nor a visit that is not there. */
static void
test_refused (void)
{
  g_autofree char *five = cli_sample (FIVE_VISITS);
  g_autofree char *other = cli_sample ("sciatica-s1-left");
  const struct
  {
    const char *arguments[5];
    int         status;
    const char *said;
  } rows[] = {
    { { "diff", five, other, NULL }, 1, "charts of one patient" },
    { { "diff", other, NULL }, 1, "only one visit" },
    { { "diff", "--visits", "1,6", five, NULL }, 1, "no visit 6" },
    { { "diff", "--visits", "0,1", five, NULL }, 2, "1,2" },
    { { "diff", "--visits", "1", five, NULL }, 2, "1,2" },
    { { "diff", "--visits=1,2", five, other, NULL }, 2, "Too many" },
    { { "diff", NULL }, 2, "file is missing" },
    { { "diff", "not-there.bodychart", five, NULL }, 1, "not-there.bodychart" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CliRun) run = cli_run_strv (rows[i].arguments, NULL);

      g_assert_cmpint (run->status, ==, rows[i].status);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_has (run->err, rows[i].said);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/diff/text", test_text);
  g_test_add_func ("/cli/diff/order", test_order);
  g_test_add_func ("/cli/diff/json", test_json);
  g_test_add_func ("/cli-diff/drawing", test_drawing);
  g_test_add_func ("/cli/diff/refused", test_refused);
  return g_test_run ();
}
