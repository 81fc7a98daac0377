/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Saving a document. A thread writes, because the file may lie on a slow share; it never touches the model: the bytes
 * are made before it starts.
 */

#include "bc-document-private.h"

#include "bc-i18n.h"

typedef struct
{
  GFile      *file;
  BcKey      *key;
  GBytes     *bytes;
  char       *seen_etag;
  BcSaved     saved;
  BcSaveFlags flags;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->key, bc_key_unref);
  g_free (job->seen_etag);
  bc_saved_clear (&job->saved);
  g_free (job);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SaveJob *job = task_data;
  g_autoptr(GError) error = NULL;

  if (bc_chart_save_bytes (job->bytes, job->key, job->file, job->seen_etag, job->flags, &job->saved, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bc_document_save_async:
 * @file: (nullable): where to; %NULL for where it came from
 * @flags: %BC_SAVE_REPLACE when the user agreed to replace what is there
 *
 * Saves the chart as it is at this moment; edits made while the thread writes stay unsaved. A second save
 * while one runs is refused with %G_IO_ERROR_BUSY.
 */
void
bc_document_save_async (BcDocument          *self,
                        GFile               *file,
                        BcSaveFlags          flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SaveJob *job;

  g_return_if_fail (BC_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bc_document_save_async);
  if (self->busy)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY,
                               _("The chart is being saved already; try again in a moment"));
      return;
    }

  job = g_new0 (SaveJob, 1);
  job->file = g_object_ref (file != NULL ? file : self->file);
  job->bytes = bc_chart_write (self->chart);
  job->key = self->key != NULL ? bc_key_ref (self->key) : NULL;
  if (self->file != NULL && g_file_equal (job->file, self->file))
    job->seen_etag = g_strdup (self->etag);
  job->flags = flags;
  g_task_set_task_data (task, job, save_job_free);
  /* Marked as saved now, so that an edit made while the thread writes counts as unsaved again. */
  self->busy = TRUE;
  bc_history_set_saved (bc_chart_get_history (self->chart));
  g_task_run_in_thread (task, save_thread);
}

/**
 * bc_document_save_finish:
 *
 * Returns: %TRUE when the file is safely on the disk; else the chart counts as unsaved and keeps its old file
 */
gboolean
bc_document_save_finish (BcDocument    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  gboolean saved;

  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  saved = g_task_propagate_boolean (G_TASK (result), &local_error);
  if (job == NULL) /* refused: another save is under way */
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->busy = FALSE;
  g_free (self->warning);
  self->warning = g_strdup (job->saved.no_backup != NULL ? job->saved.no_backup->message : NULL);
  if (!saved)
    {
      bc_history_set_unsaved (bc_chart_get_history (self->chart));
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  if (saved || (job->saved.etag != NULL && self->file != NULL && g_file_equal (self->file, job->file)))
    {
      if (self->file == NULL || !g_file_equal (self->file, job->file) || (self->owner == NULL && self->other == NULL))
        bc_document_own (self, job->file);
      g_set_object (&self->file, job->file);
      g_free (self->etag);
      self->etag = g_steal_pointer (&job->saved.etag);
    }
  bc_unsaved_update (self->unsaved);
  return saved;
}

/**
 * bc_document_get_warning:
 *
 * Returns: (transfer none) (nullable): what the last save could not do although it saved, for the user
 */
const char *
bc_document_get_warning (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->warning;
}

/**
 * bc_document_is_busy:
 *
 * Returns: whether a save is under way
 */
gboolean
bc_document_is_busy (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  return self->busy;
}
