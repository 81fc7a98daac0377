/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The masks that hold the union of a symptom's strokes, one a tile. */

#include "bc-view-ink-private.h"

/* A mask reaches beyond its tile, so that what ink does along its edge is not cut by the edge of the tile. */
static BcBox
mask_box (const BcTileSpace *space,
          gconstpointer      key)
{
  BcBox tile = bc_tile_get_box (space, key);

  return bc_box_grow (&tile, space->reach);
}

static void
draw_strokes (BcViewInk         *self,
              const BcTileSpace *space,
              cairo_t           *cr,
              const BcBox       *box)
{
  for (guint i = 0; i < self->strokes->len; i++)
    {
      const BcPlacedStroke *placed = &g_array_index (self->strokes, BcPlacedStroke, i);

      if (bc_boxes_meet (&placed->box, box))
        bc_paint_ink_mask (cr, space->view, &space->viewport, placed->stroke);
    }
}

/* Adds a stroke that lies within @box to the masks that there are. */
void
bc_view_ink_mask_add (BcViewInk         *self,
                      const BcTileSpace *space,
                      BcStroke          *stroke,
                      const BcBox       *box)
{
  GHashTableIter iter;
  gpointer key;
  gpointer mask;

  g_hash_table_iter_init (&iter, self->masks);
  while (g_hash_table_iter_next (&iter, &key, &mask))
    {
      BcBox tile = mask_box (space, key);
      g_autoptr(cairo_t) cr = NULL;

      if (!bc_boxes_meet (&tile, box))
        continue;
      if (mask == NULL) /* no longer without ink: it is made when next needed */
        {
          g_hash_table_iter_remove (&iter);
          continue;
        }
      cr = bc_tile_cairo_new (mask, &tile);
      bc_paint_ink_mask (cr, space->view, &space->viewport, stroke);
    }
}

/* Makes the masks right again within a box whose strokes have changed. */
void
bc_view_ink_mask_rebuild (BcViewInk         *self,
                          const BcTileSpace *space,
                          const BcBox       *changed)
{
  BcBox box = bc_box_round (space, changed);
  GHashTableIter iter;
  gpointer key;
  gpointer mask;

  g_hash_table_iter_init (&iter, self->masks);
  while (g_hash_table_iter_next (&iter, &key, &mask))
    {
      BcBox tile = mask_box (space, key);
      g_autoptr(cairo_t) cr = NULL;

      if (!bc_boxes_meet (&tile, &box))
        continue;
      if (mask == NULL || !bc_view_ink_meets (self, &tile))
        {
          g_hash_table_iter_remove (&iter);
          continue;
        }
      cr = bc_tile_cairo_new (mask, &tile);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_clip (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      draw_strokes (self, space, cr, &box);
    }
}

/**
 * bc_view_ink_meets:
 *
 * Returns: whether any stroke's box meets @box
 */
gboolean
bc_view_ink_meets (BcViewInk   *self,
                   const BcBox *box)
{
  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  for (guint i = 0; i < self->strokes->len; i++)
    if (bc_boxes_meet (&g_array_index (self->strokes, BcPlacedStroke, i).box, box))
      return TRUE;
  return FALSE;
}

/* Gives a tile its part of a mask that covers more; %NULL where there is no ink. */
static cairo_surface_t *
cut_mask (const BcTileSpace *space,
          gpointer           key,
          cairo_surface_t   *sheet,
          const BcBox       *sheet_box)
{
  BcBox box = mask_box (space, key);
  cairo_surface_t *mask = bc_tile_surface_new (space, CAIRO_FORMAT_A8, &box);

  bc_tile_copy (mask, &box, sheet, sheet_box, sheet_box);
  if (bc_tile_is_blank (mask))
    g_clear_pointer (&mask, cairo_surface_destroy);
  return mask;
}

/* Makes the masks that are missing, together: a stroke mostly lies on several tiles. */
static void
make_masks (BcViewInk         *self,
            const BcTileSpace *space,
            GArray            *keys)
{
  g_autoptr(cairo_surface_t) sheet = NULL;
  g_autoptr(cairo_t) cr = NULL;
  BcBox around = { 0 };

  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = g_array_index (keys, gpointer, i);
      BcBox box = mask_box (space, key);

      if (g_hash_table_contains (self->masks, key))
        continue;
      if (bc_view_ink_meets (self, &box))
        around = bc_boxes_join (&around, &box);
      else
        g_hash_table_insert (self->masks, key, NULL);
    }
  if (!(around.width > 0))
    return;
  sheet = bc_tile_surface_new (space, CAIRO_FORMAT_A8, &around);
  cr = bc_tile_cairo_new (sheet, &around);
  draw_strokes (self, space, cr, &around);
  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = g_array_index (keys, gpointer, i);

      if (!g_hash_table_contains (self->masks, key))
        g_hash_table_insert (self->masks, key, cut_mask (space, key, sheet, &around));
    }
}

/**
 * bc_view_ink_paint:
 * @cr: draws what lies within @box, in pixels of the widget
 * @box: a part of the widget, in whole device pixels
 * @keys: (element-type gpointer): the tiles on which @box lies
 *
 * Paints the ink within a box.
 */
void
bc_view_ink_paint (BcViewInk         *self,
                   const BcTileSpace *space,
                   cairo_t           *cr,
                   const BcBox       *box,
                   GArray            *keys)
{
  g_autoptr(cairo_surface_t) mask = NULL;
  BcBox around;

  g_return_if_fail (self != NULL && space != NULL && cr != NULL);
  g_return_if_fail (box != NULL && keys != NULL);

  make_masks (self, space, keys);
  around = bc_box_grow (box, space->reach);
  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = g_array_index (keys, gpointer, i);
      cairo_surface_t *part = g_hash_table_lookup (self->masks, key);
      BcBox part_box = mask_box (space, key);

      if (part == NULL)
        continue;
      if (mask == NULL)
        mask = bc_tile_surface_new (space, CAIRO_FORMAT_A8, &around);
      bc_tile_copy (mask, &around, part, &part_box, &part_box);
    }
  if (mask != NULL)
    bc_paint_ink (cr, space->view, &space->viewport, &self->pen, mask, around.x, around.y, space->scheme);
}

/**
 * bc_view_ink_forget_tile:
 *
 * Drops the mask of a tile that is no longer kept.
 */
void
bc_view_ink_forget_tile (BcViewInk *self,
                         gpointer   key)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove (self->masks, key);
}

/**
 * bc_view_ink_get_bytes:
 *
 * Returns: the memory that the mask of one tile takes
 */
gsize
bc_view_ink_get_bytes (BcViewInk *self,
                       gpointer   key)
{
  g_return_val_if_fail (self != NULL, 0);

  return bc_tile_get_bytes (g_hash_table_lookup (self->masks, key));
}
