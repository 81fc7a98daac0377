/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody finds who types into the search field. */
#include "bc-config.h"
#include "bc-error.h"
#include "bc-place-private.h"
#include "bc-place-search.h"
#include "bc-resources.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#define SYNONYMS "atlas/region-synonyms.xml"

static GPtrArray *
search (const char *text)
{
  GPtrArray *places = bc_place_search (bc_maps_get_default (), text, 1000);

  g_assert_nonnull (places);
  return places;
}

/* "shin-left" for a region, "derm-l5 left" for a map, "" after the last */
static char *
dup_id (GPtrArray *places,
        guint      i)
{
  const BcPlace *place = i < places->len ? g_ptr_array_index (places, i) : NULL;

  if (place == NULL)
    return g_strdup ("");
  if (place->pattern == NULL)
    return g_strdup (bc_region_get_id (place->regions[0]));
  return g_strconcat (place->pattern->id, " ", bc_side_get_id (place->side), NULL);
}

/* What comes first, in its order; names of several places stand between spaces and bars. */
static const struct { const char *text; const char *first; } queries[] = {
  { "shin", "shin-right|shin-left" },
  { "SHIN", "shin-right|shin-left" },
  { "  shin ", "shin-right|shin-left" },
  { "shi", "shin-right|shin-left" },
  { "shín", "shin-right|shin-left" },
  { "ｓｈｉｎ", "shin-right|shin-left" },
  { "shin left", "shin-left" },
  { "left shin", "shin-left" },
  { "l shin", "shin-left" },
  { "shin, rt", "shin-right" },
  { "both shins", "shin-right|shin-left" },
  { "left right shin", "shin-right|shin-left" },
  { "shin le", "shin-left" },
  { "calf", "calf-upper-right|calf-upper-left|calf-lower-right|calf-lower-left" },
  { "left calf", "calf-upper-left|calf-lower-left" },
  { "calf l", "calf-upper-left|calf-lower-left" },
  { "lower calf", "calf-lower-right|calf-lower-left" },
  { "pain in my left knee", "knee-anterior-left" },
  { "belly", "abdomen-middle-right|abdomen-middle-left|abdomen-upper-right" },
  { "love handle", "flank-right|flank-left" },
  { "ankle", "ankle-anterior-right|ankle-anterior-left|ankle-medial-right" },
  { "small of the back", "lumbar-upper-right|lumbar-upper-left" },
  { "back small", "lumbar-upper-right" },
  { "funny bone", "elbow-medial-right" },
  { "golfers elbow", "elbow-medial-right" },
  { "golfer’s elbow left", "elbow-medial-left" },
  { "ball of the foot", "sole-forefoot-right" },
  { "foot ball", "sole-forefoot-right" },
  { "antecubital", "elbow-anterior-right" },
  { "popliteal fossa", "knee-posterior-right" },
  { "fossa poplit", "knee-posterior-right" },
  { "greater trochanter", "hip-lateral-right" },
  { "SIJ", "sacroiliac-right|sacroiliac-left|sij right|sij left" },
  { "si joint left", "sacroiliac-left" },
  { "L5/S1 level", "lumbar-lower-right|lumbar-lower-left" },
  { "thigh-anterior-upper", "thigh-anterior-upper-right" },
  { "kneecap", "knee-anterior-right" },
  { "patela", "knee-anterior-right" },
  { "shoudler blade", "scapula-upper-right" },
  { "trochanetr", "hip-lateral-right" },
  { "elbows", "elbow-anterior-right" },
  { "hips", "hip-lateral-right" },
  { "big toe", "great-toe-right" },
  { "toe", "great-toe-right|great-toe-left|little-toe-right|little-toe-left|middle-toes-right" },
  { "patella shinless", "" },
  { "kneecap patella l", "knee-anterior-left" },
  { "paraspinal strip", "loin-right|loin-left|ribs-posterior-right" },
  { "pinky", "little-finger-right" },
  { "bum", "buttock-lower-right" },
  { "L5", "derm-l5 right|derm-l5 left|root-l5 right|root-l5 left" },
  { "l5", "derm-l5 right|derm-l5 left|root-l5 right|root-l5 left" },
  { "L 5", "derm-l5 right|derm-l5 left" },
  { "L5 left", "derm-l5 left|root-l5 left" },
  { "L5 dermatome", "derm-l5 right|derm-l5 left" },
  { "dermatome s1 r", "derm-s1 right" },
  { "L5 nerve root", "root-l5 right|root-l5 left" },
  { "L4/5", "disc-l4-5 both|facet-l4-5 right|facet-l4-5 left" },
  { "L4-L5", "disc-l4-5 both|facet-l4-5 right|facet-l4-5 left" },
  { "piriformis", "mf-piriformis right|mf-piriformis left|pn-deep-gluteal right|pn-deep-gluteal left" },
  { "piriformis trigger", "mf-piriformis right|mf-piriformis left" },
  { "sciatica left", "root-sciatica left" },
  { "carpal tunnel syndrome", "pn-median-wrist both" },
  { "cluster headache left", "wc-cluster left" },
};

