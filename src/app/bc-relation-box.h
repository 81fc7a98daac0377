/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_RELATION_BOX (bc_relation_box_get_type ())
G_DECLARE_FINAL_TYPE (BcRelationBox, bc_relation_box, BC, RELATION_BOX, GtkWidget)

/* How the symptoms of a visit belong together: what is usually said is one tap, the rest is typed. */
GtkWidget *bc_relation_box_new       (void);
void       bc_relation_box_set_visit (BcRelationBox *self,
                                      BcChart       *chart,
                                      BcVisit       *visit); /* both (nullable) */

G_END_DECLS
