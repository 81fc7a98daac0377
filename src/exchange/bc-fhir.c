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
      bc_fhir_add_person (self, "individual", clinician);
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
        bc_fhir_add_person (self, "authenticator", bc_visit_get_signed_by (self->visit));
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

static void
begin_bundle (BcFhir     *self,
              const char *seed,
              const char *key)
{
  g_autofree char *bundle = NULL;

  self->seed = seed;
  self->builder = json_builder_new ();
  self->patient = bc_fhir_dup_uuid (self, NULL, "patient");
  bundle = bc_fhir_dup_uuid (self, key, "bundle");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "resourceType", "Bundle");
  bc_json_add_string (self->builder, "id", bundle);
  bc_json_add_string (self->builder, "type", "collection");
  bc_json_begin_list (self->builder, "entry");
  add_patient (self);
}

static void
add_visit (BcFhir  *self,
           BcVisit *visit,
           GBytes  *pdf)
{
  self->visit = visit;
  self->pdf = pdf;
  self->visit_key = dup_visit_key (self->chart, visit);
  self->encounter = bc_fhir_dup_uuid (self, self->visit_key, "visit");
  add_encounter (self);
  bc_fhir_add_symptoms (self);
  bc_fhir_add_clears (self);
  bc_fhir_add_drawings (self);
  bc_fhir_add_answers (self);
  bc_fhir_add_record (self);
  if (pdf != NULL)
    add_document (self);
  g_clear_pointer (&self->encounter, g_free);
  g_clear_pointer (&self->visit_key, g_free);
}

static char *
end_bundle (BcFhir *self)
{
  g_autofree char *line = NULL;

  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
  line = bc_json_dup_line (self->builder);
  g_clear_object (&self->builder);
  g_clear_pointer (&self->patient, g_free);
  return g_strconcat (line, "\n", NULL);
}

/* @key tells this bundle from others of the same patient. */
static char *
write_bundle (BcFhir     *self,
              GPtrArray  *visits,
              GPtrArray  *pdfs,
              const char *seed,
              const char *key)
{
  begin_bundle (self, seed, key);
  for (guint i = 0; i < visits->len; i++)
    add_visit (self, visits->pdata[i], pdfs != NULL ? pdfs->pdata[i] : NULL);
  return end_bundle (self);
}

/*
 * What tells one patient from another: the reference that the practice gave, else name and birth date together. Where
 * neither is known it is what the visits hold, so that two nameless patients are never taken for one.
 */
static char *
dup_seed (BcFhir     *self,
          GPtrArray  *visits,
          const char *key)
{
  const char *name = bc_chart_get_name (self->chart);
  const char *birth = bc_chart_get_birth_date (self->chart);
  const char *reference = bc_chart_get_reference (self->chart);
  g_autofree char *json = NULL;

  if (!bc_fhir_is_blank (reference) || (!bc_fhir_is_blank (name) && *birth != '\0'))
    return g_strjoin ("\x1f", reference, name, birth, NULL);
  json = write_bundle (self, visits, NULL, "", key);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

static GBytes *
write_visits (BcChart      *chart,
              GPtrArray    *visits,
              const BcMaps *maps,
              GPtrArray    *pdfs,
              const char   *key)
{
  BcFhir self = { .chart = chart, .maps = maps };
  g_autofree char *seed = dup_seed (&self, visits, key);
  char *text = write_bundle (&self, visits, pdfs, seed, key);

  return g_bytes_new_take (text, strlen (text));
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
 * are those of @maps. A symptom is written as the patient drew it; where the clinician drew it otherwise that follows by
 * itself.
 *
 * Returns: (transfer full): one line of UTF-8 with its line feed
 */
GBytes *
bc_fhir_write (BcChart      *chart,
               BcVisit      *visit,
               const BcMaps *maps,
               GBytes       *pdf)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new ();
  g_autoptr(GPtrArray) pdfs = g_ptr_array_new ();
  g_autofree char *key = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit) && maps != NULL, NULL);

  g_ptr_array_add (visits, visit);
  g_ptr_array_add (pdfs, pdf);
  key = dup_visit_key (chart, visit);
  return write_visits (chart, visits, maps, pdfs, key);
}

/**
 * bc_fhir_write_chart:
 * @chart: a chart
 * @maps: the maps, for the words of questions and factors
 * @pdfs: (nullable) (element-type GBytes): the summary of each visit, in their order
 *
 * Writes all visits as one bundle: the patient once, then each visit as bc_fhir_write() has it, with the same ids where the
 * patient has a reference, or name and birth date.
 *
 * Returns: (transfer full): one line of UTF-8 with its line feed
 */
GBytes *
bc_fhir_write_chart (BcChart      *chart,
                     const BcMaps *maps,
                     GPtrArray    *pdfs)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list;

  g_return_val_if_fail (BC_IS_CHART (chart) && maps != NULL, NULL);

  list = G_LIST_MODEL (bc_chart_get_visits (chart));
  g_return_val_if_fail (pdfs == NULL || pdfs->len == g_list_model_get_n_items (list), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (visits, g_list_model_get_item (list, i));
  return write_visits (chart, visits, maps, pdfs, "all visits");
}
