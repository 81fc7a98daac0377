/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

#include <math.h>

#define N_RANDOM 300
#define CLOSE 1e-9

static BcFindings *
match_text (const char *text)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return bc_match (evidence, bc_maps_get_default ());
}

static const BcFinding *
nth (const BcFindings *findings,
     guint             n)
{
  g_assert_cmpuint (n, <, findings->findings->len);
  return g_ptr_array_index (findings->findings, n);
}

/* The example of the first issue, step by step as a physiotherapist would chart it. */
static void
test_l5_example (void)
{
  const char *marks = "buttock-upper-right >thigh-lateral-upper-right >thigh-lateral-lower-right >leg-lateral-right "
                      ">foot-dorsum-medial-right great-toe-right:tingling";
  g_autofree char *answered = g_strconcat (marks, " +d-slr sitting=aggravates", NULL);
  g_autoptr(BcFindings) findings = match_text (marks);
  g_autoptr(BcFindings) after = match_text (answered);
  const BcFinding *first = nth (findings, 0);

  g_assert_cmpstr (first->pattern->id, ==, "root-l5");
  g_assert_cmpint (first->side, ==, BC_SIDE_RIGHT);
  g_assert_cmpuint (first->explains->len, ==, 6);
  g_assert_cmpuint (first->unexplained->len, ==, 0);
  g_assert_true (has_region (first->expected, bc_region_from_id ("lumbar-lower-right")));
  g_assert_cmpfloat (nth (after, 0)->share, >, first->share);
  g_assert_cmpstr (nth (after, 0)->pattern->id, ==, "root-l5");
}

static void
assert_partition (const BcEvidence *evidence,
                  const BcFinding  *finding)
{
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      guint n = has_region (finding->explains, region) + has_region (finding->unexplained, region);

      g_assert_cmpuint (n, ==, bc_evidence_is_marked (evidence, region) ? 1 : 0);
      if (has_region (finding->expected, region))
        {
          g_assert_false (bc_evidence_is_marked (evidence, region));
          g_assert_false (evidence->clear[i]);
          g_assert_cmpfloat (bc_pattern_get_probability (finding->pattern, finding->side, region), >=, 0.5 - CLOSE);
        }
    }
  g_assert_cmpuint (finding->explains->len + finding->unexplained->len, ==, bc_evidence_count (evidence));
}

/* Every marked region is in exactly one of explained and unexplained, whatever the chart. */
static void
test_partition (void)
{
  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());

      for (guint i = 0; i < findings->findings->len; i++)
        assert_partition (evidence, nth (findings, i));
    }
}

/*
 * The reasons add up to the score, and the shares follow from the scores: how far a finding stays behind the first
 * lies between what the scores say of a chart to rely on, and of one that misleads.
 */
static void
test_reasons_add_up (void)
{
  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());

      for (guint i = 0; i < findings->findings->len; i++)
        {
          const BcFinding *finding = nth (findings, i);
          const BcFinding *first = nth (findings, 0);
          double behind = first->score - finding->score;
          double sum = 0;
          double heaviest = INFINITY;

          for (guint k = 0; k < finding->reasons->len; k++)
            {
              const BcReason *reason = &g_array_index (finding->reasons, BcReason, k);

              g_assert_true (isfinite (reason->weight));
              g_assert_true ((reason->qualities != 0) == (reason->kind == BC_REASON_QUALITY));
              g_assert_cmpfloat (fabs (reason->weight), <=, heaviest);
              heaviest = fabs (reason->weight);
              sum += reason->weight;
            }
          g_assert_cmpfloat_with_epsilon (sum, finding->score, CLOSE);
          g_assert_cmpfloat (finding->share, >=, first->share * exp (-3.5 * behind) - CLOSE);
          g_assert_cmpfloat (finding->share, <=, first->share * exp (-0.35 * behind) + CLOSE);
        }
    }
}

