/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_PAPER_PREVIEW (bc_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (BcPaperPreview, bc_paper_preview, BC, PAPER_PREVIEW, AdwWindow)

/*
 * The pages as they will be printed, on the paper and with the margins that the printer is set to. Signals: `print` and
 * `save`, each with the summary, whose kind is the one chosen.
 */
BcPaperPreview *bc_paper_preview_new      (BcSummary      *summary,
                                           GtkPageSetup   *setup);
void            bc_paper_preview_set_page_setup (BcPaperPreview *self,
                                           GtkPageSetup   *setup);
BcSummaryKind   bc_paper_preview_get_kind (BcPaperPreview *self);
double          bc_paper_preview_get_zoom (BcPaperPreview *self); /* pixels a point */

G_END_DECLS
