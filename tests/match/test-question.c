/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

static BcFindings *
match_text (const char *text)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return bc_match (evidence, bc_maps_get_default ());
}

/* What a clinician would ask next for common drawings. */
static const struct
{
  const char *text;
  const char *question;
} cases[] = {
  { "lumbar-lower-left lumbar-lower-right thigh-posterior-upper-left thigh-posterior-upper-right", "saddle-numb" },
  { "hip-lateral-left thigh-lateral-upper-left", "d-single-leg-30" },
  { "lumbar-lower-right buttock-upper-right leg-lateral-right foot-dorsum-medial-right", "d-slr" },
  { "sacroiliac-right buttock-upper-right", "d-sij-3of6" },
  { "lumbar-lower-left lumbar-lower-right", "d-midline" },
  { "shoulder-lateral-right upper-arm-lateral-right", "d-cuff3" },
};

static void
test_asks (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(BcFindings) findings = match_text (cases[i].text);

  g_assert_true (asks (findings, cases[i].question));
}

/* One to five, each once, each with its words, none answered before. */
static void
test_well_formed (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, maps);

      g_assert_cmpuint (findings->questions->len, <=, 5);
      for (guint i = 0; i < findings->questions->len; i++)
        {
          const BcQuestion *question = &g_array_index (findings->questions, BcQuestion, i);

          g_assert_cmpstr (question->question, ==, bc_maps_lookup_question (maps, question->id));
          g_assert_cmpint (bc_evidence_get_answer (evidence, question->id), ==, BC_ANSWER_NONE);
          g_assert_cmpfloat (question->gain, >=, 0);
          g_assert_cmpfloat (question->gain, <=, 1);
          for (guint k = 0; k < i; k++)
            g_assert_cmpstr (g_array_index (findings->questions, BcQuestion, k).id, !=, question->id);
        }
    }
}

/* An answered question is not asked again, by no name. */
static void
test_not_again (void)
{
  const char *marks = "sacroiliac-right buttock-upper-right";
  g_autofree char *answered = g_strconcat (marks, " ~d-sij-3of6", NULL);
  g_autoptr(BcFindings) before = match_text (marks);
  g_autoptr(BcFindings) after = match_text (answered);
  g_autoptr(BcFindings) twin = match_text ("lumbar-lower-left lumbar-lower-right +d-cancer-history");

  g_assert_true (asks (before, "d-sij-3of6"));
  g_assert_false (asks (after, "d-sij-3of6"));
  g_assert_false (asks (twin, "cancer-history"));
}

/* The chart tells where it hurts, how it feels and how old the patient is: these are not asked. */
static void
test_not_what_the_chart_tells (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcFindings) feet = match_text ("sole-forefoot-left sole-forefoot-right great-toe-left great-toe-right "
                                           "middle-toes-left middle-toes-right");

  g_assert_false (asks (feet, "d-stocking"));
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, maps);

      g_assert_false (asks (findings, "d-below-knee"));
      g_assert_false (asks (findings, "d-age70"));
      g_assert_false (asks (findings, "d-electric"));
      g_assert_false (evidence->age >= 0 && asks (findings, "child-adolescent"));
    }
}

/* "With the foot drop ..." makes sense only once there is one. */
static void
test_follow_up (void)
{
  g_autoptr(BcFindings) before = match_text ("leg-lateral-right foot-dorsum-medial-right great-toe-right");
  g_autoptr(BcFindings) after = match_text ("leg-lateral-right foot-dorsum-medial-right great-toe-right "
                                            "+d-weak-ankle-dorsiflexion");

  g_assert_false (asks (before, "d-footdrop-abd") || asks (before, "d-footdrop-abd-strong"));
  g_assert_true (asks (after, "d-footdrop-abd") || asks (after, "d-footdrop-abd-strong"));
}

/* Which question comes first, and whether that is one of a red flag. */
static const struct
{
  const char *text;
  const char *first;
} firsts[] = {
  /* Simple and telling: everyone raises the leg of a sciatica. */
  { "lumbar-lower-right buttock-upper-right leg-lateral-right foot-dorsum-medial-right", "d-slr" },
  /* Alone it would fire the rule of an emergency. */
  { "lumbar-lower-left lumbar-lower-right thigh-posterior-upper-left thigh-posterior-upper-right",
    "leg-weakness-progressive" },
  { "sternum-left chest-upper-left", "breathless" },
  { "thoracolumbar-left thoracolumbar-right", "trauma-major" },
  /* The rules for cauda equina and infection are two answers short in plain low back pain: they wait. */
  { "lumbar-lower-left lumbar-lower-right", "d-midline" },
};

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr(BcFindings) findings = match_text (firsts[i].text);

      g_assert_cmpuint (findings->questions->len, >, 0);
      g_assert_cmpstr (g_array_index (findings->questions, BcQuestion, 0).id, ==, firsts[i].first);
    }
}

/* Where a rule is two answers short, one of them is still asked, behind what tells the findings apart. */
static void
test_red_flag_last (void)
{
  g_autoptr(BcFindings) findings = match_text ("lumbar-lower-left lumbar-lower-right");
  const BcQuestion *last = &g_array_index (findings->questions, BcQuestion, findings->questions->len - 1);

  g_assert_nonnull (bc_maps_lookup_answer (bc_maps_get_default (), last->id));
}

/* Questionnaires come after everything that takes less time. */
static void
test_questionnaires_last (void)
{
  static const char * const lengthy[] = { "d-dn4", "d-dn4-nl", "d-paindetect", "d-lss-tool", "d-wpi7", NULL };
  const BcMaps *maps = bc_maps_get_default ();

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, maps);
      gboolean lengthy_before = FALSE;

      for (guint i = 0; i < findings->questions->len; i++)
        {
          const char *id = g_array_index (findings->questions, BcQuestion, i).id;
          gboolean is_flag = bc_maps_lookup_answer (maps, id) != NULL;

          g_assert_true (!lengthy_before || is_flag || g_strv_contains (lengthy, id));
          lengthy_before |= g_strv_contains (lengthy, id);
        }
    }
}

/* Once the answers have settled it, there is little left to ask. */
static void
test_settled (void)
{
  g_autoptr(BcFindings) open = match_text ("nape-lower-left upper-arm-posterior-left middle-finger-left");
  g_autoptr(BcFindings) settled = match_text ("nape-lower-left upper-arm-posterior-left middle-finger-left:tingling "
                                              "forearm-posterior-left interscapular-upper-left "
                                              "+d-wainner3 +d-weak-triceps +d-triceps-reflex +d-spurling");

  g_assert_cmpuint (settled->questions->len, <, open->questions->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/question/asks/%s", cases[i].question);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_asks);
    }
  g_test_add_func ("/question/well-formed", test_well_formed);
  g_test_add_func ("/question/not-again", test_not_again);
  g_test_add_func ("/question/not-what-the-chart-tells", test_not_what_the_chart_tells);
  g_test_add_func ("/question/follow-up", test_follow_up);
  g_test_add_func ("/question/first", test_first);
  g_test_add_func ("/question/red-flag-last", test_red_flag_last);
  g_test_add_func ("/question/questionnaires-last", test_questionnaires_last);
  g_test_add_func ("/question/settled", test_settled);
  return g_test_run ();
}
