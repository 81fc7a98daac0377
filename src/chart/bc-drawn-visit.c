/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawn-visit.h"

#include "bc-property-private.h"

static void
share_items (GListStore *from,
             GListStore *to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_list_store_append (to, item);
    }
}

static BcSymptom *
new_drawn_symptom (BcSymptom *symptom,
                   BcDrawing  drawing)
{
  BcSymptom *drawn = bc_symptom_new (bc_symptom_get_number (symptom));
  BcDrawing from = bc_symptom_choose_drawing (symptom, drawing);

  bc_property_copy_all (symptom, drawn);
  g_object_set (drawn, "understood", FALSE, NULL); /* it has no second drawing, which would count before this one */
  share_items (bc_symptom_get_marks_of (symptom, from), bc_symptom_get_marks (drawn));
  share_items (bc_symptom_get_strokes_of (symptom, from), bc_symptom_get_strokes (drawn));
  return drawn;
}

/**
 * bc_visit_new_drawn:
 * @visit: a visit
 * @drawing: which drawing
 * @number: of a symptom to take alone, and without clear regions; 0 for all of it
 *
 * Makes a visit that says the same as @visit but has one drawing, which everybody takes for the patient's. Of a symptom
 * without @drawing it is the patient's, as the matcher has it. The items of its lists are those of @visit: it is for
 * looking only.
 *
 * Returns: (transfer full): a visit of no chart
 */
BcVisit *
bc_visit_new_drawn (BcVisit   *visit,
                    BcDrawing  drawing,
                    int        number)
{
  BcVisit *drawn;
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  drawn = bc_visit_new (bc_visit_get_date (visit));
  bc_property_copy_all (visit, drawn);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autoptr(BcSymptom) copy = NULL;

      if (number != 0 && bc_symptom_get_number (symptom) != number)
        continue;
      copy = new_drawn_symptom (symptom, drawing);
      g_list_store_append (bc_visit_get_symptoms (drawn), copy);
    }
  if (number == 0)
    share_items (bc_visit_get_clears (visit), bc_visit_get_clears (drawn));
  share_items (bc_visit_get_answers (visit), bc_visit_get_answers (drawn));
  share_items (bc_visit_get_ticks (visit), bc_visit_get_ticks (drawn));
  share_items (bc_visit_get_retests (visit), bc_visit_get_retests (drawn));
  return drawn;
}

/**
 * bc_visit_has_drawing:
 * @visit: a visit
 * @drawing: which drawing
 *
 * Returns: whether any of its symptoms has it
 */
gboolean
bc_visit_has_drawing (BcVisit   *visit,
                      BcDrawing  drawing)
{
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_has_drawing (symptom, drawing))
        return TRUE;
    }
  return FALSE;
}
