/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evidence.h"

static BcRegion
region (const char *id)
{
  BcRegion found = bc_region_from_id (id);

  g_assert_cmpuint (found, !=, BC_REGION_NONE);
  return found;
}

static void
add_mark (BcSymptom  *symptom,
          const char *id,
          BcRole      role)
{
  g_autoptr(BcMark) mark = bc_mark_new (region (id), role);

  g_list_store_append (bc_symptom_get_marks (symptom), mark);
}

static BcSymptom *
add_symptom (BcVisit *visit,
             int      number,
             guint    qualities,
             int      now,
             int      worst,
             BcDepth  depth)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (number);

  g_object_set (symptom, "qualities", qualities, "now", now, "worst", worst, "depth", (int) depth, NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  return symptom;
}

static BcChart *
new_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();

  g_object_set (chart, "birth-date", "1960-06-15", "sex", (int) BC_SEX_FEMALE, NULL);
  *visit = bc_chart_add_visit (chart, "2026-06-14");
  return chart;
}

static void
test_empty (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(BcEvidence) evidence = NULL;

  visit = bc_chart_add_visit (chart, "2026-06-14");
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpuint (bc_evidence_count (evidence), ==, 0);
  g_assert_cmpint (evidence->age, ==, BC_AGE_UNKNOWN);
  g_assert_cmpint (evidence->sex, ==, BC_SEX_UNKNOWN);
  g_assert_cmpint (evidence->nrs[region ("groin-left")], ==, BC_NRS_UNKNOWN);
}

static void
test_patient (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, visit);

  g_assert_cmpint (evidence->age, ==, 65);
  g_assert_cmpint (evidence->sex, ==, BC_SEX_FEMALE);
}

static void
test_marks (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  g_autoptr(BcEvidence) evidence = NULL;
  BcSymptom *symptom = add_symptom (visit, 1, BC_QUALITY_ACHE, 4, 7, BC_DEPTH_DEEP);
  BcRegion calf = region ("calf-upper-left");
  BcRegion buttock = region ("buttock-upper-left");

  add_mark (symptom, "buttock-upper-left", BC_ROLE_SITE);
  add_mark (symptom, "calf-upper-left", BC_ROLE_RADIATION);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpuint (bc_evidence_count (evidence), ==, 2);
  g_assert_cmpfloat (evidence->share[calf], ==, 1);
  g_assert_cmpint (evidence->nrs[calf], ==, 7);
  g_assert_true (evidence->site[buttock] && !evidence->radiation[buttock]);
  g_assert_true (evidence->radiation[calf] && !evidence->site[calf]);
  g_assert_true (evidence->deep[calf] && !evidence->superficial[calf]);
  g_assert_false (bc_evidence_is_marked (evidence, region ("calf-upper-right")));
}

/* Two symptoms in one place: the stronger intensity, both qualities, both depths and both roles hold there. */
static void
test_merge (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  g_autoptr(BcEvidence) evidence = NULL;
  BcRegion shared = region ("foot-dorsum-medial-right");
  BcRegion alone = region ("great-toe-right");
  BcSymptom *first = add_symptom (visit, 1, BC_QUALITY_SHARP, 6, BC_NRS_UNKNOWN, BC_DEPTH_DEEP);
  BcSymptom *second = add_symptom (visit, 2, BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS, 3, 5, BC_DEPTH_SUPERFICIAL);

  add_mark (first, "foot-dorsum-medial-right", BC_ROLE_RADIATION);
  add_mark (second, "foot-dorsum-medial-right", BC_ROLE_SITE);
  add_mark (second, "great-toe-right", BC_ROLE_SITE);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpuint (bc_evidence_count (evidence), ==, 2);
  g_assert_cmpint (evidence->nrs[shared], ==, 6);
  g_assert_cmpint (evidence->nrs[alone], ==, 5);
  g_assert_cmpuint (evidence->qualities[shared], ==, BC_QUALITY_SHARP | BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS);
  g_assert_cmpuint (evidence->qualities[alone], ==, BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS);
  g_assert_true (evidence->deep[shared] && evidence->superficial[shared]);
  g_assert_true (evidence->site[shared] && evidence->radiation[shared]);
}

static void
test_clear (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  g_autoptr(BcEvidence) evidence = NULL;
  g_autoptr(BcMark) groin = bc_mark_new (region ("groin-right"), BC_ROLE_CLEAR);
  g_autoptr(BcMark) heel = bc_mark_new (region ("heel-right"), BC_ROLE_CLEAR);

  add_mark (add_symptom (visit, 1, 0, 5, 5, BC_DEPTH_UNKNOWN), "heel-right", BC_ROLE_SITE);
  g_list_store_append (bc_visit_get_clears (visit), groin);
  g_list_store_append (bc_visit_get_clears (visit), heel);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_true (evidence->clear[region ("groin-right")]);
  g_assert_false (bc_evidence_is_marked (evidence, region ("groin-right")));
  /* A symptom that is there cannot be ticked away. */
  g_assert_true (bc_evidence_is_marked (evidence, region ("heel-right")));
  g_assert_false (evidence->clear[region ("heel-right")]);
}