static void
test_queries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto(GStrv) wanted = g_strsplit (queries[i].first, "|", -1);
      g_autoptr(GPtrArray) places = search (queries[i].text);

      for (guint j = 0; wanted[j] != NULL; j++)
        {
          g_autofree char *found = dup_id (places, j);

          if (!g_str_equal (found, wanted[j]))
            g_error ("“%s” finds “%s” at place %u, not “%s”", queries[i].text, found, j + 1, wanted[j]);
        }
    }
}

/* How texts are cut and folded, on both sides of the comparison. */
static void
test_words (void)
{
  static const struct { const char *text; const char *words; } texts[] = {
    { "", "" },               { " ,; ", "" },           { "Golfer's elbow", "golfers|elbow" },
    { "Golfer’s", "golfers" }, { "Größe É", "grosse|e" }, { "thigh-anterior-upper", "thigh|anterior|upper" },
    { "L4/5", "l4|l5" },      { "L4-5", "l4|l5" },      { "L4–L5", "l4|l5" },
    { "L4 5", "l4|5" },       { "L 5", "l5" },          { "T12/L1", "t12|l1" },
    { "C0/1 x", "c0|c1|x" },  { "x 5", "x|5" },         { "X4/5", "x4|5" },
    { "L4/", "l4" },          { "a\xff" "b", "a|b" },    { "1 2 l", "1|2|l" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(BcPlaceWords) words = { 0 };
      g_autoptr(GString) joined = g_string_new (NULL);

      bc_place_words_init (&words, texts[i].text);
      for (guint j = 0; j < words.n; j++)
        {
          g_autofree char *word = g_ucs4_to_utf8 (words.words[j].letters, words.words[j].n, NULL, NULL, NULL);

          g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "", word);
        }
      g_assert_cmpstr (joined->str, ==, texts[i].words);
    }
}

/* Both nerves of that name, before anything else. */
static void
test_ulnar_nerve (void)
{
  g_autoptr(GPtrArray) places = search ("ulnar nerve");

  g_assert_cmpuint (places->len, >=, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = dup_id (places, i);

      g_assert_true (g_str_has_prefix (id, "pn-ulnar-"));
    }
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", " ", "-", "'", "\n\t", "?!", "qxzv", "shin qxzv", "knee elbow" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) places = search (texts[i]);

      if (places->len > 0)
        g_error ("“%s” finds something", texts[i]);
    }
}

static gboolean
finds_area (GPtrArray *places,
            guint      area,
            guint      first)
{
  for (guint i = 0; i < MIN (places->len, first); i++)
    {
      const BcPlace *place = g_ptr_array_index (places, i);

      if (place->pattern == NULL && bc_region_get_area (place->regions[0]) == area)
        return TRUE;
    }
  return FALSE;
}

static GStrv
read_synonyms (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load (SYNONYMS, &error);
  GStrv lists;

  g_assert_no_error (error);
  lists = bc_place_synonyms_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SYNONYMS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (lists), ==, BC_N_AREAS);
  return lists;
}

/* Every word in the list leads to its area, among the first; and every area has a few. */
static void
test_all_synonyms (void)
{
  g_auto(GStrv) lists = read_synonyms ();

  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_auto(GStrv) synonyms = g_strsplit (lists[area], ";", -1);

      g_assert_cmpuint (g_strv_length (synonyms), >=, 3);
      for (char **synonym = synonyms; *synonym != NULL; synonym++)
        {
          g_autofree char *left = g_strconcat ("left ", *synonym, NULL);
          g_autoptr(GPtrArray) places = search (*synonym);
          g_autoptr(GPtrArray) one_side = search (left);

          /* Three areas may share a word, as the "belly" of the calf and of the body do. */
          if (!finds_area (places, area, 6) || !finds_area (one_side, area, 3))
            g_error ("“%s” does not lead to %s", *synonym, bc_area_get_id (area));
        }
    }
}

