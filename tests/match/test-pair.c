/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

/* Two sources at once, BcFindings.pair: what a caller may rely on. */

#define KNEE "knee-medial-right:ache knee-anterior-right:ache"
#define NECK "nape-lower-left:ache shoulder-top-left:ache scapula-upper-left:ache"
#define KNEE_ANSWERS "+d-tender-joint-line stairs=aggravates"
#define NECK_ANSWERS "+d-tender-facet-neck +d-neck-moves-neck"

static BcFindings *
match (const BcEvidence *evidence)
{
  return bc_match (evidence, bc_maps_get_default ());
}

static BcFindings *
match_text (const char *text)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return match (evidence);
}

static double
first_share (const BcFindings *findings)
{
  return findings->findings->len > 0 ? ((const BcFinding *) g_ptr_array_index (findings->findings, 0))->share : 0;
}

static gboolean
pair_leads (const BcFindings *findings)
{
  return findings->pair != NULL && findings->pair->share > first_share (findings)
         && findings->pair->share > findings->no_fit_share;
}

static gboolean
is_of (const BcFinding *finding,
       const char      *family,
       BcSide           side)
{
  return g_str_has_prefix (finding->pattern->id, family) && finding->side == side;
}

static void
assert_names (const BcPair *pair,
              const char   *one,
              BcSide        one_side,
              const char   *other,
              BcSide        other_side)
{
  g_assert_nonnull (pair);
  g_test_message ("%s and %s", pair->first->pattern->id, pair->second->pattern->id);
  g_assert_true ((is_of (pair->first, one, one_side) && is_of (pair->second, other, other_side))
                 || (is_of (pair->first, other, other_side) && is_of (pair->second, one, one_side)));
}

static void
test_far_apart (void)
{
  g_autoptr(BcFindings) findings = match_text (KNEE " " NECK " " KNEE_ANSWERS " " NECK_ANSWERS);

  assert_names (findings->pair, "knee-", BC_SIDE_RIGHT, "facet-c", BC_SIDE_LEFT);
  g_assert_true (pair_leads (findings));
  g_assert_cmpuint (findings->pair->unexplained->len, ==, 0);
}

/* Without the second, the first is told as before and no pair leads. */
static void
test_single (void)
{
  static const char *const charts[] = {
    KNEE " " KNEE_ANSWERS,
    NECK " " NECK_ANSWERS,
    "buttock-upper-right:ache lumbar-lower-right:ache >leg-lateral-right:electric >great-toe-right:tingling +d-slr",
    "thumb-left:tingling index-finger-left:tingling middle-finger-left:numbness +d-phalen",
    "heel-right:sharp first-steps=aggravates",
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(BcFindings) findings = match_text (charts[i]);

      g_test_message ("%s", charts[i]);
      g_assert_false (pair_leads (findings));
    }
}

/* One mark astray is no second source. */
static void
test_stray_mark (void)
{
  g_autoptr(BcFindings) findings = match_text ("groin-left:ache thigh-anterior-upper-left:ache hip-lateral-left:ache "
                                               "buttock-lower-left:ache ear-right:ache +d-hip-rotation-limited "
                                               "+d-groin-hip +d-stiff-under-30");

  g_assert_false (pair_leads (findings));
}

static void
assert_accounts (const BcEvidence *evidence,
                 const BcPair     *pair)
{
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      gboolean explained = has_region (pair->first->explains, region) || has_region (pair->second->explains, region);
      gboolean unexplained = has_region (pair->unexplained, region);

      g_assert_cmpint (explained + unexplained, ==, bc_evidence_is_marked (evidence, region));
    }
}

/* Each source belongs there: it explains a mark that the other does not. */
static void
assert_needed (const BcFinding *one,
               const BcFinding *other)
{
  gboolean adds = FALSE;

  for (guint i = 0; i < one->explains->len; i++)
    adds |= !has_region (other->explains, g_array_index (one->explains, BcRegion, i));
  g_assert_true (adds);
}

