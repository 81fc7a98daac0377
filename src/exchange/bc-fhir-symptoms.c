/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

#include "bc-scores.h"

#define PRESENT "75325-1", "Symptom"
#define ABSENT "111551-8", "Symptom absent"

/* The value sets of the guide are SNOMED CT, which is not free everywhere; so these are our own. What hurts is what
 * counts in the scores. */
static BcFhirKind
find_kind (BcSymptom *symptom)
{
  switch (bc_symptom_get_qualities (symptom))
    {
    case BC_QUALITY_TINGLING:
      return (BcFhirKind) { "tingling", "Tingling", FALSE };
    case BC_QUALITY_NUMBNESS:
      return (BcFhirKind) { "numbness", "Numbness", FALSE };
    case BC_QUALITY_WEAKNESS:
      return (BcFhirKind) { "weakness", "Weakness", FALSE };
    default:
      if (bc_symptom_hurts (symptom))
        return (BcFhirKind) { "pain", "Pain", TRUE };
      return (BcFhirKind) { "altered-sensation", "Altered sensation or strength", FALSE };
    }
}

static void
add_supporting (const BcFhir *self,
                BcLink       *link)
{
  g_autofree char *uuid = bc_fhir_dup_symptom_uuid (self, bc_link_get_from (link));

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "url", "http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo");
  bc_fhir_add_reference (self, "valueReference", uuid);
  json_builder_end_object (self->builder);
}

