/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-overlay-maker.h"

#include "bc-atlas.h"
#include "bc-i18n.h"
#include "bc-map-words.h"

/* From this probability on a clear region speaks against a map; the matcher's own border of what is to be expected. */
#define EXPECTED 0.5
/* A second level with at least this part of the first one's probability is named beside it: maps of dermatomes differ
 * by about that much between authors (Lee, McPhee and Stringer 2008). */
#define NEAR_EQUAL 0.8
/* Compared are sums of decimal fractions. */
#define SLACK 1e-6
/* Levels that follow each other are told apart even where other maps lie between them; counts as that many borders. */
#define NEXT_LEVEL 100
#define N_STARTS 64

typedef struct
{
  const BcDermatomeMap *map;

  guint  n;                              /* levels of the map, from head to tail */
  int    first[BC_N_REGIONS + 1];        /* the likeliest level of each region, an index; -1 for none */
  guint  border[BC_DERMATOME_MAX_LEVELS][BC_DERMATOME_MAX_LEVELS]; /* pairs of regions, of one and of the other level, that touch */
  guint8 hues[BC_DERMATOME_MAX_LEVELS];
} Chart;

/**
 * bc_map_dup_name:
 * @pattern: a map
 * @side: of its source
 *
 * Returns: (transfer full): as "L5 dermatome, right", in the words of findings; no side where the source has none
 */
char *
bc_map_dup_name (const BcPattern *pattern,
                 BcSide           side)
{
  const BcFinding finding = { .pattern = pattern, .side = side };

  g_return_val_if_fail (pattern != NULL, NULL);

  return bc_finding_dup_name (&finding);
}

/**
 * bc_overlay_from_pattern:
 * @pattern: a map
 * @side: of its source
 *
 * Returns: (transfer full): the map; the tint of a region is the probability that its source is felt there, 0..1
 */
BcOverlay *
bc_overlay_from_pattern (const BcPattern *pattern,
                         BcSide           side)
{
  g_autofree char *name = NULL;
  BcOverlay *overlay;

  g_return_val_if_fail (pattern != NULL, NULL);

  name = bc_map_dup_name (pattern, side);
  overlay = bc_overlay_new (name);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    overlay->tint[region] = bc_pattern_get_probability (pattern, side, (BcRegion) region);
  return overlay;
}

static void
sign_all (BcOverlay     *overlay,
          const GArray  *regions,
          BcOverlaySign  sign)
{
  for (guint i = 0; i < regions->len; i++)
    overlay->sign[g_array_index (regions, BcRegion, i)] = (guint8) sign;
}

/**
 * bc_overlay_from_finding:
 * @finding: a finding
 * @evidence: the visit that it was found in
 *
 * The finding's map, with a sign wherever the map and the visit meet: marks that it explains, marks that it leaves
 * over, and regions that are clear though pain was to be expected there (probability from 0.5).
 *
 * Returns: (transfer full): the overlay
 */
BcOverlay *
bc_overlay_from_finding (const BcFinding  *finding,
                         const BcEvidence *evidence)
{
  BcOverlay *overlay;

  g_return_val_if_fail (finding != NULL, NULL);
  g_return_val_if_fail (evidence != NULL, NULL);

  overlay = bc_overlay_from_pattern (finding->pattern, finding->side);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (evidence->clear[region] && overlay->tint[region] >= EXPECTED - SLACK)
      overlay->sign[region] = BC_OVERLAY_EXPECTED_CLEAR;
  sign_all (overlay, finding->explains, BC_OVERLAY_EXPLAINED);
  sign_all (overlay, finding->unexplained, BC_OVERLAY_UNEXPLAINED);
  return overlay;
}

/* --- the chart of dermatomes --- */

static const BcDermatomeLevel *
get_level (const Chart *chart,
           guint        level)
{
  return g_ptr_array_index (chart->map->levels, level);
}

/* Each half of the body has its own dermatomes: those of its side. */
static double
level_probability (const Chart *chart,
                   guint        level,
                   BcRegion     region)
{
  return bc_dermatome_level_get_probability (get_level (chart, level), bc_region_get_side (region), region);
}

