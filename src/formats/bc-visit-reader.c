/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-reader.h"

#include "bc-chart-nodes.h"
#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-kept.h"
#include "bc-stroke-reader.h"
#include "bc-visit-parts.h"

#include <string.h>

/* What must be unique within one visit, and the maps that ids are checked against. */
struct _BcVisitReader
{
  const BcMaps *maps;
  BcStrokeReader *strokes;
  BcVisit      *visit;                      /* being read */
  BcDrawing     drawing;                    /* of the symptom being read */
  GHashTable   *numbers;                    /* of its symptoms */
  GHashTable   *answers;                    /* ids */
  GHashTable   *ticks;                      /* pattern/side */
  gboolean      marked[BC_N_REGIONS + 1];
  gboolean      cleared[BC_N_REGIONS + 1];
};

static gboolean
clear_and_marked (const xmlNode  *node,
                  BcRegion        region,
                  GError        **error)
{
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                    /* Translators: %s is the id of a region */
                    _("region “%s” is both clear and marked; take one of the two out"), bc_region_get_id (region));
  return FALSE;
}

static gboolean
read_mark (gpointer        data,
           const xmlNode  *node,
           gpointer        parent,
           GError        **error)
{
  static const char *const attributes[] = { "region", "role", NULL };
  BcVisitReader *reader = data;
  BcSymptom *symptom = parent;
  g_autoptr(BcMark) mark = NULL;
  BcRegion region;
  BcRole role;

  if (!bc_chart_node_check_empty (node, attributes, error)
      || !bc_chart_node_get_region (node, &region, error)
      || !bc_chart_node_get_role (node, &role, error))
    return FALSE;
  if (bc_symptom_find_mark_of (symptom, reader->drawing, region, NULL) != NULL)
    return bc_chart_node_set_twice (node, bc_region_get_id (region), error);
  /* What is clear is the patient's word; the clinician may understand it otherwise. */
  if (reader->drawing == BC_DRAWING_PATIENT && reader->cleared[region])
    return clear_and_marked (node, region, error);
  reader->marked[region] |= reader->drawing == BC_DRAWING_PATIENT;
  mark = bc_mark_new (region, role);
  g_list_store_append (bc_symptom_get_marks_of (symptom, reader->drawing), mark);
  bc_kept_note_owner (node, mark);
  return TRUE;
}

static gboolean
read_stroke (gpointer        data,
             const xmlNode  *node,
             gpointer        parent,
             GError        **error)
{
  BcVisitReader *reader = data;

  return bc_stroke_reader_read (reader->strokes, node, parent, reader->drawing, error);
}

static gboolean
read_clinician_drawing (gpointer        data,
                        const xmlNode  *node,
                        gpointer        parent,
                        GError        **error)
{
  static const char *const attributes[] = { NULL };
  static const BcChartChild children[] = {
    { "mark", NULL, read_mark },
    { "stroke", NULL, read_stroke },
    { NULL },
  };
  BcVisitReader *reader = data;
  gboolean success;

  g_object_set (parent, "understood", TRUE, NULL); /* empty it says that the symptom is nowhere */
  reader->drawing = BC_DRAWING_CLINICIAN;
  success = bc_chart_node_check_attributes (node, attributes, error)
            && bc_chart_node_read_children (reader, node, children, parent, error);
  reader->drawing = BC_DRAWING_PATIENT;
  return success;
}

static gboolean
read_qualities (const xmlNode  *node,
                BcSymptom      *symptom,
                GError        **error)
{
  g_autofree char *ids = bc_xml_dup_attribute (node, "qualities");
  g_autofree char *problem = NULL;
  guint qualities = 0;

  if (bc_qualities_from_ids (ids, &qualities))
    {
      g_object_set (symptom, "qualities", qualities, NULL);
      return TRUE;
    }
  problem = bc_format_dup_qualities_problem (ids);
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
  return FALSE;
}

static gboolean
read_scales (const xmlNode  *node,
             BcSymptom      *symptom,
             GError        **error)
{
  int now = BC_NRS_UNKNOWN;
  int best = BC_NRS_UNKNOWN;
  int worst = BC_NRS_UNKNOWN;
  int depth = BC_DEPTH_UNKNOWN;
  int constancy = BC_CONSTANCY_UNKNOWN;
  int resolved;
  int unconfirmed;

  if (!bc_chart_node_get_int (node, "now", 0, BC_NRS_MAX, &now, error)
      || !bc_chart_node_get_int (node, "best", 0, BC_NRS_MAX, &best, error)
      || !bc_chart_node_get_int (node, "worst", 0, BC_NRS_MAX, &worst, error)
      || !bc_chart_node_get_term (node, "depth", &bc_depth_terms, FALSE, &depth, error)
      || !bc_chart_node_get_term (node, "constancy", &bc_constancy_terms, FALSE, &constancy, error)
      || !bc_chart_node_get_yes (node, "resolved", &resolved, error)
      || !bc_chart_node_get_yes (node, "unconfirmed", &unconfirmed, error))
    return FALSE;
  if (worst != BC_NRS_UNKNOWN && best > worst)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: two numbers from 0 to 10; best and worst are attributes and stay as they are */
                        _("best=\"%d\" is above worst=\"%d\"; swap the two or correct one"), best, worst);
      return FALSE;
    }
  g_object_set (symptom, "now", now, "best", best, "worst", worst, "depth", depth, "constancy", constancy,
                "resolved", resolved, "unconfirmed", unconfirmed, NULL);
  return TRUE;
}

