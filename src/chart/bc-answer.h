/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_ANSWER (bc_answer_get_type ())
G_DECLARE_FINAL_TYPE (BcAnswer, bc_answer, BC, ANSWER, GObject)

/*
 * Properties: id (string, construct only: of a discriminator, an answer or a factor), value (int, BcAnswerValue),
 * unconfirmed (int, 0 or 1: a copy from the last visit).
 */
BcAnswer      *bc_answer_new       (const char    *id,
                                    BcAnswerValue  value) G_GNUC_WARN_UNUSED_RESULT;
const char    *bc_answer_get_id    (BcAnswer      *self);
BcAnswerValue  bc_answer_get_value (BcAnswer      *self);
gboolean       bc_answer_get_unconfirmed (BcAnswer *self);

#define BC_TYPE_TICK (bc_tick_get_type ())
G_DECLARE_FINAL_TYPE (BcTick, bc_tick, BC, TICK, GObject)

/* A finding that the clinician ticked for the summary: pattern id and side. Both are fixed. */
BcTick        *bc_tick_new         (const char    *pattern,
                                    int            side) G_GNUC_WARN_UNUSED_RESULT; /* BcSide */
const char    *bc_tick_get_pattern (BcTick        *self);
int            bc_tick_get_side    (BcTick        *self);

G_END_DECLS
