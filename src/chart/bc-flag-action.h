/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-record.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_FLAG_ACTION (bc_flag_action_get_type ())
G_DECLARE_FINAL_TYPE (BcFlagAction, bc_flag_action, BC, FLAG_ACTION, BcRecord)

/*
 * What was done about one red flag at a visit. Properties: flag (string: id of the red-flag rule), action (int,
 * BcAction), comment, when (ISO 8601 date and time with its offset), who (strings, never NULL), lowered (int, 0 or 1:
 * the flag was taken as less urgent than its rule says, or set aside; only with a comment).
 */
BcFlagAction *bc_flag_action_new         (const char   *flag) G_GNUC_WARN_UNUSED_RESULT;
const char   *bc_flag_action_get_flag    (BcFlagAction *self);
BcAction      bc_flag_action_get_action  (BcFlagAction *self);
const char   *bc_flag_action_get_comment (BcFlagAction *self);
const char   *bc_flag_action_get_when    (BcFlagAction *self);
const char   *bc_flag_action_get_who     (BcFlagAction *self);
gboolean      bc_flag_action_get_lowered (BcFlagAction *self);

G_END_DECLS
