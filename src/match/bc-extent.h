/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

#define BC_EXTENT_N_PARTS (BC_BODY_PART_LOWER_LIMB + 1)
#define BC_EXTENT_N_SIDES 2

/**
 * BcExtent:
 * @share: of the skin of each region, 0..1; element 0 is unused
 * @cm2: marked skin
 * @body_share: marked skin as part of the body's surface, 0..1
 * @part_cm2: @cm2 by #BcBodyPart
 * @side_cm2: @cm2 by the patient's own left and right
 *
 * Pain extent: how much skin is marked, on a body of the figure's size. Plain data.
 */
typedef struct
{
  double share[BC_N_REGIONS + 1];
  double cm2;
  double body_share;
  double part_cm2[BC_EXTENT_N_PARTS];
  double side_cm2[BC_EXTENT_N_SIDES];
} BcExtent;

void   bc_extent_of_symptom (BcChart    *chart,
                             BcSymptom  *symptom,
                             BcExtent   *extent);
void   bc_extent_of_visit   (BcChart    *chart,
                             BcVisit    *visit,
                             BcExtent   *extent);
double bc_extent_join_views (const double shares[BC_N_VIEWS]); /* of one region, 0..1 */

G_END_DECLS
