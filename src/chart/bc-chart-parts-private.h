/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/* Which part of a chart an object or a list is. */
BcVisit   *bc_chart_find_visit      (BcChart    *chart,
                                     BcSymptom  *symptom); /* (transfer none) (nullable) */
gboolean   bc_chart_uses_number     (BcChart    *chart,
                                     int         number);
GListStore **bc_visit_list_parts    (BcVisit    *visit,
                                     GListStore *lists[]);
GListStore **bc_symptom_list_parts  (BcSymptom  *symptom,
                                     GListStore *lists[]);
#define BC_MAX_PARTS 12

/* Hooks of the history. */
gboolean   bc_chart_is_open         (gpointer    owner,
                                     GObject    *target);
void       bc_chart_confirm_touched (gpointer    owner,
                                     BcHistory  *history,
                                     GObject    *target);

G_END_DECLS
