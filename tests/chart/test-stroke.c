/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "chart-dump.h"

#define A ((BcRegion) 10)
#define B ((BcRegion) 11)
#define C ((BcRegion) 12)

static const BcStrokePoint here = { 1, 2, 1 };

static BcStroke *
new_stroke (BcRole         role,
            const BcCover *covers,
            guint          n_covers)
{
  return bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_BACK, role, 20, &here, 1, covers, n_covers);
}

/* One region well, one hardly. */
static BcStroke *
new_stroke_on (BcRole   role,
               BcRegion well,
               BcRegion hardly)
{
  BcCover covers[] = { { well, 0.2, 0.96 }, { hardly, 0.02, 0.04 } };

  return new_stroke (role, covers, G_N_ELEMENTS (covers));
}

static BcChart *
new_chart (BcVisit   **visit,
           BcSymptom **first,
           BcSymptom **second)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  *first = bc_edit_add_symptom (chart, *visit);
  *second = bc_edit_add_symptom (chart, *visit);
  return chart;
}

static guint
count (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static BcStroke *
get_stroke (BcSymptom *symptom,
            guint      position)
{
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), position);

  return stroke; /* the list keeps it alive */
}

/* A stroke holds what a chart file keeps, whatever it is made from. */
static void
test_rounded (void)
{
  static const BcStrokePoint points[] = { { 12.34f, -0.04f, 0.333f }, { 1e20f, -1e20f, 7 }, { 0.06f, 99.96f, -1 } };
  static const BcStrokePoint rounded[] = { { 12.3f, 0, 0.33f }, { 9999, -9999, 1 }, { 0.1f, 100, 0 } };
  static const BcCover cover = { A, 1.0 / 3, 2 };
  BcStroke *stroke = bc_stroke_new (BC_FIGURE_ADULT_MALE, BC_VIEW_HANDS, BC_ROLE_RADIATION, 12.345, points,
                                    G_N_ELEMENTS (points), &cover, 1);
  guint n_points;
  guint n_covers;
  const BcStrokePoint *kept = bc_stroke_get_points (stroke, &n_points);
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  g_assert_cmpint (bc_stroke_get_figure (stroke), ==, BC_FIGURE_ADULT_MALE);
  g_assert_cmpint (bc_stroke_get_view (stroke), ==, BC_VIEW_HANDS);
  g_assert_cmpint (bc_stroke_get_role (stroke), ==, BC_ROLE_RADIATION);
  g_assert_cmpfloat (bc_stroke_get_width (stroke), ==, 12.3);
  g_assert_cmpuint (n_points, ==, G_N_ELEMENTS (rounded));
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat (kept[i].x, ==, rounded[i].x);
      g_assert_cmpfloat (kept[i].y, ==, rounded[i].y);
      g_assert_cmpfloat (kept[i].pressure, ==, rounded[i].pressure);
    }
  g_assert_cmpuint (n_covers, ==, 1);
  g_assert_cmpuint (covers[0].region, ==, A);
  g_assert_cmpfloat (covers[0].share, ==, 0.333);
  g_assert_cmpfloat (covers[0].part, ==, 1);
  g_assert_finalize_object (stroke);
}

/* What a region of a stroke comes to: share and part there, and the part of the fullest other region. */
static const struct
{
  double   share;
  double   part;
  double   fullest;
  gboolean counts;
  double   clarity;
} grips[] = {
  { 0, 0.1, 0.9, TRUE, 0 },          { 0, 0.09, 0.9, FALSE, 0 },     { 0, 0.15, 0.85, TRUE, 0.5 },
  { 0.25, 0, 1, TRUE, 0 },           { 0.24, 0, 1, FALSE, 0 },       { 0.5, 0, 1, TRUE, 1 },
  { 0.125, 0.05, 0.95, TRUE, 0 },    { 0.12, 0.05, 0.95, FALSE, 0 }, { 0.01, 0.99, 0.01, TRUE, 1 },
  { 0, 0.06, 0.2, TRUE, 0 },         { 0, 0.05, 0.2, FALSE, 0 },     { 0, 0.12, 0.2, TRUE, 1 },
  { 0, 0, 1, FALSE, 0 },
};

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (grips); i++)
    {
      BcCover covers[] = { { B, 0.1, grips[i].fullest }, { A, grips[i].share, grips[i].part } };
      g_autoptr(BcStroke) stroke = new_stroke (BC_ROLE_SITE, covers, G_N_ELEMENTS (covers));
      BcRole role = BC_ROLE_CLEAR;

      g_assert_cmpint (bc_stroke_counts (stroke, A, &role), ==, grips[i].counts);
      g_assert_cmpint (role, ==, grips[i].counts ? BC_ROLE_SITE : BC_ROLE_CLEAR);
      g_assert_cmpfloat_with_epsilon (bc_stroke_get_clarity (stroke, A), grips[i].clarity, 1e-9);
      g_assert_false (bc_stroke_counts (stroke, C, NULL));
      g_assert_cmpfloat (bc_stroke_get_clarity (stroke, C), ==, 0);
    }
}

