/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The note that says who has a file open. */

#include "bc-owner.h"
#include "save-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
dup_note_path (SaveFixture *f)
{
  return g_build_filename (f->folder, ".a chart.bodychart.lock", NULL);
}

static void
test_claim (SaveFixture   *f,
            gconstpointer  unused)
{
  g_autofree char *path = dup_note_path (f);
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = bc_owner_claim (f->file, &other);
  g_autoptr(BcOwner) second = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat info;

  g_assert_nonnull (owner);
  g_assert_null (other);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  second = bc_owner_claim (f->file, &other);
  g_assert_null (second);
  g_assert_nonnull (other);
  g_assert_cmpstr (other->user, ==, g_get_user_name ());
  g_assert_cmpstr (other->host, ==, g_get_host_name ());
  g_assert_cmpint (other->time, <=, now + 1);
  g_assert_cmpint (other->time, >=, now - 60);
  g_clear_pointer (&owner, bc_owner_release);
  g_assert_cmpuint (save_count_files (f->folder), ==, 0);
}

/* The same chart by another name. */
static void
test_link (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (f->folder, "link", NULL);
  g_autoptr(GFile) link = g_file_new_for_path (path);
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = NULL;
  g_autoptr(BcOwner) second = NULL;

  g_assert_true (g_file_set_contents (f->path, "x", -1, NULL));
  g_assert_cmpint (symlink ("a chart.bodychart", path), ==, 0);
  owner = bc_owner_claim (f->file, &other);
  g_assert_nonnull (owner);
  second = bc_owner_claim (link, &other);
  g_assert_null (second);
  g_assert_nonnull (other);
}

static void
test_killed (SaveFixture   *f,
             gconstpointer  unused)
{
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = NULL;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      BcOwnerNote *nobody;

      if (bc_owner_claim (f->file, &nobody) == NULL)
        _exit (1);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpuint (save_count_files (f->folder), ==, 1);
  owner = bc_owner_claim (f->file, &other);
  g_assert_nonnull (owner);
  g_assert_null (other);
}

static void
test_another_machine (SaveFixture   *f,
                      gconstpointer  unused)
{
  g_autofree char *path = dup_note_path (f);
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = NULL;

  g_assert_true (g_file_set_contents (path, "bodychart-lock 1\nuser anna\nhost elsewhere\npid 1\ntime 1790000000\n", -1,
                                      NULL));
  owner = bc_owner_claim (f->file, &other);
  g_assert_null (owner);
  g_assert_cmpstr (other->user, ==, "anna");
  g_assert_cmpstr (other->host, ==, "elsewhere");
  g_assert_cmpint (other->time, ==, 1790000000);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS)); /* not ours to take away */
}

/* A program that runs is heard of again and again; two machines of one name are two. */
static void
test_alive (SaveFixture   *f,
            gconstpointer  unused)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  g_autofree char *path = dup_note_path (f);
  g_autofree char *text = NULL;
  g_autoptr(BcOwnerNote) other = NULL;
  BcOwner *owner = bc_owner_claim (f->file, &other);
  struct stat info;

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  bc_owner_touch (owner);
  do
    g_assert_cmpint (stat (path, &info), ==, 0);
  while (info.st_mtime == 1000000000); /* in a thread of its own */
  g_assert_null (bc_owner_claim (f->file, &other));
  g_assert_cmpint (other->alive, >=, other->time);
  bc_owner_release (owner);
  g_clear_pointer (&other, bc_owner_note_free);

  text = g_strdup_printf ("bodychart-lock 1\nuser anna\nhost %s\nmachine other\npid 1\ntime 1700000000\n", g_get_host_name ());
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (bc_owner_claim (f->file, &other));
  g_assert_cmpstr (other->user, ==, "anna");
  g_assert_cmpint (other->alive, >, 1700000000); /* as the file was touched */
}

/* Whatever stands in a note, it is somebody, and its words can be shown. */
static void
test_strange_notes (SaveFixture   *f,
                    gconstpointer  unused)
{
  static const char *const notes[] = {
    "", "nonsense", "bodychart-lock 1\n", "bodychart-lock 1\nuser \nhost \n", "bodychart-lock 1\nuser a\xFF\x01\tb\nhost h\n",
    "bodychart-lock 1\ntime 99999999999999999999999\n",
  };
  g_autofree char *path = dup_note_path (f);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr(BcOwnerNote) other = NULL;
      g_autoptr(BcOwner) owner = NULL;

      g_assert_true (g_file_set_contents (path, notes[i], -1, NULL));
      owner = bc_owner_claim (f->file, &other);
      g_assert_null (owner);
      g_assert_nonnull (other);
      g_assert_true (other->user == NULL || g_utf8_validate (other->user, -1, NULL));
      if (other->user != NULL)
        for (const char *at = other->user; *at != '\0'; at++)
          g_assert_false (g_ascii_iscntrl (*at));
    }
}

static void
test_no_folder_to_write_to (SaveFixture   *f,
                            gconstpointer  unused)
{
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/proc/self/status");
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = bc_owner_claim (nowhere, &other);

  g_assert_null (owner);
  g_assert_null (other);
}

#define ADD(name, function) g_test_add ("/owner/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("claim", test_claim);
  ADD ("link", test_link);
  ADD ("killed", test_killed);
  ADD ("another-machine", test_another_machine);
  ADD ("alive", test_alive);
  ADD ("strange-notes", test_strange_notes);
  ADD ("no-folder-to-write-to", test_no_folder_to_write_to);
  return g_test_run ();
}