/* The best member of every group at every side, and "no pattern fits", share out the whole and no more. */
static void
test_shares (void)
{
  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
      double sum = findings->no_fit_share;
      double last = 1;

      for (guint i = 0; i < findings->findings->len; i++)
        {
          const BcFinding *finding = nth (findings, i);

          g_assert_cmpfloat (finding->share, >=, 0);
          g_assert_cmpfloat (finding->share, <=, last);
          g_assert_cmpfloat (finding->share, <=, finding->group_share + CLOSE);
          if (finding->share >= finding->group_share)
            sum += finding->share;
          last = finding->share;
        }
      g_assert_cmpfloat (sum, <=, 1 + 1e-6);
    }
}

/* What one weak answer could turn round is called tied, at the head only; a clear lead is not. */
static void
test_ties (void)
{
  guint n_tied = 0;

  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());

      for (guint i = 0; i < findings->findings->len; i++)
        {
          double behind = nth (findings, 0)->score - nth (findings, i)->score;
          double to_next = findings->findings->len > 1 ? nth (findings, 0)->score - nth (findings, 1)->score : 1;

          g_assert_cmpint (nth (findings, i)->tied, ==, (i == 0 ? to_next : behind) < 0.22);
          n_tied += nth (findings, i)->tied;
        }
    }
  g_assert_cmpuint (n_tied, >, 10);
}

/* Near twins carry their group together: L5, S1 and sciatica do not split their share before others are compared. */
static void
test_group (void)
{
  g_autoptr(BcFindings) findings = match_text ("lumbar-lower-left buttock-upper-left thigh-posterior-upper-left "
                                               "thigh-posterior-lower-left calf-upper-left +d-slr +d-slump");
  const BcFinding *sciatica = bc_findings_lookup (findings, "root-sciatica", BC_SIDE_LEFT);
  const BcFinding *s1 = bc_findings_lookup (findings, "root-s1", BC_SIDE_LEFT);

  g_assert_nonnull (sciatica);
  g_assert_nonnull (s1);
  g_assert_cmpfloat_with_epsilon (sciatica->group_share, s1->group_share, CLOSE);
  g_assert_cmpfloat_with_epsilon (MAX (sciatica->share, s1->share), s1->group_share, CLOSE);
  g_assert_cmpfloat (sciatica->share + s1->share, >, s1->group_share);
}

static BcSide
other_side (BcSide side)
{
  if (side == BC_SIDE_BOTH)
    return side;
  return side == BC_SIDE_LEFT ? BC_SIDE_RIGHT : BC_SIDE_LEFT;
}

static gboolean
has_relation (const BcPattern *pattern,
              BcRelation       one,
              BcRelation       other)
{
  for (guint i = 0; i < pattern->zones->len; i++)
    {
      BcRelation relation = g_array_index (pattern->zones, BcZone, i).relation;

      if (relation == one || relation == other)
        return TRUE;
    }
  return FALSE;
}

/* Left and right are alike for every source that has no fixed place. */
static void
test_mirror (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcEvidence) mirrored = mirror_evidence (evidence);
      g_autoptr(BcFindings) findings = NULL;

      /* Two red-flag rules know left from right: their answers would weigh differently. */
      g_hash_table_remove_all (evidence->answers);
      g_hash_table_remove_all (mirrored->answers);
      evidence->age = mirrored->age = 50;
      findings = bc_match (evidence, maps);
      for (guint i = 0; i < findings->findings->len; i++)
        {
          const BcFinding *finding = nth (findings, i);
          g_autoptr(BcFinding) twin = NULL;

          if (has_relation (finding->pattern, BC_RELATION_LEFT, BC_RELATION_RIGHT))
            continue;
          twin = bc_match_explain (mirrored, maps, finding->pattern->id, other_side (finding->side));
          g_assert_nonnull (twin);
          g_assert_cmpfloat_with_epsilon (twin->score, finding->score, CLOSE);
          g_assert_cmpuint (twin->explains->len, ==, finding->explains->len);
          for (guint k = 0; k < finding->explains->len; k++)
            g_assert_true (has_region (twin->explains,
                                       bc_region_mirror (g_array_index (finding->explains, BcRegion, k))));
        }
    }
}

