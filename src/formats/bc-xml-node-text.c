/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes what was read from another document, as it was there.
 */

#include "bc-xml-text.h"

#include <string.h>

/**
 * bc_xml_text_append_attribute:
 * @out: where to
 * @node: the element of @attribute
 * @attribute: an attribute
 *
 * Writes a blank and the attribute.
 */
void
bc_xml_text_append_attribute (GString       *out,
                              const xmlNode *node,
                              const xmlAttr *attribute)
{
  g_autofree char *value = bc_xml_dup_attribute (node, (const char *) attribute->name);

  g_string_append_printf (out, " %s=\"", (const char *) attribute->name);
  bc_xml_text_append (out, value != NULL ? value : "", TRUE);
  g_string_append_c (out, '"');
}

/* Blank text between elements comes back byte by byte; elsewhere a tab might be content. */
static void
append_text (GString       *out,
             const xmlNode *node)
{
  const char *text = node->content != NULL ? (const char *) node->content : "";

  if (node->type == XML_TEXT_NODE && text[strspn (text, " \t\n")] == '\0' && (node->prev != NULL || node->next != NULL))
    g_string_append (out, text);
  else if (node->type == XML_CDATA_SECTION_NODE)
    g_string_append_printf (out, "<![CDATA[%s]]>", text);
  else
    bc_xml_text_append (out, text, FALSE);
}

/**
 * bc_xml_text_append_node:
 * @out: where to
 * @node: an element, a text or a comment
 *
 * Writes a node with all that is in it.
 */
void
bc_xml_text_append_node (GString       *out,
                         const xmlNode *node)
{
  switch ((int) node->type)
    {
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
      append_text (out, node);
      return;
    case XML_COMMENT_NODE:
      g_string_append_printf (out, "<!--%s-->", node->content != NULL ? (const char *) node->content : "");
      return;
    case XML_ELEMENT_NODE:
      break;
    default: /* there are no entities, and instructions are for other programs */
      return;
    }
  g_string_append_printf (out, "<%s", (const char *) node->name);
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    bc_xml_text_append_attribute (out, node, attribute);
  if (node->children == NULL)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    bc_xml_text_append_node (out, child);
  g_string_append_printf (out, "</%s>", (const char *) node->name);
}
