/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tools do to a chart, apart from widgets: strokes, rubbing out, picking, and whether undo takes it back. */

#include "bc-chart-file.h"
#include "bc-coverage.h"
#include "bc-hand.h"
#include "bc-marking.h"
#include "ui-support.h"

#include <math.h>

typedef struct
{
  BcChart      *chart;
  BcVisit      *visit;
  const BcView *view; /* the back of the adult woman */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->chart);
}

static BcRegion
region (const char *id)
{
  BcRegion found = bc_region_from_id (id);

  g_assert_cmpint (found, !=, BC_REGION_NONE);
  return found;
}

static BcStrokePoint
anchor (Fixture    *fixture,
        const char *id)
{
  double x;
  double y;

  bc_view_get_anchor (fixture->view, region (id), &x, &y);
  return (BcStrokePoint) { (float) x, (float) y, 1 };
}

/* A stroke from the middle of one region to that of another. */
static BcStroke *
stroke_between (Fixture    *fixture,
                BcRole      role,
                double      width,
                const char *from,
                const char *to)
{
  const BcStrokePoint points[] = { anchor (fixture, from), anchor (fixture, to) };
  BcStroke *stroke = bc_marking_make_stroke (fixture->view, role, width, points, 2);

  g_assert_nonnull (stroke);
  return stroke;
}

static BcStroke *
draw (Fixture    *fixture,
      int         number,
      BcRole      role,
      double      width,
      const char *from,
      const char *to)
{
  g_autoptr(BcStroke) stroke = stroke_between (fixture, role, width, from, to);

  bc_marking_draw (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, number, stroke);
  return stroke; /* the chart holds it */
}

static GListModel *
strokes_of (Fixture *fixture,
            int      number)
{
  return G_LIST_MODEL (bc_symptom_get_strokes (bc_visit_get_symptom (fixture->visit, number)));
}

static void
undo (Fixture *fixture)
{
  bc_history_undo (bc_chart_get_history (fixture->chart));
}

/* --- making strokes --- */

/* The ends go as far as the ink no longer touches the body; what leaves it in between stays. */
static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  const BcStrokePoint left = anchor (fixture, "calf-upper-left");
  const BcStrokePoint right = anchor (fixture, "calf-upper-right");
  const BcStrokePoint points[] = { { -2000, left.y, 1 }, left, right, { 2000, right.y, 1 } };
  const BcRole roles[] = { BC_ROLE_SITE, BC_ROLE_RADIATION };

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      g_autoptr(BcStroke) stroke = bc_marking_make_stroke (fixture->view, roles[r], 20, points, 4);
      double reach = roles[r] == BC_ROLE_SITE ? 10 : 0;
      guint n_points;
      const BcStrokePoint *kept = bc_stroke_get_points (stroke, &n_points);
      BcBox one = bc_view_get_region_box (fixture->view, region ("calf-upper-left"));
      BcBox two = bc_view_get_region_box (fixture->view, region ("calf-upper-right"));

      g_assert_cmpfloat (kept[0].x, >, MIN (one.x, two.x) - 60 - reach);
      g_assert_cmpfloat (kept[n_points - 1].x, <, MAX (one.x + one.width, two.x + two.width) + 60 + reach);
      if (roles[r] == BC_ROLE_RADIATION)
        g_assert_cmpint (bc_view_region_at (fixture->view, kept[0].x, kept[0].y), !=, BC_REGION_NONE);
      g_assert_true (bc_stroke_counts (stroke, region ("calf-upper-left"), NULL));
      g_assert_true (bc_stroke_counts (stroke, region ("calf-upper-right"), NULL));
    }
}

static void
test_off_body (Fixture       *fixture,
               gconstpointer  data)
{
  const BcStrokePoint far_off[] = { { -2000, 100, 1 }, { -1500, 900, 1 } };
  const BcStrokePoint dot = anchor (fixture, "loin-left");
  g_autoptr(BcStroke) stroke = NULL;
  guint n_points;

  g_assert_null (bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 25, far_off, 2));
  g_assert_null (bc_marking_make_stroke (fixture->view, BC_ROLE_RADIATION, 20, far_off, 2));
  stroke = bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 25, &dot, 1);
  bc_stroke_get_points (stroke, &n_points);
  g_assert_cmpuint (n_points, ==, 1);
  g_assert_true (bc_stroke_counts (stroke, region ("loin-left"), NULL));
}

