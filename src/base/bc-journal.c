/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The journal of a document: put down, let go of, thrown away.
 */

#include "bc-journal-private.h"

#include "bc-beside.h"
#include "bc-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FOLDER_MODE 0700

struct _BcJournal
{
  gatomicrefcount ref_count;
  GMutex          lock;
  char           *path;
  BcBeside       *written; /* (nullable): the file as it was written last; holds the lock */
  int             adopted; /* the file that was found, -1 for none; holds the lock */
  gboolean        discarded;
};

/**
 * bc_journal_dup_folder:
 *
 * Returns: (transfer full): the user's folder for unsaved work; it need not exist
 */
char *
bc_journal_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "bodychart", "recovery", NULL);
}

static BcJournal *
new_at (char *path)
{
  BcJournal *self = g_new0 (BcJournal, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->path = path;
  self->adopted = -1;
  return self;
}

/**
 * bc_journal_new:
 * @folder: where to, as bc_journal_dup_folder() says
 *
 * Nothing is written yet.
 *
 * Returns: (transfer full): the journal of a document
 */
BcJournal *
bc_journal_new (const char *folder)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, BC_JOURNAL_SUFFIX, NULL);

  g_return_val_if_fail (folder != NULL, NULL);

  return new_at (g_build_filename (folder, name, NULL));
}

/**
 * bc_journal_adopt:
 * @path: of a journal that was found
 *
 * Goes on with a journal: no other program is offered it from now on.
 *
 * Returns: (transfer full) (nullable): the journal; %NULL where another program took it, or it is gone
 */
BcJournal *
bc_journal_adopt (const char *path)
{
  BcJournal *self;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return NULL;
  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      close (fd);
      return NULL;
    }
  self = new_at (g_strdup (path));
  self->adopted = fd;
  return self;
}

/**
 * bc_journal_ref:
 *
 * Returns: (transfer full): the same journal
 */
BcJournal *
bc_journal_ref (BcJournal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
let_go (BcJournal *self)
{
  g_clear_pointer (&self->written, bc_beside_close);
  if (self->adopted >= 0)
    close (self->adopted);
  self->adopted = -1;
}

/**
 * bc_journal_unref:
 *
 * The last one lets go of the file, but leaves it: bc_journal_discard() removes it.
 */
void
bc_journal_unref (BcJournal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  let_go (self);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

static void
append_line (GString    *text,
             const char *key,
             const char *value)
{
  if (value != NULL && strchr (value, '\n') == NULL)
    g_string_append_printf (text, "%s %s\n", key, value);
}

static GBytes *
make_content (GFile      *file,
              const char *etag,
              GBytes     *bytes)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  GString *text = g_string_new (BC_JOURNAL_MAGIC);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  append_line (text, "file", uri);
  append_line (text, "etag", etag);
  g_string_append_printf (text, "time %" G_GINT64_FORMAT "\n", g_get_real_time () / G_USEC_PER_SEC);
  g_string_append_printf (text, "size %" G_GSIZE_FORMAT "\n", size);
  g_string_append_printf (text, "sha256 %s\n\n", sum);
  g_string_append_len (text, data, (gssize) size);
  return g_string_free_to_bytes (text);
}

static BcBeside *
write_content (const char  *path,
               GBytes      *content,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(BcBeside) beside = NULL;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      bc_beside_set_error (error, errno);
      return NULL;
    }
  /* It may have been made by another program, or with another mask. */
  g_chmod (folder, FOLDER_MODE);
  beside = bc_beside_open (path, error);
  if (beside == NULL || !bc_beside_write (beside, content, error) || !bc_beside_replace (beside, error))
    return NULL;
  return g_steal_pointer (&beside);
}

/**
 * bc_journal_write:
 * @file: (nullable): where the work will be saved
 * @etag: (nullable): of @file as it was read or saved last
 * @bytes: all of the unsaved work; sealed, where the file is
 * @error: return location for a #GFileError; the message says what to do
 *
 * Puts the work down in the place of what was there, whole and durably, readable by its owner only. After
 * bc_journal_discard() nothing is written any more.
 *
 * Returns: whether a crash would not lose it
 */
gboolean
bc_journal_write (BcJournal   *self,
                  GFile       *file,
                  const char  *etag,
                  GBytes      *bytes,
                  GError     **error)
{
  g_autoptr(GMutexLocker) locker = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) cause = NULL;
  BcBeside *written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  content = make_content (file, etag, bytes);
  locker = g_mutex_locker_new (&self->lock);
  if (self->discarded)
    return TRUE;
  written = write_content (self->path, content, &cause);
  if (written != NULL)
    {
      let_go (self);
      self->written = written;
    }
  if (written == NULL || !bc_beside_sync_folder (self->path, &cause))
    {
      /* Translators: what the system says */
      g_set_error (error, cause->domain, cause->code,
                   _("Unsaved work is not protected against a crash: %s; save the chart"), cause->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_journal_discard:
 *
 * Removes the file: the work is saved, or not wanted. Another write does nothing.
 */
void
bc_journal_discard (BcJournal *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->lock);
  if (self->written != NULL || self->adopted >= 0)
    g_unlink (self->path);
  let_go (self);
  self->discarded = TRUE;
}
