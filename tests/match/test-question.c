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

static void
assert_leading (const BcFindings *findings,
                const BcPattern  *pattern)
{
  for (guint i = 0; i < findings->findings->len; i++)
    if (((const BcFinding *) g_ptr_array_index (findings->findings, i))->pattern == pattern)
      return;
  g_error ("%s is no finding", pattern->id);
}

/* Every question says why it is asked, and every test how it is done. */
static void
assert_accounts (const BcMaps     *maps,
                 const BcFindings *findings,
                 const BcQuestion *question)
{
  const BcDiscriminator *test = bc_maps_lookup_test (maps, question->id);
  g_autofree char *reason = bc_question_dup_reason (question);

  g_assert_cmpstr (question->how, ==, test != NULL ? test->how : NULL);
  g_assert_cmpint (question->load, ==, test != NULL ? test->load : BC_LOAD_NONE);
  g_assert_true (question->factor == (bc_maps_lookup_factor (maps, question->id) != NULL));
  g_assert_cmpstr (reason, !=, "");
  g_assert_true ((question->kind == BC_QUESTION_RED_FLAG) == (question->flag != NULL));
  if (question->kind == BC_QUESTION_RED_FLAG)
    {
      g_assert_nonnull (strstr (reason, question->flag->meaning));
      g_assert_cmpuint (question->n_raises + question->n_lowers, ==, 0);
      return;
    }
  g_assert_cmpuint (question->n_raises + question->n_lowers, >, 0);
  for (guint i = 0; i < question->n_raises; i++)
    assert_leading (findings, question->raises[i]);
  for (guint i = 0; i < question->n_lowers; i++)
    assert_leading (findings, question->lowers[i]);
}

/* At most three that tell apart and two of a red flag, each once, each with its words, none answered before. */
static void
test_well_formed (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, maps);

      guint n_flags = 0;

      for (guint i = 0; i < findings->questions->len; i++)
        {
          const BcQuestion *question = &g_array_index (findings->questions, BcQuestion, i);

          n_flags += question->kind == BC_QUESTION_RED_FLAG;
          assert_accounts (maps, findings, question);
          g_assert_cmpstr (question->question, ==, bc_maps_lookup_question (maps, question->id));
          g_assert_cmpint (bc_evidence_get_answer (evidence, question->id), ==, BC_ANSWER_NONE);
          g_assert_cmpfloat (question->gain, >=, 0);
          g_assert_cmpfloat (question->gain, <=, 1);
          for (guint k = 0; k < i; k++)
            g_assert_cmpstr (g_array_index (findings->questions, BcQuestion, k).id, !=, question->id);
        }
      g_assert_cmpuint (n_flags, <=, 2);
      g_assert_cmpuint (findings->questions->len - n_flags, <=, 3);
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

static const BcQuestion *
find_asked (const BcFindings *findings,
            const char       *id)
{
  for (guint i = 0; i < findings->questions->len; i++)
    if (g_str_equal (g_array_index (findings->questions, BcQuestion, i).id, id))
      return &g_array_index (findings->questions, BcQuestion, i);
  g_error ("%s is not asked", id);
}

static gboolean
points_to (const BcPattern * const *patterns,
           guint                    n,
           const char              *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (patterns[i]->id, id))
      return TRUE;
  return FALSE;
}

/* A question says which way each answer points, also where a yes speaks against its patterns. */
static void
test_directions (void)
{
  g_autoptr(BcFindings) hip = match_text ("hip-lateral-left thigh-lateral-upper-left");
  const BcQuestion *stand = find_asked (hip, "d-single-leg-30");
  g_autofree char *reason = bc_question_dup_reason (stand);
  g_autofree char *directions = bc_question_dup_directions (stand);

  g_assert_true (points_to (stand->raises, stand->n_raises, "gtps"));
  g_assert_true (points_to (stand->lowers, stand->n_lowers, "mf-tfl"));
  g_assert_false (points_to (stand->lowers, stand->n_lowers, "gtps"));
  g_assert_true (g_str_has_prefix (reason, "Tells "));
  g_assert_true (g_str_has_prefix (directions, "Yes points to: "));
  g_assert_nonnull (strstr (directions, "\nNo points to: "));
}

/* One answer changes how likely the findings are, as the question said: a yes lifts what it points to. */
static void
test_directions_hold (void)
{
  guint n = 0;

  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) before = bc_match (evidence, bc_maps_get_default ());

      for (guint i = 0; i < before->questions->len; i++)
        {
          const BcQuestion *question = &g_array_index (before->questions, BcQuestion, i);
          g_autoptr(BcEvidence) answered = random_evidence (seed);
          g_autoptr(BcFinding) open = NULL;
          g_autoptr(BcFinding) lifted = NULL;
          BcSide side = BC_SIDE_RIGHT;

          if (question->n_raises == 0)
            continue;
          for (guint k = 0; k < before->findings->len; k++)
            if (((BcFinding *) g_ptr_array_index (before->findings, k))->pattern == question->raises[0])
              {
                side = ((BcFinding *) g_ptr_array_index (before->findings, k))->side;
                break;
              }
          bc_evidence_answer (answered, question->id, question->factor ? BC_ANSWER_AGGRAVATES : BC_ANSWER_YES);
          open = bc_match_explain (evidence, bc_maps_get_default (), question->raises[0]->id, side);
          lifted = bc_match_explain (answered, bc_maps_get_default (), question->raises[0]->id, side);
          /* A row that speaks against others does not lift these by itself. */
          g_assert_cmpfloat (lifted->score, >=, open->score - 1e-6);
          n += lifted->score > open->score;
        }
    }
  g_assert_cmpuint (n, >, 30);
}

