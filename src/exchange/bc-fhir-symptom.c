/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

#include "bc-i18n.h"
#include "bc-scores.h"

/* Profiles and codes of the HL7 Symptoms guide 1.0.0 (github.com/HL7/fhir-symptoms-ig, SymptomObservation.fsh). */
#define PROFILE "http://hl7.org/fhir/uv/symptoms/StructureDefinition/"
#define SYMPTOM_CATEGORY "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary"

#define PART (BC_FHIR_OWN "CodeSystem/symptom-part")

static void
begin_component (BcFhir     *self,
                 const char *system,
                 const char *code,
                 const char *display)
{
  json_builder_begin_object (self->builder);
  bc_fhir_add_concept (self, "code", system, code, display);
}

static void
end_component (BcFhir *self)
{
  json_builder_end_object (self->builder);
}

/* What both kinds of Observation begin with: it is the patient who tells of it. */
static void
begin_observation (BcFhir     *self,
                   const char *name,
                   const char *profile,
                   const char *code,
                   const char *display)
{
  bc_fhir_begin_resource (self, "Observation", name);
  bc_json_begin (self->builder, "meta");
  bc_json_begin_list (self->builder, "profile");
  json_builder_add_string_value (self->builder, profile);
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
  bc_json_add_string (self->builder, "status", "final");
  bc_json_begin_list (self->builder, "category");
  json_builder_begin_object (self->builder);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_append_coding (self, SYMPTOM_CATEGORY, "symptom", "Symptom");
  json_builder_end_array (self->builder);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  bc_fhir_add_concept (self, "code", BC_FHIR_LOINC, code, display);
  bc_fhir_add_reference (self, "subject", self->patient);
  bc_json_add_string (self->builder, "effectiveDateTime", bc_visit_get_date (self->visit));
  bc_json_begin_list (self->builder, "performer");
  bc_fhir_add_reference (self, NULL, self->patient);
  json_builder_end_array (self->builder);
}

/* The guide wants one component of qualities, words for all; each has one of its own besides, with its code. */
static void
add_qualities (BcFhir    *self,
               BcSymptom *symptom)
{
  guint qualities = bc_symptom_get_qualities (symptom);
  g_autofree char *names = bc_qualities_dup_names (qualities);

  if (qualities == 0)
    return;
  begin_component (self, BC_FHIR_LOINC, "56823-8", "Problem quality or description");
  bc_fhir_add_text (self, "valueCodeableConcept", names);
  end_component (self);
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    if ((qualities & (1u << i)) != 0)
      {
        begin_component (self, PART, "quality", "Quality");
        bc_fhir_add_term (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/quality", &bc_quality_terms,
                          (int) (1u << i));
        end_component (self);
      }
}

/* LOINC 72514-3 is pain on a scale from 0 to 10 as reported, that is now; for its best and worst there is none. */
static void
add_intensity (BcFhir     *self,
               int         nrs,
               const char *system,
               const char *code,
               const char *display)
{
  if (nrs == BC_NRS_UNKNOWN)
    return;
  begin_component (self, system, code, display);
  bc_json_begin (self->builder, "valueQuantity");
  bc_json_add_integer (self->builder, "value", nrs);
  bc_json_add_string (self->builder, "unit", "{score}");
  bc_json_add_string (self->builder, "system", "http://unitsofmeasure.org");
  bc_json_add_string (self->builder, "code", "{score}");
  json_builder_end_object (self->builder);
  end_component (self);
}

static void
add_words (BcFhir     *self,
           const char *code,
           const char *display,
           const char *words)
{
  if (*words == '\0')
    return;
  begin_component (self, BC_FHIR_LOINC, code, display);
  bc_fhir_add_text (self, "valueCodeableConcept", words);
  end_component (self);
}

static void
add_factors (BcFhir     *self,
             BcSymptom  *symptom,
             int         effect,
             const char *code,
             const char *display)
{
  GListModel *factors = G_LIST_MODEL (bc_symptom_get_factors (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (factors); i++)
    {
      g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, i);
      const char *id = bc_symptom_factor_get_factor (factor);
      const char *name = *id != '\0' ? bc_maps_lookup_question (self->maps, id) : NULL;

      if ((int) bc_symptom_factor_get_effect (factor) != effect)
        continue;
      if (name == NULL)
        {
          add_words (self, code, display, bc_symptom_factor_get_text (factor));
          continue;
        }
      begin_component (self, BC_FHIR_LOINC, code, display);
      bc_fhir_add_concept (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/question", id, name);
      end_component (self);
    }
}

static void
add_behaviour (BcFhir    *self,
               BcSymptom *symptom)
{
  if (bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN)
    {
      begin_component (self, BC_FHIR_LOINC, "104156-5", "Condition frequency - Reported");
      bc_fhir_add_term (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/constancy", &bc_constancy_terms,
                        (int) bc_symptom_get_constancy (symptom));
      end_component (self);
    }
  if (bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN)
    {
      begin_component (self, PART, "depth", "Depth");
      bc_fhir_add_term (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/depth", &bc_depth_terms,
                        (int) bc_symptom_get_depth (symptom));
      end_component (self);
    }
  if (bc_symptom_get_onset_kind (symptom) != BC_ONSET_UNKNOWN)
    {
      begin_component (self, BC_FHIR_LOINC, "99495-4", "Speed of condition onset");
      bc_fhir_add_term (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/onset", &bc_onset_terms,
                        (int) bc_symptom_get_onset_kind (symptom));
      end_component (self);
    }
  add_words (self, "100752-5", "Exacerbating factors - Reported", bc_symptom_get_aggravating (symptom));
  add_factors (self, symptom, BC_ANSWER_AGGRAVATES, "100752-5", "Exacerbating factors - Reported");
  add_words (self, "100753-3", "Alleviating factors - Reported", bc_symptom_get_easing (symptom));
  add_factors (self, symptom, BC_ANSWER_EASES, "100753-3", "Alleviating factors - Reported");
}

static void
add_places (BcFhir    *self,
            BcSymptom *symptom)
{
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRole role;

      if (!bc_symptom_marks_region (symptom, (BcRegion) i, &role))
        continue;
      begin_component (self, PART, bc_terms_get_id (&bc_role_terms, (int) role),
                       bc_terms_get_name (&bc_role_terms, (int) role));
      bc_fhir_add_place (self, "valueCodeableConcept", (BcRegion) i);
      end_component (self);
    }
}

