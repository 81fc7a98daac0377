/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-fhir.h"
#include "full-chart.h"

#include <glib/gstdio.h>

/* The bundles that a test made, for the checker. */
typedef struct
{
  char      *folder;
  GPtrArray *files;
} Bundles;

static void
set_up (Bundles       *self,
        gconstpointer  unused)
{
  self->folder = g_dir_make_tmp ("bodychart-fhir-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->files = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Bundles       *self,
           gconstpointer  unused)
{
  for (guint i = 0; i < self->files->len; i++)
    g_assert_cmpint (g_unlink (self->files->pdata[i]), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_ptr_array_unref (self->files);
  g_free (self->folder);
}

static void
add_bundle (Bundles *self,
            GBytes  *bundle)
{
  g_autofree char *name = g_strdup_printf ("%03u.json", self->files->len);
  char *path = g_build_filename (self->folder, name, NULL);

  g_ptr_array_add (self->files, path);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bundle, NULL), (gssize) g_bytes_get_size (bundle), NULL));
}

/* All visits of a chart together, and each with and without a document. */
static void
add_chart (Bundles *self,
           BcChart *chart)
{
  g_autoptr(GBytes) all = bc_fhir_write_chart (chart, bc_maps_get_default (), NULL);
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  g_autoptr(GBytes) pdf = g_bytes_new_static ("%PDF-1.5\n\0\xff%%EOF", 16);

  add_bundle (self, all);
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    for (guint with_pdf = 0; with_pdf < 2; with_pdf++)
      {
        g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);
        g_autoptr(GBytes) bundle = bc_fhir_write (chart, visit, bc_maps_get_default (), with_pdf != 0 ? pdf : NULL);

        add_bundle (self, bundle);
      }
}

static void
add_samples (Bundles *self)
{
  g_autoptr(GDir) folder = g_dir_open (g_getenv ("BODYCHART_SAMPLES"), 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("BODYCHART_SAMPLES"), name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(BcChart) chart = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_str_has_suffix (name, ".bodychart"))
        continue;
      chart = bc_chart_load (file, NULL, NULL, &error);
      g_assert_no_error (error);
      add_chart (self, chart);
    }
  g_assert_cmpuint (self->files->len, >=, 26);
}

/* Runs the checker; what it says is what failed. */
static void
check (Bundles    *self,
       const char *option)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;
  int status = 0;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("PYTHON"));
  g_ptr_array_add (arguments, (gpointer) g_getenv ("CHECK_FHIR"));
  g_ptr_array_add (arguments, (gpointer) g_getenv ("BODYCHART_AREA_TERMS"));
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (arguments, self->files->pdata[i]);
  g_ptr_array_add (arguments, (gpointer) option);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_strstrip (said), ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_samples (Bundles       *self,
              gconstpointer  unused)
{
  add_samples (self);
  check (self, NULL);
}

static void
test_full_chart (Bundles       *self,
                 gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();

  add_chart (self, chart);
  check (self, NULL);
}

static void
test_empty_chart (Bundles       *self,
                  gconstpointer  unused)
{
  g_autoptr(BcChart) chart = bc_chart_new ();

  bc_chart_add_visit (chart, "2026-05-12");
  add_chart (self, chart);
  check (self, NULL);
}

/* Each region alone, both sides of each area, and each as a clear one. */
static void
test_every_region (Bundles       *self,
                   gconstpointer  unused)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-05-12");

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autoptr(BcSymptom) symptom = bc_symptom_new ((int) region);
      g_autoptr(BcMark) mark = bc_mark_new ((BcRegion) region, region % 2 == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);
      g_autoptr(BcMark) clear = bc_mark_new ((BcRegion) region, BC_ROLE_CLEAR);
      g_autoptr(BcMark) mirror = bc_mark_new (bc_region_mirror ((BcRegion) region), BC_ROLE_SITE);

      g_list_store_append (bc_symptom_get_marks (symptom), mark);
      if (region % 3 == 0)
        g_list_store_append (bc_symptom_get_marks (symptom), mirror);
      g_list_store_append (bc_visit_get_symptoms (visit), symptom);
      g_list_store_append (bc_visit_get_clears (visit), clear);
    }
  add_chart (self, chart);
  check (self, NULL);
}

/* The checker is worth something: it notices what is broken on purpose. */
static void
test_broken (Bundles       *self,
             gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();

  add_chart (self, chart);
  check (self, "--break");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fhir/check/samples", Bundles, NULL, set_up, test_samples, tear_down);
  g_test_add ("/fhir/check/full-chart", Bundles, NULL, set_up, test_full_chart, tear_down);
  g_test_add ("/fhir/check/empty-chart", Bundles, NULL, set_up, test_empty_chart, tear_down);
  g_test_add ("/fhir/check/every-region", Bundles, NULL, set_up, test_every_region, tear_down);
  g_test_add ("/fhir/check/broken", Bundles, NULL, set_up, test_broken, tear_down);
  return g_test_run ();
}
