/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a body chart still lacks: from an empty visit to a complete one, one fact after the other. */

#include "bc-completeness.h"
#include "bc-edit.h"
#include "bc-resources.h"

typedef struct
{
  BcChart *chart;
  BcVisit *visit;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = bc_chart_new ();
  fixture->visit = bc_chart_add_visit (fixture->chart, "2026-11-20");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->chart);
}

/* The ids of what is missing, with blanks between them. */
static char *
dup_missing (Fixture *fixture)
{
  g_autoptr(GPtrArray) items = bc_completeness_check (fixture->visit, bc_maps_get_default ());
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const BcCompletenessItem *item = g_ptr_array_index (items, i);

      if (!item->done)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", item->id);
    }
  return g_string_free (text, FALSE);
}

static void
assert_missing (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *missing = dup_missing (fixture);

  g_assert_cmpstr (missing, ==, expected);
}

static gboolean
is_missing (Fixture    *fixture,
            const char *id)
{
  g_autofree char *missing = dup_missing (fixture);
  g_auto(GStrv) ids = g_strsplit (missing, " ", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  assert_missing (fixture,
                  "symptom:1:side symptom:1:quality symptom:1:depth symptom:1:constancy "
                  "symptom:1:now symptom:1:worst clear aggravating easing 24-hours special-questions");
}

/* Of what has gone nothing is left to ask, and one symptom alone relates to no other. */
static void
test_resolved (Fixture       *fixture,
               gconstpointer  data)
{
  BcSymptom *second;

  bc_edit_add_symptom (fixture->chart, fixture->visit);
  second = bc_edit_add_symptom (fixture->chart, fixture->visit);
  g_assert_true (is_missing (fixture, "symptom:2:side"));
  g_assert_true (is_missing (fixture, "relation"));
  bc_edit_set_resolved (fixture->chart, second, TRUE);
  g_assert_true (is_missing (fixture, "symptom:1:side"));
  g_assert_false (is_missing (fixture, "symptom:2:side"));
  g_assert_false (is_missing (fixture, "relation"));
}

/* Each fact takes away its own item and no other. */
static void
test_step_by_step (Fixture       *fixture,
                   gconstpointer  data)
{
  BcSymptom *symptom = bc_edit_add_symptom (fixture->chart, fixture->visit);

  assert_missing (fixture,
                  "symptom:1:side symptom:1:quality symptom:1:depth symptom:1:constancy symptom:1:now symptom:1:worst "
                  "clear aggravating easing 24-hours special-questions");
  bc_edit_toggle_region (fixture->chart, fixture->visit, symptom, bc_region_from_id ("heel-left"), BC_ROLE_SITE);
  g_object_set (symptom, "qualities", BC_QUALITY_ACHE, NULL);
  assert_missing (fixture,
                  "symptom:1:depth symptom:1:constancy symptom:1:now symptom:1:worst "
                  "clear aggravating easing 24-hours special-questions");
  g_object_set (symptom, "depth", BC_DEPTH_DEEP, "now", 0, NULL);
  assert_missing (fixture,
                  "symptom:1:constancy symptom:1:worst clear aggravating easing 24-hours special-questions");
  g_object_set (symptom, "constancy", BC_CONSTANCY_CONSTANT, "worst", 4, NULL);
  assert_missing (fixture, "clear aggravating easing 24-hours special-questions");
  bc_edit_toggle_clear (fixture->chart, fixture->visit, bc_region_from_id ("heel-right"));
  assert_missing (fixture, "aggravating easing 24-hours special-questions");
  g_object_set (symptom, "aggravating", "stairs, at once", "easing", " \n", NULL);
  assert_missing (fixture, "easing 24-hours special-questions");
  g_object_set (symptom, "easing", "rest", "day-pattern", "worse by evening", NULL);
  assert_missing (fixture, "special-questions");
  bc_edit_set_answer (fixture->chart, fixture->visit, "saddle-numb", BC_ANSWER_NO);
  assert_missing (fixture, "");
}

/* A second symptom has its own items and brings the question how the two relate. */
static void
test_relation (Fixture       *fixture,
               gconstpointer  data)
{
  bc_edit_add_symptom (fixture->chart, fixture->visit);
  g_assert_false (is_missing (fixture, "relation"));
  bc_edit_add_symptom (fixture->chart, fixture->visit);
  g_assert_true (is_missing (fixture, "relation"));
  g_assert_true (is_missing (fixture, "symptom:2:depth"));
  g_object_set (fixture->visit, "relation", "P1 brings P2 on", NULL);
  g_assert_false (is_missing (fixture, "relation"));
}

/* What is drawn is as good as what is clicked. */
static void
test_stroke (Fixture       *fixture,
             gconstpointer  data)
{
  const BcStrokePoint points[] = { { 0, 0, 1 }, { 9, 9, 1 } };
  const BcCover cover = { bc_region_from_id ("shin-left"), 0.5, 1 };
  g_autoptr(BcStroke) stroke = bc_stroke_new (BC_FIGURE_ADULT_MALE, BC_VIEW_FRONT, BC_ROLE_SITE, 20,
                                              points, G_N_ELEMENTS (points), &cover, 1);
  BcSymptom *symptom = bc_edit_add_symptom (fixture->chart, fixture->visit);

  g_assert_true (is_missing (fixture, "symptom:1:side"));
  g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
  g_assert_false (is_missing (fixture, "symptom:1:side"));
}

/* Answers from the questions panel count as well as free text; an answer to something else does not. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char    *answer;
    BcAnswerValue  value;
    const char    *done; /* with blanks between them */
  } cases[] = {
    { "sitting", BC_ANSWER_AGGRAVATES, "aggravating" },
    { "walking", BC_ANSWER_EASES, "easing" },
    { "walking", BC_ANSWER_NO_EFFECT, "" },
    { "night", BC_ANSWER_NO_EFFECT, "24-hours" },
    { "second-half-night", BC_ANSWER_NO, "24-hours special-questions" },
    { "d-stiff-under-30", BC_ANSWER_YES, "24-hours" },
    { "cancer-history", BC_ANSWER_NO, "special-questions" },
    { "d-slr", BC_ANSWER_YES, "" },
  };
  static const char *const ids[] = { "aggravating", "easing", "24-hours", "special-questions" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) done = g_strsplit (cases[i].done, " ", -1);

      bc_edit_set_answer (fixture->chart, fixture->visit, cases[i].answer, cases[i].value);
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        g_assert_cmpint (is_missing (fixture, ids[j]), !=,
                         g_strv_contains ((const char *const *) done, ids[j]));
      bc_edit_set_answer (fixture->chart, fixture->visit, cases[i].answer, BC_ANSWER_NONE);
      assert_missing (fixture,
                      "symptom:1:side symptom:1:quality symptom:1:depth symptom:1:constancy "
                      "symptom:1:now symptom:1:worst clear aggravating easing 24-hours special-questions");
    }
}

