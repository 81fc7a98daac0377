/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-overlay.h"
#include "bc-region-widget.h"
#include "bc-view-layers.h"

G_BEGIN_DECLS

#define BC_TYPE_VIEW_WIDGET (bc_view_widget_get_type ())
G_DECLARE_FINAL_TYPE (BcViewWidget, bc_view_widget, BC, VIEW_WIDGET, GtkWidget)

/*
 * One view of the figure with a BcRegionWidget child for each region that can be seen in it; one tab stop,
 * arrow keys go from region to region.
 * Signals: `act` (guint region, int BcRegionAct), `hover` (guint region, 0 for none),
 * `painted` (GArray of BcRegion): a drag passed over several regions.
 */
GtkWidget      *bc_view_widget_new             (const BcView     *view);
const BcView   *bc_view_widget_get_view        (BcViewWidget     *self);
BcRegionWidget *bc_view_widget_get_region      (BcViewWidget     *self,
                                                BcRegion          region); /* (nullable) */
BcRegion        bc_view_widget_neighbour       (BcViewWidget     *self,
                                                BcRegion          region,
                                                GtkDirectionType  direction);
BcBox           bc_view_widget_get_anchor_box  (BcViewWidget     *self,
                                                BcRegion          region);
void            bc_view_widget_set_visit       (BcViewWidget     *self,
                                                BcVisit          *visit);
void            bc_view_widget_set_under       (BcViewWidget     *self,
                                                BcVisit          *under); /* (nullable) */
void            bc_view_widget_set_overlay     (BcViewWidget     *self,
                                                const BcOverlay  *overlay); /* (nullable), not copied */
void            bc_view_widget_set_picked      (BcViewWidget     *self,
                                                BcStroke         *stroke, /* (nullable) */
                                                BcRegion          region);
void            bc_view_widget_strokes_changed (BcViewWidget     *self,
                                                BcSymptom        *symptom, /* (nullable): of all */
                                                BcStroke         *added); /* (nullable): all that changed is this one */
void            bc_view_widget_set_visible_box (BcViewWidget     *self,
                                                const BcBox      *box);
void            bc_view_widget_marks_changed   (BcViewWidget     *self,
                                                const guint8     *changed); /* [BC_N_REGIONS + 1] */
void            bc_view_widget_scheme_changed  (BcViewWidget     *self);
void            bc_view_widget_set_hurry       (BcViewWidget     *self,
                                                gboolean          hurry); /* while two fingers zoom */
BcLayersCount   bc_view_widget_get_layers_count (BcViewWidget    *self); /* for tests and benchmarks */
double          bc_view_widget_get_caption_height (GtkWidget *widget);
BcViewport      bc_view_widget_fit        (BcViewWidget  *self,
                                           double         width,
                                           double         height);
gboolean        bc_view_widget_has_freehand   (BcViewWidget     *self); /* the tool in hand */
void            bc_view_widget_cancel          (BcViewWidget     *self);

G_END_DECLS
