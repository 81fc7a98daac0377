/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what the cases of a reference set show. */

#include "bc-truth-import.h"
#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = bc_import_truth (bytes, "truth.csv", bc_maps_get_default (), &error);

  fuzz_check_result (rows, error, "truth.csv");
  return 0;
}
