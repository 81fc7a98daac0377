/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/* What is usually the least change of an intensity that matters to a patient, points of NRS-11: Farrar JT et al. 2001,
 * Pain 94:149-158 (PubMed 11690728), "approximately two points or a reduction of approximately 30 %". */
#define BC_NRS_LEAST_CHANGE 2

/* How much of the skin two drawings of the same pain share (Jaccard index), when the same 31 people with shoulder pain
 * drew it twice: mean 42 %, standard deviation 19 (PubMed 37897081). */
#define BC_REDRAWN_OVERLAP 0.42

/* Least change of pain extent that is more than error, share of the body: the largest minimum detectable change of
 * PubMed 37898312 (0.08 to 0.38 %). It is that of reading the same 100 drawings again, so of no more than reading. */
#define BC_EXTENT_LEAST_CHANGE 0.0038

/* ... and as part of the mean of the two extents: 52 people with neck or low back pain drew it twice within a minute,
 * and the limits of agreement were 2335 pixels around a mean of 6075 (Leoni D et al. 2013, congress abstract,
 * repository.supsi.ch/2403). That they grow with the extent is an estimate. */
#define BC_EXTENT_LEAST_PART 0.38

/**
 * BcChange:
 * @BC_CHANGE_NONE: at neither visit
 * @BC_CHANGE_SAME: at both
 * @BC_CHANGE_NEW: only at the later visit
 * @BC_CHANGE_GONE: only at the earlier visit
 * @BC_CHANGE_EDGE: drawn at one visit only, but so near to what was drawn at the other that redrawing alone can make it
 *
 * What became of a region.
 */
typedef enum
{
  BC_CHANGE_NONE,
  BC_CHANGE_SAME,
  BC_CHANGE_NEW,
  BC_CHANGE_GONE,
  BC_CHANGE_EDGE
} BcChange;
#define BC_N_CHANGES 5

/**
 * BcSymptomFate:
 * @BC_FATE_STAYS: at both visits
 * @BC_FATE_NEW: first recorded at the later visit
 * @BC_FATE_RESOLVED: marked as resolved at the later visit
 * @BC_FATE_RETURNED: was resolved, and is back
 * @BC_FATE_MISSING: not recorded at the later visit, which does not say that it is gone
 */
typedef enum
{
  BC_FATE_STAYS,
  BC_FATE_NEW,
  BC_FATE_RESOLVED,
  BC_FATE_RETURNED,
  BC_FATE_MISSING
} BcSymptomFate;

typedef enum
{
  BC_INTENSITY_NOW,
  BC_INTENSITY_BEST,
  BC_INTENSITY_WORST
} BcIntensity;
#define BC_N_INTENSITIES 3

/**
 * BcSkinChange:
 * @before_cm2: marked skin at the earlier visit
 * @before_share: of the body's surface, 0..1
 * @overlap: Jaccard index of the skin: what both mark, of what either marks, 0..1; 0 where one marks nothing
 * @drawn: something is drawn freehand at either visit, so that @overlap has drawing error in it
 * @certain: the extent changed by more than redrawing alone can make, see %BC_EXTENT_LEAST_CHANGE
 */
typedef struct
{
  double   before_cm2;
  double   after_cm2;
  double   before_share;
  double   after_share;
  double   overlap;
  gboolean drawn;
  gboolean certain;
} BcSkinChange;

/**
 * BcRegionChanges:
 * @change: #BcChange of each region; element 0 is unused
 * @n: how many regions there are of each #BcChange
 * @n_before: how many are marked at the earlier visit
 * @n_after: how many are marked at the later visit
 */
typedef struct
{
  guint8 change[BC_N_REGIONS + 1];
  guint  n[BC_N_CHANGES];
  guint  n_before;
  guint  n_after;
} BcRegionChanges;

/**
 * BcSymptomState:
 *
 * What a visit says of a symptom beside its place; all unknown where the symptom is not there, or resolved.
 */
typedef struct
{
  int         nrs[BC_N_INTENSITIES]; /* NRS-11, or %BC_NRS_UNKNOWN */
  guint       qualities;
  BcDepth     depth;
  BcConstancy constancy;
} BcSymptomState;

/**
 * BcSymptomChange:
 * @number: 1 for P1, which is the same symptom at every visit
 * @unconfirmed: the later visit has it as a copy that nobody has touched yet
 */
typedef struct
{
  int             number;
  BcSymptomFate fate;
  gboolean        unconfirmed;
  BcSymptomState  before;
  BcSymptomState  after;
  BcRegionChanges regions;
  BcSkinChange    skin;
} BcSymptomChange;

/**
 * BcAnswerChange:
 * @id: of a question, test or factor; belongs to the comparison
 */
typedef struct
{
  char          *id;
  BcAnswerValue  before;
  BcAnswerValue  after;
} BcAnswerChange;

/**
 * BcRetestChange:
 * @sign: what was tested again
 * @before: what was found at the earlier visit
 * @after: what was found at the later visit
 *
 * A sign that was tested at both visits, with another result. Its strings belong to the comparison.
 */
typedef struct
{
  char *sign;
  char *before;
  char *after;
} BcRetestChange;

/**
 * BcComparison:
 * @symptoms: of BcSymptomChange, by number; those that are resolved at both visits are left out
 * @regions: of all symptoms together
 * @skin: of all symptoms together
 * @answers: of BcAnswerChange: those that were given at both visits and differ, then those given at the later only
 * @retests: of BcRetestChange
 * @clears_new: of BcRegion: asked about and clear at the later visit, and not so at the earlier one
 * @clears_lost: of BcRegion: clear at the earlier visit, and marked at the later one
 * @first_before: (nullable): the finding that fits best, %NULL where "no pattern fits" does or no maps were given
 * @flags_new: of const BcRedFlag: raised at the later visit only
 * @flags_gone: of const BcRedFlag: raised at the earlier visit only
 * @ticks_new: of BcTick: ticked at the later visit only
 * @ticks_gone: of BcTick: ticked at the earlier visit only
 *
 * Two visits of one patient side by side. Plain data; what belongs to the maps must outlive it.
 */
typedef struct
{
  BcVisit         *before;
  BcVisit         *after;
  GPtrArray       *symptoms;
  BcRegionChanges  regions;
  BcSkinChange     skin;
  GArray          *answers;
  GArray          *retests;
  GArray          *clears_new;
  GArray          *clears_lost;
  BcFinding       *first_before;
  BcFinding       *first_after;
  GPtrArray       *flags_new;
  GPtrArray       *flags_gone;
  GPtrArray       *ticks_new;
  GPtrArray       *ticks_gone;
  gboolean         matched; /* with maps: findings and red flags are compared */
} BcComparison;

BcComparison *bc_compare_visits        (BcChart            *chart,
                                        BcVisit            *before,
                                        BcVisit            *after,
                                        const BcMaps       *maps) G_GNUC_WARN_UNUSED_RESULT;
BcComparison *bc_compare_charts        (BcChart            *before_chart,
                                        BcVisit            *before,
                                        BcChart            *after_chart,
                                        BcVisit            *after,
                                        const BcMaps       *maps) G_GNUC_WARN_UNUSED_RESULT;
void          bc_comparison_free       (BcComparison       *self);
gboolean      bc_comparison_is_empty   (const BcComparison *self); /* nothing changed that it looks at */
GArray       *bc_region_changes_list   (const BcRegionChanges *self,
                                        BcChange            change) G_GNUC_WARN_UNUSED_RESULT; /* of BcRegion */
gboolean      bc_nrs_change_matters    (int                 before,
                                        int                 after);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcComparison, bc_comparison_free)

G_END_DECLS
