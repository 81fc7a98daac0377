/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evaluation.h"

#include <math.h>

/*
 * What the matcher has to beat: what a person with a map in hand does. A region belongs to a map when a patient with
 * that source marks it at least every third time; more would leave many maps with a region or two.
 */
#define IN_MAP 0.33

static double
jaccard (const BcEvidence *evidence,
         const BcPattern  *pattern,
         BcSide            side)
{
  guint both = 0;
  guint either = 0;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      gboolean marked = evidence->share[region] > 0;
      gboolean mapped = bc_pattern_get_probability (pattern, side, (BcRegion) region) >= IN_MAP;

      both += marked && mapped;
      either += marked || mapped;
    }
  return either > 0 ? (double) both / either : 0;
}

static int
compare_guesses (gconstpointer a,
                 gconstpointer b)
{
  const BcGuess *x = a;
  const BcGuess *y = b;

  if (fabs (x->fit - y->fit) > 1e-12)
    return x->fit > y->fit ? -1 : 1;
  if (x->pattern != y->pattern)
    return x->pattern->index < y->pattern->index ? -1 : 1;
  return (int) x->side - (int) y->side;
}

static GArray *
rank_by_overlap (const BcEvidence *evidence,
                 const BcMaps     *maps,
                 const char       *family)
{
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (BcGuess));

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      if (family != NULL && !g_str_equal (pattern->family->id, family))
        continue;
      for (int side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
        {
          BcGuess guess = { .pattern = pattern, .side = (BcSide) side };

          guess.fit = jaccard (evidence, pattern, guess.side);
          if (guess.fit > 0)
            g_array_append_val (guesses, guess);
        }
    }
  g_array_sort (guesses, compare_guesses);
  return guesses;
}

/**
 * bc_baseline_overlap:
 * @evidence: what a visit tells; only its marks are looked at
 * @maps: the maps; they must outlive the result
 *
 * Ranks all maps by plain overlap with the marks: regions in both over regions in either (Jaccard).
 *
 * Returns: (transfer full) (element-type BcGuess): what overlaps at all, best first
 */
GArray *
bc_baseline_overlap (const BcEvidence *evidence,
                     const BcMaps     *maps)
{
  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  return rank_by_overlap (evidence, maps, NULL);
}

/**
 * bc_baseline_dermatomes:
 * @evidence: what a visit tells; only its marks are looked at
 * @maps: the maps; they must outlive the result
 *
 * Ranks the dermatomes by plain overlap with the marks, as a look at the dermatome chart does.
 *
 * Returns: (transfer full) (element-type BcGuess): what overlaps at all, best first
 */
GArray *
bc_baseline_dermatomes (const BcEvidence *evidence,
                        const BcMaps     *maps)
{
  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  return rank_by_overlap (evidence, maps, "dermatome");
}
