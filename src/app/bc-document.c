/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A chart together with the file that it lives in. Reading and writing run in threads, because the file may lie
 * on a slow share; a thread never touches the model: the bytes to write are made before it starts, and a chart
 * that it reads is handed over whole.
 */

#include "bc-document.h"

#include "bc-i18n.h"
#include "bc-owner.h"
#include "bc-unsaved.h"

struct _BcDocument
{
  GObject parent_instance;

  BcChart  *chart;
  BcVisit  *visit;   /* (nullable): the one that is worked on, where the user chose one */
  GFile    *file;
  char     *etag;
  BcKey    *key;     /* (nullable): of a chart with a password */
  BcOwner  *owner;   /* (nullable): tells others that we have it open */
  BcOwnerNote *other; /* (nullable): who has it open as well */
  char     *warning; /* what the last save could not do beside saving */
  gboolean  busy;
  gboolean  warned;  /* that unsaved work is not protected */
  BcUnsaved *unsaved;
};

enum
{
  SIGNAL_WARNING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcDocument, bc_document, G_TYPE_OBJECT)

typedef struct
{
  GFile      *file;
  BcKey      *key;
  GBytes     *bytes;
  char       *seen_etag;
  BcSaved     saved;
  BcSaveFlags flags;
} SaveJob;

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
disown (BcDocument *self)
{
  g_clear_pointer (&self->owner, bc_owner_release);
  g_clear_pointer (&self->other, bc_owner_note_free);
}

/* Tells others that this document has @file, and no other one any more. */
static void
own (BcDocument *self,
     GFile      *file)
{
  disown (self);
  self->owner = bc_owner_claim (file, &self->other);
}

static void
bc_document_dispose (GObject *object)
{
  BcDocument *self = BC_DOCUMENT (object);

  g_clear_pointer (&self->unsaved, bc_unsaved_free);
  disown (self);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->key, bc_key_unref);

  G_OBJECT_CLASS (bc_document_parent_class)->dispose (object);
}

static void
bc_document_class_init (BcDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_document_dispose;

  /**
   * BcDocument::warning:
   * @text: what the user has to know
   *
   * Unsaved work is not protected, or the like. What the user does goes on.
   */
  signals[SIGNAL_WARNING] = g_signal_new ("warning", BC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bc_document_init (BcDocument *self)
{
}

/* Once is enough. */
static void
tell_unprotected (BcDocument *self,
                  const char *problem)
{
  if (!self->warned)
    g_signal_emit (self, signals[SIGNAL_WARNING], 0, problem);
  self->warned = TRUE;
}

/* A chart always has a visit to draw on; adding the first one is no edit of the user's. */
static void
take_chart (BcDocument *self,
            BcChart    *chart)
{
  self->chart = chart;
  if (bc_chart_get_last_visit (chart) == NULL)
    {
      g_autofree char *today = bc_date_dup_today ();

      bc_chart_add_visit (chart, today);
    }
  self->unsaved = bc_unsaved_new (self, tell_unprotected);
}

/**
 * bc_document_new:
 *
 * Makes an empty chart with a visit of today and no file yet.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new (void)
{
  BcDocument *self = g_object_new (BC_TYPE_DOCUMENT, NULL);

  take_chart (self, bc_chart_new ());
  return self;
}

/**
 * bc_document_new_at:
 * @file: where it will be saved; it does not exist yet
 *
 * Makes an empty chart that has a place already.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new_at (GFile *file)
{
  BcDocument *self = bc_document_new ();

  g_set_object (&self->file, file);
  return self;
}

/**
 * bc_document_new_of:
 * @chart: a chart that was read from @file
 * @etag: (nullable): of what was read
 * @key: (nullable): that it was sealed with
 *
 * Makes a document of a chart that somebody else has read.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new_of (BcChart    *chart,
                    GFile      *file,
                    const char *etag,
                    BcKey      *key)
{
  BcDocument *self;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BC_TYPE_DOCUMENT, NULL);
  take_chart (self, g_object_ref (chart));
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->key = key != NULL ? bc_key_ref (key) : NULL;
  return self;
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
  take_chart (self, g_steal_pointer (&loaded->chart));
  self->file = g_steal_pointer (&loaded->file);
  self->etag = g_steal_pointer (&loaded->etag);
  self->key = g_steal_pointer (&loaded->key);
  self->owner = g_steal_pointer (&loaded->owner);
  self->other = g_steal_pointer (&loaded->other);
  loaded_chart_free (loaded);
  return self;
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
        own (self, job->file);
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
 * bc_document_get_chart:
 *
 * Returns: (transfer none): the chart
 */
BcChart *
bc_document_get_chart (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->chart;
}

/**
 * bc_document_set_visit:
 * @visit: (nullable): one of the chart's visits; %NULL for the latest
 *
 * Chooses the visit that is worked on.
 */
void
bc_document_set_visit (BcDocument *self,
                       BcVisit    *visit)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->visit, visit);
}

/**
 * bc_document_get_visit:
 *
 * Returns: (transfer none): the visit that is worked on: the one that was chosen while the chart has it, else the latest
 */
BcVisit *
bc_document_get_visit (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  if (self->visit != NULL && g_list_store_find (bc_chart_get_visits (self->chart), self->visit, NULL))
    return self->visit;
  return bc_chart_get_last_visit (self->chart);
}

/**
 * bc_document_get_file:
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
bc_document_get_file (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * bc_document_get_etag:
 *
 * Returns: (transfer none) (nullable): of the file as it was read or saved last
 */
const char *
bc_document_get_etag (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->etag;
}

/**
 * bc_document_get_key:
 *
 * Returns: (transfer none) (nullable): of a chart with a password
 */
BcKey *
bc_document_get_key (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->key;
}