static double
distance_to_line (const BcStrokePoint *points,
                  guint                n_points,
                  double               x,
                  double               y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < n_points; i++)
    for (int j = 0; j <= 200; j++)
      least = MIN (least, hypot (points[i - 1].x + (points[i].x - points[i - 1].x) * j / 200 - x,
                                 points[i - 1].y + (points[i].y - points[i - 1].y) * j / 200 - y));
  return least;
}

/* Thinning keeps the line within 0.3 mm, and the pressure; a straight line keeps its ends alone. */
static void
test_thin (Fixture       *fixture,
           gconstpointer  data)
{
  const BcStrokePoint middle = anchor (fixture, "ribs-posterior-left");
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  g_autoptr(BcStroke) circle = NULL;
  g_autoptr(BcStroke) straight = NULL;
  g_autoptr(BcStroke) pressed = NULL;
  const BcStrokePoint *kept;
  guint n_points;

  for (int i = 0; i <= 300; i++)
    {
      double angle = 2 * G_PI * i / 300;
      BcStrokePoint point = { (float) (middle.x + 30 * cos (angle)), (float) (middle.y + 30 * sin (angle)), 1 };

      g_array_append_val (points, point);
    }
  circle = bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 10, (gpointer) points->data, points->len);
  kept = bc_stroke_get_points (circle, &n_points);
  g_assert_cmpuint (n_points, <, 60);
  for (guint i = 0; i < points->len; i++)
    {
      const BcStrokePoint *at = &g_array_index (points, BcStrokePoint, i);

      g_assert_cmpfloat (distance_to_line (kept, n_points, at->x, at->y), <=, 0.31);
    }

  g_array_set_size (points, 0);
  for (int i = 0; i <= 60; i++)
    {
      BcStrokePoint point = { middle.x, middle.y + (float) i, 1 };

      g_array_append_val (points, point);
    }
  straight = bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 10, (gpointer) points->data, points->len);
  bc_stroke_get_points (straight, &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  for (guint i = 20; i < 40; i++)
    g_array_index (points, BcStrokePoint, i).pressure = 0.3f;
  pressed = bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 10, (gpointer) points->data, points->len);
  bc_stroke_get_points (pressed, &n_points);
  g_assert_cmpuint (n_points, >=, 6);
}

