/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading a document. A thread reads, because the file may lie on a slow share; it never touches a model that somebody
 * sees: the chart is handed over whole.
 */

#include "bc-document-private.h"

typedef struct
{
  GFile *file;
  char  *password;
} LoadJob;

typedef struct
{
  BcChart *chart;
  GFile   *file;
  char    *etag;
  BcKey   *key;
  BcOwner *owner;
  BcOwnerNote *other;
} LoadedChart;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_object_unref (job->file);
  bc_password_free (job->password);
  g_free (job);
}

static void
loaded_chart_free (gpointer data)
{
  LoadedChart *loaded = data;

  g_clear_object (&loaded->chart);
  g_clear_object (&loaded->file);
  g_free (loaded->etag);
  g_clear_pointer (&loaded->key, bc_key_unref);
  g_clear_pointer (&loaded->owner, bc_owner_release);
  g_clear_pointer (&loaded->other, bc_owner_note_free);
  g_free (loaded);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const LoadJob *job = task_data;
  g_autoptr(GError) error = NULL;
  LoadedChart *loaded = g_new0 (LoadedChart, 1);

  loaded->file = g_object_ref (job->file);
  loaded->chart = bc_chart_load_sealed (job->file, job->password, &loaded->key, &loaded->etag, cancellable, &error);
  if (loaded->chart != NULL)
    {
      loaded->owner = bc_owner_claim (job->file, &loaded->other);
      g_task_return_pointer (task, loaded, loaded_chart_free);
      return;
    }
  loaded_chart_free (loaded);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bc_document_load_async:
 * @file: a chart file
 * @password: (nullable): that opens it; without one a chart that has a password gives %BC_FILE_ERROR_SEALED
 *
 * Reads a chart without holding the window up.
 */
void
bc_document_load_async (GFile               *file,
                        const char          *password,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  LoadJob *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (LoadJob, 1);
  job->file = g_object_ref (file);
  job->password = g_strdup (password);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bc_document_load_async);
  g_task_set_task_data (task, job, load_job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * bc_document_load_finish:
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error that names file, line and remedy
 */
BcDocument *
bc_document_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  LoadedChart *loaded = g_task_propagate_pointer (G_TASK (result), error);
  BcDocument *self;

  if (loaded == NULL)
    return NULL;
  self = g_object_new (BC_TYPE_DOCUMENT, NULL);
  bc_document_take_chart (self, g_steal_pointer (&loaded->chart));
  self->file = g_steal_pointer (&loaded->file);
  self->etag = g_steal_pointer (&loaded->etag);
  self->key = g_steal_pointer (&loaded->key);
  bc_document_take_owner (self, g_steal_pointer (&loaded->owner));
  self->other = g_steal_pointer (&loaded->other);
  loaded_chart_free (loaded);
  return self;
}
