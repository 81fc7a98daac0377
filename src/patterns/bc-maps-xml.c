/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, choices, numbers and texts of a maps file, with messages that tell a contributor what to change. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

#include <math.h>

#define BLANKS " \t\r\n"

static gboolean
has_attribute (const xmlNode *node,
               const char    *attribute)
{
  return xmlHasProp ((xmlNode *) node, (const xmlChar *) attribute) != NULL;
}

/* Position of @word among @words, -1 where it is none. Makes no copy, as a load asks it ten thousand times. */
static int
find_word (const char *words,
           char        separator,
           const char *word)
{
  gsize length = strlen (word);

  for (int i = 0;; i++)
    {
      const char *end = strchrnul (words, separator);

      if ((gsize) (end - words) == length && strncmp (words, word, length) == 0)
        return i;
      if (*end == '\0')
        return -1;
      words = end + 1;
    }
}

/* "id name kind" as "id, name, kind" */
static char *
dup_comma_list (const char *words)
{
  g_auto(GStrv) list = g_strsplit (words, " ", -1);

  return g_strjoinv (", ", list);
}

/**
 * bc_maps_check_attributes:
 * @allowed: names, space separated
 *
 * A misspelt attribute would otherwise be lost without a word.
 */
gboolean
bc_maps_check_attributes (const xmlNode  *node,
                          const char     *allowed,
                          GError        **error)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree char *list = NULL;

      if (attribute->ns == NULL && find_word (allowed, ' ', (const char *) attribute->name) >= 0)
        continue;
      list = dup_comma_list (allowed);
      /* Translators: attribute, element, list of attributes of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("the attribute “%s” is not known in <%s>; use one of: %s"),
                        (const char *) attribute->name, (const char *) node->name, list);
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_maps_refuse_child:
 * @allowed: names of elements that may stand here, space separated
 *
 * Returns: %FALSE, always, with an error
 */
gboolean
bc_maps_refuse_child (const xmlNode  *child,
                      const char     *allowed,
                      GError        **error)
{
  g_autofree char *list = dup_comma_list (allowed);

  /* Translators: element, element around it, list of elements of a data file */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, child,
                    _("<%s> is not expected in <%s>; use one of: %s"),
                    (const char *) child->name, (const char *) child->parent->name, list);
  return FALSE;
}

/* As xgettext does, so that the text is found in the catalogue whatever the indentation. */
static char *
dup_normalised (const xmlNode *node)
{
  char *text = bc_xml_dup_text (node);
  char *to = text;

  for (const char *from = text + strspn (text, BLANKS); *from != '\0'; from += strspn (from, BLANKS))
    {
      gsize length = strcspn (from, BLANKS);

      if (to != text)
        *to++ = ' ';
      memmove (to, from, length);
      to += length;
      from += length;
    }
  *to = '\0';
  return text;
}

/**
 * bc_maps_read_content:
 * @translated: whether the catalogue has the text
 * @text: (inout): the text with runs of white space as one space; must be %NULL before
 *
 * Reads the text of an element that must not be empty and may be given once; its attributes are the caller's.
 */
gboolean
bc_maps_read_content (const xmlNode  *node,
                      gboolean        translated,
                      char          **text,
                      GError        **error)
{
  g_autofree char *found = dup_normalised (node);

  if (bc_xml_first (node) != NULL)
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("<%s> holds another element; write plain text"), (const char *) node->name);
      return FALSE;
    }
  if (*found == '\0')
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("<%s> is empty; write its text or leave the element out"), (const char *) node->name);
      return FALSE;
    }
  if (*text != NULL)
    {
      /* Translators: element of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("<%s> stands here twice; keep one"), (const char *) node->name);
      return FALSE;
    }
  *text = translated ? g_strdup (_(found)) : g_steal_pointer (&found);
  return TRUE;
}

/**
 * bc_maps_read_text:
 *
 * As bc_maps_read_content(), of an element without attributes.
 */
gboolean
bc_maps_read_text (const xmlNode  *node,
                   gboolean        translated,
                   char          **text,
                   GError        **error)
{
  return bc_maps_check_attributes (node, "", error) && bc_maps_read_content (node, translated, text, error);
}

/**
 * bc_maps_require_text:
 *
 * Returns: %FALSE with an error where @text, read from the child element @child, is missing
 */
gboolean
bc_maps_require_text (const xmlNode  *node,
                      const char     *child,
                      const char     *text,
                      GError        **error)
{
  if (text != NULL)
    return TRUE;
  /* Translators: element of a data file, element that is missing inside it, the same element again */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                    _("<%s> has no <%s>; add a <%s> element"), (const char *) node->name, child, child);
  return FALSE;
}

/**
 * bc_maps_dup_attribute:
 *
 * Returns: (transfer full): the value, "" where there is none
 */
char *
bc_maps_dup_attribute (const xmlNode *node,
                       const char    *attribute)
{
  char *value = bc_xml_dup_attribute (node, attribute);

  return value != NULL ? value : g_strdup ("");
}

/**
 * bc_maps_dup_optional:
 *
 * Returns: (transfer full): the value, "" where there is none; %NULL with an error where it stands there empty
 */
