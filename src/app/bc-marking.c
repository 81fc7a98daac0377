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
 * @number: the active symptom, 0 for none
 *
 * Returns: whether @tool has been used on @region already, so that using it again takes that back. The eraser
 *   never is.
 */
gboolean
bc_marking_is_on (BcVisit  *visit,
                  int       number,
                  BcRegion  region,
                  BcTool    tool)
{
  BcSymptom *symptom;
  BcMark *mark;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  if (tool == BC_TOOL_ERASE)
    return FALSE;
  if (tool == BC_TOOL_CLEAR)
    return bc_visit_is_clear (visit, region);
  symptom = bc_visit_get_symptom (visit, number);
  mark = symptom != NULL ? bc_symptom_find_mark (symptom, region, NULL) : NULL;
  return mark != NULL && bc_mark_get_role (mark) == tool_role (tool);
}

/* The active symptom first; only where it is not, everything else there: one pass of the eraser lifts one layer. */
static void
erase (BcChart  *chart,
       BcVisit  *visit,
       int       number,
       BcRegion  region)
{
  BcSymptom *active = bc_visit_get_symptom (visit, number);
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  BcMark *mark = active != NULL ? bc_symptom_find_mark (active, region, NULL) : NULL;

  if (mark != NULL)
    {
      bc_edit_toggle_region (chart, visit, active, region, bc_mark_get_role (mark));
      return;
    }
  if (bc_visit_is_clear (visit, region))
    bc_edit_toggle_clear (chart, visit, region);
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      mark = bc_symptom_find_mark (symptom, region, NULL);
      if (mark != NULL)
        bc_edit_toggle_region (chart, visit, symptom, region, bc_mark_get_role (mark));
    }
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
 * @number: the active symptom; 0 makes P1 where a symptom is needed
 * @regions: (array length=n_regions): where
 * @on: whether to put the mark there or to take it away
 *
 * Uses a tool on several regions as one step of the history.
 *
 * Returns: the symptom that is active afterwards, 0 for none
 */
int
bc_marking_apply (BcChart        *chart,
                  BcVisit        *visit,
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
  if (symptom == NULL && on && (tool == BC_TOOL_SITE || tool == BC_TOOL_RADIATION))
    {
      symptom = bc_edit_add_symptom (chart, visit);
      number = bc_symptom_get_number (symptom);
    }
  for (guint i = 0; i < n_regions; i++)
    {
      if (tool == BC_TOOL_ERASE)
        erase (chart, visit, number, regions[i]);
      else if (bc_marking_is_on (visit, number, regions[i], tool) == on)
        continue;
      else if (tool == BC_TOOL_CLEAR)
        bc_edit_toggle_clear (chart, visit, regions[i]);
      else if (symptom != NULL)
        bc_edit_toggle_region (chart, visit, symptom, regions[i], tool_role (tool));
    }
  bc_history_end (history);
  return number;
}

static guint
mix (guint digest,
     guint value)
{
  return (digest ^ value) * 16777619u; /* as FNV-1a does; 0 stays the digest of nothing */
}

static void
digest_symptom (BcSymptom *symptom,
                guint     *state)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  guint own = mix ((guint) bc_symptom_get_number (symptom) + 1, bc_symptom_get_qualities (symptom));

  own = mix (own, (guint) (bc_symptom_get_now (symptom) + 1));
  own = mix (own, (guint) bc_symptom_get_depth (symptom));
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      state[bc_mark_get_region (mark)] = mix (state[bc_mark_get_region (mark)],
                                              mix (own, (guint) bc_mark_get_role (mark)));
    }
}

/**
 * bc_marking_digest:
 * @state: (out): [%BC_N_REGIONS + 1]: a number for each region that changes with what is painted there, 0 for
 *   nothing; element 0 unused
 *
 * Sums up what each region carries, to find out what changed.
 */
void
bc_marking_digest (BcVisit *visit,
                   guint   *state)
{
  GListModel *symptoms;
  GListModel *clears;

  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (state != NULL);

  memset (state, 0, (BC_N_REGIONS + 1) * sizeof *state);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  clears = G_LIST_MODEL (bc_visit_get_clears (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      digest_symptom (symptom, state);
    }
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      state[bc_mark_get_region (clear)] = mix (state[bc_mark_get_region (clear)], 1);
    }
}
