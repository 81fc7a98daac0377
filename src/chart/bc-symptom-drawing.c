/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a symptom is: its drawings, each of marks that were clicked and of strokes, and what they say of a region.
 */

#include "bc-symptom-private.h"

/* In the order of their strength: where it sits wins. */
typedef enum
{
  DRAWN_NOTHING,
  DRAWN_RADIATION,
  DRAWN_SITE
} Drawn;

static void
learn_strokes (BcSymptomLayer *layer,
               guint           start,
               guint           n_strokes)
{
  for (guint i = start; i < start + n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (layer->strokes), i);
      guint n_covers;
      const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

      for (guint j = 0; j < n_covers; j++)
        {
          guint8 *drawn = &layer->drawn[covers[j].region];
          BcRole role;

          if (bc_stroke_counts (stroke, covers[j].region, &role))
            *drawn = MAX (*drawn, role == BC_ROLE_SITE ? DRAWN_SITE : DRAWN_RADIATION);
        }
    }
}

/* Drawing must not slow down with what is there already: only a stroke that went away makes all be learnt again. */
static void
strokes_changed_cb (BcSymptom  *self,
                    guint       position,
                    guint       n_removed,
                    guint       n_added,
                    GListModel *strokes)
{
  BcSymptomLayer *layer = &self->layers[0];

  g_assert (BC_IS_SYMPTOM (self));
  while (G_LIST_MODEL (layer->strokes) != strokes)
    layer++;
  g_assert (layer < self->layers + BC_N_DRAWINGS);

  if (n_removed > 0)
    layer->drawn_known = FALSE;
  else if (layer->drawn_known)
    learn_strokes (layer, position, n_added);
}

void
bc_symptom_init_drawings (BcSymptom *self)
{
  for (guint i = 0; i < BC_N_DRAWINGS; i++)
    {
      BcSymptomLayer *layer = &self->layers[i];

      layer->marks = g_list_store_new (BC_TYPE_MARK);
      layer->strokes = g_list_store_new (BC_TYPE_STROKE);
      layer->drawn_known = TRUE; /* nothing is drawn */
      g_signal_connect_swapped (layer->strokes, "items-changed", G_CALLBACK (strokes_changed_cb), self);
    }
}

void
bc_symptom_clear_drawings (BcSymptom *self)
{
  for (guint i = 0; i < BC_N_DRAWINGS; i++)
    {
      g_clear_object (&self->layers[i].marks);
      g_signal_handlers_disconnect_by_data (self->layers[i].strokes, self); /* the history may keep the list */
      g_clear_object (&self->layers[i].strokes);
    }
}

/* The lists stay the lender's: what is done to them shows in both. */
void
bc_symptom_borrow_drawing (BcSymptom *self,
                           BcSymptom *lender,
                           BcDrawing  drawing)
{
  BcSymptomLayer *own = &self->layers[BC_DRAWING_PATIENT];
  BcSymptomLayer *lent = &lender->layers[drawing];

  g_signal_handlers_disconnect_by_data (own->strokes, self);
  g_set_object (&own->marks, lent->marks);
  g_set_object (&own->strokes, lent->strokes);
  own->drawn_known = FALSE;
  g_signal_connect_swapped (own->strokes, "items-changed", G_CALLBACK (strokes_changed_cb), self);
}

/**
 * bc_symptom_get_marks:
 *
 * Returns: (transfer none): the regions of the patient's drawing, a list of #BcMark
 */
GListStore *
bc_symptom_get_marks (BcSymptom *self)
{
  return bc_symptom_get_marks_of (self, BC_DRAWING_PATIENT);
}

/**
 * bc_symptom_get_marks_of:
 * @drawing: whose
 *
 * Returns: (transfer none): the regions of a drawing of the symptom, a list of #BcMark
 */
GListStore *
bc_symptom_get_marks_of (BcSymptom *self,
                         BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  return self->layers[drawing].marks;
}

/**
 * bc_symptom_find_mark:
 * @region: a region
 * @position: (out) (optional): where the mark is in the list
 *
 * Returns: (transfer none) (nullable): the mark of the patient's drawing in @region
 */
BcMark *
bc_symptom_find_mark (BcSymptom *self,
                      BcRegion   region,
                      guint     *position)
{
  return bc_symptom_find_mark_of (self, BC_DRAWING_PATIENT, region, position);
}

/**
 * bc_symptom_find_mark_of:
 * @drawing: whose
 * @region: a region
 * @position: (out) (optional): where the mark is in the list
 *
 * Returns: (transfer none) (nullable): the mark of a drawing of the symptom in @region
 */
