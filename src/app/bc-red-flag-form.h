/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_RED_FLAG_FORM (bc_red_flag_form_get_type ())
G_DECLARE_FINAL_TYPE (BcRedFlagForm, bc_red_flag_form, BC, RED_FLAG_FORM, GtkWidget)

/*
 * Asks what was done about a red flag: action, words, by whom, and whether it was taken as less urgent, which needs
 * words. Signal: `closed`: recorded, removed, or given up.
 */
GtkWidget *bc_red_flag_form_new   (const char    *flag,
                                   BcChart       *chart,
                                   BcVisit       *visit);
void       bc_red_flag_form_start (BcRedFlagForm *self); /* with what is recorded, and the keyboard on the first action */

G_END_DECLS
