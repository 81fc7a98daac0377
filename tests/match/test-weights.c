/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

#include <math.h>

#define CLOSE 1e-9

static BcFindings *
match_text (const char *text)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return bc_match (evidence, bc_maps_get_default ());
}

/* A clear core speaks against a source, more than one that was not asked about, and that more than a marked one. */
static void
test_clear_lowers (void)
{
  const char *marks = "buttock-upper-right thigh-lateral-upper-right foot-dorsum-medial-right";
  g_autofree char *clear = g_strconcat (marks, " !leg-lateral-right", NULL);
  g_autofree char *marked = g_strconcat (marks, " leg-lateral-right", NULL);
  double unmarked_score = score_of (marks, "root-l5", BC_SIDE_RIGHT);

  g_assert_cmpfloat (score_of (clear, "root-l5", BC_SIDE_RIGHT), <, unmarked_score - 0.2);
  g_assert_cmpfloat (score_of (marked, "root-l5", BC_SIDE_RIGHT), >, unmarked_score + 0.2);
}

/* "One chart by hand" in docs/matcher.md: what a researcher works out with paper and pencil is what the program says. */
static void
test_by_hand (void)
{
  static const struct
  {
    BcReasonKind kind;
    const char  *region; /* NULL: none */
    double       weight;
  } told[] = {
    { BC_REASON_MARK, "heel-left", 2.569 },
    { BC_REASON_MARK, "sole-medial-left", 2.060 },
    { BC_REASON_ANSWER, NULL, 0.697 },
    { BC_REASON_PRIOR, NULL, 0.229 },
    { BC_REASON_UNMARKED, NULL, 0.215 },
  };
  g_autoptr(BcFindings) findings = match_text ("heel-left:ache sole-medial-left:ache first-steps=aggravates @47");
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);
  const BcFinding *second = g_ptr_array_index (findings->findings, 1);

  g_assert_cmpstr (first->pattern->id, ==, "plantar-heel");
  g_assert_cmpuint (first->reasons->len, ==, G_N_ELEMENTS (told));
  for (guint i = 0; i < first->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (first->reasons, BcReason, i);
      BcRegion region = told[i].region != NULL ? bc_region_from_id (told[i].region) : BC_REGION_NONE;

      g_assert_cmpint (reason->kind, ==, told[i].kind);
      g_assert_cmpuint (reason->region, ==, region);
      g_assert_cmpfloat_with_epsilon (reason->weight, told[i].weight, 0.005);
    }
  g_assert_cmpfloat_with_epsilon (first->score, 5.769, 0.005);
  g_assert_cmpfloat_with_epsilon (second->score, 4.555, 0.01);
  g_assert_cmpfloat_with_epsilon (first->share, 0.9, 0.01);
  g_assert_cmpfloat_with_epsilon (second->share, 0.02, 0.01);
  g_assert_cmpfloat_with_epsilon (findings->no_fit_share, 0, 0.01);
}

/* Each answer moves the named source up or down against the same marks without it. */
static const struct
{
  const char *marks;
  const char *answer;
  const char *pattern;
  int         direction;
} moves[] = {
  { "lumbar-lower-right buttock-upper-right leg-lateral-right", "+d-slr", "root-l5", 1 },
  { "lumbar-lower-right buttock-upper-right leg-lateral-right", "~d-slr", "root-l5", -1 },
  { "lumbar-lower-right buttock-upper-right leg-lateral-right", "+d-weak-great-toe", "root-l5", 1 },
  { "sacroiliac-right buttock-upper-right", "+d-sij-3of6", "sij", 1 },
  { "sacroiliac-right buttock-upper-right", "~d-sij-3of6", "sij", -1 },
  { "sacroiliac-right buttock-upper-right", "+d-sij-tuber", "sij", -1 },
  { "sacroiliac-right buttock-upper-right", "sit-to-stand=aggravates", "sij", 1 },
  { "sacroiliac-right buttock-upper-right", "sit-to-stand=eases", "sij", -1 },
  { "sacroiliac-right buttock-upper-right", "sit-to-stand=no-effect", "sij", -1 },
  { "sacroiliac-right buttock-upper-right", "rest=eases", "sij", 1 },
  { "sacroiliac-right buttock-upper-right", "rest=aggravates", "sij", -1 },
  { "sacroiliac-right buttock-upper-right", "chewing=aggravates", "sij", -1 },
  { "lumbar-lower-right calf-upper-right", "walking=aggravates", "root-s1", 1 }, /* both lists: either way */
  { "lumbar-lower-right calf-upper-right", "walking=eases", "root-s1", 1 },
  { "hip-lateral-right thigh-lateral-upper-right", "+d-no-troch-tender", "gtps", -1 },
  { "hip-lateral-right thigh-lateral-upper-right", "~d-no-troch-tender", "gtps", 1 },
  /* Worded by absence: "arm tension test without symptoms", ratio 0.12 */
  { "nape-lower-right middle-finger-right", "+d-ult", "root-c7", -1 },
  { "nape-lower-right middle-finger-right", "~d-ult", "root-c7", 1 },
  { "groin-right thigh-anterior-upper-right", "+d-hip-sitting-no-relief", "hip-oa", -1 },
  { "groin-right thigh-anterior-upper-right", "~d-hip-sitting-no-relief", "hip-oa", 1 },
  /* One answer serves both: the twin of d-tearing, and a test that says the same as another's question */
  { "sternum-left interscapular-upper-left", "+sudden-tearing", "rf-aortic-dissection", 1 },
  { "calf-upper-right calf-lower-right", "+d-better-bent", "rf-vascular-claudication", -1 },
  /* An answer of the red-flag rules */
  { "lumbar-upper-right lumbar-upper-left", "+cancer-history", "rf-malignancy", 1 },
  { "lumbar-upper-right lumbar-upper-left", "~cancer-history", "rf-malignancy", -1 },
};

