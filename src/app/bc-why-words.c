/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-why-words.h"

#include "bc-finding-row.h"
#include "bc-i18n.h"

#include <math.h>

#define SLACK 1e-9

static gboolean
is_same (const BcFinding *one,
         const BcFinding *two)
{
  return one->pattern == two->pattern && one->side == two->side;
}

/**
 * bc_why_get_rival:
 * @finding: an account of any source
 * @findings: of the same visit
 *
 * Returns: (transfer none) (nullable): what @finding is to be compared with: the leading finding, or the next one
 *   where @finding leads
 */
const BcFinding *
bc_why_get_rival (const BcFinding  *finding,
                  const BcFindings *findings)
{
  g_return_val_if_fail (finding != NULL && findings != NULL, NULL);

  for (guint i = 0; i < findings->findings->len; i++)
    if (!is_same (g_ptr_array_index (findings->findings, i), finding))
      return g_ptr_array_index (findings->findings, i);
  return NULL;
}

static char *
dup_place (const BcFinding  *finding,
           const BcFindings *findings)
{
  guint better = finding->n_better;
  /* Shares and ties are told by the findings only. */
  const BcFinding *told = bc_findings_lookup (findings, finding->pattern->id, finding->side);
  g_autofree char *share = NULL;

  if (told == NULL)
    return g_strdup_printf (ngettext_ ("%u source fits better.", "%u sources fit better.", better), better);
  share = bc_share_dup_text (told->share);
  if (told->tied)
    /* Translators: %s is a share, as in "62 %"; one weak answer could turn the order round */
    return g_strdup_printf (_("It is tied at the head, with %s."), share);
  if (better == 0)
    /* Translators: %s is a share, as in "62 %" */
    return g_strdup_printf (_("It fits best, with %s."), share);
  /* Translators: 1: how many sources fit better, 2: a share, as in "62 %" */
  return g_strdup_printf (ngettext_ ("%1$u source fits better; this one has %2$s.",
                                     "%1$u sources fit better; this one has %2$s.", better), better, share);
}

/**
 * bc_why_dup_summary:
 * @finding: what bc_match_explain() says of a source
 * @findings: what bc_match() says of the same visit
 *
 * Returns: (transfer full): how it stands: whether it is in question at all, how many fit better, and by how much it
 *   differs from the leading finding, or from the next one
 */
char *
bc_why_dup_summary (const BcFinding  *finding,
                    const BcFindings *findings)
{
  const BcFinding *rival;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (finding != NULL && findings != NULL, NULL);

  if (finding->explains->len == 0 && finding->unexplained->len == 0)
    return g_strdup (_("Nothing is marked yet, so no source can be compared."));
  if (finding->explains->len == 0)
    return g_strdup (_("Out of the question as things stand: it explains none of the marks."));
  place = dup_place (finding, findings);
  rival = bc_why_get_rival (finding, findings);
  if (rival == NULL)
    return g_steal_pointer (&place);
  name = bc_finding_dup_name (rival);
  if (finding->score > rival->score + SLACK)
    /* Translators: 1: a sentence on how it fits, 2: a score, 3: the next source, 4: its score */
    return g_strdup_printf (_("%1$s Its score is %2$.2f; the next, %3$s, has %4$.2f."), place, finding->score, name,
                            rival->score);
  /* Translators: 1: a sentence on how it fits, 2: a score, 3: the source that fits best, 4: its score */
  return g_strdup_printf (_("%1$s Its score is %2$.2f; what fits best, %3$s, has %4$.2f."), place, finding->score,
                          name, rival->score);
}

/* --- what tells them apart --- */

static const BcReason *
find_reason (const GArray   *reasons,
             const BcReason *like)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (reasons, BcReason, i);

      if (reason->kind == like->kind && reason->region == like->region && reason->value == like->value
          && reason->qualities == like->qualities && g_strcmp0 (reason->id, like->id) == 0)
        return reason;
    }
  return NULL;
}

static int
compare_differences (gconstpointer a,
                     gconstpointer b)
{
  double one = fabs (((const BcDifference *) a)->weight);
  double two = fabs (((const BcDifference *) b)->weight);

  return one > two ? -1 : one < two;
}

/**
 * bc_why_list_differences:
 * @first: a finding, which must outlive the list
 * @second: another of the same visit, likewise
 *
 * Returns: (transfer full): of BcDifference, heaviest first; their weights add up to the difference of the scores
 */
GArray *
bc_why_list_differences (const BcFinding *first,
                         const BcFinding *second)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BcDifference));

  g_return_val_if_fail (first != NULL && second != NULL, list);

  for (guint i = 0; i < first->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (first->reasons, BcReason, i);
      const BcReason *other = find_reason (second->reasons, reason);
      BcDifference difference = { reason, reason->weight - (other != NULL ? other->weight : 0) };

      g_array_append_val (list, difference);
    }
  for (guint i = 0; i < second->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (second->reasons, BcReason, i);
      BcDifference difference = { reason, -reason->weight };

      if (find_reason (first->reasons, reason) == NULL)
        g_array_append_val (list, difference);
    }
  g_array_sort (list, compare_differences);
  return list;
}
