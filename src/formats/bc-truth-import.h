/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-error.h"
#include "bc-maps.h"

G_BEGIN_DECLS

/**
 * BcTruthRow:
 * @line: where it stands in the table
 * @name: name of the case, as in the other tables
 * @part: of the set: "tune", "report", or a name of the author's own
 * @pattern: (nullable): the source; %NULL for `none`
 * @side: %BC_SIDE_BOTH where the side is open
 * @also: ids of what stands for the same in practice
 * @flags: ids of red-flag rules that have to fire
 * @second: (nullable): a second source at the same time, @second_side its side
 * @source: where such a patient is described
 * @chart: (nullable): the patient's chart, once bc_import_truth_join() has found it
 *
 * What one case of a reference set shows.
 */
typedef struct
{
  guint            line;
  char            *name;
  char            *part;
  const BcPattern *pattern;
  BcSide           side;
  GStrv            also;
  GStrv            flags;
  const BcPattern *second;
  BcSide           second_side;
  char            *source;
  BcChart         *chart;
} BcTruthRow;

GPtrArray *bc_import_truth      (GBytes        *bytes,
                                 const char    *name,
                                 const BcMaps  *maps,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT; /* of BcTruthRow */
gboolean   bc_import_truth_join (GPtrArray     *rows,
                                 const char    *name,
                                 GPtrArray     *cases,
                                 GError       **error);

G_END_DECLS
