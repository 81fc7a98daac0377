/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

G_BEGIN_DECLS

/**
 * BcDrawingDifference:
 * @symptom: of which there are two drawings
 * @patient: (element-type BcRegion): regions that only the patient's marks
 * @clinician: (element-type BcRegion): regions that only the clinician's marks
 * @roles: (element-type BcRegion): regions that both mark, where it sits for one and spreads for the other
 *
 * Where two drawings of a symptom differ. All may be empty where only strokes are others.
 */
typedef struct
{
  BcSymptom *symptom;
  GArray    *patient;
  GArray    *clinician;
  GArray    *roles;
} BcDrawingDifference;

GPtrArray *bc_visit_list_differences (BcVisit *visit) G_GNUC_WARN_UNUSED_RESULT; /* of BcDrawingDifference */

G_END_DECLS
