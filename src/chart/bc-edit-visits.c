/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-chart-parts-private.h"
#include "bc-i18n.h"
#include "bc-property-private.h"

static void
copy_items (GListStore *from,
            GListStore *to,
            GObject    *(*copy) (gpointer item))
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);
      g_autoptr(GObject) made = copy (item);

      g_list_store_append (to, made);
    }
}

static GObject *
copy_mark (gpointer item)
{
  return G_OBJECT (bc_mark_new (bc_mark_get_region (item), bc_mark_get_role (item)));
}

static GObject *
copy_clear (gpointer item)
{
  GObject *clear = copy_mark (item);

  g_object_set (clear, "unconfirmed", TRUE, NULL);
  return clear;
}

static GObject *
copy_factor (gpointer item)
{
  BcSymptomFactor *factor = bc_symptom_factor_new ();

  bc_property_copy_all (item, factor);
  return G_OBJECT (factor);
}

static GObject *
copy_link (gpointer item)
{
  BcLink *link = bc_link_new ();

  bc_property_copy_all (item, link);
  return G_OBJECT (link);
}

/* To be tested again: without what was found last time. */
static GObject *
copy_retest (gpointer item)
{
  return g_object_new (BC_TYPE_RETEST, "sign", bc_retest_get_sign (item), NULL);
}

/* A stroke never changes, so two visits may hold the same. */
static GObject *
copy_stroke (gpointer item)
{
  return g_object_ref (item);
}

static GObject *
copy_answer (gpointer item)
{
  BcAnswer *answer = bc_answer_new (bc_answer_get_id (item), bc_answer_get_value (item));

  g_object_set (answer, "unconfirmed", TRUE, NULL);
  return G_OBJECT (answer);
}

/* How strong it is is asked anew at each visit: an old number would pass for a measurement. Of what is resolved only
 * the label and the quality go on, so that it can come back under its own number. */
static GObject *
copy_symptom (gpointer item)
{
  BcSymptom *symptom = bc_symptom_new (bc_symptom_get_number (item));

  if (bc_symptom_get_resolved (item))
    {
      g_object_set (symptom, "qualities", bc_symptom_get_qualities (item), "resolved", TRUE, NULL);
      return G_OBJECT (symptom);
    }
  bc_property_copy_all (item, symptom);
  g_object_set (symptom, "now", BC_NRS_UNKNOWN, "best", BC_NRS_UNKNOWN, "worst", BC_NRS_UNKNOWN, "unconfirmed", TRUE,
                NULL);
  for (BcDrawing drawing = 0; drawing < BC_N_DRAWINGS; drawing++)
    {
      copy_items (bc_symptom_get_marks_of (item, drawing), bc_symptom_get_marks_of (symptom, drawing), copy_mark);
      copy_items (bc_symptom_get_strokes_of (item, drawing), bc_symptom_get_strokes_of (symptom, drawing), copy_stroke);
    }
  copy_items (bc_symptom_get_factors (item), bc_symptom_get_factors (symptom), copy_factor);
  return G_OBJECT (symptom);
}

/* Whole years later, never more than they are. */
static int
age_later (BcVisit    *last,
           const char *date)
{
  int age = bc_visit_get_age (last);
  const char *then = bc_visit_get_date (last);
  int years = (int) (g_ascii_strtoll (date, NULL, 10) - g_ascii_strtoll (then, NULL, 10));

  if (age == BC_AGE_UNKNOWN || strcmp (date, then) < 0)
    return BC_AGE_UNKNOWN;
  return MIN (age + years - (strcmp (date + 5, then + 5) < 0 ? 1 : 0), 130);
}

static void
copy_visit (BcVisit *from,
            BcVisit *to)
{
  g_object_set (to, "age", age_later (from, bc_visit_get_date (to)), "relation", bc_visit_get_relation (from), NULL);
  copy_items (bc_visit_get_symptoms (from), bc_visit_get_symptoms (to), copy_symptom);
  copy_items (bc_visit_get_clears (from), bc_visit_get_clears (to), copy_clear);
  copy_items (bc_visit_get_answers (from), bc_visit_get_answers (to), copy_answer);
  copy_items (bc_visit_get_links (from), bc_visit_get_links (to), copy_link);
  copy_items (bc_visit_get_retests (from), bc_visit_get_retests (to), copy_retest);
}

/**
 * bc_edit_start_visit:
 * @chart: the document
 * @date: ISO 8601 day
 * @from_last: whether to begin with a copy of the youngest visit
 *
 * Adds a visit behind all that are not younger. A copy has the symptoms with what is marked and drawn for them, how they
 * relate, the clear ticks, the answers, and the signs to test again without their results; each symptom, tick and
 * answer is unconfirmed until it is touched. Left out is what belongs to its day: intensities, ticked findings, what was done about red flags, notes and plan.
 *
 * Returns: (transfer none): the new visit
 */
