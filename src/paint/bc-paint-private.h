/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"

G_BEGIN_DECLS

/* What the files of the painter share. */

void   bc_paint_set_colour (cairo_t          *cr,
                            const BcColour   *colour,
                            double            alpha); /* times the colour's own */
void   bc_paint_begin      (cairo_t          *cr,
                            const BcViewport *viewport); /* saves, and draws in mm from here */
double bc_paint_grain      (const BcView     *view);
double bc_paint_hairline   (BcScheme          scheme);
/* Of what nobody has confirmed yet: how strong its fill is, and how wide its lines, as parts of the usual. */
#define BC_FAINT 0.4
#define BC_THIN 0.45
void   bc_paint_stroke     (cairo_t          *cr,
                            const BcViewport *viewport,
                            const BcColour   *colour,
                            double            width,
                            double            opacity,
                            BcScheme          scheme);
gboolean bc_paint_is_edge  (const BcView     *view,
                            BcRegion          region);

PangoLayout *bc_paint_layout (PangoContext   *pango,
                              const char     *text,
                              double          text_size,
                              PangoWeight     weight) G_GNUC_WARN_UNUSED_RESULT;

/**
 * BcHatchPlace:
 * @box: what the pattern has to cover
 * @view: (nullable): the view and
 * @region: the region that the caller clipped to, so that spots outside are not even tried
 * @unit: one step of the pattern, mm; bc_hatch_unit() gives the usual one
 * @phase: 0..1, shifts the pattern by a part of the rows that it repeats after; of several pens the i-th has i / n
 * @n_sharing: how many pens share the place, so that their rows take turns; 0 is as 1
 */
typedef struct
{
  BcBox         box;
  const BcView *view;
  BcRegion      region;
  double        unit;
  double        phase;
  guint         n_sharing;
} BcHatchPlace;

void   bc_hatch_paint      (cairo_t            *cr,
                            const BcHatchPlace *place,
                            const BcPen        *pen,
                            BcScheme            scheme); /* tint and pattern; the caller clips */
double bc_hatch_unit       (const BcView       *view,
                            const BcViewport   *viewport,
                            BcScheme            scheme);
void   bc_glyph_add        (cairo_t            *cr,
                            BcQuality           quality,
                            double              x,
                            double              y,
                            double              size,
                            double              width);
void   bc_glyph_add_wave   (cairo_t            *cr,
                            double              x1,
                            double              x2,
                            double              y,
                            double              period,
                            double              height,
                            double              width);
void   bc_paint_set_dashes (cairo_t            *cr,
                            int                 number,
                            double              width);
double bc_paint_tick_size  (const BcView       *view,
                            const BcViewport   *viewport,
                            double              radius);
void   bc_paint_tick       (cairo_t          *cr,
                            double            x,
                            double            y,
                            double            size,
                            gboolean          unconfirmed,
                            BcScheme          scheme);

/**
 * BcPoint:
 *
 * A place in mm of the body.
 */
typedef struct
{
  double x;
  double y;
} BcPoint;

/**
 * BcOverlayName:
 * @text: a label of an overlay, which keeps it
 * @text_size: its em, target units
 * @box: where it is written, target units
 *
 * One label of an overlay that has found its place.
 */
typedef struct
{
  const char *text;
  double      text_size;
  BcBox       box;
} BcOverlayName;

GArray *bc_overlay_place_names (PangoContext     *pango,
                                const BcView     *view,
                                const BcViewport *viewport,
                                const BcOverlay  *overlay,
                                double            text_size) G_GNUC_WARN_UNUSED_RESULT; /* of BcOverlayName */

/**
 * BcCaptions:
 * @left: at the viewer's left
 * @middle: the view's name
 * @right: at the viewer's right
 * @sides: left and right are the patient's own sides; else they only say where the body's front is
 *
 * The captions of one row of a view.
 */
typedef struct
{
  const char *left;
  const char *middle;
  const char *right;
  gboolean    sides;
} BcCaptions;

BcCaptions bc_captions_find (BcViewId          view,
                             gboolean          lower_row,
                             gboolean          brief);
GPtrArray *bc_arrows_find  (const BcView     *view,
                            BcSymptom        *symptom) G_GNUC_WARN_UNUSED_RESULT; /* of GArray of BcPoint */

G_END_DECLS
