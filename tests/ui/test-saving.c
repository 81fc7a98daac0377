/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving where it does not simply work: another one saved meanwhile, or the disk fails. Nothing is lost. */

#include "../base/faulty-calls.h"
#include "bc-chart-differences.h"
#include "bc-edit.h"
#include "bc-journal.h"
#include "ui-support.h"
#include "window-support.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct
{
  char       *folder;
  GFile      *file;
  BcDocument *document;
  BcWindow   *window;
} Fixture;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;

  bc_document_save_finish (BC_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
wait_idle (BcDocument *document)
{
  while (bc_document_is_busy (document))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
rename_patient (BcDocument *document,
                const char *name)
{
  BcChart *chart = bc_document_get_chart (document);

  bc_history_set_string (bc_chart_get_history (chart), chart, "name", name);
}

/* A chart that was saved, and has been edited since. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("bodychart-saving-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "one.bodychart", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = window_document ();
  bc_document_save_async (fixture->document, fixture->file, BC_SAVE_NONE, NULL, saved_cb, NULL);
  wait_idle (fixture->document);
  rename_patient (fixture->document, "My Version");
  fixture->window = window_show (fixture->document);
}

static void
remove_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *journals = bc_journal_dup_folder ();
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (window_application ()))) != NULL)
    ui_window_close (windows->data);
  g_clear_object (&fixture->document);
  remove_files (fixture->folder);
  remove_files (journals);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

/* Another one saves the chart meanwhile. */
static void
save_theirs (Fixture *fixture)
{
  g_autoptr(BcDocument) theirs = window_document ();
  BcVisit *visit = bc_document_get_visit (theirs);

  rename_patient (theirs, "Their Version");
  bc_edit_set_answer (bc_document_get_chart (theirs), visit, "d-slump", BC_ANSWER_YES);
  bc_document_save_async (theirs, fixture->file, BC_SAVE_REPLACE, NULL, saved_cb, NULL);
  wait_idle (theirs);
}

static AdwMessageDialog *
save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  return window_wait_dialog (fixture->window);
}

static void
assert_holds (GFile      *file,
              const char *name)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, name));
}

/* (nullable): the version that was put aside */
static GFile *
find_replaced (Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "one-replaced-") && g_str_has_suffix (name, BC_CHART_SUFFIX))
      return g_file_new_build_filename (fixture->folder, name, NULL);
  return NULL;
}

static guint
get_mode (GFile *file)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  return status.st_mode & 0777;
}

static GPtrArray *
list_offers (void)
{
  g_autofree char *folder = bc_journal_dup_folder ();

  return bc_journal_list (folder);
}

/* Mine holds; theirs lies beside it under a name of its own, private, and later saves do not push it out. */
static void
test_keep_mine (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GFile) replaced = NULL;

  save_theirs (fixture);
  window_answer (save (fixture), "Keep _Mine");
  while (bc_document_is_modified (fixture->document) || bc_document_is_busy (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  assert_holds (fixture->file, "My Version");
  for (int i = 0; i < 2; i++)
    {
      rename_patient (fixture->document, i == 0 ? "Later" : "Later still");
      _bc_window_save (fixture->window, NULL, BC_SAVE_NONE);
      wait_idle (fixture->document);
    }
  g_assert_null (window_find_dialog (fixture->window));
  assert_holds (fixture->file, "Later still");
  replaced = find_replaced (fixture);
  g_assert_nonnull (replaced);
  assert_holds (replaced, "Their Version");
  g_assert_cmpuint (get_mode (replaced), ==, 0600);
}

/* Theirs is shown; mine is offered as unsaved work, and saving that asks again. */
static void
test_keep_theirs (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(BcDocument) mine = NULL;
  BcDocument *shown;

  save_theirs (fixture);
  window_answer (save (fixture), "Keep _Theirs");
  shown = bc_window_get_document (fixture->window);
  g_assert_true (shown != fixture->document);
  g_assert_cmpstr (bc_chart_get_name (bc_document_get_chart (shown)), ==, "Their Version");
  g_assert_false (bc_document_is_modified (shown));
  g_assert_true (g_file_equal (bc_document_get_file (shown), fixture->file));
  assert_holds (fixture->file, "Their Version");

  g_clear_object (&fixture->document);
  offers = list_offers ();
  g_assert_cmpuint (offers->len, ==, 1);
  mine = bc_document_restore (((BcJournalEntry *) g_ptr_array_index (offers, 0))->path, NULL, NULL);
  g_assert_cmpstr (bc_chart_get_name (bc_document_get_chart (mine)), ==, "My Version");

  /* It goes on with their version as with one that was opened. */
  rename_patient (shown, "Goes on");
  _bc_window_save (fixture->window, NULL, BC_SAVE_NONE);
  wait_idle (shown);
  assert_holds (fixture->file, "Goes on");
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(GFile) replaced = NULL;

  save_theirs (fixture);
  window_answer (save (fixture), "_Cancel");
  g_assert_true (bc_document_is_modified (fixture->document));
  assert_holds (fixture->file, "Their Version");
  replaced = find_replaced (fixture);
  g_assert_null (replaced);
}

/* What differs can be read before anything is chosen. */
static void
test_compare (Fixture      *fixture,
              gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkWidget *expander;
  GtkWidget *label;

  save_theirs (fixture);
  dialog = save (fixture);
  expander = window_find_type (GTK_WIDGET (dialog), GTK_TYPE_EXPANDER);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  ui_settle ();
  label = window_find_type (gtk_expander_get_child (GTK_EXPANDER (expander)), GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "Name: here My Version, in the file Their Version"));
  window_answer (dialog, "_Cancel");
}

