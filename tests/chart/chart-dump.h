/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/* Everything that a chart holds, as text: two charts are the same if their dumps are. */
char *chart_dump (BcChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
