/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/**
 * BcMethod:
 * @BC_METHOD_ANSWERS: the matcher with marks and answers
 * @BC_METHOD_MARKS: the matcher without any answer
 * @BC_METHOD_OVERLAP: plain overlap (Jaccard) of the marks with every map
 * @BC_METHOD_DERMATOMES: a look at the dermatome chart
 *
 * What guesses the source of a case.
 */
typedef enum
{
  BC_METHOD_ANSWERS,
  BC_METHOD_MARKS,
  BC_METHOD_OVERLAP,
  BC_METHOD_DERMATOMES
} BcMethod;
#define BC_N_METHODS 4

/* Shares of the first finding in steps of a tenth. */
#define BC_EVALUATION_N_BINS 10

/**
 * BcTruth:
 * @pattern: (nullable): the source; %NULL where no pattern should fit
 * @side: its side; %BC_SIDE_BOTH where it is on both sides or open: then any side is right
 * @also: (nullable): ids of what stands for the same as @pattern in practice
 * @second: (nullable): a second source at the same time
 * @second_side: its side, likewise
 * @flags: (nullable): ids of red-flag rules that have to fire
 *
 * What a case of the reference set shows.
 */
typedef struct
{
  const BcPattern *pattern;
  BcSide           side;
  GStrv            also;
  const BcPattern *second;
  BcSide           second_side;
  GStrv            flags;
} BcTruth;

/**
 * BcBin:
 * @n: cases whose first outcome had such a share
 * @right: of them, those in which it was right
 * @share: sum of the shares
 *
 * An outcome is a finding, two sources together, or "no pattern fits".
 */
typedef struct
{
  guint  n;
  guint  right;
  double share;
} BcBin;

/**
 * BcScores:
 * @n: cases with one source in the maps
 * @first: the first finding was right; @three, one of the first three; @family, the first was of the right family
 * @named: the first finding was the source itself, not what stands for the same in practice
 * @reciprocal: sum of 1/rank; divided by @n the mean reciprocal rank
 * @n_none: cases in which no pattern should fit; @none_found, in which that was the first outcome
 * @lost: cases with one source in which "no pattern fits" came first; @split, in which two sources together did
 * @n_pairs: cases with two sources; @pair_both, in which the first two names were these; @pair_one, in which the first
 *   was one of them; @pair_told, in which two sources together came first
 * @bins: all cases by the share of the first outcome
 * @squares: sum of the squared distance between the share of the first outcome and 1 where it was right, 0 where not
 * @losses: sum of -log of what the share of the first outcome gave to what was the case
 *
 * How well one method did.
 */
typedef struct
{
  guint  n;
  guint  first;
  guint  named;
  guint  three;
  guint  family;
  double reciprocal;
  guint  n_none;
  guint  none_found;
  guint  lost;
  guint  split;
  guint  n_pairs;
  guint  pair_both;
  guint  pair_one;
  guint  pair_told;
  BcBin  bins[BC_EVALUATION_N_BINS];
  double squares;
  double losses;
} BcScores;

/**
 * BcEvaluation:
 * @scores: one a method
 * @n_flagged: cases that have red flags to be told; @flags_told, in which all of them fired
 * @confusion: cases of at most one source by family of the source (row) and of the first finding of the matcher with
 *   answers (column), both in the order of the maps' families; the last of each is "none". (n_families + 1) squared
 */
typedef struct
{
  const BcMaps *maps;
  BcScores      scores[BC_N_METHODS];
  guint         n_flagged;
  guint         flags_told;
  guint         n_families;
  guint        *confusion;
} BcEvaluation;

BcEvaluation *bc_evaluation_new  (const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT;
void          bc_evaluation_free (BcEvaluation     *self);
void          bc_evaluation_add  (BcEvaluation     *self,
                                  const BcEvidence *evidence,
                                  const BcTruth    *truth);
const char   *bc_method_get_name (BcMethod          method);
guint         bc_scores_count    (const BcScores   *scores); /* cases of any kind */
double        bc_scores_get_calibration_error (const BcScores *scores);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcEvaluation, bc_evaluation_free)

/**
 * BcGuess:
 *
 * A pattern at a side, and how well it fits by some measure.
 */
typedef struct
{
  const BcPattern *pattern;
  BcSide           side;
  double           fit;
} BcGuess;

GArray *bc_baseline_overlap    (const BcEvidence *evidence,
                                const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT; /* of BcGuess, best first */
GArray *bc_baseline_dermatomes (const BcEvidence *evidence,
                                const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
