/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-scores.h"

#include "bc-atlas.h"

#include <string.h>

#define PAINLESS (BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS | BC_QUALITY_WEAKNESS)

/* The groups of the items of wpi-2016 that the criterion counts; jaw, chest and abdomen are in none of them. */
static const char *const pain_regions[BC_N_PAIN_REGIONS] = {
  "left-upper", "right-upper", "left-lower", "right-lower", "axial"
};

/**
 * bc_symptom_hurts:
 * @symptom: a symptom
 *
 * The instruments ask for pain. Numbness, tingling and weakness alone are none; where no quality is known, a marked
 * place is taken for painful, as it is on the paper forms.
 *
 * Returns: whether the symptom is a pain
 */
gboolean
bc_symptom_hurts (BcSymptom *symptom)
{
  guint qualities;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), FALSE);

  qualities = bc_symptom_get_qualities (symptom);
  return qualities == 0 || (qualities & ~(guint) PAINLESS) != 0;
}

static void
add_place (BcScores *scores,
           BcRegion  region,
           int       view)
{
  scores->n_painful += !scores->painful[region];
  scores->painful[region] = TRUE;
  scores->choir[bc_choir_locate (region, view)] = TRUE;
}

static void
add_places (BcScores  *scores,
            BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      add_place (scores, bc_mark_get_region (mark), -1);
    }
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);
      guint n_covers;
      const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

      for (guint j = 0; j < n_covers; j++)
        if (bc_stroke_counts (stroke, covers[j].region, NULL))
          add_place (scores, covers[j].region, (int) bc_stroke_get_view (stroke));
    }
}

static void
add_symptom (BcScores  *scores,
             BcSymptom *symptom)
{
  if (bc_symptom_get_resolved (symptom))
    return;
  scores->now = MAX (scores->now, bc_symptom_get_now (symptom));
  scores->best = MAX (scores->best, bc_symptom_get_best (symptom));
  scores->worst = MAX (scores->worst, bc_symptom_get_worst (symptom));
  if (bc_symptom_hurts (symptom))
    add_places (scores, symptom);
}

static gboolean
is_painful (const BcScores         *scores,
            const BcInstrumentItem *item)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (scores->painful[region] && bc_instrument_item_has_region (item, (BcRegion) region))
      return TRUE;
  return FALSE;
}

static void
count_items (const BcScores     *scores,
             const BcInstrument *instrument,
             BcItemScore        *score)
{
  score->instrument = instrument;
  score->marked = g_ptr_array_new ();
  for (guint i = 0; instrument != NULL && i < instrument->items->len; i++)
    {
      BcInstrumentItem *item = g_ptr_array_index (instrument->items, i);

      if (is_painful (scores, item))
        g_ptr_array_add (score->marked, item);
    }
}

static gboolean
has_group (const BcItemScore *score,
           const char        *group)
{
  for (guint i = 0; i < score->marked->len; i++)
    if (g_str_equal (((const BcInstrumentItem *) g_ptr_array_index (score->marked, i))->group, group))
      return TRUE;
  return FALSE;
}

/* Pain in at least four of five regions of the body (wolfe2016). */
static void
judge_spread (BcScores *scores)
{
  for (guint i = 0; i < BC_N_PAIN_REGIONS; i++)
    scores->pain_regions += has_group (&scores->wpi, pain_regions[i]);
  scores->generalised = scores->pain_regions >= BC_GENERALISED_REGIONS;
}

static void
split_extent (BcScores   *scores,
              BcFigureId  figure)
{
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      BcSide side = bc_region_get_side (region);
      BcBodyPart part = bc_area_get_body_part (bc_region_get_area (region));
      double share = scores->extent.share[region];

      scores->part_share[side][part] += share * bc_atlas_get_body_share (figure, region);
      scores->part_cm2[side][part] += share * bc_atlas_get_skin_area (figure, region);
    }
}

/**
 * bc_scores_from_visit:
 * @chart: the chart that holds @visit
 * @visit: a visit
 * @maps: the maps, for the items of the instruments
 *
 * Computes what a body chart can answer of the usual instruments. Indices count regions where something hurts, sits or
 * travels; extent is all marked skin. How long it has hurt, and what is asked beside the map, the chart does not know.
 *
 * Returns: (transfer full): the scores
 */
BcScores *
bc_scores_from_visit (BcChart      *chart,
                      BcVisit      *visit,
                      const BcMaps *maps)
{
  BcScores *scores;
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  scores = g_new0 (BcScores, 1);
  scores->now = scores->best = scores->worst = BC_NRS_UNKNOWN;
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_symptom (scores, symptom);
    }
  count_items (scores, bc_maps_lookup_instrument (maps, "wpi-2016"), &scores->wpi);
  count_items (scores, bc_maps_lookup_instrument (maps, "mbm"), &scores->mbm);
  judge_spread (scores);
  scores->choir_map = bc_choir_map_for (bc_chart_get_figure (chart), bc_chart_get_sex (chart));
  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    scores->n_choir += scores->choir[i];
  bc_extent_of_visit (chart, visit, &scores->extent);
  split_extent (scores, bc_chart_get_figure (chart));
  return scores;
}

/**
 * bc_scores_free:
 * @scores: what bc_scores_from_visit() gave
 */
void
bc_scores_free (BcScores *scores)
{
  g_return_if_fail (scores != NULL);

  g_clear_pointer (&scores->wpi.marked, g_ptr_array_unref);
  g_clear_pointer (&scores->mbm.marked, g_ptr_array_unref);
  g_free (scores);
}
