/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <math.h>

/* Where a chart tells site and radiation apart, what travels says less about the source than what sits. */
#define RADIATION_WEIGHT 0.8
/* The faintest mark of a chart weighs this much, the strongest 1. */
#define FAINT_WEIGHT 0.8
/*
 * A region that a stroke only just marks weighs this much, one that is plainly meant 1. The covered share has no say: a
 * finger's breadth of pain down the leg is as much sciatica as a whole leg painted over.
 */
#define TOUCHED_WEIGHT 0.4

#define DEEP_AND_DEEP 0.2
#define DEEP_AND_SUPERFICIAL -0.5
#define SUPERFICIAL_AND_SUPERFICIAL 0.4

#define AGE_OUTSIDE 0.4
#define AGE_YEAR 0.06
#define AGE_LIMIT 1.5
/* A sex that a source does not occur in: an entry may be wrong, and no rule is silenced by it. */
#define SEX_LIMIT 1.5

/*
 * What a quality is worth where the pattern lists it and where it does not. Numbness, tingling, burning and an
 * electric feeling speak for nerves; ache says nothing for a pattern that lists it.
 */
static const struct
{
  BcQuality quality;
  double    listed;
  double    not_listed;
} quality_weights[BC_N_QUALITIES] = {
  { BC_QUALITY_ACHE, 0.0, -0.55 },
  { BC_QUALITY_SHARP, 0.15, -0.25 },
  { BC_QUALITY_BURNING, 0.45, -0.5 },
  { BC_QUALITY_ELECTRIC, 0.7, -0.6 },
  { BC_QUALITY_TINGLING, 0.6, -0.7 },
  { BC_QUALITY_NUMBNESS, 0.7, -0.8 },
  { BC_QUALITY_WEAKNESS, 0.6, -0.4 },
  { BC_QUALITY_CRAMPING, 0.6, -0.2 },
  { BC_QUALITY_THROBBING, 0.6, -0.25 },
};

static int
strongest_mark (const BcEvidence *evidence)
{
  int strongest = 0;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (evidence->share[region] > 0)
      strongest = MAX (strongest, (int) evidence->nrs[region]);
  return strongest;
}

static gboolean
tells_roles_apart (const BcEvidence *evidence)
{
  gboolean site = FALSE;
  gboolean radiation = FALSE;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      site |= evidence->site[region];
      radiation |= evidence->radiation[region];
    }
  return site && radiation;
}

static double
mark_weight (const BcEvidence *evidence,
             BcRegion          region,
             int               strongest,
             gboolean          roles)
{
  double weight = TOUCHED_WEIGHT + (1 - TOUCHED_WEIGHT) * evidence->clarity[region];

  if (evidence->nrs[region] != BC_NRS_UNKNOWN && strongest > 0)
    weight *= FAINT_WEIGHT + (1 - FAINT_WEIGHT) * evidence->nrs[region] / strongest;
  if (roles && !evidence->site[region])
    weight *= RADIATION_WEIGHT;
  return weight;
}

static void
gather_qualities (BcWorkings *work)
{
  guint n[BC_N_QUALITIES] = { 0 };

  for (guint i = 0; i < work->n_marks; i++)
    for (guint k = 0; k < BC_N_QUALITIES; k++)
      if (work->evidence->qualities[work->marks[i]] & quality_weights[k].quality)
        {
          bc_region_set_add (&work->felt[k], work->marks[i]);
          n[k]++;
        }
  /* A tingle in one toe of a long drawing says more than its share of the drawing. */
  for (guint k = 0; k < BC_N_QUALITIES; k++)
    work->felt_weight[k] = n[k] > 0 ? sqrt ((double) n[k] / work->n_marks) : 0;
}

static double
temper_for (guint n_marks)
{
  double temper = BC_MATCH_TEMPER * pow (BC_MATCH_TEMPER_MARKS / MAX (1, n_marks), BC_MATCH_TEMPER_POWER);

  return CLAMP (temper, BC_MATCH_TEMPER_LEAST, BC_MATCH_TEMPER_MOST);
}

/**
 * bc_match_gather_marks:
 * @work: a visit
 *
 * Gathers which regions are marked and clear, what each mark weighs, and how it feels there.
 */
