/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opening, exporting and closing: what the window asks about files, beside saving.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-journal.h"
#include "bc-start-page.h"
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

/* --- open --- */

typedef struct
{
  BcWindow *window; /* a reference: alive, perhaps disposed */
  GFile    *file;
  gboolean  as_sample;
} OpenJob;

static void
open_job_free (OpenJob *job)
{
  g_clear_object (&job->window);
  g_clear_object (&job->file);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenJob, open_job_free)

/* The version before of a chart is opened as an unsaved copy: it is replaced at the next save. */
static gboolean
is_backup (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, BC_CHART_SUFFIX BC_SAVE_BACKUP_SUFFIX);
}

/* It stays until it is closed: two who work on one chart should talk to each other. */
static void
tell_open_elsewhere (BcWindow *self)
{
  const BcOwnerNote *other = bc_document_get_other (self->document);
  g_autoptr(GDateTime) time = other != NULL ? g_date_time_new_from_unix_local (other->time) : NULL;
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  g_autofree char *day = iso != NULL ? bc_date_dup_display (iso) : g_strdup ("?");
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%R") : g_strdup ("?");
  g_autofree char *text = NULL;
  g_autofree char *marked_up = NULL;
  AdwToast *toast;

  if (other == NULL)
    return;
  if (other->user != NULL && other->host != NULL)
    /* Translators: 1: a user, 2: a computer, 3: a date, 4: a time of the day */
    text = g_strdup_printf (_("Open elsewhere: by %1$s on %2$s since %3$s, %4$s"), other->user, other->host, day, clock);
  else
    /* Translators: 1: a date, 2: a time of the day */
    text = g_strdup_printf (_("Open elsewhere since %1$s, %2$s"), day, clock);
  marked_up = g_markup_escape_text (text, -1);
  toast = adw_toast_new (marked_up);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* Who opens a chart does not see the start page, where unsaved work is offered. Told once. */
static void
tell_unsaved_work (BcWindow *self)
{
  static gboolean told = FALSE;
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(GPtrArray) entries = bc_journal_list (folder);
  AdwToast *toast;

  if (told || entries->len == 0)
    return;
  told = TRUE;
  toast = adw_toast_new (_("There is unsaved work from before"));
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "app.unsaved-work");
  adw_toast_set_timeout (toast, 0); /* until it is dealt with */
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void loaded_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data);

static void
password_given (BcWindow   *self,
                const char *password,
                gpointer    data)
{
  OpenJob *job = data;

  if (password == NULL)
    {
      open_job_free (job);
      return;
    }
  g_set_object (&self->loading, job->file);
  bc_document_load_async (job->file, password, self->cancellable, loaded_cb, job);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(OpenJob) job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BcDocument) document = bc_document_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&job->window->loading);
  if (g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED)
      || g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD))
    {
      BcWindow *window = job->window;
      GFile *file = job->file;

      _bc_window_ask_password (window, file, error->code == BC_FILE_ERROR_PASSWORD, password_given,
                               g_steal_pointer (&job), (GDestroyNotify) open_job_free);
      return;
    }
  /* A name that is not there yet is where a new chart will be saved. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_autofree char *name = g_file_get_basename (job->file);

      if (g_str_has_suffix (name, BC_CHART_SUFFIX))
        document = bc_document_new_at (job->file);
    }
  if (document == NULL)
    {
      _bc_window_show_error (job->window, _("The chart could not be opened"), error);
      return;
    }
  if (job->as_sample || is_backup (job->file))
    bc_document_detach (document);
  else if (error == NULL)
    bc_recent_add (job->file);
  bc_window_set_document (job->window, document);
  tell_open_elsewhere (job->window);
  tell_unsaved_work (job->window);
}

static BcWindow *
find_window (BcWindow *self,
             GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data) && bc_window_shows_file (l->data, file))
      return l->data;
  return NULL;
}

BcWindow *
_bc_window_find_other (BcWindow *self,
                       GFile    *file)
{
  BcWindow *found = find_window (self, file);

  return found != self ? found : NULL;
}

/**
 * bc_window_open:
 * @file: a chart; one that does not exist yet becomes a new chart that is saved there
 * @as_sample: open it as an unsaved copy, so that the file itself is never written over
 *
 * Opens a chart here when the window is empty, in a new window otherwise, or raises the one that shows it.
 */
void
bc_window_open (BcWindow *self,
                GFile    *file,
                gboolean  as_sample)
{
  BcWindow *target;
  OpenJob *job;

  g_return_if_fail (BC_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  target = as_sample ? NULL : find_window (self, file);
  if (target != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return;
    }
  target = self;
  if (self->document != NULL || self->loading != NULL)
    {
      target = bc_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (target));
    }
  job = g_new0 (OpenJob, 1);
  job->window = g_object_ref (target);
  job->file = g_object_ref (file);
  job->as_sample = as_sample;
  g_set_object (&target->loading, file);
  bc_document_load_async (file, NULL, target->cancellable, loaded_cb, job);
}

typedef struct
{
  char   *path;
  GFile  *file; /* (nullable) */
  GBytes *sealed;
} RestoreJob;

static void
restore_job_free (gpointer data)
{
  RestoreJob *job = data;

  g_free (job->path);
  g_clear_object (&job->file);
  g_bytes_unref (job->sealed);
  g_free (job);
}

static void restore (BcWindow   *self,
                     const char *path,
                     BcKey      *key);

static void work_password_given (BcWindow   *self,
                                 const char *password,
                                 gpointer    data);

static void
work_derived_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  RestoreJob *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BcKey) key = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD))
    {
      _bc_window_ask_password (BC_WINDOW (source), job->file, TRUE, work_password_given, job, restore_job_free);
      return;
    }
  if (key != NULL)
    restore (BC_WINDOW (source), job->path, key);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _bc_window_show_error (BC_WINDOW (source), _("The unsaved work could not be restored"), error);
  restore_job_free (job);
}

static void
work_password_given (BcWindow   *self,
                     const char *password,
                     gpointer    data)
{
  RestoreJob *job = data;

  if (password != NULL)
    _bc_window_derive_key (self, job->sealed, password, work_derived_cb, job);
  else
    restore_job_free (job);
}

static void
ask_work_password (BcWindow   *self,
                   const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcJournalEntry) entry = bc_journal_read (path, &error);
  RestoreJob *job;

  if (entry == NULL)
    {
      _bc_window_show_error (self, _("The unsaved work could not be restored"), error);
      return;
    }
  job = g_new0 (RestoreJob, 1);
  job->path = g_strdup (path);
  job->file = entry->file != NULL ? g_object_ref (entry->file) : NULL;
  job->sealed = g_bytes_ref (entry->bytes);
  _bc_window_ask_password (self, job->file, FALSE, work_password_given, job, restore_job_free);
}

static void
restore (BcWindow   *self,
         const char *path,
         BcKey      *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcDocument) document = bc_document_restore (path, key, &error);

  if (g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED))
    {
      ask_work_password (self, path);
      return;
    }
  if (document == NULL)
    {
      _bc_window_show_error (self, _("The unsaved work could not be restored"), error);
      return;
    }
  if (self->document != NULL || self->loading != NULL)
    {
      self = bc_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (self));
    }
  bc_window_set_document (self, document);
  _bc_window_toast (self, _("Restored. It is not saved yet."));
}

/**
 * bc_window_restore:
 * @path: of a journal of unsaved work
 *
 * Shows what a broken-off program left, as unsaved work. Asks for the password where there is one.
 */
void
bc_window_restore (BcWindow   *self,
                   const char *path)
{
  g_return_if_fail (BC_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  restore (self, path, NULL);
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
