/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-i18n.h"
#include "bc-xml.h"

#include <math.h>
#include <string.h>

/**
 * bc_xml_set_error:
 * @error: return location, or %NULL
 * @code: kind of error
 * @node: where it was found
 * @format: translated message: what was found; what to do
 * @...: arguments of @format
 *
 * Sets @error to `file:line: message`.
 */
void
bc_xml_set_error (GError        **error,
                  BcFileError     code,
                  const xmlNode  *node,
                  const char     *format,
                  ...)
{
  g_autofree char *text = NULL;
  const xmlDoc *doc;
  va_list args;

  g_return_if_fail (error == NULL || *error == NULL);
  g_return_if_fail (node != NULL);
  g_return_if_fail (format != NULL);

  doc = node->doc;
  va_start (args, format);
  text = bc_file_error_shorten (g_strdup_vprintf (format, args));
  va_end (args);
  g_set_error (error, BC_FILE_ERROR, (int) code, "%s:%ld: %s",
               doc != NULL && doc->URL != NULL ? (const char *) doc->URL : "?", xmlGetLineNo (node), text);
}

static gboolean
same_namespace (const xmlNs *a,
                const xmlNs *b)
{
  return xmlStrEqual (a != NULL ? a->href : NULL, b != NULL ? b->href : NULL);
}

/**
 * bc_xml_is:
 * @node: (nullable): a node
 * @local_name: name without prefix
 *
 * Returns: whether @node is an element of this name in the namespace of the document's root element
 */
gboolean
bc_xml_is (const xmlNode *node,
           const char    *local_name)
{
  const xmlNode *root;

  g_return_val_if_fail (local_name != NULL, FALSE);

  if (node == NULL || node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, local_name) != 0)
    return FALSE;
  root = xmlDocGetRootElement (node->doc);
  return root == NULL || same_namespace (node->ns, root->ns);
}

static xmlNode *
this_or_next_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

/**
 * bc_xml_first:
 * @parent: an element
 *
 * Returns: (transfer none) (nullable): its first child element
 */
xmlNode *
bc_xml_first (const xmlNode *parent)
{
  g_return_val_if_fail (parent != NULL, NULL);

  return this_or_next_element (parent->children);
}

/**
 * bc_xml_next:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): the next element with the same parent
 */
xmlNode *
bc_xml_next (const xmlNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return this_or_next_element (node->next);
}

/* libxml2's strings are freed by xmlFree(), ours by g_free(). */
static char *
take (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

/**
 * bc_xml_dup_text:
 * @node: an element
 *
 * Returns: (transfer full): all text inside it, as written, with blanks and line breaks; "" for an empty element
 */
char *
bc_xml_dup_text (const xmlNode *node)
{
  xmlChar *text;

  g_return_val_if_fail (node != NULL, NULL);

  text = xmlNodeGetContent (node);
  return text != NULL ? take (text) : g_strdup ("");
}

/**
 * bc_xml_dup_attribute:
 * @node: an element
 * @attribute: name without prefix
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where the attribute is not given
 */
char *
bc_xml_dup_attribute (const xmlNode *node,
                      const char    *attribute)
{
  xmlChar *value;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (attribute != NULL, NULL);

  value = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  return value != NULL ? take (value) : NULL;
}

/**
 * bc_xml_require:
 * @node: an element
 * @attribute: name without prefix
 * @error: return location for a #BcFileError
 *
 * Returns: (transfer full) (nullable): the value; %NULL with @error set where the attribute is missing or empty
 */
char *
bc_xml_require (const xmlNode  *node,
                const char     *attribute,
                GError        **error)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (attribute != NULL, NULL);

  value = bc_xml_dup_attribute (node, attribute);
  if (value != NULL && value[0] != '\0')
    return g_steal_pointer (&value);
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                    /* Translators: names of an XML element and attribute, as in <mark> without region */
                    _("<%s> without “%s”; add the attribute %s=\"…\""), (const char *) node->name, attribute,
                    attribute);
  return NULL;
}

/**
 * bc_xml_get_int:
 * @node: an element
 * @attribute: name without prefix; ask bc_xml_dup_attribute() first where it may be missing
 * @min: smallest value allowed
 * @max: largest value allowed
 * @value: (out): where to put the value; untouched on error
 * @error: return location for a #BcFileError
 *
 * Reads a whole decimal number, nothing before or after it.
 *
 * Returns: whether the attribute is there and holds a number in the range
 */
gboolean
bc_xml_get_int (const xmlNode  *node,
                const char     *attribute,
                int             min,
                int             max,
                int            *value,
                GError        **error)
{
  g_autofree char *text = NULL;
  gint64 number;

  g_return_val_if_fail (value != NULL, FALSE);

  text = bc_xml_require (node, attribute, error);
  if (text == NULL)
    return FALSE;
  if (!g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: <element attribute="found">, then the smallest and the largest number */
                        _("<%s %s=\"%s\">; write a whole number from %d to %d"), (const char *) node->name, attribute,
                        text, min, max);
      return FALSE;
    }
  *value = (int) number;
  return TRUE;
}

/* g_ascii_strtod() alone takes leading blanks, hexadecimal numbers, nan and inf. */
static gboolean
parse_double (const char *text,
              double     *number)
{
  char *end = NULL;

  if (text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

/**
 * bc_xml_get_double:
 * @node: an element
 * @attribute: name without prefix; ask bc_xml_dup_attribute() first where it may be missing
 * @min: smallest value allowed
 * @max: largest value allowed
 * @value: (out): where to put the value; untouched on error
 * @error: return location for a #BcFileError
 *
 * Reads a decimal number with a point, whatever the locale. NaN, infinity and numbers too large for a double are
 * errors.
 *
 * Returns: whether the attribute is there and holds a number in the range
 */
gboolean
bc_xml_get_double (const xmlNode  *node,
                   const char     *attribute,
                   double          min,
                   double          max,
                   double         *value,
                   GError        **error)
{
  g_autofree char *text = NULL;
  double number;

  g_return_val_if_fail (value != NULL, FALSE);

  text = bc_xml_require (node, attribute, error);
  if (text == NULL)
    return FALSE;
  if (!parse_double (text, &number) || number < min || number > max)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: <element attribute="found">, then the smallest and the largest number */
                        _("<%s %s=\"%s\">; write a number from %g to %g"), (const char *) node->name, attribute, text,
                        min, max);
      return FALSE;
    }
  *value = number;
  return TRUE;
}
