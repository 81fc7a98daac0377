/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-nodes.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-kept.h"

/**
 * bc_chart_node_set_info:
 * @root: the root element of a document
 * @info: (nullable): what its reading shares; kept, and must outlive the reading
 *
 * Says what holds for the whole document.
 */
void
bc_chart_node_set_info (const xmlNode *root,
                        BcChartInfo   *info)
{
  g_return_if_fail (root != NULL && root->doc != NULL);

  root->doc->_private = info;
}

static int
get_version (const xmlNode *node)
{
  const BcChartInfo *info = node->doc->_private;

  return info != NULL ? info->version : BC_CHART_VERSION;
}

static gboolean
is_newer (const xmlNode *node)
{
  const BcChartInfo *info = node->doc->_private;

  return info != NULL && info->newer;
}

/* Comments and processing instructions are fine everywhere, text only where it is the content. */
static gboolean
check_no_text (const xmlNode  *node,
               GError        **error)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
        continue;
      if (xmlIsBlankNode (child))
        continue;
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, child,
                        /* Translators: %s is the name of an XML element */
                        _("text between the elements of <%s>; move it into <notes> or take it out"),
                        (const char *) node->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
unexpected_child (const xmlNode       *node,
                  const xmlNode       *child,
                  const BcChartChild  *children,
                  GError             **error)
{
  g_autoptr(GString) allowed = g_string_new (NULL);

  for (guint i = 0; children != NULL && children[i].name != NULL; i++)
    g_string_append_printf (allowed, "%s<%s>", i > 0 ? ", " : "", children[i].name);
  if (allowed->len > 0)
    bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, child,
                      /* Translators: names of two XML elements, then a list of them */
                      _("<%s> inside <%s>; take it out, allowed are %s"), (const char *) child->name,
                      (const char *) node->name, allowed->str);
  else
    bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, child,
                      /* Translators: names of two XML elements */
                      _("<%s> inside <%s>; take it out, no element is allowed there"), (const char *) child->name,
                      (const char *) node->name);
  return FALSE;
}

static gboolean
is_allowed (const char *const *allowed,
            const char        *name,
            int                version)
{
  for (; *allowed != NULL; allowed++)
    if (g_str_equal (*allowed, BC_CHART_SINCE_3))
      {
        if (version < 3)
          return FALSE;
      }
    else if (g_str_equal (*allowed, name))
      return TRUE;
  return FALSE;
}

static char *
join_allowed (const char *const *allowed,
              int                version)
{
  GString *list = g_string_new (NULL);

  for (; *allowed != NULL; allowed++)
    if (is_allowed (allowed, *allowed, version) && !g_str_equal (*allowed, BC_CHART_SINCE_3))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", *allowed);
  return g_string_free (list, FALSE);
}

/**
 * bc_chart_node_check_attributes:
 * @node: an element
 * @allowed: names, %NULL-terminated
 * @error: return location for a #BcFileError
 *
 * Others are kept where a newer minor version wrote the chart.
 *
 * Returns: whether @node has no other attributes
 */
gboolean
bc_chart_node_check_attributes (const xmlNode      *node,
                                const char *const  *allowed,
                                GError            **error)
{
  g_return_val_if_fail (node != NULL && allowed != NULL, FALSE);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      g_autofree char *list = NULL;

      if (attribute->ns == NULL && is_allowed (allowed, name, get_version (node)))
        continue;
      if (attribute->ns == NULL && is_newer (node))
        {
          bc_kept_mark_attribute (attribute);
          continue;
        }
      list = join_allowed (allowed, get_version (node));
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        /* Translators: an XML attribute and its element, then a list of attributes */
                        _("unknown attribute “%s” of <%s>; take it out, allowed are %s"), name,
                        (const char *) node->name, list);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_chart_node_check_empty:
 * @node: an element
 * @allowed: names of attributes, %NULL-terminated
 * @error: return location for a #BcFileError
 *
 * Returns: whether @node has no other attributes and no content
 */
