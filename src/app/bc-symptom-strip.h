/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM_STRIP (bc_symptom_strip_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptomStrip, bc_symptom_strip, BC, SYMPTOM_STRIP, GtkWidget)

/*
 * The bar under the figure: tools, pens, and everything that belongs to the active symptom, for mouse and touch.
 * Properties as BcCanvas's, to be bound both ways: chart, visit, tool, symptom-number, brush-width.
 */
GtkWidget *bc_symptom_strip_new       (void);
void       bc_symptom_strip_set_chart (BcSymptomStrip *self,
                                       BcChart        *chart,
                                       BcVisit        *visit); /* both (nullable), at once */
gboolean   bc_symptom_strip_go        (BcSymptomStrip *self,
                                       const char     *what); /* id of a BcCompletenessItem */

G_END_DECLS
