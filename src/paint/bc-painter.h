/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-palette.h"
#include "bc-viewport.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * The one painter for screen, print, export and thumbnail. Every function draws one layer of a view in the
 * space of the viewport; callers choose and cache layers.
 *
 * Order: figure, overlay, marks, clears, details, arrows, side letters.
 */

/* Skin, region borders, shading, details and outline: what never changes while a chart is open. */
void bc_paint_figure       (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcScheme          scheme);
/* A map: @tint holds a value 0..1 for each BcRegion (element 0 unused). */
void bc_paint_overlay      (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            const double     *tint,
                            BcScheme          scheme);
/* What one region carries: every symptom that marks it (site solid, radiation lighter) or its clear tick. */
void bc_paint_region_marks (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcRegion          region,
                            BcScheme          scheme);
/* bc_paint_region_marks() for all regions of the view. */
void bc_paint_marks        (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcScheme          scheme);
/* An arrow for each symptom that sits somewhere and radiates elsewhere, in this view, along the radiation's regions. */
void bc_paint_arrows       (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcScheme          scheme);
/* A light over one region (pointer) or a ring around it (keyboard focus). */
void bc_paint_hover        (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcRegion          region,
                            BcScheme          scheme);
void bc_paint_focus        (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcRegion          region,
                            BcScheme          scheme);
/* The view's name and the patient's right and left, written at the upper corners of @box (target units). */
void bc_paint_captions     (cairo_t          *cr,
                            PangoContext     *pango,
                            const BcView     *view,
                            const BcBox      *box,
                            double            text_size,
                            BcScheme          scheme);
/* P1, P2, ... beside their marks with leader lines. */
void bc_paint_labels       (cairo_t          *cr,
                            PangoContext     *pango,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            double            text_size,
                            BcScheme          scheme);
/* A sample of a symptom's pen (colour and hatch) for legends, strips and tables. */
void bc_paint_swatch       (cairo_t          *cr,
                            const BcBox      *box,
                            int               number,
                            BcRole            role,
                            BcScheme          scheme);
/* The sign of one quality as physiotherapists' charts use it, centred in @box. */
void bc_paint_quality_sign (cairo_t          *cr,
                            const BcBox      *box,
                            BcQuality         quality,
                            const BcColour   *colour);
/* Which of the views carry a mark or clear tick of the visit; front and back at least. */
gboolean bc_view_is_needed (const BcView     *view,
                            BcVisit          *visit);

G_END_DECLS
