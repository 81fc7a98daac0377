/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-widget.h"

G_BEGIN_DECLS

enum
{
  VIEW_SIGNAL_ACT,
  VIEW_SIGNAL_HOVER,
  VIEW_SIGNAL_PAINTED,
  N_VIEW_SIGNALS
};

struct _BcViewWidget
{
  GtkWidget parent_instance;

  const BcView *view;
  GtkWidget    *regions[BC_N_REGIONS + 1]; /* NULL where the view does not show the region */
  BcVisit      *visit;
  const double *tint;
  BcScheme      scheme;
  BcViewport    viewport;
  BcBox         visible;

  GskRenderNode *back;     /* figure and map: cleared by a resize, a scheme or a map */
  GskRenderNode *front;    /* arrows and labels: also by a change of marks */
  GskRenderNode *captions; /* also by scrolling */

  BcRegion hovered;
  BcRegion focused;    /* has the keyboard focus, and the focus is shown */
  BcRegion last_focus; /* where Tab comes back to */

  GArray   *swept;   /* of BcRegion, in order: what a drag passed over so far; NULL without one */
  double    start_x; /* of the drag, in pixels */
  double    start_y;
  double    swept_x; /* how far it was followed */
  double    swept_y;
  BcRegion  pressed; /* what the drag began on; BC_REGION_NONE when it was given up */
};

void     bc_view_widget_add_gestures    (BcViewWidget     *self);
gboolean bc_view_widget_focus           (GtkWidget        *widget,
                                         GtkDirectionType  direction);
gboolean bc_view_widget_grab_focus      (GtkWidget        *widget);
void     bc_view_widget_region_state_cb (BcViewWidget     *self,
                                         GtkStateFlags     before,
                                         GtkWidget        *region);
void     bc_view_widget_emit_hover      (BcViewWidget     *self,
                                         BcRegion          region);
void     bc_view_widget_emit_act        (BcViewWidget     *self,
                                         BcRegion          region,
                                         BcRegionAct       act);
void     bc_view_widget_emit_painted    (BcViewWidget     *self,
                                         GArray           *regions);

G_END_DECLS