static void
test_answers_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const BcPattern *pattern = bc_maps_lookup_pattern (bc_maps_get_default (), moves[i].pattern);
      g_autofree char *with = g_strdup_printf ("%s %s", moves[i].marks, moves[i].answer);
      BcSide side = pattern->bilateral == BC_BILATERAL_USUAL ? BC_SIDE_BOTH : BC_SIDE_RIGHT;
      double change = score_of (with, moves[i].pattern, side) - score_of (moves[i].marks, moves[i].pattern, side);

      g_test_message ("%s for %s: %+.3f", moves[i].answer, moves[i].pattern, change);
      g_assert_cmpfloat (change * moves[i].direction, >, 0.01);
    }
}

/* A published ratio is used as it stands as long as it is the only answer. */
static void
test_published_ratio (void)
{
  const char *marks = "nape-lower-right middle-finger-right";
  double change = score_of ("nape-lower-right middle-finger-right +d-spurling", "root-c7", BC_SIDE_RIGHT)
                  - score_of (marks, "root-c7", BC_SIDE_RIGHT);

  g_assert_cmpfloat_with_epsilon (change, log (4.3), 0.03);
}

/* Twins are one question: answering both is answering once. */
static void
test_same_question_counts_once (void)
{
  const char *once = "lumbar-upper-left lumbar-upper-right +fever";
  const char *twice = "lumbar-upper-left lumbar-upper-right +fever +d-fever";

  g_assert_cmpfloat_with_epsilon (score_of (once, "rf-infection", BC_SIDE_BOTH),
                                  score_of (twice, "rf-infection", BC_SIDE_BOTH), CLOSE);
}

/* Where a muscle was tested, the general question for weakness adds nothing. */
static void
test_general_weakness (void)
{
  const char *marks = "leg-lateral-right foot-dorsum-medial-right ";
  g_autofree char *general = g_strconcat (marks, "+d-paresis", NULL);
  g_autofree char *special = g_strconcat (marks, "+d-weak-great-toe", NULL);
  g_autofree char *both = g_strconcat (marks, "+d-paresis +d-weak-great-toe", NULL);

  g_assert_cmpfloat (score_of (general, "root-l5", BC_SIDE_RIGHT), >,
                     score_of (marks, "root-l5", BC_SIDE_RIGHT) + 0.5);
  g_assert_cmpfloat_with_epsilon (score_of (both, "root-l5", BC_SIDE_RIGHT),
                                  score_of (special, "root-l5", BC_SIDE_RIGHT), CLOSE);
}

/* Many answers for one source add ever less: they are not independent of each other. */
static void
test_answers_are_limited (void)
{
  const char *marks = "buttock-lower-left calf-upper-left heel-left";
  g_autofree char *many = g_strconcat (marks, " +d-slr +d-slump +d-crossed-slr +d-achilles-reflex +d-cough +d-dn4 "
                                       "+d-weak-heel-raise +d-s1-dermatomal +d-finger-floor +d-leg-worse-back "
                                       "+d-electric +d-paresis +d-sensory-loss +d-post-only-disc "
                                       "+d-injection-root", NULL);

  g_assert_cmpfloat (score_of (many, "root-s1", BC_SIDE_LEFT) - score_of (marks, "root-s1", BC_SIDE_LEFT), <, 6);
}