/**
 * bc_document_set_key:
 * @key: (nullable): %NULL takes the password away
 *
 * From the next save on, and for unsaved work at once, the chart has this password. It counts as unsaved until then.
 */
void
bc_document_set_key (BcDocument *self,
                     BcKey      *key)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  if (self->key == key)
    return;
  g_clear_pointer (&self->key, bc_key_unref);
  self->key = key != NULL ? bc_key_ref (key) : NULL;
  bc_history_set_unsaved (bc_chart_get_history (self->chart));
  bc_unsaved_update (self->unsaved);
}

static GBytes *
open_work (const BcJournalEntry  *entry,
           BcKey                 *key,
           GError               **error)
{
  if (!bc_is_sealed (entry->bytes))
    return g_bytes_ref (entry->bytes);
  if (key != NULL)
    return bc_unseal (key, entry->bytes, entry->path, error);
  g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED, _("The chart is protected by a password"));
  return NULL;
}

/**
 * bc_document_restore:
 * @path: of a journal of unsaved work
 * @key: (nullable): that opens it, where it is of a chart with a password
 * @error: return location; the journal stays. %BC_FILE_ERROR_SEALED where there should be a @key
 *
 * Goes on with the work that a broken-off program left. Saving it compares the file with the one that the work began
 * with.
 *
 * Returns: (transfer full) (nullable): the document, unsaved
 */
BcDocument *
bc_document_restore (const char  *path,
                     BcKey       *key,
                     GError     **error)
{
  g_autoptr(BcJournalEntry) entry = NULL;
  g_autoptr(BcJournal) journal = NULL;
  g_autoptr(GBytes) clear = NULL;
  g_autoptr(BcChart) chart = NULL;
  BcDocument *self;

  g_return_val_if_fail (path != NULL, NULL);

  journal = bc_journal_adopt (path);
  if (journal == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("Another window has restored or discarded it already"));
      return NULL;
    }
  entry = bc_journal_read (path, error);
  clear = entry != NULL ? open_work (entry, key, error) : NULL;
  chart = clear != NULL ? bc_chart_parse (clear, path, error) : NULL;
  if (chart == NULL)
    return NULL;
  self = g_object_new (BC_TYPE_DOCUMENT, NULL);
  take_chart (self, g_steal_pointer (&chart));
  bc_unsaved_adopt (self->unsaved, g_steal_pointer (&journal));
  g_set_object (&self->file, entry->file);
  if (self->file != NULL)
    own (self, self->file);
  self->etag = g_strdup (entry->etag);
  self->key = key != NULL && bc_is_sealed (entry->bytes) ? bc_key_ref (key) : NULL;
  bc_history_set_unsaved (bc_chart_get_history (self->chart));
  return self;
}

/**
 * bc_document_keep_unsaved:
 * @error: return location, where it could not be put down
 *
 * Puts unsaved work down at once and leaves it to the next start, because the program is about to be ended or another
 * version takes the place of this one.
 *
 * Returns: whether nothing is lost with this document
 */
gboolean
bc_document_keep_unsaved (BcDocument  *self,
                          GError     **error)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  return bc_unsaved_keep (self->unsaved, error);
}

/**
 * bc_document_claim:
 *
 * Tells others that this document has the file, where it took the place of another one.
 */
void
bc_document_claim (BcDocument *self)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  own (self, self->file);
}

/**
 * bc_document_see:
 * @etag: (nullable): of what is in the file
 *
 * What somebody else saved there has been seen, and may be replaced by the next save.
 */
void
bc_document_see (BcDocument *self,
                 const char *etag)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  g_free (self->etag);
  self->etag = g_strdup (etag);
}

/**
 * bc_document_detach:
 *
 * Forgets the file, so that a sample is never written over.
 */
void
bc_document_detach (BcDocument *self)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  disown (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
}

/**
 * bc_document_get_other:
 *
 * Returns: (transfer none) (nullable): who had the chart open already when it was opened here
 */
const BcOwnerNote *
bc_document_get_other (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->other;
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

/**
 * bc_document_is_modified:
 *
 * Returns: whether anything would be lost by closing now
 */
gboolean
bc_document_is_modified (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  return bc_history_get_modified (bc_chart_get_history (self->chart));
}

/**
 * bc_document_dup_title:
 *
 * Returns: (transfer full): the patient's name or reference number, else the name of the file, or what to call a chart
 *   that has none of them
 */
char *
bc_document_dup_title (BcDocument *self)
{
  const char *name;

  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  name = bc_chart_get_name (self->chart);
  if (name[0] != '\0')
    return g_strdup (name);
  if (bc_chart_get_reference (self->chart)[0] != '\0')
    return g_strdup (bc_chart_get_reference (self->chart));
  if (self->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->file);

      if (g_str_has_suffix (base, BC_CHART_SUFFIX))
        base[strlen (base) - strlen (BC_CHART_SUFFIX)] = '\0';
      return g_filename_display_name (base);
    }
  return g_strdup (_("New chart"));
}

/**
 * bc_document_dup_file_name:
 * @suffix: with its dot, as ".pdf"
 *
 * A name to suggest for a file: the reference number and the day of the visit, never the patient's name,
 * because file names are seen by others.
 *
 * Returns: (transfer full): the name
 */
char *
bc_document_dup_file_name (BcDocument *self,
                           const char *suffix)
{
  g_autofree char *reference = NULL;
  BcVisit *visit;

  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  visit = bc_document_get_visit (self);
  reference = g_strdup (bc_chart_get_reference (self->chart));
  g_strstrip (g_strdelimit (reference, "/\\:*?\"<>|.\n\t", '-'));
  return g_strdup_printf ("%s-%s%s", reference[0] != '\0' ? reference : "chart", bc_visit_get_date (visit), suffix);
}
