/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-import-private.h"

#include "bc-format-words.h"
#include "bc-i18n.h"

#include <string.h>

/**
 * bc_import_bad_value:
 * @csv: a table
 * @problem: (transfer full): what was found in the current row; what to do
 * @error: return location, or %NULL
 *
 * Sets @error to %BC_FILE_ERROR_VALUE with file and line.
 *
 * Returns: %FALSE
 */
gboolean
bc_import_bad_value (const BcCsv  *csv,
                     char         *problem,
                     GError      **error)
{
  bc_csv_set_error (csv, error, BC_FILE_ERROR_VALUE, "%s", problem);
  g_free (problem);
  return FALSE;
}

/**
 * bc_import_refuse:
 * @csv: a table
 * @error: return location, or %NULL
 * @format: translated message: what was found in the current row; what to do
 * @...: arguments of @format
 *
 * Sets @error to %BC_FILE_ERROR_VALUE with file and line.
 *
 * Returns: %FALSE
 */
gboolean
bc_import_refuse (const BcCsv  *csv,
                  GError      **error,
                  const char   *format,
                  ...)
{
  char *problem;
  va_list args;

  va_start (args, format);
  problem = g_strdup_vprintf (format, args);
  va_end (args);
  return bc_import_bad_value (csv, problem, error);
}

/**
 * bc_import_get_case:
 * @csv: a table
 * @column: its column of cases
 *
 * An export puts an apostrophe before a name that a spreadsheet would take for a formula. It is no part of the name.
 *
 * Returns: (transfer none): the name of the case, valid until the next row
 */
const char *
bc_import_get_case (const BcCsv *csv,
                    guint        column)
{
  const char *name = bc_csv_get (csv, column);
  const char *start = name + strspn (name, "'");

  return start > name && *start != '\0' && strchr ("=+-@\t\r", *start) != NULL ? name + 1 : name;
}

/**
 * bc_import_read_number:
 * @csv: a table
 * @column: a column of it
 * @what: name of the column, for the message
 * @max: largest number allowed
 * @number: (inout): where to put the number; untouched where the field is empty
 * @error: return location for a #BcFileError
 *
 * Reads a whole number from 0. "6.0" is one too, since tables are often written by R or a spreadsheet.
 *
 * Returns: whether the field is empty or holds such a number
 */
gboolean
bc_import_read_number (const BcCsv  *csv,
                       guint         column,
                       const char   *what,
                       int           max,
                       int          *number,
                       GError      **error)
{
  const char *text = bc_csv_get (csv, column);
  char *end = NULL;
  guint64 value;

  g_return_val_if_fail (max >= 0 && number != NULL, FALSE);

  if (text[0] == '\0')
    return TRUE;
  value = g_ascii_isdigit (text[0]) ? g_ascii_strtoull (text, &end, 10) : G_MAXUINT64;
  if (end != NULL && *end == '.' && end[1] == '0')
    end += 1 + strspn (end + 1, "0");
  if (value > (guint64) max || *end != '\0')
    return bc_import_refuse (csv, error,
                             /* Translators: column, what was found in it, and the largest number allowed */
                             _("%s “%s”; write a whole number from 0 to %d, or leave it empty"), what, text, max);
  *number = (int) value;
  return TRUE;
}

/**
 * bc_import_read_term:
 * @csv: a table
 * @column: a column of it
 * @what: name of the column, for the message
 * @terms: the vocabulary of its values
 * @value: (inout): where to put the value; untouched where the field is empty
 * @error: return location for a #BcFileError
 *
 * Returns: whether the field is empty or in @terms
 */
gboolean
bc_import_read_term (const BcCsv    *csv,
                     guint           column,
                     const char     *what,
                     const BcTerms  *terms,
                     int            *value,
                     GError        **error)
{
  const char *id = bc_csv_get (csv, column);

  g_return_val_if_fail (terms != NULL && value != NULL, FALSE);

  return id[0] == '\0' || bc_terms_from_id (terms, id, value)
         || bc_import_bad_value (csv, bc_format_dup_term_problem (terms, what, id), error);
}
