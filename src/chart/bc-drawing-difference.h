/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

G_BEGIN_DECLS

/**
 * BcDrawingDifference:
 * @symptom: of which there are two drawings
 * @patient: (element-type BcRegion): regions that only the patient's marks
 * @clinician: (element-type BcRegion): regions that only the clinician's marks
 *
 * Where two drawings of a symptom differ.
 */
typedef struct
{
  BcSymptom *symptom;
  GArray    *patient;
  GArray    *clinician;
} BcDrawingDifference;

GPtrArray *bc_visit_list_differences (BcVisit *visit) G_GNUC_WARN_UNUSED_RESULT; /* of BcDrawingDifference */

G_END_DECLS
