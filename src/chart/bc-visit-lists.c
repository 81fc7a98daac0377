/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a visit holds lists of, and what is found in them.
 */

#include "bc-visit-private.h"

/**
 * bc_visit_get_symptoms:
 *
 * Returns: (transfer none): a list of #BcSymptom, by number
 */
GListStore *
bc_visit_get_symptoms (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->symptoms;
}

/**
 * bc_visit_get_clears:
 *
 * Returns: (transfer none): the regions that were asked about and are clear, a list of #BcMark
 */
GListStore *
bc_visit_get_clears (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->clears;
}

/**
 * bc_visit_get_answers:
 *
 * Returns: (transfer none): a list of #BcAnswer, each id once
 */
GListStore *
bc_visit_get_answers (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->answers;
}

/**
 * bc_visit_get_ticks:
 *
 * Returns: (transfer none): the findings for the summary, a list of #BcTick
 */
GListStore *
bc_visit_get_ticks (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->ticks;
}

/**
 * bc_visit_get_flag_actions:
 *
 * Returns: (transfer none): what was done about red flags, a list of #BcFlagAction, each flag once
 */
GListStore *
bc_visit_get_flag_actions (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->flag_actions;
}

/**
 * bc_visit_get_links:
 *
 * Returns: (transfer none): which symptom brings which on, a list of #BcLink, each pair once
 */
GListStore *
bc_visit_get_links (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->links;
}

/**
 * bc_visit_get_retests:
 *
 * Returns: (transfer none): the signs to test again, a list of #BcRetest
 */
GListStore *
bc_visit_get_retests (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->retests;
}

/**
 * bc_visit_find_link:
 * @from: number of a symptom
 * @to: number of another one
 *
 * Returns: (transfer none) (nullable): what is known of whether @from brings @to on
 */
BcLink *
bc_visit_find_link (BcVisit *self,
                    int      from,
                    int      to)
{
  guint n_links;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  n_links = g_list_model_get_n_items (G_LIST_MODEL (self->links));
  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr(BcLink) link = g_list_model_get_item (G_LIST_MODEL (self->links), i);

      if (bc_link_get_from (link) == from && bc_link_get_to (link) == to)
        return link; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_visit_get_flag_action:
 * @flag: id of a red-flag rule
 *
 * Returns: (transfer none) (nullable): what was done about @flag at the visit
 */
BcFlagAction *
bc_visit_get_flag_action (BcVisit    *self,
                          const char *flag)
{
  guint n_actions;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);
  g_return_val_if_fail (flag != NULL, NULL);

  n_actions = g_list_model_get_n_items (G_LIST_MODEL (self->flag_actions));
  for (guint i = 0; i < n_actions; i++)
    {
      g_autoptr(BcFlagAction) action = g_list_model_get_item (G_LIST_MODEL (self->flag_actions), i);

      if (g_str_equal (bc_flag_action_get_flag (action), flag))
        return action; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_visit_get_corrections:
 *
 * Returns: (transfer none): what was put right after signing, a list of #BcCorrection, oldest first
 */
GListStore *
bc_visit_get_corrections (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->corrections;
}

/**
 * bc_visit_get_symptom:
 * @number: of the symptom, from 1
 *
 * Returns: (transfer none) (nullable): the symptom with that number
 */
BcSymptom *
bc_visit_get_symptom (BcVisit *self,
                      int      number)
{
  guint n_symptoms;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  n_symptoms = g_list_model_get_n_items (G_LIST_MODEL (self->symptoms));
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (self->symptoms), i);

      if (bc_symptom_get_number (symptom) == number)
        return symptom; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_visit_find_answer:
 * @id: of a discriminator, an answer or a factor
 *
 * Returns: (transfer none) (nullable): what was answered to it
 */
BcAnswer *
bc_visit_find_answer (BcVisit    *self,
                      const char *id)
{
  guint n_answers;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n_answers = g_list_model_get_n_items (G_LIST_MODEL (self->answers));
  for (guint i = 0; i < n_answers; i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (G_LIST_MODEL (self->answers), i);

      if (g_str_equal (bc_answer_get_id (answer), id))
        return answer; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_visit_get_answer:
 * @id: of a discriminator, an answer or a factor
 *
 * Returns: what was answered, %BC_ANSWER_NONE where it was not asked
 */
BcAnswerValue
bc_visit_get_answer (BcVisit    *self,
                     const char *id)
{
  BcAnswer *answer = bc_visit_find_answer (self, id);

  return answer != NULL ? bc_answer_get_value (answer) : BC_ANSWER_NONE;
}

/**
 * bc_visit_find_clear:
 * @region: a region
 *
 * Returns: (transfer none) (nullable): the clear tick of @region
 */
BcMark *
bc_visit_find_clear (BcVisit  *self,
                     BcRegion  region)
{
  guint n_clears;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  n_clears = g_list_model_get_n_items (G_LIST_MODEL (self->clears));
  for (guint i = 0; i < n_clears; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (G_LIST_MODEL (self->clears), i);

      if (bc_mark_get_region (mark) == region)
        return mark; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_visit_is_clear:
 * @region: a region
 *
 * Returns: whether @region was asked about and is free of symptoms
 */
gboolean
bc_visit_is_clear (BcVisit  *self,
                   BcRegion  region)
{
  return bc_visit_find_clear (self, region) != NULL;
}

/**
 * bc_visit_is_ticked:
 * @pattern: id of a pattern
 * @side: a #BcSide
 *
 * Returns: whether the clinician ticked that finding for the summary
 */
gboolean
bc_visit_is_ticked (BcVisit    *self,
                    const char *pattern,
                    int         side)
{
  guint n_ticks;

  g_return_val_if_fail (BC_IS_VISIT (self), FALSE);
  g_return_val_if_fail (pattern != NULL, FALSE);

  n_ticks = g_list_model_get_n_items (G_LIST_MODEL (self->ticks));
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autoptr(BcTick) tick = g_list_model_get_item (G_LIST_MODEL (self->ticks), i);

      if (bc_tick_get_side (tick) == side && g_str_equal (bc_tick_get_pattern (tick), pattern))
        return TRUE;
    }
  return FALSE;
}
