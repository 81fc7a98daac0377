/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM_TEXTS (bc_symptom_texts_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptomTexts, bc_symptom_texts, BC, SYMPTOM_TEXTS, GtkWidget)

/* What is told of a symptom in words: how it began, its day, what makes it worse and better, notes. */
GtkWidget *bc_symptom_texts_new         (void);
void       bc_symptom_texts_set_symptom (BcSymptomTexts *self,
                                         BcChart        *chart,
                                         BcSymptom      *symptom); /* both (nullable) */
gboolean   bc_symptom_texts_focus       (BcSymptomTexts *self,
                                         const char     *field);

G_END_DECLS
