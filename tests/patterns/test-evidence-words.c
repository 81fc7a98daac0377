/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure a map is, in words, and the rival maps of all segments. */
#include "bc-dermatome-map.h"

/* Every family says what it rests on, so that a weak map can be seen to be weak. */
static void
test_families (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->families->len; i++)
    {
      const BcFamily *family = g_ptr_array_index (maps->families, i);

      g_assert_cmpuint (strlen (family->evidence), >, 60);
      g_assert_true (g_str_has_suffix (family->evidence, "."));
    }
}

static void
add_zone (BcPattern *pattern,
          BcGrade    grade)
{
  BcZone zone = { .grade = grade };

  g_array_append_val (pattern->zones, zone);
}

static void
test_words (void)
{
  const BcFamily silent = { .evidence = (char *) "" };
  const BcFamily weak = { .evidence = (char *) "Rests on little." };
  BcPattern pattern = { .family = &silent, .zones = g_array_new (FALSE, TRUE, sizeof (BcZone)) };
  g_autofree char *one = NULL;
  g_autofree char *three = NULL;

  add_zone (&pattern, BC_GRADE_C);
  one = bc_pattern_dup_evidence (&pattern);
  g_assert_cmpstr (one, ==, "1 area is a clinical estimate.");
  add_zone (&pattern, BC_GRADE_A);
  add_zone (&pattern, BC_GRADE_A);
  add_zone (&pattern, BC_GRADE_B);
  pattern.family = &weak;
  three = bc_pattern_dup_evidence (&pattern);
  g_assert_cmpstr (three, ==,
                   "2 areas have published figures; 1 area follows a published map or consensus with a judged number; "
                   "1 area is a clinical estimate. Rests on little.");
  g_assert_cmpuint (bc_pattern_count_grade (&pattern, BC_GRADE_A), ==, 2);
  g_array_unref (pattern.zones);
}

/* The grades of a real map add up to its zones. */
static void
test_counts (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      guint n = 0;

      for (BcGrade grade = BC_GRADE_A; grade <= BC_GRADE_C; grade++)
        n += bc_pattern_count_grade (pattern, grade);
      g_assert_cmpuint (n, ==, pattern->zones->len);
    }
}

static const BcDermatomeLevel *
find_level (const BcDermatomeMap *map,
            const char           *name)
{
  for (guint i = 0; i < map->levels->len; i++)
    {
      const BcDermatomeLevel *level = g_ptr_array_index (map->levels, i);

      if (g_str_equal (level->name, name))
        return level;
    }
  return NULL;
}

static double
read_level (const char *map_id,
            const char *name,
            const char *region)
{
  const BcDermatomeMap *map = bc_maps_lookup_dermatome_map (bc_maps_get_default (), map_id);
  const BcDermatomeLevel *level = find_level (map, name);

  g_assert_nonnull (level);
  return bc_dermatome_level_get_probability (level, BC_SIDE_RIGHT, bc_region_from_id (region));
}

/* Each dermatome and each root of the maps is in its chart, from head to tail, and has the zones of its pattern. */
static void
test_levels_of_patterns (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  static const struct
  {
    const char *map;
    const char *family;
    guint       left_out; /* root-sciatica stands for two levels */
  } charts[] = {
    { "dermatomes-touch", "dermatome", 0 },
    { "dermatomes-root-pain", "nerve-root", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      const BcDermatomeMap *map = bc_maps_lookup_dermatome_map (maps, charts[i].map);
      guint n = 0;

      for (guint j = 0; j < maps->patterns->len; j++)
        n += g_str_equal (((const BcPattern *) g_ptr_array_index (maps->patterns, j))->family->id, charts[i].family);
      g_assert_cmpuint (map->levels->len, ==, n - charts[i].left_out);
      for (guint j = 0; j < map->levels->len; j++)
        {
          const BcDermatomeLevel *level = g_ptr_array_index (map->levels, j);

          g_assert_cmpstr (level->pattern->family->id, ==, charts[i].family);
          g_assert_cmpstr (level->name, ==, level->pattern->level);
          g_assert_true (level->zones == level->pattern->zones);
        }
    }
  g_assert_null (bc_maps_lookup_dermatome_map (maps, "sij"));
}

/* The 28 points of the spinal-injury standard, each in one area, C2 to S4-5. */
static void
test_key_points (void)
{
  const BcDermatomeMap *map = bc_maps_lookup_dermatome_map (bc_maps_get_default (), "dermatomes-key-points");

  g_assert_cmpuint (map->levels->len, ==, 28);
  g_assert_cmpstr (((const BcDermatomeLevel *) g_ptr_array_index (map->levels, 0))->name, ==, "C2");
  g_assert_cmpstr (((const BcDermatomeLevel *) g_ptr_array_index (map->levels, 27))->name, ==, "S4-5");
  for (guint i = 0; i < map->levels->len; i++)
    {
      const BcDermatomeLevel *level = g_ptr_array_index (map->levels, i);

      g_assert_null (level->pattern);
      g_assert_cmpuint (level->zones->len, ==, 1);
      g_assert_cmpuint (strlen (g_array_index (level->zones, BcZone, 0).note), >, 10);
    }
  g_assert_cmpfloat (read_level ("dermatomes-key-points", "L4", "ankle-medial-right"), ==, 1);
  g_assert_cmpfloat (read_level ("dermatomes-key-points", "L4", "ankle-medial-left"), ==, 0);
  g_assert_cmpfloat (read_level ("dermatomes-key-points", "L4", "leg-medial-right"), ==, 0);
}

/* What the maps are kept apart for: root pain is felt in the buttock, where its dermatome is not. */
static void
test_rivals_differ (void)
{
  g_assert_cmpfloat (read_level ("dermatomes-touch", "L5", "buttock-upper-right"), ==, 0);
  g_assert_cmpfloat (read_level ("dermatomes-root-pain", "L5", "buttock-upper-right"), >, 0.5);
  g_assert_cmpfloat (read_level ("dermatomes-touch", "L5", "foot-dorsum-medial-right"), >,
                     read_level ("dermatomes-root-pain", "L5", "foot-dorsum-medial-right"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-words/families", test_families);
  g_test_add_func ("/evidence-words/words", test_words);
  g_test_add_func ("/evidence-words/counts", test_counts);
  g_test_add_func ("/dermatome-maps/levels-of-patterns", test_levels_of_patterns);
  g_test_add_func ("/dermatome-maps/key-points", test_key_points);
  g_test_add_func ("/dermatome-maps/rivals-differ", test_rivals_differ);
  return g_test_run ();
}
