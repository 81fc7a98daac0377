/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in maps as the matcher and the window see them. */
#include "bc-maps.h"
#include "bc-rule.h"

#include <math.h>

static void
test_counts (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n_zones = 0;
  guint n_published = 0;

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      g_assert_cmpuint (pattern->index, ==, i);
      n_zones += pattern->zones->len;
      for (guint j = 0; j < pattern->zones->len; j++)
        n_published += g_array_index (pattern->zones, BcZone, j).grade == BC_GRADE_A;
    }
  g_assert_cmpuint (maps->patterns->len, ==, 275);
  g_assert_cmpuint (n_zones, ==, 2305);
  g_assert_cmpuint (n_published, ==, 12);
  g_assert_cmpuint (maps->families->len, ==, 12);
  g_assert_cmpuint (maps->groups->len, ==, 39);
  g_assert_cmpuint (maps->discriminators->len, ==, 217);
  g_assert_cmpuint (maps->answers->len, ==, 69);
  g_assert_cmpuint (maps->red_flags->len, ==, 58);
  g_assert_cmpuint (maps->management->len, ==, 56);
  g_assert_cmpuint (maps->factors->len, ==, 67);
  g_assert_cmpuint (maps->sources->len, ==, 242);
}

static const struct
{
  const char *family;
  guint       n_patterns;
} families[] = {
  { "dermatome", 32 },
  { "nerve-root", 16 },
  { "facet-joint", 21 },
  { "sacroiliac", 5 },
  { "disc", 7 },
  { "neurogenic-claudication", 2 },
  { "myofascial", 74 },
  { "peripheral-nerve", 39 },
  { "hip-and-joint", 28 },
  { "compensatory", 6 },
  { "visceral-red-flag", 33 },
  { "widespread/central", 12 },
};

static void
test_families (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      guint n = 0;

      for (guint j = 0; j < maps->patterns->len; j++)
        {
          const BcPattern *pattern = g_ptr_array_index (maps->patterns, j);

          n += g_str_equal (pattern->family->id, families[i].family);
        }
      if (n != families[i].n_patterns)
        g_error ("%s has %u patterns", families[i].family, n);
    }
}

static void
assert_sources (const BcMaps *maps,
                GStrv         sources)
{
  g_assert_nonnull (sources[0]);
  for (char **id = sources; *id != NULL; id++)
    g_assert_nonnull (bc_maps_lookup_source (maps, *id));
}

static void
check_zones (const BcMaps    *maps,
             const BcPattern *pattern)
{
  double above = 1;

  g_assert_cmpuint (pattern->zones->len, >, 0);
  for (guint i = 0; i < pattern->zones->len; i++)
    {
      const BcZone *zone = &g_array_index (pattern->zones, BcZone, i);

      g_assert_cmpuint (zone->area, <, BC_N_AREAS);
      g_assert_cmpfloat (zone->probability, >=, 0.05);
      g_assert_cmpfloat (zone->probability, <=, above);
      above = zone->probability;
      assert_sources (maps, zone->sources);
    }
}

/* Each pattern can be shown, explained and acted on. */
static void
test_patterns (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      g_assert_true (bc_maps_lookup_pattern (maps, pattern->id) == pattern);
      g_assert_cmpstr (pattern->name, !=, "");
      g_assert_cmpuint (pattern->qualities, !=, 0);
      g_assert_true (pattern->deep || pattern->superficial);
      g_assert_cmpint (pattern->age_min, <, pattern->age_max);
      check_zones (maps, pattern);
      assert_sources (maps, pattern->sources);
      if (isnan (pattern->women))
        g_assert_null (pattern->women_sources[0]);
      else
        assert_sources (maps, pattern->women_sources);
      if (isnan (pattern->prior))
        g_assert_null (pattern->prior_sources[0]);
      else
        {
          g_assert_cmpfloat (pattern->prior, >, 0);
          g_assert_cmpfloat (pattern->prior, <, 1);
          g_assert_cmpstr (pattern->prior_population, !=, "");
          assert_sources (maps, pattern->prior_sources);
        }
      for (char **id = pattern->aggravating; *id != NULL; id++)
        g_assert_nonnull (bc_maps_lookup_factor (maps, *id));
      for (char **id = pattern->easing; *id != NULL; id++)
        g_assert_nonnull (bc_maps_lookup_factor (maps, *id));
      if (pattern->group != NULL)
        g_assert_true (bc_maps_lookup_group (maps, pattern->group->id) == pattern->group);
      g_assert_cmpuint (g_strv_length (pattern->management->assess_next), >=, 2);
      g_assert_cmpuint (g_strv_length (pattern->management->care), >=, 2);
      assert_sources (maps, pattern->management->sources);
    }
}

