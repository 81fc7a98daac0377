/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-harder.h"
#include "match-support.h"

#include <math.h>

/* Cases made harder: the same for everybody, and as often as docs/matcher.md says. */

#define TEXT \
  "lumbar-lower-right buttock-upper-right thigh-lateral-upper-right thigh-lateral-lower-right leg-lateral-right " \
  "foot-dorsum-medial-right great-toe-right:tingling !groin-right !lumbar-lower-left !calf-upper-right " \
  "+d-slr ~d-cough +d-slump sitting=aggravates standing=eases @44"
#define N_SEEDS 2000

static gboolean
same (const BcEvidence *one,
      const BcEvidence *other)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (bc_evidence_is_marked (one, (BcRegion) i) != bc_evidence_is_marked (other, (BcRegion) i)
        || one->clear[i] != other->clear[i] || one->qualities[i] != other->qualities[i])
      return FALSE;
  if (g_hash_table_size (one->answers) != g_hash_table_size (other->answers))
    return FALSE;
  g_hash_table_iter_init (&iter, one->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if ((int) bc_evidence_get_answer (other, id) != GPOINTER_TO_INT (value))
      return FALSE;
  return TRUE;
}

static void
test_same_again (void)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (TEXT);
  guint n_other_seed = 0;
  guint n_other_name = 0;

  for (guint seed = 1; seed <= 50; seed++)
    {
      g_autoptr(BcEvidence) one = bc_evidence_new_harder (evidence, "a", seed);
      g_autoptr(BcEvidence) again = bc_evidence_new_harder (evidence, "a", seed);
      g_autoptr(BcEvidence) next = bc_evidence_new_harder (evidence, "a", seed + 1);
      g_autoptr(BcEvidence) another = bc_evidence_new_harder (evidence, "b", seed);

      g_assert_true (same (one, again));
      n_other_seed += !same (one, next);
      n_other_name += !same (one, another);
    }
  g_assert_cmpuint (n_other_seed, >=, 48);
  g_assert_cmpuint (n_other_name, >=, 48);
}

/* Three standard errors would fail one run in four hundred, but every run is the same. */
static void
assert_rate (guint  part,
             guint  whole,
             double rate)
{
  g_test_message ("%u of %u, %.3f expected", part, whole, rate);
  g_assert_cmpfloat (fabs ((double) part / whole - rate), <, 3 * sqrt (rate * (1 - rate) / whole));
}

static void
test_rates (void)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (TEXT);
  guint n_marks = 0;
  guint n_clears = 0;
  guint n_answers = 0;
  guint n_turned = 0;
  guint n_beside = 0;

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr(BcEvidence) harder = bc_evidence_new_harder (evidence, "case", seed);
      GHashTableIter iter;
      gpointer id;
      gpointer value;

      for (guint i = 1; i <= BC_N_REGIONS; i++)
        {
          n_marks += harder->share[i] > 0 && evidence->share[i] > 0;
          n_beside += harder->share[i] > 0 && evidence->share[i] <= 0;
          n_clears += harder->clear[i];
        }
      n_answers += g_hash_table_size (harder->answers);
      g_hash_table_iter_init (&iter, harder->answers);
      while (g_hash_table_iter_next (&iter, &id, &value))
        n_turned += (int) bc_evidence_get_answer (evidence, id) != GPOINTER_TO_INT (value);
    }
  assert_rate (n_marks, 7 * N_SEEDS, 0.7);
  assert_rate (n_answers, 5 * N_SEEDS, 2.0 / 3);
  assert_rate (n_turned, n_answers, 0.15);
  /* Some neighbours and strays fall on marks of the case, or on each other. */
  g_assert_cmpuint (n_beside, >, N_SEEDS * 7 / 10);
  g_assert_cmpuint (n_beside, <, N_SEEDS * 27 / 20);
  /* Where a mark is put beside, there is no clear tick. */
  g_assert_cmpuint (n_clears, >, N_SEEDS * 3 / 2);
  g_assert_cmpuint (n_clears, <=, N_SEEDS * 2 + 60);
}

/* It stays the same patient: one true mark at least, no question that was not asked, no region marked and clear. */
static void
test_stays_a_chart (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcEvidence) harder = bc_evidence_new_harder (evidence, "case", seed);
      GHashTableIter iter;
      gpointer id;
      guint n_true = 0;

      for (guint i = 1; i <= BC_N_REGIONS; i++)
        {
          n_true += harder->share[i] > 0 && evidence->share[i] > 0;
          g_assert_false (harder->clear[i] && harder->share[i] > 0);
          g_assert_false (harder->clear[i] && !evidence->clear[i]);
        }
      g_assert_cmpint (n_true > 0, ==, bc_evidence_count (evidence) > 0);
      g_assert_cmpint (harder->age, ==, evidence->age);
      g_assert_cmpint (harder->sex, ==, evidence->sex);
      g_hash_table_iter_init (&iter, harder->answers);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_assert_cmpint (bc_evidence_get_answer (evidence, id), !=, BC_ANSWER_NONE);
    }
}

/* The numbers of docs/matcher.md were made with these very charts. */
static void
test_known_chart (void)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (TEXT);
  g_autoptr(BcEvidence) harder = bc_evidence_new_harder (evidence, "case", 1);
  g_autoptr(GString) marked = g_string_new (NULL);

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (harder->share[i] > 0)
      g_string_append_printf (marked, "%s ", bc_region_get_id ((BcRegion) i));
  g_assert_cmpstr (marked->str, ==, "thigh-lateral-upper-right thigh-lateral-lower-right leg-lateral-right foot-dorsum-medial-right "
                   "sole-forefoot-right great-toe-right ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/harder/same-again", test_same_again);
  g_test_add_func ("/harder/rates", test_rates);
  g_test_add_func ("/harder/stays-a-chart", test_stays_a_chart);
  g_test_add_func ("/harder/known-chart", test_known_chart);
  return g_test_run ();
}
