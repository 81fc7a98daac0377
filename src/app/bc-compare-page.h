/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_COMPARE_PAGE (bc_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (BcComparePage, bc_compare_page, BC, COMPARE_PAGE, GtkWidget)

/*
 * Two visits of a chart side by side and over each other, what changed in words, and the trend over all visits.
 * Signal: `closed`.
 */
GtkWidget *bc_compare_page_new       (void);
void       bc_compare_page_set_chart (BcComparePage *self,
                                      BcChart       *chart,  /* (nullable) */
                                      BcVisit       *shown,  /* (nullable): the last */
                                      gboolean       findings);
void       bc_compare_page_choose    (BcComparePage *self,
                                      guint          before, /* positions in the chart */
                                      guint          after);

G_END_DECLS
