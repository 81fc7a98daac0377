/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words.h"

#include "summary-charts.h"

static void
test_regions (void)
{
  static const struct
  {
    const char *ids;
    const char *words;
  } cases[] = {
    { "", "" },
    { "knee-anterior-right", "right: front of the knee" },
    { "knee-anterior-left", "left: front of the knee" },
    { "knee-anterior-left knee-anterior-right", "both sides: front of the knee" },
    /* head to foot, whatever the order of the marks */
    { "heel-left buttock-upper-left", "left: upper buttock, heel" },
    /* parts of one area share its name */
    { "thigh-lateral-lower-right thigh-lateral-upper-right", "right: outer thigh (upper, lower)" },
    { "thigh-lateral-upper-right thigh-medial-upper-right", "right: inner thigh (upper), outer thigh (upper)" },
    { "thigh-lateral-upper-right shin-right", "right: outer thigh (upper), shin" },
    /* each side on its own, the right one first; what both share last */
    { "shin-left shin-right heel-left calf-upper-right",
      "right: calf (upper); left: heel; both sides: shin" },
    /* the parts that both sides share are not taken for one side's */
    { "thigh-lateral-upper-left thigh-lateral-upper-right thigh-lateral-lower-right",
      "right: outer thigh (lower); both sides: outer thigh (upper)" },
    { "shin-right shin-right", "right: shin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) regions = regions_from_ids (cases[i].ids);
      g_autofree char *words = bc_words_dup_regions (regions);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Nothing marked may get lost on the way into words. */
static void
test_every_region (void)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autoptr(GArray) regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
      g_autofree char *words = NULL;
      BcRegion one = (BcRegion) region;

      g_array_append_val (regions, one);
      words = bc_words_dup_regions (regions);
      g_assert_true (g_str_has_prefix (words, bc_region_get_side (one) == BC_SIDE_LEFT ? "left: " : "right: "));
      g_assert_cmpuint (g_utf8_strlen (words, -1), >, 8);
    }
}

static void
test_symptom (void)
{
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  BcSymptom *symptom = add_symptom (chart, visit, "buttock-upper-right", "calf-upper-right great-toe-right");
  g_autofree char *bare = bc_words_dup_symptom (symptom);
  g_autofree char *full = NULL;
  g_autofree char *unmarked = NULL;

  g_assert_cmpstr (bare, ==, "P1. Sits in: right: upper buttock. Spreads to: right: calf (upper), great toe.");
  g_object_set (symptom, "qualities", BC_QUALITY_ACHE | BC_QUALITY_TINGLING, "now", 6, "depth", BC_DEPTH_DEEP,
                "constancy", BC_CONSTANCY_CONSTANT, NULL);
  full = bc_words_dup_symptom (symptom);
  g_assert_cmpstr (full, ==,
                   "P1: deep, ache, tingling, constant, 6 of 10. Sits in: right: upper buttock. "
                   "Spreads to: right: calf (upper), great toe.");
  symptom = add_symptom (chart, visit, "", "");
  g_object_set (symptom, "now", 0, NULL);
  unmarked = bc_words_dup_symptom (symptom);
  g_assert_cmpstr (unmarked, ==, "P2: 0 of 10. Not marked yet.");
  g_object_unref (chart);
}

static void
test_marks (void)
{
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  BcSymptom *symptom = add_symptom (chart, visit, "shin-left", "heel-left");
  g_autofree char *site = bc_words_dup_marks (symptom, BC_ROLE_SITE);
  g_autofree char *radiation = bc_words_dup_marks (symptom, BC_ROLE_RADIATION);
  g_autofree char *clears = NULL;

  clear_regions (chart, visit, "ear-right");
  clears = bc_words_dup_clears (G_LIST_MODEL (bc_visit_get_clears (visit)));
  g_assert_cmpstr (site, ==, "left: shin");
  g_assert_cmpstr (radiation, ==, "left: heel");
  g_assert_cmpstr (clears, ==, "right: ear");
  g_object_unref (chart);
}

static void
test_capital (void)
{
  static const char *const cases[][2] = { { "", "" }, { "a", "A" }, { "right: ear", "Right: ear" },
                                          { "ärger", "Ärger" }, { "Heel", "Heel" }, { "5 of 10", "5 of 10" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capital = bc_words_dup_capital (cases[i][0]);

      g_assert_cmpstr (capital, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/regions", test_regions);
  g_test_add_func ("/words/every-region", test_every_region);
  g_test_add_func ("/words/symptom", test_symptom);
  g_test_add_func ("/words/marks", test_marks);
  g_test_add_func ("/words/capital", test_capital);
  return g_test_run ();
}
