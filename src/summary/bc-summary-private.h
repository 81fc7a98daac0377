/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

G_BEGIN_DECLS

PangoContext *bc_summary_context_new (PangoContext *from) G_GNUC_WARN_UNUSED_RESULT;
BcVisit   *bc_summary_get_visit  (BcSummary *self);
const BcPage *bc_summary_get_page (BcSummary *self);
void       bc_summary_lay_out_paper (BcSummary *self);
GPtrArray *bc_red_flags_distinct (GPtrArray *flags) G_GNUC_WARN_UNUSED_RESULT; /* of const BcRedFlag */

G_END_DECLS
