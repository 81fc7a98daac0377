/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/*
 * The parameters of the model. docs/matcher.md says what each does and where its value comes from.
 * Weights are natural logarithms.
 */
#define BC_MATCH_TEMPER 0.4          /* marks are not independent: what is left of their weight in a drawing of six */
#define BC_MATCH_TEMPER_MARKS 6.0
#define BC_MATCH_TEMPER_POWER 0.35   /* the more marks, the less each is news */
#define BC_MATCH_TEMPER_LEAST 0.25
#define BC_MATCH_TEMPER_MOST 0.7
#define BC_MATCH_UNMARKED 0.25       /* a merely unmarked region, against one that was asked about and is clear */
#define BC_MATCH_OUTSIDE 0.15        /* chance of a mark outside every zone, as a part of the base rate */
#define BC_MATCH_SPILL 0.15          /* chance of a mark next to a zone, as a part of the zone's probability */
#define BC_MATCH_ZONE 0.05           /* from this probability on, a region belongs to a pattern */
#define BC_MATCH_EXPECTED 0.5        /* from this probability on, its absence is worth telling */
#define BC_MATCH_PRIOR 0.33          /* part of a prior's logarithm that counts */
#define BC_MATCH_PRIOR_MIDDLE 0.03   /* the prior that counts nothing */
#define BC_MATCH_PRIOR_SERIOUS 0.45  /* likewise of a red-flag source: rarity counts more, rules watch over it */
#define BC_MATCH_BOTH_SIDES -0.72    /* both sides at once, where that occurs but is not the rule */
#define BC_MATCH_ONE_SIDE -0.35      /* one side only, where both is the rule */
#define BC_MATCH_QUALITY_LIMIT 1.0   /* one nat for everything that is felt */
#define BC_MATCH_ANSWER_LIMIT 6.0    /* answers are not independent either */
#define BC_MATCH_NO_FIT 1.8          /* prior of "no pattern fits" */
#define BC_MATCH_SOUND 3.5           /* what the scores count in a sound chart: each term is tempered before */
#define BC_MATCH_MISLEADING 0.35     /* and in one that misleads */
#define BC_MATCH_DOUBT 0.55          /* how often marks alone mislead */
#define BC_MATCH_DOUBT_LEAST 0.06    /* likewise with the best of answers */
#define BC_MATCH_DOUBT_FADES 0.25    /* answers of this weight take away two thirds of the difference */
#define BC_MATCH_TIE 0.22            /* nearer scores are tied: one weak answer (log 1.25) would turn them round */
#define BC_MATCH_MAX_FINDINGS 40
#define BC_MATCH_MAX_LEADING 12      /* of them the questions tell apart */

/* A set of regions, one bit each. */
typedef struct
{
  guint64 words[4];
} BcRegionSet;

static inline void
bc_region_set_add (BcRegionSet *set,
                   BcRegion     region)
{
  set->words[region >> 6] |= G_GUINT64_CONSTANT (1) << (region & 63);
}

static inline gboolean
bc_region_set_has (const BcRegionSet *set,
                   BcRegion           region)
{
  return (set->words[region >> 6] >> (region & 63)) & 1;
}

static inline gboolean
bc_region_set_meets (const BcRegionSet *a,
                     const BcRegionSet *b)
{
  return ((a->words[0] & b->words[0]) | (a->words[1] & b->words[1])
          | (a->words[2] & b->words[2]) | (a->words[3] & b->words[3])) != 0;
}

/**
 * BcHypothesis:
 * @pattern: index in BcMaps.patterns
 * @group: number of what it is a rival of: hypotheses with the same number are not rivals
 * @prior: weight of how common the source is, and of both sides at once
 * @zones: regions that belong to the pattern on @side
 * @same_as: number, plus 1, of the hypothesis that says the same: a source on both sides may have a pattern of its own
 *
 * A pattern at a side.
 */
