/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families and patterns. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

#define PATTERN_ATTRIBUTES "id level bilateral qualities depth aggravating easing prior prior-population " \
                           "prior-sources women women-sources ages red-flag group management sources"
#define MAX_AGE 200 /* years; stands for no upper limit */

/* "8-16", "45-", "-45" */
static gboolean
read_ages (BcPattern      *pattern,
           const xmlNode  *node,
           GError        **error)
{
  g_autofree char *text = bc_xml_dup_attribute (node, "ages");
  g_auto(GStrv) ends = g_strsplit (text != NULL ? text : "-", "-", -1);
  guint64 first = 0;
  guint64 last = MAX_AGE;

  if (g_strv_length (ends) == 2
      && (*ends[0] == '\0' || g_ascii_string_to_unsigned (ends[0], 10, 0, MAX_AGE, &first, NULL))
      && (*ends[1] == '\0' || g_ascii_string_to_unsigned (ends[1], 10, 0, MAX_AGE, &last, NULL))
      && first <= last)
    {
      pattern->age_min = (int) first;
      pattern->age_max = (int) last;
      return TRUE;
    }
  /* Translators: what was found in a data file */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    _("ages: “%s” is no range of years; write as 8-16, 45- or -45"), text);
  return FALSE;
}

static gboolean
read_feel (BcPattern      *pattern,
           const xmlNode  *node,
           GError        **error)
{
  g_autofree char *qualities = bc_xml_require (node, "qualities", error);
  int bilateral = -1;
  int depth = -1;
  int red_flag = 0;

  if (qualities == NULL)
    return FALSE;
  if (!bc_qualities_from_ids (qualities, &pattern->qualities) || pattern->qualities == 0)
    {
      g_autofree char *list = bc_terms_dup_ids (&bc_quality_terms);

      /* Translators: what was found in a data file, list of what may stand there */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("qualities: “%s” names an unknown quality; use of: %s"),
                        qualities, list);
      return FALSE;
    }
  if (!bc_maps_read_choice (node, "bilateral", "no|yes|usual", &bilateral, error)
      || !bc_maps_read_choice (node, "depth", "deep|superficial|both", &depth, error)
      || !bc_maps_read_choice (node, "red-flag", "no|yes", &red_flag, error))
    return FALSE;
  pattern->bilateral = (BcBilateral) bilateral;
  pattern->deep = depth != 1;
  pattern->superficial = depth != 0;
  pattern->red_flag = red_flag == 1;
  return read_ages (pattern, node, error);
}

/* What says something of a number is worth nothing without it. */
static gboolean
check_goes_with (const xmlNode  *node,
                 const char     *attribute,
                 const char     *number,
                 GError        **error)
{
  if (xmlHasProp ((xmlNode *) node, BAD_CAST attribute) == NULL
      || xmlHasProp ((xmlNode *) node, BAD_CAST number) != NULL)
    return TRUE;
  /* Translators: two attributes of a data file, as prior-sources and prior */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                    _("“%s” stands without “%s”; add the second or take out the first"),
                    attribute, number);
  return FALSE;
}

static gboolean
read_prior (BcMaps         *maps,
            BcPattern      *pattern,
            const xmlNode  *node,
            GError        **error)
{
  gboolean given = xmlHasProp ((xmlNode *) node, BAD_CAST "prior") != NULL;

  if (!check_goes_with (node, "prior-population", "prior", error)
      || !check_goes_with (node, "prior-sources", "prior", error)
      || !bc_maps_read_number (node, "prior", FALSE, 1, &pattern->prior, error))
    return FALSE;
  pattern->prior_population = bc_maps_dup_attribute (node, "prior-population");
  if (given && *pattern->prior_population == '\0')
    {
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("a prior is a share of some group of people; name the group in “prior-population”"));
      return FALSE;
    }
  return bc_maps_read_ids (maps, node, "prior-sources", BC_ITEM_SOURCE, given, &pattern->prior_sources, error);
}

/* Sex is evidence like a prior: a number, and who published it. */
static gboolean
read_women (BcMaps         *maps,
            BcPattern      *pattern,
            const xmlNode  *node,
            GError        **error)
{
  return check_goes_with (node, "women-sources", "women", error)
         && bc_maps_read_number (node, "women", FALSE, 1, &pattern->women, error)
         && bc_maps_read_ids (maps, node, "women-sources", BC_ITEM_SOURCE,
                              xmlHasProp ((xmlNode *) node, BAD_CAST "women") != NULL, &pattern->women_sources, error);
}

static gboolean
read_group_and_management (BcMaps         *maps,
                           BcPattern      *pattern,
                           const xmlNode  *node,
                           GError        **error)
{
  g_auto(GStrv) group = NULL;
  g_auto(GStrv) management = NULL;

  if (!bc_maps_read_ids (maps, node, "group", BC_ITEM_GROUP, FALSE, &group, error)
      || !bc_maps_read_ids (maps, node, "management", BC_ITEM_MANAGEMENT, TRUE, &management, error))
    return FALSE;
  if (g_strv_length (group) > 1 || g_strv_length (management) > 1)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("a pattern lies in one group and has one management; keep one id of each"));
      return FALSE;
    }
  pattern->group = bc_maps_lookup_group (maps, group[0]);
  pattern->management = bc_maps_find (maps, BC_ITEM_MANAGEMENT, management[0]);
  return TRUE;
}