/* An area's own name leads to it first, and so does its id. */
static void
test_all_names (void)
{
  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_autoptr(GPtrArray) by_name = search (bc_area_get_name (area));
      g_autoptr(GPtrArray) by_id = search (bc_area_get_id (area));
      g_autofree char *name = bc_region_dup_name (bc_region_new (area, BC_SIDE_LEFT));
      g_autoptr(GPtrArray) by_side = search (name);

      g_assert_true (finds_area (by_name, area, 1));
      g_assert_true (finds_area (by_id, area, 2));
      g_assert_cmpstr (((const BcPlace *) g_ptr_array_index (by_side, 0))->name, ==, name);
    }
}

static void
test_all_maps (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      g_autoptr(GPtrArray) places = search (pattern->name);
      gboolean found = FALSE;

      /* A side in the name ("right side") is taken as the wish for one, and a region may have the same name. */
      for (guint j = 0; j < MIN (places->len, 4); j++)
        found |= ((const BcPlace *) g_ptr_array_index (places, j))->pattern == pattern;
      if (!found)
        g_error ("“%s” does not lead to %s", pattern->name, pattern->id);
    }
}

/* The zones of a map, likeliest first, none that is only spill-over, and on the side that the place names. */
static void
test_regions_of_maps (void)
{
  static const char *const texts[] = { "L5", "sij", "piriformis", "headache", "nerve", "pain" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) places = search (texts[i]);
      guint n_maps = 0;

      for (guint j = 0; j < places->len; j++)
        {
          const BcPlace *place = g_ptr_array_index (places, j);
          double last = 1;

          if (place->pattern == NULL)
            continue;
          n_maps++;
          g_assert_cmpuint (place->n_regions, >, 0);
          for (guint k = 0; k < place->n_regions; k++)
            {
              double probability = bc_pattern_get_probability (place->pattern, place->side, place->regions[k]);

              g_assert_cmpfloat (probability, <=, last);
              g_assert_cmpfloat (probability, >, 0);
              g_assert_true (probability >= 0.3 || last < 0.3 || k == 0);
              last = probability;
            }
        }
      g_assert_cmpuint (n_maps, >, 1);
    }
}

static void
test_l5 (void)
{
  g_autoptr(GPtrArray) places = search ("L5");
  const BcPlace *right = g_ptr_array_index (places, 0);

  g_assert_cmpstr (right->name, ==, "L5 dermatome, right");
  g_assert_cmpstr (right->detail, ==, "Dermatome");
  g_assert_cmpint (right->side, ==, BC_SIDE_RIGHT);
  g_assert_cmpuint (right->n_regions, >=, 4);
  for (guint i = 0; i < right->n_regions; i++)
    g_assert_cmpint (bc_region_get_side (right->regions[i]), ==, BC_SIDE_RIGHT);
}

/* The detail says why a place was found where its name does not. */
static void
test_details (void)
{
  g_autoptr(GPtrArray) by_synonym = search ("funny bone");
  g_autoptr(GPtrArray) by_name = search ("inner elbow");
  const BcPlace *first = g_ptr_array_index (by_synonym, 0);

  g_assert_cmpstr (first->name, ==, "Inner elbow, right");
  g_assert_cmpstr (first->detail, ==, "funny bone");
  first = g_ptr_array_index (by_name, 0);
  g_assert_cmpstr (first->name, ==, "Inner elbow, right");
  g_assert_cmpstr (first->detail, ==, bc_area_get_borders (bc_region_get_area (first->regions[0])));
}

static void
test_most (void)
{
  for (guint most = 0; most < 6; most++)
    {
      g_autoptr(GPtrArray) places = bc_place_search (bc_maps_get_default (), "knee", most);
      g_autofree char *first = dup_id (places, 0);

      g_assert_cmpuint (places->len, ==, most);
      g_assert_cmpstr (first, ==, most > 0 ? "knee-anterior-right" : "");
    }
}

