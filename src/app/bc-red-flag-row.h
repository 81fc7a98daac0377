/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_RED_FLAG_ROW (bc_red_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (BcRedFlagRow, bc_red_flag_row, BC, RED_FLAG_ROW, GtkWidget)

/*
 * One red flag: what it points to, how urgent it is, what was done about it, and a form below to record that.
 */
GtkWidget       *bc_red_flag_row_new       (const BcRedFlag *flag,
                                            BcChart         *chart, /* both (nullable), at once */
                                            BcVisit         *visit);
const BcRedFlag *bc_red_flag_row_get_flag  (BcRedFlagRow    *self);
void             bc_red_flag_row_update    (BcRedFlagRow    *self); /* what was done may have changed */
void             bc_red_flag_row_open_form (BcRedFlagRow    *self);

G_END_DECLS
