/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

#include "bc-body-codes.h"

#define FMA "http://purl.org/sig/ont/fma"
#define UBERON "http://purl.obolibrary.org/obo/uberon.owl"

/**
 * bc_fhir_append_coding:
 * @system: a terminology
 * @code: a code of it
 * @display: (nullable): what it is called there; %NULL where the code stands for a wider place than is meant
 *
 * Appends a Coding to the array or member that is being built.
 */
void
bc_fhir_append_coding (BcFhir     *self,
                       const char *system,
                       const char *code,
                       const char *display)
{
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "system", system);
  bc_json_add_string (self->builder, "code", code);
  if (display != NULL)
    bc_json_add_string (self->builder, "display", display);
  json_builder_end_object (self->builder);
}

/* A CodeableConcept of words alone. */
void
bc_fhir_add_text (BcFhir     *self,
                  const char *member,
                  const char *text)
{
  bc_json_begin (self->builder, member);
  bc_json_add_string (self->builder, "text", text);
  json_builder_end_object (self->builder);
}

void
bc_fhir_add_concept (BcFhir     *self,
                     const char *member,
                     const char *system,
                     const char *code,
                     const char *display)
{
  bc_json_begin (self->builder, member);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_append_coding (self, system, code, display);
  json_builder_end_array (self->builder);
  bc_json_add_string (self->builder, "text", display);
  json_builder_end_object (self->builder);
}

void
bc_fhir_add_term (BcFhir        *self,
                  const char    *member,
                  const char    *system,
                  const BcTerms *terms,
                  int            value)
{
  bc_fhir_add_concept (self, member, system, bc_terms_get_id (terms, value), bc_terms_get_name (terms, value));
}

/* A side is never part of the code of a place: who does not know the extension still reads it in the text. */
static void
add_laterality (BcFhir   *self,
                BcRegion  region)
{
  BcSide side = bc_region_get_side (region);

  bc_json_begin_list (self->builder, "extension");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "url", BC_FHIR_OWN "StructureDefinition/laterality");
  bc_fhir_add_concept (self, "valueCodeableConcept", BC_FHIR_OWN "CodeSystem/laterality", bc_side_get_id (side),
                       bc_side_get_name (side));
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

/**
 * bc_fhir_add_place:
 * @member: as "bodySite"
 * @region: a region
 *
 * Adds a region: its area as code of this program and of free anatomies, its side as extension, both as text.
 */
void
bc_fhir_add_place (BcFhir     *self,
                   const char *member,
                   BcRegion    region)
{
  guint area = bc_region_get_area (region);
  const BcBodyCode *code = bc_body_code_get (area);
  g_autofree char *name = bc_region_dup_name (region);

  bc_json_begin (self->builder, member);
  add_laterality (self, region);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_append_coding (self, BC_FHIR_OWN "CodeSystem/area", bc_area_get_id (area), bc_area_get_name (area));
  if (code->fma != NULL)
    bc_fhir_append_coding (self, FMA, code->fma, NULL);
  if (code->uberon != NULL)
    bc_fhir_append_coding (self, UBERON, code->uberon, NULL);
  json_builder_end_array (self->builder);
  bc_json_add_string (self->builder, "text", name);
  json_builder_end_object (self->builder);
}
