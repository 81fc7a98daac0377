/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

/* LOINC codes and their words as the HL7 guide on symptoms (1.0.0) has them. */
#define QUALITY BC_FHIR_LOINC, "56823-8", "Problem quality or description"
#define SEVERITY BC_FHIR_LOINC, "64750-3", "Severity of symptoms"
#define WORSE BC_FHIR_LOINC, "100752-5", "Exacerbating factors - Reported"
#define BETTER BC_FHIR_LOINC, "100753-3", "Alleviating factors - Reported"
#define FREQUENCY BC_FHIR_LOINC, "104156-5", "Condition frequency - Reported"
#define SPEED_OF_ONSET BC_FHIR_LOINC, "99495-4", "Speed of condition onset"
#define PAIN_SCORE BC_FHIR_LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"

/**
 * bc_fhir_begin_component:
 * @system: a URL, or the name of one of our own code systems
 *
 * Begins a component and writes its code; its value follows.
 */
void
bc_fhir_begin_component (const BcFhir *self,
                         const char   *system,
                         const char   *code,
                         const char   *display)
{
  json_builder_begin_object (self->builder);
  bc_fhir_add_concept (self, "code", system, code, display, NULL);
}

static void
add_number (const BcFhir *self,
            const char   *system,
            const char   *code,
            const char   *display,
            int           number)
{
  bc_fhir_begin_component (self, system, code, display);
  bc_json_add_integer (self->builder, "valueInteger", number);
  json_builder_end_object (self->builder);
}

static void
add_text (const BcFhir *self,
          const char   *code,
          const char   *display,
          const char   *text)
{
  if (bc_fhir_is_blank (text))
    return;
  bc_fhir_begin_component (self, "component", code, display);
  bc_json_add_string (self->builder, "valueString", text);
  json_builder_end_object (self->builder);
}

static void
add_term (const BcFhir  *self,
          const char    *system,
          const char    *code,
          const char    *display,
          const char    *vocabulary,
          const BcTerms *terms,
          int            value)
{
  if (bc_terms_get_id (terms, value) == NULL)
    return;
  bc_fhir_begin_component (self, system, code, display);
  bc_fhir_add_term (self, "valueCodeableConcept", vocabulary, terms, value);
  json_builder_end_object (self->builder);
}

/* The guide has room for one quality. Several are words there, and codes in components of our own. */
static void
add_qualities (const BcFhir *self,
               guint         qualities)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < bc_quality_terms.n_terms; i++)
    if ((qualities & (guint) bc_quality_terms.terms[i].value) != 0)
      g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "", bc_quality_terms.terms[i].name);
  if (n == 1)
    add_term (self, QUALITY, "quality", &bc_quality_terms, (int) qualities);
  if (n < 2)
    return;
  bc_fhir_begin_component (self, QUALITY);
  bc_fhir_add_concept (self, "valueCodeableConcept", NULL, NULL, NULL, text->str);
  json_builder_end_object (self->builder);
  for (guint i = 0; i < bc_quality_terms.n_terms; i++)
    if ((qualities & (guint) bc_quality_terms.terms[i].value) != 0)
      add_term (self, "component", "quality", "One of several qualities", "quality", &bc_quality_terms,
                bc_quality_terms.terms[i].value);
}

/* The guide wants a concept here, and names the scale beside it. */
static void
add_severity (const BcFhir *self,
              int           now,
              gboolean      is_pain)
{
  g_autofree char *text = g_strdup_printf ("%d of %d", now, BC_NRS_MAX);

  json_builder_begin_object (self->builder);
  bc_json_begin_list (self->builder, "extension");
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "url", BC_FHIR_SYMPTOMS "StructureDefinition/AssessmentScaleInformation");
  if (is_pain)
    bc_fhir_add_concept (self, "valueCodeableConcept", PAIN_SCORE, NULL);
  else
    bc_fhir_add_concept (self, "valueCodeableConcept", NULL, NULL, NULL, "Numeric rating scale, 0 to 10");
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
  bc_fhir_add_concept (self, "code", SEVERITY, NULL);
  bc_fhir_add_concept (self, "valueCodeableConcept", NULL, NULL, NULL, text);
  json_builder_end_object (self->builder);
}

/* The LOINC score is one of pain. */
static void
add_intensity (const BcFhir *self,
               BcSymptom    *symptom,
               gboolean      is_pain)
{
  int now = bc_symptom_get_now (symptom);

  if (now != BC_NRS_UNKNOWN)
    {
      add_severity (self, now, is_pain);
      if (is_pain)
        add_number (self, PAIN_SCORE, now);
      else
        add_number (self, "component", "intensity-now", "Intensity now, 0 to 10", now);
    }
  if (bc_symptom_get_best (symptom) != BC_NRS_UNKNOWN)
    add_number (self, "component", "intensity-best", "Intensity at its best, 0 to 10", bc_symptom_get_best (symptom));
  if (bc_symptom_get_worst (symptom) != BC_NRS_UNKNOWN)
    add_number (self, "component", "intensity-worst", "Intensity at its worst, 0 to 10",
                bc_symptom_get_worst (symptom));
}

/* "comes on after 5 min; settles within 10 min; 7 of 10" */
static char *
dup_factor_note (BcSymptomFactor *factor)
{
  GString *text = g_string_new (NULL);
  gboolean eases = bc_symptom_factor_get_effect (factor) == BC_ANSWER_EASES;

  if (bc_symptom_factor_get_onset (factor) != BC_MINUTES_UNKNOWN)
    g_string_append_printf (text, "%s after %d min; ", eases ? "eases" : "comes on",
                            bc_symptom_factor_get_onset (factor));
  if (bc_symptom_factor_get_settle (factor) != BC_MINUTES_UNKNOWN)
    g_string_append_printf (text, "settles within %d min; ", bc_symptom_factor_get_settle (factor));
  if (bc_symptom_factor_get_strength (factor) != BC_NRS_UNKNOWN)
    g_string_append_printf (text, "%d of %d; ", bc_symptom_factor_get_strength (factor), BC_NRS_MAX);
  if (text->len > 0)
    g_string_truncate (text, text->len - strlen ("; "));
  return g_string_free (text, FALSE);
}

