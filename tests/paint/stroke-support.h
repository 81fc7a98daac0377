/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint-support.h"

G_BEGIN_DECLS

/* Strokes, sheets and pictures for the tests of freehand drawing. */

#define SHEET_SIZE 500

/**
 * Sheet:
 *
 * A view painted into a square: as the bare figure, and once more to be drawn on. Free with sheet_clear().
 */
typedef struct
{
  const BcView    *view;
  BcViewport       viewport;
  BcScheme         scheme;
  cairo_surface_t *before;
  cairo_surface_t *canvas;
  cairo_t         *cr;
} Sheet;

void      sheet_init     (Sheet               *sheet,
                          BcFigureId           figure,
                          BcViewId             view,
                          BcScheme             scheme);
void      sheet_init_near (Sheet              *sheet,
                           BcViewId            view,
                           const char         *id,
                           BcScheme            scheme); /* a region of an adult in the middle, 1 mm a pixel */
void      sheet_clear    (Sheet               *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)
gboolean  sheet_changed  (const Sheet         *sheet,
                          int                  x,
                          int                  y);
guint     sheet_count    (const Sheet         *sheet); /* of the pixels that changed */
guint32   sheet_at       (const Sheet         *sheet,
                          double               x,
                          double               y); /* mm of the body */
gboolean  sheet_is_near  (const Sheet         *sheet,
                          int                  x,
                          int                  y,
                          double               pixels); /* to the body */
gboolean  is_pen         (guint32              pixel,
                          int                  number,
                          BcScheme             scheme);
gboolean  is_colour      (guint32              pixel,
                          const BcColour      *colour);

BcStroke *new_stroke     (const BcView        *view,
                          BcRole               role,
                          double               width,
                          const BcStrokePoint *points,
                          guint                n_points) G_GNUC_WARN_UNUSED_RESULT;
BcStroke *draw           (BcSymptom           *symptom,
                          const BcView        *view,
                          BcRole               role,
                          double               width,
                          const char          *ids); /* through these regions; (transfer none) */
double    difference     (cairo_surface_t     *a,
                          cairo_surface_t     *b,
                          int                  tolerance,
                          cairo_surface_t     *marked); /* share of pixels; (nullable): gets them in red */

G_END_DECLS
