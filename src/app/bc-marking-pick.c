/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which mark is meant, and what can be done to it. */

#include "bc-marking.h"

#include "bc-i18n.h"

/* The symptoms as they are met from above: the active one, then the others, the last painted first. */
static GPtrArray *
list_from_above (BcVisit *visit,
                 int      number)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  BcSymptom *active = bc_visit_get_symptom (visit, number);

  if (active != NULL)
    g_ptr_array_add (list, g_object_ref (active));
  for (guint i = g_list_model_get_n_items (symptoms); i > 0; i--)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i - 1);

      if (symptom != active)
        g_ptr_array_add (list, g_steal_pointer (&symptom));
    }
  return list;
}

static GListStore *
get_strokes (BcSymptom *symptom,
             BcDrawing  drawing)
{
  return bc_symptom_get_strokes_of (symptom, bc_symptom_choose_drawing (symptom, drawing));
}

static BcMark *
find_mark (BcSymptom *symptom,
           BcDrawing  drawing,
           BcRegion   region)
{
  return bc_symptom_find_mark_of (symptom, bc_symptom_choose_drawing (symptom, drawing), region, NULL);
}

/* Ticks are what the patient says, and part of no other drawing. */
static gboolean
has_tick (BcVisit   *visit,
          BcDrawing  drawing,
          BcRegion   region)
{
  return drawing == BC_DRAWING_PATIENT && bc_visit_is_clear (visit, region);
}

/* Paths lie over ink; among each kind the newest is on top. */
static BcStroke *
find_stroke (BcSymptom    *symptom,
             BcDrawing     drawing,
             BcRole        role,
             const BcView *view,
             double        x,
             double        y,
             double        reach)
{
  GListModel *strokes = G_LIST_MODEL (get_strokes (symptom, drawing));

  for (guint i = g_list_model_get_n_items (strokes); i > 0; i--)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i - 1);

      if (bc_stroke_get_role (stroke) == role && bc_marking_stroke_is_near (stroke, view, x, y, reach))
        return stroke; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_marking_pick:
 * @drawing: whose
 * @number: the active symptom, 0 for none
 * @view: where
 * @x: mm of the body
 * @y: mm of the body
 * @reach: how far beside a stroke still means it, mm
 * @region: the region there, or %BC_REGION_NONE
 * @pick: (out): what was found
 *
 * Finds the topmost mark at a place: a path, then ink, then the mark of the region, then its clear tick. Among
 * marks of the same kind, one of the active symptom is meant before others.
 *
 * Returns: whether there is one
 */
gboolean
bc_marking_pick (BcVisit      *visit,
                 BcDrawing     drawing,
                 int           number,
                 const BcView *view,
                 double        x,
                 double        y,
                 double        reach,
                 BcRegion      region,
                 BcPick       *pick)
{
  static const BcRole roles[] = { BC_ROLE_RADIATION, BC_ROLE_SITE };
  g_autoptr(GPtrArray) symptoms = NULL;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (pick != NULL, FALSE);

  symptoms = list_from_above (visit, number);
  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    for (guint i = 0; i < symptoms->len; i++)
      {
        BcSymptom *symptom = g_ptr_array_index (symptoms, i);
        BcStroke *stroke = find_stroke (symptom, drawing, roles[r], view, x, y, reach);

        if (stroke == NULL)
          continue;
        *pick = (BcPick) { bc_symptom_get_number (symptom), stroke, region };
        return TRUE;
      }
  return region != BC_REGION_NONE && bc_marking_pick_region (visit, drawing, number, region, pick);
}

/**
 * bc_marking_pick_region:
 * @drawing: whose
 * @number: the active symptom, 0 for none
 * @region: a region
 * @pick: (out): what was found
 *
 * Finds the topmost mark of a region as a whole: that of the active symptom, that of another one, the clear tick.
 *
 * Returns: whether there is one
 */
gboolean
bc_marking_pick_region (BcVisit   *visit,
                        BcDrawing  drawing,
                        int        number,
                        BcRegion   region,
                        BcPick    *pick)
{
  g_autoptr(GPtrArray) symptoms = NULL;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (pick != NULL, FALSE);

  symptoms = list_from_above (visit, number);
  for (guint i = 0; i < symptoms->len; i++)
    {
      BcSymptom *symptom = g_ptr_array_index (symptoms, i);

      if (find_mark (symptom, drawing, region) == NULL)
        continue;
      *pick = (BcPick) { bc_symptom_get_number (symptom), NULL, region };
      return TRUE;
    }
  *pick = (BcPick) { 0, NULL, region };
  return has_tick (visit, drawing, region);
}

/* The newest stroke that marks a region. */
static BcStroke *
find_stroke_inside (BcSymptom *symptom,
                    BcDrawing  drawing,
                    BcRegion   region)
{
  GListModel *strokes = G_LIST_MODEL (get_strokes (symptom, drawing));

  for (guint i = g_list_model_get_n_items (strokes); i > 0; i--)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i - 1);

      if (bc_stroke_counts (stroke, region, NULL))
        return stroke; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_marking_pick_inside:
 * @drawing: whose
 * @number: the active symptom, 0 for none
 * @region: a region
 * @active_only: whether the marks of other symptoms and ticks are left alone
 * @pick: (out): what was found
 *
 * Finds the topmost mark in a region for who has no pointer: what is drawn there, then the mark of the region, then
 * the clear tick.
 *
 * Returns: whether there is one
 */
