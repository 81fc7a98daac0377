/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-comparison.h"

#include "bc-atlas.h"
#include "bc-trend.h"
#include "bc-coverage.h"
#include "bc-extent.h"
#include "draw-support.h"

#define NEAR 1e-9

/* A chart with an earlier and a later visit. */
typedef struct
{
  BcChart *chart;
  BcVisit *before;
  BcVisit *after;
} Two;

static Two
new_two (void)
{
  Two two = { .chart = bc_chart_new () };

  two.before = bc_chart_add_visit (two.chart, "2026-05-01");
  two.after = bc_chart_add_visit (two.chart, "2026-06-01");
  return two;
}

static BcSymptom *
add_symptom (BcVisit    *visit,
             int         number,
             const char *clicked)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (number);
  g_auto(GStrv) ids = g_strsplit (clicked, " ", -1);

  for (guint i = 0; ids[i] != NULL && *ids[i] != '\0'; i++)
    {
      g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (ids[i]), BC_ROLE_SITE);

      g_assert_cmpuint (bc_mark_get_region (mark), !=, BC_REGION_NONE);
      g_list_store_append (bc_symptom_get_marks (symptom), mark);
    }
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  return symptom;
}

static const BcSymptomChange *
get_change (const BcComparison *comparison,
            int                 number)
{
  for (guint i = 0; i < comparison->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (comparison->symptoms, i);

      if (change->number == number)
        return change;
    }
  return NULL;
}

static void
assert_regions (const BcRegionChanges *changes,
                BcChange               change,
                const char            *wanted)
{
  g_autoptr(GArray) regions = bc_region_changes_list (changes, change);
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", bc_region_get_id (g_array_index (regions, BcRegion, i)));
  g_assert_cmpstr (ids->str, ==, wanted);
  g_assert_cmpuint (changes->n[change], ==, regions->len);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *same;
  const char *new;
  const char *gone;
} Clicks;

static const Clicks clicks[] = {
  { "the same", "heel-left", "heel-left", "heel-left", "", "" },
  { "one more", "heel-left", "heel-left calf-lower-left", "heel-left", "calf-lower-left", "" },
  { "one less", "buttock-upper-right shin-right", "buttock-upper-right", "buttock-upper-right", "", "shin-right" },
  { "the other side", "heel-left", "heel-right", "", "heel-right", "heel-left" },
  { "a neighbour, clicked", "calf-upper-left", "calf-lower-left", "", "calf-lower-left", "calf-upper-left" },
  { "all gone", "heel-left shin-left", "", "", "", "shin-left heel-left" },
  { "nothing", "", "", "", "", "" },
};

/* What is clicked is new, gone or the same as it was clicked; each region is in one of the lists. */
static void
test_clicks (gconstpointer data)
{
  const Clicks *row = data;
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcSymptomChange *change;

  add_symptom (two.before, 1, row->before);
  add_symptom (two.after, 1, row->after);
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  change = get_change (comparison, 1);
  g_assert_nonnull (change);
  g_assert_cmpint (change->fate, ==, BC_FATE_STAYS);
  assert_regions (&change->regions, BC_CHANGE_SAME, row->same);
  assert_regions (&change->regions, BC_CHANGE_NEW, row->new);
  assert_regions (&change->regions, BC_CHANGE_GONE, row->gone);
  assert_regions (&change->regions, BC_CHANGE_EDGE, "");
  assert_regions (&comparison->regions, BC_CHANGE_NEW, row->new);
  g_assert_false (change->skin.drawn);
  g_assert_cmpint (bc_comparison_is_empty (comparison), ==, *row->new == '\0' && *row->gone == '\0');
  g_object_unref (two.chart);
}

/* Extent is that of bc_extent_of_visit(), and the overlap what both mark of what either marks. */
static void
test_extent (void)
{
  Two two = new_two ();
  double heel = bc_atlas_get_skin_area (BC_FIGURE_ADULT_FEMALE, bc_region_from_id ("heel-left"));
  double calf = bc_atlas_get_skin_area (BC_FIGURE_ADULT_FEMALE, bc_region_from_id ("calf-lower-left"));
  g_autoptr(BcComparison) comparison = NULL;
  BcExtent extent;

  add_symptom (two.before, 1, "heel-left");
  add_symptom (two.after, 1, "heel-left calf-lower-left");
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  bc_extent_of_visit (two.chart, two.after, &extent);
  g_assert_cmpfloat_with_epsilon (comparison->skin.before_cm2, heel, NEAR);
  g_assert_cmpfloat_with_epsilon (comparison->skin.after_cm2, heel + calf, NEAR);
  g_assert_cmpfloat_with_epsilon (comparison->skin.after_share, extent.body_share, NEAR);
  g_assert_cmpfloat_with_epsilon (comparison->skin.overlap, heel / (heel + calf), NEAR);
  g_object_unref (two.chart);
}

