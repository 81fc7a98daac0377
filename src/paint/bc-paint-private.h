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
 * @unit: one step of the pattern of a site
 * @phase: 0..1, shifts the pattern by a part of its step
 */
typedef struct
{
  BcBox         box;
  const BcView *view;
  BcRegion      region;
  double        unit;
  double        phase;
} BcHatchPlace;

void   bc_hatch_paint      (cairo_t            *cr,
                            const BcHatchPlace *place,
                            int                 number,
                            BcRole              role,
                            int                 nrs,
                            BcScheme            scheme);
void   bc_paint_tick       (cairo_t          *cr,
                            double            x,
                            double            y,
                            double            size,
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
