/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit-pictures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_VISIT_ROW (bc_visit_row_get_type ())
G_DECLARE_FINAL_TYPE (BcVisitRow, bc_visit_row, BC, VISIT_ROW, GtkWidget)

/* A visit in the side bar: picture, day, worst intensity and extent. Rows are used again for other visits. */
GtkWidget *bc_visit_row_new        (BcVisitPictures *pictures);
void       bc_visit_row_set_visit  (BcVisitRow      *self,
                                    BcVisit         *visit, /* (nullable) */
                                    guint            number, /* 1 is the oldest */
                                    guint            n_visits);
BcVisit   *bc_visit_row_get_visit  (BcVisitRow      *self); /* (transfer none) (nullable) */
guint      bc_visit_row_get_number (BcVisitRow      *self); /* 1 is the oldest */
void       bc_visit_row_update     (BcVisitRow      *self); /* after its visit changed */
void       bc_visit_row_repaint    (BcVisitRow      *self); /* after its picture was painted */

G_END_DECLS
