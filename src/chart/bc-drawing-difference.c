/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawing-difference.h"

static void
free_difference (gpointer data)
{
  BcDrawingDifference *difference = data;

  g_object_unref (difference->symptom);
  g_array_unref (difference->patient);
  g_array_unref (difference->clinician);
  g_free (difference);
}

static BcDrawingDifference *
compare (BcSymptom *symptom)
{
  BcDrawingDifference *difference = g_new0 (BcDrawingDifference, 1);

  difference->symptom = g_object_ref (symptom);
  difference->patient = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  difference->clinician = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      gboolean patient = bc_symptom_marks_region_of (symptom, BC_DRAWING_PATIENT, region, NULL);
      gboolean clinician = bc_symptom_marks_region_of (symptom, BC_DRAWING_CLINICIAN, region, NULL);

      if (patient != clinician)
        g_array_append_val (patient ? difference->patient : difference->clinician, region);
    }
  return difference;
}

/**
 * bc_visit_list_differences:
 * @visit: a visit
 *
 * Compares the patient's drawing with the clinician's, by regions as bc_symptom_marks_region() has them. A symptom that
 * the clinician did not draw is understood as the patient drew it.
 *
 * Returns: (transfer full) (element-type BcDrawingDifference): the symptoms whose drawings differ, in the visit's order
 */
GPtrArray *
bc_visit_list_differences (BcVisit *visit)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (free_difference);
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), differences);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcDrawingDifference *difference;

      if (!bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
        continue;
      difference = compare (symptom);
      if (difference->patient->len + difference->clinician->len > 0)
        g_ptr_array_add (differences, difference);
      else
        free_difference (difference);
    }
  return differences;
}
