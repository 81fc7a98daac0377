/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-extent.h"
#include "bc-maps.h"
#include "run-cli.h"

#include <json-glib/json-glib.h>
#include <locale.h>

static BcChart *
load (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return chart;
}

/* Regions that any symptom of the last visit marks. */
static GHashTable *
list_marked (BcChart *chart)
{
  GHashTable *marked = g_hash_table_new (NULL, NULL);
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (bc_chart_get_last_visit (chart)));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        if (bc_symptom_marks_region (symptom, region, NULL))
          g_hash_table_add (marked, GUINT_TO_POINTER ((guint) region));
    }
  return marked;
}

static JsonObject *
parse_line (JsonParser *parser,
            const char *line)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (g_utf8_validate (line, -1, NULL));
  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
  return json_node_get_object (json_parser_get_root (parser));
}

static double
get_share (JsonObject *object,
           const char *member)
{
  double share;

  g_assert_true (json_object_has_member (object, member));
  share = json_object_get_double_member (object, member);
  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  return share;
}

/* Counts the regions, each a known one, and puts them into @seen if it is there; none may be there already. */
static guint
check_regions (JsonObject *finding,
               const char *member,
               GHashTable *seen)
{
  JsonArray *regions = json_object_get_array_member (finding, member);
  guint n_regions = json_array_get_length (regions);

  for (guint i = 0; i < n_regions; i++)
    {
      BcRegion region = bc_region_from_id (json_array_get_string_element (regions, i));

      g_assert_cmpuint (region, !=, BC_REGION_NONE);
      if (seen != NULL)
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER ((guint) region)));
    }
  return n_regions;
}

static void
check_finding (JsonObject *finding,
               GHashTable *marked)
{
  static const char *const sides[] = { "left", "right", "both", NULL };
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer region;

  g_assert_cmpstr (json_object_get_string_member (finding, "pattern"), !=, "");
  g_assert_cmpstr (json_object_get_string_member (finding, "family"), !=, "");
  g_assert_true (g_strv_contains (sides, json_object_get_string_member (finding, "side")));
  g_assert_true (json_object_has_member (finding, "group") == json_object_has_member (finding, "group_share"));
  if (json_object_has_member (finding, "group"))
    g_assert_cmpfloat (get_share (finding, "group_share"), >=, get_share (finding, "share") - 1e-9);

  /* Explained and left over are the marked regions, each once. */
  check_regions (finding, "explains", seen);
  check_regions (finding, "unexplained", seen);
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_hash_table_size (marked));
  g_hash_table_iter_init (&iter, marked);
  while (g_hash_table_iter_next (&iter, &region, NULL))
    g_assert_true (g_hash_table_contains (seen, region));
  /* And what was expected is not marked. */
  check_regions (finding, "expected", seen);
}

static void
check_extent (JsonObject *object,
              BcChart    *chart)
{
  JsonObject *told = json_object_get_object_member (object, "extent");
  BcExtent extent;

  bc_extent_of_visit (chart, bc_chart_get_last_visit (chart), &extent);
  g_assert_cmpfloat (extent.cm2, >, 0);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (told, "cm2"), extent.cm2, 1e-6);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (told, "percent"), 100 * extent.body_share, 1e-6);
}

/* At most three that tell findings apart, with where the answers point, and two that a red flag waits for. */
static void
check_ask_next (JsonObject *object)
{
  static const char *const loads[] = { "none", "gentle", "moderate", "provocative", NULL };
  JsonArray *questions = json_object_get_array_member (object, "ask_next");
  guint n_flags = 0;

  g_assert_true (json_object_has_member (object, "irritable"));
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      gboolean flag = json_object_has_member (question, "red_flag");

      g_assert_nonnull (bc_maps_lookup_question (bc_maps_get_default (), json_object_get_string_member (question, "id")));
      g_assert_true (g_strv_contains (loads, json_object_get_string_member (question, "load")));
      n_flags += flag;
      if (!flag)
        g_assert_cmpuint (json_array_get_length (json_object_get_array_member (question, "yes"))
                            + json_array_get_length (json_object_get_array_member (question, "no")), >, 0);
    }
  g_assert_cmpuint (n_flags, <=, 2);
  g_assert_cmpuint (json_array_get_length (questions) - n_flags, <=, 3);
}

