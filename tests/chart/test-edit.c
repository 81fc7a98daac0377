/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "chart-dump.h"

#define WALK_STEPS 5000

static BcChart *
make_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  return chart;
}

static guint
count_marks (BcSymptom *symptom)
{
  return g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom)));
}

static void
test_symptom_numbers (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *added;

  for (int i = 1; i <= 4; i++)
    g_assert_cmpint (bc_symptom_get_number (bc_edit_add_symptom (chart, visit)), ==, i);
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 2));
  g_assert_null (bc_visit_get_symptom (visit, 2));
  g_assert_nonnull (bc_visit_get_symptom (visit, 4));
  added = bc_edit_add_symptom (chart, visit);
  g_assert_cmpint (bc_symptom_get_number (added), ==, 2);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), i);

      g_assert_cmpint (bc_symptom_get_number (symptom), ==, (int) i + 1);
    }
  g_assert_finalize_object (chart);
}

static void
test_toggle_region (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *first = bc_edit_add_symptom (chart, visit);
  BcSymptom *second = bc_edit_add_symptom (chart, visit);

  bc_edit_toggle_region (chart, visit, first, 20, BC_ROLE_SITE);
  bc_edit_toggle_region (chart, visit, second, 20, BC_ROLE_RADIATION);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (first, 20, NULL)), ==, BC_ROLE_SITE);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (second, 20, NULL)), ==, BC_ROLE_RADIATION);
  bc_edit_toggle_region (chart, visit, first, 20, BC_ROLE_RADIATION);
  g_assert_cmpuint (count_marks (first), ==, 1);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (first, 20, NULL)), ==, BC_ROLE_RADIATION);
  bc_history_undo (bc_chart_get_history (chart));
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (first, 20, NULL)), ==, BC_ROLE_SITE);
  bc_edit_toggle_region (chart, visit, first, 20, BC_ROLE_SITE);
  g_assert_null (bc_symptom_find_mark (first, 20, NULL));
  g_assert_nonnull (bc_symptom_find_mark (second, 20, NULL));
  g_assert_finalize_object (chart);
}

static void
test_clear_and_marked (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *first = bc_edit_add_symptom (chart, visit);
  BcSymptom *second = bc_edit_add_symptom (chart, visit);

  bc_edit_toggle_region (chart, visit, first, 20, BC_ROLE_SITE);
  bc_edit_toggle_region (chart, visit, second, 20, BC_ROLE_SITE);
  bc_edit_toggle_clear (chart, visit, 20);
  g_assert_true (bc_visit_is_clear (visit, 20));
  g_assert_cmpuint (count_marks (first) + count_marks (second), ==, 0);
  bc_history_undo (history);
  g_assert_false (bc_visit_is_clear (visit, 20));
  g_assert_cmpuint (count_marks (first) + count_marks (second), ==, 2);
  bc_history_redo (history);
  bc_edit_toggle_region (chart, visit, first, 20, BC_ROLE_RADIATION);
  g_assert_false (bc_visit_is_clear (visit, 20));
  g_assert_nonnull (bc_symptom_find_mark (first, 20, NULL));
  bc_history_undo (history);
  g_assert_true (bc_visit_is_clear (visit, 20));
  bc_edit_set_role (chart, visit, first, 20, BC_ROLE_SITE);
  g_assert_false (bc_visit_is_clear (visit, 20));
  bc_edit_toggle_clear (chart, visit, 21);
  bc_edit_toggle_clear (chart, visit, 21);
  g_assert_false (bc_visit_is_clear (visit, 21));
  g_assert_finalize_object (chart);
}

