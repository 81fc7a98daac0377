/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a clinic with maps of its own relies on: a good file adds its maps, a bad one is left out with a reason that
 * names file and line, and neither can harm or replace anything.
 */
#include "own-maps-support.h"

#include "bc-rule.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
count_built_in (void)
{
  return bc_maps_get_default ()->patterns->len;
}

static void
test_good_file (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = own_write (folder, "knee.xml", OWN_MAPS OWN_SOURCE OWN_PATTERN ("own-knee") OWN_END);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);
  const BcPattern *pattern = bc_maps_lookup_pattern (maps, "own-knee");

  own_assert_no_problem (problems);
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in () + 1);
  g_assert_nonnull (pattern);
  g_assert_cmpstr (pattern->name, ==, "Fat pad (own map)");
  g_assert_cmpstr (pattern->family->id, ==, "hip-and-joint");
  g_assert_cmpstr (pattern->own_file, ==, path);
  g_assert_cmpuint (pattern->index, ==, maps->patterns->len - 1);
  g_assert_cmpfloat (bc_pattern_get_probability (pattern, BC_SIDE_LEFT, bc_region_from_id ("knee-anterior-left")), ==,
                     0.9);
  g_assert_nonnull (bc_maps_lookup_source (maps, "own-s"));
  g_assert_cmpuint (maps->own_files->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (maps->own_files, 0), ==, path);
  /* those of the program say nothing of the kind */
  pattern = bc_maps_lookup_pattern (maps, "knee-pf");
  g_assert_null (pattern->own_file);
  g_assert_null (strstr (pattern->name, "own map"));
  own_folder_remove (folder);
}

/* A question that bears on a family bears on what a clinic adds to it. */
static void
test_family_of_the_program (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = own_write (folder, "a.xml", OWN_MAPS OWN_SOURCE
                                     "<patterns family=\"nerve-root\">"
                                     OWN_BARE_PATTERN ("own-root") "</patterns>" OWN_END);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);
  const BcPattern *pattern = bc_maps_lookup_pattern (maps, "own-root");
  guint n_on_family = 0;

  own_assert_no_problem (problems);
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *question = g_ptr_array_index (maps->discriminators, i);

      n_on_family += g_ptr_array_find (question->patterns, pattern, NULL) ? 1 : 0;
    }
  g_assert_cmpuint (n_on_family, >, 0);
  own_folder_remove (folder);
}

/* All kinds of entries, a family of its own, and references between files in both directions. */
static void
test_files_need_each_other (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *first = own_write (folder, "a.xml", OWN_MAPS "<patterns family=\"own-knees\">"
                                      OWN_BARE_PATTERN ("own-knee") "</patterns>"
                                      "<red-flags><red-flag id=\"own-rf\" urgency=\"soon\" patterns=\"own-knee sij\" "
                                      "sources=\"own-s\"><meaning>Look</meaning><rule>answer(own-hot)</rule></red-flag>"
                                      "</red-flags>" OWN_END);
  g_autofree char *second = own_write (folder, "b.xml", OWN_MAPS OWN_SOURCE
                                       "<patterns family=\"own-knees\"><name>Knees</name></patterns>"
                                       "<groups><group id=\"own-g\" umbrella=\"own-hub\"><name>G</name></group></groups>"
                                       "<patterns family=\"own-knees\"><pattern id=\"own-hub\" group=\"own-g\""
                                       OWN_FEEL ">" OWN_ZONE "</pattern></patterns>"
                                       "<answers><topic><name>T</name><answer id=\"own-hot\"><question>Hot?</question>"
                                       "</answer></topic></answers>" OWN_END);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);
  const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, maps->red_flags->len - 1);

  own_assert_no_problem (problems);
  g_assert_cmpstr (bc_maps_lookup_pattern (maps, "own-knee")->family->name, ==, "Knees");
  g_assert_cmpstr (bc_maps_lookup_group (maps, "own-g")->name, ==, "G (own map)");
  g_assert_cmpstr (flag->id, ==, "own-rf");
  g_assert_cmpstr (flag->meaning, ==, "Look (own map)");
  g_assert_nonnull (flag->rule);
  g_assert_cmpstr (bc_maps_lookup_question (maps, "own-hot"), ==, "Hot?");

  /* without the second file the first cannot be */
  g_assert_cmpint (g_unlink (second), ==, 0);
  g_clear_pointer (&maps, bc_maps_free);
  maps = own_load (folder, problems);
  own_assert_problem (problems, first, 1, "family: “own-knees” is not known; use one of: ");
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in ());
  own_folder_remove (folder);
}


