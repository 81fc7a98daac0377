/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-terms.h"

G_BEGIN_DECLS

#define BC_TYPE_MARK (bc_mark_get_type ())
G_DECLARE_FINAL_TYPE (BcMark, bc_mark, BC, MARK, GObject)

/*
 * Properties: region (uint, 1..BC_N_REGIONS), role (int, BcRole), unconfirmed (int, 0 or 1: of a clear region, a copy
 * from the last visit).
 */
BcMark   *bc_mark_new        (BcRegion  region,
                              BcRole    role) G_GNUC_WARN_UNUSED_RESULT;
BcRegion  bc_mark_get_region (BcMark   *self);
BcRole    bc_mark_get_role   (BcMark   *self);
gboolean  bc_mark_get_unconfirmed (BcMark *self);

G_END_DECLS
