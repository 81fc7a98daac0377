/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <math.h>

/*
 * Priors are shares of very different populations. Each is multiplied by how large a part of a physiotherapist's
 * patients the population makes up, so that they can stand beside each other. Rough estimates: docs/matcher.md.
 */
static const struct
{
  const char *population; /* how its name begins */
  double      part;
} populations[] = {
  { "chronic low back pain under 45", 0.4 },
  { "chronic low back pain", 1.0 },
  { "acute low back pain", 0.5 },
  { "low back pain (active points", 0.35 }, /* a tender point is often present without being the source */
  { "low back pain over 60", 0.4 },
  { "low back pain and sciatica", 0.5 },
  { "low back pain with a leg problem", 0.4 },
  { "low back pain", 1.0 },
  { "back and leg pain in primary care", 0.3 },
  { "lumbar radiculopathy", 0.3 },
  { "cervical radiculopathy", 0.2 },
  { "chronic neck pain", 0.6 },
  { "chronic thoracic pain", 0.4 },
  { "thoracic pain", 0.4 },
  { "patients wearing a walker boot", 0.05 },
  { "general population", 1.0 },
};
#define OTHER_POPULATION 0.3

/* Where no prior is known: what is usual for the family. */
static const struct
{
  const char *family;
  double      share;
} families[] = {
  { "dermatome", 0.01 },
  { "nerve-root", 0.03 },
  { "facet-joint", 0.03 },
  { "sacroiliac", 0.03 },
  { "disc", 0.04 },
  { "hip-and-joint", 0.06 },
  { "myofascial", 0.04 },
  { "peripheral-nerve", 0.02 },
  { "neurogenic-claudication", 0.06 },
  { "compensatory", 0.015 },
  { "visceral-red-flag", 0.002 },
  { "widespread/central", 0.03 },
};
#define SMALLEST_SHARE 0.0001

static double
population_part (const char *population)
{
  for (guint i = 0; population != NULL && i < G_N_ELEMENTS (populations); i++)
    if (g_str_has_prefix (population, populations[i].population))
      return populations[i].part;
  return OTHER_POPULATION;
}

/**
 * bc_match_prior_share:
 * @pattern: a pattern
 *
 * Returns: share of a physiotherapist's patients for whom @pattern is the source, a rough estimate
 */
double
bc_match_prior_share (const BcPattern *pattern)
{
  if (!isnan (pattern->prior) && pattern->prior > 0)
    return MAX (SMALLEST_SHARE, pattern->prior * population_part (pattern->prior_population));
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_equal (pattern->family->id, families[i].family))
      return families[i].share;
  return BC_MATCH_PRIOR_MIDDLE;
}

/**
 * bc_match_prior_weight:
 * @pattern: a pattern
 *
 * Returns: what its frequency adds to every finding of @pattern; 0 for an average source
 */
double
bc_match_prior_weight (const BcPattern *pattern)
{
  double part = pattern->red_flag ? BC_MATCH_PRIOR_SERIOUS : BC_MATCH_PRIOR;

  return part * log (bc_match_prior_share (pattern) / BC_MATCH_PRIOR_MIDDLE);
}
