/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-extent.h"

#include "bc-coverage.h"
#include "bc-figure-map.h"

#include <string.h>

/* What is marked, while it is gathered: one coverage a view, so that ink that was put on twice counts once. */
typedef struct
{
  BcFigureId  figure;
  BcCoverage *views[BC_N_VIEWS];         /* NULL where nothing is drawn */
  gboolean    clicked[BC_N_REGIONS + 1];
} Gathering;

static void
gather_clicks (Gathering *gathering,
               BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  guint n_marks = g_list_model_get_n_items (marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      gathering->clicked[bc_mark_get_region (mark)] = TRUE;
    }
}

static void
gather_stroke (Gathering *gathering,
               BcStroke  *stroke)
{
  BcViewId id = bc_stroke_get_view (stroke);
  const BcView *from = bc_atlas_get_view (bc_stroke_get_figure (stroke), id);
  const BcView *to = bc_atlas_get_view (gathering->figure, id);
  double width = bc_figure_map_width (from, to, bc_stroke_get_width (stroke));
  guint n_points;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  g_autofree BcStrokePoint *mapped = NULL;

  if (gathering->views[id] == NULL)
    gathering->views[id] = bc_coverage_new (to);
  if (from != to)
    {
      mapped = g_new (BcStrokePoint, n_points);
      bc_figure_map_points (from, to, points, n_points, mapped);
      points = mapped;
    }
  bc_coverage_add_stroke (gathering->views[id], points, n_points, width);
}

static void
gather_symptom (Gathering *gathering,
                BcSymptom *symptom)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_strokes = g_list_model_get_n_items (strokes);

  gather_clicks (gathering, symptom);
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      gather_stroke (gathering, stroke);
    }
}

static double
get_share (const Gathering *gathering,
           BcRegion         region)
{
  double shares[BC_N_VIEWS] = { 0 };

  if (gathering->clicked[region])
    return 1;
  for (guint view = 0; view < BC_N_VIEWS; view++)
    if (gathering->views[view] != NULL)
      shares[view] = bc_coverage_get_share (gathering->views[view], region);
  return bc_extent_join_views (shares);
}

/* Takes @gathering. */
static void
sum_up (Gathering *gathering,
        BcExtent  *extent)
{
  memset (extent, 0, sizeof *extent);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      double share = get_share (gathering, region);
      double cm2 = share * bc_atlas_get_skin_area (gathering->figure, region);

      extent->share[i] = share;
      extent->cm2 += cm2;
      extent->body_share += share * bc_atlas_get_body_share (gathering->figure, region);
      extent->part_cm2[bc_area_get_body_part (bc_region_get_area (region))] += cm2;
      extent->side_cm2[bc_region_get_side (region)] += cm2;
    }
  for (guint view = 0; view < BC_N_VIEWS; view++)
    g_clear_pointer (&gathering->views[view], bc_coverage_free);
}

/**
 * bc_extent_join_views:
 * @shares: for each view the share of one region that is covered there
 *
 * Views overlap: what is drawn on the outer thigh from the front may be the very skin that was drawn from the side, so
 * the largest share counts. Front and back never see the same skin, so their shares add up.
 *
 * Returns: the covered share of the region, 0..1
 */
double
bc_extent_join_views (const double shares[BC_N_VIEWS])
{
  double most = 0;

  g_return_val_if_fail (shares != NULL, 0);

  for (guint view = 0; view < BC_N_VIEWS; view++)
    most = MAX (most, shares[view]);
  return MIN (MAX (most, shares[BC_VIEW_FRONT] + shares[BC_VIEW_BACK]), 1);
}

/**
 * bc_extent_of_symptom:
 * @chart: the chart that holds @symptom, for the figure; strokes drawn on another are mapped to it
 * @symptom: a symptom
 * @extent: (out caller-allocates): where to put it
 *
 * Measures how much skin a symptom is marked on. A clicked region counts whole. What is drawn counts as what it covers
 * in the drawing, weighted by the region's true skin area (`region-areas.tsv`); skin that was drawn on twice counts
 * once. Where a stroke only grazes a region its ink counts here, though the matcher overlooks it.
 */
void
bc_extent_of_symptom (BcChart   *chart,
                      BcSymptom *symptom,
                      BcExtent  *extent)
{
  Gathering gathering = { 0 };

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (extent != NULL);

  gathering.figure = bc_chart_get_figure (chart);
  gather_symptom (&gathering, symptom);
  sum_up (&gathering, extent);
}

/**
 * bc_extent_of_visit:
 * @chart: the chart that holds @visit
 * @visit: a visit
 * @extent: (out caller-allocates): where to put it
 *
 * Measures, as bc_extent_of_symptom() does, how much skin is marked by any symptom of a visit. Skin that several
 * symptoms mark counts once.
 */
void
bc_extent_of_visit (BcChart  *chart,
                    BcVisit  *visit,
                    BcExtent *extent)
{
  Gathering gathering = { 0 };
  GListModel *symptoms;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (extent != NULL);

  gathering.figure = bc_chart_get_figure (chart);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      gather_symptom (&gathering, symptom);
    }
  sum_up (&gathering, extent);
}
