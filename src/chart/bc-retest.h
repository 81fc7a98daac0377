/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-record.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_RETEST (bc_retest_get_type ())
G_DECLARE_FINAL_TYPE (BcRetest, bc_retest, BC, RETEST, BcRecord)

/*
 * A sign to test again next time, which physiotherapists mark with an asterisk. Properties: sign (string: what is
 * tested), result (string: what was found at this visit).
 */
BcRetest *  bc_retest_new        (void) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_retest_get_sign   (BcRetest *self);
const char *bc_retest_get_result (BcRetest *self);

G_END_DECLS
