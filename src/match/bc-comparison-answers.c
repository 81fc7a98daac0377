/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed beside symptoms and places: answers, signs, ticks, what fits, red flags. */
#include "bc-comparison-private.h"

/* What was not asked again has not changed: @only_new takes the answers of questions that are new. */
static void
compare_answers (BcComparison *self,
                 gboolean      only_new)
{
  GListModel *answers = G_LIST_MODEL (bc_visit_get_answers (self->after));

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);
      BcAnswerChange change = { .after = bc_answer_get_value (answer) };

      change.before = bc_visit_get_answer (self->before, bc_answer_get_id (answer));
      if (change.after == BC_ANSWER_NONE || change.after == change.before
          || (change.before == BC_ANSWER_NONE) != only_new)
        continue;
      change.id = g_strdup (bc_answer_get_id (answer));
      g_array_append_val (self->answers, change);
    }
}

static const char *
find_result (BcVisit    *visit,
             const char *sign)
{
  GListModel *retests = G_LIST_MODEL (bc_visit_get_retests (visit));

  for (guint i = 0; i < g_list_model_get_n_items (retests); i++)
    {
      g_autoptr(BcRetest) retest = g_list_model_get_item (retests, i);

      if (g_str_equal (bc_retest_get_sign (retest), sign))
        return bc_retest_get_result (retest); /* the visit keeps it */
    }
  return "";
}

/* Signs that were tested at both visits, with another result. */
static void
compare_retests (BcComparison *self)
{
  GListModel *retests = G_LIST_MODEL (bc_visit_get_retests (self->after));

  for (guint i = 0; i < g_list_model_get_n_items (retests); i++)
    {
      g_autoptr(BcRetest) retest = g_list_model_get_item (retests, i);
      const char *before = find_result (self->before, bc_retest_get_sign (retest));
      const char *after = bc_retest_get_result (retest);
      BcRetestChange change;

      if (*before == '\0' || *after == '\0' || g_str_equal (before, after))
        continue;
      change = (BcRetestChange) { g_strdup (bc_retest_get_sign (retest)), g_strdup (before), g_strdup (after) };
      g_array_append_val (self->retests, change);
    }
}

/* Ticks of @visit that @other lacks. */
static void
list_ticks (GPtrArray *ticks,
            BcVisit   *visit,
            BcVisit   *other)
{
  GListModel *all = G_LIST_MODEL (bc_visit_get_ticks (visit));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(BcTick) tick = g_list_model_get_item (all, i);

      if (!bc_visit_is_ticked (other, bc_tick_get_pattern (tick), bc_tick_get_side (tick)))
        g_ptr_array_add (ticks, g_steal_pointer (&tick));
    }
}

static void
list_flags (GPtrArray       *flags,
            const GPtrArray *raised,
            const GPtrArray *others)
{
  for (guint i = 0; i < raised->len; i++)
    if (!g_ptr_array_find ((GPtrArray *) others, g_ptr_array_index (raised, i), NULL))
      g_ptr_array_add (flags, g_ptr_array_index (raised, i));
}

/* The first outcome, where it is a finding and not that no pattern fits. */
static BcFinding *
take_first (BcFindings *findings)
{
  const BcFinding *first = findings->findings->len > 0 ? g_ptr_array_index (findings->findings, 0) : NULL;

  if (first == NULL || first->share < findings->no_fit_share)
    return NULL;
  return g_ptr_array_steal_index (findings->findings, 0);
}

static BcFindings *
match_visit (BcChart      *chart,
             BcVisit      *visit,
             const BcMaps *maps)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, visit);

  return bc_match (evidence, maps);
}

/* The finding that fits best, and red flags. */
void
bc_comparison_add_findings (BcComparison *self,
                            BcChart      *before_chart,
                            BcChart      *after_chart,
                            const BcMaps *maps)
{
  g_autoptr(BcFindings) before = match_visit (before_chart, self->before, maps);
  g_autoptr(BcFindings) after = match_visit (after_chart, self->after, maps);

  self->matched = TRUE;
  list_flags (self->flags_new, after->red_flags, before->red_flags);
  list_flags (self->flags_gone, before->red_flags, after->red_flags);
  self->first_before = take_first (before);
  self->first_after = take_first (after);
}

/* Answers, signs to test again, and ticks. */
void
bc_comparison_add_answers (BcComparison *self)
{
  compare_answers (self, FALSE);
  compare_answers (self, TRUE);
  compare_retests (self);
  list_ticks (self->ticks_new, self->after, self->before);
  list_ticks (self->ticks_gone, self->before, self->after);
}
