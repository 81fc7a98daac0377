/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-chart-parts-private.h"
#include "bc-i18n.h"

/**
 * bc_edit_remove_clear:
 * @history: of the chart
 * @visit: a visit
 * @region: a region
 *
 * Takes the clear tick of @region away, if it has one.
 */
void
bc_edit_remove_clear (BcHistory *history,
                      BcVisit   *visit,
                      BcRegion   region)
{
  GListStore *clears = bc_visit_get_clears (visit);
  guint n_clears = g_list_model_get_n_items (G_LIST_MODEL (clears));

  for (guint i = 0; i < n_clears; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (G_LIST_MODEL (clears), i);

      if (bc_mark_get_region (mark) != region)
        continue;
      bc_history_remove (history, clears, i);
      return;
    }
}

/**
 * bc_edit_is_drawn:
 * @visit: a visit
 * @region: a region
 *
 * Returns: whether a stroke of any symptom marks @region
 */
gboolean
bc_edit_is_drawn (BcVisit  *visit,
                  BcRegion  region)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);

  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_draws_region (symptom, region, NULL))
        return TRUE;
    }
  return FALSE;
}

/* A region is never clear and marked at once. */
static void
remove_clears_under (BcHistory *history,
                     BcVisit   *visit,
                     BcStroke  *stroke)
{
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    if (bc_stroke_counts (stroke, covers[i].region, NULL))
      bc_edit_remove_clear (history, visit, covers[i].region);
}

/**
 * bc_edit_add_stroke:
 * @chart: the document
 * @visit: one of its visits
 * @symptom: one of its symptoms
 * @stroke: what was drawn
 *
 * Adds a stroke on top of the others. The regions that it marks, by bc_stroke_counts(), are no longer clear; a region
 * that it only grazes keeps its tick.
 */
void
bc_edit_add_stroke (BcChart   *chart,
                    BcVisit   *visit,
                    BcSymptom *symptom,
                    BcStroke  *stroke)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (BC_IS_STROKE (stroke));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Draw"));
  remove_clears_under (history, visit, stroke);
  bc_history_append (history, bc_symptom_get_strokes (symptom), stroke);
  bc_history_end (history);
}

/* (transfer none) (nullable): the list that has the stroke. */
static GListStore *
find_drawing (BcSymptom *symptom,
              BcStroke  *stroke,
              guint     *position,
              BcDrawing *drawing)
{
  for (*drawing = 0; *drawing < BC_N_DRAWINGS; (*drawing)++)
    if (g_list_store_find (bc_symptom_get_strokes_of (symptom, *drawing), stroke, position))
      return bc_symptom_get_strokes_of (symptom, *drawing);
  return NULL;
}

/**
 * bc_edit_replace_stroke:
 * @chart: the document
 * @symptom: one of its symptoms
 * @stroke: one of its strokes, of either drawing
 * @pieces: (element-type BcStroke) (nullable): what is left of it; %NULL or empty where nothing is
 *
 * Erases parts of a stroke: @pieces stand where it stood among the others. A piece may mark a region that the whole
 * stroke only grazed; that region is no longer clear then.
 */
void
bc_edit_replace_stroke (BcChart   *chart,
                        BcSymptom *symptom,
                        BcStroke  *stroke,
                        GPtrArray *pieces)
{
  GListStore *strokes;
  BcHistory *history;
  BcDrawing drawing;
  BcVisit *visit;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (BC_IS_STROKE (stroke));

  visit = bc_chart_find_visit (chart, symptom);
  strokes = find_drawing (symptom, stroke, &position, &drawing);
  if (visit == NULL || strokes == NULL)
    return;
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Erase"));
  bc_history_remove (history, strokes, position);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      BcStroke *piece = g_ptr_array_index (pieces, i);

      if (drawing == BC_DRAWING_PATIENT)
        remove_clears_under (history, visit, piece);
      bc_history_insert (history, strokes, position + i, piece);
    }
  bc_history_end (history);
}

/**
 * bc_edit_move_stroke:
 * @chart: the document
 * @from: the symptom that has it
 * @to: another symptom of the same visit
 * @stroke: a stroke of @from, of either drawing
 *
 * Gives a stroke to another symptom, on top of what that has in the same drawing.
 */
void
bc_edit_move_stroke (BcChart   *chart,
                     BcSymptom *from,
                     BcSymptom *to,
                     BcStroke  *stroke)
{
  g_autoptr(BcStroke) moved = NULL;
  GListStore *strokes;
  BcHistory *history;
  BcDrawing drawing;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (from));
  g_return_if_fail (BC_IS_SYMPTOM (to));
  g_return_if_fail (BC_IS_STROKE (stroke));

  strokes = find_drawing (from, stroke, &position, &drawing);
  if (from == to || strokes == NULL)
    return;
  moved = g_object_ref (stroke); /* the list may hold the last reference */
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Move to another symptom"));
  bc_history_remove (history, strokes, position);
  if (drawing == BC_DRAWING_CLINICIAN)
    bc_edit_begin_drawing (chart, to, NULL);
  bc_history_append (history, bc_symptom_get_strokes_of (to, drawing), moved);
  bc_history_end (history);
}

static void
move_understood (BcChart   *chart,
                 BcSymptom *from,
                 BcSymptom *to,
                 BcRegion   region,
                 BcRole     role)
{
  bc_edit_understand_region (chart, from, region, BC_ROLE_CLEAR);
  bc_edit_understand_region (chart, to, region, role);
}

/**
 * bc_edit_move_mark:
 * @chart: the document
 * @visit: one of its visits
 * @drawing: whose; the clinician's begins as a copy of the patient's
 * @from: the symptom that marks @region
 * @to: another symptom of @visit
 * @region: a region
 *
 * Gives the mark of a region to another symptom, with its role, within one drawing. What that symptom has there gives
 * way.
 */
void
bc_edit_move_mark (BcChart   *chart,
                   BcVisit   *visit,
                   BcDrawing  drawing,
                   BcSymptom *from,
                   BcSymptom *to,
                   BcRegion   region)
{
  BcHistory *history;
  BcMark *mark;
  BcRole role;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_SYMPTOM (from));
  g_return_if_fail (BC_IS_SYMPTOM (to));

  mark = bc_symptom_find_mark_of (from, bc_symptom_choose_drawing (from, drawing), region, &position);
  if (from == to || mark == NULL)
    return;
  role = bc_mark_get_role (mark);
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Move to another symptom"));
  if (drawing == BC_DRAWING_CLINICIAN)
    move_understood (chart, from, to, region, role);
  else
    {
      bc_history_remove (history, bc_symptom_get_marks (from), position);
      bc_edit_set_role (chart, visit, to, region, role);
    }
  bc_history_end (history);
}