/* What an irritable patient is asked first burdens least; the same chart without pain at present is tested as usual. */
static void
test_irritable (void)
{
  static const char * const marks[] = {
    "lumbar-lower-right buttock-upper-right leg-lateral-right foot-dorsum-medial-right",
    "shoulder-lateral-right upper-arm-lateral-right",
    "nape-lower-left upper-arm-posterior-left middle-finger-left",
    "hip-lateral-left thigh-lateral-upper-left",
    "sacroiliac-right buttock-upper-right",
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text = g_strconcat (marks[i], " now:8", NULL);
      g_autoptr(BcFindings) calm = match_text (marks[i]);
      g_autoptr(BcFindings) irritable = match_text (text);
      BcLoad last = BC_LOAD_NONE;
      guint load_calm = 0;
      guint load_irritable = 0;

      g_assert_cmpuint (irritable->irritability, !=, BC_IRRITABILITY_NONE);
      g_assert_cmpuint (calm->irritability, ==, BC_IRRITABILITY_NONE);
      for (guint k = 0; k < calm->questions->len; k++)
        load_calm += g_array_index (calm->questions, BcQuestion, k).load;
      for (guint k = 0; k < irritable->questions->len; k++)
        {
          const BcQuestion *question = &g_array_index (irritable->questions, BcQuestion, k);

          if (question->kind == BC_QUESTION_RED_FLAG)
            continue;
          g_assert_cmpint (MAX (question->load, BC_LOAD_GENTLE), >=, MAX (last, BC_LOAD_GENTLE));
          last = question->load;
          load_irritable += question->load;
        }
      g_assert_cmpuint (load_irritable, <=, load_calm);
    }
}

/* Where a red flag fires, nothing is provoked: a fall on the back, or a leg that may hold a clot. */
static void
test_nothing_provoked (void)
{
  static const struct
  {
    const char *text;
    BcLoad      most;
  } charts[] = {
    { "sacroiliac-right buttock-upper-right lumbar-lower-right +trauma-major", BC_LOAD_GENTLE },
    { "sacroiliac-right buttock-upper-right +foot-drop-new", BC_LOAD_MODERATE },
    { "nape-upper-right upper-arm-posterior-right middle-finger-right +dizziness-speech-face", BC_LOAD_GENTLE },
  };
  g_autoptr(BcFindings) calm = match_text ("sacroiliac-right buttock-upper-right lumbar-lower-right");

  g_assert_cmpint (find_asked (calm, "d-sij-3of6")->load, ==, BC_LOAD_PROVOCATIVE);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(BcFindings) findings = match_text (charts[i].text);

      g_assert_cmpuint (findings->red_flags->len, >, 0);
      for (guint k = 0; k < findings->questions->len; k++)
        g_assert_cmpint (g_array_index (findings->questions, BcQuestion, k).load, <=, charts[i].most);
    }
}

/* Of several tests for the very same sources one is asked; the next question tells something new. */
static void
test_each_tells_more (void)
{
  g_autoptr(BcFindings) joint = match_text ("sacroiliac-right buttock-upper-right");
  g_autoptr(BcFindings) leg = match_text ("lumbar-lower-right buttock-upper-right leg-lateral-right "
                                          "foot-dorsum-medial-right");

  g_assert_true (asks (joint, "d-sij-3of6"));
  g_assert_false (asks (joint, "d-sij-composite") || asks (joint, "d-sij-fortin") || asks (joint, "d-tender-sij"));
  g_assert_true (asks (leg, "d-slr"));
  g_assert_false (asks (leg, "d-slump") || asks (leg, "d-crossed-slr") || asks (leg, "d-finger-floor"));
}

/* Where a rule is two answers short, one of them is still asked, behind what tells the findings apart. */
static void
test_red_flag_last (void)
{
  g_autoptr(BcFindings) findings = match_text ("lumbar-lower-left lumbar-lower-right");
  const BcQuestion *last = &g_array_index (findings->questions, BcQuestion, findings->questions->len - 1);

  g_assert_cmpint (last->kind, ==, BC_QUESTION_RED_FLAG);
  g_assert_nonnull (bc_maps_lookup_answer (bc_maps_get_default (), last->id));
}

/* Questionnaires come after everything that takes less time. */
static void
test_questionnaires_last (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, maps);
      gboolean lengthy_before = FALSE;

      for (guint i = 0; i < findings->questions->len; i++)
        {
          const BcQuestion *question = &g_array_index (findings->questions, BcQuestion, i);
          const BcDiscriminator *row = bc_maps_lookup_discriminator (maps, question->id);
          gboolean lengthy = row != NULL && row->practice == BC_PRACTICE_QUESTIONNAIRE;

          if (findings->irritability != BC_IRRITABILITY_NONE)
            continue; /* gentle before moderate, whatever the length */
          g_assert_true (!lengthy_before || lengthy || question->kind == BC_QUESTION_RED_FLAG);
          lengthy_before |= lengthy;
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
  g_test_add_func ("/question/directions", test_directions);
  g_test_add_func ("/question/directions-hold", test_directions_hold);
  g_test_add_func ("/question/irritable", test_irritable);
  g_test_add_func ("/question/nothing-provoked", test_nothing_provoked);
  g_test_add_func ("/question/each-tells-more", test_each_tells_more);
  g_test_add_func ("/question/red-flag-last", test_red_flag_last);
  g_test_add_func ("/question/questionnaires-last", test_questionnaires_last);
  g_test_add_func ("/question/settled", test_settled);
  return g_test_run ();
}
