/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_WHY_NOT (bc_why_not_get_type ())
G_DECLARE_FINAL_TYPE (BcWhyNot, bc_why_not, BC, WHY_NOT, GtkWidget)

/*
 * "Why, or why not?" for any source: a list to choose from, then the full account of one.
 * Signals: `closed`; `changed`: another account is shown, or none.
 */
GtkWidget       *bc_why_not_new          (void);
void             bc_why_not_choose       (BcWhyNot         *self);
void             bc_why_not_show         (BcWhyNot         *self,
                                          const BcPattern  *pattern,
                                          BcSide            side);
void             bc_why_not_set_visit    (BcWhyNot         *self,
                                          const BcEvidence *evidence,  /* (nullable) */
                                          const BcFindings *findings); /* (nullable) */
const BcFinding *bc_why_not_get_finding  (BcWhyNot         *self); /* (nullable) */

G_END_DECLS
