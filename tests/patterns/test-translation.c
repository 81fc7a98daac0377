/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Translators must be given exactly the texts that the program looks up: xgettext with the ITS rules makes a
 * catalogue in which every text stands in brackets, and the maps that are read through it must show brackets.
 */
#include "bc-config.h"
#include "bc-dermatome-map.h"
#include "bc-instrument.h"
#include "bc-published-figure.h"
#include "bc-place-private.h"
#include "bc-resources.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

/* The language is one that the C.UTF-8 of the tests takes from LANGUAGE; its name does not matter. */
#define LANGUAGE_ID "de"

static void
run (const char *command)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  const char *argv[] = { "/bin/sh", "-c", command, NULL };
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &messages, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", command, messages);
}

/* (transfer full): a folder of catalogues with the bracketed one */
static char *
make_catalogue (void)
{
  g_autofree char *resources = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL);
  g_autofree char *maps = g_build_filename (resources, "patterns", NULL);
  g_autofree char *atlas = g_build_filename (resources, "atlas", NULL);
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("bodychart-locale-XXXXXX", &error);
  g_autofree char *language = g_build_filename (folder, LANGUAGE_ID, "LC_MESSAGES", NULL);
  g_autofree char *command = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (language, 0700), ==, 0);
  command = g_strdup_printf ("cd '%s' && GETTEXTDATADIRS='%s' xgettext --from-code=UTF-8 -o all.pot '%s'/*.xml '%s'/*.xml && "
                             "sed -i 's/=CHARSET/=UTF-8/' all.pot && msgen -o english.po all.pot && "
                             "msgfilter --keep-header -i english.po -o all.po sed 's/^/[/; s/$/]/' && "
                             "msgfmt -o " GETTEXT_PACKAGE ".mo all.po", language, resources, maps, atlas);
  run (command);
  return folder;
}

static void
remove_catalogue (char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

  run (command);
  g_free (folder);
}

static void
assert_translated (const char *text)
{
  if (*text != '\0' && (*text != '[' || !g_str_has_suffix (text, "]")))
    g_error ("no translator is given “%s”", text);
}

static void
check_patterns (const BcMaps *maps)
{
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      assert_translated (pattern->name);
      assert_translated (pattern->about);
      assert_translated (pattern->family->name);
      assert_translated (pattern->family->evidence);
      assert_translated (pattern->management->name);
      for (char **item = pattern->management->assess_next; *item != NULL; item++)
        assert_translated (*item);
      for (char **item = pattern->management->care; *item != NULL; item++)
        assert_translated (*item);
      g_assert_false (*pattern->id == '[' || *pattern->level == '[' || *pattern->prior_population == '[');
      for (guint j = 0; j < pattern->zones->len; j++)
        g_assert_true (*g_array_index (pattern->zones, BcZone, j).note != '[');
    }
}

static void
check_questions (const BcMaps *maps)
{
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *item = g_ptr_array_index (maps->discriminators, i);

      assert_translated (item->question);
      if (item->how != NULL)
        assert_translated (item->how);
    }
  for (guint i = 0; i < maps->factors->len; i++)
    assert_translated (((const BcFactor *) g_ptr_array_index (maps->factors, i))->name);
  for (guint i = 0; i < maps->answers->len; i++)
    {
      const BcAnswerItem *answer = g_ptr_array_index (maps->answers, i);

      assert_translated (answer->question);
      assert_translated (answer->group);
    }
  for (guint i = 0; i < maps->groups->len; i++)
    {
      const BcGroup *group = g_ptr_array_index (maps->groups, i);

      assert_translated (group->name);
      assert_translated (group->note);
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    assert_translated (((const BcRedFlag *) g_ptr_array_index (maps->red_flags, i))->meaning);
}

/* Of a key point the place is for the screen; notes on numbers are not. */
static void
check_dermatome_maps (const BcMaps *maps)
{
  for (guint i = 0; i < maps->dermatome_maps->len; i++)
    {
      const BcDermatomeMap *map = g_ptr_array_index (maps->dermatome_maps, i);

      assert_translated (map->name);
      assert_translated (map->about);
      for (guint j = 0; j < map->levels->len; j++)
        {
          const BcDermatomeLevel *level = g_ptr_array_index (map->levels, j);

          g_assert_true (*level->name != '[');
          if (level->pattern == NULL)
            assert_translated (g_array_index (level->zones, BcZone, 0).note);
        }
    }
}

static void
check_instruments (const BcMaps *maps)
{
  for (guint i = 0; i < maps->figures->len; i++)
    assert_translated (((const BcPublishedFigure *) g_ptr_array_index (maps->figures, i))->name);
  for (guint i = 0; i < maps->instruments->len; i++)
    {
      const BcInstrument *instrument = g_ptr_array_index (maps->instruments, i);

      assert_translated (instrument->name);
      for (guint j = 0; j < instrument->items->len; j++)
        {
          const BcInstrumentItem *item = g_ptr_array_index (instrument->items, j);

          assert_translated (item->name);
          assert_translated (item->rule);
        }
      for (guint j = 0; j < instrument->totals->len; j++)
        {
          const BcInstrumentTotal *total = g_ptr_array_index (instrument->totals, j);

          assert_translated (total->name);
          assert_translated (total->rule);
        }
    }
}

/* One list an area, in the context that the search asks for. */
static void
check_synonyms (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load ("atlas/region-synonyms.xml", &error);
  g_auto(GStrv) lists = NULL;

  g_assert_no_error (error);
  lists = bc_place_synonyms_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "synonyms", &error);
  g_assert_no_error (error);
  for (guint area = 0; area < BC_N_AREAS; area++)
    assert_translated (g_dpgettext2 (GETTEXT_PACKAGE, "synonyms", lists[area]));
}

static void
test_catalogue (void)
{
  char *folder = make_catalogue ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = NULL;

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  maps = bc_maps_load (&error);
  g_assert_no_error (error);
  check_patterns (maps);
  check_questions (maps);
  check_dermatome_maps (maps);
  check_instruments (maps);
  check_synonyms ();
  for (guint i = 0; i < maps->sources->len; i++)
    g_assert_true (*((const BcSource *) g_ptr_array_index (maps->sources, i))->citation != '[');
  remove_catalogue (folder);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", LANGUAGE_ID, TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translation/catalogue", test_catalogue);
  return g_test_run ();
}