/* The causes that the first release covers in depth say what they are and what they can come from. */
static const char *const in_depth[] = {
  "root-sciatica", "root-l1", "root-l2", "root-l3", "root-l4", "root-l5", "root-s1", "root-s2-s4",
  "derm-l2", "derm-l3", "derm-l4", "derm-l5", "derm-s1", "derm-s2", "ncl-central", "ncl-lateral",
  "facet-l1-2", "facet-l2-3", "facet-l3-4", "facet-l4-5", "facet-l5-s1", "facet-lumbar",
  "sij", "sij-bilateral", "sij-ligament", "disc-lumbar", "disc-l3-4", "disc-l4-5", "disc-l5-s1",
  "mf-quadratus-lumborum", "mf-gluteus-maximus", "mf-gluteus-medius", "mf-gluteus-minimus-ant",
  "mf-gluteus-minimus-post", "mf-piriformis", "mf-iliopsoas", "mf-longissimus", "mf-iliocostalis-lumborum",
  "mf-multifidus-lumbar", "mf-biceps-femoris", "mf-semitendinosus", "mf-tfl",
  "comp-lbp-gait", "comp-lbp-hip", "comp-lbp-knee", "comp-boot", "comp-contralateral", "comp-amputation",
  "rf-cauda-equina",
};

static void
test_about (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (in_depth); i++)
    {
      const BcPattern *pattern = bc_maps_lookup_pattern (maps, in_depth[i]);

      g_assert_nonnull (pattern);
      if (strstr (pattern->about, "can come from") == NULL)
        g_error ("%s: “%s”", in_depth[i], pattern->about);
    }
}

static void
assert_wording (const char *id,
                const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);

  if (strstr (small, "diagnos") != NULL || strstr (small, "you have") != NULL)
    g_error ("%s: “%s” sounds like a diagnosis", id, text);
}

/* No text that stands beside a finding or a warning claims to be a diagnosis. */
static void
test_wording (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      assert_wording (pattern->id, pattern->name);
      assert_wording (pattern->id, pattern->about);
    }
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *discriminator = g_ptr_array_index (maps->discriminators, i);

      assert_wording (discriminator->id, discriminator->question);
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *red_flag = g_ptr_array_index (maps->red_flags, i);

      assert_wording (red_flag->id, red_flag->meaning);
    }
}

static const struct
{
  const char *pattern;
  BcSide      side;
  const char *region;
  double      probability;
} probabilities[] = {
  { "root-l5", BC_SIDE_RIGHT, "leg-lateral-right", 0.80 },
  { "root-l5", BC_SIDE_RIGHT, "leg-lateral-left", 0 },
  { "root-l5", BC_SIDE_LEFT, "leg-lateral-left", 0.80 },
  { "root-l5", BC_SIDE_BOTH, "leg-lateral-left", 0.80 },
  { "root-l5", BC_SIDE_BOTH, "leg-lateral-right", 0.80 },
  { "root-l5", BC_SIDE_RIGHT, "lumbar-lower-right", 0.75 },
  { "root-l5", BC_SIDE_RIGHT, "lumbar-lower-left", 0.20 },
  { "root-l5", BC_SIDE_BOTH, "lumbar-lower-left", 0.75 },
  { "root-l5", BC_SIDE_RIGHT, "jaw-right", 0 },
  { "ncl-central", BC_SIDE_LEFT, "calf-upper-left", 0.62 },
  { "ncl-central", BC_SIDE_LEFT, "calf-upper-right", 0.62 },
  { "rf-gallbladder", BC_SIDE_LEFT, "shoulder-top-left", 0 },
  { "comp-contralateral", BC_SIDE_LEFT, "hip-lateral-right", 0.45 },
  { "comp-contralateral", BC_SIDE_LEFT, "hip-lateral-left", 0 },
};

