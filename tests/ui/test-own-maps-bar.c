/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file with maps of a clinic's own that cannot be read: the window says so once, and works. */
#include "bc-own-maps-bar.h"
#include "ui-support.h"
#include "window-support.h"

#include <glib/gstdio.h>

static char *wrong; /* the file in the home of the test */

/* Before the maps are read for the first time. */
static void
write_wrong_file (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_DATA_HOME"), "bodychart", "patterns", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  wrong = g_build_filename (folder, "knee.xml", NULL);
  g_assert_true (g_file_set_contents (wrong, "<maps xmlns=\"https://bodychart.github.io/ns/patterns/1\">\n<knee/>\n"
                                      "</maps>\n", -1, NULL));
}

static gboolean
is_told (GtkWidget *bar)
{
  return gtk_revealer_get_child_revealed (GTK_REVEALER (gtk_widget_get_first_child (bar)));
}

static void
test_window (void)
{
  BcWindow *window = window_show (NULL);
  GtkWidget *bar;
  GtkWidget *details;
  GtkWidget *close;
  g_autofree char *before = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *line = g_strconcat (wrong, ":2: <knee> starts no kind of maps file", NULL);

  ui_settle ();
  bar = window_find_type (GTK_WIDGET (window), BC_TYPE_OWN_MAPS_BAR);
  g_assert_nonnull (bar);
  g_assert_true (is_told (bar));
  before = window_read (window);
  g_assert_nonnull (strstr (before, "Maps of your own: 1 file was left out. All other maps are there."));
  g_assert_null (strstr (before, line));
  details = window_find_type (bar, GTK_TYPE_EXPANDER);
  g_assert_true (gtk_widget_activate (details)); /* Return or Space */
  ui_settle ();
  opened = window_read (window);
  g_assert_nonnull (strstr (opened, line));

  close = window_find_type (bar, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (close, "clicked");
  ui_settle ();
  g_assert_false (is_told (bar));
  /* it does not come back with another page */
  bc_window_set_document (window, window_document ());
  ui_settle ();
  g_assert_false (is_told (bar));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Patients see nothing of it. */
static void
test_patient (void)
{
  BcWindow *window = window_show (window_document ());
  GtkWidget *bar;

  ui_settle ();
  bar = window_find_type (GTK_WIDGET (window), BC_TYPE_OWN_MAPS_BAR);
  g_assert_true (is_told (bar));
  g_assert_true (gtk_widget_get_visible (bar));
  _bc_window_show_findings (window, FALSE);
  g_assert_false (gtk_widget_get_visible (bar));
  _bc_window_show_findings (window, TRUE);
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing_to_tell (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  GtkWidget *bar = g_object_ref_sink (bc_own_maps_bar_new ());

  bc_own_maps_bar_set_problems (BC_OWN_MAPS_BAR (bar), none);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (bar))));
  g_assert_finalize_object (bar);
}

int
main (int    argc,
      char **argv)
{
  int status;

  write_wrong_file ();
  window_init (&argc, &argv);
  g_test_add_func ("/own-maps-bar/window", test_window);
  g_test_add_func ("/own-maps-bar/patient", test_patient);
  g_test_add_func ("/own-maps-bar/nothing-to-tell", test_nothing_to_tell);
  status = window_run ();
  g_free (wrong);
  return status;
}
