/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/**
 * BcDifference:
 * @reason: of the one that has it; where both have it, of the first
 * @weight: how much more it weighs for the first than for the second, natural log units
 *
 * What tells two findings apart.
 */
typedef struct
{
  const BcReason *reason;
  double          weight;
} BcDifference;

/* Why a source fits a visit, or not, in words and numbers. Pure functions. */
char      *bc_why_dup_summary      (const BcFinding  *finding,
                                    const BcFindings *findings) G_GNUC_WARN_UNUSED_RESULT;
GArray    *bc_why_list_differences (const BcFinding  *first,
                                    const BcFinding  *second) G_GNUC_WARN_UNUSED_RESULT; /* of BcDifference */
const BcFinding *bc_why_get_rival  (const BcFinding  *finding,
                                    const BcFindings *findings); /* (nullable): what leads, or comes next */

G_END_DECLS
