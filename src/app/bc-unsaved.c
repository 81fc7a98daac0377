/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-unsaved.h"

/* From the first edit after the last writing; so a long stroke is put down while it is drawn. Milliseconds. */
#define DELAY_MS 1000

struct _BcUnsaved
{
  BcDocument    *document;
  BcHistory     *history;
  BcJournal     *journal; /* (nullable): made when there is something to put down */
  BcUnsavedTell  tell;
  guint          timer;
};

typedef struct
{
  BcJournal *journal;
  GFile     *file;
  char      *etag;
  GBytes    *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  bc_journal_unref (job->journal);
  g_clear_object (&job->file);
  g_free (job->etag);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static Job *
make_job (BcUnsaved *self)
{
  Job *job = g_new0 (Job, 1);
  GFile *file = bc_document_get_file (self->document);

  if (self->journal == NULL)
    {
      g_autofree char *folder = bc_journal_dup_folder ();

      self->journal = bc_journal_new (folder);
    }
  job->journal = bc_journal_ref (self->journal);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->etag = g_strdup (bc_document_get_etag (self->document));
  job->bytes = bc_chart_write (bc_document_get_chart (self->document));
  if (bc_document_get_key (self->document) != NULL)
    {
      GBytes *sealed = bc_seal (bc_document_get_key (self->document), job->bytes);

      g_bytes_unref (job->bytes);
      job->bytes = sealed;
    }
  return job;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (bc_journal_write (job->journal, job->file, job->etag, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  BcUnsavedTell tell = data;
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tell (BC_DOCUMENT (source), error->message);
}

static gboolean
put_down_cb (gpointer data)
{
  BcUnsaved *self = data;
  g_autoptr(GTask) task = NULL;

  self->timer = 0;
  task = g_task_new (self->document, NULL, written_cb, self->tell);
  g_task_set_task_data (task, make_job (self), job_free);
  g_task_run_in_thread (task, write_thread);
  return G_SOURCE_REMOVE;
}

/**
 * bc_unsaved_update:
 *
 * Looks again whether there is unsaved work. While a save is under way there still is: it may fail.
 */
void
bc_unsaved_update (BcUnsaved *self)
{
  g_return_if_fail (self != NULL);

  if (bc_document_is_modified (self->document))
    {
      if (self->timer == 0)
        self->timer = g_timeout_add (DELAY_MS, put_down_cb, self);
      return;
    }
  if (bc_document_is_busy (self->document))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->journal != NULL)
    bc_journal_discard (self->journal);
  g_clear_pointer (&self->journal, bc_journal_unref);
}

/**
 * bc_unsaved_new:
 * @document: what is edited; it outlives this
 * @tell: called when the work cannot be put down
 *
 * Returns: (transfer full): the keeper of a document's unsaved work
 */
BcUnsaved *
bc_unsaved_new (BcDocument    *document,
                BcUnsavedTell  tell)
{
  BcUnsaved *self = g_new0 (BcUnsaved, 1);

  self->document = document;
  self->tell = tell;
  self->history = g_object_ref (bc_chart_get_history (bc_document_get_chart (document)));
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (bc_unsaved_update), self);
  g_signal_connect_swapped (self->history, "notify::modified", G_CALLBACK (bc_unsaved_update), self);
  return self;
}

/**
 * bc_unsaved_adopt:
 * @journal: (transfer full): that the document was restored from
 *
 * Goes on with a journal, so that what was restored is not lost by a second crash.
 */
void
bc_unsaved_adopt (BcUnsaved *self,
                  BcJournal *journal)
{
  g_return_if_fail (self != NULL && self->journal == NULL);

  self->journal = journal;
}

/**
 * bc_unsaved_keep:
 * @error: return location; then what was put down before stays under our care
 *
 * Puts the work down at once, and leaves it: it will go on in another program or document.
 *
 * Returns: whether it is safe
 */
gboolean
bc_unsaved_keep (BcUnsaved  *self,
                 GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (bc_document_is_modified (self->document) || bc_document_is_busy (self->document))
    {
      Job *job = make_job (self);
      gboolean written = bc_journal_write (job->journal, job->file, job->etag, job->bytes, error);

      job_free (job);
      if (!written)
        return FALSE;
    }
  g_clear_pointer (&self->journal, bc_journal_unref);
  return TRUE;
}

/**
 * bc_unsaved_free:
 *
 * Removes what was put down: whoever closes a document was asked about it. bc_unsaved_keep() before this leaves it.
 */
void
bc_unsaved_free (BcUnsaved *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->journal != NULL)
    bc_journal_discard (self->journal);
  g_clear_pointer (&self->journal, bc_journal_unref);
  g_object_unref (self->history);
  g_free (self);
}