gboolean
bc_chart_node_check_empty (const xmlNode      *node,
                           const char *const  *allowed,
                           GError            **error)
{
  if (!bc_chart_node_check_attributes (node, allowed, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    if (!is_newer (node) || !bc_kept_mark_child (child))
      return unexpected_child (node, child, NULL, error);
  return check_no_text (node, error);
}

/**
 * bc_chart_node_dup_text:
 * @node: an element that holds text only
 * @text: (out) (transfer full): where to put the text, exactly as it was written
 * @error: return location for a #BcFileError
 *
 * Returns: whether @node holds text only, and no attributes
 */
gboolean
bc_chart_node_dup_text (const xmlNode  *node,
                        char          **text,
                        GError        **error)
{
  static const char *const none[] = { NULL };

  return bc_chart_node_dup_content (node, none, text, error);
}

/**
 * bc_chart_node_dup_content:
 * @node: an element that holds text only
 * @allowed: names of attributes, %NULL-terminated
 * @text: (out) (transfer full): where to put the text, exactly as it was written
 * @error: return location for a #BcFileError
 *
 * Returns: whether @node holds text only, and no other attributes
 */
gboolean
bc_chart_node_dup_content (const xmlNode      *node,
                           const char *const  *allowed,
                           char              **text,
                           GError            **error)
{
  const xmlNode *child;

  g_return_val_if_fail (node != NULL && text != NULL, FALSE);

  if (!bc_chart_node_check_attributes (node, allowed, error))
    return FALSE;
  child = bc_xml_first (node);
  if (child != NULL)
    return unexpected_child (node, child, NULL, error);
  *text = bc_xml_dup_text (node);
  return TRUE;
}

/* What came later may not stand in an older chart: a program that knows only that version would refuse it. */
static gboolean
check_since (const xmlNode       *node,
             const BcChartChild  *kind,
             GError             **error)
{
  int version = get_version (node);

  if (version >= kind->since)
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VERSION, node,
                    /* Translators: name of an XML element, then two versions; chart stays as it is */
                    _("<%s> in a chart of version %d; write version=\"%d\" in <chart>"), (const char *) node->name,
                    version, kind->since);
  return FALSE;
}

static gboolean
read_child (gpointer             data,
            const xmlNode       *node,
            const BcChartChild  *kind,
            gpointer             object,
            GError             **error)
{
  g_autofree char *text = NULL;

  if (kind->read != NULL)
    return kind->read (data, node, object, error);
  if (!bc_chart_node_dup_text (node, &text, error))
    return FALSE;
  g_object_set (object, kind->property, text, NULL);
  return TRUE;
}

/**
 * bc_chart_node_read_children:
 * @data: handed to the functions of @children
 * @node: an element
 * @children: the child elements that are allowed, in any order
 * @object: what they are read into
 * @error: return location for a #BcFileError
 *
 * Returns: whether all of @node was read
 */
gboolean
bc_chart_node_read_children (gpointer             data,
                             const xmlNode       *node,
                             const BcChartChild  *children,
                             gpointer             object,
                             GError             **error)
{
  guint seen = 0;

  g_return_val_if_fail (node != NULL && children != NULL, FALSE);
  g_return_val_if_fail (G_IS_OBJECT (object), FALSE);

  if (!check_no_text (node, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      guint kind = 0;

      while (children[kind].name != NULL && !bc_xml_is (child, children[kind].name))
        kind++;
      if (children[kind].name == NULL)
        {
          if (!is_newer (node) || !bc_kept_mark_child (child))
            return unexpected_child (node, child, children, error);
          continue;
        }
      if ((children[kind].once || children[kind].property != NULL) && (seen & (1u << kind)) != 0)
        {
          bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, child,
                            /* Translators: names of two XML elements */
                            _("a second <%s> inside <%s>; join the two"), children[kind].name,
                            (const char *) node->name);
          return FALSE;
        }
      seen |= 1u << kind;
      if (!check_since (child, &children[kind], error) || !read_child (data, child, &children[kind], object, error))
        return FALSE;
    }
  return TRUE;
}
