/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-save.h"

#include "bc-backup.h"
#include "bc-beside.h"
#include "bc-etag.h"
#include "bc-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* What bc_save_bytes_full() was asked to do. */
typedef struct
{
  GFile              *file;
  GBytes             *bytes;
  const char         *seen_etag;
  BcSaveFlags         flags;
  const BcSaveBackup *backup;
  BcSaved            *saved;
  GCancellable       *cancellable;
} SaveJob;

/* What a user can do about the common failures of disks and networks. */
static const char *
remedy_for (const GError *error)
{
  const gboolean disk = error->domain == G_FILE_ERROR;
  const gboolean share = error->domain == G_IO_ERROR;
  const int code = error->code;

  if ((disk && code == G_FILE_ERROR_NOSPC) || (share && code == G_IO_ERROR_NO_SPACE))
    return _("free some space, or save to another folder");
  if ((disk && (code == G_FILE_ERROR_ACCES || code == G_FILE_ERROR_PERM || code == G_FILE_ERROR_ROFS))
      || (share && (code == G_IO_ERROR_PERMISSION_DENIED || code == G_IO_ERROR_READ_ONLY)))
    return _("choose a folder that you may write to");
  if ((disk && (code == G_FILE_ERROR_NOENT || code == G_FILE_ERROR_NOTDIR))
      || (share && (code == G_IO_ERROR_NOT_FOUND || code == G_IO_ERROR_NOT_DIRECTORY)))
    return _("choose a folder that exists");
  if (disk && code == G_FILE_ERROR_IO)
    return _("save to another disk");
  return _("try again, or save under another name");
}

static gboolean
fail_saving (GFile   *file,
             GError  *cause,
             GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else
    /* Translators: file name, what the system says, what the user can do about it */
    g_set_error (error, cause->domain, cause->code, _("%s: not saved: %s; %s"), name, cause->message,
                 remedy_for (cause));
  return FALSE;
}

static gboolean
changed_meanwhile (GFile   *file,
                   GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED,
               /* Translators: %s is a file name */
               _("%s: not saved: someone else changed the file meanwhile; look at it first, then replace it or save "
                 "under another name"),
               name);
  return FALSE;
}

/* Whether what is there may be replaced: nothing, or the regular file that the caller has seen. */
static gboolean
check_target (const SaveJob  *job,
              GError        **error)
{
  GFile *file = job->file;
  GError *cause = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," BC_ETAG_ATTRIBUTES,
                                                 G_FILE_QUERY_INFO_NONE, job->cancellable, &cause);
  g_autofree char *etag = NULL;
  GFileType type;

  if (info == NULL)
    {
      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return fail_saving (file, cause, error);
      g_error_free (cause);
      return TRUE;
    }
  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_SYMBOLIC_LINK) /* one that leads somewhere is followed */
    return fail_saving (file, g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                           _("it is a link to a file that does not exist")), error);
  if (type != G_FILE_TYPE_REGULAR)
    return fail_saving (file, g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                                           _("there is a folder or a device of this name")), error);
  etag = bc_etag_dup (file, info);
  if ((job->flags & BC_SAVE_REPLACE) == 0 && g_strcmp0 (etag, job->seen_etag) != 0)
    return changed_meanwhile (file, error);
  return TRUE;
}

/* Somebody protects the file, and a rename would not notice. */
static gboolean
check_protected (const SaveJob  *job,
                 const char     *path,
                 GError        **error)
{
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 || errno != EACCES)
    return TRUE;
  return fail_saving (job->file, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                                               _("the file is protected against changes")), error);
}

static char *
query_etag (GFile *file)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, BC_ETAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL ? bc_etag_dup (file, info) : NULL;
}

/* The content is in place, but a power failure might still bring the old one back. */
static gboolean
not_certain (GFile   *file,
             GError  *cause,
             GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, cause->domain, cause->code,
               /* Translators: file name, then what the system says */
               _("%s: saved, but the disk did not confirm it: %s; save again, or to another disk"), name,
               cause->message);
  g_error_free (cause);
  return FALSE;
}

/* Goes on without: not to save would be worse. */
static void
keep_backup (const SaveJob *job,
             const char    *path)
{
  g_autoptr(GFile) real = path != NULL ? g_file_new_for_path (path) : g_object_ref (job->file);

  if (job->backup != NULL)
    bc_backup_keep (real, job->bytes, job->backup, job->cancellable, &job->saved->no_backup);
}

