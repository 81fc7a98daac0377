/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-symptoms.h"
#include "match-support.h"

#include <math.h>

/* The symptom as the unit: what a caller of bc_match_symptoms() may rely on. */

#define N_RANDOM 150
#define CLOSE 1e-9

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
  fixture->visit = bc_chart_add_visit (fixture->chart, "2026-06-14");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->chart);
}

static void
add_mark (BcSymptom *symptom,
          BcRegion   region)
{
  g_autoptr(BcMark) mark = bc_mark_new (region, BC_ROLE_SITE);

  g_list_store_append (bc_symptom_get_marks (symptom), mark);
}

/* @regions: ids between spaces */
static void
add_symptom (BcVisit    *visit,
             int         number,
             guint       qualities,
             const char *regions)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (number);
  g_auto(GStrv) ids = g_strsplit (regions, " ", -1);

  g_object_set (symptom, "qualities", qualities, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert_cmpuint (bc_region_from_id (ids[i]), !=, BC_REGION_NONE);
      add_mark (symptom, bc_region_from_id (ids[i]));
    }
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
}

static void
add_answer (BcVisit       *visit,
            const char    *id,
            BcAnswerValue  value)
{
  g_autoptr(BcAnswer) answer = bc_answer_new (id, value);

  g_list_store_append (bc_visit_get_answers (visit), answer);
}

static void
add_clear (BcVisit    *visit,
           const char *region)
{
  g_autoptr(BcMark) clear = bc_mark_new (bc_region_from_id (region), BC_ROLE_CLEAR);

  g_list_store_append (bc_visit_get_clears (visit), clear);
}

static BcBySymptom *
match (const Fixture  *fixture,
       BcFindings    **whole)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (fixture->chart, fixture->visit);
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  BcBySymptom *by_symptom = bc_match_symptoms (fixture->chart, fixture->visit, findings, bc_maps_get_default ());

  if (whole != NULL)
    *whole = g_steal_pointer (&findings);
  return by_symptom;
}

static const BcSymptomFindings *
nth (const BcBySymptom *by_symptom,
     guint              n)
{
  g_assert_cmpuint (n, <, by_symptom->symptoms->len);
  return g_ptr_array_index (by_symptom->symptoms, n);
}

static const BcFinding *
first (const BcSymptomFindings *symptom)
{
  g_assert_cmpuint (symptom->findings->len, >, 0);
  return g_ptr_array_index (symptom->findings, 0);
}