/* A disc of the brush at a place of the back view, mm. */
static void
dab (BcSymptom *symptom,
     double     x,
     double     y,
     double     width)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  BcStrokePoint point = { (float) x, (float) y, 1 };
  g_autoptr(GArray) covers = bc_coverage_measure (view, &point, 1, width);

  add_stroke (symptom, bc_stroke_new (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, width, &point, 1,
                                      (BcCover *) (gpointer) covers->data, covers->len));
}

static void
find_place (const char *id,
            double     *x,
            double     *y)
{
  bc_view_get_anchor (bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK), bc_region_from_id (id), x, y);
}

typedef struct
{
  const char *name;
  double      to_x; /* how far the second drawing lies from the first, mm */
  double      to_y;
  double      width; /* of the second; the first is 100 mm */
  double      least_overlap;
  double      most_overlap;
  gboolean    certain;
  gboolean    news; /* regions are new or gone for certain */
} Redrawn;

static const Redrawn redrawn[] = {
  { "the very same", 0, 0, 100, 1, 1, FALSE, FALSE },
  { "the same shoulder pain", 14, 22, 100, 0.35, 0.5, FALSE, FALSE },
  { "a little smaller", 10, 10, 90, 0.5, 0.8, FALSE, FALSE },
  { "half as wide", 0, 0, 50, 0.15, 0.35, TRUE, FALSE },
  { "at the heel", 0, 1250, 60, 0, 0, TRUE, TRUE },
};

/* A pain that is drawn anew overlaps as drawings of the same pain do: no change of extent, and no region that is new. */
static void
test_redrawn (gconstpointer data)
{
  const Redrawn *row = data;
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcSymptomChange *change;
  double x;
  double y;

  find_place ("scapula-upper-right", &x, &y);
  dab (add_symptom (two.before, 1, ""), x, y, 100);
  dab (add_symptom (two.after, 1, ""), x - row->to_x, y + row->to_y, row->width);
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  change = get_change (comparison, 1);
  g_test_message ("overlap %.3f, extent %.4f to %.4f, same %u new %u gone %u edge %u", change->skin.overlap,
                  change->skin.before_share, change->skin.after_share, change->regions.n[BC_CHANGE_SAME],
                  change->regions.n[BC_CHANGE_NEW], change->regions.n[BC_CHANGE_GONE],
                  change->regions.n[BC_CHANGE_EDGE]);
  g_assert_true (change->skin.drawn);
  g_assert_cmpfloat (change->skin.overlap, >=, row->least_overlap - NEAR);
  g_assert_cmpfloat (change->skin.overlap, <=, row->most_overlap + NEAR);
  g_assert_cmpint (change->skin.certain, ==, row->certain);
  g_assert_cmpint (change->regions.n[BC_CHANGE_NEW] + change->regions.n[BC_CHANGE_GONE] > 0, ==, row->news);
  g_object_unref (two.chart);
}

