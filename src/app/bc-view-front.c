/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies above marks and ink in a view: paths, arrows, labels and captions. */

#include "bc-view-layers-private.h"

/* Height of a row of captions, in text sizes. */
#define CAPTION_ROW 2.2

/* Arrows (with @paths also these) are no longer true, and perhaps labels. */
void
bc_view_layers_front_damage (BcViewLayers *self,
                             gboolean      paths)
{
  GHashTableIter iter;
  gpointer value;

  if (paths)
    g_clear_pointer (&self->paths, cairo_surface_destroy);
  g_clear_pointer (&self->arrows, cairo_surface_destroy);
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((BcTile *) value)->front_dirty = TRUE;
}

static cairo_surface_t *
record_paths (BcViewLayers *self)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr(cairo_t) cr = cairo_create (recording);

  bc_paint_paths (cr, self->space.view, &self->space.viewport, self->visit, self->space.scheme);
  return recording;
}

static cairo_surface_t *
record_arrows (BcViewLayers *self)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr(cairo_t) cr = cairo_create (recording);

  bc_paint_arrows (cr, self->space.view, &self->space.viewport, self->visit, self->space.scheme);
  return recording;
}

static cairo_surface_t *
record_labels (BcViewLayers *self,
               PangoContext *pango)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr(cairo_t) cr = cairo_create (recording);

  bc_paint_labels (cr, pango, self->space.view, &self->space.viewport, self->visit, BC_LABEL_SIZE * self->text_size,
                   self->space.scheme);
  return recording;
}

static guint64
mix (guint64 digest,
     guint64 value)
{
  return (digest ^ value) * G_GUINT64_CONSTANT (1099511628211); /* as FNV-1a does */
}

/*
 * A number that changes with all that a label may say or point to: what is known of the symptoms, and their marks and
 * strokes in this view. To find places for labels takes longer than all else that a stroke brings about, and most
 * views do not show what has changed.
 */
static guint64
digest_labels (BcViewLayers *self)
{
  guint64 digest = 1;

  for (guint i = 0; i < self->inks->len; i++)
    {
      BcViewInk *ink = g_ptr_array_index (self->inks, i);
      BcSymptom *symptom = bc_view_ink_get_symptom (ink);
      GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

      digest = mix (digest, GPOINTER_TO_SIZE (symptom));
      digest = mix (digest, bc_view_ink_get_serial (ink));
      digest = mix (digest, (guint64) bc_symptom_get_number (symptom) << 32 | bc_symptom_get_qualities (symptom));
      digest = mix (digest, (guint64) (bc_symptom_get_now (symptom) + 1) << 16
                              | (guint64) (bc_symptom_get_best (symptom) + 1) << 8
                              | (guint64) (bc_symptom_get_worst (symptom) + 1));
      digest = mix (digest, (guint64) bc_symptom_get_depth (symptom) << 8
                              | (guint64) bc_symptom_get_constancy (symptom));
      for (guint m = 0; m < g_list_model_get_n_items (marks); m++)
        {
          g_autoptr(BcMark) mark = g_list_model_get_item (marks, m);

          if (bc_view_has_region (self->space.view, bc_mark_get_region (mark)))
            digest = mix (digest, (guint64) bc_mark_get_region (mark) << 8 | (guint64) bc_mark_get_role (mark));
        }
    }
  return digest;
}

/* Records what is no longer true of paths, arrows and labels, before they get onto tiles. */
void
bc_view_layers_record_front (BcViewLayers *self,
                             PangoContext *pango)
{
  guint64 digest;

  if (self->visit == NULL || self->bare)
    {
      g_clear_pointer (&self->paths, cairo_surface_destroy);
      g_clear_pointer (&self->arrows, cairo_surface_destroy);
      g_clear_pointer (&self->labels, cairo_surface_destroy);
      return;
    }
  if (self->paths == NULL)
    self->paths = record_paths (self);
  if (self->arrows != NULL && self->labels != NULL)
    return;
  if (self->arrows == NULL)
    self->arrows = record_arrows (self);
  digest = digest_labels (self);
  if (self->labels != NULL && self->labels_digest == digest)
    return;
  g_clear_pointer (&self->labels, cairo_surface_destroy);
  self->labels = record_labels (self, pango);
  self->labels_digest = digest;
}

