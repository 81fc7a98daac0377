/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-row-private.h"

#include <string.h>

/* A spreadsheet takes a field that begins so for a formula, and what it calls is up to whoever named the file. */
#define FORMULA_STARTS "=+-@\t\r"

/* Also of one that somebody named with the apostrophe, so that taking it off gives what was there. */
static gboolean
is_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr (FORMULA_STARTS, *text) != NULL;
}

static void
begin_field (BcRow *row)
{
  if (row->begun)
    g_string_append_c (row->out, ',');
  row->begun = TRUE;
}

/**
 * bc_row_add_text:
 * @row: a row
 * @text: (nullable): words of a person, or an id; %NULL for an empty field
 *
 * Adds a field. One that a spreadsheet would take for a formula gets an apostrophe in front, which the import takes
 * off again.
 */
void
bc_row_add_text (BcRow      *row,
                 const char *text)
{
  gboolean quoted = text != NULL && strpbrk (text, ",\"\r\n") != NULL;

  begin_field (row);
  if (text == NULL || *text == '\0')
    return;
  if (quoted)
    g_string_append_c (row->out, '"');
  if (is_formula (text))
    g_string_append_c (row->out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (row->out, '"');
      g_string_append_c (row->out, *text);
    }
  if (quoted)
    g_string_append_c (row->out, '"');
}

void
bc_row_add_int (BcRow *row,
                int    number)
{
  begin_field (row);
  if (number >= 0)
    g_string_append_printf (row->out, "%d", number);
}

/**
 * bc_row_add_number:
 * @row: a row
 * @number: a number
 * @decimals: how many places behind the point
 *
 * Adds a number as R and spreadsheets read it in any locale: with a point.
 */
void
bc_row_add_number (BcRow  *row,
                   double  number,
                   guint   decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_field (row);
  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_string_append (row->out, g_ascii_formatd (text, sizeof text, format, number));
}

void
bc_row_end (BcRow *row)
{
  g_string_append (row->out, "\r\n");
  row->begun = FALSE;
}
