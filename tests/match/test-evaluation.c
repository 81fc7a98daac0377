/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evaluation.h"
#include "match-support.h"

#include <math.h>

/* The measures themselves: small sets of which the right counts are known. */

#define L5_RIGHT \
  "buttock-upper-right:ache >leg-lateral-right:electric >great-toe-right:tingling +d-slr +d-weak-great-toe"
#define KNEE_RIGHT "knee-medial-right:ache knee-anterior-right:ache +d-tender-joint-line stairs=aggravates"
#define NECK_LEFT \
  "nape-lower-left:ache shoulder-top-left:ache scapula-upper-left:ache +d-tender-facet-neck +d-neck-moves-neck"

static const BcPattern *
pattern (const char *id)
{
  const BcPattern *found = bc_maps_lookup_pattern (bc_maps_get_default (), id);

  g_assert_nonnull (found);
  return found;
}

static BcEvaluation *
evaluate_one (const char    *text,
              const BcTruth *truth)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);
  BcEvaluation *evaluation = bc_evaluation_new (bc_maps_get_default ());

  bc_evaluation_add (evaluation, evidence, truth);
  return evaluation;
}

static void
test_right (void)
{
  BcTruth truth = { .pattern = pattern ("root-l5"), .side = BC_SIDE_RIGHT };
  g_autoptr(BcEvaluation) evaluation = evaluate_one (L5_RIGHT, &truth);
  const BcScores *scores = &evaluation->scores[BC_METHOD_ANSWERS];

  g_assert_cmpuint (scores->n, ==, 1);
  g_assert_cmpuint (scores->first, ==, 1);
  g_assert_cmpuint (scores->named, ==, 1);
  g_assert_cmpuint (scores->three, ==, 1);
  g_assert_cmpuint (scores->family, ==, 1);
  g_assert_cmpfloat_with_epsilon (scores->reciprocal, 1, 1e-12);
  g_assert_cmpuint (scores->n_none + scores->n_pairs + scores->lost + scores->split, ==, 0);
}

/* The other side is another source. */
static void
test_wrong_side (void)
{
  BcTruth truth = { .pattern = pattern ("root-l5"), .side = BC_SIDE_LEFT };
  g_autoptr(BcEvaluation) evaluation = evaluate_one (L5_RIGHT, &truth);
  const BcScores *scores = &evaluation->scores[BC_METHOD_ANSWERS];

  g_assert_cmpuint (scores->first, ==, 0);
  g_assert_cmpfloat (scores->reciprocal, <, 1);
  truth.side = BC_SIDE_BOTH;
  g_clear_pointer (&evaluation, bc_evaluation_free);
  evaluation = evaluate_one (L5_RIGHT, &truth);
  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].first, ==, 1);
}

/* A source at a fixed place has no side to get wrong. */
static void
test_no_sides (void)
{
  BcTruth truth = { .pattern = pattern ("rf-cauda-equina"), .side = BC_SIDE_LEFT };
  g_autoptr(BcEvaluation) evaluation = NULL;

  evaluation = evaluate_one ("lumbar-lower-left:ache lumbar-lower-right:ache perineum-left:numbness "
                             "perineum-right:numbness calf-upper-left:tingling calf-upper-right:tingling "
                             "+bladder-retention +saddle-numb",
                             &truth);
  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].first, ==, 1);
}

static void
test_twin (void)
{
  char *also[] = { (char *) "root-l5", NULL };
  BcTruth truth = { .pattern = pattern ("root-s2-s4"), .side = BC_SIDE_RIGHT, .also = also };
  g_autoptr(BcEvaluation) evaluation = evaluate_one (L5_RIGHT, &truth);
  const BcScores *scores = &evaluation->scores[BC_METHOD_ANSWERS];

  g_assert_cmpuint (scores->first, ==, 1);
  g_assert_cmpuint (scores->named, ==, 0);
}

static void
test_none (void)
{
  BcTruth nothing = { .pattern = NULL };
  g_autoptr(BcEvaluation) evaluation = evaluate_one ("cheek-left:ache elbow-posterior-right:ache "
                                                     "ankle-medial-left:ache", &nothing);
  g_autoptr(BcEvaluation) other = evaluate_one (L5_RIGHT, &nothing);

  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].n_none, ==, 1);
  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].none_found, ==, 1);
  g_assert_cmpuint (evaluation->scores[BC_METHOD_ANSWERS].n, ==, 0);
  g_assert_cmpuint (other->scores[BC_METHOD_ANSWERS].none_found, ==, 0);
  /* Plain overlap cannot say that nothing fits. */
  g_assert_cmpuint (evaluation->scores[BC_METHOD_OVERLAP].none_found, ==, 0);
}