static void
test_probability (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    {
      const BcPattern *pattern = bc_maps_lookup_pattern (maps, probabilities[i].pattern);
      double found = bc_pattern_get_probability (pattern, probabilities[i].side,
                                                 bc_region_from_id (probabilities[i].region));

      if (fabs (found - probabilities[i].probability) > 1e-9)
        g_error ("%s on %s: %g", probabilities[i].pattern, probabilities[i].region, found);
    }
}

/* The spleen and the gallbladder stay where they are, whatever side is asked. */
static void
test_fixed_sides (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const BcPattern *gallbladder = bc_maps_lookup_pattern (maps, "rf-gallbladder");
  const BcPattern *spleen = bc_maps_lookup_pattern (maps, "rf-spleen");
  BcRegion left = bc_region_from_id ("shoulder-top-left");
  BcRegion right = bc_region_from_id ("shoulder-top-right");

  for (int side = BC_SIDE_LEFT; side <= BC_SIDE_BOTH; side++)
    {
      g_assert_cmpfloat (bc_pattern_get_probability (gallbladder, (BcSide) side, right), >, 0);
      g_assert_cmpfloat (bc_pattern_get_probability (gallbladder, (BcSide) side, left), ==, 0);
      g_assert_cmpfloat (bc_pattern_get_probability (spleen, (BcSide) side, left), >, 0);
      g_assert_cmpfloat (bc_pattern_get_probability (spleen, (BcSide) side, right), ==, 0);
    }
}

/* How often each word of a closed list stands in the evidence tables, so that no word is read as another. */
static void
test_vocabularies (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint bilateral[3] = { 0 };
  guint urgency[3] = { 0 };
  guint depth[3] = { 0 }; /* deep, superficial, both */
  guint n_read = 0;
  guint n_strong = 0;

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      bilateral[pattern->bilateral]++;
      depth[!pattern->superficial ? 0 : !pattern->deep ? 1 : 2]++;
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    urgency[((const BcRedFlag *) g_ptr_array_index (maps->red_flags, i))->urgency]++;
  for (guint i = 0; i < maps->sources->len; i++)
    n_read += ((const BcSource *) g_ptr_array_index (maps->sources, i))->read;
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *item = g_ptr_array_index (maps->discriminators, i);

      n_strong += item->strength == BC_STRENGTH_STRONG;
    }
  g_assert_cmpuint (bilateral[BC_BILATERAL_NO], ==, 89);
  g_assert_cmpuint (bilateral[BC_BILATERAL_YES], ==, 144);
  g_assert_cmpuint (bilateral[BC_BILATERAL_USUAL], ==, 42);
  g_assert_cmpuint (depth[0], ==, 164);
  g_assert_cmpuint (depth[1], ==, 69);
  g_assert_cmpuint (depth[2], ==, 42);
  g_assert_cmpuint (urgency[BC_URGENCY_EMERGENCY], ==, 29);
  g_assert_cmpuint (urgency[BC_URGENCY_URGENT], ==, 23);
  g_assert_cmpuint (urgency[BC_URGENCY_SOON], ==, 6);
  g_assert_cmpuint (n_read, ==, 193);
  g_assert_cmpuint (n_strong, ==, 60);
}

