/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Printer, paper and margins from print to print, in a file of the user's that holds nothing of a document. */
void          bc_print_settings_load  (GtkPrintOperation *operation);
void          bc_print_settings_save  (GtkPrintOperation *operation);
GtkPageSetup *bc_print_page_setup_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          bc_print_page_get       (BcPage            *page);

G_END_DECLS
