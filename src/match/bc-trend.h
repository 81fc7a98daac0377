/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/**
 * BcTrendVisit:
 * @date: ISO 8601 day; belongs to the trend
 * @cm2: marked skin of all symptoms together
 * @body_share: likewise, of the body's surface, 0..1
 * @n_regions: how many regions any symptom marks
 */
typedef struct
{
  char   *date;
  double  cm2;
  double  body_share;
  guint   n_regions;
} BcTrendVisit;

/**
 * BcTrendIntensity:
 * @now: NRS-11 0 to 10, or %BC_NRS_UNKNOWN
 * @resolved: the symptom is told to be gone
 *
 * What one visit says of one symptom; all unknown where the symptom is not recorded.
 */
typedef struct
{
  int      now;
  int      best;
  int      worst;
  gboolean resolved;
} BcTrendIntensity;

/**
 * BcTrendSymptom:
 * @number: 1 for P1
 * @visits: of BcTrendIntensity, one a visit
 */
typedef struct
{
  int     number;
  GArray *visits;
} BcTrendSymptom;

/**
 * BcTrend:
 * @visits: of BcTrendVisit, oldest first
 * @symptoms: of BcTrendSymptom, by number
 *
 * How a patient fared over all visits. Plain data.
 */
typedef struct
{
  GArray    *visits;
  GPtrArray *symptoms;
} BcTrend;

BcTrend *bc_trend_new  (BcChart  *chart,
                          BcVisit  *last) G_GNUC_WARN_UNUSED_RESULT;
void      bc_trend_free (BcTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcTrend, bc_trend_free)

G_END_DECLS