BcMark *
bc_symptom_find_mark_of (BcSymptom *self,
                         BcDrawing  drawing,
                         BcRegion   region,
                         guint     *position)
{
  GListModel *marks;
  guint n_marks;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  marks = G_LIST_MODEL (self->layers[drawing].marks);
  n_marks = g_list_model_get_n_items (marks);
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      if (bc_mark_get_region (mark) != region)
        continue;
      if (position != NULL)
        *position = i;
      return mark; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_symptom_get_strokes:
 *
 * Returns: (transfer none): list of #BcStroke of the patient's drawing, oldest first
 */
GListStore *
bc_symptom_get_strokes (BcSymptom *self)
{
  return bc_symptom_get_strokes_of (self, BC_DRAWING_PATIENT);
}

/**
 * bc_symptom_get_strokes_of:
 * @drawing: whose
 *
 * Returns: (transfer none): list of #BcStroke of a drawing of the symptom, oldest first
 */
GListStore *
bc_symptom_get_strokes_of (BcSymptom *self,
                           BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  return self->layers[drawing].strokes;
}

static gboolean
is_blank (BcSymptomLayer *layer)
{
  return g_list_model_get_n_items (G_LIST_MODEL (layer->marks)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (layer->strokes)) == 0;
}

/**
 * bc_symptom_has_drawing:
 * @drawing: whose
 *
 * Returns: whether anything is marked or drawn there; or whether the clinician's drawing was begun, which says by being
 *   empty that the symptom is nowhere
 */
gboolean
bc_symptom_has_drawing (BcSymptom *self,
                        BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, FALSE);

  return (drawing == BC_DRAWING_CLINICIAN && self->understood) || !is_blank (&self->layers[drawing]);
}

/**
 * bc_symptom_choose_drawing:
 * @wanted: whose
 *
 * A symptom that the clinician did not draw is understood as the patient drew it.
 *
 * Returns: @wanted where there is such a drawing, else the patient's
 */
BcDrawing
bc_symptom_choose_drawing (BcSymptom *self,
                           BcDrawing  wanted)
{
  return bc_symptom_has_drawing (self, wanted) ? wanted : BC_DRAWING_PATIENT;
}

/**
 * bc_symptom_is_nowhere:
 *
 * Returns: whether the clinician's drawing was begun and is empty: the symptom is in none of the places that the
 *   patient drew
 */
gboolean
bc_symptom_is_nowhere (BcSymptom *self)
{
  return bc_symptom_has_drawing (self, BC_DRAWING_CLINICIAN) && is_blank (&self->layers[BC_DRAWING_CLINICIAN]);
}

/**
 * bc_symptom_draws_region:
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Whether strokes of the patient's drawing mark @region (bc_stroke_counts()). A stroke that sits there wins over one that
 * travels there.
 *
 * Returns: whether they do
 */
gboolean
bc_symptom_draws_region (BcSymptom *self,
                         BcRegion   region,
                         BcRole    *role)
{
  return bc_symptom_draws_region_of (self, BC_DRAWING_PATIENT, region, role);
}

/**
 * bc_symptom_draws_region_of:
 * @drawing: whose
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Returns: whether strokes of a drawing of the symptom mark @region, as bc_symptom_draws_region() has it
 */
gboolean
bc_symptom_draws_region_of (BcSymptom *self,
                            BcDrawing  drawing,
                            BcRegion   region,
                            BcRole    *role)
{
  BcSymptomLayer *layer;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, FALSE);
  g_return_val_if_fail (region <= BC_N_REGIONS, FALSE);

  layer = &self->layers[drawing];
  if (!layer->drawn_known)
    {
      memset (layer->drawn, DRAWN_NOTHING, sizeof layer->drawn);
      learn_strokes (layer, 0, g_list_model_get_n_items (G_LIST_MODEL (layer->strokes)));
      layer->drawn_known = TRUE;
    }
  if (layer->drawn[region] == DRAWN_NOTHING)
    return FALSE;
  if (role != NULL)
    *role = layer->drawn[region] == DRAWN_SITE ? BC_ROLE_SITE : BC_ROLE_RADIATION;
  return TRUE;
}

/**
 * bc_symptom_marks_region:
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Whether the patient's drawing marks @region by a click or by strokes. A click says it outright, whatever the strokes
 * say.
 *
 * Returns: whether it does
 */
gboolean
bc_symptom_marks_region (BcSymptom *self,
                         BcRegion   region,
                         BcRole    *role)
{
  return bc_symptom_marks_region_of (self, BC_DRAWING_PATIENT, region, role);
}

/**
 * bc_symptom_marks_region_of:
 * @drawing: whose
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Returns: whether a drawing of the symptom marks @region, as bc_symptom_marks_region() has it
 */
gboolean
bc_symptom_marks_region_of (BcSymptom *self,
                            BcDrawing  drawing,
                            BcRegion   region,
                            BcRole    *role)
{
  BcMark *mark;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);

  mark = bc_symptom_find_mark_of (self, drawing, region, NULL);
  if (mark == NULL)
    return bc_symptom_draws_region_of (self, drawing, region, role);
  if (role != NULL)
    *role = bc_mark_get_role (mark);
  return TRUE;
}
