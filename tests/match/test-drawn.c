/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-support.h"
#include "match-support.h"

#define NEAR 1e-9

static BcRegion
region (const char *id)
{
  BcRegion found = bc_region_from_id (id);

  g_assert_cmpuint (found, !=, BC_REGION_NONE);
  return found;
}

static BcChart *
new_chart (BcVisit   **visit,
           BcSymptom **symptom)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-06-14");
  *symptom = bc_symptom_new (1);
  g_list_store_append (bc_visit_get_symptoms (*visit), *symptom);
  g_object_unref (*symptom);
  return chart;
}

/* A stroke that covers what the test says, wherever it lies. */
static BcStroke *
make_stroke (BcViewId    view,
             BcRole      role,
             const char *id,
             double      share,
             double      part)
{
  BcStrokePoint point = { 10, 10, 1 };
  BcCover covers[] = { { region (id), share, part }, { region ("heel-left"), 0.01, 1 - part } };

  return bc_stroke_new (BC_FIGURE_CHILD, view, role, 25, &point, 1, covers, G_N_ELEMENTS (covers));
}

static void
add_click (BcSymptom  *symptom,
           const char *id,
           BcRole      role)
{
  g_autoptr(BcMark) mark = bc_mark_new (region (id), role);

  g_list_store_append (bc_symptom_get_marks (symptom), mark);
}

/* Ink of one view falls on ink; views overlap, but front and back never do. */
static void
test_union (void)
{
  static const struct { BcViewId a; double share_a; BcViewId b; double share_b; double joined; } pairs[] = {
    { BC_VIEW_FRONT, 0.5, BC_VIEW_FRONT, 0.5, 0.75 },
    { BC_VIEW_LEFT, 0.3, BC_VIEW_LEFT, 0.2, 0.44 },
    { BC_VIEW_FRONT, 0.5, BC_VIEW_LEFT, 0.3, 0.5 },
    { BC_VIEW_FRONT, 0.3, BC_VIEW_LEFT, 0.5, 0.5 },
    { BC_VIEW_FRONT, 0.3, BC_VIEW_BACK, 0.4, 0.7 },
    { BC_VIEW_FRONT, 0.7, BC_VIEW_BACK, 0.4, 1 },
    { BC_VIEW_SOLES, 1, BC_VIEW_BACK, 0.4, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      BcVisit *visit;
      BcSymptom *symptom;
      g_autoptr(BcChart) chart = new_chart (&visit, &symptom);
      g_autoptr(BcEvidence) evidence = NULL;

      add_stroke (symptom, make_stroke (pairs[i].a, BC_ROLE_SITE, "knee-lateral-left", pairs[i].share_a, 0.9));
      add_stroke (symptom, make_stroke (pairs[i].b, BC_ROLE_SITE, "knee-lateral-left", pairs[i].share_b, 0.9));
      evidence = bc_evidence_from_visit (chart, visit);
      g_assert_cmpfloat_with_epsilon (evidence->share[region ("knee-lateral-left")], pairs[i].joined, NEAR);
    }
}

/* What a stroke only grazes is not marked, and keeps its clear tick. */
static void
test_graze (void)
{
  BcVisit *visit;
  BcSymptom *symptom;
  g_autoptr(BcChart) chart = new_chart (&visit, &symptom);
  g_autoptr(BcMark) clear = bc_mark_new (region ("heel-left"), BC_ROLE_CLEAR);
  g_autoptr(BcEvidence) evidence = NULL;

  g_object_set (symptom, "qualities", (guint) BC_QUALITY_ACHE, "worst", 7, "depth", (int) BC_DEPTH_DEEP, NULL);
  add_stroke (symptom, make_stroke (BC_VIEW_BACK, BC_ROLE_SITE, "calf-lower-left", 0.03, 0.95));
  g_list_store_append (bc_visit_get_clears (visit), clear);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpuint (bc_evidence_count (evidence), ==, 1);
  g_assert_cmpfloat (evidence->share[region ("calf-lower-left")], ==, 0.03);
  g_assert_cmpfloat (evidence->clarity[region ("calf-lower-left")], ==, 1);
  g_assert_cmpint (evidence->nrs[region ("calf-lower-left")], ==, 7);
  g_assert_cmpuint (evidence->qualities[region ("calf-lower-left")], ==, BC_QUALITY_ACHE);
  g_assert_true (evidence->deep[region ("calf-lower-left")]);
  g_assert_true (evidence->clear[region ("heel-left")]);
}

/* A path sits where it starts and travels to the rest; a click says it outright. */
static void
test_path (void)
{
  static const char way[] = "buttock-lower-left thigh-posterior-upper-left thigh-posterior-lower-left";
  BcVisit *visit;
  BcSymptom *symptom;
  g_autoptr(BcChart) chart = new_chart (&visit, &symptom);
  g_autoptr(BcEvidence) drawn = NULL;
  g_autoptr(BcEvidence) clicked = NULL;
  BcRegion start = region ("buttock-lower-left");
  BcRegion end = region ("thigh-posterior-lower-left");

  add_stroke (symptom, draw_through (BC_FIGURE_ADULT_MALE, BC_VIEW_BACK, BC_ROLE_RADIATION, 6, way));
  drawn = bc_evidence_from_visit (chart, visit);
  g_assert_true (drawn->site[start] && !drawn->radiation[start]);
  g_assert_true (drawn->radiation[end] && !drawn->site[end]);
  add_click (symptom, "buttock-lower-left", BC_ROLE_RADIATION);
  clicked = bc_evidence_from_visit (chart, visit);
  g_assert_true (clicked->radiation[start] && !clicked->site[start]);
  g_assert_cmpfloat (clicked->share[start], ==, 1);
}

static const struct
{
  const char *name;
  BcViewId    view;
  const char *regions;
  const char *pattern;
} ways[] = {
  { "l5", BC_VIEW_RIGHT,
    "buttock-upper-right thigh-lateral-upper-right thigh-lateral-lower-right knee-lateral-right leg-lateral-right",
    "root-l5" },
  { "l5-foot", BC_VIEW_RIGHT,
    "buttock-upper-right thigh-lateral-upper-right thigh-lateral-lower-right knee-lateral-right leg-lateral-right "
    "foot-dorsum-lateral-right",
    "root-l5" },
  { "s1", BC_VIEW_BACK,
    "buttock-lower-left thigh-posterior-upper-left thigh-posterior-lower-left knee-posterior-left calf-upper-left "
    "calf-lower-left heel-left",
    "root-s1" },
  { "l4", BC_VIEW_FRONT,
    "thigh-anterior-upper-right thigh-anterior-lower-right knee-anterior-right shin-right leg-medial-right",
    "root-l4" },
};

static BcFindings *
match (BcChart *chart,
       BcVisit *visit)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, visit);

  return bc_match (evidence, bc_maps_get_default ());
}