/* A change below the least that is more than error is none, however large it is to what was there; none left is one. */
static void
test_small_extent (void)
{
  static const struct
  {
    double   before; /* width of the brush, mm */
    double   after;  /* 0: not marked */
    gboolean certain;
  } rows[] = { { 10, 20, FALSE }, { 20, 40, FALSE }, { 40, 20, FALSE }, { 60, 140, TRUE }, { 140, 60, TRUE },
               { 20, 0, TRUE }, { 0, 20, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Two two = new_two ();
      BcSymptom *before = add_symptom (two.before, 1, "");
      BcSymptom *after = add_symptom (two.after, 1, "");
      g_autoptr(BcComparison) comparison = NULL;
      double x;
      double y;

      find_place ("thoracolumbar-right", &x, &y);
      if (rows[i].before > 0)
        dab (before, x, y, rows[i].before);
      if (rows[i].after > 0)
        dab (after, x, y, rows[i].after);
      comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
      g_assert_cmpint (comparison->skin.certain, ==, rows[i].certain);
      g_object_unref (two.chart);
    }
}

/* A click holds all that is drawn in its region. */
static void
test_click_and_ink (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcSkinChange *skin;
  double x;
  double y;

  find_place ("scapula-lower-right", &x, &y);
  add_symptom (two.before, 1, "scapula-lower-right");
  dab (add_symptom (two.after, 1, ""), x, y, 30);
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  skin = &comparison->skin;
  assert_regions (&comparison->regions, BC_CHANGE_SAME, "scapula-lower-right");
  g_assert_cmpfloat_with_epsilon (skin->overlap, skin->after_cm2 / skin->before_cm2, 1e-6);
  g_object_unref (two.chart);
}

static void
set_nrs (BcSymptom *symptom,
         int        now,
         int        best,
         int        worst)
{
  g_object_set (symptom, "now", now, "best", best, "worst", worst, NULL);
}

/* P1 is compared with P1: by number, whatever its place in the list. */
static void
test_symptoms (void)
{
  static const struct
  {
    int           number;
    BcSymptomFate fate;
  } wanted[] = { { 1, BC_FATE_STAYS }, { 2, BC_FATE_RESOLVED }, { 3, BC_FATE_MISSING }, { 4, BC_FATE_RETURNED },
                 { 6, BC_FATE_NEW } };
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcSymptomChange *change;

  set_nrs (add_symptom (two.before, 1, "heel-left"), 6, 2, 8);
  add_symptom (two.before, 2, "shin-left");
  add_symptom (two.before, 3, "groin-left");
  g_object_set (add_symptom (two.before, 4, ""), "resolved", 1, NULL);
  g_object_set (add_symptom (two.before, 5, ""), "resolved", 1, NULL);
  add_symptom (two.after, 6, "thumb-left");
  add_symptom (two.after, 4, "shin-right");
  g_object_set (add_symptom (two.after, 5, ""), "resolved", 1, NULL);
  g_object_set (add_symptom (two.after, 2, ""), "resolved", 1, NULL);
  set_nrs (add_symptom (two.after, 1, "heel-left"), 5, BC_NRS_UNKNOWN, 4);

  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  g_assert_cmpuint (comparison->symptoms->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      change = g_ptr_array_index (comparison->symptoms, i);
      g_assert_cmpint (change->number, ==, wanted[i].number);
      g_assert_cmpint (change->fate, ==, wanted[i].fate);
    }
  change = get_change (comparison, 1);
  g_assert_cmpint (change->before.nrs[BC_INTENSITY_WORST], ==, 8);
  g_assert_cmpint (change->after.nrs[BC_INTENSITY_WORST], ==, 4);
  g_assert_cmpint (change->after.nrs[BC_INTENSITY_BEST], ==, BC_NRS_UNKNOWN);
  g_assert_true (bc_nrs_change_matters (8, 4));
  g_assert_true (bc_nrs_change_matters (4, 6));
  g_assert_false (bc_nrs_change_matters (6, 5));
  g_assert_false (bc_nrs_change_matters (BC_NRS_UNKNOWN, 5));
  g_assert_false (bc_nrs_change_matters (2, BC_NRS_UNKNOWN));
  g_object_unref (two.chart);
}

static void
answer (BcVisit       *visit,
        const char    *id,
        BcAnswerValue  value)
{
  g_autoptr(BcAnswer) item = bc_answer_new (id, value);

  g_list_store_append (bc_visit_get_answers (visit), item);
}

static void
clear (BcVisit    *visit,
       const char *id)
{
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (id), BC_ROLE_CLEAR);

  g_list_store_append (bc_visit_get_clears (visit), mark);
}

/* What turned round comes before what was asked for the first time; what was not asked again has not changed. */
static void
test_answers (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcAnswerChange *changes;

  answer (two.before, "d-slr", BC_ANSWER_YES);
  answer (two.before, "d-cough", BC_ANSWER_YES);
  answer (two.before, "sitting", BC_ANSWER_AGGRAVATES);
  answer (two.after, "lying", BC_ANSWER_EASES);
  answer (two.after, "d-slr", BC_ANSWER_NO);
  answer (two.after, "sitting", BC_ANSWER_AGGRAVATES);
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  g_assert_cmpuint (comparison->answers->len, ==, 2);
  changes = (const BcAnswerChange *) (gpointer) comparison->answers->data;
  g_assert_cmpstr (changes[0].id, ==, "d-slr");
  g_assert_cmpint (changes[0].before, ==, BC_ANSWER_YES);
  g_assert_cmpint (changes[0].after, ==, BC_ANSWER_NO);
  g_assert_cmpstr (changes[1].id, ==, "lying");
  g_assert_cmpint (changes[1].before, ==, BC_ANSWER_NONE);
  g_object_unref (two.chart);
}

