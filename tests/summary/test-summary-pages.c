/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-rich-text.h"
#include "summary-charts.h"

/*
 * Reference pictures of the first page of each paper, small and grey. BODYCHART_GENERATE=1 rewrites them in the source
 * folder; look at them before they are committed. A failure leaves <name>-out.png in the build folder. Letters differ from
 * font to font, so pages are compared only where the fonts are those that the pictures were made with.
 */

/* Pixels a point. */
#define SCALE 0.6

/* Another version of cairo or of the font may shade an edge differently: a few pixels may differ. */
#define MOST_DIFFERENT 0.012

#define FONT "Cantarell"

static const char *const names[] = {
  [BC_SUMMARY_SESSION] = "session",
  [BC_SUMMARY_LETTER] = "letter",
  [BC_SUMMARY_PATIENT] = "patient",
};

static cairo_surface_t *
paint (BcSummaryKind kind)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcSummary) summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  g_autoptr(BcClinic) clinic = bc_clinic_new ("Quay Physiotherapy", "Quay 1\n12345 Newtown", NULL);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *picture;
  cairo_t *cr;
  BcPage page;

  bc_paper_get_page (BC_PAPER_A4, &page);
  bc_summary_set_kind (summary, kind);
  bc_summary_set_clinic (summary, clinic);
  bc_summary_layout (summary, pango, page.width - 2 * BC_PAPER_MARGIN, page.height - 2 * BC_PAPER_MARGIN);
  g_object_unref (pango);
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (page.width * SCALE), (int) (page.height * SCALE));
  cr = cairo_create (picture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, BC_PAPER_MARGIN, BC_PAPER_MARGIN);
  bc_summary_draw_page (summary, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return picture;
}

static gboolean
has_font (void)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) wanted = pango_font_description_from_string (BC_TEXT_FAMILIES);
  PangoFont *font = pango_context_load_font (pango, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean is = g_strcmp0 (pango_font_description_get_family (found), FONT) == 0;

  if (!is)
    {
      g_autofree char *why = g_strdup_printf ("the font is %s, not " FONT, pango_font_description_get_family (found));

      g_test_skip (why);
    }
  pango_font_description_free (found);
  g_object_unref (font);
  g_object_unref (pango);
  return is;
}

static void
write_png (cairo_surface_t *picture,
           GTestFileType    place,
           const char      *folder,
           const char      *file_name)
{
  g_autofree char *path = g_test_build_filename (place, "summary", folder, file_name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("wrote %s", path);
}

static void
test_page (gconstpointer data)
{
  BcSummaryKind kind = (BcSummaryKind) GPOINTER_TO_UINT (data);
  g_autofree char *file_name = g_strconcat (names[kind], "-ref.png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "summary", "ref", file_name, NULL);
  cairo_surface_t *picture;
  cairo_surface_t *reference;
  double differing;

  if (!has_font ())
    return;
  picture = paint (kind);
  if (g_getenv ("BODYCHART_GENERATE") != NULL)
    write_png (picture, G_TEST_DIST, "ref", file_name);
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  differing = compare_pictures (picture, reference);
  if (differing > MOST_DIFFERENT)
    write_png (picture, G_TEST_BUILT, "out", file_name);
  cairo_surface_destroy (reference);
  cairo_surface_destroy (picture);
  g_assert_cmpfloat (differing, <=, MOST_DIFFERENT);
}

/* The measure would notice: another paper is farther away than is allowed. */
static void
test_measure (void)
{
  cairo_surface_t *session = paint (BC_SUMMARY_SESSION);
  cairo_surface_t *patient = paint (BC_SUMMARY_PATIENT);

  g_assert_cmpfloat (compare_pictures (session, patient), >, 2 * MOST_DIFFERENT);
  cairo_surface_destroy (session);
  cairo_surface_destroy (patient);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      g_autofree char *path = g_strconcat ("/summary-pages/", names[kind], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_page);
    }
  g_test_add_func ("/summary-pages/measure", test_measure);
  return g_test_run ();
}
