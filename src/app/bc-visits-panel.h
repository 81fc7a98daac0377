/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_VISITS_PANEL (bc_visits_panel_get_type ())
G_DECLARE_FINAL_TYPE (BcVisitsPanel, bc_visits_panel, BC, VISITS_PANEL, GtkWidget)

/*
 * The visits of a chart, newest first, each with a small picture.
 *
 * Signal `chosen` (BcVisit *visit): the user wants to see another visit.
 */
GtkWidget *bc_visits_panel_new           (void);
void       bc_visits_panel_set_chart     (BcVisitsPanel *self,
                                          BcChart       *chart, /* (nullable) */
                                          BcVisit       *visit); /* (nullable): the one that is shown */
guint      bc_visits_panel_get_n_painted (BcVisitsPanel *self); /* pictures, so far */

G_END_DECLS