/* The first stroke makes P1, in one step with it. */
static void
test_draw (Fixture       *fixture,
           gconstpointer  data)
{
  BcStroke *stroke = draw (fixture, 0, BC_ROLE_SITE, 25, "buttock-upper-right", "thigh-posterior-upper-right");
  BcRole role;

  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 1);
  g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, 25);
  g_assert_true (bc_symptom_marks_region (bc_visit_get_symptom (fixture->visit, 1), region ("buttock-upper-right"),
                                          &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_true (bc_marking_has_ink (fixture->visit, region ("buttock-upper-right")));
  g_assert_false (bc_marking_has_ink (fixture->visit, region ("buttock-upper-left")));
  undo (fixture);
  g_assert_true (bc_visit_is_empty (fixture->visit));
}

/* --- rubbing out --- */

static guint
rub_across (Fixture    *fixture,
            const char *id,
            double      off,
            double      radius)
{
  const BcStrokePoint middle = anchor (fixture, id);
  const BcStrokePoint path[] = { { middle.x - 150, middle.y + (float) off, 1 },
                                 { middle.x + 150, middle.y + (float) off, 1 } };

  return bc_marking_rub (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, fixture->view, path, 2, radius);
}

/* A stroke falls into two, neither reaches into what was rubbed, each is measured anew; one undo heals it. */
static void
test_rub (Fixture       *fixture,
          gconstpointer  data)
{
  BcStroke *whole = draw (fixture, 0, BC_ROLE_SITE, 20, "thigh-posterior-upper-left", "calf-lower-left");
  double cut = (double) anchor (fixture, "knee-posterior-left").y;
  GListModel *strokes = strokes_of (fixture, 1);
  g_autoptr(BcStroke) healed = NULL;

  g_assert_cmpuint (rub_across (fixture, "knee-posterior-left", 0, 15), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (strokes), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(BcStroke) piece = g_list_model_get_item (strokes, i);
      g_autoptr(GArray) covers = NULL;
      guint n_points;
      guint n_covers;
      const BcStrokePoint *points = bc_stroke_get_points (piece, &n_points);

      bc_stroke_get_covers (piece, &n_covers);
      covers = bc_coverage_measure (fixture->view, points, n_points, 20);
      g_assert_cmpuint (n_covers, ==, covers->len);
      for (guint j = 0; j < n_points; j++)
        g_assert_cmpfloat (fabs ((double) points[j].y - cut), >=, 15 + 10 - 0.01);
      g_assert_true (bc_stroke_counts (piece, region (i == 0 ? "thigh-posterior-upper-left" : "calf-lower-left"),
                                       NULL));
      g_assert_false (bc_stroke_counts (piece, region (i == 0 ? "calf-lower-left" : "thigh-posterior-upper-left"),
                                        NULL));
    }
  undo (fixture);
  healed = g_list_model_get_item (strokes, 0);
  g_assert_true (healed == whole);
  g_assert_cmpuint (g_list_model_get_n_items (strokes), ==, 1);
}

/* Beside a stroke nothing happens, and no step is made; over all of it nothing is left. */
static void
test_rub_limits (Fixture       *fixture,
                 gconstpointer  data)
{
  const BcStrokePoint loin = anchor (fixture, "loin-left");
  const BcStrokePoint path[] = { { loin.x - 60, loin.y, 1 }, { loin.x + 60, loin.y, 1 } };
  g_autoptr(BcStroke) dot = bc_marking_make_stroke (fixture->view, BC_ROLE_SITE, 20, &loin, 1);

  bc_marking_draw (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 0, dot);
  g_assert_cmpuint (rub_across (fixture, "loin-left", 40, 20), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 1);
  g_assert_cmpuint (rub_across (fixture, "loin-left", 29, 20), ==, 0); /* grazes the edge of the ink */
  g_assert_cmpuint (bc_marking_rub (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, fixture->view, path, 2, 12), ==,
                    1);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 0);
  undo (fixture);
  undo (fixture);
  g_assert_true (bc_visit_is_empty (fixture->visit));
  g_assert_false (bc_history_can_undo (bc_chart_get_history (fixture->chart)));
}

/* A path keeps its start: what lies behind the gap would begin somewhere else, as if the pain sat there. */
static void
test_rub_path (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(BcStroke) left = NULL;
  BcRole role;

  draw (fixture, 0, BC_ROLE_RADIATION, BC_PATH_WIDTH, "thigh-posterior-upper-left", "calf-lower-left");
  rub_across (fixture, "knee-posterior-left", 0, 15);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 1);
  left = g_list_model_get_item (strokes_of (fixture, 1), 0);
  g_assert_cmpint (bc_stroke_get_role (left), ==, BC_ROLE_RADIATION);
  g_assert_true (bc_stroke_counts (left, region ("thigh-posterior-upper-left"), &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_false (bc_stroke_counts (left, region ("calf-lower-left"), NULL));
}

/* What was drawn on one figure is met on another where it is shown there, and stays a stroke of its own figure. */
static void
test_other_figure (Fixture       *fixture,
                   gconstpointer  data)
{
  const BcView *child = bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_BACK);
  BcStrokePoint path[2];
  double x;
  double y;

  draw (fixture, 0, BC_ROLE_SITE, 20, "thigh-posterior-upper-left", "calf-lower-left");
  bc_view_get_anchor (child, region ("knee-posterior-left"), &x, &y);
  for (guint i = 0; i < 2; i++)
    path[i] = (BcStrokePoint) { (float) (x + (i == 0 ? -20 : 20)), (float) y, 1 };
  g_assert_cmpuint (bc_marking_rub (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, child, path, 2, 10), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(BcStroke) piece = g_list_model_get_item (strokes_of (fixture, 1), i);

      g_assert_cmpint (bc_stroke_get_figure (piece), ==, BC_FIGURE_ADULT_FEMALE);
    }
  bc_view_get_anchor (child, region ("calf-upper-left"), &x, &y);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (fixture->visit))), ==, 1);
}

/* --- picking --- */

