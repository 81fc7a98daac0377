/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference-matcher.h"

#include "bc-atlas.h"
#include "bc-match-private.h" /* for the table of priors only */
#include "reference-answers.h"

#include <math.h>

/* A visit with what holds for all sources: q of each region, and the neighbours. */
typedef struct
{
  const BcEvidence *evidence;
  const BcMaps     *maps;
  GPtrArray        *answers; /* of double *, one a pattern */
  double            q[BC_N_REGIONS + 1];
  gboolean          adjacent[BC_N_REGIONS + 1][BC_N_REGIONS + 1];
} Visit;

/* One source and the chance that it marks each region. */
typedef struct
{
  const BcPattern *pattern;
  double           zone[BC_N_REGIONS + 1];
  double           p[BC_N_REGIONS + 1];
} Source;

static gboolean
is_marked (const Visit *visit,
           BcRegion     region)
{
  return visit->evidence->share[region] > 0;
}

/* --- probabilities --- */

static void
work_out_q (Visit *visit)
{
  double total = 0;

  for (guint i = 0; i < visit->maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (visit->maps->patterns, i);
      double weight = pattern->own_file == NULL ? sqrt (bc_match_prior_share (pattern)) : 0;

      total += weight;
      for (guint k = 0; k < pattern->zones->len; k++)
        {
          const BcZone *zone = &g_array_index (pattern->zones, BcZone, k);
          double of_a_side = zone->relation == BC_RELATION_BOTH ? 1 : 0.5;

          for (int side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
            visit->q[bc_region_new (zone->area, side)] += weight * 0.5 * zone->probability * of_a_side;
        }
    }
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    visit->q[r] = CLAMP (visit->q[r] / total, 0.012, 0.3);
}

static Source
make_source (const Visit     *visit,
             const BcPattern *pattern,
             BcSide           side)
{
  Source source = { .pattern = pattern };

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      source.zone[r] = bc_pattern_get_probability (pattern, side, (BcRegion) r);
      source.p[r] = MIN (0.97, MAX (source.zone[r], 0.15 * visit->q[r]));
    }
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    for (guint next = 1; next <= BC_N_REGIONS && source.zone[r] > 0; next++)
      if (visit->adjacent[r][next])
        source.p[next] = MAX (source.p[next], 0.15 * source.zone[r]);
  return source;
}

/* --- marks --- */

static guint
count_marks (const Visit *visit)
{
  return bc_evidence_count (visit->evidence);
}

static double
temper (const Visit *visit)
{
  return CLAMP (0.4 * pow (6.0 / count_marks (visit), 0.35), 0.25, 0.7);
}

static double
mark_weight (const Visit *visit,
             BcRegion     region)
{
  const BcEvidence *evidence = visit->evidence;
  double weight = 0.4 + 0.6 * evidence->clarity[region];
  int strongest = 0;
  gboolean sits = FALSE;
  gboolean travels = FALSE;

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      strongest = is_marked (visit, (BcRegion) r) ? MAX (strongest, evidence->nrs[r]) : strongest;
      sits |= evidence->site[r];
      travels |= evidence->radiation[r];
    }
  if (evidence->nrs[region] != BC_NRS_UNKNOWN && strongest > 0)
    weight *= 0.8 + 0.2 * evidence->nrs[region] / strongest;
  return sits && travels && !evidence->site[region] ? 0.8 * weight : weight;
}

/* The chances that whatever is looked at marks a region and, apart from it, that it leaves a region out. */
typedef double (*Chance) (const Visit *visit, gconstpointer data, BcRegion region);

/* Marks, clear and unmarked regions; those that only another symptom marks say nothing. */
static double
weigh_regions (const Visit   *visit,
               Chance         marks,
               Chance         leaves_out,
               gconstpointer  data)
{
  double sum = 0;

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      BcRegion region = (BcRegion) r;

      if (is_marked (visit, region))
        sum += mark_weight (visit, region) * log (marks (visit, data, region) / visit->q[r]);
      else if (visit->evidence->clear[r])
        sum += log (leaves_out (visit, data, region) / (1 - visit->q[r]));
      else if (!visit->evidence->elsewhere[r])
        sum += 0.25 * log (leaves_out (visit, data, region) / (1 - visit->q[r]));
    }
  return temper (visit) * sum;
}

