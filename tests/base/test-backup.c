/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The version before, as bc_save_bytes_full() keeps it. test-save-faults.c lets it fail. */

#include "bc-save.h"
#include "save-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GBytes *
shout (GBytes    *old,
       gpointer   data,
       GError   **error)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (old, NULL), g_bytes_get_size (old));
  char *loud = g_ascii_strup (text, -1);

  return g_bytes_new_take (loud, strlen (loud));
}

static GBytes *
refuse (GBytes    *old,
        gpointer   data,
        GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no way");
  return NULL;
}

static void
save (GFile               *file,
      const char          *text,
      const BcSaveBackup  *backup,
      BcSaved             *saved)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_save_bytes_full (file, bytes, NULL, BC_SAVE_REPLACE, backup, saved, NULL, &error));
  g_assert_no_error (error);
}

static void
save_well (GFile      *file,
           const char *text)
{
  static const BcSaveBackup backup = { NULL };
  g_auto(BcSaved) saved = { NULL };

  save (file, text, &backup, &saved);
  g_assert_no_error (saved.no_backup);
  g_assert_nonnull (saved.etag);
}

/* @expected: (nullable): %NULL for no file */
static void
assert_backup (GFile      *file,
               const char *expected)
{
  g_autoptr(GFile) backup = bc_save_get_backup (file);
  g_autofree char *text = NULL;

  g_file_get_contents (g_file_peek_path (backup), &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_version_before (SaveFixture   *f,
                     gconstpointer  unused)
{
  g_autofree char *path = g_strconcat (f->path, "~", NULL);
  struct stat info;

  save_well (f->file, "one");
  assert_backup (f->file, NULL);
  save_well (f->file, "two");
  assert_backup (f->file, "one");
  g_assert_cmpint (chmod (f->path, 0644), ==, 0);
  save_well (f->file, "three");
  assert_backup (f->file, "two");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  save_assert_no_litter (f);
}

/* Else saving twice would lose the version that one wants back. */
static void
test_same_again (SaveFixture   *f,
                 gconstpointer  unused)
{
  save_well (f->file, "one");
  save_well (f->file, "two");
  save_well (f->file, "two");
  assert_backup (f->file, "one");
}

/* A chart on the desk that is a link to the clinic's folder: both files stay in the clinic's folder. */
static void
test_link (SaveFixture   *f,
           gconstpointer  unused)
{
  g_autofree char *folder = g_build_filename (f->folder, "clinic", NULL);
  g_autofree char *path = g_build_filename (folder, "1.bodychart", NULL);
  g_autoptr(GFile) real = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  save_well (real, "one");
  g_assert_cmpint (symlink ("clinic/1.bodychart", f->path), ==, 0);
  save_well (f->file, "two");
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
  assert_backup (real, "one");
  assert_backup (f->file, NULL);
}

/* The work is saved all the same, and it is told. */
static void
test_impossible (SaveFixture   *f,
                 gconstpointer  unused)
{
  static const BcSaveBackup backup = { NULL };
  g_autofree char *path = g_strconcat (f->path, "~", NULL);
  g_autofree char *text = NULL;
  g_auto(BcSaved) saved = { NULL };

  save_well (f->file, "one");
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  save (f->file, "two", &backup, &saved);
  g_assert_nonnull (saved.no_backup);
  g_assert_true (g_str_has_prefix (saved.no_backup->message, path));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "two");
}

static void
test_convert (SaveFixture   *f,
              gconstpointer  unused)
{
  const BcSaveBackup loud = { shout, NULL };
  const BcSaveBackup refused = { refuse, NULL };
  g_auto(BcSaved) saved = { NULL };
  g_auto(BcSaved) failed = { NULL };

  save_well (f->file, "one");
  save (f->file, "two", &loud, &saved);
  g_assert_no_error (saved.no_backup);
  assert_backup (f->file, "ONE");
  save (f->file, "three", &refused, &failed);
  g_assert_error (failed.no_backup, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_backup (f->file, "ONE");
}

#define ADD(name, function) g_test_add ("/backup/" name, SaveFixture, NULL, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("version-before", test_version_before);
  ADD ("same-again", test_same_again);
  ADD ("link", test_link);
  ADD ("impossible", test_impossible);
  ADD ("convert", test_convert);
  return g_test_run ();
}