/* The example of docs/maps-of-your-own.md: everything between the first ```xml and ```. */
static void
test_documented_example (void)
{
  g_autofree char *page = g_test_build_filename (G_TEST_DIST, "..", "docs", "maps-of-your-own.md", NULL);
  g_autofree char *text = NULL;
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = NULL;
  char *start;

  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  start = strstr (text, "```xml\n");
  g_assert_nonnull (start);
  start += strlen ("```xml\n");
  *strstr (start, "```") = '\0';
  path = own_write (folder, "knee.xml", start);
  maps = own_load (folder, problems);
  own_assert_no_problem (problems);
  g_assert_cmpstr (bc_maps_lookup_pattern (maps, "own-river-fat-pad")->group->id, ==, "own-river-knee");
  g_assert_nonnull (bc_maps_lookup_discriminator (maps, "own-river-hoffa"));
  own_folder_remove (folder);
}

#define FIRST "<?xml version=\"1.0\"?>\n" OWN_MAPS "\n" OWN_SOURCE "\n"
#define ZONE_OF(area, probability, grade, source) \
  "<patterns family=\"hip-and-joint\">\n<pattern id=\"own-a\"" OWN_FEEL ">\n<name>A</name>\n" \
  "<zone area=\"" area "\" side=\"same\" probability=\"" probability "\"" grade " sources=\"" source "\"/>\n" \
  "</pattern></patterns>\n" OWN_END

static const struct
{
  const char *text;
  int         line;
  const char *what; /* how the message goes on */
} wrong[] = {
  { FIRST ZONE_OF ("kneecap", "0.5", " grade=\"C\"", "clin"), 7, "area: “kneecap” is no area of the atlas; use an id" },
  { FIRST ZONE_OF ("shin", "1.5", " grade=\"C\"", "clin"), 7,
    "<zone probability=\"1.5\">; write a number from 0 to 1" },
  { FIRST ZONE_OF ("shin", "0.5", "", "clin"), 7, "<zone> without “grade”; add the attribute" },
  { FIRST ZONE_OF ("shin", "0.5", " grade=\"C\"", "own-t"), 7,
    "sources: “own-t” is not known; correct the id, or add it to a map file of your own" },
  { FIRST "<patterns family=\"hips\">\n" OWN_BARE_PATTERN ("own-a") "</patterns>" OWN_END, 4,
    "family: “hips” is not known; use one of: " },
  { FIRST "<patterns family=\"hip-and-joint\">\n<name>Hips</name>\n</patterns>" OWN_END, 5,
    "the family “hip-and-joint” comes with the program and keeps its name; leave <name> out" },
  { FIRST "<patterns family=\"hips\">\n<name>Hips</name>\n</patterns>" OWN_END, 4, "the id “hips” is none for a map" },
  /* what the program has cannot be replaced, whichever of the two is read first */
  { FIRST "<patterns family=\"nerve-root\">\n" OWN_BARE_PATTERN ("root-l5") "</patterns>" OWN_END, 5,
    "the id “root-l5” is none for a map of your own; begin it with “own-”" },
  { OWN_MAPS "\n<sources><source id=\"root-l5\" type=\"note\" obtained=\"known\"><citation>C</citation></source>"
    "</sources>" OWN_END, 2, "the id “root-l5” is none for a map of your own" },
  { OWN_MAPS "\n<sources><source id=\"own-a--b\" type=\"note\" obtained=\"known\"><citation>C</citation></source>"
    "</sources>" OWN_END, 2, "the id “own-a--b” is none for a map of your own" },
  { FIRST OWN_PATTERN ("own-a") "\n" OWN_PATTERN ("own-a") OWN_END, 5, "the id “own-a” is used twice, first in " },
  { "<maps>\n</maps>", 1, "<maps> is not in the namespace of the maps; write xmlns=" },
  { OWN_MAPS "\n<map/>" OWN_END, 2, "<map> starts no kind of maps file" },
  { OWN_MAPS "\n<sources>" OWN_END, 2, "not well-formed XML" },
  { "", 1, "the file is empty" },
  { "knee: 0.5\n", 1, "not well-formed XML" },
  { OWN_MAPS "\n\xff" OWN_END, 2, "text that is not UTF-8" },
  { "<!DOCTYPE maps [\n<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">\n]>\n" OWN_MAPS "&b;" OWN_END, 1,
    "a document type or entity declaration, which is never read" },
  { "<!DOCTYPE maps SYSTEM \"file:///etc/passwd\">" OWN_MAPS OWN_END, 1, "a document type or entity declaration" },
};

