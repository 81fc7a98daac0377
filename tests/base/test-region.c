/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-region.h"
#include "bc-resources.h"

#include <string.h>

static void
test_ids_round_trip (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint number = 1; number <= BC_N_REGIONS; number++)
    {
      const BcRegion region = (BcRegion) number;
      const char *id = bc_region_get_id (region);

      g_assert_true (g_hash_table_add (seen, (gpointer) id));
      g_assert_cmpuint (bc_region_from_id (id), ==, region);
      g_assert_cmpuint (bc_region_new (bc_region_get_area (region), bc_region_get_side (region)), ==, region);
      g_assert_true (g_str_has_prefix (id, bc_area_get_id (bc_region_get_area (region))));
      g_assert_true (g_str_has_suffix (id, bc_side_get_id (bc_region_get_side (region))));
    }
  for (guint area = 0; area < BC_N_AREAS; area++)
    g_assert_cmpint (bc_area_from_id (bc_area_get_id (area)), ==, (int) area);
}

static void
test_mirror (void)
{
  for (guint number = 1; number <= BC_N_REGIONS; number++)
    {
      const BcRegion region = (BcRegion) number;
      const BcRegion other = bc_region_mirror (region);

      g_assert_cmpuint (bc_region_get_area (other), ==, bc_region_get_area (region));
      g_assert_cmpint (bc_region_get_side (other), !=, bc_region_get_side (region));
      g_assert_cmpuint (bc_region_mirror (other), ==, region);
    }
}

static void
test_unknown_ids (void)
{
  static const char *const unknown[] = {
    NULL, "", "leg-lateral", "leg-lateral-both", "left", "-left", "Ear-left", " ear-left",
  };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpuint (bc_region_from_id (unknown[i]), ==, BC_REGION_NONE);
  g_assert_cmpint (bc_area_from_id ("ear-left"), ==, -1);
  g_assert_cmpint (bc_area_from_id (""), ==, -1);
  g_assert_cmpint (bc_area_from_id (NULL), ==, -1);
}

/* A name must tell a region from every other, and never be confused about the side. */
static void
test_names (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *leg = bc_region_dup_name (bc_region_from_id ("leg-lateral-right"));

  g_assert_cmpstr (leg, ==, "Outer leg below the knee, right");
  for (guint number = 1; number <= BC_N_REGIONS; number++)
    {
      char *name = bc_region_dup_name ((BcRegion) number);
      gboolean is_left = bc_region_get_side ((BcRegion) number) == BC_SIDE_LEFT;

      g_assert_true (g_str_has_suffix (name, is_left ? ", left" : ", right"));
      g_assert_true (g_hash_table_add (seen, name));
      g_assert_cmpuint (strlen (bc_area_get_borders (bc_region_get_area ((BcRegion) number))), >, 5);
    }
}

static void
test_body_parts (void)
{
  static const struct { const char *area; BcBodyPart part; } known[] = {
    { "ear", BC_BODY_PART_HEAD },          { "nape-lower", BC_BODY_PART_NECK },
    { "groin", BC_BODY_PART_TRUNK_FRONT }, { "sacrum", BC_BODY_PART_TRUNK_BACK },
    { "thumb", BC_BODY_PART_UPPER_LIMB },  { "hip-lateral", BC_BODY_PART_LOWER_LIMB },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpint (bc_area_get_body_part ((guint) bc_area_from_id (known[i].area)), ==, known[i].part);
}

static void
test_sides (void)
{
  BcSide side = BC_SIDE_RIGHT;

  g_assert_true (bc_side_from_id ("left", &side));
  g_assert_cmpint (side, ==, BC_SIDE_LEFT);
  g_assert_true (bc_side_from_id ("both", &side));
  g_assert_cmpint (side, ==, BC_SIDE_BOTH);
  g_assert_false (bc_side_from_id ("Left", &side));
  g_assert_false (bc_side_from_id (NULL, &side));
  g_assert_cmpint (side, ==, BC_SIDE_BOTH);
}

/* The table in C and the atlas speak of the same areas: every one has a skin area on every figure. */
static void
test_atlas_agrees (void)
{
  g_autofree char *text = bc_resources_need_text ("atlas/region-areas.tsv");
  g_auto(GStrv) lines = NULL;
  guint n_seen[BC_N_AREAS] = { 0 };

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; fields[j] != NULL && lines[i][0] != '#'; j++)
        {
          const BcRegion region = bc_region_from_id (fields[j]);

          if (region != BC_REGION_NONE)
            n_seen[bc_region_get_area (region)]++;
        }
    }
  for (guint area = 0; area < BC_N_AREAS; area++)
    g_assert_cmpuint (n_seen[area], ==, 6);
}

static void
test_resource_missing (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load ("atlas/nowhere.svg", &error);

  g_assert_null (bytes);
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

static gpointer
look_up_all_cb (gpointer unused)
{
  for (guint number = 1; number <= BC_N_REGIONS; number++)
    if (bc_region_from_id (bc_region_get_id ((BcRegion) number)) != number)
      return GUINT_TO_POINTER (number);
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", look_up_all_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_null (g_thread_join (threads[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/threads", test_threads); /* first, so that the table is built in a race */
  g_test_add_func ("/region/ids-round-trip", test_ids_round_trip);
  g_test_add_func ("/region/mirror", test_mirror);
  g_test_add_func ("/region/unknown-ids", test_unknown_ids);
  g_test_add_func ("/region/names", test_names);
  g_test_add_func ("/region/body-parts", test_body_parts);
  g_test_add_func ("/region/sides", test_sides);
  g_test_add_func ("/region/atlas-agrees", test_atlas_agrees);
  g_test_add_func ("/region/resource-missing", test_resource_missing);
  return g_test_run ();
}
