/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-tile-space.h"

#include <math.h>
#include <string.h>

/* Device pixels: small enough that a change repaints little, large enough that a screen has but some dozens. */
#define TILE_PIXELS 256
/* The contour of ink is 2.2 mm wide, and 6 pixels at least are looked at around it (bc_paint_ink()). */
#define REACH_MM 2.5
#define REACH_PIXELS 8

/**
 * bc_tile_space_place:
 * @viewport: where the drawing lies, in pixels of the widget
 * @width: of the widget
 * @height: of the widget
 * @scale: device pixels in one pixel of the widget
 *
 * Fits the tiles to a size: a tile is a whole number of both kinds of pixels.
 */
void
bc_tile_space_place (BcTileSpace      *self,
                     const BcViewport *viewport,
                     int               width,
                     int               height,
                     int               scale)
{
  g_return_if_fail (self != NULL && viewport != NULL);
  g_return_if_fail (scale >= 1);

  self->viewport = *viewport;
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->tile = MAX (TILE_PIXELS / scale, 32);
  self->reach = (int) ceil (REACH_PIXELS + REACH_MM * viewport->scale);
}

/**
 * bc_tile_get_box:
 * @key: a BC_TILE_KEY()
 *
 * Returns: where the tile lies; at the right and lower edges of the widget tiles are smaller
 */
BcBox
bc_tile_get_box (const BcTileSpace *space,
                 gconstpointer      key)
{
  guint at = GPOINTER_TO_UINT (key) - 1;
  BcBox box = { (double) (at & 0xffff) * space->tile, (double) (at >> 16) * space->tile, space->tile, space->tile };

  box.width = MIN (box.width, space->width - box.x);
  box.height = MIN (box.height, space->height - box.y);
  return box;
}

/**
 * bc_boxes_meet:
 *
 * Returns: whether there is anything that lies in both boxes
 */
gboolean
bc_boxes_meet (const BcBox *a,
               const BcBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * bc_boxes_join:
 *
 * Returns: the least box around both; an empty one counts for nothing
 */
BcBox
bc_boxes_join (const BcBox *a,
               const BcBox *b)
{
  BcBox box;

  if (!(a->width > 0) || !(a->height > 0))
    return *b;
  if (!(b->width > 0) || !(b->height > 0))
    return *a;
  box.x = MIN (a->x, b->x);
  box.y = MIN (a->y, b->y);
  box.width = MAX (a->x + a->width, b->x + b->width) - box.x;
  box.height = MAX (a->y + a->height, b->y + b->height) - box.y;
  return box;
}

/**
 * bc_boxes_cut:
 *
 * Returns: what lies in both boxes; without width or height where nothing does
 */
BcBox
bc_boxes_cut (const BcBox *a,
              const BcBox *b)
{
  BcBox box;

  box.x = MAX (a->x, b->x);
  box.y = MAX (a->y, b->y);
  box.width = MAX (MIN (a->x + a->width, b->x + b->width) - box.x, 0);
  box.height = MAX (MIN (a->y + a->height, b->y + b->height) - box.y, 0);
  return box;
}

/**
 * bc_box_grow:
 *
 * Returns: @box with a margin of @by on all sides
 */
BcBox
bc_box_grow (const BcBox *box,
             double       by)
{
  return (BcBox) { box->x - by, box->y - by, box->width + 2 * by, box->height + 2 * by };
}

/**
 * bc_box_round:
 *
 * Returns: @box out to whole device pixels, so that a clip to it cuts through none
 */
BcBox
bc_box_round (const BcTileSpace *space,
              const BcBox       *box)
{
  BcBox rounded;

  rounded.x = floor (box->x * space->scale) / space->scale;
  rounded.y = floor (box->y * space->scale) / space->scale;
  rounded.width = ceil ((box->x + box->width) * space->scale) / space->scale - rounded.x;
  rounded.height = ceil ((box->y + box->height) * space->scale) / space->scale - rounded.y;
  return rounded;
}

/**
 * bc_tile_surface_new:
 * @box: its place, of whole device pixels
 *
 * Returns: (transfer full): an empty picture of @box in device pixels
 */
cairo_surface_t *
bc_tile_surface_new (const BcTileSpace *space,
                     cairo_format_t     format,
                     const BcBox       *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, (int) lround (box->width * space->scale),
                                                         (int) lround (box->height * space->scale));

  cairo_surface_set_device_scale (surface, space->scale, space->scale);
  return surface;
}