/* From above: paths, ink, marks of regions, ticks; the active symptom before others. */
static void
test_pick_order (Fixture       *fixture,
                 gconstpointer  data)
{
  const BcRegion loin = region ("loin-left");
  const BcStrokePoint at = anchor (fixture, "loin-left");
  BcStroke *ink;
  BcStroke *path;
  BcPick pick;

  g_assert_false (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 0, fixture->view, at.x, at.y, 3, loin, &pick));
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 0, &loin, 1, BC_TOOL_CLEAR, TRUE);
  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 0, fixture->view, at.x, at.y, 3, loin, &pick));
  g_assert_cmpint (pick.number, ==, 0);

  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 0, &loin, 1, BC_TOOL_SITE, TRUE);
  bc_edit_add_symptom (fixture->chart, fixture->visit);
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 2, &loin, 1, BC_TOOL_SITE, TRUE);
  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 0, fixture->view, at.x, at.y, 3, loin, &pick));
  g_assert_cmpint (pick.number, ==, 2);
  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 1, fixture->view, at.x, at.y, 3, loin, &pick));
  g_assert_cmpint (pick.number, ==, 1);
  g_assert_null (pick.stroke);

  path = draw (fixture, 1, BC_ROLE_RADIATION, BC_PATH_WIDTH, "loin-left", "calf-lower-left");
  ink = draw (fixture, 2, BC_ROLE_SITE, 20, "loin-left", "thigh-posterior-upper-left");
  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 2, fixture->view, at.x, at.y, 3, loin, &pick));
  g_assert_true (pick.stroke == path);
  bc_marking_remove (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, &pick);
  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_PATIENT, 2, fixture->view, at.x, at.y, 3, loin, &pick));
  g_assert_true (pick.stroke == ink);
  /* The width of the ink counts, and the reach beyond it. */
  g_assert_true (bc_marking_stroke_is_near (ink, fixture->view, at.x + 9, at.y, 0));
  g_assert_false (bc_marking_stroke_is_near (ink, fixture->view, at.x, at.y - 14, 3));
  g_assert_true (bc_marking_stroke_is_near (ink, fixture->view, at.x, at.y - 12, 3));
  g_assert_false (bc_marking_stroke_is_near (ink, bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT), at.x,
                                             at.y, 3));
}

/* Without a pointer: what is drawn in a region, then its marks. */
static void
test_pick_inside (Fixture       *fixture,
                  gconstpointer  data)
{
  const BcRegion thigh = region ("thigh-posterior-upper-left");
  BcStroke *ink = draw (fixture, 0, BC_ROLE_SITE, 20, "loin-left", "thigh-posterior-upper-left");
  BcPick pick;

  bc_edit_add_symptom (fixture->chart, fixture->visit);
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 2, &thigh, 1, BC_TOOL_SITE, TRUE);
  g_assert_true (bc_marking_pick_inside (fixture->visit, BC_DRAWING_PATIENT, 2, thigh, FALSE, &pick));
  g_assert_true (pick.stroke == ink);
  g_assert_true (bc_marking_pick_inside (fixture->visit, BC_DRAWING_PATIENT, 2, thigh, TRUE, &pick));
  g_assert_null (pick.stroke);
  g_assert_cmpint (pick.number, ==, 2);
  g_assert_false (bc_marking_pick_inside (fixture->visit, BC_DRAWING_PATIENT, 2, region ("loin-left"), TRUE, &pick));
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  const BcRegion loin = region ("loin-left");
  BcStroke *ink = draw (fixture, 0, BC_ROLE_SITE, 20, "loin-left", "thigh-posterior-upper-left");
  BcPick pick = { 1, ink, BC_REGION_NONE };

  g_assert_cmpint (bc_marking_move (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, &pick, 0), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 1)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (strokes_of (fixture, 2)), ==, 1);
  g_assert_cmpint (pick.number, ==, 2);
  g_assert_true (bc_marking_pick_is_valid (fixture->visit, BC_DRAWING_PATIENT, &pick));
  undo (fixture); /* the new symptom goes with the move */
  g_assert_null (bc_visit_get_symptom (fixture->visit, 2));
  g_assert_false (bc_marking_pick_is_valid (fixture->visit, BC_DRAWING_PATIENT, &pick));
  pick.number = 1;
  g_assert_true (bc_marking_pick_is_valid (fixture->visit, BC_DRAWING_PATIENT, &pick));

  bc_edit_add_symptom (fixture->chart, fixture->visit);
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 1, &loin, 1, BC_TOOL_RADIATION, TRUE);
  pick = (BcPick) { 1, NULL, loin };
  g_assert_cmpint (bc_marking_move (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, &pick, 2), ==, 2);
  g_assert_null (bc_symptom_find_mark (bc_visit_get_symptom (fixture->visit, 1), loin, NULL));
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (bc_visit_get_symptom (fixture->visit, 2), loin, NULL)), ==,
                   BC_ROLE_RADIATION);
}

