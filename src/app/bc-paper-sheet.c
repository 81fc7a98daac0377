/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paper-sheet.h"

#include "bc-i18n.h"

typedef struct
{
  BcSummary    *summary;
  GtkPageSetup *setup;
  guint         page;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *self = data;

  g_object_unref (self->setup);
  g_object_unref (self->summary);
  g_free (self);
}

/* The very page that goes to the printer: nothing is drawn for the screen but the white of the paper. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  const Sheet *self = data;

  if (self->page >= bc_summary_get_n_pages (self->summary))
    return;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS),
               height / gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS));
  cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
  bc_summary_draw_page (self->summary, cr, self->page);
}

/**
 * bc_paper_sheet_new:
 * @summary: laid out for @setup, as long as the sheet is shown
 * @page: from 0
 *
 * Returns: (transfer floating): a page that can be focused; its description is its text
 */
GtkWidget *
bc_paper_sheet_new (BcSummary    *summary,
                    GtkPageSetup *setup,
                    guint         page)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  Sheet *self = g_new (Sheet, 1);
  /* Translators: the number of a page and how many there are */
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), page + 1, bc_summary_get_n_pages (summary));
  g_autofree char *text = bc_summary_dup_page_text (summary, page);

  self->summary = g_object_ref (summary);
  self->setup = g_object_ref (setup);
  self->page = page;
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, sheet_free);
  gtk_widget_add_css_class (area, "paper-sheet");
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (area, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_object_set_data (G_OBJECT (area), "sheet", self);
  return area;
}

/**
 * bc_paper_sheet_set_zoom:
 * @zoom: pixels a point
 */
void
bc_paper_sheet_set_zoom (GtkWidget *sheet,
                         double     zoom)
{
  const Sheet *self = g_object_get_data (G_OBJECT (sheet), "sheet");
  double width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sheet), (int) (width * zoom));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sheet), (int) (height * zoom));
}
