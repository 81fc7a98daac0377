/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window in a real application: what can be done when, what a patient never sees, and how it ends. */

#include "bc-edit.h"
#include "bc-match.h"
#include "ui-support.h"
#include "window-support.h"

#include <glib/gstdio.h>

static void
assert_can (BcWindow   *window,
            const char *action,
            gboolean    can)
{
  GtkWidget *button = window_find_action (GTK_WIDGET (window), action);

  g_assert_nonnull (button);
  if (gtk_widget_is_sensitive (button) != can)
    g_error ("%s is %s", action, can ? "greyed out" : "not greyed out");
}

/* --- tests --- */

static void
test_actions (void)
{
  static const char *const with_chart[] = { "win.save", "win.print", "win.zoom-in", "win.zoom-out", "win.zoom-fit" };
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (NULL);

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
  BcWindow *window = window_show (document);

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
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (bc_document_get_chart (document),
                                                           bc_document_get_visit (document));
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  g_autofree char *shown = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *hidden_too = NULL;
  g_autofree char *again = NULL;
  static const char *const never[] = { "Red flag", "Ask next", "Map:", " %" };
  BcWindow *window = window_show (document);

  g_assert_cmpuint (findings->red_flags->len, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "findings");
  window_select_first_finding (window);
  shown = window_read (window);
  g_assert_nonnull (strstr (shown, "Red flag"));
  g_assert_nonnull (strstr (shown, "Map:"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "questions");
  asked = window_read (window);
  g_assert_nonnull (strstr (asked, "Ask next"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  hidden = window_read (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "findings");
  hidden_too = window_read (window);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_assert_null (strstr (hidden, never[i]));
      g_assert_null (strstr (hidden_too, never[i]));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  again = window_read (window);
  g_assert_nonnull (strstr (again, "Red flag"));
  ui_window_close (GTK_WIDGET (window));
}

/* A phone held upright, and a small tablet on its side, show all of the window. */
static void
test_small (void)
{
  static const struct
  {
    int width;
    int height;
  } screens[] = { { 360, 640 }, { 800, 480 } };
  g_autoptr(BcDocument) document = window_document ();
  g_autofree char *decoration = NULL;
  BcWindow *window;

  /* As the shells of phones have it. */
  g_object_get (gtk_settings_get_default (), "gtk-decoration-layout", &decoration, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  window = window_show (document);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
      int least;

      /* All that is around figure and strip; how narrow the strip can be is its own affair. */
      gtk_widget_set_visible (window->strip, FALSE);
      gtk_window_set_default_size (GTK_WINDOW (window), screens[i].width, screens[i].height);
      least = G_MAXINT;
      /* The window gives way frame by frame. */
      for (guint frame = 0; frame < 20 && least > screens[i].width; frame++)
        {
          gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
          gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        }
      g_assert_cmpint (least, <=, screens[i].width);
      gtk_widget_set_visible (window->strip, TRUE);
      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, screens[i].width, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, screens[i].height);
    }
  ui_window_close (GTK_WIDGET (window));
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", decoration, NULL);
}

/* The figure has most of the window at its usual size, and text below it two lines. */
static void
test_figure_first (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autoptr(PangoLayout) lines = gtk_widget_create_pango_layout (window->status, "X\nX");
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  ui_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  g_assert_cmpint (2 * gtk_widget_get_height (window->canvas), >, gtk_widget_get_height (GTK_WIDGET (window)));
  g_assert_cmpint (2 * gtk_widget_get_width (window->canvas), >, gtk_widget_get_width (GTK_WIDGET (window)));
  pango_layout_get_pixel_size (lines, NULL, &height);
  g_assert_cmpint (gtk_widget_get_height (window->foot), <=, height + 16);
  ui_window_close (GTK_WIDGET (window));
}

static void
test_replace_document (void)
{
  BcDocument *old = window_document ();
  g_autoptr(BcDocument) other = bc_document_new ();
  g_autofree char *words = NULL;
  BcWindow *window = window_show (old);

  bc_window_set_document (window, other);
  words = window_read (window);
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
  BcDocument *document = window_document ();
  BcWindow *window = window_show (document);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_null (window);
  g_assert_finalize_object (document);
}

static void
test_close_modified (void)
{
  BcDocument *document = window_document ();
  BcWindow *window = window_show (document);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  bc_edit_set_answer (bc_document_get_chart (document), bc_document_get_visit (document), "d-slump", BC_ANSWER_YES);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_nonnull (window);
  window_answer (window_wait_dialog (window), "_Cancel");
  g_assert_nonnull (window);
  /* Cancelled once, it asks again. */
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_nonnull (window);
  window_answer (window_wait_dialog (window), "_Discard");
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
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (window_application ())); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data) && bc_window_shows_file (l->data, file))
      return l->data;
  return NULL;
}

static void
close_all_windows (void)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (window_application ()))) != NULL)
    ui_window_close (windows->data);
}

/* As `bodychart one.bodychart two.bodychart` does: each chart gets its window, whichever is read first. */
static void
test_open_two (Fixture      *fixture,
               gconstpointer data)
{
  BcWindow *window = window_show (NULL);
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
  BcWindow *window = window_show (NULL);
  AdwMessageDialog *dialog;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->one), "<chart", -1, NULL));
  bc_window_open (window, fixture->one, FALSE);
  dialog = window_wait_dialog (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "one.bodychart:1: "));
  window_answer (dialog, "_Close");
  g_assert_null (bc_window_get_document (window));
  ui_window_close (GTK_WIDGET (window));
}

/* The name is taken by another chart: "replace" saves under the chosen name, not under another and not nowhere. */
static void
test_replace_file (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  write_chart (fixture->one, "One Example");
  _bc_window_save (window, fixture->one, BC_SAVE_NONE);
  window_answer (window_wait_dialog (window), "_Replace with Mine");
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
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  write_chart (fixture->one, "One Example");
  _bc_window_save (window, fixture->one, BC_SAVE_NONE);
  window_answer (window_wait_dialog (window), "_Cancel");
  assert_holds (fixture->one, "One Example");
  g_assert_true (bc_document_is_modified (document));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/window/actions", test_actions);
  g_test_add_func ("/ui/window/undo", test_undo);
  g_test_add_func ("/ui/window/hide-findings", test_hide_findings);
  g_test_add_func ("/ui/window/small", test_small);
  g_test_add_func ("/ui/window/figure-first", test_figure_first);
  g_test_add_func ("/ui/window/replace-document", test_replace_document);
  g_test_add_func ("/ui/window/close-unmodified", test_close_unmodified);
  g_test_add_func ("/ui/window/close-modified", test_close_modified);
  g_test_add ("/ui/window/open-two", Fixture, NULL, set_up, test_open_two, tear_down);
  g_test_add ("/ui/window/open-bad", Fixture, NULL, set_up, test_open_bad, tear_down);
  g_test_add ("/ui/window/replace-file", Fixture, NULL, set_up, test_replace_file, tear_down);
  g_test_add ("/ui/window/keep-file", Fixture, NULL, set_up, test_keep_file, tear_down);
  return window_run ();
}
