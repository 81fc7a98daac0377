/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_READ_BACK (bc_read_back_get_type ())
G_DECLARE_FINAL_TYPE (BcReadBack, bc_read_back, BC, READ_BACK, GtkWidget)

/* The chart in words, at most two lines high, so that a slip of the hand is read, or heard. */
GtkWidget *bc_read_back_new       (void);
void       bc_read_back_set_chart (BcReadBack *self,
                                   BcChart    *chart,
                                   BcVisit    *visit); /* both (nullable), at once */

G_END_DECLS
