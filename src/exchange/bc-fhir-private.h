/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-drawing-difference.h"
#include "bc-fhir.h"
#include "bc-json.h"

G_BEGIN_DECLS

#define BC_FHIR_BASE "https://bodychart.github.io/fhir/"
#define BC_FHIR_EXTENSION(name) BC_FHIR_BASE "StructureDefinition/" name
#define BC_FHIR_LOINC "http://loinc.org"
#define BC_FHIR_SYMPTOMS "http://hl7.org/fhir/uv/symptoms/"

/* A bundle that is being written. */
typedef struct
{
  JsonBuilder  *builder;
  BcChart      *chart;
  BcVisit      *visit;
  const BcMaps *maps;
  GBytes       *pdf;       /* or NULL */
  const char   *seed;      /* what ids follow from */
  char         *visit_key; /* which visit of the chart */
  char         *patient;   /* ids */
  char         *encounter;
} BcFhir;

/* The code of what a symptom is, with words; of our own code system "symptom". */
typedef struct
{
  const char *code;
  const char *display;
  gboolean    is_pain;
} BcFhirKind;

/* bc-fhir-parts.c */
char       *bc_fhir_dup_uuid        (const BcFhir  *self,
                                     const char    *visit_key,
                                     const char    *thing) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_fhir_dup_symptom_uuid (const BcFhir *self,
                                      int           number) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bc_fhir_is_blank        (const char    *text);
void        bc_fhir_add_text        (const BcFhir  *self,
                                     const char    *member,
                                     const char    *text);
void        bc_fhir_add_words       (const BcFhir  *self,
                                     const char    *text);
void        bc_fhir_add_coding      (const BcFhir  *self,
                                     const char    *system,
                                     const char    *code,
                                     const char    *display);
void        bc_fhir_add_concept     (const BcFhir  *self,
                                     const char    *member,
                                     const char    *system,
                                     const char    *code,
                                     const char    *display,
                                     const char    *text);
void        bc_fhir_add_term        (const BcFhir  *self,
                                     const char    *member,
                                     const char    *vocabulary,
                                     const BcTerms *terms,
                                     int            value);
const char *bc_fhir_get_word        (const BcTerms *terms,
                                     int            value);
void        bc_fhir_add_reference   (const BcFhir  *self,
                                     const char    *member,
                                     const char    *uuid);
void        bc_fhir_add_reference_item (const BcFhir *self,
                                        const char   *uuid); /* to the list that is open */
void        bc_fhir_begin_resource  (const BcFhir  *self,
                                     const char    *type,
                                     const char    *uuid);
void        bc_fhir_end_resource    (const BcFhir  *self);
void        bc_fhir_add_person      (const BcFhir  *self,
                                     const char    *member,
                                     const char    *name);
void        bc_fhir_add_components  (const BcFhir  *self,
                                     BcSymptom     *symptom,
                                     void         (*add) (const BcFhir *self, BcSymptom *symptom));

/* bc-fhir-places.c */
void        bc_fhir_add_place       (const BcFhir  *self,
                                     const char    *member,
                                     guint          area,
                                     BcSide         side,
                                     guint          n_more);
void        bc_fhir_add_body_site   (const BcFhir  *self,
                                     BcSymptom     *symptom,
                                     BcDrawing      drawing);
void        bc_fhir_add_places      (const BcFhir  *self,
                                     BcSymptom     *symptom,
                                     BcDrawing      drawing);

/* bc-fhir-behaviour.c */
void        bc_fhir_begin_component (const BcFhir  *self,
                                     const char    *system,
                                     const char    *code,
                                     const char    *display);
void        bc_fhir_add_behaviour   (const BcFhir  *self,
                                     BcSymptom     *symptom,
                                     gboolean       is_pain);

/* bc-fhir-symptoms.c */
void        bc_fhir_add_symptoms    (const BcFhir  *self);
void        bc_fhir_add_clears      (const BcFhir  *self);

/* bc-fhir-record.c */
void        bc_fhir_add_drawings    (const BcFhir  *self);
void        bc_fhir_add_record      (const BcFhir  *self);

/* bc-fhir-answers.c */
void        bc_fhir_add_answers     (const BcFhir  *self);

G_END_DECLS
