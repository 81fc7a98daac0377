/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "save-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

void
save_set_up (SaveFixture   *f,
             gconstpointer  unused)
{
  f->folder = g_dir_make_tmp ("bodychart-save-XXXXXX", NULL);
  g_assert_nonnull (f->folder);
  f->path = g_build_filename (f->folder, "a chart.bodychart", NULL);
  f->file = g_file_new_for_path (f->path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
save_tear_down (SaveFixture   *f,
                gconstpointer  unused)
{
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
}

guint
save_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
save_assert_no_litter (SaveFixture *f)
{
  g_autoptr(GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".bodychart") && !g_str_has_suffix (name, ".bodychart~"))
      g_error ("%s was left behind", name);
}

void
save_assert_private (SaveFixture *f)
{
  g_autoptr(GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      struct stat info;

      g_assert_cmpint (lstat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0077, ==, 0);
    }
}
