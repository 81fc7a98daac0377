/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-dermatome-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcOverlayKind:
 *
 * What a user wants to see over the figure: nothing, the chart of dermatomes, or one map.
 */
typedef enum
{
  BC_OVERLAY_NONE,
  BC_OVERLAY_DERMATOMES,
  BC_OVERLAY_MAP
} BcOverlayKind;

#define BC_TYPE_OVERLAY_MENU (bc_overlay_menu_get_type ())
G_DECLARE_FINAL_TYPE (BcOverlayMenu, bc_overlay_menu, BC, OVERLAY_MENU, GtkPopover)

/*
 * Chooses what lies over the figure: none, the dermatomes, or any map by name and side.
 * Signals: `chosen` (int, BcOverlayKind; const BcPattern *, (nullable); int, BcSide); `rival-chosen` (const
 * BcDermatomeMap *): which of the maps of all dermatomes is shown for them, before `chosen`.
 */
GtkWidget *bc_overlay_menu_new        (void);
void       bc_overlay_menu_set_choice (BcOverlayMenu   *self,
                                       BcOverlayKind    kind,
                                       const BcPattern *pattern, /* (nullable) */
                                       BcSide           side); /* shown, without `chosen` */
void       bc_overlay_menu_set_rival  (BcOverlayMenu        *self,
                                       const BcDermatomeMap *rival);

G_END_DECLS