void
bc_match_gather_marks (BcWorkings *work)
{
  const BcEvidence *evidence = work->evidence;
  int strongest = strongest_mark (evidence);
  gboolean roles = tells_roles_apart (evidence);

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;

      if (evidence->share[i] > 0)
        {
          bc_region_set_add (&work->marked, region);
          work->mark_weight[work->n_marks] = mark_weight (evidence, region, strongest, roles);
          work->marks[work->n_marks++] = region;
          work->deep += evidence->deep[i] ? 1 : 0;
          work->superficial += evidence->superficial[i] ? 1 : 0;
        }
      else if (evidence->clear[i])
        work->clears[work->n_clears++] = region;
      else if (evidence->elsewhere[i])
        work->others[work->n_others++] = region;
    }
  work->temper = temper_for (work->n_marks);
  if (work->n_marks == 0)
    return;
  work->deep /= work->n_marks;
  work->superficial /= work->n_marks;
  gather_qualities (work);
}

/* Marks drawn as by chance, with the base rates raised or lowered to the size of this drawing. */
static double
no_fit_weight (const BcWorkings *work)
{
  const double *base = work->tables->base_rate;
  double expected = 0;
  double sum = 0;
  double scale;

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    expected += work->evidence->elsewhere[region] ? 0 : base[region];
  scale = work->n_marks / expected;
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (!bc_region_set_has (&work->marked, (BcRegion) region) && !work->evidence->elsewhere[region])
      sum += BC_MATCH_UNMARKED * log ((1 - MIN (0.6, base[region] * scale)) / (1 - base[region]));
  for (guint i = 0; i < work->n_marks; i++)
    {
      double q = base[work->marks[i]];

      sum += work->mark_weight[i] * log (MIN (0.6, q * scale) / q);
    }
  return work->temper * sum + BC_MATCH_NO_FIT;
}

/**
 * bc_match_score_marks:
 * @work: a visit with its marks gathered
 * @scores: (out) (array): one number for each hypothesis
 *
 * Works out what marked, clear and unmarked regions weigh for every hypothesis at once. The tables lie region by
 * region so that this inner loop runs along memory.
 *
 * Returns: the score of "no pattern fits", prior included
 */
double
bc_match_score_marks (const BcWorkings *work,
                      double           *scores)
{
  const BcMatchTables *tables = work->tables;
  guint n = tables->n;

  for (guint h = 0; h < n; h++)
    scores[h] = work->temper * BC_MATCH_UNMARKED * tables->absent_sum[h];
  for (guint i = 0; i < work->n_marks; i++)
    {
      const float *marked = tables->marked + (gsize) work->marks[i] * n;
      const float *absent = tables->absent + (gsize) work->marks[i] * n;
      double weight = work->temper * work->mark_weight[i];

      for (guint h = 0; h < n; h++)
        scores[h] += weight * marked[h] - work->temper * BC_MATCH_UNMARKED * absent[h];
    }
  for (guint i = 0; i < work->n_clears; i++)
    {
      const float *absent = tables->absent + (gsize) work->clears[i] * n;

      for (guint h = 0; h < n; h++)
        scores[h] += work->temper * (1 - BC_MATCH_UNMARKED) * absent[h];
    }
  for (guint i = 0; i < work->n_others; i++)
    {
      const float *absent = tables->absent + (gsize) work->others[i] * n;

      for (guint h = 0; h < n; h++)
        scores[h] -= work->temper * BC_MATCH_UNMARKED * absent[h];
    }
  return no_fit_weight (work);
}

/**
 * bc_match_is_possible:
 * @work: a visit with its marks gathered
 * @hypothesis: a pattern at a side
 *
 * Returns: whether @hypothesis explains any mark; for both sides of a source that has sides, one on each
 */
gboolean
bc_match_is_possible (const BcWorkings   *work,
                      const BcHypothesis *hypothesis)
{
  if (hypothesis->each_side)
    return bc_region_set_meets (&work->marked, &hypothesis->zones_left)
           && bc_region_set_meets (&work->marked, &hypothesis->zones_right);
  return bc_region_set_meets (&work->marked, &hypothesis->zones);
}

