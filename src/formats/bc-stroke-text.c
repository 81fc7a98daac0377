/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-stroke-text.h"

#include "bc-i18n.h"
#include "bc-stroke.h"

#include <math.h>
#include <string.h>

#define MM_DECIMALS 1
#define PRESSURE_DECIMALS 2

/* More digits than any number here needs; so few that they fit an integer. */
#define DIGITS_MOST 9

/**
 * bc_stroke_text_append_number:
 * @out: where to
 * @value: a number of at most a million
 * @decimals: how many to keep, at most 3
 *
 * Writes a number in its shortest form, as 12, -0.5 or 812.3. A busy chart has a million of them, so the digits are
 * put down one by one, from the last.
 */
void
bc_stroke_text_append_number (GString *out,
                              double   value,
                              guint    decimals)
{
  static const double steps[] = { 1, 10, 100, 1000 };
  char digits[32];
  char *at = digits + sizeof digits;
  long long number;
  gboolean negative;

  g_return_if_fail (out != NULL);
  g_return_if_fail (decimals < G_N_ELEMENTS (steps));

  number = llround (fabs (value) * steps[decimals]);
  negative = value < 0 && number > 0;
  for (; decimals > 0 && number % 10 == 0; decimals--)
    number /= 10;
  for (; decimals > 0; decimals--, number /= 10)
    {
      *--at = (char) ('0' + number % 10);
      if (decimals == 1)
        *--at = '.';
    }
  do
    *--at = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  if (negative)
    *--at = '-';
  g_string_append_len (out, at, digits + sizeof digits - at);
}

/**
 * bc_stroke_text_append_points:
 * @out: where to
 * @points: (array length=n_points): where a stroke runs
 * @n_points: how many
 *
 * Writes points as `x,y x,y,pressure`, in mm; a pressure of 1 is left out.
 */
void
bc_stroke_text_append_points (GString             *out,
                              const BcStrokePoint *points,
                              guint                n_points)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (points != NULL || n_points == 0);

  for (guint i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      bc_stroke_text_append_number (out, points[i].x, MM_DECIMALS);
      g_string_append_c (out, ',');
      bc_stroke_text_append_number (out, points[i].y, MM_DECIMALS);
      if (points[i].pressure >= 1)
        continue;
      g_string_append_c (out, ',');
      bc_stroke_text_append_number (out, points[i].pressure, PRESSURE_DECIMALS);
    }
}

/* A number is a sign, digits, and a point with digits: no exponent, nothing hexadecimal, no word. */
static gboolean
read_number (const char **at,
             double      *value)
{
  const char *next = *at;
  gboolean negative = *next == '-';
  gint64 number = 0;
  gint64 steps = 1;
  guint n_digits = 0;

  for (next += negative; g_ascii_isdigit (*next) && n_digits < DIGITS_MOST; next++, n_digits++)
    number = 10 * number + g_ascii_digit_value (*next);
  if (n_digits == 0)
    return FALSE;
  if (*next == '.')
    {
      next++;
      if (!g_ascii_isdigit (*next))
        return FALSE;
      for (; g_ascii_isdigit (*next) && n_digits < DIGITS_MOST; next++, n_digits++)
        {
          number = 10 * number + g_ascii_digit_value (*next);
          steps *= 10;
        }
    }
  *value = (double) (negative ? -number : number) / (double) steps;
  *at = next;
  return TRUE;
}

/* Goes past one point; @point is as it was where it fails. */
static gboolean
read_point (const char   **at,
            BcStrokePoint *point)
{
  const char *next = *at;
  double x;
  double y;
  double pressure = 1;

  if (!read_number (&next, &x) || *next++ != ',' || !read_number (&next, &y))
    return FALSE;
  if (*next == ',')
    {
      next++;
      if (!read_number (&next, &pressure))
        return FALSE;
    }
  if (*next != '\0' && !g_ascii_isspace (*next))
    return FALSE;
  *point = (BcStrokePoint) { (float) x, (float) y, (float) pressure };
  *at = next;
  return TRUE;
}

static gboolean
is_in_range (const BcStrokePoint *point)
{
  return fabs (point->x) <= BC_STROKE_REACH && fabs (point->y) <= BC_STROKE_REACH && point->pressure >= 0
         && point->pressure <= 1;
}

static const char *
skip_blanks (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

/**
 * bc_stroke_text_read_points:
 * @text: points as bc_stroke_text_append_points() writes them, with any blanks between
 * @points: (element-type BcStrokePoint): emptied, then filled
 *
 * Reads where a stroke runs, in a time proportional to @text.
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do, as bc-format-words.h says it; %NULL where
 *   nothing is
 */
char *
bc_stroke_text_read_points (const char *text,
                            GArray     *points)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (points != NULL, NULL);

  g_array_set_size (points, 0);
  for (const char *at = skip_blanks (text); *at != '\0'; at = skip_blanks (at))
    {
      const char *start = at;
      BcStrokePoint point;
      g_autofree char *found = NULL;

      if (points->len == BC_STROKE_MAX_POINTS)
        /* Translators: %d is a large number */
        return g_strdup_printf (_("a stroke of more than %d points; make several strokes of it"),
                                BC_STROKE_MAX_POINTS);
      if (read_point (&at, &point) && is_in_range (&point))
        {
          g_array_append_val (points, point);
          continue;
        }
      found = g_strndup (start, strcspn (start, " \t\r\n"));
      /* Translators: the number of a point, what was found, two whole numbers; x and y stay as they are */
      return g_strdup_printf (_("point %u of a stroke is “%s”; write x,y or x,y,pressure in mm, as 12.5,80 or "
                                "12.5,80,0.7: x and y from %d to %d, the pressure from 0 to 1"),
                              points->len + 1, found, -(int) BC_STROKE_REACH, (int) BC_STROKE_REACH);
    }
  if (points->len == 0)
    return g_strdup (_("a stroke without points; write x,y for each, or take the stroke out"));
  return NULL;
}
