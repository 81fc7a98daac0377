/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lock of a shared machine, and the preferences that it is set in. */

#include "bc-edit.h"
#include "bc-preferences.h"
#include "bc-settings.h"
#include "bc-start-page.h"
#include "ui-support.h"
#include "window-support.h"

static void
lock (BcWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  ui_settle ();
}

/* Nothing that tells of the patient, in no label, no tooltip and not in the title, until somebody clicks. */
static void
test_hides (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autofree char *before = window_read (window);
  g_autofree char *locked = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Ada Example"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "patient");
  lock (window);
  locked = window_read (window);
  g_assert_null (strstr (locked, "Ada Example"));
  g_assert_null (strstr (locked, "P1"));
  g_assert_null (strstr (locked, "ight")); /* no region, which has a side */
  g_assert_nonnull (strstr (locked, "Locked"));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Ada"));
  g_assert_false (gtk_widget_get_mapped (window->canvas));

  /* What changes meanwhile does not tell either. */
  g_object_set (bc_document_get_chart (document), "name", "Someone Else", NULL);
  bc_edit_add_symptom (bc_document_get_chart (document), bc_document_get_visit (document));
  ui_settle ();
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Someone"));

  g_signal_emit_by_name (window->unlock_button, "clicked");
  after = window_read (window);
  g_assert_nonnull (strstr (after, "Someone Else"));
  g_assert_nonnull (strstr (after, "P2"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Someone Else");
  g_assert_true (gtk_widget_get_mapped (window->canvas));
  bc_history_set_saved (bc_chart_get_history (bc_document_get_chart (document)));
  ui_window_close (GTK_WIDGET (window));
}

/* All windows are locked, each one is opened by itself, and one without a chart has file names to hide. */
static void
test_windows (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcWindow *empty = window_show (NULL);

  lock (empty);
  g_assert_true (_bc_window_is_locked (window));
  g_assert_true (_bc_window_is_locked (empty));
  g_assert_false (window_can_read (empty, "Browse"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.unlock", NULL);
  g_assert_false (_bc_window_is_locked (window));
  g_assert_true (_bc_window_is_locked (empty));
  ui_window_close (GTK_WIDGET (empty));
  ui_window_close (GTK_WIDGET (window));
}

/* A dialog names files and patients as well. It comes back as it was. */
static void
test_dialogs (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), "Ada Example", NULL);
  GtkWidget *closed = adw_message_dialog_new (GTK_WINDOW (window), "Closed meanwhile", NULL);
  GtkWidget *asked;
  GtkWidget *later = adw_message_dialog_new (GTK_WINDOW (window), "Not shown yet", NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (closed));
  ui_settle ();
  lock (window);
  g_assert_false (gtk_widget_get_visible (dialog));
  gtk_window_destroy (GTK_WINDOW (closed));
  /* A question that comes up meanwhile waits. */
  asked = adw_message_dialog_new (GTK_WINDOW (window), "Asked meanwhile", NULL);
  gtk_window_present (GTK_WINDOW (asked));
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (asked));
  _bc_window_unlock (window);
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_true (gtk_widget_get_visible (asked));
  g_assert_false (gtk_widget_get_visible (later));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (later));
  gtk_window_destroy (GTK_WINDOW (asked));
  ui_window_close (GTK_WIDGET (window));
}

static gboolean
press (BcWindow        *window,
       guint            key,
       GdkModifierType  state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (window->lock_keys, "key-pressed", key, 0, state, &handled);
  return handled;
}

/* A key opens it and does nothing else; the focus is where it was. A command's keys do not even open it. */
static void
test_keys (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *before;

  gtk_widget_grab_focus (window_find_action (GTK_WIDGET (window), "win.open"));
  before = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (before);
  lock (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == window->unlock_button);
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (_bc_window_is_locked (window));
  g_assert_true (press (window, GDK_KEY_x, 0));
  g_assert_false (_bc_window_is_locked (window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  ui_settle ();
  ui_window_close (GTK_WIDGET (window));
}

/* Nobody uses the program for the time that was chosen. */
static void
test_by_itself (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  g_assert_cmpuint (g_settings_get_uint (bc_settings_get (), "lock-after"), ==, 0); /* only who wants it */
  g_assert_cmpuint (window->lock_source, ==, 0);
  g_settings_set_uint (bc_settings_get (), "lock-after", 1);
  g_assert_false (_bc_window_is_locked (window));
  while (!_bc_window_is_locked (window))
    g_main_context_iteration (NULL, TRUE);
  /* And again, after somebody was there. */
  _bc_window_unlock (window);
  while (!_bc_window_is_locked (window))
    g_main_context_iteration (NULL, TRUE);
  _bc_window_unlock (window);
  g_settings_reset (bc_settings_get (), "lock-after");
  g_assert_cmpuint (window->lock_source, ==, 0);
  ui_window_close (GTK_WIDGET (window));
}

static GtkWidget *
find_preferences (BcWindow *window)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_PREFERENCES_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static void
test_preferences (void)
{
  static const guint odd[][2] = { { 1, 1 }, { 90, 2 }, { 300, 3 }, { 86400, 5 } };
  BcWindow *window = window_show (NULL);
  GSettings *settings = bc_settings_get ();
  GtkWidget *preferences;
  GtkWidget *row;
  GtkWidget *recent;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  ui_settle ();
  preferences = find_preferences (window);
  g_assert_nonnull (preferences);
  row = window_find_type (preferences, ADW_TYPE_COMBO_ROW);
  recent = window_find_type (preferences, GTK_TYPE_SWITCH);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  g_assert_cmpuint (g_settings_get_uint (settings, "lock-after"), ==, 5 * 60);
  /* What was set by other means is shown as the next choice, and not changed by being shown. */
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_settings_set_uint (settings, "lock-after", odd[i][0]);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, odd[i][1]);
      g_assert_cmpuint (g_settings_get_uint (settings, "lock-after"), ==, odd[i][0]);
    }
  g_settings_reset (settings, "lock-after");

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (recent)));
  gtk_switch_set_active (GTK_SWITCH (recent), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "remember-recent"));
  g_settings_reset (settings, "remember-recent");
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_window_close (GTK_WIDGET (window));
}

static gboolean
is_listed (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

/* Who does not want the list has none: what is there goes, and nothing new comes. */
static void
test_recent (void)
{
  g_autoptr(GFile) file = g_file_new_build_filename (g_get_user_data_dir (), "chart.bodychart", NULL);
  g_autoptr(GFile) later = g_file_new_build_filename (g_get_user_data_dir (), "later.bodychart", NULL);
  GSettings *settings = bc_settings_get ();

  bc_recent_add (file);
  while (!is_listed (file))
    g_main_context_iteration (NULL, TRUE);
  bc_recent_forget ();
  g_assert_false (is_listed (file));
  g_settings_set_boolean (settings, "remember-recent", FALSE);
  bc_recent_add (later);
  ui_settle ();
  g_assert_false (is_listed (later));
  g_settings_reset (settings, "remember-recent");
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/lock/hides", test_hides);
  g_test_add_func ("/ui/lock/windows", test_windows);
  g_test_add_func ("/ui/lock/dialogs", test_dialogs);
  g_test_add_func ("/ui/lock/keys", test_keys);
  g_test_add_func ("/ui/lock/by-itself", test_by_itself);
  g_test_add_func ("/ui/lock/preferences", test_preferences);
  g_test_add_func ("/ui/lock/recent", test_recent);
  return window_run ();
}