/* Best, now and worst before; what is set; the three after. */
static const struct
{
  int         before[3];
  const char *property;
  int         nrs;
  int         after[3];
} intensities[] = {
  { { -1, -1, -1 }, "now", 5, { -1, 5, -1 } },
  { { 2, 5, 8 }, "now", 9, { 2, 9, 9 } },
  { { 2, 5, 8 }, "now", 1, { 1, 1, 8 } },
  { { 2, 5, -1 }, "now", 9, { 2, 9, -1 } },
  { { -1, 5, 8 }, "now", 0, { -1, 0, 8 } },
  { { 2, 5, 8 }, "best", 6, { 6, 6, 8 } },
  { { 2, 5, 8 }, "best", 10, { 10, 10, 10 } },
  { { -1, -1, 3 }, "best", 4, { 4, -1, 4 } },
  { { 2, 5, 8 }, "worst", 4, { 2, 4, 4 } },
  { { 2, 5, 8 }, "worst", 0, { 0, 0, 0 } },
  { { 2, -1, 8 }, "worst", 1, { 1, -1, 1 } },
  { { 2, 5, 8 }, "now", -1, { 2, -1, 8 } },
  { { 2, 5, 8 }, "worst", -1, { 2, 5, -1 } },
};

static void
test_intensity (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (intensities); i++)
    {
      BcVisit *visit;
      BcChart *chart = make_chart (&visit);
      BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

      g_object_set (symptom, "best", intensities[i].before[0], "now", intensities[i].before[1], "worst",
                    intensities[i].before[2], NULL);
      bc_edit_set_intensity (chart, symptom, intensities[i].property, intensities[i].nrs);
      g_assert_cmpint (bc_symptom_get_best (symptom), ==, intensities[i].after[0]);
      g_assert_cmpint (bc_symptom_get_now (symptom), ==, intensities[i].after[1]);
      g_assert_cmpint (bc_symptom_get_worst (symptom), ==, intensities[i].after[2]);
      bc_history_undo (bc_chart_get_history (chart));
      g_assert_cmpint (bc_symptom_get_best (symptom), ==, intensities[i].before[0]);
      g_assert_cmpint (bc_symptom_get_now (symptom), ==, intensities[i].before[1]);
      g_assert_cmpint (bc_symptom_get_worst (symptom), ==, intensities[i].before[2]);
      g_assert_finalize_object (chart);
    }
}

static void
test_qualities (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_ACHE);
  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_THROBBING);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_ACHE | BC_QUALITY_THROBBING);
  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_ACHE);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_THROBBING);
  g_assert_finalize_object (chart);
}

static void
test_answers_and_ticks (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);

  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "sitting", BC_ANSWER_AGGRAVATES);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NO);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_NO);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_answers (visit))), ==, 2);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NONE);
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_answers (visit))), ==, 1);

  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, TRUE);
  bc_history_set_saved (history);
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, TRUE);
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_LEFT, FALSE);
  bc_edit_set_answer (chart, visit, "d-slump", BC_ANSWER_NONE);
  g_assert_false (bc_history_get_modified (history));
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, FALSE);
  g_assert_false (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_RIGHT));
  g_assert_finalize_object (chart);
}

typedef void (*Verb) (BcChart *chart,
                      BcVisit *visit);

static void
do_add_symptom (BcChart *chart,
                BcVisit *visit)
{
  bc_edit_add_symptom (chart, visit);
}

static void
do_remove_symptom (BcChart *chart,
                   BcVisit *visit)
{
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 1));
}

static void
do_toggle_region (BcChart *chart,
                  BcVisit *visit)
{
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 1), 30, BC_ROLE_SITE);
}

static void
do_set_role (BcChart *chart,
             BcVisit *visit)
{
  bc_edit_set_role (chart, visit, bc_visit_get_symptom (visit, 1), 5, BC_ROLE_RADIATION);
}

static void
do_toggle_clear (BcChart *chart,
                 BcVisit *visit)
{
  bc_edit_toggle_clear (chart, visit, 5);
}

static BcStroke *
new_stroke (BcRegion region)
{
  BcStrokePoint point = { 1, 2, 1 };
  BcCover cover = { region, 0.1, 1 };

  return bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_FRONT, BC_ROLE_SITE, 20, &point, 1, &cover, 1);
}

