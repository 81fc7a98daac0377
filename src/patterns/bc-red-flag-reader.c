/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the red flags. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-rule.h"
#include "bc-xml.h"

static gboolean
parse_rule (const BcMaps   *maps,
            BcRedFlag      *red_flag,
            const xmlNode  *node,
            GError        **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(GPtrArray) answers = NULL;

  red_flag->rule = bc_rule_parse (red_flag->text, &wrong);
  if (red_flag->rule == NULL)
    {
      bc_xml_set_error (error, (BcFileError) wrong->code, node, "%s", wrong->message);
      return FALSE;
    }
  answers = bc_rule_list_answers (red_flag->rule);
  for (guint i = 0; i < answers->len; i++)
    if (bc_maps_lookup_answer (maps, g_ptr_array_index (answers, i)) == NULL)
      {
        /* Translators: id found in a rule of a data file */
        bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                          _("the rule asks answer(%s), which is not known; correct the id or add it to answers.xml"),
                          (const char *) g_ptr_array_index (answers, i));
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_red_flag (BcMaps         *maps,
               const xmlNode  *node,
               GError        **error)
{
  g_autoptr(BcRedFlag) red_flag = g_new0 (BcRedFlag, 1);
  int urgency = -1;
  int always = 0;

  if (!bc_maps_check_attributes (node, "id urgency always patterns sources", error)
      || (red_flag->id = bc_xml_require (node, "id", error)) == NULL
      || !bc_maps_read_choice (node, "urgency", "soon|urgent|emergency", &urgency, error)
      || !bc_maps_read_choice (node, "always", "no|yes", &always, error)
      || !bc_maps_read_patterns (maps, node, "patterns", &red_flag->patterns, error)
      || !bc_maps_read_ids (maps, node, "sources", BC_ITEM_SOURCE, TRUE, &red_flag->sources, error))
    return FALSE;
  red_flag->urgency = (BcUrgency) urgency;
  red_flag->always = always == 1;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "meaning"))
        read = bc_maps_read_text (child, TRUE, &red_flag->meaning, error);
      else if (bc_xml_is (child, "rule"))
        read = bc_maps_read_text (child, FALSE, &red_flag->text, error) && parse_rule (maps, red_flag, child, error);
      else
        bc_maps_refuse_child (child, "meaning rule", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "meaning", red_flag->meaning, error)
      || !bc_maps_require_text (node, "rule", red_flag->text, error)
      || !bc_maps_add (maps, BC_ITEM_RED_FLAG, node, red_flag->id, red_flag, error))
    return FALSE;
  g_ptr_array_add (maps->red_flags, g_steal_pointer (&red_flag));
  return TRUE;
}

/**
 * bc_red_flags_read:
 *
 * Reads the warning rules.
 */
gboolean
bc_red_flags_read (BcMaps         *maps,
                   const xmlNode  *root,
                   GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "red-flag"))
        return bc_maps_refuse_child (node, "red-flag", error);
      if (!read_red_flag (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}
