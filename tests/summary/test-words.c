/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"
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

/* What is known of a symptom, in the order in which a physiotherapist says it. */
static void
test_character (void)
{
  static const struct
  {
    guint       qualities;
    int         depth;
    int         constancy;
    int         now;
    int         worst;
    const char *words;
  } cases[] = {
    { 0, BC_DEPTH_UNKNOWN, BC_CONSTANCY_UNKNOWN, BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, "P1, not marked yet." },
    { 0, BC_DEPTH_UNKNOWN, BC_CONSTANCY_UNKNOWN, 0, BC_NRS_UNKNOWN, "P1, 0 of 10, not marked yet." },
    { BC_QUALITY_ACHE, BC_DEPTH_DEEP, BC_CONSTANCY_UNKNOWN, 6, 6, "P1, deep ache, 6 of 10, not marked yet." },
    { BC_QUALITY_ACHE | BC_QUALITY_TINGLING, BC_DEPTH_DEEP, BC_CONSTANCY_CONSTANT, 6, 8,
      "P1, deep ache and tingling, constant, 6 of 10, at worst 8 of 10, not marked yet." },
    { BC_QUALITY_ACHE | BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS, BC_DEPTH_UNKNOWN, BC_CONSTANCY_INTERMITTENT,
      BC_NRS_UNKNOWN, 9, "P1, ache, tingling and numbness, intermittent, at worst 9 of 10, not marked yet." },
    { 0, BC_DEPTH_SUPERFICIAL, BC_CONSTANCY_UNKNOWN, BC_NRS_UNKNOWN, BC_NRS_UNKNOWN,
      "P1, superficial, not marked yet." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
      g_autofree char *words = NULL;

      g_object_set (symptom, "qualities", cases[i].qualities, "depth", cases[i].depth,
                    "constancy", cases[i].constancy, "now", cases[i].now, "worst", cases[i].worst, NULL);
      words = bc_words_dup_symptom (symptom);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_resolved (void)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (2);
  g_autofree char *words = NULL;

  g_object_set (symptom, "resolved", TRUE, NULL);
  words = bc_words_dup_symptom (symptom);
  g_assert_cmpstr (words, ==, "P2, resolved.");
}

/* Clicked regions: the side is said whenever it changes, parts are joined, the way runs outwards or inwards. */
static void
test_places (void)
{
  static const struct
  {
    const char *sites;
    const char *radiations;
    const char *words;
  } cases[] = {
    { "heel-left", "", "P1, in your left heel." },
    { "buttock-upper-right buttock-lower-right", "", "P1, in your right buttock." },
    { "calf-upper-right", "", "P1, in your right calf (upper)." },
    { "calf-upper-right calf-lower-right", "", "P1, in your right calf." },
    /* head and trunk are in the middle, what is in pairs has a side of its own */
    { "occiput-left", "", "P1, in the left back of your head." },
    { "forearm-posterior-left", "", "P1, in the back of your left forearm." },
    { "shoulder-top-right", "", "P1, in the top of your right shoulder." },
    { "interscapular-upper-right", "", "P1, in between your shoulder blades on the right (upper)." },
    /* a list says its side once, until it changes */
    { "heel-right shin-right forearm-posterior-right", "",
      "P1, in the back of your right forearm, shin and heel." },
    { "shin-right knee-anterior-right", "", "P1, in the front of your right knee and shin." },
    { "shin-right heel-left", "", "P1, in your right shin and your left heel." },
    { "shin-right shin-left heel-left ear-right", "",
      "P1, in your right ear, your left heel and your right and left shin." },
    /* all of a limb has one name, on either side or on both */
    { "thenar-left palm-left hypothenar-left hand-dorsum-radial-left hand-dorsum-ulnar-left thumb-left "
      "index-finger-left middle-finger-left ring-finger-left little-finger-left", "", "P1, in your whole left hand." },
    { "thenar-left palm-left hypothenar-left hand-dorsum-radial-left hand-dorsum-ulnar-left thumb-left "
      "index-finger-left middle-finger-left ring-finger-left little-finger-left palm-right", "",
      "P1, in your whole left hand and the centre of your right palm." },
    { "lumbar-upper-left lumbar-lower-left lumbar-upper-right lumbar-lower-right", "",
      "P1, in your right and left low back." },
    { "great-toe-left middle-toes-left little-toe-left heel-left", "", "P1, in your left heel and toes." },
    /* the way */
    { "buttock-upper-right", "great-toe-right", "P1, in your right upper buttock, spreading to your right great toe." },
    { "buttock-upper-right", "great-toe-right thigh-lateral-upper-right thigh-lateral-lower-right shin-right",
      "P1, in your right upper buttock, spreading down your right outer thigh and shin to your right great toe." },
    { "wrist-anterior-left", "elbow-anterior-left forearm-anterior-left",
      "P1, in the front of your left wrist, spreading up the front of your left forearm to the front of your left "
      "elbow." },
    { "loin-left", "groin-left flank-left",
      "P1, in your left loin, spreading through your left groin to your left flank." },
    { "lumbar-lower-left lumbar-lower-right", "calf-upper-left calf-upper-right heel-left heel-right",
      "P1, in your right and left lower low back, spreading down your right and left calf (upper) to your right and "
      "left heel." },
    { "lumbar-lower-left lumbar-lower-right", "calf-upper-left heel-right",
      "P1, in your right and left lower low back, spreading to your right heel, spreading to your left calf (upper)." },
    { "", "heel-left", "P1, spreading to your left heel." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_empty_chart (&visit);
      BcSymptom *symptom = add_symptom (chart, visit, cases[i].sites, cases[i].radiations);
      g_autofree char *words = bc_words_dup_symptom (symptom);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* @covers: region ids with blanks between them; each gets an even part of the ink. */
static void
add_stroke (BcSymptom  *symptom,
            BcRole      role,
            const char *covers)
{
  static const BcStrokePoint points[] = { { 0, 0, 1 }, { 50, 50, 1 } };
  g_autoptr(GArray) regions = regions_from_ids (covers);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (BcCover));
  g_autoptr(BcStroke) stroke = NULL;

  for (guint i = 0; i < regions->len; i++)
    {
      BcCover cover = { g_array_index (regions, BcRegion, i), 0.5, 1.0 / regions->len };

      g_array_append_val (list, cover);
    }
  stroke = bc_stroke_new (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, role, 20, points, G_N_ELEMENTS (points),
                          (const BcCover *) list->data, list->len);
  g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
}

/* What is drawn is told as what is clicked, and a path in the order in which it runs. */
static void
test_strokes (void)
{
  static const struct
  {
    const char *sites;
    const char *brush;
    const char *path;
    const char *words;
  } cases[] = {
    { "", "heel-left", "", "P1, in your left heel." },
    { "shin-left", "heel-left shin-left", "", "P1, in your left shin and heel." },
    /* a path begins where the symptom sits */
    { "", "", "buttock-upper-right thigh-posterior-upper-right thigh-posterior-lower-right knee-posterior-right "
      "calf-upper-right",
      "P1, in your right upper buttock, spreading down the back of your right thigh and the hollow of the knee to your "
      "right calf (upper)." },
    /* against the order of the table */
    { "", "", "wrist-posterior-left forearm-posterior-left elbow-posterior-left upper-arm-posterior-left",
      "P1, in the back of your left wrist, spreading up the back of your left forearm and the back of the elbow to the "
      "back of your left upper arm." },
    /* on its way over the midline it says both sides */
    { "", "", "sacrum-right sacrum-left buttock-lower-left thigh-posterior-upper-left",
      "P1, in your right sacrum, spreading through your left sacrum and lower buttock to the back of your left thigh "
      "(upper)." },
    /* what it passes where the symptom sits anyway is not told twice */
    { "shin-right", "", "knee-anterior-right shin-right ankle-anterior-right",
      "P1, in the front of your right knee and shin, spreading to the front of your right ankle." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_empty_chart (&visit);
      BcSymptom *symptom = add_symptom (chart, visit, cases[i].sites, "");
      g_autofree char *words = NULL;

      if (*cases[i].brush != '\0')
        add_stroke (symptom, BC_ROLE_SITE, cases[i].brush);
      if (*cases[i].path != '\0')
        add_stroke (symptom, BC_ROLE_RADIATION, cases[i].path);
      words = bc_words_dup_symptom (symptom);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* On paper the drawn regions stand beside the clicked ones. */
static void
test_stroke_marks (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_empty_chart (&visit);
  BcSymptom *symptom = add_symptom (chart, visit, "heel-left", "shin-left");
  g_autofree char *site = NULL;
  g_autofree char *radiation = NULL;

  add_stroke (symptom, BC_ROLE_RADIATION, "calf-upper-left calf-lower-left shin-left heel-left");
  site = bc_words_dup_marks (symptom, BC_ROLE_SITE);
  radiation = bc_words_dup_marks (symptom, BC_ROLE_RADIATION);
  g_assert_cmpstr (site, ==, "left: calf (upper), heel");
  g_assert_cmpstr (radiation, ==, "left: shin, calf (lower)");
}

/* A question, and only where something changes side. */
static void
test_crossing (void)
{
  static const char *const left_to_right = "P1’s arrow crosses from your left to your right side. Is that so?";
  static const char *const right_to_left = "P1’s arrow crosses from your right to your left side. Is that so?";
  const struct
  {
    const char *sites;
    const char *radiations;
    const char *path;
    const char *words; /* NULL: nothing crosses */
  } cases[] = {
    { "", "", "", NULL },
    { "heel-left", "", "", NULL },
    { "heel-left", "calf-upper-left", "", NULL },
    { "heel-left heel-right", "calf-upper-left", "", NULL },
    { "", "calf-upper-left calf-upper-right", "", NULL },
    { "lumbar-lower-left", "calf-upper-right", "", "P1 sits on your left and spreads to your right side. Is that so?" },
    { "lumbar-lower-right", "calf-upper-right calf-upper-left", "",
      "P1 sits on your right and spreads to your left side. Is that so?" },
    { "", "", "buttock-upper-left calf-upper-left", NULL },
    { "", "", "lumbar-lower-left buttock-upper-right calf-upper-right", left_to_right },
    { "", "", "lumbar-lower-right buttock-upper-left", right_to_left },
    { "heel-left heel-right", "", "lumbar-lower-right buttock-upper-left", right_to_left },
    /* grazing the midline is no crossing */
    { "", "",
      "sacrum-left buttock-lower-right buttock-upper-right thigh-posterior-upper-right thigh-posterior-lower-right "
      "knee-posterior-right calf-upper-right calf-lower-right heel-right", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BcVisit *visit;
      g_autoptr(BcChart) chart = make_empty_chart (&visit);
      BcSymptom *symptom = add_symptom (chart, visit, cases[i].sites, cases[i].radiations);
      g_autofree char *words = NULL;

      if (*cases[i].path != '\0')
        add_stroke (symptom, BC_ROLE_RADIATION, cases[i].path);
      words = bc_words_dup_crossing (symptom);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
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

/* What was typed comes first, then what was entered beside it; what is not known is not said. */
static void
test_behaviour (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  BcChart *chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-11-20");
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);
  BcSymptomFactor *factor;
  g_autofree char *nothing = bc_words_dup_day (symptom);
  g_autofree char *no_factors = bc_words_dup_factors (symptom, maps, BC_ANSWER_EASES);
  g_autofree char *onset = NULL;
  g_autofree char *day = NULL;
  g_autofree char *worse = NULL;
  g_autofree char *better = NULL;
  g_autofree char *links = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (no_factors, ==, "");
  g_object_set (symptom, "onset", "Lifting", "onset-kind", BC_ONSET_SUDDEN, "onset-date", "2026-10-30", "morning",
                BC_COURSE_WORSE, "stiffness", 30, "evening", BC_COURSE_SAME, "wakes", 1, "aggravating", "Stairs", NULL);
  factor = bc_edit_add_factor (chart, symptom, BC_ANSWER_AGGRAVATES);
  g_object_set (factor, "factor", "sitting", "onset", 20, "strength", 7, "settle", 60, NULL);
  factor = bc_edit_add_factor (chart, symptom, BC_ANSWER_EASES);
  g_object_set (factor, "text", "A pillow", "settle", 1, NULL);
  bc_edit_add_factor (chart, symptom, BC_ANSWER_EASES);
  bc_edit_add_symptom (chart, visit);
  bc_edit_set_link (chart, visit, 1, 2, BC_ANSWER_YES);
  bc_edit_set_link (chart, visit, 2, 1, BC_ANSWER_NO);
  onset = bc_words_dup_onset (symptom);
  g_assert_cmpstr (onset, ==, "Lifting; sudden, 30 October 2026");
  day = bc_words_dup_day (symptom);
  g_assert_cmpstr (day, ==, "morning: worse, stiff for 30 minutes; evening: the same; night: wakes 1 time");
  worse = bc_words_dup_factors (symptom, maps, BC_ANSWER_AGGRAVATES);
  g_assert_cmpstr (worse, ==, "Stairs; Sitting (after 20 minutes, up to 7 of 10, settles in 60 minutes)");
  better = bc_words_dup_factors (symptom, maps, BC_ANSWER_EASES);
  g_assert_cmpstr (better, ==, "A pillow (eases in 1 minute)");
  links = bc_words_dup_links (visit);
  g_assert_cmpstr (links, ==, "P1 brings P2 on; P2 does not bring P1 on");
  g_object_unref (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/regions", test_regions);
  g_test_add_func ("/words/every-region", test_every_region);
  g_test_add_func ("/words/character", test_character);
  g_test_add_func ("/words/resolved", test_resolved);
  g_test_add_func ("/words/places", test_places);
  g_test_add_func ("/words/strokes", test_strokes);
  g_test_add_func ("/words/stroke-marks", test_stroke_marks);
  g_test_add_func ("/words/crossing", test_crossing);
  g_test_add_func ("/words/marks", test_marks);
  g_test_add_func ("/words/capital", test_capital);
  g_test_add_func ("/words/behaviour", test_behaviour);
  return g_test_run ();
}