/*
 * A temporary file beside the target, synced, then renamed over it, then the folder synced: after a crash there is
 * the old file or the new one, never half of one. A symbolic link is followed first, since the rename would replace
 * the link itself and leave the old chart where the clinic keeps it. What is there is looked at once more under the
 * temporary file's lock, so that of two who save at once the second is told.
 */
static gboolean
save_local (const SaveJob  *job,
            GError        **error)
{
  char *real = realpath (g_file_peek_path (job->file), NULL);
  g_autofree char *path = g_strdup (real != NULL ? real : g_file_peek_path (job->file));
  g_autoptr(BcBeside) beside = NULL;
  GError *cause = NULL;

  free (real); /* from realpath(), so not g_free() */
  beside = bc_beside_open (path, &cause);
  if (beside == NULL)
    return fail_saving (job->file, cause, error);
  if (!check_target (job, error) || !check_protected (job, path, error))
    return FALSE;
  if (!bc_beside_write (beside, job->bytes, &cause))
    return fail_saving (job->file, cause, error);
  keep_backup (job, path);
  if (!bc_beside_replace (beside, &cause))
    return fail_saving (job->file, cause, error);
  job->saved->etag = query_etag (job->file);
  return bc_beside_sync_folder (path, &cause) || not_certain (job->file, cause, error);
}

/* SMB, WebDAV and the like: GVfs writes a temporary file where the server can, and compares the etag on its side. */
static gboolean
save_remote (const SaveJob  *job,
             GError        **error)
{
  const char *etag = (job->flags & BC_SAVE_REPLACE) == 0 ? job->seen_etag : NULL;
  GError *cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (job->bytes, &size);

  keep_backup (job, NULL);
  if (g_file_replace_contents (job->file, data != NULL ? data : "", size, etag, FALSE, G_FILE_CREATE_PRIVATE,
                               &job->saved->etag, job->cancellable, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      g_error_free (cause);
      return changed_meanwhile (job->file, error);
    }
  return fail_saving (job->file, cause, error);
}

/**
 * bc_saved_clear:
 *
 * Frees what it holds.
 */
void
bc_saved_clear (BcSaved *saved)
{
  g_clear_pointer (&saved->etag, g_free);
  g_clear_error (&saved->no_backup);
}

/**
 * bc_save_bytes_full:
 * @file: where to; a symbolic link is followed
 * @bytes: all of the new content
 * @seen_etag: (nullable): etag of the content that the user has seen; %NULL for a new file
 * @flags: whether to replace what someone else wrote meanwhile
 * @backup: (nullable): how to keep the version before, in the file of bc_save_get_backup(); %NULL not to keep it
 * @saved: (out caller-allocates): what became of it, to be cleared in any case
 * @cancellable: (nullable): stops it before anything is replaced
 * @error: return location: %BC_FILE_ERROR_CHANGED where the file is not the one seen, else a #GFileError or
 *   #GIOErrorEnum; the message says what to do
 *
 * Saves whole or not at all, and durably: once it returns, a power failure loses nothing. A local file is readable
 * and writable by its owner only. A file that is there while @seen_etag is %NULL counts as changed. The version before
 * is on the disk before @file is replaced; where it cannot be kept, the saving goes on and @saved tells.
 *
 * Returns: whether @file now holds @bytes, for good
 */
gboolean
bc_save_bytes_full (GFile               *file,
                    GBytes              *bytes,
                    const char          *seen_etag,
                    BcSaveFlags          flags,
                    const BcSaveBackup  *backup,
                    BcSaved             *saved,
                    GCancellable        *cancellable,
                    GError             **error)
{
  const SaveJob job = { file, bytes, seen_etag, flags, backup, saved, cancellable };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (saved != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *saved = (BcSaved) { NULL };
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_target (&job, error))
    return FALSE;
  if (g_file_is_native (file) && g_file_peek_path (file) != NULL)
    return save_local (&job, error);
  return save_remote (&job, error);
}

/**
 * bc_save_bytes:
 * @new_etag: (out) (optional) (nullable): etag of what was written
 *
 * Saves as bc_save_bytes_full() does, without keeping the version before.
 *
 * Returns: whether @file now holds @bytes, for good
 */
gboolean
bc_save_bytes (GFile         *file,
               GBytes        *bytes,
               const char    *seen_etag,
               BcSaveFlags    flags,
               char         **new_etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_auto(BcSaved) saved = { NULL };
  gboolean done = bc_save_bytes_full (file, bytes, seen_etag, flags, NULL, &saved, cancellable, error);

  if (new_etag != NULL && saved.etag != NULL)
    *new_etag = g_steal_pointer (&saved.etag);
  return done;
}
