/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-place-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcPlaceUse:
 * @BC_PLACE_MARK: mark the regions with the active tool
 * @BC_PLACE_SHOW: only bring the region into sight
 * @BC_PLACE_MAP: lay the map over the figure
 *
 * What a user wants of a place that was found.
 */
typedef enum
{
  BC_PLACE_MARK,
  BC_PLACE_SHOW,
  BC_PLACE_MAP
} BcPlaceUse;

#define BC_TYPE_PLACE_POPOVER (bc_place_popover_get_type ())
G_DECLARE_FINAL_TYPE (BcPlacePopover, bc_place_popover, BC, PLACE_POPOVER, GtkPopover)

/*
 * Finds regions and maps by name. Enter does the plain thing: it marks a region, or lays a map over the figure.
 * Shift+Enter, and the button of a row, does the other: shows a region only, or marks a map's regions.
 * Signal: `chosen` (const BcPlace *, valid during the call; int, BcPlaceUse).
 */
GtkWidget *bc_place_popover_new       (void);
void       bc_place_popover_show_maps (BcPlacePopover *self,
                                       gboolean        show); /* FALSE while the patient looks on */

G_END_DECLS