static void
add_factor (const BcFhir    *self,
            BcSymptomFactor *factor)
{
  const char *id = bc_symptom_factor_get_factor (factor);
  const char *own = bc_symptom_factor_get_text (factor);
  const char *name = *id != '\0' ? bc_maps_lookup_question (self->maps, id) : "";
  g_autofree char *text = NULL;
  g_autofree char *note = dup_factor_note (factor);

  name = name != NULL ? name : id;
  text = g_strconcat (name, *name != '\0' && !bc_fhir_is_blank (own) ? ": " : "", own, NULL);
  if (bc_fhir_is_blank (text))
    return;
  json_builder_begin_object (self->builder);
  if (*note != '\0')
    {
      bc_json_begin_list (self->builder, "extension");
      json_builder_begin_object (self->builder);
      bc_json_add_string (self->builder, "url", "http://hl7.org/fhir/StructureDefinition/note");
      json_builder_set_member_name (self->builder, "valueAnnotation");
      bc_fhir_add_words (self, note);
      json_builder_end_object (self->builder);
      json_builder_end_array (self->builder);
    }
  if (bc_symptom_factor_get_effect (factor) == BC_ANSWER_EASES)
    bc_fhir_add_concept (self, "code", BETTER, NULL);
  else
    bc_fhir_add_concept (self, "code", WORSE, NULL);
  bc_fhir_add_concept (self, "valueCodeableConcept", "factor", *id != '\0' ? id : NULL, NULL, text);
  json_builder_end_object (self->builder);
}

static void
add_free_factor (const BcFhir *self,
                 const char   *system,
                 const char   *code,
                 const char   *display,
                 const char   *text)
{
  if (bc_fhir_is_blank (text))
    return;
  bc_fhir_begin_component (self, system, code, display);
  bc_fhir_add_concept (self, "valueCodeableConcept", NULL, NULL, NULL, text);
  json_builder_end_object (self->builder);
}

static void
add_factors (const BcFhir *self,
             BcSymptom    *symptom)
{
  GListModel *factors = G_LIST_MODEL (bc_symptom_get_factors (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (factors); i++)
    {
      g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, i);

      add_factor (self, factor);
    }
  add_free_factor (self, WORSE, bc_symptom_get_aggravating (symptom));
  add_free_factor (self, BETTER, bc_symptom_get_easing (symptom));
}

/* An injury is no speed, so it has a component of its own. */
static void
add_onset (const BcFhir *self,
           BcSymptom    *symptom)
{
  BcOnset kind = bc_symptom_get_onset_kind (symptom);

  if (kind == BC_ONSET_SUDDEN || kind == BC_ONSET_GRADUAL)
    add_term (self, SPEED_OF_ONSET, "onset", &bc_onset_terms, (int) kind);
  else
    add_term (self, "component", "onset", "Kind of onset", "onset", &bc_onset_terms, (int) kind);
  add_text (self, "onset-words", "Onset in words", bc_symptom_get_onset (symptom));
}

static void
add_day (const BcFhir *self,
         BcSymptom    *symptom)
{
  const BcTerms *terms = &bc_course_terms;

  add_term (self, "component", "morning", "In the morning", "course", terms, (int) bc_symptom_get_morning (symptom));
  add_term (self, "component", "daytime", "Over the day", "course", terms, (int) bc_symptom_get_daytime (symptom));
  add_term (self, "component", "evening", "In the evening", "course", terms, (int) bc_symptom_get_evening (symptom));
  add_term (self, "component", "night", "At night", "course", terms, (int) bc_symptom_get_night (symptom));
  add_text (self, "day-words", "Over 24 hours, in words", bc_symptom_get_day_pattern (symptom));
  if (bc_symptom_get_wakes (symptom) != BC_WAKES_UNKNOWN)
    add_number (self, "component", "wakes", "Times it wakes the person in a night", bc_symptom_get_wakes (symptom));
  if (bc_symptom_get_stiffness (symptom) == BC_MINUTES_UNKNOWN)
    return;
  bc_fhir_begin_component (self, "component", "stiffness", "Stiffness in the morning");
  bc_json_begin (self->builder, "valueQuantity");
  bc_json_add_integer (self->builder, "value", bc_symptom_get_stiffness (symptom));
  bc_json_add_string (self->builder, "unit", "minutes");
  bc_json_add_string (self->builder, "system", "http://unitsofmeasure.org");
  bc_json_add_string (self->builder, "code", "min");
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_behaviour:
 * @is_pain: whether something hurts
 *
 * Adds the components of what a symptom feels like and how it behaves.
 */
void
bc_fhir_add_behaviour (const BcFhir *self,
                       BcSymptom    *symptom,
                       gboolean      is_pain)
{
  add_qualities (self, bc_symptom_get_qualities (symptom));
  add_intensity (self, symptom, is_pain);
  add_term (self, "component", "depth", "Depth", "depth", &bc_depth_terms, (int) bc_symptom_get_depth (symptom));
  add_term (self, FREQUENCY, "constancy", &bc_constancy_terms, (int) bc_symptom_get_constancy (symptom));
  add_factors (self, symptom);
  add_onset (self, symptom);
  add_day (self, symptom);
}
