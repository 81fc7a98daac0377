/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the window as data. */

#include "bc-settings.h"
#include "ui-support.h"
#include "window-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* Each kind of file is what it says, for its owner only; the table and the pictures name nobody. */
static void
test_files (void)
{
  static const struct { const char *id; const char *start; gboolean names; } kinds[] = {
    { "png", "\x89PNG", FALSE },
    { "svg", "<?xml", FALSE },
    { "csv", "case,date,symptom,region,", FALSE },
    { "fhir", "{\"resourceType\":\"Bundle\"", TRUE },
    { "fhir-all", "{\"resourceType\":\"Bundle\"", TRUE },
    { "summary-png", "\x89PNG", FALSE }, /* a name is in the picture, and not as text */
    { "summary-svg", "<?xml", FALSE },
  };
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autofree char *folder = g_dir_make_tmp ("bodychart-export-XXXXXX", NULL);

  g_object_set (bc_document_get_chart (document), "name", "Ada Example", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (folder, kinds[i].id, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;
      g_autoptr(GError) error = NULL;
      GStatBuf about;
      gsize length;

      g_assert_true (_bc_window_export_to (window, kinds[i].id, file, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, strlen (kinds[i].start));
      g_assert_cmpmem (content, strlen (kinds[i].start), kinds[i].start, strlen (kinds[i].start));
      g_assert_true ((memmem (content, length, "Ada Example", strlen ("Ada Example")) != NULL) == kinds[i].names);
      g_assert_cmpint (g_stat (path, &about), ==, 0);
      g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
      g_unlink (path);
    }
  g_rmdir (folder);
  ui_window_close (GTK_WIDGET (window));
}

/* What the document of a bundle holds. */
static GBytes *
get_document (const char *bundle)
{
  const char *data = strstr (bundle, "\"data\":\"");
  guchar *pdf;
  gsize length;

  g_assert_nonnull (data);
  data += strlen ("\"data\":\"");
  {
    g_autofree char *text = g_strndup (data, strcspn (data, "\""));

    pdf = g_base64_decode (text, &length);
  }
  return g_bytes_new_take (pdf, length);
}

/* The paper in a bundle is the one that the window prints, with the clinic at its head. */
static void
test_letterhead (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GSettings *settings = bc_settings_get ();
  g_autofree char *folder = g_dir_make_tmp ("bodychart-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *bundle = NULL;
  g_autoptr(BcSummary) printed = NULL;
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GBytes) document_in_it = NULL;
  g_autoptr(GError) error = NULL;

  printed = _bc_window_new_summary (window);
  plain = bc_summary_write_pdf (printed, &error);
  g_assert_no_error (error);
  g_clear_object (&printed);
  g_settings_set_string (settings, "clinic-name", "Quay Physiotherapy");
  g_assert_true (_bc_window_export_to (window, "fhir", file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bundle, NULL, NULL));
  document_in_it = get_document (bundle);
  printed = _bc_window_new_summary (window);
  pdf = bc_summary_write_pdf (printed, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (document_in_it, pdf));
  g_assert_false (g_bytes_equal (document_in_it, plain));
  g_settings_reset (settings, "clinic-name");
  g_unlink (path);
  g_rmdir (folder);
  ui_window_close (GTK_WIDGET (window));
}

/* Folders are seen by others: what is suggested as a name has the reference and the day, and never the patient's name,
 * also where the chart's own file is called so. */
static void
test_names (void)
{
  static const struct { const char *action; const char *name; } exports[] = {
    { "win.export::png", "17-2026-05-12.png" },
    { "win.export::svg", "17-2026-05-12.svg" },
    { "win.export::csv", "17-2026-05-12.csv" },
    { "win.export::fhir", "17-2026-05-12.json" },
    { "win.export::fhir-all", "17-2026-05-12-all-visits.json" },
    { "win.export::summary-png", "17-2026-05-12-summary.png" },
    { "win.export::summary-svg", "17-2026-05-12-summary.svg" },
    { "win.export-pdf", "17-2026-05-12.pdf" },
    { "win.save-as", "17-2026-05-12.bodychart" },
  };
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window;

  g_object_set (bc_document_get_chart (document), "name", "Ada Example", "reference", "17", NULL);
  g_object_set (bc_document_get_visit (document), "date", "2026-05-12", NULL);
  window = window_show (document);
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr(GVariant) target = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *name = NULL;

      g_assert_true (g_action_parse_detailed_name (exports[i].action, &action, &target, &error));
      g_assert_no_error (error);
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target));
      g_assert_nonnull (window->chooser);
      name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (window->chooser));
      g_assert_cmpstr (name, ==, exports[i].name);
      gtk_native_dialog_hide (GTK_NATIVE_DIALOG (window->chooser));
      g_clear_object (&window->chooser);
    }
  ui_window_close (GTK_WIDGET (window));
}

/* Where nothing can be written the reason is told. */
static void
test_unwritable (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autoptr(GFile) file = g_file_new_for_path ("/no-such-folder/out.csv");
  g_autoptr(GError) error = NULL;

  g_assert_false (_bc_window_export_to (window, "csv", file, &error));
  g_assert_nonnull (strstr (error->message, "out.csv"));
  ui_window_close (GTK_WIDGET (window));
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GdkTexture **texture = data;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-figure", NULL);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1044); /* 522 points at 144 dots an inch */

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "P1, "));
  g_assert_nonnull (strstr (text, "Visit: "));
  ui_window_close (GTK_WIDGET (window));
}

/* Without a chart there is nothing to export. */
static void
test_without_chart (void)
{
  BcWindow *window = window_show (NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  gdk_clipboard_set_text (clipboard, "as it was");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", "s", "png");
  g_assert_null (window->chooser);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/export/files", test_files);
  g_test_add_func ("/export/letterhead", test_letterhead);
  g_test_add_func ("/export/names", test_names);
  g_test_add_func ("/export/unwritable", test_unwritable);
  g_test_add_func ("/export/copy", test_copy);
  g_test_add_func ("/export/without-chart", test_without_chart);
  return window_run ();
}
