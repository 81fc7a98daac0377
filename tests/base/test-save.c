/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-save.h"
#include "save-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A user who owns nothing, on every system. */
#define NOBODY 65534

static gboolean
save (GFile       *file,
      const char  *text,
      const char  *seen_etag,
      BcSaveFlags  flags,
      char       **new_etag,
      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return bc_save_bytes (file, bytes, seen_etag, flags, new_etag, NULL, error);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* Another program writes the file; its time is set apart, since the clock of a disk may be coarse. */
static void
write_by_another (const char *path,
                  const char *text)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_exact_bytes (SaveFixture   *f,
                  gconstpointer  unused)
{
  static const char content[] = "a\0b\r\nc\xFF\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (content, sizeof content - 1);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) read_empty = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_save_bytes (f->file, bytes, NULL, BC_SAVE_NONE, NULL, NULL, &error));
  read = bc_load_bytes (f->file, 1000, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_true (bc_save_bytes (f->file, empty, NULL, BC_SAVE_REPLACE, NULL, NULL, &error));
  read_empty = bc_load_bytes (f->file, 1000, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
  g_assert_cmpuint (save_count_files (f->folder), ==, 1);
}

static void
test_private (SaveFixture   *f,
              gconstpointer  unused)
{
  struct stat status;

  g_assert_true (save (f->file, "new", NULL, BC_SAVE_NONE, NULL, NULL));
  g_assert_cmpint (stat (f->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (chmod (f->path, 0644), ==, 0);
  g_assert_true (save (f->file, "again", NULL, BC_SAVE_REPLACE, NULL, NULL));
  g_assert_cmpint (stat (f->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* Two writers within one tick of the clock, with contents of the same size: the second must still be noticed. */
static void
test_changed_at_once (SaveFixture   *f,
                      gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *etag = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (save (f->file, "mine", NULL, BC_SAVE_REPLACE, &etag, NULL));
      g_assert_true (save (f->file, "them", NULL, BC_SAVE_REPLACE, NULL, NULL));
      g_assert_false (save (f->file, "mine", etag, BC_SAVE_NONE, NULL, &error));
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
    }
}

static void
test_etag_goes_on (SaveFixture   *f,
                   gconstpointer  unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *loaded = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (f->file, "one", NULL, BC_SAVE_NONE, &first, &error));
  g_assert_nonnull (first);
  g_assert_true (save (f->file, "two", first, BC_SAVE_NONE, &second, &error));
  bytes = bc_load_bytes (f->file, 1000, &loaded, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded, ==, second);
  g_assert_true (save (f->file, "three", loaded, BC_SAVE_NONE, NULL, &error));
  g_assert_no_error (error);
  assert_content (f->path, "three");
}

static void
test_changed_meanwhile (SaveFixture   *f,
                        gconstpointer  unused)
{
  g_autofree char *etag = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (f->file, "mine", NULL, BC_SAVE_NONE, &etag, NULL));
  write_by_another (f->path, "theirs");
  g_assert_false (save (f->file, "mine again", etag, BC_SAVE_NONE, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  assert_content (f->path, "theirs");
  g_assert_true (save (f->file, "mine again", etag, BC_SAVE_REPLACE, NULL, NULL));
  assert_content (f->path, "mine again");
}

static void
test_new_over_existing (SaveFixture   *f,
                        gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  write_by_another (f->path, "theirs");
  g_assert_false (save (f->file, "mine", NULL, BC_SAVE_NONE, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  assert_content (f->path, "theirs");
}

static void
test_gone_meanwhile (SaveFixture   *f,
                     gconstpointer  unused)
{
  g_autofree char *etag = NULL;

  g_assert_true (save (f->file, "mine", NULL, BC_SAVE_NONE, &etag, NULL));
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_true (save (f->file, "mine again", etag, BC_SAVE_NONE, NULL, NULL));
  assert_content (f->path, "mine again");
}

static void
test_link_kept (SaveFixture   *f,
                gconstpointer  unused)
{
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (link);
  g_autoptr(GError) error = NULL;

  write_by_another (f->path, "old");
  g_assert_cmpint (symlink ("a chart.bodychart", link), ==, 0);
  g_assert_true (save (file, "new", NULL, BC_SAVE_REPLACE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (f->path, "new");
}

static void
test_link_to_nothing (SaveFixture   *f,
                      gconstpointer  unused)
{
  static const char *const targets[] = { "nowhere", "a chart.bodychart" }; /* the second one leads to itself */

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) load_error = NULL;

      g_assert_cmpint (symlink (targets[i], f->path), ==, 0);
      g_assert_false (save (f->file, "new", NULL, BC_SAVE_NONE, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_null (bc_load_bytes (f->file, 1000, NULL, NULL, &load_error));
      g_assert_error (load_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
      g_assert_cmpint (g_remove (f->path), ==, 0);
    }
}

/* A folder that nobody can write to, root neither: one below a file. */
static void
test_impossible_folder (SaveFixture   *f,
                        gconstpointer  unused)
{
  g_autoptr(GFile) below = g_file_get_child (f->file, "chart.bodychart");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) load_error = NULL;

  write_by_another (f->path, "old");
  g_assert_false (save (below, "new", NULL, BC_SAVE_NONE, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "; choose a folder that exists"));
  g_assert_nonnull (strstr (error->message, "chart.bodychart"));
  g_assert_null (bc_load_bytes (below, 1000, NULL, NULL, &load_error));
  g_assert_nonnull (load_error);
  assert_content (f->path, "old");
}

static void
test_read_only_folder (SaveFixture   *f,
                       gconstpointer  unused)
{
  const gboolean root = geteuid () == 0;
  g_autoptr(GError) error = NULL;

  write_by_another (f->path, "old");
  g_assert_cmpint (chmod (f->folder, root ? 0555 : 0500), ==, 0);
  g_assert_cmpint (root ? seteuid (NOBODY) : 0, ==, 0); /* root may write everywhere */
  g_assert_false (save (f->file, "new", NULL, BC_SAVE_REPLACE, NULL, &error));
  g_assert_cmpint (root ? seteuid (0) : 0, ==, 0);
  g_assert_true (g_str_has_suffix (error->message, "; choose a folder that you may write to"));
  assert_content (f->path, "old");
  g_assert_cmpint (chmod (f->folder, 0700), ==, 0);
}

/* Somebody protected the file, and the folder lets it be replaced. */
static void
test_protected (SaveFixture   *f,
                gconstpointer  unused)
{
  const gboolean root = geteuid () == 0;
  g_autoptr(GError) error = NULL;

  write_by_another (f->path, "old");
  g_assert_cmpint (chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (chmod (f->folder, 0777), ==, 0);
  g_assert_cmpint (root ? seteuid (NOBODY) : 0, ==, 0);
  g_assert_false (save (f->file, "new", NULL, BC_SAVE_REPLACE, NULL, &error));
  g_assert_cmpint (root ? seteuid (0) : 0, ==, 0);
  g_assert_true (g_str_has_suffix (error->message, "protected against changes; try again, or save under another name"));
  assert_content (f->path, "old");
  save_assert_no_litter (f);
}

/* Another name of the very same file keeps what it held, as after a copy. */
static void
test_hard_link (SaveFixture   *f,
                gconstpointer  unused)
{
  g_autofree char *other = g_build_filename (f->folder, "other.bodychart", NULL);

  write_by_another (f->path, "old");
  g_assert_cmpint (link (f->path, other), ==, 0);
  g_assert_true (save (f->file, "new", NULL, BC_SAVE_REPLACE, NULL, NULL));
  assert_content (f->path, "new");
  assert_content (other, "old");
}

/* Whatever a file may be called: it is saved, and so is the version before, unless its name would be too long. */
static void
test_names (SaveFixture   *f,
            gconstpointer  unused)
{
  static const BcSaveBackup backup = { NULL };
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autofree char *one_less = g_strnfill (254, 'x');
  const char *const names[] = { "new\nline", "not \xFF UTF-8", "%s %n &<>'\"", "-rf", longest, one_less };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      g_autofree char *before = g_strconcat (path, "~", NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) new = g_bytes_new_static ("new", 3);
      g_autoptr(GBytes) read = NULL;
      g_autoptr(GError) error = NULL;
      g_auto(BcSaved) saved = { NULL };

      g_assert_true (save (file, "old", NULL, BC_SAVE_NONE, NULL, NULL));
      g_assert_true (bc_save_bytes_full (file, new, NULL, BC_SAVE_REPLACE, &backup, &saved, NULL, &error));
      g_assert_no_error (error);
      read = bc_load_bytes (file, 1000, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (read, new));
      if (names[i] != longest)
        assert_content (before, "old");
      else
        g_assert_nonnull (strstr (saved.no_backup->message, "the version before could not be kept: File name too long"));
      g_assert_cmpint (g_remove (path), ==, 0);
      g_remove (before);
      g_assert_cmpuint (save_count_files (f->folder), ==, 0);
    }
}

static void
test_cancelled (SaveFixture   *f,
                gconstpointer  unused)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) load_error = NULL;

  write_by_another (f->path, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (bc_save_bytes (f->file, bytes, NULL, BC_SAVE_REPLACE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (f->path, "old");
  g_assert_null (bc_load_bytes (f->file, 1000, NULL, cancellable, &load_error));
  g_assert_error (load_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_regular_file (SaveFixture   *f,
                      gconstpointer  unused)
{
  static const struct { const char *path; int code; } paths[] = {
    { "/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE }, { "/", G_IO_ERROR_IS_DIRECTORY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i].path);
      g_autoptr(GError) load_error = NULL;
      g_autoptr(GError) save_error = NULL;

      g_assert_null (bc_load_bytes (file, 1000, NULL, NULL, &load_error));
      g_assert_error (load_error, G_IO_ERROR, paths[i].code);
      g_assert_false (save (file, "new", NULL, BC_SAVE_REPLACE, NULL, &save_error));
      g_assert_error (save_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    }
}

static void
test_pipe (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  g_assert_null (bc_load_bytes (f->file, 1000, NULL, NULL, &error)); /* and does not wait for a writer */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_size_limit (SaveFixture   *f,
                 gconstpointer  unused)
{
  const gsize sizes[] = { 1, 65535, 65536, 65537, 200000 };
  g_autofree char *text = g_strnfill (200001, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizes[i]);
      g_autoptr(GBytes) read = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (bc_save_bytes (f->file, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, NULL));
      read = bc_load_bytes (f->file, sizes[i], NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (read, bytes));
      g_assert_null (bc_load_bytes (f->file, sizes[i] - 1, NULL, NULL, &error));
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE);
    }
}

/* It says that it is empty, and is not. */
static void
test_lying_size (SaveFixture   *f,
                 gconstpointer  unused)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/maps");
  g_autoptr(GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("no /proc here");
      return;
    }
  g_assert_null (bc_load_bytes (file, 10, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE);
}

static void
test_missing (SaveFixture   *f,
              gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (bc_load_bytes (f->file, 1000, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, f->path));
}

#define ADD(name, function) g_test_add ("/save/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("exact-bytes", test_exact_bytes);
  ADD ("private", test_private);
  ADD ("etag-goes-on", test_etag_goes_on);
  ADD ("changed-at-once", test_changed_at_once);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("new-over-existing", test_new_over_existing);
  ADD ("gone-meanwhile", test_gone_meanwhile);
  ADD ("link-kept", test_link_kept);
  ADD ("link-to-nothing", test_link_to_nothing);
  ADD ("impossible-folder", test_impossible_folder);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("protected", test_protected);
  ADD ("hard-link", test_hard_link);
  ADD ("names", test_names);
  ADD ("cancelled", test_cancelled);
  ADD ("no-regular-file", test_no_regular_file);
  ADD ("pipe", test_pipe);
  ADD ("size-limit", test_size_limit);
  ADD ("lying-size", test_lying_size);
  ADD ("missing", test_missing);
  return g_test_run ();
}
