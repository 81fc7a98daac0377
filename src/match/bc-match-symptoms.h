/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/**
 * BcSources:
 * @BC_SOURCES_OPEN: neither can be said
 * @BC_SOURCES_ONE: one source explains all symptoms better than two do
 * @BC_SOURCES_APART: two sources explain them better than one, and each suits other symptoms
 *
 * Whether the symptoms of a visit have the same source.
 */
typedef enum
{
  BC_SOURCES_OPEN,
  BC_SOURCES_ONE,
  BC_SOURCES_APART
} BcSources;

/**
 * BcSymptomFindings:
 * @number: of the symptom, 1 for P1
 * @findings: of BcFinding, best first, three at most; their regions are this symptom's only
 * @no_fit_share: share of "no pattern in the maps fits"
 * @source: 1 or 2: which source of the visit's pair suits it better, where the sources are apart; else 0
 *
 * What fits a symptom by itself.
 */
typedef struct
{
  int        number;
  GPtrArray *findings;
  double     no_fit_share;
  guint      source;
} BcSymptomFindings;

/**
 * BcBySymptom:
 * @symptoms: of BcSymptomFindings, in the order of the visit: those that are marked. Empty where fewer than two are
 *
 * The symptoms of a visit, each by itself, and whether they belong together.
 */
typedef struct
{
  GPtrArray *symptoms;
  BcSources  sources;
} BcBySymptom;

BcBySymptom *bc_match_symptoms     (BcChart           *chart,
                                    BcVisit           *visit,
                                    const BcFindings  *whole,
                                    const BcMaps      *maps) G_GNUC_WARN_UNUSED_RESULT;
void         bc_by_symptom_free    (BcBySymptom       *self);
const char  *bc_sources_get_id     (BcSources          sources); /* "one" */
const char  *bc_sources_get_text   (BcSources          sources); /* a sentence, translated */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcBySymptom, bc_by_symptom_free)

G_END_DECLS