static void
find_first_levels (Chart     *chart,
                   BcOverlay *overlay)
{
  for (guint r = 1; r <= BC_N_REGIONS; r++)
    {
      chart->first[r] = -1;
      for (guint i = 0; i < chart->n; i++)
        {
          double probability = level_probability (chart, i, (BcRegion) r);

          if (probability > overlay->tint[r] + SLACK)
            {
              overlay->tint[r] = probability;
              chart->first[r] = (int) i;
            }
        }
    }
}

static void
measure_borders (Chart *chart)
{
  for (guint i = 0; i + 1 < chart->n; i++)
    chart->border[i][i + 1] = chart->border[i + 1][i] = NEXT_LEVEL;
  for (guint a = 1; a <= BC_N_REGIONS; a++)
    for (guint b = a + 1; b <= BC_N_REGIONS; b++)
      {
        int one = chart->first[a];
        int two = chart->first[b];

        if (one >= 0 && two >= 0 && one != two
            && bc_atlas_is_adjacent (BC_FIGURE_ADULT_FEMALE, (BcRegion) a, (BcRegion) b))
          {
            chart->border[one][two]++;
            chart->border[two][one]++;
          }
      }
}

/* How much border a level would share with levels of the same hue. */
static guint
clash (const Chart  *chart,
       const guint8 *hues,
       guint         level,
       guint8        hue)
{
  guint sum = 0;

  for (guint other = 0; other < chart->n; other++)
    if (other != level && hues[other] == hue)
      sum += chart->border[level][other];
  return sum;
}

/* Lets each level take the hue that clashes least, until none wants another. Gives what is left of clashes, twice. */
static guint
settle (const Chart *chart,
        guint8      *hues)
{
  gboolean changed = TRUE;
  guint sum = 0;

  for (guint round = 0; changed && round < BC_DERMATOME_MAX_LEVELS; round++)
    {
      changed = FALSE;
      for (guint level = 0; level < chart->n; level++)
        for (guint8 hue = 1; hue <= BC_OVERLAY_N_HUES; hue++)
          if (clash (chart, hues, level, hue) < clash (chart, hues, level, hues[level]))
            {
              hues[level] = hue;
              changed = TRUE;
            }
    }
  for (guint level = 0; level < chart->n; level++)
    sum += clash (chart, hues, level, hues[level]);
  return sum;
}

/*
 * Colours the chart as a map of countries. Four hues cannot always part all that touch, since a level may lie on the
 * front and on the back: T6, T8, T10, T11 and T12 all touch each other. So it looks for the least clash from several
 * starts, the same ones each time.
 */
static void
choose_hues (Chart *chart)
{
  guint8 hues[BC_DERMATOME_MAX_LEVELS];
  guint least = G_MAXUINT;
  guint32 seed = 1;

  for (guint start = 0; start < N_STARTS && least > 0; start++)
    {
      guint left;

      for (guint level = 0; level < chart->n; level++)
        {
          seed = seed * 1103515245u + 12345u;
          hues[level] = (guint8) (1 + (seed >> 16) % BC_OVERLAY_N_HUES);
        }
      left = settle (chart, hues);
      if (left < least)
        {
          least = left;
          memcpy (chart->hues, hues, sizeof hues);
        }
    }
}

/* "L5"; "L4/5", "L5/S1" or "L3/L5" where two are near equal; "T7–9" where more are that follow each other. */
static char *
dup_label (const Chart *chart,
           BcRegion     region,
           double       most)
{
  GString *label = g_string_new (NULL);
  guint near_equal[BC_DERMATOME_MAX_LEVELS];
  guint n = 0;
  gboolean is_run;

  for (guint i = 0; i < chart->n; i++)
    if (level_probability (chart, i, region) >= NEAR_EQUAL * most - SLACK)
      near_equal[n++] = i;
  is_run = n > 2 && near_equal[n - 1] - near_equal[0] == n - 1;
  for (guint i = 0; i < n; i += is_run ? n - 1 : 1)
    {
      const char *first = get_level (chart, near_equal[0])->name;
      const char *level = get_level (chart, near_equal[i])->name;
      gboolean follows = i > 0 && near_equal[i] - near_equal[0] == i;
      gboolean same_letter = follows && level[0] == first[0] && strchr (first, '-') == NULL
                             && strchr (level, '-') == NULL;

      g_string_append_printf (label, "%s%s", i == 0 ? "" : is_run ? "–" : "/", same_letter ? level + 1 : level);
    }
  return g_string_free (label, FALSE);
}

