/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match-symptoms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM_UNITS (bc_symptom_units_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptomUnits, bc_symptom_units, BC, SYMPTOM_UNITS, GtkWidget)

/*
 * Chooses whose findings are shown, the whole visit's or one symptom's, and says whether the symptoms point to
 * different sources. Nothing to see where fewer than two symptoms are marked.
 * Signal: `chosen` (int: number of the symptom, 0 for the whole visit).
 */
GtkWidget *bc_symptom_units_new (void);
void       bc_symptom_units_set (BcSymptomUnits    *self,
                                 const BcBySymptom *by_symptom, /* (nullable) */
                                 const BcFindings  *findings,
                                 int                symptom);
/* What each symptom suits by itself, one a line: "P1: L5 radicular pain, right". */
char      *bc_symptom_units_dup_text (const BcBySymptom *by_symptom,
                                      const BcFindings  *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
