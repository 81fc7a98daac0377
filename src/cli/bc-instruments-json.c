/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-instruments-print.h"

#include "bc-json.h"

static void
add_intensities (JsonBuilder *builder,
                 int          now,
                 int          best,
                 int          worst)
{
  bc_json_add_known (builder, "now", now, BC_NRS_UNKNOWN);
  bc_json_add_known (builder, "best", best, BC_NRS_UNKNOWN);
  bc_json_add_known (builder, "worst", worst, BC_NRS_UNKNOWN);
}

static void
add_symptoms (JsonBuilder *builder,
              BcVisit     *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  bc_json_begin_list (builder, "symptoms");
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      json_builder_begin_object (builder);
      bc_json_add_integer (builder, "number", bc_symptom_get_number (symptom));
      add_intensities (builder, bc_symptom_get_now (symptom), bc_symptom_get_best (symptom),
                       bc_symptom_get_worst (symptom));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_item_score (JsonBuilder       *builder,
                const char        *member,
                const BcItemScore *score)
{
  if (score->instrument == NULL)
    return;
  bc_json_begin (builder, member);
  bc_json_add_integer (builder, "score", (int) score->marked->len);
  bc_json_add_integer (builder, "of", (int) score->instrument->items->len);
  bc_json_begin_list (builder, "items");
  for (guint i = 0; i < score->marked->len; i++)
    {
      const BcInstrumentItem *item = g_ptr_array_index (score->marked, i);

      json_builder_add_string_value (builder, item->id);
    }
  json_builder_end_array (builder);
  bc_json_begin_list (builder, "sources");
  for (guint i = 0; score->instrument->sources[i] != NULL; i++)
    json_builder_add_string_value (builder, score->instrument->sources[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_generalised (JsonBuilder    *builder,
                 const BcScores *scores)
{
  bc_json_begin (builder, "generalised_pain");
  bc_json_add_boolean (builder, "met", scores->generalised);
  bc_json_add_integer (builder, "regions", (int) scores->pain_regions);
  bc_json_add_integer (builder, "of", BC_N_PAIN_REGIONS);
  bc_json_add_integer (builder, "needed", BC_GENERALISED_REGIONS);
  json_builder_end_object (builder);
}

static void
add_choir (JsonBuilder    *builder,
           const BcScores *scores)
{
  const BcChoirTable *table = bc_choir_get_table ();

  bc_json_begin (builder, "choir");
  bc_json_add_integer (builder, "score", (int) scores->n_choir);
  bc_json_add_integer (builder, "of", BC_N_CHOIR_SEGMENTS);
  bc_json_add_string (builder, "map", scores->choir_map == BC_CHOIR_MALE ? "male" : "female");
  bc_json_begin_list (builder, "codes");
  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    if (scores->choir[i])
      json_builder_add_int_value (builder, table->segments[i].codes[scores->choir_map]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_area (JsonBuilder *builder,
          const char  *member,
          double       cm2,
          double       share)
{
  bc_json_begin (builder, member);
  bc_json_add_number (builder, "cm2", cm2);
  bc_json_add_number (builder, "percent", 100 * share);
  json_builder_end_object (builder);
}

static void
add_extent (JsonBuilder    *builder,
            const BcScores *scores)
{
  bc_json_begin (builder, "extent");
  bc_json_add_number (builder, "cm2", scores->extent.cm2);
  bc_json_add_number (builder, "percent", 100 * scores->extent.body_share);
  for (guint side = 0; side < BC_EXTENT_N_SIDES; side++)
    {
      double share = 0;

      for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
        share += scores->part_share[side][part];
      add_area (builder, bc_side_get_id ((BcSide) side), scores->extent.side_cm2[side], share);
    }
  bc_json_begin (builder, "parts");
  for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
    {
      bc_json_begin (builder, bc_terms_get_id (&bc_body_part_terms, (int) part));
      for (guint side = 0; side < BC_EXTENT_N_SIDES; side++)
        add_area (builder, bc_side_get_id ((BcSide) side), scores->part_cm2[side][part],
                  scores->part_share[side][part]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * bc_instruments_dup_json:
 * @file: the file as it was typed
 * @visit: the visit that was scored
 * @scores: its scores
 *
 * Returns: (transfer full): one JSON object on one line, without a line feed
 */
char *
bc_instruments_dup_json (const char     *file,
                         BcVisit        *visit,
                         const BcScores *scores)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (file);

  json_builder_begin_object (builder);
  bc_json_add_string (builder, "file", name);
  bc_json_add_string (builder, "date", bc_visit_get_date (visit));
  add_intensities (builder, scores->now, scores->best, scores->worst);
  add_symptoms (builder, visit);
  bc_json_add_integer (builder, "regions", (int) scores->n_painful);
  add_item_score (builder, "wpi", &scores->wpi);
  add_generalised (builder, scores);
  add_item_score (builder, "mbm", &scores->mbm);
  add_choir (builder, scores);
  add_extent (builder, scores);
  json_builder_end_object (builder);
  return bc_json_dup_line (builder);
}
