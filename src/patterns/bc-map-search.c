/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Maps by anything that a person may know of them: name, level, group and family as in the search for places, but also
 * the regions where pain is felt ("left calf"), how it feels ("burning") and what makes it worse or better ("worse
 * sitting"), in any mixture.
 */

#include "bc-map-search.h"

#include "bc-i18n.h"
#include "bc-map-index-private.h"

/* Less likely zones are spill-over, which nobody means who types the region. */
#define LEAST_PROBABILITY 0.2
#define SLACK 1e-6

/* Words of a query, one bit each. */
typedef guint32 WordSet;
G_STATIC_ASSERT (BC_PLACE_MAX_WORDS <= 32);

/**
 * Query:
 * @words: without those for a side
 * @all: the words that have to be met
 * @levels: those that are a level: of the map, not of a region whose description names it
 * @least: the worst match that counts
 * @areas: what each area meets
 */
typedef struct
{
  BcPlaceWords words;
  WordSet      all;
  WordSet      levels;
  BcWordMatch  least;
  WordSet      areas[BC_N_AREAS];
} Query;

typedef struct
{
  BcMapHit *hit;
  guint     together; /* most words that one region meets */
  guint     n_areas;
  double    likely; /* of the areas, one after the other */
} Ranked;

static WordSet
match_words (const Query        *query,
             const BcPlaceWords *words)
{
  WordSet met = 0;

  for (guint i = 0; i < query->words.n; i++)
    for (guint k = 0; k < words->n && (met & 1u << i) == 0; k++)
      if (bc_place_word_match (&query->words.words[i], &words->words[k]) <= query->least)
        met |= 1u << i;
  return met & query->all;
}

/* What an area is called, though not what it borders on. */
static void
match_areas (Query *query)
{
  const GPtrArray *areas = bc_place_index_get_areas ();

  for (guint i = 0; i < areas->len; i++)
    {
      const BcPlaceEntry *entry = g_ptr_array_index (areas, i);

      query->areas[entry->area] = 0;
      for (guint k = 0; k < entry->terms->len; k++)
        if (g_array_index (entry->terms, BcPlaceTerm, k).kind != BC_TERM_OTHER)
          query->areas[entry->area] |= match_words (query, &g_array_index (entry->terms, BcPlaceTerm, k).words)
                                       & ~query->levels;
    }
}

static void
query_init (Query      *query,
            const char *text)
{
  BcSide side;

  bc_place_words_init (&query->words, text);
  bc_place_words_mark (&query->words);
  /* Every map has both sides. */
  for (guint i = query->words.n; i-- > 0;)
    if (query->words.n > 1 && bc_place_word_is_side (&query->words.words[i], FALSE, &side))
      bc_place_words_remove (&query->words, i);
  query->all = 0;
  query->levels = 0;
  for (guint i = 0; i < query->words.n; i++)
    {
      query->all |= query->words.words[i].small ? 0 : 1u << i;
      query->levels |= bc_place_word_is_level (&query->words.words[i]) ? 1u << i : 0;
    }
}

static void
add_why (GString    *why,
         const char *text)
{
  g_string_append_printf (why, "%s%s", why->len > 0 ? " · " : "", text);
}

/* Takes what the traits meet out of @open. "Worse" by itself meets nothing. */
static void
meet_traits (const Query  *query,
             const GArray *traits,
             WordSet      *open,
             GString      *why)
{
  for (guint i = 0; i < traits->len; i++)
    {
      const BcMapTrait *trait = &g_array_index (traits, BcMapTrait, i);
      WordSet met = match_words (query, &trait->words);

      if ((met & *open) == 0)
        continue;
      *open &= ~(met | match_words (query, &trait->ways));
      add_why (why, trait->text);
    }
}

static int
count (WordSet set)
{
  return __builtin_popcount (set);
}

/* The zone that meets most of what is still open, and among those the likeliest. */
static const BcZone *
best_zone (const Query     *query,
           const BcPattern *pattern,
           WordSet          open)
{
  const BcZone *best = NULL;
  int most = 0;

  for (guint i = 0; i < pattern->zones->len; i++)
    {
      const BcZone *zone = &g_array_index (pattern->zones, BcZone, i);
      int met = count (query->areas[zone->area] & open);

      if (zone->probability < LEAST_PROBABILITY - SLACK || met < MAX (1, most)
          || (met == most && zone->probability <= best->probability))
        continue;
      best = zone;
      most = met;
    }
  return best;
}

static void
meet_zone (const Query  *query,
           const BcZone *zone,
           WordSet      *open,
           GString      *why,
           Ranked       *ranked)
{
  /* Translators: 1: a region, 2: of 100 patients whose pain has this source so many feel it there */
  g_autofree char *text = g_strdup_printf (_("%1$s (%2$d of 100)"), bc_area_get_name (zone->area),
                                           (int) (zone->probability * 100 + 0.5));

  *open &= ~query->areas[zone->area];
  ranked->n_areas++;
  ranked->likely *= zone->probability;
  add_why (why, text);
}

static void
meet_names (const BcMapIndex *self,
            const Query      *query,
            guint             index,
            WordSet          *open)
{
  const BcPlaceEntry *names = g_ptr_array_index (self->names, index);
  const BcPattern *pattern = names->pattern;

  for (guint i = 0; i < names->terms->len; i++)
    *open &= ~match_words (query, &g_array_index (names->terms, BcPlaceTerm, i).words);
  if (pattern->group != NULL && *open != 0)
    {
      g_auto(BcPlaceWords) words = { 0 };

      bc_place_words_init (&words, pattern->group->name);
      *open &= ~match_words (query, &words);
    }
}

/* Gives FALSE where a word is left over. */
static gboolean
meet (const BcMapIndex *self,
      const Query      *query,
      guint             index,
      Ranked           *ranked)
{
  const BcPattern *pattern = g_ptr_array_index (self->maps->patterns, index);
  g_autoptr(GString) why = g_string_new (NULL);
  WordSet open = query->all;
  const BcZone *zone = best_zone (query, pattern, open);

  *ranked = (Ranked) { NULL, zone != NULL ? (guint) count (query->areas[zone->area]) : 0, 0, 1 };
  /* Several words for one region belong together: "back of the thigh" is not what is worse bending back. */
  if (ranked->together > 1)
    meet_zone (query, zone, &open, why, ranked);
  meet_traits (query, g_ptr_array_index (self->traits, index), &open, why);
  while ((zone = best_zone (query, pattern, open)) != NULL)
    meet_zone (query, zone, &open, why, ranked);
  meet_names (self, query, index, &open);
  if (open != 0)
    return FALSE;
  ranked->hit = g_new0 (BcMapHit, 1);
  ranked->hit->pattern = pattern;
  ranked->hit->why = g_strdup (why->str);
  return TRUE;
}

static void
hit_free (BcMapHit *hit)
{
  g_free (hit->why);
  g_free (hit);
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *two = b;

  if (one->together != two->together)
    return one->together > two->together ? -1 : 1;
  if (one->n_areas != two->n_areas)
    return one->n_areas < two->n_areas ? -1 : 1;
  if (one->likely > two->likely || one->likely < two->likely)
    return one->likely > two->likely ? -1 : 1;
  return (int) one->hit->pattern->index - (int) two->hit->pattern->index;
}

/* Names first, in the order of the search for places; slips and ids only where @loose. */
static void
add_named (const BcMapIndex *self,
           Query            *query,
           gboolean          loose,
           GPtrArray        *hits,
           gboolean         *taken)
{
  BcPlaceQuery places = { &query->words, FALSE, BC_SIDE_BOTH };
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (BcPlaceHit));

  bc_place_query_collect (&places, self->names, found);
  g_array_sort (found, bc_place_hit_compare);
  for (guint i = 0; i < found->len; i++)
    {
      const BcPlaceHit *place = &g_array_index (found, BcPlaceHit, i);
      BcMapHit *hit;

      if (taken[place->entry->pattern->index] || (!loose && place->rank >= BC_PLACE_RANK_SLIP))
        continue;
      taken[place->entry->pattern->index] = TRUE;
      hit = g_new0 (BcMapHit, 1);
      hit->pattern = place->entry->pattern;
      hit->why = g_strdup ("");
      g_ptr_array_add (hits, hit);
    }
}

