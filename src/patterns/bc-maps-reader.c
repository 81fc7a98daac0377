/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-save.h"
#include "bc-xml.h"

#define PATTERNS_FOLDER "patterns/"
#define SEVERAL "maps" /* root of a file with several sections */

typedef struct
{
  const char *root; /* name of the root element of the files that the step reads */
  gboolean  (*read) (BcMaps *maps, const xmlNode *root, GError **error);
} Step;

/* What is referred to comes first, so that a reference can be checked where it is read. */
static const Step steps[] = {
  { "sources", bc_sources_read },
  { "factors", bc_factors_read },
  { "management", bc_management_read },
  { "groups", bc_groups_read },
  { "patterns", bc_families_read },
  { "patterns", bc_patterns_read },
  { "groups", bc_groups_check },
  { "dermatome-maps", bc_dermatome_maps_read },
  { "published-figures", bc_published_figures_read },
  { "instruments", bc_instruments_read },
  { "answers", bc_answers_read },
  { "discriminators", bc_discriminators_read },
  { "discriminators", bc_discriminators_check },
  { "red-flags", bc_red_flags_read },
};

/* (transfer full): the root elements, each once */
static char *
dup_roots (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gboolean first = TRUE;

      for (guint j = 0; j < i; j++)
        first = first && !g_str_equal (steps[j].root, steps[i].root);
      if (first)
        g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", steps[i].root);
    }
  return g_string_free (list, FALSE);
}

/* A file holds one section, or several inside <maps>. */
static const xmlNode *
first_section (const xmlDoc *doc)
{
  const xmlNode *root = xmlDocGetRootElement (doc);

  return bc_xml_is (root, SEVERAL) ? bc_xml_first (root) : root;
}

static const xmlNode *
next_section (const xmlNode *section)
{
  return section->parent->type == XML_ELEMENT_NODE ? bc_xml_next (section) : NULL;
}

static gboolean
check_section (const xmlNode  *section,
               GError        **error)
{
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (bc_xml_is (section, steps[i].root))
      return TRUE;
  list = dup_roots ();
  /* Translators: element of a data file, list of elements that may stand there */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, section,
                    _("<%s> starts no kind of maps file; use one of: %s; or several of them inside <maps>"),
                    (const char *) section->name, list);
  return FALSE;
}

static gboolean
check_root (xmlDoc  *doc,
            GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (doc);

  if (root->ns == NULL || !g_str_equal ((const char *) root->ns->href, BC_MAPS_NAMESPACE))
    {
      /* Translators: element of a data file, the XML namespace that it needs */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, root,
                        _("<%s> is not in the namespace of the maps; write xmlns=\"%s\""),
                        (const char *) root->name, BC_MAPS_NAMESPACE);
      return FALSE;
    }
  if (bc_xml_is (root, SEVERAL) && !bc_maps_check_attributes (root, "", error))
    return FALSE;
  for (const xmlNode *section = first_section (doc); section != NULL; section = next_section (section))
    if (!check_section (section, error))
      return FALSE;
  return TRUE;
}

/**
 * bc_maps_parse_file:
 * @docs: (element-type xmlDoc): files that were parsed
 * @bytes: content of a file
 * @name: its name, for messages
 *
 * Adds a file to those that bc_maps_read_docs() makes maps of.
 *
 * Returns: %FALSE with an error where it is no maps file
 */
gboolean
bc_maps_parse_file (GPtrArray   *docs,
                    GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(xmlDoc) doc = bc_xml_parse (data, size, name, error);

  if (doc == NULL || !check_root (doc, error))
    return FALSE;
  g_ptr_array_add (docs, g_steal_pointer (&doc));
  return TRUE;
}

static gboolean
read_doc (BcMaps        *maps,
          const Step    *step,
          const xmlDoc  *doc,
          GError       **error)
{
  for (const xmlNode *section = first_section (doc); section != NULL; section = next_section (section))
    if (bc_xml_is (section, step->root) && !step->read (maps, section, error))
      return FALSE;
  return TRUE;
}

/**
 * bc_maps_read_docs:
 * @docs: (element-type xmlDoc): files that were parsed
 * @wrong: (out) (optional): number of the file that is wrong, on failure
 *
 * Makes maps of files. They may refer to each other in any order.
 *
 * Returns: (transfer full): the maps, %NULL with an error that names file and line
 */
BcMaps *
bc_maps_read_docs (const GPtrArray  *docs,
                   guint            *wrong,
                   GError          **error)
{
  g_autoptr(BcMaps) maps = bc_maps_new ();

  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint i = 0; i < docs->len; i++)
      if (!read_doc (maps, &steps[step], g_ptr_array_index (docs, i), error))
        {
          if (wrong != NULL)
            *wrong = i;
          return NULL;
        }
  return g_steal_pointer (&maps);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bc_maps_parse_built_in:
 *
 * Returns: (transfer full) (element-type xmlDoc): the files that are part of the program
 */
GPtrArray *
bc_maps_parse_built_in (GError **error)
{
  g_autoptr(GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  g_auto(GStrv) names = NULL;

  bc_resources_init ();
  names = g_resources_enumerate_children (BC_RESOURCE_PREFIX "/" PATTERNS_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (PATTERNS_FOLDER, *name, NULL);
      g_autoptr(GBytes) bytes = bc_resources_load (path, error);

      if (bytes == NULL || !bc_maps_parse_file (docs, bytes, path, error))
        return NULL;
    }
  return g_steal_pointer (&docs);
}

/**
 * bc_maps_load:
 *
 * Reads the maps that are built into the program: every XML file of resources/patterns/. Names and texts are
 * translated into the language of the moment.
 *
 * Returns: (transfer full): the maps, %NULL with an error that names file and line
 */
BcMaps *
bc_maps_load (GError **error)
{
  g_autoptr(GPtrArray) docs = bc_maps_parse_built_in (error);

  return docs != NULL ? bc_maps_read_docs (docs, NULL, error) : NULL;
}

/* (transfer full): names of the XML files, sorted */
static GPtrArray *
list_files (const char  *folder,
            GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml") && *name != '.')
      g_ptr_array_add (names, g_strdup (name));
  if (names->len == 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      /* Translators: %s is a folder */
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
                   _("%s: holds no XML file; choose the folder that holds the maps"), shown);
      return NULL;
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * bc_maps_load_folder:
 * @folder: (type filename): a folder with XML files as in resources/patterns/
 *
 * Reads maps from files, so that changed maps can be tried and wrong ones tested without building the program.
 *
 * Returns: (transfer full): the maps, %NULL with an error that names file and line
 */
BcMaps *
bc_maps_load_folder (const char  *folder,
                     GError     **error)
{
  g_autoptr(GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  names = list_files (folder, error);
  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *shown = g_filename_display_name (path);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) bytes = bc_load_bytes (file, BC_XML_MAX_BYTES, NULL, NULL, error);

      if (bytes == NULL || !bc_maps_parse_file (docs, bytes, shown, error))
        return NULL;
    }
  return bc_maps_read_docs (docs, NULL, error);
}
