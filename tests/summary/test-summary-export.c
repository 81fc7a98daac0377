/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary as files: PDF, and a picture or a drawing a page. */
#include "summary-charts.h"

#include <glib/gstdio.h>
#include <string.h>

/* One dot a point: pages of A4 are 596 x 842 pixels. */
#define DPI 72

/* Renderers smooth letters and thin lines in their own ways. */
#define MOST_DIFFERENT 0.02

typedef struct
{
  char      *folder;
  BcChart   *chart;
  BcVisit   *visit;
  BcSummary *summary;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->folder = g_dir_make_tmp ("bodychart-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->chart = make_full_chart (&self->visit);
  self->summary = bc_summary_new (self->chart, self->visit, bc_maps_get_default ());
  bc_summary_set_paper (self->summary, BC_PAPER_A4);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_assert_finalize_object (self->summary);
  g_object_unref (self->chart);
  g_free (self->folder);
}

static char *
dup_path (Fixture    *self,
          const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
export (Fixture     *self,
        const char  *name,
        GError     **error)
{
  g_autofree char *path = dup_path (self, name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  BcSummaryFormat format;

  g_assert_true (bc_summary_find_format (name, &format));
  return bc_summary_export (self->summary, file, format, DPI, error);
}

static void
export_well (Fixture    *self,
             const char *name)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (export (self, name, &error));
  g_assert_no_error (error);
}

static gboolean
is_there (Fixture    *self,
          const char *name)
{
  g_autofree char *path = dup_path (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Forty symptoms, each with something to say, fill several pages. */
static void
add_many (Fixture *self)
{
  for (guint i = 0; i < 40; i++)
    {
      BcSymptom *symptom = add_symptom (self->chart, self->visit, "knee-anterior-left", "");

      g_object_set (symptom, "notes", "comes and goes", NULL);
    }
}

static void
test_formats (void)
{
  static const struct { const char *name; gboolean known; BcSummaryFormat format; } names[] = {
    { "a.pdf", TRUE, BC_SUMMARY_AS_PDF },  { "a.svg", TRUE, BC_SUMMARY_AS_SVG }, { "a.png", TRUE, BC_SUMMARY_AS_PNG },
    { "a.PNG", TRUE, BC_SUMMARY_AS_PNG },  { "a", TRUE, BC_SUMMARY_AS_PDF },     { "a.b/c", TRUE, BC_SUMMARY_AS_PDF },
    { "a.b.svg", TRUE, BC_SUMMARY_AS_SVG }, { "a.jpg", FALSE, 0 },               { "a.svgz", FALSE, 0 },
    { "a.png.", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      BcSummaryFormat format;

      g_test_message ("%s", names[i].name);
      g_assert_cmpint (bc_summary_find_format (names[i].name, &format), ==, names[i].known);
      if (names[i].known)
        g_assert_cmpint (format, ==, names[i].format);
    }
}

/* Runs a converter of others; FALSE, and the test is skipped, where it is missing. */
static gboolean
convert (const char *tool,
         const char *first,
         ...)
{
  g_autoptr(GPtrArray) command = g_ptr_array_new ();
  g_autofree char *program = g_find_program_in_path (tool);
  g_autoptr(GError) error = NULL;
  int status = -1;
  va_list rest;

  if (program == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not installed", tool);

      g_test_skip (why);
      return FALSE;
    }
  g_ptr_array_add (command, program);
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (command, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return TRUE;
}

static double
compare_files (Fixture    *self,
               const char *one,
               const char *other)
{
  g_autofree char *one_path = dup_path (self, one);
  g_autofree char *other_path = dup_path (self, other);
  cairo_surface_t *one_picture = cairo_image_surface_create_from_png (one_path);
  cairo_surface_t *other_picture = cairo_image_surface_create_from_png (other_path);
  double differing;

  g_assert_cmpint (cairo_surface_status (one_picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_status (other_picture), ==, CAIRO_STATUS_SUCCESS);
  differing = compare_pictures (one_picture, other_picture);
  cairo_surface_destroy (one_picture);
  cairo_surface_destroy (other_picture);
  return differing;
}

/* Drawing and picture show what the PDF shows, as programs of others paint them, and another paper would not do. */
static void
test_same_page (Fixture       *self,
                gconstpointer  unused)
{
  g_autofree char *pdf = dup_path (self, "a.pdf");
  g_autofree char *svg = dup_path (self, "a.svg");
  g_autofree char *from_pdf = dup_path (self, "from-pdf");
  g_autofree char *from_svg = dup_path (self, "from-svg.png");

  export_well (self, "a.pdf");
  export_well (self, "a.svg");
  export_well (self, "a.png");
  bc_summary_set_kind (self->summary, BC_SUMMARY_PATIENT);
  export_well (self, "patient.png");
  g_assert_cmpfloat (compare_files (self, "a.png", "patient.png"), >, 2 * MOST_DIFFERENT);
  if (convert ("rsvg-convert", "-w", "596", "-h", "842", "-o", from_svg, svg, NULL))
    g_assert_cmpfloat (compare_files (self, "a.png", "from-svg.png"), <, MOST_DIFFERENT);
  if (convert ("pdftocairo", "-png", "-r", "72", "-f", "1", "-singlefile", pdf, from_pdf, NULL))
    g_assert_cmpfloat (compare_files (self, "a.png", "from-pdf.png"), <, MOST_DIFFERENT);
}

/* As many files as the PDF has pages, for their owner only, and the same bytes whenever the visit is the same. */
static void
test_pages (Fixture       *self,
            gconstpointer  unused)
{
  guint n_pages;

  add_many (self);
  export_well (self, "a.png");
  n_pages = bc_summary_get_n_pages (self->summary);
  g_assert_cmpuint (n_pages, >, 2);
  export_well (self, "b.png");
  for (guint page = 0; page <= n_pages; page++)
    {
      g_autofree char *number = page > 0 ? g_strdup_printf ("-%u", page + 1) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("a%s.png", number);
      g_autofree char *again = g_strdup_printf ("b%s.png", number);
      g_autofree char *path = dup_path (self, name);
      g_autofree char *again_path = dup_path (self, again);
      g_autofree char *data = NULL;
      g_autofree char *again_data = NULL;
      gsize length, again_length;
      GStatBuf about;

      g_assert_cmpint (is_there (self, name), ==, page < n_pages);
      if (page == n_pages)
        break;
      g_assert_cmpint (g_stat (path, &about), ==, 0);
      g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_true (g_file_get_contents (again_path, &again_data, &again_length, NULL));
      g_assert_cmpmem (data, length, again_data, again_length);
    }
}

/* Nobody was asked about "a-2.png" when only "a.png" was named; where that is there it is the second page of last time. */
static void
test_taken (Fixture       *self,
            gconstpointer  unused)
{
  g_autofree char *second = dup_path (self, "a-2.png");
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr(GError) error = NULL;

  add_many (self);
  g_assert_true (g_file_set_contents (second, "mine", -1, NULL));
  g_assert_false (export (self, "a.png", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "a-2.png"));
  g_assert_false (is_there (self, "a.png"));
  g_assert_true (g_file_get_contents (second, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");

  g_unlink (second);
  export_well (self, "a.png");
  g_assert_true (g_file_set_contents (second, "of last time", -1, NULL));
  export_well (self, "a.png");
  g_assert_true (g_file_get_contents (second, &replaced, NULL, NULL));
  g_assert_true (g_str_has_prefix (replaced, "\x89PNG"));
}

/* What stands where a page should go is told, by the name of that page. */
static void
test_unwritable (Fixture       *self,
                 gconstpointer  unused)
{
  g_autofree char *second = dup_path (self, "a-2.svg");
  g_autoptr(GError) nowhere = NULL;
  g_autoptr(GError) folder = NULL;

  add_many (self);
  g_assert_false (export (self, "no-such-folder/a.svg", &nowhere));
  g_assert_nonnull (strstr (nowhere->message, "a.svg"));
  export_well (self, "a.svg");
  g_assert_cmpint (g_unlink (second), ==, 0);
  g_assert_cmpint (g_mkdir (second, 0700), ==, 0);
  g_assert_false (export (self, "a.svg", &folder));
  g_assert_nonnull (strstr (folder->message, "a-2.svg"));
  g_assert_cmpint (g_rmdir (second), ==, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-export/formats", test_formats);
  ADD ("/summary-export/same-page", test_same_page);
  ADD ("/summary-export/pages", test_pages);
  ADD ("/summary-export/taken", test_taken);
  ADD ("/summary-export/unwritable", test_unwritable);
  return g_test_run ();
}
