/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-search.h"

#include "bc-i18n.h"
#include "bc-place-private.h"

/* A map is a place where pain is likely enough to be looked for; zones below this are spill-over. */
#define LEAST_PROBABILITY 0.3

static void
take_side (BcPlaceQuery *query,
           BcSide        side)
{
  query->side = query->has_side && query->side != side ? BC_SIDE_BOTH : side;
  query->has_side = TRUE;
}

/* Takes the words for a side out. One that stands alone stays: nothing else was asked for. */
static void
read_sides (BcPlaceQuery *query)
{
  BcSide side;

  for (guint i = query->words->n; i-- > 0;)
    if (query->words->n > 1 && bc_place_word_is_side (&query->words->words[i], FALSE, &side))
      {
        take_side (query, side);
        bc_place_words_remove (query->words, i);
      }
}

static gboolean
is_met_well (const GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, BcPlaceHit, i).rank < BC_PLACE_RANK_TOGETHER)
      return TRUE;
  return FALSE;
}

/* "calf le": the last word as the beginning of a side, for when no term has it. */
static gboolean
read_unfinished_side (BcPlaceQuery *query)
{
  guint last = query->words->n - 1;
  BcSide side;

  if (query->words->n < 2 || !bc_place_word_is_side (&query->words->words[last], TRUE, &side))
    return FALSE;
  take_side (query, side);
  bc_place_words_remove (query->words, last);
  return TRUE;
}

static void
add_region (GPtrArray        *places,
            const BcPlaceHit *hit,
            BcSide            side)
{
  BcPlace *place = g_new0 (BcPlace, 1);
  gboolean by_synonym = hit->term != NULL && hit->term->kind == BC_TERM_SYNONYM
                        && !g_str_equal (hit->term->text, bc_area_get_id (hit->entry->area));

  place->regions[place->n_regions++] = bc_region_new (hit->entry->area, side);
  place->name = bc_region_dup_name (place->regions[0]);
  place->detail = g_strdup (by_synonym ? hit->term->text : bc_area_get_borders (hit->entry->area));
  place->side = side;
  g_ptr_array_add (places, place);
}

/* Likeliest first; at the same probability in the order of the regions' numbers. */
static void
list_regions (BcPlace *place,
              double   least)
{
  double probabilities[BC_N_REGIONS];

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      double probability = bc_pattern_get_probability (place->pattern, place->side, region);
      guint at = place->n_regions;

      if (probability <= 0 || probability < least)
        continue;
      for (; at > 0 && probabilities[at - 1] < probability; at--)
        {
          place->regions[at] = place->regions[at - 1];
          probabilities[at] = probabilities[at - 1];
        }
      place->regions[at] = region;
      probabilities[at] = probability;
      place->n_regions++;
    }
}

static void
add_map (GPtrArray       *places,
         const BcPattern *pattern,
         BcSide           side)
{
  BcPlace *place = g_new0 (BcPlace, 1);

  place->pattern = pattern;
  place->side = side;
  list_regions (place, LEAST_PROBABILITY);
  if (place->n_regions == 0) /* a map without a core: all that there is */
    list_regions (place, 0);
  if (bc_pattern_has_sides (pattern))
    /* Translators: 1: a source of pain, 2: its side; as in "L5 radicular pain, right" */
    place->name = g_strdup_printf (C_("finding", "%s, %s"), pattern->name, bc_side_get_name (side));
  else
    place->name = g_strdup (pattern->name);
  place->detail = g_strdup (pattern->family->name);
  g_ptr_array_add (places, place);
}

static void
add_hit (GPtrArray          *places,
         const BcPlaceHit   *hit,
         const BcPlaceQuery *query)
{
  const BcPattern *pattern = hit->entry->pattern;
  gboolean one_side = query->has_side && query->side != BC_SIDE_BOTH;

  if (pattern != NULL && (!bc_pattern_has_sides (pattern) || pattern->bilateral == BC_BILATERAL_USUAL))
    {
      add_map (places, pattern, BC_SIDE_BOTH);
      return;
    }
  for (int side = BC_SIDE_RIGHT; side >= BC_SIDE_LEFT; side--)
    if (one_side && (BcSide) side != query->side)
      continue;
    else if (pattern != NULL)
      add_map (places, pattern, (BcSide) side);
    else
      add_region (places, hit, (BcSide) side);
}

/* (transfer none): of the built-in maps, which live for ever */
static const GPtrArray *
get_default_index (const BcMaps *maps)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) bc_place_index_new_maps (maps));
  return (const GPtrArray *) once;
}

/**
 * bc_place_free:
 * @place: (transfer full) (nullable): what to free
 */
void
bc_place_free (BcPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->name);
  g_free (place->detail);
  g_free (place);
}

/**
 * bc_place_search:
 * @maps: (nullable): the maps to search too; %NULL for the regions alone, as on a screen for patients
 * @text: what was typed; anything, of which the first hundred words or so count
 * @most: how many places at most
 *
 * Finds regions and maps by what people call them: translated names, ids, borders, synonyms (region-synonyms.xml), the
 * level and family of a map. Words may come in any order, unfinished, without accents, and with one slip in those of
 * five letters and more. A word for a side leaves that side alone; otherwise right comes before left.
 *
 * Order: names that were typed whole, synonyms that were typed whole, then what has all words, words that begin so,
 * words that have it inside, slips, and borders last; regions before maps that are met as well.
 *
 * Returns: (transfer full) (element-type BcPlace): the places, best first; the maps must live as long
 */
GPtrArray *
bc_place_search (const BcMaps *maps,
                 const char   *text,
                 guint         most)
{
  g_auto(BcPlaceWords) words = { 0 };
  g_autoptr(GArray) hits = NULL;
  g_autoptr(GPtrArray) own_index = NULL;
  GPtrArray *places;
  BcPlaceQuery query = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  places = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_place_free);
  hits = g_array_new (FALSE, FALSE, sizeof (BcPlaceHit));
  if (maps != NULL && maps != bc_maps_get_default ())
    own_index = bc_place_index_new_maps (maps);
  bc_place_words_init (&words, text);
  bc_place_words_mark (&words);
  query.words = &words;
  read_sides (&query);
  do
    {
      g_array_set_size (hits, 0);
      bc_place_query_collect (&query, bc_place_index_get_areas (), hits);
      if (maps != NULL)
        bc_place_query_collect (&query, own_index != NULL ? own_index : get_default_index (maps), hits);
    }
  while (!is_met_well (hits) && read_unfinished_side (&query));

  g_array_sort (hits, bc_place_hit_compare);
  for (guint i = 0; i < hits->len && places->len < most; i++)
    add_hit (places, &g_array_index (hits, BcPlaceHit, i), &query);
  if (places->len > most)
    g_ptr_array_set_size (places, (int) most);
  return places;
}
