/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a map: zones with a probability, and points. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

/**
 * bc_zones_new:
 *
 * Returns: (transfer full): of BcZone, empty
 */
GArray *
bc_zones_new (void)
{
  GArray *zones = g_array_new (FALSE, FALSE, sizeof (BcZone));

  g_array_set_clear_func (zones, (GDestroyNotify) bc_zone_clear);
  return zones;
}

/* Returns %NULL, always. */
static gpointer
set_unknown_area (const xmlNode  *node,
                  const char     *attribute,
                  const char     *id,
                  GError        **error)
{
  /* Translators: attribute of a data file, id found there */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    _("%s: “%s” is no area of the atlas; use an id without its side, as leg-lateral"), attribute, id);
  return NULL;
}

static gboolean
check_area (const GArray   *zones,
            const BcZone   *zone,
            const xmlNode  *node,
            const char     *id,
            GError        **error)
{
  if (zone->area >= BC_N_AREAS)
    return set_unknown_area (node, "area", id, error) != NULL;
  for (guint i = 0; i < zones->len; i++)
    {
      const BcZone *other = &g_array_index (zones, BcZone, i);

      if (other->area == zone->area && other->relation == zone->relation)
        {
          /* Translators: id of an area found in a data file */
          bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                            _("area: “%s” has two zones of the same side; keep one"), id);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * bc_maps_read_areas:
 *
 * Reads the list `areas` of an element.
 *
 * Returns: (transfer full): of guint, at least one, each once; %NULL with an error
 */
GArray *
bc_maps_read_areas (const xmlNode  *node,
                    GError        **error)
{
  g_autoptr(GArray) areas = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = bc_xml_require (node, "areas", error);
  g_auto(GStrv) ids = bc_maps_split (text);

  if (text == NULL)
    return NULL;
  for (char **id = ids; *id != NULL; id++)
    {
      int area = bc_area_from_id (*id);
      guint number = (guint) area;
      gboolean twice = FALSE;

      if (area < 0)
        return set_unknown_area (node, "areas", *id, error);
      for (guint i = 0; i < areas->len; i++)
        twice = twice || g_array_index (areas, guint, i) == number;
      if (twice)
        {
          /* Translators: attribute of a data file, id found there */
          bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("%s: “%s” stands there twice; keep one"), "areas", *id);
          return NULL;
        }
      g_array_append_val (areas, number);
    }
  if (areas->len > 0)
    return g_steal_pointer (&areas);
  /* Translators: element and attribute of a data file */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("<%s> names nothing in “%s”; write at least one id"),
                    (const char *) node->name, "areas");
  return NULL;
}

/* What a zone and a point have in common; @zone has its relation. */
static gboolean
read_place (const BcMaps   *maps,
            const GArray   *zones,
            BcZone         *zone,
            const xmlNode  *node,
            GError        **error)
{
  g_autofree char *area = bc_xml_require (node, "area", error);
  int grade = -1;
  int number;

  if (area == NULL)
    return FALSE;
  number = bc_area_from_id (area);
  zone->area = number >= 0 ? (guint) number : BC_N_AREAS;
  if (!check_area (zones, zone, node, area, error)
      || !bc_maps_read_choice (node, "grade", "A|B|C", &grade, error)
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &zone->sources, error))
    return FALSE;
  zone->grade = (BcGrade) grade;
  return TRUE;
}

/**
 * bc_zone_read:
 * @zones: of BcZone, to which the zone is added
 *
 * Reads an area with its probability; the text inside is a note on the number and is not translated.
 */
gboolean
bc_zone_read (const BcMaps   *maps,
              GArray         *zones,
              const xmlNode  *node,
              GError        **error)
{
  g_auto(BcZone) zone = { 0 };
  g_autofree char *text = bc_xml_dup_text (node);
  int relation = -1;

  if (!bc_maps_check_attributes (node, "area side probability grade sources", error))
    return FALSE;
  if (bc_xml_first (node) != NULL)
    return bc_maps_refuse_child (bc_xml_first (node), "text", error);
  if (!bc_maps_read_choice (node, "side", "same|other|both|left|right", &relation, error))
    return FALSE;
  zone.relation = (BcRelation) relation;
  if (!read_place (maps, zones, &zone, node, error)
      || !bc_maps_read_number (node, "probability", TRUE, 1, &zone.probability, error))
    return FALSE;
  zone.note = g_strstrip (g_steal_pointer (&text));
  g_array_append_val (zones, zone);
  zone = (BcZone) { 0 };
  return TRUE;
}

/**
 * bc_point_read:
 * @zones: of BcZone, to which the area of the point is added, with the probability 1
 *
 * Reads the area in which a single point lies; the text inside says where, is translated and must be there.
 */
gboolean
bc_point_read (const BcMaps   *maps,
               GArray         *zones,
               const xmlNode  *node,
               GError        **error)
{
  g_auto(BcZone) zone = { .relation = BC_RELATION_SAME, .probability = 1 };

  if (!bc_maps_check_attributes (node, "area grade sources", error)
      || !read_place (maps, zones, &zone, node, error)
      || !bc_maps_read_content (node, TRUE, &zone.note, error))
    return FALSE;
  g_array_append_val (zones, zone);
  zone = (BcZone) { 0 };
  return TRUE;
}
