/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the window asks about files, beside saving: which to open, where a summary goes, whether to close.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-summary.h"

void
_bc_window_show_error (BcWindow     *self,
                       const char   *heading,
                       const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error != NULL ? error->message : NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- file choosers --- */

void
_bc_window_add_filter (GtkFileChooserNative *chooser,
                       const char           *name,
                       const char           *pattern)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

GtkFileChooserNative *
_bc_window_new_chooser (BcWindow            *self,
                        const char          *title,
                        GtkFileChooserAction action,
                        const char          *accept)
{
  /* Nobody owns a native chooser: the window does, one at a time. */
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  return self->chooser;
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  BcWindow        *self)
{
  g_autoptr(GFile) file = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    bc_window_open (self, file, FALSE);
}

void
_bc_window_choose_open (BcWindow *self)
{
  GtkFileChooserNative *chooser = _bc_window_new_chooser (self, _("Open a chart"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  _bc_window_add_filter (chooser, _("Bodychart charts"), "*" BC_CHART_SUFFIX);
  /* Translators: the charts as they were before they were last saved */
  _bc_window_add_filter (chooser, _("Versions saved before"), "*" BC_CHART_SUFFIX BC_SAVE_BACKUP_SUFFIX);
  _bc_window_add_filter (chooser, _("All files"), "*");
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
_bc_with_suffix (GFile      *file,
                 const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  g_autoptr(GFile) parent = NULL;

  if (g_str_has_suffix (name, suffix))
    return g_object_ref (file);
  longer = g_strconcat (name, suffix, NULL);
  parent = g_file_get_parent (file);
  return g_file_get_child (parent, longer);
}

/**
 * _bc_window_take_target:
 * @dialog: a chooser in which somebody accepted a name
 * @suffix: as ".pdf", added where it is missing
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): where to write; %NULL with an error where that would replace a file that nobody
 *   was asked about
 */
GFile *
_bc_window_take_target (GtkNativeDialog  *dialog,
                        const char       *suffix,
                        GError          **error)
{
  g_autoptr(GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr(GFile) file = chosen != NULL ? _bc_with_suffix (chosen, suffix) : NULL;

  if (file == NULL)
    return NULL;
  /* The chooser asked about the name that was chosen; a name that we completed was not asked about. */
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("A file of this name is there already; choose it in the list to replace it, or another name"));
      return NULL;
    }
  return g_steal_pointer (&file);
}

static void
pdf_response_cb (GtkNativeDialog *dialog,
                 int              response,
                 BcWindow        *self)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(BcSummary) summary = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = _bc_window_take_target (dialog, ".pdf", &error);
  g_clear_object (&self->chooser);
  if (file != NULL)
    {
      summary = _bc_window_new_summary (self);
      bc_summary_set_kind (summary, self->pdf_kind);
      if (bc_summary_export_pdf (summary, file, &error))
        _bc_window_toast (self, _("The summary was saved as PDF"));
    }
  if (error != NULL)
    _bc_window_show_error (self, _("The summary could not be saved"), error);
}

void
_bc_window_choose_pdf (BcWindow     *self,
                       BcSummaryKind kind)
{
  static const char *const suffixes[] = {
    [BC_SUMMARY_SESSION] = ".pdf",
    [BC_SUMMARY_LETTER] = "-letter.pdf",
    [BC_SUMMARY_PATIENT] = "-patient.pdf",
  };
  GtkFileChooserNative *chooser = _bc_window_new_chooser (self, _("Save the summary as PDF"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"));
  g_autofree char *name = bc_document_dup_file_name (self->document, suffixes[kind]);

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  self->pdf_kind = kind;
  _bc_window_add_filter (chooser, _("PDF documents"), "*.pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (pdf_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- close --- */

static void
close_idle_cb (gpointer data)
{
  g_autoptr(GtkWindow) window = data;

  gtk_window_close (window);
}

static void
close_response_cb (BcWindow   *self,
                   const char *response)
{
  g_assert (BC_IS_WINDOW (self));

  self->closing = FALSE;
  if (g_str_equal (response, "cancel"))
    return;
  self->discarding = g_str_equal (response, "discard");
  self->closing = !self->discarding;
  /* Later: the dialog that asks is still on its way out, and it holds on to this window. */
  if (self->discarding)
    g_idle_add_once (close_idle_cb, g_object_ref (self));
  else if (bc_document_get_file (self->document) == NULL)
    _bc_window_choose_save_as (self);
  else
    _bc_window_save (self, NULL, BC_SAVE_NONE);
}

void
_bc_window_ask_close (BcWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save the chart before closing?"),
                                              _("Changes that are not saved will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
