/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A chart of 200 visits with 20 000 marks in a window: how long until it is open, and what going through it costs. A
 * blit is one plain copy (cairo_paint) of a picture of the window's size.
 */

#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-visits-panel.h"
#include "bc-window-private.h"
#include "bench-support.h"

#define N_VISITS 200
#define N_MARKS 60
#define N_STROKES 40
#define N_POINTS 40
#define WIDTH 1400
#define HEIGHT 900

/* What is promised: a chart opens in less than so many µs of processor time. */
#define OPENS_IN 500000

typedef struct
{
  GBytes         *bytes;
  BcWindow       *window;
  AdwApplication *application;
  BcDocument     *document;
  int             step;
} Bench;

static BcStroke *
make_stroke (guint n)
{
  BcStrokePoint points[N_POINTS];
  BcCover cover = { .region = bc_region_from_id ("thigh-posterior-upper-right"), .share = 0.2, .part = 1 };

  for (guint i = 0; i < N_POINTS; i++)
    points[i] = (BcStrokePoint) { 60 + n % 10 * 4 + i % 3, 900 + i * 12 + n, 1 };
  return bc_stroke_new (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_ROLE_SITE, 20, points, N_POINTS, &cover, 1);
}

static GBytes *
make_chart (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(GDateTime) day = g_date_time_new_utc (2020, 1, 6, 0, 0, 0);

  for (guint i = 0; i < N_VISITS; i++)
    {
      g_autoptr(GDateTime) then = g_date_time_add_days (day, (int) i * 3);
      g_autofree char *date = g_date_time_format (then, "%Y-%m-%d");
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);

      g_list_store_append (bc_visit_get_symptoms (bc_chart_add_visit (chart, date)), symptom);
      g_object_set (symptom, "now", 5, "worst", 8, NULL);
      for (guint j = 0; j < N_MARKS; j++)
        {
          g_autoptr(BcMark) mark = bc_mark_new ((BcRegion) (1 + (i + j * 3) % BC_N_REGIONS), BC_ROLE_SITE);

          g_list_store_append (bc_symptom_get_marks (symptom), mark);
        }
      for (guint j = 0; j < N_STROKES; j++)
        {
          g_autoptr(BcStroke) stroke = make_stroke (i + j);

          g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
        }
    }
  return bc_chart_write (chart);
}

static void
read_chart (gpointer data)
{
  Bench *bench = data;
  g_autoptr(BcChart) chart = bc_chart_parse (bench->bytes, "bench", NULL);

  g_assert (chart != NULL);
}

/* Everything up to the first whole frame. */
static void
show_chart (gpointer data)
{
  Bench *bench = data;

  bc_window_set_document (bench->window, bench->document);
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (bench->window));
}

static void
leave_chart (gpointer data)
{
  Bench *bench = data;

  bc_window_set_document (bench->window, NULL);
}

static void
step_visit (gpointer data)
{
  Bench *bench = data;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.step-visit", "i",
                              bench->step++ / (N_VISITS - 1) % 2 == 0 ? -1 : 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (bench->window));
}

static void
wait_frame (gpointer data)
{
  Bench *bench = data;

  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (bench->window));
}

static void
run (Bench *bench)
{
  double read;
  double show;
  guint before;

  bench_head ("200 visits, 20 000 marks");
  read = bench_median (read_chart, bench, 1);
  show = bench_median_of (show_chart, leave_chart, bench);
  bench_row ("read the file", read, "the promise for both", OPENS_IN, 0);
  bench_row ("show it, to the first frame", show, "the promise for both", OPENS_IN, 0);
  bench_row ("both", read + show, "the promise", OPENS_IN, 1);
  show_chart (bench);
  for (int i = 0; i < 60; i++)
    wait_frame (bench);
  before = bc_visits_panel_get_n_painted (BC_VISITS_PANEL (bench->window->visits_panel));
  bench_row ("a frame", bench_median (wait_frame, bench, 4), "the promise", OPENS_IN, 0);
  g_print ("pictures painted for rest frames: %u\n",
           bc_visits_panel_get_n_painted (BC_VISITS_PANEL (bench->window->visits_panel)) - before);
  bench_row ("go to another visit", bench_median (step_visit, bench, 4), "the promise", OPENS_IN, 0);
}

static void
activate_cb (AdwApplication *application,
             Bench          *bench)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("bench-XXXXXX.bodychart", &stream, NULL);

  bench->bytes = make_chart ();
  bench->document = bc_document_new_at (file);
  g_list_store_remove_all (bc_chart_get_visits (bc_document_get_chart (bench->document)));
  {
    g_autoptr(BcChart) chart = bc_chart_parse (bench->bytes, "bench", NULL);
    GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));

    for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
      {
        g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

        g_list_store_append (bc_chart_get_visits (bc_document_get_chart (bench->document)), visit);
      }
  }
  bench->window = bc_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (bench->window));
  run (bench);
  g_file_delete (file, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (bench->window));
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  g_autoptr(AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  bc_i18n_init ();
  bc_resources_init ();
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
