/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What patterns refer to: sources, factors, kinds of management, groups. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

static gboolean
read_source (BcMaps         *maps,
             const xmlNode  *node,
             GError        **error)
{
  g_autoptr(BcSource) source = g_new0 (BcSource, 1);
  int obtained = -1;

  if (!bc_maps_check_attributes (node, "id type n obtained identifiers", error)
      || (source->id = bc_xml_require (node, "id", error)) == NULL
      || (source->type = bc_xml_require (node, "type", error)) == NULL
      || !bc_maps_read_choice (node, "obtained", "read|known", &obtained, error))
    return FALSE;
  if (xmlHasProp ((xmlNode *) node, BAD_CAST "n") != NULL
      && !bc_xml_get_int (node, "n", 1, G_MAXINT, &source->n, error))
    return FALSE;
  source->identifiers = bc_maps_dup_optional (node, "identifiers", error);
  if (source->identifiers == NULL)
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "citation"))
        read = bc_maps_read_text (child, FALSE, &source->citation, error);
      else if (bc_xml_is (child, "note"))
        read = bc_maps_read_text (child, FALSE, &source->note, error);
      else
        bc_maps_refuse_child (child, "citation note", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "citation", source->citation, error)
      || !bc_maps_add (maps, BC_ITEM_SOURCE, node, source->id, source, error))
    return FALSE;
  source->read = obtained == 0;
  if (source->note == NULL)
    source->note = g_strdup ("");
  g_ptr_array_add (maps->sources, g_steal_pointer (&source));
  return TRUE;
}

/**
 * bc_sources_read:
 *
 * Reads the publications behind the numbers.
 */
