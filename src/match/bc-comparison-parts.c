/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the marks of two visits lie to each other. */
#include "bc-comparison-private.h"

#include <math.h>

/* Of a region that only one drawing marks, beside one that both or the other mark: so much ink is no slip any more.
 * An estimate. */
#define EDGE_SHARE 0.5

void
bc_place_marks_add (BcPlaceMarks *self,
                    BcSymptom    *symptom)
{
  bc_skin_add_symptom (&self->skin, symptom);
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    self->marked[region] = self->marked[region] || bc_symptom_marks_region (symptom, region, NULL);
}

void
bc_place_marks_clear (BcPlaceMarks *self)
{
  bc_skin_clear (&self->skin);
}

static gboolean
is_beside_marked (const BcPlaceMarks *self,
                  BcRegion            region)
{
  for (BcRegion other = 1; other <= BC_N_REGIONS; other++)
    if (self->marked[other] && bc_atlas_is_adjacent (self->skin.figure, region, other))
      return TRUE;
  return FALSE;
}

/* A click is meant; ink may have slipped over the border of a region. */
static gboolean
is_at_edge (const BcPlaceMarks *where,
            const BcPlaceMarks *elsewhere,
            BcRegion            region)
{
  if (where->skin.clicked[region])
    return FALSE;
  if (bc_skin_get_share (&elsewhere->skin, region) > 0)
    return TRUE;
  return bc_skin_get_share (&where->skin, region) < EDGE_SHARE && is_beside_marked (elsewhere, region);
}

static BcChange
find_change (const BcPlaceMarks *before,
             const BcPlaceMarks *after,
             BcRegion            region)
{
  if (before->marked[region] && after->marked[region])
    return BC_CHANGE_SAME;
  if (after->marked[region])
    return is_at_edge (after, before, region) ? BC_CHANGE_EDGE : BC_CHANGE_NEW;
  if (before->marked[region])
    return is_at_edge (before, after, region) ? BC_CHANGE_EDGE : BC_CHANGE_GONE;
  return BC_CHANGE_NONE;
}

/* What is wholly gone, or there for the first time, is no matter of drawing. */
static gboolean
is_certain (double before,
            double after)
{
  double change = fabs (after - before);

  if (before <= 0 || after <= 0)
    return before != after;
  return change > MAX (BC_EXTENT_LEAST_CHANGE, BC_EXTENT_LEAST_PART * (before + after) / 2);
}

static gboolean
is_drawn (const BcSkin *skin)
{
  for (guint view = 0; view < BC_N_VIEWS; view++)
    if (skin->views[view] != NULL)
      return TRUE;
  return FALSE;
}

static void
compare_skin (const BcSkin *before,
              const BcSkin *after,
              BcSkinChange *change)
{
  double both[BC_N_REGIONS + 1];
  double shared = 0;

  *change = (BcSkinChange) { .drawn = is_drawn (before) || is_drawn (after) };
  bc_skin_overlap (before, after, both);
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      double cm2 = bc_atlas_get_skin_area (before->figure, region);
      double body = bc_atlas_get_body_share (before->figure, region);
      double earlier = bc_skin_get_share (before, region);
      double later = bc_skin_get_share (after, region);

      change->before_cm2 += earlier * cm2;
      change->after_cm2 += later * cm2;
      change->before_share += earlier * body;
      change->after_share += later * body;
      shared += both[region] * cm2;
    }
  if (shared > 0)
    change->overlap = MIN (shared / (change->before_cm2 + change->after_cm2 - shared), 1);
  change->certain = is_certain (change->before_share, change->after_share);
}

void
bc_place_marks_compare (const BcPlaceMarks *before,
                        const BcPlaceMarks *after,
                        BcRegionChanges    *regions,
                        BcSkinChange       *skin)
{
  *regions = (BcRegionChanges) { 0 };
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      BcChange change = find_change (before, after, region);

      regions->change[region] = (guint8) change;
      regions->n[change]++;
      regions->n_before += before->marked[region] ? 1 : 0;
      regions->n_after += after->marked[region] ? 1 : 0;
    }
  compare_skin (&before->skin, &after->skin, skin);
}
