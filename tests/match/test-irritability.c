/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When gentle tests go first: a strong pain now, or a moderate one with two other signs. */
#include "bc-irritability.h"
#include "match-support.h"

static const struct
{
  const char     *text;
  BcIrritability  found;
} rows[] = {
  { "shin-left", BC_IRRITABILITY_NONE },
  { "shin-left now:6", BC_IRRITABILITY_NONE },
  { "shin-left now:7", BC_IRRITABILITY_INTENSE },
  { "shin-left now:10 constant", BC_IRRITABILITY_INTENSE | BC_IRRITABILITY_CONSTANT },
  /* One sign is not enough: much pain is constant. */
  { "shin-left now:5 constant", BC_IRRITABILITY_NONE },
  { "shin-left now:5 +night-pain-constant", BC_IRRITABILITY_NONE },
  { "shin-left now:5 constant +night-pain-constant", BC_IRRITABILITY_CONSTANT | BC_IRRITABILITY_NIGHT },
  { "shin-left now:5 constant +d-night-constant", BC_IRRITABILITY_CONSTANT | BC_IRRITABILITY_NIGHT },
  { "shin-left now:5 constant ~night-pain-constant", BC_IRRITABILITY_NONE },
  /* A dull rest of pain is not irritable however constant it is; an unknown one counts as low. */
  { "shin-left now:3 constant +night-pain-constant", BC_IRRITABILITY_NONE },
  { "shin-left constant +night-pain-constant", BC_IRRITABILITY_NONE },
  { "shin-left now:4 constant sitting=aggravates standing=aggravates walking=aggravates stairs=aggravates",
    BC_IRRITABILITY_CONSTANT | BC_IRRITABILITY_PROVOKED },
  { "shin-left now:4 constant sitting=aggravates standing=aggravates walking=aggravates", BC_IRRITABILITY_NONE },
  { "shin-left now:4 constant sitting=aggravates standing=aggravates walking=aggravates stairs=aggravates lying=eases",
    BC_IRRITABILITY_NONE },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(BcEvidence) evidence = evidence_from_text (rows[i].text);
      BcIrritability found = bc_evidence_get_irritability (evidence);

      if (found != rows[i].found)
        g_error ("%s: %u, expected %u", rows[i].text, found, rows[i].found);
    }
}

/* The intensity at present counts, not the worst one; of two symptoms the stronger, with its own constancy. */
static void
test_from_visit (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(BcVisit) visit = bc_visit_new ("2026-11-20");
  g_autoptr(BcSymptom) first = bc_symptom_new (1);
  g_autoptr(BcSymptom) second = bc_symptom_new (2);
  g_autoptr(BcEvidence) calm = NULL;
  g_autoptr(BcEvidence) strong = NULL;

  g_object_set (first, "now", 5, "worst", 9, "constancy", BC_CONSTANCY_INTERMITTENT, NULL);
  g_object_set (second, "now", 2, "constancy", BC_CONSTANCY_CONSTANT, NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), first);
  g_list_store_append (bc_visit_get_symptoms (visit), second);
  calm = bc_evidence_from_visit (chart, visit);
  g_object_set (second, "now", 8, NULL);
  strong = bc_evidence_from_visit (chart, visit);

  g_assert_cmpint (calm->now, ==, 5);
  g_assert_false (calm->constant);
  g_assert_cmpint (bc_evidence_get_irritability (calm), ==, BC_IRRITABILITY_NONE);
  g_assert_cmpint (strong->now, ==, 8);
  g_assert_true (strong->constant);
  g_assert_cmpint (bc_evidence_get_irritability (strong), ==, BC_IRRITABILITY_INTENSE | BC_IRRITABILITY_CONSTANT);
}

/* Where the times of a factor are known they say it, and not the intensity. */
static void
test_by_the_clock (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(BcVisit) visit = bc_visit_new ("2026-11-20");
  g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
  g_autoptr(BcSymptomFactor) factor = bc_symptom_factor_new ();
  g_autoptr(BcEvidence) calm = NULL;
  g_autoptr(BcEvidence) irritable = NULL;

  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  g_list_store_append (bc_symptom_get_factors (symptom), factor);
  g_object_set (symptom, "now", 8, NULL);
  g_object_set (factor, "effect", BC_ANSWER_AGGRAVATES, "onset", 60, "settle", 5, NULL);
  calm = bc_evidence_from_visit (chart, visit);
  g_assert_cmpint (bc_evidence_get_irritability (calm), ==, BC_IRRITABILITY_NONE);
  g_object_set (symptom, "now", 3, NULL);
  g_object_set (factor, "onset", 5, "settle", 90, NULL);
  irritable = bc_evidence_from_visit (chart, visit);
  g_assert_cmpint (bc_evidence_get_irritability (irritable), ==, BC_IRRITABILITY_CLOCK);
}

static void
test_words (void)
{
  g_autofree char *none = bc_irritability_dup_text (BC_IRRITABILITY_NONE);
  g_autofree char *two = bc_irritability_dup_text (BC_IRRITABILITY_INTENSE | BC_IRRITABILITY_NIGHT);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "7 or more of 10 now, no relief at night");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/irritability/rows", test_rows);
  g_test_add_func ("/irritability/from-visit", test_from_visit);
  g_test_add_func ("/irritability/by-the-clock", test_by_the_clock);
  g_test_add_func ("/irritability/words", test_words);
  return g_test_run ();
}
