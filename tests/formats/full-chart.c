/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-chart.h"

static void
add_mark (GListStore *list,
          const char *region,
          BcRole      role)
{
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (region), role);

  g_assert_cmpuint (bc_region_from_id (region), !=, BC_REGION_NONE);
  g_object_set (mark, "unconfirmed", role == BC_ROLE_CLEAR && g_str_has_prefix (region, "ear"), NULL);
  g_list_store_append (list, mark);
}

static void
add_symptom (BcVisit   *visit,
             BcSymptom *symptom)
{
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  g_object_unref (symptom);
}

/* Numbers that a file keeps with fewer decimals, and one that lies off the body. */
static void
add_strokes (BcSymptom *symptom,
             BcDrawing  drawing)
{
  static const BcStrokePoint points[] = {
    { 0, 0, 1 }, { -0.04f, 1234.56f, 0.999f }, { 1e30f, -1e30f, 0 }, { 0.05f, 99.95f, 0.333f }, { 812.3f, 7, 7 },
  };
  static const BcCover covers[] = { { 7, 1.0 / 3, 2.0 / 3 }, { 198, 0.0004, 1 }, { 1, 1, 0.0006 } };
  GListStore *strokes = bc_symptom_get_strokes_of (symptom, drawing);

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      g_autoptr(BcStroke) stroke = NULL;
      BcRole role = i % 2 == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION;

      stroke = bc_stroke_new ((BcFigureId) (i % BC_N_FIGURES), (BcViewId) i, role, 1 + 29.777 * i,
                              points + i % 2, 1 + i % (G_N_ELEMENTS (points) - 1), covers,
                              i % (G_N_ELEMENTS (covers) + 1));
      g_list_store_append (strokes, stroke);
    }
}

static void
add_factor (BcSymptom     *symptom,
            BcAnswerValue  effect,
            const char    *id,
            const char    *text,
            int            onset,
            int            settle,
            int            strength)
{
  g_autoptr(BcSymptomFactor) factor = bc_symptom_factor_new ();

  g_object_set (factor, "effect", (int) effect, "factor", id, "text", text, "onset", onset, "settle", settle,
                "strength", strength, NULL);
  g_list_store_append (bc_symptom_get_factors (symptom), factor);
}

static void
add_symptoms (BcVisit *visit)
{
  BcSymptom *symptom = bc_symptom_new (2);

  g_object_set (symptom, "qualities", (guint) BC_QUALITY_ALL, "now", 0, "best", 0, "worst", 10, "depth", BC_DEPTH_DEEP,
                "constancy", BC_CONSTANCY_CONSTANT, "onset", NASTY_TEXT, "day-pattern", "\n", "aggravating", " ",
                "easing", "\t", "notes", "\r", NULL);
  add_mark (bc_symptom_get_marks (symptom), "leg-lateral-right", BC_ROLE_RADIATION);
  add_mark (bc_symptom_get_marks (symptom), "buttock-upper-right", BC_ROLE_SITE);
  add_mark (bc_symptom_get_marks (symptom), "ear-left", BC_ROLE_SITE);
  g_object_set (symptom, "onset-kind", BC_ONSET_TRAUMA, "onset-date", "2026-04-21", "morning", BC_COURSE_WORSE,
                "daytime", BC_COURSE_BETTER, "evening", BC_COURSE_SAME, "night", BC_COURSE_WORSE, "stiffness", 0,
                "wakes", BC_WAKES_MAX, NULL);
  add_factor (symptom, BC_ANSWER_AGGRAVATES, "sitting", "", 0, BC_MINUTES_MAX, 10);
  add_factor (symptom, BC_ANSWER_EASES, "", NASTY_TEXT, BC_MINUTES_UNKNOWN, 1, BC_NRS_UNKNOWN);
  add_factor (symptom, BC_ANSWER_AGGRAVATES, "own-kneeling", "on stone", 1, BC_MINUTES_UNKNOWN, 0);
  add_factor (symptom, BC_ANSWER_EASES, "", "", BC_MINUTES_UNKNOWN, BC_MINUTES_UNKNOWN, BC_NRS_UNKNOWN);
  add_strokes (symptom, BC_DRAWING_PATIENT);
  add_strokes (symptom, BC_DRAWING_CLINICIAN);
  g_object_set (symptom, "understood", TRUE, NULL);
  add_mark (bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), "perineum-right", BC_ROLE_RADIATION);
  add_mark (bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), "ear-left", BC_ROLE_SITE);
  add_symptom (visit, symptom);
  symptom = bc_symptom_new (1);
  g_object_set (symptom, "depth", BC_DEPTH_SUPERFICIAL, "constancy", BC_CONSTANCY_INTERMITTENT, "worst", 5,
                "unconfirmed", TRUE, "understood", TRUE, NULL); /* by an empty drawing: nowhere */
  add_mark (bc_symptom_get_marks (symptom), "leg-lateral-right", BC_ROLE_SITE);
  add_symptom (visit, symptom);
  symptom = bc_symptom_new (999);
  g_object_set (symptom, "resolved", TRUE, NULL);
  add_symptom (visit, symptom);
}