/* A region is never clear and drawn on at once: drawing takes the tick, and a tick does not come over ink. */
static void
test_clear_and_ink (Fixture       *fixture,
                    gconstpointer  data)
{
  const BcRegion regions[] = { region ("loin-left"), region ("heel-left") };

  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 0, regions, 2, BC_TOOL_CLEAR, TRUE);
  draw (fixture, 0, BC_ROLE_SITE, 20, "loin-left", "thigh-posterior-upper-left");
  g_assert_false (bc_visit_is_clear (fixture->visit, regions[0]));
  g_assert_true (bc_visit_is_clear (fixture->visit, regions[1]));
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 1, regions, 1, BC_TOOL_CLEAR, TRUE);
  g_assert_false (bc_visit_is_clear (fixture->visit, regions[0]));
}

/* Whatever shows of a symptom changes its digest, and a stroke changes that of the regions that it marks. */
static void
test_digest (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *property;
    int         value;
  } looks[] = {
    { "qualities", BC_QUALITY_BURNING }, { "now", 4 }, { "best", 1 }, { "worst", 9 },
    { "depth", BC_DEPTH_DEEP },          { "constancy", BC_CONSTANCY_CONSTANT },
  };
  guint before[BC_N_REGIONS + 1];
  guint after[BC_N_REGIONS + 1];
  BcSymptom *symptom;

  bc_marking_digest (fixture->visit, before);
  draw (fixture, 0, BC_ROLE_SITE, 20, "loin-left", "thigh-posterior-upper-left");
  bc_marking_digest (fixture->visit, after);
  symptom = bc_visit_get_symptom (fixture->visit, 1);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    g_assert_true ((before[i] != after[i]) == bc_symptom_marks_region (symptom, (BcRegion) i, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      guint digest = bc_marking_digest_symptom (symptom);

      memcpy (before, after, sizeof before);
      if (i == 0)
        g_object_set (symptom, looks[i].property, (guint) looks[i].value, NULL);
      else
        g_object_set (symptom, looks[i].property, looks[i].value, NULL);
      bc_marking_digest (fixture->visit, after);
      g_assert_cmpuint (bc_marking_digest_symptom (symptom), !=, digest);
      g_assert_cmpuint (after[region ("loin-left")], !=, before[region ("loin-left")]);
      g_assert_cmpuint (after[region ("heel-left")], ==, before[region ("heel-left")]);
    }
}

/* --- undo --- */

static BcRegion
random_region (Fixture *fixture,
               GRand   *rand)
{
  BcRegion found;

  do
    found = (BcRegion) g_rand_int_range (rand, 1, BC_N_REGIONS + 1);
  while (!bc_view_has_region (fixture->view, found));
  return found;
}

static BcDrawing
random_drawing (GRand *rand)
{
  return g_rand_boolean (rand) ? BC_DRAWING_PATIENT : BC_DRAWING_CLINICIAN;
}

static BcStrokePoint
random_point (Fixture *fixture,
              GRand   *rand)
{
  double x;
  double y;

  bc_view_get_anchor (fixture->view, random_region (fixture, rand), &x, &y);
  return (BcStrokePoint) { (float) (x + g_rand_double_range (rand, -60, 60)),
                           (float) (y + g_rand_double_range (rand, -60, 60)),
                           (float) g_rand_double_range (rand, 0.3, 1) };
}

static void
use_random_line (Fixture *fixture,
                 GRand   *rand,
                 int      number,
                 gboolean rub)
{
  BcStrokePoint points[4];
  g_autoptr(BcStroke) stroke = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = random_point (fixture, rand);
  if (rub)
    {
      bc_marking_rub (fixture->chart, fixture->visit, random_drawing (rand), fixture->view, points, 4,
                      g_rand_double_range (rand, 5, 40));
      return;
    }
  stroke = bc_marking_make_stroke (fixture->view, g_rand_boolean (rand) ? BC_ROLE_SITE : BC_ROLE_RADIATION,
                                   g_rand_double_range (rand, BC_BRUSH_LEAST, BC_BRUSH_MOST), points, 4);
  if (stroke != NULL)
    bc_marking_draw (fixture->chart, fixture->visit, random_drawing (rand), number, stroke);
}

