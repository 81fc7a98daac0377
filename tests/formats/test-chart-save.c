/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "full-chart.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  unused)
{
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("bodychart-chart-XXXXXX", NULL);
  path = g_build_filename (f->folder, "Ärzte & Co.bodychart", NULL);
  f->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *f,
           gconstpointer  unused)
{
  g_autoptr(GFile) backup = bc_save_get_backup (f->file);

  g_remove (g_file_peek_path (f->file));
  g_remove (g_file_peek_path (backup));
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_object_unref (f->file);
}

static void
test_save_and_load (Fixture       *f,
                    gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *loaded = NULL;

  g_assert_true (bc_chart_save (chart, f->file, NULL, BC_SAVE_NONE, &saved, NULL, &error));
  again = bc_chart_load (f->file, &loaded, NULL, &error);
  g_assert_no_error (error);
  assert_charts_equal (chart, again);
  g_assert_cmpstr (loaded, ==, saved);
  g_assert_true (bc_chart_save (again, f->file, loaded, BC_SAVE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_not_over_another (Fixture       *f,
                       gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_chart_save (chart, f->file, NULL, BC_SAVE_NONE, NULL, NULL, NULL));
  g_assert_false (bc_chart_save (chart, f->file, "another", BC_SAVE_NONE, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
}

/* What could not be opened again is told now, and the file that was good stays. */
static void
test_unreadable_is_not_saved (Fixture       *f,
                              gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_chart_save (chart, f->file, NULL, BC_SAVE_NONE, NULL, NULL, NULL));
  g_object_set (chart, "birth-date", "last spring", NULL);
  g_assert_false (bc_chart_save (chart, f->file, NULL, BC_SAVE_REPLACE, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, g_file_peek_path (f->file)));
  g_assert_nonnull (strstr (error->message, ": not saved: “last spring” is no date; "));
  g_clear_error (&error);
  again = bc_chart_load (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bc_chart_get_birth_date (again), ==, "1979-03-14");
}

static void
test_bad_file_names_itself (Fixture       *f,
                            gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (f->file), "<chart>\n", -1, NULL));
  g_assert_null (bc_chart_load (f->file, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, g_file_peek_path (f->file)));
}

/* A chart that was saved over is still there as it was, and a damaged one leads to it. */
static void
test_version_before (Fixture       *f,
                     gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) changed = full_chart_new ();
  g_autoptr(BcChart) before = NULL;
  g_autoptr(GFile) backup = bc_save_get_backup (f->file);
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_chart_save (chart, f->file, NULL, BC_SAVE_NONE, NULL, NULL, NULL));
  g_object_set (changed, "reference", "another", NULL);
  g_assert_true (bc_chart_save (changed, f->file, NULL, BC_SAVE_REPLACE, NULL, NULL, NULL));
  before = bc_chart_load (backup, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_charts_equal (chart, before);

  g_assert_true (g_file_set_contents (g_file_peek_path (f->file), "<chart", -1, NULL));
  g_assert_null (bc_chart_load (f->file, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
  g_assert_true (g_str_has_suffix (error->message, "“Ärzte & Co.bodychart~”"));
}

#define ADD(name, function) g_test_add ("/chart-file/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save-and-load", test_save_and_load);
  ADD ("not-over-another", test_not_over_another);
  ADD ("unreadable-is-not-saved", test_unreadable_is_not_saved);
  ADD ("bad-file-names-itself", test_bad_file_names_itself);
  ADD ("version-before", test_version_before);
  return g_test_run ();
}
