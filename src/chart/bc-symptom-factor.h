/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-record.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM_FACTOR (bc_symptom_factor_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptomFactor, bc_symptom_factor, BC, SYMPTOM_FACTOR, BcRecord)

/*
 * One thing that makes a symptom worse or better. Properties: effect (int: BC_ANSWER_AGGRAVATES or BC_ANSWER_EASES),
 * factor (string: id of a factor of the maps, "" where the text says what it is), text (string), onset (int, minutes
 * until it comes on), settle (int, minutes until it has settled, or eased, again), strength (int, NRS-11 0..10: how strong
 * it gets). Numbers are BC_MINUTES_UNKNOWN and BC_NRS_UNKNOWN where not given.
 */
BcSymptomFactor *bc_symptom_factor_new          (void) G_GNUC_WARN_UNUSED_RESULT;
BcAnswerValue    bc_symptom_factor_get_effect   (BcSymptomFactor *self);
const char      *bc_symptom_factor_get_factor   (BcSymptomFactor *self);
const char      *bc_symptom_factor_get_text     (BcSymptomFactor *self);
int              bc_symptom_factor_get_onset    (BcSymptomFactor *self);
int              bc_symptom_factor_get_settle   (BcSymptomFactor *self);
int              bc_symptom_factor_get_strength (BcSymptomFactor *self);

G_END_DECLS
