/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-chart-parts-private.h"
#include "bc-i18n.h"

static guint
get_length (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* Takes the marks of all symptoms in the region away. */
static void
remove_marks (BcHistory *history,
              BcVisit   *visit,
              BcRegion   region)
{
  GListStore *symptoms = bc_visit_get_symptoms (visit);
  guint n_symptoms = get_length (symptoms);

  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (symptoms), i);
      guint position;

      if (bc_symptom_find_mark (symptom, region, &position) != NULL)
        bc_history_remove (history, bc_symptom_get_marks (symptom), position);
    }
}

static gboolean
is_region (BcRegion region)
{
  return region >= 1 && region <= BC_N_REGIONS;
}

/**
 * bc_edit_add_symptom:
 * @chart: the document
 * @visit: one of its visits
 *
 * Adds a symptom with the lowest number that no visit uses, in its place by number: what is P2 at one visit is never
 * something else at another.
 *
 * Returns: (transfer none) (nullable): the new symptom; %NULL where the visit is signed
 */
BcSymptom *
bc_edit_add_symptom (BcChart *chart,
                     BcVisit *visit)
{
  g_autoptr(BcSymptom) symptom = NULL;
  GListStore *symptoms;
  BcHistory *history;
  guint position = 0;
  int number = 1;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  if (!bc_edit_may (chart, visit))
    return NULL;
  history = bc_chart_get_history (chart);
  symptoms = bc_visit_get_symptoms (visit);
  while (bc_chart_uses_number (chart, number))
    number++;
  for (; position < get_length (symptoms); position++)
    {
      g_autoptr(BcSymptom) other = g_list_model_get_item (G_LIST_MODEL (symptoms), position);

      if (bc_symptom_get_number (other) > number)
        break;
    }

  symptom = bc_symptom_new (number);
  bc_history_begin (history, _("Add a symptom"));
  bc_history_insert (history, symptoms, position, symptom);
  bc_history_end (history);
  return symptom; /* the list keeps it alive */
}

/**
 * bc_edit_remove_symptom:
 * @chart: the document
 * @visit: one of its visits
 * @symptom: one of its symptoms
 *
 * Takes a symptom with all its marks and strokes out of the visit. The others keep their numbers.
 */
void
bc_edit_remove_symptom (BcChart   *chart,
                        BcVisit   *visit,
                        BcSymptom *symptom)
{
  GListStore *symptoms;
  BcHistory *history;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));

  history = bc_chart_get_history (chart);
  symptoms = bc_visit_get_symptoms (visit);
  if (!g_list_store_find (symptoms, symptom, &position))
    return;
  bc_history_begin (history, _("Remove a symptom"));
  bc_edit_remove_links (history, visit, bc_symptom_get_number (symptom));
  bc_history_remove (history, symptoms, position);
  bc_history_end (history);
}

/**
 * bc_edit_toggle_region:
 * @chart: the document
 * @visit: one of its visits
 * @symptom: one of its symptoms
 * @region: a region
 * @role: site or radiation
 *
 * Marks @region for @symptom; takes the mark away where it is there with the same role, and changes the role where
 * it has another. A marked region is no longer clear.
 */
void
bc_edit_toggle_region (BcChart   *chart,
                       BcVisit   *visit,
                       BcSymptom *symptom,
                       BcRegion   region,
                       BcRole     role)
{
  BcHistory *history;
  BcMark *mark;
  guint position;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (is_region (region));
  g_return_if_fail (role != BC_ROLE_CLEAR);

  history = bc_chart_get_history (chart);
  mark = bc_symptom_find_mark (symptom, region, &position);
  if (mark == NULL || bc_mark_get_role (mark) != role)
    {
      bc_edit_set_role (chart, visit, symptom, region, role);
      return;
    }
  bc_history_begin (history, _("Unmark a region"));
  bc_history_remove (history, bc_symptom_get_marks (symptom), position);
  bc_history_end (history);
}

