/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window in a real application: what can be done when, what a patient never sees, and how it ends. */

#include "bc-edit.h"
#include "bc-finding-row.h"
#include "bc-match.h"
#include "bc-window-private.h"
#include "ui-support.h"

#include <glib/gstdio.h>

static AdwApplication *application;

/* Pain down the outer leg and answers that fire a red flag. */
static BcDocument *
new_l5_document (void)
{
  static const char *const regions[] = { "buttock-upper-right", "thigh-lateral-upper-right", "leg-lateral-right",
                                         "foot-dorsum-medial-right", "great-toe-right" };
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  g_object_set (chart, "name", "Ada Example", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[i]),
                           i == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);
  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  bc_history_set_saved (bc_chart_get_history (chart));
  return document;
}

static BcWindow *
show_window (BcDocument *document)
{
  BcWindow *window = bc_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 850);
  bc_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  return window;
}

/* --- what a person in front of the window can read --- */

static void
collect_words (GtkWidget *root,
               GString   *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (root);

  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  if (tooltip != NULL)
    g_string_append_printf (words, "%s\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static char *
read_window (BcWindow *window)
{
  GString *words = g_string_new (NULL);

  ui_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  collect_words (GTK_WIDGET (window), words);
  return g_string_free (words, FALSE);
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_action (GtkWidget  *root,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_ACTIONABLE (child)
          || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) != 0)
        found = find_action (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_can (BcWindow   *window,
            const char *action,
            gboolean    can)
{
  GtkWidget *button = find_action (GTK_WIDGET (window), action);

  g_assert_nonnull (button);
  if (gtk_widget_is_sensitive (button) != can)
    g_error ("%s is %s", action, can ? "greyed out" : "not greyed out");
}

static void
select_first_finding (BcWindow *window)
{
  GtkWidget *row = find_type (window->findings_panel, BC_TYPE_FINDING_ROW);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static AdwMessageDialog *
find_dialog (BcWindow *window)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static AdwMessageDialog *
wait_dialog (BcWindow *window)
{
  AdwMessageDialog *dialog;

  while ((dialog = find_dialog (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_BUTTON (child) || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) != 0)
        found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* By its button, since the dialog closes itself only then. */
static void
answer_dialog (AdwMessageDialog *dialog,
               const char       *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

/* --- tests --- */

static void
test_actions (void)
{
  static const char *const with_chart[] = { "win.save", "win.print", "win.zoom-in", "win.zoom-out", "win.zoom-fit" };
  g_autoptr(BcDocument) document = new_l5_document ();
  BcWindow *window = show_window (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (with_chart); i++)
    assert_can (window, with_chart[i], FALSE);
  assert_can (window, "win.new", TRUE);
  assert_can (window, "win.undo", FALSE);

  bc_window_set_document (window, document);
  ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (with_chart); i++)
    assert_can (window, with_chart[i], TRUE);
  ui_window_close (GTK_WIDGET (window));
}

static void
test_undo (void)
{
  g_autoptr(BcDocument) document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcWindow *window = show_window (document);

  assert_can (window, "win.undo", FALSE);
  assert_can (window, "win.redo", FALSE);
  bc_history_set_string (bc_chart_get_history (chart), chart, "name", "Ada Example");
  ui_settle ();
  assert_can (window, "win.undo", TRUE);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Ada Example");
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (window->title)), "not saved"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "");
  assert_can (window, "win.undo", FALSE);
  assert_can (window, "win.redo", TRUE);
  g_assert_null (strstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (window->title)), "not saved"));
  ui_window_close (GTK_WIDGET (window));
}

/* The patient looks on: no map, no share, no red flag and nothing to ask next, in no label and no tooltip. */
static void
test_hide_findings (void)
{
  g_autoptr(BcDocument) document = new_l5_document ();
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (bc_document_get_chart (document),
                                                           bc_document_get_visit (document));
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  g_autofree char *shown = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *hidden_too = NULL;
  g_autofree char *again = NULL;
  static const char *const never[] = { "Red flag", "Ask next", "Map:", " %" };
  BcWindow *window = show_window (document);

  g_assert_cmpuint (findings->red_flags->len, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "findings");
  select_first_finding (window);
  shown = read_window (window);
  g_assert_nonnull (strstr (shown, "Red flag"));
  g_assert_nonnull (strstr (shown, "Map:"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "questions");
  asked = read_window (window);
  g_assert_nonnull (strstr (asked, "Ask next"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  hidden = read_window (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "findings");
  hidden_too = read_window (window);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_assert_null (strstr (hidden, never[i]));
      g_assert_null (strstr (hidden_too, never[i]));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  again = read_window (window);
  g_assert_nonnull (strstr (again, "Red flag"));
  ui_window_close (GTK_WIDGET (window));
}

static void
test_replace_document (void)
{
  BcDocument *old = new_l5_document ();
  g_autoptr(BcDocument) other = bc_document_new ();
  g_autofree char *words = NULL;
  BcWindow *window = show_window (old);

  bc_window_set_document (window, other);
  words = read_window (window);
  g_assert_null (strstr (words, "Ada Example"));
  g_assert_null (strstr (words, "Red flag"));
  g_assert_true (bc_window_get_document (window) == other);
  /* Nothing in the window still listens to the chart of before. */
  g_assert_finalize_object (old);
  ui_window_close (GTK_WIDGET (window));
}

static void
test_close_unmodified (void)
{
  BcDocument *document = new_l5_document ();
  BcWindow *window = show_window (document);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_null (window);
  g_assert_finalize_object (document);
}

static void
test_close_modified (void)
{
  BcDocument *document = new_l5_document ();
  BcWindow *window = show_window (document);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  bc_edit_set_answer (bc_document_get_chart (document), bc_document_get_visit (document), "d-slump", BC_ANSWER_YES);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_nonnull (window);
  answer_dialog (wait_dialog (window), "_Cancel");
  g_assert_nonnull (window);
  /* Cancelled once, it asks again. */
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_nonnull (window);
  answer_dialog (wait_dialog (window), "_Discard");
  g_assert_null (window);
  g_assert_finalize_object (document);
}

/* --- files --- */

typedef struct
{
  char  *folder;
  GFile *one;
  GFile *two;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  fixture->folder = g_dir_make_tmp ("bodychart-window-XXXXXX", NULL);
  one = g_build_filename (fixture->folder, "one.bodychart", NULL);
  two = g_build_filename (fixture->folder, "two.bodychart", NULL);
  fixture->one = g_file_new_for_path (one);
  fixture->two = g_file_new_for_path (two);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (g_file_peek_path (fixture->one));
  g_remove (g_file_peek_path (fixture->two));
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->one);
  g_object_unref (fixture->two);
}

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
write_chart (GFile      *file,
             const char *name)
{
  g_autoptr(BcDocument) document = bc_document_new ();

  g_object_set (bc_document_get_chart (document), "name", name, NULL);
  bc_document_save_async (document, file, BC_SAVE_NONE, NULL, saved_cb, NULL);
  while (bc_document_is_busy (document))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
assert_holds (GFile      *file,
              const char *name)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, name));
}

static BcWindow *
find_window (GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data) && bc_window_shows_file (l->data, file))
      return l->data;
  return NULL;
}

