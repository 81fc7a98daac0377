/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which drawing is shown and changed: the patient's, or the clinician's understanding of it. Below the clinician's lies
 * the patient's own, faint, of the symptoms that the clinician drew, so that a difference is seen at once. A symptom that
 * the clinician did not draw shows as the patient drew it, since it is understood so.
 */

#include "bc-canvas-private.h"

#include "bc-understood.h"

static guint
mix (guint digest,
     gsize value)
{
  return (digest ^ (guint) (value ^ value >> 32)) * 16777619u;
}

/* A number that changes with what lies below. While the clinician's drawing is shown the patient's keeps its marks. */
static guint
digest_under (BcVisit *under)
{
  GListModel *symptoms = under != NULL ? G_LIST_MODEL (bc_visit_get_symptoms (under)) : NULL;
  guint digest = 1;

  for (guint i = 0; symptoms != NULL && i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      digest = mix (digest, GPOINTER_TO_SIZE (symptom));
      digest = mix (digest, bc_marking_digest_symptom (symptom));
      digest = mix (digest, g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))));
      digest = mix (digest, g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes (symptom))));
    }
  return digest;
}

/* (transfer full): the patient's drawing of what the clinician drew as well, and the patient's ticks. */
static BcVisit *
make_under (BcVisit *visit)
{
  BcVisit *under = bc_visit_new (bc_visit_get_date (visit));
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
        g_list_store_append (bc_visit_get_symptoms (under), symptom);
    }
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      g_list_store_append (bc_visit_get_clears (under), clear);
    }
  return under;
}

static void
follow_under (BcCanvas *self)
{
  g_autoptr(BcVisit) under = NULL;
  guint digest;

  if (self->visit != NULL && self->drawing == BC_DRAWING_CLINICIAN)
    under = make_under (self->visit);
  digest = digest_under (under);
  if ((under != NULL) == (self->under != NULL) && digest == self->under_digest)
    return;
  g_set_object (&self->under, under);
  self->under_digest = digest;
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_set_under (bc_canvas_get_view (self, i), under);
}

/* Brings what is shown up to the visit; before anything else looks at it. */
void
bc_canvas_follow_drawing (BcCanvas *self)
{
  if (self->shown != NULL && self->shown != self->visit)
    bc_understood_follow (self->shown, self->visit);
  follow_under (self);
}

/* Shows the drawing that is due of the visit that is due. */
void
bc_canvas_show_drawing (BcCanvas *self)
{
  g_clear_object (&self->shown);
  if (self->visit != NULL && self->drawing == BC_DRAWING_CLINICIAN)
    self->shown = bc_understood_new (self->visit);
  else if (self->visit != NULL)
    self->shown = g_object_ref (self->visit);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_set_visit (bc_canvas_get_view (self, i), self->shown);
  bc_canvas_follow_marks (self);
}

/* A view that is new on the board. */
void
bc_canvas_show_drawing_in (BcCanvas     *self,
                           BcViewWidget *view)
{
  bc_view_widget_set_visit (view, self->shown);
  bc_view_widget_set_under (view, self->under);
}