/* A patient's screen names no map. */
static void
test_without_maps (void)
{
  g_autoptr(GPtrArray) ankle = bc_place_search (NULL, "ankle", 1000);
  g_autoptr(GPtrArray) sciatica = bc_place_search (NULL, "sciatica", 1000);

  g_assert_cmpuint (ankle->len, >=, 6);
  for (guint i = 0; i < ankle->len; i++)
    g_assert_null (((const BcPlace *) g_ptr_array_index (ankle, i))->pattern);
  g_assert_cmpuint (sciatica->len, ==, 0);
}

/* Maps of one's own are searched as the built-in ones are. */
static void
test_other_maps (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = bc_maps_load (&error);
  g_autoptr(GPtrArray) places = NULL;
  const BcPlace *first;

  g_assert_no_error (error);
  places = bc_place_search (maps, "L5", 2);
  g_assert_cmpuint (places->len, ==, 2);
  first = g_ptr_array_index (places, 0);
  g_assert_true (first->pattern == bc_maps_lookup_pattern (maps, "derm-l5"));
}

/* Each key of a word typed letter by letter keeps what was meant in sight, and the whole word has it first. */
static void
test_letter_by_letter (void)
{
  static const char text[] = "popliteal fossa left";
  guint area = (guint) bc_area_from_id ("knee-posterior");

  for (gsize n = 4; n <= strlen (text); n++)
    {
      g_autofree char *typed = g_strndup (text, n);
      g_autoptr(GPtrArray) places = search (typed);

      if (!finds_area (places, area, 2))
        g_error ("“%s” loses the hollow of the knee", typed);
    }
}

/* Bytes of any kind, of pieces that are likely to matter: half characters, controls, marks alone, long words. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "l5", "left", " ", "l", "5", "/", "-", "'", "kn", "s1", "t", "12", "–", "\xcc\x81", "ß", "ﬁ", "İ",
    "e\xcc\x81", "ا", "膝",
    "\xf0\x9f\xa6\xb5", "\xe2\x80\x8f", "\xff", "\xc3", "\xed\xa0\x80", "\x01",
    "0000000000000000000000000000000000000000",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (99);

  for (guint turn = 0; turn < 1500; turn++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *valid = NULL;
      g_autoptr(GPtrArray) places = NULL;
      g_autoptr(GPtrArray) raw = NULL;
      int n = g_rand_int_range (rand, 0, turn % 50 == 0 ? 400 : 9);

      for (int i = 0; i < n; i++)
        if (g_rand_boolean (rand))
          g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        else
          g_string_append_c (text, (char) g_rand_int_range (rand, 1, 256));
      valid = g_utf8_make_valid (text->str, -1);
      places = bc_place_search (turn % 2 == 0 ? bc_maps_get_default () : NULL, valid, 20);
      raw = bc_place_search (NULL, text->str, 20);
      g_assert_cmpuint (places->len, <=, 20);
      for (guint i = 0; i < places->len; i++)
        {
          const BcPlace *place = g_ptr_array_index (places, i);

          g_assert_cmpstr (place->name, !=, "");
          g_assert_cmpuint (place->n_regions, >, 0);
        }
    }
}

static const struct { const char *text; int code; const char *message; } bad_files[] = {
  { "", BC_FILE_ERROR_SYNTAX, "f:1: " },
  { "<synonyms/>", BC_FILE_ERROR_SYNTAX, "f:1: found <synonyms>" },
  { "<names xmlns='https://bodychart.github.io/ns/atlas/1'/>", BC_FILE_ERROR_SYNTAX, "f:1: found <names>" },
  { "<synonyms xmlns='https://bodychart.github.io/ns/atlas/1'>\n<region/></synonyms>", BC_FILE_ERROR_SYNTAX,
    "f:2: found <region>" },
  { "<synonyms xmlns='https://bodychart.github.io/ns/atlas/1'>\n<area>a; b</area></synonyms>", -1, "f:2: " },
  { "<synonyms xmlns='https://bodychart.github.io/ns/atlas/1'>\n\n<area id='shin-left'>a</area></synonyms>",
    BC_FILE_ERROR_VALUE, "f:3: id: “shin-left” is no area" },
  { "<synonyms xmlns='https://bodychart.github.io/ns/atlas/1'>\n<area id='shin'>a</area>\n<area id='shin'>b</area>"
    "</synonyms>", BC_FILE_ERROR_VALUE, "f:3: id: “shin” stands here twice" },
};

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) lists = bc_place_synonyms_parse (bad_files[i].text, strlen (bad_files[i].text), "f", &error);

      g_assert_null (lists);
      g_assert_nonnull (error);
      g_assert_true (error->domain == BC_FILE_ERROR);
      if (bad_files[i].code >= 0)
        g_assert_cmpint (error->code, ==, bad_files[i].code);
      if (!g_str_has_prefix (error->message, bad_files[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, bad_files[i].message);
    }
}

/* --- another language, in a process of its own, since the names are read once --- */

