/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-resources.h"

#include "bc-core-resources.h"

static gpointer
register_core (gpointer unused)
{
  g_resources_register (bc_core_get_resource ());
  return NULL;
}

/**
 * bc_resources_init:
 *
 * Makes the built-in data files known to GResource. The call by name keeps the linker from leaving them out of a
 * statically linked program. May be called any number of times, from any thread.
 */
void
bc_resources_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, register_core, NULL);
}

/**
 * bc_resources_load:
 * @path: path below %BC_RESOURCE_PREFIX, as `atlas/child-front.svg`, or a full resource path
 * @error: return location for a #GResourceError
 *
 * Returns: (transfer full) (nullable): the bytes of a built-in file
 */
GBytes *
bc_resources_load (const char  *path,
                   GError     **error)
{
  g_autofree char *full = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bc_resources_init ();
  full = path[0] == '/' ? g_strdup (path) : g_strconcat (BC_RESOURCE_PREFIX "/", path, NULL);
  return g_resources_lookup_data (full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * bc_resources_need_text:
 * @path: as of bc_resources_load(), of a file without which the program cannot go on
 *
 * Returns: (transfer full): the text of a built-in file; ends the program where it is not built in
 */
char *
bc_resources_need_text (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load (path, &error);

  if (bytes == NULL)
    g_error ("%s", error->message); /* LCOV_EXCL_LINE: built in */
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
