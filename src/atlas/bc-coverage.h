/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"
#include "bc-stroke-point.h"

G_BEGIN_DECLS

/**
 * BcCoverage:
 *
 * What ink covers in one view: a bit for each mm2 of the body there, laid over the view's id buffer. Ink that is put
 * on twice counts once, and ink beside the body not at all.
 */
typedef struct _BcCoverage BcCoverage;

BcCoverage *bc_coverage_new        (const BcView        *view) G_GNUC_WARN_UNUSED_RESULT;
void        bc_coverage_free       (BcCoverage          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcCoverage, bc_coverage_free)

void        bc_coverage_add_stroke (BcCoverage          *self,
                                    const BcStrokePoint *points,
                                    guint                n_points,
                                    double               width); /* mm */
void        bc_coverage_add_region (BcCoverage          *self,
                                    BcRegion             region);
BcCoverage *bc_coverage_intersect  (const BcCoverage    *self,
                                    const BcCoverage    *other) G_GNUC_WARN_UNUSED_RESULT;
guint       bc_coverage_count      (const BcCoverage    *self,
                                    BcRegion             region); /* mm2 of the drawing */
double      bc_coverage_get_share  (const BcCoverage    *self,
                                    BcRegion             region); /* of the region's skin, 0..1 */
GArray     *bc_coverage_measure    (const BcView        *view,
                                    const BcStrokePoint *points,
                                    guint                n_points,
                                    double               width) G_GNUC_WARN_UNUSED_RESULT; /* of BcCover */

G_END_DECLS
