/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawing-difference.h"

#include <string.h>

static void
free_difference (gpointer data)
{
  BcDrawingDifference *difference = data;

  g_object_unref (difference->symptom);
  g_array_unref (difference->patient);
  g_array_unref (difference->clinician);
  g_array_unref (difference->roles);
  g_free (difference);
}

static BcDrawingDifference *
compare (BcSymptom *symptom)
{
  BcDrawingDifference *difference = g_new0 (BcDrawingDifference, 1);

  difference->symptom = g_object_ref (symptom);
  difference->patient = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  difference->clinician = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  difference->roles = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      BcRole one = BC_ROLE_SITE;
      BcRole other = BC_ROLE_SITE;
      gboolean patient = bc_symptom_marks_region_of (symptom, BC_DRAWING_PATIENT, region, &one);
      gboolean clinician = bc_symptom_marks_region_of (symptom, BC_DRAWING_CLINICIAN, region, &other);

      if (patient != clinician)
        g_array_append_val (patient ? difference->patient : difference->clinician, region);
      else if (patient && one != other)
        g_array_append_val (difference->roles, region);
    }
  return difference;
}

static gboolean
are_same (BcStroke *one,
          BcStroke *other)
{
  guint n_one;
  guint n_other;
  const BcStrokePoint *a = bc_stroke_get_points (one, &n_one);
  const BcStrokePoint *b = bc_stroke_get_points (other, &n_other);

  return n_one == n_other && bc_stroke_get_view (one) == bc_stroke_get_view (other)
         && bc_stroke_get_role (one) == bc_stroke_get_role (other)
         && memcmp (a, b, n_one * sizeof *a) == 0;
}

/* A stroke that was cut may mark the same regions and less of them. */
static gboolean
has_other_strokes (BcSymptom *symptom)
{
  GListModel *patient = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  GListModel *clinician = G_LIST_MODEL (bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN));
  guint n = g_list_model_get_n_items (patient);

  if (g_list_model_get_n_items (clinician) != n)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(BcStroke) one = g_list_model_get_item (patient, i);
      g_autoptr(BcStroke) other = g_list_model_get_item (clinician, i);

      if (!are_same (one, other))
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_visit_list_differences:
 * @visit: a visit
 *
 * Compares the patient's drawing with the clinician's, by regions as bc_symptom_marks_region() has them, and by strokes. A
 * symptom that the clinician did not draw is understood as the patient drew it.
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
      if (difference->patient->len + difference->clinician->len + difference->roles->len > 0
          || has_other_strokes (symptom))
        g_ptr_array_add (differences, difference);
      else
        free_difference (difference);
    }
  return differences;
}
