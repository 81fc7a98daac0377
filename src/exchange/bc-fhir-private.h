/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fhir.h"
#include "bc-json.h"

G_BEGIN_DECLS

/* What the files of the FHIR export share. Private to exchange. */

#define BC_FHIR_LOINC "http://loinc.org"
#define BC_FHIR_OWN "https://bodychart.github.io/ns/fhir/"

/* A bundle on its way. */
typedef struct
{
  JsonBuilder  *builder;
  BcChart      *chart;
  BcVisit      *visit;
  const BcMaps *maps;
  char         *seed;    /* from the chart: same chart, same ids */
  char         *patient; /* where the patient is in the bundle */
} BcFhir;

void  bc_fhir_begin_resource (BcFhir     *self,
                              const char *type,
                              const char *name);
void  bc_fhir_end_resource   (BcFhir     *self);
char *bc_fhir_dup_url        (BcFhir     *self,
                              const char *name) G_GNUC_WARN_UNUSED_RESULT;
void  bc_fhir_add_reference  (BcFhir     *self,
                              const char *member,
                              const char *url);

void  bc_fhir_add_text       (BcFhir     *self,
                              const char *member,
                              const char *text);
void  bc_fhir_add_concept    (BcFhir     *self,
                              const char *member,
                              const char *system,
                              const char *code,
                              const char *display);
void  bc_fhir_add_term       (BcFhir        *self,
                              const char    *member,
                              const char    *system,
                              const BcTerms *terms,
                              int            value);
void  bc_fhir_add_place      (BcFhir     *self,
                              const char *member,
                              BcRegion    region);
void  bc_fhir_append_coding  (BcFhir     *self,
                              const char *system,
                              const char *code,
                              const char *display);

void  bc_fhir_add_symptom    (BcFhir     *self,
                              BcSymptom  *symptom);
void  bc_fhir_add_clear      (BcFhir     *self,
                              BcRegion    region);

G_END_DECLS
