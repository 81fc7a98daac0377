/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share without a path: saving, the version before, conflicts, the note of who has a chart open, and a share that goes. */

#include "bc-owner.h"
#include "bc-save.h"
#include "save-support.h"
#include "share-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
save (GFile       *file,
      const char  *text,
      const char  *seen_etag,
      char       **new_etag,
      GError     **error)
{
  static const BcSaveBackup backup = { NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_auto(BcSaved) saved = { NULL };
  gboolean done = bc_save_bytes_full (file, bytes, seen_etag, BC_SAVE_NONE, &backup, &saved, NULL, error);

  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&saved.etag);
  return done;
}

static void
assert_content (SaveFixture *f,
                const char  *suffix,
                const char  *expected)
{
  g_autofree char *path = g_strconcat (f->path, suffix, NULL);
  g_autofree char *text = NULL;
  struct stat info;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_save (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autoptr(GFile) share = share_file_new (f->file);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *loaded = NULL;
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (share, "one", NULL, &first, &error));
  g_assert_no_error (error);
  g_assert_true (save (share, "two!", first, &second, &error));
  g_assert_no_error (error);
  assert_content (f, "", "two!");
  assert_content (f, "~", "one");
  read = bc_load_bytes (share, 100, &loaded, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded, ==, second);
}

static void
test_changed_meanwhile (SaveFixture   *f,
                        gconstpointer  unused)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  g_autoptr(GFile) share = share_file_new (f->file);
  g_autofree char *etag = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (share, "mine", NULL, &etag, NULL));
  g_assert_true (g_file_set_contents_full (f->path, "theirs", -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
  g_assert_cmpint (utimensat (-1, f->path, times, 0), ==, 0);
  g_assert_false (save (share, "mine again", etag, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  assert_content (f, "", "theirs");
}

static void
test_gone (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autoptr(GFile) share = share_file_new (f->file);
  g_autofree char *etag = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) load_error = NULL;
  g_autoptr(BcOwnerNote) other = NULL;
  BcOwner *owner = bc_owner_claim (share, &other);

  g_assert_nonnull (owner);
  g_assert_true (save (share, "mine", NULL, &etag, NULL));
  share_file_set_gone (TRUE);
  g_assert_false (save (share, "mine again", etag, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
  g_assert_true (g_str_has_prefix (error->message, "share://server/"));
  g_assert_true (g_str_has_suffix (error->message, "No route to the share; try again, or save under another name"));
  g_assert_null (bc_load_bytes (share, 100, NULL, NULL, &load_error));
  g_assert_error (load_error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
  bc_owner_release (owner); /* comes back */
  g_assert_null (bc_owner_claim (share, &other));
  g_assert_null (other);
  share_file_set_gone (FALSE);
  assert_content (f, "", "mine");
  g_assert_true (save (share, "mine again", etag, NULL, NULL));
  assert_content (f, "", "mine again");
}

#define NOTE "bodychart-lock 1\nuser anna\nhost elsewhere\nmachine 12\npid 1\ntime 1790000000\n"

static char *
put_note (SaveFixture *f,
          const char  *text)
{
  char *path = g_build_filename (f->folder, ".a chart.bodychart.lock", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_note (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (f->folder, ".a chart.bodychart.lock", NULL);
  g_autoptr(GFile) share = share_file_new (f->file);
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = bc_owner_claim (share, &other);
  struct stat info;

  g_assert_nonnull (owner);
  g_assert_null (other);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_null (bc_owner_claim (share, &other));
  g_assert_cmpstr (other->user, ==, g_get_user_name ());
  g_assert_cmpint (other->pid, ==, getpid ());
  bc_owner_touch (owner); /* does nothing there */
  g_clear_pointer (&owner, bc_owner_release);
  g_assert_cmpuint (save_count_files (f->folder), ==, 0);
}

/* Of a program of this machine that was broken off: its number is nobody's any more. */
static void
test_note_of_dead (SaveFixture   *f,
                   gconstpointer  unused)
{
  g_autoptr(GFile) share = share_file_new (f->file);
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  text = g_strdup_printf ("bodychart-lock 1\nuser anna\nhost %s\npid %d\ntime 1790000000\n", g_get_host_name (),
                          (int) child);
  path = put_note (f, text);
  owner = bc_owner_claim (share, &other);
  g_assert_nonnull (owner);
  g_assert_null (other);
}

/* The note that was seen is replaced, another one is not; and whoever comes back leaves ours alone. */
static void
test_take_over (SaveFixture   *f,
                gconstpointer  use_share)
{
  g_autoptr(GFile) file = use_share != NULL ? share_file_new (f->file) : g_object_ref (f->file);
  g_autofree char *path = put_note (f, NOTE);
  g_autofree char *again = NULL;
  g_autofree char *ours = NULL;
  g_autoptr(BcOwnerNote) other = NULL;
  g_autoptr(BcOwner) owner = NULL;

  g_assert_null (bc_owner_claim (file, &other));
  g_assert_cmpstr (other->host, ==, "elsewhere");
  again = put_note (f, "bodychart-lock 1\nuser bert\nhost elsewhere\nmachine 12\npid 2\ntime 1790000001\n");
  g_assert_null (bc_owner_take_over (file, &other));
  g_assert_cmpstr (other->user, ==, "bert");
  owner = bc_owner_take_over (file, &other);
  g_assert_nonnull (owner);
  g_assert_null (other);
  g_assert_true (g_file_get_contents (path, &ours, NULL, NULL));
  g_assert_nonnull (strstr (ours, g_get_user_name ()));

  g_free (again);
  again = put_note (f, NOTE); /* and now they take ours over */
  g_clear_pointer (&owner, bc_owner_release);
  g_free (ours);
  g_assert_true (g_file_get_contents (path, &ours, NULL, NULL));
  g_assert_cmpstr (ours, ==, NOTE);
}

#define ADD(name, function, data) g_test_add ("/share/" name, SaveFixture, data, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save, NULL);
  ADD ("changed-meanwhile", test_changed_meanwhile, NULL);
  ADD ("gone", test_gone, NULL);
  ADD ("note", test_note, NULL);
  ADD ("note-of-dead", test_note_of_dead, NULL);
  ADD ("take-over", test_take_over, NULL);
  ADD ("take-over-on-share", test_take_over, "on a share");
  return g_test_run ();
}
