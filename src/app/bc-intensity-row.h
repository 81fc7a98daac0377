/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_INTENSITY_ROW (bc_intensity_row_get_type ())
G_DECLARE_FINAL_TYPE (BcIntensityRow, bc_intensity_row, BC, INTENSITY_ROW, GtkWidget)

/*
 * Eleven buttons, 0 to 10 (NRS-11): one tap answers, a tap on the pressed one takes the answer back.
 * Signal: `chosen` (int, BC_NRS_UNKNOWN for taken back); the row shows a new value only when it is set.
 */
GtkWidget *bc_intensity_row_new       (const char     *name); /* what is rated, as "Now" */
void       bc_intensity_row_set_value (BcIntensityRow *self,
                                       int             nrs);
int        bc_intensity_row_get_value (BcIntensityRow *self);

G_END_DECLS
