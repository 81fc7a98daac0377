/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The maps of a clinic's own: files beside the program, read with distrust. What is wrong with one leaves out that
 * file and nothing else. Nothing is ever written there.
 */
#include "bc-maps-private.h"

#include "bc-dermatome-map.h"
#include "bc-i18n.h"
#include "bc-save.h"
#include "bc-xml.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FILES 64u
#define MAX_BYTES (1024 * 1024)
#define MAX_TEXT 2000u     /* bytes of a text or an attribute, as they are shown whole */
#define MAX_PATTERNS 200u  /* each is weighed at every match */
#define MAX_OTHERS 1000u   /* sources, questions, rules and more */

typedef struct
{
  GPtrArray *docs;
  GPtrArray *problems;
  GHashTable *folders; /* real paths of those that were read */
  guint      n_files;
  guint      n_patterns;
  guint      n_others;
} Reading;

/* The documents of a clinic's own are those that point here. */
static char own_mark;

static GPtrArray *default_problems;

/**
 * bc_maps_is_own_node:
 *
 * Returns: whether @node stands in a file of a clinic's own, not of the program
 */
gboolean
bc_maps_is_own_node (const xmlNode *node)
{
  return node->doc->_private == &own_mark;
}

static void
add_problem (Reading    *reading,
             const char *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (Reading    *reading,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (reading->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gsize
get_length (const xmlNode *text)
{
  return text->content != NULL && !xmlIsBlankNode (text) ? strlen ((const char *) text->content) : 0;
}

static gboolean
check_lengths (const xmlNode  *node,
               GError        **error)
{
  gsize longest = 0;
  gsize total = 0;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    for (const xmlNode *text = attribute->children; text != NULL; text = text->next)
      longest = MAX (longest, get_length (text));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      total += get_length (child);
  if (MAX (longest, total) <= MAX_TEXT)
    return TRUE;
  /* Translators: element of a data file, then a number of bytes */
  bc_xml_set_error (error, BC_FILE_ERROR_TOO_LARGE, node, _("<%s> holds a text of more than %u bytes; shorten it"),
                    (const char *) node->name, MAX_TEXT);
  return FALSE;
}

/* Counts entries by their ids, and the levels of dermatome maps. bc_xml_parse() has limited the depth. */
static gboolean
check_node (const xmlNode  *node,
            guint          *n_patterns,
            guint          *n_others,
            GError        **error)
{
  if (!check_lengths (node, error))
    return FALSE;
  if (xmlHasProp ((xmlNode *) node, BAD_CAST "id") != NULL || bc_xml_is (node, "level"))
    *(bc_xml_is (node, "pattern") ? n_patterns : n_others) += 1;
  if (*n_patterns > MAX_PATTERNS || *n_others > MAX_OTHERS)
    {
      /* Translators: two numbers; patterns are the maps, the rest are sources, questions and rules */
      bc_xml_set_error (error, BC_FILE_ERROR_TOO_LARGE, node,
                        _("maps of your own hold at most %u patterns and %u other entries, those of the files before "
                          "included; take some out"), MAX_PATTERNS, MAX_OTHERS);
      return FALSE;
    }
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    if (!check_node (child, n_patterns, n_others, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_file (Reading     *reading,
           const char  *path,
           GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = bc_load_bytes (file, MAX_BYTES, NULL, NULL, error);
  guint n_patterns = reading->n_patterns;
  guint n_others = reading->n_others;
  xmlDoc *doc;

  if (bytes == NULL || !bc_maps_parse_file (reading->docs, bytes, shown, error))
    return FALSE;
  doc = g_ptr_array_index (reading->docs, reading->docs->len - 1);
  doc->_private = &own_mark;
  if (!check_node (xmlDocGetRootElement (doc), &n_patterns, &n_others, error))
    {
      g_ptr_array_remove_index (reading->docs, reading->docs->len - 1);
      return FALSE;
    }
  reading->n_patterns = n_patterns;
  reading->n_others = n_others;
  return TRUE;
}

static void
add_file (Reading    *reading,
          const char *path)
{
  g_autoptr(GError) error = NULL;

  if (++reading->n_files <= MAX_FILES && !read_file (reading, path, &error))
    add_problem (reading, "%s", error->message);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_map_name (const char *name)
{
  return g_str_has_suffix (name, ".xml") && *name != '.';
}

static void
add_folder (Reading    *reading,
            const char *folder)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        /* Translators: a folder, then what the system says */
        add_problem (reading, _("%s: not read: %s; check your permission"), shown, error->message);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_map_name (name))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_file (reading, g_ptr_array_index (names, i));
}

/* A folder that two entries of XDG_DATA_DIRS lead to would be told as one that repeats every id. */
static void
add_path (Reading    *reading,
          const char *path)
{
  char *real = realpath (path, NULL);

  if (real != NULL && !g_hash_table_add (reading->folders, real))
    return;
  if (real != NULL && !g_file_test (path, G_FILE_TEST_IS_DIR))
    add_file (reading, path);
  else
    add_folder (reading, path);
}

static void
read_own (Reading           *reading,
          const char *const *paths)
{
  reading->folders = g_hash_table_new_full (g_str_hash, g_str_equal, free, NULL);
  for (; *paths != NULL; paths++)
    add_path (reading, *paths);
  g_hash_table_unref (reading->folders);
  if (reading->n_files > MAX_FILES)
    /* Translators: two numbers of files */
    add_problem (reading, _("%u files of maps of your own; only the first %u are read; put several into one"),
                 reading->n_files, MAX_FILES);
}

/* Wherever such a map is named, on screen and on paper, it says that it is one. */
static void
mark_name (char **name)
{
  g_autofree char *plain = *name;

  /* Translators: %s is the name of a map that the clinic added, as in "Infrapatellar fat pad (own map)" */
  *name = g_strdup_printf (_("%s (own map)"), plain);
}

static void
mark_own (BcMaps          *maps,
          const GPtrArray *docs,
          guint            first)
{
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      if (pattern->own_file != NULL)
        mark_name (&pattern->name);
    }
  for (guint i = 0; i < maps->groups->len; i++)
    {
      BcGroup *group = g_ptr_array_index (maps->groups, i);

      if (bc_maps_is_own_id (group->id))
        mark_name (&group->name);
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      BcRedFlag *red_flag = g_ptr_array_index (maps->red_flags, i);

      if (bc_maps_is_own_id (red_flag->id))
        mark_name (&red_flag->meaning);
    }
  for (guint i = 0; i < maps->dermatome_maps->len; i++)
    {
      BcDermatomeMap *map = g_ptr_array_index (maps->dermatome_maps, i);

      if (bc_maps_is_own_id (map->id))
        mark_name (&map->name);
    }
  for (guint i = first; i < docs->len; i++)
    g_ptr_array_add (maps->own_files, g_strdup ((const char *) ((const xmlDoc *) g_ptr_array_index (docs, i))->URL));
}

/**
 * bc_maps_load_with_own:
 * @paths: (array zero-terminated=1) (element-type filename): folders with maps of a clinic's own, and files; a folder
 *   that is not there holds none
 * @problems: (element-type utf8): gets a text for each file that is left out: `file:line: what was found; what to do`
 * @error: return location for an error in the maps of the program
 *
 * Reads the built-in maps and those of a clinic's own beside them. The files of a clinic may name whatever the program
 * has, and each other in any order; all their ids begin with `own-`, so that they replace nothing. A file that is wrong
 * is left out whole, and so is one that needs it. Limits: 64 files of 1 MiB, texts of 2000 bytes, 200 patterns and 1000
 * other entries in all.
 *
 * Returns: (transfer full): the maps, %NULL only where the built-in ones fail
 */
BcMaps *
bc_maps_load_with_own (const char *const  *paths,
                       GPtrArray          *problems,
                       GError            **error)
{
  g_autoptr(GPtrArray) docs = bc_maps_parse_built_in (error);
  guint n_built_in = docs != NULL ? docs->len : 0;
  Reading reading = { .docs = docs, .problems = problems };
  BcMaps *maps = NULL;

  g_return_val_if_fail (paths != NULL && problems != NULL, NULL);
  if (docs == NULL)
    return NULL;
  read_own (&reading, paths);
  while (maps == NULL)
    {
      g_autoptr(GError) problem = NULL;
      guint wrong = 0;

      maps = bc_maps_read_docs (docs, &wrong, &problem);
      if (maps == NULL && wrong < n_built_in)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (maps != NULL)
        break;
      add_problem (&reading, "%s", problem->message);
      g_ptr_array_remove_index (docs, wrong);
    }
  mark_own (maps, docs, n_built_in);
  g_ptr_array_sort (problems, compare_names);
  return maps;
}

/**
 * bc_maps_list_own_folders:
 *
 * Returns: (transfer full) (element-type filename): where maps of a clinic's own are looked for: the user's folder
 *   first, then those for all users of the machine; whether they are there or not
 */
GStrv
bc_maps_list_own_folders (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *dirs = g_get_system_data_dirs ();
  g_autofree char *first = g_build_filename (g_get_user_data_dir (), "bodychart", "patterns", NULL);

  g_strv_builder_add (builder, first);
  for (; *dirs != NULL; dirs++)
    {
      g_autofree char *folder = g_build_filename (*dirs, "bodychart", "patterns", NULL);

      g_strv_builder_add (builder, folder);
    }
  return g_strv_builder_end (builder);
}

/* Whether a folder holds a file that may be a map, or cannot be read, which is a problem to tell of. */
static gboolean
has_own (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    return !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_map_name (name))
      return TRUE;
  return FALSE;
}

/**
 * bc_maps_have_own:
 *
 * Looks at names only: for those who want to tell what is wrong with them, and do not need the maps otherwise.
 *
 * Returns: whether bc_maps_get_problems() may have something to say
 */
gboolean
bc_maps_have_own (void)
{
  g_auto(GStrv) folders = bc_maps_list_own_folders ();

  for (guint i = 0; folders[i] != NULL; i++)
    if (has_own (folders[i]))
      return TRUE;
  return FALSE;
}

/**
 * bc_maps_get_default:
 *
 * Returns: (transfer none): the built-in maps with those of the clinic's own that can be read, loaded at the first call
 *   and kept until the program ends. The built-in ones are part of the program and checked by its tests, so that a
 *   failure there is an error of the build and ends it. What is wrong with the others: bc_maps_get_problems().
 */
const BcMaps *
bc_maps_get_default (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_auto(GStrv) folders = bc_maps_list_own_folders ();
      g_autoptr(GError) error = NULL;
      BcMaps *maps = bc_maps_load_with_own ((const char *const *) folders, problems, &error);

      if (maps == NULL)
        g_error ("%s", error->message);
      default_problems = g_steal_pointer (&problems);
      g_once_init_leave (&once, (gsize) maps);
    }
  return (const BcMaps *) once;
}

/**
 * bc_maps_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): why files of the clinic's own are not among bc_maps_get_default()
 */
const GPtrArray *
bc_maps_get_problems (void)
{
  bc_maps_get_default ();
  return default_problems;
}
