/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_VISIT_BAR (bc_visit_bar_get_type ())
G_DECLARE_FINAL_TYPE (BcVisitBar, bc_visit_bar, BC, VISIT_BAR, GtkWidget)

/* What has to be known of a visit before one works on it: it is signed, by whom, and with what corrections; or what in
 * it is a copy from the last visit that nobody has confirmed. */
GtkWidget *bc_visit_bar_new       (void);
void       bc_visit_bar_set_chart (BcVisitBar *self,
                                   BcChart    *chart, /* (nullable) */
                                   BcVisit    *visit); /* (nullable) */

G_END_DECLS
