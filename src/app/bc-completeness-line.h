/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_COMPLETENESS_LINE (bc_completeness_line_get_type ())
G_DECLARE_FINAL_TYPE (BcCompletenessLine, bc_completeness_line, BC, COMPLETENESS_LINE, GtkWidget)

/*
 * One quiet line: what the chart of a visit still lacks. It never blocks anything.
 * Signal: `go` (string): the user wants to fill this in: the id of a BcCompletenessItem, as "symptom:2:depth",
 * "clear", "relation", "aggravating", "easing", "24-hours", "special-questions".
 * bc_symptom_strip_go() takes those of a symptom, and "relation".
 */
GtkWidget *bc_completeness_line_new       (void);
void       bc_completeness_line_set_chart (BcCompletenessLine *self,
                                           BcChart            *chart,
                                           BcVisit            *visit); /* both (nullable), at once */

G_END_DECLS
