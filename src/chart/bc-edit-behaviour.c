/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-chart-parts-private.h"
#include "bc-i18n.h"

static void
remove_item (BcChart    *chart,
             GListStore *list,
             gpointer    item,
             const char *label)
{
  BcHistory *history = bc_chart_get_history (chart);
  guint position;

  if (!g_list_store_find (list, item, &position))
    return;
  bc_history_begin (history, label);
  bc_history_remove (history, list, position);
  bc_history_end (history);
}

/**
 * bc_edit_add_factor:
 * @chart: the document
 * @symptom: one of its symptoms
 * @effect: %BC_ANSWER_AGGRAVATES or %BC_ANSWER_EASES
 *
 * Adds something that makes a symptom worse or better, of which nothing is known yet.
 *
 * Returns: (transfer none) (nullable): the new factor; %NULL where the visit is signed
 */
BcSymptomFactor *
bc_edit_add_factor (BcChart       *chart,
                    BcSymptom     *symptom,
                    BcAnswerValue  effect)
{
  g_autoptr(BcSymptomFactor) factor = NULL;
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);
  g_return_val_if_fail (effect == BC_ANSWER_AGGRAVATES || effect == BC_ANSWER_EASES, NULL);

  if (!bc_edit_may (chart, bc_chart_find_visit (chart, symptom)))
    return NULL;
  history = bc_chart_get_history (chart);
  factor = bc_symptom_factor_new ();
  g_object_set (factor, "effect", (int) effect, NULL);
  bc_history_begin (history, effect == BC_ANSWER_EASES ? _("Add what makes it better") : _("Add what makes it worse"));
  bc_history_append (history, bc_symptom_get_factors (symptom), factor);
  bc_history_end (history);
  return factor; /* the list keeps it alive */
}

/**
 * bc_edit_remove_factor:
 * @chart: the document
 * @symptom: one of its symptoms
 * @factor: one of its factors
 *
 * Takes a factor away.
 */
void
bc_edit_remove_factor (BcChart         *chart,
                       BcSymptom       *symptom,
                       BcSymptomFactor *factor)
{
  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (BC_IS_SYMPTOM_FACTOR (factor));

  remove_item (chart, bc_symptom_get_factors (symptom), factor, _("Remove what changes a symptom"));
}

/**
 * bc_edit_set_link:
 * @chart: the document
 * @visit: one of its visits
 * @from: number of one of its symptoms
 * @to: number of another one
 * @value: %BC_ANSWER_YES or %BC_ANSWER_NO; %BC_ANSWER_NONE where it is not known
 *
 * Says whether a symptom brings another one on.
 */
void
bc_edit_set_link (BcChart       *chart,
                  BcVisit       *visit,
                  int            from,
                  int            to,
                  BcAnswerValue  value)
{
  BcHistory *history;
  BcLink *link;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (from != to);
  g_return_if_fail (bc_visit_get_symptom (visit, from) != NULL && bc_visit_get_symptom (visit, to) != NULL);
  g_return_if_fail (value <= BC_ANSWER_NO);

  history = bc_chart_get_history (chart);
  link = bc_visit_find_link (visit, from, to);
  bc_history_begin (history, _("Say how symptoms belong together"));
  if (link == NULL && value != BC_ANSWER_NONE)
    {
      g_autoptr(BcLink) added = bc_link_new ();

      g_object_set (added, "from", from, "to", to, "value", (int) value, NULL);
      bc_history_append (history, bc_visit_get_links (visit), added);
    }
  else if (link != NULL && value != BC_ANSWER_NONE)
    bc_history_set_int (history, link, "value", (int) value);
  else if (link != NULL && g_list_store_find (bc_visit_get_links (visit), link, &position))
    bc_history_remove (history, bc_visit_get_links (visit), position);
  bc_history_end (history);
}

/**
 * bc_edit_remove_links:
 * @history: of the chart
 * @visit: a visit
 * @number: of a symptom that is going away
 *
 * Takes away what is known of how that symptom belongs to others.
 */
void
bc_edit_remove_links (BcHistory *history,
                      BcVisit   *visit,
                      int        number)
{
  GListStore *links = bc_visit_get_links (visit);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (links)); i > 0; i--)
    {
      g_autoptr(BcLink) link = g_list_model_get_item (G_LIST_MODEL (links), i - 1);

      if (bc_link_get_from (link) == number || bc_link_get_to (link) == number)
        bc_history_remove (history, links, i - 1);
    }
}

/**
 * bc_edit_add_retest:
 * @chart: the document
 * @visit: one of its visits
 * @sign: what to test again, as "Bending forward"
 *
 * Adds a sign to test again.
 *
 * Returns: (transfer none) (nullable): the new sign; %NULL where the visit is signed
 */
BcRetest *
bc_edit_add_retest (BcChart    *chart,
                    BcVisit    *visit,
                    const char *sign)
{
  g_autoptr(BcRetest) retest = NULL;
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (sign != NULL, NULL);

  if (!bc_edit_may (chart, visit))
    return NULL;
  history = bc_chart_get_history (chart);
  retest = bc_retest_new ();
  g_object_set (retest, "sign", sign, NULL);
  bc_history_begin (history, _("Add a sign to test again"));
  bc_history_append (history, bc_visit_get_retests (visit), retest);
  bc_history_end (history);
  return retest; /* the list keeps it alive */
}

/**
 * bc_edit_remove_retest:
 * @chart: the document
 * @visit: one of its visits
 * @retest: one of its signs
 *
 * Takes a sign to test again away.
 */
void
bc_edit_remove_retest (BcChart  *chart,
                       BcVisit  *visit,
                       BcRetest *retest)
{
  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_RETEST (retest));

  remove_item (chart, bc_visit_get_retests (visit), retest, _("Remove a sign to test again"));
}
