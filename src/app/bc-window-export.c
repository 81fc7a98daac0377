/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the window as data: pictures, tables, bundles, and what is copied for other programs. */
#include "bc-window-private.h"

#include "bc-clinic-settings.h"
#include "bc-fhir.h"
#include "bc-figure-picture.h"
#include "bc-i18n.h"
#include "bc-save.h"
#include "bc-summary.h"
#include "bc-table.h"
#include "bc-visit-text.h"

#include <string.h>

/* Sharp enough for a letter, small enough to paste. */
#define COPY_DPI 144

static BcFigurePicture *
new_picture (BcWindow *self)
{
  return bc_figure_picture_new (bc_document_get_chart (self->document), bc_document_get_visit (self->document));
}

static GBytes *
write_png (BcWindow  *self,
           GError   **error)
{
  g_autoptr(BcFigurePicture) picture = new_picture (self);

  return bc_figure_picture_write_png (picture, BC_PICTURE_USUAL_DPI, error);
}

static GBytes *
write_svg (BcWindow  *self,
           GError   **error)
{
  g_autoptr(BcFigurePicture) picture = new_picture (self);

  return bc_figure_picture_write_svg (picture, error);
}

/* No name goes into a table: the case is the reference. */
static GBytes *
write_csv (BcWindow  *self,
           GError   **error)
{
  BcChart *chart = bc_document_get_chart (self->document);
  const char *reference = bc_chart_get_reference (chart);
  GString *table = g_string_new (NULL);

  bc_table_append_head (BC_TABLE_MARKS, table);
  bc_table_append_visit (BC_TABLE_MARKS, *reference != '\0' ? reference : "1", chart,
                         bc_document_get_visit (self->document), bc_maps_get_default (), table);
  return g_string_free_to_bytes (table);
}

/* The PDF in it is the page that the window prints. */
static GBytes *
write_fhir (BcWindow  *self,
            GError   **error)
{
  g_autoptr(BcSummary) summary = _bc_window_new_summary (self);
  g_autoptr(GBytes) pdf = bc_summary_write_pdf (summary, error);

  if (pdf == NULL)
    return NULL;
  return bc_fhir_write (bc_document_get_chart (self->document), bc_document_get_visit (self->document),
                        bc_maps_get_default (), pdf);
}

/* Every visit in one bundle, each with its own paper. */
static GBytes *
write_fhir_all (BcWindow  *self,
                GError   **error)
{
  BcChart *chart = bc_document_get_chart (self->document);
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  g_autoptr(GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(BcClinic) clinic = bc_clinic_settings_load ();

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);
      g_autoptr(BcSummary) summary = bc_summary_new (chart, visit, bc_maps_get_default ());
      GBytes *pdf;

      bc_summary_set_clinic (summary, clinic);
      pdf = bc_summary_write_pdf (summary, error);
      if (pdf == NULL)
        return NULL;
      g_ptr_array_add (pdfs, pdf);
    }
  return bc_fhir_write_chart (chart, bc_maps_get_default (), pdfs);
}

static const struct
{
  const char *id;     /* target of the action */
  const char *ending; /* of the name that is suggested; its suffix tells the kind of file */
  const char *name;   /* of the kind of file, marked for translation */
  GBytes   *(*write) (BcWindow *self, GError **error); /* or NULL: the pages of the summary */
} formats[] = {
  { "png", ".png", N_("PNG pictures"), write_png },
  { "svg", ".svg", N_("SVG drawings"), write_svg },
  { "csv", ".csv", N_("CSV tables"), write_csv },
  { "fhir", ".json", N_("FHIR bundles"), write_fhir },
  { "fhir-all", "-all-visits.json", N_("FHIR bundles"), write_fhir_all },
  { "summary-png", "-summary.png", N_("PNG pictures"), NULL },
  { "summary-svg", "-summary.svg", N_("SVG drawings"), NULL },
};

static guint
find_format (const char *id)
{
  guint format = 0;

  while (format < G_N_ELEMENTS (formats) && !g_str_equal (formats[format].id, id))
    format++;
  return format;
}

static gboolean
export_summary (BcWindow    *self,
                const char  *suffix,
                GFile       *file,
                GError     **error)
{
  g_autoptr(BcSummary) summary = _bc_window_new_summary (self);
  BcSummaryFormat format;

  return bc_summary_find_format (suffix, &format)
         && bc_summary_export (summary, file, format, BC_PICTURE_USUAL_DPI, error);
}

/**
 * _bc_window_export_to:
 * @id: one of the formats above
 * @file: where to; what is there is replaced
 * @error: return location for an error
 *
 * Writes the visit that is shown.
 *
 * Returns: whether @file holds it now; if not it is as it was
 */
gboolean
_bc_window_export_to (BcWindow    *self,
                      const char  *id,
                      GFile       *file,
                      GError     **error)
{
  guint format = find_format (id);
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);

  if (formats[format].write == NULL)
    return export_summary (self, formats[format].ending, file, error);
  bytes = formats[format].write (self, error);
  return bytes != NULL && bc_save_bytes (file, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, error);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             BcWindow        *self)
{
  guint format = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "format"));
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = _bc_window_take_target (dialog, strrchr (formats[format].ending, '.'), &error);
  g_clear_object (&self->chooser);
  if (file != NULL && self->document != NULL && _bc_window_export_to (self, formats[format].id, file, &error))
    _bc_window_toast (self, _("Exported"));
  if (error != NULL)
    _bc_window_show_error (self, _("The export could not be saved"), error);
}

/**
 * _bc_window_export:
 * @id: one of the formats above
 *
 * Asks where to, and writes the visit that is shown there.
 */
void
_bc_window_export (BcWindow   *self,
                   const char *id)
{
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;
  g_autofree char *pattern = NULL;
  guint format = find_format (id);

  g_return_if_fail (format < G_N_ELEMENTS (formats));

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  chooser = _bc_window_new_chooser (self, _("Export the visit"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  name = bc_document_dup_file_name (self->document, formats[format].ending);
  pattern = g_strconcat ("*", strrchr (formats[format].ending, '.'), NULL);
  _bc_window_add_filter (chooser, _(formats[format].name), pattern);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data (G_OBJECT (chooser), "format", GUINT_TO_POINTER (format));
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * _bc_window_copy_figure:
 *
 * Copies the figure with its legend as a picture, for practice software. No name is in it.
 */
void
_bc_window_copy_figure (BcWindow *self)
{
  g_autoptr(BcFigurePicture) picture = new_picture (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_figure_picture_write_png (picture, COPY_DPI, &error);
  g_autoptr(GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      _bc_window_show_error (self, _("The figure could not be copied"), error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  _bc_window_toast (self, _("The figure was copied"));
}

/**
 * _bc_window_copy_text:
 *
 * Copies what the visit says, in words.
 */
void
_bc_window_copy_text (BcWindow *self)
{
  g_autofree char *text = NULL;

  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  text = bc_visit_dup_text (bc_document_get_chart (self->document), bc_document_get_visit (self->document),
                            bc_maps_get_default ());
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  _bc_window_toast (self, _("The visit was copied as text"));
}
