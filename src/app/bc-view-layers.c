/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-view-layers-private.h"

#include <math.h>

/* Tiles out of sight are kept for scrolling back, within one tile around what is seen and within so many bytes. */
#define KEPT_BYTES (24 * 1024 * 1024)

/**
 * bc_view_layers_new:
 * @view: the drawing; lives as long as the program
 *
 * Returns: (transfer full): layers without a place; free with bc_view_layers_free()
 */
BcViewLayers *
bc_view_layers_new (const BcView *view)
{
  BcViewLayers *self;

  g_return_val_if_fail (view != NULL, NULL);

  self = g_new0 (BcViewLayers, 1);
  self->space.view = view;
  bc_tile_space_place (&self->space, &(BcViewport) { .scale = 1 }, 0, 0, 1);
  self->text_size = 13;
  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) bc_tile_free);
  self->inks = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_view_ink_free);
  self->captions = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  return self;
}

/**
 * bc_view_layers_new_for_ink:
 * @view: the drawing; lives as long as the program
 *
 * For what is being drawn: brush strokes alone, without figure, map, arrows, labels and captions.
 *
 * Returns: (transfer full): layers without a place; free with bc_view_layers_free()
 */
BcViewLayers *
bc_view_layers_new_for_ink (const BcView *view)
{
  BcViewLayers *self = bc_view_layers_new (view);

  self->bare = TRUE;
  return self;
}

/**
 * bc_view_layers_free:
 * @self: (transfer full): no longer needed
 */
void
bc_view_layers_free (BcViewLayers *self)
{
  g_clear_pointer (&self->paths, cairo_surface_destroy);
  g_clear_pointer (&self->arrows, cairo_surface_destroy);
  g_clear_pointer (&self->labels, cairo_surface_destroy);
  g_clear_pointer (&self->stale, cairo_surface_destroy);
  g_ptr_array_unref (self->captions);
  g_ptr_array_unref (self->inks);
  g_hash_table_unref (self->tiles);
  g_clear_object (&self->visit);
  g_clear_object (&self->under);
  g_free (self);
}

/* Everything has to be painted again, but lies where it was. */
static void
repaint_all (BcViewLayers *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((BcTile *) value)->figure_dirty = TRUE;
  bc_view_layers_front_damage (self, TRUE);
  g_clear_pointer (&self->labels, cairo_surface_destroy);
  g_ptr_array_set_size (self->captions, 0);
}

/* Nothing lies where it was. */
static void
drop_all (BcViewLayers *self)
{
  g_hash_table_remove_all (self->tiles);
  for (guint i = 0; i < self->inks->len; i++)
    bc_view_ink_place (g_ptr_array_index (self->inks, i), &self->space);
  repaint_all (self);
}

/**
 * bc_view_layers_set_under:
 * @under: (nullable): a visit
 *
 * Lays the marks of another visit below, faint. To be called as well when what it carries has changed.
 */
void
bc_view_layers_set_under (BcViewLayers *self,
                          BcVisit      *under)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (under == NULL || BC_IS_VISIT (under));

  if (under == NULL && self->under == NULL)
    return;
  g_set_object (&self->under, under);
  repaint_all (self);
}

/**
 * bc_view_layers_set_overlay:
 * @overlay: (nullable): maps to lay over the figure; must stay until it is replaced
 *
 * Lays other maps over the figure. To be called as well when what @overlay holds has changed.
 */
void
bc_view_layers_set_overlay (BcViewLayers    *self,
                            const BcOverlay *overlay)
{
  g_return_if_fail (self != NULL);

  if (overlay == NULL && self->overlay == NULL)
    return;
  self->overlay = overlay;
  repaint_all (self);
}

/**
 * bc_view_layers_set_place:
 * @viewport: where the drawing lies, in pixels of the widget
 * @width: of the widget
 * @height: of the widget
 * @scale: device pixels in one pixel of the widget
 *
 * Follows a change of size, zoom or screen; everything is painted anew when it is next seen.
 */
void
bc_view_layers_set_place (BcViewLayers     *self,
                          const BcViewport *viewport,
                          int               width,
                          int               height,
                          int               scale)
{
  g_return_if_fail (self != NULL && viewport != NULL);
  g_return_if_fail (scale >= 1);

  if (self->space.width == width && self->space.height == height && self->space.scale == scale
      && memcmp (viewport, &self->space.viewport, sizeof *viewport) == 0)
    return;
  if (self->hurry && self->stale == NULL)
    bc_view_layers_keep_stale (self);
  bc_tile_space_place (&self->space, viewport, width, height, scale);
  drop_all (self);
}

/**
 * bc_view_layers_set_look:
 * @scheme: the surroundings
 * @text_size: of the user's font, in pixels
 *
 * Follows a change of style; everything is painted anew.
 */
void
bc_view_layers_set_look (BcViewLayers *self,
                         BcScheme      scheme,
                         double        text_size)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text_size > 0);

  if (self->space.scheme == scheme && fabs (self->text_size - text_size) < 1e-9)
    return;
  self->space.scheme = scheme;
  self->text_size = text_size;
  repaint_all (self);
}

/**
 * bc_view_layers_text_changed:
 *
 * Paints again what is written, as in another font.
 */