/* Clear regions and answers are asked once and hold for all; marks are each symptom's own. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(BcEvidence) whole = NULL;
  g_autoptr(BcEvidence) one = NULL;
  BcRegion knee = bc_region_from_id ("knee-medial-right");
  BcRegion shin = bc_region_from_id ("shin-right");
  BcRegion nape = bc_region_from_id ("nape-lower-left");
  BcRegion groin = bc_region_from_id ("groin-left");

  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "knee-medial-right shin-right");
  add_symptom (fixture->visit, 2, BC_QUALITY_BURNING, "nape-lower-left shin-right");
  add_clear (fixture->visit, "groin-left");
  add_clear (fixture->visit, "nape-lower-left");
  add_answer (fixture->visit, "d-slr", BC_ANSWER_NO);
  g_object_set (fixture->chart, "birth-date", "1960-06-15", "sex", (int) BC_SEX_FEMALE, NULL);
  whole = bc_evidence_from_visit (fixture->chart, fixture->visit);
  one = bc_evidence_from_symptom (fixture->chart, fixture->visit, bc_visit_get_symptom (fixture->visit, 1));

  g_assert_cmpuint (bc_evidence_count (one), ==, 2);
  g_assert_cmpuint (one->qualities[shin], ==, BC_QUALITY_ACHE);
  g_assert_true (one->elsewhere[nape]);
  g_assert_false (one->clear[nape]);
  g_assert_false (one->elsewhere[shin]);
  g_assert_true (one->clear[groin]);
  g_assert_cmpint (bc_evidence_get_answer (one, "d-slr"), ==, BC_ANSWER_NO);
  g_assert_cmpint (one->age, ==, whole->age);
  g_assert_cmpint (one->sex, ==, BC_SEX_FEMALE);
  g_assert_cmpuint (whole->symptoms[knee], ==, 1);
  g_assert_cmpuint (whole->symptoms[nape], ==, 2);
  g_assert_cmpuint (whole->symptoms[shin], ==, 3);
  g_assert_cmpuint (whole->symptoms[groin], ==, 0);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    g_assert_false (whole->elsewhere[i]);
}

/* Where another symptom sits, neither a mark nor its absence counts: the leg of P2 is not missing in P1. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(BcEvidence) beside = NULL;
  g_autoptr(BcEvidence) alone = NULL;
  g_autoptr(BcFinding) with = NULL;
  g_autoptr(BcFinding) without = NULL;
  BcRegion leg = bc_region_from_id ("leg-lateral-right");

  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "buttock-upper-right");
  alone = bc_evidence_from_visit (fixture->chart, fixture->visit);
  add_symptom (fixture->visit, 2, BC_QUALITY_TINGLING, "leg-lateral-right");
  beside = bc_evidence_from_symptom (fixture->chart, fixture->visit, bc_visit_get_symptom (fixture->visit, 1));
  with = bc_match_explain (beside, bc_maps_get_default (), "root-l5", BC_SIDE_RIGHT);
  without = bc_match_explain (alone, bc_maps_get_default (), "root-l5", BC_SIDE_RIGHT);
  g_assert_true (has_region (without->expected, leg));
  g_assert_false (has_region (with->expected, leg));
  g_assert_cmpfloat (with->score, >, without->score);
}

static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(BcFindings) whole = NULL;
  g_autoptr(BcBySymptom) by_symptom = NULL;

  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "knee-medial-right knee-anterior-right");
  add_symptom (fixture->visit, 3, BC_QUALITY_ACHE, "nape-lower-left shoulder-top-left scapula-upper-left");
  add_answer (fixture->visit, "d-tender-joint-line", BC_ANSWER_YES);
  add_answer (fixture->visit, "stairs", BC_ANSWER_AGGRAVATES);
  add_answer (fixture->visit, "d-tender-facet-neck", BC_ANSWER_YES);
  add_answer (fixture->visit, "d-neck-moves-neck", BC_ANSWER_YES);
  by_symptom = match (fixture, &whole);

  g_assert_cmpuint (by_symptom->symptoms->len, ==, 2);
  g_assert_cmpint (nth (by_symptom, 0)->number, ==, 1);
  g_assert_cmpint (nth (by_symptom, 1)->number, ==, 3);
  g_assert_true (g_str_has_prefix (first (nth (by_symptom, 0))->pattern->id, "knee-"));
  g_assert_true (g_str_has_prefix (first (nth (by_symptom, 1))->pattern->id, "facet-c"));
  g_assert_cmpint (by_symptom->sources, ==, BC_SOURCES_APART);
  g_assert_cmpuint (nth (by_symptom, 0)->source + nth (by_symptom, 1)->source, ==, 3);
  g_assert_true (g_str_has_prefix ((nth (by_symptom, 0)->source == 1 ? whole->pair->first : whole->pair->second)
                                     ->pattern->id,
                                   "knee-"));
}

/* By itself the leg could be the nerve at the knee, but one root explains back and leg. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(BcFindings) whole = NULL;
  g_autoptr(BcBySymptom) by_symptom = NULL;

  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "buttock-upper-right thigh-lateral-upper-right");
  add_symptom (fixture->visit, 2, BC_QUALITY_TINGLING, "leg-lateral-right foot-dorsum-medial-right great-toe-right");
  add_answer (fixture->visit, "d-slr", BC_ANSWER_YES);
  by_symptom = match (fixture, &whole);
  g_assert_cmpint (by_symptom->sources, ==, BC_SOURCES_ONE);
  g_assert_cmpuint (nth (by_symptom, 0)->source, ==, 0);
  g_assert_cmpstr (((const BcFinding *) g_ptr_array_index (whole->findings, 0))->pattern->id, ==, "root-l5");
  g_assert_cmpstr (first (nth (by_symptom, 1))->pattern->id, !=, "root-l5");
}

/* Scattered marks belong to no source in the maps, so nothing is said of one or two. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(BcBySymptom) by_symptom = NULL;

  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "ear-right little-finger-right knee-lateral-left");
  add_symptom (fixture->visit, 2, BC_QUALITY_ACHE, "abdomen-upper-left great-toe-right cheek-left");
  by_symptom = match (fixture, NULL);
  g_assert_cmpuint (by_symptom->symptoms->len, ==, 2);
  g_assert_cmpint (by_symptom->sources, ==, BC_SOURCES_OPEN);
}

/* With one marked symptom, the visit is the symptom. */
static void
test_single (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(BcBySymptom) none = match (fixture, NULL);
  g_autoptr(BcBySymptom) one = NULL;
  g_autoptr(BcSymptom) empty = bc_symptom_new (2);

  g_assert_cmpuint (none->symptoms->len, ==, 0);
  add_symptom (fixture->visit, 1, BC_QUALITY_ACHE, "knee-medial-right");
  g_list_store_append (bc_visit_get_symptoms (fixture->visit), empty);
  one = match (fixture, NULL);
  g_assert_cmpuint (one->symptoms->len, ==, 0);
  g_assert_cmpint (one->sources, ==, BC_SOURCES_OPEN);
}

