/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

#define MAX_OWN_ID 64 /* characters */

typedef struct
{
  BcItemKind  kind;
  gpointer    item;
  const char *file; /* where it stands, for the message about a second one; interned */
  long        line;
} BcEntry;

/**
 * bc_maps_new:
 *
 * Returns: (transfer full): maps without any item, for the readers to fill
 */
BcMaps *
bc_maps_new (void)
{
  static int last_serial = 0;
  BcMaps *maps = g_new0 (BcMaps, 1);

  maps->serial = (guint) g_atomic_int_add (&last_serial, 1) + 1;
  maps->families = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_family_free);
  maps->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_pattern_free);
  maps->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_group_free);
  maps->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_factor_free);
  maps->discriminators = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_discriminator_free);
  maps->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_answer_item_free);
  maps->red_flags = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_red_flag_free);
  maps->management = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_management_free);
  maps->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_source_free);
  maps->dermatome_maps = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_dermatome_map_free);
  maps->instruments = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_instrument_free);
  maps->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_published_figure_free);
  maps->own_files = g_ptr_array_new_with_free_func (g_free);
  maps->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return maps;
}

/**
 * bc_maps_free:
 *
 * Frees the maps with everything that they hold.
 */
void
bc_maps_free (BcMaps *maps)
{
  if (maps == NULL)
    return;
  g_hash_table_unref (maps->by_id);
  g_ptr_array_unref (maps->figures);
  g_ptr_array_unref (maps->instruments);
  g_ptr_array_unref (maps->dermatome_maps);
  g_ptr_array_unref (maps->red_flags);
  g_ptr_array_unref (maps->discriminators);
  g_ptr_array_unref (maps->answers);
  g_ptr_array_unref (maps->patterns);
  g_ptr_array_unref (maps->families);
  g_ptr_array_unref (maps->groups);
  g_ptr_array_unref (maps->management);
  g_ptr_array_unref (maps->factors);
  g_ptr_array_unref (maps->sources);
  g_ptr_array_unref (maps->own_files);
  g_free (maps);
}

/**
 * bc_maps_check_id:
 *
 * Returns: %FALSE with an error where @id is not a word of a-z, 0-9 and hyphens
 */
gboolean
bc_maps_check_id (const xmlNode  *node,
                  const char     *id,
                  GError        **error)
{
  if (*id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-_/") == strlen (id))
    return TRUE;
  /* Translators: %s is an id found in a data file */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    _("the id “%s” is not allowed; use small letters, digits and hyphens"), id);
  return FALSE;
}

/* Own ids are marked as such, so that no later version of the program and no chart can mistake them. */
static gboolean
check_own_id (const xmlNode  *node,
              const char     *id,
              GError        **error)
{
  gboolean own = bc_maps_is_own_node (node);

  if (own && !bc_maps_is_own_id (id))
    /* Translators: %s is an id found in a data file; “own-” stays as it is */
    bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                      _("the id “%s” is none for a map of your own; begin it with “own-”, then small letters and "
                        "digits with single hyphens, 64 characters at most"), id);
  else if (!own && g_str_has_prefix (id, BC_MAPS_OWN_PREFIX))
    /* Translators: %s is an id found in a data file; “own-” stays as it is */
    bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                      _("the id “%s” begins with “own-” as those of a clinic's own maps do; choose another"), id);
  else
    return TRUE;
  return FALSE;
}

/**
 * bc_maps_add:
 * @node: the element that the item was read from, for the message
 * @id: the id, owned by @item
 * @item: (transfer none): the item, which is already in its array
 *
 * Makes an item known by its id. Ids are unique over all kinds, because a chart names questions, answers and
 * factors by the bare id.
 *
 * Returns: %FALSE with an error where the id is taken or is not a word of a-z, 0-9 and hyphens
 */
gboolean
bc_maps_add (BcMaps         *maps,
             BcItemKind      kind,
             const xmlNode  *node,
             char           *id,
             gpointer        item,
             GError        **error)
{
  BcEntry *entry = g_hash_table_lookup (maps->by_id, id);

  if (!bc_maps_check_id (node, id, error) || !check_own_id (node, id, error))
    return FALSE;
  if (entry != NULL)
    {
      /* Translators: an id found in a data file, then file and line where it stands first */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("the id “%s” is used twice, first in %s:%ld; give one of the two another id"), id,
                        entry->file, entry->line);
      return FALSE;
    }
  entry = g_new0 (BcEntry, 1);
  entry->file = g_intern_string ((const char *) node->doc->URL);
  entry->line = xmlGetLineNo (node);
  entry->kind = kind;
  entry->item = item;
  g_hash_table_insert (maps->by_id, id, entry);
  return TRUE;
}

/**
 * bc_maps_find:
 *
 * Returns: (transfer none) (nullable): the item of this kind with this id
 */
gpointer
bc_maps_find (const BcMaps *maps,
              BcItemKind    kind,
              const char   *id)
{
  const BcEntry *entry;

  g_return_val_if_fail (maps != NULL, NULL);
  if (id == NULL)
    return NULL;
  entry = g_hash_table_lookup (maps->by_id, id);
  return entry != NULL && entry->kind == kind ? entry->item : NULL;
}

