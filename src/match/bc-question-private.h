/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match-private.h"

G_BEGIN_DECLS

#define BC_MATCH_MAX_LEADING 12

/* A question that might be asked. */
typedef struct
{
  const char *id;
  double      gain;
  double      rank;  /* what it is sorted by */
  guint64     whose; /* which of the leading findings it speaks for, or which rules wait for it, one bit each */
  gboolean    leads; /* alone it would fire a rule of an emergency: nothing is asked before it */
  gboolean    last;  /* a questionnaire */
} BcCandidate;

/* The leading findings, shared out so that they add up to 1 with "no pattern fits". */
typedef struct
{
  guint    n;
  guint    patterns[BC_MATCH_MAX_LEADING];
  double  *shares; /* of each pattern */
  guint64 *bits;
} BcLeading;

void bc_match_consider_flags (const BcWorkings *work,
                              const BcLeading  *leading,
                              GArray           *candidates);

G_END_DECLS
