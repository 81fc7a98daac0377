/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv.h"

#include "bc-csv-import.h"
#include "bc-i18n.h"

#include <string.h>

/* More is no table of charts. */
#define MAX_FIELDS 64
#define MAX_FIELD_BYTES 10000

struct _BcCsv
{
  GBytes            *bytes;
  const char        *at;
  const char        *end;
  char              *name;
  guint              next_line;
  guint              line;      /* where the current row begins */
  GString           *text;      /* fields of the current row, each ended by a NUL */
  GArray            *fields;    /* gsize: where each begins in @text */
  guint              n_header;  /* fields of the first row */
  const BcCsvColumn *columns;
  guint              n_columns;
  int               *places;    /* for each column: its field, or -1 */
};

/**
 * bc_csv_set_error:
 * @self: a table
 * @error: return location, or %NULL
 * @code: kind of error
 * @format: translated message: what was found; what to do
 * @...: arguments of @format
 *
 * Sets @error to `file:line: message` with the line where the current row begins.
 */
void
bc_csv_set_error (const BcCsv  *self,
                  GError      **error,
                  BcFileError   code,
                  const char   *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  text = bc_file_error_shorten (g_strdup_vprintf (format, args));
  va_end (args);
  g_set_error (error, BC_FILE_ERROR, (int) code, "%s:%u: %s", self->name, self->line, text);
}

static gboolean
check_bytes (BcCsv   *self,
             GError **error)
{
  gsize size = (gsize) (self->end - self->at);
  const char *valid_to = self->at;

  if (size > BC_CSV_MAX_BYTES)
    {
      bc_csv_set_error (self, error, BC_FILE_ERROR_TOO_LARGE,
                        /* Translators: %d is a number of megabytes */
                        _("larger than %d MB; split the table"), BC_CSV_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (g_utf8_validate_len (self->at, size, &valid_to))
    return TRUE;
  for (const char *at = self->at; at < valid_to; at++)
    self->line += *at == '\n';
  bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX, _("text that is not UTF-8; save the table as UTF-8"));
  return FALSE;
}

/* Whether a line ends here; goes past it. */
static gboolean
take_line_end (BcCsv *self)
{
  gsize n = 0;

  if (*self->at == '\n')
    n = 1;
  else if (*self->at == '\r' && self->end - self->at > 1 && self->at[1] == '\n')
    n = 2;
  self->at += n;
  self->next_line += n > 0;
  return n > 0;
}

/* From after the opening quote to after the closing one. */
static gboolean
read_quoted (BcCsv   *self,
             GError **error)
{
  while (self->at < self->end)
    {
      char c = *self->at++;

      if (c == '"')
        {
          if (self->at == self->end || *self->at != '"')
            return TRUE;
          self->at++;
        }
      self->next_line += c == '\n';
      g_string_append_c (self->text, c);
    }
  bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                    _("a field opens with a quote that is never closed; close it"));
  return FALSE;
}

static gboolean
read_plain (BcCsv   *self,
            GError **error)
{
  gsize length = 0;

  while (self->at + length < self->end && strchr (",\r\n\"", self->at[length]) == NULL)
    length++;
  g_string_append_len (self->text, self->at, (gssize) length);
  self->at += length;
  if (self->at == self->end || *self->at != '"')
    return TRUE;
  bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                    _("a quote in the middle of a field; put the whole field in quotes and write the quote twice"));
  return FALSE;
}

static gboolean
read_field (BcCsv   *self,
            GError **error)
{
  gsize start = self->text->len;
  gboolean quoted = self->at < self->end && *self->at == '"';

  if (self->fields->len == MAX_FIELDS)
    {
      /* Translators: %d is a number above 50 */
      bc_csv_set_error (self, error, BC_FILE_ERROR_TOO_LARGE, _("more than %d fields; take columns out"), MAX_FIELDS);
      return FALSE;
    }
  g_array_append_val (self->fields, start);
  if (quoted)
    self->at++;
  if (!(quoted ? read_quoted (self, error) : read_plain (self, error)))
    return FALSE;
  if (self->text->len - start > MAX_FIELD_BYTES)
    {
      bc_csv_set_error (self, error, BC_FILE_ERROR_TOO_LARGE,
                        /* Translators: %d is a number of bytes, about as many as letters */
                        _("a field of more than %d bytes; shorten it, or look for a missing quote"), MAX_FIELD_BYTES);
      return FALSE;
    }
  g_string_append_c (self->text, '\0');
  return TRUE;
}

/* One row as it stands; FALSE at the end and on error. */
static gboolean
read_row (BcCsv   *self,
          GError **error)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->fields, 0);
  self->line = self->next_line;
  if (self->at == self->end)
    return FALSE;
  for (;;)
    {
      if (!read_field (self, error))
        return FALSE;
      if (self->at == self->end || take_line_end (self))
        return TRUE;
      if (*self->at == ',')
        {
          self->at++;
          continue;
        }
      if (*self->at == '\r')
        bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                          _("a carriage return alone; end lines with line feed, or carriage return and line feed"));
      else
        bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                          _("text after a closing quote; write a quote inside a field twice"));
      return FALSE;
    }
}

