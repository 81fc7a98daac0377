/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"

G_BEGIN_DECLS

/**
 * BcPlotPoint:
 * @value: NaN where it is not known
 * @low: end of the band below, NaN where it has none
 * @high: end of the band above
 * @ended: what the series is about is told to have ended here: a hollow sign
 */
typedef struct
{
  double   value;
  double   low;
  double   high;
  gboolean ended;
} BcPlotPoint;

/**
 * BcPlotSeries:
 * @pen: number of the symptom whose colour, dashes and sign it has; 0 for plain ones
 * @label: written at its end; "" for none
 * @points: of BcPlotPoint, one a place along the axis
 */
typedef struct
{
  int     pen;
  char   *label;
  GArray *points;
} BcPlotSeries;

/**
 * BcPlotPanel:
 * @title: what it shows, with its unit
 * @top: end of the scale; 0: what the values need
 * @whole: the scale has whole numbers only
 * @weight: its height, as against the other panels
 * @series: of BcPlotSeries
 */
typedef struct
{
  char      *title;
  double     top;
  gboolean   whole;
  double     weight;
  GPtrArray *series;
} BcPlotPanel;

/**
 * BcPlot:
 * @dates: of char: ISO 8601 days, rising
 * @panels: of BcPlotPanel, from above, over one axis of time
 *
 * What a plot over time shows. Plain data.
 */
typedef struct
{
  GPtrArray *dates;
  GPtrArray *panels;
} BcPlot;

BcPlot       *bc_plot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          bc_plot_free       (BcPlot       *self);
BcPlotPanel  *bc_plot_add_panel  (BcPlot       *self,
                                  const char   *title,
                                  double        top,
                                  double        weight);
BcPlotSeries *bc_plot_add_series (BcPlotPanel  *panel,
                                  int           pen,
                                  const char   *label);
void          bc_plot_add_point  (BcPlotSeries *series,
                                  double        value,
                                  double        low,
                                  double        high,
                                  gboolean      ended);
double        bc_plot_find_part  (const BcPlot      *plot,
                                  guint              i); /* where a date lies along the axis, 0..1 */
double        bc_plot_find_top   (const BcPlotPanel *panel); /* end of the scale: 1, 2 or 5 times a power of ten */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcPlot, bc_plot_free)

void          bc_paint_plot      (cairo_t      *cr,
                                  PangoContext *pango,
                                  const BcPlot *plot,
                                  const BcBox  *box,
                                  double        text_size,
                                  BcScheme      scheme);
guint         bc_plot_find_date  (const BcPlot *plot,
                                  const BcBox  *box, /* as for bc_paint_plot() */
                                  double        text_size,
                                  double        x); /* the date next to it */
double        bc_plot_find_place (const BcPlot *plot,
                                  const BcBox  *box,
                                  double        text_size,
                                  guint         i); /* x of a date */

G_END_DECLS
