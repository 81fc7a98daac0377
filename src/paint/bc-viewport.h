/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/**
 * BcViewport:
 *
 * Where a view lies on a page or a widget: the only place that turns mm of the body into units of the target
 * (pixels, points) and back. No other file multiplies by a scale.
 */
typedef struct
{
  double scale; /* target units a mm of the body */
  double x;     /* where the view box's origin of mm (0, 0) lies, target units */
  double y;
} BcViewport;

BcViewport bc_viewport_fit        (const BcView     *view,
                                   double            x,
                                   double            y,
                                   double            width,
                                   double            height); /* the largest that fits, centred */
BcViewport bc_viewport_fit_box    (const BcBox      *box,
                                   double            x,
                                   double            y,
                                   double            width,
                                   double            height); /* likewise of a part of a view */
void       bc_viewport_to_target  (const BcViewport *self,
                                   double           *x,
                                   double           *y);
void       bc_viewport_to_body    (const BcViewport *self,
                                   double           *x,
                                   double           *y);
BcBox      bc_viewport_map_box    (const BcViewport *self,
                                   const BcBox      *box); /* body to target */
void       bc_viewport_apply      (const BcViewport *self,
                                   cairo_t          *cr); /* after this, cr draws in mm of the body */
double     bc_viewport_line       (const BcViewport *self,
                                   double            width,
                                   double            least); /* mm, at least so many target units */

G_END_DECLS
