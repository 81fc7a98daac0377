/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match-private.h"

G_BEGIN_DECLS

#define BC_MATCH_MAX_TELLING 3 /* questions that tell the findings apart */

/* A question that might be asked. */
typedef struct
{
  const char      *id;
  double           gain;
  double           rank;     /* what it is sorted by */
  guint64          whose;    /* which of the leading findings it speaks for, or which rules wait for it, one bit each */
  guint64          either;   /* findings of which a factor may go either way */
  double           inside;   /* how likely the findings of @whose say yes; worse, of a factor */
  double           outside;  /* likewise all others */
  BcPractice       practice;
  BcLoad           load;
  guint            order;    /* in the tables: the most usual first */
  const BcRedFlag *flag;     /* the weightiest rule that waits for it */
  double           weight;   /* of that rule */
  gboolean         leads;    /* alone it would fire a rule of an emergency: nothing is asked before it */
} BcCandidate;

/* The leading findings, shared out so that they add up to 1 with "no pattern fits", which stands behind the last. */
typedef struct
{
  guint            n;
  const BcFinding *findings[BC_MATCH_MAX_LEADING];
  double           share[BC_MATCH_MAX_LEADING + 1];
  double          *shares; /* of each pattern */
} BcLeading;

/* What the answers to the questions chosen so far may be: for each way, how likely it is together with each finding. */
typedef struct
{
  guint  n;
  double weight[1 << BC_MATCH_MAX_TELLING][BC_MATCH_MAX_LEADING + 1];
} BcAnswered;

void                   bc_match_leading_init    (BcLeading         *leading,
                                                 const BcWorkings  *work,
                                                 const GPtrArray   *findings,
                                                 double             no_fit_share);
void                   bc_match_leading_clear   (BcLeading         *leading);
double                 bc_match_chance          (const BcLeading   *leading,
                                                 const BcCandidate *candidate,
                                                 guint              finding);
void                   bc_match_answered_init   (BcAnswered        *answered,
                                                 const BcLeading   *leading);
void                   bc_match_answered_add    (BcAnswered        *answered,
                                                 const BcLeading   *leading,
                                                 const BcCandidate *candidate);
double                 bc_match_gain            (const BcAnswered  *answered,
                                                 const BcLeading   *leading,
                                                 const BcCandidate *candidate);
const BcDiscriminator *bc_match_find_test       (const BcWorkings  *work,
                                                 const BcAsk       *ask);
void                   bc_match_consider_rows   (const BcWorkings  *work,
                                                 const BcLeading   *leading,
                                                 GArray            *candidates);
gboolean               bc_match_allows          (const BcWorkings  *work,
                                                 BcAskNext          ask_next);
void                   bc_match_consider_flags  (const BcWorkings  *work,
                                                 const BcLeading   *leading,
                                                 GArray            *candidates);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcLeading, bc_match_leading_clear)

G_END_DECLS
