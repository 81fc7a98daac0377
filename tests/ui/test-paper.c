/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview and the print operation: the same pages, remembered paper, told errors, no name in a queue. */
#include "bc-clinic-page.h"
#include "bc-clinic-settings.h"
#include "bc-paper-preview.h"
#include "bc-print-operation.h"
#include "bc-print-settings.h"
#include "bc-settings.h"
#include "ui-support.h"
#include "window-support.h"

#include <glib/gstdio.h>
#include <string.h>

static BcSummary *
summary_new (BcDocument *document)
{
  return bc_summary_new (bc_document_get_chart (document), bc_document_get_visit (document), bc_maps_get_default ());
}

/* --- print --- */

static GtkPrintOperationResult
export_to (BcPrintOperation *operation,
           const char       *path,
           GError          **error)
{
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  gtk_print_operation_set_show_progress (GTK_PRINT_OPERATION (operation), FALSE);
  return gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
}

static void
test_export (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(BcPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bodychart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *job = NULL;
  int n_pages;

  bc_summary_set_kind (summary, BC_SUMMARY_LETTER);
  operation = bc_print_operation_new (summary);
  g_object_get (operation, "job-name", &job, NULL);
  g_assert_cmpstr (job, ==, "Bodychart referral letter"); /* of Ada Example */
  g_assert_cmpint (export_to (operation, path, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, (int) bc_summary_get_n_pages (summary));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Whoever stands at the printer, or reads its queue, sees the name of the job. */
static void
test_job_names (void)
{
  static const char *const names[] = { "Bodychart session summary", "Bodychart referral letter",
                                       "Bodychart patient’s copy" };
  g_autoptr(BcDocument) document = window_document ();

  g_object_set (bc_document_get_chart (document), "name", "Ada Example", "reference", "17", NULL);
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      g_autoptr(BcSummary) summary = summary_new (document);
      g_autoptr(BcPrintOperation) operation = NULL;
      g_autofree char *job = NULL;

      bc_summary_set_kind (summary, (BcSummaryKind) kind);
      operation = bc_print_operation_new (summary);
      g_object_get (operation, "job-name", &job, NULL);
      g_assert_cmpstr (job, ==, names[kind]);
    }
}

static void
test_unwritable (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(BcPrintOperation) operation = bc_print_operation_new (summary);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (export_to (operation, "/no/such/folder/paper.pdf", &error), ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 0);
}

/* Paper and printer come back with the next print; how many copies does not. */
static void
test_remembers (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(BcPrintOperation) first = bc_print_operation_new (summary);
  g_autoptr(BcPrintOperation) second = NULL;
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPageSetup) remembered = NULL;
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr(GtkPaperSize) letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autofree char *folder = g_dir_make_tmp ("bodychart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *settings_path = g_build_filename (g_get_user_config_dir (), "bodychart", "print-settings.ini", NULL);
  GtkPrintSettings *again;
  GStatBuf status;

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_page_setup_set_left_margin (setup, 20, GTK_UNIT_MM);
  gtk_print_settings_set_printer (settings, "Front desk");
  gtk_print_settings_set_n_copies (settings, 7);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (first), setup);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (first), settings);
  g_assert_cmpint (export_to (first, path, NULL), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_unlink (path);
  g_rmdir (folder);

  second = bc_print_operation_new (summary);
  again = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (second));
  g_assert_nonnull (again);
  g_assert_cmpstr (gtk_print_settings_get_printer (again), ==, "Front desk");
  g_assert_cmpint (gtk_print_settings_get_n_copies (again), ==, 1);
  g_assert_cmpint (g_stat (settings_path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  remembered = bc_print_page_setup_new ();
  g_assert_true (gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (remembered), letter));
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_left_margin (remembered, GTK_UNIT_MM), 20, 0.1);
}

static void
count_cb (BcPrintOperation *operation,
          guint            *n)
{
  (*n)++;
}

static void
cancel_cb (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page)
{
  gtk_print_operation_cancel (operation);
}

