/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving on a disk that fails, and by a program that is killed: the file is the old one or the new one, whole. */

#include "bc-save.h"
#include "faulty-calls.h"
#include "save-support.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

/* Large enough that a part of it is noticed, and that writing takes a while. */
#define SIZE 100000
/* More calls than a save makes. */
#define MANY 60

static const struct { int code; const char *remedy; } causes[] = {
  { ENOSPC, "; free some space, or save to another folder" },
  { EIO, "; save to another disk" },
  { EROFS, "; choose a folder that you may write to" },
};

/* A content that tells its number, and whether it is whole. */
static GBytes *
make_content (guint number)
{
  g_autofree char *head = g_strdup_printf ("%u\n", number);
  char *text = g_malloc (SIZE);

  memset (text, 'a' + (int) (number % 26), SIZE);
  memcpy (text, head, strlen (head));
  return g_bytes_new_take (text, SIZE);
}

static guint
get_whole_content (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) expected = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  guint number;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  number = (guint) g_ascii_strtoull (text, NULL, 10);
  expected = make_content (number);
  g_assert_cmpmem (text, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  return number;
}

/* @saved: (nullable) */
static gboolean
save_content (SaveFixture  *f,
              guint         number,
              BcSaved      *saved,
              GError      **error)
{
  static const BcSaveBackup backup = { NULL };
  g_autoptr(GBytes) bytes = make_content (number);
  g_auto(BcSaved) unwanted = { NULL };

  return bc_save_bytes_full (f->file, bytes, NULL, BC_SAVE_REPLACE, &backup, saved != NULL ? saved : &unwanted, NULL,
                             error);
}

static guint
get_whole_backup (SaveFixture *f)
{
  g_autofree char *path = g_strconcat (f->path, "~", NULL);

  return get_whole_content (path);
}

static void
assert_told (SaveFixture  *f,
             const GError *error,
             int           code,
             const char   *remedy)
{
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, f->path));
  g_assert_nonnull (strstr (error->message, g_strerror (code)));
  if (strstr (error->message, "did not confirm") == NULL)
    g_assert_true (g_str_has_suffix (error->message, remedy));
}