typedef struct
{
  guint       pattern;
  BcSide      side;
  guint       group;
  guint       same_as;
  gboolean    each_side; /* makes sense only where something is marked on each side */
  double      prior;
  BcRegionSet zones;
  BcRegionSet zones_left;
  BcRegionSet zones_right;
  guint       first_expected; /* in BcMatchTables.expected */
  guint       n_expected;
} BcHypothesis;

/**
 * BcAsk:
 * @ids: everything by which this one question goes, the one to show first; owned by itself
 * @rows: indices in BcMaps.discriminators
 * @rule_patterns: patterns of the red-flag rules that a yes helps to fire
 * @muscle: a single muscle group was tested, so the general question for weakness adds nothing
 *
 * One question. Rows that say "same as" share it.
 */
typedef struct
{
  guint      index;
  GPtrArray *ids;
  GArray    *rows;
  GArray    *rule_patterns;
  gboolean   muscle;
  gboolean   general_weakness;
} BcAsk;

/* Whether a pattern lists a factor. */
enum
{
  BC_LISTED_NOT = 0,
  BC_LISTED_AGGRAVATING = 1 << 0,
  BC_LISTED_EASING = 1 << 1,
  BC_LISTED_BOTH = BC_LISTED_AGGRAVATING | BC_LISTED_EASING
};

/**
 * BcChances:
 * @telling: FALSE where a yes and a no would say the same
 * @inside: how likely a patient with one of the patterns of a row says yes
 * @outside: likewise any other patient
 */
typedef struct
{
  gboolean telling;
  double   inside;
  double   outside;
} BcChances;

/**
 * BcMatchTables:
 * @marked: log (p / q) of region r and hypothesis h at [r * n + h]
 * @absent: log ((1 - p) / (1 - q)), likewise
 * @probability: the zone's own probability, 0 outside; likewise
 * @absent_sum: @absent summed over all regions
 * @base_rate: q of each region
 * @log_base_absent: log (1 - q) of each region
 *
 * Everything that depends on the maps only, so that a visit costs no logarithm and no search. It names patterns and
 * rows by index, never by pointer, and may outlive the maps.
 */
typedef struct
{
  guint          serial; /* of the maps */
  guint          n;
  guint          n_groups;
  BcHypothesis  *hypotheses;
  float         *marked;
  float         *absent;
  float         *probability;
  double        *absent_sum;
  GArray        *expected;  /* of BcRegion: for each hypothesis those to expect, likeliest first */
  double         base_rate[BC_N_REGIONS + 1];
  double         log_base_absent[BC_N_REGIONS + 1];
  GPtrArray     *asks;      /* of BcAsk */
  GHashTable    *ask_by_id; /* id to BcAsk */
  BcChances     *chances;   /* of each discriminator */
  GPtrArray     *rows_of;   /* for each pattern, GArray of guint: the discriminators that bear on it */
  GHashTable    *factors;   /* id to index + 1 */
  guint8        *listed;    /* factor and pattern, [factor * n_patterns + pattern] */
} BcMatchTables;

/**
 * BcAnswerWeights:
 * @weights: one for each pattern, before the limit on all answers; 0 where it says nothing
 *
 * What one answer weighs, or one red-flag rule that fires.
 */
typedef struct
{
  const char    *id;
  BcAnswerValue  value;
  double        *weights;
} BcAnswerWeights;

/**
 * BcWorkings:
 *
 * One visit on its way through the matcher.
 */
typedef struct
{
  const BcEvidence    *evidence;
  const BcMaps        *maps;
  const BcMatchTables *tables;
  guint                n_marks;
  BcRegion             marks[BC_N_REGIONS];
  double               mark_weight[BC_N_REGIONS]; /* of marks[i]: coverage, intensity, role */
  guint                n_clears;
  BcRegion             clears[BC_N_REGIONS];
  guint                n_others;
  BcRegion             others[BC_N_REGIONS]; /* marked by another symptom only: they say nothing */
  BcRegionSet          marked;
  BcRegionSet          felt[BC_N_QUALITIES];
  double               felt_weight[BC_N_QUALITIES];
  double               temper;      /* what is left of the weight of each region */
  double               deep;        /* share of the marks */
  double               superficial;
  GHashTable          *yes;         /* set of ids that are answered yes, twins included; NULL where there is none */
  GPtrArray           *red_flags;   /* of const BcRedFlag */
  GArray              *answers;     /* of BcAnswerWeights */
  double              *answer_sum;  /* of each pattern, within the limit */
  double              *answer_scale; /* what the limit leaves of each weight */
} BcWorkings;

