/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

static void
item_free (BcInstrumentItem *item)
{
  g_free (item->id);
  g_free (item->name);
  g_clear_pointer (&item->areas, g_array_unref);
  g_free (item->group);
  g_free (item->rule);
  g_free (item->note);
  g_free (item);
}

static void
total_free (BcInstrumentTotal *total)
{
  g_free (total->id);
  g_free (total->name);
  g_free (total->rule);
  g_free (total->note);
  g_free (total);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcInstrumentItem, item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcInstrumentTotal, total_free)

void
bc_instrument_free (BcInstrument *instrument)
{
  g_free (instrument->id);
  g_free (instrument->name);
  g_strfreev (instrument->sources);
  g_clear_pointer (&instrument->items, g_ptr_array_unref);
  g_clear_pointer (&instrument->totals, g_ptr_array_unref);
  g_free (instrument);
}

/* Name, rule and note of an item or a total; "" where @rule is left to the instrument and where there is no note. */
static gboolean
read_texts (const xmlNode  *node,
            char          **name,
            char          **rule,
            char          **note,
            GError        **error)
{
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, name, error);
      else if (bc_xml_is (child, "rule"))
        read = bc_maps_read_text (child, TRUE, rule, error);
      else if (bc_xml_is (child, "note"))
        read = bc_maps_read_text (child, FALSE, note, error);
      else
        bc_maps_refuse_child (child, "name rule note", error);
      if (!read)
        return FALSE;
    }
  if (*note == NULL)
    *note = g_strdup ("");
  return bc_maps_require_text (node, "name", *name, error);
}

/* Ids of items and totals are unique within their instrument only. */
static gboolean
check_id (const BcInstrument  *instrument,
          const xmlNode       *node,
          const char          *id,
          GError             **error)
{
  gboolean taken = FALSE;

  if (!bc_maps_check_id (node, id, error))
    return FALSE;
  for (guint i = 0; i < instrument->items->len; i++)
    taken = taken || g_str_equal (((const BcInstrumentItem *) g_ptr_array_index (instrument->items, i))->id, id);
  for (guint i = 0; i < instrument->totals->len; i++)
    taken = taken || g_str_equal (((const BcInstrumentTotal *) g_ptr_array_index (instrument->totals, i))->id, id);
  if (taken)
    /* Translators: %s is an id found in a data file */
    bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                      _("the id “%s” is used twice; give one of the two another id"), id);
  return !taken;
}

static gboolean
read_item (BcInstrument   *instrument,
           const char     *rule,
           const xmlNode  *node,
           GError        **error)
{
  g_autoptr(BcInstrumentItem) item = g_new0 (BcInstrumentItem, 1);
  int side = -1;

  if (!bc_maps_check_attributes (node, "id side group areas", error)
      || (item->id = bc_xml_require (node, "id", error)) == NULL
      || !check_id (instrument, node, item->id, error)
      || !bc_maps_read_choice (node, "side", "left|right|either|each", &side, error)
      || (item->areas = bc_maps_read_areas (node, error)) == NULL
      || !read_texts (node, &item->name, &item->rule, &item->note, error))
    return FALSE;
  if (item->rule == NULL)
    item->rule = g_strdup (rule);
  if (!bc_maps_require_text (node, "rule", item->rule, error))
    return FALSE;
  item->side = (BcItemSide) side;
  item->group = bc_maps_dup_attribute (node, "group");
  if (xmlHasProp ((xmlNode *) node, BAD_CAST "group") != NULL && !bc_maps_check_id (node, item->group, error))
    return FALSE;
  g_ptr_array_add (instrument->items, g_steal_pointer (&item));
  return TRUE;
}

static gboolean
read_total (BcInstrument   *instrument,
            const xmlNode  *node,
            GError        **error)
{
  g_autoptr(BcInstrumentTotal) total = g_new0 (BcInstrumentTotal, 1);

  if (!bc_maps_check_attributes (node, "id", error)
      || (total->id = bc_xml_require (node, "id", error)) == NULL
      || !check_id (instrument, node, total->id, error)
      || !read_texts (node, &total->name, &total->rule, &total->note, error)
      || !bc_maps_require_text (node, "rule", total->rule, error))
    return FALSE;
  g_ptr_array_add (instrument->totals, g_steal_pointer (&total));
  return TRUE;
}

static gboolean
read_instrument (BcMaps         *maps,
                 const xmlNode  *node,
                 GError        **error)
{
  g_autoptr(BcInstrument) instrument = g_new0 (BcInstrument, 1);
  g_autofree char *rule = NULL; /* of all items that have none of their own */

  instrument->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  instrument->totals = g_ptr_array_new_with_free_func ((GDestroyNotify) total_free);
  if (!bc_maps_check_attributes (node, "id sources", error)
      || (instrument->id = bc_xml_require (node, "id", error)) == NULL
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &instrument->sources, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &instrument->name, error);
      else if (bc_xml_is (child, "rule"))
        read = bc_maps_read_text (child, TRUE, &rule, error);
      else if (bc_xml_is (child, "item"))
        read = read_item (instrument, rule, child, error);
      else if (bc_xml_is (child, "total"))
        read = read_total (instrument, child, error);
      else
        bc_maps_refuse_child (child, "name rule item total", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", instrument->name, error)
      || !bc_maps_require_text (node, "total", instrument->items->len + instrument->totals->len > 0 ? "" : NULL, error)
      || !bc_maps_add (maps, BC_ITEM_INSTRUMENT, node, instrument->id, instrument, error))
    return FALSE;
  g_ptr_array_add (maps->instruments, g_steal_pointer (&instrument));
  return TRUE;
}

/**
 * bc_instruments_read:
 *
 * Reads the scores that a body chart answers.
 */
gboolean
bc_instruments_read (BcMaps         *maps,
                     const xmlNode  *root,
                     GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "instrument"))
        return bc_maps_refuse_child (node, "instrument", error);
      if (!read_instrument (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

/**
 * bc_maps_lookup_instrument:
 *
 * Returns: (transfer none) (nullable): the instrument with this id
 */
const BcInstrument *
bc_maps_lookup_instrument (const BcMaps *maps,
                           const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_INSTRUMENT, id);
}

/**
 * bc_instrument_item_has_region:
 * @region: a region of the patient's left or right
 *
 * Returns: whether a mark in @region counts for @item; for an item that is asked of each side, the regions of both
 */
gboolean
bc_instrument_item_has_region (const BcInstrumentItem *item,
                               BcRegion                region)
{
  g_return_val_if_fail (item != NULL, FALSE);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, FALSE);

  if ((item->side == BC_ITEM_SIDE_LEFT && bc_region_get_side (region) != BC_SIDE_LEFT)
      || (item->side == BC_ITEM_SIDE_RIGHT && bc_region_get_side (region) != BC_SIDE_RIGHT))
    return FALSE;
  for (guint i = 0; i < item->areas->len; i++)
    if (g_array_index (item->areas, guint, i) == bc_region_get_area (region))
      return TRUE;
  return FALSE;
}
