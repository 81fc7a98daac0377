/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-private.h"

/* Beyond so many words that were not typed, terms rank alike. */
#define MOST_EXTRA 7u

/* Of BcTermKind. */
#define N_KINDS 4u

G_STATIC_ASSERT (BC_PLACE_RANK_SLIP == (BC_WORD_TYPO + 1) * N_KINDS * (MOST_EXTRA + 1));

/* The best of the words that are still free for the typed word @index. A small word counts only as it stands. */
static BcWordMatch
match_word (const BcPlaceQuery *query,
            guint               index,
            const BcPlaceWords *words,
            guint              *used)
{
  const BcPlaceWord *typed = &query->words->words[index];
  BcWordMatch least = index + 1 < query->words->n && typed->small ? BC_WORD_EXACT : BC_WORD_TYPO;
  BcWordMatch best = BC_WORD_MISSES;
  guint at = 0;

  for (guint i = 0; i < words->n && best != BC_WORD_EXACT; i++)
    if ((*used & 1u << i) == 0 && (least != BC_WORD_EXACT || typed->n == words->words[i].n))
      {
        BcWordMatch match = bc_place_word_match (typed, &words->words[i]);

        if (match > least || match >= best)
          continue;
        best = match;
        at = i;
      }
  if (best != BC_WORD_MISSES)
    *used |= 1u << at;
  return best;
}

/* First by how the worst word was met, then by the kind of term, then by how much of it was not typed. */
static guint
weigh (const BcPlaceEntry *entry,
       BcTermKind          kind,
       BcWordMatch         worst,
       guint               n_extra)
{
  guint grade = worst == BC_WORD_EXACT ? n_extra > 0 : worst + 1u;
  guint weight = kind;

  /* Borders and ids are the last thing that anybody means. */
  if (kind == BC_TERM_OTHER)
    grade += BC_WORD_MISSES;
  /* Who types "ankle" means the place, though a map is about the ankle too; who types "L5" has only the maps. */
  if (entry->pattern != NULL && kind == BC_TERM_SYNONYM && grade == 0)
    return (MOST_EXTRA + 1) * N_KINDS + MOST_EXTRA;
  if (entry->pattern != NULL && kind < BC_TERM_FAMILY && grade > 0)
    weight++;
  return (grade * N_KINDS + weight) * (MOST_EXTRA + 1) + MIN (n_extra, MOST_EXTRA);
}

/* G_MAXUINT where a word is not in the term. */
static guint
rank_term (const BcPlaceQuery *query,
           const BcPlaceEntry *entry,
           const BcPlaceTerm  *term)
{
  BcWordMatch worst = BC_WORD_EXACT;
  guint used = 0;
  guint n_met = 0;
  guint n_extra = 0;

  for (guint i = 0; i < query->words->n; i++)
    {
      BcWordMatch match = match_word (query, i, &term->words, &used);

      if (match == BC_WORD_MISSES && query->words->words[i].small)
        continue;
      if (match == BC_WORD_MISSES)
        return G_MAXUINT;
      worst = MAX (worst, match);
      n_met++;
    }
  if (n_met == 0)
    return G_MAXUINT;
  for (guint i = 0; i < term->words.n; i++)
    n_extra += (used & 1u << i) == 0 && !term->words.words[i].small;
  return weigh (entry, term->kind, worst, n_extra);
}

/* All terms of an entry together, for words of which each is in another: after everything that one term has. */
static guint
rank_together (const BcPlaceQuery *query,
               const BcPlaceEntry *entry)
{
  BcWordMatch worst = BC_WORD_EXACT;
  guint n_met = 0;

  for (guint i = 0; i < query->words->n; i++)
    {
      BcWordMatch best = BC_WORD_MISSES;

      for (guint j = 0; j < entry->terms->len; j++)
        {
          guint used = 0;
          BcWordMatch match = match_word (query, i, &g_array_index (entry->terms, BcPlaceTerm, j).words, &used);

          best = MIN (best, match);
        }
      if (best == BC_WORD_MISSES && query->words->words[i].small)
        continue;
      if (best == BC_WORD_MISSES)
        return G_MAXUINT;
      worst = MAX (worst, best);
      n_met++;
    }
  return n_met > 0 ? BC_PLACE_RANK_TOGETHER + worst : G_MAXUINT;
}

/**
 * bc_place_query_collect:
 * @query: what was typed
 * @entries: (element-type BcPlaceEntry): where to look
 * @hits: (element-type BcPlaceHit): gets those that @query means, with their ranks, in the order of @entries
 *
 * Looks through one list of what has a name.
 */
void
bc_place_query_collect (const BcPlaceQuery *query,
                        const GPtrArray    *entries,
                        GArray             *hits)
{
  for (guint i = 0; i < entries->len; i++)
    {
      BcPlaceHit hit = { g_ptr_array_index (entries, i), NULL, G_MAXUINT };

      for (guint j = 0; j < hit.entry->terms->len; j++)
        {
          const BcPlaceTerm *term = &g_array_index (hit.entry->terms, BcPlaceTerm, j);
          guint rank = rank_term (query, hit.entry, term);

          if (rank >= hit.rank)
            continue;
          hit.rank = rank;
          hit.term = term;
        }
      if (hit.rank == G_MAXUINT && query->words->n > 1)
        hit.rank = rank_together (query, hit.entry);
      if (hit.rank != G_MAXUINT)
        g_array_append_val (hits, hit);
    }
}

/**
 * bc_place_hit_compare:
 * @a: a #BcPlaceHit
 * @b: a #BcPlaceHit
 *
 * Returns: below 0 where @a is the better one, for g_array_sort()
 */
int
bc_place_hit_compare (gconstpointer a,
                      gconstpointer b)
{
  const BcPlaceHit *first = a;
  const BcPlaceHit *second = b;

  return first->rank < second->rank ? -1 : first->rank > second->rank;
}