/* The last word on a region does not matter: a mark outdoes a tick before and after it. */
static void
test_clear_then_mark (void)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_new ();
  BcRegion heel = region ("heel-right");

  bc_evidence_mark (evidence, heel, 0, BC_ROLE_CLEAR);
  g_assert_true (evidence->clear[heel]);
  bc_evidence_mark (evidence, heel, BC_QUALITY_ACHE, BC_ROLE_SITE);
  g_assert_false (evidence->clear[heel]);
  bc_evidence_mark (evidence, heel, 0, BC_ROLE_CLEAR);
  g_assert_false (evidence->clear[heel]);
  g_assert_true (bc_evidence_is_marked (evidence, heel));
}

static void
test_answers (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  g_autoptr(BcEvidence) evidence = NULL;
  g_autoptr(BcAnswer) test = bc_answer_new ("d-slr", BC_ANSWER_NO);
  g_autoptr(BcAnswer) factor = bc_answer_new ("sitting", BC_ANSWER_AGGRAVATES);

  g_list_store_append (bc_visit_get_answers (visit), test);
  g_list_store_append (bc_visit_get_answers (visit), factor);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpint (bc_evidence_get_answer (evidence, "d-slr"), ==, BC_ANSWER_NO);
  g_assert_cmpint (bc_evidence_get_answer (evidence, "sitting"), ==, BC_ANSWER_AGGRAVATES);
  g_assert_cmpint (bc_evidence_get_answer (evidence, "d-slump"), ==, BC_ANSWER_NONE);
  bc_evidence_answer (evidence, "d-slr", BC_ANSWER_NONE);
  g_assert_cmpint (bc_evidence_get_answer (evidence, "d-slr"), ==, BC_ANSWER_NONE);
}

/* Where the clinician drew how a symptom is understood, that counts, also where the patient says it is clear; of the
 * other symptoms the patient's drawing does. */
static void
test_clinician_drawing (void)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = new_chart (&visit);
  BcSymptom *one = add_symptom (visit, 1, BC_QUALITY_ACHE, 5, 6, BC_DEPTH_DEEP);
  BcSymptom *two = add_symptom (visit, 2, BC_QUALITY_NUMBNESS, 3, 3, BC_DEPTH_UNKNOWN);
  g_autoptr(BcMark) meant = bc_mark_new (region ("calf-upper-left"), BC_ROLE_RADIATION);
  g_autoptr(BcMark) clear = bc_mark_new (region ("calf-upper-left"), BC_ROLE_CLEAR);
  g_autoptr(BcEvidence) evidence = NULL;

  add_mark (one, "groin-left", BC_ROLE_SITE);
  add_mark (two, "heel-left", BC_ROLE_SITE);
  g_list_store_append (bc_symptom_get_marks_of (one, BC_DRAWING_CLINICIAN), meant);
  g_list_store_append (bc_visit_get_clears (visit), clear);
  evidence = bc_evidence_from_visit (chart, visit);
  g_assert_cmpuint (bc_evidence_count (evidence), ==, 2);
  g_assert_true (bc_evidence_is_marked (evidence, region ("calf-upper-left")));
  g_assert_true (evidence->radiation[region ("calf-upper-left")]);
  g_assert_cmpuint (evidence->qualities[region ("calf-upper-left")], ==, BC_QUALITY_ACHE);
  g_assert_false (evidence->clear[region ("calf-upper-left")]);
  g_assert_cmpuint (evidence->symptoms[region ("calf-upper-left")], ==, 1);
  g_assert_false (bc_evidence_is_marked (evidence, region ("groin-left")));
  g_assert_true (bc_evidence_is_marked (evidence, region ("heel-left")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/empty", test_empty);
  g_test_add_func ("/evidence/patient", test_patient);
  g_test_add_func ("/evidence/marks", test_marks);
  g_test_add_func ("/evidence/merge", test_merge);
  g_test_add_func ("/evidence/clear", test_clear);
  g_test_add_func ("/evidence/clear-then-mark", test_clear_then_mark);
  g_test_add_func ("/evidence/answers", test_answers);
  g_test_add_func ("/evidence/clinician-drawing", test_clinician_drawing);
  return g_test_run ();
}
