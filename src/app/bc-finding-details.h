/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bc_finding_details_new (const BcFinding *finding,
                                   const BcMaps    *maps);

GtkWidget *bc_finding_details_new_full (const BcFinding *finding,
                                        const BcMaps    *maps);
GtkWidget *bc_reasons_grid_new    (void);
void       bc_reasons_grid_append (GtkGrid         *grid,
                                   const char      *text,
                                   double           weight);

G_END_DECLS