/**
 * bc_edit_set_role:
 * @chart: the document
 * @visit: one of its visits
 * @symptom: one of its symptoms
 * @region: a region
 * @role: site or radiation
 *
 * Sees to it that @symptom marks @region with @role. A marked region is no longer clear.
 */
void
bc_edit_set_role (BcChart   *chart,
                  BcVisit   *visit,
                  BcSymptom *symptom,
                  BcRegion   region,
                  BcRole     role)
{
  BcHistory *history;
  BcMark *mark;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (is_region (region));
  g_return_if_fail (role != BC_ROLE_CLEAR);

  history = bc_chart_get_history (chart);
  mark = bc_symptom_find_mark (symptom, region, NULL);
  bc_history_begin (history, mark == NULL ? _("Mark a region") : _("Change where it sits and travels"));
  bc_edit_remove_clear (history, visit, region);
  if (mark != NULL)
    bc_history_set_int (history, mark, "role", (int) role);
  else
    {
      g_autoptr(BcMark) added = bc_mark_new (region, role);

      bc_history_append (history, bc_symptom_get_marks (symptom), added);
    }
  bc_history_end (history);
}

/**
 * bc_edit_toggle_clear:
 * @chart: the document
 * @visit: one of its visits
 * @region: a region
 *
 * Ticks @region as clear, or takes the tick back. A clear region carries no mark of any symptom: those that were
 * clicked there are taken away. What was drawn there reaches into other regions, so a stroke is never taken away
 * by a tick; where one marks @region nothing happens.
 *
 * Returns: whether anything changed; %FALSE says that something is drawn there, or the visit is signed
 */
gboolean
bc_edit_toggle_clear (BcChart  *chart,
                      BcVisit  *visit,
                      BcRegion  region)
{
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (is_region (region), FALSE);

  if (!bc_edit_may (chart, visit))
    return FALSE;
  history = bc_chart_get_history (chart);
  if (bc_visit_is_clear (visit, region))
    {
      bc_history_begin (history, _("Take a clear tick back"));
      bc_edit_remove_clear (history, visit, region);
    }
  else if (bc_edit_is_drawn (visit, region))
    return FALSE;
  else
    {
      g_autoptr(BcMark) clear = bc_mark_new (region, BC_ROLE_CLEAR);

      bc_history_begin (history, _("Tick a region as clear"));
      remove_marks (history, visit, region);
      bc_history_append (history, bc_visit_get_clears (visit), clear);
    }
  bc_history_end (history);
  return TRUE;
}

/**
 * bc_edit_toggle_quality:
 * @chart: the document
 * @symptom: one of its symptoms
 * @quality: one quality
 *
 * Says that a symptom feels like @quality, or takes that back.
 */
void
bc_edit_toggle_quality (BcChart   *chart,
                        BcSymptom *symptom,
                        BcQuality  quality)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (((guint) quality & ~(guint) BC_QUALITY_ALL) == 0);

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Change what it feels like"));
  bc_history_set_int (history, symptom, "qualities", (int) (bc_symptom_get_qualities (symptom) ^ (guint) quality));
  bc_history_end (history);
}

/* Moves a known intensity up to at least, or down to at most, the one that was just given. */
static void
pull (BcHistory  *history,
      BcSymptom  *symptom,
      const char *property,
      int         nrs,
      gboolean    up)
{
  int other;

  g_object_get (symptom, property, &other, NULL);
  if (other != BC_NRS_UNKNOWN && (up ? other < nrs : other > nrs))
    bc_history_set_int (history, symptom, property, nrs);
}

/**
 * bc_edit_set_intensity:
 * @chart: the document
 * @symptom: one of its symptoms
 * @property: "now", "best" or "worst"
 * @nrs: NRS-11 0..10, or %BC_NRS_UNKNOWN to take it back
 *
 * Sets an intensity. The others give way, where they were given, so that best <= now <= worst holds.
 */
