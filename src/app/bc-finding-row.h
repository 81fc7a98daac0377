/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_FINDING_ROW (bc_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (BcFindingRow, bc_finding_row, BC, FINDING_ROW, GtkListBoxRow)

/*
 * One line of the findings: a group of near twins, headed by its best member, or a pattern that stands alone.
 * Opening it shows why. Signals: `shown` (after another twin was chosen; ask bc_finding_row_get_finding()),
 * `ticked` (gboolean): the clinician wants it in the summary.
 */
GtkWidget       *bc_finding_row_new          (GPtrArray       *twins,
                                              const BcMaps    *maps); /* of const BcFinding, best first */
const BcFinding *bc_finding_row_get_finding  (BcFindingRow    *self);
gboolean         bc_finding_row_holds        (BcFindingRow    *self,
                                              const char      *pattern,
                                              BcSide           side);
void             bc_finding_row_show         (BcFindingRow    *self,
                                              const BcFinding *finding);
void             bc_finding_row_set_open     (BcFindingRow    *self,
                                              gboolean         open);
void             bc_finding_row_show_tick    (BcFindingRow    *self,
                                              BcVisit         *visit);
void             bc_finding_row_grab_tick     (BcFindingRow    *self);
char            *bc_share_dup_text           (double           share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