static double
one_marks (const Visit   *visit,
           gconstpointer  data,
           BcRegion       region)
{
  return ((const Source *) data)->p[region];
}

static double
one_leaves_out (const Visit   *visit,
                gconstpointer  data,
                BcRegion       region)
{
  return 1 - ((const Source *) data)->p[region];
}

static double
two_leave_out (const Visit   *visit,
               gconstpointer  data,
               BcRegion       region)
{
  const Source *const *two = data;

  return (1 - two[0]->p[region]) * (1 - two[1]->p[region]);
}

static double
two_mark (const Visit   *visit,
          gconstpointer  data,
          BcRegion       region)
{
  return MIN (0.97, 1 - two_leave_out (visit, data, region));
}

/* --- what belongs to a source, and how it feels there --- */

static gboolean
holds (const Source *source,
       BcRegion      region)
{
  return source->zone[region] >= 0.05;
}

static double
weigh_qualities (const Visit  *visit,
                 const Source *source)
{
  static const double listed[] = { 0, 0.15, 0.45, 0.7, 0.6, 0.7, 0.6, 0.6, 0.6 };
  static const double not_listed[] = { -0.55, -0.25, -0.5, -0.6, -0.7, -0.8, -0.4, -0.2, -0.25 };
  double sum = 0;

  for (guint k = 0; k < BC_N_QUALITIES; k++)
    {
      guint n = 0;
      gboolean inside = FALSE;

      for (guint r = 1; r <= BC_N_REGIONS; r++)
        if (is_marked (visit, (BcRegion) r) && (visit->evidence->qualities[r] & (1u << k)) != 0)
          {
            n++;
            inside |= holds (source, (BcRegion) r);
          }
      if (inside)
        sum += sqrt ((double) n / count_marks (visit))
               * ((source->pattern->qualities & (1u << k)) != 0 ? listed[k] : not_listed[k]);
    }
  return CLAMP (sum, -1, 1);
}

static double
weigh_depth (const Visit  *visit,
             const Source *source)
{
  double deep = 0;
  double superficial = 0;

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    if (is_marked (visit, (BcRegion) r))
      {
        deep += visit->evidence->deep[r] ? 1.0 / count_marks (visit) : 0;
        superficial += visit->evidence->superficial[r] ? 1.0 / count_marks (visit) : 0;
      }
  if (source->pattern->deep == source->pattern->superficial)
    return 0;
  return source->pattern->deep ? 0.2 * deep - 0.5 * superficial : 0.4 * superficial - 0.5 * deep;
}

/* --- who has it, whatever the marks --- */

static double
weigh_age (const Visit     *visit,
           const BcPattern *pattern)
{
  int age = visit->evidence->age;
  int years = MAX (pattern->age_min - age, age - pattern->age_max);

  return age == BC_AGE_UNKNOWN || years <= 0 ? 0 : MAX (-1.5, -(0.4 + 0.06 * years));
}

static double
weigh_sex (const Visit     *visit,
           const BcPattern *pattern)
{
  BcSex sex = visit->evidence->sex;

  if (sex == BC_SEX_UNKNOWN || isnan (pattern->women))
    return 0;
  return MAX (-1.5, log (2 * (sex == BC_SEX_FEMALE ? pattern->women : 1 - pattern->women)));
}

static gboolean
has_sides (const BcPattern *pattern)
{
  for (guint i = 0; i < pattern->zones->len; i++)
    {
      BcRelation relation = g_array_index (pattern->zones, BcZone, i).relation;

      if (relation == BC_RELATION_SAME || relation == BC_RELATION_OTHER)
        return TRUE;
    }
  return FALSE;
}

static double
weigh_prior (const BcPattern *pattern,
             BcSide           side)
{
  double weight = (pattern->red_flag ? 0.45 : 0.33) * log (bc_match_prior_share (pattern) / 0.03);

  if (has_sides (pattern) && pattern->bilateral == BC_BILATERAL_YES && side == BC_SIDE_BOTH)
    weight -= 0.72;
  if (has_sides (pattern) && pattern->bilateral == BC_BILATERAL_USUAL && side != BC_SIDE_BOTH)
    weight -= 0.35;
  return weight;
}

