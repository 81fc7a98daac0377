/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every rule of the schema, one by one: each kind of element and attribute of the real maps is left out, emptied,
 * spoilt, doubled or given what does not belong there. What the schema refuses the program refuses too, with file and
 * line, and names the element or attribute.
 */
#include "bc-error.h"
#include "bc-maps.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <unistd.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

typedef struct
{
  xmlRelaxNG *schema;
  GHashTable *seen;   /* what was tried, over all files */
  char       *folder; /* with links to the real maps */
  const char *name;   /* of the file that is changed */
  char       *real;   /* its path */
  guint       n_refused;
  GString    *differences;
} Trial;

static char *
dup_source_path (const char *folder)
{
  return g_test_build_filename (G_TEST_DIST, "..", "resources", folder, NULL);
}

static void
ignore_error_cb (void        *data,
                 xmlErrorPtr  e)
{
}

static gboolean
is_valid (Trial  *trial,
          xmlDoc *doc)
{
  g_autoptr(xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (trial->schema);

  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) (GCallback) ignore_error_cb, NULL);
  return xmlRelaxNGValidateDoc (context, doc) == 0;
}

static BcMaps *
load_changed (Trial   *trial,
              xmlDoc  *doc,
              GError **error)
{
  g_autofree char *path = g_build_filename (trial->folder, trial->name, NULL);
  BcMaps *maps;
  xmlChar *text = NULL;
  int size = 0;

  xmlDocDumpMemoryEnc (doc, &text, &size, "UTF-8");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) text, size, NULL));
  xmlFree (text);
  maps = bc_maps_load_folder (trial->folder, error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink (trial->real, path), ==, 0);
  return maps;
}

/* @named: what the message has to name, or the element that it stands in, or the value that was spoilt */
static void
check (Trial      *trial,
       xmlDoc     *doc,
       const char *act,
       const char *where,
       const char *named)
{
  g_autofree char *start = g_strdup_printf ("%s/%s:", trial->folder, trial->name);
  g_autofree char *element = g_strdup_printf ("<%s>", where);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = NULL;

  if (is_valid (trial, doc))
    return;
  maps = load_changed (trial, doc, &error);
  trial->n_refused++;
  if (maps != NULL)
    g_string_append_printf (trial->differences, "%s “%s” of <%s> in %s: accepted against the schema\n", act,
                            named, where, trial->name);
  else if (!g_str_has_prefix (error->message, start) || strstr (error->message, "; ") == NULL
           || (strstr (error->message, named) == NULL && strstr (error->message, element) == NULL
               && strstr (error->message, "“?”") == NULL && strstr (error->message, "“”") == NULL))
    g_string_append_printf (trial->differences, "%s “%s” of <%s>: %s\n", act, named, where, error->message);
}

static gboolean
is_new (Trial         *trial,
        const xmlNode *node,
        const char    *part)
{
  return g_hash_table_add (trial->seen, g_strdup_printf ("%s/%s/%s", (const char *) node->parent->name,
                                                         (const char *) node->name, part));
}

static void
try_attribute (Trial      *trial,
               xmlNode    *node,
               const char *attribute)
{
  g_autofree char *before = g_strdup ((const char *) xmlHasProp (node, BAD_CAST attribute)->children->content);

  xmlUnsetProp (node, BAD_CAST attribute);
  check (trial, node->doc, "leaving out", (const char *) node->name, attribute);
  xmlSetProp (node, BAD_CAST attribute, BAD_CAST "");
  check (trial, node->doc, "emptying", (const char *) node->name, attribute);
  xmlSetProp (node, BAD_CAST attribute, BAD_CAST "?");
  check (trial, node->doc, "spoiling", (const char *) node->name, attribute);
  xmlSetProp (node, BAD_CAST attribute, BAD_CAST before);
}

static void
try_strangers (Trial   *trial,
               xmlNode *node)
{
  const char *where = (const char *) node->name;
  xmlNode *stranger;

  xmlSetProp (node, BAD_CAST "stranger", BAD_CAST "1");
  check (trial, node->doc, "adding", where, "stranger");
  xmlUnsetProp (node, BAD_CAST "stranger");
  stranger = xmlNewChild (node, NULL, BAD_CAST "stranger", NULL);
  check (trial, node->doc, "adding", where, xmlFirstElementChild (node) == stranger ? where : "stranger");
  xmlUnlinkNode (stranger);
  xmlFreeNode (stranger);
}

static void
try_child (Trial   *trial,
           xmlNode *child)
{
  const char *where = (const char *) child->parent->name;
  const char *name = (const char *) child->name;
  xmlNode *after = child->next;
  xmlNode *parent = child->parent;
  xmlNode *copy = xmlCopyNode (child, 1);

  xmlAddNextSibling (child, copy);
  check (trial, child->doc, "doubling", where, "");
  xmlUnlinkNode (copy);
  xmlFreeNode (copy);
  xmlUnlinkNode (child);
  check (trial, child->doc, "leaving out", where, name);
  if (after != NULL)
    xmlAddPrevSibling (after, child);
  else
    xmlAddChild (parent, child);
}

static void
try_node (Trial   *trial,
          xmlNode *node)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (is_new (trial, node, (const char *) attribute->name))
      {
        g_autofree char *name = g_strdup ((const char *) attribute->name);

        try_attribute (trial, node, name);
        try_node (trial, node); /* the attributes are others now */
        return;
      }
  if (is_new (trial, node, "itself"))
    {
      try_strangers (trial, node);
      if (node->parent->type == XML_ELEMENT_NODE)
        try_child (trial, node);
    }
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
    try_node (trial, child);
}

static void
test_every_rule (void)
{
  g_autofree char *patterns = dup_source_path ("patterns");
  g_autofree char *schemas = dup_source_path ("schemas");
  g_autofree char *path = g_build_filename (schemas, "patterns.rng", NULL);
  g_autoptr(xmlRelaxNGParserCtxt) context = xmlRelaxNGNewParserCtxt (path);
  g_autoptr(xmlRelaxNG) schema = xmlRelaxNGParse (context);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (patterns, 0, NULL);
  g_autoptr(GString) differences = g_string_new (NULL);
  Trial trial = { .schema = schema, .differences = differences };
  const char *name;

  g_assert_nonnull (schema);
  trial.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  trial.folder = g_dir_make_tmp ("bodychart-maps-XXXXXX", NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (patterns, name, NULL);
      g_autofree char *to = g_build_filename (trial.folder, name, NULL);

      g_assert_cmpint (symlink (from, to), ==, 0);
      g_ptr_array_add (names, g_strdup (name));
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(xmlDoc) doc = NULL;

      trial.name = g_ptr_array_index (names, i);
      trial.real = g_build_filename (patterns, trial.name, NULL);
      doc = xmlReadFile (trial.real, NULL, XML_PARSE_NONET);
      try_node (&trial, xmlDocGetRootElement (doc));
      g_free (trial.real);
    }
  g_test_message ("%u changes that the schema refuses", trial.n_refused);
  g_assert_cmpuint (trial.n_refused, >, 100);
  if (differences->len > 0)
    g_error ("%s", differences->str);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *link = g_build_filename (trial.folder, g_ptr_array_index (names, i), NULL);

      g_assert_cmpint (g_unlink (link), ==, 0);
    }
  g_assert_cmpint (g_rmdir (trial.folder), ==, 0);
  g_free (trial.folder);
  g_hash_table_unref (trial.seen);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-mutations/every-rule", test_every_rule);
  return g_test_run ();
}