/* A third version appears while the question is open: it is not run over. */
static void
test_third (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(BcDocument) third = window_document ();
  AdwMessageDialog *dialog;
  g_autoptr(GFile) replaced = NULL;

  save_theirs (fixture);
  dialog = save (fixture);
  rename_patient (third, "A third and longer one");
  bc_document_save_async (third, fixture->file, BC_SAVE_REPLACE, NULL, saved_cb, NULL);
  wait_idle (third);
  window_answer (dialog, "Keep _Mine");
  window_answer (window_wait_dialog (fixture->window), "_Cancel");
  assert_holds (fixture->file, "A third and longer one");
  replaced = find_replaced (fixture);
  assert_holds (replaced, "Their Version");
  g_assert_true (bc_document_is_modified (fixture->document));
}

/* Theirs is no chart at all: it cannot be chosen, but is put aside all the same. */
static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  AdwMessageDialog *dialog;
  g_autoptr(GFile) replaced = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "not a chart", -1, NULL));
  dialog = save (fixture);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "theirs"));
  window_answer (dialog, "Keep _Mine");
  while (bc_document_is_modified (fixture->document) || bc_document_is_busy (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  assert_holds (fixture->file, "My Version");
  replaced = find_replaced (fixture);
  assert_holds (replaced, "not a chart");
}

/* The other version cannot be put aside: then ours does not take its place. */
static void
test_cannot_put_aside (Fixture      *fixture,
                       gconstpointer data)
{
  AdwMessageDialog *dialog;

  save_theirs (fixture);
  dialog = save (fixture);
  faulty_calls_arm (fixture->folder, FAULT_FOR_EVER, 1, ENOSPC);
  window_answer (dialog, "Keep _Mine");
  dialog = window_wait_dialog (fixture->window);
  g_assert_true (faulty_calls_disarm ());
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The chart could not be saved");
  window_answer (dialog, "_Close");
  assert_holds (fixture->file, "Their Version");
  g_assert_true (bc_document_is_modified (fixture->document));
}

/* --- disks --- */

static const struct
{
  const char *path;
  int         cause;
  const char *remedy;
} failures[] = {
  { "/ui/saving/full-disk", ENOSPC, "free some space" },
  { "/ui/saving/read-only", EROFS, "choose a folder that you may write to" },
  { "/ui/saving/broken-disk", EIO, "save to another disk" },
};

/* It is told with what to do; the work stays here and in the journal, and can be saved once the disk works again. */
static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  const int i = GPOINTER_TO_INT (data);
  g_autofree char *journals = bc_journal_dup_folder ();
  AdwMessageDialog *dialog;
  guint n = 0;

  faulty_calls_arm (fixture->folder, FAULT_FOR_EVER, 1, failures[i].cause);
  dialog = save (fixture);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), failures[i].remedy));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Your work stays in this window."));
  g_assert_true (bc_document_is_modified (fixture->document));
  assert_holds (fixture->file, "Ada Example");
  while (n == 0)
    {
      g_autoptr(GDir) dir = g_dir_open (journals, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        n += g_str_has_suffix (name, ".journal") ? 1 : 0;
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (faulty_calls_disarm ());
  window_answer (dialog, "_Try Again");
  wait_idle (fixture->document);
  g_assert_false (bc_document_is_modified (fixture->document));
  assert_holds (fixture->file, "My Version");
}

/* The share that held the chart is gone, and comes back. */
static void
test_vanished (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-elsewhere", NULL);
  AdwMessageDialog *dialog;

  g_assert_cmpint (g_rename (fixture->folder, elsewhere), ==, 0);
  dialog = save (fixture);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "choose a folder that exists"));
  g_assert_true (bc_document_is_modified (fixture->document));
  g_assert_cmpint (g_rename (elsewhere, fixture->folder), ==, 0);
  window_answer (dialog, "_Try Again");
  wait_idle (fixture->document);
  assert_holds (fixture->file, "My Version");
}

