/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-paint-private.h"

G_BEGIN_DECLS

/*
 * What the files that paint freehand drawing share. Ink goes through three shapes: the curve of each stroke (points
 * with a radius), the mask of a symptom (pixels that hold the union of its curves), and the border of the union,
 * traced from the mask, which is what vector surfaces get.
 */

/**
 * BcInkPoint:
 *
 * @x: mm of the body
 * @y: mm of the body
 * @radius: of the ink here, mm
 * @starts: a stroke starts here: it is not joined to the point before
 *
 * A place on the curves of strokes.
 */
typedef struct
{
  double   x;
  double   y;
  double   radius;
  gboolean starts;
} BcInkPoint;

/**
 * BcInkMask:
 * @surface: CAIRO_FORMAT_A8; %NULL where there is nothing to hold
 * @data: its pixels, or those of a surface of somebody else
 * @scale: pixels a mm
 * @x: mm (0, 0) of the body lies at (@x, @y), in pixels from the mask's corner
 *
 * The union of what was added to it: each pixel holds how much of it is covered, so that adding twice changes nothing.
 */
typedef struct
{
  cairo_surface_t *surface;
  guint8          *data;
  int              width;
  int              height;
  int              stride;
  double           scale;
  double           x;
  double           y;
} BcInkMask;

/* bc-ink-curve.c */
gboolean bc_ink_is_drawn    (const BcView        *view,
                             BcStroke            *stroke,
                             BcRole               role);
double   bc_ink_fine        (cairo_t             *cr,
                             const BcViewport    *viewport);
void     bc_ink_thin        (GArray              *points,
                             double               tolerance);
void     bc_ink_add_curve   (GArray              *curve,
                             const BcView        *view,
                             const BcStrokePoint *points,
                             guint                n_points,
                             double               width,
                             BcRole               role,
                             double               fine);
void     bc_ink_add_stroke  (GArray              *curve,
                             const BcView        *view,
                             BcStroke            *stroke,
                             double               fine);
BcBox    bc_ink_get_box     (const GArray        *curve);

/* bc-ink-mask.c */
void     bc_ink_mask_init   (BcInkMask           *self,
                             const cairo_matrix_t *matrix,
                             const BcBox         *box);
void     bc_ink_mask_clear  (BcInkMask           *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcInkMask, bc_ink_mask_clear)
void     bc_ink_mask_add    (BcInkMask           *self,
                             const GArray        *curve);

/* bc-ink-pieces.c */
typedef void (*BcInkRunFunc)    (const BcBox         *box,
                                 gpointer             data);
typedef void (*BcInkIslandFunc) (const BcInkMask     *island,
                                 gpointer             data);

void     bc_ink_foreach_run    (const BcInkMask     *mask,
                                BcInkRunFunc         func,
                                gpointer             data);
void     bc_ink_foreach_island (const BcInkMask     *mask,
                                BcInkIslandFunc      func,
                                gpointer             data);

/* bc-ink-trace.c */
void     bc_ink_trace       (const BcInkMask     *mask,
                             double               tolerance,
                             cairo_t             *cr);

/* bc-paint-ink.c */
void     bc_ink_paint_curve (cairo_t             *cr,
                             const BcView        *view,
                             const BcViewport    *viewport,
                             const BcPen         *pen,
                             const GArray        *curve,
                             BcScheme             scheme);
void     bc_ink_add_border  (cairo_t             *cr,
                             const BcView        *view,
                             const BcViewport    *viewport,
                             const GArray        *curve);

void     bc_ink_append_outline (cairo_t          *cr,
                                const BcView     *view);

/* bc-arrow-strokes.c */
gboolean bc_stroke_find_place  (const BcView        *view,
                                BcStroke            *stroke,
                                gboolean             at_end,
                                BcPoint             *place);
BcRegion bc_stroke_find_region (BcStroke            *stroke);
gboolean bc_strokes_sit_on_side (BcSymptom          *symptom,
                                 BcSide              side);
gboolean bc_strokes_lead_to    (BcSymptom           *symptom,
                                BcRegion             region);

/* bc-paint-paths.c */
void     bc_path_paint      (cairo_t             *cr,
                             const BcView        *view,
                             const BcViewport    *viewport,
                             const BcPen         *pen,
                             const GArray        *curve,
                             BcScheme             scheme);
void     bc_path_outline    (GArray              *curve,
                             const BcView        *view,
                             const BcViewport    *viewport,
                             BcScheme             scheme);

G_END_DECLS
