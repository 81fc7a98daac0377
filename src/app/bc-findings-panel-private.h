/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-finding-row.h"
#include "bc-findings-panel.h"

G_BEGIN_DECLS

struct _BcFindingsPanel
{
  GtkWidget          parent_instance;

  BcChart           *chart;
  BcVisit           *visit;
  const BcFindings  *findings;
  const BcBySymptom *by_symptom; /* (nullable) */
  int                symptom;    /* whose findings are shown; 0: the whole visit's */
  char              *selected_pattern; /* the choice outlives the findings that it was made in */
  BcSide             selected_side;
  BcFindingRow      *open_row;

  GtkWidget         *stack;
  GtkWidget         *units; /* the whole visit, P1, P2, ... */
  GtkWidget         *understood; /* whose drawing was matched */
  GtkWidget         *list;
  GtkWidget         *why; /* the account of any source, in the place of the findings */
};

/* bc-findings-panel.c */
void                     bc_findings_panel_emit_selected (BcFindingsPanel *self);

/* bc-findings-panel-list.c */
GtkWidget               *bc_findings_panel_new_list      (BcFindingsPanel *self);
void                     bc_findings_panel_choose        (BcFindingsPanel *self,
                                                          BcFindingRow    *row); /* (nullable): none */
const BcSymptomFindings *bc_findings_panel_get_symptom   (BcFindingsPanel *self); /* (nullable) */
void                     bc_findings_panel_clear         (BcFindingsPanel *self);
void                     bc_findings_panel_fill          (BcFindingsPanel *self);

G_END_DECLS
