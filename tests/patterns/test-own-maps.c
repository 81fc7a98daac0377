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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-maps/good-file", test_good_file);
  g_test_add_func ("/own-maps/family-of-the-program", test_family_of_the_program);
  g_test_add_func ("/own-maps/files-need-each-other", test_files_need_each_other);
  return g_test_run ();
}
