/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/* Members of the largest group of regions that are met together. */
#define BC_TARGET_MOST 8

/* What is hit at a place: the region there, one close by, and, with large targets, its group. */
BcRegion bc_target_hit         (const BcView   *view,
                                double          x,
                                double          y,
                                double          reach); /* mm */
guint    bc_target_get_regions (const BcView   *view,
                                BcRegion        region,
                                double          scale,  /* pixels a mm */
                                BcRegion       *regions); /* [BC_TARGET_MOST], @region first */
char    *bc_target_dup_name    (const BcRegion *regions,
                                guint           n_regions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
