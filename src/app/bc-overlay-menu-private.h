/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-overlay-menu.h"

G_BEGIN_DECLS

struct _BcOverlayMenu
{
  GtkPopover            parent_instance;

  BcOverlayKind         kind;
  const BcPattern      *pattern;
  BcSide                side;

  GtkWidget            *none;
  GtkWidget            *dermatomes;
  GtkWidget            *rivals; /* a radio button for each map of all dermatomes */
  const BcDermatomeMap *rival;  /* the one that is shown for dermatomes */
  GtkWidget            *side_buttons[2];
  GtkWidget            *entry;
  GtkWidget            *list; /* filled when first shown */
  GtkWidget            *status;
};

/* bc-overlay-menu.c */
void       bc_overlay_menu_choose    (BcOverlayMenu   *self,
                                      BcOverlayKind    kind,
                                      const BcPattern *pattern); /* (nullable) */

/* bc-overlay-menu-list.c */
GtkWidget *bc_overlay_menu_new_entry (BcOverlayMenu   *self);
GtkWidget *bc_overlay_menu_new_list  (BcOverlayMenu   *self);
void       bc_overlay_menu_fill_list (BcOverlayMenu   *self);
void       bc_overlay_menu_select    (BcOverlayMenu   *self,
                                      const BcPattern *pattern); /* (nullable): none */

G_END_DECLS
