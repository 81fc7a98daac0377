/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-print-operation.h"

/* All round, as in the PDF that bc_summary_export_pdf() writes. */
#define MARGIN_MM 15.0

struct _BcPrintOperation
{
  GtkPrintOperation  parent_instance;

  BcSummary         *summary;
};

G_DEFINE_TYPE (BcPrintOperation, bc_print_operation, GTK_TYPE_PRINT_OPERATION)

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

static void
load_settings (BcPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GtkPageSetup) setup = bc_print_page_setup_new ();
  g_autoptr(GtkPrintSettings) settings = NULL;

  if (load_key_file (file))
    settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (passing_settings); i++)
    gtk_print_settings_unset (settings, passing_settings[i]);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
save_settings (BcPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autofree char *path = dup_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;

  if (settings != NULL)
    {
      g_autoptr(GtkPrintSettings) lasting = gtk_print_settings_copy (settings);

      for (guint i = 0; i < G_N_ELEMENTS (passing_settings); i++)
        gtk_print_settings_unset (lasting, passing_settings[i]);
      gtk_print_settings_to_key_file (lasting, file, NULL);
    }
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_debug ("print settings are not kept: %s", error->message);
}

static void
bc_print_operation_begin_print (GtkPrintOperation *operation,
                                GtkPrintContext   *context)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (operation);
  g_autoptr(GObject) pango = G_OBJECT (gtk_print_context_create_pango_context (context));

  bc_summary_layout (self->summary, PANGO_CONTEXT (pango), gtk_print_context_get_width (context),
                     gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) bc_summary_get_n_pages (self->summary));
}

static void
bc_print_operation_draw_page (GtkPrintOperation *operation,
                              GtkPrintContext   *context,
                              int                page)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (operation);

  bc_summary_draw_page (self->summary, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
bc_print_operation_done (GtkPrintOperation       *operation,
                         GtkPrintOperationResult  result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (BC_PRINT_OPERATION (operation));
  if (GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->done != NULL)
    GTK_PRINT_OPERATION_CLASS (bc_print_operation_parent_class)->done (operation, result);
}

static void
bc_print_operation_dispose (GObject *object)
{
  BcPrintOperation *self = BC_PRINT_OPERATION (object);

  g_clear_object (&self->summary);
  G_OBJECT_CLASS (bc_print_operation_parent_class)->dispose (object);
}

static void
bc_print_operation_class_init (BcPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_print_operation_dispose;
  operation_class->begin_print = bc_print_operation_begin_print;
  operation_class->draw_page = bc_print_operation_draw_page;
  operation_class->done = bc_print_operation_done;
}

static void
bc_print_operation_init (BcPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE); /* and a way to cancel */
  gtk_print_operation_set_track_print_status (operation, TRUE);
  load_settings (self);
}

/**
 * bc_print_operation_new:
 * @summary: what is printed, as its visit is when the pages are laid out
 *
 * Returns: (transfer full): an operation that prints @summary
 */
BcPrintOperation *
bc_print_operation_new (BcSummary *summary)
{
  BcPrintOperation *self;

  g_return_val_if_fail (BC_IS_SUMMARY (summary), NULL);

  self = g_object_new (BC_TYPE_PRINT_OPERATION, NULL);
  self->summary = g_object_ref (summary);
  /* Print queues show the name of a job to everybody: no patient in it. */
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), bc_summary_get_title (summary));
  return self;
}
