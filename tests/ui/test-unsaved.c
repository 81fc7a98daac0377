/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that is not saved: put down while it is done, offered after a crash, and nowhere in clear with a password. */

#include "bc-journal.h"
#include "bc-resources.h"
#include "document-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of all documents of this process that were dropped with their work kept; those that live are not offered. */
static GPtrArray *
list_offers (void)
{
  g_autofree char *folder = bc_journal_dup_folder ();

  return bc_journal_list (folder);
}

static guint
count_journals (void)
{
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".journal") ? 1 : 0;
  return n;
}

static void
wait_for_journals (guint n)
{
  for (guint i = 0; i < 10000 && count_journals () != n; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (count_journals (), ==, n);
}

static void
rename_patient (BcDocument *document,
                const char *name)
{
  BcChart *chart = bc_document_get_chart (document);

  bc_history_set_string (bc_chart_get_history (chart), chart, "name", name);
}

/* An edit is put down by itself, and goes when it is saved or undone. */
static void
test_journal_follows (DocumentFixture *fixture,
                      gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(GPtrArray) offers = NULL;

  wait_for_journals (1);
  offers = list_offers ();
  g_assert_cmpuint (offers->len, ==, 0); /* this program holds it */
  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  g_assert_cmpuint (count_journals (), ==, 0);
  rename_patient (document, "Changed");
  wait_for_journals (1);
  bc_history_undo (bc_chart_get_history (bc_document_get_chart (document)));
  g_assert_false (bc_document_is_modified (document));
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* A document_save that fails is no reason to let go of the journal; closing the document is. */
static void
test_journal_and_failed_save (DocumentFixture *fixture,
                              gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();

  wait_for_journals (1);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "theirs", -1, NULL));
  g_assert_false (document_save (fixture, document, BC_SAVE_NONE, NULL));
  g_assert_cmpuint (count_journals (), ==, 1);
  g_clear_object (&document);
  wait_for_journals (0);
}

/* Ended by the system, started again, restored, and saved where it came from without a question. */
static void
test_restore (DocumentFixture *fixture,
              gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  const BcJournalEntry *entry;

  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  rename_patient (document, "Changed");
  before = bc_chart_write (bc_document_get_chart (document));
  g_assert_true (bc_document_keep_unsaved (document, NULL));
  g_clear_object (&document);

  offers = list_offers ();
  g_assert_cmpuint (offers->len, ==, 1);
  entry = g_ptr_array_index (offers, 0);
  restored = bc_document_restore (entry->path, NULL, &error);
  g_assert_no_error (error);
  after = bc_chart_write (bc_document_get_chart (restored));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (bc_document_is_modified (restored));
  g_assert_true (g_file_equal (bc_document_get_file (restored), fixture->file));
  g_assert_null (bc_document_restore (entry->path, NULL, NULL)); /* not into a second window */

  g_assert_true (document_save (fixture, restored, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* The file went on meanwhile: it is not replaced without a question. */
static void
test_restore_conflict (DocumentFixture *fixture,
                       gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  rename_patient (document, "Changed");
  g_assert_true (bc_document_keep_unsaved (document, NULL));
  g_clear_object (&document);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "theirs", -1, NULL));
  offers = list_offers ();
  restored = bc_document_restore (((BcJournalEntry *) g_ptr_array_index (offers, 0))->path, NULL, NULL);
  g_assert_false (document_save (fixture, restored, BC_SAVE_NONE, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  g_assert_cmpuint (count_journals (), ==, 1);
}

static void
count_cb (BcDocument *document,
          const char *text,
          guint      *n)
{
  g_assert_nonnull (strstr (text, "save the chart"));
  (*n)++;
}

/* No room for the journal: told once, and the work goes on. */
static void
test_journal_impossible (DocumentFixture *fixture,
                         gconstpointer    data)
{
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(BcDocument) document = NULL;
  guint n_told = 0;

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  document = document_new_with_mark ();
  g_signal_connect (document, "warning", G_CALLBACK (count_cb), &n_told);
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (g_remove (folder), ==, 0);
  rename_patient (document, "Changed");
  wait_for_journals (1);
}

/* With a password, neither the file nor the journal nor the version before holds a word of the chart. */
static void
assert_sealed (const char *path)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_null (memmem (text, size, "Example", strlen ("Example")));
  g_assert_null (memmem (text, size, "<chart", strlen ("<chart")));
}

static void
assert_journals_sealed (void)
{
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      assert_sealed (path);
    }
}

static void
test_password (DocumentFixture *fixture,
               gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(BcDocument) opened = NULL;
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(BcKey) key = bc_key_new_costly ("secret", 1, BC_SEAL_MIN_KIB, NULL);
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;
  const char *path;

  bc_document_set_key (document, key);
  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  assert_sealed (g_file_peek_path (fixture->file));

  g_assert_null (document_load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED);
  g_clear_error (&error);
  fixture->password = "wrong";
  g_assert_null (document_load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD);
  g_clear_error (&error);
  fixture->password = "secret";
  opened = document_load (fixture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bc_document_get_key (opened));

  rename_patient (opened, "Another Example");
  g_assert_true (bc_document_keep_unsaved (opened, NULL));
  g_clear_object (&opened);
  offers = list_offers ();
  g_assert_cmpuint (offers->len, ==, 1);
  path = ((BcJournalEntry *) g_ptr_array_index (offers, 0))->path;
  assert_sealed (path);
  g_assert_null (bc_document_restore (path, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED);
  g_clear_error (&error);
  restored = bc_document_restore (path, key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bc_chart_get_name (bc_document_get_chart (restored)), ==, "Another Example");
  g_assert_true (bc_document_get_key (restored) == key);
}

/* Each way from one password to the next, and what lies beside the chart and in the journal then. */
static void
test_password_comes_and_goes (DocumentFixture *fixture,
                              gconstpointer    data)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();
  g_autoptr(BcKey) key = bc_key_new_costly ("secret", 1, BC_SEAL_MIN_KIB, NULL);
  g_autoptr(BcKey) other = bc_key_new_costly ("another", 1, BC_SEAL_MIN_KIB, NULL);
  BcKey *const keys[] = { NULL, key, NULL, other, key };
  g_autoptr(GFile) backup = bc_save_get_backup (fixture->file);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strdup_printf ("Example %u", i);

      bc_document_set_key (document, keys[i]);
      rename_patient (document, name);
      wait_for_journals (1);
      if (keys[i] != NULL)
        assert_journals_sealed ();
      g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
      g_assert_cmpuint (count_journals (), ==, 0);
      if (keys[i] == NULL)
        continue;
      assert_sealed (g_file_peek_path (fixture->file));
      assert_sealed (g_file_peek_path (backup));
    }
}

