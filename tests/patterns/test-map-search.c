/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which maps somebody finds who knows a name, a region, how it feels, or what makes it worse. */
#include "bc-map-search.h"

#include <string.h>

static GPtrArray *
search (const char *text)
{
  g_autoptr(BcMapIndex) index = bc_map_index_new (bc_maps_get_default ());
  GPtrArray *hits = bc_map_index_search (index, text);

  g_assert_nonnull (hits);
  return hits;
}

static int
find (GPtrArray  *hits,
      const char *id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (((const BcMapHit *) g_ptr_array_index (hits, i))->pattern->id, id))
      return (int) i;
  return -1;
}

/* What is found, and which words tell why; what is not. */
static const struct { const char *text; const char *id; const char *why; } finds[] = {
  { "L5", "derm-l5", "" },
  { "l 5 dermatome", "derm-l5", "" },
  { "radicular L5", "root-l5", "" },
  { "nerve root thumb", "root-c6", "Thumb (80 of 100)" },
  { "shin", "derm-l4", "Inner leg below the knee (85 of 100)" },
  { "left calf", "root-s1", "Calf, upper" },
  { "thumb", "derm-c6", "Thumb (90 of 100)" },
  { "burning", "derm-l5", "burning" },
  { "burn", "derm-l5", "burning" },
  { "numb thumb", "derm-c6", "numbness · Thumb" },
  { "thumb numb", "derm-c6", "numbness · Thumb" },
  { "pins and needles thumb", "derm-c6", "tingling" },
  { "worse sitting", "root-l5", "worse: Sitting" },
  { "sitting aggravates", "root-l5", "worse: Sitting" },
  { "better lying calf", "root-s1", "better: Lying down · Calf" },
  { "burning foot worse walking", "root-l5", "worse: Walking" },
  { "back of the thigh", "root-s1", "Back of the thigh" },
  { "thumbb", "derm-c6", "Thumb" }, /* a slip, since nothing has it as typed */
};

static void
test_finds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr(GPtrArray) hits = search (finds[i].text);
      int at = find (hits, finds[i].id);

      g_test_message ("%s", finds[i].text);
      g_assert_cmpint (at, >=, 0);
      g_assert_nonnull (strstr (((const BcMapHit *) g_ptr_array_index (hits, at))->why, finds[i].why));
    }
}

/* Every word counts: what one map has not is not found there. */
static const struct { const char *text; const char *id; } misses[] = {
  { "shin", "derm-c6" },
  { "burning thumb", "root-l5" },
  { "numb", "facet-l4-5" },
  { "better sitting", "root-l5" }, /* it is what makes it worse */
  { "worse", "root-l5" },
  { "xyzzy", "root-l5" },
  { "shin xyzzy", "root-l5" },
  { "L4 radicular", "root-s1" }, /* though it is felt in a region that is described by the level L4/5 */
};

static void
test_misses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (misses); i++)
    {
      g_autoptr(GPtrArray) hits = search (misses[i].text);

      g_test_message ("%s", misses[i].text);
      g_assert_nonnull (bc_maps_lookup_pattern (bc_maps_get_default (), misses[i].id));
      g_assert_cmpint (find (hits, misses[i].id), ==, -1);
    }
}

/* Names come before regions, likely regions before less likely ones, and one region before words from several. */
static void
test_order (void)
{
  g_autoptr(GPtrArray) level = search ("L5");
  g_autoptr(GPtrArray) thumb = search ("thumb");
  g_autoptr(GPtrArray) thigh = search ("back of the thigh");
  const BcMapHit *first = g_ptr_array_index (level, 0);

  g_assert_cmpstr (first->pattern->level, ==, "L5");
  g_assert_cmpint (find (thumb, "derm-c6"), <, find (thumb, "root-c6"));
  g_assert_cmpint (find (thigh, "root-s1"), <, find (thigh, "root-l3"));
}

/* Nothing typed, or only what need not be found, leaves every map, each once. */
static void
test_all (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const char *const texts[] = { "", "   ", "pain", "the" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) hits = search (texts[i]);

      g_assert_cmpuint (hits->len, ==, maps->patterns->len);
      for (guint k = 0; k < hits->len; k++)
        g_assert_true (((const BcMapHit *) g_ptr_array_index (hits, k))->pattern
                       == g_ptr_array_index (maps->patterns, k));
    }
}

static void
test_twice (void)
{
  const char *const texts[] = { "L5", "hip", "burning", "nerve" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) hits = search (texts[i]);
      g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (hits->len, >, 0);
      for (guint k = 0; k < hits->len; k++)
        g_assert_true (g_hash_table_add (seen, (gpointer) ((const BcMapHit *) g_ptr_array_index (hits, k))->pattern));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patterns/map-search/finds", test_finds);
  g_test_add_func ("/patterns/map-search/misses", test_misses);
  g_test_add_func ("/patterns/map-search/order", test_order);
  g_test_add_func ("/patterns/map-search/all", test_all);
  g_test_add_func ("/patterns/map-search/twice", test_twice);
  return g_test_run ();
}