static void
check_object (JsonObject *object,
              const char *path,
              guint       least)
{
  g_autoptr(BcChart) chart = load (path);
  g_autoptr(GHashTable) marked = list_marked (chart);
  JsonArray *findings = json_object_get_array_member (object, "findings");
  JsonArray *red_flags = json_object_get_array_member (object, "red_flags");
  double before = 1;

  check_extent (object, chart);
  check_ask_next (object);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, path);
  g_assert_cmpuint (json_array_get_length (findings), >=, least);
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      check_finding (finding, marked);
      g_assert_cmpfloat (get_share (finding, "share"), <=, before);
      before = get_share (finding, "share");
    }
  get_share (object, "no_fit_share");
  for (guint i = 0; i < json_array_get_length (red_flags); i++)
    {
      static const char *const urgencies[] = { "emergency", "urgent", "soon", NULL };
      JsonObject *flag = json_array_get_object_element (red_flags, i);

      g_assert_cmpstr (json_object_get_string_member (flag, "id"), !=, "");
      g_assert_true (g_strv_contains (urgencies, json_object_get_string_member (flag, "urgency")));
    }
}

static void
test_json (gconstpointer locale)
{
  g_auto(GStrv) samples = cli_all_samples ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) arguments = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(CliRun) run = NULL;

  if (locale != NULL && setlocale (LC_NUMERIC, locale) == NULL)
    {
      g_test_skip ("the locale is not installed");
      return;
    }
  setlocale (LC_NUMERIC, "C");
  g_strv_builder_add_many (builder, "match", "--json", NULL);
  g_strv_builder_addv (builder, (const char **) samples);
  arguments = g_strv_builder_end (builder);
  run = cli_run_strv ((const char *const *) arguments, locale);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->err, ==, "");
  lines = g_strsplit (run->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (samples) + 1);
  for (guint i = 0; samples[i] != NULL; i++)
    check_object (parse_line (parser, lines[i]), samples[i], 10);
}

static void
test_all (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) run = cli_run ("match", "--json", "--all", sample, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();

  g_assert_cmpint (run->status, ==, 0);
  check_object (parse_line (parser, run->out), sample, 11);
}

/* On demand, each symptom by itself, and whether they have one source. */
static void
test_symptoms (void)
{
  g_autofree char *sample = cli_sample ("compensatory-back-pain");
  g_autoptr(CliRun) run = cli_run ("match", "--json", "--symptoms", sample, NULL);
  g_autoptr(CliRun) plain = cli_run ("match", "--json", sample, NULL);
  g_autoptr(CliRun) text = cli_run ("match", "--symptoms", sample, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(BcChart) chart = load (sample);
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (bc_chart_get_last_visit (chart)));
  JsonObject *object = parse_line (parser, run->out);
  JsonArray *told = json_object_get_array_member (object, "symptoms");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (told), ==, g_list_model_get_n_items (symptoms));
  for (guint i = 0; i < json_array_get_length (told); i++)
    {
      JsonObject *symptom = json_array_get_object_element (told, i);
      JsonArray *findings = json_object_get_array_member (symptom, "findings");

      g_assert_cmpint (json_object_get_int_member (symptom, "number"), ==, i + 1);
      g_assert_cmpuint (json_array_get_length (findings), ==, 3);
      get_share (json_array_get_object_element (findings, 0), "share");
      get_share (symptom, "no_fit_share");
    }
  g_assert_cmpstr (json_object_get_string_member (object, "sources"), ==, "one");
  cli_assert_lacks (plain->out, "\"symptoms\"");
  cli_assert_has (text->out, "Each symptom by itself:");
  cli_assert_has (text->out, "One source explains all symptoms better than two do.");
}

