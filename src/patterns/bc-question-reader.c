/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked: discriminators, and answers of the rules. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

#define FAMILY_PREFIX "family:"
#define MAX_RATIO 1000.0 /* likelihood ratios above are typing errors */

static gboolean
add_patterns (const BcMaps   *maps,
              const char     *word,
              GPtrArray      *patterns)
{
  BcPattern *pattern = bc_maps_find (maps, BC_ITEM_PATTERN, word);
  const BcFamily *family;

  if (!g_str_has_prefix (word, FAMILY_PREFIX))
    {
      if (pattern != NULL && !g_ptr_array_find (patterns, pattern, NULL))
        g_ptr_array_add (patterns, pattern);
      return pattern != NULL;
    }
  family = bc_maps_find (maps, BC_ITEM_FAMILY, word + strlen (FAMILY_PREFIX));
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      pattern = g_ptr_array_index (maps->patterns, i);
      if (pattern->family == family && !g_ptr_array_find (patterns, pattern, NULL))
        g_ptr_array_add (patterns, pattern);
    }
  return family != NULL;
}

/**
 * bc_maps_read_patterns:
 * @patterns: (out) (transfer full): of const BcPattern
 *
 * Reads pattern ids, and `family:<id>` for all patterns of a family.
 */
gboolean
bc_maps_read_patterns (const BcMaps   *maps,
                       const xmlNode  *node,
                       const char     *attribute,
                       GPtrArray     **patterns,
                       GError        **error)
{
  g_autofree char *text = bc_xml_require (node, attribute, error);
  g_auto(GStrv) words = bc_maps_split (text);

  if (text == NULL)
    return FALSE;
  *patterns = g_ptr_array_new ();
  for (char **word = words; *word != NULL; word++)
    if (!add_patterns (maps, *word, *patterns))
      {
        /* Translators: attribute of a data file, id found there */
        bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                          _("%s: “%s” is no pattern; name a pattern, or a family as family:disc"), attribute, *word);
        return FALSE;
      }
  if ((*patterns)->len > 0)
    return TRUE;
  /* Translators: element and attribute of a data file */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("<%s> names nothing in “%s”; write at least one id"),
                    (const char *) node->name, attribute);
  return FALSE;
}

static gboolean
read_answer (BcMaps         *maps,
             const char     *topic,
             const xmlNode  *node,
             GError        **error)
{
  g_autoptr(BcAnswerItem) answer = g_new0 (BcAnswerItem, 1);
  int ask_next = BC_ASK_NEXT_YES;

  if (!bc_maps_check_attributes (node, "id ask-next", error)
      || (answer->id = bc_xml_require (node, "id", error)) == NULL
      || !bc_maps_read_choice (node, "ask-next", BC_MAPS_ASK_NEXT, &ask_next, error))
    return FALSE;
  answer->ask_next = (BcAskNext) ask_next;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      if (!bc_xml_is (child, "question"))
        return bc_maps_refuse_child (child, "question", error);
      if (!bc_maps_read_text (child, TRUE, &answer->question, error))
        return FALSE;
    }
  if (!bc_maps_require_text (node, "question", answer->question, error)
      || !bc_maps_add (maps, BC_ITEM_ANSWER, node, answer->id, answer, error))
    return FALSE;
  answer->group = g_strdup (topic);
  g_ptr_array_add (maps->answers, g_steal_pointer (&answer));
  return TRUE;
}

static gboolean
read_topic (BcMaps         *maps,
            const xmlNode  *topic,
            GError        **error)
{
  const xmlNode *first = bc_xml_first (topic);
  g_autofree char *name = NULL;

  if (!bc_maps_check_attributes (topic, "", error)
      || !bc_maps_require_text (topic, "name", first != NULL && bc_xml_is (first, "name") ? "" : NULL, error)
      || !bc_maps_read_text (first, TRUE, &name, error))
    return FALSE;
  for (const xmlNode *node = bc_xml_next (first); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "answer"))
        return bc_maps_refuse_child (node, "answer", error);
      if (!read_answer (maps, name, node, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bc_answers_read:
 *
 * Reads the yes-or-no questions of the rules, by topic.
 */
gboolean
bc_answers_read (BcMaps         *maps,
                 const xmlNode  *root,
                 GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "topic"))
        return bc_maps_refuse_child (node, "topic", error);
      if (!read_topic (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

static gboolean
read_weight (BcMaps           *maps,
             BcDiscriminator  *discriminator,
             const xmlNode    *node,
             GError          **error)
{
  int kind = -1;
  int direction = -1;
  int strength = -1;
  int basis = -1;

  if (!bc_maps_read_choice (node, "kind", "history|test|quality|aggravating|easing", &kind, error)
      || !bc_maps_read_choice (node, "direction", "for|against", &direction, error)
      || !bc_maps_read_choice (node, "strength", "weak|moderate|strong", &strength, error)
      || !bc_maps_read_choice (node, "basis", "read|computed|known|direction only", &basis, error)
      || !bc_maps_read_number (node, "lr-positive", FALSE, MAX_RATIO, &discriminator->lr_positive, error)
      || !bc_maps_read_number (node, "lr-negative", FALSE, MAX_RATIO, &discriminator->lr_negative, error)
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &discriminator->sources, error))
    return FALSE;
  /* log (0) would rule a pattern out for good, whatever else speaks for it */
  if (!(discriminator->lr_positive != 0.0) || !(discriminator->lr_negative != 0.0))
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("a likelihood ratio is 0; write the smallest ratio that the study allows"));
      return FALSE;
    }
  discriminator->kind = bc_xml_dup_attribute (node, "kind");
  discriminator->basis = bc_xml_dup_attribute (node, "basis");
  discriminator->direction = direction == 0 ? 1 : -1;
  discriminator->strength = (BcStrength) strength;
  return bc_maps_read_patterns (maps, node, "bears-on", &discriminator->patterns, error);
}

