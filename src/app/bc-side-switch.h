/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_SIDE_SWITCH (bc_side_switch_get_type ())
G_DECLARE_FINAL_TYPE (BcSideSwitch, bc_side_switch, BC, SIDE_SWITCH, GtkWidget)

/*
 * The side of a source: right, left, and both where it is felt on both. Signal: `chosen` (int, BcSide).
 */
GtkWidget *bc_side_switch_new (void);
void       bc_side_switch_set (BcSideSwitch    *self,
                               const BcPattern *pattern,
                               BcSide           side); /* shown, without `chosen`; hidden where @pattern has no sides */

G_END_DECLS
