/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-kept.h"

#include "bc-xml-text.h"

/*
 * Where something stood: @path leads from the element of the object to the element that it was in ("" for that
 * itself, "/notes", "/cover:2"), @after and @nth name the known child before it ("" for none).
 */
typedef struct
{
  char     *path;
  gboolean  is_attribute;
  char     *after;
  guint     nth;
  char     *text; /* as it is written */
} Item;

struct _BcKept
{
  GArray *items; /* of Item, in the order of the file */
};

static G_DEFINE_QUARK (bc-kept, kept)
static G_DEFINE_QUARK (bc-kept-minor, minor)

/* What the private pointer of an unknown node points to. */
static char unknown;

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_free (item->after);
  g_free (item->text);
}

static void
free_kept (gpointer data)
{
  BcKept *self = data;

  g_array_unref (self->items);
  g_free (self);
}

/**
 * bc_kept_note_owner:
 * @node: an element
 * @object: what it was read into; must live until bc_kept_collect()
 *
 * Says where what is kept of @node, and of those inside it that became no object, belongs.
 */
void
bc_kept_note_owner (const xmlNode *node,
                    gpointer       object)
{
  g_return_if_fail (node != NULL && G_IS_OBJECT (object));

  ((xmlNode *) node)->_private = object;
}

/**
 * bc_kept_mark_attribute:
 * @attribute: an unknown attribute
 *
 * Has @attribute kept.
 */
void
bc_kept_mark_attribute (const xmlAttr *attribute)
{
  ((xmlAttr *) attribute)->_private = &unknown;
}

/* Whether the element and all that is in it is in the namespace of charts. */
static gboolean
is_ours (const xmlNode *node)
{
  if (!bc_xml_is (node, (const char *) node->name))
    return FALSE;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL)
      return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    if (!is_ours (child))
      return FALSE;
  return TRUE;
}

/**
 * bc_kept_mark_child:
 * @child: an unknown element
 *
 * Has @child kept with all that is in it. A chart has one namespace only, whatever its version.
 *
 * Returns: whether it can be kept
 */
gboolean
bc_kept_mark_child (const xmlNode *child)
{
  g_return_val_if_fail (child != NULL && child->type == XML_ELEMENT_NODE, FALSE);

  if (!is_ours (child))
    return FALSE;
  ((xmlNode *) child)->_private = &unknown;
  return TRUE;
}

static void
keep (GObject    *owner,
      const char *path,
      gboolean    is_attribute,
      const char *after,
      guint       nth,
      char       *text)
{
  BcKept *self = g_object_get_qdata (owner, kept_quark ());
  Item item = { g_strdup (path), is_attribute, g_strdup (after), nth, text };

  if (self == NULL)
    {
      self = g_new0 (BcKept, 1);
      self->items = g_array_new (FALSE, FALSE, sizeof (Item));
      g_array_set_clear_func (self->items, clear_item);
      g_object_set_qdata_full (owner, kept_quark (), self, free_kept);
    }
  g_array_append_val (self->items, item);
}

static void
collect_attributes (const xmlNode *node,
                    GObject       *owner,
                    const char    *path)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->_private == &unknown)
      {
        GString *text = g_string_new (NULL);

        bc_xml_text_append_attribute (text, node, attribute);
        keep (owner, path, TRUE, "", 0, g_string_free (text, FALSE));
      }
}

static void
collect (const xmlNode *node,
         GObject       *owner,
         const char    *path)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* how many of each name */
  const char *after = "";
  guint nth = 0;

  collect_attributes (node, owner, path);
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      g_autofree char *inner = NULL;

      if (child->_private == &unknown)
        {
          GString *text = g_string_new (NULL);

          bc_xml_text_append_node (text, child);
          keep (owner, path, FALSE, after, nth, g_string_free (text, FALSE));
          continue;
        }
      after = (const char *) child->name;
      nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, after));
      g_hash_table_insert (seen, (gpointer) after, GUINT_TO_POINTER (nth + 1));
      if (child->_private != NULL)
        {
          collect (child, child->_private, "");
          continue;
        }
      inner = nth == 0 ? g_strdup_printf ("%s/%s", path, after) : g_strdup_printf ("%s/%s:%u", path, after, nth);
      collect (child, owner, inner);
    }
}

