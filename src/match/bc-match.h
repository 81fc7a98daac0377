/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-evidence.h"
#include "bc-irritability.h"
#include "bc-maps.h"

G_BEGIN_DECLS

/**
 * BcReasonKind:
 *
 * What a part of a finding's weight comes from.
 */
typedef enum
{
  BC_REASON_MARK,     /* a marked region, @region */
  BC_REASON_CLEAR,    /* a region that was asked about and is clear, @region */
  BC_REASON_UNMARKED, /* a region that is merely unmarked, @region; BC_REGION_NONE: all others together */
  BC_REASON_QUALITY,  /* how it feels, @qualities */
  BC_REASON_DEPTH,
  BC_REASON_ANSWER,   /* a question, test or factor, @id and @value */
  BC_REASON_PRIOR,    /* how common the source is */
  BC_REASON_AGE,
  BC_REASON_SEX
} BcReasonKind;

/**
 * BcReason:
 * @weight: natural log units; above 0 speaks for the finding, below against
 * @qualities: #BcQuality flags of those that speak this way; those that speak the other way are a reason of their own
 *
 * The weights of all reasons of a finding add up to its @score.
 */
typedef struct
{
  BcReasonKind   kind;
  BcRegion       region;
  const char    *id;     /* of a discriminator, answer, factor or, where a rule fired, red flag */
  BcAnswerValue  value;
  double         weight;
  guint          qualities;
} BcReason;

/**
 * BcFinding:
 * @share: share of the weighed evidence, 0..1; not a probability of disease. See docs/matcher.md for what adds up
 * @tied: its score and that of the first, or of the next, where this is the first, are so near that one weak answer
 *   could turn them round; %FALSE in bc_match_explain()
 * @explains: marked regions inside the pattern's zones
 * @unexplained: the other marked regions; together with @explains every marked region exactly once
 * @expected: regions that the pattern would lead one to expect on its side, neither marked nor clear
 */
typedef struct
{
  const BcPattern *pattern;
  BcSide           side;
  double           score;    /* log-likelihood ratio to the background */
  double           share;
  double           group_share; /* of its outermost group; the same as @share for a pattern that stands alone */
  gboolean         tied;
  guint            n_better;    /* sources that fit better, its place; of one in a pair or of a symptom 0 */
  GArray          *explains;    /* of BcRegion */
  GArray          *unexplained; /* of BcRegion */
  GArray          *expected;    /* of BcRegion, likeliest first */
  GArray          *reasons;     /* of BcReason, heaviest first */
} BcFinding;

/**
 * BcPair:
 * @first: the source that fits better alone
 * @second: what explains marks that the first does not
 * @score: of both together, on the scale of the findings' scores
 * @share: share of the weighed evidence, 0..1, as a rival of the findings
 * @unexplained: marked regions that neither explains, of BcRegion
 *
 * Two sources at once. @first and @second say what each is worth alone.
 */
typedef struct
{
  BcFinding *first;
  BcFinding *second;
  double     score;
  double     share;
  GArray    *unexplained;
} BcPair;

#define BC_QUESTION_MAX_TOLD 3

/**
 * BcQuestionKind:
 * @BC_QUESTION_DISCRIMINATE: tells the leading findings apart
 * @BC_QUESTION_RED_FLAG: a red-flag rule waits for the answer
 */
typedef enum
{
  BC_QUESTION_DISCRIMINATE,
  BC_QUESTION_RED_FLAG
} BcQuestionKind;

/**
 * BcQuestion:
 * @id: of a discriminator, answer or factor
 * @how: (nullable): how to do the test; %NULL where it is only asked
 * @factor: the answers are worse, better, the same; worse is the yes
 * @gain: expected information about the leading findings, bits, if nothing else is asked; 0 for a red flag
 * @raises: leading findings to which a yes points, likeliest first, one of each group
 * @lowers: those to which a no points, likewise
 * @flag: (nullable): the weightiest rule that waits for a yes
 */
typedef struct
{
  const char      *id;
  const char      *question;
  const char      *how;
  BcQuestionKind   kind;
  BcLoad           load;
  gboolean         factor;
  double           gain;
  const BcPattern *raises[BC_QUESTION_MAX_TOLD];
  const BcPattern *lowers[BC_QUESTION_MAX_TOLD];
  guint            n_raises;
  guint            n_lowers;
  const BcRedFlag *flag;
} BcQuestion;

/**
 * BcFindings:
 *
 * What bc_match() says of a visit: its best 40 findings, a second side of a pattern only for
 * marks that the first leaves unexplained. Strings belong to the maps, which must outlive it.
 */
typedef struct
{
  GPtrArray *findings;     /* of BcFinding, best first */
  guint      n_more;       /* kept, but not made: only of bc_match_brief() */
  GPtrArray *red_flags;    /* of const BcRedFlag, most urgent first */
  GArray    *questions;    /* of BcQuestion: at most three that tell apart and two that a red flag waits for */
  BcIrritability irritability; /* where it is any, gentle tests stand first */
  BcPair    *pair;         /* (nullable): where two sources together fit better than any one */
  double     no_fit_share; /* share of "no pattern in the maps fits" */
} BcFindings;

BcFindings *bc_match          (const BcEvidence *evidence,
                               const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT;
BcFindings *bc_match_brief    (const BcEvidence *evidence,
                               const BcMaps     *maps,
                               guint             n_findings) G_GNUC_WARN_UNUSED_RESULT; /* without reasons */
BcFinding  *bc_match_explain  (const BcEvidence *evidence,
                               const BcMaps     *maps,
                               const char       *pattern,
                               BcSide            side) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) "why not X?" */
void        bc_finding_free   (BcFinding        *finding);
void        bc_pair_free      (BcPair           *pair);
void        bc_findings_free  (BcFindings       *findings);
const BcFinding *bc_findings_lookup (const BcFindings *findings,
                                     const char       *pattern,
                                     BcSide            side); /* (nullable) */
char       *bc_finding_dup_name (const BcFinding *finding) G_GNUC_WARN_UNUSED_RESULT; /* "L5 radicular pain, right" */
char       *bc_pair_dup_name    (const BcPair *pair) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_question_dup_reason (const BcQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_question_dup_directions (const BcQuestion *question) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char       *bc_reason_dup_text  (const BcReason  *reason,
                                 const BcMaps    *maps) G_GNUC_WARN_UNUSED_RESULT; /* one line, without the weight */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFindings, bc_findings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFinding, bc_finding_free)

G_END_DECLS