static void
add_answer (BcVisit       *visit,
            const char    *id,
            BcAnswerValue  value)
{
  g_autoptr(BcAnswer) answer = bc_answer_new (id, value);

  g_object_set (answer, "unconfirmed", value == BC_ANSWER_EASES, NULL);
  g_list_store_append (bc_visit_get_answers (visit), answer);
}

static void
add_tick (BcVisit    *visit,
          const char *pattern,
          BcSide      side)
{
  g_autoptr(BcTick) tick = bc_tick_new (pattern, (int) side);

  g_list_store_append (bc_visit_get_ticks (visit), tick);
}

static void
add_flag_action (BcVisit    *visit,
                 const char *flag,
                 BcAction    action,
                 const char *comment,
                 const char *when,
                 gboolean    lowered)
{
  g_autoptr(BcFlagAction) record = bc_flag_action_new (flag);

  g_object_set (record, "action", (int) action, "comment", comment, "when", when, "who", lowered ? NASTY_TEXT : "",
                "lowered", (int) lowered, NULL);
  g_list_store_append (bc_visit_get_flag_actions (visit), record);
}

static void
add_links_and_retests (BcVisit *visit)
{
  static const struct
  {
    int           from;
    int           to;
    BcAnswerValue value;
  } links[] = { { 2, 1, BC_ANSWER_YES }, { 1, 2, BC_ANSWER_NO }, { 999, 1, BC_ANSWER_YES } };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(BcLink) link = bc_link_new ();
      g_autoptr(BcRetest) retest = bc_retest_new ();

      g_object_set (link, "from", links[i].from, "to", links[i].to, "value", (int) links[i].value, NULL);
      g_list_store_append (bc_visit_get_links (visit), link);
      g_object_set (retest, "sign", i == 1 ? "" : NASTY_TEXT, "result", i == 0 ? "one\ntwo" : "", NULL);
      g_list_store_append (bc_visit_get_retests (visit), retest);
    }
}

static void
add_correction (BcVisit    *visit,
                const char *field,
                const char *before,
                const char *after)
{
  g_autoptr(BcCorrection) correction = bc_correction_new ();

  g_object_set (correction, "field", field, "before", before, "after", after, "when", "2026-05-20T12:00:00Z", "who", "J",
                NULL);
  g_list_store_append (bc_visit_get_corrections (visit), correction);
}

/* Every property, list and value that a chart can hold, in no tidy order. */
BcChart *
full_chart_new (void)
{
  BcChart *chart = bc_chart_new ();
  BcVisit *visit;

  g_object_set (chart, "name", "Ana \"Ní\" O'Brien <& Co>", "birth-date", "1979-03-14", "reference", NASTY_TEXT,
                "sex", BC_SEX_MALE, "figure", BC_FIGURE_CHILD, NULL);
  visit = bc_chart_add_visit (chart, "2026-05-12");
  g_object_set (visit, "age", 0, "clinician", NASTY_TEXT, "notes", NASTY_TEXT, "plan", "one\ntwo\n",
                "relation", NASTY_TEXT, NULL);
  add_symptoms (visit);
  add_mark (bc_visit_get_clears (visit), "perineum-right", BC_ROLE_CLEAR);
  add_mark (bc_visit_get_clears (visit), "ear-right", BC_ROLE_CLEAR);
  add_answer (visit, "sitting", BC_ANSWER_AGGRAVATES);
  add_answer (visit, "standing", BC_ANSWER_EASES);
  add_answer (visit, "lying", BC_ANSWER_NO_EFFECT);
  add_answer (visit, "d-slr", BC_ANSWER_YES);
  add_answer (visit, "saddle-numb", BC_ANSWER_NO);
  add_tick (visit, "root-l5", BC_SIDE_RIGHT);
  add_tick (visit, "root-l5", BC_SIDE_LEFT);
  add_tick (visit, "sij", BC_SIDE_BOTH);
  add_flag_action (visit, "rf-motor", BC_ACTION_NOT_APPLICABLE, NASTY_TEXT, "2026-05-12T10:40:00+02:00", TRUE);
  add_flag_action (visit, "rf-cauda-equina", BC_ACTION_REFERRED, "", "2026-05-12T23:59:59Z", FALSE);
  add_flag_action (visit, "of-a-clinic-of-its-own", BC_ACTION_MONITORED, "again in June", "2026-05-12T00:00:00-11:30",
                   TRUE);
  add_links_and_retests (visit);
  bc_chart_add_visit (chart, "2026-05-19");
  visit = bc_chart_add_visit (chart, "2026-05-19");
  g_object_set (visit, "clinician", "second of the day", "signed-when", "2026-05-19T12:00:00Z", "signed-by", NASTY_TEXT,
                NULL);
  add_correction (visit, "P1/onset", NASTY_TEXT, "");
  add_correction (visit, NASTY_TEXT, "", "two\nlines");
  return chart;
}

