/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What belongs on a complete body chart, as it is taught in the Maitland tradition of the subjective examination: each
 * symptom's area and number, its constancy, depth and quality, how strong it is now and at worst; areas that were asked
 * about and are clear; how the symptoms relate to each other; what aggravates and what eases; the behaviour over 24
 * hours; the special questions. Sources: Hengeveld and Banks (ed.), Maitland's Peripheral Manipulation and Maitland's
 * Vertebral Manipulation; Petty and Moore, Neuromusculoskeletal Examination and Assessment; Ryder and Petty, "Subjective
 * examination" (body chart, behaviour of symptoms, special questions).
 */
#include "bc-completeness.h"

#include "bc-i18n.h"
#include "bc-rule.h"

/* The questions and factors whose answer tells about day and night. */
static const char *const day_ids[] = {
  "night", "morning",
  "night-pain-constant", "morning-stiffness-30", "second-half-night",
  "d-morning-ibp", "d-night-constant", "d-night-shoulder", "d-stiff-over-30", "d-stiff-under-30", "d-hand-night",
};

static void
add (GPtrArray  *items,
     int         symptom,
     const char *id,
     gboolean    done,
     const char *name)
{
  BcCompletenessItem *item = g_new0 (BcCompletenessItem, 1);

  item->id = symptom > 0 ? g_strdup_printf ("symptom:%d:%s", symptom, id) : g_strdup (id);
  item->symptom = symptom;
  item->done = done;
  item->name = name;
  g_ptr_array_add (items, item);
}

static gboolean
has_place (BcSymptom *symptom)
{
  return g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))) > 0
         || g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes (symptom))) > 0;
}

/* Every mark knows its side, so a place on the chart is a side on the chart. @symptom is NULL where there is none yet. */
static void
add_symptom (GPtrArray *items,
             int        number,
             BcSymptom *symptom)
{
  add (items, number, "side", symptom != NULL && has_place (symptom), C_("completeness", "where"));
  if (symptom != NULL)
    add (items, number, "number", TRUE, C_("completeness", "number"));
  add (items, number, "quality", symptom != NULL && bc_symptom_get_qualities (symptom) != 0,
       C_("completeness", "what it feels like"));
  add (items, number, "depth", symptom != NULL && bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN,
       C_("completeness", "depth"));
  add (items, number, "constancy", symptom != NULL && bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN,
       C_("completeness", "constant or not"));
  /* Translators: how strong the symptom is now, as in "P1: now" */
  add (items, number, "now", symptom != NULL && bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN,
       C_("completeness", "now"));
  add (items, number, "worst", symptom != NULL && bc_symptom_get_worst (symptom) != BC_NRS_UNKNOWN,
       C_("completeness", "at worst"));
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static gboolean
any_symptom_says (BcVisit    *visit,
                  const char *(*get) (BcSymptom *symptom))
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (!is_blank (get (symptom)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_answer_is (BcVisit       *visit,
               BcAnswerValue  value)
{
  GListModel *answers = G_LIST_MODEL (bc_visit_get_answers (visit));

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);

      if (bc_answer_get_value (answer) == value)
        return TRUE;
    }
  return FALSE;
}

/* One by one, beside the words. */
static gboolean
any_factor_is (BcVisit       *visit,
               BcAnswerValue  effect)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *factors = G_LIST_MODEL (bc_symptom_get_factors (symptom));

      for (guint j = 0; j < g_list_model_get_n_items (factors); j++)
        {
          g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, j);

          if (bc_symptom_factor_get_effect (factor) == effect
              && (!is_blank (bc_symptom_factor_get_text (factor)) || !is_blank (bc_symptom_factor_get_factor (factor))))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
any_course_is_known (BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_get_morning (symptom) != BC_COURSE_UNKNOWN || bc_symptom_get_daytime (symptom) != BC_COURSE_UNKNOWN
          || bc_symptom_get_evening (symptom) != BC_COURSE_UNKNOWN || bc_symptom_get_night (symptom) != BC_COURSE_UNKNOWN
          || bc_symptom_get_stiffness (symptom) != BC_MINUTES_UNKNOWN
          || bc_symptom_get_wakes (symptom) != BC_WAKES_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_asked_of_day (BcVisit *visit)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_ids); i++)
    if (bc_visit_get_answer (visit, day_ids[i]) != BC_ANSWER_NONE)
      return TRUE;
  return FALSE;
}