/* Each beside a good file, which is read all the same. */
static void
test_wrong_files (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *good = own_write (folder, "z.xml", OWN_MAPS "<sources><source id=\"own-z\" type=\"note\" "
                                     "obtained=\"known\"><citation>Z</citation></source></sources>" OWN_END);
  g_autoptr(GPtrArray) problems = own_problems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = own_write (folder, "a.xml", wrong[i].text);
      g_autoptr(BcMaps) maps = own_load (folder, problems);

      own_assert_problem (problems, path, wrong[i].line, wrong[i].what);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_nonnull (bc_maps_lookup_source (maps, "own-z"));
      g_assert_null (bc_maps_lookup_source (maps, "own-s")); /* nothing of the wrong file */
      g_assert_cmpuint (maps->patterns->len, ==, count_built_in ());
      g_assert_cmpstr (bc_maps_lookup_pattern (maps, "root-l5")->name, ==,
                       bc_maps_lookup_pattern (bc_maps_get_default (), "root-l5")->name);
    }
  own_folder_remove (folder);
}

/* The message names both files; the first by name holds. */
static void
test_duplicates (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *first = own_write (folder, "a.xml", OWN_MAPS "\n" OWN_SOURCE OWN_END);
  g_autofree char *second = own_write (folder, "b.xml", OWN_MAPS OWN_SOURCE OWN_END);
  g_autofree char *what = g_strdup_printf ("the id “own-s” is used twice, first in %s:2; give one of the two", first);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);

  own_assert_problem (problems, second, 1, what);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (maps->own_files->len, ==, 1);
  own_folder_remove (folder);
}

static void
assert_refused (const char *folder,
                const char *path,
                const char *what)
{
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);

  g_assert_cmpuint (problems->len, ==, 1);
  if (!g_str_has_prefix (g_ptr_array_index (problems, 0), path)
      || strstr (g_ptr_array_index (problems, 0), what) == NULL)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in ());
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Opening a pipe that nobody writes to would wait for ever. */
static void
test_no_plain_files (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (folder, path, "it is a device or a pipe");
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  assert_refused (folder, path, "it is a device or a pipe");
  g_assert_cmpint (symlink ("nowhere.xml", path), ==, 0);
  assert_refused (folder, path, "not read: ");
  g_assert_cmpint (symlink (".", path), ==, 0);
  assert_refused (folder, path, "it is a folder");
  own_folder_remove (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = own_write (folder, "a.xml", OWN_MAPS OWN_END);
  const gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
  g_assert_cmpint (root ? seteuid (65534) : 0, ==, 0); /* nothing is unreadable to root, so be nobody */
  assert_refused (folder, path, "not read: ");
  g_assert_cmpint (root ? seteuid (0) : 0, ==, 0);
  own_folder_remove (folder);
}

static char *
dup_repeated (const char *before,
              const char *each, /* with %u */
              guint       n,
              const char *after)
{
  GString *text = g_string_new (before);
  g_auto(GStrv) parts = g_strsplit (each, "%u", 2);

  for (guint i = 0; i < n; i++)
    if (parts[1] != NULL)
      g_string_append_printf (text, "%s%u%s", parts[0], i, parts[1]);
    else
      g_string_append (text, each);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  const struct
  {
    const char *before;
    const char *each;
    guint       n;
    const char *after;
    const char *what;
  } files[] = {
    { OWN_MAPS OWN_SOURCE "<patterns family=\"hip-and-joint\">", OWN_BARE_PATTERN ("own-%u"), 201, "</patterns>" OWN_END,
      "at most 200 patterns and 1000 other entries" },
    { OWN_MAPS "<factors>", "<factor id=\"own-%u\" kind=\"k\"><name>N</name></factor>", 1001, "</factors>" OWN_END,
      "at most 200 patterns and 1000 other entries" },
    { OWN_MAPS "<factors><factor id=\"own-a\" kind=\"k\"><name>", "a", 2001, "</name></factor></factors>" OWN_END,
      "<name> holds a text of more than 2000 bytes; shorten it" },
    { OWN_MAPS "<factors><factor id=\"own-a\" kind=\"", "k", 2001, "\"><name>N</name></factor></factors>" OWN_END,
      "<factor> holds a text of more than 2000 bytes; shorten it" },
    { OWN_MAPS "<!--", " ", 1024 * 1024, "-->" OWN_END, "larger than 1.0" },
    { "", "<a>", 5000, "", "nested" },
    { OWN_MAPS, " ", 500000, "<sources a=\"", ":1: the file ends inside a tag" },
  };
  g_autofree char *folder = own_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = dup_repeated (files[i].before, files[i].each, files[i].n, files[i].after);
      g_autofree char *path = own_write (folder, "a.xml", text);

      assert_refused (folder, path, files[i].what);
    }
  own_folder_remove (folder);
}

