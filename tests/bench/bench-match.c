/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long it takes to load the maps and to match a visit with them: the mean over the cases of the reference set,
 * each beside the simplest thing that does a part of it, in turns and in the same run.
 */

#include "bc-csv-import.h"
#include "bc-i18n.h"
#include "bc-match.h"
#include "bc-resources.h"
#include "bench-support.h"
#include "reference-matcher.h"

#include <libxml/parser.h>

/* What is promised, µs. */
#define LOADS_IN 20000
#define MATCHES_IN 200

typedef struct
{
  GPtrArray    *visits; /* of BcEvidence */
  GPtrArray    *files;  /* of GBytes: the XML of the maps */
  const BcMaps *maps;
} Bench;

static void
match_visits (gpointer user_data)
{
  Bench *bench = user_data;

  for (guint i = 0; i < bench->visits->len; i++)
    bc_findings_free (bc_match (g_ptr_array_index (bench->visits, i), bench->maps));
}

/* Plain overlap (Jaccard) of the marks with every map: the simplest matcher there is. */
static void
overlap_visit (const BcEvidence *evidence,
               const BcMaps     *maps)
{
  volatile double best = 0;

  for (guint p = 0; p < maps->patterns->len; p++)
    for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
      {
        guint both = 0;
        guint any = 0;

        for (guint region = 1; region <= BC_N_REGIONS; region++)
          {
            gboolean zone = bc_pattern_get_probability (g_ptr_array_index (maps->patterns, p), side,
                                                        (BcRegion) region) > 0.25;
            gboolean mark = bc_evidence_is_marked (evidence, (BcRegion) region);

            both += zone && mark;
            any += zone || mark;
          }
        best = MAX (best, (double) both / MAX (1, any));
      }
}

static void
overlap_visits (gpointer user_data)
{
  Bench *bench = user_data;

  for (guint i = 0; i < bench->visits->len; i++)
    overlap_visit (g_ptr_array_index (bench->visits, i), bench->maps);
}

/* The same model without tables, and without the search for two sources and for questions. */
static void
refer_visits (gpointer user_data)
{
  Bench *bench = user_data;

  for (guint i = 0; i < bench->visits->len; i++)
    reference_match_free (reference_match (g_ptr_array_index (bench->visits, i), bench->maps, NULL));
}

static void
load_maps (gpointer user_data)
{
  bc_maps_free (bc_maps_load (NULL));
}

/* The first match with maps makes its tables. */
static void
load_maps_and_match (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr(BcMaps) maps = bc_maps_load (NULL);

  bc_findings_free (bc_match (g_ptr_array_index (bench->visits, 0), maps));
}

static void
parse_bare (gpointer user_data)
{
  Bench *bench = user_data;

  for (guint i = 0; i < bench->files->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (bench->files, i), &size);

      xmlFreeDoc (xmlReadMemory (data, (int) size, "bench", NULL, XML_PARSE_NONET));
    }
}

static GBytes *
read_table (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (text, size);
}

static GPtrArray *
read_visits (const char *folder)
{
  g_autoptr(GBytes) marks = read_table (folder, "marks.csv");
  g_autoptr(GBytes) answers = read_table (folder, "answers.csv");
  g_autoptr(GBytes) patients = read_table (folder, "patients.csv");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = bc_import_csv (marks, "marks.csv", answers, "answers.csv", patients, "patients.csv",
                                              &error);
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_evidence_free);

  if (cases == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < cases->len; i++)
    {
      const BcImportCase *one = g_ptr_array_index (cases, i);

      g_ptr_array_add (visits, bc_evidence_from_visit (one->chart, bc_chart_get_last_visit (one->chart)));
    }
  return visits;
}

static GPtrArray *
read_maps_files (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto(GStrv) names = g_resources_enumerate_children (BC_RESOURCE_PREFIX "/patterns", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                        NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("patterns/", names[i], NULL);
      GBytes *bytes = bc_resources_load (path, NULL);

      g_assert_nonnull (bytes);
      g_ptr_array_add (files, bytes);
    }
  return files;
}

int
main (int    argc,
      char **argv)
{
  const BenchStep matching[] = { match_visits, overlap_visits, refer_visits };
  const BenchStep loading[] = { load_maps, load_maps_and_match, parse_bare };
  double medians[3];
  Bench bench = { 0 };
  const gpointer data[] = { &bench, &bench, &bench };

  bc_i18n_init ();
  bc_resources_init ();
  if (argc != 2)
    {
      g_printerr ("usage: bench-match FOLDER-OF-CASES\n");
      return 2;
    }
  bench.maps = bc_maps_get_default ();
  bench.visits = read_visits (argv[1]);
  bench.files = read_maps_files ();

  bench_head ("step");
  bench_medians (loading, data, 3, 1, medians);
  bench_row ("load all maps", medians[0], "the promise", LOADS_IN, 1);
  bench_row ("load all maps", medians[0], "bare xmlReadMemory of them", medians[2], 0);
  bench_row ("load all maps and match a first visit", medians[1], "bare xmlReadMemory of them", medians[2], 0);
  bench_medians (matching, data, 3, 1, medians);
  for (guint i = 0; i < 3; i++)
    medians[i] /= bench.visits->len;
  bench_row ("match a visit with all maps", medians[0], "the promise", MATCHES_IN, 1);
  bench_row ("match a visit with all maps", medians[0], "plain overlap with all", medians[1], 0);
  bench_row ("match a visit with all maps", medians[0], "the same model, no tables", medians[2], 0);
  g_ptr_array_unref (bench.visits);
  g_ptr_array_unref (bench.files);
  return 0;
}
