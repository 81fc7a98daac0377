/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_DRAWING_BAR (bc_drawing_bar_get_type ())
G_DECLARE_FINAL_TYPE (BcDrawingBar, bc_drawing_bar, BC, DRAWING_BAR, GtkWidget)

/*
 * Above the figure: whose drawing is shown and changed, and where the two differ. Its buttons are actions of the window.
 * Property: open (boolean): the list of differences shows. Signal `chosen` (int number, guint region): a difference of
 * that symptom is to be looked at there.
 */
GtkWidget *bc_drawing_bar_new         (void);
void       bc_drawing_bar_set_chart   (BcDrawingBar *self,
                                       BcChart      *chart,
                                       BcVisit      *visit); /* both (nullable), at once */
void       bc_drawing_bar_set_drawing (BcDrawingBar *self,
                                       BcDrawing     drawing);
void       bc_drawing_bar_set_symptom (BcDrawingBar *self,
                                       int           number); /* 0 for none */

G_END_DECLS
