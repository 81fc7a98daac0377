/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Two people saved one chart: the version of the other one is read, to be compared, and kept beside the chart where
 * ours takes its place. Nothing here touches the window; it runs in threads.
 */

#include "bc-other-version.h"

#include "bc-i18n.h"
#include "bc-xml.h"

#include <string.h>

static GBytes *
open_bytes (GBytes      *bytes,
            const char  *name,
            BcKey       *key,
            GError     **error)
{
  if (!bc_is_sealed (bytes))
    return g_bytes_ref (bytes);
  if (key != NULL && bc_key_fits (key, bytes))
    return bc_unseal (key, bytes, name, error);
  g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED, _("It was saved with another password"));
  return NULL;
}

/**
 * bc_other_version_read:
 * @file: a chart's file
 * @key: (nullable): of the chart that is being edited
 * @error: return location, where there is nothing to be read at all
 *
 * Reads what the file holds now. A version that is damaged or has another password has no chart, but can be kept.
 *
 * Returns: (transfer full) (nullable): the version
 */
BcOtherVersion *
bc_other_version_read (GFile         *file,
                       BcKey         *key,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) clear = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *name = NULL;
  BcOtherVersion *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = bc_load_bytes (file, BC_XML_MAX_BYTES + BC_CHART_SEAL_BYTES, &etag, cancellable, error);
  if (bytes == NULL)
    return NULL;
  self = g_new0 (BcOtherVersion, 1);
  self->file = g_object_ref (file);
  self->bytes = g_steal_pointer (&bytes);
  self->etag = g_steal_pointer (&etag);
  name = g_file_get_parse_name (file);
  clear = open_bytes (self->bytes, name, key, &self->problem);
  if (clear != NULL)
    self->chart = bc_chart_parse (clear, name, &self->problem);
  return self;
}

/* "visit.bodychart" gives "visit-replaced-2026-11-29-192005.bodychart". */
static GFile *
get_place (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *stem = g_file_get_basename (file);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (stem, BC_CHART_SUFFIX))
    stem[strlen (stem) - strlen (BC_CHART_SUFFIX)] = '\0';
  name = g_strdup_printf ("%s-replaced-%s%s", stem, time, BC_CHART_SUFFIX);
  return g_file_get_child (folder, name);
}

/**
 * bc_other_version_keep:
 * @key: (nullable): of the chart that will take its place; what has no password gets this one
 * @error: return location; then it must not be replaced
 *
 * Saves it under a name of its own beside the chart, where no later save pushes it out.
 *
 * Returns: (transfer full) (nullable): where it is now
 */
GFile *
bc_other_version_keep (const BcOtherVersion  *self,
                       BcKey                 *key,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr(GFile) place = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *etag = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place = get_place (self->file);
  bytes = key != NULL && !bc_is_sealed (self->bytes) ? bc_seal (key, self->bytes) : g_bytes_ref (self->bytes);
  return bc_save_bytes (place, bytes, NULL, BC_SAVE_NONE, &etag, cancellable, error) ? g_steal_pointer (&place) : NULL;
}

/**
 * bc_other_version_free:
 * @self: (nullable): a version
 *
 * Frees it.
 */
void
bc_other_version_free (BcOtherVersion *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self->etag);
  g_clear_object (&self->chart);
  g_clear_error (&self->problem);
  g_free (self);
}
