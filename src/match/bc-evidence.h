/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-region.h"
#include "bc-symptom-irritability.h"

G_BEGIN_DECLS

/**
 * BcEvidence:
 * @share: covered share of the region's true skin area, 0..1; a clicked region is 1, one that is not marked 0
 * @clarity: how clearly a marked region is meant, 0..1: a clicked region is 1, one that a stroke only just marks 0
 * @nrs: strongest intensity there, NRS-11 0..10, or %BC_NRS_UNKNOWN
 * @qualities: what is felt there, flags
 * @site: the symptom sits there
 * @radiation: the symptom travels there
 * @clear: asked about and free of symptoms
 * @elsewhere: only another symptom marks it, so that it says nothing here; never of a whole visit
 * @told: the patient's drawing marks it, where the clinician's counts for the symptom; for red flags only
 * @told_qualities: what is felt there by that drawing, flags
 * @symptoms: which symptoms of the visit mark it: bit 0 the first, ... bit 31 the 32nd and all later ones
 * @now: strongest intensity of any symptom at present, NRS-11 0..10, or %BC_NRS_UNKNOWN
 * @constant: the symptom of that intensity never stops
 * @irritable: of the most irritable symptom, by the clock
 * @answers: id to BcAnswerValue (GINT_TO_POINTER), owned
 *
 * A visit as the matcher sees it. Arrays are indexed by BcRegion (element 0 is unused). Plain data.
 */
typedef struct
{
  double      share[BC_N_REGIONS + 1];
  double      clarity[BC_N_REGIONS + 1];
  gint8       nrs[BC_N_REGIONS + 1];
  guint16     qualities[BC_N_REGIONS + 1];
  gboolean    site[BC_N_REGIONS + 1];
  gboolean    radiation[BC_N_REGIONS + 1];
  gboolean    clear[BC_N_REGIONS + 1];
  gboolean    elsewhere[BC_N_REGIONS + 1];
  gboolean    told[BC_N_REGIONS + 1];
  guint16     told_qualities[BC_N_REGIONS + 1];
  guint32     symptoms[BC_N_REGIONS + 1];
  gboolean    deep[BC_N_REGIONS + 1];
  gboolean    superficial[BC_N_REGIONS + 1];
  int         now;
  gboolean    constant;
  BcIrritable irritable;
  int         age; /* years, BC_AGE_UNKNOWN */
  BcSex       sex;
  GHashTable *answers;
} BcEvidence;

BcEvidence    *bc_evidence_new        (void) G_GNUC_WARN_UNUSED_RESULT;
BcEvidence    *bc_evidence_from_visit (BcChart          *chart,
                                       BcVisit          *visit) G_GNUC_WARN_UNUSED_RESULT;
BcEvidence    *bc_evidence_from_symptom (BcChart        *chart,
                                         BcVisit        *visit,
                                         BcSymptom      *symptom) G_GNUC_WARN_UNUSED_RESULT;
void           bc_evidence_free       (BcEvidence       *evidence);
gboolean       bc_evidence_is_marked  (const BcEvidence *evidence,
                                       BcRegion          region);
guint          bc_evidence_count      (const BcEvidence *evidence); /* marked regions */
BcAnswerValue  bc_evidence_get_answer (const BcEvidence *evidence,
                                       const char       *id);
void           bc_evidence_mark       (BcEvidence       *evidence,
                                       BcRegion          region,
                                       guint             qualities,
                                       BcRole            role); /* for tests and readers of other formats */
void           bc_evidence_mark_part  (BcEvidence       *evidence,
                                       BcRegion          region,
                                       guint             qualities,
                                       BcRole            role,
                                       double            share,
                                       double            clarity);
void           bc_evidence_answer     (BcEvidence       *evidence,
                                       const char       *id,
                                       BcAnswerValue     value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcEvidence, bc_evidence_free)

G_END_DECLS