/* The ids that any red-flag rule asks for, owned by the rules. */
static GHashTable *
gather_special (const BcMaps *maps)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);
      g_autoptr(GPtrArray) answers = bc_rule_list_answers (flag->rule);

      for (guint j = 0; j < answers->len; j++)
        g_hash_table_add (ids, g_ptr_array_index (answers, j));
    }
  return ids;
}

static gboolean
was_asked_special (BcVisit      *visit,
                   const BcMaps *maps)
{
  g_autoptr(GHashTable) special = gather_special (maps);
  GListModel *answers = G_LIST_MODEL (bc_visit_get_answers (visit));

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);
      const BcDiscriminator *twin = bc_maps_lookup_discriminator (maps, bc_answer_get_id (answer));

      if (bc_answer_get_value (answer) == BC_ANSWER_NONE)
        continue;
      if (g_hash_table_contains (special, bc_answer_get_id (answer)))
        return TRUE;
      if (twin != NULL && twin->same_as != NULL && g_hash_table_contains (special, twin->same_as))
        return TRUE;
    }
  return FALSE;
}

static void
add_visit (GPtrArray    *items,
           BcVisit      *visit,
           const BcMaps *maps,
           guint         n_symptoms)
{
  add (items, 0, "clear", g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_clears (visit))) > 0,
       C_("completeness", "a clear area"));
  /* Translators: how the symptoms relate to each other */
  if (n_symptoms > 1)
    add (items, 0, "relation",
         !is_blank (bc_visit_get_relation (visit)) || g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_links (visit))) > 0,
         C_("completeness", "relation"));
  /* Translators: aggravating and easing factors */
  add (items, 0, "aggravating",
       any_symptom_says (visit, bc_symptom_get_aggravating) || any_answer_is (visit, BC_ANSWER_AGGRAVATES)
         || any_factor_is (visit, BC_ANSWER_AGGRAVATES),
       C_("completeness", "aggravating"));
  add (items, 0, "easing",
       any_symptom_says (visit, bc_symptom_get_easing) || any_answer_is (visit, BC_ANSWER_EASES)
         || any_factor_is (visit, BC_ANSWER_EASES),
       C_("completeness", "easing"));
  add (items, 0, "24-hours", any_symptom_says (visit, bc_symptom_get_day_pattern) || was_asked_of_day (visit)
       || any_course_is_known (visit),
       C_("completeness", "24 hours"));
  add (items, 0, "special-questions", was_asked_special (visit, maps), C_("completeness", "special questions"));
}

/**
 * bc_completeness_check:
 * @visit: a visit
 * @maps: the maps, for the questions that red-flag rules use
 *
 * Lists what belongs on the body chart of @visit, symptom by symptom and then for the visit, and whether it is there.
 * Where there is no symptom yet, P1 is listed as missing. Of a symptom that is resolved nothing is asked.
 *
 * Returns: (transfer full) (element-type BcCompletenessItem): in the order of the interview
 */
GPtrArray *
bc_completeness_check (BcVisit      *visit,
                       const BcMaps *maps)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_completeness_item_free);
  GListModel *symptoms;
  guint n_symptoms;
  guint n_current = 0;

  g_return_val_if_fail (BC_IS_VISIT (visit), items);
  g_return_val_if_fail (maps != NULL, items);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  n_symptoms = g_list_model_get_n_items (symptoms);
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_get_resolved (symptom))
        continue;
      add_symptom (items, bc_symptom_get_number (symptom), symptom);
      n_current++;
    }
  if (n_symptoms == 0)
    add_symptom (items, 1, NULL);
  add_visit (items, visit, maps, n_current);
  return items;
}

/**
 * bc_completeness_item_free:
 *
 * Frees an item.
 */
void
bc_completeness_item_free (BcCompletenessItem *item)
{
  if (item == NULL)
    return;
  g_free (item->id);
  g_free (item);
}

/**
 * bc_completeness_item_dup_title:
 *
 * Returns: (transfer full): what it is, with its symptom, as "P1: depth"
 */
char *
bc_completeness_item_dup_title (const BcCompletenessItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  if (item->symptom == 0)
    return g_strdup (item->name);
  /* Translators: the number of a symptom, and what is to be recorded of it, as in "P1: depth" */
  return g_strdup_printf (C_("completeness", "P%d: %s"), item->symptom, item->name);
}