/* Purely sensory marks on the skin point at the dermatome; an ache in the same place at the root. */
static void
test_dermatome_and_root (void)
{
  g_autoptr(BcFindings) numb = match_text ("leg-lateral-right:numbness foot-dorsum-medial-right:numbness:tingling "
                                           "great-toe-right:numbness middle-toes-right:numbness superficial");
  g_autoptr(BcFindings) sore = match_text ("leg-lateral-right:ache foot-dorsum-medial-right:ache "
                                           "great-toe-right:ache middle-toes-right:ache lumbar-lower-right:ache deep");

  g_assert_cmpint (rank_of (numb, "derm-l5"), <, rank_of (numb, "root-l5"));
  g_assert_cmpint (rank_of (sore, "root-l5"), ==, 0);
}

static void
test_qualities (void)
{
  double plain = score_of ("thigh-lateral-upper-left thigh-lateral-lower-left", "pn-lfcn", BC_SIDE_LEFT);
  double burning = score_of ("thigh-lateral-upper-left:burning thigh-lateral-lower-left:burning", "pn-lfcn",
                             BC_SIDE_LEFT);
  double aching = score_of ("thigh-lateral-upper-left:ache thigh-lateral-lower-left:ache", "pn-lfcn", BC_SIDE_LEFT);

  g_assert_cmpfloat (burning, >, plain + 0.2);
  g_assert_cmpfloat (aching, <, plain - 0.2);
  /* An ache says nothing about a source that aches. */
  g_assert_cmpfloat_with_epsilon (score_of ("hip-lateral-left:ache", "gtps", BC_SIDE_LEFT),
                                  score_of ("hip-lateral-left", "gtps", BC_SIDE_LEFT), CLOSE);
  /* Tingling in a hand says nothing about a source in the back. */
  g_assert_cmpfloat_with_epsilon (score_of ("lumbar-lower-left palm-left:tingling", "facet-l4-5", BC_SIDE_LEFT),
                                  score_of ("lumbar-lower-left palm-left", "facet-l4-5", BC_SIDE_LEFT), CLOSE);
}

static void
test_depth_and_age (void)
{
  g_assert_cmpfloat (score_of ("hip-lateral-left superficial", "gtps", BC_SIDE_LEFT), <,
                     score_of ("hip-lateral-left deep", "gtps", BC_SIDE_LEFT) - 0.3);
  g_assert_cmpfloat (score_of ("sacroiliac-left @70", "axspa", BC_SIDE_BOTH), <,
                     score_of ("sacroiliac-left @50", "axspa", BC_SIDE_BOTH) - 0.3);
  g_assert_cmpfloat (score_of ("sacroiliac-left @50", "axspa", BC_SIDE_BOTH), <,
                     score_of ("sacroiliac-left @30", "axspa", BC_SIDE_BOTH) - 0.3);
  /* An age that is not known excludes nothing. */
  g_assert_cmpfloat_with_epsilon (score_of ("sacroiliac-left", "axspa", BC_SIDE_BOTH),
                                  score_of ("sacroiliac-left @30", "axspa", BC_SIDE_BOTH), CLOSE);
}

/* The site weighs more than where the pain travels: a swap of the two favours the source whose core is the site. */
static const BcReason *
find_reason (const BcFinding *finding,
             BcReasonKind     kind)
{
  for (guint i = 0; i < finding->reasons->len; i++)
    if (g_array_index (finding->reasons, BcReason, i).kind == kind)
      return &g_array_index (finding->reasons, BcReason, i);
  return NULL;
}

/* As the published ratio says: 0.69 of those with trochanteric pain are women, were there as many women as men. */
static void
test_sex (void)
{
  const char *marks = "hip-lateral-right thigh-lateral-upper-right";
  g_autofree char *woman = g_strconcat (marks, " female", NULL);
  g_autofree char *man = g_strconcat (marks, " male", NULL);
  double unknown = score_of (marks, "gtps", BC_SIDE_RIGHT);

  g_assert_cmpfloat_with_epsilon (score_of (woman, "gtps", BC_SIDE_RIGHT), unknown + log (2 * 0.69), CLOSE);
  g_assert_cmpfloat_with_epsilon (score_of (man, "gtps", BC_SIDE_RIGHT), unknown + log (2 * 0.31), CLOSE);
  g_assert_cmpfloat_with_epsilon (score_of (man, "hip-oa", BC_SIDE_RIGHT), score_of (marks, "hip-oa", BC_SIDE_RIGHT),
                                  CLOSE);
}

