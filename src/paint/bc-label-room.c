/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What labels have to keep off in a view: the body, captions, the edge. A map of cells with the sums of all above and
 * to the left of each answers for any box at once.
 */

#include "bc-label-room-private.h"

#include <math.h>

/* Cells of the map of what is taken, mm on a whole body. */
#define CELL 5.0

static gboolean
is_body (const BcLabelRoom *self,
         double             x,
         double             y)
{
  int column = (int) (x - self->sheet.x);
  int row = (int) (y - self->sheet.y);

  return x >= self->sheet.x && y >= self->sheet.y && column < self->width && row < self->height
         && self->ids[row * self->stride + column] != BC_REGION_NONE;
}

/* Where a row or column of cells is asked: at its edges and in the middle, pixels of the id buffer, -1 outside. */
typedef struct
{
  int start;
  int middle;
  int end;
} Probe;

static int
find_pixel (double at,
            double origin,
            int    n)
{
  int pixel = (int) (at - origin);

  return at >= origin && pixel < n ? pixel : -1;
}

static Probe *
make_probes (const BcLabelRoom *self,
             double             origin,
             int                n_cells,
             int                n_pixels)
{
  Probe *probes = g_new (Probe, n_cells);

  for (int i = 0; i < n_cells; i++)
    {
      double at = origin + i * self->cell;

      probes[i] = (Probe) { find_pixel (at, origin, n_pixels), find_pixel (at + self->cell / 2, origin, n_pixels),
                            find_pixel (at + self->cell, origin, n_pixels) };
    }
  return probes;
}

static gboolean
is_pixel_of_body (const BcLabelRoom *self,
                  int                column,
                  int                row)
{
  return column >= 0 && row >= 0 && self->ids[row * self->stride + column] != BC_REGION_NONE;
}

/* Whether a cell has a part of the body: asked for five places of it. */
static gboolean
has_body (const BcLabelRoom *self,
          const Probe       *x,
          const Probe       *y)
{
  return is_pixel_of_body (self, x->middle, y->middle) || is_pixel_of_body (self, x->start, y->start)
         || is_pixel_of_body (self, x->end, y->start) || is_pixel_of_body (self, x->start, y->end)
         || is_pixel_of_body (self, x->end, y->end);
}

/**
 * bc_label_room_new:
 * @view: a view
 * @caption: height of a row of captions, mm: the upper edge is theirs, and half way down where a view has two rows
 *
 * Returns: (transfer full): what labels have to keep off in @view
 */
BcLabelRoom *
bc_label_room_new (const BcView *view,
                   double        caption)
{
  BcLabelRoom *self = g_new0 (BcLabelRoom, 1);
  g_autofree Probe *columns = NULL;
  g_autofree Probe *rows = NULL;
  int stride;

  self->view = view;
  self->ids = bc_view_get_ids (view, &self->width, &self->height, &self->stride);
  self->sheet = bc_view_get_box (view);
  self->caption = caption;
  self->cell = CELL * bc_paint_grain (view);
  self->n_columns = (int) ceil (self->sheet.width / self->cell);
  self->n_rows = (int) ceil (self->sheet.height / self->cell);
  columns = make_probes (self, self->sheet.x, self->n_columns, self->width);
  rows = make_probes (self, self->sheet.y, self->n_rows, self->height);
  stride = self->n_columns + 1;
  self->sums = g_new0 (guint32, (gsize) stride * (gsize) (self->n_rows + 1));
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      {
        guint32 body = has_body (self, &columns[column], &rows[row]);

        self->sums[(row + 1) * stride + column + 1] = body + self->sums[row * stride + column + 1]
                                                      + self->sums[(row + 1) * stride + column]
                                                      - self->sums[row * stride + column];
      }
  return self;
}

/**
 * bc_label_room_free:
 * @self: (transfer full): a room
 *
 * Frees @self.
 */
void
bc_label_room_free (BcLabelRoom *self)
{
  g_free (self->sums);
  g_free (self);
}

static gboolean
has_captions (const BcLabelRoom *self,
              const BcBox       *box)
{
  double middle = self->sheet.y + self->sheet.height / 2;

  if (box->y < self->sheet.y + self->caption)
    return TRUE;
  /* The lower row of captions may lie a little higher or lower, as the view's place has room for the upper row. */
  return bc_view_get_id (self->view) == BC_VIEW_HANDS && box->y < middle + 2 * self->caption
         && box->y + box->height > middle - self->caption;
}

/**
 * bc_label_room_is_free:
 * @self: a room
 * @box: a place, mm of the body
 *
 * Returns: whether @box lies in the view, and on neither body nor captions
 */
gboolean
bc_label_room_is_free (const BcLabelRoom *self,
                       const BcBox       *box)
{
  int stride = self->n_columns + 1;
  int left = (int) floor ((box->x - self->sheet.x) / self->cell);
  int top = (int) floor ((box->y - self->sheet.y) / self->cell);
  int right = (int) ceil ((box->x + box->width - self->sheet.x) / self->cell);
  int bottom = (int) ceil ((box->y + box->height - self->sheet.y) / self->cell);

  if (box->x < self->sheet.x || box->y < self->sheet.y || box->x + box->width > self->sheet.x + self->sheet.width
      || box->y + box->height > self->sheet.y + self->sheet.height || has_captions (self, box))
    return FALSE;
  right = MIN (right, self->n_columns);
  bottom = MIN (bottom, self->n_rows);
  return self->sums[bottom * stride + right] + self->sums[top * stride + left]
         == self->sums[top * stride + right] + self->sums[bottom * stride + left];
}

/**
 * bc_label_room_detour:
 * @self: a room
 * @from: on the body
 * @to: beside it
 *
 * Returns: how long a line between them runs over the body once it has left it, mm
 */
double
bc_label_room_detour (const BcLabelRoom *self,
                      BcPoint            from,
                      BcPoint            to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  int n = (int) (length / self->cell);
  gboolean left = FALSE;
  double detour = 0;

  for (int i = 1; i <= n; i++)
    {
      gboolean body = is_body (self, from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n);

      left |= !body;
      if (left && body)
        detour += self->cell;
    }
  return detour;
}
