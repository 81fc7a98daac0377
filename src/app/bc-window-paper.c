/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything of a visit that goes onto paper: print, preview.
 */

#include "bc-window-private.h"

#include "bc-clinic-settings.h"
#include "bc-i18n.h"
#include "bc-paper-preview.h"
#include "bc-print-operation.h"

/**
 * _bc_window_new_summary:
 *
 * Returns: (transfer full): the summary of the visit that is shown, with the clinic at its head
 */
BcSummary *
_bc_window_new_summary (BcWindow *self)
{
  BcSummary *summary = bc_summary_new (bc_document_get_chart (self->document), bc_document_get_visit (self->document),
                                       bc_maps_get_default ());
  g_autoptr(BcClinic) clinic = bc_clinic_settings_load ();

  bc_summary_set_clinic (summary, clinic);
  return summary;
}

/* The one place where a print run ends; errors come here and nowhere else. */
static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         BcWindow               *self)
{
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    _bc_window_toast (self, _("Sent to the printer"));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  _bc_window_show_error (self, _("The summary could not be printed"), error);
}

/* A printer may give up long after the job was sent. */
static void
status_cb (GtkPrintOperation *operation,
           BcWindow          *self)
{
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (gtk_print_operation_get_status (operation) != GTK_PRINT_STATUS_FINISHED_ABORTED)
    return;
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _("The printer broke off. See whether it has paper and is "
                                                                "switched on, then print again."));
  _bc_window_show_error (self, _("The summary could not be printed"), error);
}

static void
run_print (BcWindow  *self,
           BcSummary *summary,
           GtkWindow *parent)
{
  g_autoptr(BcPrintOperation) operation = bc_print_operation_new (summary);

  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (operation, "status-changed", G_CALLBACK (status_cb), self, 0);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * _bc_window_print:
 *
 * Asks for a printer, and prints the summary of the visit.
 */
void
_bc_window_print (BcWindow *self)
{
  g_autoptr(BcSummary) summary = NULL;

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  summary = _bc_window_new_summary (self);
  run_print (self, summary, GTK_WINDOW (self));
}

static void
preview_print_cb (BcPaperPreview *preview,
                  BcSummary      *shown,
                  BcWindow       *self)
{
  g_autoptr(BcSummary) summary = _bc_window_new_summary (self);

  g_assert (BC_IS_WINDOW (self));

  /* One of its own, since a printer may have other paper than the preview. */
  bc_summary_set_kind (summary, bc_paper_preview_get_kind (preview));
  run_print (self, summary, GTK_WINDOW (preview));
}

static void
preview_save_cb (BcPaperPreview *preview,
                 BcSummary      *shown,
                 BcWindow       *self)
{
  BcSummaryKind kind = bc_paper_preview_get_kind (preview);

  g_assert (BC_IS_WINDOW (self));

  gtk_window_close (GTK_WINDOW (preview));
  _bc_window_choose_pdf (self, kind);
}

/**
 * _bc_window_preview:
 *
 * Shows the pages as they will be printed.
 */
void
_bc_window_preview (BcWindow *self)
{
  g_autoptr(GtkPageSetup) setup = bc_print_page_setup_new ();
  g_autoptr(BcSummary) summary = NULL;
  BcPaperPreview *preview;

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  summary = _bc_window_new_summary (self);
  preview = bc_paper_preview_new (summary, setup);
  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (preview), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (preview), TRUE);
  g_signal_connect_object (preview, "print", G_CALLBACK (preview_print_cb), self, 0);
  g_signal_connect_object (preview, "save", G_CALLBACK (preview_save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (preview));
}
