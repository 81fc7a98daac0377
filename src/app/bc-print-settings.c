/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-print-settings.h"

/* All round, as in the PDF that bc_summary_export_pdf() writes. */
#define MARGIN_MM 15.0

/* What belongs to one print and not to the next: how many, which pages, which file. */
static const char *const passing_settings[] = {
  GTK_PRINT_SETTINGS_N_COPIES,
  GTK_PRINT_SETTINGS_COLLATE,
  GTK_PRINT_SETTINGS_REVERSE,
  GTK_PRINT_SETTINGS_PRINT_PAGES,
  GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET,
  GTK_PRINT_SETTINGS_OUTPUT_DIR,
  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  GTK_PRINT_SETTINGS_OUTPUT_URI,
};

static char *
dup_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "bodychart", "print-settings.ini", NULL);
}

static gboolean
load_key_file (GKeyFile *file)
{
  g_autofree char *path = dup_settings_path ();

  /* A missing or broken file is not worth a word to somebody who wants to print: the defaults are good. */
  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
}

/**
 * bc_print_page_setup_new:
 *
 * Returns: (transfer full): the paper and margins that were chosen last; margins of 15 mm before that
 */
GtkPageSetup *
bc_print_page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GKeyFile) file = g_key_file_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  if (load_key_file (file))
    gtk_page_setup_load_key_file (setup, file, NULL, NULL);
  return setup;
}

/**
 * bc_print_page_get:
 * @page: (out): what bc_print_page_setup_new() has, in points, turned as it is printed
 */
void
bc_print_page_get (BcPage *page)
{
  g_autoptr(GtkPageSetup) setup = bc_print_page_setup_new ();

  g_return_if_fail (page != NULL);

  page->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  page->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  page->left = gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS);
  page->right = gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS);
  page->top = gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS);
  page->bottom = gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS);
}

/**
 * bc_print_settings_load:
 *
 * Gives @operation the printer and paper of the last print.
 */
void
bc_print_settings_load (GtkPrintOperation *operation)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GtkPageSetup) setup = bc_print_page_setup_new ();
  g_autoptr(GtkPrintSettings) settings = NULL;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  if (load_key_file (file))
    settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (passing_settings); i++)
    gtk_print_settings_unset (settings, passing_settings[i]);
  gtk_print_operation_set_print_settings (operation, settings);
}

/**
 * bc_print_settings_save:
 *
 * Remembers the printer and paper of @operation for the next time.
 */
void
bc_print_settings_save (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autofree char *path = dup_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (settings != NULL)
    {
      g_autoptr(GtkPrintSettings) lasting = gtk_print_settings_copy (settings);

      for (guint i = 0; i < G_N_ELEMENTS (passing_settings); i++)
        gtk_print_settings_unset (lasting, passing_settings[i]);
      gtk_print_settings_to_key_file (lasting, file, NULL);
    }
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, NULL);
  text = g_key_file_to_data (file, &length, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("print settings are not kept: %s", error->message);
}
