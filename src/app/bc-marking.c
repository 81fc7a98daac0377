/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-marking.h"

#include "bc-i18n.h"

static BcRole
tool_role (BcTool tool)
{
  return tool == BC_TOOL_RADIATION ? BC_ROLE_RADIATION : BC_ROLE_SITE;
}

/**
 * bc_visit_nearest_symptom:
 * @visit: (nullable): a visit
 * @number: the symptom that was active
 *
 * Says which symptom is active when @number may have gone by undo or removal.
 *
 * Returns: @number itself, the next lower one, the lowest, or 0 where there is none
 */
int
bc_visit_nearest_symptom (BcVisit *visit,
                          int      number)
{
  GListModel *symptoms;
  int lowest = 0;
  int below = 0;

  g_return_val_if_fail (visit == NULL || BC_IS_VISIT (visit), 0);

  if (visit == NULL)
    return 0;
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      int one = bc_symptom_get_number (symptom);

      if (lowest == 0 || one < lowest)
        lowest = one;
      if (one <= number && one > below)
        below = one;
    }
  return below > 0 ? below : lowest;
}

/**
 * bc_marking_is_on:
 * @drawing: whose
 * @number: the active symptom, 0 for none
 *
 * Returns: whether @tool has been used on @region as a whole already, so that using it again takes that back. The
 *   eraser never is, nor is a tick that is not confirmed yet: using the tool there confirms it. Brush and pick mark
 *   regions as the tool for regions does.
 */
gboolean
bc_marking_is_on (BcVisit   *visit,
                  BcDrawing  drawing,
                  int        number,
                  BcRegion   region,
                  BcTool     tool)
{
  BcSymptom *symptom;
  BcMark *mark;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  if (tool == BC_TOOL_ERASE)
    return FALSE;
  if (tool == BC_TOOL_CLEAR)
    {
      BcMark *clear = bc_visit_find_clear (visit, region);

      return clear != NULL && !bc_mark_get_unconfirmed (clear);
    }
  symptom = bc_visit_get_symptom (visit, number);
  if (symptom == NULL)
    return FALSE;
  mark = bc_symptom_find_mark_of (symptom, bc_symptom_choose_drawing (symptom, drawing), region, NULL);
  return mark != NULL && bc_mark_get_role (mark) == tool_role (tool);
}

/**
 * bc_marking_has_ink:
 *
 * Returns: whether a stroke of any symptom marks @region, so that it cannot be ticked as clear
 */
gboolean
bc_marking_has_ink (BcVisit  *visit,
                    BcRegion  region)
{
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_draws_region (symptom, region, NULL))
        return TRUE;
    }
  return FALSE;
}

/* One layer: the mark of the active symptom, else the topmost mark of another, else the tick. Never a stroke. */
static void
erase_region (BcChart   *chart,
              BcVisit   *visit,
              BcDrawing  drawing,
              int        number,
              BcRegion   region)
{
  BcPick pick;

  if (bc_marking_pick_region (visit, drawing, number, region, &pick))
    bc_marking_remove (chart, visit, drawing, &pick);
}

static void
toggle (BcChart   *chart,
        BcVisit   *visit,
        BcDrawing  drawing,
        BcSymptom *symptom,
        BcRegion   region,
        BcRole     role)
{
  if (drawing == BC_DRAWING_CLINICIAN)
    bc_edit_toggle_understood (chart, symptom, region, role);
  else
    bc_edit_toggle_region (chart, visit, symptom, region, role);
}

static const char *
step_label (BcTool   tool,
            gboolean on)
{
  if (tool == BC_TOOL_ERASE)
    return _("Erase");
  if (tool == BC_TOOL_CLEAR)
    return on ? _("Tick as clear") : _("Take a clear tick back");
  return on ? _("Mark a region") : _("Unmark a region");
}

