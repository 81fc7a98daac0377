/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of the summary as files for programs that take no PDF: a picture or a drawing each. */
#include "bc-summary-private.h"

#include "bc-i18n.h"
#include "bc-save.h"

#include <string.h>

static const char *const suffixes[] = {
  [BC_SUMMARY_AS_PDF] = ".pdf",
  [BC_SUMMARY_AS_SVG] = ".svg",
  [BC_SUMMARY_AS_PNG] = ".png",
};

typedef struct
{
  BcSummary *summary;
  guint      page;
} Page;

/**
 * bc_summary_find_format:
 * @file_name: name of a file, or the path of one
 * @format: (out): what its suffix stands for; PDF where it has none
 *
 * Returns: whether its suffix is one that the summary can be written to
 */
gboolean
bc_summary_find_format (const char      *file_name,
                        BcSummaryFormat *format)
{
  g_autofree char *base = g_path_get_basename (file_name);
  const char *suffix = strrchr (base, '.');

  g_return_val_if_fail (format != NULL, FALSE);

  *format = BC_SUMMARY_AS_PDF;
  if (suffix == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (suffix, suffixes[i]) == 0)
      {
        *format = (BcSummaryFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* The first page is called as was asked; "visit.png" is followed by "visit-2.png". */
static GFile *
get_page_file (GFile *file,
               guint  page)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  const char *suffix = strrchr (name, '.');
  gsize length = suffix != NULL ? (gsize) (suffix - name) : strlen (name);
  g_autofree char *page_name = NULL;

  if (page == 0)
    return g_object_ref (file);
  page_name = g_strdup_printf ("%.*s-%u%s", (int) length, name, page + 1, suffix != NULL ? suffix : "");
  return g_file_get_child (folder, page_name);
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr)
{
  const Page *page = data;

  cairo_save (cr);
  cairo_translate (cr, bc_summary_get_page (page->summary)->left, bc_summary_get_page (page->summary)->top);
  bc_summary_draw_page (page->summary, cr, page->page);
  cairo_restore (cr);
}

static GPtrArray *
write_pages (BcSummary        *self,
             BcPictureFormat   format,
             double            dpi,
             GError          **error)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Page page = { self, 0 };
  BcPicture picture = { .draw = draw_cb, .data = &page };

  bc_summary_lay_out_paper (self);
  picture.width = bc_summary_get_page (self)->width;
  picture.height = bc_summary_get_page (self)->height;
  for (; page.page < bc_summary_get_n_pages (self); page.page++)
    {
      GBytes *bytes = bc_picture_write (&picture, format, dpi, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (pages, bytes);
    }
  return g_steal_pointer (&pages);
}

/* Who asks for "visit.png" may have a "visit-2.png" of their own. Where there is a "visit.png" that may be replaced, the
 * pages behind it are those of the last time. */
static gboolean
check_free (GFile   *file,
            guint    n_pages,
            GError **error)
{
  if (g_file_query_exists (file, NULL))
    return TRUE;
  for (guint page = 1; page < n_pages; page++)
    {
      g_autoptr(GFile) target = get_page_file (file, page);
      g_autofree char *name = g_file_get_basename (target);

      if (!g_file_query_exists (target, NULL))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   /* Translators: %s is the name of a file */
                   _("“%s”, which page %u would be called, is there already; choose another name, or move that file"),
                   name, page + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
save_pages (GFile      *file,
            GPtrArray  *pages,
            GError    **error)
{
  for (guint page = 0; page < pages->len; page++)
    {
      g_autoptr(GFile) target = get_page_file (file, page);
      g_autofree char *name = g_file_get_parse_name (target);

      if (bc_save_bytes (target, pages->pdata[page], NULL, BC_SAVE_REPLACE, NULL, NULL, error))
        continue;
      if (page > 0)
        g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_summary_export:
 * @file: where to; what is there is replaced
 * @format: what to write
 * @dpi: dots an inch of a PNG, %BC_PICTURE_MIN_DPI to %BC_PICTURE_MAX_DPI
 * @error: what could not be done, and what to do about it
 *
 * Writes the summary on the paper that was set, margins included. A PDF holds all pages. Of the others each page is a file:
 * the first is @file, and those behind it lie beside it with their number, as "visit-2.png". All pages are drawn before the
 * first is written. Only the owner may read them. The same visit gives the same bytes.
 *
 * Returns: whether all is written
 */
gboolean
bc_summary_export (BcSummary        *self,
                   GFile            *file,
                   BcSummaryFormat   format,
                   double            dpi,
                   GError          **error)
{
  g_autoptr(GPtrArray) pages = NULL;

  g_return_val_if_fail (BC_IS_SUMMARY (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (format == BC_SUMMARY_AS_PDF)
    return bc_summary_export_pdf (self, file, error);
  pages = write_pages (self, format == BC_SUMMARY_AS_SVG ? BC_PICTURE_SVG : BC_PICTURE_PNG, dpi, error);
  return pages != NULL && check_free (file, pages->len, error) && save_pages (file, pages, error);
}
