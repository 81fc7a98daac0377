/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-private.h"

#include <string.h>

/* Which relations occur in the zones of a pattern, one bit each. */
static guint
relations (const BcPattern *pattern)
{
  guint found = 0;

  for (guint i = 0; i < pattern->zones->len; i++)
    found |= 1u << g_array_index (pattern->zones, BcZone, i).relation;
  return found;
}

/* A source at a fixed place has one side: that of most of its zones, or both where it also lies in the midline. */
static BcSide
fixed_side (const BcPattern *pattern)
{
  double left = 0;
  double right = 0;

  for (guint i = 0; i < pattern->zones->len; i++)
    {
      const BcZone *zone = &g_array_index (pattern->zones, BcZone, i);

      left += zone->relation == BC_RELATION_LEFT ? zone->probability : 0;
      right += zone->relation == BC_RELATION_RIGHT ? zone->probability : 0;
      if (zone->relation == BC_RELATION_BOTH && zone->probability >= BC_MATCH_EXPECTED)
        return BC_SIDE_BOTH;
    }
  if (left > 2 * right)
    return BC_SIDE_LEFT;
  return right > 2 * left ? BC_SIDE_RIGHT : BC_SIDE_BOTH;
}

static guint
list_sides (const BcPattern *pattern,
            BcSide           sides[3])
{
  guint found = relations (pattern);

  if ((found & (1u << BC_RELATION_SAME | 1u << BC_RELATION_OTHER)) == 0)
    {
      sides[0] = (found & ~(1u << BC_RELATION_BOTH)) == 0 ? BC_SIDE_BOTH : fixed_side (pattern);
      return 1;
    }
  sides[0] = BC_SIDE_LEFT;
  sides[1] = BC_SIDE_RIGHT;
  sides[2] = BC_SIDE_BOTH;
  return pattern->bilateral == BC_BILATERAL_NO ? 2 : 3;
}

/* Number of the outermost group of a pattern, or one of its own. */
static guint
rival_number (const BcMaps    *maps,
              const BcPattern *pattern)
{
  const BcGroup *group = pattern->group;
  guint index;

  if (group == NULL)
    return maps->groups->len + pattern->index;
  if (group->parent != NULL && bc_maps_lookup_group (maps, group->parent) != NULL)
    group = bc_maps_lookup_group (maps, group->parent);
  return g_ptr_array_find (maps->groups, group, &index) ? index : maps->groups->len + pattern->index;
}

static void
add_hypothesis (BcMatchTables   *tables,
                const BcMaps    *maps,
                const BcPattern *pattern,
                BcSide           side,
                guint            n_sides)
{
  BcHypothesis *hypothesis = &tables->hypotheses[tables->n++];
  double prior = bc_match_prior_weight (pattern);

  if (n_sides == 3 && pattern->bilateral == BC_BILATERAL_YES && side == BC_SIDE_BOTH)
    prior += BC_MATCH_BOTH_SIDES;
  if (n_sides == 3 && pattern->bilateral == BC_BILATERAL_USUAL && side != BC_SIDE_BOTH)
    prior += BC_MATCH_ONE_SIDE;
  memset (hypothesis, 0, sizeof *hypothesis);
  hypothesis->pattern = pattern->index;
  hypothesis->side = side;
  hypothesis->group = rival_number (maps, pattern);
  hypothesis->each_side = n_sides == 3 && side == BC_SIDE_BOTH;
  hypothesis->prior = prior;
}

/* "sij" on both sides and "sij-bilateral" are one source in two guises: whichever fits better is told. */
static void
find_doubles (BcMatchTables *tables,
              const BcMaps  *maps)
{
  for (guint h = 0; h < tables->n; h++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, tables->hypotheses[h].pattern);
      g_autofree char *id = g_strconcat (pattern->id, "-bilateral", NULL);
      const BcPattern *both = tables->hypotheses[h].side == BC_SIDE_BOTH ? bc_maps_lookup_pattern (maps, id) : NULL;

      for (guint k = 0; both != NULL && k < tables->n; k++)
        if (tables->hypotheses[k].pattern == both->index && tables->hypotheses[k].side == BC_SIDE_BOTH)
          {
            tables->hypotheses[h].same_as = k + 1;
            tables->hypotheses[k].same_as = h + 1;
          }
    }
}

/**
 * bc_match_hypotheses_init:
 * @tables: tables in the making
 * @maps: the maps
 *
 * Lists every pattern at every side on which it can be.
 */
void
bc_match_hypotheses_init (BcMatchTables *tables,
                          const BcMaps  *maps)
{
  tables->hypotheses = g_new (BcHypothesis, MAX (1, 3 * maps->patterns->len));
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      BcSide sides[3];
      guint n_sides = list_sides (pattern, sides);

      for (guint k = 0; k < n_sides; k++)
        add_hypothesis (tables, maps, pattern, sides[k], n_sides);
    }
  find_doubles (tables, maps);
  tables->n_groups = maps->groups->len + maps->patterns->len;
}
