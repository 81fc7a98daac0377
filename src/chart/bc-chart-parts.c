/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-parts-private.h"

/**
 * bc_visit_list_parts:
 * @visit: a visit
 * @lists: (array fixed-size=12): where to put its lists, %NULL behind the last
 *
 * Returns: (transfer none): @lists
 */
GListStore **
bc_visit_list_parts (BcVisit    *visit,
                     GListStore *lists[])
{
  guint n = 0;

  lists[n++] = bc_visit_get_symptoms (visit);
  lists[n++] = bc_visit_get_clears (visit);
  lists[n++] = bc_visit_get_answers (visit);
  lists[n++] = bc_visit_get_ticks (visit);
  lists[n++] = bc_visit_get_flag_actions (visit);
  lists[n++] = bc_visit_get_links (visit);
  lists[n++] = bc_visit_get_retests (visit);
  lists[n++] = NULL;
  g_assert (n <= BC_MAX_PARTS);
  return lists;
}

/**
 * bc_symptom_list_parts:
 * @symptom: a symptom
 * @lists: (array fixed-size=12): where to put its lists, %NULL behind the last
 *
 * Returns: (transfer none): @lists
 */
GListStore **
bc_symptom_list_parts (BcSymptom  *symptom,
                       GListStore *lists[])
{
  guint n = 0;

  for (BcDrawing drawing = 0; drawing < BC_N_DRAWINGS; drawing++)
    {
      lists[n++] = bc_symptom_get_marks_of (symptom, drawing);
      lists[n++] = bc_symptom_get_strokes_of (symptom, drawing);
    }
  lists[n++] = bc_symptom_get_factors (symptom);
  lists[n++] = NULL;
  g_assert (n <= BC_MAX_PARTS);
  return lists;
}

/* Whether @target is one of the lists, or an item of one of them. */
static gboolean
have (GListStore *const *lists,
      GObject           *target)
{
  for (; *lists != NULL; lists++)
    {
      if (target == G_OBJECT (*lists))
        return TRUE;
      if (g_type_is_a (G_OBJECT_TYPE (target), g_list_model_get_item_type (G_LIST_MODEL (*lists)))
          && g_list_store_find (*lists, target, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_chart_find_visit:
 * @symptom: a symptom
 *
 * Returns: (transfer none) (nullable): the visit that @symptom is of
 */
BcVisit *
bc_chart_find_visit (BcChart   *chart,
                     BcSymptom *symptom)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  guint n_visits = g_list_model_get_n_items (visits);

  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      if (g_list_store_find (bc_visit_get_symptoms (visit), symptom, NULL))
        return visit; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_chart_uses_number:
 * @number: of a symptom, from 1
 *
 * Returns: whether any visit has a symptom of that number
 */
gboolean
bc_chart_uses_number (BcChart *chart,
                      int      number)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  guint n_visits = g_list_model_get_n_items (visits);

  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      if (bc_visit_get_symptom (visit, number) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
confirm_symptoms (BcHistory *history,
                  BcVisit   *visit,
                  GObject   *target)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);

  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListStore *lists[BC_MAX_PARTS];

      if (bc_symptom_get_unconfirmed (symptom)
          && (target == G_OBJECT (symptom) || have (bc_symptom_list_parts (symptom, lists), target)))
        {
          bc_history_set_int (history, symptom, "unconfirmed", FALSE);
          return;
        }
    }
}

/**
 * bc_chart_confirm_touched:
 * @owner: a #BcChart
 * @history: its history
 * @target: an object or a list that was just changed
 *
 * What was copied from the last visit is confirmed by being touched: a symptom by any change of it or of what is
 * marked and drawn for it, an answer and a clear tick by a change of their own.
 */
void
bc_chart_confirm_touched (gpointer   owner,
                          BcHistory *history,
                          GObject   *target)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (owner));
  guint n_visits = g_list_model_get_n_items (visits);

  if (BC_IS_ANSWER (target) || (BC_IS_MARK (target) && bc_mark_get_role (BC_MARK (target)) == BC_ROLE_CLEAR))
    bc_history_set_int (history, target, "unconfirmed", FALSE);
  if (BC_IS_ANSWER (target) || BC_IS_VISIT (target) || BC_IS_CHART (target))
    return;
  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      confirm_symptoms (history, visit, target);
    }
}

/* Whether @target is @visit or anything in it, its corrections aside. */
static gboolean
is_part_of (BcVisit *visit,
            GObject *target)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);
  GListStore *lists[BC_MAX_PARTS];

  if (target == G_OBJECT (visit) || have (bc_visit_list_parts (visit, lists), target))
    return TRUE;
  if (BC_IS_CORRECTION (target))
    return g_list_store_find (bc_visit_get_corrections (visit), target, NULL);
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (have (bc_symptom_list_parts (symptom, lists), target))
        return TRUE;
    }
  return FALSE;
}

static BcVisit *
find_changed (BcChart   *chart,
              GPtrArray *targets)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  guint n_visits = g_list_model_get_n_items (visits);

  for (guint i = 0; i < targets->len; i++)
    for (guint j = 0; j < n_visits; j++)
      {
        g_autoptr(BcVisit) visit = g_list_model_get_item (visits, j);
        GObject *target = g_ptr_array_index (targets, i);

        if (is_part_of (visit, target) || target == G_OBJECT (bc_visit_get_corrections (visit)))
          return visit; /* the list keeps it alive */
      }
  return NULL;
}

/**
 * bc_chart_find_undo_visit:
 *
 * Returns: (transfer none) (nullable): the visit in which bc_history_undo() would change something; %NULL where it is
 *   of the patient, or brings a visit back
 */
BcVisit *
bc_chart_find_undo_visit (BcChart *chart)
{
  g_autoptr(GPtrArray) targets = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);

  targets = bc_history_list_undo_targets (bc_chart_get_history (chart));
  return find_changed (chart, targets);
}

/**
 * bc_chart_find_redo_visit:
 *
 * Returns: (transfer none) (nullable): likewise of bc_history_redo()
 */
BcVisit *
bc_chart_find_redo_visit (BcChart *chart)
{
  g_autoptr(GPtrArray) targets = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);

  targets = bc_history_list_redo_targets (bc_chart_get_history (chart));
  return find_changed (chart, targets);
}

/**
 * bc_chart_is_open:
 * @owner: a #BcChart
 * @target: an object or a list of it that is to be changed
 *
 * Returns: whether @target may be changed: it is not in a signed visit, or it is the list of its corrections
 */
gboolean
bc_chart_is_open (gpointer  owner,
                  GObject  *target)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (owner));
  guint n_visits = g_list_model_get_n_items (visits);

  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      if (bc_visit_is_signed (visit) && is_part_of (visit, target))
        return FALSE;
    }
  return TRUE;
}
