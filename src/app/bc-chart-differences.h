/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-maps.h"

G_BEGIN_DECLS

GPtrArray *bc_chart_list_differences (BcChart      *mine,
                                      BcChart      *theirs,
                                      const BcMaps *maps) G_GNUC_WARN_UNUSED_RESULT; /* of char */

G_END_DECLS
