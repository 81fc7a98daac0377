/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as the window uses it: load, save, conflicts, and what counts as unsaved. */

#include "bc-document.h"
#include "bc-edit.h"
#include "bc-journal.h"
#include "bc-resources.h"

#include <glib/gstdio.h>

typedef struct
{
  char         *folder;
  GFile        *file;
  GMainLoop    *loop;
  GAsyncResult *result;
  const char   *password;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("bodychart-document-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "visit.bodychart", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GFile) backup = bc_save_get_backup (fixture->file);

  g_remove (g_file_peek_path (fixture->file));
  g_remove (g_file_peek_path (backup));
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  g_clear_object (&fixture->result);
  g_main_loop_unref (fixture->loop);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Fixture *fixture = data;

  g_set_object (&fixture->result, result);
  g_main_loop_quit (fixture->loop);
}

static gboolean
save (Fixture     *fixture,
      BcDocument  *document,
      BcSaveFlags  flags,
      GError     **error)
{
  gboolean saved;

  bc_document_save_async (document, fixture->file, flags, NULL, ready_cb, fixture);
  g_main_loop_run (fixture->loop);
  saved = bc_document_save_finish (document, fixture->result, error);
  g_clear_object (&fixture->result);
  return saved;
}

static BcDocument *
load (Fixture  *fixture,
      GError  **error)
{
  BcDocument *document;

  bc_document_load_async (fixture->file, fixture->password, NULL, ready_cb, fixture);
  g_main_loop_run (fixture->loop);
  document = bc_document_load_finish (fixture->result, error);
  g_clear_object (&fixture->result);
  return document;
}

static BcDocument *
new_with_mark (void)
{
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id ("calf-upper-left"), BC_ROLE_SITE);
  bc_history_set_string (bc_chart_get_history (chart), chart, "name", "Ada Example");
  return document;
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(BcDocument) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  g_assert_true (bc_document_is_modified (document));
  g_assert_true (save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (bc_document_is_modified (document));
  g_assert_true (g_file_equal (bc_document_get_file (document), fixture->file));

  again = load (fixture, &error);
  g_assert_no_error (error);
  g_assert_false (bc_document_is_modified (again));
  before = bc_chart_write (bc_document_get_chart (document));
  after = bc_chart_write (bc_document_get_chart (again));
  g_assert_true (g_bytes_equal (before, after));
}

/* Two windows, or two machines, with one file: the second save must not silently win. */
static void
test_changed_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(BcDocument) mine = new_with_mark ();
  g_autoptr(BcDocument) theirs = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (fixture, mine, BC_SAVE_NONE, NULL));
  theirs = load (fixture, NULL);
  bc_history_set_string (bc_chart_get_history (bc_document_get_chart (theirs)), bc_document_get_chart (theirs),
                         "reference", "theirs and longer");
  g_assert_true (save (fixture, theirs, BC_SAVE_NONE, NULL));

  bc_history_set_string (bc_chart_get_history (bc_document_get_chart (mine)), bc_document_get_chart (mine), "name",
                         "Mine");
  g_assert_false (save (fixture, mine, BC_SAVE_NONE, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED);
  g_assert_true (bc_document_is_modified (mine));

  g_assert_true (save (fixture, mine, BC_SAVE_REPLACE, NULL));
  g_assert_false (bc_document_is_modified (mine));
}

static void
test_failed_save_stays_unsaved (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "no-such-folder", "visit.bodychart", NULL);

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
  g_assert_false (save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_nonnull (error);
  g_assert_true (bc_document_is_modified (document));
  g_assert_null (bc_document_get_file (document));
}

