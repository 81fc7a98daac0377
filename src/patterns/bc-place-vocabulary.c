/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-private.h"

#include "bc-i18n.h"

/* Fewer letters are the beginning of too much. */
#define LEAST_UNFINISHED 2

typedef struct
{
  BcPlaceWords sides[3]; /* by BcSide */
  BcPlaceWords small;
} Vocabulary;

static const Vocabulary *
get_vocabulary (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      Vocabulary *self = g_new0 (Vocabulary, 1);

      /* Translators: all that a hurried person types for the patient's left in a search, each one word; separated by
       * semicolons */
      bc_place_words_init (&self->sides[BC_SIDE_LEFT], C_("synonyms", "left; lt; l"));
      /* Translators: all that a hurried person types for the patient's right in a search, each one word */
      bc_place_words_init (&self->sides[BC_SIDE_RIGHT], C_("synonyms", "right; rt; r"));
      /* Translators: all that a hurried person types for both sides in a search, each one word */
      bc_place_words_init (&self->sides[BC_SIDE_BOTH], C_("synonyms", "both; bilateral; sides"));
      /* Translators: small words that a search need not find, as in "pain in the left calf" */
      bc_place_words_init (&self->small, C_("synonyms", "a; an; and; at; her; his; in; my; of; on; or; pain; the; to"));
      g_once_init_leave (&once, (gsize) self);
    }
  return (const Vocabulary *) once;
}

static gboolean
has_word (const BcPlaceWords *words,
          const BcPlaceWord  *word)
{
  for (guint i = 0; i < words->n; i++)
    if (bc_place_word_match (word, &words->words[i]) == BC_WORD_EXACT)
      return TRUE;
  return FALSE;
}

/**
 * bc_place_words_mark:
 * @self: words
 *
 * Marks those that a search need not find in the language of the program.
 */
void
bc_place_words_mark (BcPlaceWords *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n; i++)
    self->words[i].small = has_word (&get_vocabulary ()->small, &self->words[i]);
}

/**
 * bc_place_word_is_side:
 * @typed: a word that was typed
 * @unfinished: whether the beginning of a word will do too
 * @side: (out): the side that it means
 *
 * Returns: whether it means a side, in the language of the program
 */
gboolean
bc_place_word_is_side (const BcPlaceWord *typed,
                       gboolean           unfinished,
                       BcSide            *side)
{
  const Vocabulary *vocabulary = get_vocabulary ();

  g_return_val_if_fail (typed != NULL && side != NULL, FALSE);

  for (*side = BC_SIDE_LEFT; *side <= BC_SIDE_BOTH; (*side)++)
    for (guint i = 0; i < vocabulary->sides[*side].n; i++)
      {
        BcWordMatch match = bc_place_word_match (typed, &vocabulary->sides[*side].words[i]);

        if (match == BC_WORD_EXACT || (unfinished && match == BC_WORD_BEGINS && typed->n >= LEAST_UNFINISHED))
          return TRUE;
      }
  return FALSE;
}