static void
use_random_pick (Fixture *fixture,
                 GRand   *rand,
                 int      number)
{
  BcStrokePoint at = random_point (fixture, rand);
  BcDrawing drawing = random_drawing (rand);
  BcPick pick;

  if (!bc_marking_pick (fixture->visit, drawing, number, fixture->view, at.x, at.y, 10, random_region (fixture, rand),
                        &pick))
    return;
  if (pick.number != 0 && g_rand_boolean (rand))
    bc_marking_move (fixture->chart, fixture->visit, drawing, &pick, g_rand_int_range (rand, 0, 4));
  else
    bc_marking_remove (fixture->chart, fixture->visit, drawing, &pick);
}

static void
use_random_tool (Fixture *fixture,
                 GRand   *rand)
{
  const BcRegion regions[] = { random_region (fixture, rand), random_region (fixture, rand) };
  int number = bc_visit_nearest_symptom (fixture->visit, g_rand_int_range (rand, 0, 4));
  BcSymptom *symptom = bc_visit_get_symptom (fixture->visit, number);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      use_random_line (fixture, rand, number, FALSE);
      break;
    case 2:
      use_random_line (fixture, rand, number, TRUE);
      break;
    case 3:
      use_random_pick (fixture, rand, number);
      break;
    case 4:
      if (symptom != NULL)
        bc_edit_set_intensity (fixture->chart, symptom, "now", g_rand_int_range (rand, 0, 11));
      break;
    case 5:
      if (g_rand_int_range (rand, 0, 4) == 0)
        bc_edit_add_symptom (fixture->chart, fixture->visit);
      break;
    default:
      bc_marking_apply (fixture->chart, fixture->visit, random_drawing (rand), number, regions, 2,
                        (BcTool) g_rand_int_range (rand, 0, BC_N_TOOLS), g_rand_boolean (rand));
    }
}

/* No region is ever clear and marked, and no stroke lies off the body. */
static void
check_rules (Fixture *fixture)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (fixture->visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

      for (guint r = 1; r <= BC_N_REGIONS; r++)
        g_assert_false (bc_visit_is_clear (fixture->visit, (BcRegion) r)
                        && bc_symptom_marks_region (symptom, (BcRegion) r, NULL));
      for (guint s = 0; s < g_list_model_get_n_items (strokes); s++)
        {
          g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, s);
          guint n_covers;

          bc_stroke_get_covers (stroke, &n_covers);
          g_assert_cmpuint (n_covers, >, 0);
        }
    }
}

/* Of the strokes: how many there are, and what they are. */
static guint
sum_patient_strokes (Fixture *fixture)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (fixture->visit));
  guint sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

      for (guint s = 0; s < g_list_model_get_n_items (strokes); s++)
        {
          g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, s);

          sum = sum * 31 + g_direct_hash (stroke);
        }
    }
  return sum;
}

/*
 * Drawn where a drawing shows it, moved and erased there: the clinician's drawing is met as the patient's until it is
 * changed, and the patient's stays as it is whatever is done.
 */