/* The first publication, and how many more. */
static char *
dup_source (GStrv ids)
{
  char *first[] = { ids[0], NULL };
  g_autofree char *text = ids[0] != NULL ? bc_map_words_dup_short (bc_maps_get_default (), first) : NULL;
  guint more = g_strv_length (ids);

  if (more < 2)
    return g_steal_pointer (&text);
  /* Translators: 1: a publication, as "Lee MWL et al. 2008", 2: how many more there are */
  return g_strdup_printf (ngettext_ ("%1$s and %2$u more", "%1$s and %2$u more", more - 1), text, more - 1);
}

/**
 * bc_overlay_from_dermatomes:
 * @map: one of the rival maps of all segments
 *
 * The classic chart: each region in the hue of the level that is most probable there, on both sides, with the
 * level for a label. Levels that follow each other have different hues, and so have those that touch on the skin as
 * far as the number of hues allows.
 *
 * Returns: (transfer full): the overlay; regions that no level reaches are left blank
 */
BcOverlay *
bc_overlay_from_dermatomes (const BcDermatomeMap *map)
{
  BcOverlay *overlay;
  Chart chart = { .n = 0 };

  g_return_val_if_fail (map != NULL, NULL);

  overlay = bc_overlay_new (map->name);
  overlay->source = dup_source (map->sources);
  chart.map = map;
  chart.n = map->levels->len;
  find_first_levels (&chart, overlay);
  measure_borders (&chart);
  choose_hues (&chart);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (chart.first[region] >= 0)
      {
        overlay->hue[region] = chart.hues[chart.first[region]];
        overlay->labels[region] = dup_label (&chart, (BcRegion) region, overlay->tint[region]);
      }
  return overlay;
}

/* --- in words --- */

/**
 * bc_overlay_dup_words:
 * @overlay: (nullable): what lies over the figure
 * @region: a region
 *
 * Says what colour and sign say: for those who point at a region, or hear it.
 *
 * Returns: (transfer full) (nullable): what @overlay has to say of @region, %NULL for nothing
 */
char *
bc_overlay_dup_words (const BcOverlay *overlay,
                      BcRegion         region)
{
  int percent;

  if (overlay == NULL || region == BC_REGION_NONE)
    return NULL;
  g_return_val_if_fail (region <= BC_N_REGIONS, NULL);

  percent = (int) (overlay->tint[region] * 100 + 0.5);
  if (overlay->sign[region] == BC_OVERLAY_UNEXPLAINED)
    return g_strdup (_("marked, but outside the map"));
  if (percent == 0)
    return NULL;
  if (overlay->labels[region] != NULL)
    /* Translators: a map of all segments and a level, as in "Touch dermatomes: L5" or "Key sensory points: L4" */
    return g_strdup_printf (C_("level", "%s: %s"), overlay->name, overlay->labels[region]);
  if (overlay->sign[region] == BC_OVERLAY_EXPLAINED)
    /* Translators: %d of 100 patients whose pain has this source feel it in the region */
    return g_strdup_printf (_("marked, and the map reaches here (%d of 100)"), percent);
  if (overlay->sign[region] == BC_OVERLAY_EXPECTED_CLEAR)
    /* Translators: %d of 100 patients whose pain has this source feel it in the region */
    return g_strdup_printf (_("clear, though the map reaches here (%d of 100)"), percent);
  /* Translators: %d of 100 patients whose pain has this source feel it in the region */
  return g_strdup_printf (_("the map reaches here (%d of 100)"), percent);
}
