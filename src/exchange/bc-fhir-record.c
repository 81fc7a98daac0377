/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clinician's part of a visit: where the symptoms are felt after asking, notes, plan and signature. */
#include "bc-fhir-private.h"

#define CATEGORY "http://terminology.hl7.org/CodeSystem/observation-category"

/* LOINC, as HL7's C-CDA on FHIR has them: ProgressNoteDocumentTypeCode and Care Plan Document Type. */
#define TYPE "11508-9", "Physical therapy Progress note"
#define PLAN "18776-5", "Plan of care note"

static void
add_clinician_places (const BcFhir *self,
                      BcSymptom    *symptom)
{
  bc_fhir_add_places (self, symptom, BC_DRAWING_CLINICIAN);
}

static void
add_status (const BcFhir *self)
{
  bc_json_add_string (self->builder, "status", bc_visit_is_signed (self->visit) ? "final" : "preliminary");
}

/* A list of one coded thing. */
static void
add_category (const BcFhir *self)
{
  bc_json_begin_list (self->builder, "category");
  json_builder_begin_object (self->builder);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_add_coding (self, CATEGORY, "exam", "Exam");
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

/* By the clinician, and derived from what the patient told; a symptom of the guide would be the patient's own report. */
static void
add_drawing (const BcFhir *self,
             BcSymptom    *symptom)
{
  const char *clinician = bc_visit_get_clinician (self->visit);
  int number = bc_symptom_get_number (symptom);
  g_autofree char *thing = g_strdup_printf ("P%d clinician", number);
  g_autofree char *uuid = bc_fhir_dup_uuid (self, self->visit_key, thing);
  g_autofree char *told = bc_fhir_dup_symptom_uuid (self, number);
  g_autofree char *text = g_strdup_printf ("P%d: where the clinician understands it to be felt", number);

  bc_fhir_begin_resource (self, "Observation", uuid);
  add_status (self);
  add_category (self);
  bc_fhir_add_concept (self, "code", "observation", "clinician-drawing", "Area of a symptom as the clinician understands it",
                       text);
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_fhir_add_reference (self, "encounter", self->encounter);
  bc_json_add_string (self->builder, "effectiveDateTime", bc_visit_get_date (self->visit));
  if (bc_visit_is_signed (self->visit))
    bc_json_add_string (self->builder, "issued", bc_visit_get_signed_when (self->visit));
  if (!bc_fhir_is_blank (clinician))
    {
      bc_json_begin_list (self->builder, "performer");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "display", clinician);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  bc_fhir_add_body_site (self, symptom, BC_DRAWING_CLINICIAN);
  bc_json_begin_list (self->builder, "derivedFrom");
  bc_fhir_add_reference_item (self, told);
  json_builder_end_array (self->builder);
  if (bc_symptom_is_nowhere (symptom))
    bc_json_add_string (self->builder, "valueString", "In none of the places that the patient told");
  else
    bc_fhir_add_components (self, symptom, add_clinician_places);
  bc_fhir_end_resource (self);
}

/**
 * bc_fhir_add_drawings:
 *
 * Adds an observation for each symptom of which the clinician's drawing marks other regions than the patient's, or in
 * another way.
 */
void
bc_fhir_add_drawings (const BcFhir *self)
{
  g_autoptr(GPtrArray) differences = bc_visit_list_differences (self->visit);

  for (guint i = 0; i < differences->len; i++)
    {
      const BcDrawingDifference *difference = differences->pdata[i];

      if (difference->patient->len + difference->clinician->len + difference->roles->len > 0)
        add_drawing (self, difference->symptom);
    }
}

/* Plain XHTML, one paragraph a line. */
static char *
dup_xhtml (const char *words)
{
  g_autoptr(GString) div = g_string_new ("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      if (!bc_fhir_is_blank (lines[i]))
        g_string_append_printf (div, "<p>%s</p>", line);
    }
  g_string_append (div, "</div>");
  return g_string_free (g_steal_pointer (&div), FALSE);
}

static void
add_section (const BcFhir *self,
             const char   *title,
             const char   *code,
             const char   *display,
             const char   *words)
{
  g_autofree char *div = NULL;

  if (bc_fhir_is_blank (words))
    return;
  div = dup_xhtml (words);
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "title", title);
  if (code != NULL)
    bc_fhir_add_concept (self, "code", BC_FHIR_LOINC, code, display, NULL);
  bc_json_begin (self->builder, "text");
  bc_json_add_string (self->builder, "status", "additional");
  bc_json_add_string (self->builder, "div", div);
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

/* A composition must have an author. */
static void
add_author (const BcFhir *self)
{
  const char *clinician = bc_visit_get_clinician (self->visit);

  if (bc_fhir_is_blank (clinician))
    clinician = bc_visit_get_signed_by (self->visit);
  bc_json_begin_list (self->builder, "author");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "display", bc_fhir_is_blank (clinician) ? "Clinician, not named" : clinician);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

static void
add_attester (const BcFhir *self)
{
  const char *who = bc_visit_get_signed_by (self->visit);

  bc_json_begin_list (self->builder, "attester");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "mode", "professional");
  bc_json_add_string (self->builder, "time", bc_visit_get_signed_when (self->visit));
  if (!bc_fhir_is_blank (who))
    bc_fhir_add_person (self, "party", who);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

/**
 * bc_fhir_add_record:
 *
 * Adds notes, plan and signature as a composition, where there is any of them.
 */
void
bc_fhir_add_record (const BcFhir *self)
{
  const char *notes = bc_visit_get_notes (self->visit);
  const char *plan = bc_visit_get_plan (self->visit);
  gboolean is_signed = bc_visit_is_signed (self->visit);
  gboolean has_words = !bc_fhir_is_blank (notes) || !bc_fhir_is_blank (plan);
  g_autofree char *uuid = bc_fhir_dup_uuid (self, self->visit_key, "record");

  if (!is_signed && !has_words)
    return;
  bc_fhir_begin_resource (self, "Composition", uuid);
  add_status (self);
  bc_fhir_add_concept (self, "type", BC_FHIR_LOINC, TYPE, NULL);
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_fhir_add_reference (self, "encounter", self->encounter);
  bc_json_add_string (self->builder, "date",
                      is_signed ? bc_visit_get_signed_when (self->visit) : bc_visit_get_date (self->visit));
  add_author (self);
  bc_json_add_string (self->builder, "title", "Record of a physiotherapy session");
  if (is_signed)
    add_attester (self);
  if (has_words)
    {
      bc_json_begin_list (self->builder, "section");
      add_section (self, "Notes", NULL, NULL, notes);
      add_section (self, "Plan", PLAN, plan);
      json_builder_end_array (self->builder);
    }
  bc_fhir_end_resource (self);
}
