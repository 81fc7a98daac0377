/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

/**
 * ReferenceSource:
 * @possible: whether it explains a mark at all
 * @share: of the weighed evidence; @group_share, of its group
 *
 * A pattern at a side, as docs/matcher.md has it.
 */
typedef struct
{
  const BcPattern *pattern;
  BcSide           side; /* BC_SIDE_BOTH where the pattern has no sides */
  gboolean         possible;
  double           score;
  double           share;
  double           group_share;
} ReferenceSource;

/**
 * ReferenceMatch:
 * @sources: of ReferenceSource: every pattern at every side
 * @no_fit: score of "no pattern fits"
 * @pair: score of two sources at once, minus infinity where none were given
 */
typedef struct
{
  GArray *sources;
  double  no_fit;
  double  no_fit_share;
  double  pair;
  double  pair_share;
} ReferenceMatch;

/*
 * The model once more, written straight from docs/matcher.md: every number is worked out where it is needed, nothing
 * is kept, and nothing is shared with the matcher but the table of priors. So it is slow, and a second opinion. It
 * does not look for two sources; it weighs the @pair that it is given.
 */
ReferenceMatch        *reference_match      (const BcEvidence     *evidence,
                                             const BcMaps         *maps,
                                             const BcPair         *pair) G_GNUC_WARN_UNUSED_RESULT;
void                   reference_match_free (ReferenceMatch       *match);
const ReferenceSource *reference_find       (const ReferenceMatch *match,
                                             const BcFinding      *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReferenceMatch, reference_match_free)
