/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-extent.h"

#include "bc-atlas.h"
#include "bc-coverage.h"
#include "draw-support.h"

#define NEAR 1e-6

static BcChart *
new_chart (BcVisit   **visit,
           BcSymptom **first,
           BcSymptom **second)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-06-14");
  *first = bc_symptom_new (1);
  *second = bc_symptom_new (2);
  g_list_store_append (bc_visit_get_symptoms (*visit), *first);
  g_list_store_append (bc_visit_get_symptoms (*visit), *second);
  g_object_unref (*first);
  g_object_unref (*second);
  return chart;
}

static void
click (BcSymptom *symptom,
       BcRegion   region)
{
  g_autoptr(BcMark) mark = bc_mark_new (region, region % 2 == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);

  g_list_store_append (bc_symptom_get_marks (symptom), mark);
}

static void
test_nothing (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  g_autoptr(BcChart) chart = new_chart (&visit, &first, &second);
  g_autoptr(BcMark) clear = bc_mark_new (bc_region_from_id ("heel-left"), BC_ROLE_CLEAR);
  BcExtent extent;

  g_list_store_append (bc_visit_get_clears (visit), clear);
  bc_extent_of_visit (chart, visit, &extent);
  g_assert_cmpfloat (extent.cm2, ==, 0);
  g_assert_cmpfloat (extent.body_share, ==, 0);
}

/* One clicked region is its skin, in its part and on its side; every region is the whole body. */
static void
test_clicked (void)
{
  for (BcFigureId figure = BC_FIGURE_ADULT_FEMALE; figure < BC_N_FIGURES; figure++)
    {
      BcVisit *visit;
      BcSymptom *first;
      BcSymptom *second;
      g_autoptr(BcChart) chart = new_chart (&visit, &first, &second);
      double total = 0;
      double parts = 0;
      BcExtent extent;

      g_object_set (chart, "figure", (int) figure, NULL);
      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        {
          BcBodyPart part = bc_area_get_body_part (bc_region_get_area (region));
          double skin = bc_atlas_get_skin_area (figure, region);

          g_list_store_remove_all (bc_symptom_get_marks (first));
          click (first, region);
          click (second, region);
          bc_extent_of_symptom (chart, first, &extent);
          g_assert_cmpfloat_with_epsilon (extent.cm2, skin, NEAR);
          g_assert_cmpfloat_with_epsilon (extent.body_share, bc_atlas_get_body_share (figure, region), NEAR);
          g_assert_cmpfloat_with_epsilon (extent.part_cm2[part], skin, NEAR);
          g_assert_cmpfloat_with_epsilon (extent.side_cm2[bc_region_get_side (region)], skin, NEAR);
          total += skin;
        }
      bc_extent_of_visit (chart, visit, &extent);
      g_assert_cmpfloat_with_epsilon (extent.cm2, total, 1e-3);
      g_assert_cmpfloat_with_epsilon (extent.body_share, 1, 1e-3); /* the table rounds shares */
      g_assert_cmpfloat_with_epsilon (extent.side_cm2[BC_SIDE_LEFT] + extent.side_cm2[BC_SIDE_RIGHT], total, 1e-3);
      for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
        parts += extent.part_cm2[part];
      g_assert_cmpfloat_with_epsilon (parts, total, 1e-3);
    }
}

