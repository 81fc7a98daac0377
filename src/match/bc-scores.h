/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-choir.h"
#include "bc-extent.h"
#include "bc-instrument.h"

G_BEGIN_DECLS

/* Left arm, right arm, left leg, right leg, and the axis. */
#define BC_N_PAIN_REGIONS 5
/* So many of them make pain generalised (wolfe2016). */
#define BC_GENERALISED_REGIONS 4

/**
 * BcItemScore:
 * @instrument: (nullable): the items and their sources; %NULL where the maps lack it
 * @marked: of #BcInstrumentItem: those that are painful
 *
 * A score that counts items.
 */
typedef struct
{
  const BcInstrument *instrument;
  GPtrArray          *marked;
} BcItemScore;

/**
 * BcScores:
 * @painful: regions where something hurts, by #BcRegion
 * @n_painful: their number
 * @wpi: Widespread Pain Index, 0 to 19
 * @pain_regions: of the five regions of the body that the generalised-pain criterion counts
 * @generalised: whether pain is generalised by that criterion
 * @mbm: Michigan Body Map, 0 to 35
 * @choir_map: on which map @choir was counted
 * @choir: segments of the CHOIR body map, by the order of its table
 * @n_choir: their number, 0 to 74
 * @extent: marked skin of all symptoms, also of those that do not hurt
 * @part_share: that skin as part of the body's surface, 0..1, by side and #BcBodyPart
 * @part_cm2: likewise in cm²
 * @now: strongest of any symptom, NRS-11 0..10, or %BC_NRS_UNKNOWN
 * @best: likewise at its best
 * @worst: likewise at its worst
 *
 * What the instruments of the literature make of one visit. Plain data.
 */
typedef struct
{
  gboolean    painful[BC_N_REGIONS + 1];
  guint       n_painful;
  BcItemScore wpi;
  guint       pain_regions;
  gboolean    generalised;
  BcItemScore mbm;
  BcChoirMap  choir_map;
  gboolean    choir[BC_N_CHOIR_SEGMENTS];
  guint       n_choir;
  BcExtent    extent;
  double      part_share[BC_EXTENT_N_SIDES][BC_EXTENT_N_PARTS];
  double      part_cm2[BC_EXTENT_N_SIDES][BC_EXTENT_N_PARTS];
  int         now;
  int         best;
  int         worst;
} BcScores;

BcScores *bc_scores_from_visit (BcChart         *chart,
                                BcVisit         *visit,
                                const BcMaps    *maps) G_GNUC_WARN_UNUSED_RESULT;
void      bc_scores_free       (BcScores        *scores);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcScores, bc_scores_free)

gboolean  bc_symptom_hurts     (BcSymptom       *symptom);

G_END_DECLS
