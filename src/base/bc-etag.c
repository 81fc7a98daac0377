/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-etag.h"

/**
 * bc_etag_dup:
 * @file: where @info is from
 * @info: with BC_ETAG_ATTRIBUTES
 *
 * Tells one content of a file from the next. GIO's etag of a local file is its modification time, and two writers
 * within one tick of the kernel's clock (4 ms) share it; a file that was replaced has another inode in any case, and
 * mostly another size. A share's server makes etags of its own, which must reach it unchanged.
 *
 * Returns: (transfer full) (nullable): the etag
 */
char *
bc_etag_dup (GFile     *file,
             GFileInfo *info)
{
  const char *etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);

  if (etag == NULL || !g_file_is_native (file))
    return g_strdup (etag);
  return g_strdup_printf ("%s/%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, etag,
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}
