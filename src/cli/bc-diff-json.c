/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-diff-print.h"

#include "bc-json.h"

static const char *const fate_ids[] = {
  [BC_FATE_STAYS] = "stays",         [BC_FATE_NEW] = "new",         [BC_FATE_RESOLVED] = "resolved",
  [BC_FATE_RETURNED] = "returned",   [BC_FATE_MISSING] = "missing",
};

static void
add_visit (JsonBuilder *builder,
           const char  *member,
           const char  *file,
           BcVisit     *visit)
{
  g_autofree char *name = g_filename_display_name (file);

  bc_json_begin (builder, member);
  bc_json_add_string (builder, "file", name);
  bc_json_add_string (builder, "date", bc_visit_get_date (visit));
  json_builder_end_object (builder);
}

static void
add_extent (JsonBuilder        *builder,
            const BcSkinChange *skin)
{
  bc_json_begin (builder, "extent");
  bc_json_add_number (builder, "before_cm2", skin->before_cm2);
  bc_json_add_number (builder, "after_cm2", skin->after_cm2);
  bc_json_add_number (builder, "before_percent", 100 * skin->before_share);
  bc_json_add_number (builder, "after_percent", 100 * skin->after_share);
  bc_json_add_number (builder, "overlap", skin->overlap);
  bc_json_add_boolean (builder, "drawn", skin->drawn);
  bc_json_add_boolean (builder, "beyond_redrawing", skin->certain);
  json_builder_end_object (builder);
}

static void
add_regions (JsonBuilder           *builder,
             const BcRegionChanges *changes)
{
  static const struct
  {
    BcChange    change;
    const char *id;
  } kinds[] = { { BC_CHANGE_NEW, "new" }, { BC_CHANGE_GONE, "gone" }, { BC_CHANGE_SAME, "same" },
                { BC_CHANGE_EDGE, "edge" } };

  bc_json_begin (builder, "regions");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GArray) regions = bc_region_changes_list (changes, kinds[i].change);

      bc_json_add_regions (builder, kinds[i].id, regions);
    }
  json_builder_end_object (builder);
}

static void
add_intensities (JsonBuilder           *builder,
                 const BcSymptomChange *change)
{
  static const char *const ids[] = { [BC_INTENSITY_NOW] = "now", [BC_INTENSITY_BEST] = "best",
                                     [BC_INTENSITY_WORST] = "worst" };

  for (guint i = 0; i < BC_N_INTENSITIES; i++)
    {
      int before = change->before.nrs[i];
      int after = change->after.nrs[i];

      bc_json_begin (builder, ids[i]);
      bc_json_add_known (builder, "before", before, BC_NRS_UNKNOWN);
      bc_json_add_known (builder, "after", after, BC_NRS_UNKNOWN);
      bc_json_add_boolean (builder, "matters", bc_nrs_change_matters (before, after));
      json_builder_end_object (builder);
    }
}

static void
add_state (JsonBuilder          *builder,
           const char           *member,
           const BcSymptomState *state)
{
  g_autofree char *qualities = bc_qualities_dup_ids (state->qualities);

  bc_json_begin (builder, member);
  bc_json_add_string (builder, "qualities", qualities);
  bc_json_add_string (builder, "depth",
                      state->depth != BC_DEPTH_UNKNOWN ? bc_terms_get_id (&bc_depth_terms, (int) state->depth) : "");
  bc_json_add_string (builder, "constancy",
                      state->constancy != BC_CONSTANCY_UNKNOWN
                        ? bc_terms_get_id (&bc_constancy_terms, (int) state->constancy) : "");
  json_builder_end_object (builder);
}

static void
add_symptom (JsonBuilder           *builder,
             const BcSymptomChange *change)
{
  json_builder_begin_object (builder);
  bc_json_add_integer (builder, "number", change->number);
  bc_json_add_string (builder, "fate", fate_ids[change->fate]);
  bc_json_add_boolean (builder, "unconfirmed", change->unconfirmed);
  add_intensities (builder, change);
  add_state (builder, "before", &change->before);
  add_state (builder, "after", &change->after);
  add_regions (builder, &change->regions);
  add_extent (builder, &change->skin);
  json_builder_end_object (builder);
}

