/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-trend-plot.h"

#include "bc-i18n.h"

#include <math.h>

static double
get_number (int nrs)
{
  return nrs != BC_NRS_UNKNOWN ? nrs : NAN;
}

/* A resolved symptom lies at the bottom of the scale, with the sign for what has ended: nobody measured a 0. */
static void
add_symptom (BcPlotPanel          *panel,
             const BcTrendSymptom *symptom)
{
  g_autofree char *label = g_strdup_printf ("P%d", symptom->number);
  BcPlotSeries *series = bc_plot_add_series (panel, symptom->number, label);

  for (guint i = 0; i < symptom->visits->len; i++)
    {
      const BcTrendIntensity *intensity = &g_array_index (symptom->visits, BcTrendIntensity, i);

      if (intensity->resolved)
        bc_plot_add_point (series, 0, NAN, NAN, TRUE);
      else
        bc_plot_add_point (series, get_number (intensity->now), get_number (intensity->best),
                           get_number (intensity->worst), FALSE);
    }
}

/**
 * bc_trend_plot_new:
 * @trend: how a patient fared over all visits
 *
 * Returns: (transfer full): its plot: intensity of each symptom now with best and worst, pain extent, number of regions
 */
BcPlot *
bc_trend_plot_new (const BcTrend *trend)
{
  BcPlot *plot = bc_plot_new ();
  BcPlotPanel *panel;
  BcPlotSeries *extent;
  BcPlotSeries *regions;

  g_return_val_if_fail (trend != NULL, plot);

  /* Translators: title of a plot; 0 to 10 is the scale, the bar reaches from best to worst */
  panel = bc_plot_add_panel (plot, _("Intensity now, bar from best to worst (0 to 10)"), BC_NRS_MAX, 3);
  for (guint i = 0; i < trend->symptoms->len; i++)
    add_symptom (panel, g_ptr_array_index (trend->symptoms, i));
  /* xgettext:no-c-format */
  panel = bc_plot_add_panel (plot, _("Pain extent (% of the body)"), 0, 1.5);
  extent = bc_plot_add_series (panel, 0, "");
  panel = bc_plot_add_panel (plot, _("Number of regions"), 0, 1);
  panel->whole = TRUE;
  regions = bc_plot_add_series (panel, 0, "");
  for (guint i = 0; i < trend->visits->len; i++)
    {
      const BcTrendVisit *visit = &g_array_index (trend->visits, BcTrendVisit, i);

      g_ptr_array_add (plot->dates, g_strdup (visit->date));
      bc_plot_add_point (extent, 100 * visit->body_share, NAN, NAN, FALSE);
      bc_plot_add_point (regions, visit->n_regions, NAN, NAN, FALSE);
    }
  return plot;
}
