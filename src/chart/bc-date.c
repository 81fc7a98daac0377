/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"

#include "bc-i18n.h"

#include <langinfo.h>
#include <locale.h>

#define YEAR_MIN 1800
#define YEAR_MAX 2200
#define ISO_LENGTH 10

/* What a typed date is made of. */
typedef struct
{
  int      numbers[3];
  gboolean long_number[3]; /* written with four digits: a year */
  int      n_numbers;
  int      month;          /* from its name, 0 where it was a number */
} Pieces;

static gboolean
is_day (int year,
        int month,
        int day)
{
  return year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1 && day <= 31
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * bc_date_is_valid:
 * @date: (nullable): some text
 *
 * Returns: whether @date is a day of the calendar as ISO 8601 writes it (2026-05-12), from 1800 to 2200
 */
gboolean
bc_date_is_valid (const char *date)
{
  if (date == NULL || strlen (date) != ISO_LENGTH)
    return FALSE;
  for (int i = 0; i < ISO_LENGTH; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;
  return is_day ((int) g_ascii_strtoll (date, NULL, 10), (int) g_ascii_strtoll (date + 5, NULL, 10),
                 (int) g_ascii_strtoll (date + 8, NULL, 10));
}

/**
 * bc_date_dup_today:
 *
 * Returns: (transfer full): today where the computer stands, ISO 8601
 */
char *
bc_date_dup_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static const char *
get_display_format (void)
{
  /* Translators: a date for people, as in "12 May 2026", in the codes of g_date_time_format(): %-d day, %B name of
   * the month, %Y year. Use the name of the month: figures alone are read in two ways. */
  return _("%-d %B %Y");
}

/**
 * bc_date_dup_display:
 * @date: ISO 8601 day, or ""
 *
 * The month is a word, since 05/12 is read in two ways and the paper may travel.
 *
 * Returns: (transfer full): @date as people of the user's locale write it, "" for "". What is no date comes back
 *   as it is.
 */
char *
bc_date_dup_display (const char *date)
{
  g_autoptr(GDateTime) day = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  if (!bc_date_is_valid (date))
    return g_strdup (date);
  day = g_date_time_new_utc ((int) g_ascii_strtoll (date, NULL, 10), (int) g_ascii_strtoll (date + 5, NULL, 10),
                             (int) g_ascii_strtoll (date + 8, NULL, 10), 0, 0, 0);
  return g_date_time_format (day, get_display_format ());
}

/* Whether the locale writes the month before the day. The C locale stands for the program's own British English. */
static gboolean
is_month_first (void)
{
  const char *locale = setlocale (LC_TIME, NULL);

  if (locale == NULL || g_str_equal (locale, "POSIX") || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C."))
    return FALSE;
  for (const char *at = nl_langinfo (D_FMT); *at != '\0'; at++)
    {
      if (*at != '%')
        continue;
      at += strspn (at + 1, "-_0E^O");
      at++;
      if (*at == 'D' || *at == 'm' || *at == 'b' || *at == 'B')
        return TRUE;
      if (*at == 'd' || *at == 'e')
        return FALSE;
      if (*at == '\0')
        break;
    }
  return FALSE;
}

static gboolean
is_name (const char *word,
         const char *name)
{
  g_autofree char *folded_word = g_utf8_casefold (word, -1);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  if (g_str_has_suffix (folded_name, ".")) /* some locales abbreviate so: "Mai", "Aug." */
    folded_name[strlen (folded_name) - 1] = '\0';
  if (*folded_name == '\0')
    return FALSE;
  return g_str_equal (folded_word, folded_name);
}

/* Number of the month with that name in the user's locale, or in English; 0 where there is none. */
static int
find_month (const char *word)
{
  static const char *const english[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                         "September", "October", "November", "December" };

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr(GDateTime) day = g_date_time_new_utc (2026, month, 1, 0, 0, 0);
      g_autofree char *full = g_date_time_format (day, "%B");
      g_autofree char *alone = g_date_time_format (day, "%OB");
      g_autofree char *brief = g_date_time_format (day, "%b");
      g_autofree char *english_brief = g_strndup (english[month - 1], 3);

      if (is_name (word, full) || is_name (word, alone) || is_name (word, brief) || is_name (word, english[month - 1])
          || is_name (word, english_brief))
        return month;
    }
  return 0;
}

static gboolean
take_number (const char **at,
             Pieces      *pieces)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (*at, &end, 10);
  gsize n_digits = (gsize) (end - *at);

  if (pieces->n_numbers == 3 || (n_digits != 4 && n_digits > 2))
    return FALSE;
  pieces->numbers[pieces->n_numbers] = (int) number;
  pieces->long_number[pieces->n_numbers] = n_digits == 4;
  pieces->n_numbers++;
  *at = end;
  return TRUE;
}

static gboolean
take_word (const char **at,
           Pieces      *pieces)
{
  g_autofree char *word = NULL;
  const char *end = *at;
  int month;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_strndup (*at, (gsize) (end - *at));
  *at = end;
  month = find_month (word);
  if (month == 0)
    return strstr (get_display_format (), word) != NULL; /* as "de" in "12 de mayo de 2026" */
  if (pieces->month != 0)
    return FALSE;
  pieces->month = month;
  return TRUE;
}

static gboolean
split (const char *text,
       Pieces     *pieces)
{
  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char (text);

      if (g_ascii_isdigit (*text))
        {
          if (!take_number (&text, pieces))
            return FALSE;
        }
      else if (g_unichar_isalpha (character))
        {
          if (!take_word (&text, pieces))
            return FALSE;
        }
      else if (g_unichar_isspace (character) || strchr (".,/-", *text) != NULL)
        text = g_utf8_next_char (text);
      else
        return FALSE;
    }
  return TRUE;
}