static void
close_all_windows (void)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    ui_window_close (windows->data);
}

/* As `bodychart one.bodychart two.bodychart` does: each chart gets its window, whichever is read first. */
static void
test_open_two (Fixture      *fixture,
               gconstpointer data)
{
  BcWindow *window = show_window (NULL);
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  write_chart (fixture->one, "One Example");
  write_chart (fixture->two, "Two Example");
  bc_window_open (window, fixture->one, FALSE);
  bc_window_open (window, fixture->two, FALSE);
  while ((find_window (fixture->one) == NULL || find_window (fixture->two) == NULL)
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (find_window (fixture->one));
  g_assert_nonnull (find_window (fixture->two));
  close_all_windows ();
}

static void
test_open_bad (Fixture      *fixture,
               gconstpointer data)
{
  BcWindow *window = show_window (NULL);
  AdwMessageDialog *dialog;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->one), "<chart", -1, NULL));
  bc_window_open (window, fixture->one, FALSE);
  dialog = wait_dialog (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "one.bodychart:1: "));
  answer_dialog (dialog, "_Close");
  g_assert_null (bc_window_get_document (window));
  ui_window_close (GTK_WIDGET (window));
}

/* The name is taken by another chart: "replace" saves under the chosen name, not under another and not nowhere. */
static void
test_replace_file (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(BcDocument) document = new_l5_document ();
  BcWindow *window = show_window (document);

  write_chart (fixture->one, "One Example");
  _bc_window_save (window, fixture->one, BC_SAVE_NONE);
  answer_dialog (wait_dialog (window), "_Replace with Mine");
  while (bc_document_is_busy (document))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
  assert_holds (fixture->one, "Ada Example");
  g_assert_true (bc_window_shows_file (window, fixture->one));
  ui_window_close (GTK_WIDGET (window));
}

static void
test_keep_file (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(BcDocument) document = new_l5_document ();
  BcWindow *window = show_window (document);

  write_chart (fixture->one, "One Example");
  _bc_window_save (window, fixture->one, BC_SAVE_NONE);
  answer_dialog (wait_dialog (window), "_Cancel");
  assert_holds (fixture->one, "One Example");
  g_assert_true (bc_document_is_modified (document));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *schemas = NULL;
  int status;

  /* Before GTK looks for schemas, and so before GLib knows the folders of the test. */
  schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "resources", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  ui_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = adw_application_new ("io.github.bodychart.TestWindow", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/ui/window/actions", test_actions);
  g_test_add_func ("/ui/window/undo", test_undo);
  g_test_add_func ("/ui/window/hide-findings", test_hide_findings);
  g_test_add_func ("/ui/window/replace-document", test_replace_document);
  g_test_add_func ("/ui/window/close-unmodified", test_close_unmodified);
  g_test_add_func ("/ui/window/close-modified", test_close_modified);
  g_test_add ("/ui/window/open-two", Fixture, NULL, set_up, test_open_two, tear_down);
  g_test_add ("/ui/window/open-bad", Fixture, NULL, set_up, test_open_bad, tear_down);
  g_test_add ("/ui/window/replace-file", Fixture, NULL, set_up, test_replace_file, tear_down);
  g_test_add ("/ui/window/keep-file", Fixture, NULL, set_up, test_keep_file, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
