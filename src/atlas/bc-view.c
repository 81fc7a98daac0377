/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include <math.h>

static gboolean
is_shown (const BcView *self,
          BcRegion      region)
{
  return region != BC_REGION_NONE && region <= BC_N_REGIONS && self->shapes[region].path != NULL;
}

/**
 * bc_view_get_figure:
 * @self: a view
 *
 * Returns: the figure that the view shows
 */
BcFigureId
bc_view_get_figure (const BcView *self)
{
  g_return_val_if_fail (self != NULL, BC_FIGURE_ADULT_FEMALE);

  return self->figure;
}

/**
 * bc_view_get_id:
 * @self: a view
 *
 * Returns: from where the view shows its figure
 */
BcViewId
bc_view_get_id (const BcView *self)
{
  g_return_val_if_fail (self != NULL, BC_VIEW_FRONT);

  return self->id;
}

/**
 * bc_view_get_box:
 * @self: a view
 *
 * Returns: the view box, which encloses the figure with a small margin, in mm of the body
 */
BcBox
bc_view_get_box (const BcView *self)
{
  g_return_val_if_fail (self != NULL, (BcBox) { 0 });

  return self->box;
}

/**
 * bc_view_region_at:
 * @self: a view
 * @x: mm of the body
 * @y: mm of the body
 *
 * Looks one byte up in the id buffer.
 *
 * Returns: the region at a place, or %BC_REGION_NONE off the body, and for coordinates that are no number
 */
BcRegion
bc_view_region_at (const BcView *self,
                   double        x,
                   double        y)
{
  double column;
  double row;

  g_return_val_if_fail (self != NULL, BC_REGION_NONE);

  column = floor (x - self->box.x);
  row = floor (y - self->box.y);
  if (!(column >= 0 && row >= 0 && column < self->width && row < self->height))
    return BC_REGION_NONE;
  return self->ids[(int) row * self->stride + (int) column];
}

/**
 * bc_view_has_region:
 * @self: a view
 * @region: a region
 *
 * Returns: whether any of the region can be seen in this view
 */
gboolean
bc_view_has_region (const BcView *self,
                    BcRegion      region)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_shown (self, region);
}

/**
 * bc_view_get_path:
 * @self: a view
 * @region: a region
 *
 * Returns: (transfer none) (nullable): the region's shape in mm of the body, to be filled by the even-odd rule;
 *   %NULL if the view does not show it
 */
const cairo_path_t *
bc_view_get_path (const BcView *self,
                  BcRegion      region)
{
  g_return_val_if_fail (self != NULL, NULL);

  return is_shown (self, region) ? self->shapes[region].path : NULL;
}

/**
 * bc_view_get_region_box:
 * @self: a view
 * @region: a region that the view shows
 *
 * Returns: the smallest rectangle around the region, in mm of the body
 */
BcBox
bc_view_get_region_box (const BcView *self,
                        BcRegion      region)
{
  g_return_val_if_fail (self != NULL && is_shown (self, region), (BcBox) { 0 });

  return self->shapes[region].box;
}

/**
 * bc_view_get_anchors:
 * @self: a view
 * @region: a region that the view shows
 * @n_anchors: (out): number of anchors, 1 or more
 *
 * Where a region is seen in several places (a thumb in both rows of the hands), each larger part has an anchor.
 *
 * Returns: (transfer none) (array length=n_anchors): points deep inside the parts, the largest part first
 */
const BcAnchor *
bc_view_get_anchors (const BcView *self,
                     BcRegion      region,
                     guint        *n_anchors)
{
  gsize *slot;
  GArray *anchors;

  g_return_val_if_fail (self != NULL && is_shown (self, region), NULL);
  g_return_val_if_fail (n_anchors != NULL, NULL);

  /* Anchors and borders are made later than the view; g_once guards them, so that it still is constant for callers. */
  slot = (gsize *) &self->shapes[region].anchors;
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, (gsize) bc_anchors_new (self, region));
  anchors = (GArray *) *slot;
  *n_anchors = anchors->len;
  return (const BcAnchor *) (gconstpointer) anchors->data;
}

/**
 * bc_view_get_anchor:
 * @self: a view
 * @region: a region that the view shows
 * @x: (out): mm of the body
 * @y: (out): mm of the body
 *
 * The first of bc_view_get_anchors().
 */
void
bc_view_get_anchor (const BcView *self,
                    BcRegion      region,
                    double       *x,
                    double       *y)
{
  const BcAnchor *anchors;
  guint n_anchors = 0;

  g_return_if_fail (x != NULL && y != NULL);

  anchors = bc_view_get_anchors (self, region, &n_anchors);
  if (anchors == NULL)
    return;
  *x = anchors[0].x;
  *y = anchors[0].y;
}

/**
 * bc_view_get_borders:
 * @self: a view
 *
 * Returns: (transfer none): the borders of all regions as one path in mm of the body, each drawn once, to be stroked
 *   with round ends
 */
const cairo_path_t *
bc_view_get_borders (const BcView *self)
{
  gsize *slot;

  g_return_val_if_fail (self != NULL, NULL);

  slot = (gsize *) &self->borders;
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, (gsize) bc_borders_new (self));
  return (const cairo_path_t *) *slot;
}

/**
 * bc_view_get_shading:
 * @self: a view
 *
 * Returns: (transfer none) (element-type BcDecoration): filled shapes that give volume, in painting order
 */
const GArray *
bc_view_get_shading (const BcView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shading;
}

/**
 * bc_view_get_details:
 * @self: a view
 *
 * Returns: (transfer none) (element-type BcDecoration): strokes: creases, face, nails
 */
const GArray *
bc_view_get_details (const BcView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->details;
}

/**
 * bc_view_get_outline:
 * @self: a view
 *
 * Returns: (transfer none) (element-type BcDecoration): the closed silhouettes; even-odd, they cover all regions
 */
const GArray *
bc_view_get_outline (const BcView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->outline;
}

/**
 * bc_view_get_ids:
 * @self: a view
 * @width: (out): columns
 * @height: (out): rows
 * @stride: (out): bytes from row to row
 *
 * The id buffer: the byte at column c and row r is the #BcRegion at (box.x + c + 0.5, box.y + r + 0.5) mm, and
 * stands for 1 mm2 of the view.
 *
 * Returns: (transfer none): the buffer
 */
const guint8 *
bc_view_get_ids (const BcView *self,
                 int          *width,
                 int          *height,
                 int          *stride)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (width != NULL && height != NULL && stride != NULL, NULL);

  *width = self->width;
  *height = self->height;
  *stride = self->stride;
  return self->ids;
}