static gboolean
read_pattern_attributes (BcMaps         *maps,
                         BcPattern      *pattern,
                         const xmlNode  *node,
                         GError        **error)
{
  if (!bc_maps_check_attributes (node, PATTERN_ATTRIBUTES, error)
      || (pattern->id = bc_xml_require (node, "id", error)) == NULL
      || !read_feel (pattern, node, error)
      || !bc_maps_read_ids (maps, node, "aggravating", BC_ITEM_FACTOR, FALSE, &pattern->aggravating, error)
      || !bc_maps_read_ids (maps, node, "easing", BC_ITEM_FACTOR, FALSE, &pattern->easing, error)
      || !read_prior (maps, pattern, node, error)
      || !read_women (maps, pattern, node, error)
      || !read_group_and_management (maps, pattern, node, error)
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &pattern->sources, error))
    return FALSE;
  pattern->level = bc_maps_dup_optional (node, "level", error);
  return pattern->level != NULL;
}

static gboolean
read_pattern (BcMaps          *maps,
              const BcFamily  *family,
              const xmlNode   *node,
              GError         **error)
{
  g_autoptr(BcPattern) pattern = g_new0 (BcPattern, 1);

  pattern->family = family;
  pattern->zones = bc_zones_new ();
  if (!read_pattern_attributes (maps, pattern, node, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "zone"))
        read = bc_zone_read (maps, pattern->zones, child, error);
      else if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &pattern->name, error);
      else if (bc_xml_is (child, "about"))
        read = bc_maps_read_text (child, TRUE, &pattern->about, error);
      else
        bc_maps_refuse_child (child, "name about zone", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", pattern->name, error)
      || !bc_maps_require_text (node, "zone", pattern->zones->len > 0 ? "" : NULL, error)
      || !bc_maps_add (maps, BC_ITEM_PATTERN, node, pattern->id, pattern, error))
    return FALSE;
  if (pattern->about == NULL)
    pattern->about = g_strdup ("");
  if (bc_maps_is_own_node (node))
    pattern->own_file = g_strdup ((const char *) node->doc->URL);
  pattern->index = maps->patterns->len;
  g_ptr_array_add (maps->patterns, g_steal_pointer (&pattern));
  return TRUE;
}

/**
 * bc_families_read:
 *
 * Reads the name of a family, which comes first, and what its maps rest on. A clinic's own file goes on with a family
 * of the program where it has no name.
 */
gboolean
bc_families_read (BcMaps         *maps,
                  const xmlNode  *root,
                  GError        **error)
{
  g_autoptr(BcFamily) family = g_new0 (BcFamily, 1);
  const xmlNode *first = bc_xml_first (root);
  gboolean named = first != NULL && bc_xml_is (first, "name");

  if (!bc_maps_check_attributes (root, "family", error)
      || (family->id = bc_xml_require (root, "family", error)) == NULL)
    return FALSE;
  if (!named && bc_maps_is_own_node (root))
    return TRUE;
  if (named && bc_maps_is_own_node (root) && bc_maps_find (maps, BC_ITEM_FAMILY, family->id) != NULL
      && !bc_maps_is_own_id (family->id))
    {
      /* Translators: id of a family of patterns */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, first,
                        _("the family “%s” comes with the program and keeps its name; leave <name> out"), family->id);
      return FALSE;
    }
  if (!bc_maps_require_text (root, "name", named ? "" : NULL, error)
      || !bc_maps_read_text (first, TRUE, &family->name, error)
      || !bc_maps_add (maps, BC_ITEM_FAMILY, root, family->id, family, error))
    return FALSE;
  first = bc_xml_next (first);
  if (first != NULL && bc_xml_is (first, "evidence"))
    {
      if (!bc_maps_read_text (first, TRUE, &family->evidence, error))
        return FALSE;
    }
  else
    family->evidence = g_strdup ("");
  g_ptr_array_add (maps->families, g_steal_pointer (&family));
  return TRUE;
}

static const BcFamily *
find_family (const BcMaps   *maps,
             const xmlNode  *root,
             GError        **error)
{
  g_autofree char *id = bc_xml_dup_attribute (root, "family");
  const BcFamily *family = bc_maps_find (maps, BC_ITEM_FAMILY, id);
  g_autoptr(GString) list = g_string_new (NULL);

  if (family != NULL)
    return family;
  for (guint i = 0; i < maps->families->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            ((const BcFamily *) g_ptr_array_index (maps->families, i))->id);
  /* Translators: id found in a data file, then a list of those that may stand there */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, root,
                    _("family: “%s” is not known; use one of: %s; or begin a new family with a <name>"), id,
                    list->str);
  return NULL;
}

/**
 * bc_patterns_read:
 *
 * Reads the patterns of a family, with their zones. What comes before them was read by bc_families_read().
 */
gboolean
bc_patterns_read (BcMaps         *maps,
                  const xmlNode  *root,
                  GError        **error)
{
  const BcFamily *family = find_family (maps, root, error);
  const xmlNode *first = bc_xml_first (root);

  if (family == NULL)
    return FALSE;
  if (first != NULL && bc_xml_is (first, "name"))
    {
      first = bc_xml_next (first);
      if (first != NULL && bc_xml_is (first, "evidence"))
        first = bc_xml_next (first);
    }
  for (const xmlNode *node = first; node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "pattern"))
        return bc_maps_refuse_child (node, "pattern", error);
      if (!read_pattern (maps, family, node, error))
        return FALSE;
    }
  return TRUE;
}
