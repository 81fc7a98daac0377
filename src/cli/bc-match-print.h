/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-extent.h"
#include "bc-match-symptoms.h"

G_BEGIN_DECLS

/* At least the first ten findings, as many as a person reads. */
#define BC_MATCH_USUAL_FINDINGS 10

char *bc_match_dup_text (BcChart           *chart,
                         BcVisit           *visit,
                         const BcMaps      *maps,
                         const BcFindings  *findings,
                         const BcBySymptom *by_symptom, /* (nullable) */
                         const BcExtent    *extent,
                         guint              n_findings) G_GNUC_WARN_UNUSED_RESULT;
char *bc_match_dup_json (const char        *file,
                         BcVisit           *visit,
                         const BcMaps      *maps,
                         const BcFindings  *findings,
                         const BcBySymptom *by_symptom, /* (nullable) */
                         const BcExtent    *extent,
                         guint              n_findings) G_GNUC_WARN_UNUSED_RESULT;

/* Not the nearest group but the outermost one, since that is whose share a finding knows. */
const BcGroup *bc_match_get_group (const BcMaps     *maps,
                                   const BcFinding  *finding);

G_END_DECLS