/* Where one area has all the words, as "back of the thigh", maps of the back and of the thigh are not meant. */
static void
add_met (const BcMapIndex *self,
         Query            *query,
         GPtrArray        *hits,
         gboolean         *taken)
{
  g_autoptr(GArray) met = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint fewest = G_MAXUINT;

  match_areas (query);
  for (guint i = 0; i < self->maps->patterns->len; i++)
    {
      Ranked ranked;

      if (taken[i] || !meet (self, query, i, &ranked))
        continue;
      taken[i] = TRUE;
      g_array_append_val (met, ranked);
      fewest = MIN (fewest, MAX (1, ranked.n_areas));
    }
  g_array_sort (met, compare_ranked);
  for (guint i = 0; i < met->len; i++)
    {
      Ranked *ranked = &g_array_index (met, Ranked, i);

      if (ranked->n_areas <= fewest)
        g_ptr_array_add (hits, ranked->hit);
      else
        hit_free (ranked->hit);
    }
}

/**
 * bc_map_index_search:
 * @self: an index
 * @text: what was typed; anything
 *
 * Finds maps whose names, levels, groups and families, zones (probability from 0.2), qualities, and aggravating and
 * easing factors together have every word of @text, in any order, unfinished, without accents; with one slip a word
 * only where nothing has them all as typed. Words for a side are left out of it.
 *
 * Order: by name as bc_place_search() has it, then by how likely the regions are that were asked for.
 *
 * Returns: (transfer full) (element-type BcMapHit): the maps, best first; all in their order where nothing was typed
 */
GPtrArray *
bc_map_index_search (BcMapIndex *self,
                     const char *text)
{
  GPtrArray *hits;
  g_autofree gboolean *taken = NULL;
  Query query;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free);
  taken = g_new0 (gboolean, MAX (1, self->maps->patterns->len));
  query_init (&query, text);
  query.least = BC_WORD_CONTAINS;
  if (query.all != 0)
    add_named (self, &query, FALSE, hits, taken);
  add_met (self, &query, hits, taken);
  if (hits->len == 0)
    {
      query.least = BC_WORD_TYPO;
      add_named (self, &query, TRUE, hits, taken);
      add_met (self, &query, hits, taken);
    }
  bc_place_words_clear (&query.words);
  return hits;
}
