/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PRINT_OPERATION (bc_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (BcPrintOperation, bc_print_operation, BC, PRINT_OPERATION, GtkPrintOperation)

/*
 * Prints the summary of a visit. It remembers printer and paper for the next time, nothing of the document. Signals:
 * `sent` when the queue has taken the job; `failed` with a GError when it has not, or when the printer broke off later;
 * `preview-asked` with a GtkPageSetup when the dialog's preview was chosen, after which nothing is printed.
 */
BcPrintOperation *bc_print_operation_new  (BcSummary        *summary) G_GNUC_WARN_UNUSED_RESULT;
void              bc_print_operation_ask  (BcPrintOperation *self,
                                           GtkWindow        *parent);

G_END_DECLS