/* A drawing is as large as its ink on the skin, and counts once however often it was drawn. */
static void
test_drawn (void)
{
  static const char back[] = "thigh-posterior-upper-left thigh-posterior-lower-left";
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  g_autoptr(BcChart) chart = new_chart (&visit, &first, &second);
  g_autoptr(BcStroke) stroke = draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 30, back);
  const BcCover *covers;
  guint n_covers;
  double expected = 0;
  BcExtent once;
  BcExtent twice;
  BcExtent both;

  covers = bc_stroke_get_covers (stroke, &n_covers);
  for (guint i = 0; i < n_covers; i++)
    expected += covers[i].share * bc_atlas_get_skin_area (BC_FIGURE_ADULT_FEMALE, covers[i].region);
  g_assert_cmpfloat (expected, >, 50);
  g_list_store_append (bc_symptom_get_strokes (first), stroke);
  bc_extent_of_symptom (chart, first, &once);
  g_assert_cmpfloat_with_epsilon (once.cm2, expected, 0.01 * expected); /* a stroke rounds its shares */
  g_assert_cmpfloat_with_epsilon (once.part_cm2[BC_BODY_PART_LOWER_LIMB], once.cm2, NEAR);
  g_assert_cmpfloat_with_epsilon (once.side_cm2[BC_SIDE_LEFT], once.cm2, NEAR);
  g_list_store_append (bc_symptom_get_strokes (first), stroke);
  bc_extent_of_symptom (chart, first, &twice);
  g_assert_cmpfloat (twice.cm2, ==, once.cm2);
  g_list_store_append (bc_symptom_get_strokes (second), stroke);
  bc_extent_of_visit (chart, visit, &both);
  g_assert_cmpfloat (both.cm2, ==, once.cm2);
  click (second, bc_region_from_id ("thigh-posterior-upper-left"));
  click (second, bc_region_from_id ("thigh-posterior-lower-left"));
  bc_extent_of_visit (chart, visit, &both);
  bc_extent_of_symptom (chart, second, &twice);
  g_assert_cmpfloat (both.cm2, ==, twice.cm2); /* the clicked regions hold the stroke */
  g_assert_cmpfloat (both.cm2, >, once.cm2);
}

/* Front and back add up, each where it lies; a brush as broad as the thigh marks all of it. */
static void
test_views (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  g_autoptr(BcChart) chart = new_chart (&visit, &first, &second);
  BcRegion thigh = bc_region_from_id ("thigh-posterior-upper-left");
  BcExtent back;
  BcExtent more;

  add_stroke (first, draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 20,
                                   "thigh-posterior-upper-left thigh-posterior-lower-left"));
  bc_extent_of_symptom (chart, first, &back);
  add_stroke (first, draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_ROLE_SITE, 20,
                                   "thigh-anterior-upper-left thigh-anterior-lower-left"));
  bc_extent_of_symptom (chart, first, &more);
  g_assert_cmpfloat (more.share[thigh], ==, back.share[thigh]);
  g_assert_cmpfloat (more.cm2, >, 1.5 * back.cm2);
  add_stroke (second, draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 150,
                                    "thigh-posterior-upper-left thigh-posterior-lower-left"));
  bc_extent_of_symptom (chart, second, &more);
  g_assert_cmpfloat (more.share[thigh], >, 0.9);
}

/* Another figure keeps the drawing at its place: about the same part of the body is marked. */
static void
test_other_figure (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  g_autoptr(BcChart) chart = new_chart (&visit, &first, &second);
  BcRegion thigh = bc_region_from_id ("thigh-posterior-upper-left");
  BcExtent drawn;
  BcExtent mapped;

  add_stroke (first, draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 30,
                                   "thigh-posterior-upper-left thigh-posterior-lower-left"));
  bc_extent_of_symptom (chart, first, &drawn);
  g_object_set (chart, "figure", (int) BC_FIGURE_CHILD, NULL);
  bc_extent_of_symptom (chart, first, &mapped);
  g_assert_cmpfloat (mapped.share[thigh], >, 0.6 * drawn.share[thigh]);
  g_assert_cmpfloat (mapped.share[thigh], <, 1.6 * drawn.share[thigh]);
  g_assert_cmpfloat (mapped.cm2, <, drawn.cm2); /* of a smaller body */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extent/nothing", test_nothing);
  g_test_add_func ("/extent/clicked", test_clicked);
  g_test_add_func ("/extent/drawn", test_drawn);
  g_test_add_func ("/extent/views", test_views);
  g_test_add_func ("/extent/other-figure", test_other_figure);
  return g_test_run ();
}