gboolean
bc_sources_read (BcMaps         *maps,
                 const xmlNode  *root,
                 GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "source"))
        return bc_maps_refuse_child (node, "source", error);
      if (!read_source (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

static gboolean
read_factor (BcMaps         *maps,
             const xmlNode  *node,
             GError        **error)
{
  g_autoptr(BcFactor) factor = g_new0 (BcFactor, 1);
  int practice = BC_PRACTICE_ORDINARY;

  if (!bc_maps_check_attributes (node, "id kind practice", error)
      || (factor->id = bc_xml_require (node, "id", error)) == NULL
      || (factor->kind = bc_xml_require (node, "kind", error)) == NULL
      || !bc_maps_read_choice (node, "practice", BC_MAPS_PRACTICES, &practice, error))
    return FALSE;
  factor->practice = (BcPractice) practice;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      if (!bc_xml_is (child, "name"))
        return bc_maps_refuse_child (child, "name", error);
      if (!bc_maps_read_text (child, TRUE, &factor->name, error))
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", factor->name, error)
      || !bc_maps_add (maps, BC_ITEM_FACTOR, node, factor->id, factor, error))
    return FALSE;
  g_ptr_array_add (maps->factors, g_steal_pointer (&factor));
  return TRUE;
}

/**
 * bc_factors_read:
 *
 * Reads what may aggravate or ease pain.
 */
gboolean
bc_factors_read (BcMaps         *maps,
                 const xmlNode  *root,
                 GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "factor"))
        return bc_maps_refuse_child (node, "factor", error);
      if (!read_factor (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

static gboolean
read_items (const xmlNode  *node,
            GStrv          *items,
            GError        **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  if (!bc_maps_check_attributes (node, "", error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      g_autofree char *text = NULL;

      if (!bc_xml_is (child, "item"))
        return bc_maps_refuse_child (child, "item", error);
      if (!bc_maps_read_text (child, TRUE, &text, error))
        return FALSE;
      g_strv_builder_add (builder, text);
      any = TRUE;
    }
  if (!bc_maps_require_text (node, "item", any ? "" : NULL, error))
    return FALSE;
  if (*items != NULL)
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("<%s> stands here twice; keep one"),
                        (const char *) node->name);
      return FALSE;
    }
  *items = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_kind (BcMaps         *maps,
           const xmlNode  *node,
           GError        **error)
{
  g_autoptr(BcManagement) kind = g_new0 (BcManagement, 1);
  int grade = -1;

  if (!bc_maps_check_attributes (node, "id grade sources", error)
      || (kind->id = bc_xml_require (node, "id", error)) == NULL
      || !bc_maps_read_choice (node, "grade", "A|B|C", &grade, error)
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &kind->sources, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &kind->name, error);
      else if (bc_xml_is (child, "assess"))
        read = read_items (child, &kind->assess_next, error);
      else if (bc_xml_is (child, "care"))
        read = read_items (child, &kind->care, error);
      else
        bc_maps_refuse_child (child, "name assess care", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", kind->name, error)
      || !bc_maps_require_text (node, "assess", kind->assess_next != NULL ? "" : NULL, error)
      || !bc_maps_require_text (node, "care", kind->care != NULL ? "" : NULL, error)
      || !bc_maps_add (maps, BC_ITEM_MANAGEMENT, node, kind->id, kind, error))
    return FALSE;
  kind->grade = (BcGrade) grade;
  g_ptr_array_add (maps->management, g_steal_pointer (&kind));
  return TRUE;
}

/**
 * bc_management_read:
 *
 * Reads what to assess next and which kinds of care to discuss, by kind of pain.
 */
gboolean
bc_management_read (BcMaps         *maps,
                    const xmlNode  *root,
                    GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "kind"))
        return bc_maps_refuse_child (node, "kind", error);
      if (!read_kind (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

static gboolean
read_group (BcMaps         *maps,
            const xmlNode  *node,
            GError        **error)
{
  g_autoptr(BcGroup) group = g_new0 (BcGroup, 1);

  if (!bc_maps_check_attributes (node, "id parent umbrella", error)
      || (group->id = bc_xml_require (node, "id", error)) == NULL)
    return FALSE;
  group->parent = bc_xml_dup_attribute (node, "parent");
  group->umbrella = bc_xml_dup_attribute (node, "umbrella");
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &group->name, error);
      else if (bc_xml_is (child, "note"))
        read = bc_maps_read_text (child, TRUE, &group->note, error);
      else
        bc_maps_refuse_child (child, "name note", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", group->name, error)
      || !bc_maps_add (maps, BC_ITEM_GROUP, node, group->id, group, error))
    return FALSE;
  if (group->note == NULL)
    group->note = g_strdup ("");
  g_ptr_array_add (maps->groups, g_steal_pointer (&group));
  return TRUE;
}

/**
 * bc_groups_read:
 *
 * Reads the groups that are shown as one finding.
 */
gboolean
bc_groups_read (BcMaps         *maps,
                const xmlNode  *root,
                GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "group"))
        return bc_maps_refuse_child (node, "group", error);
      if (!read_group (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

static gboolean
check_group (BcMaps         *maps,
             const xmlNode  *node,
             const BcGroup  *group,
             GError        **error)
{
  const BcGroup *parent = bc_maps_lookup_group (maps, group->parent);
  const BcPattern *umbrella = bc_maps_lookup_pattern (maps, group->umbrella);

  if (group->parent != NULL && parent == NULL)
    {
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("parent: the group “%s” is not known; correct the id or add the group"), group->parent);
      return FALSE;
    }
  if (parent != NULL && (parent == group || parent->parent != NULL))
    {
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("parent: groups nest one step only and “%s” cannot hold this one; name a group without a "
                          "parent"), group->parent);
      return FALSE;
    }
  if (group->umbrella != NULL && (umbrella == NULL || umbrella->group != group))
    {
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("umbrella: “%s” is no pattern of this group; name a pattern whose group is this one"),
                        group->umbrella);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_groups_check:
 *
 * Checks what groups say of other groups and of patterns, which are known only once all files are read.
 */
gboolean
bc_groups_check (BcMaps         *maps,
                 const xmlNode  *root,
                 GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      g_autofree char *id = bc_xml_dup_attribute (node, "id");

      if (!check_group (maps, node, bc_maps_lookup_group (maps, id), error))
        return FALSE;
    }
  return TRUE;
}