/* What was broken off by the user is neither sent nor an error, and its choices are not kept. */
static void
test_cancel (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(BcPrintOperation) operation = bc_print_operation_new (summary);
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr(BcPrintOperation) next = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bodychart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  GtkPrintSettings *kept;
  guint n_sent = 0, n_failed = 0;

  gtk_print_settings_set_printer (settings, "Never used");
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (operation), settings);
  g_signal_connect (operation, "sent", G_CALLBACK (count_cb), &n_sent);
  g_signal_connect_swapped (operation, "failed", G_CALLBACK (count_cb), &n_failed);
  g_signal_connect (operation, "draw-page", G_CALLBACK (cancel_cb), NULL);
  g_assert_cmpint (export_to (operation, path, NULL), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (n_sent, ==, 0);
  g_assert_cmpuint (n_failed, ==, 0);
  next = bc_print_operation_new (summary);
  kept = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (next));
  g_assert_true (kept == NULL || g_strcmp0 (gtk_print_settings_get_printer (kept), "Never used") != 0);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
preview_asked_cb (BcPrintOperation *operation,
                  GtkPageSetup     *setup,
                  GtkPageSetup    **asked)
{
  g_set_object (asked, setup);
}

/* The dialog's preview is the program's own: no file is left for a viewer, and nothing counts as printed. */
static void
test_dialog_preview (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(BcPrintOperation) operation = bc_print_operation_new (summary);
  g_autoptr(GtkPageSetup) chosen = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a5 = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autoptr(GtkPageSetup) asked = NULL;
  guint n_sent = 0;

  gtk_page_setup_set_paper_size (chosen, a5);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), chosen);
  g_signal_connect (operation, "sent", G_CALLBACK (count_cb), &n_sent);
  g_signal_connect (operation, "preview-asked", G_CALLBACK (preview_asked_cb), &asked);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, NULL);
  ui_settle ();
  g_assert_nonnull (asked);
  g_assert_true (gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (asked), a5));
  g_assert_cmpuint (n_sent, ==, 0);
}

/* The box of the first page in a PDF of cairo, points. */
static void
assert_page_size (GBytes *pdf,
                  double  width,
                  double  height)
{
  static const char key[] = "/MediaBox [ 0 0 ";
  const char *box = memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), key, strlen (key));
  char *end;

  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (box + strlen (key), &end), width, 0.1);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (end, NULL), height, 0.1);
}

/* A PDF of the window has the paper that was printed on last, which test_remembers() has chosen. */
static void
test_pdf_paper (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(GBytes) before = bc_summary_write_pdf (summary, NULL);
  g_autoptr(GBytes) after = NULL;
  BcPage page;

  bc_print_page_get (&page);
  assert_page_size (before, 595.28, 841.89);
  g_assert_cmpfloat_with_epsilon (page.left, 20 * 72 / 25.4, 0.1);
  bc_summary_set_page (summary, &page);
  after = bc_summary_write_pdf (summary, NULL);
  assert_page_size (after, 612, 792);
}

/* --- preview --- */

static GtkWidget *
find_sheets (BcPaperPreview *preview)
{
  GtkWidget *sheet = window_find_type (GTK_WIDGET (preview), GTK_TYPE_DRAWING_AREA);

  g_assert_nonnull (sheet);
  return gtk_widget_get_parent (sheet);
}

static guint
count_sheets (BcPaperPreview *preview)
{
  guint n = 0;

  for (GtkWidget *sheet = gtk_widget_get_first_child (find_sheets (preview)); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    n++;
  return n;
}

static BcPaperPreview *
preview_show (BcDocument *document)
{
  g_autoptr(BcSummary) summary = summary_new (document);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  BcPaperPreview *preview;

  gtk_page_setup_set_paper_size (setup, a4);
  preview = bc_paper_preview_new (summary, setup);
  gtk_window_present (GTK_WINDOW (preview));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (preview));
  ui_settle ();
  return preview;
}