static void
test_bad_among_good (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *bad = cli_write (folder, "bad.bodychart", "not a chart");
  g_autofree char *missing = g_build_filename (folder, "missing.bodychart", NULL);
  g_autofree char *first = cli_sample ("sciatica-l5-right");
  g_autofree char *last = cli_sample ("cauda-equina-red-flag");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(CliRun) run = cli_run ("match", "--json", first, bad, missing, last, NULL);
  g_autoptr(CliRun) text = cli_run ("match", bad, last, NULL);
  g_auto(GStrv) lines = g_strsplit (run->out, "\n", -1);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  check_object (parse_line (parser, lines[0]), first, 10);
  check_object (parse_line (parser, lines[1]), last, 10);
  cli_assert_has (run->err, "bad.bodychart:1");
  cli_assert_has (run->err, "missing.bodychart");
  g_assert_cmpint (text->status, ==, 1);
  cli_assert_has (text->out, last);
  cli_assert_lacks (text->out, "bad.bodychart");
  cli_remove_folder (folder);
}

static void
test_odd_file_name (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *content = NULL;
  g_autofree char *path = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(CliRun) run = NULL;

  g_file_get_contents (sample, &content, NULL, NULL);
  path = cli_write (folder, "M\u00fcller, \"A: B\"\n\\.bodychart", content);
  run = cli_run ("match", "--json", path, NULL);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (strchr (run->out, '\n') == run->out + strlen (run->out) - 1);
  check_object (parse_line (parser, run->out), path, 10);
  cli_remove_folder (folder);
}

static void
test_text (void)
{
  g_autofree char *calm = cli_sample ("sciatica-l5-right");
  g_autofree char *alarming = cli_sample ("cauda-equina-red-flag");
  g_autoptr(CliRun) run = cli_run ("match", calm, alarming, NULL);
  const char *second;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_str_has_prefix (run->out, calm));
  second = strstr (run->out, alarming);
  g_assert_nonnull (second);
  /* Red flags stand above the first finding, and only where there are some. */
  g_assert_nonnull (strstr (second, "Red flag"));
  g_assert_true (strstr (second, "Red flag") < strstr (second, " 1. "));
  g_assert_true (strstr (run->out, "emergency") == NULL || strstr (run->out, "emergency") > second);
  cli_assert_has (run->out, "[root-l5]");
  cli_assert_has (run->out, "10. ");
  cli_assert_lacks (run->out, "11. ");
  cli_assert_has (run->out, "No pattern in the maps fits");
  /* What to ask next says why, and how to test it. */
  cli_assert_has (run->out, "Ask next:");
  cli_assert_has (run->out, "      why         Tells ");
  cli_assert_has (run->out, "      gentle      ");
  cli_assert_has (run->out, "Positive when");
  /* The second patient has 8 of 10 at present, the first has not. */
  g_assert_true (strstr (run->out, "Irritable (7 or more of 10 now") > second);
  /* Region names, not ids; and no patient's name where others may look on. */
  cli_assert_lacks (run->out, "leg-lateral-right");
  cli_assert_lacks (run->out, "Holloway");
  cli_assert_lacks (run->out, "diagnos");
}

/* Marked skin is said in words, and not at all where nothing is marked. */
static void
test_extent (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("freehand-sciatica");
  g_autofree char *empty = cli_write (folder, "empty.bodychart",
                                      "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"2\" figure=\"child\">"
                                      "<visit date=\"2026-05-12\"/></chart>");
  g_autoptr(BcChart) chart = load (sample);
  g_autoptr(CliRun) drawn = cli_run ("match", sample, NULL);
  g_autoptr(CliRun) nothing = cli_run ("match", empty, NULL);
  g_autofree char *words = NULL;
  BcExtent extent;

  bc_extent_of_visit (chart, bc_chart_get_last_visit (chart), &extent);
  words = g_strdup_printf ("Marked skin: %.0f cm", extent.cm2);
  cli_assert_has (drawn->out, words);
  g_assert_cmpint (nothing->status, ==, 0);
  cli_assert_lacks (nothing->out, "Marked skin");
  cli_remove_folder (folder);
}

