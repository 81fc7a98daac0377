/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_COMPARE_COURSE (bc_compare_course_get_type ())
G_DECLARE_FINAL_TYPE (BcCompareCourse, bc_compare_course, BC, COMPARE_COURSE, GtkWidget)

/*
 * All visits of a chart as a plot, with the numbers of the visit that is read below it, and all numbers on demand.
 * Measured when it is first seen: many visits take a moment.
 */
GtkWidget *bc_compare_course_new       (void);
void       bc_compare_course_set_chart (BcCompareCourse *self,
                                        BcChart         *chart); /* (nullable) */

G_END_DECLS