/* The chart 1 with the version 3 before it, put there without ceremony: a save takes its time to be durable. */
static void
put_one (SaveFixture *f)
{
  g_autofree char *backup = g_strconcat (f->path, "~", NULL);
  g_autoptr(GBytes) one = make_content (1);
  g_autoptr(GBytes) three = make_content (3);

  g_assert_true (g_file_set_contents_full (f->path, g_bytes_get_data (one, NULL), (gssize) g_bytes_get_size (one),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_true (g_file_set_contents_full (backup, g_bytes_get_data (three, NULL), (gssize) g_bytes_get_size (three),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Every call that can fail fails once, in turn. Returns how many there are. */
static guint
fail_each_call (SaveFixture *f,
                FaultyKind   kind,
                int          code,
                const char  *remedy)
{
  for (guint nth = 1; nth < MANY; nth++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(BcSaved) report = { NULL };
      g_autofree char *found = NULL;
      g_autoptr(GBytes) read = NULL;
      gboolean saved;
      gboolean happened;
      guint content;

      put_one (f);
      faulty_calls_arm (f->folder, kind, nth, code);
      saved = save_content (f, 2, &report, &error);
      happened = faulty_calls_disarm ();
      content = get_whole_content (f->path);
      /* The version before is kept, or it is told; and what is kept is whole. */
      if (get_whole_backup (f) != 1)
        g_assert_true (!saved || report.no_backup != NULL);
      if (report.no_backup != NULL)
        g_assert_nonnull (strstr (report.no_backup->message, g_strerror (code)));
      g_assert_cmpuint (content, ==, saved || strstr (error->message, "did not confirm") != NULL ? 2 : 1);
      if (!saved)
        assert_told (f, error, code, remedy);
      save_assert_no_litter (f);
      /* What the caller knows about the file is right, so that the next save does not look like a conflict. */
      read = bc_load_bytes (f->file, 2 * SIZE, &found, NULL, NULL);
      g_assert_nonnull (read);
      if (content == 2)
        g_assert_cmpstr (report.etag, ==, found);
      else
        g_assert_null (report.etag);
      if (!happened)
        {
          g_assert_true (saved);
          return nth - 1;
        }
    }
  g_assert_not_reached ();
}

static void
test_failing_disk (SaveFixture   *f,
                   gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      guint n_calls = fail_each_call (f, FAULT_ONCE, causes[i].code, causes[i].remedy);

      g_assert_cmpuint (n_calls, >=, 14); /* open, write, fchmod, fsync, rename, open and fsync of the folder; for each file */
    }
  fail_each_call (f, FAULT_FOR_EVER, causes[0].code, causes[0].remedy);
}

/* A new file: there is nothing, or all of it. */
static void
test_failing_new_file (SaveFixture   *f,
                       gconstpointer  unused)
{
  for (guint nth = 1; nth < MANY; nth++)
    {
      gboolean saved;
      gboolean happened;

      faulty_calls_arm (f->folder, FAULT_FOR_EVER, nth, ENOSPC);
      saved = save_content (f, 2, NULL, NULL);
      happened = faulty_calls_disarm ();
      if (g_file_test (f->path, G_FILE_TEST_EXISTS))
        g_assert_cmpuint (get_whole_content (f->path), ==, 2);
      else
        g_assert_false (saved);
      save_assert_no_litter (f);
      g_assert_cmpuint (save_count_files (f->folder), <=, 1); /* there is no version before */
      g_remove (f->path);
      if (!happened)
        return;
    }
  g_assert_not_reached ();
}

/* Whether the child was killed, and did not fail by itself. */
static gboolean
wait_for_killed (pid_t child)
{
  int status = 0;

  g_assert_cmpint (waitpid (child, &status, 0), >, 0);
  if (WIFEXITED (status))
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  else
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return WIFSIGNALED (status);
}

static void
kill_at_each_call (SaveFixture *f,
                   FaultyKind   kind)
{
  for (guint nth = 1; nth < MANY; nth++)
    {
      pid_t child;
      gboolean killed;
      guint content;

      put_one (f);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          faulty_calls_arm (f->folder, kind, nth, 0);
          _exit (save_content (f, 2, NULL, NULL) ? 0 : 1);
        }
      killed = wait_for_killed (child);
      content = get_whole_content (f->path);
      g_assert_cmpuint (content, <=, 2);
      g_assert_cmpuint (get_whole_backup (f), <=, content == 2 ? 1 : 3); /* kept before it is replaced */
      save_assert_private (f);
      g_assert_true (save_content (f, 2, NULL, NULL)); /* as the next run would, over what was left behind */
      save_assert_no_litter (f);
      if (!killed)
        {
          g_assert_cmpuint (content, ==, 2);
          g_assert_cmpuint (nth, >, 14);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_killed_at_each_call (SaveFixture   *f,
                          gconstpointer  unused)
{
  kill_at_each_call (f, FAULT_KILL_BEFORE);
  kill_at_each_call (f, FAULT_KILL_AFTER);
}

/* Writes a byte to @progress after each save. */
static void
save_until_killed (SaveFixture *f,
                   guint        first,
                   int          progress)
{
  for (guint number = first;; number++)
    if (!save_content (f, number, NULL, NULL) || write (progress, "", 1) != 1)
      _exit (1);
}

/* Kills the child in its first save where @early, else in a later one. */
static void
save_and_be_killed (SaveFixture *f,
                    guint        first,
                    gboolean     early)
{
  char byte;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_until_killed (f, first, ends[1]);
  close (ends[1]);
  if (!early)
    g_assert_cmpint (read (ends[0], &byte, 1), ==, 1); /* however busy the machine is */
  g_usleep ((gulong) g_random_int_range (0, 15000));
  kill (child, SIGKILL);
  g_assert_true (wait_for_killed (child));
  close (ends[0]);
}

/* SIGKILL at any moment. BODYCHART_SOAK gives another number of times than that of the suite. */
static void
test_killed_at_any_time (SaveFixture   *f,
                         gconstpointer  unused)
{
  const char *soak = g_getenv ("BODYCHART_SOAK");
  const guint n_kills = soak != NULL ? (guint) g_ascii_strtoull (soak, NULL, 10) : 200;
  guint last = 1;

  g_assert_true (save_content (f, last, NULL, NULL));
  for (guint i = 0; i < n_kills; i++)
    {
      const gboolean early = i % 2 == 0;
      guint now;

      save_and_be_killed (f, last + 1, early);
      now = get_whole_content (f->path);
      g_assert_cmpuint (now, >=, early ? last : last + 1); /* what was saved stays */
      if (now > last)
        g_assert_cmpuint (get_whole_backup (f), >=, now - 1);
      last = now;
      save_assert_private (f);
    }
  g_assert_true (save_content (f, 1, NULL, NULL));
  save_assert_no_litter (f); /* what the killed ones left is gone with the next save */
}

/* Adds to the number in the file, as a program does that reads again when it is told of a change. */
static void
count_up (SaveFixture *f,
          guint        n_times)
{
  while (n_times > 0)
    {
      g_autofree char *etag = NULL;
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;
      g_autoptr(GBytes) read = bc_load_bytes (f->file, 100, &etag, NULL, NULL);
      g_autoptr(GBytes) next = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_nonnull (read);
      old = g_strndup (g_bytes_get_data (read, NULL), g_bytes_get_size (read));
      new = g_strdup_printf ("%" G_GUINT64_FORMAT, g_ascii_strtoull (old, NULL, 10) + 1);
      next = g_bytes_new (new, strlen (new));
      if (bc_save_bytes (f->file, next, etag, BC_SAVE_NONE, NULL, NULL, &error))
        n_times--;
      else
        g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
      g_usleep (5000); /* a tick of the clock that stamps files, so that inode and time together are new */
    }
}

/* Programs that save to one file at once: each is told of the other's work, and none of it is lost. */
static void
test_two_at_once (SaveFixture   *f,
                  gconstpointer  unused)
{
  enum { N_PROGRAMS = 3, N_TIMES = 30 };
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (f->path, "0", -1, NULL));
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          count_up (f, N_TIMES);
          _exit (0);
        }
    }
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_assert_false (wait_for_killed (-1));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpuint (g_ascii_strtoull (text, NULL, 10), ==, N_PROGRAMS * N_TIMES);
  save_assert_no_litter (f);
}

/* A program that hangs while it saves: the other one says so instead of hanging as well. */
static void
test_another_hangs (SaveFixture   *f,
                    gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (f->folder, ".a chart.bodychart.saving", NULL);
  g_autoptr(GError) error = NULL;
  int fd;

  g_assert_true (save_content (f, 1, NULL, NULL));
  fd = g_open (path, O_RDWR | O_CREAT, 0600);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_false (save_content (f, 2, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
  g_assert_cmpuint (get_whole_content (f->path), ==, 1);
  close (fd);
  g_assert_true (save_content (f, 2, NULL, NULL));
  save_assert_no_litter (f);
}

#define ADD(name, function) \
  g_test_add ("/save-faults/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("failing-disk", test_failing_disk);
  ADD ("failing-new-file", test_failing_new_file);
  ADD ("killed-at-each-call", test_killed_at_each_call);
  ADD ("killed-at-any-time", test_killed_at_any_time);
  ADD ("two-at-once", test_two_at_once);
  ADD ("another-hangs", test_another_hangs);
  return g_test_run ();
}