static void
do_add_stroke (BcChart *chart,
               BcVisit *visit)
{
  g_autoptr(BcStroke) stroke = new_stroke (30); /* which is ticked as clear */

  bc_edit_add_stroke (chart, visit, bc_visit_get_symptom (visit, 1), stroke);
}

static void
do_replace_stroke (BcChart *chart,
                   BcVisit *visit)
{
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), 0);
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (pieces, new_stroke (30));
  g_ptr_array_add (pieces, new_stroke (31));
  bc_edit_replace_stroke (chart, symptom, stroke, pieces);
}

static void
do_move_stroke (BcChart *chart,
                BcVisit *visit)
{
  BcSymptom *symptom = bc_visit_get_symptom (visit, 1);
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), 0);

  bc_edit_move_stroke (chart, symptom, bc_visit_get_symptom (visit, 2), stroke);
}

static void
do_move_mark (BcChart *chart,
              BcVisit *visit)
{
  bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, bc_visit_get_symptom (visit, 1),
                     bc_visit_get_symptom (visit, 2), 5);
}

static void
do_toggle_quality (BcChart *chart,
                   BcVisit *visit)
{
  bc_edit_toggle_quality (chart, bc_visit_get_symptom (visit, 1), BC_QUALITY_NUMBNESS);
}

static void
do_set_intensity (BcChart *chart,
                  BcVisit *visit)
{
  bc_edit_set_intensity (chart, bc_visit_get_symptom (visit, 1), "best", 9);
}

static void
do_set_answer (BcChart *chart,
               BcVisit *visit)
{
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_NONE);
}

static void
do_set_ticked (BcChart *chart,
               BcVisit *visit)
{
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, FALSE);
}

/* Each verb is one labelled step that undo takes back to the letter. */
static void
test_verb (gconstpointer data)
{
  Verb verb = *(const Verb *) data;
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (BcRegion region = 4; region < 9; region++)
    bc_edit_toggle_region (chart, visit, symptom, region, BC_ROLE_SITE);
  for (BcRegion region = 50; region < 53; region++)
    {
      g_autoptr(BcStroke) stroke = new_stroke (region);

      bc_edit_add_stroke (chart, visit, symptom, stroke);
    }
  bc_edit_set_role (chart, visit, bc_edit_add_symptom (chart, visit), 5, BC_ROLE_RADIATION);
  bc_edit_toggle_clear (chart, visit, 30);
  bc_edit_set_intensity (chart, symptom, "now", 4);
  bc_edit_set_intensity (chart, symptom, "worst", 6);
  bc_edit_set_answer (chart, visit, "d-slr", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "d-slump", BC_ANSWER_YES);
  bc_edit_set_ticked (chart, visit, "root-l5", BC_SIDE_RIGHT, TRUE);
  bc_edit_set_ticked (chart, visit, "root-s1", BC_SIDE_RIGHT, TRUE);
  bc_history_set_saved (history);

  before = chart_dump (chart);
  verb (chart, visit);
  after = chart_dump (chart);
  g_assert_cmpstr (after, !=, before);
  g_assert_nonnull (bc_history_get_undo_label (history));
  bc_history_undo (history);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (bc_history_get_modified (history));
  bc_history_redo (history);
  redone = chart_dump (chart);
  g_assert_cmpstr (redone, ==, after);
  g_assert_finalize_object (chart);
}

static BcSymptom *
random_symptom (GRand   *random,
                BcVisit *visit)
{
  return bc_visit_get_symptom (visit, g_rand_int_range (random, 1, 5));
}

/* A random stroke covers three regions, one of them well; a piece of it may cover others well. */
static BcStroke *
random_stroke (GRand    *random,
               BcRegion  region)
{
  BcStrokePoint point = { 1, 2, 1 };
  BcCover covers[3];

  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    covers[i] = (BcCover) { (BcRegion) (1 + (region + i) % BC_N_REGIONS), g_rand_double_range (random, 0, 0.3),
                            g_rand_double_range (random, 0, 0.5) };
  return bc_stroke_new (BC_FIGURE_CHILD, BC_VIEW_FRONT, g_rand_boolean (random) ? BC_ROLE_SITE : BC_ROLE_RADIATION, 20,
                        &point, 1, covers, G_N_ELEMENTS (covers));
}

