/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Journals that are found: what they hold, and which of them nobody works on any more.
 */

#include "bc-journal-private.h"

#include "bc-beside.h"
#include "bc-i18n.h"
#include "bc-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

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

  if (end == NULL || total < strlen (BC_JOURNAL_MAGIC)
      || memcmp (data, BC_JOURNAL_MAGIC, strlen (BC_JOURNAL_MAGIC)) != 0)
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
      if (name[0] != '.' && g_str_has_suffix (name, BC_JOURNAL_SUFFIX))
        g_ptr_array_add (entries, read_or_explain (path));
      else if (name[0] == '.' && g_str_has_suffix (name, BC_JOURNAL_SUFFIX BC_BESIDE_SUFFIX))
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
