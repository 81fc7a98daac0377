/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long the steps of the main job take, each beside a limit that is measured in the same run, so that a
 * slow or noisy machine does not change what the table says. Prints medians over many rounds.
 */

#include "bc-atlas.h"
#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-maps.h"
#include "bc-painter.h"
#include "bc-resources.h"
#include "bc-summary.h"
#include "bc-xml.h"
#include "bench-support.h"

#include <libxml/parser.h>
#include <string.h>

typedef struct
{
  GBytes  *bytes;
  GBytes  *years; /* 200 visits with 20 000 marks */
  BcChart *chart;
  BcVisit *visit;
  guint8  *copy;
} Bench;

/* --- the limits: what the machine cannot do faster --- */

static void
copy_megapixels (gpointer user_data)
{
  Bench *bench = user_data;

  memset (bench->copy, bench->copy[0] + 1, 1600 * 1000 * 4);
}

static void
parse_bare (gpointer user_data)
{
  Bench *bench = user_data;
  gsize size;
  const char *data = g_bytes_get_data (bench->bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, "bench", NULL, XML_PARSE_NONET);

  xmlFreeDoc (document);
}

/* --- the steps --- */

static void
parse_chart (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr(BcChart) chart = bc_chart_parse (bench->bytes, "bench", NULL);

  g_assert (chart != NULL);
}

/* What a busy patient's chart is after some years. */
#define N_VISITS 200
#define N_SYMPTOMS 5
#define N_MARKS 20

static void
parse_years (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr(BcChart) chart = bc_chart_parse (bench->years, "bench", NULL);

  g_assert (chart != NULL);
}

static void
parse_years_bare (gpointer user_data)
{
  Bench *bench = user_data;
  gsize size;
  const char *data = g_bytes_get_data (bench->years, &size);

  xmlFreeDoc (xmlReadMemory (data, (int) size, "bench", NULL, XML_PARSE_NONET));
}

static GBytes *
make_years (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();

  for (guint i = 0; i < N_VISITS; i++)
    {
      g_autofree char *date = g_strdup_printf ("20%02u-%02u-01", 10 + i / 12, 1 + i % 12);
      BcVisit *visit = bc_chart_add_visit (chart, date);

      for (int number = 1; number <= N_SYMPTOMS; number++)
        {
          g_autoptr(BcSymptom) symptom = bc_symptom_new (number);

          g_object_set (symptom, "now", (int) (i % 11), "notes", "as before", NULL);
          for (guint j = 0; j < N_MARKS; j++)
            {
              g_autoptr(BcMark) mark = bc_mark_new ((BcRegion) (1 + (i + 9 * j) % BC_N_REGIONS), BC_ROLE_SITE);

              g_list_store_append (bc_symptom_get_marks (symptom), mark);
            }
          g_list_store_append (bc_visit_get_symptoms (visit), symptom);
        }
    }
  return bc_chart_write (chart);
}

static void
write_chart (gpointer user_data)
{
  Bench *bench = user_data;

  g_bytes_unref (bc_chart_write (bench->chart));
}

static void
load_view (gpointer user_data)
{
  g_autoptr(GBytes) svg = bc_resources_load (BC_RESOURCE_PREFIX "/atlas/adult-female-front.svg", NULL);

  bc_view_free (bc_view_load (svg, "bench", BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, NULL));
}

static void
paint_front (gpointer user_data)
{
  Bench *bench = user_data;
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  g_autoptr(cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 900);
  g_autoptr(cairo_t) cr = cairo_create (surface);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, 500, 900);

  bc_paint_figure (cr, view, &viewport, BC_SCHEME_LIGHT);
  bc_paint_marks (cr, view, &viewport, bench->visit, BC_SCHEME_LIGHT);
}

static void
lay_out_summary (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr(BcSummary) summary = bc_summary_new (bench->chart, bench->visit, bc_maps_get_default ());
  g_autoptr(PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *pango = pango_font_map_create_context (fonts);

  bc_summary_layout (summary, pango, 595, 842);
  g_object_unref (pango);
}

static const struct
{
  const char *name;
  BenchStep   step;
  guint       calls;
  const char *limit_name;
  BenchStep   limit;
  guint       limit_calls;
} rows[] = {
  { "read a chart, checks and all", parse_chart, 20, "bare xmlReadMemory of it", parse_bare, 20 },
  { "write a chart", write_chart, 20, "bare xmlReadMemory of it", parse_bare, 20 },
  { "read 200 visits with 20 000 marks", parse_years, 1, "bare xmlReadMemory of it", parse_years_bare, 1 },
  { "load a view with its id buffer", load_view, 1, "fill 1600x1000 pixels", copy_megapixels, 5 },
  { "paint figure and marks, 500x900", paint_front, 1, "fill 1600x1000 pixels", copy_megapixels, 5 },
  { "lay the summary out", lay_out_summary, 1, "fill 1600x1000 pixels", copy_megapixels, 5 },
};

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  bc_i18n_init ();
  bc_resources_init ();
  if (argc != 2)
    {
      g_printerr ("usage: bench-core CHART\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  bench.bytes = bc_load_bytes (file, BC_XML_MAX_BYTES, NULL, NULL, &error);
  if (bench.bytes != NULL)
    bench.chart = bc_chart_parse (bench.bytes, argv[1], &error);
  if (bench.chart == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  bench.visit = bc_chart_get_last_visit (bench.chart);
  bench.years = make_years ();
  bench.copy = g_malloc0 (1600 * 1000 * 4);

  bench_head ("step");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    bench_row (rows[i].name, bench_median (rows[i].step, &bench, rows[i].calls), rows[i].limit_name,
               bench_median (rows[i].limit, &bench, rows[i].limit_calls), 0);
  g_free (bench.copy);
  g_object_unref (bench.chart);
  g_bytes_unref (bench.bytes);
  g_bytes_unref (bench.years);
  return 0;
}