/* The order in which regions are marked and questions answered must not matter. */
static void
test_same_input_same_findings (void)
{
  g_autoptr(BcFindings) one = match_text ("sacroiliac-left buttock-upper-left +d-sij-3of6 ~d-slr "
                                          "sit-to-stand=aggravates");
  g_autoptr(BcFindings) two = match_text ("sit-to-stand=aggravates ~d-slr buttock-upper-left +d-sij-3of6 "
                                          "sacroiliac-left");

  g_assert_cmpuint (one->findings->len, ==, two->findings->len);
  for (guint i = 0; i < one->findings->len; i++)
    {
      g_assert_true (nth (one, i)->pattern == nth (two, i)->pattern);
      g_assert_cmpint (nth (one, i)->side, ==, nth (two, i)->side);
      g_assert_cmpfloat_with_epsilon (nth (one, i)->score, nth (two, i)->score, CLOSE);
    }
}

/* A pattern is told at a second side only for a mark that the first side leaves unexplained. */
static void
test_second_side (void)
{
  g_autoptr(BcFindings) midline = match_text ("lumbar-lower-left lumbar-lower-right");
  g_autoptr(BcFindings) two = match_text ("thigh-posterior-lower-left thigh-posterior-lower-right");
  guint n_disc = 0;
  guint n_strain = 0;

  for (guint i = 0; i < midline->findings->len; i++)
    n_disc += g_str_equal (nth (midline, i)->pattern->id, "disc-lumbar");
  for (guint i = 0; i < two->findings->len; i++)
    n_strain += g_str_equal (nth (two, i)->pattern->id, "hamstring-strain");
  g_assert_cmpuint (n_disc, ==, 1);
  g_assert_cmpuint (n_strain, ==, 2); /* never on both sides as one finding, so one for each */
}

/* A drawing on one side is no reason to speak of both. */
static void
test_both_sides_need_both (void)
{
  g_autoptr(BcFindings) one = match_text ("sacroiliac-right buttock-upper-right");
  g_autoptr(BcFindings) two = match_text ("sacroiliac-right buttock-upper-right sacroiliac-left buttock-upper-left");

  g_assert_null (bc_findings_lookup (one, "sij", BC_SIDE_BOTH));
  g_assert_nonnull (bc_findings_lookup (one, "sij", BC_SIDE_RIGHT));
  /* Both joints have a map of their own, of the same name: told once. */
  g_assert_true ((bc_findings_lookup (two, "sij", BC_SIDE_BOTH) != NULL)
                 != (bc_findings_lookup (two, "sij-bilateral", BC_SIDE_BOTH) != NULL));
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      g_autoptr(BcEvidence) evidence = bc_evidence_new ();
      g_autoptr(BcFindings) findings = NULL;

      bc_evidence_mark (evidence, (BcRegion) r, 0, BC_ROLE_SITE);
      findings = bc_match (evidence, bc_maps_get_default ());
      for (guint i = 0; i < findings->findings->len; i++)
        if (has_relation (nth (findings, i)->pattern, BC_RELATION_SAME, BC_RELATION_OTHER))
          g_assert_cmpint (nth (findings, i)->side, !=, BC_SIDE_BOTH);
    }
}

static const char * const scattered[] = {
  "ear-right little-finger-right knee-lateral-left abdomen-upper-left great-toe-right",
  "wrist-posterior-left breast-left knee-posterior-right cheek-right ankle-medial-right foot-dorsum-lateral-left",
  "crown-left axilla-right hand-dorsum-ulnar-right knee-medial-right sole-lateral-left flank-left",
  "neck-anterior-right shin-right elbow-posterior-left pubis-left sole-medial-right ribs-posterior-left",
};

static void
test_no_fit (void)
{
  g_autoptr(BcFindings) clean = match_text ("buttock-upper-right leg-lateral-right foot-dorsum-medial-right");

  for (guint i = 0; i < G_N_ELEMENTS (scattered); i++)
    {
      g_autoptr(BcFindings) findings = match_text (scattered[i]);

      g_assert_cmpfloat (findings->no_fit_share, >, nth (findings, 0)->share);
    }
  g_assert_cmpfloat (clean->no_fit_share, <, 0.1);
}

