/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-viewport.h"

/**
 * bc_viewport_fit_box:
 * @box: a part of a view, mm of the body
 * @x: left edge of the place to draw in, target units
 * @y: its upper edge
 * @width: its width; nothing is fitted into less than one unit
 * @height: its height
 *
 * Returns: where to draw a view so that @box is as large as fits, and centred
 */
BcViewport
bc_viewport_fit_box (const BcBox *box,
                     double       x,
                     double       y,
                     double       width,
                     double       height)
{
  BcViewport self = { .scale = 1 };

  g_return_val_if_fail (box != NULL && box->width > 0 && box->height > 0, self);

  self.scale = MIN (MAX (width, 1) / box->width, MAX (height, 1) / box->height);
  self.x = x + width / 2 - (box->x + box->width / 2) * self.scale;
  self.y = y + height / 2 - (box->y + box->height / 2) * self.scale;
  return self;
}

/**
 * bc_viewport_fit:
 * @view: a view
 * @x: left edge of the place to draw in, target units
 * @y: its upper edge
 * @width: its width; nothing is fitted into less than one unit
 * @height: its height
 *
 * Returns: where to draw the view so that its view box is as large as fits, and centred
 */
BcViewport
bc_viewport_fit (const BcView *view,
                 double        x,
                 double        y,
                 double        width,
                 double        height)
{
  BcBox box;

  g_return_val_if_fail (view != NULL, ((BcViewport) { .scale = 1 }));

  box = bc_view_get_box (view);
  return bc_viewport_fit_box (&box, x, y, width, height);
}

/**
 * bc_viewport_to_target:
 * @self: a viewport
 * @x: (inout): mm of the body to target units
 * @y: (inout): mm of the body to target units
 *
 * Turns a place on the body into a place on the target.
 */
void
bc_viewport_to_target (const BcViewport *self,
                       double           *x,
                       double           *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  *x = self->x + *x * self->scale;
  *y = self->y + *y * self->scale;
}

/**
 * bc_viewport_to_body:
 * @self: a viewport
 * @x: (inout): target units to mm of the body
 * @y: (inout): target units to mm of the body
 *
 * The reverse of bc_viewport_to_target().
 */
void
bc_viewport_to_body (const BcViewport *self,
                     double           *x,
                     double           *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);
  g_return_if_fail (self->scale > 0);

  *x = (*x - self->x) / self->scale;
  *y = (*y - self->y) / self->scale;
}

/**
 * bc_viewport_map_box:
 * @self: a viewport
 * @box: a box in mm of the body
 *
 * Returns: the same box in target units
 */
BcBox
bc_viewport_map_box (const BcViewport *self,
                     const BcBox      *box)
{
  BcBox mapped = { 0 };

  g_return_val_if_fail (self != NULL && box != NULL, mapped);

  mapped = (BcBox) { box->x, box->y, box->width * self->scale, box->height * self->scale };
  bc_viewport_to_target (self, &mapped.x, &mapped.y);
  return mapped;
}

/**
 * bc_viewport_apply:
 * @self: a viewport
 * @cr: a cairo context in target units
 *
 * Makes @cr draw in mm of the body.
 */
void
bc_viewport_apply (const BcViewport *self,
                   cairo_t          *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (self->scale > 0);

  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->scale, self->scale);
}

/**
 * bc_viewport_line:
 * @self: a viewport
 * @width: natural width of a line, mm of the body
 * @least: width on the target below which a line breaks up, target units
 *
 * Lines grow and shrink with the body, but stay visible in a thumbnail.
 *
 * Returns: the width to draw with, mm of the body
 */
double
bc_viewport_line (const BcViewport *self,
                  double            width,
                  double            least)
{
  g_return_val_if_fail (self != NULL && self->scale > 0, width);

  return MAX (width, least / self->scale);
}
