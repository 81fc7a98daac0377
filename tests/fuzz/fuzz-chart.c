/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart reader. What it accepts is written, read again and written again: the same bytes. */

#include "bc-chart-file.h"
#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_parse (bytes, "fuzz.bodychart", &error);
  g_autoptr(BcChart) again = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;

  fuzz_check_result (chart, error, "fuzz.bodychart");
  if (chart == NULL)
    return 0;
  first = bc_chart_write (chart);
  again = bc_chart_parse (first, "again.bodychart", &error);
  g_assert_no_error (error);
  second = bc_chart_write (again);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}
