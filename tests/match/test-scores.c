/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-scores.h"

#include "bc-atlas.h"
#include "draw-support.h"

#define NEAR 1e-6

static BcSymptom *
add_pain (BcVisit    *visit,
          const char *regions)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (1 + (int) g_list_model_get_n_items (
                                                   G_LIST_MODEL (bc_visit_get_symptoms (visit))));
  g_auto(GStrv) ids = g_strsplit (regions, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      /* Every other one is where it travels: that hurts too. */
      g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (ids[i]), i % 2 == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);

      g_list_store_append (bc_symptom_get_marks (symptom), mark);
    }
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  return symptom; /* the visit holds it */
}

static BcScores *
score (const char *regions)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-06-14");

  if (*regions != '\0')
    add_pain (visit, regions);
  return bc_scores_from_visit (chart, visit, bc_maps_get_default ());
}

static const struct { const char *regions; guint wpi; guint five; guint mbm; guint choir; guint painful; } known[] = {
  { "", 0, 0, 0, 0, 0 },
  { "knee-anterior-left", 1, 1, 1, 1, 1 },
  { "knee-anterior-left knee-medial-left", 1, 1, 1, 1, 2 },
  { "knee-anterior-left knee-anterior-right", 2, 2, 2, 2, 2 },
  /* Hands, feet, head and groin are no items of the index of 19, though of the map of 35. */
  { "thumb-left great-toe-right crown-left groin-left", 0, 0, 4, 4, 4 },
  /* Jaw, chest and abdomen are items and in none of the five regions. */
  { "jaw-left sternum-right abdomen-upper-left", 3, 0, 3, 3, 3 },
  /* Left and right of one item of the axis count once. */
  { "lumbar-lower-left lumbar-lower-right", 1, 1, 1, 2, 2 },
  { "shoulder-top-left forearm-ulnar-right shin-left nape-lower-right", 4, 4, 4, 4, 4 },
  { "shoulder-top-left forearm-ulnar-right shin-left shin-right nape-lower-right", 5, 5, 5, 5, 5 },
};

static void
test_known (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(BcScores) scores = score (known[i].regions);

  g_assert_cmpuint (scores->wpi.marked->len, ==, known[i].wpi);
  g_assert_cmpuint (scores->pain_regions, ==, known[i].five);
  g_assert_true (scores->generalised == (known[i].five >= 4));
  g_assert_cmpuint (scores->mbm.marked->len, ==, known[i].mbm);
  g_assert_cmpuint (scores->n_choir, ==, known[i].choir);
  g_assert_cmpuint (scores->n_painful, ==, known[i].painful);
}

/* Every region marked is the highest of every score, and the whole body. */
static void
test_all (void)
{
  g_autoptr(GString) all = g_string_new (bc_region_get_id (1));
  g_autoptr(BcScores) scores = NULL;
  double sum = 0;

  for (guint region = 2; region <= BC_N_REGIONS; region++)
    g_string_append_printf (all, " %s", bc_region_get_id ((BcRegion) region));
  scores = score (all->str);
  g_assert_cmpuint (scores->wpi.marked->len, ==, 19);
  g_assert_cmpuint (scores->pain_regions, ==, 5);
  g_assert_cmpuint (scores->mbm.marked->len, ==, 35);
  g_assert_cmpuint (scores->n_choir, ==, 74);
  g_assert_cmpuint (scores->n_painful, ==, 198);
  for (guint side = 0; side < BC_EXTENT_N_SIDES; side++)
    for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
      sum += scores->part_share[side][part];
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-3); /* the table rounds shares */
}

