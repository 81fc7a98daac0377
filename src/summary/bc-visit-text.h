/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-maps.h"

G_BEGIN_DECLS

char *bc_visit_dup_text (BcChart      *chart,
                         BcVisit      *visit,
                         const BcMaps *maps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
