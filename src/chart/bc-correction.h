/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-record.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_CORRECTION (bc_correction_get_type ())
G_DECLARE_FINAL_TYPE (BcCorrection, bc_correction, BC, CORRECTION, BcRecord)

/*
 * What was put right after a visit was signed; what it replaces stays readable. Properties, all strings: when (ISO 8601
 * date and time with its offset), who, field (what is corrected: "plan", "P1/onset"; see bc_visit_dup_field()), before
 * (what was there), after (what should be there).
 */
BcCorrection *bc_correction_new        (void) G_GNUC_WARN_UNUSED_RESULT;
const char   *bc_correction_get_when   (BcCorrection *self);
const char   *bc_correction_get_who    (BcCorrection *self);
const char   *bc_correction_get_field  (BcCorrection *self);
const char   *bc_correction_get_before (BcCorrection *self);
const char   *bc_correction_get_after  (BcCorrection *self);

G_END_DECLS
