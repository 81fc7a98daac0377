/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the layers of a view follow the chart: what has to be painted again, and no more. */

#include "bc-view-layers-private.h"

/* Everything that @ink has put on a tile has to be painted again. */
static void
damage_ink (BcViewLayers *self,
            BcViewInk    *ink)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BcTile *tile = value;

      if (bc_view_ink_meets (ink, &tile->box))
        tile->dirty = tile->box;
    }
}

/* Whether any looks different now. */
static gboolean
update_pens (BcViewLayers *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->inks->len; i++)
    if (bc_view_ink_update_pen (g_ptr_array_index (self->inks, i)))
      {
        damage_ink (self, g_ptr_array_index (self->inks, i));
        changed = TRUE;
      }
  return changed;
}

static void
read_ink (BcViewLayers *self,
          BcViewInk    *ink)
{
  g_autoptr(GArray) damage = g_array_new (FALSE, FALSE, sizeof (BcBox));

  bc_view_ink_read (ink, &self->space, damage);
  for (guint i = 0; i < damage->len; i++)
    bc_view_layers_damage (self, &g_array_index (damage, BcBox, i));
}

/* Takes the ink of @symptom out of the old list; a new one where it was not there. */
static BcViewInk *
take_ink (GPtrArray *inks,
          BcSymptom *symptom,
          guint     *position)
{
  for (guint i = 0; i < inks->len; i++)
    {
      BcViewInk *ink = g_ptr_array_index (inks, i);

      if (ink == NULL || bc_view_ink_get_symptom (ink) != symptom)
        continue;
      g_ptr_array_index (inks, i) = NULL;
      *position = i;
      return ink;
    }
  return bc_view_ink_new (symptom);
}

static void
free_ink (gpointer ink)
{
  if (ink != NULL)
    bc_view_ink_free (ink);
}

/* Brings the inks to what the visit has now, and notes where that changes the picture. */
static void
sync_inks (BcViewLayers *self)
{
  GListModel *symptoms = self->visit != NULL ? G_LIST_MODEL (bc_visit_get_symptoms (self->visit)) : NULL;
  g_autoptr(GPtrArray) old = self->inks;
  guint before = 0;
  gboolean in_order = TRUE;

  g_ptr_array_set_free_func (old, free_ink);
  self->inks = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_view_ink_free);
  for (guint i = 0; symptoms != NULL && i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      guint position = before;
      BcViewInk *ink = take_ink (old, symptom, &position);

      in_order &= position >= before;
      before = position;
      g_ptr_array_add (self->inks, ink);
      read_ink (self, ink);
    }
  update_pens (self);
  for (guint i = 0; i < old->len; i++)
    if (g_ptr_array_index (old, i) != NULL)
      damage_ink (self, g_ptr_array_index (old, i));
  if (!in_order)
    {
      BcBox all = { 0, 0, self->space.width, self->space.height };

      bc_view_layers_damage (self, &all);
    }
}

/**
 * bc_view_layers_set_visit:
 * @visit: (nullable): whose marks and strokes to paint
 *
 * Paints another visit; the figure stays.
 */
void
bc_view_layers_set_visit (BcViewLayers *self,
                          BcVisit      *visit)
{
  BcBox all;

  g_return_if_fail (self != NULL);
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  if (!g_set_object (&self->visit, visit))
    return;
  bc_view_layers_sync_regions (self);
  sync_inks (self);
  all = (BcBox) { 0, 0, self->space.width, self->space.height };
  bc_view_layers_damage (self, &all);
  bc_view_layers_front_damage (self, TRUE);
}

static gboolean
symptoms_are_current (BcViewLayers *self)
{
  GListModel *symptoms = self->visit != NULL ? G_LIST_MODEL (bc_visit_get_symptoms (self->visit)) : NULL;

  if ((symptoms != NULL ? g_list_model_get_n_items (symptoms) : 0) != self->inks->len)
    return FALSE;
  for (guint i = 0; i < self->inks->len; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_view_ink_get_symptom (g_ptr_array_index (self->inks, i)) != symptom)
        return FALSE;
    }
  return TRUE;
}

/**
 * bc_view_layers_regions_changed:
 * @changed: [%BC_N_REGIONS + 1]: non-zero for each region whose marks changed
 *
 * Marks these regions, and all arrows and labels, to be painted again. Of changed strokes tells
 * bc_view_layers_strokes_changed().
 */
void
bc_view_layers_regions_changed (BcViewLayers *self,
                                const guint8 *changed)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (changed != NULL);

  bc_view_layers_sync_regions (self);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (changed[region] != 0 && bc_view_has_region (self->space.view, (BcRegion) region))
      {
        BcBox box = bc_view_layers_region_reach (&self->space, (BcRegion) region);

        bc_view_layers_damage (self, &box);
      }
  if (!symptoms_are_current (self))
    {
      sync_inks (self);
      bc_view_layers_front_damage (self, TRUE);
    }
  else
    {
      bc_view_layers_front_damage (self, update_pens (self));
    }
}

static BcViewInk *
find_ink (BcViewLayers *self,
          BcSymptom    *symptom)
{
  for (guint i = 0; i < self->inks->len; i++)
    if (bc_view_ink_get_symptom (g_ptr_array_index (self->inks, i)) == symptom)
      return g_ptr_array_index (self->inks, i);
  return NULL;
}

/* Whether @added was all that changed; then nothing else is looked at. */
static gboolean
add_stroke (BcViewLayers *self,
            BcViewInk    *ink,
            BcStroke     *added)
{
  BcBox box = { 0 };

  if (added == NULL || !bc_view_ink_add (ink, &self->space, added, &box))
    return FALSE;
  bc_view_layers_damage (self, &box);
  return TRUE;
}

/**
 * bc_view_layers_strokes_changed:
 * @symptom: (nullable): whose strokes changed, %NULL for all
 * @added: (nullable): the stroke that was added at the end, if that is all that changed
 *
 * Follows a change of strokes. A stroke that was added costs its own box only.
 */
void
bc_view_layers_strokes_changed (BcViewLayers *self,
                                BcSymptom    *symptom,
                                BcStroke     *added)
{
  BcViewInk *ink;
  guint serial;

  g_return_if_fail (self != NULL);
  g_return_if_fail (symptom == NULL || BC_IS_SYMPTOM (symptom));
  g_return_if_fail (added == NULL || BC_IS_STROKE (added));

  ink = symptom != NULL ? find_ink (self, symptom) : NULL;
  if (ink == NULL || !symptoms_are_current (self))
    {
      sync_inks (self);
      bc_view_layers_front_damage (self, TRUE);
      return;
    }
  serial = bc_view_ink_get_serial (ink);
  if (!add_stroke (self, ink, added))
    read_ink (self, ink);
  /* Regions of which arrows know changed with regions_changed (). */
  if (update_pens (self) || bc_view_ink_get_serial (ink) != serial)
    bc_view_layers_front_damage (self, added == NULL || bc_stroke_get_role (added) == BC_ROLE_RADIATION);
}
