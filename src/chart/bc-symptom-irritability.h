/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-symptom.h"

G_BEGIN_DECLS

/**
 * BcIrritable:
 *
 * How irritable a symptom is, by the clock.
 */
typedef enum
{
  BC_IRRITABLE_UNKNOWN,
  BC_IRRITABLE_LOW,
  BC_IRRITABLE_MODERATE,
  BC_IRRITABLE_HIGH
} BcIrritable;

BcIrritable bc_symptom_get_irritability (BcSymptom   *symptom);
const char *bc_irritable_get_name       (BcIrritable  level); /* (nullable), translated */

G_END_DECLS
