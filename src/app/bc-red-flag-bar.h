/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_RED_FLAG_BAR (bc_red_flag_bar_get_type ())
G_DECLARE_FINAL_TYPE (BcRedFlagBar, bc_red_flag_bar, BC, RED_FLAG_BAR, GtkWidget)

/* The red flags that fired, above everything else; no bar where there are none. */
GtkWidget *bc_red_flag_bar_new       (void);
void       bc_red_flag_bar_set_chart (BcRedFlagBar    *self,
                                      BcChart         *chart, /* both (nullable), at once */
                                      BcVisit         *visit);
void       bc_red_flag_bar_set_flags (BcRedFlagBar    *self,
                                      const GPtrArray *all); /* (nullable), of const BcRedFlag */

G_END_DECLS
