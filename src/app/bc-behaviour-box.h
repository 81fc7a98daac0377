/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_BEHAVIOUR_BOX (bc_behaviour_box_get_type ())
G_DECLARE_FINAL_TYPE (BcBehaviourBox, bc_behaviour_box, BC, BEHAVIOUR_BOX, GtkWidget)

/* How a symptom behaves: what makes it worse and better, with times; irritability; onset; 24 hours. */
GtkWidget *bc_behaviour_box_new         (void);
void       bc_behaviour_box_set_symptom (BcBehaviourBox *self,
                                         BcChart        *chart, /* (nullable) */
                                         BcSymptom      *symptom); /* (nullable) */

G_END_DECLS
