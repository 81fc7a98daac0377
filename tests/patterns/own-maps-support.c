/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-maps-support.h"

#include <glib/gstdio.h>

char *
own_folder_new (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("bodychart-own-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
own_folder_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

char *
own_write (const char *folder,
           const char *name,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

GPtrArray *
own_problems_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Forgets the problems of the load before. The maps of the program always come. */
BcMaps *
own_load (const char *folder,
          GPtrArray  *problems)
{
  const char *paths[] = { folder, NULL };
  g_autoptr(GError) error = NULL;
  BcMaps *maps;

  g_ptr_array_set_size (problems, 0);
  maps = bc_maps_load_with_own (paths, problems, &error);
  g_assert_no_error (error);
  g_assert_nonnull (maps);
  g_assert_nonnull (bc_maps_lookup_pattern (maps, "root-l5"));
  return maps;
}

void
own_assert_no_problem (const GPtrArray *problems)
{
  if (problems->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

/* One of the problems is `file:line: what...`. */
void
own_assert_problem (const GPtrArray *problems,
                    const char      *file,
                    int              line,
                    const char      *what)
{
  g_autofree char *start = g_strdup_printf ("%s:%d: %s", file, line, what);

  for (guint i = 0; i < problems->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (problems, i), start))
      return;
  g_error ("no “%s” among %u problems, the first: %s", start, problems->len,
           problems->len > 0 ? (const char *) g_ptr_array_index (problems, 0) : "");
}
