/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"
#include "bc-skin-private.h"

G_BEGIN_DECLS

/**
 * BcPlaceMarks:
 * @marked: whether a symptom marks the region, by a click or by enough ink
 *
 * What is marked at one visit, by one symptom or by all.
 */
typedef struct
{
  BcSkin   skin;
  gboolean marked[BC_N_REGIONS + 1];
} BcPlaceMarks;

void bc_place_marks_add     (BcPlaceMarks       *self,
                             BcSymptom          *symptom);
void bc_place_marks_compare (const BcPlaceMarks *before,
                             const BcPlaceMarks *after,
                             BcRegionChanges    *regions,
                             BcSkinChange       *skin);
void bc_place_marks_clear   (BcPlaceMarks       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcPlaceMarks, bc_place_marks_clear)

void bc_comparison_add_answers  (BcComparison *self);
void bc_comparison_add_findings (BcComparison *self,
                                 BcChart      *before_chart,
                                 BcChart      *after_chart,
                                 const BcMaps *maps);

G_END_DECLS
