/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

/* What a group of the form is made of. */
typedef struct
{
  const char  *id;
  const char  *text;
  GListStore *(*get_list) (BcVisit *visit);
  void       (*add_item) (const BcFhir *self, gpointer object, guint at);
} Group;

/* An item up to its answer. */
static void
begin_item (const BcFhir *self,
            const char   *id,
            const char   *part,
            const char   *text)
{
  g_autofree char *link = g_strconcat (id, part, NULL);

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "linkId", link);
  if (text != NULL)
    bc_fhir_add_text (self, "text", text);
}

static void
begin_answer (const BcFhir *self)
{
  bc_json_begin_list (self->builder, "answer");
  json_builder_begin_object (self->builder);
}

static void
end_answer (const BcFhir *self)
{
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

/* A whole item with words for an answer, unless they are blank. */
static void
add_words (const BcFhir *self,
           const char   *id,
           const char   *part,
           const char   *text,
           const char   *value,
           const char   *answer)
{
  if (bc_fhir_is_blank (answer))
    return;
  begin_item (self, id, part, text);
  begin_answer (self);
  bc_json_add_string (self->builder, value, answer);
  end_answer (self);
  json_builder_end_object (self->builder);
}

static void
add_answer (const BcFhir *self,
            gpointer      object,
            guint         at)
{
  BcAnswer *answer = object;
  BcAnswerValue value = bc_answer_get_value (answer);

  if (value == BC_ANSWER_NONE)
    return;
  json_builder_begin_object (self->builder);
  if (bc_answer_get_unconfirmed (answer))
    {
      bc_json_begin_list (self->builder, "extension");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "url", BC_FHIR_EXTENSION ("carried-over"));
      bc_json_add_boolean (self->builder, "valueBoolean", TRUE);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  bc_json_add_string (self->builder, "linkId", bc_answer_get_id (answer));
  if (bc_maps_lookup_question (self->maps, bc_answer_get_id (answer)) != NULL)
    bc_fhir_add_text (self, "text", bc_maps_lookup_question (self->maps, bc_answer_get_id (answer)));
  begin_answer (self);
  if (value == BC_ANSWER_YES || value == BC_ANSWER_NO)
    bc_json_add_boolean (self->builder, "valueBoolean", value == BC_ANSWER_YES);
  else
    {
      json_builder_set_member_name (self->builder, "valueCoding");
      bc_fhir_add_coding (self, "effect", bc_terms_get_id (&bc_answer_terms, (int) value),
                          bc_fhir_get_word (&bc_answer_terms, (int) value));
    }
  end_answer (self);
  json_builder_end_object (self->builder);
}

static const char *
find_flag_meaning (const BcMaps *maps,
                   const char   *id)
{
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = maps->red_flags->pdata[i];

      if (g_str_equal (flag->id, id))
        return flag->meaning;
    }
  return NULL;
}

static void
add_flag_action (const BcFhir *self,
                 gpointer      object,
                 guint         at)
{
  BcFlagAction *action = object;
  const char *id = bc_flag_action_get_flag (action);

  begin_item (self, id, "", find_flag_meaning (self->maps, id));
  begin_answer (self);
  json_builder_set_member_name (self->builder, "valueCoding");
  bc_fhir_add_coding (self, "action", bc_terms_get_id (&bc_action_terms, (int) bc_flag_action_get_action (action)),
                      bc_fhir_get_word (&bc_action_terms, (int) bc_flag_action_get_action (action)));
  bc_json_begin_list (self->builder, "item");
  add_words (self, id, "/when", "Done at", "valueDateTime", bc_flag_action_get_when (action));
  add_words (self, id, "/who", "Done by", "valueString", bc_flag_action_get_who (action));
  add_words (self, id, "/comment", "Comment", "valueString", bc_flag_action_get_comment (action));
  begin_item (self, id, "/lowered", "Taken as less urgent than its rule says, or set aside");
  begin_answer (self);
  bc_json_add_boolean (self->builder, "valueBoolean", bc_flag_action_get_lowered (action));
  end_answer (self);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  end_answer (self);
  json_builder_end_object (self->builder);
}

static void
add_retest (const BcFhir *self,
            gpointer      object,
            guint         at)
{
  g_autofree char *id = g_strdup_printf ("sign-%u", at + 1);
  const char *result = bc_retest_get_result (object);

  if (bc_fhir_is_blank (bc_retest_get_sign (object)) && bc_fhir_is_blank (result))
    return;
  if (!bc_fhir_is_blank (result))
    {
      add_words (self, id, "", bc_retest_get_sign (object), "valueString", result);
      return;
    }
  begin_item (self, id, "", bc_retest_get_sign (object));
  json_builder_end_object (self->builder);
}

static void
add_correction (const BcFhir *self,
                gpointer      object,
                guint         at)
{
  g_autofree char *id = g_strdup_printf ("correction-%u", at + 1);

  begin_item (self, id, "", "A correction after signing");
  bc_json_begin_list (self->builder, "item");
  add_words (self, id, "/field", "Field", "valueString", bc_correction_get_field (object));
  add_words (self, id, "/before", "Was", "valueString", bc_correction_get_before (object));
  add_words (self, id, "/after", "Should be", "valueString", bc_correction_get_after (object));
  add_words (self, id, "/when", "Corrected at", "valueDateTime", bc_correction_get_when (object));
  add_words (self, id, "/who", "Corrected by", "valueString", bc_correction_get_who (object));
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

static const Group groups[] = {
  { "answers", "Questions, tests and what makes it worse or better", bc_visit_get_answers, add_answer },
  { "red-flags", "What was done about red flags", bc_visit_get_flag_actions, add_flag_action },
  { "signs", "Signs to test again", bc_visit_get_retests, add_retest },
  { "corrections", "Corrections after signing", bc_visit_get_corrections, add_correction },
};

/* FHIR has no empty lists, so a group is made first and kept where it holds something. */
static JsonNode *
make_items (const BcFhir *self,
            const Group  *group)
{
  GListModel *list = G_LIST_MODEL (group->get_list (self->visit));
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  BcFhir inner = *self;

  inner.builder = builder;
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (list, i);

      group->add_item (&inner, object, i);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
make_groups (const BcFhir *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  BcFhir inner = *self;

  inner.builder = builder;
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr(JsonNode) items = make_items (self, &groups[i]);

      if (json_array_get_length (json_node_get_array (items)) == 0)
        continue;
      begin_item (&inner, groups[i].id, "", groups[i].text);
      json_builder_set_member_name (builder, "item");
      json_builder_add_value (builder, g_steal_pointer (&items));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

/**
 * bc_fhir_add_answers:
 *
 * Adds what was asked and answered, what was done about red flags, signs to test again and corrections, as a
 * QuestionnaireResponse; none where nothing of all that is there.
 */
void
bc_fhir_add_answers (const BcFhir *self)
{
  g_autoptr(JsonNode) items = make_groups (self);
  g_autofree char *uuid = bc_fhir_dup_uuid (self, self->visit_key, "answers");

  if (json_array_get_length (json_node_get_array (items)) == 0)
    return;
  bc_fhir_begin_resource (self, "QuestionnaireResponse", uuid);
  bc_json_add_string (self->builder, "status", bc_visit_is_signed (self->visit) ? "completed" : "in-progress");
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_fhir_add_reference (self, "encounter", self->encounter);
  bc_json_add_string (self->builder, "authored", bc_visit_get_date (self->visit));
  json_builder_set_member_name (self->builder, "item");
  json_builder_add_value (self->builder, g_steal_pointer (&items));
  bc_fhir_end_resource (self);
}
