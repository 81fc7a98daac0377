/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

static void
add_patient (const BcFhir *self)
{
  BcSex sex = bc_chart_get_sex (self->chart);

  bc_fhir_begin_resource (self, "Patient", self->patient);
  if (!bc_fhir_is_blank (bc_chart_get_reference (self->chart)))
    {
      bc_json_begin_list (self->builder, "identifier");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "value", bc_chart_get_reference (self->chart));
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  if (!bc_fhir_is_blank (bc_chart_get_name (self->chart)))
    {
      bc_json_begin_list (self->builder, "name");
      bc_fhir_add_words (self, bc_chart_get_name (self->chart));
      json_builder_end_array (self->builder);
    }
  bc_json_add_string (self->builder, "gender",
                      sex == BC_SEX_UNKNOWN ? "unknown" : bc_terms_get_id (&bc_sex_terms, (int) sex));
  if (*bc_chart_get_birth_date (self->chart) != '\0')
    bc_json_add_string (self->builder, "birthDate", bc_chart_get_birth_date (self->chart));
  bc_fhir_end_resource (self);
}

static void
add_period (const BcFhir *self)
{
  bc_json_begin (self->builder, "period");
  bc_json_add_string (self->builder, "start", bc_visit_get_date (self->visit));
  bc_json_add_string (self->builder, "end", bc_visit_get_date (self->visit));
  json_builder_end_object (self->builder);
}

/* Somebody of whom we know the name alone. */
static void
add_person (const BcFhir *self,
            const char   *member,
            const char   *name)
{
  bc_json_begin (self->builder, member);
  bc_json_add_string (self->builder, "display", name);
  json_builder_end_object (self->builder);
}

static void
add_encounter (const BcFhir *self)
{
  const char *clinician = bc_visit_get_clinician (self->visit);

  bc_fhir_begin_resource (self, "Encounter", self->encounter);
  bc_json_add_string (self->builder, "status", bc_visit_is_signed (self->visit) ? "finished" : "in-progress");
  json_builder_set_member_name (self->builder, "class");
  bc_fhir_add_coding (self, "http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");
  bc_fhir_add_reference (self, "subject", self->patient);
  if (!bc_fhir_is_blank (clinician))
    {
      bc_json_begin_list (self->builder, "participant");
      json_builder_begin_object (self->builder);
      add_person (self, "individual", clinician);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  add_period (self);
  bc_fhir_end_resource (self);
}

static void
add_attachment (const BcFhir *self)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (self->pdf, &size);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *text = g_base64_encode (data, size);
  g_autofree char *hash = NULL;
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);
  bc_json_begin (self->builder, "attachment");
  bc_json_add_string (self->builder, "contentType", "application/pdf");
  bc_json_add_string (self->builder, "data", text);
  bc_json_add_integer (self->builder, "size", (int) size);
  bc_json_add_string (self->builder, "hash", hash);
  bc_json_add_string (self->builder, "title", "Session summary with body chart");
  json_builder_end_object (self->builder);
}

static void
add_document (const BcFhir *self)
{
  gboolean is_signed = bc_visit_is_signed (self->visit);
  g_autofree char *uuid = bc_fhir_dup_uuid (self, self->visit_key, "summary");

  bc_fhir_begin_resource (self, "DocumentReference", uuid);
  bc_json_add_string (self->builder, "status", "current");
  bc_json_add_string (self->builder, "docStatus", is_signed ? "final" : "preliminary");
  bc_fhir_add_concept (self, "type", NULL, NULL, NULL, "Session summary of physiotherapy with body chart");
  bc_fhir_add_reference (self, "subject", self->patient);
  if (is_signed)
    {
      bc_json_add_string (self->builder, "date", bc_visit_get_signed_when (self->visit));
      if (!bc_fhir_is_blank (bc_visit_get_signed_by (self->visit)))
        add_person (self, "authenticator", bc_visit_get_signed_by (self->visit));
    }
  bc_json_begin_list (self->builder, "content");
  json_builder_begin_object (self->builder);
  add_attachment (self);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  bc_json_begin (self->builder, "context");
  bc_json_begin_list (self->builder, "encounter");
  bc_fhir_add_reference_item (self, self->encounter);
  json_builder_end_array (self->builder);
  add_period (self);
  json_builder_end_object (self->builder);
  bc_fhir_end_resource (self);
}