/* What brings it on, and whether it was only carried over. */
static void
add_extensions (const BcFhir *self,
                int           number,
                gboolean      carried_over)
{
  GListModel *links = G_LIST_MODEL (bc_visit_get_links (self->visit));
  g_autoptr(GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(BcLink) link = g_list_model_get_item (links, i);

      if (bc_link_get_to (link) == number && bc_link_get_value (link) == BC_ANSWER_YES
          && bc_visit_get_symptom (self->visit, bc_link_get_from (link)) != NULL)
        g_ptr_array_add (used, g_steal_pointer (&link));
    }
  if (used->len == 0 && !carried_over)
    return;
  bc_json_begin_list (self->builder, "extension");
  for (guint i = 0; i < used->len; i++)
    add_supporting (self, used->pdata[i]);
  if (carried_over)
    {
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "url", BC_FHIR_EXTENSION ("carried-over"));
      bc_json_add_boolean (self->builder, "valueBoolean", TRUE);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

/* A symptom that is there and whose first day is known goes from then to an open end, as in the guide. */
static void
add_effective (const BcFhir *self,
               const char   *onset)
{
  const char *date = bc_visit_get_date (self->visit);

  if (*onset == '\0' || strcmp (onset, date) > 0)
    {
      bc_json_add_string (self->builder, "effectiveDateTime", date);
      return;
    }
  bc_json_begin (self->builder, "effectivePeriod");
  bc_json_add_string (self->builder, "start", onset);
  json_builder_end_object (self->builder);
}

/* All that comes before the value. */
static void
add_head (const BcFhir *self,
          gboolean      present,
          const char   *onset)
{
  gboolean is_signed = bc_visit_is_signed (self->visit);

  bc_json_add_string (self->builder, "status", is_signed ? "final" : "preliminary");
  bc_json_begin_list (self->builder, "category");
  json_builder_begin_object (self->builder);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_add_coding (self, BC_FHIR_SYMPTOMS "CodeSystem/SymptomTemporary", "symptom", "Symptom");
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  if (present)
    bc_fhir_add_concept (self, "code", BC_FHIR_LOINC, PRESENT, NULL);
  else
    bc_fhir_add_concept (self, "code", BC_FHIR_LOINC, ABSENT, NULL);
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_fhir_add_reference (self, "encounter", self->encounter);
  add_effective (self, onset);
  if (is_signed)
    bc_json_add_string (self->builder, "issued", bc_visit_get_signed_when (self->visit));
  bc_json_begin_list (self->builder, "performer");
  bc_fhir_add_reference_item (self, self->patient);
  json_builder_end_array (self->builder);
}

static void
add_corrections (const BcFhir *self,
                 const char   *label)
{
  GListModel *corrections = G_LIST_MODEL (bc_visit_get_corrections (self->visit));
  g_autofree char *prefix = g_strconcat (label, "/", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (corrections); i++)
    {
      g_autoptr(BcCorrection) correction = g_list_model_get_item (corrections, i);
      g_autofree char *text = NULL;

      if (!g_str_has_prefix (bc_correction_get_field (correction), prefix))
        continue;
      text = g_strdup_printf ("Corrected %s by %s: %s: “%s” should be “%s”", bc_correction_get_when (correction),
                              bc_correction_get_who (correction), bc_correction_get_field (correction),
                              bc_correction_get_before (correction), bc_correction_get_after (correction));
      bc_fhir_add_words (self, text);
    }
}

static gboolean
has_correction (const BcFhir *self,
                const char   *label)
{
  GListModel *corrections = G_LIST_MODEL (bc_visit_get_corrections (self->visit));
  g_autofree char *prefix = g_strconcat (label, "/", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (corrections); i++)
    {
      g_autoptr(BcCorrection) correction = g_list_model_get_item (corrections, i);

      if (g_str_has_prefix (bc_correction_get_field (correction), prefix))
        return TRUE;
    }
  return FALSE;
}

static void
add_notes (const BcFhir *self,
           BcSymptom    *symptom,
           const char   *label)
{
  if (!bc_symptom_get_resolved (symptom) && bc_fhir_is_blank (bc_symptom_get_notes (symptom))
      && !has_correction (self, label))
    return;
  bc_json_begin_list (self->builder, "note");
  if (bc_symptom_get_resolved (symptom))
    bc_fhir_add_words (self, "Has resolved by this visit");
  bc_fhir_add_words (self, bc_symptom_get_notes (symptom));
  add_corrections (self, label);
  json_builder_end_array (self->builder);
}

static void
add_all (const BcFhir *self,
         BcSymptom    *symptom)
{
  bc_fhir_add_places (self, symptom, BC_DRAWING_PATIENT);
  bc_fhir_add_behaviour (self, symptom, find_kind (symptom).is_pain);
}

static void
add_symptom (const BcFhir *self,
             BcSymptom    *symptom)
{
  BcFhirKind kind = find_kind (symptom);
  gboolean present = !bc_symptom_get_resolved (symptom);
  g_autofree char *uuid = bc_fhir_dup_symptom_uuid (self, bc_symptom_get_number (symptom));
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *text = g_strdup_printf ("P%d: %s", bc_symptom_get_number (symptom), kind.display);

  bc_fhir_begin_resource (self, "Observation", uuid);
  add_extensions (self, bc_symptom_get_number (symptom), bc_symptom_get_unconfirmed (symptom));
  add_head (self, present, present ? bc_symptom_get_onset_date (symptom) : "");
  bc_fhir_add_concept (self, "valueCodeableConcept", "symptom", kind.code, kind.display, text);
  add_notes (self, symptom, label);
  if (present)
    {
      bc_fhir_add_body_site (self, symptom, BC_DRAWING_PATIENT);
      bc_fhir_add_components (self, symptom, add_all);
    }
  bc_fhir_end_resource (self);
}

/**
 * bc_fhir_add_symptoms:
 *
 * Adds an observation for each symptom of the visit. One that has resolved is an absent symptom, and without a place.
 */
void
bc_fhir_add_symptoms (const BcFhir *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_symptom (self, symptom);
    }
}

/**
 * bc_fhir_add_clears:
 *
 * Adds an observation for each region that was asked about and is free of symptoms.
 */
void
bc_fhir_add_clears (const BcFhir *self)
{
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (self->visit));

  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);
      BcRegion region = bc_mark_get_region (clear);
      g_autofree char *thing = g_strconcat ("clear ", bc_region_get_id (region), NULL);
      g_autofree char *uuid = bc_fhir_dup_uuid (self, self->visit_key, thing);

      bc_fhir_begin_resource (self, "Observation", uuid);
      add_extensions (self, 0, bc_mark_get_unconfirmed (clear));
      add_head (self, FALSE, "");
      bc_fhir_add_concept (self, "valueCodeableConcept", "symptom", "any", "Any pain, altered sensation or weakness",
                           NULL);
      bc_fhir_add_place (self, "bodySite", bc_region_get_area (region), bc_region_get_side (region), 0);
      bc_fhir_end_resource (self);
    }
}
