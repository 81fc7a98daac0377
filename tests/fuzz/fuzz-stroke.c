/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The points of a stroke as text. What is accepted and rounded once, as a stroke does it, comes back as it was. */

#include "bc-stroke-text.h"
#include "fuzz-support.h"

/* (transfer full): the points as text */
static char *
write_points (GArray *points)
{
  GString *text = g_string_new (NULL);

  bc_stroke_text_append_points (text, (const BcStrokePoint *) (gpointer) points->data, points->len);
  return g_string_free (text, FALSE);
}

static char *
write_again (const char *text)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));

  g_assert_null (bc_stroke_text_read_points (text, points));
  return write_points (points);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  g_autofree char *wrong = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rounded = NULL;
  g_autofree char *again = NULL;

  if (!g_utf8_validate (text, -1, NULL)) /* the XML reader sees to that */
    return 0;
  wrong = bc_stroke_text_read_points (text, points);
  if (wrong != NULL)
    {
      g_assert_true (g_utf8_validate (wrong, -1, NULL));
      return 0;
    }
  written = write_points (points);
  rounded = write_again (written);
  again = write_again (rounded);
  g_assert_cmpstr (rounded, ==, again);
  return 0;
}
