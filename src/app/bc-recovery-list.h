/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_RECOVERY_LIST (bc_recovery_list_get_type ())
G_DECLARE_FINAL_TYPE (BcRecoveryList, bc_recovery_list, BC, RECOVERY_LIST, GtkWidget)

GtkWidget *bc_recovery_list_new    (void);
void       bc_recovery_list_update (BcRecoveryList *self);

G_END_DECLS
