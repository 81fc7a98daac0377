/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-understood.h"

#include "bc-property-private.h"
#include "bc-symptom-private.h"

static BcSymptom *
understand (BcSymptom *symptom)
{
  BcSymptom *self = bc_symptom_new (bc_symptom_get_number (symptom));

  bc_symptom_borrow_drawing (self, symptom, bc_symptom_choose_drawing (symptom, BC_DRAWING_CLINICIAN));
  return self;
}

/* (transfer full): what @symptom is in @self already, or a new one where that has another drawing. */
static BcSymptom *
take (BcVisit   *self,
      BcSymptom *symptom)
{
  BcDrawing drawing = bc_symptom_choose_drawing (symptom, BC_DRAWING_CLINICIAN);
  BcSymptom *there = bc_visit_get_symptom (self, bc_symptom_get_number (symptom));

  if (there != NULL && bc_symptom_get_marks (there) == bc_symptom_get_marks_of (symptom, drawing))
    return g_object_ref (there);
  return understand (symptom);
}

static gboolean
is_current (GListModel *list,
            GPtrArray  *symptoms)
{
  if (g_list_model_get_n_items (list) != symptoms->len)
    return FALSE;
  for (guint i = 0; i < symptoms->len; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (list, i);

      if (symptom != g_ptr_array_index (symptoms, i))
        return FALSE;
    }
  return TRUE;
}

/**
 * bc_understood_follow:
 * @self: by bc_understood_new()
 * @visit: the visit that it was made of, or another
 *
 * Brings @self up to date. Marks and strokes that were added or taken away it shows without; this is for symptoms that
 * came or went, for what is known of them, and for drawings that were begun or taken back. A symptom stays the same
 * object as long as its drawing is the same.
 */
void
bc_understood_follow (BcVisit *self,
                      BcVisit *visit)
{
  g_autoptr(GPtrArray) symptoms = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list;
  GListStore *own;

  g_return_if_fail (BC_IS_VISIT (self));
  g_return_if_fail (BC_IS_VISIT (visit));

  list = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  own = bc_visit_get_symptoms (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (list, i);
      BcSymptom *understood = take (self, symptom);

      bc_property_copy_all (symptom, understood);
      g_object_set (understood, "understood", FALSE, NULL); /* it has no second drawing */
      g_ptr_array_add (symptoms, understood);
    }
  if (!is_current (G_LIST_MODEL (own), symptoms))
    g_list_store_splice (own, 0, g_list_model_get_n_items (G_LIST_MODEL (own)), symptoms->pdata, symptoms->len);
}

/**
 * bc_understood_new:
 * @visit: a visit
 *
 * Makes a visit that shows how the clinician understands @visit: its symptoms have the clinician's drawing where there
 * is one, else the patient's. It shares their marks and strokes. Clear ticks are the patient's word and not in it.
 *
 * Returns: (transfer full): the visit
 */
BcVisit *
bc_understood_new (BcVisit *visit)
{
  BcVisit *self;

  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  self = bc_visit_new (bc_visit_get_date (visit));
  bc_understood_follow (self, visit);
  return self;
}
