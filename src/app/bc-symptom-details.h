/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM_DETAILS (bc_symptom_details_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptomDetails, bc_symptom_details, BC, SYMPTOM_DETAILS, GtkWidget)

/*
 * What is asked about a symptom less often: best, worst, onset, 24 hours, aggravating, easing, notes; and how the
 * symptoms relate, where there are several.
 * Signal: `remove`: the user wants the symptom gone.
 */
GtkWidget *bc_symptom_details_new         (void);
void       bc_symptom_details_set_symptom (BcSymptomDetails *self,
                                           BcChart          *chart,
                                           BcVisit          *visit,
                                           BcSymptom        *symptom); /* all (nullable) */
gboolean   bc_symptom_details_focus       (BcSymptomDetails *self,
                                           const char       *field); /* a property of BcSymptom, or "relation" */

G_END_DECLS