static double
weigh_person (const Visit           *visit,
              const ReferenceSource *source)
{
  return weigh_age (visit, source->pattern) + weigh_sex (visit, source->pattern)
         + weigh_prior (source->pattern, source->side);
}

/* --- one source --- */

/* It explains a mark; both sides of a source that has sides explain one on each. */
static gboolean
is_possible (const Visit  *visit,
             const Source *source,
             BcSide        side)
{
  gboolean explains[] = { FALSE, FALSE };

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    if (is_marked (visit, (BcRegion) r) && holds (source, (BcRegion) r))
      explains[bc_region_get_side ((BcRegion) r)] = TRUE;
  if (side == BC_SIDE_BOTH && has_sides (source->pattern))
    return explains[BC_SIDE_LEFT] && explains[BC_SIDE_RIGHT];
  return explains[BC_SIDE_LEFT] || explains[BC_SIDE_RIGHT];
}

static void
add_source (ReferenceMatch  *match,
            const Visit     *visit,
            const BcPattern *pattern,
            BcSide           side)
{
  Source source = make_source (visit, pattern, side);
  ReferenceSource result = { pattern, side, is_possible (visit, &source, side), 0, 0, 0 };

  result.score = weigh_regions (visit, one_marks, one_leaves_out, &source) + weigh_qualities (visit, &source)
                 + weigh_depth (visit, &source) + reference_weigh_answers (visit->answers, pattern, NULL)
                 + weigh_person (visit, &result);
  g_array_append_val (match->sources, result);
}

/* As by chance, with the base rates scaled to the size of the drawing. */
static double
weigh_chance (const Visit *visit)
{
  double expected = 0;
  double sum = 0;

  for (guint r = 1; r <= BC_N_REGIONS; r++)
    expected += visit->evidence->elsewhere[r] ? 0 : visit->q[r];
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      double q = visit->q[r];
      double chance = MIN (0.6, q * count_marks (visit) / expected);

      if (is_marked (visit, (BcRegion) r))
        sum += mark_weight (visit, (BcRegion) r) * log (chance / q);
      else if (!visit->evidence->elsewhere[r])
        sum += 0.25 * log ((1 - chance) / (1 - q));
    }
  return temper (visit) * sum + 1.8;
}

/* --- two sources --- */

static double
score_pair (const Visit           *visit,
            const ReferenceSource *first,
            const ReferenceSource *second)
{
  Source one = make_source (visit, first->pattern, first->side);
  Source other = make_source (visit, second->pattern, second->side);
  const Source *const two[] = { &one, &other };

  return weigh_regions (visit, two_mark, two_leave_out, two)
         + reference_weigh_answers (visit->answers, first->pattern, second->pattern)
         + MAX (weigh_qualities (visit, &one), weigh_qualities (visit, &other))
         + MAX (weigh_depth (visit, &one), weigh_depth (visit, &other))
         + weigh_person (visit, first) + weigh_person (visit, second) - 2.5;
}

/* --- shares --- */

static const char *
outermost_group (const BcMaps    *maps,
                 const BcPattern *pattern)
{
  const BcGroup *group = pattern->group;

  if (group == NULL)
    return pattern->id;
  return group->parent != NULL && bc_maps_lookup_group (maps, group->parent) != NULL ? group->parent : group->id;
}

static double
best_of_group (const ReferenceMatch *match,
               const BcMaps         *maps,
               const char           *group)
{
  double best = -INFINITY;

  for (guint i = 0; i < match->sources->len; i++)
    {
      const ReferenceSource *source = &g_array_index (match->sources, ReferenceSource, i);

      if (source->possible && g_str_equal (outermost_group (maps, source->pattern), group))
        best = MAX (best, source->score);
    }
  return best;
}