/* Where it sits, else where it travels: the one that was marked first, by a click or by ink. */
static BcRegion
get_main_region (BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  BcRegion found = BC_REGION_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      if (bc_mark_get_role (mark) == BC_ROLE_SITE)
        return bc_mark_get_region (mark);
    }
  for (guint i = BC_N_REGIONS; i >= 1; i--)
    {
      BcRole role;

      if (!bc_symptom_marks_region (symptom, (BcRegion) i, &role))
        continue;
      if (role == BC_ROLE_SITE || found == BC_REGION_NONE)
        found = (BcRegion) i;
    }
  return found;
}

static void
add_notes (BcFhir    *self,
           BcSymptom *symptom)
{
  const char *notes[] = { bc_symptom_get_onset (symptom), bc_symptom_get_day_pattern (symptom),
                          bc_symptom_get_notes (symptom) };

  if (*notes[0] == '\0' && *notes[1] == '\0' && *notes[2] == '\0')
    return;
  bc_json_begin_list (self->builder, "note");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (*notes[i] != '\0')
      {
        json_builder_begin_object (self->builder);
        bc_json_add_string (self->builder, "text", notes[i]);
        json_builder_end_object (self->builder);
      }
  json_builder_end_array (self->builder);
}

static gboolean
has_components (BcSymptom *symptom)
{
  return bc_symptom_get_qualities (symptom) != 0 || bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN
         || bc_symptom_get_best (symptom) != BC_NRS_UNKNOWN || bc_symptom_get_worst (symptom) != BC_NRS_UNKNOWN
         || bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN
         || bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN
         || bc_symptom_get_onset_kind (symptom) != BC_ONSET_UNKNOWN || *bc_symptom_get_aggravating (symptom) != '\0'
         || *bc_symptom_get_easing (symptom) != '\0'
         || g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_factors (symptom))) > 0
         || get_main_region (symptom) != BC_REGION_NONE;
}

static void
add_components (BcFhir    *self,
                BcSymptom *symptom)
{
  /* FHIR has no empty arrays. */
  if (!has_components (symptom))
    return;
  bc_json_begin_list (self->builder, "component");
  add_qualities (self, symptom);
  add_intensity (self, bc_symptom_get_now (symptom), BC_FHIR_LOINC, "72514-3",
                 "Pain severity - 0-10 verbal numeric rating [Score] - Reported");
  add_intensity (self, bc_symptom_get_best (symptom), PART, "intensity-best", "Intensity at its best");
  add_intensity (self, bc_symptom_get_worst (symptom), PART, "intensity-worst", "Intensity at its worst");
  add_behaviour (self, symptom);
  add_places (self, symptom);
  json_builder_end_array (self->builder);
}

/**
 * bc_fhir_add_symptom:
 * @symptom: a symptom of the visit
 *
 * Adds the Observation of a symptom.
 */
void
bc_fhir_add_symptom (BcFhir    *self,
                     BcSymptom *symptom)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *name = g_strdup_printf ("symptom-%d", bc_symptom_get_number (symptom));
  BcRegion region = get_main_region (symptom);

  begin_observation (self, name, PROFILE "SymptomObservation", "75325-1", "Symptom");
  bc_json_begin_list (self->builder, "identifier");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "value", label);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  if (bc_symptom_hurts (symptom))
    bc_fhir_add_concept (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/symptom", "pain", _("Pain"));
  else
    bc_fhir_add_concept (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/symptom", "altered-sensation",
                         _("Altered sensation"));
  if (region != BC_REGION_NONE)
    bc_fhir_add_place (self, "bodySite", region);
  add_notes (self, symptom);
  add_components (self, symptom);
  bc_fhir_end_resource (self);
}

/**
 * bc_fhir_add_clear:
 * @region: a region that was asked about and is free of symptoms
 *
 * Adds the Observation that there is nothing.
 */
void
bc_fhir_add_clear (BcFhir   *self,
                   BcRegion  region)
{
  g_autofree char *name = g_strconcat ("clear-", bc_region_get_id (region), NULL);

  begin_observation (self, name, PROFILE "SymptomAbsentObservation", "111551-8", "Symptom absent");
  bc_fhir_add_concept (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/symptom", "any",
                       _("Pain or altered sensation"));
  bc_fhir_add_place (self, "bodySite", region);
  bc_fhir_end_resource (self);
}
