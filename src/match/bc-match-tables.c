/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include "bc-atlas.h"

#include <math.h>

#define HIGHEST_PROBABILITY 0.97 /* nobody marks everything: log (1 - p) stays finite */
#define LOWEST_BASE_RATE 0.012
#define HIGHEST_BASE_RATE 0.3
/* Patients mark about half of what a source could give. */
#define MARKED_PART 0.5

static GMutex tables_lock;
static BcMatchTables *tables_cache;

static void
tables_free (gpointer data)
{
  BcMatchTables *tables = data;

  bc_match_asks_clear (tables);
  g_free (tables->hypotheses);
  g_free (tables->marked);
  g_free (tables->absent);
  g_free (tables->probability);
  g_free (tables->absent_sum);
  g_array_unref (tables->expected);
}

/*
 * How often a region is marked, whatever the source: the mean over patterns and sides, common ones counting more.
 * A clinic's own maps do not count, or twenty of one knee would make the knee say less of every other.
 */
static void
init_base_rates (BcMatchTables *tables,
                 const BcMaps  *maps)
{
  double total = 0;
  double sum[BC_N_AREAS] = { 0 };

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      double weight = pattern->own_file != NULL ? 0 : sqrt (bc_match_prior_share (pattern));

      total += weight;
      for (guint k = 0; k < pattern->zones->len; k++)
        {
          const BcZone *zone = &g_array_index (pattern->zones, BcZone, k);
          gboolean each = zone->relation == BC_RELATION_BOTH;

          sum[zone->area] += MARKED_PART * weight * zone->probability * (each ? 1 : 0.5);
        }
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      double rate = total > 0 ? sum[bc_region_get_area ((BcRegion) region)] / total : 0;

      tables->base_rate[region] = CLAMP (rate, LOWEST_BASE_RATE, HIGHEST_BASE_RATE);
      tables->log_base_absent[region] = log (1 - tables->base_rate[region]);
    }
}

/* The neighbours of each region: a list that ends with BC_REGION_NONE. */
typedef BcRegion Neighbours[BC_N_REGIONS + 1][32];

static void
init_neighbours (Neighbours neighbours)
{
  for (guint a = 1; a <= BC_N_REGIONS; a++)
    {
      guint n = 0;

      for (guint b = 1; b <= BC_N_REGIONS && n + 1 < G_N_ELEMENTS (neighbours[a]); b++)
        if (a != b && bc_atlas_is_adjacent (BC_FIGURE_ADULT_FEMALE, (BcRegion) a, (BcRegion) b))
          neighbours[a][n++] = (BcRegion) b;
      neighbours[a][n] = BC_REGION_NONE;
    }
}

static void
fill_zones (const BcMaps       *maps,
            const BcHypothesis *hypothesis,
            const Neighbours    neighbours,
            double              zone[BC_N_REGIONS + 1],
            double              spill[BC_N_REGIONS + 1])
{
  const BcPattern *pattern = g_ptr_array_index (maps->patterns, hypothesis->pattern);

  for (guint i = 0; i < pattern->zones->len; i++)
    for (int side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
      {
        BcRegion region = bc_region_new (g_array_index (pattern->zones, BcZone, i).area, side);

        zone[region] = bc_pattern_get_probability (pattern, hypothesis->side, region);
        for (const BcRegion *next = neighbours[region]; *next != BC_REGION_NONE; next++)
          spill[*next] = MAX (spill[*next], BC_MATCH_SPILL * zone[region]);
      }
}

static void
fill_hypothesis (BcMatchTables    *tables,
                 const BcMaps     *maps,
                 guint             h,
                 const Neighbours  neighbours,
                 const float       outside_absent[BC_N_REGIONS + 1])
{
  BcHypothesis *hypothesis = &tables->hypotheses[h];
  double zone[BC_N_REGIONS + 1] = { 0 };
  double spill[BC_N_REGIONS + 1] = { 0 };

  fill_zones (maps, hypothesis, neighbours, zone, spill);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      double q = tables->base_rate[region];
      double p = MIN (HIGHEST_PROBABILITY, MAX (zone[region], spill[region]));
      gboolean outside = p <= BC_MATCH_OUTSIDE * q;
      gsize at = (gsize) region * tables->n + h;

      tables->marked[at] = outside ? (float) log (BC_MATCH_OUTSIDE) : (float) log (p / q);
      tables->absent[at] = outside ? outside_absent[region] : (float) log ((1 - p) / (1 - q));
      tables->probability[at] = (float) zone[region];
      tables->absent_sum[h] += tables->absent[at];
      if (zone[region] < BC_MATCH_ZONE)
        continue;
      bc_region_set_add (&hypothesis->zones, (BcRegion) region);
      bc_region_set_add (bc_region_get_side ((BcRegion) region) == BC_SIDE_LEFT ? &hypothesis->zones_left
                                                                                : &hypothesis->zones_right,
                         (BcRegion) region);
    }
}