static void
test_details (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const BcPattern *root = bc_maps_lookup_pattern (maps, "root-l5");
  const BcPattern *child = bc_maps_lookup_pattern (maps, "rf-scfe");
  const BcPattern *inflamed = bc_maps_lookup_pattern (maps, "axspa");
  const BcPattern *stenosis = bc_maps_lookup_pattern (maps, "ncl-central");

  g_assert_cmpfloat_with_epsilon (root->prior, 0.45, 1e-9);
  g_assert_cmpstr (root->prior_population, ==, "lumbar radiculopathy");
  g_assert_cmpstr (root->level, ==, "L5");
  g_assert_cmpint (root->bilateral, ==, BC_BILATERAL_YES);
  g_assert_true (g_strv_contains ((const char *const *) root->aggravating, "walking"));
  g_assert_true (g_strv_contains ((const char *const *) root->easing, "walking"));
  g_assert_cmpstr (root->group->id, ==, "g-l5");
  g_assert_cmpstr (root->group->parent, ==, "g-sciatica");
  g_assert_false (root->red_flag);
  g_assert_cmpint (child->age_min, ==, 8);
  g_assert_cmpint (child->age_max, ==, 16);
  g_assert_true (child->red_flag);
  g_assert_cmpint (inflamed->age_min, ==, 0);
  g_assert_cmpint (inflamed->age_max, ==, 45);
  g_assert_cmpint (stenosis->age_min, ==, 50);
  g_assert_cmpint (stenosis->age_max, >, 120);
  g_assert_true (isnan (stenosis->prior));
  g_assert_true (isnan (stenosis->women));
  g_assert_cmpfloat_with_epsilon (bc_maps_lookup_pattern (maps, "pgp")->women, 1, 1e-9);
  g_assert_true (stenosis->deep && stenosis->superficial);
}

static void
test_groups (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->groups->len; i++)
    {
      const BcGroup *group = g_ptr_array_index (maps->groups, i);
      const BcGroup *parent = bc_maps_lookup_group (maps, group->parent);

      g_assert_cmpstr (group->name, !=, "");
      g_assert_true (group->parent == NULL || (parent != NULL && parent->parent == NULL));
      if (group->umbrella != NULL)
        g_assert_true (bc_maps_lookup_pattern (maps, group->umbrella)->group == group);
    }
  g_assert_cmpstr (bc_maps_lookup_group (maps, "g-sciatica")->umbrella, ==, "root-sciatica");
}

static void
test_discriminators (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const BcDiscriminator *slump = bc_maps_lookup_discriminator (maps, "d-slump");
  const BcDiscriminator *sudden = bc_maps_lookup_discriminator (maps, "d-sudden-onset");

  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *item = g_ptr_array_index (maps->discriminators, i);
      gboolean bare = isnan (item->lr_positive) && isnan (item->lr_negative);

      g_assert_cmpuint (item->index, ==, i);
      g_assert_cmpuint (item->patterns->len, >, 0);
      g_assert_true (item->direction == 1 || item->direction == -1);
      g_assert_true (bare == g_str_equal (item->basis, "direction only"));
      g_assert_false (item->lr_positive <= 0 || item->lr_negative <= 0);
      assert_sources (maps, item->sources);
      if (item->same_as != NULL)
        g_assert_nonnull (bc_maps_lookup_question (maps, item->same_as));
    }
  g_assert_cmpfloat_with_epsilon (slump->lr_positive, 4.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (slump->lr_negative, 0.19, 1e-9);
  g_assert_cmpint (slump->direction, ==, 1);
  g_assert_cmpint (sudden->direction, ==, -1);
  g_assert_cmpstr (bc_maps_lookup_discriminator (maps, "d-cancer-history")->same_as, ==, "cancer-history");
  g_assert_cmpstr (bc_maps_lookup_discriminator (maps, "d-bent-not-vascular")->same_as, ==, "d-better-bent");
}

/* Whoever is told to test something is told how: position, what counts, and no essay. */
static void
test_how (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n_loads[BC_LOAD_PROVOCATIVE + 1] = { 0 };

  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *item = g_ptr_array_index (maps->discriminators, i);

      if (g_str_equal (item->kind, "test") && item->how == NULL)
        g_error ("%s does not say how to do the test", item->id);
      g_assert_true ((item->how != NULL) == (item->load != BC_LOAD_NONE));
      if (item->how == NULL)
        continue;
      assert_wording (item->id, item->how);
      n_loads[item->load]++;
      if (g_utf8_strlen (item->how, -1) < 60 || g_utf8_strlen (item->how, -1) > 360)
        g_error ("%s: one to three short sentences, please", item->id);
      g_assert_true (bc_maps_lookup_test (maps, item->id) == item);
    }
  for (guint load = BC_LOAD_GENTLE; load <= BC_LOAD_PROVOCATIVE; load++)
    g_assert_cmpuint (n_loads[load], >, 0);
  g_assert_cmpstr (bc_maps_lookup_test (maps, "hip-extension-pain")->id, ==, "d-hip-extension-psoas");
  g_assert_null (bc_maps_lookup_test (maps, "fever"));
  g_assert_null (bc_maps_lookup_test (maps, "d-below-knee"));
}

