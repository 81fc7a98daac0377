/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-print-operation.h"

#include "bc-i18n.h"
#include "bc-print-settings.h"

/* A printer that never answers does not keep the program alive for ever, seconds. */
#define MAX_HOLD 60

struct _BcPrintOperation
{
  GtkPrintOperation  parent_instance;

  BcSummary         *summary;
  GApplication      *application; /* (nullable): held until the pages are at the printer */
  guint              hold_source;
  gboolean           is_asked;    /* a reference of its own until nothing more can be told */
  gboolean           is_made;     /* the pages are drawn and on their way */
  gboolean           is_sent;
  gboolean           is_preview;
};

G_DEFINE_TYPE (BcPrintOperation, bc_print_operation, GTK_TYPE_PRINT_OPERATION)

enum
{
  SIGNAL_SENT,
  SIGNAL_FAILED,
  SIGNAL_PREVIEW_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
bc_print_operation_begin_print (GtkPrintOperation *operation,
                                GtkPrintContext   *context)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (operation);
  g_autoptr(GObject) pango = G_OBJECT (gtk_print_context_create_pango_context (context));

  bc_summary_layout (self->summary, PANGO_CONTEXT (pango), gtk_print_context_get_width (context),
                     gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) bc_summary_get_n_pages (self->summary));
}

static void
bc_print_operation_draw_page (GtkPrintOperation *operation,
                              GtkPrintContext   *context,
                              int                page)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (operation);

  bc_summary_draw_page (self->summary, gtk_print_context_get_cairo_context (context), (guint) page);
}

/* --- from the dialog to the printer --- */

static void
release_application (BcPrintOperation *self)
{
  g_clear_handle_id (&self->hold_source, g_source_remove);
  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
}

static gboolean
hold_cb (gpointer data)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (data);

  self->hold_source = 0;
  release_application (self);
  return G_SOURCE_REMOVE;
}

static void
finish (BcPrintOperation *self)
{
  release_application (self);
  if (!self->is_asked)
    return;
  self->is_asked = FALSE;
  g_object_unref (self);
}

static void
fail (BcPrintOperation *self,
      const char       *what)
{
  g_autoptr(GError) error = g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL, what);

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  finish (self);
}

/* GTK 4.8 does not look at the answer of the print server: a job that it took is pending first, one
 * that it refused is finished at once, as a file is that was printed to. */
static gboolean
is_refused (BcPrintOperation *self,
            GtkPrintStatus    status)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (self));

  return status == GTK_PRINT_STATUS_FINISHED && !self->is_sent && settings != NULL
         && gtk_print_settings_has_key (settings, "cups-job-priority")
         && !gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
}

/* `done` comes when the pages are drawn, whether or not the queue takes them later. Only the status tells that. */
static void
follow_status (BcPrintOperation *self)
{
  GtkPrintStatus status = gtk_print_operation_get_status (GTK_PRINT_OPERATION (self));

  if (!self->is_made || status < GTK_PRINT_STATUS_PENDING)
    return;
  if (status == GTK_PRINT_STATUS_FINISHED_ABORTED)
    {
      fail (self, self->is_sent
                    ? _("The printer broke off. See whether it has paper and is switched on, then print again.")
                    : _("The printer could not be reached. See whether it is connected and switched on, then print again."));
      return;
    }
  if (is_refused (self, status))
    {
      fail (self, _("The printer’s queue did not take the pages. It may have a limit, or not be free for you to use. Choose "
                    "another printer, or ask who looks after it."));
      return;
    }
  if (!self->is_sent)
    {
      self->is_sent = TRUE;
      release_application (self);
      g_signal_emit (self, signals[SIGNAL_SENT], 0);
    }
  if (status == GTK_PRINT_STATUS_FINISHED)
    finish (self);
}

static void
bc_print_operation_status_changed (GtkPrintOperation *operation)
{
  if (GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->status_changed != NULL)
    GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->status_changed (operation);
  follow_status (BC_PRINT_OPERATION (operation));
}

static void
bc_print_operation_done (GtkPrintOperation       *operation,
                         GtkPrintOperationResult  result)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (operation);

  if (GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->done != NULL)
    GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->done (operation, result);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->is_asked)
    {
      g_autoptr(GError) error = NULL;

      /* It is handed out once, to gtk_print_operation_run() where that waits. Without an error this is a critical. */
      gtk_print_operation_get_error (operation, &error);
      fail (self, error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !self->is_preview)
    {
      bc_print_settings_save (operation);
      self->is_made = TRUE;
      self->hold_source = g_timeout_add_seconds (MAX_HOLD, hold_cb, self);
      follow_status (self);
    }
  else
    finish (self);
}

static void
ready_cb (GtkPrintOperationPreview *preview,
          GtkPrintContext          *context)
{
  g_signal_emit (preview, signals[SIGNAL_PREVIEW_ASKED], 0, gtk_print_context_get_page_setup (context));
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK's own way writes a PDF for a viewer that may not be there, and then nobody removes it. */
static gboolean
bc_print_operation_preview (GtkPrintOperation        *operation,
                            GtkPrintOperationPreview *preview,
                            GtkPrintContext          *context,
                            GtkWindow                *parent)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nothing);

  BC_PRINT_OPERATION (operation)->is_preview = TRUE;
  gtk_print_context_set_cairo_context (context, cr, 72, 72); /* GTK insists, though no page is asked for */
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

static void
bc_print_operation_dispose (GObject *object)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (object);

  release_application (self);
  g_clear_object (&self->summary);
  G_OBJECT_CLASS (bc_print_operation_parent_class)->dispose (object);
}

static void
bc_print_operation_class_init (BcPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_print_operation_dispose;
  operation_class->begin_print = bc_print_operation_begin_print;
  operation_class->draw_page = bc_print_operation_draw_page;
  operation_class->done = bc_print_operation_done;
  operation_class->status_changed = bc_print_operation_status_changed;
  operation_class->preview = bc_print_operation_preview;
  signals[SIGNAL_SENT] = g_signal_new ("sent", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_PREVIEW_ASKED] = g_signal_new ("preview-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_PAGE_SETUP);
}

static void
bc_print_operation_init (BcPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE); /* and a way to cancel */
  gtk_print_operation_set_track_print_status (operation, TRUE);
  bc_print_settings_load (GTK_PRINT_OPERATION (self));
}

/**
 * bc_print_operation_new:
 * @summary: what is printed, as its visit is when the pages are laid out
 *
 * Returns: (transfer full): an operation that prints @summary
 */
BcPrintOperation *
bc_print_operation_new (BcSummary *summary)
{
  BcPrintOperation *self;

  g_return_val_if_fail (BC_IS_SUMMARY (summary), NULL);

  self = g_object_new (BC_TYPE_PRINT_OPERATION, NULL);
  self->summary = g_object_ref (summary);
  /* Print queues show the name of a job to everybody: no patient in it. */
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), bc_summary_get_title (summary));
  return self;
}

/**
 * bc_print_operation_ask:
 * @parent: over which the dialog stands
 *
 * Asks for a printer and prints there. Returns at once. The operation lives until its job has left the queue; the program
 * until the queue has taken it, so that a window may be closed right after printing.
 */
void
bc_print_operation_ask (BcPrintOperation *self,
                        GtkWindow        *parent)
{
  g_return_if_fail (BC_IS_PRINT_OPERATION (self));
  g_return_if_fail (!self->is_asked);

  g_object_ref (self);
  self->is_asked = TRUE;
  self->application = g_application_get_default ();
  if (self->application != NULL)
    {
      g_object_ref (self->application);
      g_application_hold (self->application);
    }
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