/* Which symptoms are pain: what does not hurt is not counted, but its skin is measured. */
static void
test_what_hurts (void)
{
  static const struct { guint qualities; gboolean hurts; } kinds[] = {
    { 0, TRUE },
    { BC_QUALITY_ACHE, TRUE },
    { BC_QUALITY_NUMBNESS, FALSE },
    { BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS | BC_QUALITY_WEAKNESS, FALSE },
    { BC_QUALITY_BURNING | BC_QUALITY_NUMBNESS, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(BcChart) chart = bc_chart_new ();
      BcVisit *visit = bc_chart_add_visit (chart, "2026-06-14");
      BcSymptom *symptom = add_pain (visit, "shin-left");
      g_autoptr(BcScores) scores = NULL;

      g_object_set (symptom, "qualities", kinds[i].qualities, NULL);
      scores = bc_scores_from_visit (chart, visit, bc_maps_get_default ());
      g_assert_cmpuint (scores->wpi.marked->len, ==, kinds[i].hurts);
      g_assert_cmpuint (scores->n_choir, ==, kinds[i].hurts);
      g_assert_cmpfloat (scores->extent.cm2, >, 0);
    }
}

static void
test_intensity (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-06-14");
  BcSymptom *first = add_pain (visit, "shin-left");
  BcSymptom *second = add_pain (visit, "shin-right");
  BcSymptom *gone = add_pain (visit, "");
  g_autoptr(BcScores) scores = NULL;

  g_object_set (first, "now", 2, "best", 1, NULL);
  g_object_set (second, "now", 0, NULL);
  g_object_set (gone, "now", 9, "resolved", 1, NULL);
  scores = bc_scores_from_visit (chart, visit, bc_maps_get_default ());
  g_assert_cmpint (scores->now, ==, 2);
  g_assert_cmpint (scores->best, ==, 1);
  g_assert_cmpint (scores->worst, ==, BC_NRS_UNKNOWN);
}

/* Skin by side and part adds up to all of it. */
static void
test_parts (void)
{
  g_autoptr(BcScores) scores = score ("shin-left thumb-right loin-right");
  double shin = bc_atlas_get_skin_area (BC_FIGURE_ADULT_FEMALE, bc_region_from_id ("shin-left"));
  double cm2 = 0;
  double share = 0;

  for (guint side = 0; side < BC_EXTENT_N_SIDES; side++)
    for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
      {
        cm2 += scores->part_cm2[side][part];
        share += scores->part_share[side][part];
      }
  g_assert_cmpfloat_with_epsilon (scores->part_cm2[BC_SIDE_LEFT][BC_BODY_PART_LOWER_LIMB], shin, NEAR);
  g_assert_cmpfloat (scores->part_cm2[BC_SIDE_RIGHT][BC_BODY_PART_LOWER_LIMB], ==, 0);
  g_assert_cmpfloat (scores->part_cm2[BC_SIDE_RIGHT][BC_BODY_PART_UPPER_LIMB], >, 0);
  g_assert_cmpfloat_with_epsilon (cm2, scores->extent.cm2, NEAR);
  g_assert_cmpfloat_with_epsilon (share, scores->extent.body_share, NEAR);
}

/* Ink counts as clicks do, and the picture on which it was drawn tells the segment. */
static void
test_drawn (void)
{
  static const char thigh[] = "thigh-posterior-upper-left thigh-posterior-lower-left";
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-06-14");
  BcSymptom *symptom = add_pain (visit, "groin-left");
  g_autoptr(BcStroke) stroke = draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 30, thigh);
  g_autoptr(BcScores) scores = NULL;

  g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
  scores = bc_scores_from_visit (chart, visit, bc_maps_get_default ());
  g_assert_true (scores->painful[bc_region_from_id ("thigh-posterior-upper-left")]);
  g_assert_true (scores->choir[bc_choir_locate (bc_region_from_id ("thigh-posterior-upper-left"), -1)]);
  g_assert_cmpuint (scores->wpi.marked->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scores/known/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_known);
    }
  g_test_add_func ("/scores/all", test_all);
  g_test_add_func ("/scores/what-hurts", test_what_hurts);
  g_test_add_func ("/scores/intensity", test_intensity);
  g_test_add_func ("/scores/parts", test_parts);
  g_test_add_func ("/scores/drawn", test_drawn);
  return g_test_run ();
}
