/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/*
 * What the search for places looks through: everything that has a name, each with its terms, each term cut into words.
 * A word is folded: no case, no accents, nothing but letters and digits.
 */

#define BC_PLACE_MAX_WORDS 24

/**
 * BcPlaceWord:
 * @small: whether a search need not find it, as "of"
 */
typedef struct
{
  gunichar *letters;
  guint     n;
  gboolean  small;
} BcPlaceWord;

/**
 * BcPlaceWords:
 *
 * The first words of a text.
 */
typedef struct
{
  BcPlaceWord words[BC_PLACE_MAX_WORDS];
  guint       n;
} BcPlaceWords;

void     bc_place_words_init     (BcPlaceWords       *self,
                                  const char         *text);
void     bc_place_words_clear    (BcPlaceWords       *self);
void     bc_place_words_remove   (BcPlaceWords       *self,
                                  guint               index);
void     bc_place_words_mark     (BcPlaceWords       *self); /* finds the small ones */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcPlaceWords, bc_place_words_clear)

/**
 * BcWordMatch:
 *
 * How well a word that was typed meets a word of a term, the best first.
 */
typedef enum
{
  BC_WORD_EXACT,
  BC_WORD_BEGINS,   /* the term's word begins with it */
  BC_WORD_CONTAINS, /* the term's word has it inside */
  BC_WORD_TYPO,     /* but for one slip */
  BC_WORD_MISSES
} BcWordMatch;

BcWordMatch bc_place_word_match   (const BcPlaceWord *typed,
                                   const BcPlaceWord *word);
gboolean    bc_place_word_is_level (const BcPlaceWord *word);
gboolean    bc_place_word_is_side (const BcPlaceWord *typed,
                                   gboolean           unfinished,
                                   BcSide            *side);

typedef enum
{
  BC_TERM_NAME,
  BC_TERM_SYNONYM, /* also the id of an area, the level of a map */
  BC_TERM_FAMILY,
  BC_TERM_OTHER    /* the borders of an area, the id of a map */
} BcTermKind;

typedef struct
{
  BcTermKind   kind;
  char        *text;
  BcPlaceWords words;
} BcPlaceTerm;

/**
 * BcPlaceEntry:
 * @area: number of an area, where @pattern is %NULL
 * @pattern: (nullable): a map
 * @terms: of BcPlaceTerm
 */
typedef struct
{
  guint            area;
  const BcPattern *pattern;
  GArray          *terms;
} BcPlaceEntry;

const GPtrArray *bc_place_index_get_areas   (void); /* of BcPlaceEntry */
GPtrArray       *bc_place_index_new_maps    (const BcMaps  *maps) G_GNUC_WARN_UNUSED_RESULT;
GStrv            bc_place_synonyms_parse    (const char    *data,
                                             gsize          size,
                                             const char    *name,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * BcPlaceQuery:
 * @words: what was typed, without what means a side
 * @side: %BC_SIDE_BOTH where both were typed
 */
typedef struct
{
  BcPlaceWords *words;
  gboolean      has_side;
  BcSide        side;
} BcPlaceQuery;

/* From this rank on: what has a slip, is an id, or a border. */
#define BC_PLACE_RANK_SLIP 128u
/* The rank of what only several terms of an entry meet together: more than any one term has. */
#define BC_PLACE_RANK_TOGETHER 1000u

/**
 * BcPlaceHit:
 * @term: (nullable): the one that was met best; %NULL where it took several
 * @rank: 0 is best
 */
typedef struct
{
  const BcPlaceEntry *entry;
  const BcPlaceTerm  *term;
  guint               rank;
} BcPlaceHit;

void bc_place_query_collect (const BcPlaceQuery *query,
                             const GPtrArray    *entries,
                             GArray             *hits);
int  bc_place_hit_compare   (gconstpointer       a,
                             gconstpointer       b);

G_END_DECLS
