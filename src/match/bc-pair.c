/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Two sources at once, as a finding: with both accounts in full.
 */

#include "bc-match-private.h"

#include "bc-i18n.h"

static gboolean
has_region (const GArray *regions,
            BcRegion      region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, BcRegion, i) == region)
      return TRUE;
  return FALSE;
}

/**
 * bc_match_pair_new:
 * @work: a visit with marks, red flags and answers gathered
 * @score: what bc_match_best_pair() found
 *
 * Returns: (transfer full): the pair with both findings in full, the better one first; its share stays 0
 */
BcPair *
bc_match_pair_new (const BcWorkings  *work,
                   const BcPairScore *score)
{
  BcPair *pair = g_new0 (BcPair, 1);

  pair->first = bc_match_finding_new (work, score->first);
  pair->second = bc_match_finding_new (work, score->second);
  if (pair->second->score > pair->first->score)
    {
      BcFinding *better = pair->second;

      pair->second = pair->first;
      pair->first = better;
    }
  pair->score = score->score;
  pair->unexplained = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  for (guint i = 0; i < pair->first->unexplained->len; i++)
    {
      BcRegion region = g_array_index (pair->first->unexplained, BcRegion, i);

      if (has_region (pair->second->unexplained, region))
        g_array_append_val (pair->unexplained, region);
    }
  return pair;
}

/**
 * bc_pair_free:
 * @pair: (nullable) (transfer full): a pair
 *
 * Frees @pair with its findings.
 */
void
bc_pair_free (BcPair *pair)
{
  if (pair == NULL)
    return;
  bc_finding_free (pair->first);
  bc_finding_free (pair->second);
  g_array_unref (pair->unexplained);
  g_free (pair);
}

/**
 * bc_pair_dup_name:
 * @pair: two sources at once
 *
 * Returns: (transfer full): both by name, for a reader
 */
char *
bc_pair_dup_name (const BcPair *pair)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (pair != NULL, NULL);

  first = bc_finding_dup_name (pair->first);
  second = bc_finding_dup_name (pair->second);
  /* Translators: two sources of pain, each with its side: "Knee osteoarthritis, left and C6 radicular pain, right" */
  return g_strdup_printf (_("Two sources at once: %s and %s"), first, second);
}
