/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-record.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_LINK (bc_link_get_type ())
G_DECLARE_FINAL_TYPE (BcLink, bc_link, BC, LINK, BcRecord)

/*
 * Whether one symptom brings another on. Properties: from, to (int: numbers of symptoms of the visit), value (int:
 * BC_ANSWER_YES or BC_ANSWER_NO; where it is not known there is no link).
 */
BcLink *      bc_link_new       (void) G_GNUC_WARN_UNUSED_RESULT;
int           bc_link_get_from  (BcLink *self);
int           bc_link_get_to    (BcLink *self);
BcAnswerValue bc_link_get_value (BcLink *self);

G_END_DECLS
