/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

static void
level_free (BcDermatomeLevel *level)
{
  g_free (level->name);
  g_clear_pointer (&level->zones, g_array_unref);
  g_free (level);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcDermatomeLevel, level_free)

void
bc_dermatome_map_free (BcDermatomeMap *map)
{
  g_free (map->id);
  g_free (map->name);
  g_free (map->about);
  g_strfreev (map->sources);
  g_clear_pointer (&map->levels, g_ptr_array_unref);
  g_free (map);
}

/* A level of a pattern: its name and its zones. */
static gboolean
read_pattern_level (const BcMaps      *maps,
                    BcDermatomeLevel  *level,
                    const xmlNode     *node,
                    GError           **error)
{
  g_auto(GStrv) ids = NULL;

  if (!bc_maps_check_attributes (node, "pattern", error)
      || !bc_maps_read_ids (maps, node, "pattern", BC_ITEM_PATTERN, TRUE, &ids, error))
    return FALSE;
  if (bc_xml_first (node) != NULL)
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, bc_xml_first (node),
                        _("<%s> stands in a level that has the zones of a pattern; give the level a “name” instead of "
                          "“pattern”, or take the element out"), (const char *) bc_xml_first (node)->name);
      return FALSE;
    }
  level->pattern = bc_maps_lookup_pattern (maps, ids[0]);
  if (ids[1] != NULL || *level->pattern->level == '\0')
    {
      /* Translators: attribute of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("%s: name one pattern that has a level"), "pattern");
      return FALSE;
    }
  level->name = g_strdup (level->pattern->level);
  level->zones = g_array_ref (level->pattern->zones);
  return TRUE;
}

/* A level with places of its own. */
static gboolean
read_own_level (const BcMaps      *maps,
                BcDermatomeLevel  *level,
                const xmlNode     *node,
                GError           **error)
{
  if (!bc_maps_check_attributes (node, "name", error)
      || (level->name = bc_xml_require (node, "name", error)) == NULL)
    return FALSE;
  level->zones = bc_zones_new ();
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "zone"))
        read = bc_zone_read (maps, level->zones, child, error);
      else if (bc_xml_is (child, "point"))
        read = bc_point_read (maps, level->zones, child, error);
      else
        bc_maps_refuse_child (child, "zone point", error);
      if (!read)
        return FALSE;
    }
  return bc_maps_require_text (node, "zone", level->zones->len > 0 ? "" : NULL, error);
}

/* The name is written on the figure and must be told from those of the other levels. */
static gboolean
check_level (const BcDermatomeMap    *map,
             const BcDermatomeLevel  *level,
             const xmlNode           *node,
             GError                 **error)
{
  if (g_utf8_strlen (level->name, -1) > BC_DERMATOME_MAX_NAME)
    {
      /* Translators: level found in a data file; the largest number of characters */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("the level “%s” is too long to be written on the figure; use at most %d characters"),
                        level->name, BC_DERMATOME_MAX_NAME);
      return FALSE;
    }
  if (map->levels->len == BC_DERMATOME_MAX_LEVELS)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_TOO_LARGE, node, _("a map has at most %d levels; leave some out"),
                        BC_DERMATOME_MAX_LEVELS);
      return FALSE;
    }
  for (guint i = 0; i < map->levels->len; i++)
    if (g_str_equal (((const BcDermatomeLevel *) g_ptr_array_index (map->levels, i))->name, level->name))
      {
        /* Translators: level found in a data file, as L5 */
        bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("the level “%s” stands here twice; keep one"),
                          level->name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_level (const BcMaps    *maps,
            BcDermatomeMap  *map,
            const xmlNode   *node,
            GError         **error)
{
  g_autoptr(BcDermatomeLevel) level = g_new0 (BcDermatomeLevel, 1);

  if (!(xmlHasProp ((xmlNode *) node, BAD_CAST "pattern") != NULL ? read_pattern_level (maps, level, node, error)
                                                                   : read_own_level (maps, level, node, error))
      || !check_level (map, level, node, error))
    return FALSE;
  g_ptr_array_add (map->levels, g_steal_pointer (&level));
  return TRUE;
}

static gboolean
read_map (BcMaps         *maps,
          const xmlNode  *node,
          GError        **error)
{
  g_autoptr(BcDermatomeMap) map = g_new0 (BcDermatomeMap, 1);

  map->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) level_free);
  if (!bc_maps_check_attributes (node, "id sources", error)
      || (map->id = bc_xml_require (node, "id", error)) == NULL
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &map->sources, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "level"))
        read = read_level (maps, map, child, error);
      else if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &map->name, error);
      else if (bc_xml_is (child, "about"))
        read = bc_maps_read_text (child, TRUE, &map->about, error);
      else
        bc_maps_refuse_child (child, "name about level", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", map->name, error)
      || !bc_maps_require_text (node, "about", map->about, error)
      || !bc_maps_require_text (node, "level", map->levels->len > 0 ? "" : NULL, error)
      || !bc_maps_add (maps, BC_ITEM_DERMATOME_MAP, node, map->id, map, error))
    return FALSE;
  g_ptr_array_add (maps->dermatome_maps, g_steal_pointer (&map));
  return TRUE;
}

/**
 * bc_dermatome_maps_read:
 *
 * Reads the rival maps of all segments.
 */
gboolean
bc_dermatome_maps_read (BcMaps         *maps,
                        const xmlNode  *root,
                        GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "dermatome-map"))
        return bc_maps_refuse_child (node, "dermatome-map", error);
      if (!read_map (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

/**
 * bc_maps_lookup_dermatome_map:
 *
 * Returns: (transfer none) (nullable): the map of all segments with this id
 */
const BcDermatomeMap *
bc_maps_lookup_dermatome_map (const BcMaps *maps,
                              const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_DERMATOME_MAP, id);
}

/**
 * bc_dermatome_level_get_probability:
 * @side: the side of the segment
 * @region: a region of the patient's left or right
 *
 * Returns: the chance that the segment is felt in @region, 0..1; 1 where its key point lies; 0 outside every zone
 */
double
bc_dermatome_level_get_probability (const BcDermatomeLevel *level,
                                    BcSide                  side,
                                    BcRegion                region)
{
  g_return_val_if_fail (level != NULL, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);
  return bc_zones_get_probability (level->zones, side, region);
}
