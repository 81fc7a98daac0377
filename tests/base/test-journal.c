/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unsaved work: what is put down comes back after a crash, to one program, and whole. */

#include "bc-journal.h"
#include "faulty-calls.h"
#include "save-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORK "<chart>unsaved</chart>\n\n\n"

/* Below the fixture's folder, and not there yet. */
static char *
dup_folder (SaveFixture *f)
{
  return g_build_filename (f->folder, "bodychart", "recovery", NULL);
}

static gboolean
put_down (BcJournal   *journal,
          GFile       *file,
          const char  *text,
          GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return bc_journal_write (journal, file, "etag 1", bytes, error);
}

/* As a program does that crashes a moment later. */
static void
leave_behind (SaveFixture *f,
              const char  *text)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(BcJournal) journal = bc_journal_new (folder);

  g_assert_true (put_down (journal, f->file, text, NULL));
}

static void
assert_work (const BcJournalEntry *entry,
             const char           *text)
{
  g_assert_null (entry->problem);
  g_assert_nonnull (entry->bytes);
  g_assert_cmpmem (g_bytes_get_data (entry->bytes, NULL), g_bytes_get_size (entry->bytes), text, strlen (text));
}

static guint
count_offers (SaveFixture *f)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(GPtrArray) entries = bc_journal_list (folder);

  return entries->len;
}

static void
test_comes_back (SaveFixture   *f,
                 gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(GPtrArray) entries = NULL;
  const BcJournalEntry *entry;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat info;

  g_assert_cmpuint (count_offers (f), ==, 0); /* no folder yet */
  leave_behind (f, WORK);
  entries = bc_journal_list (folder);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  assert_work (entry, WORK);
  g_assert_true (g_file_equal (entry->file, f->file));
  g_assert_cmpstr (entry->etag, ==, "etag 1");
  g_assert_cmpint (entry->time, >=, now);
  g_assert_cmpint (stat (entry->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
}

static void
test_never_saved (SaveFixture   *f,
                  gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(BcJournal) journal = bc_journal_new (folder);
  g_autoptr(GPtrArray) entries = NULL;

  g_assert_true (put_down (journal, NULL, "", NULL));
  g_clear_pointer (&journal, bc_journal_unref);
  entries = bc_journal_list (folder);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_null (((BcJournalEntry *) g_ptr_array_index (entries, 0))->file);
}

/* Work that a program still holds is not offered to another, nor to a second window. */
static void
test_running_program (SaveFixture   *f,
                      gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(BcJournal) journal = bc_journal_new (folder);

  g_assert_true (put_down (journal, NULL, "one", NULL));
  g_assert_cmpuint (count_offers (f), ==, 0);
  g_assert_true (put_down (journal, NULL, "two", NULL));
  g_assert_cmpuint (count_offers (f), ==, 0);
  g_clear_pointer (&journal, bc_journal_unref);
  g_assert_cmpuint (count_offers (f), ==, 1);
}

static void
test_killed_program (SaveFixture   *f,
                     gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      put_down (bc_journal_new (folder), f->file, WORK, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpuint (count_offers (f), ==, 1);
}

static void
test_discard (SaveFixture   *f,
              gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(BcJournal) journal = bc_journal_new (folder);

  g_assert_true (put_down (journal, NULL, "one", NULL));
  bc_journal_discard (journal);
  g_assert_cmpuint (save_count_files (folder), ==, 0);
  g_assert_true (put_down (journal, NULL, "two", NULL)); /* a thread that was late */
  g_assert_cmpuint (save_count_files (folder), ==, 0);
}

/* One program goes on with what it found; a second one does not get it as well. */
static void
test_adopt (SaveFixture   *f,
            gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) later = NULL;
  g_autoptr(BcJournal) journal = NULL;
  const char *path;

  leave_behind (f, WORK);
  entries = bc_journal_list (folder);
  path = ((BcJournalEntry *) g_ptr_array_index (entries, 0))->path;
  journal = bc_journal_adopt (path);
  g_assert_nonnull (journal);
  g_assert_null (bc_journal_adopt (path));
  g_assert_cmpuint (count_offers (f), ==, 0);
  bc_journal_remove (path); /* somebody else's list was old */
  g_assert_cmpuint (save_count_files (folder), ==, 1);
  g_assert_true (put_down (journal, f->file, "more", NULL));
  g_assert_null (bc_journal_adopt (path));
  g_assert_cmpuint (save_count_files (folder), ==, 1);
  g_clear_pointer (&journal, bc_journal_unref);
  later = bc_journal_list (folder);
  g_assert_cmpuint (later->len, ==, 1);
  assert_work (g_ptr_array_index (later, 0), "more");
  bc_journal_remove (path);
  g_assert_cmpuint (save_count_files (folder), ==, 0);
}

static void
test_latest_first (SaveFixture   *f,
                   gconstpointer  unused)
{
  static const char *const times[] = { "100", "300", "200" };
  static const char sum[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"; /* of nothing */
  g_autoptr(GPtrArray) entries = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.journal", i);
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_autofree char *text = g_strdup_printf ("bodychart-journal 1\ntime %s\nlater words\nsize 0\nsha256 %s\n\n",
                                               times[i], sum);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
  entries = bc_journal_list (f->folder);
  g_assert_cmpuint (entries->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const BcJournalEntry *entry = g_ptr_array_index (entries, i);

      g_assert_null (entry->problem);
      g_assert_cmpint (entry->time, ==, 300 - 100 * (gint64) i);
    }
}

static GBytes *
get_content (SaveFixture *f)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(GPtrArray) entries = bc_journal_list (folder);
  char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (((BcJournalEntry *) g_ptr_array_index (entries, 0))->path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

static void
assert_refused_or_whole (const guint8 *data,
                         gsize         size,
                         gboolean      refused)
{
  g_autoptr(GBytes) content = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcJournalEntry) entry = bc_journal_parse (content, "x.journal", &error);

  if (entry != NULL)
    {
      g_assert_false (refused);
      assert_work (entry, WORK);
    }
  else
    {
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "x.journal:1: "));
    }
}

/* A disk that lost a part or flipped a bit: never half of the work, never other work. */
static void
test_damaged (SaveFixture   *f,
              gconstpointer  unused)
{
  g_autoptr(GBytes) content = NULL;
  const guint8 *data;
  gsize size;

  leave_behind (f, WORK);
  content = get_content (f);
  data = g_bytes_get_data (content, &size);
  for (gsize length = 0; length < size; length++)
    assert_refused_or_whole (data, length, TRUE);
  for (gsize at = 0; at < size; at++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);

        copy[at] ^= (guint8) (1u << bit);
        assert_refused_or_whole (copy, size, at >= size - strlen (WORK));
      }
}

