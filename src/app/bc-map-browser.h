/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_MAP_BROWSER (bc_map_browser_get_type ())
G_DECLARE_FINAL_TYPE (BcMapBrowser, bc_map_browser, BC, MAP_BROWSER, GtkWidget)

/*
 * Every map to look at: a list that can be searched, and a page for the one that is chosen; on a narrow window one
 * after the other.
 * Signals: `closed`; `show-map` and `explain` (const BcPattern *, int BcSide), as those of BcMapPage.
 */
GtkWidget *bc_map_browser_new       (void);
void       bc_map_browser_open      (BcMapBrowser    *self,
                                     const BcPattern *pattern, /* (nullable): as it was left */
                                     BcSide           side);
void       bc_map_browser_set_chart (BcMapBrowser    *self,
                                     gboolean         has_chart,
                                     BcFigureId       figure);
void       bc_map_browser_search    (BcMapBrowser    *self);
void       bc_map_browser_back      (BcMapBrowser    *self); /* one step: the search, the page, the browser */

G_END_DECLS
