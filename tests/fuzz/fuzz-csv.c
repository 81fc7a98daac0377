/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tables of `bodychart-cli import`: the table of marks, and after a line "----" each that of answers and that of
 * patients. The charts that come of it can be written and read.
 */

#include "bc-chart-file.h"
#include "bc-csv-import.h"
#include "fuzz-support.h"

#include <string.h>

#define SEPARATOR "----\n"

/* Cuts the first table off @rest. */
static GBytes *
take_table (const char **rest,
            gsize       *size)
{
  const char *end = memmem (*rest, *size, SEPARATOR, strlen (SEPARATOR));
  gsize length = end != NULL ? (gsize) (end - *rest) : *size;
  GBytes *table = g_bytes_new (*rest, length);
  gsize taken = end != NULL ? length + strlen (SEPARATOR) : length;

  *rest += taken;
  *size -= taken;
  return table;
}

static void
check_case (BcImportCase *one)
{
  g_autoptr(GBytes) bytes = bc_chart_write (one->chart);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) again = bc_chart_parse (bytes, "case.bodychart", &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
  g_assert_null (strchr (one->name, '/'));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *rest = (const char *) data;
  g_autoptr(GBytes) marks = take_table (&rest, &size);
  g_autoptr(GBytes) answers = size > 0 ? take_table (&rest, &size) : NULL;
  g_autoptr(GBytes) patients = size > 0 ? take_table (&rest, &size) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = bc_import_csv (marks, "table.csv", answers, "table.csv", patients, "table.csv", &error);

  fuzz_check_result (cases, error, "table.csv");
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    check_case (g_ptr_array_index (cases, i));
  return 0;
}
