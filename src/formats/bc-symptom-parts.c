/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-parts.h"

#include "bc-chart-nodes.h"
#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-kept.h"

/**
 * bc_symptom_read_onset:
 * @data: not used
 * @node: an `<onset>`
 * @symptom: the symptom that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads how and when a symptom began.
 *
 * Returns: whether it was read
 */
gboolean
bc_symptom_read_onset (gpointer        data,
                       const xmlNode  *node,
                       gpointer        symptom,
                       GError        **error)
{
  static const char *const attributes[] = { BC_CHART_SINCE_3, "kind", "date", NULL };
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;
  int kind = BC_ONSET_UNKNOWN;

  if (!bc_chart_node_dup_content (node, attributes, &text, error)
      || !bc_chart_node_get_term (node, "kind", &bc_onset_terms, FALSE, &kind, error))
    return FALSE;
  date = bc_xml_dup_attribute (node, "date");
  if (date != NULL && !bc_chart_node_check_date (node, date, error))
    return FALSE;
  g_object_set (symptom, "onset", text, "onset-kind", kind, "onset-date", date, NULL);
  return TRUE;
}

/**
 * bc_symptom_read_day_course:
 * @data: not used
 * @node: a `<day-course>`
 * @symptom: the symptom that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads how a symptom is over 24 hours.
 *
 * Returns: whether it was read
 */
gboolean
bc_symptom_read_day_course (gpointer        data,
                            const xmlNode  *node,
                            gpointer        symptom,
                            GError        **error)
{
  static const char *const attributes[] = { "morning", "day", "evening", "night", "stiffness", "wakes", NULL };
  int morning = BC_COURSE_UNKNOWN;
  int daytime = BC_COURSE_UNKNOWN;
  int evening = BC_COURSE_UNKNOWN;
  int night = BC_COURSE_UNKNOWN;
  int stiffness = BC_MINUTES_UNKNOWN;
  int wakes = BC_WAKES_UNKNOWN;

  if (!bc_chart_node_check_empty (node, attributes, error)
      || !bc_chart_node_get_term (node, "morning", &bc_course_terms, FALSE, &morning, error)
      || !bc_chart_node_get_term (node, "day", &bc_course_terms, FALSE, &daytime, error)
      || !bc_chart_node_get_term (node, "evening", &bc_course_terms, FALSE, &evening, error)
      || !bc_chart_node_get_term (node, "night", &bc_course_terms, FALSE, &night, error)
      || !bc_chart_node_get_int (node, "stiffness", 0, BC_MINUTES_MAX, &stiffness, error)
      || !bc_chart_node_get_int (node, "wakes", 0, BC_WAKES_MAX, &wakes, error))
    return FALSE;
  g_object_set (symptom, "morning", morning, "daytime", daytime, "evening", evening, "night", night,
                "stiffness", stiffness, "wakes", wakes, NULL);
  return TRUE;
}

static gboolean
check_factor (const xmlNode  *node,
              const char     *id,
              GError        **error)
{
  if (id == NULL || bc_maps_lookup_factor (bc_maps_get_default (), id) != NULL || bc_maps_is_own_id (id))
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: %s is what was found where the id of a factor, as sitting, should be */
                    _("unknown factor “%s”; write the id of a factor of the maps, or leave it out and say it in words"),
                    id);
  return FALSE;
}

/**
 * bc_symptom_read_factor:
 * @data: not used
 * @node: a `<factor>`
 * @symptom: the symptom that it belongs to
 * @error: return location for a #BcFileError
 *
 * Reads something that makes a symptom worse or better.
 *
 * Returns: whether it was read
 */
gboolean
bc_symptom_read_factor (gpointer        data,
                        const xmlNode  *node,
                        gpointer        symptom,
                        GError        **error)
{
  static const char *const attributes[] = { "effect", "id", "onset", "settle", "strength", NULL };
  g_autoptr(BcSymptomFactor) factor = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  int effect = BC_ANSWER_AGGRAVATES;
  int onset = BC_MINUTES_UNKNOWN;
  int settle = BC_MINUTES_UNKNOWN;
  int strength = BC_NRS_UNKNOWN;

  if (!bc_chart_node_dup_content (node, attributes, &text, error)
      || !bc_chart_node_get_term (node, "effect", &bc_effect_terms, TRUE, &effect, error)
      || !bc_chart_node_get_int (node, "onset", 0, BC_MINUTES_MAX, &onset, error)
      || !bc_chart_node_get_int (node, "settle", 0, BC_MINUTES_MAX, &settle, error)
      || !bc_chart_node_get_int (node, "strength", 0, BC_NRS_MAX, &strength, error))
    return FALSE;
  id = bc_xml_dup_attribute (node, "id");
  if (!check_factor (node, id, error))
    return FALSE;
  factor = bc_symptom_factor_new ();
  g_object_set (factor, "effect", effect, "factor", id, "text", text, "onset", onset, "settle", settle,
                "strength", strength, NULL);
  g_list_store_append (bc_symptom_get_factors (symptom), factor);
  bc_kept_note_owner (node, factor);
  return TRUE;
}
