/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-i18n.h"

/* A stroke of its own, so that who erases one says which drawing is meant. */
static BcStroke *
copy_stroke (BcStroke *stroke)
{
  guint n_points;
  guint n_covers;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  return bc_stroke_new (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke), bc_stroke_get_role (stroke),
                        bc_stroke_get_width (stroke), points, n_points, covers, n_covers);
}

static void
copy_drawing (BcHistory *history,
              BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_marks = g_list_model_get_n_items (marks);
  guint n_strokes = g_list_model_get_n_items (strokes);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);
      g_autoptr(BcMark) copy = bc_mark_new (bc_mark_get_region (mark), bc_mark_get_role (mark));

      bc_history_append (history, bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), copy);
    }
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);
      g_autoptr(BcStroke) copy = copy_stroke (stroke);

      bc_history_append (history, bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN), copy);
    }
}

static void
remove_drawing (BcHistory *history,
                BcSymptom *symptom)
{
  GListStore *const lists[] = {
    bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN),
    bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = g_list_model_get_n_items (G_LIST_MODEL (lists[i])); j > 0; j--)
      bc_history_remove (history, lists[i], j - 1);
}

/**
 * bc_edit_begin_drawing:
 * @chart: the document
 * @symptom: one of its symptoms
 * @stroke: (nullable): one of its strokes, of either drawing
 *
 * Begins the clinician's drawing of a symptom as a copy of the patient's, where there is none yet. All that changes that
 * drawing begins it.
 *
 * Returns: (transfer none) (nullable): what @stroke is in the clinician's drawing; %NULL without, or where the visit is
 *   signed
 */
BcStroke *
bc_edit_begin_drawing (BcChart   *chart,
                       BcSymptom *symptom,
                       BcStroke  *stroke)
{
  GListStore *strokes;
  BcHistory *history;
  guint position = G_MAXUINT;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);
  g_return_val_if_fail (stroke == NULL || BC_IS_STROKE (stroke), NULL);

  history = bc_chart_get_history (chart);
  strokes = bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN);
  if (bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
    return stroke != NULL && g_list_store_find (strokes, stroke, NULL) ? stroke : NULL;
  if (stroke != NULL)
    g_list_store_find (bc_symptom_get_strokes (symptom), stroke, &position);
  bc_history_begin (history, _("Begin the clinician’s drawing"));
  bc_history_set_int (history, symptom, "understood", TRUE);
  copy_drawing (history, symptom);
  bc_history_end (history);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (strokes)))
    {
      g_autoptr(BcStroke) copy = g_list_model_get_item (G_LIST_MODEL (strokes), position);

      return copy; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_edit_start_drawing:
 * @chart: the document
 * @visit: one of its visits
 *
 * Begins the clinician's drawing as a copy of the patient's, of each symptom that has none yet.
 */
void
bc_edit_start_drawing (BcChart *chart,
                       BcVisit *visit)
{
  GListModel *symptoms;
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));

  history = bc_chart_get_history (chart);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  bc_history_begin (history, _("Begin the clinician’s drawing"));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      bc_edit_begin_drawing (chart, symptom, NULL);
    }
  bc_history_end (history);
}

/**
 * bc_edit_drop_drawing:
 * @chart: the document
 * @symptom: one of its symptoms
 *
 * Takes the clinician's drawing of a symptom away; it is understood as the patient drew it again.
 */
void
bc_edit_drop_drawing (BcChart   *chart,
                      BcSymptom *symptom)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Take the clinician’s drawing away"));
  remove_drawing (history, symptom);
  bc_history_set_int (history, symptom, "understood", FALSE);
  bc_history_end (history);
}

/**
 * bc_edit_set_nowhere:
 * @chart: the document
 * @symptom: one of its symptoms
 *
 * Empties the clinician's drawing of a symptom: it is in none of the places that the patient drew.
 */
void
bc_edit_set_nowhere (BcChart   *chart,
                     BcSymptom *symptom)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Say that a symptom is nowhere"));
  remove_drawing (history, symptom);
  bc_history_set_int (history, symptom, "understood", TRUE);
  bc_history_end (history);
}

/**
 * bc_edit_understand_region:
 * @chart: the document
 * @symptom: one of its symptoms
 * @region: a region
 * @role: site or radiation; %BC_ROLE_CLEAR takes the mark away
 *
 * Sees to it that the clinician's drawing marks @region so. Clear ticks are the patient's word and stay.
 */
void
bc_edit_understand_region (BcChart   *chart,
                           BcSymptom *symptom,
                           BcRegion   region,
                           BcRole     role)
{
  GListStore *marks;
  BcHistory *history;
  BcMark *mark;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (region >= 1 && region <= BC_N_REGIONS);

  history = bc_chart_get_history (chart);
  marks = bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN);
  bc_history_begin (history, _("Change the clinician’s drawing"));
  bc_edit_begin_drawing (chart, symptom, NULL);
  mark = bc_symptom_find_mark_of (symptom, BC_DRAWING_CLINICIAN, region, &position);
  if (mark != NULL && role == BC_ROLE_CLEAR)
    bc_history_remove (history, marks, position);
  else if (mark != NULL)
    bc_history_set_int (history, mark, "role", (int) role);
  else if (role != BC_ROLE_CLEAR)
    {
      g_autoptr(BcMark) added = bc_mark_new (region, role);

      bc_history_append (history, marks, added);
    }
  bc_history_end (history);
}

/**
 * bc_edit_toggle_understood:
 * @chart: the document
 * @symptom: one of its symptoms
 * @region: a region
 * @role: site or radiation
 *
 * Marks @region in the clinician's drawing, as bc_edit_toggle_region() does in the patient's. Clear ticks are the
 * patient's word and stay.
 */
void
bc_edit_toggle_understood (BcChart   *chart,
                           BcSymptom *symptom,
                           BcRegion   region,
                           BcRole     role)
{
  BcMark *mark;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (region >= 1 && region <= BC_N_REGIONS);
  g_return_if_fail (role != BC_ROLE_CLEAR);

  mark = bc_symptom_find_mark_of (symptom, bc_symptom_choose_drawing (symptom, BC_DRAWING_CLINICIAN), region, NULL);
  bc_edit_understand_region (chart, symptom, region,
                             mark != NULL && bc_mark_get_role (mark) == role ? BC_ROLE_CLEAR : role);
}

/**
 * bc_edit_add_understood_stroke:
 * @chart: the document
 * @symptom: one of its symptoms
 * @stroke: what was drawn
 *
 * Adds a stroke to the clinician's drawing, on top of the others. bc_edit_replace_stroke() erases in either drawing.
 */
void
bc_edit_add_understood_stroke (BcChart   *chart,
                               BcSymptom *symptom,
                               BcStroke  *stroke)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (BC_IS_STROKE (stroke));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Change the clinician’s drawing"));
  bc_edit_begin_drawing (chart, symptom, NULL);
  bc_history_append (history, bc_symptom_get_strokes_of (symptom, BC_DRAWING_CLINICIAN), stroke);
  bc_history_end (history);
}
