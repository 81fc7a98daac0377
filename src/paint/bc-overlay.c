/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-overlay.h"

/**
 * bc_overlay_new:
 * @name: what lies over the figure
 *
 * Returns: (transfer full): an overlay that tints nothing; free with bc_overlay_free()
 */
BcOverlay *
bc_overlay_new (const char *name)
{
  BcOverlay *overlay;

  g_return_val_if_fail (name != NULL, NULL);

  overlay = g_new0 (BcOverlay, 1);
  overlay->name = g_strdup (name);
  return overlay;
}

/**
 * bc_overlay_copy:
 * @overlay: (nullable): an overlay
 *
 * Returns: (transfer full) (nullable): the same again; %NULL for %NULL
 */
BcOverlay *
bc_overlay_copy (const BcOverlay *overlay)
{
  BcOverlay *copy;

  if (overlay == NULL)
    return NULL;
  copy = g_memdup2 (overlay, sizeof *overlay);
  copy->name = g_strdup (overlay->name);
  copy->source = g_strdup (overlay->source);
  for (guint i = 0; i <= BC_N_REGIONS; i++)
    copy->labels[i] = g_strdup (overlay->labels[i]);
  return copy;
}

/**
 * bc_overlay_free:
 * @overlay: (nullable) (transfer full): an overlay
 *
 * Frees @overlay with its texts.
 */
void
bc_overlay_free (BcOverlay *overlay)
{
  if (overlay == NULL)
    return;
  g_free (overlay->name);
  g_free (overlay->source);
  for (guint i = 0; i <= BC_N_REGIONS; i++)
    g_free (overlay->labels[i]);
  g_free (overlay);
}