/* Closing with "save" while the disk fails: the window stays, and asks again. */
static void
test_close_fails (Fixture      *fixture,
                  gconstpointer data)
{
  AdwMessageDialog *dialog;

  faulty_calls_arm (fixture->folder, FAULT_FOR_EVER, 1, ENOSPC);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_settle ();
  window_answer (window_wait_dialog (fixture->window), "_Save");
  dialog = window_wait_dialog (fixture->window);
  g_assert_true (faulty_calls_disarm ());
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The chart could not be saved");
  window_answer (dialog, "_Close");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_nonnull (gtk_application_get_windows (GTK_APPLICATION (window_application ())));
  window_answer (window_wait_dialog (fixture->window), "_Cancel");
  g_assert_true (bc_document_is_modified (fixture->document));
}

/* An impatient second click while the last save runs does not end it. */
static void
test_close_twice (Fixture      *fixture,
                  gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_signal_emit_by_name (window_find_button (GTK_WIDGET (window_wait_dialog (fixture->window)), "_Save"), "clicked");
  g_assert_true (bc_document_is_busy (fixture->document));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_application_get_windows (GTK_APPLICATION (window_application ())));
  wait_idle (fixture->document);
  while (gtk_application_get_windows (GTK_APPLICATION (window_application ())) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_holds (fixture->file, "My Version");
}

