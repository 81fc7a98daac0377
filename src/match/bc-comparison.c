/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-comparison-private.h"

/* The two sides of a comparison, and the figure that both are brought to. */
typedef struct
{
  BcVisit    *before;
  BcVisit    *after;
  BcFigureId  figure;
} Sides;

/* A symptom of a visit, unless it is resolved there. */
static BcSymptom *
get_active (BcVisit *visit,
            int      number)
{
  BcSymptom *symptom = bc_visit_get_symptom (visit, number);

  return symptom != NULL && !bc_symptom_get_resolved (symptom) ? symptom : NULL;
}

static void
read_state (BcSymptom      *symptom,
            BcSymptomState *state)
{
  *state = (BcSymptomState) { .nrs = { BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, BC_NRS_UNKNOWN } };
  if (symptom == NULL)
    return;
  state->nrs[BC_INTENSITY_NOW] = bc_symptom_get_now (symptom);
  state->nrs[BC_INTENSITY_BEST] = bc_symptom_get_best (symptom);
  state->nrs[BC_INTENSITY_WORST] = bc_symptom_get_worst (symptom);
  state->qualities = bc_symptom_get_qualities (symptom);
  state->depth = bc_symptom_get_depth (symptom);
  state->constancy = bc_symptom_get_constancy (symptom);
}

static BcSymptomFate
find_fate (const Sides *sides,
             int          number)
{
  BcSymptom *before = bc_visit_get_symptom (sides->before, number);
  BcSymptom *after = bc_visit_get_symptom (sides->after, number);

  if (after == NULL)
    return BC_FATE_MISSING;
  if (bc_symptom_get_resolved (after))
    return BC_FATE_RESOLVED;
  if (before == NULL)
    return BC_FATE_NEW;
  return bc_symptom_get_resolved (before) ? BC_FATE_RETURNED : BC_FATE_STAYS;
}

static BcSymptomChange *
compare_symptom (const Sides *sides,
                 int          number)
{
  BcSymptomChange *change = g_new0 (BcSymptomChange, 1);
  BcSymptom *before = get_active (sides->before, number);
  BcSymptom *after = get_active (sides->after, number);
  g_auto(BcPlaceMarks) earlier = { .skin.figure = sides->figure };
  g_auto(BcPlaceMarks) later = { .skin.figure = sides->figure };

  change->number = number;
  change->fate = find_fate (sides, number);
  change->unconfirmed = after != NULL && bc_symptom_get_unconfirmed (after);
  read_state (before, &change->before);
  read_state (after, &change->after);
  if (before != NULL)
    bc_place_marks_add (&earlier, before);
  if (after != NULL)
    bc_place_marks_add (&later, after);
  bc_place_marks_compare (&earlier, &later, &change->regions, &change->skin);
  return change;
}

static int
get_last_number (BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  int last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      last = MAX (last, bc_symptom_get_number (symptom));
    }
  return last;
}

static void
compare_symptoms (BcComparison *self,
                  const Sides  *sides)
{
  int last = MAX (get_last_number (sides->before), get_last_number (sides->after));

  for (int number = 1; number <= last; number++)
    if (get_active (sides->before, number) != NULL || get_active (sides->after, number) != NULL)
      g_ptr_array_add (self->symptoms, compare_symptom (sides, number));
}

static void
gather_visit (BcPlaceMarks *marks,
              BcVisit      *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      bc_place_marks_add (marks, symptom);
    }
}

static void
compare_places (BcComparison *self,
                const Sides  *sides)
{
  g_auto(BcPlaceMarks) earlier = { .skin.figure = sides->figure };
  g_auto(BcPlaceMarks) later = { .skin.figure = sides->figure };

  gather_visit (&earlier, sides->before);
  gather_visit (&later, sides->after);
  bc_place_marks_compare (&earlier, &later, &self->regions, &self->skin);
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      gboolean was_clear = bc_visit_is_clear (sides->before, region);

      if (bc_visit_is_clear (sides->after, region) && !was_clear)
        g_array_append_val (self->clears_new, region);
      else if (was_clear && later.marked[region])
        g_array_append_val (self->clears_lost, region);
    }
}

static void
clear_answer (gpointer data)
{
  g_free (((BcAnswerChange *) data)->id);
}

static void
clear_retest (gpointer data)
{
  BcRetestChange *change = data;

  g_free (change->sign);
  g_free (change->before);
  g_free (change->after);
}

