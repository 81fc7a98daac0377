/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-area-terms.h"
#include "bc-fhir-private.h"

/*
 * URIs of the terminologies. HL7 has registered none for FMA; that of its OWL release is taken, as Uberon's is.
 * Sides are HL7's table 0495, body site modifier.
 */
#define FMA "http://purl.org/sig/ont/fma.owl"
#define UBERON "http://purl.obolibrary.org/obo/uberon.owl"
#define MODIFIER "http://terminology.hl7.org/CodeSystem/v2-0495"

static const struct
{
  const char *code;
  const char *display;
  const char *words;
} sides[] = {
  [BC_SIDE_LEFT] = { "L", "Left", "left" },
  [BC_SIDE_RIGHT] = { "R", "Right", "right" },
  [BC_SIDE_BOTH] = { "BIL", "Bilateral", "both sides" },
};

static const struct
{
  BcRole      role;
  const char *code;
  const char *display;
} roles[] = {
  { BC_ROLE_SITE, "site", "Area in which the symptom sits" },
  { BC_ROLE_RADIATION, "radiation", "Area to which the symptom spreads" },
};

/* A foreign term that says how it is to the area, since most are wider. */
static void
add_foreign (const BcFhir *self,
             const char   *system,
             char *const  *ids,
             const char   *relation)
{
  for (; *ids != NULL; ids++)
    {
      json_builder_begin_object (self->builder);
      bc_json_begin_list (self->builder, "extension");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "url", BC_FHIR_EXTENSION ("relation"));
      bc_json_add_string (self->builder, "valueCode", relation);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
      bc_json_add_string (self->builder, "system", system);
      bc_json_add_string (self->builder, "code", *ids);
      json_builder_end_object (self->builder);
    }
}

/**
 * bc_fhir_add_place:
 * @member: name of the element
 * @area: an area
 * @side: the patient's own
 * @n_more: how many areas more the words should tell of
 *
 * Adds an area with its side. Area and side are two codes, so that "left knee" is no code of its own.
 */
void
bc_fhir_add_place (const BcFhir *self,
                   const char   *member,
                   guint         area,
                   BcSide        side,
                   guint         n_more)
{
  const BcAreaTerms *terms = bc_area_get_terms (area);
  g_autoptr(GString) text = g_string_new (terms->wording);

  bc_json_begin (self->builder, member);
  bc_json_begin_list (self->builder, "extension");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "url", BC_FHIR_EXTENSION ("laterality"));
  json_builder_set_member_name (self->builder, "valueCoding");
  bc_fhir_add_coding (self, MODIFIER, sides[side].code, sides[side].display);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  bc_json_begin_list (self->builder, "coding");
  bc_fhir_add_coding (self, "area", bc_area_get_id (area), terms->wording);
  add_foreign (self, FMA, terms->fma, terms->relation);
  add_foreign (self, UBERON, terms->uberon, terms->relation);
  json_builder_end_array (self->builder);
  g_string_append_printf (text, "; %s", sides[side].words);
  if (n_more > 0)
    g_string_append_printf (text, "; and %u more, see component", n_more);
  bc_json_add_string (self->builder, "text", text->str);
  json_builder_end_object (self->builder);
}

static gboolean
find_side (BcSymptom *symptom,
           BcDrawing  drawing,
           guint      area,
           BcRole     role,
           BcSide    *side)
{
  gboolean there[BC_SIDE_BOTH];

  for (guint i = BC_SIDE_LEFT; i < BC_SIDE_BOTH; i++)
    {
      BcRole found = BC_ROLE_CLEAR;

      there[i] = bc_symptom_marks_region_of (symptom, drawing, bc_region_new (area, (BcSide) i), &found) && found == role;
    }
  if (!there[BC_SIDE_LEFT] && !there[BC_SIDE_RIGHT])
    return FALSE;
  *side = !there[BC_SIDE_RIGHT] ? BC_SIDE_LEFT : !there[BC_SIDE_LEFT] ? BC_SIDE_RIGHT : BC_SIDE_BOTH;
  return TRUE;
}

/**
 * bc_fhir_add_body_site:
 * @drawing: whose; what a symptom tells is the patient's report, and so is its place
 *
 * FHIR R4 has room for one site only: the first area from the head down in which the symptom sits, else to which it
 * spreads. Its words say how many there are besides.
 */
void
bc_fhir_add_body_site (const BcFhir *self,
                       BcSymptom    *symptom,
                       BcDrawing     drawing)
{
  BcSide first_side = BC_SIDE_BOTH;
  guint first = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    for (guint area = 0; area < BC_N_AREAS; area++)
      {
        BcSide side;

        if (!find_side (symptom, drawing, area, roles[i].role, &side))
          continue;
        if (n++ > 0)
          continue;
        first = area;
        first_side = side;
      }
  if (n > 0)
    bc_fhir_add_place (self, "bodySite", first, first_side, n - 1);
}

/**
 * bc_fhir_add_places:
 * @drawing: whose
 *
 * Adds a component for each area that is marked.
 */
void
bc_fhir_add_places (const BcFhir *self,
                    BcSymptom    *symptom,
                    BcDrawing     drawing)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    for (guint area = 0; area < BC_N_AREAS; area++)
      {
        BcSide side;

        if (!find_side (symptom, drawing, area, roles[i].role, &side))
          continue;
        bc_fhir_begin_component (self, "component", roles[i].code, roles[i].display);
        bc_fhir_add_place (self, "valueCodeableConcept", area, side, 0);
        json_builder_end_object (self->builder);
      }
}