/* A path is thin, so half of what a brush must leave in a region is enough; less is a graze all the same. */
static void
test_path_counts (void)
{
  BcCover covers[] = { { B, 0.1, 0.85 }, { A, 0.025, 0.04 }, { C, 0.02, 0.035 } };
  g_autoptr(BcStroke) path = new_stroke (BC_ROLE_RADIATION, covers, G_N_ELEMENTS (covers));
  g_autoptr(BcStroke) brush = new_stroke (BC_ROLE_SITE, covers, G_N_ELEMENTS (covers));
  BcRole role = BC_ROLE_CLEAR;

  g_assert_true (bc_stroke_counts (path, A, &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  g_assert_false (bc_stroke_counts (path, C, NULL));
  g_assert_false (bc_stroke_counts (brush, A, NULL));
}

/* Where a path starts is chosen: the symptom sits there, however little ink there is. */
static void
test_path_start (void)
{
  g_autoptr(BcStroke) path = new_stroke (BC_ROLE_RADIATION, (BcCover[]) { { A, 0.001, 0.01 }, { B, 0.2, 0.99 } }, 2);
  g_autoptr(BcStroke) brush = new_stroke (BC_ROLE_SITE, (BcCover[]) { { A, 0.001, 0.01 }, { B, 0.2, 0.99 } }, 2);
  BcRole role = BC_ROLE_CLEAR;

  g_assert_true (bc_stroke_counts (path, A, &role));
  g_assert_cmpint (role, ==, BC_ROLE_SITE);
  g_assert_cmpfloat (bc_stroke_get_clarity (path, A), ==, 1);
  g_assert_true (bc_stroke_counts (path, B, &role));
  g_assert_cmpint (role, ==, BC_ROLE_RADIATION);
  g_assert_false (bc_stroke_counts (brush, A, NULL));
}

static void
assert_marks (BcSymptom *symptom,
              BcRegion   region,
              int        role) /* -1 where it does not */
{
  BcRole found = BC_ROLE_CLEAR;
  gboolean marks = bc_symptom_marks_region (symptom, region, &found);

  g_assert_cmpint (marks ? (int) found : -1, ==, role);
}

/* Site wins among strokes, a click wins over all; what is taken away is forgotten. */
static void
test_marks_region (void)
{
  BcSymptom *symptom = bc_symptom_new (1);
  GListStore *strokes = bc_symptom_get_strokes (symptom);
  g_autoptr(BcStroke) path = new_stroke_on (BC_ROLE_RADIATION, C, A);
  g_autoptr(BcStroke) travelled = new_stroke (BC_ROLE_RADIATION, (BcCover[]) { { C, 0.1, 0.2 }, { A, 0.2, 0.8 } }, 2);
  g_autoptr(BcStroke) brush = new_stroke_on (BC_ROLE_SITE, A, B);
  g_autoptr(BcMark) click = bc_mark_new (A, BC_ROLE_RADIATION);

  g_assert_true (bc_symptom_is_empty (symptom));
  g_list_store_append (strokes, path);
  g_assert_false (bc_symptom_is_empty (symptom));
  assert_marks (symptom, A, -1);
  assert_marks (symptom, C, BC_ROLE_SITE);
  g_list_store_append (strokes, travelled);
  assert_marks (symptom, A, BC_ROLE_RADIATION);
  g_list_store_insert (strokes, 0, brush);
  assert_marks (symptom, A, BC_ROLE_SITE);
  assert_marks (symptom, B, -1);
  g_list_store_append (bc_symptom_get_marks (symptom), click);
  assert_marks (symptom, A, BC_ROLE_RADIATION);
  g_assert_true (bc_symptom_draws_region (symptom, A, NULL));
  g_list_store_remove_all (bc_symptom_get_marks (symptom));
  g_list_store_remove (strokes, 0);
  assert_marks (symptom, A, BC_ROLE_RADIATION);
  g_list_store_remove_all (strokes);
  assert_marks (symptom, A, -1);
  assert_marks (symptom, C, -1);
  g_list_store_append (strokes, brush);
  assert_marks (symptom, A, BC_ROLE_SITE);
  g_assert_finalize_object (symptom);
}

/* The history may hold the list longer than the symptom lives. */
static void
test_list_outlives (void)
{
  BcSymptom *symptom = bc_symptom_new (1);
  g_autoptr(GListStore) strokes = g_object_ref (bc_symptom_get_strokes (symptom));
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);

  g_assert_finalize_object (symptom);
  g_list_store_append (strokes, stroke);
  g_assert_cmpuint (count (strokes), ==, 1);
}

static void
test_add (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  BcChart *chart = new_chart (&visit, &first, &second);
  BcHistory *history = bc_chart_get_history (chart);
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);

  bc_edit_toggle_clear (chart, visit, A);
  bc_edit_toggle_clear (chart, visit, B);
  bc_edit_toggle_clear (chart, visit, C);
  bc_edit_add_stroke (chart, visit, first, stroke);
  g_assert_cmpstr (bc_history_get_undo_label (history), ==, "Draw");
  g_assert_false (bc_visit_is_clear (visit, A));
  g_assert_true (bc_visit_is_clear (visit, B)); /* only grazed */
  g_assert_true (bc_visit_is_clear (visit, C));
  bc_history_undo (history);
  g_assert_true (bc_visit_is_clear (visit, A));
  g_assert_cmpuint (count (bc_symptom_get_strokes (first)), ==, 0);
  g_assert_finalize_object (chart);
}

