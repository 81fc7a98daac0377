/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-settings.h"

#include "bc-config.h"

/**
 * bc_settings_get:
 *
 * The program's settings. A copy that runs without its schema installed must still chart a patient, so there
 * may be none; callers then keep to their defaults.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *
bc_settings_get (void)
{
  static GSettings *settings = NULL;
  static gboolean looked = FALSE;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, BC_APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      else
        g_message ("The settings schema %s is not installed: settings will not be remembered", BC_APPLICATION_ID);
      looked = TRUE;
    }
  return settings;
}
