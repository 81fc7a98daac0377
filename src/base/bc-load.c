/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-i18n.h"
#include "bc-save.h"

#include "bc-etag.h"

#define CHUNK (16 * 1024) /* a chart is one or two of them */

static void
fail_reading (GFile   *file,
              GError  *cause,
              GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else
    /* Translators: file name, then what the system says */
    g_set_error (error, cause->domain, cause->code, _("%s: not read: %s; check the name and your permission"), name,
                 cause->message);
}

static gboolean
too_large (GFile   *file,
           gsize    max_bytes,
           GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *limit = g_format_size (max_bytes);

  /* Translators: file name, then a size, as in "16.8 MB" */
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE, _("%s:1: larger than %s; choose another file"), name,
               limit);
  return FALSE;
}

/* Asks before opening, since opening a pipe would wait for ever. */
static gboolean
check_source (GFile         *file,
              gsize          max_bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  GError *cause = NULL;
  const char *attributes = G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE;
  g_autoptr(GFileInfo) info = g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  GFileType type;

  if (info != NULL)
    {
      type = g_file_info_get_file_type (info);
      if (type == G_FILE_TYPE_REGULAR)
        return g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) <= max_bytes
               || too_large (file, max_bytes, error);
      if (type == G_FILE_TYPE_SYMBOLIC_LINK) /* one that leads somewhere is followed */
        g_set_error (&cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("it is a link to a file that does not exist"));
      else if (type == G_FILE_TYPE_DIRECTORY)
        g_set_error (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("it is a folder"));
      else
        g_set_error (&cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("it is a device or a pipe"));
    }
  fail_reading (file, cause, error);
  return FALSE;
}

/* A file can grow while it is read, or lie about its size as those in /proc do, so the bytes are counted as well. */
static GBytes *
read_up_to (GFile         *file,
            GInputStream  *stream,
            gsize          max_bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  gsize n_read = 0;
  GError *cause = NULL;

  do
    {
      guint before = content->len;

      g_byte_array_set_size (content, before + CHUNK);
      if (!g_input_stream_read_all (stream, content->data + before, CHUNK, &n_read, cancellable, &cause))
        {
          fail_reading (file, cause, error);
          return NULL;
        }
      g_byte_array_set_size (content, before + (guint) n_read);
      if (content->len > max_bytes)
        {
          too_large (file, max_bytes, error);
          return NULL;
        }
    }
  while (n_read == CHUNK);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * bc_load_bytes:
 * @file: what to read
 * @max_bytes: more than this is an error, and is not read; below 2 GiB
 * @etag: (out) (optional) (nullable): etag of what was read, for bc_save_bytes()
 * @cancellable: (nullable): stops it
 * @error: return location: %BC_FILE_ERROR_TOO_LARGE, or a #GIOErrorEnum; the message says what to do
 *
 * Reads all of a regular file. Folders, pipes and devices are errors.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
bc_load_bytes (GFile         *file,
               gsize          max_bytes,
               char         **etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) content = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (max_bytes < G_MAXINT32 - 2 * CHUNK, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_source (file, max_bytes, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      fail_reading (file, cause, error);
      return NULL;
    }
  /* Of the open file, and before reading: if it is replaced meanwhile, saving will notice. */
  if (etag != NULL)
    info = g_file_input_stream_query_info (stream, BC_ETAG_ATTRIBUTES, cancellable, NULL);
  content = read_up_to (file, G_INPUT_STREAM (stream), max_bytes, cancellable, error);
  if (content != NULL && etag != NULL)
    *etag = info != NULL ? bc_etag_dup (file, info) : NULL;
  return g_steal_pointer (&content);
}
