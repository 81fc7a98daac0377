/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PEN_ROW (bc_pen_row_get_type ())
G_DECLARE_FINAL_TYPE (BcPenRow, bc_pen_row, BC, PEN_ROW, GtkWidget)

/*
 * A pen for each symptom of a visit, and a button for one more.
 * Signals: `chosen` (int, number of a symptom), `confirm` (int, likewise: the active pen was pressed again), `add`.
 */
GtkWidget *bc_pen_row_new    (void);
void       bc_pen_row_update (BcPenRow *self,
                              BcVisit  *visit, /* (nullable) */
                              int       number);

G_END_DECLS