/* The user's language, from the labels down to the names of areas. */
static void
test_german (void)
{
  g_autofree char *file = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) run = NULL;

  g_setenv ("LANGUAGE", "de", TRUE);
  run = cli_run ("match", file, NULL);
  g_setenv ("LANGUAGE", "", TRUE);
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->out, "Radikulärer Schmerz L5, rechts [root-l5]");
  cli_assert_has (run->out, "erklärt     rechts: ");
  cli_assert_lacks (run->out, "explains");
  cli_assert_lacks (run->out, " right");
}

static void
test_red_flag (void)
{
  g_autofree char *alarming = cli_sample ("cauda-equina-red-flag");
  g_autoptr(CliRun) run = cli_run ("match", "--json", alarming, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object = parse_line (parser, run->out);
  JsonArray *red_flags = json_object_get_array_member (object, "red_flags");

  g_assert_cmpuint (json_array_get_length (red_flags), >=, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (red_flags, 0), "urgency"), ==,
                   "emergency");
}

/* What was done about a red flag is told beside it, in words and for programs. */
static void
test_flag_action (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *path = cli_write (
    folder, "acted.bodychart",
    "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"adult-female\"><visit date=\"2026-05-12\">"
    "<symptom number=\"1\"><mark region=\"lumbar-lower-right\" role=\"site\"/></symptom>"
    "<answer id=\"saddle-numb\" value=\"yes\"/><answer id=\"bladder-retention\" value=\"yes\"/>"
    "<flag-action flag=\"rf-ces-1\" action=\"referred\" when=\"2026-05-12T10:40:00+02:00\" by=\"J. Clinician\">"
    "Ambulance called.</flag-action>"
    "<flag-action flag=\"gone\" action=\"not-applicable\" when=\"2026-05-12T10:41:00+02:00\">Known.</flag-action>"
    "</visit></chart>");
  g_autoptr(CliRun) text = cli_run ("match", path, NULL);
  g_autoptr(CliRun) json = cli_run ("match", "--json", path, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *actions;
  JsonObject *action;

  g_assert_cmpint (text->status, ==, 0);
  cli_assert_has (text->out, "Referred, 12 May 2026, 10:40, J. Clinician. Ambulance called.");
  cli_assert_has (text->out, "gone (not raised now)");
  cli_assert_has (text->out, "Not applicable, 12 May 2026, 10:41. Known.");
  actions = json_object_get_array_member (parse_line (parser, json->out), "flag_actions");
  g_assert_cmpuint (json_array_get_length (actions), ==, 2);
  action = json_array_get_object_element (actions, 0);
  g_assert_cmpstr (json_object_get_string_member (action, "flag"), ==, "rf-ces-1");
  g_assert_cmpstr (json_object_get_string_member (action, "action"), ==, "referred");
  g_assert_cmpstr (json_object_get_string_member (action, "when"), ==, "2026-05-12T10:40:00+02:00");
  g_assert_cmpstr (json_object_get_string_member (action, "by"), ==, "J. Clinician");
  g_assert_cmpstr (json_object_get_string_member (action, "comment"), ==, "Ambulance called.");
  g_assert_false (json_object_get_boolean_member (action, "lowered"));
  g_assert_true (json_object_get_boolean_member (json_array_get_object_element (actions, 1), "lowered"));
  cli_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cli/match/json", NULL, test_json);
  g_test_add_data_func ("/cli/match/json-in-german", "de_DE.UTF-8", test_json);
  g_test_add_data_func ("/cli/match/json-without-locale", "C", test_json);
  g_test_add_func ("/cli/match/all", test_all);
  g_test_add_func ("/cli/match/symptoms", test_symptoms);
  g_test_add_func ("/cli/match/bad-among-good", test_bad_among_good);
  g_test_add_func ("/cli/match/odd-file-name", test_odd_file_name);
  g_test_add_func ("/cli/match/text", test_text);
  g_test_add_func ("/cli/match/text-in-german", test_german);
  g_test_add_func ("/cli/match/extent", test_extent);
  g_test_add_func ("/cli/match/red-flag", test_red_flag);
  g_test_add_func ("/cli/match/flag-action", test_flag_action);
  return g_test_run ();
}