/* A region in which something is drawn is not ticked as clear, and the caller is told so. */
static void
test_clear_under_stroke (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  BcChart *chart = new_chart (&visit, &first, &second);
  BcHistory *history = bc_chart_get_history (chart);
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);

  bc_edit_add_stroke (chart, visit, first, stroke);
  bc_edit_toggle_region (chart, visit, second, A, BC_ROLE_SITE);
  bc_history_set_saved (history);
  g_assert_false (bc_edit_toggle_clear (chart, visit, A));
  g_assert_false (bc_history_get_modified (history));
  g_assert_nonnull (bc_symptom_find_mark (second, A, NULL));
  g_assert_true (bc_edit_toggle_clear (chart, visit, B));
  g_assert_true (bc_visit_is_clear (visit, B));
  g_assert_true (bc_edit_toggle_clear (chart, visit, B));
  g_assert_false (bc_visit_is_clear (visit, B));
  g_assert_finalize_object (chart);
}

/* Pieces stand where the stroke stood; one that now marks a region takes the tick there away. */
static void
test_replace (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  BcChart *chart = new_chart (&visit, &first, &second);
  BcHistory *history = bc_chart_get_history (chart);
  g_autoptr(BcStroke) below = new_stroke_on (BC_ROLE_SITE, C, B);
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);
  g_autoptr(BcStroke) above = new_stroke_on (BC_ROLE_SITE, C, A);
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func (g_object_unref);

  bc_edit_toggle_clear (chart, visit, B);
  bc_edit_add_stroke (chart, visit, first, below);
  bc_edit_add_stroke (chart, visit, first, stroke);
  bc_edit_add_stroke (chart, visit, first, above);
  g_ptr_array_add (pieces, new_stroke_on (BC_ROLE_SITE, A, C));
  g_ptr_array_add (pieces, new_stroke_on (BC_ROLE_SITE, B, C));
  bc_edit_replace_stroke (chart, first, stroke, pieces);
  g_assert_cmpstr (bc_history_get_undo_label (history), ==, "Erase");
  g_assert_cmpuint (count (bc_symptom_get_strokes (first)), ==, 4);
  g_assert_true (get_stroke (first, 0) == below);
  g_assert_true (get_stroke (first, 1) == g_ptr_array_index (pieces, 0));
  g_assert_true (get_stroke (first, 2) == g_ptr_array_index (pieces, 1));
  g_assert_true (get_stroke (first, 3) == above);
  g_assert_false (bc_visit_is_clear (visit, B));
  bc_history_undo (history);
  g_assert_true (get_stroke (first, 1) == stroke);
  g_assert_true (bc_visit_is_clear (visit, B));
  bc_edit_replace_stroke (chart, first, stroke, NULL);
  g_assert_cmpuint (count (bc_symptom_get_strokes (first)), ==, 2);
  bc_edit_replace_stroke (chart, second, stroke, pieces); /* not one of its strokes */
  g_assert_cmpuint (count (bc_symptom_get_strokes (second)), ==, 0);
  g_assert_finalize_object (chart);
}