/* Which of the visits of a day; a visit of another day that is put in later changes nothing. */
static char *
dup_visit_key (BcChart *chart,
               BcVisit *visit)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(BcVisit) other = g_list_model_get_item (visits, i);

      if (other == visit)
        break;
      n += g_str_equal (bc_visit_get_date (other), bc_visit_get_date (visit));
    }
  return g_strdup_printf ("%s #%u", bc_visit_get_date (visit), n);
}

static char *
write_bundle (BcFhir     *self,
              const char *seed)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *patient = NULL;
  g_autofree char *encounter = NULL;
  g_autofree char *bundle = NULL;
  g_autofree char *line = NULL;

  self->seed = seed;
  self->builder = builder;
  self->patient = patient = bc_fhir_dup_uuid (self, NULL, "patient");
  self->encounter = encounter = bc_fhir_dup_uuid (self, self->visit_key, "visit");
  bundle = bc_fhir_dup_uuid (self, self->visit_key, "bundle");
  json_builder_begin_object (builder);
  bc_json_add_string (builder, "resourceType", "Bundle");
  bc_json_add_string (builder, "id", bundle);
  bc_json_add_string (builder, "type", "collection");
  bc_json_begin_list (builder, "entry");
  add_patient (self);
  add_encounter (self);
  bc_fhir_add_symptoms (self);
  bc_fhir_add_clears (self);
  bc_fhir_add_answers (self);
  if (self->pdf != NULL)
    add_document (self);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  line = bc_json_dup_line (builder);
  return g_strconcat (line, "\n", NULL);
}

/*
 * What tells one patient from another: the reference that the practice gave, else name and birth date together. Where
 * neither is known it is what the visit holds, so that two nameless patients are never taken for one.
 */
static char *
dup_seed (BcFhir *self)
{
  const char *name = bc_chart_get_name (self->chart);
  const char *birth = bc_chart_get_birth_date (self->chart);
  const char *reference = bc_chart_get_reference (self->chart);
  g_autofree char *json = NULL;
  BcFhir bare = *self;

  if (!bc_fhir_is_blank (reference) || (!bc_fhir_is_blank (name) && *birth != '\0'))
    return g_strjoin ("\x1f", reference, name, birth, NULL);
  bare.pdf = NULL;
  json = write_bundle (&bare, "");
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

/**
 * bc_fhir_write:
 * @chart: a chart
 * @visit: one of its visits
 * @maps: the maps, for the words of questions and factors
 * @pdf: (nullable): the summary of the visit, to be put in
 *
 * Writes one visit as a FHIR R4 bundle in JSON after the HL7 guide on symptoms; docs/exports.md has what goes where.
 * Identical input gives identical bytes. Codes and their words are English; the words of questions, factors and red flags
 * are those of @maps. It is the patient's drawing that is written.
 *
 * Returns: (transfer full): one line of UTF-8 with its line feed
 */
GBytes *
bc_fhir_write (BcChart      *chart,
               BcVisit      *visit,
               const BcMaps *maps,
               GBytes       *pdf)
{
  g_autofree char *visit_key = NULL;
  g_autofree char *seed = NULL;
  BcFhir self = { 0 };
  char *text;

  g_return_val_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit) && maps != NULL, NULL);

  self.chart = chart;
  self.visit = visit;
  self.maps = maps;
  self.pdf = pdf;
  self.visit_key = visit_key = dup_visit_key (chart, visit);
  seed = dup_seed (&self);
  text = write_bundle (&self, seed);
  return g_bytes_new_take (text, strlen (text));
}