/**
 * bc_marking_apply:
 * @drawing: whose
 * @number: the active symptom; 0 makes P1 where a symptom is needed
 * @regions: (array length=n_regions): where
 * @on: whether to put the mark there or to take it away
 *
 * Uses a tool on several regions as one step of the history. The eraser takes marks of regions and ticks, one layer of
 * them, and never strokes. Brush and pick mark regions as the tool for regions does. A region where something is drawn
 * is not ticked as clear. Ticks are what the patient says: they belong to the patient's drawing.
 *
 * Returns: the symptom that is active afterwards, 0 for none
 */
int
bc_marking_apply (BcChart        *chart,
                  BcVisit        *visit,
                  BcDrawing       drawing,
                  int             number,
                  const BcRegion *regions,
                  guint           n_regions,
                  BcTool          tool,
                  gboolean        on)
{
  BcHistory *history;
  BcSymptom *symptom;

  g_return_val_if_fail (BC_IS_CHART (chart), 0);
  g_return_val_if_fail (BC_IS_VISIT (visit), 0);
  g_return_val_if_fail (regions != NULL || n_regions == 0, 0);

  history = bc_chart_get_history (chart);
  number = bc_visit_nearest_symptom (visit, number);
  bc_history_begin (history, step_label (tool, on));
  symptom = bc_visit_get_symptom (visit, number);
  if (symptom == NULL && on && tool != BC_TOOL_CLEAR && tool != BC_TOOL_ERASE)
    {
      symptom = bc_edit_add_symptom (chart, visit); /* NULL: the visit is signed */
      number = symptom != NULL ? bc_symptom_get_number (symptom) : 0;
    }
  for (guint i = 0; i < n_regions; i++)
    {
      if (tool == BC_TOOL_ERASE)
        erase_region (chart, visit, drawing, number, regions[i]);
      else if (bc_marking_is_on (visit, drawing, number, regions[i], tool) == on)
        continue;
      else if (tool == BC_TOOL_CLEAR && drawing != BC_DRAWING_PATIENT)
        continue;
      else if (tool == BC_TOOL_CLEAR && on && bc_visit_is_clear (visit, regions[i]))
        bc_edit_confirm_clear (chart, visit, regions[i]);
      else if (tool == BC_TOOL_CLEAR)
        bc_edit_toggle_clear (chart, visit, regions[i]);
      else if (symptom != NULL)
        toggle (chart, visit, drawing, symptom, regions[i], tool_role (tool));
    }
  bc_history_end (history);
  return number;
}

/**
 * bc_marking_draw:
 * @drawing: whose
 * @number: the active symptom; 0 makes P1
 * @stroke: what was drawn
 *
 * Gives a stroke to a symptom, as one step of the history.
 *
 * Returns: the symptom that is active afterwards
 */
int
bc_marking_draw (BcChart   *chart,
                 BcVisit   *visit,
                 BcDrawing  drawing,
                 int        number,
                 BcStroke  *stroke)
{
  BcHistory *history;
  BcSymptom *symptom;

  g_return_val_if_fail (BC_IS_CHART (chart), 0);
  g_return_val_if_fail (BC_IS_VISIT (visit), 0);
  g_return_val_if_fail (BC_IS_STROKE (stroke), 0);

  history = bc_chart_get_history (chart);
  number = bc_visit_nearest_symptom (visit, number);
  bc_history_begin (history, bc_stroke_get_role (stroke) == BC_ROLE_RADIATION ? _("Draw where it travels") : _("Draw"));
  symptom = bc_visit_get_symptom (visit, number);
  if (symptom == NULL)
    symptom = bc_edit_add_symptom (chart, visit);
  if (symptom != NULL && drawing == BC_DRAWING_CLINICIAN)
    bc_edit_add_understood_stroke (chart, symptom, stroke);
  else if (symptom != NULL) /* else the visit is signed */
    bc_edit_add_stroke (chart, visit, symptom, stroke);
  bc_history_end (history);
  return symptom != NULL ? bc_symptom_get_number (symptom) : 0;
}