/* Whoever is told to test something is told how, and how much that asks of the patient. */
static gboolean
read_load (BcDiscriminator  *discriminator,
           const xmlNode    *node,
           GError          **error)
{
  gboolean is_test = g_str_equal (discriminator->kind, "test");
  int load = is_test || discriminator->how != NULL ? -1 : 0;

  if (is_test && !bc_maps_require_text (node, "how", discriminator->how, error))
    return FALSE;
  if (!bc_maps_read_choice (node, "load", "gentle|moderate|provocative", &load, error))
    return FALSE;
  if (discriminator->how == NULL && xmlHasProp ((xmlNode *) node, (const xmlChar *) "load") != NULL)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("load grades a test, and <how> is missing; add a <how> element or leave load out"));
      return FALSE;
    }
  discriminator->load = discriminator->how != NULL ? (BcLoad) (BC_LOAD_GENTLE + load) : BC_LOAD_NONE;
  return TRUE;
}

/* When to put it forward. */
static gboolean
read_asking (BcDiscriminator  *discriminator,
             const xmlNode    *node,
             GError          **error)
{
  g_autofree char *follow_up_of = bc_xml_dup_attribute (node, "follow-up-of");
  int practice = BC_PRACTICE_ORDINARY;
  int ask_next = BC_ASK_NEXT_YES;
  int weakness = BC_WEAKNESS_NONE;

  if (!bc_maps_read_choice (node, "practice", BC_MAPS_PRACTICES, &practice, error)
      || !bc_maps_read_choice (node, "ask-next", BC_MAPS_ASK_NEXT, &ask_next, error)
      || !bc_maps_read_choice (node, "weakness", "no|any|muscle", &weakness, error))
    return FALSE;
  discriminator->weakness = (BcWeakness) weakness;
  discriminator->practice = (BcPractice) practice;
  discriminator->ask_next = (BcAskNext) ask_next;
  discriminator->follow_up_of = bc_maps_split (follow_up_of);
  discriminator->same_as = bc_xml_dup_attribute (node, "same-as");
  return TRUE;
}

static gboolean
read_discriminator (BcMaps         *maps,
                    const xmlNode  *node,
                    GError        **error)
{
  g_autoptr(BcDiscriminator) item = g_new0 (BcDiscriminator, 1);

  if (!bc_maps_check_attributes (node, "id kind load direction strength same-as weakness lr-positive lr-negative "
                                 "basis sources practice ask-next follow-up-of bears-on", error)
      || (item->id = bc_xml_require (node, "id", error)) == NULL
      || !read_weight (maps, item, node, error)
      || !read_asking (item, node, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "question"))
        read = bc_maps_read_text (child, TRUE, &item->question, error);
      else if (bc_xml_is (child, "how"))
        read = bc_maps_read_text (child, TRUE, &item->how, error);
      else if (bc_xml_is (child, "note"))
        read = bc_maps_read_text (child, FALSE, &item->note, error);
      else
        bc_maps_refuse_child (child, "question how note", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "question", item->question, error) || !read_load (item, node, error)
      || !bc_maps_add (maps, BC_ITEM_DISCRIMINATOR, node, item->id, item, error))
    return FALSE;
  if (item->note == NULL)
    item->note = g_strdup ("");
  item->index = maps->discriminators->len;
  g_ptr_array_add (maps->discriminators, g_steal_pointer (&item));
  return TRUE;
}

/**
 * bc_discriminators_read:
 *
 * Reads the questions and bedside tests that tell patterns apart.
 */
gboolean
bc_discriminators_read (BcMaps         *maps,
                        const xmlNode  *root,
                        GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "discriminator"))
        return bc_maps_refuse_child (node, "discriminator", error);
      if (!read_discriminator (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

/* What a follow-up follows must be a question, or it would never be asked. */
static gboolean
check_follow_up (const BcMaps   *maps,
                 const xmlNode  *node,
                 GError        **error)
{
  g_autofree char *text = bc_xml_dup_attribute (node, "follow-up-of");
  g_auto(GStrv) ids = bc_maps_split (text);

  if (text != NULL && *ids == NULL)
    {
      /* Translators: element and attribute of a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("<%s> names nothing in “%s”; write at least one id"),
                        (const char *) node->name, "follow-up-of");
      return FALSE;
    }
  for (char **id = ids; *id != NULL; id++)
    if (bc_maps_lookup_answer (maps, *id) == NULL && bc_maps_lookup_discriminator (maps, *id) == NULL)
      {
        /* Translators: id found in a data file */
        bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                          _("follow-up-of: “%s” is no question; name a discriminator or an answer"), *id);
        return FALSE;
      }
  return TRUE;
}

/**
 * bc_discriminators_check:
 *
 * Checks that each question that is asked elsewhere is asked there, and not sent on a second time; and that what a
 * follow-up follows is a question.
 */
gboolean
bc_discriminators_check (BcMaps         *maps,
                         const xmlNode  *root,
                         GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      g_autofree char *id = bc_xml_dup_attribute (node, "same-as");
      const BcDiscriminator *other = bc_maps_lookup_discriminator (maps, id);

      if (!check_follow_up (maps, node, error))
        return FALSE;
      if (id == NULL || bc_maps_lookup_answer (maps, id) != NULL || (other != NULL && other->same_as == NULL))
        continue;
      /* Translators: id found in a data file */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("same-as: “%s” asks no question of its own; name the discriminator or answer that asks it"),
                        id);
      return FALSE;
    }
  return TRUE;
}