/* An entry may be wrong: no sex excludes a source or silences a rule, and the finding says what it weighs. */
static void
test_sex_never_excludes (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const char *marks = "sacroiliac-left sacroiliac-right pubis-left pubis-right buttock-upper-left buttock-upper-right";
  g_autofree char *text = g_strconcat (marks, " male @30", NULL);
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);
  g_autoptr(BcFinding) pelvic = bc_match_explain (evidence, maps, "pgp", BC_SIDE_BOTH);
  g_autoptr(BcFindings) findings = bc_match (evidence, maps);
  const BcReason *reason = find_reason (pelvic, BC_REASON_SEX);
  g_autofree char *words = NULL;

  g_assert_nonnull (reason);
  g_assert_cmpfloat_with_epsilon (reason->weight, -1.5, CLOSE);
  words = bc_reason_dup_text (reason, maps);
  g_assert_cmpstr (words, ==, "the patient's sex");
  g_assert_nonnull (bc_findings_lookup (findings, "pgp", BC_SIDE_BOTH));
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr(BcEvidence) chart = random_evidence (seed);
      g_autoptr(BcFindings) female = NULL;
      g_autoptr(BcFindings) male = NULL;

      chart->sex = BC_SEX_FEMALE;
      female = bc_match (chart, maps);
      chart->sex = BC_SEX_MALE;
      male = bc_match (chart, maps);
      g_assert_cmpuint (female->red_flags->len, ==, male->red_flags->len);
    }
}

static void
test_site_and_radiation (void)
{
  double at_core = score_of ("hip-lateral-right >knee-lateral-right", "gtps", BC_SIDE_RIGHT);
  double at_edge = score_of (">hip-lateral-right knee-lateral-right", "gtps", BC_SIDE_RIGHT);

  g_assert_cmpfloat (at_core, >, at_edge + 0.05);
}

/* A region that was only just hit weighs less than one that is meant; how much of it is covered does not matter. */
static void
test_just_hit (void)
{
  g_autoptr(BcEvidence) whole = evidence_from_text ("heel-left");
  g_autoptr(BcEvidence) touched = evidence_from_text ("heel-left");
  g_autoptr(BcFinding) more = NULL;
  g_autoptr(BcFinding) less = NULL;
  g_autoptr(BcFinding) small = NULL;

  whole->share[bc_region_from_id ("heel-left")] = 0.05;
  small = bc_match_explain (whole, bc_maps_get_default (), "plantar-heel", BC_SIDE_LEFT);
  whole->share[bc_region_from_id ("heel-left")] = 1;
  touched->clarity[bc_region_from_id ("heel-left")] = 0;
  more = bc_match_explain (whole, bc_maps_get_default (), "plantar-heel", BC_SIDE_LEFT);
  less = bc_match_explain (touched, bc_maps_get_default (), "plantar-heel", BC_SIDE_LEFT);
  g_assert_cmpfloat (less->score, <, more->score);
  g_assert_cmpfloat (small->score, ==, more->score);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weights/by-hand", test_by_hand);
  g_test_add_func ("/weights/clear-lowers", test_clear_lowers);
  g_test_add_func ("/weights/answers-move", test_answers_move);
  g_test_add_func ("/weights/published-ratio", test_published_ratio);
  g_test_add_func ("/weights/same-question-counts-once", test_same_question_counts_once);
  g_test_add_func ("/weights/general-weakness", test_general_weakness);
  g_test_add_func ("/weights/answers-are-limited", test_answers_are_limited);
  g_test_add_func ("/weights/dermatome-and-root", test_dermatome_and_root);
  g_test_add_func ("/weights/qualities", test_qualities);
  g_test_add_func ("/weights/depth-and-age", test_depth_and_age);
  g_test_add_func ("/weights/sex", test_sex);
  g_test_add_func ("/weights/sex-never-excludes", test_sex_never_excludes);
  g_test_add_func ("/weights/site-and-radiation", test_site_and_radiation);
  g_test_add_func ("/weights/just-hit", test_just_hit);
  return g_test_run ();
}