/**
 * bc_match_list_qualities:
 * @work: a visit with its marks gathered
 * @hypothesis: a pattern at a side
 * @weights: (out caller-allocates): one weight for each quality, in the order of #BcQuality; 0 where it says nothing
 *
 * Works out what each quality weighs, within one nat for all of them. Qualities felt only outside the zones of
 * @hypothesis say nothing about it.
 */
void
bc_match_list_qualities (const BcWorkings   *work,
                         const BcHypothesis *hypothesis,
                         double              weights[BC_N_QUALITIES])
{
  const BcPattern *pattern = g_ptr_array_index (work->maps->patterns, hypothesis->pattern);
  double sum = 0;

  for (guint k = 0; k < BC_N_QUALITIES; k++)
    {
      weights[k] = 0;
      if (work->felt_weight[k] > 0 && bc_region_set_meets (&work->felt[k], &hypothesis->zones))
        weights[k] = work->felt_weight[k] * ((pattern->qualities & quality_weights[k].quality) != 0
                                               ? quality_weights[k].listed
                                               : quality_weights[k].not_listed);
      sum += weights[k];
    }
  for (guint k = 0; k < BC_N_QUALITIES && fabs (sum) > BC_MATCH_QUALITY_LIMIT; k++)
    weights[k] *= BC_MATCH_QUALITY_LIMIT / fabs (sum);
}

/**
 * bc_match_quality_weight:
 * @work: a visit with its marks gathered
 * @hypothesis: a pattern at a side
 *
 * Returns: what the qualities weigh, at most one nat either way
 */
double
bc_match_quality_weight (const BcWorkings   *work,
                         const BcHypothesis *hypothesis)
{
  double weights[BC_N_QUALITIES];
  double sum = 0;

  bc_match_list_qualities (work, hypothesis, weights);
  for (guint k = 0; k < BC_N_QUALITIES; k++)
    sum += weights[k];
  return sum;
}

/**
 * bc_match_depth_weight:
 * @work: a visit with its marks gathered
 * @hypothesis: a pattern at a side
 *
 * Returns: what deep and superficial weigh; 0 for a pattern that is felt at either depth
 */
double
bc_match_depth_weight (const BcWorkings   *work,
                       const BcHypothesis *hypothesis)
{
  const BcPattern *pattern = g_ptr_array_index (work->maps->patterns, hypothesis->pattern);

  if (pattern->deep == pattern->superficial)
    return 0;
  if (pattern->deep)
    return DEEP_AND_DEEP * work->deep + DEEP_AND_SUPERFICIAL * work->superficial;
  return SUPERFICIAL_AND_SUPERFICIAL * work->superficial + DEEP_AND_SUPERFICIAL * work->deep;
}

/**
 * bc_match_age_weight:
 * @work: a visit
 * @hypothesis: a pattern at a side
 *
 * Returns: what an age outside the usual range takes away, at most 1.5 nats; 0 where the age is not known
 */
double
bc_match_age_weight (const BcWorkings   *work,
                     const BcHypothesis *hypothesis)
{
  const BcPattern *pattern = g_ptr_array_index (work->maps->patterns, hypothesis->pattern);
  int age = work->evidence->age;
  int years;

  if (age < 0)
    return 0;
  years = MAX (pattern->age_min - age, age - pattern->age_max);
  return years > 0 ? -MIN (AGE_LIMIT, AGE_OUTSIDE + AGE_YEAR * years) : 0;
}

/**
 * bc_match_sex_weight:
 * @work: a visit
 * @hypothesis: a pattern at a side
 *
 * Works out the logarithm of the likelihood ratio of the patient's sex: of those who have the source, against a half.
 *
 * Returns: at most 0.69 for and 1.5 nats against it; 0 where either is not known
 */
double
bc_match_sex_weight (const BcWorkings   *work,
                     const BcHypothesis *hypothesis)
{
  const BcPattern *pattern = g_ptr_array_index (work->maps->patterns, hypothesis->pattern);
  double share;

  if (work->evidence->sex == BC_SEX_UNKNOWN || isnan (pattern->women))
    return 0;
  share = work->evidence->sex == BC_SEX_FEMALE ? pattern->women : 1 - pattern->women;
  return MAX (-SEX_LIMIT, log (2 * share));
}