static void
test_damaged_is_told (SaveFixture   *f,
                      gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autofree char *path = g_build_filename (folder, "bad.journal", NULL);
  g_autoptr(GPtrArray) entries = NULL;
  const BcJournalEntry *entry;

  leave_behind (f, WORK);
  g_assert_true (g_file_set_contents (path, "bodychart-jour", -1, NULL));
  entries = bc_journal_list (folder);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  if (entry->problem == NULL)
    entry = g_ptr_array_index (entries, 1);
  g_assert_nonnull (entry->problem);
  g_assert_null (entry->bytes);
  bc_journal_remove (entry->path);
  g_assert_cmpuint (count_offers (f), ==, 1);
}

/* What was put down before stays until the new is whole, on a disk that fails as well as in a program that is killed. */
static void
test_faults (SaveFixture   *f,
             gconstpointer  unused)
{
  gboolean happened = TRUE;

  for (guint nth = 1; happened; nth++)
    {
      g_autofree char *folder = dup_folder (f);
      g_autoptr(BcJournal) journal = bc_journal_new (folder);
      g_autoptr(GPtrArray) entries = NULL;
      g_autoptr(GError) error = NULL;
      gboolean written;

      g_assert_cmpuint (nth, <, 60);
      g_assert_true (put_down (journal, f->file, "old", NULL));
      faulty_calls_arm (f->folder, FAULT_FOR_EVER, nth, ENOSPC);
      written = put_down (journal, f->file, "new", &error);
      happened = faulty_calls_disarm ();
      g_assert_true (written == (error == NULL));
      g_clear_pointer (&journal, bc_journal_unref);
      entries = bc_journal_list (folder);
      g_assert_cmpuint (entries->len, ==, 1);
      if (written)
        assert_work (g_ptr_array_index (entries, 0), "new");
      else if (g_bytes_get_size (((BcJournalEntry *) g_ptr_array_index (entries, 0))->bytes) == 3)
        g_assert_null (((BcJournalEntry *) g_ptr_array_index (entries, 0))->problem);
      g_assert_cmpuint (save_count_files (folder), ==, 1);
      bc_journal_remove (((BcJournalEntry *) g_ptr_array_index (entries, 0))->path);
    }
}

static void
test_killed_while_writing (SaveFixture   *f,
                           gconstpointer  unused)
{
  g_autofree char *folder = dup_folder (f);
  g_autoptr(GPtrArray) entries = NULL;
  gboolean killed = TRUE;

  for (guint nth = 1; killed; nth++)
    {
      g_autoptr(GPtrArray) found = NULL;
      int status = 0;
      pid_t child;

      g_assert_cmpuint (nth, <, 60);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          BcJournal *journal = bc_journal_new (folder);

          put_down (journal, f->file, "old", NULL);
          faulty_calls_arm (f->folder, FAULT_KILL_AFTER, nth, 0);
          put_down (journal, f->file, "new", NULL);
          _exit (0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      killed = WIFSIGNALED (status);
      found = bc_journal_list (folder);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_null (((BcJournalEntry *) g_ptr_array_index (found, 0))->problem);
      bc_journal_remove (((BcJournalEntry *) g_ptr_array_index (found, 0))->path);
    }
  entries = bc_journal_list (folder); /* and what was half written goes with the next look */
  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_cmpuint (save_count_files (folder), ==, 0);
}

#define ADD(name, function) g_test_add ("/journal/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("comes-back", test_comes_back);
  ADD ("never-saved", test_never_saved);
  ADD ("running-program", test_running_program);
  ADD ("killed-program", test_killed_program);
  ADD ("discard", test_discard);
  ADD ("adopt", test_adopt);
  ADD ("latest-first", test_latest_first);
  ADD ("damaged", test_damaged);
  ADD ("damaged-is-told", test_damaged_is_told);
  ADD ("faults", test_faults);
  ADD ("killed-while-writing", test_killed_while_writing);
  return g_test_run ();
}
