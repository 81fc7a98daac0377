/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-error.h"

#include <string.h>

/* Twice this many letters is more than any message of ours with a sensible value in it. */
#define LETTERS_KEPT 400

G_DEFINE_QUARK (bc-file-error-quark, bc_file_error)

/**
 * bc_file_error_shorten:
 * @text: (transfer full): an error message that may quote what was found
 *
 * Takes letters out of the middle of a very long message, since a bad file may hold megabytes where an id should be.
 * What to do about it stands at the end and stays.
 *
 * Returns: (transfer full): the message, readable on a screen
 */
char *
bc_file_error_shorten (char *text)
{
  glong n_letters;
  g_autofree char *whole = text;
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  n_letters = strlen (text) > 2 * LETTERS_KEPT ? g_utf8_strlen (text, -1) : 0;
  if (n_letters <= 2 * LETTERS_KEPT)
    return g_steal_pointer (&whole);
  start = g_utf8_substring (text, 0, LETTERS_KEPT);
  return g_strconcat (start, "…", g_utf8_offset_to_pointer (text, n_letters - LETTERS_KEPT), NULL);
}
