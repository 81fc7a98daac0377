/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as the window uses it: load, save, conflicts, and what counts as unsaved. */

#include "bc-edit.h"
#include "bc-resources.h"
#include "document-support.h"

static void
test_round_trip (DocumentFixture *fixture,
                 gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(BcDocument) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  g_assert_true (bc_document_is_modified (document));
  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (bc_document_is_modified (document));
  g_assert_true (g_file_equal (bc_document_get_file (document), fixture->file));

  again = document_load (fixture, &error);
  g_assert_no_error (error);
  g_assert_false (bc_document_is_modified (again));
  before = bc_chart_write (bc_document_get_chart (document));
  after = bc_chart_write (bc_document_get_chart (again));
  g_assert_true (g_bytes_equal (before, after));
}

/* Two windows, or two machines, with one file: the second document_save must not silently win. */
static void
test_changed_meanwhile (DocumentFixture *fixture,
                        gconstpointer    data)
{
  g_autoptr(BcDocument) mine = document_new_with_mark ();
  g_autoptr(BcDocument) theirs = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (document_save (fixture, mine, BC_SAVE_NONE, NULL));
  theirs = document_load (fixture, NULL);
  bc_history_set_string (bc_chart_get_history (bc_document_get_chart (theirs)), bc_document_get_chart (theirs),
                         "reference", "theirs and longer");
  g_assert_true (document_save (fixture, theirs, BC_SAVE_NONE, NULL));

  bc_history_set_string (bc_chart_get_history (bc_document_get_chart (mine)), bc_document_get_chart (mine), "name",
                         "Mine");
  g_assert_false (document_save (fixture, mine, BC_SAVE_NONE, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  g_assert_true (bc_document_is_modified (mine));

  g_assert_true (document_save (fixture, mine, BC_SAVE_REPLACE, NULL));
  g_assert_false (bc_document_is_modified (mine));
}

static void
test_failed_save_stays_unsaved (DocumentFixture *fixture,
                                gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "no-such-folder", "visit.bodychart", NULL);

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
  g_assert_false (document_save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_nonnull (error);
  g_assert_true (bc_document_is_modified (document));
  g_assert_null (bc_document_get_file (document));
}

static void
test_load_errors (DocumentFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (document_load (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "<chart", -1, NULL));
  g_assert_null (document_load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
}

/* File names are seen by others: the reference number may stand in them, the name never. */
static void
test_file_name (DocumentFixture *fixture,
                gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  BcChart *chart = bc_document_get_chart (document);
  g_autofree char *title = bc_document_dup_title (document);
  g_autofree char *name = NULL;

  g_object_set (bc_document_get_visit (document), "date", "2026-05-12", NULL);
  g_object_set (chart, "reference", "17/4 a", NULL);
  name = bc_document_dup_file_name (document, ".pdf");
  g_assert_cmpstr (title, ==, "Ada Example");
  g_assert_cmpstr (name, ==, "17-4 a-2026-05-12.pdf");
}

/* A chart without a name is told from another by its file. */
static void
test_title (DocumentFixture *fixture,
            gconstpointer    data)
{
  g_autoptr(BcDocument) document = bc_document_new ();
  g_autofree char *before = bc_document_dup_title (document);
  g_autofree char *expected = g_file_get_basename (fixture->file);
  g_autofree char *after = NULL;

  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  after = bc_document_dup_title (document);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (g_str_has_suffix (expected, ".bodychart"));
  *strrchr (expected, '.') = '\0';
  g_assert_cmpstr (after, ==, expected);
}

static void
test_finalize (DocumentFixture *fixture,
               gconstpointer    data)
{
  BcDocument *document = document_new_with_mark ();

  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  /* The thread that saved lets go of its task, and with it of the document, a moment after the answer arrived. */
  for (guint i = 0; i < 1000 && document != NULL; i++)
    g_usleep (1000);
  g_assert_null (document);
}

/* A second program is told, for as long as the first has the chart; a sample is nobody's. */
static void
test_open_elsewhere (DocumentFixture *fixture,
                     gconstpointer    data)
{
  g_autoptr(BcDocument) first = document_new_with_mark ();
  g_autoptr(BcDocument) second = NULL;

  g_assert_true (document_save (fixture, first, BC_SAVE_NONE, NULL));
  g_assert_null (bc_document_get_other (first));
  second = document_load (fixture, NULL);
  g_assert_nonnull (bc_document_get_other (second));
  g_assert_cmpstr (bc_document_get_other (second)->user, ==, g_get_user_name ());
  g_clear_object (&second);
  bc_document_detach (first);
  second = document_load (fixture, NULL);
  g_assert_null (bc_document_get_other (second));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bc_resources_init ();

#define ADD(name, function) g_test_add (name, DocumentFixture, NULL, document_set_up, function, document_tear_down)
  ADD ("/document/round-trip", test_round_trip);
  ADD ("/document/changed-meanwhile", test_changed_meanwhile);
  ADD ("/document/failed-save-stays-unsaved", test_failed_save_stays_unsaved);
  ADD ("/document/load-errors", test_load_errors);
  ADD ("/document/file-name", test_file_name);
  ADD ("/document/title", test_title);
  ADD ("/document/finalize", test_finalize);
  ADD ("/document/open-elsewhere", test_open_elsewhere);
  return g_test_run ();
}
