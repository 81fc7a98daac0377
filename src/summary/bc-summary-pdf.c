/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-private.h"

#include "bc-i18n.h"
#include "bc-save.h"

#include <cairo-pdf.h>
#include <langinfo.h>
#include <string.h>

/* ISO 216 A4 is 210 x 297 mm; ANSI Letter is 8.5 x 11 inches. */
#define A4_WIDTH (210.0 * 72 / 25.4)
#define A4_HEIGHT (297.0 * 72 / 25.4)
#define LETTER_WIDTH (8.5 * 72)
#define LETTER_HEIGHT (11.0 * 72)

/* The paper of the user's country, as GTK asks for it: Letter where the C library says so, else A4. */
static BcPaper
find_paper (void)
{
#ifdef _NL_PAPER_WIDTH
  union
  {
    const char *text;
    int         mm;
  } paper;

  /* The C library hands the number out in the place of a pointer. */
  memset (&paper, 0, sizeof paper);
  paper.text = nl_langinfo (_NL_PAPER_WIDTH);
  if (paper.mm == 216)
    return BC_PAPER_LETTER;
#endif
  return BC_PAPER_A4;
}

/**
 * bc_paper_get_page:
 * @page: (out): its sheet, with margins of 15 mm
 */
void
bc_paper_get_page (BcPaper  paper,
                   BcPage  *page)
{
  gboolean letter;

  g_return_if_fail (page != NULL);

  letter = (paper == BC_PAPER_LOCALE ? find_paper () : paper) == BC_PAPER_LETTER;
  page->width = letter ? LETTER_WIDTH : A4_WIDTH;
  page->height = letter ? LETTER_HEIGHT : A4_HEIGHT;
  page->left = page->right = page->top = page->bottom = BC_PAPER_MARGIN;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* No name in it: titles show up in print queues, viewers and search indexes. The date is the visit's, so that the
 * same visit gives the same bytes. */
static void
set_metadata (BcSummary       *self,
              cairo_surface_t *surface,
              const char      *date)
{
  g_autofree char *created = g_strdup_printf ("%sT12:00:00Z", bc_date_is_valid (date) ? date : "2000-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, bc_summary_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bodychart " BC_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/**
 * bc_summary_lay_out_paper:
 *
 * Lays the pages out for the paper that was set.
 */
void
bc_summary_lay_out_paper (BcSummary *self)
{
  const BcPage *sheet = bc_summary_get_page (self);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  bc_summary_layout (self, pango, sheet->width - sheet->left - sheet->right,
                     sheet->height - sheet->top - sheet->bottom);
  g_object_unref (pango);
}

static GBytes *
render (BcSummary   *self,
        const char  *date,
        GError     **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  const BcPage *sheet = bc_summary_get_page (self);

  bc_summary_lay_out_paper (self);
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, sheet->width, sheet->height);
  set_metadata (self, surface, date);
  cr = cairo_create (surface);
  for (guint page = 0; page < bc_summary_get_n_pages (self); page++)
    {
      cairo_save (cr);
      cairo_translate (cr, sheet->left, sheet->top);
      bc_summary_draw_page (self, cr, page);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is what went wrong, in English */
               _("the PDF could not be drawn (%s); please report this"), cairo_status_to_string (status));
  return NULL;
}

/**
 * bc_summary_write_pdf:
 * @error: what could not be done
 *
 * Returns: (transfer full) (nullable): what bc_summary_export_pdf() writes
 */
GBytes *
bc_summary_write_pdf (BcSummary  *self,
                      GError    **error)
{
  g_return_val_if_fail (BC_IS_SUMMARY (self), NULL);

  return render (self, bc_visit_get_date (bc_summary_get_visit (self)), error);
}

/**
 * bc_summary_export_pdf:
 * @file: where to; what is there is replaced
 * @error: what could not be done, and what to do about it
 *
 * Writes the summary as PDF on the paper that was set. Only the owner may read the file. The same visit gives the same
 * bytes.
 *
 * Returns: whether @file holds the whole summary now; if not it is as it was
 */
gboolean
bc_summary_export_pdf (BcSummary  *self,
                       GFile      *file,
                       GError    **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (BC_IS_SUMMARY (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = bc_summary_write_pdf (self, error);
  return bytes != NULL && bc_save_bytes (file, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, error);
}