static void
test_load_errors (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (load (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "<chart", -1, NULL));
  g_assert_null (load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
}

/* File names are seen by others: the reference number may stand in them, the name never. */
static void
test_file_name (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
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
test_title (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(BcDocument) document = bc_document_new ();
  g_autofree char *before = bc_document_dup_title (document);
  g_autofree char *expected = g_file_get_basename (fixture->file);
  g_autofree char *after = NULL;

  g_assert_true (save (fixture, document, BC_SAVE_NONE, NULL));
  after = bc_document_dup_title (document);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (g_str_has_suffix (expected, ".bodychart"));
  *strrchr (expected, '.') = '\0';
  g_assert_cmpstr (after, ==, expected);
}

static void
test_finalize (Fixture      *fixture,
               gconstpointer data)
{
  BcDocument *document = new_with_mark ();

  g_assert_true (save (fixture, document, BC_SAVE_NONE, NULL));
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  /* The thread that saved lets go of its task, and with it of the document, a moment after the answer arrived. */
  for (guint i = 0; i < 1000 && document != NULL; i++)
    g_usleep (1000);
  g_assert_null (document);
}

/* A second program is told, for as long as the first has the chart; a sample is nobody's. */
static void
test_open_elsewhere (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(BcDocument) first = new_with_mark ();
  g_autoptr(BcDocument) second = NULL;

  g_assert_true (save (fixture, first, BC_SAVE_NONE, NULL));
  g_assert_null (bc_document_get_other (first));
  second = load (fixture, NULL);
  g_assert_nonnull (bc_document_get_other (second));
  g_assert_cmpstr (bc_document_get_other (second)->user, ==, g_get_user_name ());
  g_clear_object (&second);
  bc_document_detach (first);
  second = load (fixture, NULL);
  g_assert_null (bc_document_get_other (second));
}

/* --- unsaved work --- */

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
test_journal_follows (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(GPtrArray) offers = NULL;

  wait_for_journals (1);
  offers = list_offers ();
  g_assert_cmpuint (offers->len, ==, 0); /* this program holds it */
  g_assert_true (save (fixture, document, BC_SAVE_NONE, NULL));
  g_assert_cmpuint (count_journals (), ==, 0);
  rename_patient (document, "Changed");
  wait_for_journals (1);
  bc_history_undo (bc_chart_get_history (bc_document_get_chart (document)));
  g_assert_false (bc_document_is_modified (document));
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* A save that fails is no reason to let go of the journal; closing the document is. */
static void
test_journal_and_failed_save (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();

  wait_for_journals (1);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "theirs", -1, NULL));
  g_assert_false (save (fixture, document, BC_SAVE_NONE, NULL));
  g_assert_cmpuint (count_journals (), ==, 1);
  g_clear_object (&document);
  wait_for_journals (0);
}

/* Ended by the system, started again, restored, and saved where it came from without a question. */
static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  const BcJournalEntry *entry;

  g_assert_true (save (fixture, document, BC_SAVE_NONE, NULL));
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

  g_assert_true (save (fixture, restored, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* The file went on meanwhile: it is not replaced without a question. */
static void
test_restore_conflict (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (fixture, document, BC_SAVE_NONE, NULL));
  rename_patient (document, "Changed");
  g_assert_true (bc_document_keep_unsaved (document, NULL));
  g_clear_object (&document);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "theirs", -1, NULL));
  offers = list_offers ();
  restored = bc_document_restore (((BcJournalEntry *) g_ptr_array_index (offers, 0))->path, NULL, NULL);
  g_assert_false (save (fixture, restored, BC_SAVE_NONE, &error));
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
test_journal_impossible (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(BcDocument) document = NULL;
  guint n_told = 0;

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  document = new_with_mark ();
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
test_password (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(BcDocument) document = new_with_mark ();
  g_autoptr(BcDocument) opened = NULL;
  g_autoptr(BcDocument) restored = NULL;
  g_autoptr(BcKey) key = bc_key_new_costly ("secret", 1, BC_SEAL_MIN_KIB, NULL);
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;
  const char *path;

  bc_document_set_key (document, key);
  g_assert_true (save (fixture, document, BC_SAVE_NONE, &error));
  g_assert_no_error (error);
  assert_sealed (g_file_peek_path (fixture->file));

  g_assert_null (load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED);
  g_clear_error (&error);
  fixture->password = "wrong";
  g_assert_null (load (fixture, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD);
  g_clear_error (&error);
  fixture->password = "secret";
  opened = load (fixture, &error);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bc_resources_init ();

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/document/round-trip", test_round_trip);
  ADD ("/document/changed-meanwhile", test_changed_meanwhile);
  ADD ("/document/failed-save-stays-unsaved", test_failed_save_stays_unsaved);
  ADD ("/document/load-errors", test_load_errors);
  ADD ("/document/file-name", test_file_name);
  ADD ("/document/title", test_title);
  ADD ("/document/finalize", test_finalize);
  ADD ("/document/open-elsewhere", test_open_elsewhere);
  ADD ("/document/journal-follows", test_journal_follows);
  ADD ("/document/journal-and-failed-save", test_journal_and_failed_save);
  ADD ("/document/restore", test_restore);
  ADD ("/document/restore-conflict", test_restore_conflict);
  ADD ("/document/password", test_password);
  ADD ("/document/journal-impossible", test_journal_impossible);
  return g_test_run ();
}
