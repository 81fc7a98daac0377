/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A journal is a few lines of text, an empty line, and the work:
 *
 *     bodychart-journal 1
 *     file file:///home/...
 *     etag ...
 *     time 1790000000
 *     size 4711
 *     sha256 0123...
 *
 * No name of a patient stands in these lines: the work may be sealed with a password.
 */

#include "bc-journal.h"

#include "bc-beside.h"
#include "bc-i18n.h"
#include "bc-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FOLDER_MODE 0700
#define SUFFIX ".journal"
#define MAGIC "bodychart-journal 1\n"

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
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

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
  GString *text = g_string_new (MAGIC);
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

/* --- reading --- */

/**
 * bc_journal_entry_free:
 *
 * Frees an entry; its file stays.
 */
void
bc_journal_entry_free (BcJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->file);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry->path);
  g_free (entry->etag);
  g_free (entry->problem);
  g_free (entry);
}

static gboolean
read_number (const char *text,
             guint64     max,
             guint64    *number)
{
  return g_ascii_string_to_unsigned (text, 10, 0, max, number, NULL);
}

/* One line of the head. An unknown one is of a newer version that adds something. */
static gboolean
read_line (BcJournalEntry  *entry,
           const char      *line,
           guint64         *size,
           char           **sum)
{
  guint64 number;

  if (g_str_has_prefix (line, "file ") && entry->file == NULL)
    entry->file = g_file_new_for_uri (line + strlen ("file "));
  else if (g_str_has_prefix (line, "etag ") && entry->etag == NULL)
    entry->etag = g_strdup (line + strlen ("etag "));
  else if (g_str_has_prefix (line, "sha256 ") && *sum == NULL)
    *sum = g_strdup (line + strlen ("sha256 "));
  else if (g_str_has_prefix (line, "size "))
    return read_number (line + strlen ("size "), BC_JOURNAL_MAX_BYTES, size);
  else if (g_str_has_prefix (line, "time "))
    {
      if (!read_number (line + strlen ("time "), G_MAXINT32 * G_GUINT64_CONSTANT (1000), &number))
        return FALSE;
      entry->time = (gint64) number;
    }
  return TRUE;
}

static gboolean
read_content (BcJournalEntry *entry,
              GBytes         *content)
{
  gsize total;
  const char *data = g_bytes_get_data (content, &total);
  const char *end = total > 0 ? memmem (data, total, "\n\n", 2) : NULL;
  g_autofree char *head = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *found = NULL;
  g_auto(GStrv) lines = NULL;
  guint64 size = 0;
  gsize start;

  if (end == NULL || total < strlen (MAGIC) || memcmp (data, MAGIC, strlen (MAGIC)) != 0)
    return FALSE;
  start = (gsize) (end - data) + 2;
  head = g_strndup (data, start - 2);
  if (strlen (head) != start - 2 || !g_utf8_validate (head, -1, NULL))
    return FALSE;
  lines = g_strsplit (head, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (!read_line (entry, lines[i], &size, &sum))
      return FALSE;
  if (sum == NULL || total - start != size)
    return FALSE;
  entry->bytes = g_bytes_new_from_bytes (content, start, total - start);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->bytes);
  if (g_str_equal (found, sum))
    return TRUE;
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  return FALSE;
}

/**
 * bc_journal_parse:
 * @content: of a journal
 * @name: of the file, for messages
 * @error: return location: %BC_FILE_ERROR_SYNTAX where it is damaged
 *
 * Returns: (transfer full) (nullable): what it holds, whole as it was written
 */
BcJournalEntry *
bc_journal_parse (GBytes      *content,
                  const char  *name,
                  GError     **error)
{
  g_autoptr(BcJournalEntry) entry = g_new0 (BcJournalEntry, 1);

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (read_content (entry, content))
    return g_steal_pointer (&entry);
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX,
               /* Translators: %s is a file name */
               _("%s:1: unsaved work that is damaged and cannot be restored; discard it"), name);
  return NULL;
}

/**
 * bc_journal_read:
 * @path: of a journal
 * @error: return location, as of bc_load_bytes() and bc_journal_parse()
 *
 * Returns: (transfer full) (nullable): what it holds
 */
BcJournalEntry *
bc_journal_read (const char  *path,
                 GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) content = bc_load_bytes (file, BC_JOURNAL_MAX_BYTES, NULL, NULL, error);
  BcJournalEntry *entry;

  if (content == NULL)
    return NULL;
  entry = bc_journal_parse (content, path, error);
  if (entry != NULL)
    entry->path = g_strdup (path);
  return entry;
}

/* Whether a running program holds it. Where the filesystem knows no locks nobody seems to. */
static gboolean
is_held (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean held;

  if (fd < 0)
    return FALSE;
  held = flock (fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  close (fd);
  return held;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const BcJournalEntry *first = *(BcJournalEntry *const *) a;
  const BcJournalEntry *second = *(BcJournalEntry *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

static BcJournalEntry *
read_or_explain (const char *path)
{
  g_autoptr(GError) error = NULL;
  BcJournalEntry *entry = bc_journal_read (path, &error);
  GStatBuf info;

  if (entry != NULL)
    return entry;
  entry = g_new0 (BcJournalEntry, 1);
  entry->path = g_strdup (path);
  entry->problem = g_strdup (error->message);
  entry->time = g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
  return entry;
}

/**
 * bc_journal_list:
 * @folder: as bc_journal_dup_folder() says
 *
 * Returns: (transfer container): what programs that are gone left unsaved, as #BcJournalEntry, the latest first;
 *   damaged ones have a problem
 */
GPtrArray *
bc_journal_list (const char *folder)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_journal_entry_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_held (path))
        continue;
      if (name[0] != '.' && g_str_has_suffix (name, SUFFIX))
        g_ptr_array_add (entries, read_or_explain (path));
      else if (name[0] == '.' && g_str_has_suffix (name, SUFFIX BC_BESIDE_SUFFIX))
        g_unlink (path); /* half of one; what it should have replaced is there */
    }
  g_ptr_array_sort (entries, compare_times);
  return entries;
}

/**
 * bc_journal_remove:
 * @path: of a journal that nobody wants any more
 *
 * Removes it, unless a running program took it meanwhile.
 */
void
bc_journal_remove (const char *path)
{
  BcJournal *journal;

  g_return_if_fail (path != NULL);

  journal = bc_journal_adopt (path);
  if (journal == NULL)
    return;
  bc_journal_discard (journal);
  bc_journal_unref (journal);
}