/**
 * bc_maps_lookup_pattern:
 *
 * Returns: (transfer none) (nullable): the pattern with this id
 */
const BcPattern *
bc_maps_lookup_pattern (const BcMaps *maps,
                        const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_PATTERN, id);
}

/**
 * bc_maps_lookup_group:
 *
 * Returns: (transfer none) (nullable): the group of patterns with this id
 */
const BcGroup *
bc_maps_lookup_group (const BcMaps *maps,
                      const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_GROUP, id);
}

/**
 * bc_maps_lookup_factor:
 *
 * Returns: (transfer none) (nullable): the aggravating or easing factor with this id
 */
const BcFactor *
bc_maps_lookup_factor (const BcMaps *maps,
                       const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_FACTOR, id);
}

/**
 * bc_maps_lookup_discriminator:
 *
 * Returns: (transfer none) (nullable): the question or bedside test with this id
 */
const BcDiscriminator *
bc_maps_lookup_discriminator (const BcMaps *maps,
                              const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_DISCRIMINATOR, id);
}

/**
 * bc_maps_lookup_answer:
 *
 * Returns: (transfer none) (nullable): the yes-or-no question of the rules with this id
 */
const BcAnswerItem *
bc_maps_lookup_answer (const BcMaps *maps,
                       const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_ANSWER, id);
}

/**
 * bc_maps_lookup_source:
 *
 * Returns: (transfer none) (nullable): the publication with this id
 */
const BcSource *
bc_maps_lookup_source (const BcMaps *maps,
                       const char   *id)
{
  return bc_maps_find (maps, BC_ITEM_SOURCE, id);
}

/**
 * bc_maps_lookup_question:
 *
 * Returns: (transfer none) (nullable): the translated question of a discriminator or an answer, or the name of a
 *   factor; %NULL where @id is none of them
 */
const char *
bc_maps_lookup_question (const BcMaps *maps,
                         const char   *id)
{
  const BcDiscriminator *discriminator = bc_maps_lookup_discriminator (maps, id);
  const BcAnswerItem *answer = bc_maps_lookup_answer (maps, id);
  const BcFactor *factor = bc_maps_lookup_factor (maps, id);

  if (discriminator != NULL)
    return discriminator->question;
  if (answer != NULL)
    return answer->question;
  return factor != NULL ? factor->name : NULL;
}

/**
 * bc_maps_lookup_test:
 * @id: of a discriminator or an answer
 *
 * Returns: (transfer none) (nullable): the discriminator that says how to test what @id asks: itself, or one that is
 *   the same as @id; %NULL where nothing is tested
 */
const BcDiscriminator *
bc_maps_lookup_test (const BcMaps *maps,
                     const char   *id)
{
  const BcDiscriminator *own = bc_maps_lookup_discriminator (maps, id);

  if (own != NULL && own->how != NULL)
    return own;
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *twin = g_ptr_array_index (maps->discriminators, i);

      if (twin->how != NULL && g_strcmp0 (twin->same_as, id) == 0)
        return twin;
    }
  return NULL;
}

/**
 * bc_maps_answer_fits:
 *
 * Whether @value can be an answer to @id: yes or no to a discriminator or an answer; aggravates, eases or no
 * effect to a factor. Not asked (%BC_ANSWER_NONE) is no answer and never fits.
 *
 * Returns: %FALSE also where the maps do not know @id
 */
gboolean
bc_maps_answer_fits (const BcMaps  *maps,
                     const char    *id,
                     BcAnswerValue  value)
{
  switch (value)
    {
    case BC_ANSWER_YES:
    case BC_ANSWER_NO:
      return bc_maps_lookup_discriminator (maps, id) != NULL || bc_maps_lookup_answer (maps, id) != NULL;
    case BC_ANSWER_AGGRAVATES:
    case BC_ANSWER_EASES:
    case BC_ANSWER_NO_EFFECT:
      return bc_maps_lookup_factor (maps, id) != NULL;
    case BC_ANSWER_NONE:
    default:
      return FALSE;
    }
}

/**
 * bc_maps_is_own_id:
 * @id: (nullable): what stands where an id should
 *
 * Whether @id is well-formed as the id of a clinic's own map: `own-`, then words of a-z and 0-9 with single hyphens
 * or underscores between them, at most 64 characters. Charts that name such an id are read on machines that do not
 * have the map.
 */
gboolean
bc_maps_is_own_id (const char *id)
{
  if (id == NULL || !g_str_has_prefix (id, BC_MAPS_OWN_PREFIX) || strlen (id) > MAX_OWN_ID)
    return FALSE;
  for (const char *at = id + strlen (BC_MAPS_OWN_PREFIX); *at != '\0'; at++)
    {
      gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789");

      at += length;
      if (length == 0)
        return FALSE;
      if (*at == '\0')
        return TRUE;
      if (*at != '-' && *at != '_')
        return FALSE;
    }
  return FALSE;
}
