/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_MAP_LIST (bc_map_list_get_type ())
G_DECLARE_FINAL_TYPE (BcMapList, bc_map_list, BC, MAP_LIST, GtkWidget)

/*
 * All maps by family, or those that a search finds, best first, with what of them was met.
 * Signals: `selected` (const BcPattern *): the keyboard or the pointer is on it; `activated` (const BcPattern *): it was
 * clicked, or Enter was pressed.
 */
GtkWidget *bc_map_list_new    (void);
void       bc_map_list_select (BcMapList       *self,
                               const BcPattern *pattern); /* without a signal; what is searched for goes */
void       bc_map_list_search (BcMapList       *self); /* the keyboard goes to the field */
gboolean   bc_map_list_clear  (BcMapList       *self); /* empties the field; FALSE where it was empty */

G_END_DECLS