static void
test_move (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  BcChart *chart = new_chart (&visit, &first, &second);
  BcHistory *history = bc_chart_get_history (chart);
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);

  bc_edit_add_stroke (chart, visit, first, stroke);
  bc_edit_move_stroke (chart, first, second, stroke);
  g_assert_cmpuint (count (bc_symptom_get_strokes (first)), ==, 0);
  g_assert_true (get_stroke (second, 0) == stroke);
  bc_edit_move_stroke (chart, second, second, stroke);
  g_assert_cmpuint (count (bc_symptom_get_strokes (second)), ==, 1);

  bc_edit_set_role (chart, visit, first, C, BC_ROLE_RADIATION);
  bc_edit_set_role (chart, visit, second, C, BC_ROLE_SITE);
  bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, first, second, C);
  g_assert_null (bc_symptom_find_mark (first, C, NULL));
  g_assert_cmpuint (count (bc_symptom_get_marks (second)), ==, 1);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (second, C, NULL)), ==, BC_ROLE_RADIATION);
  bc_history_undo (history);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (first, C, NULL)), ==, BC_ROLE_RADIATION);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (second, C, NULL)), ==, BC_ROLE_SITE);
  bc_history_set_saved (history);
  bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, first, second, A); /* which it does not mark */
  bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, first, first, C);
  g_assert_false (bc_history_get_modified (history));
  g_assert_finalize_object (chart);
}

static void
test_remove_symptom (void)
{
  BcVisit *visit;
  BcSymptom *first;
  BcSymptom *second;
  BcChart *chart = new_chart (&visit, &first, &second);
  g_autoptr(BcStroke) stroke = new_stroke_on (BC_ROLE_SITE, A, B);
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  bc_edit_add_stroke (chart, visit, first, stroke);
  before = chart_dump (chart);
  g_assert_nonnull (strstr (before, "cover 10 0.2 0.96"));
  bc_edit_remove_symptom (chart, visit, first);
  g_assert_true (bc_edit_toggle_clear (chart, visit, A));
  bc_history_undo (bc_chart_get_history (chart));
  bc_history_undo (bc_chart_get_history (chart));
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (get_stroke (bc_visit_get_symptom (visit, 1), 0) == stroke);
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stroke/rounded", test_rounded);
  g_test_add_func ("/stroke/counts", test_counts);
  g_test_add_func ("/stroke/path-counts", test_path_counts);
  g_test_add_func ("/stroke/path-start", test_path_start);
  g_test_add_func ("/stroke/marks-region", test_marks_region);
  g_test_add_func ("/stroke/list-outlives", test_list_outlives);
  g_test_add_func ("/stroke/add", test_add);
  g_test_add_func ("/stroke/clear-under-stroke", test_clear_under_stroke);
  g_test_add_func ("/stroke/replace", test_replace);
  g_test_add_func ("/stroke/move", test_move);
  g_test_add_func ("/stroke/remove-symptom", test_remove_symptom);
  return g_test_run ();
}