/* A catalogue with the words of one area and of the sides; the msgid comes from the data file. */
static char *
make_catalogue (void)
{
  g_auto(GStrv) lists = read_synonyms ();
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("bodychart-search-XXXXXX", &error);
  g_autofree char *language = g_build_filename (folder, "de", "LC_MESSAGES", NULL);
  g_autofree char *po = g_build_filename (language, "words.po", NULL);
  g_autofree char *mo = g_build_filename (language, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *text = g_strdup_printf (
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    "msgctxt \"synonyms\"\nmsgid \"%s\"\nmsgstr \"Wade; hintere Kante\"\n\n"
    "msgctxt \"synonyms\"\nmsgid \"%s\"\nmsgstr \"Fußsohle; Gewölbe\"\n\n"
    "msgctxt \"synonyms\"\nmsgid \"left; lt; l\"\nmsgstr \"links; linke; li\"\n\n"
    "msgctxt \"synonyms\"\nmsgid \"right; rt; r\"\nmsgstr \"rechts; rechte; re\"\n",
    lists[bc_area_from_id ("calf-upper")], lists[bc_area_from_id ("sole-medial")]);
  const char *argv[] = { "msgfmt", "-o", mo, po, NULL };
  int status;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (language, 0700), ==, 0);
  g_file_set_contents (po, text, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return folder;
}

static void
remove_catalogue (char *folder)
{
  g_autofree char *language = g_build_filename (folder, "de", NULL);
  g_autofree char *messages = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *po = g_build_filename (messages, "words.po", NULL);
  g_autofree char *mo = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

  g_remove (po);
  g_remove (mo);
  g_rmdir (messages);
  g_rmdir (language);
  g_rmdir (folder);
  g_free (folder);
}

static void
test_translated (void)
{
  static const struct { const char *text; const char *first; } german[] = {
    { "li Wade", "calf-upper-left" },     { "WADE links", "calf-upper-left" }, { "wade", "calf-upper-right" },
    { "Wade re", "calf-upper-right" },    { "fusssohle", "sole-medial-right" }, { "gewolbe", "sole-medial-right" },
    { "linke Fußsohle", "sole-medial-left" },
  };

  if (g_test_subprocess ())
    {
      char *folder = make_catalogue ();

      bindtextdomain (GETTEXT_PACKAGE, folder);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      for (guint i = 0; i < G_N_ELEMENTS (german); i++)
        {
          g_autoptr(GPtrArray) places = search (german[i].text);
          g_autofree char *found = dup_id (places, 0);

          g_assert_cmpstr (found, ==, german[i].first);
        }
      remove_catalogue (folder);
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("LANGUAGE", "", TRUE);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-search/queries", test_queries);
  g_test_add_func ("/place-search/words", test_words);
  g_test_add_func ("/place-search/ulnar-nerve", test_ulnar_nerve);
  g_test_add_func ("/place-search/nothing", test_nothing);
  g_test_add_func ("/place-search/all-synonyms", test_all_synonyms);
  g_test_add_func ("/place-search/all-names", test_all_names);
  g_test_add_func ("/place-search/all-maps", test_all_maps);
  g_test_add_func ("/place-search/regions-of-maps", test_regions_of_maps);
  g_test_add_func ("/place-search/l5", test_l5);
  g_test_add_func ("/place-search/details", test_details);
  g_test_add_func ("/place-search/most", test_most);
  g_test_add_func ("/place-search/without-maps", test_without_maps);
  g_test_add_func ("/place-search/other-maps", test_other_maps);
  g_test_add_func ("/place-search/letter-by-letter", test_letter_by_letter);
  g_test_add_func ("/place-search/fuzz", test_fuzz);
  g_test_add_func ("/place-search/bad-files", test_bad_files);
  g_test_add_func ("/place-search/translated", test_translated);
  return g_test_run ();
}
