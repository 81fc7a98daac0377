/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit as one of its drawings shows it. */

#include "bc-drawn-visit.h"

static void
add_mark (BcSymptom  *symptom,
          BcDrawing   drawing,
          const char *region)
{
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (region), BC_ROLE_SITE);

  g_list_store_append (bc_symptom_get_marks_of (symptom, drawing), mark);
}

/* P1 has both drawings, P2 the patient's alone. */
static BcVisit *
new_visit (void)
{
  BcVisit *visit = bc_visit_new ("2026-05-01");
  g_autoptr(BcSymptom) first = bc_symptom_new (1);
  g_autoptr(BcSymptom) second = bc_symptom_new (2);
  g_autoptr(BcMark) clear = bc_mark_new (bc_region_from_id ("groin-left"), BC_ROLE_CLEAR);
  g_autoptr(BcAnswer) answer = bc_answer_new ("d-slr", BC_ANSWER_YES);

  add_mark (first, BC_DRAWING_PATIENT, "shin-left");
  add_mark (first, BC_DRAWING_CLINICIAN, "knee-anterior-left");
  add_mark (second, BC_DRAWING_PATIENT, "shin-right");
  g_object_set (first, "now", 4, "worst", 7, "qualities", BC_QUALITY_ACHE, NULL);
  g_object_set (visit, "clinician", "A. Person", "age", 44, NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), first);
  g_list_store_append (bc_visit_get_symptoms (visit), second);
  g_list_store_append (bc_visit_get_clears (visit), clear);
  g_list_store_append (bc_visit_get_answers (visit), answer);
  return visit;
}

static gboolean
marks (BcVisit    *visit,
       int         number,
       const char *region)
{
  return bc_symptom_marks_region (bc_visit_get_symptom (visit, number), bc_region_from_id (region), NULL);
}

/* The clinician's where there is one; everything else is as it was. */
static void
test_clinician (void)
{
  g_autoptr(BcVisit) visit = new_visit ();
  g_autoptr(BcVisit) drawn = bc_visit_new_drawn (visit, BC_DRAWING_CLINICIAN, 0);
  BcSymptom *symptom = bc_visit_get_symptom (drawn, 1);

  g_assert_true (marks (drawn, 1, "knee-anterior-left"));
  g_assert_false (marks (drawn, 1, "shin-left"));
  g_assert_true (marks (drawn, 2, "shin-right"));
  g_assert_false (bc_visit_has_drawing (drawn, BC_DRAWING_CLINICIAN));
  g_assert_cmpint (bc_symptom_get_now (symptom), ==, 4);
  g_assert_cmpint (bc_symptom_get_worst (symptom), ==, 7);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom), ==, BC_QUALITY_ACHE);
  g_assert_cmpstr (bc_visit_get_clinician (drawn), ==, "A. Person");
  g_assert_cmpint (bc_visit_get_age (drawn), ==, 44);
  g_assert_true (bc_visit_is_clear (drawn, bc_region_from_id ("groin-left")));
  g_assert_cmpint (bc_visit_get_answer (drawn, "d-slr"), ==, BC_ANSWER_YES);
  g_assert_true (bc_visit_has_drawing (visit, BC_DRAWING_CLINICIAN)); /* the visit itself is left alone */
  g_assert_true (marks (visit, 1, "shin-left"));
}

static void
test_patient (void)
{
  g_autoptr(BcVisit) visit = new_visit ();
  g_autoptr(BcVisit) drawn = bc_visit_new_drawn (visit, BC_DRAWING_PATIENT, 0);

  g_assert_true (marks (drawn, 1, "shin-left"));
  g_assert_false (marks (drawn, 1, "knee-anterior-left"));
}

/* One symptom alone, without the clear regions, which are of the whole body. */
static void
test_symptom (void)
{
  g_autoptr(BcVisit) visit = new_visit ();
  g_autoptr(BcVisit) drawn = bc_visit_new_drawn (visit, BC_DRAWING_PATIENT, 2);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (drawn))), ==, 1);
  g_assert_true (marks (drawn, 2, "shin-right"));
  g_assert_false (bc_visit_is_clear (drawn, bc_region_from_id ("groin-left")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawn-visit/clinician", test_clinician);
  g_test_add_func ("/drawn-visit/patient", test_patient);
  g_test_add_func ("/drawn-visit/symptom", test_symptom);
  return g_test_run ();
}