static const BcFinding *
get_first (const BcFindings *findings)
{
  return g_ptr_array_index (findings->findings, 0);
}

/* Who draws sciatica with a brush, or as a path, gets what they get who click the same regions, and as firmly. */
static void
test_sciatica (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto(GStrv) ids = g_strsplit (ways[i].regions, " ", -1);

  for (BcFigureId figure = BC_FIGURE_ADULT_FEMALE; figure < BC_N_FIGURES; figure++)
    for (BcRole role = BC_ROLE_SITE; role <= BC_ROLE_RADIATION; role++)
      {
        BcVisit *visit;
        BcSymptom *symptom;
        g_autoptr(BcChart) chart = new_chart (&visit, &symptom);
        g_autoptr(BcFindings) drawn = NULL;
        g_autoptr(BcFindings) clicked = NULL;

        g_object_set (symptom, "qualities", (guint) (BC_QUALITY_SHARP | BC_QUALITY_ELECTRIC), NULL);
        add_stroke (symptom, draw_through (figure, ways[i].view, role, 25, ways[i].regions));
        drawn = match (chart, visit);
        g_list_store_remove_all (bc_symptom_get_strokes (symptom));
        for (guint k = 0; ids[k] != NULL; k++)
          add_click (symptom, ids[k], k == 0 ? BC_ROLE_SITE : role);
        clicked = match (chart, visit);
        g_assert_cmpstr (get_first (clicked)->pattern->id, ==, ways[i].pattern);
        g_assert_cmpstr (get_first (drawn)->pattern->id, ==, ways[i].pattern);
        g_assert_cmpint (get_first (drawn)->side, ==, get_first (clicked)->side);
        g_assert_cmpfloat (get_first (drawn)->share, >, 0.65 * get_first (clicked)->share);
        g_assert_cmpfloat (drawn->no_fit_share, <, 0.05);
      }
}

/* A finger's breadth on the thigh is as much a complaint as the whole region; what was only just hit is less. */
static void
test_small_and_exact (void)
{
  static const char id[] = "thigh-posterior-upper-left";
  BcVisit *visit;
  BcSymptom *symptom;
  g_autoptr(BcChart) chart = new_chart (&visit, &symptom);
  g_autoptr(BcFindings) drawn = NULL;
  g_autoptr(BcFindings) clicked = NULL;
  g_autoptr(BcEvidence) just_hit = NULL;

  add_stroke (symptom, draw_through (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 10, id));
  drawn = match (chart, visit);
  g_list_store_remove_all (bc_symptom_get_strokes (symptom));
  add_stroke (symptom, make_stroke (BC_VIEW_BACK, BC_ROLE_SITE, id, 0.25, 0));
  just_hit = bc_evidence_from_visit (chart, visit);
  add_click (symptom, id, BC_ROLE_SITE);
  g_list_store_remove_all (bc_symptom_get_strokes (symptom));
  clicked = match (chart, visit);
  g_assert_cmpfloat (get_first (drawn)->score, ==, get_first (clicked)->score);
  g_assert_true (bc_evidence_is_marked (just_hit, region (id)));
  g_assert_cmpfloat (just_hit->clarity[region (id)], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawn/union", test_union);
  g_test_add_func ("/drawn/graze", test_graze);
  g_test_add_func ("/drawn/path", test_path);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drawn/sciatica/%s", ways[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sciatica);
    }
  g_test_add_func ("/drawn/small-and-exact", test_small_and_exact);
  return g_test_run ();
}