static const char *
get_answer_id (BcAnswerValue value)
{
  return value == BC_ANSWER_NONE ? "" : bc_terms_get_id (&bc_answer_terms, (int) value);
}

static void
add_answers (JsonBuilder        *builder,
             const BcComparison *comparison)
{
  bc_json_begin_list (builder, "answers");
  for (guint i = 0; i < comparison->answers->len; i++)
    {
      const BcAnswerChange *change = &g_array_index (comparison->answers, BcAnswerChange, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "id", change->id);
      bc_json_add_string (builder, "before", get_answer_id (change->before));
      bc_json_add_string (builder, "after", get_answer_id (change->after));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_retests (JsonBuilder        *builder,
             const BcComparison *comparison)
{
  bc_json_begin_list (builder, "retests");
  for (guint i = 0; i < comparison->retests->len; i++)
    {
      const BcRetestChange *change = &g_array_index (comparison->retests, BcRetestChange, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "sign", change->sign);
      bc_json_add_string (builder, "before", change->before);
      bc_json_add_string (builder, "after", change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_flags (JsonBuilder     *builder,
           const char      *member,
           const GPtrArray *flags)
{
  bc_json_begin_list (builder, member);
  for (guint i = 0; i < flags->len; i++)
    json_builder_add_string_value (builder, ((const BcRedFlag *) g_ptr_array_index (flags, i))->id);
  json_builder_end_array (builder);
}

static void
add_ticks (JsonBuilder     *builder,
           const char      *member,
           const GPtrArray *ticks)
{
  bc_json_begin_list (builder, member);
  for (guint i = 0; i < ticks->len; i++)
    {
      BcTick *tick = g_ptr_array_index (ticks, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "pattern", bc_tick_get_pattern (tick));
      bc_json_add_string (builder, "side", bc_side_get_id ((BcSide) bc_tick_get_side (tick)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_first (JsonBuilder     *builder,
           const char      *member,
           const BcFinding *finding)
{
  if (finding == NULL)
    {
      json_builder_set_member_name (builder, member);
      json_builder_add_null_value (builder);
      return;
    }
  bc_json_begin (builder, member);
  bc_json_add_string (builder, "pattern", finding->pattern->id);
  bc_json_add_string (builder, "side", bc_side_get_id (finding->side));
  bc_json_add_number (builder, "share", finding->share);
  json_builder_end_object (builder);
}

static void
add_clinical (JsonBuilder        *builder,
              const BcComparison *comparison)
{
  add_answers (builder, comparison);
  add_retests (builder, comparison);
  bc_json_add_regions (builder, "clears_new", comparison->clears_new);
  bc_json_add_regions (builder, "clears_lost", comparison->clears_lost);
  add_flags (builder, "red_flags_new", comparison->flags_new);
  add_flags (builder, "red_flags_gone", comparison->flags_gone);
  add_first (builder, "first_before", comparison->first_before);
  add_first (builder, "first_after", comparison->first_after);
  add_ticks (builder, "ticks_new", comparison->ticks_new);
  add_ticks (builder, "ticks_gone", comparison->ticks_gone);
}

/**
 * bc_diff_dup_json:
 * @before_file: the file of the earlier visit, as it was typed
 * @after_file: likewise of the later one
 * @comparison: what changed
 * @drawing: whose drawing was compared
 *
 * Returns: (transfer full): one JSON object on one line, without a line feed; ids, numbers as in C
 */
char *
bc_diff_dup_json (const char         *before_file,
                  const char         *after_file,
                  const BcComparison *comparison,
                  BcDrawing           drawing)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (comparison != NULL, NULL);

  json_builder_begin_object (builder);
  add_visit (builder, "before", before_file, comparison->before);
  add_visit (builder, "after", after_file, comparison->after);
  bc_json_add_string (builder, "drawing", drawing == BC_DRAWING_CLINICIAN ? "clinician" : "patient");
  add_extent (builder, &comparison->skin);
  add_regions (builder, &comparison->regions);
  bc_json_begin_list (builder, "symptoms");
  for (guint i = 0; i < comparison->symptoms->len; i++)
    add_symptom (builder, g_ptr_array_index (comparison->symptoms, i));
  json_builder_end_array (builder);
  add_clinical (builder, comparison);
  json_builder_end_object (builder);
  return bc_json_dup_line (builder);
}
