/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <json-glib/json-glib.h>

/* What a JSONPath finds in a bundle, on one line. */
static void
assert_finds (const char *bundle,
              const char *path,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = json_from_string (bundle, &error);
  g_autoptr(JsonNode) found = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  found = json_path_query (path, root, &error);
  g_assert_no_error (error);
  text = json_to_string (found, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* The same bytes to the screen and into a file. */
static void
test_into_file (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *out = cli_write (folder, "out.json", "what was there");
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) shown = cli_run ("export", "--format", "fhir", sample, NULL);
  g_autoptr(CliRun) written = cli_run ("export", "-f", "fhir", sample, "-o", out, NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (shown->status, ==, 0);
  g_assert_cmpint (written->status, ==, 0);
  g_assert_cmpstr (written->out, ==, "");
  g_assert_true (g_file_get_contents (out, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, shown->out);
  g_assert_cmpuint (cli_get_mode (out), ==, 0600);
  cli_remove_folder (folder);
}

/* The summary goes along, unless it is left out. */
static void
test_summary (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) with = cli_run ("export", "-f", "fhir", sample, NULL);
  g_autoptr(CliRun) without = cli_run ("export", "-f", "fhir", "--no-summary", sample, NULL);

  assert_finds (with->out, "$..contentType", "[\"application/pdf\"]");
  cli_assert_has (with->out, "\"data\":\"JVBERi"); /* %PDF */
  assert_finds (without->out, "$..contentType", "[]");
  assert_finds (without->out, "$.resourceType", "[\"Bundle\"]");
}

#define TWO_VISITS "<?xml version=\"1.0\"?>\n" \
  "<chart xmlns=\"https://bodychart.github.io/ns/chart/1\" version=\"3\" figure=\"adult-female\"><patient/>" \
  "<visit date=\"2026-05-12\"><symptom number=\"1\"><mark region=\"shin-left\" role=\"site\"/></symptom></visit>" \
  "<visit date=\"2026-05-12\"><symptom number=\"1\"><mark region=\"ear-right\" role=\"site\"/></symptom></visit>" \
  "</chart>\n"

/* The last visit, or one bundle a line for all; two visits of a day are two. */
static void
test_visits (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *chart = cli_write (folder, "two.bodychart", TWO_VISITS);
  g_autoptr(CliRun) last = cli_run ("export", "-f", "fhir", "-n", chart, NULL);
  g_autoptr(CliRun) all = cli_run ("export", "-f", "fhir", "-n", "-a", chart, NULL);
  g_auto(GStrv) lines = g_strsplit (all->out, "\n", -1);

  assert_finds (last->out, "$..bodySite.coding[0].code", "[\"ear\"]");
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  assert_finds (lines[0], "$..bodySite.coding[0].code", "[\"shin\"]");
  assert_finds (lines[1], "$..bodySite.coding[0].code", "[\"ear\"]");
  g_assert_cmpstr (lines[0], !=, lines[1]);
  g_assert_cmpstr (lines[2], ==, "");
  cli_remove_folder (folder);
}

/* Codes and their words are English whatever the language; nothing else than words in the user's language changes. */
static void
test_language (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  static const char *const paths[] = { "$..code", "$..display", "$..bodySite.text", "$..valueCodeableConcept.coding" };
  g_autoptr(CliRun) english = cli_run ("export", "-f", "fhir", sample, NULL);
  g_autoptr(CliRun) german = NULL;
  g_autoptr(JsonNode) one = json_from_string (english->out, NULL);
  g_autoptr(JsonNode) two = NULL;

  g_setenv ("LANGUAGE", "de", TRUE);
  german = cli_run ("export", "-f", "fhir", sample, NULL);
  g_setenv ("LANGUAGE", "", TRUE);
  two = json_from_string (german->out, NULL);
  g_assert_cmpstr (english->out, !=, german->out);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(JsonNode) a = json_path_query (paths[i], one, NULL);
      g_autoptr(JsonNode) b = json_path_query (paths[i], two, NULL);

      g_assert_cmpuint (json_array_get_length (json_node_get_array (a)), >, 0);
      g_assert_true (json_node_equal (a, b));
    }
}

/* Nothing is half written where it cannot be. */
static void
test_unwritable (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) run = cli_run ("export", "-f", "fhir", sample, "-o", "/nowhere/out.json", NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "/nowhere/out.json");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/fhir/into-file", test_into_file);
  g_test_add_func ("/cli/fhir/summary", test_summary);
  g_test_add_func ("/cli/fhir/visits", test_visits);
  g_test_add_func ("/cli/fhir/language", test_language);
  g_test_add_func ("/cli/fhir/unwritable", test_unwritable);
  return g_test_run ();
}
