/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing of the atlas, and what is worked out from it. */

#include "bc-atlas.h"
#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcView) view = bc_view_load (bytes, "fuzz.svg", BC_FIGURE_CHILD, BC_VIEW_BACK, &error);

  guint n_anchors;

  fuzz_check_result (view, error, "fuzz.svg");
  if (view == NULL)
    return 0;
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (bc_view_has_region (view, (BcRegion) region))
      bc_view_get_anchors (view, (BcRegion) region, &n_anchors);
  return 0;
}