/* bc-match-tables.c, bc-hypothesis.c, bc-match-asks.c */
const BcMatchTables *bc_match_tables_acquire (const BcMaps *maps);
void                 bc_match_tables_release (const BcMatchTables *tables);
void                 bc_match_hypotheses_init (BcMatchTables      *tables,
                                               const BcMaps       *maps);
void                 bc_match_asks_init      (BcMatchTables       *tables,
                                              const BcMaps        *maps);
void                 bc_match_asks_clear     (BcMatchTables       *tables);
const BcAsk         *bc_match_lookup_ask     (const BcMatchTables *tables,
                                              const char          *id);
BcAnswerValue        bc_match_get_answer     (const BcEvidence    *evidence,
                                              const BcAsk         *ask,
                                              const char         **id);

/* bc-likelihood.c */
void   bc_match_gather_marks     (BcWorkings         *work);
double bc_match_score_marks      (const BcWorkings   *work,
                                  double             *scores);
double bc_match_quality_weight   (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis);
void   bc_match_list_qualities   (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis,
                                  double              weights[BC_N_QUALITIES]);
double bc_match_depth_weight     (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis);
double bc_match_age_weight       (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis);
double bc_match_sex_weight       (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis);
gboolean bc_match_is_possible    (const BcWorkings   *work,
                                  const BcHypothesis *hypothesis);

/* bc-prior.c */
double bc_match_prior_weight     (const BcPattern    *pattern);
double bc_match_prior_share      (const BcPattern    *pattern);

/* bc-answers-weight.c */
void   bc_match_gather_answers   (BcWorkings            *work);
double bc_match_row_weight       (const BcDiscriminator *row,
                                  gboolean               yes);

/* bc-groups.c */
double bc_match_share_out        (const BcMatchTables   *tables,
                                  const double          *scores,
                                  double                 no_fit,
                                  double                 doubt,
                                  double                *shares,
                                  double                *group_shares,
                                  double                *pair_share); /* (inout): a score becomes a share */

/**
 * BcPairScore:
 *
 * Two hypotheses that fit together.
 */
typedef struct
{
  guint  first;
  guint  second;
  double score;
} BcPairScore;

/* bc-match-pair.c */
gboolean   bc_match_best_pair       (const BcWorkings      *work,
                                     const double          *scores,
                                     BcPairScore           *pair);

/* bc-match-pair-score.c */
double     bc_match_score_pair      (const BcWorkings      *work,
                                     guint                  first,
                                     guint                  second);

/* bc-pair.c */
BcPair    *bc_match_pair_new        (const BcWorkings      *work,
                                     const BcPairScore     *score);

/* bc-match.c */
BcFindings *bc_match_single      (const BcEvidence      *evidence,
                                  const BcMaps          *maps,
                                  guint                  most); /* neither pair nor questions */

/* bc-finding.c */
BcFinding *bc_match_finding_new  (const BcWorkings      *work,
                                  guint                  hypothesis);
BcFinding *bc_match_finding_new_brief (const BcWorkings *work,
                                       guint             hypothesis,
                                       double            score);

/* bc-red-flags.c */
void       bc_match_gather_flags (BcWorkings            *work);
gboolean   bc_match_fires        (const BcWorkings      *work,
                                  const BcRedFlag       *flag,
                                  const char            *also,
                                  const char            *and_also);

/* bc-question.c */
GArray    *bc_match_ask_next     (const BcWorkings      *work,
                                  const GPtrArray       *findings,
                                  double                 no_fit_share,
                                  gboolean               irritable);

G_END_DECLS