static void
add_retest (BcVisit    *visit,
            const char *sign,
            const char *result)
{
  g_autoptr(BcRetest) retest = g_object_new (BC_TYPE_RETEST, "sign", sign, "result", result, NULL);

  g_list_store_append (bc_visit_get_retests (visit), retest);
}

/* A sign is compared where it was tested at both visits. */
static void
test_retests (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  const BcRetestChange *change;

  add_retest (two.before, "Bending forward", "to the knees");
  add_retest (two.before, "Squat", "half");
  add_retest (two.before, "Heel raise", "10");
  add_retest (two.after, "Squat", "half");
  add_retest (two.after, "Bending forward", "to the floor");
  add_retest (two.after, "Heel raise", "");
  add_retest (two.after, "Hop", "3");
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  g_assert_cmpuint (comparison->retests->len, ==, 1);
  change = &g_array_index (comparison->retests, BcRetestChange, 0);
  g_assert_cmpstr (change->sign, ==, "Bending forward");
  g_assert_cmpstr (change->before, ==, "to the knees");
  g_assert_cmpstr (change->after, ==, "to the floor");
  g_assert_false (bc_comparison_is_empty (comparison));
  g_object_unref (two.chart);
}

static void
test_clears (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;

  clear (two.before, "groin-left");
  clear (two.before, "heel-left");
  clear (two.before, "shin-left");
  add_symptom (two.after, 1, "heel-left");
  clear (two.after, "groin-left");
  clear (two.after, "thumb-left");
  comparison = bc_compare_visits (two.chart, two.before, two.after, NULL);
  g_assert_cmpuint (comparison->clears_new->len, ==, 1);
  g_assert_cmpuint (g_array_index (comparison->clears_new, BcRegion, 0), ==, bc_region_from_id ("thumb-left"));
  g_assert_cmpuint (comparison->clears_lost->len, ==, 1);
  g_assert_cmpuint (g_array_index (comparison->clears_lost, BcRegion, 0), ==, bc_region_from_id ("heel-left"));
  g_object_unref (two.chart);
}

/* With maps the first findings and the red flags of both visits are told, without them nothing of the kind. */
static void
test_findings (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) comparison = NULL;
  g_autoptr(BcComparison) turned = NULL;
  g_autoptr(BcComparison) without = NULL;
  const BcRedFlag *flag;

  g_object_set (add_symptom (two.before, 1,
                             "buttock-upper-right thigh-lateral-lower-right leg-lateral-right great-toe-right"),
                "qualities", BC_QUALITY_TINGLING, NULL);
  answer (two.before, "d-slr", BC_ANSWER_YES);
  g_object_set (add_symptom (two.after, 1, "perineum-left perineum-right"), "qualities", BC_QUALITY_NUMBNESS, NULL);
  answer (two.after, "saddle-numb", BC_ANSWER_YES);
  answer (two.after, "bladder-retention", BC_ANSWER_YES);
  comparison = bc_compare_visits (two.chart, two.before, two.after, bc_maps_get_default ());
  turned = bc_compare_visits (two.chart, two.after, two.before, bc_maps_get_default ());
  without = bc_compare_visits (two.chart, two.before, two.after, NULL);
  g_assert_true (comparison->matched);
  g_assert_nonnull (comparison->first_before);
  g_assert_cmpint (comparison->first_before->side, ==, BC_SIDE_RIGHT);
  g_assert_cmpuint (comparison->flags_new->len, >, 0);
  g_assert_cmpuint (comparison->flags_gone->len, ==, 0);
  g_assert_cmpuint (turned->flags_gone->len, ==, comparison->flags_new->len);
  flag = g_ptr_array_index (comparison->flags_new, 0);
  g_assert_cmpint (flag->urgency, ==, BC_URGENCY_EMERGENCY);
  g_assert_false (without->matched);
  g_assert_null (without->first_before);
  g_assert_cmpuint (without->flags_new->len, ==, 0);
  g_object_unref (two.chart);
}

