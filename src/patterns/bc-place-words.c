/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-place-private.h"

#include <string.h>

/* Who types more than this pastes; in bytes. */
#define MAX_TEXT 400

/* A slip is forgiven in words of this length and more: in a shorter one it makes another word. */
#define LEAST_FOR_TYPO 5
#define LEAST_FOR_PLURAL 4
#define LEAST_FOR_INSIDE 3

/* Case and accents go; what the decomposition leaves of an accent is a mark of its own. */
static gunichar *
fold (const char *text,
      glong      *n)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  gunichar *letters = g_utf8_to_ucs4_fast (decomposed, -1, n);
  glong kept = 0;

  for (glong i = 0; i < *n; i++)
    if (!g_unichar_ismark (letters[i]))
      letters[kept++] = letters[i];
  *n = kept;
  return letters;
}

/* The golfer's elbow is typed without its apostrophe as often as with it. */
static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == 0x2019 || letter == 0x02bc;
}

static gboolean
is_number (const BcPlaceWord *word)
{
  for (guint i = 0; i < word->n; i++)
    if (!g_unichar_isdigit (word->letters[i]))
      return FALSE;
  return word->n > 0;
}

/**
 * bc_place_word_is_level:
 * @word: a word
 *
 * Returns: whether it is a level of the spine, as "l5" or "t12"
 */
gboolean
bc_place_word_is_level (const BcPlaceWord *word)
{
  return word->n >= 2 && strchr ("ctls", (int) MIN (word->letters[0], 127)) != NULL
         && is_number (&(BcPlaceWord) { word->letters + 1, word->n - 1, FALSE });
}

static void
put_letter (BcPlaceWord *word,
            gunichar     letter)
{
  word->letters = g_renew (gunichar, word->letters, word->n + 1);
  memmove (word->letters + 1, word->letters, word->n * sizeof (gunichar));
  word->letters[0] = letter;
  word->n++;
}

/*
 * Levels are written in many ways: in "L4/5", "L4-5" and "L4/L5" the second word becomes "l5", and in "L 5" the two
 * make one. @joint is what stands before the last word, 0 for a space or more than one sign.
 */
static void
mend_level (BcPlaceWords *self,
            gunichar      joint)
{
  BcPlaceWord *before;
  BcPlaceWord *last;

  if (self->n < 2)
    return;
  before = &self->words[self->n - 2];
  last = &self->words[self->n - 1];
  if (!is_number (last))
    return;
  if (joint == 0 && before->n == 1 && strchr ("ctls", (int) MIN (before->letters[0], 127)) != NULL)
    {
      put_letter (last, before->letters[0]);
      bc_place_words_remove (self, self->n - 2);
    }
  else if ((joint == '/' || joint == '-' || joint == 0x2013) && bc_place_word_is_level (before))
    put_letter (last, before->letters[0]);
}

static void
add_word (BcPlaceWords   *self,
          const gunichar *letters,
          glong           n)
{
  BcPlaceWord word = { g_new (gunichar, (gsize) n), 0, FALSE };

  for (glong i = 0; i < n; i++)
    if (!is_apostrophe (letters[i]))
      word.letters[word.n++] = letters[i];
  if (word.n > 0)
    self->words[self->n++] = word;
  else
    g_free (word.letters);
}

/**
 * bc_place_words_init:
 * @self: (out caller-allocates): the words, to be cleared by bc_place_words_clear()
 * @text: any text; what is not valid UTF-8 in it separates words
 *
 * Cuts a text into folded words; the first %BC_PLACE_MAX_WORDS of them are kept.
 */
void
bc_place_words_init (BcPlaceWords *self,
                     const char   *text)
{
  g_autofree gunichar *letters = NULL;
  glong n;
  glong end = 0;

  g_return_if_fail (self != NULL && text != NULL);

  *self = (BcPlaceWords) { 0 };
  letters = fold (text, &n);
  for (glong i = 0; i < n && self->n < BC_PLACE_MAX_WORDS; i++)
    {
      glong start = i;

      while (i < n && (g_unichar_isalnum (letters[i]) || is_apostrophe (letters[i])))
        i++;
      if (i == start)
        continue;
      add_word (self, letters + start, i - start);
      mend_level (self, start == end + 1 && letters[end] != ' ' ? letters[end] : 0);
      end = i;
    }
}

/**
 * bc_place_words_clear:
 * @self: words; they are none afterwards
 */
void
bc_place_words_clear (BcPlaceWords *self)
{
  while (self->n > 0)
    bc_place_words_remove (self, self->n - 1);
}

/**
 * bc_place_words_remove:
 * @self: words
 * @index: which to take out
 */
void
bc_place_words_remove (BcPlaceWords *self,
                       guint         index)
{
  g_return_if_fail (index < self->n);

  g_free (self->words[index].letters);
  self->n--;
  memmove (&self->words[index], &self->words[index + 1], (self->n - index) * sizeof (BcPlaceWord));
}

/* Most words differ in their first letter, and a search compares ten thousand pairs for each key. */
static gboolean
begins (const gunichar *letters,
        guint           n,
        const gunichar *start,
        guint           n_start)
{
  guint i = 0;

  if (n_start > n)
    return FALSE;
  while (i < n_start && letters[i] == start[i])
    i++;
  return i == n_start;
}

/* Whether @word begins with @typed but for one letter that is wrong, missing, too many or swapped with the next. */
static gboolean
is_one_slip (const BcPlaceWord *typed,
             const BcPlaceWord *word)
{
  const gunichar *t = typed->letters;
  const gunichar *w = word->letters;
  guint same = 0;

  while (same < typed->n && same < word->n && t[same] == w[same])
    same++;
  t += same;
  w += same;
  if (typed->n - same == 0)
    return TRUE;
  if (word->n - same == 0)
    return typed->n - same == 1; /* one letter too many at the end: also a plural */
  return begins (w + 1, word->n - same - 1, t + 1, typed->n - same - 1)
         || begins (w + 1, word->n - same - 1, t, typed->n - same)
         || begins (w, word->n - same, t + 1, typed->n - same - 1)
         || (typed->n - same >= 2 && word->n - same >= 2 && t[0] == w[1] && t[1] == w[0]
             && begins (w + 2, word->n - same - 2, t + 2, typed->n - same - 2));
}

/**
 * bc_place_word_match:
 * @typed: a word that was typed, perhaps not to its end
 * @word: a word of a term
 *
 * Returns: how well the two agree
 */
BcWordMatch
bc_place_word_match (const BcPlaceWord *typed,
                     const BcPlaceWord *word)
{
  g_return_val_if_fail (typed != NULL && word != NULL, BC_WORD_MISSES);

  if (begins (word->letters, word->n, typed->letters, typed->n))
    return typed->n == word->n ? BC_WORD_EXACT : BC_WORD_BEGINS;
  if (typed->n >= LEAST_FOR_INSIDE)
    for (guint i = 1; i + typed->n <= word->n; i++)
      if (begins (word->letters + i, word->n - i, typed->letters, typed->n))
        return BC_WORD_CONTAINS;
  if (typed->n >= LEAST_FOR_TYPO && word->n >= LEAST_FOR_PLURAL && is_one_slip (typed, word))
    return BC_WORD_TYPO;
  if (typed->n == LEAST_FOR_PLURAL && word->n == typed->n - 1 && is_one_slip (typed, word))
    return BC_WORD_TYPO; /* "hips" */
  return BC_WORD_MISSES;
}
