/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-plot.h"
#include "bc-trend.h"

G_BEGIN_DECLS

BcPlot *bc_trend_plot_new (const BcTrend *trend) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