static void
test_nothing_marked (void)
{
  g_autoptr(BcFindings) findings = match_text ("!groin-left +d-slr +foot-drop-new @50");

  g_assert_cmpuint (findings->findings->len, ==, 0);
  g_assert_cmpuint (findings->questions->len, ==, 0);
  g_assert_cmpfloat (findings->no_fit_share, ==, 0);
  g_assert_true (has_flag (findings, "rf-motor"));
}

/* Marks alone never claim much: the first of many common drawings stays near one half or below. */
static void
test_marks_alone_are_modest (void)
{
  static const char * const drawings[] = {
    "lumbar-lower-left lumbar-lower-right",
    "lumbar-lower-right buttock-upper-right",
    "sacroiliac-left buttock-upper-left",
    "nape-lower-right shoulder-top-right",
    "shoulder-lateral-left upper-arm-lateral-left",
    "lumbar-lower-left buttock-upper-left thigh-posterior-upper-left calf-upper-left",
    "groin-right thigh-anterior-upper-right",
    "interscapular-upper-right scapula-upper-right",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autoptr(BcFindings) findings = match_text (drawings[i]);

      g_test_message ("%s: %s %.2f", drawings[i], nth (findings, 0)->pattern->id, nth (findings, 0)->share);
      g_assert_cmpfloat (nth (findings, 0)->share, <, 0.55);
    }
}

static void
test_explain (void)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text ("heel-left sole-medial-left first-steps=aggravates");
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  const BcFinding *first = nth (findings, 0);
  g_autoptr(BcFinding) same = bc_match_explain (evidence, bc_maps_get_default (), first->pattern->id, first->side);
  g_autoptr(BcFinding) far = bc_match_explain (evidence, bc_maps_get_default (), "derm-v1", BC_SIDE_LEFT);

  g_assert_cmpfloat_with_epsilon (same->score, first->score, CLOSE);
  g_assert_cmpfloat (far->score, <, first->score);
  g_assert_cmpuint (far->explains->len, ==, 0);
  g_assert_null (bc_match_explain (evidence, bc_maps_get_default (), "no-such-pattern", BC_SIDE_LEFT));
  g_assert_null (bc_match_explain (evidence, bc_maps_get_default (), "nslbp", BC_SIDE_LEFT));
  g_assert_null (bc_findings_lookup (findings, "no-such-pattern", BC_SIDE_LEFT));
}

static void
test_words (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcEvidence) evidence = evidence_from_text ("lumbar-lower-left lumbar-lower-right:ache leg-lateral-right "
                                                       "@50 !groin-right deep +d-slr sitting=aggravates "
                                                       "+cancer-history");
  g_autoptr(BcFindings) findings = bc_match (evidence, maps);
  g_autoptr(BcFinding) l5 = bc_match_explain (evidence, maps, "root-l5", BC_SIDE_RIGHT);
  g_autoptr(BcFinding) nslbp = bc_match_explain (evidence, maps, "nslbp", BC_SIDE_BOTH);
  g_autofree char *name = bc_finding_dup_name (l5);
  g_autofree char *sideless = bc_finding_dup_name (nslbp);

  g_assert_nonnull (strstr (name, l5->pattern->name));
  g_assert_nonnull (strstr (name, bc_side_get_name (BC_SIDE_RIGHT)));
  g_assert_cmpstr (sideless, ==, nslbp->pattern->name);
  for (guint i = 0; i < findings->findings->len; i++)
    for (guint k = 0; k < nth (findings, i)->reasons->len; k++)
      {
        g_autofree char *text = bc_reason_dup_text (&g_array_index (nth (findings, i)->reasons, BcReason, k), maps);

        g_assert_nonnull (text);
        g_assert_cmpuint (strlen (text), >, 3);
        g_assert_null (strchr (text, '\n'));
      }
}

