/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

/*
 * Evidence from one line of text, words separated by spaces:
 *   leg-lateral-right:tingling:numbness   the symptom sits there and feels like that
 *   >great-toe-right:tingling             it travels there
 *   !groin-right                          asked about and clear
 *   +d-slr  ~d-slr                        answered yes, no
 *   sitting=aggravates                    a factor
 *   deep  superficial                     of every mark before it
 *   now:7  constant                       how strong the worst symptom is now, and that it never stops
 *   @70                                   years of age
 *   female  male
 */
BcEvidence *evidence_from_text  (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
BcEvidence *random_evidence     (guint32           seed) G_GNUC_WARN_UNUSED_RESULT;
BcEvidence *mirror_evidence     (const BcEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;
gboolean    has_region          (const GArray     *regions,
                                 BcRegion          region);
int         rank_of             (const BcFindings *findings,
                                 const char       *patterns); /* separated by spaces; 0 is first, -1 is none */
gboolean    has_flag            (const BcFindings *findings,
                                 const char       *id);
gboolean    asks                (const BcFindings *findings,
                                 const char       *id);
double      score_of            (const char       *text,
                                 const char       *pattern,
                                 BcSide            side);