/* Turned round, what was new is gone, and the rest stays. */
static void
test_turned (void)
{
  Two two = new_two ();
  g_autoptr(BcComparison) forth = NULL;
  g_autoptr(BcComparison) back = NULL;
  double x;
  double y;

  find_place ("scapula-upper-right", &x, &y);
  dab (add_symptom (two.before, 1, "groin-left heel-left"), x, y, 80);
  dab (add_symptom (two.after, 1, "groin-left thumb-left"), x, y + 60, 50);
  forth = bc_compare_visits (two.chart, two.before, two.after, NULL);
  back = bc_compare_visits (two.chart, two.after, two.before, NULL);
  g_assert_cmpuint (forth->regions.n[BC_CHANGE_NEW], ==, back->regions.n[BC_CHANGE_GONE]);
  g_assert_cmpuint (forth->regions.n[BC_CHANGE_EDGE], ==, back->regions.n[BC_CHANGE_EDGE]);
  g_assert_cmpuint (forth->regions.n[BC_CHANGE_SAME], ==, back->regions.n[BC_CHANGE_SAME]);
  g_assert_cmpfloat_with_epsilon (forth->skin.overlap, back->skin.overlap, NEAR);
  g_assert_cmpint (forth->skin.certain, ==, back->skin.certain);
  g_object_unref (two.chart);
}

/* Every series has a value for every visit, unknown where the symptom is not recorded. */
static void
test_trend (void)
{
  Two two = new_two ();
  BcVisit *third = bc_chart_add_visit (two.chart, "2026-07-01");
  g_autoptr(BcTrend) trend = NULL;
  g_autoptr(BcTrend) shorter = NULL;
  const BcTrendSymptom *symptoms[2];
  BcExtent extent;

  set_nrs (add_symptom (two.before, 2, "heel-left shin-left"), 6, 2, 8);
  set_nrs (add_symptom (two.after, 2, "heel-left"), 4, 1, BC_NRS_UNKNOWN);
  set_nrs (add_symptom (third, 1, "heel-left"), 3, 3, 3);
  g_object_set (add_symptom (third, 2, ""), "resolved", 1, NULL);
  trend = bc_trend_new (two.chart, NULL);
  shorter = bc_trend_new (two.chart, two.after);
  g_assert_cmpuint (trend->visits->len, ==, 3);
  g_assert_cmpuint (shorter->visits->len, ==, 2);
  g_assert_cmpuint (shorter->symptoms->len, ==, 1);
  g_assert_cmpuint (trend->symptoms->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      symptoms[i] = g_ptr_array_index (trend->symptoms, i);
      g_assert_cmpint (symptoms[i]->number, ==, (int) i + 1);
      g_assert_cmpuint (symptoms[i]->visits->len, ==, 3);
    }
  g_assert_cmpint (g_array_index (symptoms[0]->visits, BcTrendIntensity, 0).now, ==, BC_NRS_UNKNOWN);
  g_assert_cmpint (g_array_index (symptoms[0]->visits, BcTrendIntensity, 2).now, ==, 3);
  g_assert_cmpint (g_array_index (symptoms[1]->visits, BcTrendIntensity, 0).worst, ==, 8);
  g_assert_cmpint (g_array_index (symptoms[1]->visits, BcTrendIntensity, 1).worst, ==, BC_NRS_UNKNOWN);
  g_assert_true (g_array_index (symptoms[1]->visits, BcTrendIntensity, 2).resolved);
  bc_extent_of_visit (two.chart, two.before, &extent);
  g_assert_cmpfloat_with_epsilon (g_array_index (trend->visits, BcTrendVisit, 0).cm2, extent.cm2, NEAR);
  g_assert_cmpuint (g_array_index (trend->visits, BcTrendVisit, 0).n_regions, ==, 2);
  g_assert_cmpuint (g_array_index (trend->visits, BcTrendVisit, 2).n_regions, ==, 1);
  g_object_unref (two.chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    {
      g_autofree char *path = g_strconcat ("/comparison/clicks/", clicks[i].name, NULL);

      g_test_add_data_func (path, &clicks[i], test_clicks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (redrawn); i++)
    {
      g_autofree char *path = g_strconcat ("/comparison/redrawn/", redrawn[i].name, NULL);

      g_test_add_data_func (path, &redrawn[i], test_redrawn);
    }
  g_test_add_func ("/comparison/extent", test_extent);
  g_test_add_func ("/comparison/small-extent", test_small_extent);
  g_test_add_func ("/comparison/click-and-ink", test_click_and_ink);
  g_test_add_func ("/comparison/symptoms", test_symptoms);
  g_test_add_func ("/comparison/answers", test_answers);
  g_test_add_func ("/comparison/retests", test_retests);
  g_test_add_func ("/comparison/clears", test_clears);
  g_test_add_func ("/comparison/findings", test_findings);
  g_test_add_func ("/comparison/turned", test_turned);
  g_test_add_func ("/trend/series", test_trend);
  return g_test_run ();
}
