/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PATIENT_PANEL (bc_patient_panel_get_type ())
G_DECLARE_FINAL_TYPE (BcPatientPanel, bc_patient_panel, BC, PATIENT_PANEL, GtkWidget)

/* Who the patient is, which figure is drawn, and the notes and plan of the visit. */
GtkWidget *bc_patient_panel_new       (void);
void       bc_patient_panel_set_chart (BcPatientPanel *self,
                                       BcChart        *chart,
                                       BcVisit        *visit);
void       bc_patient_panel_commit    (BcPatientPanel *self); /* dates that are still being typed */
void       bc_patient_panel_start     (BcPatientPanel *self); /* puts the cursor into the name */

G_END_DECLS
