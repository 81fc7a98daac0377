/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-print.h"

#include "bc-json.h"

static void
add_finding (JsonBuilder     *builder,
             const BcMaps    *maps,
             const BcFinding *finding)
{
  const BcGroup *group = bc_match_get_group (maps, finding);

  json_builder_begin_object (builder);
  bc_json_add_string (builder, "pattern", finding->pattern->id);
  bc_json_add_string (builder, "family", finding->pattern->family->id);
  bc_json_add_string (builder, "side", bc_side_get_id (finding->side));
  if (finding->pattern->own_file != NULL)
    bc_json_add_boolean (builder, "own_map", TRUE);
  bc_json_add_number (builder, "share", finding->share);
  if (finding->tied)
    bc_json_add_boolean (builder, "tied", TRUE);
  if (group != NULL)
    {
      bc_json_add_string (builder, "group", group->id);
      bc_json_add_number (builder, "group_share", finding->group_share);
    }
  bc_json_add_regions (builder, "explains", finding->explains);
  bc_json_add_regions (builder, "unexplained", finding->unexplained);
  bc_json_add_regions (builder, "expected", finding->expected);
  json_builder_end_object (builder);
}

static void
add_red_flags (JsonBuilder     *builder,
               const GPtrArray *red_flags)
{
  bc_json_begin_list (builder, "red_flags");
  for (guint i = 0; i < red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (red_flags, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "id", flag->id);
      bc_json_add_string (builder, "urgency", bc_urgency_get_id (flag->urgency));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_flag_action (JsonBuilder  *builder,
                 BcFlagAction *action)
{
  json_builder_begin_object (builder);
  bc_json_add_string (builder, "flag", bc_flag_action_get_flag (action));
  bc_json_add_string (builder, "action", bc_terms_get_id (&bc_action_terms, (int) bc_flag_action_get_action (action)));
  bc_json_add_string (builder, "when", bc_flag_action_get_when (action));
  bc_json_add_string (builder, "by", bc_flag_action_get_who (action));
  bc_json_add_boolean (builder, "lowered", bc_flag_action_get_lowered (action));
  bc_json_add_string (builder, "comment", bc_flag_action_get_comment (action));
  json_builder_end_object (builder);
}

/* Of all red flags, also of those that are not raised now. */
static void
add_flag_actions (JsonBuilder *builder,
                  BcVisit     *visit)
{
  GListModel *actions = G_LIST_MODEL (bc_visit_get_flag_actions (visit));

  bc_json_begin_list (builder, "flag_actions");
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(BcFlagAction) action = g_list_model_get_item (actions, i);

      add_flag_action (builder, action);
    }
  json_builder_end_array (builder);
}

static void
add_patterns (JsonBuilder             *builder,
              const char              *member,
              const BcPattern * const *patterns,
              guint                    n)
{
  bc_json_begin_list (builder, member);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, patterns[i]->id);
  json_builder_end_array (builder);
}

static void
add_questions (JsonBuilder      *builder,
               const BcFindings *findings)
{
  bc_json_add_boolean (builder, "irritable", findings->irritability != BC_IRRITABILITY_NONE);
  bc_json_begin_list (builder, "ask_next");
  for (guint i = 0; i < findings->questions->len; i++)
    {
      const BcQuestion *question = &g_array_index (findings->questions, BcQuestion, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "id", question->id);
      bc_json_add_string (builder, "load", bc_load_get_id (question->load));
      if (question->kind == BC_QUESTION_RED_FLAG)
        bc_json_add_string (builder, "red_flag", question->flag->id);
      else
        {
          bc_json_add_number (builder, "gain", question->gain);
          add_patterns (builder, "yes", question->raises, question->n_raises);
          add_patterns (builder, "no", question->lowers, question->n_lowers);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_source (JsonBuilder     *builder,
            const char      *member,
            const BcFinding *finding)
{
  bc_json_begin (builder, member);
  bc_json_add_string (builder, "pattern", finding->pattern->id);
  bc_json_add_string (builder, "side", bc_side_get_id (finding->side));
  json_builder_end_object (builder);
}

static void
add_pair (JsonBuilder  *builder,
          const BcPair *pair)
{
  if (pair == NULL)
    return;
  bc_json_begin (builder, "pair");
  add_source (builder, "first", pair->first);
  add_source (builder, "second", pair->second);
  bc_json_add_number (builder, "share", pair->share);
  json_builder_end_object (builder);
}

static void
add_symptom (JsonBuilder             *builder,
             const BcSymptomFindings *symptom)
{
  json_builder_begin_object (builder);
  bc_json_add_integer (builder, "number", symptom->number);
  bc_json_begin_list (builder, "findings");
  for (guint i = 0; i < symptom->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (symptom->findings, i);

      json_builder_begin_object (builder);
      bc_json_add_string (builder, "pattern", finding->pattern->id);
      bc_json_add_string (builder, "side", bc_side_get_id (finding->side));
      bc_json_add_number (builder, "share", finding->share);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bc_json_add_number (builder, "no_fit_share", symptom->no_fit_share);
  if (symptom->source > 0)
    bc_json_add_string (builder, "source", symptom->source == 1 ? "first" : "second");
  json_builder_end_object (builder);
}

static void
add_symptoms (JsonBuilder       *builder,
              const BcBySymptom *by_symptom)
{
  if (by_symptom == NULL || by_symptom->symptoms->len == 0)
    return;
  bc_json_begin_list (builder, "symptoms");
  for (guint i = 0; i < by_symptom->symptoms->len; i++)
    add_symptom (builder, g_ptr_array_index (by_symptom->symptoms, i));
  json_builder_end_array (builder);
  bc_json_add_string (builder, "sources", bc_sources_get_id (by_symptom->sources));
}

static void
add_extent (JsonBuilder    *builder,
            const BcExtent *extent)
{
  bc_json_begin (builder, "extent");
  bc_json_add_number (builder, "cm2", extent->cm2);
  bc_json_add_number (builder, "percent", 100 * extent->body_share);
  json_builder_end_object (builder);
}

/**
 * bc_match_dup_json:
 * @file: the file as it was typed
 * @visit: the visit that was matched
 * @maps: the maps that were matched
 * @findings: what the matcher says
 * @by_symptom: (nullable): likewise of each symptom
 * @extent: how much skin is marked
 * @n_findings: how many to list, at most all
 *
 * Returns: (transfer full): one JSON object on one line, without a line feed; ids and what the clinician
 *   wrote, numbers as in C
 */
char *
bc_match_dup_json (const char        *file,
                   BcVisit           *visit,
                   const BcMaps      *maps,
                   const BcFindings  *findings,
                   const BcBySymptom *by_symptom,
                   const BcExtent    *extent,
                   guint              n_findings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (file);

  g_return_val_if_fail (findings != NULL && n_findings <= findings->findings->len, NULL);
  g_return_val_if_fail (extent != NULL, NULL);

  json_builder_begin_object (builder);
  bc_json_add_string (builder, "file", name);
  add_extent (builder, extent);
  bc_json_begin_list (builder, "findings");
  for (guint i = 0; i < n_findings; i++)
    add_finding (builder, maps, g_ptr_array_index (findings->findings, i));
  json_builder_end_array (builder);
  add_pair (builder, findings->pair);
  add_symptoms (builder, by_symptom);
  bc_json_add_number (builder, "no_fit_share", findings->no_fit_share);
  add_red_flags (builder, findings->red_flags);
  add_flag_actions (builder, visit);
  add_questions (builder, findings);
  json_builder_end_object (builder);

  return bc_json_dup_line (builder);
}