/* Compares every property that the class has, so that a new one cannot be forgotten by the file. */
static void
assert_properties_equal (gpointer a,
                         gpointer b)
{
  g_autofree GParamSpec **specs = NULL;
  guint n;

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) one = G_VALUE_INIT;
      g_auto(GValue) two = G_VALUE_INIT;

      g_object_get_property (a, specs[i]->name, &one);
      g_object_get_property (b, specs[i]->name, &two);
      if (g_param_values_cmp (specs[i], &one, &two) != 0)
        {
          g_autofree char *expected = g_strdup_value_contents (&one);
          g_autofree char *found = g_strdup_value_contents (&two);

          g_error ("%s.%s: %s, should be %s", G_OBJECT_TYPE_NAME (a), specs[i]->name, found, expected);
        }
    }
}

typedef void (*AssertEqual) (gpointer a, gpointer b);

static void
assert_lists_equal (GListStore  *a,
                    GListStore  *b,
                    AssertEqual  assert_items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (b)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) one = g_list_model_get_item (G_LIST_MODEL (a), i);
      g_autoptr(GObject) two = g_list_model_get_item (G_LIST_MODEL (b), i);

      assert_items (one, two);
    }
}

static void
assert_strokes_equal (gpointer a,
                      gpointer b)
{
  guint n_points;
  guint n_points_b;
  guint n_covers;
  guint n_covers_b;
  const BcStrokePoint *points = bc_stroke_get_points (a, &n_points);
  const BcStrokePoint *points_b = bc_stroke_get_points (b, &n_points_b);
  const BcCover *covers = bc_stroke_get_covers (a, &n_covers);
  const BcCover *covers_b = bc_stroke_get_covers (b, &n_covers_b);

  g_assert_cmpint (bc_stroke_get_figure (a), ==, bc_stroke_get_figure (b));
  g_assert_cmpint (bc_stroke_get_view (a), ==, bc_stroke_get_view (b));
  g_assert_cmpint (bc_stroke_get_role (a), ==, bc_stroke_get_role (b));
  g_assert_cmpfloat (bc_stroke_get_width (a), ==, bc_stroke_get_width (b));
  g_assert_cmpuint (n_points, ==, n_points_b);
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat (points[i].x, ==, points_b[i].x);
      g_assert_cmpfloat (points[i].y, ==, points_b[i].y);
      g_assert_cmpfloat (points[i].pressure, ==, points_b[i].pressure);
    }
  g_assert_cmpuint (n_covers, ==, n_covers_b);
  for (guint i = 0; i < n_covers; i++)
    {
      g_assert_cmpuint (covers[i].region, ==, covers_b[i].region);
      g_assert_cmpfloat (covers[i].share, ==, covers_b[i].share);
      g_assert_cmpfloat (covers[i].part, ==, covers_b[i].part);
    }
}

static void
assert_symptoms_equal (gpointer a,
                       gpointer b)
{
  assert_properties_equal (a, b);
  assert_lists_equal (bc_symptom_get_marks (a), bc_symptom_get_marks (b), assert_properties_equal);
  assert_lists_equal (bc_symptom_get_strokes (a), bc_symptom_get_strokes (b), assert_strokes_equal);
  assert_lists_equal (bc_symptom_get_marks_of (a, BC_DRAWING_CLINICIAN),
                      bc_symptom_get_marks_of (b, BC_DRAWING_CLINICIAN), assert_properties_equal);
  assert_lists_equal (bc_symptom_get_strokes_of (a, BC_DRAWING_CLINICIAN),
                      bc_symptom_get_strokes_of (b, BC_DRAWING_CLINICIAN), assert_strokes_equal);
  assert_lists_equal (bc_symptom_get_factors (a), bc_symptom_get_factors (b), assert_properties_equal);
}

static void
assert_visits_equal (gpointer a,
                     gpointer b)
{
  assert_properties_equal (a, b);
  assert_lists_equal (bc_visit_get_symptoms (a), bc_visit_get_symptoms (b), assert_symptoms_equal);
  assert_lists_equal (bc_visit_get_clears (a), bc_visit_get_clears (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_answers (a), bc_visit_get_answers (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_ticks (a), bc_visit_get_ticks (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_flag_actions (a), bc_visit_get_flag_actions (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_corrections (a), bc_visit_get_corrections (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_links (a), bc_visit_get_links (b), assert_properties_equal);
  assert_lists_equal (bc_visit_get_retests (a), bc_visit_get_retests (b), assert_properties_equal);
}

void
assert_charts_equal (BcChart *a,
                     BcChart *b)
{
  assert_properties_equal (a, b);
  assert_lists_equal (bc_chart_get_visits (a), bc_chart_get_visits (b), assert_visits_equal);
}
