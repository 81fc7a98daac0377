/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-private.h"

#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-xml.h"

#define SYNONYMS "atlas/region-synonyms.xml"
#define SYNONYMS_NAMESPACE "https://bodychart.github.io/ns/atlas/1"

/* The text with runs of white space as one space: what xgettext gives to translators. */
static char *
dup_text (const xmlNode *node)
{
  g_autofree char *text = bc_xml_dup_text (node);
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (kept, *word);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

/* Reads one area's list into its place in @lists. */
static gboolean
read_area (const xmlNode  *node,
           GStrv           lists,
           GError        **error)
{
  g_autofree char *id = NULL;
  int area;

  if (!bc_xml_is (node, "area"))
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("found <%s>; write <area id=\"...\">words; words</area>"),
                        (const char *) node->name);
      return FALSE;
    }
  id = bc_xml_require (node, "id", error);
  if (id == NULL)
    return FALSE;
  area = bc_area_from_id (id);
  if (area < 0)
    {
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("id: “%s” is no area of the atlas; use an id without its side, as leg-lateral"), id);
      return FALSE;
    }
  if (lists[area][0] != '\0')
    {
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("id: “%s” stands here twice; keep one list"), id);
      return FALSE;
    }
  g_free (lists[area]);
  lists[area] = dup_text (node);
  return TRUE;
}

/**
 * bc_place_synonyms_parse:
 * @data: the content of region-synonyms.xml
 * @size: its bytes
 * @name: name of the file for messages
 * @error: return location for a #BcFileError
 *
 * Returns: (transfer full) (nullable): for each area, by number, the English list between semicolons, or ""
 */
GStrv
bc_place_synonyms_parse (const char  *data,
                         gsize        size,
                         const char  *name,
                         GError     **error)
{
  g_autoptr(xmlDoc) doc = bc_xml_parse (data, size, name, error);
  g_auto(GStrv) lists = NULL;
  const xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (!bc_xml_is (root, "synonyms") || root->ns == NULL
      || !g_str_equal ((const char *) root->ns->href, SYNONYMS_NAMESPACE))
    {
      /* Translators: element of a data file, XML namespace */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, root, _("found <%s>; begin with <synonyms xmlns=\"%s\">"),
                        (const char *) root->name, SYNONYMS_NAMESPACE);
      return NULL;
    }
  lists = g_new0 (char *, BC_N_AREAS + 1);
  for (guint area = 0; area < BC_N_AREAS; area++)
    lists[area] = g_strdup ("");
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    if (!read_area (node, lists, error))
      return NULL;
  return g_steal_pointer (&lists);
}

static void
clear_term (BcPlaceTerm *term)
{
  g_free (term->text);
  bc_place_words_clear (&term->words);
}

static void
free_entry (BcPlaceEntry *entry)
{
  g_array_unref (entry->terms);
  g_free (entry);
}

static BcPlaceEntry *
add_entry (GPtrArray       *entries,
           guint            area,
           const BcPattern *pattern)
{
  BcPlaceEntry *entry = g_new0 (BcPlaceEntry, 1);

  entry->area = area;
  entry->pattern = pattern;
  entry->terms = g_array_new (FALSE, TRUE, sizeof (BcPlaceTerm));
  g_array_set_clear_func (entry->terms, (GDestroyNotify) clear_term);
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
add_term (BcPlaceEntry *entry,
          BcTermKind    kind,
          const char   *text)
{
  BcPlaceTerm term = { 0 };

  bc_place_words_init (&term.words, text);
  if (term.words.n == 0)
    return;
  bc_place_words_mark (&term.words);
  term.kind = kind;
  term.text = g_strstrip (g_strdup (text));
  g_array_append_val (entry->terms, term);
}

static void
add_list (BcPlaceEntry *entry,
          const char   *list,
          const char   *separators)
{
  g_auto(GStrv) terms = g_strsplit_set (list, separators, -1);

  for (char **term = terms; *term != NULL; term++)
    add_term (entry, BC_TERM_SYNONYM, *term);
}

static GPtrArray *
make_areas (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load (SYNONYMS, &error);
  g_auto(GStrv) lists = NULL;

  if (bytes != NULL)
    lists = bc_place_synonyms_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SYNONYMS, &error);
  if (lists == NULL)
    g_error ("%s", error->message); /* part of the program, and checked by its tests */
  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      BcPlaceEntry *entry = add_entry (entries, area, NULL);

      add_term (entry, BC_TERM_NAME, bc_area_get_name (area));
      if (lists[area][0] != '\0')
        add_list (entry, g_dpgettext2 (GETTEXT_PACKAGE, "synonyms", lists[area]), ";");
      add_term (entry, BC_TERM_SYNONYM, bc_area_get_id (area));
      add_term (entry, BC_TERM_OTHER, bc_area_get_borders (area));
    }
  return entries;
}

/**
 * bc_place_index_get_areas:
 *
 * Returns: (transfer none) (element-type BcPlaceEntry): one entry an area, in the order of their numbers, in the
 *   language of the program; made at the first call, from any thread
 */
const GPtrArray *
bc_place_index_get_areas (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) make_areas ());
  return (const GPtrArray *) once;
}

/**
 * bc_place_index_new_maps:
 * @maps: maps, which must live as long
 *
 * Returns: (transfer full) (element-type BcPlaceEntry): one entry a map, in their order
 */
GPtrArray *
bc_place_index_new_maps (const BcMaps *maps)
{
  GPtrArray *entries;

  g_return_val_if_fail (maps != NULL, NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      BcPlaceEntry *entry = add_entry (entries, 0, pattern);
      g_autofree char *both = g_strconcat (pattern->level, " ", pattern->family->name, NULL);

      add_term (entry, BC_TERM_NAME, pattern->name);
      add_list (entry, pattern->level, ",");
      add_term (entry, BC_TERM_SYNONYM, both); /* "L5 nerve root", though its name is "L5 radicular pain" */
      add_term (entry, BC_TERM_FAMILY, pattern->family->name);
      add_term (entry, BC_TERM_OTHER, pattern->id);
    }
  return entries;
}
