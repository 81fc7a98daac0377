/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Going on with unsaved work in the window; for a chart with a password that is asked first.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-journal.h"

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
