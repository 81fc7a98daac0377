/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PRINT_OPERATION (bc_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (BcPrintOperation, bc_print_operation, BC, PRINT_OPERATION, GtkPrintOperation)

/*
 * Prints the summary of a visit. Run it with gtk_print_operation_run(), as any print operation; hold the
 * application until `done`. It remembers printer and paper for the next time, nothing of the document.
 */
BcPrintOperation *bc_print_operation_new  (BcSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
GtkPageSetup     *bc_print_page_setup_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
