/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything of a visit that goes onto paper: print, preview.
 */

#include "bc-window-private.h"

#include "bc-clinic-settings.h"
#include "bc-i18n.h"
#include "bc-paper-preview.h"
#include "bc-print-operation.h"
#include "bc-print-settings.h"

/**
 * _bc_window_new_summary:
 *
 * Returns: (transfer full): the summary of the visit that is shown, with the clinic at its head, on the paper that was
 *   printed on last
 */
BcSummary *
_bc_window_new_summary (BcWindow *self)
{
  BcSummary *summary = bc_summary_new (bc_document_get_chart (self->document), bc_document_get_visit (self->document),
                                       bc_maps_get_default ());
  g_autoptr(BcClinic) clinic = bc_clinic_settings_load ();
  BcPage page;

  bc_summary_set_clinic (summary, clinic);
  bc_print_page_get (&page);
  bc_summary_set_page (summary, &page);
  return summary;
}

static void
sent_cb (BcPrintOperation *operation,
         BcWindow         *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_toast (self, _("Sent to the printer"));
}

/* The one place where what went wrong is told, at once or long after the job was sent. */
static void
failed_cb (BcPrintOperation *operation,
           const GError     *error,
           BcWindow         *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_show_error (self, _("The summary could not be printed"), error);
}

static void
run_print (BcWindow  *self,
           BcSummary *summary,
           GtkWindow *parent,
           GCallback  preview_asked)
{
  g_autoptr(BcPrintOperation) operation = bc_print_operation_new (summary);

  g_signal_connect_object (operation, "sent", G_CALLBACK (sent_cb), self, 0);
  g_signal_connect_object (operation, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (operation, "preview-asked", preview_asked, parent, G_CONNECT_SWAPPED);
  bc_print_operation_ask (operation, parent);
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
  run_print (self, summary, GTK_WINDOW (preview), G_CALLBACK (bc_paper_preview_set_page_setup));
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

static void
show_preview (BcWindow     *self,
              GtkPageSetup *setup)
{
  g_autoptr(BcSummary) summary = _bc_window_new_summary (self);
  BcPaperPreview *preview = bc_paper_preview_new (summary, setup);

  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (preview), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (preview), TRUE);
  g_signal_connect_object (preview, "print", G_CALLBACK (preview_print_cb), self, 0);
  g_signal_connect_object (preview, "save", G_CALLBACK (preview_save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (preview));
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
  run_print (self, summary, GTK_WINDOW (self), G_CALLBACK (show_preview));
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

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  show_preview (self, setup);
}
