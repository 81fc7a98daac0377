/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-view-ink-private.h"

/* From so many changed strokes on, one box around them all is cheaper than each one's own. */
#define MANY_BOXES 24

static void
clear_placed (gpointer data)
{
  g_clear_object (&((BcPlacedStroke *) data)->stroke);
}

static void
destroy_mask (gpointer mask)
{
  if (mask != NULL)
    cairo_surface_destroy (mask);
}

/**
 * bc_view_ink_new:
 * @symptom: whose strokes; none are read yet
 *
 * Returns: (transfer full): free with bc_view_ink_free()
 */
BcViewInk *
bc_view_ink_new (BcSymptom *symptom)
{
  BcViewInk *self;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  self = g_new0 (BcViewInk, 1);
  self->symptom = g_object_ref (symptom);
  self->pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE);
  self->strokes = g_array_new (FALSE, FALSE, sizeof (BcPlacedStroke));
  g_array_set_clear_func (self->strokes, clear_placed);
  self->masks = g_hash_table_new_full (NULL, NULL, NULL, destroy_mask);
  return self;
}

/**
 * bc_view_ink_free:
 * @self: (transfer full): no longer needed
 */
void
bc_view_ink_free (BcViewInk *self)
{
  g_hash_table_unref (self->masks);
  g_array_unref (self->strokes);
  g_object_unref (self->symptom);
  g_free (self);
}

/**
 * bc_view_ink_get_symptom:
 *
 * Returns: (transfer none): whose ink it is
 */
BcSymptom *
bc_view_ink_get_symptom (BcViewInk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->symptom;
}

/**
 * bc_view_ink_get_serial:
 *
 * Returns: a number that changes whenever any stroke of the symptom in this view comes or goes
 */
guint
bc_view_ink_get_serial (BcViewInk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->serial;
}

/**
 * bc_view_ink_update_pen:
 *
 * Reads number, qualities, intensity and whether it is confirmed again.
 *
 * Returns: whether the ink looks different now
 */
gboolean
bc_view_ink_update_pen (BcViewInk *self)
{
  BcPen pen;

  g_return_val_if_fail (self != NULL, FALSE);

  pen = bc_pen_of_symptom (self->symptom, BC_ROLE_SITE);
  if (pen.number == self->pen.number && pen.qualities == self->pen.qualities && pen.nrs == self->pen.nrs
      && pen.unconfirmed == self->pen.unconfirmed)
    return FALSE;
  self->pen = pen;
  return TRUE;
}

/**
 * bc_view_ink_is_current:
 *
 * A quick look, by the number of strokes and the last one.
 *
 * Returns: %FALSE when the symptom's strokes certainly are others than those read
 */
gboolean
bc_view_ink_is_current (BcViewInk *self)
{
  GListModel *strokes;
  g_autoptr(BcStroke) last = NULL;
  guint n_strokes;

  g_return_val_if_fail (self != NULL, TRUE);

  strokes = G_LIST_MODEL (bc_symptom_get_strokes (self->symptom));
  n_strokes = g_list_model_get_n_items (strokes);
  if (n_strokes != self->strokes->len)
    return FALSE;
  if (n_strokes == 0)
    return TRUE;
  last = g_list_model_get_item (strokes, n_strokes - 1);
  return last == g_array_index (self->strokes, BcPlacedStroke, n_strokes - 1).stroke;
}

static gboolean
is_empty (const BcBox *box)
{
  return !(box->width > 0) || !(box->height > 0);
}

static void
place (BcPlacedStroke            *placed,
       const BcTileSpace *space)
{
  placed->box = placed->body;
  if (is_empty (&placed->body))
    return;
  placed->box = bc_viewport_map_box (&space->viewport, &placed->body);
  /* Where it meets other ink, that ink's contour goes too. */
  placed->box = bc_box_grow (&placed->box, space->reach);
}

static void
note_change (BcViewInk         *self,
             BcStroke          *stroke,
             const BcTileSpace *space)
{
  static guint last_serial; /* never the same twice, not even for another symptom's ink */

  if (bc_stroke_get_view (stroke) == bc_view_get_id (space->view))
    self->serial = ++last_serial;
}

/* Takes the stroke over. To find its place its curve is made, so this is done once and not at every zoom. */
static BcPlacedStroke
place_fresh (BcViewInk         *self,
             BcStroke          *stroke,
             const BcTileSpace *space)
{
  const BcViewport body = { .scale = 1 };
  BcPlacedStroke placed = { .stroke = stroke };

  note_change (self, stroke, space);
  /* Paths of radiation are painted with the arrows. */
  if (bc_stroke_get_role (stroke) == BC_ROLE_SITE)
    placed.body = bc_stroke_box (space->view, &body, stroke);
  place (&placed, space);
  return placed;
}