BcVisit *
bc_edit_start_visit (BcChart    *chart,
                     const char *date,
                     gboolean    from_last)
{
  g_autoptr(BcVisit) visit = NULL;
  GListModel *visits;
  BcHistory *history;
  guint position;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (bc_date_is_valid (date), NULL);

  history = bc_chart_get_history (chart);
  visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  visit = bc_visit_new (date);
  position = g_list_model_get_n_items (visits);
  if (from_last && position > 0)
    copy_visit (bc_chart_get_last_visit (chart), visit);
  while (position > 0)
    {
      g_autoptr(BcVisit) earlier = g_list_model_get_item (visits, position - 1);

      if (strcmp (bc_visit_get_date (earlier), date) <= 0) /* ISO days sort as text */
        break;
      position--;
    }
  bc_history_begin (history, _("Start a visit"));
  bc_history_insert (history, bc_chart_get_visits (chart), position, visit);
  bc_history_end (history);
  return visit; /* the list keeps it alive */
}

static void
remove_all (BcHistory  *history,
            GListStore *list)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i > 0; i--)
    bc_history_remove (history, list, i - 1);
}

/**
 * bc_edit_set_resolved:
 * @chart: the document
 * @symptom: one of its symptoms
 * @resolved: whether it is gone at this visit
 *
 * A resolved symptom keeps its number and all that was said of it, here and at later visits, and takes nothing of the
 * body any more: what is marked and drawn for it at this visit is taken away. When it comes back, it comes back under
 * its own number.
 */
void
bc_edit_set_resolved (BcChart   *chart,
                      BcSymptom *symptom,
                      gboolean   resolved)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, resolved ? _("Mark a symptom as resolved") : _("Take a symptom up again"));
  bc_history_set_int (history, symptom, "resolved", resolved ? TRUE : FALSE);
  if (resolved)
    {
      bc_history_set_int (history, symptom, "understood", FALSE);
      for (BcDrawing drawing = 0; drawing < BC_N_DRAWINGS; drawing++)
        {
          remove_all (history, bc_symptom_get_marks_of (symptom, drawing));
          remove_all (history, bc_symptom_get_strokes_of (symptom, drawing));
        }
    }
  bc_history_end (history);
}

static void
confirm (BcChart  *chart,
         gpointer  object)
{
  BcHistory *history = bc_chart_get_history (chart);

  bc_history_begin (history, _("Confirm what the last visit said"));
  bc_history_set_int (history, object, "unconfirmed", FALSE);
  bc_history_end (history);
}

/**
 * bc_edit_confirm_symptom:
 * @chart: the document
 * @symptom: one of its symptoms
 *
 * Says that a copied symptom still holds as it is.
 */
void
bc_edit_confirm_symptom (BcChart   *chart,
                         BcSymptom *symptom)
{
  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_SYMPTOM (symptom));

  confirm (chart, symptom);
}

/**
 * bc_edit_confirm_answer:
 * @chart: the document
 * @visit: one of its visits
 * @id: of a question
 *
 * Says that a copied answer still holds.
 */
void
bc_edit_confirm_answer (BcChart    *chart,
                        BcVisit    *visit,
                        const char *id)
{
  BcAnswer *answer;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (id != NULL);

  answer = bc_visit_find_answer (visit, id);
  if (answer != NULL)
    confirm (chart, answer);
}

/**
 * bc_edit_confirm_clear:
 * @chart: the document
 * @visit: one of its visits
 * @region: a region
 *
 * Says that a region that was copied as clear is so still.
 */
void
bc_edit_confirm_clear (BcChart  *chart,
                       BcVisit  *visit,
                       BcRegion  region)
{
  BcMark *clear;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));

  clear = bc_visit_find_clear (visit, region);
  if (clear != NULL)
    confirm (chart, clear);
}

static void
confirm_items (BcChart    *chart,
               GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      confirm (chart, item);
    }
}

/**
 * bc_edit_confirm_all:
 * @chart: the document
 * @visit: one of its visits
 *
 * Says that all that was copied still holds, in one step.
 */
void
bc_edit_confirm_all (BcChart *chart,
                     BcVisit *visit)
{
  BcHistory *history;

  g_return_if_fail (BC_IS_CHART (chart));
  g_return_if_fail (BC_IS_VISIT (visit));

  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Confirm what the last visit said"));
  confirm_items (chart, bc_visit_get_symptoms (visit));
  confirm_items (chart, bc_visit_get_clears (visit));
  confirm_items (chart, bc_visit_get_answers (visit));
  bc_history_end (history);
}
