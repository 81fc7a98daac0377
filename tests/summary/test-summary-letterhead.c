/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Name, address and logo of the clinic, at the head of a paper. */
#include "summary-charts.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *pdf;
  char *png;
} Box;

static void
set_up (Box          *box,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  box->folder = g_dir_make_tmp ("bodychart-XXXXXX", &error);
  g_assert_no_error (error);
  box->pdf = g_build_filename (box->folder, "paper.pdf", NULL);
  box->png = g_build_filename (box->folder, "logo.png", NULL);
}

static void
tear_down (Box          *box,
           gconstpointer data)
{
  g_unlink (box->pdf);
  g_unlink (box->png);
  g_assert_cmpint (g_rmdir (box->folder), ==, 0);
  g_free (box->folder);
  g_free (box->pdf);
  g_free (box->png);
}

static void
write_picture (Box *box,
               int  width,
               int  height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  g_assert_cmpint (cairo_surface_write_to_png (picture, box->png), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
}

static GFile *
export_with (Box           *box,
             BcClinic      *clinic,
             BcSummaryKind  kind)
{
  BcVisit *visit;
  g_autoptr(BcChart) chart = make_full_chart (&visit);
  g_autoptr(BcSummary) summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  g_autoptr(GError) error = NULL;
  GFile *file = g_file_new_for_path (box->pdf);

  bc_summary_set_kind (summary, kind);
  bc_summary_set_clinic (summary, clinic);
  g_assert_true (bc_summary_export_pdf (summary, file, &error));
  g_assert_no_error (error);
  return file;
}

static void
test_every_kind (Box          *box,
                 gconstpointer data)
{
  g_autoptr(BcClinic) clinic = bc_clinic_new ("Quay & <Sons>", "Quay 1\n\n 12345 Newtown \n", NULL);

  for (BcSummaryKind kind = BC_SUMMARY_SESSION; kind <= BC_SUMMARY_PATIENT; kind++)
    {
      g_autoptr(GFile) file = export_with (box, clinic, kind);
      g_autofree char *text = run_on_pdf (file, "pdftotext", NULL);

      if (text == NULL)
        return;
      g_assert_true (g_str_has_prefix (text, "Quay & <Sons>\nQuay 1\n12345 Newtown\n"));
      g_assert_cmpuint (count_words (text, "Quay & <Sons>"), ==, 1); /* on the first page only */
      assert_inside (file);
    }
}

static void
test_nothing_known (Box          *box,
                    gconstpointer data)
{
  g_autoptr(BcClinic) clinic = bc_clinic_new ("", " \n\n", NULL);
  g_autoptr(GFile) with = export_with (box, clinic, BC_SUMMARY_SESSION);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_size, second_size;

  g_assert_true (g_file_get_contents (box->pdf, &first, &first_size, NULL));
  g_object_unref (export_with (box, NULL, BC_SUMMARY_SESSION));
  g_assert_true (g_file_get_contents (box->pdf, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
}

static void
test_long (Box          *box,
           gconstpointer data)
{
  g_autofree char *longest = dup_repeated ("Withoutanyblank", 2000);
  g_autofree char *lines = dup_repeated ("A line\n", 5000);
  g_autoptr(BcClinic) clinic = bc_clinic_new (longest, lines, NULL);

  for (BcSummaryKind kind = BC_SUMMARY_SESSION; kind <= BC_SUMMARY_PATIENT; kind++)
    {
      g_autoptr(GFile) file = export_with (box, clinic, kind);
      g_autofree char *text = run_on_pdf (file, "pdftotext", NULL);

      if (text == NULL)
        return;
      assert_inside (file);
      assert_has (text, "Margarete Testfall");
      g_assert_cmpuint (count_words (text, "does not replace"), <, 4); /* the visit still has the page */
    }
}

static void
test_right_to_left (Box          *box,
                    gconstpointer data)
{
  g_autoptr(BcClinic) clinic = bc_clinic_new ("מרפאת הנמל", "الشارع ١", NULL);
  g_autoptr(GFile) file = export_with (box, clinic, BC_SUMMARY_LETTER);
  g_autofree char *text = run_on_pdf (file, "pdftotext", NULL);

  assert_inside (file);
  if (text == NULL)
    return;
  assert_has (text, "הנמל");
  assert_has (text, "الشارع");
}

/* Wide, tall and tiny ones; each a picture in the file, and the same bytes for the same picture. */
static void
test_logo (Box          *box,
           gconstpointer data)
{
  static const int sizes[][2] = { { 1200, 300 }, { 100, 900 }, { 1, 1 }, { BC_LOGO_MAX_SIDE, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GFile) png = g_file_new_for_path (box->png);
      g_autoptr(GError) error = NULL;
      cairo_surface_t *logo;
      g_autoptr(BcClinic) clinic = NULL;
      g_autoptr(GFile) file = NULL;
      g_autofree char *images = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_size, second_size;

      write_picture (box, sizes[i][0], sizes[i][1]);
      logo = bc_clinic_load_logo (png, &error);
      g_assert_no_error (error);
      clinic = bc_clinic_new ("Quay", "", logo);
      cairo_surface_destroy (logo);
      file = export_with (box, clinic, BC_SUMMARY_SESSION);
      g_assert_true (g_file_get_contents (box->pdf, &first, &first_size, NULL));
      g_object_unref (export_with (box, clinic, BC_SUMMARY_SESSION));
      g_assert_true (g_file_get_contents (box->pdf, &second, &second_size, NULL));
      g_assert_cmpmem (first, first_size, second, second_size);
      assert_inside (file);
      images = run_on_pdf (file, "pdfimages", "-list");
      if (images == NULL)
        return;
      g_assert_cmpuint (count_words (images, "\n"), ==, 3); /* two lines of head, and one for the logo */
    }
}

static void
test_no_logo (Box          *box,
              gconstpointer data)
{
  /* The header of a picture of 70 000 x 70 000 pixels, which nobody should unpack. */
  static const guint8 huge[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
                                 0, 1, 0x11, 0x70, 0, 1, 0x11, 0x70, 8, 2, 0, 0, 0, 0, 0, 0, 0 };
  static const struct
  {
    const char *data;
    gssize      size;
  } cases[] = { { "", 0 }, { "no picture", -1 }, { (const char *) huge, sizeof huge }, { (const char *) huge, 20 } };
  g_autoptr(GFile) png = g_file_new_for_path (box->png);
  g_autoptr(GError) missing = NULL;

  g_assert_null (bc_clinic_load_logo (png, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (box->png, cases[i].data, cases[i].size, NULL));
      g_assert_null (bc_clinic_load_logo (png, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      assert_has (error->message, "logo.png");
    }
}

/* A picture that breaks off is refused as a whole. */
static void
test_cut_logo (Box          *box,
               gconstpointer data)
{
  g_autoptr(GFile) png = g_file_new_for_path (box->png);
  g_autofree char *whole = NULL;
  gsize size;

  write_picture (box, 60, 20);
  g_assert_true (g_file_get_contents (box->png, &whole, &size, NULL));
  for (gsize cut = 0; cut < size - 12; cut += 3) /* the last 12 bytes say only that it ends */
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (box->png, whole, (gssize) cut, NULL));
      g_assert_null (bc_clinic_load_logo (png, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

#define ADD(name, test) g_test_add ("/letterhead/" name, Box, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind", test_every_kind);
  ADD ("nothing-known", test_nothing_known);
  ADD ("long", test_long);
  ADD ("right-to-left", test_right_to_left);
  ADD ("logo", test_logo);
  ADD ("no-logo", test_no_logo);
  ADD ("cut-logo", test_cut_logo);
  return g_test_run ();
}
