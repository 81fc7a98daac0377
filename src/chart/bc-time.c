/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"

#include "bc-i18n.h"

/* The digits of a moment; everything else stands for itself. */
#define SHAPE "0000-00-00T00:00:00"

static gboolean
fits (const char *text,
      const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;
  return *text == '\0';
}

static int
two_digits (const char *text)
{
  return 10 * (text[0] - '0') + (text[1] - '0');
}

static gboolean
is_offset (const char *text)
{
  if (g_str_equal (text, "Z"))
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  /* From -12:00 to +14:00 are in use. */
  return fits (text + 1, "00:00") && two_digits (text + 1) <= 14 && two_digits (text + 4) <= 59;
}

/**
 * bc_time_is_valid:
 * @when: (nullable): some text
 *
 * Returns: whether @when is a moment as ISO 8601 writes it with seconds and the offset of the clock on the wall
 *   (2026-05-12T10:40:00+02:00, or Z for UTC), from 1800 to 2200
 */
gboolean
bc_time_is_valid (const char *when)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  const gsize length = strlen (SHAPE);

  if (when == NULL || strlen (when) <= length)
    return FALSE;
  day = g_strndup (when, 10);
  clock = g_strndup (when, length);
  return bc_date_is_valid (day) && fits (clock, SHAPE) && two_digits (when + 11) <= 23 && two_digits (when + 14) <= 59
         && two_digits (when + 17) <= 59 && is_offset (when + length);
}

/**
 * bc_time_dup_now:
 *
 * Returns: (transfer full): this second where the computer stands, as bc_time_is_valid() has it
 */
char *
bc_time_dup_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * bc_time_dup_display:
 * @when: a moment as bc_time_is_valid() has it, or ""
 *
 * The clock on the wall where it happened, not where it is read.
 *
 * Returns: (transfer full): @when as people of the user's locale write it, as "12 May 2026, 10:40"; "" for "". What is
 *   no moment comes back as it is.
 */
char *
bc_time_dup_display (const char *when)
{
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (when != NULL, NULL);

  if (!bc_time_is_valid (when))
    return g_strdup (when);
  day = g_strndup (when, 10);
  shown = bc_date_dup_display (day);
  /* Translators: a date, then hours and minutes, as in "12 May 2026, 10:40" */
  return g_strdup_printf (_("%s, %.5s"), shown, when + 11);
}
