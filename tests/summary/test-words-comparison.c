/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-comparison.h"

#include "summary-charts.h"

#define UNKNOWN { BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, BC_NRS_UNKNOWN }

static void
set_regions (BcRegionChanges *changes,
             BcChange         change,
             const char      *ids)
{
  g_autoptr(GArray) regions = regions_from_ids (ids);

  for (guint i = 0; i < regions->len; i++)
    changes->change[g_array_index (regions, BcRegion, i)] = (guint8) change;
  changes->n[change] += regions->len;
}

/* What became of a symptom in one sentence; nothing is said of what did not change, or is not known at both visits. */
static void
test_symptom (void)
{
  const struct
  {
    BcSymptomChange change;
    const char     *gone;
    const char     *fresh;
    const char     *edge;
    const char     *words;
    int             most;
  } rows[] = {
    { { .number = 1, .before = { { 5, 1, 8 } }, .after = { { 5, 1, 8 } } }, "", "", "", "P1: unchanged.", 0 },
    { { .number = 1, .before = { { 6, 2, 8 } }, .after = { { 5, 2, 4 } } }, "heel-right", "", "",
      "P1: worst 8 → 4 (−4, usually matters); now 6 → 5 (−1, a small change); no longer in – right: heel.", 4 },
    { { .number = 2, .before = { { 3, BC_NRS_UNKNOWN, 5 } }, .after = { { 5, 2, BC_NRS_UNKNOWN } } }, "", "heel-left",
      "shin-left", "P2: now 3 → 5 (+2, usually matters); newly in – left: heel; at the edge, as redrawing makes it – "
                   "left: shin.", 2 },
    { { .number = 3, .before = { UNKNOWN, BC_QUALITY_ACHE, BC_DEPTH_DEEP, BC_CONSTANCY_CONSTANT },
        .after = { UNKNOWN, BC_QUALITY_TINGLING, BC_DEPTH_UNKNOWN, BC_CONSTANCY_INTERMITTENT } }, "", "", "",
      "P3: now also tingling; no longer ache; constant → intermittent.", 0 },
    /* that no quality was asked for does not make it go away */
    { { .number = 3, .before = { UNKNOWN, BC_QUALITY_ACHE, 0, 0 }, .after = { UNKNOWN, 0, 0, 0 } }, "", "", "",
      "P3: unchanged.", 0 },
    { { .number = 4, .fate = BC_FATE_RESOLVED, .before = { { 3, 1, 5 } }, .after = { UNKNOWN } }, "heel-left", "", "",
      "P4: marked as resolved.", 0 },
    { { .number = 4, .fate = BC_FATE_MISSING, .before = { UNKNOWN }, .after = { UNKNOWN } }, "heel-left", "", "",
      "P4: not recorded this time, nor marked as resolved.", 0 },
    { { .number = 5, .fate = BC_FATE_NEW, .before = { UNKNOWN }, .after = { { 3, 1, 5 } } }, "", "heel-left", "",
      "P5: new; in – left: heel.", 0 },
    { { .number = 5, .fate = BC_FATE_RETURNED, .before = { UNKNOWN }, .after = { UNKNOWN } }, "", "heel-left", "",
      "P5: back again; in – left: heel.", 0 },
    { { .number = 6, .unconfirmed = TRUE, .before = { UNKNOWN }, .after = { UNKNOWN } }, "", "", "",
      "P6: unchanged; copied from the visit before, not confirmed yet.", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BcSymptomChange change = rows[i].change;
      g_autofree char *words = NULL;
      int most;

      set_regions (&change.regions, BC_CHANGE_GONE, rows[i].gone);
      set_regions (&change.regions, BC_CHANGE_NEW, rows[i].fresh);
      set_regions (&change.regions, BC_CHANGE_EDGE, rows[i].edge);
      words = bc_words_dup_symptom_change (&change, &most);
      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpint (most, ==, rows[i].most);
    }
}

/* A change that redrawing alone can make is called that, and no other. */
static void
test_extent (void)
{
  static const struct
  {
    BcSkinChange skin;
    const char  *extent;
    const char  *overlap; /* NULL: nothing to say */
  } rows[] = {
    { { 1020, 380, 0.061, 0.023, 0.35, TRUE, TRUE }, "Pain extent 6.1 → 2.3 % of the body (1020 → 380 cm²).",
      "Of the skin that either visit marks, both mark 35 %; people who redraw the same shoulder pain reach about 42 %." },
    { { 80, 100, 0.005, 0.006, 0.7, FALSE, FALSE },
      "Pain extent 0.50 → 0.60 % of the body (80 → 100 cm²): within what redrawing alone can make.",
      "Of the skin that either visit marks, both mark 70 %." },
    { { 80, 80, 0.005, 0.005, 1, TRUE, FALSE }, "Pain extent unchanged: 0.50 % of the body (80 cm²).",
      "Of the skin that either visit marks, both mark 100 %; people who redraw the same shoulder pain reach about 42 %." },
    { { 80, 0, 0.005, 0, 0, TRUE, TRUE }, "Pain extent 0.50 → 0.0 % of the body (80 → 0 cm²).", NULL },
    { { 0, 0, 0, 0, 0, FALSE, FALSE }, "Pain extent unchanged: 0.0 % of the body (0 cm²).", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *extent = bc_words_dup_extent_change (&rows[i].skin);
      g_autofree char *overlap = bc_words_dup_overlap (&rows[i].skin);

      g_assert_cmpstr (extent, ==, rows[i].extent);
      g_assert_cmpstr (overlap, ==, rows[i].overlap);
    }
}

static void
test_nrs (void)
{
  static const struct
  {
    int         before;
    int         after;
    const char *words;
  } rows[] = { { 8, 4, "8 → 4" }, { 4, 4, "4" }, { BC_NRS_UNKNOWN, 4, "– → 4" }, { 4, BC_NRS_UNKNOWN, "4 → –" },
               { BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, "–" }, { 0, 10, "0 → 10" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = bc_words_dup_nrs_change (rows[i].before, rows[i].after);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Without maps no source of pain is named, though one is ticked. */
static void
test_without_findings (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  BcVisit *later = bc_chart_add_visit (chart, "2026-12-20");
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcComparison) hidden = bc_compare_visits (chart, visit, later, NULL);
  g_autoptr(BcComparison) shown = bc_compare_visits (chart, visit, later, maps);
  g_autoptr(GPtrArray) few = bc_words_list_comparison (hidden, maps);
  g_autoptr(GPtrArray) all = bc_words_list_comparison (shown, maps);
  guint n_named = 0;

  for (guint i = 0; i < few->len; i++)
    {
      g_assert_null (strstr (g_ptr_array_index (few, i), "radicular"));
      g_assert_null (strstr (g_ptr_array_index (few, i), "flag"));
    }
  for (guint i = 0; i < all->len; i++)
    n_named += strstr (g_ptr_array_index (all, i), "No longer ticked: L5 radicular pain, right") != NULL;
  g_assert_cmpuint (n_named, ==, 1);
  g_object_unref (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words-comparison/symptom", test_symptom);
  g_test_add_func ("/words-comparison/extent", test_extent);
  g_test_add_func ("/words-comparison/nrs", test_nrs);
  g_test_add_func ("/words-comparison/without-findings", test_without_findings);
  return g_test_run ();
}