/**
 * bc_view_ink_place:
 *
 * Follows a change of the space: where the strokes lie is computed anew, and masks are made when next needed.
 */
void
bc_view_ink_place (BcViewInk         *self,
                   const BcTileSpace *space)
{
  g_return_if_fail (self != NULL && space != NULL);

  g_hash_table_remove_all (self->masks);
  for (guint i = 0; i < self->strokes->len; i++)
    place (&g_array_index (self->strokes, BcPlacedStroke, i), space);
}

static BcStroke *
stroke_at (BcViewInk *self,
           guint      i)
{
  return g_array_index (self->strokes, BcPlacedStroke, i).stroke;
}

/* How many strokes at the beginning, and how many at the end, are those that were read before. */
static void
find_same (BcViewInk *self,
           GPtrArray *now,
           guint     *first,
           guint     *last)
{
  guint n_old = self->strokes->len;
  guint most = MIN (now->len, n_old);

  *first = 0;
  *last = 0;
  while (*first < most && g_ptr_array_index (now, *first) == stroke_at (self, *first))
    (*first)++;
  while (*last < most - *first
         && g_ptr_array_index (now, now->len - 1 - *last) == stroke_at (self, n_old - 1 - *last))
    (*last)++;
}

/* Takes over what the symptom has now, and gives the boxes in which that differs. */
static GArray *
replace_strokes (BcViewInk         *self,
                 const BcTileSpace *space)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (self->symptom));
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (BcBox));
  guint first;
  guint last;

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    g_ptr_array_add (now, g_list_model_get_item (strokes, i));
  find_same (self, now, &first, &last);
  for (guint i = first; i < self->strokes->len - last; i++)
    {
      note_change (self, stroke_at (self, i), space);
      if (!is_empty (&g_array_index (self->strokes, BcPlacedStroke, i).box))
        g_array_append_val (changed, g_array_index (self->strokes, BcPlacedStroke, i).box);
    }
  if (self->strokes->len > first + last)
    g_array_remove_range (self->strokes, first, self->strokes->len - first - last);
  for (guint i = first; i < now->len - last; i++)
    {
      BcPlacedStroke placed = place_fresh (self, g_object_ref (g_ptr_array_index (now, i)), space);

      g_array_insert_val (self->strokes, i, placed);
      if (!is_empty (&placed.box))
        g_array_append_val (changed, placed.box);
    }
  return changed;
}

/**
 * bc_view_ink_read:
 * @damage: (element-type BcBox): where the ink changed is added to it
 *
 * Reads the strokes of the symptom again.
 */
void
bc_view_ink_read (BcViewInk         *self,
                  const BcTileSpace *space,
                  GArray            *damage)
{
  g_autoptr(GArray) changed = NULL;

  g_return_if_fail (self != NULL && space != NULL && damage != NULL);

  changed = replace_strokes (self, space);
  if (changed->len > MANY_BOXES)
    {
      for (guint i = 1; i < changed->len; i++)
        g_array_index (changed, BcBox, 0) = bc_boxes_join (&g_array_index (changed, BcBox, 0),
                                                           &g_array_index (changed, BcBox, i));
      g_array_set_size (changed, 1);
    }
  for (guint i = 0; i < changed->len; i++)
    bc_view_ink_mask_rebuild (self, space, &g_array_index (changed, BcBox, i));
  g_array_append_vals (damage, changed->data, changed->len);
}

/**
 * bc_view_ink_add:
 * @stroke: the newest of the symptom's strokes, and all that changed
 * @box: (out): where it lies, empty where the view does not show it or it was there already
 *
 * Adds one stroke to the masks. This does not look at the other strokes.
 *
 * Returns: %FALSE when it is not the only change; then read them all
 */
gboolean
bc_view_ink_add (BcViewInk         *self,
                 const BcTileSpace *space,
                 BcStroke          *stroke,
                 BcBox             *box)
{
  BcPlacedStroke placed;

  g_return_val_if_fail (self != NULL && space != NULL, FALSE);
  g_return_val_if_fail (BC_IS_STROKE (stroke) && box != NULL, FALSE);

  *box = (BcBox) { 0 };
  if (bc_view_ink_is_current (self))
    return TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes (self->symptom))) != self->strokes->len + 1)
    return FALSE;
  placed = place_fresh (self, g_object_ref (stroke), space);
  g_array_append_val (self->strokes, placed);
  if (!bc_view_ink_is_current (self))
    {
      g_array_set_size (self->strokes, self->strokes->len - 1);
      return FALSE;
    }
  *box = placed.box;
  if (!is_empty (box))
    bc_view_ink_mask_add (self, space, stroke, box);
  return TRUE;
}