/* As many sheets as pages, each in the shape of the paper, for whichever paper is chosen. */
static void
test_pages (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcPaperPreview *preview = preview_show (document);
  GtkWidget *kinds = window_find_type (GTK_WIDGET (preview), GTK_TYPE_DROP_DOWN);

  for (guint kind = BC_SUMMARY_SESSION; kind <= BC_SUMMARY_PATIENT; kind++)
    {
      g_autoptr(BcSummary) summary = summary_new (document);
      PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
      g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
      GtkDrawingArea *sheet;

      gtk_page_setup_set_paper_size (setup, a4);
      bc_summary_set_kind (summary, (BcSummaryKind) kind);
      bc_summary_layout (summary, pango, gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                         gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS));
      g_object_unref (pango);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), kind);
      ui_settle ();
      g_assert_cmpuint (bc_paper_preview_get_kind (preview), ==, kind);
      g_assert_cmpuint (count_sheets (preview), ==, bc_summary_get_n_pages (summary));
      sheet = GTK_DRAWING_AREA (gtk_widget_get_first_child (find_sheets (preview)));
      g_assert_cmpfloat_with_epsilon ((double) gtk_drawing_area_get_content_height (sheet)
                                        / gtk_drawing_area_get_content_width (sheet),
                                      297.0 / 210, 0.01);
    }
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
test_zoom (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcPaperPreview *preview = preview_show (document);
  GtkDrawingArea *sheet = GTK_DRAWING_AREA (gtk_widget_get_first_child (find_sheets (preview)));
  double fit = bc_paper_preview_get_zoom (preview);
  int width = gtk_drawing_area_get_content_width (sheet);

  g_assert_cmpint (width, <, 860); /* the whole width of the page is in the window */
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL);
  g_assert_cmpfloat (bc_paper_preview_get_zoom (preview), >, fit);
  g_assert_cmpint (gtk_drawing_area_get_content_width (sheet), >, width);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-out", NULL);
  g_assert_cmpint (gtk_drawing_area_get_content_width (sheet), >, 100);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-fit", NULL);
  ui_settle ();
  g_assert_cmpfloat_with_epsilon (bc_paper_preview_get_zoom (preview), fit, 0.001);
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* Who cannot see the page is told what is written on it, and reaches it by the keyboard. */
static void
test_text (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcPaperPreview *preview = preview_show (document);
  g_autoptr(BcSummary) summary = summary_new (document);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkWidget *sheet = gtk_widget_get_first_child (find_sheets (preview));
  g_autofree char *text = NULL;

  gtk_page_setup_set_paper_size (setup, a4);
  bc_summary_layout (summary, pango, gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                     gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS));
  g_object_unref (pango);
  text = bc_summary_dup_page_text (summary, 0);
  g_assert_nonnull (strstr (text, "Ada Example"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_assert_true (gtk_widget_grab_focus (sheet));
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* A whole page fits into the window, whatever its size. */
static void
test_whole_page (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcPaperPreview *preview = preview_show (document);
  GtkDrawingArea *sheet = GTK_DRAWING_AREA (gtk_widget_get_first_child (find_sheets (preview)));

  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-page", NULL);
  ui_settle ();
  g_assert_cmpint (gtk_drawing_area_get_content_height (sheet), <, gtk_widget_get_height (GTK_WIDGET (preview)));
  g_assert_cmpint (gtk_drawing_area_get_content_height (sheet), >, gtk_widget_get_height (GTK_WIDGET (preview)) / 2);
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
asked_cb (BcPaperPreview *preview,
          BcSummary      *summary,
          guint          *n)
{
  g_assert_true (BC_IS_SUMMARY (summary));
  (*n)++;
}

static void
test_asks (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcPaperPreview *preview = preview_show (document);
  guint n_print = 0, n_save = 0;

  g_signal_connect (preview, "print", G_CALLBACK (asked_cb), &n_print);
  g_signal_connect (preview, "save", G_CALLBACK (asked_cb), &n_save);
  g_signal_emit_by_name (window_find_action (GTK_WIDGET (preview), "preview.print"), "clicked");
  g_signal_emit_by_name (window_find_action (GTK_WIDGET (preview), "preview.save"), "clicked");
  g_assert_cmpuint (n_print, ==, 1);
  g_assert_cmpuint (n_save, ==, 1);
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* The window's own command opens it, over the chart. */
static void
test_window (void)
{
  BcWindow *window = window_show (window_document ());
  g_autoptr(GListModel) toplevels = NULL;
  BcPaperPreview *preview = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-preview", NULL);
  ui_settle ();
  toplevels = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (BC_IS_PAPER_PREVIEW (toplevel))
        preview = BC_PAPER_PREVIEW (toplevel);
    }
  g_assert_nonnull (preview);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (preview)) == GTK_WINDOW (window));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (preview)));
  gtk_window_destroy (GTK_WINDOW (window)); /* the preview goes with its window */
  ui_settle ();
}