static void
test_two (void)
{
  BcTruth truth = {
    .pattern = pattern ("facet-c5-6"),
    .side = BC_SIDE_LEFT,
    .second = pattern ("knee-tf"),
    .second_side = BC_SIDE_RIGHT,
  };
  g_autoptr(BcEvaluation) both = evaluate_one (KNEE_RIGHT " " NECK_LEFT, &truth);
  g_autoptr(BcEvaluation) one = evaluate_one (KNEE_RIGHT, &truth);
  g_autoptr(BcEvaluation) neither = evaluate_one (L5_RIGHT, &truth);

  g_assert_cmpuint (both->scores[BC_METHOD_ANSWERS].n_pairs, ==, 1);
  g_assert_cmpuint (both->scores[BC_METHOD_ANSWERS].pair_both, ==, 1);
  g_assert_cmpuint (both->scores[BC_METHOD_ANSWERS].pair_one, ==, 1);
  g_assert_cmpuint (both->scores[BC_METHOD_ANSWERS].pair_told, ==, 1);
  g_assert_cmpuint (both->scores[BC_METHOD_ANSWERS].n, ==, 0);
  g_assert_cmpuint (one->scores[BC_METHOD_ANSWERS].pair_both, ==, 0);
  g_assert_cmpuint (one->scores[BC_METHOD_ANSWERS].pair_one, ==, 1);
  g_assert_cmpuint (neither->scores[BC_METHOD_ANSWERS].pair_one, ==, 0);
}

static void
test_flags (void)
{
  char *fires[] = { (char *) "rf-motor", NULL };
  char *silent[] = { (char *) "rf-motor", (char *) "rf-ces-1", NULL };
  BcTruth truth = { .pattern = pattern ("root-l5"), .side = BC_SIDE_RIGHT, .flags = fires };
  g_autoptr(BcEvaluation) evaluation = evaluate_one (L5_RIGHT " +foot-drop-new", &truth);

  g_assert_cmpuint (evaluation->n_flagged, ==, 1);
  g_assert_cmpuint (evaluation->flags_told, ==, 1);
  truth.flags = silent;
  g_clear_pointer (&evaluation, bc_evaluation_free);
  evaluation = evaluate_one (L5_RIGHT " +foot-drop-new", &truth);
  g_assert_cmpuint (evaluation->n_flagged, ==, 1);
  g_assert_cmpuint (evaluation->flags_told, ==, 0);
}

/* Every case has one outcome, which is in one tenth, and at most one family of the table. */
static void
test_bins (void)
{
  g_autoptr(BcEvaluation) evaluation = bc_evaluation_new (bc_maps_get_default ());
  BcTruth truth = { .pattern = pattern ("root-l5"), .side = BC_SIDE_RIGHT };
  guint size = evaluation->n_families + 1;
  guint n = 0;
  guint confused = 0;

  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);

      bc_evaluation_add (evaluation, evidence, &truth);
    }
  for (guint i = 0; i < BC_EVALUATION_N_BINS; i++)
    {
      const BcBin *bin = &evaluation->scores[BC_METHOD_ANSWERS].bins[i];

      n += bin->n;
      g_assert_cmpuint (bin->right, <=, bin->n);
      g_assert_cmpfloat (bin->share, >=, i * bin->n / 10.0 - 1e-9);
      g_assert_cmpfloat (bin->share, <=, (i + 1) * bin->n / 10.0 + 1e-9);
    }
  for (guint i = 0; i < size * size; i++)
    confused += evaluation->confusion[i];
  g_assert_cmpuint (n, ==, 30);
  g_assert_cmpuint (confused, ==, 30);
}

/* Worked by hand: of four shares of 0.75 three are right, of two of 0.55 none, so (0 + 2 x 0.55) / 6. */
static void
test_calibration_error (void)
{
  BcScores scores = { 0 };

  g_assert_cmpfloat_with_epsilon (bc_scores_get_calibration_error (&scores), 0, 1e-12);
  scores.bins[7] = (BcBin) { .n = 4, .right = 3, .share = 3 };
  scores.bins[5] = (BcBin) { .n = 2, .right = 0, .share = 1.1 };
  g_assert_cmpuint (bc_scores_count (&scores), ==, 6);
  g_assert_cmpfloat_with_epsilon (bc_scores_get_calibration_error (&scores), 1.1 / 6, 1e-12);
}