/* Tests that can do harm say when to leave them out. */
static void
test_how_warns (void)
{
  static const struct
  {
    const char *id;
    const char *warning;
  } rows[] = {
    { "d-spurling", "neck artery" }, { "d-wainner3", "neck artery" }, { "d-wainner4", "neck artery" },
    { "d-distraction", "neck artery" }, { "d-ext-rotation", "neck artery" }, { "d-squat-post", "fracture" },
    { "d-hip-rotation-limited", "slipped epiphysis" }, { "d-impingement", "slipped epiphysis" },
    { "d-hip-extension-psoas", "fracture" }, { "d-sij-3of6", "fracture" }, { "d-slump", "Stop" },
    { "d-calf-swelling", "massage" }, { "d-brisk-leg-reflexes", "refer" },
  };
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (bc_maps_lookup_discriminator (maps, rows[i].id)->how, rows[i].warning) == NULL)
      g_error ("%s does not warn of: %s", rows[i].id, rows[i].warning);
}

/* Below 2 weak, 2 to 5 moderate, above 5 strong; a ratio below 1 counts as its inverse. */
static void
test_strength_agrees (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *item = g_ptr_array_index (maps->discriminators, i);
      double ratio = isnan (item->lr_positive) ? item->lr_negative : item->lr_positive;

      if (isnan (ratio))
        continue;
      ratio = MAX (ratio, 1 / ratio);
      if (item->strength != (ratio < 2 ? BC_STRENGTH_WEAK : ratio <= 5 ? BC_STRENGTH_MODERATE : BC_STRENGTH_STRONG))
        g_error ("%s: strength does not agree with the ratio %.2f", item->id, ratio);
    }
}

/* `family:disc` means all discs, once, also where a member is named beside it. */
static void
test_bears_on_family (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const BcDiscriminator *ache = bc_maps_lookup_discriminator (maps, "d-deep-ache");
  guint n = 0;

  for (guint i = 0; i < ache->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (ache->patterns, i);

      n += g_str_equal (pattern->family->id, "disc");
    }
  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpuint (ache->patterns->len, ==, 21 + 5 + 7 + 74 + 1);
}

static void
test_red_flags (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *red_flag = g_ptr_array_index (maps->red_flags, i);
      g_autoptr(GPtrArray) answers = bc_rule_list_answers (red_flag->rule);

      g_assert_cmpuint (red_flag->patterns->len, >, 0);
      assert_sources (maps, red_flag->sources);
      for (guint j = 0; j < answers->len; j++)
        g_assert_nonnull (bc_maps_lookup_answer (maps, g_ptr_array_index (answers, j)));
    }
}

static const struct
{
  const char *id;
  gboolean    yes_no;
  gboolean    effect;
} answerable[] = {
  { "d-slr", TRUE, FALSE },
  { "saddle-numb", TRUE, FALSE },
  { "sitting", FALSE, TRUE },
  { "root-l5", FALSE, FALSE },
  { "nothing-like-it", FALSE, FALSE },
};

static void
test_answers (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (answerable); i++)
    {
      const char *id = answerable[i].id;
      gboolean known = answerable[i].yes_no || answerable[i].effect;

      g_assert_true (bc_maps_answer_fits (maps, id, BC_ANSWER_YES) == answerable[i].yes_no);
      g_assert_true (bc_maps_answer_fits (maps, id, BC_ANSWER_NO) == answerable[i].yes_no);
      g_assert_true (bc_maps_answer_fits (maps, id, BC_ANSWER_AGGRAVATES) == answerable[i].effect);
      g_assert_true (bc_maps_answer_fits (maps, id, BC_ANSWER_EASES) == answerable[i].effect);
      g_assert_true (bc_maps_answer_fits (maps, id, BC_ANSWER_NO_EFFECT) == answerable[i].effect);
      g_assert_false (bc_maps_answer_fits (maps, id, BC_ANSWER_NONE));
      g_assert_true ((bc_maps_lookup_question (maps, id) != NULL) == known);
    }
  g_assert_cmpstr (bc_maps_lookup_question (maps, "sitting"), ==, "Sitting");
  g_assert_null (bc_maps_lookup_question (maps, NULL));
}