/* A twin among the discriminators asks the same special question. */
static void
test_twins (Fixture       *fixture,
            gconstpointer  data)
{
  bc_edit_set_answer (fixture->chart, fixture->visit, "d-night-constant", BC_ANSWER_NO);
  g_assert_false (is_missing (fixture, "24-hours"));
  g_assert_false (is_missing (fixture, "special-questions"));
}

/* The ids of day and night are those of the maps: each one counts, so each one must exist there. */
static void
test_day_ids (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = {
    "night", "morning", "night-pain-constant", "morning-stiffness-30", "second-half-night", "d-morning-ibp",
    "d-night-constant", "d-night-shoulder", "d-stiff-over-30", "d-stiff-under-30", "d-hand-night",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_nonnull (bc_maps_lookup_question (bc_maps_get_default (), ids[i]));
      bc_edit_set_answer (fixture->chart, fixture->visit, ids[i], BC_ANSWER_YES);
      g_assert_false (is_missing (fixture, "24-hours"));
      bc_edit_set_answer (fixture->chart, fixture->visit, ids[i], BC_ANSWER_NONE);
    }
}

/* An item is named for a reader, and belongs to the symptom that its id says. */
static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) items = NULL;

  bc_edit_add_symptom (fixture->chart, fixture->visit);
  bc_edit_add_symptom (fixture->chart, fixture->visit);
  items = bc_completeness_check (fixture->visit, bc_maps_get_default ());
  for (guint i = 0; i < items->len; i++)
    {
      const BcCompletenessItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = bc_completeness_item_dup_title (item);
      g_autofree char *prefix = g_strdup_printf ("symptom:%d:", item->symptom);

      g_assert_cmpint (g_str_has_prefix (item->id, prefix), ==, item->symptom > 0);
      if (g_str_equal (item->id, "symptom:2:depth"))
        g_assert_cmpstr (title, ==, "P2: depth");
      if (g_str_equal (item->id, "clear"))
        g_assert_cmpstr (title, ==, "a clear area");
    }
  g_assert_cmpuint (items->len, ==, 2 * 7 + 6);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bc_resources_init ();
  ADD ("/completeness/empty", test_empty);
  ADD ("/completeness/resolved", test_resolved);
  ADD ("/completeness/step-by-step", test_step_by_step);
  ADD ("/completeness/relation", test_relation);
  ADD ("/completeness/stroke", test_stroke);
  ADD ("/completeness/answers", test_answers);
  ADD ("/completeness/twins", test_twins);
  ADD ("/completeness/day-ids", test_day_ids);
  ADD ("/completeness/titles", test_titles);
  return g_test_run ();
}
