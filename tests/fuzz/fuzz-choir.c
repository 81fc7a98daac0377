/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of CHOIR codes. The charts that come of them can be written and read, and their codes lead back to them. */

#include "bc-chart-file.h"
#include "bc-choir-import.h"
#include "fuzz-support.h"

#include <string.h>

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

static void
check_codes (const char *text)
{
  gboolean segments[BC_N_CHOIR_SEGMENTS];
  gboolean again[BC_N_CHOIR_SEGMENTS];
  g_autofree char *bad = NULL;
  g_autofree char *codes = NULL;

  if (!bc_choir_parse_codes (text, BC_CHOIR_MALE, segments, &bad))
    {
      g_assert_nonnull (bad);
      return;
    }
  codes = bc_choir_dup_codes (segments, BC_CHOIR_MALE);
  g_assert_true (bc_choir_parse_codes (codes, BC_CHOIR_MALE, again, &bad));
  g_assert_cmpmem (segments, sizeof segments, again, sizeof again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = bc_import_choir (bytes, "table.csv", &error);

  fuzz_check_result (cases, error, "table.csv");
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    check_case (g_ptr_array_index (cases, i));
  check_codes (text);
  return 0;
}
