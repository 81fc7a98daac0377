/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv.h"

#include <string.h>

static const BcCsvColumn columns[] = { { "a", TRUE }, { "b", FALSE }, { "c", FALSE } };

static BcCsv *
open_table (const char  *text,
            gsize        size,
            GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, size);

  return bc_csv_new (bytes, "t.csv", columns, G_N_ELEMENTS (columns), error);
}

/* Each row as line[a|b|c]. */
static char *
dump (const char  *text,
      gsize        size,
      GError     **error)
{
  g_autoptr(BcCsv) csv = open_table (text, size, error);
  g_autoptr(GString) out = g_string_new (NULL);
  GError *failed = NULL;

  if (csv == NULL)
    return NULL;
  while (bc_csv_next (csv, &failed))
    g_string_append_printf (out, "%u[%s|%s|%s]", bc_csv_get_line (csv), bc_csv_get (csv, 0), bc_csv_get (csv, 1),
                            bc_csv_get (csv, 2));
  if (failed == NULL)
    return g_strdup (out->str);
  g_propagate_error (error, failed);
  return NULL;
}

static const struct { const char *name; const char *text; const char *rows; } good[] = {
  { "plain", "a,b,c\n1,2,3\n4,5,6\n", "2[1|2|3]3[4|5|6]" },
  { "no-end", "a,b,c\n1,2,3", "2[1|2|3]" },
  { "cr-lf", "a,b,c\r\n1,2,3\r\n4,5,6\r\n", "2[1|2|3]3[4|5|6]" },
  { "byte-order-mark", "\xEF\xBB\xBF" "a,b,c\n1,2,3\n", "2[1|2|3]" },
  { "any-order", "c,a\n3,1\n", "2[1||3]" },
  { "only-header", "a,b,c\n", "" },
  { "quotes", "\"a\",b,c\n\"1,5\",\"say \"\"ah\"\"\",\"\"\n", "2[1,5|say \"ah\"|]" },
  { "line-breaks", "a,b,c\n\"1\n2\r\n3\",x,y\n4,5,6\n", "2[1\n2\r\n3|x|y]5[4|5|6]" },
  { "blank-lines", "a,b,c\n\n1,2,3\n\r\n\n4,5,6\n\n", "3[1|2|3]6[4|5|6]" },
  { "empty-fields", "a,b,c\n,,\n1,,\n", "2[||]3[1||]" },
  { "blanks-kept", "a,b,c\n 1 ,2,3\n", "2[ 1 |2|3]" },
  { "unicode", "a,b,c\nä,你好,\xF0\x9F\x98\x80\n", "2[ä|你好|\xF0\x9F\x98\x80]" },
};

static void
test_good (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autofree char *rows = dump (good[i].text, strlen (good[i].text), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, good[i].rows);
}

#define TEXT(text) text, sizeof text - 1

static const struct
{
  const char *name;
  const char *text;
  gsize       size;
  int         code;
  int         line;
  const char *words;
} bad[] = {
  { "empty", TEXT (""), BC_FILE_ERROR_SYNTAX, 1, "a, b, c" },
  { "only-byte-order-mark", TEXT ("\xEF\xBB\xBF"), BC_FILE_ERROR_SYNTAX, 1, "a, b, c" },
  { "unknown-column", TEXT ("a,d\n"), BC_FILE_ERROR_SYNTAX, 1, "“d”" },
  { "column-twice", TEXT ("a,b,a\n"), BC_FILE_ERROR_SYNTAX, 1, "“a”" },
  { "missing-column", TEXT ("b,c\n1,2\n"), BC_FILE_ERROR_SYNTAX, 1, "“a”" },
  { "semicolons", TEXT ("a;b;c\n1;2;3\n"), BC_FILE_ERROR_SYNTAX, 1, "commas" },
  { "too-few", TEXT ("a,b,c\n1,2,3\n1,2\n"), BC_FILE_ERROR_SYNTAX, 3, "2 fields under 3" },
  { "too-many", TEXT ("a,b,c\n1,2,3,4\n"), BC_FILE_ERROR_SYNTAX, 2, "4 fields under 3" },
  { "quote-inside", TEXT ("a,b,c\n1,2\"x\",3\n"), BC_FILE_ERROR_SYNTAX, 2, "twice" },
  { "after-quote", TEXT ("a,b,c\n1,\"2\"x,3\n"), BC_FILE_ERROR_SYNTAX, 2, "twice" },
  { "quote-open", TEXT ("a,b,c\n1,2,3\n1,\"2,3\n4,5,6\n"), BC_FILE_ERROR_SYNTAX, 3, "close" },
  { "carriage-return", TEXT ("a,b,c\r1,2,3\r"), BC_FILE_ERROR_SYNTAX, 1, "line feed" },
  { "not-utf-8", TEXT ("a,b,c\n1,\xE4,3\n"), BC_FILE_ERROR_SYNTAX, 2, "UTF-8" },
  { "nul", TEXT ("a,b,c\n1,2,3\n1,\0,3\n"), BC_FILE_ERROR_SYNTAX, 3, "UTF-8" },
  { "utf-16", TEXT ("\xFF\xFE" "a\0,\0b\0"), BC_FILE_ERROR_SYNTAX, 1, "UTF-8" },
};

static void
assert_refused (const char *text,
                gsize       size,
                int         code,
                int         line,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *rows = dump (text, size, &error);
  g_autofree char *start = g_strdup_printf ("t.csv:%d: ", line);

  g_assert_null (rows);
  g_assert_error (error, BC_FILE_ERROR, code);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, words) == NULL)
    g_error ("“%s” should begin with “%s” and have “%s”", error->message, start, words);
  g_assert_nonnull (strstr (error->message, "; "));
}

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  assert_refused (bad[i].text, bad[i].size, bad[i].code, bad[i].line, bad[i].words);
}

static void
test_long_field (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autofree char *fine = g_strconcat ("a\n", longest, "\n", NULL);
  g_autofree char *too_long = g_strconcat ("a\n1\nx", longest, "\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *rows = dump (fine, strlen (fine), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (rows), ==, 10000 + strlen ("2[||]"));
  assert_refused (too_long, strlen (too_long), BC_FILE_ERROR_TOO_LARGE, 3, "10000");
}

static void
test_many_fields (void)
{
  g_autofree char *commas = g_strnfill (1000000, ',');
  g_autofree char *text = g_strconcat ("a\n", commas, NULL);

  assert_refused (text, strlen (text), BC_FILE_ERROR_TOO_LARGE, 2, "64");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/good/%s", good[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/csv/long-field", test_long_field);
  g_test_add_func ("/csv/many-fields", test_many_fields);
  return g_test_run ();
}
