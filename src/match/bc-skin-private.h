/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-coverage.h"

G_BEGIN_DECLS

/**
 * BcSkin:
 * @figure: the figure that all is brought to
 * @views: what is drawn in each view; %NULL where nothing is
 * @clicked: the regions that are marked as a whole
 *
 * Marked skin while it is gathered: one coverage a view, so that ink that was put on twice counts once. Starts as all
 * zero but for @figure.
 */
typedef struct
{
  BcFigureId  figure;
  BcCoverage *views[BC_N_VIEWS];
  gboolean    clicked[BC_N_REGIONS + 1];
} BcSkin;

void   bc_skin_add_symptom (BcSkin       *self,
                            BcSymptom    *symptom);
void   bc_skin_add_visit   (BcSkin       *self,
                            BcVisit      *visit);
double bc_skin_get_share   (const BcSkin *self,
                            BcRegion      region); /* 0..1 */
void   bc_skin_overlap     (const BcSkin *self,
                            const BcSkin *other,
                            double        shares[BC_N_REGIONS + 1]); /* 0..1; element 0 is left alone */
void   bc_skin_clear       (BcSkin       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcSkin, bc_skin_clear)

G_END_DECLS
