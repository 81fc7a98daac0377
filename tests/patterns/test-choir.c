/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The segments of the CHOIR body map: what somebody who exchanges their codes relies on. */
#include "bc-choir.h"

#include "bc-error.h"
#include "bc-resources.h"

#include <string.h>

/* Front 101 to 136 and back 201 to 238, on both maps, each once. */
static void
test_codes (void)
{
  for (BcChoirMap map = BC_CHOIR_FEMALE; map < BC_N_CHOIR_MAPS; map++)
    {
      guint n = 0;

      for (guint code = 0; code < 300; code++)
        {
          const BcChoirSegment *segment = bc_choir_find (map, code);
          gboolean front = code >= 101 && code <= 136;
          gboolean back = code >= 201 && code <= 238;

          g_assert_true ((segment != NULL) == (front || back));
          if (segment == NULL)
            continue;
          n++;
          g_assert_cmpuint (segment->codes[map], ==, code);
          g_assert_cmpint (segment->view, ==, front ? BC_VIEW_FRONT : BC_VIEW_BACK);
        }
      g_assert_cmpuint (n, ==, BC_N_CHOIR_SEGMENTS);
    }
}

static gboolean
covers (const BcChoirSegment *segment,
        const char           *id)
{
  for (guint i = 0; i < segment->n_regions; i++)
    if (segment->regions[i] == bc_region_from_id (id))
      return TRUE;
  return FALSE;
}

/* What the published lists say of the codes that differ, and of sides: the left of the front picture is the patient's
 * right. */
static void
test_meanings (void)
{
  static const struct { guint code; const char *female; const char *male; } known[] = {
    { 112, "abdomen-upper-right", "upper-arm-anterior-left" },
    { 113, "abdomen-upper-left", "elbow-anterior-right" },
    { 114, "upper-arm-anterior-left", "elbow-anterior-left" },
    { 115, "elbow-anterior-right", "forearm-anterior-right" },
    { 116, "elbow-anterior-left", "abdomen-upper-right" },
    { 117, "forearm-anterior-right", "abdomen-upper-left" },
    { 118, "forearm-anterior-left", "forearm-anterior-left" },
    { 129, "knee-anterior-right", "knee-anterior-right" },
    { 218, "lumbar-lower-left", "lumbar-lower-left" },
    { 238, "heel-right", "heel-right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_true (covers (bc_choir_find (BC_CHOIR_FEMALE, known[i].code), known[i].female));
      g_assert_true (covers (bc_choir_find (BC_CHOIR_MALE, known[i].code), known[i].male));
    }
}

/* A code becomes marks, and these marks are that code again and no other: so is every set of codes. */
static void
test_there_and_back (void)
{
  const BcChoirTable *table = bc_choir_get_table ();

  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    {
      guint n = 0;

      for (guint j = 0; j < table->segments[i].n_regions; j++)
        if (bc_choir_stands_for (&table->segments[i], j))
          {
            n++;
            g_assert_cmpuint (bc_choir_locate (table->segments[i].regions[j], -1), ==, i);
          }
      g_assert_cmpuint (n, >, 0);
    }
}

/* The outer thigh is in both pictures: from behind it is drawn on the back of the thigh. The shin is in one. */
static void
test_views (void)
{
  static const struct { const char *region; int view; guint code; } places[] = {
    { "thigh-lateral-lower-left", -1, 127 },
    { "thigh-lateral-lower-left", BC_VIEW_LEFT, 127 },
    { "thigh-lateral-lower-left", BC_VIEW_FRONT, 127 },
    { "thigh-lateral-lower-left", BC_VIEW_BACK, 228 },
    { "hip-lateral-right", -1, 120 },
    { "hip-lateral-right", BC_VIEW_BACK, 225 },
    { "thumb-right", BC_VIEW_BACK, 230 },
    { "shin-right", BC_VIEW_BACK, 131 },
    { "sole-medial-left", BC_VIEW_SOLES, 237 },
  };
  const BcChoirTable *table = bc_choir_get_table ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint found = bc_choir_locate (bc_region_from_id (places[i].region), places[i].view);

      g_assert_cmpuint (table->segments[found].codes[BC_CHOIR_FEMALE], ==, places[i].code);
    }
}

/* A buttock that was clicked is no numb saddle. */
static void
test_small_shares_are_left_out (void)
{
  const BcChoirSegment *buttock = bc_choir_find (BC_CHOIR_FEMALE, 224);

  for (guint i = 0; i < buttock->n_regions; i++)
    if (buttock->regions[i] == bc_region_from_id ("perineum-right"))
      {
        g_assert_false (bc_choir_stands_for (buttock, i));
        return;
      }
  g_assert_not_reached ();
}

static void
test_map_of_a_patient (void)
{
  g_assert_cmpint (bc_choir_map_for (BC_FIGURE_ADULT_MALE, BC_SEX_UNKNOWN), ==, BC_CHOIR_MALE);
  g_assert_cmpint (bc_choir_map_for (BC_FIGURE_ADULT_MALE, BC_SEX_FEMALE), ==, BC_CHOIR_FEMALE);
  g_assert_cmpint (bc_choir_map_for (BC_FIGURE_CHILD, BC_SEX_MALE), ==, BC_CHOIR_MALE);
  g_assert_cmpint (bc_choir_map_for (BC_FIGURE_CHILD, BC_SEX_UNKNOWN), ==, BC_CHOIR_FEMALE);
}

static void
refuse_with (const char *from,
             const char *to,
             const char *said)
{
  g_autofree char *text = bc_resources_need_text ("exchange/choir-segments.tsv");
  g_autofree BcChoirTable *table = NULL;
  g_autoptr(GString) changed = g_string_new (text);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  table = bc_choir_table_parse (changed->str, "segments.tsv", &error);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_null (table);
  g_assert_nonnull (strstr (error->message, said));
  g_assert_true (g_str_has_prefix (error->message, "segments.tsv:"));
}

static void
test_bad_tables (void)
{
  refuse_with ("102\t102", "101\t102", "“101”");
  refuse_with ("102\t102", "102\t99", "“99”");
  refuse_with ("front\tright", "top\tright", "“top”");
  refuse_with ("front\tright", "front\tboth", "“both”");
  refuse_with ("forehead crown", "forehead crwn", "“crwn”");
  refuse_with ("0.60 0.40", "0.60 0.30", "“0.60 0.30”");
  refuse_with ("0.60 0.40", "0.60", "forehead crown");
  refuse_with ("0.60 0.40\tforehead\n", "0.60 0.40\tforehead nose\n", "forehead nose");
  refuse_with ("0.60 0.40\tforehead\n", "0.60 0.40\tforehead crown\n", "“crown-right”");
  refuse_with ("0.60 0.40\tforehead\n", "0.60 0.40\n", "forehead");
  refuse_with ("238\t238", "#", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choir/codes", test_codes);
  g_test_add_func ("/choir/meanings", test_meanings);
  g_test_add_func ("/choir/there-and-back", test_there_and_back);
  g_test_add_func ("/choir/views", test_views);
  g_test_add_func ("/choir/small-shares-are-left-out", test_small_shares_are_left_out);
  g_test_add_func ("/choir/map-of-a-patient", test_map_of_a_patient);
  g_test_add_func ("/choir/bad-tables", test_bad_tables);
  return g_test_run ();
}
