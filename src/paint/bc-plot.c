/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-plot.h"

#include <math.h>

static void
series_free (gpointer data)
{
  BcPlotSeries *self = data;

  g_free (self->label);
  g_array_unref (self->points);
  g_free (self);
}

static void
panel_free (gpointer data)
{
  BcPlotPanel *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->series);
  g_free (self);
}

/**
 * bc_plot_new:
 *
 * Returns: (transfer full): a plot without anything; the caller adds dates and panels
 */
BcPlot *
bc_plot_new (void)
{
  BcPlot *self = g_new0 (BcPlot, 1);

  self->dates = g_ptr_array_new_with_free_func (g_free);
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  return self;
}

/**
 * bc_plot_free:
 * @self: (transfer full) (nullable): what to free
 */
void
bc_plot_free (BcPlot *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->panels);
  g_free (self);
}

/**
 * bc_plot_add_panel:
 * @self: a plot
 * @title: what the panel shows, with its unit
 * @top: end of the scale, 0 for what the values need
 * @weight: its height, as against the other panels
 *
 * Returns: (transfer none): a new panel below the others
 */
BcPlotPanel *
bc_plot_add_panel (BcPlot     *self,
                   const char *title,
                   double      top,
                   double      weight)
{
  BcPlotPanel *panel;

  g_return_val_if_fail (self != NULL && title != NULL && weight > 0, NULL);

  panel = g_new0 (BcPlotPanel, 1);
  panel->title = g_strdup (title);
  panel->top = top;
  panel->weight = weight;
  panel->series = g_ptr_array_new_with_free_func (series_free);
  g_ptr_array_add (self->panels, panel);
  return panel;
}

/**
 * bc_plot_add_series:
 * @panel: a panel
 * @pen: number of a symptom, 0 for a plain line
 * @label: written at its end, "" for none
 *
 * Returns: (transfer none): a new series without points
 */
BcPlotSeries *
bc_plot_add_series (BcPlotPanel *panel,
                    int          pen,
                    const char  *label)
{
  BcPlotSeries *series;

  g_return_val_if_fail (panel != NULL && pen >= 0 && label != NULL, NULL);

  series = g_new0 (BcPlotSeries, 1);
  series->pen = pen;
  series->label = g_strdup (label);
  series->points = g_array_new (FALSE, FALSE, sizeof (BcPlotPoint));
  g_ptr_array_add (panel->series, series);
  return series;
}

/**
 * bc_plot_add_point:
 * @series: a series
 * @value: NaN where it is not known
 * @low: lower end of its band, or NaN
 * @high: upper end of its band, or NaN
 * @ended: whether what it is about has ended
 *
 * Adds a point at the next date.
 */
void
bc_plot_add_point (BcPlotSeries *series,
                   double        value,
                   double        low,
                   double        high,
                   gboolean      ended)
{
  BcPlotPoint point = { value, low, high, ended };

  g_return_if_fail (series != NULL);

  g_array_append_val (series->points, point);
}

/* 1, 2 or 5 times a power of ten, not below @value. */
static double
round_up (double value)
{
  double power = pow (10, floor (log10 (value)));

  for (double step = 1; step < 10; step = step == 2 ? 5 : 2 * step)
    if (value <= step * power * (1 + 1e-9))
      return step * power;
  return 10 * power;
}

/**
 * bc_plot_find_top:
 * @panel: a panel
 *
 * Returns: where its scale ends, above 0
 */
double
bc_plot_find_top (const BcPlotPanel *panel)
{
  double most = 0;

  g_return_val_if_fail (panel != NULL, 1);

  if (panel->top > 0)
    return panel->top;
  for (guint i = 0; i < panel->series->len; i++)
    {
      const BcPlotSeries *series = g_ptr_array_index (panel->series, i);

      for (guint j = 0; j < series->points->len; j++)
        {
          const BcPlotPoint *point = &g_array_index (series->points, BcPlotPoint, j);

          most = fmax (most, fmax (point->value, point->high)); /* the one that is a number */
        }
    }
  return most > 0 ? round_up (panel->whole ? MAX (most, 2) : most) : 1;
}

static guint32
get_day (const BcPlot *plot,
         guint         i)
{
  const char *date = g_ptr_array_index (plot->dates, i);
  GDate day;

  if (!bc_date_is_valid (date))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_ascii_strtoll (date + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoll (date + 5, NULL, 10), (GDateYear) g_ascii_strtoll (date, NULL, 10));
  return g_date_get_julian (&day);
}

/**
 * bc_plot_find_part:
 * @plot: a plot
 * @i: which of its dates
 *
 * Returns: where the date lies along the axis, 0 at the first and 1 at the last; evenly where the days say nothing
 */
double
bc_plot_find_part (const BcPlot *plot,
                   guint         i)
{
  guint n;
  guint32 first;
  guint32 last;

  g_return_val_if_fail (plot != NULL && i < plot->dates->len, 0);

  n = plot->dates->len;
  first = get_day (plot, 0);
  last = get_day (plot, n - 1);
  if (first > 0 && last > first && get_day (plot, i) >= first)
    return MIN ((double) (get_day (plot, i) - first) / (last - first), 1);
  return n > 1 ? (double) i / (n - 1) : 0.5;
}