static int
likelier_first (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const float *probability = data;
  BcRegion first = *(const BcRegion *) a;
  BcRegion second = *(const BcRegion *) b;

  if (probability[first] > probability[second] || probability[first] < probability[second])
    return probability[first] > probability[second] ? -1 : 1;
  return (int) first - (int) second;
}

static void
list_expected (BcMatchTables *tables,
               guint          h)
{
  BcHypothesis *hypothesis = &tables->hypotheses[h];
  float probability[BC_N_REGIONS + 1] = { 0 };

  hypothesis->first_expected = tables->expected->len;
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      BcRegion region = (BcRegion) r;

      probability[r] = tables->probability[(gsize) r * tables->n + h];
      if (probability[r] >= BC_MATCH_EXPECTED)
        g_array_append_val (tables->expected, region);
    }
  hypothesis->n_expected = tables->expected->len - hypothesis->first_expected;
  if (hypothesis->n_expected > 1)
    g_qsort_with_data (&g_array_index (tables->expected, BcRegion, hypothesis->first_expected),
                       (int) hypothesis->n_expected, sizeof (BcRegion), likelier_first, probability);
}

static BcMatchTables *
tables_new (const BcMaps *maps)
{
  BcMatchTables *tables = g_atomic_rc_box_new0 (BcMatchTables);
  Neighbours neighbours;
  float outside_absent[BC_N_REGIONS + 1] = { 0 };
  gsize size;

  tables->serial = maps->serial;
  bc_match_hypotheses_init (tables, maps);
  init_base_rates (tables, maps);
  init_neighbours (neighbours);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    outside_absent[region] = (float) log ((1 - BC_MATCH_OUTSIDE * tables->base_rate[region])
                                          / (1 - tables->base_rate[region]));
  size = (gsize) (BC_N_REGIONS + 1) * MAX (1, tables->n);
  tables->marked = g_new0 (float, size);
  tables->absent = g_new0 (float, size);
  tables->probability = g_new0 (float, size);
  tables->absent_sum = g_new0 (double, MAX (1, tables->n));
  tables->expected = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  for (guint h = 0; h < tables->n; h++)
    {
      fill_hypothesis (tables, maps, h, neighbours, outside_absent);
      list_expected (tables, h);
    }
  bc_match_asks_init (tables, maps);
  return tables;
}

/**
 * bc_match_tables_acquire:
 * @maps: the maps
 *
 * Gets the tables of @maps. The last ones are kept, so that only the first visit pays for them.
 *
 * Returns: (transfer full): tables; give back with bc_match_tables_release()
 */
const BcMatchTables *
bc_match_tables_acquire (const BcMaps *maps)
{
  BcMatchTables *tables;

  g_mutex_lock (&tables_lock);
  if (tables_cache == NULL || tables_cache->serial != maps->serial)
    {
      bc_match_tables_release (tables_cache);
      tables_cache = tables_new (maps);
    }
  tables = g_atomic_rc_box_acquire (tables_cache);
  g_mutex_unlock (&tables_lock);
  return tables;
}

/**
 * bc_match_tables_release:
 * @tables: (nullable) (transfer full): tables
 *
 * Gives tables back.
 */
void
bc_match_tables_release (const BcMatchTables *tables)
{
  if (tables != NULL)
    g_atomic_rc_box_release_full ((gpointer) tables, tables_free);
}
