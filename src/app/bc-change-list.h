/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_CHANGE_LIST (bc_change_list_get_type ())
G_DECLARE_FINAL_TYPE (BcChangeList, bc_change_list, BC, CHANGE_LIST, GtkWidget)

/*
 * What changed between two visits: a few large numbers, a table of the symptoms, and the rest in words. Each row is told
 * whole to a screen reader.
 */
GtkWidget *bc_change_list_new (void);
void       bc_change_list_set (BcChangeList       *self,
                               const BcComparison *comparison, /* (nullable) */
                               gboolean            two);
/* The large numbers in one line, for where there is no room for the list. */
char      *bc_change_list_dup_brief (const BcComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
