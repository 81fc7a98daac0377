/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"
#include "bc-visit.h"
#include "bc-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcRegionAct:
 * @BC_REGION_ACT_TOGGLE: what the active tool does
 * @BC_REGION_ACT_BOTH: the same on both sides of the body
 * @BC_REGION_ACT_SPREAD: the symptom spreads here, or no longer does
 * @BC_REGION_ACT_CLEAR: asked about and clear, or no longer
 * @BC_REGION_ACT_MENU: offer the choice
 *
 * What a user asks of a region.
 */
typedef enum
{
  BC_REGION_ACT_TOGGLE,
  BC_REGION_ACT_BOTH,
  BC_REGION_ACT_SPREAD,
  BC_REGION_ACT_CLEAR,
  BC_REGION_ACT_MENU
} BcRegionAct;

#define BC_TYPE_REGION_WIDGET (bc_region_widget_get_type ())
G_DECLARE_FINAL_TYPE (BcRegionWidget, bc_region_widget, BC, REGION_WIDGET, GtkWidget)

/*
 * One region in one view: its place, its name and state for assistive technology, and its actions
 * `region.toggle`, `region.both`, `region.spread`, `region.clear`, `region.menu`.
 * Signal: `act` (BcRegionAct as int).
 */
GtkWidget *bc_region_widget_new           (const BcView     *view,
                                           BcRegion          region);
BcRegion   bc_region_widget_get_region    (BcRegionWidget   *self);
void       bc_region_widget_set_visit     (BcRegionWidget   *self,
                                           BcVisit          *visit); /* (nullable) */
void       bc_region_widget_set_under     (BcRegionWidget   *self,
                                           BcVisit          *under); /* (nullable) */
BcBox      bc_region_widget_set_viewport  (BcRegionWidget   *self,
                                           const BcViewport *viewport); /* its place in the view */
void       bc_region_widget_marks_changed (BcRegionWidget   *self);

G_END_DECLS
