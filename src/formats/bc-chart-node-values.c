/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an attribute or a text of a chart holds: numbers, terms, regions, days. bc-chart-nodes.c has which may be there.
 */

#include "bc-chart-nodes.h"

#include "bc-chart.h"
#include "bc-format-words.h"
#include "bc-i18n.h"

/**
 * bc_chart_node_get_int:
 * @node: an element
 * @attribute: name of an attribute that may be missing
 * @min: smallest value allowed
 * @max: largest value allowed
 * @value: (inout): where to put the value; untouched where the attribute is missing
 * @error: return location for a #BcFileError
 *
 * Returns: whether the attribute is missing or holds a whole number in the range
 */
gboolean
bc_chart_node_get_int (const xmlNode  *node,
                       const char     *attribute,
                       int             min,
                       int             max,
                       int            *value,
                       GError        **error)
{
  return xmlHasProp (node, (const xmlChar *) attribute) == NULL
         || bc_xml_get_int (node, attribute, min, max, value, error);
}

/**
 * bc_chart_node_get_term:
 * @node: an element
 * @attribute: name of an attribute
 * @terms: the vocabulary of its values
 * @required: whether it is an error that the attribute is missing
 * @value: (inout): where to put the value; untouched where the attribute is missing
 * @error: return location for a #BcFileError
 *
 * Returns: whether the attribute is as it should be
 */
gboolean
bc_chart_node_get_term (const xmlNode  *node,
                        const char     *attribute,
                        const BcTerms  *terms,
                        gboolean        required,
                        int            *value,
                        GError        **error)
{
  g_autofree char *id = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (terms != NULL && value != NULL, FALSE);

  if (!required && xmlHasProp (node, (const xmlChar *) attribute) == NULL)
    return TRUE;
  id = bc_xml_require (node, attribute, error);
  if (id == NULL)
    return FALSE;
  if (bc_terms_from_id (terms, id, value))
    return TRUE;
  problem = bc_format_dup_term_problem (terms, attribute, id);
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
  return FALSE;
}

/**
 * bc_chart_node_get_yes:
 * @node: an element
 * @attribute: name of an attribute that may be missing, and holds "yes" where it is there
 * @yes: (out): where to put whether it is there
 * @error: return location for a #BcFileError
 *
 * Returns: whether the attribute is missing or holds "yes"
 */
gboolean
bc_chart_node_get_yes (const xmlNode  *node,
                       const char     *attribute,
                       int            *yes,
                       GError        **error)
{
  g_autofree char *text = bc_xml_dup_attribute (node, attribute);

  g_return_val_if_fail (yes != NULL, FALSE);

  *yes = text != NULL;
  if (text == NULL || g_str_equal (text, "yes"))
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: an XML attribute, then what was found in it; yes is an id and stays as it is */
                    _("%s=\"%s\"; write yes, or leave it out"), attribute, text);
  return FALSE;
}

/**
 * bc_chart_node_get_region:
 * @node: an element with the attribute "region"
 * @region: (out): where to put it
 * @error: return location for a #BcFileError
 *
 * Returns: whether the attribute is there and names a region
 */
gboolean
bc_chart_node_get_region (const xmlNode  *node,
                          BcRegion       *region,
                          GError        **error)
{
  g_autofree char *id = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (region != NULL, FALSE);

  id = bc_xml_require (node, "region", error);
  if (id == NULL)
    return FALSE;
  *region = bc_region_from_id (id);
  if (*region != BC_REGION_NONE)
    return TRUE;
  problem = bc_format_dup_region_problem (id);
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
  return FALSE;
}

/**
 * bc_chart_node_get_role:
 * @node: an element inside a symptom, with the attribute "role"
 * @role: (out): where to put it
 * @error: return location for a #BcFileError
 *
 * Returns: whether the attribute says that the symptom sits there or travels there
 */
gboolean
bc_chart_node_get_role (const xmlNode  *node,
                        BcRole         *role,
                        GError        **error)
{
  g_autofree char *region = NULL;
  int value = BC_ROLE_SITE;

  g_return_val_if_fail (role != NULL, FALSE);

  if (!bc_chart_node_get_term (node, "role", &bc_role_terms, TRUE, &value, error))
    return FALSE;
  if (value == BC_ROLE_CLEAR)
    {
      region = bc_xml_dup_attribute (node, "region");
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: clear is an id and stays as it is; %s is the id of a region */
                        _("role “clear” inside a symptom; write <clear region=\"%s\"/> beside the symptoms"),
                        region != NULL ? region : "…");
      return FALSE;
    }
  *role = (BcRole) value;
  return TRUE;
}

/**
 * bc_chart_node_set_twice:
 * @node: the second of two elements
 * @what: what both say
 * @error: return location for a #BcFileError
 *
 * Returns: %FALSE, with @error set
 */
gboolean
bc_chart_node_set_twice (const xmlNode  *node,
                         const char     *what,
                         GError        **error)
{
  g_return_val_if_fail (node != NULL && what != NULL, FALSE);

  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: name of an XML element, then an id or number */
                    _("<%s> “%s” is given twice; take one of the two out"), (const char *) node->name, what);
  return FALSE;
}

/**
 * bc_chart_node_check_date:
 * @node: an element
 * @date: a day found in it
 * @error: return location for a #BcFileError
 *
 * Returns: whether @date is an ISO 8601 day
 */
gboolean
bc_chart_node_check_date (const xmlNode  *node,
                          const char     *date,
                          GError        **error)
{
  g_autofree char *problem = NULL;

  if (bc_date_is_valid (date))
    return TRUE;
  problem = bc_format_dup_date_problem (date);
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
  return FALSE;
}

/**
 * bc_chart_node_dup_time:
 * @node: an element
 * @attribute: name of an attribute
 * @error: return location for a #BcFileError
 *
 * Returns: (transfer full) (nullable): the moment that @attribute holds, as bc_time_is_valid() has it; %NULL with
 *   @error set where it is missing or none
 */
char *
bc_chart_node_dup_time (const xmlNode  *node,
                        const char     *attribute,
                        GError        **error)
{
  g_autofree char *when = bc_xml_require (node, attribute, error);

  if (when == NULL || bc_time_is_valid (when))
    return g_steal_pointer (&when);
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: %s is what was found; the example shows the one form that is allowed */
                    _("“%s” is no moment; write day, time and offset, as 2026-05-12T10:40:00+02:00"), when);
  return NULL;
}