static gboolean
recording_meets (cairo_surface_t *recording,
                 const BcBox     *box)
{
  BcBox ink;

  cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);
  return bc_boxes_meet (&ink, box);
}

static void
replay (cairo_surface_t *recording,
        cairo_t         *cr)
{
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
}

static void
paint_front (BcViewLayers *self,
             BcTile       *tile)
{
  g_autoptr(cairo_t) cr = NULL;

  g_clear_pointer (&tile->above, gsk_render_node_unref);
  g_clear_pointer (&tile->front, cairo_surface_destroy);
  if (self->paths == NULL
      || (!recording_meets (self->paths, &tile->box) && !recording_meets (self->arrows, &tile->box)
          && !recording_meets (self->labels, &tile->box)))
    return;
  tile->front = bc_tile_surface_new (&self->space, CAIRO_FORMAT_ARGB32, &tile->box);
  cr = bc_tile_cairo_new (tile->front, &tile->box);
  replay (self->paths, cr);
  replay (self->arrows, cr);
  replay (self->labels, cr);
  self->count.front++;
  if (bc_tile_is_blank (tile->front))
    g_clear_pointer (&tile->front, cairo_surface_destroy);
}

/* Brings front and nodes of a tile up to date. */
void
bc_view_layers_finish_tile (BcViewLayers *self,
                            BcTile       *tile)
{
  cairo_surface_t *surface;

  surface = tile->picture != NULL ? tile->picture : tile->figure;
  if (tile->below == NULL && surface != NULL)
    tile->below = bc_tile_node_new (surface, &tile->box);

  if (tile->front_dirty)
    paint_front (self, tile);
  tile->front_dirty = FALSE;
  if (tile->above == NULL && tile->front != NULL)
    tile->above = bc_tile_node_new (tile->front, &tile->box);
}

static void
add_caption_row (BcViewLayers *self,
                 PangoContext *pango,
                 const BcBox  *visible,
                 const BcBox  *row)
{
  BcBox box = bc_box_round (&self->space, row);
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  GskRenderNode *node;

  if (!(box.width > 0) || !(box.height > 0))
    return;
  surface = bc_tile_surface_new (&self->space, CAIRO_FORMAT_ARGB32, &box);
  cr = bc_tile_cairo_new (surface, &box);
  bc_paint_captions (cr, pango, self->space.view, visible, self->text_size, self->space.scheme);
  node = bc_tile_node_new (surface, &box);
  if (node != NULL)
    g_ptr_array_add (self->captions, node);
}

static void
paint_captions (BcViewLayers *self,
                PangoContext *pango,
                const BcBox  *visible)
{
  BcBox row = { visible->x, visible->y, visible->width, MIN (CAPTION_ROW * self->text_size, visible->height) };

  g_ptr_array_set_size (self->captions, 0);
  self->captions_at = *visible;
  add_caption_row (self, pango, visible, &row);
  if (bc_view_get_id (self->space.view) != BC_VIEW_HANDS)
    return;
  row.y += visible->height / 2;
  row.height = MIN (row.height, visible->height / 2);
  add_caption_row (self, pango, visible, &row);
}

/* Captions stay at the upper edge of what can be seen; those of the hands have a second row half way down. */
void
bc_view_layers_append_captions (BcViewLayers *self,
                                GtkSnapshot  *snapshot,
                                PangoContext *pango,
                                const BcBox  *visible)
{
  if (self->bare)
    return;
  if (self->captions->len == 0 || memcmp (visible, &self->captions_at, sizeof *visible) != 0)
    paint_captions (self, pango, visible);
  for (guint i = 0; i < self->captions->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->captions, i));
}
