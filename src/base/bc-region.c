/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-region.h"

#include "bc-i18n.h"
#include "bc-region-table.h"

static gpointer
index_ids (gpointer unused)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_hash_table_insert (ids, (gpointer) bc_areas[area].id, GUINT_TO_POINTER (area + 1));
      for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
        g_hash_table_insert (ids, (gpointer) bc_areas[area].region_ids[side],
                             GUINT_TO_POINTER (BC_N_AREAS + bc_region_new (area, side)));
    }
  return ids;
}

/* One table for areas (1 to 99) and regions (100 to 297): no area's id ends in a side. 0 where unknown. */
static guint
look_up_id (const char *id)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *ids = g_once (&once, index_ids, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (ids, id));
}

/**
 * bc_area_from_id:
 * @id: (nullable): id of an area without its side, as `leg-lateral`
 *
 * Returns: number of the area, 0 to %BC_N_AREAS - 1, or -1 where there is no such area
 */
int
bc_area_from_id (const char *id)
{
  guint found = id != NULL ? look_up_id (id) : 0;

  return found > 0 && found <= BC_N_AREAS ? (int) found - 1 : -1;
}

/**
 * bc_area_get_id:
 * @area: number of an area, below %BC_N_AREAS
 *
 * Returns: (transfer none): its id without the side, as `leg-lateral`
 */
const char *
bc_area_get_id (guint area)
{
  g_return_val_if_fail (area < BC_N_AREAS, NULL);

  return bc_areas[area].id;
}

/**
 * bc_area_get_name:
 * @area: number of an area, below %BC_N_AREAS
 *
 * Returns: (transfer none): what it is called, translated and without the side, as "Outer leg below the knee"
 */
const char *
bc_area_get_name (guint area)
{
  g_return_val_if_fail (area < BC_N_AREAS, NULL);

  return _(bc_areas[area].name);
}

/**
 * bc_area_get_borders:
 * @area: number of an area, below %BC_N_AREAS
 *
 * Returns: (transfer none): where it begins and ends, in translated words
 */
const char *
bc_area_get_borders (guint area)
{
  g_return_val_if_fail (area < BC_N_AREAS, NULL);

  return _(bc_areas[area].borders);
}

/**
 * bc_area_get_body_part:
 * @area: number of an area, below %BC_N_AREAS
 *
 * Returns: the part of the body that it is grouped under
 */
BcBodyPart
bc_area_get_body_part (guint area)
{
  g_return_val_if_fail (area < BC_N_AREAS, BC_BODY_PART_HEAD);

  return bc_areas[area].part;
}

/**
 * bc_region_new:
 * @area: number of an area, below %BC_N_AREAS
 * @side: the patient's left or right
 *
 * Returns: the region of @area on @side
 */
BcRegion
bc_region_new (guint  area,
               BcSide side)
{
  g_return_val_if_fail (area < BC_N_AREAS, BC_REGION_NONE);
  g_return_val_if_fail (side == BC_SIDE_LEFT || side == BC_SIDE_RIGHT, BC_REGION_NONE);

  return (BcRegion) (2 * area + side + 1);
}

/**
 * bc_region_from_id:
 * @id: (nullable): id of a region, as `leg-lateral-right`
 *
 * Returns: the region, or %BC_REGION_NONE where there is no such region
 */
BcRegion
bc_region_from_id (const char *id)
{
  guint found = id != NULL ? look_up_id (id) : 0;

  return found > BC_N_AREAS ? (BcRegion) (found - BC_N_AREAS) : BC_REGION_NONE;
}

/**
 * bc_region_get_id:
 * @region: a region, not %BC_REGION_NONE
 *
 * Returns: (transfer none): its id as files hold it, `leg-lateral-right`
 */
const char *
bc_region_get_id (BcRegion region)
{
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, NULL);

  return bc_areas[(region - 1) / 2].region_ids[(region - 1) % 2];
}

/**
 * bc_region_get_area:
 * @region: a region, not %BC_REGION_NONE
 *
 * Returns: number of its area, 0 to %BC_N_AREAS - 1
 */
guint
bc_region_get_area (BcRegion region)
{
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, 0);

  return (region - 1u) / 2;
}

/**
 * bc_region_get_side:
 * @region: a region, not %BC_REGION_NONE
 *
 * Returns: the patient's left or right, never both
 */
BcSide
bc_region_get_side (BcRegion region)
{
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, BC_SIDE_LEFT);

  return (region - 1) % 2 == 0 ? BC_SIDE_LEFT : BC_SIDE_RIGHT;
}

/**
 * bc_region_mirror:
 * @region: a region, not %BC_REGION_NONE
 *
 * Returns: the same area on the other side
 */
BcRegion
bc_region_mirror (BcRegion region)
{
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, BC_REGION_NONE);

  return (BcRegion) (((region - 1) ^ 1) + 1);
}

/**
 * bc_region_dup_name:
 * @region: a region, not %BC_REGION_NONE
 *
 * Returns: (transfer full): its translated name with the patient's side, as "Outer leg below the knee, right"
 */
char *
bc_region_dup_name (BcRegion region)
{
  const char *area;

  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, NULL);

  area = bc_area_get_name (bc_region_get_area (region));
  if (bc_region_get_side (region) == BC_SIDE_LEFT)
    /* Translators: %s is an area of the body, as in "Front of the knee, left"; left is the patient's own */
    return g_strdup_printf (_("%s, left"), area);
  /* Translators: %s is an area of the body, as in "Front of the knee, right"; right is the patient's own */
  return g_strdup_printf (_("%s, right"), area);
}

/**
 * bc_side_from_id:
 * @id: (nullable): `left`, `right` or `both`
 * @side: (out): where to put the side; untouched where @id is none
 *
 * Returns: whether @id is a side
 */
gboolean
bc_side_from_id (const char *id,
                 BcSide     *side)
{
  g_return_val_if_fail (side != NULL, FALSE);

  for (BcSide each = BC_SIDE_LEFT; each <= BC_SIDE_BOTH; each++)
    if (g_strcmp0 (id, bc_side_get_id (each)) == 0)
      {
        *side = each;
        return TRUE;
      }
  return FALSE;
}

/**
 * bc_side_get_id:
 * @side: a side
 *
 * Returns: (transfer none): its id as files hold it
 */
const char *
bc_side_get_id (BcSide side)
{
  switch (side)
    {
    case BC_SIDE_LEFT:
      return "left";
    case BC_SIDE_RIGHT:
      return "right";
    case BC_SIDE_BOTH:
      return "both";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * bc_side_get_name:
 * @side: a side
 *
 * Returns: (transfer none): its translated name within a sentence, as "left" or "both sides"
 */
const char *
bc_side_get_name (BcSide side)
{
  switch (side)
    {
    case BC_SIDE_LEFT:
      /* Translators: the patient's own left, after a name as in "L5 nerve root, left" */
      return C_("side", "left");
    case BC_SIDE_RIGHT:
      /* Translators: the patient's own right, after a name as in "L5 nerve root, right" */
      return C_("side", "right");
    case BC_SIDE_BOTH:
      /* Translators: after a name as in "Sacroiliac joint, both sides" */
      return C_("side", "both sides");
    default:
      g_return_val_if_reached (NULL);
    }
}
