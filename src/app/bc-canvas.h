/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-edit.h"
#include "bc-overlay.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcTool:
 * @BC_TOOL_SITE: regions: the symptom sits in the region that is clicked, or in those that a drag passes
 * @BC_TOOL_BRUSH: freehand: the symptom sits where it is drawn
 * @BC_TOOL_RADIATION: a drag draws the path that it travels; a click says that it travels to the region
 * @BC_TOOL_CLEAR: the region was asked about and is clear
 * @BC_TOOL_ERASE: a click takes a whole mark or tick away, a drag rubs parts of strokes out
 * @BC_TOOL_PICK: selects a mark, to move it to another symptom or delete it
 *
 * What the pointer does on the figure.
 */
typedef enum
{
  BC_TOOL_SITE,
  BC_TOOL_BRUSH,
  BC_TOOL_RADIATION,
  BC_TOOL_CLEAR,
  BC_TOOL_ERASE,
  BC_TOOL_PICK
} BcTool;
#define BC_N_TOOLS 6

/* Width of the brush in mm of the body. */
#define BC_BRUSH_LEAST 5.0
#define BC_BRUSH_MOST 80.0
#define BC_BRUSH_USUAL 25.0

#define BC_VIEW_MODE_ALL (-1)

#define BC_TYPE_CANVAS (bc_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BcCanvas, bc_canvas, BC, CANVAS, GtkWidget)

/*
 * The figure. Properties: chart (BcChart), visit (BcVisit), tool (int, BcTool), symptom-number (int, the active
 * P<n>, 0 while there is none), drawing (int, BcDrawing: whose marks are shown and changed; the patient's with each other
 * visit), view-mode (int, BcViewId or BC_VIEW_MODE_ALL), zoom (double, 1 fits, read only),
 * brush-width (double, mm of the body, of brush and eraser, whatever the zoom), large-targets (boolean: small regions
 * are marked together with their neighbours, see bc-target.c).
 * Signals:
 * `hover` (guint region, 0 for none): the region under the pointer or the keyboard focus;
 * `region-activated` (guint region): something was marked, cleared or erased there, or was tried to be;
 * `said` (string): what was just done on the figure, or why it could not be, in words to be announced, as
 * "P1 marked. Right: shin". Undo and redo are told by who does them;
 * `named` (guint region): a long press asked for the name of a region, which the canvas shows for a while;
 * bc_canvas_dup_target_name() gives it.
 *
 * Keys, while a region has the focus: Space and Enter use the tool, S says that it spreads there, C ticks it as clear,
 * B marks both sides, 0 to 9 and 1 0 set the intensity, Delete takes the active symptom's mark or what is selected,
 * Menu and Shift+F10 open the menu, Space with a drag moves the figure, Escape gives up.
 */
GtkWidget *bc_canvas_new                (void);
void       bc_canvas_set_chart          (BcCanvas     *self,
                                         BcChart      *chart,
                                         BcVisit      *visit); /* both (nullable), at once */
void       bc_canvas_set_overlay        (BcCanvas     *self,
                                         const BcOverlay *overlay); /* (nullable), copied */
gboolean   bc_canvas_show_region        (BcCanvas     *self,
                                         BcRegion      region,
                                         gboolean      focus); /* brings it into sight, in a view that shows it best */
void       bc_canvas_mark_regions       (BcCanvas     *self,
                                         const BcRegion *regions,
                                         guint         n_regions); /* with the active tool, one step of undo */
gboolean   bc_canvas_give_up            (BcCanvas     *self); /* Escape: ends a stroke that is being drawn */
char      *bc_canvas_dup_target_name    (BcCanvas     *self,
                                         BcRegion      region) G_GNUC_WARN_UNUSED_RESULT; /* or of its group */
void       bc_canvas_zoom_in            (BcCanvas     *self);
void       bc_canvas_zoom_out           (BcCanvas     *self);
void       bc_canvas_zoom_fit           (BcCanvas     *self);
GtkWidget *bc_canvas_get_view_widget    (BcCanvas     *self,
                                         BcViewId      view); /* (nullable) without a chart */
/* The symptom that stays active when @number may be gone: itself, the next lower one, the first, or 0. */
int        bc_visit_nearest_symptom     (BcVisit      *visit,
                                         int           number);

G_END_DECLS
