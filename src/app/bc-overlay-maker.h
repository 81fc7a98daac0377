/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-dermatome-map.h"
#include "bc-match.h"
#include "bc-overlay.h"

G_BEGIN_DECLS

/* What can be laid over the figure, made from the reference maps. Pure functions: same input, same overlay. */
BcOverlay *bc_overlay_from_pattern    (const BcPattern      *pattern,
                                       BcSide                side) G_GNUC_WARN_UNUSED_RESULT;
BcOverlay *bc_overlay_from_dermatomes (const BcDermatomeMap *map) G_GNUC_WARN_UNUSED_RESULT;
BcOverlay *bc_overlay_from_finding    (const BcFinding      *finding,
                                       const BcEvidence     *evidence) G_GNUC_WARN_UNUSED_RESULT;
char      *bc_overlay_dup_words       (const BcOverlay      *overlay,
                                       BcRegion              region) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char      *bc_map_dup_name            (const BcPattern      *pattern,
                                       BcSide                side) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
