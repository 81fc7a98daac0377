/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How figure, map, marks and ink get onto the tiles of a view. */

#include "bc-view-layers-private.h"

/* Ticks and hatches of a small region may reach a little beyond its box; in pixels. */
#define REGION_REACH 16
/* How much of the marks below is seen. */
#define UNDER_ALPHA 0.4
/* Parts are painted together as long as that paints no more than so many times their area. */
#define WASTE 1.6

/* Frees a tile with all that was painted for it. */
void
bc_tile_free (BcTile *tile)
{
  g_clear_pointer (&tile->figure, cairo_surface_destroy);
  g_clear_pointer (&tile->picture, cairo_surface_destroy);
  g_clear_pointer (&tile->front, cairo_surface_destroy);
  g_clear_pointer (&tile->below, gsk_render_node_unref);
  g_clear_pointer (&tile->above, gsk_render_node_unref);
  g_free (tile);
}

/* Where a region and all that is painted for its marks lies. */
BcBox
bc_view_layers_region_reach (const BcTileSpace *space,
                             BcRegion           region)
{
  BcBox body = bc_view_get_region_box (space->view, region);
  BcBox box = bc_viewport_map_box (&space->viewport, &body);

  return bc_box_grow (&box, REGION_REACH);
}

/* The picture of a box is no longer true: it is painted again when it is next seen. */
void
bc_view_layers_damage (BcViewLayers *self,
                       const BcBox  *box)
{
  BcBox rounded = bc_box_round (&self->space, box);
  GHashTableIter iter;
  gpointer value;

  if (!(box->width > 0) || !(box->height > 0))
    return;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BcTile *tile = value;
      BcBox part;

      if (!bc_boxes_meet (&tile->box, &rounded))
        continue;
      part = bc_boxes_cut (&tile->box, &rounded);
      tile->dirty = bc_boxes_join (&tile->dirty, &part);
    }
}

/* Reads anew which regions carry a mark or a tick, and repaints none. */
void
bc_view_layers_sync_regions (BcViewLayers *self)
{
  GListModel *symptoms;
  GListModel *clears;

  memset (self->carries, 0, sizeof self->carries);
  if (self->visit == NULL)
    return;
  clears = G_LIST_MODEL (bc_visit_get_clears (self->visit));
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (clears, i);

      self->carries[bc_mark_get_region (mark)] = TRUE;
    }
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

      for (guint m = 0; m < g_list_model_get_n_items (marks); m++)
        {
          g_autoptr(BcMark) mark = g_list_model_get_item (marks, m);

          self->carries[bc_mark_get_region (mark)] = TRUE;
        }
    }
}

/* A tile, new or old, without anything on it. */
static BcTile *
start_tile (BcViewLayers *self,
            gpointer      key)
{
  BcTile *tile = g_hash_table_lookup (self->tiles, key);

  if (tile == NULL)
    {
      tile = g_new0 (BcTile, 1);
      tile->box = bc_tile_get_box (&self->space, key);
      g_hash_table_insert (self->tiles, key, tile);
    }
  tile->figure_dirty = FALSE;
  tile->dirty = tile->box;
  tile->front_dirty = TRUE;
  g_clear_pointer (&tile->figure, cairo_surface_destroy);
  return tile;
}

/* Gives a tile its part of a sheet. */
static void
cut_tile (BcViewLayers    *self,
          gpointer         key,
          cairo_surface_t *surface,
          const BcBox     *sheet)
{
  BcTile *tile = start_tile (self, key);

  tile->figure = bc_tile_surface_new (&self->space, CAIRO_FORMAT_ARGB32, &tile->box);
  bc_tile_copy (tile->figure, &tile->box, surface, sheet, sheet);
  if (bc_tile_is_blank (tile->figure))
    g_clear_pointer (&tile->figure, cairo_surface_destroy);
  self->count.figure++;
}

/* With the figure, since it changes as seldom while somebody draws. */
static void
paint_under (BcViewLayers *self,
             cairo_t      *cr)
{
  const BcTileSpace *space = &self->space;

  cairo_push_group (cr);
  bc_paint_marks (cr, space->view, &space->viewport, self->under, space->scheme);
  bc_paint_paths (cr, space->view, &space->viewport, self->under, space->scheme);
  bc_paint_arrows (cr, space->view, &space->viewport, self->under, space->scheme);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, UNDER_ALPHA);
}

/* Paints figure and map of a box once and cuts the tiles out of it: a figure costs much the same for each tile. */
static void
paint_sheet (BcViewLayers   *self,
             PangoContext   *pango,
             const gpointer *keys,
             guint           n_keys)
{
  const BcTileSpace *space = &self->space;
  BcBox sheet = bc_tile_get_box (space, keys[0]);
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;

  for (guint i = 1; i < n_keys; i++)
    {
      BcBox box = bc_tile_get_box (space, keys[i]);

      sheet = bc_boxes_join (&sheet, &box);
    }
  surface = bc_tile_surface_new (space, CAIRO_FORMAT_ARGB32, &sheet);
  cr = bc_tile_cairo_new (surface, &sheet);
  bc_paint_figure (cr, space->view, &space->viewport, space->scheme);
  if (self->overlay != NULL)
    bc_paint_overlay (cr, pango, space->view, &space->viewport, self->overlay, BC_LABEL_SIZE * self->text_size,
                      space->scheme);
  if (self->under != NULL)
    paint_under (self, cr);
  for (guint i = 0; i < n_keys; i++)
    cut_tile (self, keys[i], surface, &sheet);
}