/* What just fits is read, and the limits are for all files together. */
static void
test_up_to_the_limits (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *text = dup_repeated (OWN_MAPS OWN_SOURCE "<patterns family=\"hip-and-joint\">",
                                        OWN_BARE_PATTERN ("own-%u"), 200, "</patterns>" OWN_END);
  g_autofree char *path = own_write (folder, "a.xml", text);
  g_autofree char *more = NULL;
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);

  own_assert_no_problem (problems);
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in () + 200);
  more = own_write (folder, "b.xml", OWN_MAPS OWN_PATTERN ("own-more") OWN_END);
  g_clear_pointer (&maps, bc_maps_free);
  maps = own_load (folder, problems);
  own_assert_problem (problems, more, 1, "maps of your own hold at most 200 patterns");
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in () + 200);
  own_folder_remove (folder);
}

/* All of them wrong in the way that is found last, as the worst case for time. */
static void
test_many_files (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = NULL;

  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.xml", i);
      g_autofree char *path = own_write (folder, name, OWN_MAPS "<red-flags><red-flag id=\"own-r\" urgency=\"soon\" "
                                         "patterns=\"sij\" sources=\"clin\"><meaning>M</meaning><rule>answer(no)</rule>"
                                         "</red-flag></red-flags>" OWN_END);

      g_assert_nonnull (path);
    }
  maps = own_load (folder, problems);
  g_assert_cmpuint (problems->len, ==, 64 + 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 64), ==,
                   "70 files of maps of your own; only the first 64 are read; put several into one");
  g_assert_cmpuint (maps->patterns->len, ==, count_built_in ());
  own_folder_remove (folder);
}

/* Notes, drafts and what an editor leaves behind. */
static void
test_other_files (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *notes = own_write (folder, "notes.txt", "x");
  g_autofree char *backup = own_write (folder, "knee.xml~", "x");
  g_autofree char *hidden = own_write (folder, ".#knee.xml", "x");
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  g_autoptr(BcMaps) maps = own_load (folder, problems);
  const char *paths[] = { nowhere, NULL };

  own_assert_no_problem (problems);
  g_clear_pointer (&maps, bc_maps_free);
  maps = bc_maps_load_with_own (paths, problems, NULL);
  own_assert_no_problem (problems);
  g_assert_cmpuint (maps->own_files->len, ==, 0);
  own_folder_remove (folder);
}

/* The user's folder and the machine's, and one folder by two names. */
static void
test_folders (void)
{
  g_autofree char *user = own_folder_new ();
  g_autofree char *machine = own_folder_new ();
  g_autofree char *same = g_build_filename (machine, ".", NULL);
  g_autofree char *first = own_write (user, "b.xml", OWN_MAPS OWN_SOURCE OWN_END);
  g_autofree char *second = own_write (machine, "a.xml", OWN_MAPS OWN_PATTERN ("own-knee") OWN_END);
  g_autoptr(GPtrArray) problems = own_problems_new ();
  const char *paths[] = { user, machine, same, NULL };
  g_autoptr(BcMaps) maps = bc_maps_load_with_own (paths, problems, NULL);
  g_auto(GStrv) folders = bc_maps_list_own_folders ();
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "bodychart", "patterns", NULL);

  own_assert_no_problem (problems);
  g_assert_nonnull (bc_maps_lookup_pattern (maps, "own-knee"));
  g_assert_cmpuint (maps->own_files->len, ==, 2);
  g_assert_cmpstr (folders[0], ==, home);
  own_folder_remove (user);
  own_folder_remove (machine);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-maps/good-file", test_good_file);
  g_test_add_func ("/own-maps/family-of-the-program", test_family_of_the_program);
  g_test_add_func ("/own-maps/files-need-each-other", test_files_need_each_other);
  g_test_add_func ("/own-maps/documented-example", test_documented_example);
  g_test_add_func ("/own-maps/wrong-files", test_wrong_files);
  g_test_add_func ("/own-maps/duplicates", test_duplicates);
  g_test_add_func ("/own-maps/no-plain-files", test_no_plain_files);
  g_test_add_func ("/own-maps/unreadable", test_unreadable);
  g_test_add_func ("/own-maps/limits", test_limits);
  g_test_add_func ("/own-maps/up-to-the-limits", test_up_to_the_limits);
  g_test_add_func ("/own-maps/many-files", test_many_files);
  g_test_add_func ("/own-maps/other-files", test_other_files);
  g_test_add_func ("/own-maps/folders", test_folders);
  return g_test_run ();
}
