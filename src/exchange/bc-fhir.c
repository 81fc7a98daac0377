/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"

/* RFC 4122, version 5: an id that follows from what it names. */
#define UUID_BYTES 16

static char *
dup_uuid (const char *seed,
          const char *name)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 bytes[20];
  gsize length = sizeof bytes;
  GString *uuid = g_string_new (NULL);

  g_checksum_update (checksum, (const guchar *) seed, -1);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, bytes, &length);
  bytes[6] = (guint8) ((bytes[6] & 0x0f) | 0x50);
  bytes[8] = (guint8) ((bytes[8] & 0x3f) | 0x80);
  for (guint i = 0; i < UUID_BYTES; i++)
    g_string_append_printf (uuid, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
  return g_string_free (uuid, FALSE);
}

/**
 * bc_fhir_dup_url:
 * @name: of a resource, within the bundle
 *
 * Returns: (transfer full): where it is in the bundle
 */
char *
bc_fhir_dup_url (BcFhir     *self,
                 const char *name)
{
  g_autofree char *uuid = dup_uuid (self->seed, name);

  return g_strconcat ("urn:uuid:", uuid, NULL);
}

void
bc_fhir_begin_resource (BcFhir     *self,
                        const char *type,
                        const char *name)
{
  g_autofree char *url = bc_fhir_dup_url (self, name);

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "fullUrl", url);
  bc_json_begin (self->builder, "resource");
  bc_json_add_string (self->builder, "resourceType", type);
}

void
bc_fhir_end_resource (BcFhir *self)
{
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_reference:
 * @member: (nullable): its name; %NULL for the next of an array
 * @url: where the resource is
 *
 * Adds a Reference.
 */
void
bc_fhir_add_reference (BcFhir     *self,
                       const char *member,
                       const char *url)
{
  if (member != NULL)
    json_builder_set_member_name (self->builder, member);
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "reference", url);
  json_builder_end_object (self->builder);
}

static void
add_patient (BcFhir *self)
{
  const char *name = bc_chart_get_name (self->chart);
  const char *reference = bc_chart_get_reference (self->chart);
  const char *sex = bc_terms_get_id (&bc_sex_terms, (int) bc_chart_get_sex (self->chart));

  bc_fhir_begin_resource (self, "Patient", "patient");
  if (*reference != '\0')
    {
      bc_json_begin_list (self->builder, "identifier");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "value", reference);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  if (*name != '\0')
    {
      bc_json_begin_list (self->builder, "name");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "text", name);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  bc_json_add_string (self->builder, "gender", sex != NULL ? sex : "unknown");
  if (bc_date_is_valid (bc_chart_get_birth_date (self->chart)))
    bc_json_add_string (self->builder, "birthDate", bc_chart_get_birth_date (self->chart));
  bc_fhir_end_resource (self);
}

static void
add_answer (BcFhir   *self,
            BcAnswer *answer)
{
  const char *id = bc_answer_get_id (answer);
  const char *question = bc_maps_lookup_question (self->maps, id);
  int value = (int) bc_answer_get_value (answer);

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "linkId", id);
  bc_json_add_string (self->builder, "text", question != NULL ? question : id);
  bc_json_begin_list (self->builder, "answer");
  json_builder_begin_object (self->builder);
  json_builder_set_member_name (self->builder, "valueCoding");
  bc_fhir_append_coding (self, BC_FHIR_OWN "CodeSystem/answer", bc_terms_get_id (&bc_answer_terms, value),
                         bc_terms_get_name (&bc_answer_terms, value));
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

static void
add_answers (BcFhir *self)
{
  GListModel *answers = G_LIST_MODEL (bc_visit_get_answers (self->visit));

  if (g_list_model_get_n_items (answers) == 0)
    return;
  bc_fhir_begin_resource (self, "QuestionnaireResponse", "answers");
  bc_json_add_string (self->builder, "questionnaire", BC_FHIR_OWN "Questionnaire/questions");
  bc_json_add_string (self->builder, "status", "completed");
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_json_add_string (self->builder, "authored", bc_visit_get_date (self->visit));
  bc_json_begin_list (self->builder, "item");
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);

      add_answer (self, answer);
    }
  json_builder_end_array (self->builder);
  bc_fhir_end_resource (self);
}

static void
add_attachment (BcFhir *self,
                GBytes *pdf)
{
  gsize size;
  const guchar *data = g_bytes_get_data (pdf, &size);
  g_autofree char *text = g_base64_encode (data, size);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autofree char *hash = NULL;

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);
  bc_json_begin (self->builder, "attachment");
  bc_json_add_string (self->builder, "contentType", "application/pdf");
  bc_json_add_string (self->builder, "data", text);
  json_builder_set_member_name (self->builder, "size");
  json_builder_add_int_value (self->builder, (gint64) size);
  bc_json_add_string (self->builder, "hash", hash);
  bc_json_add_string (self->builder, "title", _("Bodychart session summary"));
  json_builder_end_object (self->builder);
}

static void
add_document (BcFhir *self,
              GBytes *pdf)
{
  if (pdf == NULL)
    return;
  bc_fhir_begin_resource (self, "DocumentReference", "summary");
  bc_json_add_string (self->builder, "status", "current");
  bc_fhir_add_text (self, "type", _("Bodychart session summary"));
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_json_begin_list (self->builder, "content");
  json_builder_begin_object (self->builder);
  add_attachment (self, pdf);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  bc_fhir_end_resource (self);
}

static void
add_symptoms (BcFhir *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (self->visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (!bc_symptom_get_resolved (symptom))
        bc_fhir_add_symptom (self, symptom);
    }
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      bc_fhir_add_clear (self, bc_mark_get_region (clear));
    }
}

static void
build_bundle (BcFhir *self,
              GBytes *pdf)
{
  g_autofree char *id = dup_uuid (self->seed, "bundle");

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "resourceType", "Bundle");
  bc_json_add_string (self->builder, "id", id);
  bc_json_add_string (self->builder, "type", "collection");
  bc_json_begin_list (self->builder, "entry");
  add_patient (self);
  add_symptoms (self);
  add_answers (self);
  add_document (self, pdf);
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_dup_bundle:
 * @chart: the chart that holds @visit
 * @visit: a visit
 * @maps: the maps, for what was asked
 * @pdf: (nullable): the summary as PDF, to go along
 *
 * Makes a FHIR R4 Bundle after the HL7 Symptoms guide 1.0.0: the patient, each symptom, each clear tick, the answers
 * and the summary. Findings are not in it. Codes come from LOINC, FMA and Uberon, else from the program's own systems.
 * The same chart gives the same ids.
 *
 * Returns: (transfer full): JSON on one line, without a line feed
 */
char *
bc_fhir_dup_bundle (BcChart      *chart,
                    BcVisit      *visit,
                    const BcMaps *maps,
                    GBytes       *pdf)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GBytes) bytes = NULL;
  BcFhir self = { builder, chart, visit, maps, NULL, NULL };
  char *line;

  g_return_val_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  bytes = bc_chart_write (chart);
  self.seed = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self.patient = bc_fhir_dup_url (&self, "patient");
  build_bundle (&self, pdf);
  line = bc_json_dup_line (builder);
  g_free (self.seed);
  g_free (self.patient);
  return line;
}