void
bc_edit_set_intensity (BcChart    *chart,
                       BcSymptom  *symptom,
                       const char *property,
                       int         nrs)
{
  /* From least to greatest. */
  static const char *const order[] = { "best", "now", "worst", NULL };
  BcHistory *history;
  guint place = 0;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (property != NULL && g_strv_contains (order, property));
  g_return_if_fail (nrs >= BC_NRS_UNKNOWN && nrs <= BC_NRS_MAX);

  while (!g_str_equal (order[place], property))
    place++;
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Set how strong it is"));
  bc_history_set_int (history, symptom, property, nrs);
  if (nrs != BC_NRS_UNKNOWN)
    for (guint i = 0; order[i] != NULL; i++)
      if (i != place)
        pull (history, symptom, order[i], nrs, i > place);
  bc_history_end (history);
}

/**
 * bc_edit_set_answer:
 * @chart: the document
 * @visit: one of its visits
 * @id: of a discriminator, an answer or a factor
 * @value: the answer; %BC_ANSWER_NONE takes it back
 *
 * Answers a question.
 */
void
bc_edit_set_answer (BcChart       *chart,
                    BcVisit       *visit,
                    const char    *id,
                    BcAnswerValue  value)
{
  g_autoptr(BcAnswer) answer = NULL;
  GListStore *answers;
  BcHistory *history;
  guint position = 0;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (id != NULL && *id != '\0');

  history = bc_chart_get_history (chart);
  answers = bc_visit_get_answers (visit);
  while ((answer = g_list_model_get_item (G_LIST_MODEL (answers), position)) != NULL)
    {
      if (g_str_equal (bc_answer_get_id (answer), id))
        break;
      g_clear_object (&answer);
      position++;
    }

  bc_history_begin (history, value == BC_ANSWER_NONE ? _("Take an answer back") : _("Answer a question"));
  if (answer != NULL && value == BC_ANSWER_NONE)
    bc_history_remove (history, answers, position);
  else if (answer != NULL)
    {
      bc_history_set_int (history, answer, "value", (int) value);
      bc_history_set_int (history, answer, "unconfirmed", FALSE); /* the same answer again is one too */
    }
  else if (value != BC_ANSWER_NONE)
    {
      answer = bc_answer_new (id, value);
      bc_history_append (history, answers, answer);
    }
  bc_history_end (history);
}

/**
 * bc_edit_set_ticked:
 * @chart: the document
 * @visit: one of its visits
 * @pattern: id of a pattern
 * @side: a #BcSide
 * @ticked: whether the finding goes on the summary
 *
 * Ticks a finding for the summary, or takes the tick back.
 */
void
bc_edit_set_ticked (BcChart    *chart,
                    BcVisit    *visit,
                    const char *pattern,
                    int         side,
                    gboolean    ticked)
{
  BcHistory *history;
  GListStore *ticks;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (pattern != NULL && *pattern != '\0');
  g_return_if_fail (side >= BC_SIDE_LEFT && side <= BC_SIDE_BOTH);

  if (bc_visit_is_ticked (visit, pattern, side) == !!ticked)
    return;
  history = bc_chart_get_history (chart);
  ticks = bc_visit_get_ticks (visit);
  bc_history_begin (history, ticked ? _("Tick a finding") : _("Untick a finding"));
  if (ticked)
    {
      g_autoptr(BcTick) tick = bc_tick_new (pattern, side);

      bc_history_append (history, ticks, tick);
    }
  else
    for (guint i = get_length (ticks); i > 0; i--)
      {
        g_autoptr(BcTick) tick = g_list_model_get_item (G_LIST_MODEL (ticks), i - 1);

        if (bc_tick_get_side (tick) == side && g_str_equal (bc_tick_get_pattern (tick), pattern))
          bc_history_remove (history, ticks, i - 1);
      }
  bc_history_end (history);
}
