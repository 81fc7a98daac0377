/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-maps.h"

G_BEGIN_DECLS

GBytes *bc_fhir_write (BcChart      *chart,
                       BcVisit      *visit,
                       const BcMaps *maps,
                       GBytes       *pdf) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bc_fhir_write_chart (BcChart      *chart,
                             const BcMaps *maps,
                             GPtrArray    *pdfs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