static gboolean
read_symptom (gpointer        data,
              const xmlNode  *node,
              gpointer        parent,
              GError        **error)
{
  static const char *const attributes[] = {
    "number", "qualities", "now", "best", "worst", "depth", "constancy", BC_CHART_SINCE_3, "resolved", "unconfirmed",
    NULL
  };
  static const BcChartChild children[] = {
    { "mark", NULL, read_mark },
    { "stroke", NULL, read_stroke, FALSE, 2 },
    { "clinician-drawing", NULL, read_clinician_drawing, TRUE, 3 },
    { "onset", NULL, bc_symptom_read_onset, TRUE },
    { "day-pattern", "day-pattern", NULL },
    { "aggravating", "aggravating", NULL },
    { "easing", "easing", NULL },
    { "day-course", NULL, bc_symptom_read_day_course, TRUE, 3 },
    { "factor", NULL, bc_symptom_read_factor, FALSE, 3 },
    { "notes", "notes", NULL },
    { NULL },
  };
  BcVisitReader *reader = data;
  g_autoptr(BcSymptom) symptom = NULL;
  int number = 0;

  if (!bc_chart_node_check_attributes (node, attributes, error)
      || !bc_xml_get_int (node, "number", 1, BC_FORMAT_MAX_SYMPTOMS, &number, error))
    return FALSE;
  symptom = bc_symptom_new (number);
  if (!g_hash_table_add (reader->numbers, GINT_TO_POINTER (number)))
    {
      g_autofree char *label = bc_symptom_dup_label (symptom);

      return bc_chart_node_set_twice (node, label, error);
    }
  if (!read_qualities (node, symptom, error)
      || !read_scales (node, symptom, error)
      || !bc_chart_node_read_children (reader, node, children, symptom, error))
    return FALSE;
  g_list_store_append (bc_visit_get_symptoms (reader->visit), symptom);
  bc_kept_note_owner (node, symptom);
  return TRUE;
}

static gboolean
read_clear (gpointer        data,
            const xmlNode  *node,
            gpointer        parent,
            GError        **error)
{
  static const char *const attributes[] = { "region", BC_CHART_SINCE_3, "unconfirmed", NULL };
  BcVisitReader *reader = data;
  g_autoptr(BcMark) clear = NULL;
  BcRegion region;
  int unconfirmed;

  if (!bc_chart_node_check_empty (node, attributes, error) || !bc_chart_node_get_region (node, &region, error)
      || !bc_chart_node_get_yes (node, "unconfirmed", &unconfirmed, error))
    return FALSE;
  if (reader->cleared[region])
    return bc_chart_node_set_twice (node, bc_region_get_id (region), error);
  if (reader->marked[region])
    return clear_and_marked (node, region, error);
  reader->cleared[region] = TRUE;
  clear = bc_mark_new (region, BC_ROLE_CLEAR);
  g_object_set (clear, "unconfirmed", unconfirmed, NULL);
  g_list_store_append (bc_visit_get_clears (reader->visit), clear);
  bc_kept_note_owner (node, clear);
  return TRUE;
}

static gboolean
read_answer (gpointer        data,
             const xmlNode  *node,
             gpointer        parent,
             GError        **error)
{
  static const char *const attributes[] = { "id", "value", BC_CHART_SINCE_3, "unconfirmed", NULL };
  BcVisitReader *reader = data;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;
  g_autoptr(BcAnswer) answer = NULL;
  int value = BC_ANSWER_NONE;
  int unconfirmed;

  if (!bc_chart_node_check_empty (node, attributes, error)
      || !bc_chart_node_get_yes (node, "unconfirmed", &unconfirmed, error))
    return FALSE;
  id = bc_xml_require (node, "id", error);
  text = id != NULL ? bc_xml_require (node, "value", error) : NULL;
  if (text == NULL)
    return FALSE;
  if (!bc_terms_from_id (&bc_answer_terms, text, &value)
      || (!bc_maps_answer_fits (reader->maps, id, (BcAnswerValue) value) && !bc_maps_is_own_id (id)))
    {
      problem = bc_format_dup_answer_problem (reader->maps, id, text);
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
      return FALSE;
    }
  if (!g_hash_table_add (reader->answers, g_strdup (id)))
    return bc_chart_node_set_twice (node, id, error);
  answer = bc_answer_new (id, (BcAnswerValue) value);
  g_object_set (answer, "unconfirmed", unconfirmed, NULL);
  g_list_store_append (bc_visit_get_answers (reader->visit), answer);
  bc_kept_note_owner (node, answer);
  return TRUE;
}

