/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clinic's own maps from the command line: found by match, listed, checked; a wrong one is told and harms nothing. */
#include "run-cli.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define OWN "<maps xmlns=\"https://bodychart.github.io/ns/patterns/1\">\n"
#define GOOD OWN "<patterns family=\"nerve-root\">" \
             "<pattern id=\"own-l5\" bilateral=\"yes\" qualities=\"ache sharp tingling burning\" depth=\"both\" " \
             "management=\"m-sij\" sources=\"clin\"><name>Our leg pain</name>" \
             "<zone area=\"leg-lateral\" side=\"same\" probability=\"0.9\" grade=\"C\" sources=\"clin\"/>" \
             "<zone area=\"great-toe\" side=\"same\" probability=\"0.9\" grade=\"C\" sources=\"clin\"/>" \
             "</pattern></patterns></maps>"
#define WRONG OWN "<sources>\n<source/>\n</sources></maps>"

static char *home;   /* XDG_DATA_HOME of the programs that are run */
static char *folder; /* of the maps in it */

static void
set_up (void)
{
  home = cli_make_folder ();
  folder = g_build_filename (home, "bodychart", "patterns", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
}

static void
tear_down (void)
{
  cli_remove_folder (home);
  g_clear_pointer (&home, g_free);
  g_clear_pointer (&folder, g_free);
}

static void
test_match (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *good = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *told = NULL;

  set_up ();
  good = cli_write (folder, "good.xml", GOOD);
  wrong = cli_write (folder, "wrong.xml", WRONG);
  told = g_strdup_printf ("Map of your own left out: %s:3: <source> without “id”", wrong);
  {
    g_autoptr(CliRun) text = cli_run ("match", "--all", sample, NULL);
    g_autoptr(CliRun) json = cli_run ("match", "--all", "--json", sample, NULL);
    g_autoptr(CliRun) without = cli_run ("validate", sample, NULL); /* needs no maps, and tells all the same */

    g_assert_cmpint (without->status, ==, 0);
    cli_assert_has (without->err, told);
    g_assert_cmpint (text->status, ==, 0);
    cli_assert_has (text->out, "Our leg pain (own map), right [own-l5]");
    cli_assert_has (text->err, told);
    g_assert_cmpint (json->status, ==, 0);
    cli_assert_has (json->out, "\"pattern\":\"own-l5\",\"family\":\"nerve-root\",\"side\":\"right\",\"own_map\":true");
    cli_assert_has (json->out, "\"pattern\":\"root-l5\",\"family\":\"nerve-root\",\"side\":\"right\",\"share\"");
  }
  tear_down ();
}

static void
test_validate (void)
{
  g_autofree char *good = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *ok = NULL;
  g_autofree char *told = NULL;

  set_up ();
  good = cli_write (folder, "good.xml", GOOD);
  ok = g_strdup_printf ("%s: ok\n", good);
  {
    g_autoptr(CliRun) in_place = cli_run ("validate", "--maps", NULL);

    g_assert_cmpint (in_place->status, ==, 0);
    g_assert_cmpstr (in_place->err, ==, "");
    cli_assert_has (in_place->out, ok);
    cli_assert_has (in_place->out, folder);
  }
  wrong = cli_write (folder, "wrong.xml", WRONG);
  told = g_strdup_printf ("%s:3: <source> without “id”; add the attribute", wrong);
  {
    g_autoptr(CliRun) in_place = cli_run ("validate", "--maps", NULL);
    g_autoptr(CliRun) named = cli_run ("validate", "--maps", good, NULL);
    g_autoptr(CliRun) bad = cli_run ("validate", "--maps", wrong, NULL);
    g_autoptr(CliRun) missing = cli_run ("validate", "--maps", "no-such.xml", NULL);

    g_assert_cmpint (in_place->status, ==, 1);
    g_assert_true (g_str_has_prefix (in_place->err, told));
    cli_assert_has (in_place->out, ok);
    g_assert_cmpint (named->status, ==, 0);
    g_assert_cmpstr (named->out, ==, ok);
    g_assert_cmpstr (named->err, ==, "");
    g_assert_cmpint (bad->status, ==, 1);
    g_assert_cmpstr (bad->out, ==, "");
    g_assert_cmpint (missing->status, ==, 1);
    cli_assert_has (missing->err, "no-such.xml: not found");
  }
  tear_down ();
}

static void
test_list (void)
{
  g_autofree char *good = NULL;
  g_autofree char *own = NULL;
  guint n_own = 0;

  set_up ();
  good = cli_write (folder, "good.xml", GOOD);
  {
    g_autoptr(CliRun) text = cli_run ("maps", NULL);
    g_autoptr(CliRun) json = cli_run ("maps", "--json", NULL);
    g_autoptr(CliRun) file = cli_run ("maps", "a", NULL);
    g_auto(GStrv) lines = g_strsplit (json->out, "\n", -1);

    g_assert_cmpint (text->status, ==, 0);
    cli_assert_has (text->out, "  Our leg pain (own map) [own-l5]\n");
    cli_assert_has (text->out, "  L5 radicular pain [root-l5]\n");
    cli_assert_has (text->out, folder);
    g_assert_cmpint (json->status, ==, 0);
    for (guint i = 0; *lines[i] != '\0'; i++)
      {
        g_autoptr(JsonParser) parser = json_parser_new ();
        JsonObject *object;

        g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
        object = json_node_get_object (json_parser_get_root (parser));
        if (!json_object_has_member (object, "own_file"))
          continue;
        g_assert_cmpstr (json_object_get_string_member (object, "pattern"), ==, "own-l5");
        g_assert_cmpstr (json_object_get_string_member (object, "own_file"), ==, good);
        n_own++;
      }
    g_assert_cmpuint (n_own, ==, 1);
    g_assert_cmpint (file->status, ==, 2);
  }
  tear_down ();
}

/* A folder that the program made or wrote to would be the clinic's no more. */
static void
test_nothing_written (void)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *empty = cli_make_folder ();
  g_autoptr(GDir) dir = NULL;

  g_setenv ("XDG_DATA_HOME", empty, TRUE);
  {
    g_autoptr(CliRun) match = cli_run ("match", sample, NULL);
    g_autoptr(CliRun) list = cli_run ("maps", NULL);

    g_assert_cmpstr (match->err, ==, "");
    cli_assert_has (list->out, "(not there yet)");
  }
  dir = g_dir_open (empty, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  cli_remove_folder (empty);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-maps/match", test_match);
  g_test_add_func ("/cli-maps/validate", test_validate);
  g_test_add_func ("/cli-maps/list", test_list);
  g_test_add_func ("/cli-maps/nothing-written", test_nothing_written);
  return g_test_run ();
}