/* Names what it feels like, and tells what speaks for a finding apart from what speaks against it. */
static void
test_qualities_are_named (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcEvidence) evidence = evidence_from_text ("shin-right:cramping "
                                                       "foot-dorsum-medial-right:tingling:numbness");
  g_autoptr(BcFinding) l5 = bc_match_explain (evidence, maps, "root-l5", BC_SIDE_RIGHT);
  guint n_told = 0;

  for (guint i = 0; i < l5->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (l5->reasons, BcReason, i);
      g_autofree char *text = bc_reason_dup_text (reason, maps);

      if (reason->kind != BC_REASON_QUALITY)
        continue;
      n_told++;
      g_assert_cmpuint (reason->qualities, ==,
                        reason->weight > 0 ? BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS : BC_QUALITY_CRAMPING);
      g_assert_cmpint (strstr (text, "tingling") != NULL, ==, reason->weight > 0);
      g_assert_cmpint (strstr (text, "cramping") != NULL, ==, reason->weight < 0);
    }
  g_assert_cmpuint (n_told, ==, 2);
}

/* Answers make a textbook drawing more likely the more they say, never certain; marks alone claim half at most. */
static void
test_answers_raise_the_share (void)
{
  const char *marks = "lumbar-lower-right buttock-upper-right thigh-lateral-upper-right thigh-lateral-lower-right "
                      "leg-lateral-right foot-dorsum-medial-right:tingling great-toe-right:tingling";
  g_autofree char *weak = g_strconcat (marks, " +d-slr +d-cough +d-leg-worse-back sitting=aggravates", NULL);
  g_autofree char *telling = g_strconcat (weak, " +d-weak-great-toe +d-root-eval-l5 +d-medial-hamstring-reflex "
                                          "+d-crossed-slr", NULL);
  g_autoptr(BcFindings) bare = match_text (marks);
  g_autoptr(BcFindings) some = match_text (weak);
  g_autoptr(BcFindings) many = match_text (telling);

  g_assert_cmpfloat (nth (bare, 0)->share, <, 0.55);
  g_assert_cmpfloat (nth (bare, 0)->share, <, nth (some, 0)->share);
  g_assert_cmpfloat (nth (some, 0)->share, <, 0.97);
  g_assert_cmpfloat (nth (some, 0)->share, <, nth (many, 0)->share);
  g_assert_cmpfloat (nth (many, 0)->share, <, 0.995);
}

/* All that a list shows; only the reasons are left out. */
static void
test_brief (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) full = bc_match (evidence, bc_maps_get_default ());
      g_autoptr(BcFindings) brief = bc_match_brief (evidence, bc_maps_get_default (), G_MAXUINT);

      g_assert_cmpuint (brief->findings->len, ==, full->findings->len);
      g_assert_cmpuint (brief->questions->len, ==, full->questions->len);
      g_assert_cmpuint (brief->red_flags->len, ==, full->red_flags->len);
      g_assert_true ((brief->pair != NULL) == (full->pair != NULL));
      for (guint i = 0; i < full->findings->len; i++)
        {
          const BcFinding *one = nth (brief, i);
          const BcFinding *other = nth (full, i);

          g_assert_true (one->pattern == other->pattern && one->side == other->side && one->tied == other->tied);
          g_assert_cmpfloat_with_epsilon (one->score, other->score, CLOSE);
          g_assert_cmpfloat_with_epsilon (one->share, other->share, CLOSE);
          g_assert_cmpuint (one->explains->len, ==, other->explains->len);
          g_assert_cmpuint (one->expected->len, ==, other->expected->len);
          g_assert_cmpuint (one->reasons->len, ==, 0);
        }
    }
}