static void
random_edit_of_strokes (GRand     *random,
                        BcChart   *chart,
                        BcVisit   *visit,
                        BcSymptom *symptom,
                        BcRegion   region)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_strokes = g_list_model_get_n_items (strokes);
  g_autoptr(BcStroke) stroke = random_stroke (random, region);
  g_autoptr(BcStroke) old = n_strokes > 0 ? g_list_model_get_item (strokes, (guint) region % n_strokes) : NULL;
  g_autoptr(GPtrArray) pieces = g_ptr_array_new ();
  BcSymptom *other = random_symptom (random, visit);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      if (old != NULL)
        {
          for (int i = g_rand_int_range (random, 0, 2); i > 0; i--)
            g_ptr_array_add (pieces, stroke);
          bc_edit_replace_stroke (chart, symptom, old, pieces);
        }
      break;
    case 1:
      if (old != NULL && other != NULL)
        bc_edit_move_stroke (chart, symptom, other, old);
      break;
    case 2:
      if (other != NULL)
        bc_edit_move_mark (chart, visit, BC_DRAWING_PATIENT, symptom, other, region);
      break;
    default:
      bc_edit_add_stroke (chart, visit, symptom, stroke);
    }
}

static void
random_edit_of_symptom (GRand     *random,
                        BcChart   *chart,
                        BcVisit   *visit,
                        BcSymptom *symptom)
{
  static const char *const intensity[] = { "now", "best", "worst" };
  BcRegion region = (BcRegion) g_rand_int_range (random, 1, BC_N_REGIONS + 1);
  BcRole role = g_rand_boolean (random) ? BC_ROLE_SITE : BC_ROLE_RADIATION;

  switch (g_rand_int_range (random, 0, 10))
    {
    case 7:
    case 8:
      random_edit_of_strokes (random, chart, visit, symptom, region);
      break;
    case 0:
      bc_edit_remove_symptom (chart, visit, symptom);
      break;
    case 1:
    case 2:
      bc_edit_toggle_region (chart, visit, symptom, region, role);
      break;
    case 3:
      bc_edit_set_role (chart, visit, symptom, region, role);
      break;
    case 4:
      bc_edit_toggle_quality (chart, symptom, (BcQuality) (1 << g_rand_int_range (random, 0, BC_N_QUALITIES)));
      break;
    case 5:
      bc_edit_set_intensity (chart, symptom, intensity[g_rand_int_range (random, 0, 3)],
                             g_rand_int_range (random, BC_NRS_UNKNOWN, BC_NRS_MAX + 1));
      break;
    default:
      bc_history_set_string (bc_chart_get_history (chart), symptom, "notes",
                             g_rand_boolean (random) ? "better" : "worse");
    }
}

static void
random_edit (GRand   *random,
             BcChart *chart,
             BcVisit *visit)
{
  static const char *const ids[] = { "d-slr", "d-slump", "sitting", "back-pain-old" };
  BcSymptom *symptom = random_symptom (random, visit);

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      if (bc_visit_get_symptom (visit, 4) == NULL)
        bc_edit_add_symptom (chart, visit);
      break;
    case 1:
      bc_edit_toggle_clear (chart, visit, (BcRegion) g_rand_int_range (random, 1, BC_N_REGIONS + 1));
      break;
    case 2:
      bc_edit_set_answer (chart, visit, ids[g_rand_int_range (random, 0, 4)],
                          (BcAnswerValue) g_rand_int_range (random, 0, BC_ANSWER_NO_EFFECT + 1));
      break;
    case 3:
      bc_edit_set_ticked (chart, visit, ids[g_rand_int_range (random, 0, 2)], g_rand_int_range (random, 0, 3),
                          g_rand_boolean (random));
      break;
    default:
      if (symptom != NULL)
        random_edit_of_symptom (random, chart, visit, symptom);
    }
}

