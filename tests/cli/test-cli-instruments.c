/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <json-glib/json-glib.h>

static JsonParser *
parse_line (const char *line)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  return parser;
}

/* One object a chart, in the order of the files, with the same members in each. */
static void
test_json (void)
{
  static const char *const members[] = { "file", "date", "now", "best", "worst", "symptoms", "regions", "wpi",
                                         "generalised_pain", "mbm", "choir", "extent" };
  g_autofree char *first = cli_sample ("sciatica-l5-right");
  g_autofree char *second = cli_sample ("no-pattern");
  g_autoptr(CliRun) run = cli_run ("instruments", "--json", first, second, NULL);
  g_auto(GStrv) lines = g_strsplit (run->out, "\n", -1);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(JsonParser) parser = parse_line (lines[i]);
      JsonObject *object = json_node_get_object (json_parser_get_root (parser));

      g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (members));
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        g_assert_true (json_object_has_member (object, members[j]));
      g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, i == 0 ? first : second);
    }
}

#define CHART "<?xml version=\"1.0\"?>\n" \
  "<chart xmlns=\"https://bodychart.github.io/ns/chart/1\" version=\"3\" figure=\"adult-male\">" \
  "<patient sex=\"male\"/><visit date=\"2026-05-12\">" \
  "<symptom number=\"1\"><mark region=\"abdomen-upper-right\" role=\"site\"/></symptom></visit></chart>\n"

/* The same marks have other codes on the male map. */
static void
test_choir_of_a_man (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *file = cli_write (folder, "man.bodychart", CHART);
  g_autoptr(CliRun) run = cli_run ("instruments", "--json", file, NULL);

  g_assert_cmpstr (run->err, ==, "");
  cli_assert_has (run->out, "\"choir\":{\"score\":1,\"of\":74,\"map\":\"male\",\"codes\":[116]}");
  cli_remove_folder (folder);
}

/* Every score names where it comes from. */
static void
test_text (void)
{
  static const char *const said[] = { "Widespread Pain Index, 2016", "of 19", "Wolfe F et al. 2016", "of 5, not met",
                                      "of 35", "Brummett CM et al. 2016", "of 74", "Scherrer KH et al. 2021",
                                      "% of the body", "leg and foot, right" };
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) run = cli_run ("instruments", sample, NULL);

  g_assert_cmpint (run->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    cli_assert_has (run->out, said[i]);
  cli_assert_lacks (run->out, "left");
}

/* A bad file is named and does not keep the others back. */
static void
test_bad (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *bad = cli_write (folder, "bad.bodychart", "<chart/>");
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autoptr(CliRun) run = cli_run ("instruments", bad, sample, NULL);
  g_autoptr(CliRun) none = cli_run ("instruments", NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "bad.bodychart");
  cli_assert_has (run->out, "no-pattern");
  g_assert_cmpint (none->status, ==, 2);
  cli_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/instruments/json", test_json);
  g_test_add_func ("/cli/instruments/choir-of-a-man", test_choir_of_a_man);
  g_test_add_func ("/cli/instruments/text", test_text);
  g_test_add_func ("/cli/instruments/bad", test_bad);
  return g_test_run ();
}