/**
 * bc_kept_collect:
 * @root: the root element of a document; bc_kept_note_owner() was told of it
 *
 * Gives all that was marked as unknown to the objects that it belongs to.
 */
void
bc_kept_collect (const xmlNode *root)
{
  g_return_if_fail (root != NULL && G_IS_OBJECT (root->_private));

  collect (root, root->_private, "");
}

/**
 * bc_kept_get:
 * @object: an object of a chart
 *
 * Returns: (transfer none) (nullable): what is kept with @object
 */
const BcKept *
bc_kept_get (gpointer object)
{
  g_return_val_if_fail (G_IS_OBJECT (object), NULL);

  return g_object_get_qdata (object, kept_quark ());
}

/**
 * bc_kept_has_any:
 * @self: (nullable): what is kept with an object
 * @path: of an element
 *
 * Returns: whether anything is kept of that element or of what is in it
 */
gboolean
bc_kept_has_any (const BcKept *self,
                 const char   *path)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    if (g_str_has_prefix (g_array_index (self->items, Item, i).path, path))
      return TRUE;
  return FALSE;
}

/**
 * bc_kept_has_attributes:
 * @self: (nullable): what is kept with an object
 * @path: of the element, "" for that of the object
 *
 * Returns: whether there are attributes for it
 */
gboolean
bc_kept_has_attributes (const BcKept *self,
                        const char   *path)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->is_attribute && g_str_equal (item->path, path))
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_kept_append_attributes:
 * @self: (nullable): what is kept with an object
 * @path: of the element that is being written, "" for that of the object
 * @out: where to
 *
 * Writes the attributes that are kept for an element.
 */
void
bc_kept_append_attributes (const BcKept *self,
                           const char   *path,
                           GString      *out)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->is_attribute && g_str_equal (item->path, path))
        g_string_append (out, item->text);
    }
}

static gboolean
is_there (const Item *item,
          const char *path,
          const char *after,
          guint       from,
          guint       to)
{
  return !item->is_attribute && item->nth >= from && item->nth <= to && g_str_equal (item->path, path)
         && g_str_equal (item->after, after);
}

/**
 * bc_kept_has_children:
 * @self: (nullable): what is kept with an object
 * @path: of the element that is being written, "" for that of the object
 * @after: name of the known children that were just written, "" before the first
 * @from: which of them was written last
 * @to: likewise; more than @from where there will be no more
 *
 * Returns: whether elements are kept for that place
 */
gboolean
bc_kept_has_children (const BcKept *self,
                      const char   *path,
                      const char   *after,
                      guint         from,
                      guint         to)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    if (is_there (&g_array_index (self->items, Item, i), path, after, from, to))
      return TRUE;
  return FALSE;
}

/**
 * bc_kept_append_children:
 * @self: (nullable): what is kept with an object
 * @path: as of bc_kept_has_children()
 * @after: likewise
 * @from: likewise
 * @to: likewise
 * @depth: how far to indent
 * @out: where to
 *
 * Writes the elements that are kept for a place in an element.
 */
void
bc_kept_append_children (const BcKept *self,
                         const char   *path,
                         const char   *after,
                         guint         from,
                         guint         to,
                         guint         depth,
                         GString      *out)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (is_there (item, path, after, from, to))
        g_string_append_printf (out, "%*s%s\n", (int) (2 * depth), "", item->text);
    }
}

/**
 * bc_kept_get_minor:
 * @chart: a chart
 *
 * Returns: the minor version of the file that @chart was read from, 0 for a new one
 */
int
bc_kept_get_minor (gpointer chart)
{
  g_return_val_if_fail (G_IS_OBJECT (chart), 0);

  return GPOINTER_TO_INT (g_object_get_qdata (chart, minor_quark ()));
}

/**
 * bc_kept_set_minor:
 * @chart: a chart
 * @minor: of the file that it was read from
 *
 * Remembers the minor version, since what is kept belongs to it.
 */
void
bc_kept_set_minor (gpointer chart,
                   int      minor)
{
  g_return_if_fail (G_IS_OBJECT (chart));

  g_object_set_qdata (chart, minor_quark (), GINT_TO_POINTER (minor));
}
