/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-hand.h"
#include "bc-view-layers.h"
#include "bc-view-widget.h"

G_BEGIN_DECLS

enum
{
  VIEW_SIGNAL_ACT,
  VIEW_SIGNAL_HOVER,
  VIEW_SIGNAL_PAINTED,
  N_VIEW_SIGNALS
};

/**
 * BcTrail:
 *
 * A stroke while it is being drawn. Input fills it; the snapshot paints it over everything else.
 */
typedef struct
{
  GArray *points; /* of BcStrokePoint, mm of this view; NULL while nothing is drawn */
  BcPen   pen;
  double  width;  /* mm */
} BcTrail;

/**
 * BcGrip:
 * @BC_GRIP_NONE: nothing is pressed, or it was given up
 * @BC_GRIP_PRESS: a region is pressed: a click, or the start of a sweep
 * @BC_GRIP_SWEEP: takes the regions that it passes
 * @BC_GRIP_DRAW: leaves a stroke
 * @BC_GRIP_RUB: rubs strokes out
 * @BC_GRIP_TAP: only a click counts
 *
 * What a press and the drag that may follow do.
 */
typedef enum
{
  BC_GRIP_NONE,
  BC_GRIP_PRESS,
  BC_GRIP_SWEEP,
  BC_GRIP_DRAW,
  BC_GRIP_RUB,
  BC_GRIP_TAP
} BcGrip;

/**
 * BcViewLights:
 * @hover: the light over each region
 * @focus: the ring around @focus_region
 * @picked: the light along what was picked
 * @path: the path of radiation that is being drawn
 * @ink: the brush stroke that is being drawn, as the one symptom @ink_symptom of @ink_visit
 * @n_points: so many points of the trail are in @path or @ink
 *
 * What lies on top of the layers, each %NULL until it is needed. A resize or another scheme drops them.
 */
typedef struct
{
  GskRenderNode *hover[BC_N_REGIONS + 1];
  GskRenderNode *focus;
  BcRegion       focus_region;
  GskRenderNode *picked;
  GskRenderNode *path;
  BcViewLayers  *ink;
  BcVisit       *ink_visit;
  BcSymptom     *ink_symptom;
  guint          n_points;
} BcViewLights;

struct _BcViewWidget
{
  GtkWidget parent_instance;

  const BcView *view;
  GtkWidget    *regions[BC_N_REGIONS + 1]; /* NULL where the view does not show the region */
  BcVisit      *visit;
  BcScheme      scheme;
  BcViewport    viewport;
  BcBox         visible;

  BcViewLayers *layers; /* NULL once disposed of */
  guint         pango_serial; /* of the font that the layers were painted with */
  BcViewLights  lights;

  BcRegion hovered;
  BcRegion focused;    /* has the keyboard focus, and the focus is shown */
  BcRegion last_focus; /* where Tab comes back to */

  GArray   *swept;   /* of BcRegion: what is lit: in order, what a drag passed over so far, or the group of small
                      * regions under the pointer; NULL without either */
  BcTrail   trail;
  BcStroke *picked; /* (nullable) */
  BcRegion  picked_region;
  double    start_x; /* of the drag, in pixels */
  double    start_y;
  double    swept_x; /* how far it was followed */
  double    swept_y;
  BcRegion  pressed; /* what the drag began on; BC_REGION_NONE when it was given up */

  /* Of bc-view-input.c and bc-view-drag.c alone. */
  BcHand   *hand;    /* (nullable): the tool, shared by the views of a canvas */
  BcGrip    grip;    /* what the drag that is under way does */
  GArray   *rubbed;  /* of BcStrokePoint, mm: where the eraser passed; NULL while it does not */
  BcRegion  pointed; /* under the pointer, lit or not */
};

void     bc_view_widget_snapshot_lights (BcViewWidget     *self,
                                         GtkSnapshot      *snapshot,
                                         const BcBox      *visible);
void     bc_view_widget_drop_lights     (BcViewWidget     *self);
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