static void
test_clinician (Fixture       *fixture,
                gconstpointer  data)
{
  BcStroke *ink = draw (fixture, 1, BC_ROLE_SITE, 25, "loin-left", "loin-right");
  BcSymptom *one = bc_visit_get_symptom (fixture->visit, 1);
  BcRegion thigh = region ("thigh-posterior-upper-left");
  BcStrokePoint at = anchor (fixture, "loin-left");
  BcPick pick;
  guint sum;
  guint digest[BC_N_REGIONS + 1];
  guint after[BC_N_REGIONS + 1];

  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_PATIENT, 1, &thigh, 1, BC_TOOL_SITE, TRUE);
  sum = sum_patient_strokes (fixture);
  bc_marking_digest (fixture->visit, digest);

  g_assert_true (bc_marking_is_on (fixture->visit, BC_DRAWING_CLINICIAN, 1, thigh, BC_TOOL_SITE));
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_CLINICIAN, 1, &thigh, 1, BC_TOOL_SITE, FALSE);
  g_assert_false (bc_marking_is_on (fixture->visit, BC_DRAWING_CLINICIAN, 1, thigh, BC_TOOL_SITE));
  g_assert_true (bc_marking_is_on (fixture->visit, BC_DRAWING_PATIENT, 1, thigh, BC_TOOL_SITE));
  bc_edit_drop_drawing (fixture->chart, one);

  g_assert_true (bc_marking_pick (fixture->visit, BC_DRAWING_CLINICIAN, 1, fixture->view, (double) at.x, (double) at.y, 0,
                                  BC_REGION_NONE, &pick));
  g_assert_true (pick.stroke == ink); /* there is no other drawing yet */
  g_assert_cmpint (bc_marking_move (fixture->chart, fixture->visit, BC_DRAWING_CLINICIAN, &pick, 0), ==, 2);
  g_assert_true (pick.stroke != ink);
  g_assert_true (bc_marking_pick_is_valid (fixture->visit, BC_DRAWING_CLINICIAN, &pick));
  bc_marking_remove (fixture->chart, fixture->visit, BC_DRAWING_CLINICIAN, &pick);
  g_assert_false (bc_marking_pick (fixture->visit, BC_DRAWING_CLINICIAN, 1, fixture->view, (double) at.x, (double) at.y, 0,
                                   BC_REGION_NONE, &pick));
  bc_edit_drop_drawing (fixture->chart, one);
  g_assert_cmpuint (bc_marking_rub (fixture->chart, fixture->visit, BC_DRAWING_CLINICIAN, fixture->view, &at, 1, 10), ==,
                    1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes_of (one, BC_DRAWING_CLINICIAN))), >,
                    0);
  bc_marking_apply (fixture->chart, fixture->visit, BC_DRAWING_CLINICIAN, 1, &thigh, 1, BC_TOOL_CLEAR, TRUE);
  g_assert_false (bc_visit_is_clear (fixture->visit, thigh));

  g_assert_cmpuint (sum_patient_strokes (fixture), ==, sum);
  bc_marking_digest (fixture->visit, after);
  g_assert_cmpmem (after, sizeof after, digest, sizeof digest);
}

/* Whatever was done: undo of all of it gives the bytes that were there first, redo those that were there last. */
static void
test_undo_all (Fixture       *fixture,
               gconstpointer  data)
{
  BcHistory *history = bc_chart_get_history (fixture->chart);

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GBytes) first = bc_chart_write (fixture->chart);
      g_autoptr(GBytes) last = NULL;
      g_autoptr(GBytes) undone = NULL;
      g_autoptr(GBytes) redone = NULL;

      for (guint i = 0; i < 150; i++)
        {
          use_random_tool (fixture, rand);
          if (g_rand_int_range (rand, 0, 12) == 0 && bc_history_can_undo (history))
            bc_history_undo (history);
          check_rules (fixture);
        }
      bc_edit_add_symptom (fixture->chart, fixture->visit); /* so that nothing is left to be redone */
      last = bc_chart_write (fixture->chart);
      g_assert_false (g_bytes_equal (first, last));
      while (bc_history_can_undo (history))
        bc_history_undo (history);
      undone = bc_chart_write (fixture->chart);
      g_assert_true (g_bytes_equal (first, undone));
      while (bc_history_can_redo (history))
        bc_history_redo (history);
      redone = bc_chart_write (fixture->chart);
      g_assert_true (g_bytes_equal (last, redone));
      while (bc_history_can_undo (history))
        bc_history_undo (history);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/marking/clip", test_clip);
  ADD ("/marking/off-body", test_off_body);
  ADD ("/marking/thin", test_thin);
  ADD ("/marking/draw", test_draw);
  ADD ("/marking/rub", test_rub);
  ADD ("/marking/rub-limits", test_rub_limits);
  ADD ("/marking/rub-path", test_rub_path);
  ADD ("/marking/other-figure", test_other_figure);
  ADD ("/marking/pick-order", test_pick_order);
  ADD ("/marking/pick-inside", test_pick_inside);
  ADD ("/marking/move", test_move);
  ADD ("/marking/clear-and-ink", test_clear_and_ink);
  ADD ("/marking/digest", test_digest);
  ADD ("/marking/clinician", test_clinician);
  ADD ("/marking/undo-all", test_undo_all);
  return g_test_run ();
}
