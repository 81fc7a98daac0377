/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page as it will be printed: to look at, and with its text for a screen reader. */
GtkWidget *bc_paper_sheet_new      (BcSummary    *summary,
                                    GtkPageSetup *setup,
                                    guint         page) G_GNUC_WARN_UNUSED_RESULT; /* from 0 */
void       bc_paper_sheet_set_zoom (GtkWidget    *sheet,
                                    double        zoom); /* pixels a point */

G_END_DECLS
