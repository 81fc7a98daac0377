/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

/*
 * The border of the ink in a mask as polygons: the line where pixels are half covered, followed from pixel to pixel
 * with the ink on one's right hand, and placed between them by how much each is covered. Outer borders run one way
 * round and holes the other, so that either fill rule gives the ink.
 */

#define HALF 127.5

/* Border points are thinned in pieces of this many: long borders take no longer a point than short ones. */
#define PIECE 256

typedef enum
{
  LEFT,
  UP,
  RIGHT,
  DOWN
} Direction;

static const int step_x[] = { -1, 0, 1, 0 };
static const int step_y[] = { 0, -1, 0, 1 };

typedef struct
{
  const BcInkMask *mask;
  guint8          *seen; /* of each pixel: its left border has been walked */
  double           tolerance;
  GArray          *points;
} Tracer;

static inline guint8
value_at (const BcInkMask *mask,
          int              x,
          int              y)
{
  if (x < 0 || y < 0 || x >= mask->width || y >= mask->height)
    return 0;
  return mask->data[(gsize) y * (gsize) mask->stride + (gsize) x];
}

static inline gboolean
is_ink (const BcInkMask *mask,
        int              x,
        int              y)
{
  return value_at (mask, x, y) > HALF;
}

/* Where the border crosses the way from the centre of an inked pixel to the one beside it, in mm. */
static void
add_crossing (Tracer    *self,
              int        x,
              int        y,
              Direction  out)
{
  const BcInkMask *mask = self->mask;
  double inside = value_at (mask, x, y);
  double outside = value_at (mask, x + step_x[out], y + step_y[out]);
  double part = (inside - HALF) / (inside - outside);
  BcInkPoint point = { (x + 0.5 + part * step_x[out] - mask->x) / mask->scale,
                       (y + 0.5 + part * step_y[out] - mask->y) / mask->scale, 0, FALSE };

  g_array_append_val (self->points, point);
}

/* Once round: @out is where the ink ends, seen from the pixel; walking on, it stays on the left hand. */
static void
walk (Tracer *self,
      int     x,
      int     y)
{
  const BcInkMask *mask = self->mask;
  Direction out = LEFT;
  int start_x = x;
  int start_y = y;

  do
    {
      Direction ahead = (Direction) ((out + 1) % 4);
      int next_x = x + step_x[ahead];
      int next_y = y + step_y[ahead];

      if (out == LEFT)
        self->seen[(gsize) y * (gsize) mask->width + (gsize) x] = TRUE;
      add_crossing (self, x, y, out);
      if (!is_ink (mask, next_x, next_y))
        {
          out = ahead;
          continue;
        }
      x = next_x;
      y = next_y;
      if (!is_ink (mask, x + step_x[out], y + step_y[out]))
        continue;
      x += step_x[out];
      y += step_y[out];
      out = (Direction) ((out + 3) % 4);
    }
  while (x != start_x || y != start_y || out != LEFT);
}

static void
add_polygon (Tracer  *self,
             cairo_t *cr)
{
  g_autoptr (GArray) piece = g_array_sized_new (FALSE, FALSE, sizeof (BcInkPoint), PIECE);
  gboolean first = TRUE;

  for (guint from = 0; from < self->points->len; from += PIECE - 1)
    {
      guint n = MIN (PIECE, self->points->len - from);

      g_array_set_size (piece, 0);
      g_array_append_vals (piece, &g_array_index (self->points, BcInkPoint, from), n);
      bc_ink_thin (piece, self->tolerance);
      for (guint i = first ? 0 : 1; i < piece->len; i++)
        {
          const BcInkPoint *at = &g_array_index (piece, BcInkPoint, i);

          if (first)
            cairo_move_to (cr, at->x, at->y);
          else
            cairo_line_to (cr, at->x, at->y);
          first = FALSE;
        }
    }
  cairo_close_path (cr);
}

/* Adds the border of what a mask holds to the path of @cr, in mm; it is off by @tolerance mm at most. */
void
bc_ink_trace (const BcInkMask *mask,
              double           tolerance,
              cairo_t         *cr)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));
  g_autofree guint8 *seen = g_malloc0 ((gsize) mask->width * (gsize) mask->height);
  Tracer tracer = { mask, seen, tolerance, points };

  for (int y = 0; y < mask->height; y++)
    {
      const guint8 *row = mask->data + (gsize) y * (gsize) mask->stride;
      gboolean inside = FALSE;

      for (int x = 0; x < mask->width; x++)
        {
          gboolean was_inside = inside;

          inside = row[x] > HALF;
          if (!inside || was_inside || seen[(gsize) y * (gsize) mask->width + (gsize) x])
            continue;
          g_array_set_size (points, 0);
          walk (&tracer, x, y);
          add_polygon (&tracer, cr);
        }
    }
}