gboolean
bc_marking_pick_inside (BcVisit   *visit,
                        BcDrawing  drawing,
                        int        number,
                        BcRegion   region,
                        gboolean   active_only,
                        BcPick    *pick)
{
  g_autoptr(GPtrArray) symptoms = NULL;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (pick != NULL, FALSE);

  symptoms = list_from_above (visit, number);
  for (guint i = 0; i < symptoms->len; i++)
    {
      BcSymptom *symptom = g_ptr_array_index (symptoms, i);
      BcStroke *stroke = find_stroke_inside (symptom, drawing, region);

      if (active_only && bc_symptom_get_number (symptom) != number)
        continue;
      *pick = (BcPick) { bc_symptom_get_number (symptom), stroke, region };
      if (stroke != NULL || (active_only && find_mark (symptom, drawing, region) != NULL))
        return TRUE;
    }
  return !active_only && bc_marking_pick_region (visit, drawing, number, region, pick);
}

/**
 * bc_marking_pick_is_valid:
 * @drawing: whose
 *
 * Returns: whether the mark is still there
 */
gboolean
bc_marking_pick_is_valid (BcVisit      *visit,
                          BcDrawing     drawing,
                          const BcPick *pick)
{
  BcSymptom *symptom;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (pick != NULL, FALSE);

  if (pick->number == 0)
    return has_tick (visit, drawing, pick->region);
  symptom = bc_visit_get_symptom (visit, pick->number);
  if (symptom == NULL)
    return FALSE;
  if (pick->stroke != NULL)
    return g_list_store_find (get_strokes (symptom, drawing), pick->stroke, NULL);
  return find_mark (symptom, drawing, pick->region) != NULL;
}

static void
remove_stroke (BcChart   *chart,
               BcSymptom *symptom,
               BcDrawing  drawing,
               BcStroke  *stroke)
{
  BcStroke *own = bc_marking_take_stroke (chart, symptom, drawing, stroke);

  if (own != NULL)
    bc_edit_replace_stroke (chart, symptom, own, NULL);
}

/**
 * bc_marking_remove:
 * @drawing: whose
 * @pick: a mark that is there
 *
 * Takes a whole mark away, as one step of the history.
 */
void
bc_marking_remove (BcChart      *chart,
                   BcVisit      *visit,
                   BcDrawing     drawing,
                   const BcPick *pick)
{
  BcHistory *history;
  BcSymptom *symptom;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (pick != NULL && bc_marking_pick_is_valid (visit, drawing, pick));

  history = bc_chart_get_history (chart);
  symptom = bc_visit_get_symptom (visit, pick->number);
  bc_history_begin (history, _("Erase"));
  if (symptom == NULL)
    bc_edit_toggle_clear (chart, visit, pick->region);
  else if (pick->stroke != NULL)
    remove_stroke (chart, symptom, drawing, pick->stroke);
  else if (drawing == BC_DRAWING_CLINICIAN)
    bc_edit_understand_region (chart, symptom, pick->region, BC_ROLE_CLEAR);
  else
    bc_edit_toggle_region (chart, visit, symptom, pick->region,
                           bc_mark_get_role (bc_symptom_find_mark (symptom, pick->region, NULL)));
  bc_history_end (history);
}

static void
move_stroke (BcChart   *chart,
             BcDrawing  drawing,
             BcSymptom *from,
             BcSymptom *to,
             BcPick    *pick)
{
  BcStroke *own = bc_marking_take_stroke (chart, from, drawing, pick->stroke);

  if (own == NULL)
    return;
  bc_edit_move_stroke (chart, from, to, own);
  pick->stroke = own;
}

/**
 * bc_marking_move:
 * @drawing: whose
 * @pick: (inout): a stroke, or the mark of a region; afterwards the same at its new place
 * @number: to which symptom; 0 for a new one
 *
 * Gives a mark to another symptom, as one step of the history.
 *
 * Returns: the number of that symptom
 */
int
bc_marking_move (BcChart      *chart,
                 BcVisit      *visit,
                 BcDrawing     drawing,
                 BcPick       *pick,
                 int           number)
{
  BcHistory *history;
  BcSymptom *from;
  BcSymptom *to;

  g_return_val_if_fail (BC_IS_CHART (chart), 0);
  g_return_val_if_fail (BC_IS_VISIT (visit), 0);
  g_return_val_if_fail (pick != NULL && bc_marking_pick_is_valid (visit, drawing, pick), 0);
  g_return_val_if_fail (pick->number != 0, 0);

  history = bc_chart_get_history (chart);
  from = bc_visit_get_symptom (visit, pick->number);
  bc_history_begin (history, _("Move to another symptom"));
  to = bc_visit_get_symptom (visit, number);
  if (to == NULL)
    to = bc_edit_add_symptom (chart, visit);
  if (to == NULL) /* the visit is signed */
    to = from;
  else if (pick->stroke != NULL)
    move_stroke (chart, drawing, from, to, pick);
  else
    bc_edit_move_mark (chart, visit, drawing, from, to, pick->region);
  bc_history_end (history);
  pick->number = bc_symptom_get_number (to);
  return pick->number;
}