/* An edit and a second save while the first one runs: both are in the file, and nothing is asked. */
static void
test_save_twice (Fixture      *fixture,
                 gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  g_assert_true (bc_document_is_busy (fixture->document));
  rename_patient (fixture->document, "Later Version");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  while (bc_document_is_busy (fixture->document) || bc_document_is_modified (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
  assert_holds (fixture->file, "Later Version");
  g_assert_null (window_find_dialog (fixture->window));
}

/* Closing while an ordinary save runs: it is waited for, and only what came after it is asked about. */
static void
test_close_while_saving (Fixture      *fixture,
                         gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  g_assert_true (bc_document_is_busy (fixture->document));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_application_get_windows (GTK_APPLICATION (window_application ())));
  while (gtk_application_get_windows (GTK_APPLICATION (window_application ())) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_holds (fixture->file, "My Version");
}

static void
test_edit_and_close_while_saving (Fixture      *fixture,
                                  gconstpointer data)
{
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  rename_patient (fixture->document, "Later Version");
  g_assert_true (bc_document_is_busy (fixture->document));
  gtk_window_close (GTK_WINDOW (fixture->window));
  dialog = window_wait_dialog (fixture->window);
  g_signal_emit_by_name (window_find_button (GTK_WIDGET (dialog), "_Save"), "clicked");
  while (gtk_application_get_windows (GTK_APPLICATION (window_application ())) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_holds (fixture->file, "Later Version");
}

/* Not over a chart that another window shows: that one would go on with what is in no file any more. */
static void
test_shown_elsewhere (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *other = window_show (document);
  AdwMessageDialog *dialog;

  _bc_window_save_as (other, fixture->file);
  dialog = window_wait_dialog (other);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "open in another window"));
  window_answer (dialog, "_Close");
  g_assert_null (bc_document_get_file (document));
  assert_holds (fixture->file, "Ada Example");
  /* Its own window may. */
  _bc_window_save_as (fixture->window, fixture->file);
  wait_idle (fixture->document);
  assert_holds (fixture->file, "My Version");
}

/* --- differences --- */

static char *
join_differences (BcDocument *mine,
                  BcDocument *theirs)
{
  g_autoptr(GPtrArray) lines = bc_chart_list_differences (bc_document_get_chart (mine), bc_document_get_chart (theirs),
                                                          bc_maps_get_default ());

  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static GtkWidget *
find_take_over (BcWindow *window)
{
  GtkWidget *button = window_find_button (GTK_WIDGET (window), "_Open Anyway");

  return button != NULL && gtk_widget_get_mapped (button) ? button : NULL;
}

/* A machine that broke off with the chart open can be told from one that runs, and need not be waited for. */
static void
test_take_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *note = g_build_filename (fixture->folder, ".one.bodychart.lock", NULL);
  const struct timespec past[2] = { { 1700000000, 0 }, { 1700000000, 0 } };
  g_autofree char *text = NULL;

  bc_document_detach (fixture->document); /* lets go of our note */
  g_assert_true (g_file_set_contents (note, "bodychart-lock 1\nuser anna\nhost elsewhere\npid 1\ntime 1700000000\n", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, note, past, 0), ==, 0);
  bc_window_set_document (fixture->window, NULL);
  bc_window_open (fixture->window, fixture->file, FALSE);
  while (find_take_over (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* It stays, and what else is to be said does not wait for it. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  wait_idle (bc_window_get_document (fixture->window));
  g_assert_nonnull (find_take_over (fixture->window));
  g_signal_emit_by_name (find_take_over (fixture->window), "clicked");
  g_assert_null (find_take_over (fixture->window));
  g_assert_null (bc_document_get_other (bc_window_get_document (fixture->window)));
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, g_get_user_name ()));
}

static void
test_differences (void)
{
  g_autoptr(BcDocument) mine = window_document ();
  g_autoptr(BcDocument) theirs = window_document ();
  BcChart *chart = bc_document_get_chart (mine);
  BcVisit *visit = bc_document_get_visit (mine);
  BcRegion region = bc_region_from_id ("calf-upper-left");
  g_autofree char *same = join_differences (mine, theirs);
  g_autofree char *marked = NULL;
  g_autofree char *noted = NULL;
  g_autofree char *visits = NULL;

  g_assert_cmpstr (same, ==, "");
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 1), region, BC_ROLE_SITE);
  marked = join_differences (mine, theirs);
  g_assert_nonnull (strstr (marked, "P1"));
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 1), region, BC_ROLE_SITE);

  g_object_set (visit, "notes", "Mine", NULL);
  noted = join_differences (mine, theirs);
  g_assert_cmpstr (noted, ==, "Notes: here Mine, in the file nothing");
  g_object_set (visit, "notes", "", NULL);

  bc_chart_add_visit (chart, "2001-02-03");
  bc_chart_add_visit (bc_document_get_chart (theirs), "2002-03-04");
  visits = join_differences (mine, theirs);
  g_assert_nonnull (strstr (visits, "Only in this window: the visit of 3 February 2001"));
  g_assert_nonnull (strstr (visits, "Only in the file: the visit of 4 March 2002"));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add ("/ui/saving/keep-mine", Fixture, NULL, set_up, test_keep_mine, tear_down);
  g_test_add ("/ui/saving/keep-theirs", Fixture, NULL, set_up, test_keep_theirs, tear_down);
  g_test_add ("/ui/saving/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/ui/saving/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/ui/saving/third", Fixture, NULL, set_up, test_third, tear_down);
  g_test_add ("/ui/saving/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/ui/saving/cannot-put-aside", Fixture, NULL, set_up, test_cannot_put_aside, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    g_test_add (failures[i].path, Fixture, GINT_TO_POINTER (i), set_up, test_failure, tear_down);
  g_test_add ("/ui/saving/vanished", Fixture, NULL, set_up, test_vanished, tear_down);
  g_test_add ("/ui/saving/close-fails", Fixture, NULL, set_up, test_close_fails, tear_down);
  g_test_add ("/ui/saving/take-over", Fixture, NULL, set_up, test_take_over, tear_down);
  g_test_add ("/ui/saving/close-twice", Fixture, NULL, set_up, test_close_twice, tear_down);
  g_test_add ("/ui/saving/save-twice", Fixture, NULL, set_up, test_save_twice, tear_down);
  g_test_add ("/ui/saving/close-while-saving", Fixture, NULL, set_up, test_close_while_saving, tear_down);
  g_test_add ("/ui/saving/edit-and-close-while-saving", Fixture, NULL, set_up, test_edit_and_close_while_saving, tear_down);
  g_test_add ("/ui/saving/shown-elsewhere", Fixture, NULL, set_up, test_shown_elsewhere, tear_down);
  g_test_add_func ("/ui/saving/differences", test_differences);
  return window_run ();
}