/* The denominator of a softmax over groups, "no pattern fits" and the pair. */
static double
total_of (const ReferenceMatch *match,
          const BcMaps         *maps,
          double                part)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer group;
  double total = exp (part * match->no_fit) + exp (part * match->pair);

  for (guint i = 0; i < match->sources->len; i++)
    g_hash_table_add (groups, (gpointer) outermost_group (maps, g_array_index (match->sources, ReferenceSource,
                                                                               i).pattern));
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    total += exp (part * best_of_group (match, maps, group));
  return total;
}

static double
find_doubt (const ReferenceMatch *match,
            const Visit          *visit)
{
  const ReferenceSource *leader = NULL;
  double borne_out;

  for (guint i = 0; i < match->sources->len; i++)
    {
      const ReferenceSource *source = &g_array_index (match->sources, ReferenceSource, i);

      if (source->possible && (leader == NULL || source->score > leader->score))
        leader = source;
    }
  borne_out = leader != NULL ? reference_weigh_answers (visit->answers, leader->pattern, NULL) : 0;
  return 0.06 + 0.49 * exp (-MAX (0, borne_out) / 0.25);
}

static void
share_out (ReferenceMatch *match,
           const Visit    *visit)
{
  double doubt = find_doubt (match, visit);
  double sound = (1 - doubt) / total_of (match, visit->maps, 3.5);
  double misleading = doubt / total_of (match, visit->maps, 0.35);

  match->no_fit_share = sound * exp (3.5 * match->no_fit) + misleading * exp (0.35 * match->no_fit);
  match->pair_share = sound * exp (3.5 * match->pair) + misleading * exp (0.35 * match->pair);
  for (guint i = 0; i < match->sources->len; i++)
    {
      ReferenceSource *source = &g_array_index (match->sources, ReferenceSource, i);
      double best;

      if (!source->possible)
        continue;
      best = best_of_group (match, visit->maps, outermost_group (visit->maps, source->pattern));
      source->share = sound * exp (3.5 * source->score) + misleading * exp (0.35 * source->score);
      source->group_share = sound * exp (3.5 * best) + misleading * exp (0.35 * best);
    }
}

const ReferenceSource *
reference_find (const ReferenceMatch *match,
                const BcFinding      *finding)
{
  for (guint i = 0; i < match->sources->len; i++)
    {
      const ReferenceSource *source = &g_array_index (match->sources, ReferenceSource, i);

      if (source->pattern == finding->pattern && (source->side == finding->side || !has_sides (source->pattern)))
        return source;
    }
  g_assert_not_reached ();
}

ReferenceMatch *
reference_match (const BcEvidence *evidence,
                 const BcMaps     *maps,
                 const BcPair     *pair)
{
  ReferenceMatch *match = g_new0 (ReferenceMatch, 1);
  g_autoptr(GPtrArray) answers = reference_list_answers (evidence, maps);
  g_autofree Visit *visit = g_new0 (Visit, 1);

  *visit = (Visit) { .evidence = evidence, .maps = maps, .answers = answers };
  work_out_q (visit);
  for (guint a = 1; a <= BC_N_REGIONS; a++)
    for (guint b = 1; b <= BC_N_REGIONS; b++)
      visit->adjacent[a][b] = a != b && bc_atlas_is_adjacent (BC_FIGURE_ADULT_FEMALE, (BcRegion) a, (BcRegion) b);
  match->sources = g_array_new (FALSE, FALSE, sizeof (ReferenceSource));
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      for (int side = has_sides (pattern) ? BC_SIDE_LEFT : BC_SIDE_BOTH; side <= BC_SIDE_BOTH; side++)
        if (side != BC_SIDE_BOTH || pattern->bilateral != BC_BILATERAL_NO || !has_sides (pattern))
          add_source (match, visit, pattern, (BcSide) side);
    }
  match->no_fit = weigh_chance (visit);
  match->pair = -INFINITY;
  if (pair != NULL)
    match->pair = score_pair (visit, reference_find (match, pair->first), reference_find (match, pair->second));
  share_out (match, visit);
  return match;
}

void
reference_match_free (ReferenceMatch *match)
{
  if (match == NULL)
    return;
  g_array_unref (match->sources);
  g_free (match);
}
