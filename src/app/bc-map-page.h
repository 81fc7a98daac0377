/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_MAP_PAGE (bc_map_page_get_type ())
G_DECLARE_FINAL_TYPE (BcMapPage, bc_map_page, BC, MAP_PAGE, GtkWidget)

/*
 * All that is known of one map: its picture, what it says, and on what that rests.
 * Signals: `show-map` and `explain` (const BcPattern *, int BcSide): a button asked for the map on the chart, or why it
 * fits the chart or not.
 */
GtkWidget       *bc_map_page_new         (void);
void             bc_map_page_set_map     (BcMapPage       *self,
                                          const BcPattern *pattern, /* (nullable): the start */
                                          BcSide           side);
void             bc_map_page_set_figure  (BcMapPage       *self,
                                          BcFigureId       figure);
void             bc_map_page_set_chart   (BcMapPage       *self,
                                          gboolean         has_chart); /* there is one to show the map on */
const BcPattern *bc_map_page_get_pattern (BcMapPage       *self); /* (nullable) */

G_END_DECLS
