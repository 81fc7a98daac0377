/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-extent.h"

#include "bc-skin-private.h"

#include <string.h>

static void
sum_up (const BcSkin *skin,
        BcExtent     *extent)
{
  memset (extent, 0, sizeof *extent);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      double share = bc_skin_get_share (skin, region);
      double cm2;

      if (share <= 0)
        continue;
      cm2 = share * bc_atlas_get_skin_area (skin->figure, region);
      extent->share[i] = share;
      extent->cm2 += cm2;
      extent->body_share += share * bc_atlas_get_body_share (skin->figure, region);
      extent->part_cm2[bc_area_get_body_part (bc_region_get_area (region))] += cm2;
      extent->side_cm2[bc_region_get_side (region)] += cm2;
    }
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
  g_auto(BcSkin) skin = { 0 };

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (extent != NULL);

  skin.figure = bc_chart_get_figure (chart);
  bc_skin_add_symptom (&skin, symptom);
  sum_up (&skin, extent);
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
  g_auto(BcSkin) skin = { 0 };

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (extent != NULL);

  skin.figure = bc_chart_get_figure (chart);
  bc_skin_add_visit (&skin, visit);
  sum_up (&skin, extent);
}