static void
test_account (void)
{
  guint n_pairs = 0;

  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = match (evidence);

      if (findings->pair == NULL)
        continue;
      n_pairs++;
      assert_accounts (evidence, findings->pair);
      assert_needed (findings->pair->first, findings->pair->second);
      assert_needed (findings->pair->second, findings->pair->first);
      g_assert_cmpfloat (findings->pair->first->score, >=, findings->pair->second->score);
      g_assert_true (findings->pair->first->pattern != findings->pair->second->pattern);
    }
  g_test_message ("%u pairs", n_pairs);
  g_assert_cmpuint (n_pairs, >, 10);
}

/* A pair is only told where it fits better than any one source, and its share says so. */
static void
test_better (void)
{
  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = match (evidence);

      if (findings->pair == NULL)
        continue;
      g_assert_cmpfloat (findings->pair->score, >,
                         ((const BcFinding *) g_ptr_array_index (findings->findings, 0))->score);
      g_assert_cmpfloat (findings->pair->share, >, first_share (findings));
      g_assert_cmpfloat (findings->pair->share, <, 1);
    }
}

/* The best member of each group, the pair and "no pattern fits" share out the whole; the forty told have nearly all. */
static void
test_shares (void)
{
  static const char *const charts[] = { KNEE " " NECK " " KNEE_ANSWERS " " NECK_ANSWERS, KNEE, KNEE " " NECK };

  for (guint k = 0; k < G_N_ELEMENTS (charts); k++)
    {
      g_autoptr(BcFindings) findings = match_text (charts[k]);
      g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
      double sum = findings->no_fit_share + (findings->pair != NULL ? findings->pair->share : 0);

      for (guint i = 0; i < findings->findings->len; i++)
        {
          const BcFinding *finding = g_ptr_array_index (findings->findings, i);
          const BcGroup *group = finding->pattern->group;
          const char *rival = group == NULL ? finding->pattern->id : group->parent != NULL ? group->parent : group->id;

          if (g_hash_table_add (groups, (gpointer) rival))
            sum += finding->share;
        }
      g_test_message ("%s: %.3f", charts[k], sum);
      g_assert_cmpfloat (sum, <=, 1 + 1e-9);
      g_assert_cmpfloat (sum, >, 0.8);
    }
}

static void
test_mirrored (void)
{
  static const char *const text = KNEE " " NECK " " KNEE_ANSWERS " " NECK_ANSWERS;
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);
  g_autoptr(BcEvidence) mirrored = mirror_evidence (evidence);
  g_autoptr(BcFindings) findings = match (evidence);
  g_autoptr(BcFindings) other = match (mirrored);

  assert_names (other->pair, "knee-", BC_SIDE_LEFT, "facet-c", BC_SIDE_RIGHT);
  g_assert_true (findings->pair->first->pattern == other->pair->first->pattern);
  g_assert_true (findings->pair->second->pattern == other->pair->second->pattern);
  g_assert_cmpfloat_with_epsilon (findings->pair->score, other->pair->score, 1e-6);
  /* Rivals that only lie on one side (heart, spleen) take a little more of the one than of the other. */
  g_assert_cmpfloat_with_epsilon (findings->pair->share, other->pair->share, 1e-3);
}

static void
test_same_again (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = match (evidence);
      g_autoptr(BcFindings) again = match (evidence);

      g_assert_cmpint (findings->pair == NULL, ==, again->pair == NULL);
      if (findings->pair == NULL)
        continue;
      g_assert_true (findings->pair->first->pattern == again->pair->first->pattern);
      g_assert_true (findings->pair->second->pattern == again->pair->second->pattern);
      g_assert_cmpint (findings->pair->first->side, ==, again->pair->first->side);
      g_assert_cmpint (findings->pair->second->side, ==, again->pair->second->side);
      g_assert_cmpfloat (findings->pair->share, ==, again->pair->share);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair/far-apart", test_far_apart);
  g_test_add_func ("/pair/single", test_single);
  g_test_add_func ("/pair/stray-mark", test_stray_mark);
  g_test_add_func ("/pair/account", test_account);
  g_test_add_func ("/pair/better", test_better);
  g_test_add_func ("/pair/shares", test_shares);
  g_test_add_func ("/pair/mirrored", test_mirrored);
  g_test_add_func ("/pair/same-again", test_same_again);
  return g_test_run ();
}