/* --- the clinic --- */

static void
collect_entries (GtkWidget *root,
                 GPtrArray *entries)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_ENTRY_ROW (child))
        g_ptr_array_add (entries, child);
      collect_entries (child, entries);
    }
}

/* What is typed into the preferences is on the next paper, and there again when they are opened again. */
static void
test_clinic (void)
{
  static const char *const texts[] = { "Quay Physiotherapy", "Quay 1", "", "030 1234567" };
  GSettings *settings = bc_settings_get ();
  g_autoptr(GtkWidget) page = g_object_ref_sink (bc_clinic_page_new (settings));
  g_autoptr(GtkWidget) again = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(BcClinic) clinic = NULL;

  collect_entries (page, rows);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < rows->len; i++)
    gtk_editable_set_text (g_ptr_array_index (rows, i), texts[i]);
  clinic = bc_clinic_settings_load ();
  g_assert_cmpstr (clinic->name, ==, "Quay Physiotherapy");
  g_assert_cmpstr (clinic->address, ==, "Quay 1\n\n030 1234567");
  g_assert_null (clinic->logo);

  again = g_object_ref_sink (bc_clinic_page_new (settings));
  g_ptr_array_set_size (rows, 0);
  collect_entries (again, rows);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (rows, i)), ==, texts[i]);
  g_settings_reset (settings, "clinic-name");
  g_settings_reset (settings, "clinic-address");
}

static gboolean
set_logo (const char *path,
          GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return bc_clinic_settings_set_logo (file, error);
}

/* A copy is kept: large ones smaller, and the one before where the next is no picture. */
static void
test_logo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bodychart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "logo.png", NULL);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 3000, 1500);
  g_autoptr(BcClinic) clinic = NULL;
  g_autoptr(BcClinic) kept = NULL;
  g_autoptr(BcClinic) none = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) wrong = NULL;

  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
  g_assert_true (set_logo (path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  clinic = bc_clinic_settings_load ();
  g_assert_cmpint (cairo_image_surface_get_width (clinic->logo), ==, 1200);
  g_assert_cmpint (cairo_image_surface_get_height (clinic->logo), ==, 600);
  g_assert_false (set_logo (path, &wrong));
  g_assert_nonnull (wrong);
  kept = bc_clinic_settings_load ();
  g_assert_nonnull (kept->logo);
  {
    g_autoptr(GFile) place = bc_clinic_settings_get_logo ();
    g_autoptr(BcClinic) damaged = NULL;

    g_assert_true (g_file_set_contents (g_file_peek_path (place), "no picture", -1, NULL));
    damaged = bc_clinic_settings_load ();
    g_assert_null (damaged->logo); /* the paper goes out without it */
  }
  g_assert_true (bc_clinic_settings_remove_logo (&error));
  none = bc_clinic_settings_load ();
  g_assert_null (none->logo);
  g_assert_true (bc_clinic_settings_remove_logo (&error)); /* there is none anyway */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/paper/export", test_export);
  g_test_add_func ("/paper/job-names", test_job_names);
  g_test_add_func ("/paper/unwritable", test_unwritable);
  g_test_add_func ("/paper/remembers", test_remembers);
  g_test_add_func ("/paper/pdf-paper", test_pdf_paper);
  g_test_add_func ("/paper/cancel", test_cancel);
  g_test_add_func ("/paper/dialog-preview", test_dialog_preview);
  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/zoom", test_zoom);
  g_test_add_func ("/paper/text", test_text);
  g_test_add_func ("/paper/whole-page", test_whole_page);
  g_test_add_func ("/paper/asks", test_asks);
  g_test_add_func ("/paper/window", test_window);
  g_test_add_func ("/paper/clinic", test_clinic);
  g_test_add_func ("/paper/logo", test_logo);
  return window_run ();
}
