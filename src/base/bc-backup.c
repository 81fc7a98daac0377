/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The version before, beside the file and under its name with a tilde, as editors have it: file managers hide such
 * names, it goes where the folder goes, who may read the folder's files is settled already, and no copy of a
 * patient's data lies where nobody would look for it, as in a folder of the program's own.
 */

#include "bc-backup.h"

#include "bc-beside.h"
#include "bc-i18n.h"

/* A file that is larger than this was not written by us. */
#define MAX_BYTES (256 * 1024 * 1024)

/**
 * bc_save_get_backup:
 * @file: what is saved
 *
 * Returns: (transfer full): where the version before it is kept
 */
GFile *
bc_save_get_backup (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *longer = NULL;
  g_autoptr(GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  longer = g_strconcat (name, BC_SAVE_BACKUP_SUFFIX, NULL);
  folder = g_file_get_parent (file);
  return folder != NULL ? g_file_get_child (folder, longer) : g_file_dup (file);
}

static gboolean
write_local (const char  *path,
             GBytes      *bytes,
             GError     **error)
{
  g_autoptr(BcBeside) beside = bc_beside_open (path, error);

  return beside != NULL && bc_beside_write (beside, bytes, error) && bc_beside_replace (beside, error)
         && bc_beside_sync_folder (path, error);
}

static gboolean
write_backup (GFile         *target,
              GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_is_native (target) && g_file_peek_path (target) != NULL)
    return write_local (g_file_peek_path (target), bytes, error);
  return g_file_replace_contents (target, data != NULL ? data : "", size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  cancellable, error);
}

/* (transfer full) (nullable): what is there, as it may be kept; %NULL also where nothing is to be kept */
static GBytes *
load_old (GFile               *file,
          GBytes              *next,
          const BcSaveBackup  *backup,
          GCancellable        *cancellable,
          GError             **error)
{
  g_autoptr(GBytes) old = NULL;

  if (!g_file_query_exists (file, cancellable))
    return NULL;
  old = bc_load_bytes (file, MAX_BYTES, NULL, cancellable, error);
  /* The same again would push out the version before, which is the one that is wanted. */
  if (old == NULL || g_bytes_equal (old, next))
    return NULL;
  return backup->convert != NULL ? backup->convert (old, backup->data, error) : g_steal_pointer (&old);
}

/**
 * bc_backup_keep:
 * @file: what is about to be replaced; no symbolic link
 * @next: by what
 * @backup: how
 * @error: return location; the message names the copy
 *
 * Keeps what @file holds, durably, readable by its owner only. Nothing is done where there is no file yet, or where it
 * holds @next already.
 *
 * Returns: %FALSE where it should have been kept and could not be
 */
gboolean
bc_backup_keep (GFile               *file,
                GBytes              *next,
                const BcSaveBackup  *backup,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr(GFile) target = bc_save_get_backup (file);
  g_autoptr(GBytes) old = NULL;
  g_autoptr(GError) cause = NULL;
  g_autofree char *name = NULL;

  old = load_old (file, next, backup, cancellable, &cause);
  if (cause == NULL && (old == NULL || write_backup (target, old, cancellable, &cause)))
    return TRUE;
  name = g_file_get_parse_name (target);
  /* Translators: name of the copy, then what the system says */
  g_set_error (error, cause->domain, cause->code, _("%s: the version before could not be kept: %s"), name,
               cause->message);
  return FALSE;
}
