/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"
#include "bc-trend.h"

G_BEGIN_DECLS

/**
 * BcWordsPart:
 * @BC_WORDS_EXTENT: extent, and how far the drawings overlap
 * @BC_WORDS_ANSWERS: answers, and signs that were tested again
 * @BC_WORDS_FINDINGS: what fits, and what is ticked
 *
 * What a sentence on two visits is about.
 */
typedef enum
{
  BC_WORDS_FLAGS,
  BC_WORDS_SYMPTOMS,
  BC_WORDS_EXTENT,
  BC_WORDS_ANSWERS,
  BC_WORDS_CLEARS,
  BC_WORDS_FINDINGS
} BcWordsPart;

/* What changed between two visits in words, and a trend as text: one wording on paper, screen and terminal. */
GPtrArray *bc_words_list_comparison    (const BcComparison *comparison,
                                        const BcMaps       *maps) G_GNUC_WARN_UNUSED_RESULT; /* of char */
GPtrArray *bc_words_list_part          (const BcComparison *comparison,
                                        const BcMaps       *maps,
                                        BcWordsPart         part) G_GNUC_WARN_UNUSED_RESULT; /* of char */
char      *bc_words_dup_extent         (double              cm2,
                                        double              body_share) G_GNUC_WARN_UNUSED_RESULT;
char      *bc_words_dup_percent_change (double              before,
                                        double              after) G_GNUC_WARN_UNUSED_RESULT; /* "7.4 → 0.36 %" */
char      *bc_words_dup_skin           (double              cm2,
                                        double              body_share) G_GNUC_WARN_UNUSED_RESULT;
char      *bc_words_dup_extent_change  (const BcSkinChange *skin) G_GNUC_WARN_UNUSED_RESULT;
char      *bc_words_dup_overlap        (const BcSkinChange *skin) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char      *bc_words_dup_nrs_change     (int                 before,
                                        int                 after) G_GNUC_WARN_UNUSED_RESULT; /* "8 → 4" */
char      *bc_words_dup_symptom_change (const BcSymptomChange *change,
                                        int                   *most) G_GNUC_WARN_UNUSED_RESULT; /* (out) (optional) */
char      *bc_words_dup_symptom_places (const BcSymptomChange *change) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_words_get_symptom_fate (BcSymptomFate       fate); /* "new", ... */
char      *bc_words_dup_trend         (const BcTrend      *trend) G_GNUC_WARN_UNUSED_RESULT; /* a line a visit */

G_END_DECLS