/* Paints figure and map of tiles that are new or have to be painted again. */
void
bc_view_layers_paint_figures (BcViewLayers *self,
                              PangoContext *pango,
                              GArray       *keys)
{
  const gpointer *all = (const gpointer *) (gpointer) keys->data;
  BcBox around = { 0 };
  double area = 0;
  guint start = 0;

  for (guint i = 0; self->bare && i < keys->len; i++)
    start_tile (self, all[i]);
  if (self->bare)
    return;
  for (guint i = 0; i < keys->len; i++)
    {
      BcBox box = bc_tile_get_box (&self->space, all[i]);

      around = bc_boxes_join (&around, &box);
      area += box.width * box.height;
    }
  /* A corner that came into sight by a slanting scroll would have its middle painted for nothing. */
  if (WASTE * area > around.width * around.height)
    {
      paint_sheet (self, pango, all, keys->len);
      return;
    }
  for (guint i = 1; i <= keys->len; i++)
    if (i == keys->len || GPOINTER_TO_UINT (all[i]) != GPOINTER_TO_UINT (all[i - 1]) + 1)
      {
        paint_sheet (self, pango, all + start, i - start);
        start = i;
      }
}

static gboolean
carries_anything (BcViewLayers *self,
                  const BcTile *tile)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (self->carries[region] && bc_view_has_region (self->space.view, (BcRegion) region))
      {
        BcBox reach = bc_view_layers_region_reach (&self->space, (BcRegion) region);

        if (bc_boxes_meet (&reach, &tile->box))
          return TRUE;
      }
  for (guint i = 0; i < self->inks->len; i++)
    if (bc_view_ink_meets (g_ptr_array_index (self->inks, i), &tile->box))
      return TRUE;
  return FALSE;
}

/* Whether there is anything to paint on a tile; if not, its picture is its figure. */
static gboolean
needs_picture (BcViewLayers *self,
               BcTile       *tile)
{
  if (!(tile->dirty.width > 0) || !(tile->dirty.height > 0))
    return FALSE;
  g_clear_pointer (&tile->below, gsk_render_node_unref);
  if (!carries_anything (self, tile))
    {
      g_clear_pointer (&tile->picture, cairo_surface_destroy);
      tile->dirty = (BcBox) { 0 };
      return FALSE;
    }
  if (tile->picture == NULL)
    {
      tile->picture = bc_tile_surface_new (&self->space, CAIRO_FORMAT_ARGB32, &tile->box);
      tile->dirty = tile->box;
    }
  return TRUE;
}

static void
paint_marks (BcViewLayers *self,
             cairo_t      *cr,
             const BcBox  *box)
{
  const BcTileSpace *space = &self->space;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      BcBox reach;

      if (!self->carries[region] || !bc_view_has_region (space->view, (BcRegion) region))
        continue;
      reach = bc_view_layers_region_reach (space, (BcRegion) region);
      if (bc_boxes_meet (&reach, box))
        bc_paint_region_marks (cr, space->view, &space->viewport, self->visit, (BcRegion) region, space->scheme);
    }
}

/* Paints what is dirty on some neighbouring tiles as one picture, and gives each its part. */
static void
paint_together (BcViewLayers *self,
                GArray       *keys,
                const BcBox  *box)
{
  const BcTileSpace *space = &self->space;
  g_autoptr(cairo_surface_t) sheet = bc_tile_surface_new (space, CAIRO_FORMAT_ARGB32, box);
  g_autoptr(cairo_t) cr = bc_tile_cairo_new (sheet, box);

  for (guint i = 0; i < keys->len; i++)
    {
      BcTile *tile = g_hash_table_lookup (self->tiles, g_array_index (keys, gpointer, i));

      if (tile->figure != NULL)
        bc_tile_copy (sheet, box, tile->figure, &tile->box, &tile->box);
    }
  paint_marks (self, cr, box);
  for (guint i = 0; i < self->inks->len; i++)
    bc_view_ink_paint (g_ptr_array_index (self->inks, i), space, cr, box, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      BcTile *tile = g_hash_table_lookup (self->tiles, g_array_index (keys, gpointer, i));

      bc_tile_copy (tile->picture, &tile->box, sheet, box, &tile->dirty);
      tile->dirty = (BcBox) { 0 };
      self->count.picture++;
    }
}

/* Paints marks and ink where they are dirty. Dirty parts that lie together are painted together. */
void
bc_view_layers_paint_pictures (BcViewLayers *self,
                               GArray       *keys)
{
  g_autoptr(GArray) group = g_array_new (FALSE, FALSE, sizeof (gpointer));
  BcBox around = { 0 };
  double area = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = g_array_index (keys, gpointer, i);
      BcTile *tile = g_hash_table_lookup (self->tiles, key);
      BcBox joined;

      if (!needs_picture (self, tile))
        continue;
      joined = bc_boxes_join (&around, &tile->dirty);
      if (group->len > 0
          && joined.width * joined.height > WASTE * (area + tile->dirty.width * tile->dirty.height))
        {
          paint_together (self, group, &around);
          g_array_set_size (group, 0);
          area = 0;
          joined = tile->dirty;
        }
      around = joined;
      area += tile->dirty.width * tile->dirty.height;
      g_array_append_val (group, key);
    }
  if (group->len > 0)
    paint_together (self, group, &around);
}
