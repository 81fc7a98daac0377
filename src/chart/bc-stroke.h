/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-stroke-point.h"
#include "bc-terms.h"

G_BEGIN_DECLS

/* Width of a freehand stroke, in mm of the body. */
#define BC_STROKE_WIDTH_LEAST 1.0
#define BC_STROKE_WIDTH_MOST 150.0
/* Of one stroke; a minute of drawing gives about this many before it is thinned. */
#define BC_STROKE_MAX_POINTS 4000
/* How far from a view's origin a point may lie, in mm of the body. */
#define BC_STROKE_REACH 9999.0

#define BC_TYPE_STROKE (bc_stroke_get_type ())
G_DECLARE_FINAL_TYPE (BcStroke, bc_stroke, BC, STROKE, GObject)

/*
 * Something drawn freehand for a symptom: a brush stroke (BC_ROLE_SITE) or the path that the symptom travels
 * (BC_ROLE_RADIATION), in one view of the figure on which it was drawn. Fixed once made: a change is another stroke.
 */
BcStroke            *bc_stroke_new        (BcFigureId           figure,
                                           BcViewId             view,
                                           BcRole               role,
                                           double               width, /* mm */
                                           const BcStrokePoint *points,
                                           guint                n_points,
                                           const BcCover       *covers, /* in the order in which it reaches them */
                                           guint                n_covers) G_GNUC_WARN_UNUSED_RESULT;
BcFigureId           bc_stroke_get_figure (BcStroke            *self);
BcViewId             bc_stroke_get_view   (BcStroke            *self);
BcRole               bc_stroke_get_role   (BcStroke            *self);
double               bc_stroke_get_width  (BcStroke            *self);
const BcStrokePoint *bc_stroke_get_points (BcStroke            *self,
                                           guint               *n_points); /* (transfer none) */
const BcCover       *bc_stroke_get_covers (BcStroke            *self,
                                           guint               *n_covers); /* (transfer none) (nullable) */
gboolean             bc_stroke_counts     (BcStroke            *self,
                                           BcRegion             region,
                                           BcRole              *role); /* (out) (optional) */
double               bc_stroke_get_clarity (BcStroke           *self,
                                            BcRegion            region); /* 0..1: how clearly it is meant */

G_END_DECLS