char *
bc_maps_dup_optional (const xmlNode  *node,
                      const char     *attribute,
                      GError        **error)
{
  return has_attribute (node, attribute) ? bc_xml_require (node, attribute, error) : g_strdup ("");
}

static guint
count_words (const char *text)
{
  guint n = 0;

  while (*(text += strspn (text, BLANKS)) != '\0')
    {
      text += strcspn (text, BLANKS);
      n++;
    }
  return n;
}

/**
 * bc_maps_split:
 * @list: (nullable): words between white space
 *
 * Returns: (transfer full): the words, without empty ones
 */
GStrv
bc_maps_split (const char *list)
{
  const char *start = list != NULL ? list : "";
  GStrv words = g_new0 (char *, count_words (start) + 1);

  for (guint i = 0; *(start += strspn (start, BLANKS)) != '\0'; i++)
    {
      gsize length = strcspn (start, BLANKS);

      words[i] = g_strndup (start, length);
      start += length;
    }
  return words;
}

static const char *
get_item_file (BcItemKind kind)
{
  switch (kind)
    {
    case BC_ITEM_SOURCE:
      return "sources.xml";
    case BC_ITEM_FACTOR:
      return "factors.xml";
    case BC_ITEM_MANAGEMENT:
      return "management.xml";
    case BC_ITEM_GROUP:
      return "groups.xml";
    case BC_ITEM_ANSWER:
      return "answers.xml";
    case BC_ITEM_DISCRIMINATOR:
      return "discriminators.xml";
    case BC_ITEM_RED_FLAG:
      return "red-flags.xml";
    case BC_ITEM_DERMATOME_MAP:
      return "dermatome-maps.xml";
    case BC_ITEM_INSTRUMENT:
      return "instruments.xml";
    case BC_ITEM_FAMILY:
    case BC_ITEM_PATTERN:
    default:
      /* Translators: where a pattern is looked for; part of “... is not known in %s” */
      return _("the files of the pattern families");
    }
}

/**
 * bc_maps_read_ids:
 * @kind: what the ids name
 * @ids: (out) (transfer full): the ids, perhaps none
 *
 * Reads a list of ids that must all be known and stand once. A list that stands there names at least one.
 */
gboolean
bc_maps_read_ids (const BcMaps   *maps,
                  const xmlNode  *node,
                  const char     *attribute,
                  BcItemKind      kind,
                  gboolean        required,
                  GStrv          *ids,
                  GError        **error)
{
  g_autofree char *text = bc_xml_dup_attribute (node, attribute);
  g_auto(GStrv) words = bc_maps_split (text);

  if (*words == NULL && (required || text != NULL))
    {
      /* Translators: element and attribute of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("<%s> names nothing in “%s”; write at least one id"),
                        (const char *) node->name, attribute);
      return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (bc_maps_find (maps, kind, words[i]) == NULL && bc_maps_is_own_node (node))
        {
          /* Translators: attribute of a data file, id found there */
          bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                            _("%s: “%s” is not known; correct the id, or add it to a map file of your own"),
                            attribute, words[i]);
          return FALSE;
        }
      if (bc_maps_find (maps, kind, words[i]) == NULL)
        {
          /* Translators: attribute of a data file, id found there, where the id is looked for, the same place again */
          bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                            _("%s: “%s” is not known in %s; correct the id or add it to %s"),
                            attribute, words[i], get_item_file (kind), get_item_file (kind));
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        if (g_str_equal (words[i], words[j]))
          {
            /* Translators: attribute of a data file, id found there */
            bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("%s: “%s” stands there twice; keep one"),
                              attribute, words[i]);
            return FALSE;
          }
    }
  *ids = g_steal_pointer (&words);
  return TRUE;
}

/**
 * bc_maps_read_choice:
 * @choices: the values, separated by “|”
 * @value: (inout): number of the choice; left as it is where the attribute is missing and was not negative before
 *
 * Reads one word of a closed list.
 */
gboolean
bc_maps_read_choice (const xmlNode  *node,
                     const char     *attribute,
                     const char     *choices,
                     int            *value,
                     GError        **error)
{
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_auto(GStrv) list = NULL;
  int found;

  if (*value >= 0 && !has_attribute (node, attribute))
    return TRUE;
  text = bc_xml_require (node, attribute, error);
  if (text == NULL)
    return FALSE;
  found = find_word (choices, '|', text);
  if (found >= 0)
    {
      *value = found;
      return TRUE;
    }
  list = g_strsplit (choices, "|", -1);
  names = g_strjoinv (", ", list);
  /* Translators: attribute of a data file, what was found there, list of what may stand there */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("%s is “%s”; use one of: %s"), attribute, text, names);
  return FALSE;
}

/**
 * bc_maps_read_number:
 * @max: the largest value; the smallest is 0
 * @value: (out): %NAN where the attribute is missing and not required
 */
gboolean
bc_maps_read_number (const xmlNode  *node,
                     const char     *attribute,
                     gboolean        required,
                     double          max,
                     double         *value,
                     GError        **error)
{
  *value = NAN;
  if (!has_attribute (node, attribute))
    return !required || bc_xml_require (node, attribute, error) != NULL; /* the error, when there is none */
  return bc_xml_get_double (node, attribute, 0, max, value, error);
}