static BcDocument *
restore_only_offer (void)
{
  g_autoptr(GPtrArray) offers = list_offers ();
  g_autoptr(GError) error = NULL;
  BcDocument *document;

  g_assert_cmpuint (offers->len, ==, 1);
  document = bc_document_restore (((BcJournalEntry *) g_ptr_array_index (offers, 0))->path, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* The chart was saved, changed, and the program broken off. */
static void
leave_work (DocumentFixture *fixture)
{
  g_autoptr(BcDocument) document = document_new_with_mark ();

  g_assert_true (document_save (fixture, document, BC_SAVE_NONE, NULL));
  rename_patient (document, "Changed");
  g_assert_true (bc_document_keep_unsaved (document, NULL));
}

static void
assert_saved_again (DocumentFixture *fixture,
                    BcDocument      *restored)
{
  g_autoptr(BcDocument) opened = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (document_save (fixture, restored, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_journals (), ==, 0);
  opened = document_load (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bc_chart_get_name (bc_document_get_chart (opened)), ==, "Changed");
}

/* The chart was deleted, or given another name, before its unsaved work is restored. */
static void
test_restore_without_file (DocumentFixture *fixture,
                           gconstpointer    data)
{
  g_autofree char *moved = g_build_filename (fixture->folder, "moved.bodychart", NULL);
  g_autoptr(BcDocument) restored = NULL;
  g_autofree char *text = NULL;

  leave_work (fixture);
  g_assert_cmpint (g_rename (g_file_peek_path (fixture->file), moved), ==, 0);
  restored = restore_only_offer ();
  assert_saved_again (fixture, restored);
  g_assert_true (g_file_get_contents (moved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Ada Example")); /* untouched */
  g_assert_cmpint (g_remove (moved), ==, 0);
}

/* Its folder has gone as well, as a stick that was pulled out: the work stays, and can be saved when it is back. */
static void
test_restore_without_folder (DocumentFixture *fixture,
                             gconstpointer    data)
{
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(GError) error = NULL;

  leave_work (fixture);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  restored = restore_only_offer ();
  g_assert_false (document_save (fixture, restored, BC_SAVE_NONE, &error));
  g_assert_true (g_str_has_suffix (error->message, "; choose a folder that exists"));
  g_assert_cmpuint (count_journals (), ==, 1);
  g_assert_true (bc_document_is_modified (restored));
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  assert_saved_again (fixture, restored);
}

/* Broken off again before anything else was done, and once more after another edit. */
static void
test_two_crashes (DocumentFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr(BcDocument) restored = NULL;

  leave_work (fixture);
  restored = restore_only_offer ();
  g_assert_true (bc_document_keep_unsaved (restored, NULL));
  g_clear_object (&restored);
  restored = restore_only_offer ();
  rename_patient (restored, "Changed twice");
  g_assert_true (bc_document_keep_unsaved (restored, NULL));
  g_clear_object (&restored);
  restored = restore_only_offer ();
  g_assert_cmpstr (bc_chart_get_name (bc_document_get_chart (restored)), ==, "Changed twice");
  rename_patient (restored, "Changed");
  assert_saved_again (fixture, restored);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bc_resources_init ();

#define ADD(name, function) g_test_add (name, DocumentFixture, NULL, document_set_up, function, document_tear_down)
  ADD ("/document/journal-follows", test_journal_follows);
  ADD ("/document/journal-and-failed-save", test_journal_and_failed_save);
  ADD ("/document/restore", test_restore);
  ADD ("/document/restore-conflict", test_restore_conflict);
  ADD ("/document/password", test_password);
  ADD ("/document/journal-impossible", test_journal_impossible);
  ADD ("/document/password-comes-and-goes", test_password_comes_and_goes);
  ADD ("/document/restore-without-file", test_restore_without_file);
  ADD ("/document/restore-without-folder", test_restore_without_folder);
  ADD ("/document/two-crashes", test_two_crashes);
  return g_test_run ();
}