/* The place is that of the list, goes on behind its end, and never stands against the score. */
static void
test_place (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcEvidence) evidence = evidence_from_text ("buttock-upper-right buttock-lower-right thigh-posterior-upper-right "
                                                       "thigh-lateral-lower-right leg-lateral-right "
                                                       "calf-upper-right");
  g_autoptr(BcFindings) findings = bc_match (evidence, maps);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_finding_free);
  guint last = 0;

  for (guint i = 0; i < maps->patterns->len; i++)
    for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_BOTH; side++)
      {
        const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
        BcFinding *finding = bc_match_explain (evidence, maps, pattern->id, side);

        /* Both sides at once, of a source that has sides, is out of the question on marks of one side. */
        if (finding != NULL && finding->explains->len > 0 && !(side == BC_SIDE_BOTH && bc_pattern_has_sides (pattern)))
          g_ptr_array_add (all, finding);
        else
          bc_finding_free (finding);
      }
  for (guint i = 0; i < all->len; i++)
    {
      const BcFinding *one = g_ptr_array_index (all, i);
      const BcFinding *told = bc_findings_lookup (findings, one->pattern->id, one->side);

      last = MAX (last, one->n_better);
      if (told != NULL)
        g_assert_true (one->n_better == told->n_better && told == nth (findings, told->n_better));
      for (guint k = 0; k < all->len; k++)
        if (one->score > ((const BcFinding *) g_ptr_array_index (all, k))->score + CLOSE)
          g_assert_cmpuint (one->n_better, <=, ((const BcFinding *) g_ptr_array_index (all, k))->n_better);
    }
  g_assert_cmpuint (last, >, findings->findings->len);
}

static guint
count_tied (const BcFindings *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->findings->len; i++)
    n += nth (findings, i)->tied;
  return n;
}

/* Who reads ten gets these ten, learns how many more there are and how many are tied, and is asked the same. */
static void
test_brief_counts (void)
{
  guint n_left_out = 0;

  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) full = bc_match (evidence, bc_maps_get_default ());
      g_autoptr(BcFindings) ten = bc_match_brief (evidence, bc_maps_get_default (), 10);

      g_assert_cmpuint (ten->findings->len + ten->n_more, ==, full->findings->len);
      g_assert_cmpuint (full->n_more, ==, 0);
      g_assert_cmpuint (count_tied (ten), ==, count_tied (full));
      for (guint i = 0; i < MIN (10, full->findings->len); i++)
        g_assert_true (nth (ten, i)->pattern == nth (full, i)->pattern && nth (ten, i)->side == nth (full, i)->side);
      g_assert_cmpuint (ten->questions->len, ==, full->questions->len);
      for (guint i = 0; i < full->questions->len; i++)
        g_assert_cmpstr (g_array_index (ten->questions, BcQuestion, i).id, ==,
                         g_array_index (full->questions, BcQuestion, i).id);
      n_left_out += ten->n_more;
    }
  g_assert_cmpuint (n_left_out, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/l5-example", test_l5_example);
  g_test_add_func ("/match/partition", test_partition);
  g_test_add_func ("/match/reasons-add-up", test_reasons_add_up);
  g_test_add_func ("/match/shares", test_shares);
  g_test_add_func ("/match/ties", test_ties);
  g_test_add_func ("/match/brief", test_brief);
  g_test_add_func ("/match/place", test_place);
  g_test_add_func ("/match/brief-counts", test_brief_counts);
  g_test_add_func ("/match/group", test_group);
  g_test_add_func ("/match/mirror", test_mirror);
  g_test_add_func ("/match/same-input-same-findings", test_same_input_same_findings);
  g_test_add_func ("/match/second-side", test_second_side);
  g_test_add_func ("/match/both-sides-need-both", test_both_sides_need_both);
  g_test_add_func ("/match/no-fit", test_no_fit);
  g_test_add_func ("/match/nothing-marked", test_nothing_marked);
  g_test_add_func ("/match/marks-alone-are-modest", test_marks_alone_are_modest);
  g_test_add_func ("/match/explain", test_explain);
  g_test_add_func ("/match/words", test_words);
  g_test_add_func ("/match/qualities-are-named", test_qualities_are_named);
  g_test_add_func ("/match/answers-raise-the-share", test_answers_raise_the_share);
  return g_test_run ();
}
