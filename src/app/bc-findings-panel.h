/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match-symptoms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_FINDINGS_PANEL (bc_findings_panel_get_type ())
G_DECLARE_FINAL_TYPE (BcFindingsPanel, bc_findings_panel, BC, FINDINGS_PANEL, GtkWidget)

/*
 * What fits, how well, and why. Signal `selected`: the chosen finding changed; ask
 * bc_findings_panel_get_selected().
 */
GtkWidget       *bc_findings_panel_new          (void);
void             bc_findings_panel_set_chart    (BcFindingsPanel  *self,
                                                 BcChart          *chart,
                                                 BcVisit          *visit);
void             bc_findings_panel_set_findings (BcFindingsPanel  *self,
                                                 const BcFindings *findings, /* (nullable): hidden */
                                                 const BcEvidence *evidence); /* (nullable) */
void             bc_findings_panel_set_symptoms (BcFindingsPanel  *self,
                                                 const BcBySymptom *by_symptom); /* (nullable) */
const BcFinding *bc_findings_panel_get_selected (BcFindingsPanel  *self); /* (nullable) */
void             bc_findings_panel_unselect     (BcFindingsPanel  *self);
void             bc_findings_panel_ask_why      (BcFindingsPanel  *self,
                                                 const BcPattern  *pattern, /* (nullable): to be chosen */
                                                 BcSide            side);
gboolean         bc_findings_panel_is_asking_why (BcFindingsPanel  *self);

G_END_DECLS