/* The proper scores of one right and one wrong outcome follow from its share. */
static void
test_proper_scores (void)
{
  BcTruth right = { .pattern = pattern ("root-l5"), .side = BC_SIDE_RIGHT };
  BcTruth wrong = { .pattern = pattern ("root-c6"), .side = BC_SIDE_RIGHT };
  g_autoptr(BcEvaluation) one = evaluate_one (L5_RIGHT, &right);
  g_autoptr(BcEvaluation) other = evaluate_one (L5_RIGHT, &wrong);
  g_autoptr(BcEvidence) evidence = evidence_from_text (L5_RIGHT);
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  double share = ((const BcFinding *) g_ptr_array_index (findings->findings, 0))->share;

  g_assert_cmpfloat_with_epsilon (one->scores[BC_METHOD_ANSWERS].losses, -log (share), 1e-9);
  g_assert_cmpfloat_with_epsilon (other->scores[BC_METHOD_ANSWERS].losses, -log (1 - share), 1e-9);
  g_assert_cmpfloat_with_epsilon (one->scores[BC_METHOD_ANSWERS].squares, (1 - share) * (1 - share), 1e-9);
  g_assert_cmpfloat_with_epsilon (other->scores[BC_METHOD_ANSWERS].squares, share * share, 1e-9);
}

static void
test_marks_alone (void)
{
  BcTruth truth = { .pattern = pattern ("root-l5"), .side = BC_SIDE_RIGHT };
  g_autoptr(BcEvidence) evidence = evidence_from_text (L5_RIGHT);
  g_autoptr(BcEvaluation) evaluation = bc_evaluation_new (bc_maps_get_default ());
  guint n_answers = g_hash_table_size (evidence->answers);

  bc_evaluation_add (evaluation, evidence, &truth);
  /* The caller's evidence keeps its answers, and without them less is sure. */
  g_assert_cmpuint (g_hash_table_size (evidence->answers), ==, n_answers);
  for (guint i = 0; i < BC_EVALUATION_N_BINS; i++)
    if (evaluation->scores[BC_METHOD_ANSWERS].bins[i].n > 0)
      g_assert_cmpuint (evaluation->scores[BC_METHOD_MARKS].bins[i].n, ==, 0);
}

static void
test_baselines (void)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text ("leg-lateral-right foot-dorsum-medial-right great-toe-right");
  g_autoptr(GArray) overlap = bc_baseline_overlap (evidence, bc_maps_get_default ());
  g_autoptr(GArray) dermatomes = bc_baseline_dermatomes (evidence, bc_maps_get_default ());

  g_assert_cmpuint (overlap->len, >, dermatomes->len);
  for (guint i = 0; i < dermatomes->len; i++)
    {
      const BcGuess *guess = &g_array_index (dermatomes, BcGuess, i);

      g_assert_cmpstr (guess->pattern->family->id, ==, "dermatome");
      g_assert_cmpfloat (guess->fit, >, 0);
      g_assert_cmpfloat (guess->fit, <=, i == 0 ? 1 : g_array_index (dermatomes, BcGuess, i - 1).fit);
    }
  g_assert_cmpstr (g_array_index (dermatomes, BcGuess, 0).pattern->id, ==, "derm-l5");
  g_assert_cmpint (g_array_index (dermatomes, BcGuess, 0).side, ==, BC_SIDE_RIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation/right", test_right);
  g_test_add_func ("/evaluation/wrong-side", test_wrong_side);
  g_test_add_func ("/evaluation/no-sides", test_no_sides);
  g_test_add_func ("/evaluation/twin", test_twin);
  g_test_add_func ("/evaluation/none", test_none);
  g_test_add_func ("/evaluation/two", test_two);
  g_test_add_func ("/evaluation/flags", test_flags);
  g_test_add_func ("/evaluation/bins", test_bins);
  g_test_add_func ("/evaluation/calibration-error", test_calibration_error);
  g_test_add_func ("/evaluation/proper-scores", test_proper_scores);
  g_test_add_func ("/evaluation/marks-alone", test_marks_alone);
  g_test_add_func ("/evaluation/baselines", test_baselines);
  return g_test_run ();
}