/**
 * bc_tile_cairo_new:
 * @box: the place of @surface
 *
 * Returns: (transfer full): draws on @surface in pixels of the widget
 */
cairo_t *
bc_tile_cairo_new (cairo_surface_t *surface,
                   const BcBox     *box)
{
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -box->x, -box->y);
  return cr;
}

/**
 * bc_tile_copy:
 * @to: a picture of @to_box
 * @from: a picture of @from_box
 * @part: what to copy, in whole device pixels
 *
 * Copies pixels as they are.
 */
void
bc_tile_copy (cairo_surface_t *to,
              const BcBox     *to_box,
              cairo_surface_t *from,
              const BcBox     *from_box,
              const BcBox     *part)
{
  g_autoptr(cairo_t) cr = bc_tile_cairo_new (to, to_box);

  cairo_set_source_surface (cr, from, from_box->x, from_box->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  cairo_fill (cr);
}

/**
 * bc_tile_is_blank:
 * @surface: a picture in device pixels
 *
 * Returns: whether nothing at all is on it
 */
gboolean
bc_tile_is_blank (cairo_surface_t *surface)
{
  const guint8 *data;
  gsize size;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  size = bc_tile_get_bytes (surface);
  /* All bytes are like their neighbour, and the first is 0. */
  return size == 0 || (data[0] == 0 && memcmp (data, data + 1, size - 1) == 0);
}

/**
 * bc_tile_get_bytes:
 * @surface: (nullable): a picture in device pixels
 *
 * Returns: the memory that its pixels take
 */
gsize
bc_tile_get_bytes (cairo_surface_t *surface)
{
  if (surface == NULL)
    return 0;
  return (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
}

static gboolean
is_blank_row (const guint8 *row,
              gsize         size)
{
  return row[0] == 0 && memcmp (row, row + 1, size - 1) == 0;
}

/* Where there is anything on a picture, out to whole pixels of the widget; empty where there is nothing. */
static BcBox
find_ink (cairo_surface_t *surface,
          int              scale)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int top = 0;
  int left = width;
  int right = 0;

  while (top < height && is_blank_row (data + (gsize) top * stride, 4 * (gsize) width))
    top++;
  while (height > top && is_blank_row (data + (gsize) (height - 1) * stride, 4 * (gsize) width))
    height--;
  for (int y = top; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      int first = 0;
      int last = width;

      while (first < left && row[first] == 0)
        first++;
      while (last > right && row[last - 1] == 0)
        last--;
      left = MIN (left, first);
      right = MAX (right, last);
    }
  if (top == height)
    return (BcBox) { 0 };
  left /= scale;
  top /= scale;
  return (BcBox) { left, top, (right + scale - 1) / scale - left, (height + scale - 1) / scale - top };
}

/**
 * bc_tile_node_new:
 * @surface: a picture in device pixels, ARGB32
 * @box: its place
 *
 * A cairo node that does nothing but copy a finished picture, and no more of it than there is: GTK's cairo renderer
 * copies what a node covers twice.
 *
 * Returns: (transfer full) (nullable): what GTK draws; %NULL where nothing is on the picture
 */
GskRenderNode *
bc_tile_node_new (cairo_surface_t *surface,
                  const BcBox     *box)
{
  GskRenderNode *node;
  cairo_t *cr;
  double scale = 1;
  BcBox ink;

  cairo_surface_flush (surface);
  cairo_surface_get_device_scale (surface, &scale, NULL);
  ink = find_ink (surface, (int) lround (scale));
  if (!(ink.width > 0))
    return NULL;
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) (box->x + ink.x), (float) (box->y + ink.y),
                                                  (float) ink.width, (float) ink.height));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, box->x, box->y);
  cairo_rectangle (cr, box->x + ink.x, box->y + ink.y, ink.width, ink.height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}
