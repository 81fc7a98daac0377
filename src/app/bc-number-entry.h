/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A short entry for a whole number that may be left empty. The signal is GtkEditable's `changed`. */
#define BC_NUMBER_NONE (-1)

GtkWidget *bc_number_entry_new  (const char *name, /* for a screen reader, and as tooltip */
                                 int         most);
gboolean   bc_number_entry_read (GtkWidget  *entry,
                                 int        *number); /* BC_NUMBER_NONE where it is empty; FALSE: no such number */
void       bc_number_entry_show (GtkWidget  *entry,
                                 int         number);

G_END_DECLS
