/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/**
 * BcUnderstoodLine:
 * @number: of the symptom
 * @drawing: which one to look at for it
 * @region: where to look
 * @label: what it is about, as "P1, only the patient"
 * @text: the places and how much skin they are, as "right: shin; 0.66 % of the body (120 cm²)"
 *
 * One way in which the patient's and the clinician's drawing of a symptom differ.
 */
typedef struct
{
  int       number;
  BcDrawing drawing;
  BcRegion  region;
  char     *label;
  char     *text;
} BcUnderstoodLine;

/* Where the two drawings of a visit differ, in words: one wording on paper, screen and as text. */
GPtrArray *bc_words_list_understood (BcChart *chart,
                                     BcVisit *visit) G_GNUC_WARN_UNUSED_RESULT; /* of BcUnderstoodLine */
char      *bc_words_dup_understood  (BcVisit *visit) G_GNUC_WARN_UNUSED_RESULT; /* (nullable): whose drawing counts */

G_END_DECLS