static void
fill_at_random (Fixture *fixture,
                guint32  seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(BcEvidence) answers = random_evidence (seed);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  for (int number = 1; number <= g_rand_int_range (random, 2, 5); number++)
    {
      g_autoptr(BcSymptom) symptom = bc_symptom_new (number);

      g_object_set (symptom, "qualities", (guint) g_rand_int_range (random, 0, BC_QUALITY_ALL + 1), NULL);
      for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
        add_mark (symptom, (BcRegion) g_rand_int_range (random, 1, BC_N_REGIONS + 1));
      g_list_store_append (bc_visit_get_symptoms (fixture->visit), symptom);
    }
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    add_clear (fixture->visit, bc_region_get_id ((BcRegion) g_rand_int_range (random, 1, BC_N_REGIONS + 1)));
  g_hash_table_iter_init (&iter, answers->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    add_answer (fixture->visit, id, GPOINTER_TO_INT (value));
}

static void
assert_account (const BcFinding  *finding,
                BcSymptom        *symptom,
                const BcEvidence *whole)
{
  double sum = 0;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;

      g_assert_cmpint (has_region (finding->explains, region) + has_region (finding->unexplained, region), ==,
                       bc_symptom_marks_region (symptom, region, NULL));
      if (has_region (finding->expected, region))
        g_assert_false (bc_evidence_is_marked (whole, region) || whole->clear[i]);
    }
  for (guint i = 0; i < finding->reasons->len; i++)
    sum += g_array_index (finding->reasons, BcReason, i).weight;
  g_assert_cmpfloat_with_epsilon (sum, finding->score, CLOSE);
}

/* Every region that a symptom marks is in exactly one of explained and unexplained of each of its findings. */
static void
test_account (void)
{
  guint n_apart = 0;

  for (guint32 seed = 1; seed <= N_RANDOM; seed++)
    {
      Fixture fixture;
      g_autoptr(BcEvidence) whole = NULL;
      g_autoptr(BcBySymptom) by_symptom = NULL;

      set_up (&fixture, NULL);
      fill_at_random (&fixture, seed);
      whole = bc_evidence_from_visit (fixture.chart, fixture.visit);
      by_symptom = match (&fixture, NULL);
      n_apart += by_symptom->sources == BC_SOURCES_APART;
      for (guint i = 0; i < by_symptom->symptoms->len; i++)
        {
          const BcSymptomFindings *symptom = nth (by_symptom, i);

          g_assert_cmpuint (symptom->findings->len, <=, 3);
          g_assert_cmpint (symptom->source > 0, ==, by_symptom->sources == BC_SOURCES_APART);
          g_assert_cmpfloat (symptom->no_fit_share, >, 0);
          for (guint k = 0; k < symptom->findings->len; k++)
            assert_account (g_ptr_array_index (symptom->findings, k),
                            bc_visit_get_symptom (fixture.visit, symptom->number), whole);
        }
      tear_down (&fixture, NULL);
    }
  g_assert_cmpuint (n_apart, >, 5);
}

/* To know which symptom marks what never makes the best pair worse, and now and then better. */
static void
test_split_helps (void)
{
  guint n_better = 0;

  for (guint32 seed = 1; seed <= N_RANDOM; seed++)
    {
      Fixture fixture;
      g_autoptr(BcEvidence) evidence = NULL;
      g_autoptr(BcFindings) known = NULL;
      g_autoptr(BcFindings) unknown = NULL;

      set_up (&fixture, NULL);
      fill_at_random (&fixture, seed);
      evidence = bc_evidence_from_visit (fixture.chart, fixture.visit);
      known = bc_match (evidence, bc_maps_get_default ());
      memset (evidence->symptoms, 0, sizeof evidence->symptoms);
      unknown = bc_match (evidence, bc_maps_get_default ());
      if (unknown->pair != NULL)
        g_assert_cmpfloat (known->pair->score, >=, unknown->pair->score);
      n_better += known->pair != NULL
                  && (unknown->pair == NULL || known->pair->score > unknown->pair->score + CLOSE);
      tear_down (&fixture, NULL);
    }
  g_test_message ("better in %u", n_better);
  g_assert_cmpuint (n_better, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/symptoms/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/symptoms/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/symptoms/apart", Fixture, NULL, set_up, test_apart, tear_down);
  g_test_add ("/symptoms/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/symptoms/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/symptoms/single", Fixture, NULL, set_up, test_single, tear_down);
  g_test_add_func ("/symptoms/account", test_account);
  g_test_add_func ("/symptoms/split-helps", test_split_helps);
  return g_test_run ();
}