/* An id finds only an item of the kind that was asked for. */
static void
test_lookup_kinds (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  g_assert_null (bc_maps_lookup_pattern (maps, "g-l5"));
  g_assert_null (bc_maps_lookup_group (maps, "root-l5"));
  g_assert_null (bc_maps_lookup_factor (maps, "d-slr"));
  g_assert_null (bc_maps_lookup_discriminator (maps, "saddle-numb"));
  g_assert_null (bc_maps_lookup_answer (maps, "d-slr"));
  g_assert_null (bc_maps_lookup_source (maps, "sitting"));
  g_assert_null (bc_maps_lookup_pattern (maps, NULL));
}

static void
test_names (void)
{
  g_assert_cmpstr (bc_urgency_get_id (BC_URGENCY_EMERGENCY), ==, "emergency");
  g_assert_cmpstr (bc_urgency_get_id (BC_URGENCY_URGENT), ==, "urgent");
  g_assert_cmpstr (bc_urgency_get_id (BC_URGENCY_SOON), ==, "soon");
  g_assert_nonnull (strstr (bc_urgency_get_name (BC_URGENCY_EMERGENCY), "within the hour"));
  g_assert_nonnull (strstr (bc_urgency_get_name (BC_URGENCY_URGENT), "two days"));
  g_assert_nonnull (strstr (bc_urgency_get_name (BC_URGENCY_SOON), "planned"));
  g_assert_nonnull (strstr (bc_grade_get_name (BC_GRADE_A), "published figure"));
  g_assert_nonnull (strstr (bc_grade_get_name (BC_GRADE_B), "judgement"));
  g_assert_nonnull (strstr (bc_grade_get_name (BC_GRADE_C), "estimate"));
}

static void
test_own_ids (void)
{
  static const char *const good[] = { "own-a", "own-knee", "own-knee_2-b", "own-7" };
  static const char *const bad[] = { "", "own", "own-", "own--a", "own-a-", "own-a__b", "own-Knee", "own-knee pain",
                                     "own-k\xc3\xa4se", "root-l5", "disowned", "Own-a" };
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *longer = g_strnfill (65, 'a');

  memcpy (longest, "own-", 4);
  memcpy (longer, "own-", 4);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (bc_maps_is_own_id (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bc_maps_is_own_id (bad[i]));
  g_assert_true (bc_maps_is_own_id (longest));
  g_assert_false (bc_maps_is_own_id (longer));
  g_assert_false (bc_maps_is_own_id (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps/counts", test_counts);
  g_test_add_func ("/maps/families", test_families);
  g_test_add_func ("/maps/patterns", test_patterns);
  g_test_add_func ("/maps/about", test_about);
  g_test_add_func ("/maps/wording", test_wording);
  g_test_add_func ("/maps/probability", test_probability);
  g_test_add_func ("/maps/fixed-sides", test_fixed_sides);
  g_test_add_func ("/maps/vocabularies", test_vocabularies);
  g_test_add_func ("/maps/details", test_details);
  g_test_add_func ("/maps/groups", test_groups);
  g_test_add_func ("/maps/discriminators", test_discriminators);
  g_test_add_func ("/maps/discriminators/how", test_how);
  g_test_add_func ("/maps/discriminators/how-warns", test_how_warns);
  g_test_add_func ("/maps/discriminators/strength", test_strength_agrees);
  g_test_add_func ("/maps/bears-on-family", test_bears_on_family);
  g_test_add_func ("/maps/red-flags", test_red_flags);
  g_test_add_func ("/maps/answers", test_answers);
  g_test_add_func ("/maps/lookup-kinds", test_lookup_kinds);
  g_test_add_func ("/maps/own-ids", test_own_ids);
  g_test_add_func ("/maps/names", test_names);
  return g_test_run ();
}
