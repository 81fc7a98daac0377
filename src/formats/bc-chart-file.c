/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between a chart and the file that it lives in. */

#include "bc-chart-file.h"

#include "bc-i18n.h"
#include "bc-seal.h"
#include "bc-xml.h"

#include <string.h>

/* Takes @cause. Where a chart is damaged, the version before may not be. */
static gpointer
point_to_backup (GFile   *file,
                 GError  *cause,
                 GError **error)
{
  g_autoptr(GFile) backup = bc_save_get_backup (file);
  g_autofree char *name = g_file_get_basename (backup);
  g_autofree char *display = g_filename_display_name (name);
  const gboolean damaged = cause->domain == BC_FILE_ERROR && cause->code != BC_FILE_ERROR_VERSION
                           && cause->code != BC_FILE_ERROR_SEALED && cause->code != BC_FILE_ERROR_PASSWORD;

  if (damaged && g_file_query_exists (backup, NULL))
    {
      /* Translators: what is wrong with a chart and what to do, then the name of a file */
      g_set_error (error, cause->domain, cause->code, _("%s; or open the version saved before, “%s”"), cause->message,
                   display);
      g_error_free (cause);
    }
  else
    g_propagate_error (error, cause);
  return NULL;
}

/* Takes the seal off. @key: (inout): the key that is known; else the one that was derived */
static GBytes *
open_seal (GBytes      *sealed,
           const char  *name,
           const char  *password,
           BcKey      **key,
           GError     **error)
{
  if (password == NULL)
    {
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED,
                   /* Translators: %s is a file name */
                   _("%s:1: the chart is protected by a password; give the password"), name);
      return NULL;
    }
  *key = bc_key_new_for (sealed, name, password, error);
  return *key != NULL ? bc_unseal (*key, sealed, name, error) : NULL;
}

/**
 * bc_chart_load_sealed:
 * @file: a chart file
 * @password: (nullable): that opens it; not looked at where the chart has none
 * @key: (out) (optional) (nullable) (transfer full): for saving it again; %NULL where the chart has no password
 * @etag: (out) (optional) (nullable): etag for bc_chart_save()
 * @cancellable: (nullable): stops it
 * @error: return location, as of bc_load_bytes(), bc_key_new_for() and bc_chart_parse(); %BC_FILE_ERROR_SEALED where a
 *   password is needed
 *
 * Reads a chart from disk or from a share. May run in any thread; hand the chart over when done. With a password it
 * takes about a second.
 *
 * Returns: (transfer full) (nullable): the chart, unmodified and with an empty history
 */
BcChart *
bc_chart_load_sealed (GFile         *file,
                      const char    *password,
                      BcKey        **key,
                      char         **etag,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(BcKey) found = NULL;
  g_autofree char *name = NULL;
  g_autofree char *seen = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = bc_load_bytes (file, BC_XML_MAX_BYTES + BC_CHART_SEAL_BYTES, etag != NULL ? &seen : NULL, cancellable, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_parse_name (file);
  if (bc_is_sealed (bytes))
    {
      g_autoptr(GBytes) clear = open_seal (bytes, name, password, &found, &cause);

      if (clear != NULL)
        chart = bc_chart_parse (clear, name, &cause);
    }
  else
    chart = bc_chart_parse (bytes, name, &cause);
  if (chart == NULL)
    return point_to_backup (file, cause, error);
  if (etag != NULL)
    *etag = g_steal_pointer (&seen);
  if (key != NULL)
    *key = g_steal_pointer (&found);
  return g_steal_pointer (&chart);
}

/**
 * bc_chart_load:
 * @file: a chart file
 * @etag: (out) (optional) (nullable): etag for bc_chart_save()
 *
 * Reads as bc_chart_load_sealed() does, a chart without a password.
 *
 * Returns: (transfer full) (nullable): the chart, unmodified and with an empty history
 */
BcChart *
bc_chart_load (GFile         *file,
               char         **etag,
               GCancellable  *cancellable,
               GError       **error)
{
  return bc_chart_load_sealed (file, NULL, NULL, etag, cancellable, error);
}

/* Takes @cause. The line that it names is one of a file that nobody has, so it is left out. */
static gboolean
not_saved (const char  *name,
           GError      *cause,
           GError     **error)
{
  const char *text = cause->message + strlen (name) + 1;

  text += strspn (text, "0123456789");
  /* Translators: file name, then what is wrong with the chart and what to do */
  g_set_error (error, cause->domain, cause->code, _("%s: not saved%s"), name, text);
  g_error_free (cause);
  return FALSE;
}

/* What was without a password until now must not stay so beside the chart that has one. */
static GBytes *
seal_backup (GBytes    *old,
             gpointer   data,
             GError   **error)
{
  return bc_is_sealed (old) ? g_bytes_ref (old) : bc_seal (data, old);
}

/**
 * bc_chart_save_bytes:
 * @bytes: what bc_chart_write() made; it may be saved by another thread than the one that edits the chart
 * @key: (nullable): that seals it, %NULL for a chart without a password
 * @file: where to
 * @seen_etag: (nullable): etag that loading or the last saving gave; %NULL for a new file
 * @flags: whether to replace what someone else wrote meanwhile
 * @saved: (out caller-allocates): the etag for the next saving, and whether the version before is kept
 * @cancellable: (nullable): stops it before anything is replaced
 * @error: return location, as of bc_save_bytes_full() and bc_chart_parse()
 *
 * Saves as bc_save_bytes_full() does, and keeps the version before. The bytes are read back in memory first, so that nothing is saved that could not be
 * opened again; such an error leaves the old file as it was.
 *
 * Returns: whether @file now holds @bytes
 */
gboolean
bc_chart_save_bytes (GBytes        *bytes,
                     BcKey         *key,
                     GFile         *file,
                     const char    *seen_etag,
                     BcSaveFlags    flags,
                     BcSaved       *saved,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const BcSaveBackup backup = { key != NULL ? seal_backup : NULL, key };
  g_autoptr(GBytes) sealed = NULL;
  g_autoptr(BcChart) again = NULL;
  g_autofree char *name = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (saved != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *saved = (BcSaved) { NULL };
  name = g_file_get_parse_name (file);
  again = bc_chart_parse (bytes, name, &cause);
  if (again == NULL)
    return not_saved (name, cause, error);
  sealed = key != NULL ? bc_seal (key, bytes) : g_bytes_ref (bytes);
  return bc_save_bytes_full (file, sealed, seen_etag, flags, &backup, saved, cancellable, error);
}

/**
 * bc_chart_save:
 * @chart: a chart
 *
 * Writes and saves a chart without a password in one go, as bc_chart_save_bytes() does. The history is not touched: call bc_history_set_saved()
 * where the chart is being edited.
 *
 * Returns: whether @file now holds @chart
 */
gboolean
bc_chart_save (BcChart       *chart,
               GFile         *file,
               const char    *seen_etag,
               BcSaveFlags    flags,
               char         **new_etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_auto(BcSaved) saved = { NULL };
  gboolean done;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);

  bytes = bc_chart_write (chart);
  done = bc_chart_save_bytes (bytes, NULL, file, seen_etag, flags, &saved, cancellable, error);
  if (new_etag != NULL && saved.etag != NULL)
    *new_etag = g_steal_pointer (&saved.etag);
  return done;
}