/* Puts year, month and day in their places; FALSE where the year is not told by its four digits. */
static gboolean
arrange (const Pieces *pieces,
         int          *year,
         int          *month,
         int          *day)
{
  if (pieces->month != 0)
    {
      int year_at = pieces->long_number[0] ? 0 : 1;

      if (pieces->n_numbers != 2 || pieces->long_number[0] == pieces->long_number[1])
        return FALSE;
      *year = pieces->numbers[year_at];
      *month = pieces->month;
      *day = pieces->numbers[1 - year_at];
      return TRUE;
    }
  if (pieces->n_numbers != 3 || pieces->long_number[1] || pieces->long_number[0] == pieces->long_number[2])
    return FALSE;
  if (pieces->long_number[0])
    {
      *year = pieces->numbers[0];
      *month = pieces->numbers[1];
      *day = pieces->numbers[2];
      return TRUE;
    }
  *year = pieces->numbers[2];
  *month = pieces->numbers[is_month_first () ? 0 : 1];
  *day = pieces->numbers[is_month_first () ? 1 : 0];
  return TRUE;
}

/**
 * bc_date_parse_display:
 * @text: what a person typed
 * @date: (out) (optional) (transfer full): the day, ISO 8601; "" where @text is empty
 *
 * Accepts ISO 8601, figures in the order of day and month of the user's locale, and months by name, so also what
 * bc_date_dup_display() writes. The year needs its four digits: birth dates reach back more than a century.
 *
 * Returns: whether @text is a date from 1800 to 2200, or empty
 */
gboolean
bc_date_parse_display (const char  *text,
                       char       **date)
{
  g_autofree char *stripped = NULL;
  Pieces pieces = { 0 };
  int year;
  int month;
  int day;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      if (date != NULL)
        *date = g_strdup ("");
      return TRUE;
    }
  if (!split (stripped, &pieces) || !arrange (&pieces, &year, &month, &day) || !is_day (year, month, day))
    return FALSE;
  if (date != NULL)
    *date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return TRUE;
}