static gboolean
read_tick (gpointer        data,
           const xmlNode  *node,
           gpointer        parent,
           GError        **error)
{
  static const char *const attributes[] = { "pattern", "side", NULL };
  BcVisitReader *reader = data;
  g_autofree char *pattern = NULL;
  g_autofree char *side_id = NULL;
  g_autofree char *key = NULL;
  g_autoptr(BcTick) tick = NULL;
  BcSide side;

  if (!bc_chart_node_check_empty (node, attributes, error))
    return FALSE;
  pattern = bc_xml_require (node, "pattern", error);
  side_id = pattern != NULL ? bc_xml_require (node, "side", error) : NULL;
  if (side_id == NULL)
    return FALSE;
  if (bc_maps_lookup_pattern (reader->maps, pattern) == NULL && !bc_maps_is_own_id (pattern))
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: %s is what was found where the id of a pattern should be */
                        _("unknown pattern “%s”; write the id of a pattern of the maps, or update Bodychart"),
                        pattern);
      return FALSE;
    }
  if (!bc_side_from_id (side_id, &side))
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        /* Translators: %s is what was found; left, right and both are ids and stay as they are */
                        _("unknown side “%s”; write left, right or both"), side_id);
      return FALSE;
    }
  key = g_strconcat (pattern, "/", side_id, NULL);
  if (!g_hash_table_add (reader->ticks, g_strdup (key)))
    return bc_chart_node_set_twice (node, key, error);
  tick = bc_tick_new (pattern, (int) side);
  g_list_store_append (bc_visit_get_ticks (reader->visit), tick);
  bc_kept_note_owner (node, tick);
  return TRUE;
}

static void
start_visit (BcVisitReader *self,
             BcVisit       *visit)
{
  self->visit = visit;
  g_hash_table_remove_all (self->numbers);
  g_hash_table_remove_all (self->answers);
  g_hash_table_remove_all (self->ticks);
  memset (self->marked, 0, sizeof self->marked);
  memset (self->cleared, 0, sizeof self->cleared);
}

/**
 * bc_visit_reader_new:
 * @maps: the maps that the ids of answers and ticks are checked against; kept
 *
 * Returns: (transfer full): a reader for the visits of one chart
 */
BcVisitReader *
bc_visit_reader_new (const BcMaps *maps)
{
  BcVisitReader *self;

  g_return_val_if_fail (maps != NULL, NULL);

  self = g_new0 (BcVisitReader, 1);
  self->maps = maps;
  self->strokes = bc_stroke_reader_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ticks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * bc_visit_reader_free:
 * @self: a reader
 *
 * Frees @self; the visits that it read live on.
 */
void
bc_visit_reader_free (BcVisitReader *self)
{
  g_return_if_fail (self != NULL);

  bc_stroke_reader_free (self->strokes);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->ticks);
  g_free (self);
}

/**
 * bc_visit_reader_read:
 * @self: a reader
 * @node: a `<visit>`
 * @error: return location for a #BcFileError
 *
 * Returns: (transfer full) (nullable): the visit, read whole
 */
BcVisit *
bc_visit_reader_read (BcVisitReader  *self,
                      const xmlNode  *node,
                      GError        **error)
{
  static const char *const attributes[] = { "date", "age", NULL };
  static const BcChartChild children[] = {
    { "clinician", "clinician", NULL },
    { "symptom", NULL, read_symptom },
    { "relation", "relation", NULL, TRUE, 2 },
    { "clear", NULL, read_clear },
    { "answer", NULL, read_answer },
    { "tick", NULL, read_tick },
    { "flag-action", NULL, bc_visit_read_flag_action, FALSE, 3 },
    { "link", NULL, bc_visit_read_link, FALSE, 3 },
    { "retest", NULL, bc_visit_read_retest, FALSE, 3 },
    { "notes", "notes", NULL },
    { "plan", "plan", NULL },
    { "signed", NULL, bc_visit_read_signed, TRUE, 3 },
    { "correction", NULL, bc_visit_read_correction, FALSE, 3 },
    { NULL },
  };
  g_autofree char *date = NULL;
  g_autoptr(BcVisit) visit = NULL;
  int age = BC_AGE_UNKNOWN;

  g_return_val_if_fail (self != NULL && node != NULL, NULL);

  if (!bc_chart_node_check_attributes (node, attributes, error))
    return NULL;
  date = bc_xml_require (node, "date", error);
  if (date == NULL || !bc_chart_node_check_date (node, date, error)
      || !bc_chart_node_get_int (node, "age", 0, BC_FORMAT_MAX_AGE, &age, error))
    return NULL;
  visit = bc_visit_new (date);
  g_object_set (visit, "age", age, NULL);
  start_visit (self, visit);
  bc_kept_note_owner (node, visit);
  if (!bc_chart_node_read_children (self, node, children, visit, error) || !bc_visit_check_links (node, visit, error)
      || !bc_visit_check_signed (node, visit, error))
    return NULL;
  return g_steal_pointer (&visit);
}