/* What every edit keeps: numbers are used once, regions are never clear and marked, best <= now <= worst. */
static void
check_rules (BcVisit *visit)
{
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (visit));
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  int last_number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
      int order[] = { bc_symptom_get_best (symptom), bc_symptom_get_now (symptom), bc_symptom_get_worst (symptom) };
      int least = 0;

      g_assert_cmpint (bc_symptom_get_number (symptom), >, last_number);
      last_number = bc_symptom_get_number (symptom);
      for (guint j = 0; j < G_N_ELEMENTS (order); j++)
        if (order[j] != BC_NRS_UNKNOWN)
          {
            g_assert_cmpint (order[j], >=, least);
            least = order[j];
          }
      for (guint j = 0; j < g_list_model_get_n_items (clears); j++)
        {
          g_autoptr(BcMark) clear = g_list_model_get_item (clears, j);

          g_assert_false (bc_symptom_marks_region (symptom, bc_mark_get_region (clear), NULL));
        }
      for (guint j = 0; j < g_list_model_get_n_items (marks); j++)
        {
          g_autoptr(BcMark) mark = g_list_model_get_item (marks, j);
          guint position = 0;

          g_assert_false (bc_visit_is_clear (visit, bc_mark_get_region (mark)));
          g_assert_true (bc_symptom_find_mark (symptom, bc_mark_get_region (mark), &position) == mark);
          g_assert_cmpuint (position, ==, j);
        }
    }
}

static void
test_random_walk (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261120);
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  g_autofree char *start = chart_dump (chart);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n_undone = 0;

  for (guint i = 0; i < WALK_STEPS; i++)
    {
      random_edit (random, chart, visit);
      check_rules (visit);
      if (g_rand_int_range (random, 0, 20) == 0)
        bc_history_undo (history);
    }
  end = chart_dump (chart);
  for (; bc_history_can_undo (history); n_undone++)
    bc_history_undo (history);
  g_assert_cmpuint (n_undone, >, WALK_STEPS / 4);
  undone = chart_dump (chart);
  g_assert_cmpstr (undone, ==, start);
  for (guint i = 0; i < n_undone; i++)
    bc_history_redo (history);
  redone = chart_dump (chart);
  g_assert_cmpstr (redone, ==, end);
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    Verb        verb;
  } verbs[] = {
    { "/edit/undo/add-symptom", do_add_symptom },       { "/edit/undo/remove-symptom", do_remove_symptom },
    { "/edit/undo/toggle-region", do_toggle_region },   { "/edit/undo/set-role", do_set_role },
    { "/edit/undo/toggle-clear", do_toggle_clear },     { "/edit/undo/toggle-quality", do_toggle_quality },
    { "/edit/undo/set-intensity", do_set_intensity },   { "/edit/undo/set-answer", do_set_answer },
    { "/edit/undo/set-ticked", do_set_ticked },         { "/edit/undo/add-stroke", do_add_stroke },
    { "/edit/undo/replace-stroke", do_replace_stroke }, { "/edit/undo/move-stroke", do_move_stroke },
    { "/edit/undo/move-mark", do_move_mark },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/symptom-numbers", test_symptom_numbers);
  g_test_add_func ("/edit/toggle-region", test_toggle_region);
  g_test_add_func ("/edit/clear-and-marked", test_clear_and_marked);
  g_test_add_func ("/edit/intensity", test_intensity);
  g_test_add_func ("/edit/qualities", test_qualities);
  g_test_add_func ("/edit/answers-and-ticks", test_answers_and_ticks);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_test_add_data_func (verbs[i].path, &verbs[i].verb, test_verb);
  g_test_add_func ("/edit/random-walk", test_random_walk);
  return g_test_run ();
}
