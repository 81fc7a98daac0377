/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a view shows while its zoom changes with every frame: the last picture, larger or smaller. */

#include "bc-view-layers-private.h"

static void
copy_tiles (BcViewLayers *self,
            cairo_t      *cr,
            gboolean      above)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BcTile *tile = value;
      GskRenderNode *node = above ? tile->above : tile->below;

      if (node != NULL && bc_boxes_meet (&tile->box, &self->stale_at))
        gsk_render_node_draw (node, cr);
    }
}

/* Keeps what can be seen now as one picture: scaled tiles would show their seams. */
void
bc_view_layers_keep_stale (BcViewLayers *self)
{
  g_autoptr(cairo_t) cr = NULL;

  if (!(self->seen.width > 0) || !(self->seen.height > 0) || g_hash_table_size (self->tiles) == 0)
    return;
  self->stale_at = bc_box_round (&self->space, &self->seen);
  self->stale_viewport = self->space.viewport;
  self->stale = bc_tile_surface_new (&self->space, CAIRO_FORMAT_ARGB32, &self->stale_at);
  cr = bc_tile_cairo_new (self->stale, &self->stale_at);
  copy_tiles (self, cr, FALSE);
  copy_tiles (self, cr, TRUE);
}

/* Appends it where it belongs now. FALSE where there is nothing on it. */
gboolean
bc_view_layers_append_stale (BcViewLayers *self,
                             GtkSnapshot  *snapshot,
                             PangoContext *pango,
                             const BcBox  *visible)
{
  double factor = self->space.viewport.scale / self->stale_viewport.scale;
  double x = self->space.viewport.x - self->stale_viewport.x * factor;
  double y = self->space.viewport.y - self->stale_viewport.y * factor;
  GskRenderNode *node = bc_tile_node_new (self->stale, &self->stale_at);

  if (node == NULL)
    return FALSE;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_scale (snapshot, (float) factor, (float) factor);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (node);
  bc_view_layers_append_captions (self, snapshot, pango, visible);
  return TRUE;
}

/**
 * bc_view_layers_set_hurry:
 * @hurry: whether the place changes with every frame
 *
 * In a hurry a change of place shows the last picture larger or smaller, until there is time again.
 */
void
bc_view_layers_set_hurry (BcViewLayers *self,
                          gboolean      hurry)
{
  g_return_if_fail (self != NULL);

  self->hurry = hurry;
  if (!hurry)
    g_clear_pointer (&self->stale, cairo_surface_destroy);
}
