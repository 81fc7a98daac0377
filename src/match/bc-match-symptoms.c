/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The symptom as the unit: P1 and P2 may have different sources. Each is matched by itself, and the whole visit says
 * whether one source or two explain them better. Not part of bc_match(), since it costs as much again for each symptom.
 */

#include "bc-match-symptoms.h"

#include "bc-i18n.h"
#include "bc-match-private.h"

#define N_FINDINGS 3
/* One source counts as the source of a symptom when its zones hold at least this part of the symptom's marks. */
#define EXPLAINED_PART 0.5

static void
symptom_findings_free (gpointer data)
{
  BcSymptomFindings *self = data;

  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* What the marks of @symptom weigh for a finding of the whole visit. */
static double
weigh_marks (const BcFinding  *finding,
             const BcEvidence *symptom)
{
  double weight = 0;

  for (guint i = 0; i < finding->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);

      if (reason->kind == BC_REASON_MARK && bc_evidence_is_marked (symptom, reason->region))
        weight += reason->weight;
    }
  return weight;
}

static double
part_explained (const BcFinding  *finding,
                const BcEvidence *symptom)
{
  guint n = 0;

  for (guint i = 0; i < finding->explains->len; i++)
    n += bc_evidence_is_marked (symptom, g_array_index (finding->explains, BcRegion, i));
  return (double) n / bc_evidence_count (symptom);
}

/* Each of the two sources must be the better one for some symptom; two sources within one symptom say nothing here. */
static gboolean
share_out_pair (const BcPair    *pair,
                GPtrArray       *symptoms,
                const GPtrArray *evidence)
{
  gboolean used[3] = { FALSE };

  for (guint i = 0; i < symptoms->len; i++)
    {
      BcSymptomFindings *symptom = g_ptr_array_index (symptoms, i);
      const BcEvidence *own = g_ptr_array_index (evidence, i);

      symptom->source = weigh_marks (pair->first, own) >= weigh_marks (pair->second, own) ? 1 : 2;
      used[symptom->source] = TRUE;
    }
  if (used[1] && used[2])
    return TRUE;
  for (guint i = 0; i < symptoms->len; i++)
    ((BcSymptomFindings *) g_ptr_array_index (symptoms, i))->source = 0;
  return FALSE;
}

static BcSources
compare_sources (const BcFindings *whole,
                 GPtrArray        *symptoms,
                 const GPtrArray  *evidence)
{
  const BcFinding *first = whole->findings->len > 0 ? g_ptr_array_index (whole->findings, 0) : NULL;
  double best = MAX (first != NULL ? first->share : 0, whole->no_fit_share);

  if (whole->pair != NULL && whole->pair->share > best)
    return share_out_pair (whole->pair, symptoms, evidence) ? BC_SOURCES_APART : BC_SOURCES_OPEN;
  if (first == NULL || first->share < best)
    return BC_SOURCES_OPEN;
  for (guint i = 0; i < evidence->len; i++)
    if (part_explained (first, g_ptr_array_index (evidence, i)) < EXPLAINED_PART)
      return BC_SOURCES_OPEN;
  return BC_SOURCES_ONE;
}

static void
add_symptom (BcBySymptom      *self,
             BcSymptom        *symptom,
             const BcEvidence *evidence,
             const BcMaps     *maps)
{
  g_autoptr(BcFindings) findings = bc_match_single (evidence, maps, N_FINDINGS);
  BcSymptomFindings *alone = g_new0 (BcSymptomFindings, 1);

  alone->number = bc_symptom_get_number (symptom);
  alone->findings = g_ptr_array_ref (findings->findings);
  alone->no_fit_share = findings->no_fit_share;
  g_ptr_array_add (self->symptoms, alone);
}

/**
 * bc_match_symptoms:
 * @chart: the chart that holds @visit
 * @visit: a visit
 * @whole: what bc_match() says of the whole visit
 * @maps: the maps; they must outlive the result
 *
 * Matches each symptom of @visit by itself where two or more are marked. Clear regions and answers count for each; red
 * flags stay a matter of the whole visit. Whether the symptoms have one source is read from @whole: apart, where two
 * sources lead and each weighs more with other symptoms; one, where a single source leads and its zones hold at least
 * half of the marks of each symptom; open, where neither is so.
 *
 * Returns: (transfer full): the findings by symptom; free with bc_by_symptom_free()
 */
BcBySymptom *
bc_match_symptoms (BcChart          *chart,
                   BcVisit          *visit,
                   const BcFindings *whole,
                   const BcMaps     *maps)
{
  g_autoptr(GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_evidence_free);
  g_autoptr(GPtrArray) marked = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *symptoms;
  BcBySymptom *self;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (whole != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  self = g_new0 (BcBySymptom, 1);
  self->symptoms = g_ptr_array_new_with_free_func (symptom_findings_free);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autoptr(BcEvidence) own = bc_evidence_from_symptom (chart, visit, symptom);

      if (bc_evidence_count (own) == 0)
        continue;
      g_ptr_array_add (evidence, g_steal_pointer (&own));
      g_ptr_array_add (marked, g_steal_pointer (&symptom));
    }
  if (marked->len < 2)
    return self;
  for (guint i = 0; i < marked->len; i++)
    add_symptom (self, g_ptr_array_index (marked, i), g_ptr_array_index (evidence, i), maps);
  self->sources = compare_sources (whole, self->symptoms, evidence);
  return self;
}

/**
 * bc_by_symptom_free:
 * @self: (nullable) (transfer full): findings by symptom
 *
 * Frees @self with all its findings.
 */
void
bc_by_symptom_free (BcBySymptom *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->symptoms);
  g_free (self);
}

/**
 * bc_sources_get_id:
 *
 * Returns: (transfer none): as "one", for programs
 */
const char *
bc_sources_get_id (BcSources sources)
{
  static const char *const ids[] = { "open", "one", "apart" };

  g_return_val_if_fail (sources <= BC_SOURCES_APART, NULL);

  return ids[sources];
}

/**
 * bc_sources_get_text:
 *
 * Returns: (transfer none): a sentence for a reader, translated
 */
const char *
bc_sources_get_text (BcSources sources)
{
  static const char *const texts[] = {
    N_("Whether the symptoms have one source stays open."),
    N_("One source explains all symptoms better than two do."),
    N_("Two sources explain the symptoms better than one does."),
  };

  g_return_val_if_fail (sources <= BC_SOURCES_APART, NULL);

  return _(texts[sources]);
}