void
bc_view_layers_text_changed (BcViewLayers *self)
{
  g_return_if_fail (self != NULL);

  if (self->overlay != NULL)
    repaint_all (self); /* a map may have labels */
  g_ptr_array_set_size (self->captions, 0);
  bc_view_layers_front_damage (self, FALSE);
  g_clear_pointer (&self->labels, cairo_surface_destroy);
}

/* Tiles from and to, both included, in columns and rows. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Range;

static Range
range_of (BcViewLayers *self,
          const BcBox  *visible)
{
  BcBox all = { 0, 0, self->space.width, self->space.height };
  BcBox seen = bc_boxes_cut (visible, &all);
  int size = self->space.tile;

  if (!(seen.width > 0) || !(seen.height > 0))
    return (Range) { 0, 0, -1, -1 };
  return (Range) { (int) floor (seen.x / size), (int) floor (seen.y / size),
                   (int) ceil ((seen.x + seen.width) / size) - 1, (int) ceil ((seen.y + seen.height) / size) - 1 };
}

static gsize
bytes_of (BcViewLayers *self,
          gpointer      key,
          const BcTile *tile)
{
  gsize bytes = bc_tile_get_bytes (tile->figure) + bc_tile_get_bytes (tile->picture)
                + bc_tile_get_bytes (tile->front);

  for (guint i = 0; i < self->inks->len; i++)
    bytes += bc_view_ink_get_bytes (g_ptr_array_index (self->inks, i), key);
  return bytes;
}

static gboolean
is_within (const BcTileSpace *space,
           const BcTile      *tile,
           const Range       *range,
           int                margin)
{
  int column = (int) lround (tile->box.x / space->tile);
  int row = (int) lround (tile->box.y / space->tile);

  return column >= range->left - margin && column <= range->right + margin && row >= range->top - margin
         && row <= range->bottom + margin;
}

static void
drop_far_tiles (BcViewLayers *self,
                const Range  *range)
{
  int n_seen = (range->right - range->left + 1) * (range->bottom - range->top + 1);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  int margin;

  if ((int) g_hash_table_size (self->tiles) <= n_seen)
    return;
  margin = bc_view_layers_get_count (self).bytes > KEPT_BYTES ? 0 : 1;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!is_within (&self->space, value, range, margin))
      {
        for (guint i = 0; i < self->inks->len; i++)
          bc_view_ink_forget_tile (g_ptr_array_index (self->inks, i), key);
        g_hash_table_iter_remove (&iter);
      }
}

static void
append_tiles (BcViewLayers *self,
              GtkSnapshot  *snapshot,
              const Range  *range,
              gboolean      above)
{
  for (int row = range->top; row <= range->bottom; row++)
    for (int column = range->left; column <= range->right; column++)
      {
        BcTile *tile = g_hash_table_lookup (self->tiles, BC_TILE_KEY (column, row));
        GskRenderNode *node = above ? tile->above : tile->below;

        if (node != NULL)
          gtk_snapshot_append_node (snapshot, node);
      }
}

/**
 * bc_view_layers_snapshot:
 * @pango: for what is written
 * @visible: the part that the user sees, in pixels of the widget
 *
 * Paints what is missing of the visible part and appends it all.
 */
void
bc_view_layers_snapshot (BcViewLayers *self,
                         GtkSnapshot  *snapshot,
                         PangoContext *pango,
                         const BcBox  *visible)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gpointer));
  g_autoptr(GArray) missing = g_array_new (FALSE, FALSE, sizeof (gpointer));
  Range range;

  g_return_if_fail (self != NULL && visible != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && PANGO_IS_CONTEXT (pango));

  if (self->stale != NULL && bc_view_layers_append_stale (self, snapshot, pango, visible))
    return;
  self->seen = *visible;
  range = range_of (self, visible);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        gpointer key = BC_TILE_KEY (column, row);
        const BcTile *tile = g_hash_table_lookup (self->tiles, key);

        g_array_append_val (keys, key);
        if (tile == NULL || tile->figure_dirty)
          g_array_append_val (missing, key);
      }
  if (missing->len > 0)
    bc_view_layers_paint_figures (self, pango, missing);
  bc_view_layers_paint_pictures (self, keys);
  bc_view_layers_record_front (self, pango);
  for (guint i = 0; i < keys->len; i++)
    bc_view_layers_finish_tile (self, g_hash_table_lookup (self->tiles, g_array_index (keys, gpointer, i)));
  drop_far_tiles (self, &range);
  append_tiles (self, snapshot, &range, FALSE);
  append_tiles (self, snapshot, &range, TRUE);
  if (range.right >= range.left)
    bc_view_layers_append_captions (self, snapshot, pango, visible);
}

/**
 * bc_view_layers_get_count:
 *
 * Returns: what was painted so far and what is kept, for tests and benchmarks
 */
BcLayersCount
bc_view_layers_get_count (BcViewLayers *self)
{
  BcLayersCount count = { 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_val_if_fail (self != NULL, count);

  count = self->count;
  count.kept = g_hash_table_size (self->tiles);
  count.bytes = 0;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    count.bytes += bytes_of (self, key, value);
  return count;
}
