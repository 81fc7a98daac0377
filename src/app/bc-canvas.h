/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcTool:
 * @BC_TOOL_SITE: the symptom sits in the region
 * @BC_TOOL_RADIATION: it spreads to the region
 * @BC_TOOL_CLEAR: the region was asked about and is clear
 * @BC_TOOL_ERASE: takes marks and ticks away
 *
 * What a click on a region does.
 */
typedef enum
{
  BC_TOOL_SITE,
  BC_TOOL_RADIATION,
  BC_TOOL_CLEAR,
  BC_TOOL_ERASE
} BcTool;
#define BC_N_TOOLS 4

#define BC_VIEW_MODE_ALL (-1)

#define BC_TYPE_CANVAS (bc_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BcCanvas, bc_canvas, BC, CANVAS, GtkWidget)

/*
 * The figure. Properties: chart (BcChart), visit (BcVisit), tool (int, BcTool), symptom-number (int, the active
 * P<n>, 0 while there is none), view-mode (int, BcViewId or BC_VIEW_MODE_ALL), zoom (double, 1 fits, read only).
 * Signals: `hover` (guint region, 0 for none): the region under the pointer or the keyboard focus;
 * `region-activated` (guint region): it was marked, cleared or erased.
 */
GtkWidget *bc_canvas_new                (void);
void       bc_canvas_set_chart          (BcCanvas     *self,
                                         BcChart      *chart,
                                         BcVisit      *visit); /* both (nullable), at once */
void       bc_canvas_set_overlay        (BcCanvas     *self,
                                         const double *tint, /* [BC_N_REGIONS + 1], 0..1, copied; NULL for none */
                                         const char   *name); /* (nullable) */
void       bc_canvas_zoom_in            (BcCanvas     *self);
void       bc_canvas_zoom_out           (BcCanvas     *self);
void       bc_canvas_zoom_fit           (BcCanvas     *self);
GtkWidget *bc_canvas_get_view_widget    (BcCanvas     *self,
                                         BcViewId      view); /* (nullable) without a chart */
/* The symptom that stays active when @number may be gone: itself, the next lower one, the first, or 0. */
int        bc_visit_nearest_symptom     (BcVisit      *visit,
                                         int           number);

G_END_DECLS