static BcComparison *
comparison_new (BcVisit *before,
                BcVisit *after)
{
  BcComparison *self = g_new0 (BcComparison, 1);

  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->symptoms = g_ptr_array_new_with_free_func (g_free);
  self->answers = g_array_new (FALSE, FALSE, sizeof (BcAnswerChange));
  g_array_set_clear_func (self->answers, clear_answer);
  self->retests = g_array_new (FALSE, FALSE, sizeof (BcRetestChange));
  g_array_set_clear_func (self->retests, clear_retest);
  self->clears_new = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  self->clears_lost = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  self->flags_new = g_ptr_array_new ();
  self->flags_gone = g_ptr_array_new ();
  self->ticks_new = g_ptr_array_new_with_free_func (g_object_unref);
  self->ticks_gone = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * bc_comparison_free:
 * @self: (transfer full) (nullable): what to free
 */
void
bc_comparison_free (BcComparison *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->before);
  g_object_unref (self->after);
  g_ptr_array_unref (self->symptoms);
  g_array_unref (self->answers);
  g_array_unref (self->retests);
  g_array_unref (self->clears_new);
  g_array_unref (self->clears_lost);
  g_clear_pointer (&self->first_before, bc_finding_free);
  g_clear_pointer (&self->first_after, bc_finding_free);
  g_ptr_array_unref (self->flags_new);
  g_ptr_array_unref (self->flags_gone);
  g_ptr_array_unref (self->ticks_new);
  g_ptr_array_unref (self->ticks_gone);
  g_free (self);
}

/**
 * bc_compare_charts:
 * @before_chart: the chart of the earlier visit
 * @before: a visit of @before_chart
 * @after_chart: a chart of the same patient
 * @after: a later visit, of @after_chart; its figure is that to which all is brought
 * @maps: (nullable): the maps, which must outlive the result; without them no findings and red flags are compared
 *
 * Compares two visits that are kept in two files. A symptom is known by its number: P1 stays P1.
 *
 * Returns: (transfer full): what changed
 */
BcComparison *
bc_compare_charts (BcChart      *before_chart,
                   BcVisit      *before,
                   BcChart      *after_chart,
                   BcVisit      *after,
                   const BcMaps *maps)
{
  BcComparison *self;
  Sides sides = { before, after, BC_FIGURE_ADULT_FEMALE };

  g_return_val_if_fail (BC_IS_CHART (before_chart) && BC_IS_CHART (after_chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (before) && BC_IS_VISIT (after), NULL);

  sides.figure = bc_chart_get_figure (after_chart);
  self = comparison_new (before, after);
  compare_symptoms (self, &sides);
  compare_places (self, &sides);
  bc_comparison_add_answers (self);
  if (maps != NULL)
    bc_comparison_add_findings (self, before_chart, after_chart, maps);
  return self;
}

/**
 * bc_compare_visits:
 * @chart: a chart
 * @before: one of its visits
 * @after: a later one
 * @maps: (nullable): see bc_compare_charts()
 *
 * Returns: (transfer full): what changed
 */
BcComparison *
bc_compare_visits (BcChart      *chart,
                   BcVisit      *before,
                   BcVisit      *after,
                   const BcMaps *maps)
{
  return bc_compare_charts (chart, before, chart, after, maps);
}

/**
 * bc_region_changes_list:
 * @self: what became of the regions
 * @change: one kind of change
 *
 * Returns: (transfer full) (element-type BcRegion): the regions of that kind, head to foot
 */
GArray *
bc_region_changes_list (const BcRegionChanges *self,
                        BcChange               change)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));

  g_return_val_if_fail (self != NULL, regions);

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    if (self->change[region] == change)
      g_array_append_val (regions, region);
  return regions;
}

/**
 * bc_nrs_change_matters:
 * @before: NRS-11, or %BC_NRS_UNKNOWN
 * @after: likewise
 *
 * Returns: whether both are known and differ by %BC_NRS_LEAST_CHANGE points or more. The figure comes from people who
 *   got better; that it holds for getting worse too is an estimate.
 */
gboolean
bc_nrs_change_matters (int before,
                       int after)
{
  return before != BC_NRS_UNKNOWN && after != BC_NRS_UNKNOWN && ABS (after - before) >= BC_NRS_LEAST_CHANGE;
}

static gboolean
is_same_state (const BcSymptomState *before,
               const BcSymptomState *after)
{
  for (guint i = 0; i < BC_N_INTENSITIES; i++)
    if (before->nrs[i] != after->nrs[i])
      return FALSE;
  return before->qualities == after->qualities && before->depth == after->depth
         && before->constancy == after->constancy;
}

/**
 * bc_comparison_is_empty:
 * @self: a comparison
 *
 * Returns: whether nothing changed: neither places, extent and symptoms nor answers, clear regions and red flags
 */
gboolean
bc_comparison_is_empty (const BcComparison *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (self->symptoms, i);

      if (change->fate != BC_FATE_STAYS || !is_same_state (&change->before, &change->after)
          || change->skin.before_cm2 != change->skin.after_cm2
          || change->regions.n[BC_CHANGE_SAME] + change->regions.n[BC_CHANGE_NONE] < BC_N_REGIONS)
        return FALSE;
    }
  return self->answers->len + self->retests->len + self->clears_new->len + self->clears_lost->len + self->flags_new->len
             + self->flags_gone->len + self->ticks_new->len + self->ticks_gone->len
         == 0;
}
