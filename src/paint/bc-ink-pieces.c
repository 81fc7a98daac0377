/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

/*
 * A mask cut into tiles, because two strokes at the neck and at the foot would otherwise carry the pattern of all that
 * lies between them: runs of tiles to paint on pixels, islands of tiles where each has to be a shape of its own.
 */

/* Tiles in pixels: on the target, and of the finer masks whose border is traced. */
#define RUN_TILE 48
#define ISLAND_TILE 16

typedef struct
{
  guint8 *inked; /* of each tile: it holds ink that is not taken yet */
  int     columns;
  int     rows;
} Tiles;

static gboolean
has_ink (const BcInkMask *mask,
         int              x,
         int              y,
         int              size)
{
  int last_x = MIN (x + size, mask->width);
  int last_y = MIN (y + size, mask->height);

  for (; y < last_y; y++)
    {
      const guint8 *row = mask->data + (gsize) y * (gsize) mask->stride;

      for (int column = x; column < last_x; column++)
        if (row[column] != 0)
          return TRUE;
    }
  return FALSE;
}

/*
 * Calls @func with boxes in mm that lie on pixels, do not overlap, and together hold all ink of the mask.
 */
void
bc_ink_foreach_run (const BcInkMask *mask,
                    BcInkRunFunc     func,
                    gpointer         data)
{
  for (int y = 0; y < mask->height; y += RUN_TILE)
    {
      int x = 0;

      while (x < mask->width)
        {
          int first = x;
          BcBox box;

          while (x < mask->width && has_ink (mask, x, y, RUN_TILE))
            x += RUN_TILE;
          if (x == first)
            {
              x += RUN_TILE;
              continue;
            }
          box = (BcBox) { (first - mask->x) / mask->scale, (y - mask->y) / mask->scale,
                          (MIN (x, mask->width) - first) / mask->scale,
                          (MIN (y + RUN_TILE, mask->height) - y) / mask->scale };
          func (&box, data);
        }
    }
}

/* Collects the tiles, one byte each of @places, that hang together with the first; corners count. */
static GArray *
flood (Tiles *tiles,
       int    first)
{
  GArray *island = g_array_new (FALSE, FALSE, sizeof (int));

  tiles->inked[first] = FALSE;
  g_array_append_val (island, first);
  for (guint i = 0; i < island->len; i++)
    {
      int place = g_array_index (island, int, i);
      int column = place % tiles->columns;
      int row = place / tiles->columns;

      for (int y = MAX (row - 1, 0); y <= MIN (row + 1, tiles->rows - 1); y++)
        for (int x = MAX (column - 1, 0); x <= MIN (column + 1, tiles->columns - 1); x++)
          {
            int next = y * tiles->columns + x;

            if (!tiles->inked[next])
              continue;
            tiles->inked[next] = FALSE;
            g_array_append_val (island, next);
          }
    }
  return island;
}

/* A mask of its own for some tiles, no larger than they are. */
static void
copy_tiles (BcInkMask       *island,
            const BcInkMask *mask,
            const Tiles     *tiles,
            const GArray    *places)
{
  int left = tiles->columns;
  int top = tiles->rows;
  int right = 0;
  int bottom = 0;

  for (guint i = 0; i < places->len; i++)
    {
      int place = g_array_index (places, int, i);

      left = MIN (left, place % tiles->columns);
      right = MAX (right, place % tiles->columns + 1);
      top = MIN (top, place / tiles->columns);
      bottom = MAX (bottom, place / tiles->columns + 1);
    }
  *island = *mask;
  island->x -= left * ISLAND_TILE;
  island->y -= top * ISLAND_TILE;
  island->width = (right - left) * ISLAND_TILE;
  island->height = (bottom - top) * ISLAND_TILE;
  island->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, island->width, island->height);
  island->data = cairo_image_surface_get_data (island->surface);
  island->stride = cairo_image_surface_get_stride (island->surface);
  for (guint i = 0; i < places->len; i++)
    {
      int x = g_array_index (places, int, i) % tiles->columns * ISLAND_TILE;
      int y = g_array_index (places, int, i) / tiles->columns * ISLAND_TILE;
      int width = MIN (ISLAND_TILE, mask->width - x);

      for (int row = y; row < MIN (y + ISLAND_TILE, mask->height); row++)
        memcpy (island->data + (gsize) (row - top * ISLAND_TILE) * (gsize) island->stride + x - left * ISLAND_TILE,
                mask->data + (gsize) row * (gsize) mask->stride + x, (gsize) width);
    }
  cairo_surface_mark_dirty (island->surface);
}

/*
 * Calls @func with a mask for each part of the ink that lies apart from the others.
 */
void
bc_ink_foreach_island (const BcInkMask *mask,
                       BcInkIslandFunc  func,
                       gpointer         data)
{
  int columns = (mask->width + ISLAND_TILE - 1) / ISLAND_TILE;
  int rows = (mask->height + ISLAND_TILE - 1) / ISLAND_TILE;
  g_autofree guint8 *inked = g_malloc0 ((gsize) columns * (gsize) rows);
  Tiles tiles = { inked, columns, rows };

  for (int i = 0; i < columns * rows; i++)
    inked[i] = has_ink (mask, i % columns * ISLAND_TILE, i / columns * ISLAND_TILE, ISLAND_TILE);
  for (int i = 0; i < columns * rows; i++)
    {
      g_autoptr (GArray) places = NULL;
      g_auto (BcInkMask) island = { 0 };

      if (!inked[i])
        continue;
      places = flood (&tiles, i);
      copy_tiles (&island, mask, &tiles, places);
      func (&island, data);
    }
}
