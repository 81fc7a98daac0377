/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit as text for the clipboard: what practice software gets. */
#include "bc-visit-text.h"

#include "bc-edit.h"
#include "summary-charts.h"

#include <string.h>

/* Each thing on a line of its own, in the order of the paper, and nothing else. */
static void
test_full (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcSymptomFactor) factor = bc_symptom_factor_new ();
  g_autofree char *text = NULL;

  g_object_set (visit, "relation", "P2 follows P1", NULL);
  g_object_set (factor, "effect", (int) BC_ANSWER_AGGRAVATES, "factor", "sitting", "onset", 20, NULL);
  g_list_store_append (bc_symptom_get_factors (bc_visit_get_symptom (visit, 1)), factor);
  text = bc_visit_dup_text (chart, visit, bc_maps_get_default ());
  g_assert_cmpstr (text, ==,
                   "Visit: 20 November 2026\n"
                   "P1, deep ache and tingling, intermittent, 6 of 10, at worst 8 of 10, in your right buttock, spreading down "
                   "your right outer thigh, outer leg below the knee and the top of the foot (inner half) to your right great "
                   "toe.\n"
                   "Onset: Six weeks ago\n"
                   "Over 24 hours: Worse by evening\n"
                   "Worse with: Long drives; Sitting (after 20 minutes)\n"
                   "Better with: Short walks\n"
                   "Notes: Came on after lifting\n"
                   "P2, burning, in your right and left lower low back.\n"
                   "Relation: P2 follows P1\n"
                   "Asked about and clear: Left: calf (upper, lower)\n"
                   "Notes: Works at a desk.\nSleeps on the left side.\n"
                   "Plan: Review on Thursday.\n");
}

/* A symptom that has gone is not told as one that is there. */
static void
test_resolved (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = NULL;

  g_object_set (bc_visit_get_symptom (visit, 2), "resolved", TRUE, NULL);
  text = bc_visit_dup_text (chart, visit, bc_maps_get_default ());
  assert_has (text, "P2: Resolved\n");
  assert_lacks (text, "burning");
}

/* It may be pasted anywhere: no name, no birth date, no number of the patient, and no finding though one is ticked. */
static void
test_nobody_is_named (void)
{
  static const char *const words[] = { "Margarete", "Testfall", "1979", "P-0417", "Prüfer", "L5", "radicular" };
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autofree char *text = bc_visit_dup_text (chart, visit, bc_maps_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_lacks (text, words[i]);
}

static void
test_empty (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_empty_chart (&visit);
  g_autofree char *text = bc_visit_dup_text (chart, visit, bc_maps_get_default ());

  g_assert_cmpstr (text, ==, "Visit: 20 November 2026\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-text/full", test_full);
  g_test_add_func ("/visit-text/resolved", test_resolved);
  g_test_add_func ("/visit-text/nobody-is-named", test_nobody_is_named);
  g_test_add_func ("/visit-text/empty", test_empty);
  return g_test_run ();
}
