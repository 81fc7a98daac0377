/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-trend.h"

#include "bc-extent.h"

static void
clear_visit (gpointer data)
{
  g_free (((BcTrendVisit *) data)->date);
}

static void
symptom_free (gpointer data)
{
  BcTrendSymptom *self = data;

  g_array_unref (self->visits);
  g_free (self);
}

static BcTrendSymptom *
get_symptom (BcTrend *self,
             int       number)
{
  BcTrendSymptom *symptom;
  guint at = 0;

  for (; at < self->symptoms->len; at++)
    {
      symptom = g_ptr_array_index (self->symptoms, at);
      if (symptom->number == number)
        return symptom;
      if (symptom->number > number)
        break;
    }
  symptom = g_new0 (BcTrendSymptom, 1);
  symptom->number = number;
  symptom->visits = g_array_new (FALSE, FALSE, sizeof (BcTrendIntensity));
  g_ptr_array_insert (self->symptoms, (int) at, symptom);
  return symptom;
}

/* Unknown up to the visit before @n. */
static void
fill_up (BcTrendSymptom *self,
         guint            n)
{
  const BcTrendIntensity unknown = { BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, BC_NRS_UNKNOWN, FALSE };

  while (self->visits->len < n)
    g_array_append_val (self->visits, unknown);
}

/* By a click or by strokes. Marks are gone through once, as a chart has many visits. */
static void
add_regions (BcSymptom *symptom,
             gboolean   marked[BC_N_REGIONS + 1])
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      marked[bc_mark_get_region (mark)] = TRUE;
    }
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    marked[region] |= bc_symptom_draws_region (symptom, region, NULL);
}

static guint
count_regions (GListModel *symptoms)
{
  gboolean marked[BC_N_REGIONS + 1] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_regions (symptom, marked);
    }
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    n += marked[region] ? 1 : 0;
  return n;
}

static void
add_visit (BcTrend *self,
           BcChart  *chart,
           BcVisit  *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  BcTrendVisit point = { .date = g_strdup (bc_visit_get_date (visit)), .n_regions = count_regions (symptoms) };
  BcExtent extent;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcTrendSymptom *known = get_symptom (self, bc_symptom_get_number (symptom));
      BcTrendIntensity intensity = { bc_symptom_get_now (symptom), bc_symptom_get_best (symptom),
                                      bc_symptom_get_worst (symptom), bc_symptom_get_resolved (symptom) };

      fill_up (known, self->visits->len);
      g_array_append_val (known->visits, intensity);
    }
  bc_extent_of_visit (chart, visit, &extent);
  point.cm2 = extent.cm2;
  point.body_share = extent.body_share;
  g_array_append_val (self->visits, point);
}

/**
 * bc_trend_new:
 * @chart: a chart
 * @last: (nullable): where to end; %NULL for the last visit
 *
 * Returns: (transfer full): intensities, pain extent and number of regions at all visits up to @last
 */
BcTrend *
bc_trend_new (BcChart *chart,
               BcVisit *last)
{
  BcTrend *self;
  GListModel *visits;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (last == NULL || BC_IS_VISIT (last), NULL);

  self = g_new0 (BcTrend, 1);
  self->visits = g_array_new (FALSE, FALSE, sizeof (BcTrendVisit));
  g_array_set_clear_func (self->visits, clear_visit);
  self->symptoms = g_ptr_array_new_with_free_func (symptom_free);
  visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      add_visit (self, chart, visit);
      if (visit == last)
        break;
    }
  for (guint i = 0; i < self->symptoms->len; i++)
    fill_up (g_ptr_array_index (self->symptoms, i), self->visits->len);
  return self;
}

/**
 * bc_trend_free:
 * @self: (transfer full) (nullable): what to free
 */
void
bc_trend_free (BcTrend *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->visits);
  g_ptr_array_unref (self->symptoms);
  g_free (self);
}