static const char *
get_field (const BcCsv *self,
           guint        i)
{
  return self->text->str + g_array_index (self->fields, gsize, i);
}

static gboolean
is_blank_row (const BcCsv *self)
{
  return self->fields->len == 1 && get_field (self, 0)[0] == '\0';
}

static char *
dup_column_names (const BcCsv *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", self->columns[i].name);
  return g_string_free (names, FALSE);
}

static gboolean
place_column (BcCsv   *self,
              guint    field,
              GError **error)
{
  const char *name = get_field (self, field);
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (strcmp (self->columns[i].name, name) != 0)
        continue;
      if (self->places[i] >= 0)
        {
          /* Translators: %s is the name of a column */
          bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX, _("two columns “%s”; take one out"), name);
          return FALSE;
        }
      self->places[i] = (int) field;
      return TRUE;
    }
  names = dup_column_names (self);
  if (self->fields->len == 1 && strpbrk (name, ";\t") != NULL)
    bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                      /* Translators: %s is the first line of a file */
                      _("no commas in the first row “%s”; save the table with commas between the columns"), name);
  else
    bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                      /* Translators: name of a column, then a list of names */
                      _("unknown column “%s”; take it out, columns are %s"), name, names);
  return FALSE;
}

static gboolean
read_header (BcCsv   *self,
             GError **error)
{
  g_autofree char *names = dup_column_names (self);

  if (self->at == self->end)
    {
      /* Translators: %s is a list of names of columns */
      bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX, _("the table is empty; begin it with the columns %s"),
                        names);
      return FALSE;
    }
  if (!read_row (self, error))
    return FALSE;
  self->n_header = self->fields->len;
  for (guint i = 0; i < self->n_header; i++)
    if (!place_column (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].required && self->places[i] < 0)
      {
        bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                          /* Translators: name of a column, then a list of names */
                          _("no column “%s”; begin the table with a row of column names, of %s"),
                          self->columns[i].name, names);
        return FALSE;
      }
  return TRUE;
}

/**
 * bc_csv_new:
 * @bytes: a table whose first row names the columns, in any order
 * @name: of the file, UTF-8, for messages
 * @columns: (array length=n_columns): the columns that it may have; kept
 * @n_columns: their number
 * @error: return location for a #BcFileError
 *
 * Opens a table and reads its first row. A column that is not in @columns is an error, and so is one that is
 * required and missing.
 *
 * Returns: (transfer full) (nullable): the table, before its first row of values
 */
BcCsv *
bc_csv_new (GBytes             *bytes,
            const char         *name,
            const BcCsvColumn  *columns,
            guint               n_columns,
            GError            **error)
{
  static const char byte_order_mark[] = "\xEF\xBB\xBF";
  g_autoptr(BcCsv) self = NULL;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (BcCsv, 1);
  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &size);
  if (self->at == NULL)
    self->at = "";
  self->end = self->at + size;
  self->name = g_strdup (name);
  self->line = self->next_line = 1;
  self->text = g_string_new (NULL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->columns = columns;
  self->n_columns = n_columns;
  self->places = g_new (int, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->places[i] = -1;
  if (size >= 3 && memcmp (self->at, byte_order_mark, 3) == 0)
    self->at += 3;
  return check_bytes (self, error) && read_header (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * bc_csv_free:
 * @self: a table
 *
 * Frees @self; its fields are gone with it.
 */
void
bc_csv_free (BcCsv *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_array_unref (self->fields);
  g_free (self->places);
  g_free (self);
}

/**
 * bc_csv_next:
 * @self: a table
 * @error: return location for a #BcFileError
 *
 * Reads the next row; blank lines are passed over.
 *
 * Returns: whether there is a row; %FALSE at the end, and on error with @error set
 */
gboolean
bc_csv_next (BcCsv   *self,
             GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  do
    if (!read_row (self, error))
      return FALSE;
  while (is_blank_row (self));
  if (self->fields->len == self->n_header)
    return TRUE;
  bc_csv_set_error (self, error, BC_FILE_ERROR_SYNTAX,
                    /* Translators: two numbers, as in: 5 fields under 6 columns */
                    _("%u fields under %u columns; add or take out a comma, or put a field with a comma in quotes"),
                    self->fields->len, self->n_header);
  return FALSE;
}

/**
 * bc_csv_get:
 * @self: a table, after bc_csv_next()
 * @column: place of a column in what bc_csv_new() was given
 *
 * Returns: (transfer none): the field, valid until the next row; "" where it is empty or the table has no such column
 */
const char *
bc_csv_get (const BcCsv *self,
            guint        column)
{
  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (column < self->n_columns, "");

  return self->places[column] >= 0 ? get_field (self, (guint) self->places[column]) : "";
}

/**
 * bc_csv_get_line:
 * @self: a table
 *
 * Returns: the line where the current row begins, from 1
 */
guint
bc_csv_get_line (const BcCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}
