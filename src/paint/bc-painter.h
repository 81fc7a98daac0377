/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-overlay.h"
#include "bc-palette.h"
#include "bc-viewport.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * The one painter for screen, print, export and thumbnail. Every function draws one layer of a view in the
 * space of the viewport; callers choose and cache layers.
 *
 * Order: figure, overlay, marks (regions, then strokes), paths, arrows, labels, captions.
 */

/* Skin, region borders, shading, details and outline: what never changes while a chart is open. */
void bc_paint_figure       (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcScheme          scheme);
/**
 * BcPen:
 * @number: of the symptom, from 1: its colour and the dashes of its contour
 * @qualities: flags: its hatch, one for each quality; the plain hatch of the pen where none is known
 * @role: where it sits dense, where it travels to light; %BC_ROLE_CLEAR is the tick
 * @nrs: intensity 0..10, shown as density, or %BC_NRS_UNKNOWN
 * @unconfirmed: copied from the last visit, and nobody has confirmed it yet: a faint fill and a thin contour
 *
 * How a symptom is drawn.
 */
typedef struct
{
  int      number;
  guint    qualities;
  BcRole   role;
  int      nrs;
  gboolean unconfirmed;
} BcPen;

BcPen bc_pen_of_symptom    (BcSymptom        *symptom,
                            BcRole            role);
guint bc_pen_get_patterns  (guint             qualities); /* those of them that fill a mark: the first two */
/* Maps over the figure: tints, signs and labels; @pango is for the labels (nullable: none are drawn). */
void bc_paint_overlay      (cairo_t          *cr,
                            PangoContext     *pango,
                            const BcView     *view,
                            const BcViewport *viewport,
                            const BcOverlay  *overlay,
                            double            text_size,
                            BcScheme          scheme);
/* What one region carries: every symptom that marks it (site solid, radiation lighter) or its clear tick. */
void bc_paint_region_marks (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcRegion          region,
                            BcScheme          scheme);
/* bc_paint_region_marks() for all regions of the view, then bc_paint_strokes(). */
void bc_paint_marks        (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcScheme          scheme);
/* Every brush stroke of the visit in this view, one even ink a symptom. Strokes of other figures are mapped. */
void bc_paint_strokes      (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcScheme          scheme);
/* The paths of radiation in this view, each with its arrow head. */
void bc_paint_paths        (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcVisit          *visit,
                            BcScheme          scheme);
/* What the pen leaves while it is drawing: ink, or with BC_ROLE_RADIATION a path. Points in mm of this view. */
void bc_paint_trail        (cairo_t             *cr,
                            const BcView        *view,
                            const BcViewport    *viewport,
                            const BcPen         *pen,
                            const BcStrokePoint *points,
                            guint                n_points,
                            double               width,
                            BcScheme             scheme);
/* Two steps of bc_paint_strokes() for who caches: adds the shape of a stroke to a mask (any surface with alpha), ... */
void bc_paint_ink_mask     (cairo_t          *mask,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcStroke         *stroke);
/* ... and paints ink through it. @mask has the pixels of @cr's target and lies at (@x, @y) of it, target units. */
void bc_paint_ink          (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            const BcPen      *pen,
                            cairo_surface_t  *mask,
                            double            x,
                            double            y,
                            BcScheme          scheme);
/* Where a stroke lies in this view, target units, with its edges; empty where it lies in another view. */
BcBox bc_stroke_box        (const BcView     *view,
                            const BcViewport *viewport,
                            BcStroke         *stroke);
/* A light along a stroke or around a region that was picked. */
void bc_paint_picked       (cairo_t          *cr,
                            const BcView     *view,
                            const BcViewport *viewport,
                            BcStroke         *stroke,
                            BcRegion          region,
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
/* Whether any of those labels has letters in the place of words, which a legend has to explain. */
gboolean    bc_labels_have_letters (PangoContext     *pango,
                                    const BcView     *view,
                                    const BcViewport *viewport,
                                    BcVisit          *visit,
                                    double            text_size);
const char *bc_label_get_constancy (BcConstancy       constancy); /* "C" or "I", translated; "" for unknown */
const char *bc_label_get_depth     (BcDepth           depth);     /* "D" or "S" */
/* A sample of a symptom's pen (colour and hatch) for legends, strips and tables. */
void bc_paint_swatch       (cairo_t          *cr,
                            const BcBox      *box,
                            const BcPen      *pen,
                            BcScheme          scheme);
/* The sign of one quality as physiotherapists' charts use it, centred in @box. */
void bc_paint_quality_sign (cairo_t          *cr,
                            const BcBox      *box,
                            BcQuality         quality,
                            const BcColour   *colour);
/* Which of the views carry a mark, stroke or clear tick of the visit; front and back at least. */
gboolean bc_view_is_needed (BcFigureId        figure,
                            BcViewId          view,
                            BcVisit          *visit);
gboolean bc_view_is_marked (BcFigureId        figure,
                            BcViewId          view,
                            BcVisit          *visit);

G_END_DECLS
