/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One file of reference maps, read together with a few small ones that it can refer to. */

#include "bc-maps.h"
#include "fuzz-support.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NS "xmlns=\"https://bodychart.github.io/ns/patterns/1\""

static const struct { const char *name; const char *text; } others[] = {
  { "a-sources.xml", "<sources " NS "><source id=\"s\" type=\"review\" obtained=\"read\">"
                     "<citation>Somebody</citation></source></sources>" },
  { "b-factors.xml", "<factors " NS "><factor id=\"sitting\" kind=\"posture\"><name>Sitting</name></factor></factors>" },
  { "c-management.xml", "<management " NS "><kind id=\"m\" grade=\"B\" sources=\"s\"><name>Kind</name><assess>"
                        "<item>look</item></assess><care><item>wait</item></care></kind></management>" },
  { "d-groups.xml", "<groups " NS "><group id=\"g\" umbrella=\"p\"><name>Group</name></group></groups>" },
  { "e-patterns.xml", "<patterns " NS " family=\"f\"><name>Family</name><pattern id=\"p\" bilateral=\"no\" qualities=\"ache\" "
                      "depth=\"deep\" group=\"g\" management=\"m\" sources=\"s\"><name>Pattern</name><zone "
                      "area=\"shin\" side=\"same\" probability=\"0.8\" grade=\"B\" sources=\"s\"/></pattern></patterns>" },
};

static char *folder;
static char *path;

static void
remove_folder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_build_filename (folder, others[i].name, NULL);

      g_remove (other);
    }
  g_remove (path);
  g_rmdir (folder);
  g_free (folder);
  g_free (path);
}

/* In memory where the system has such a folder. */
static void
make_folder (void)
{
  g_autoptr(BcMaps) maps = NULL;
  g_autoptr(GError) error = NULL;

  folder = g_build_filename (access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (), "bodychart-fuzz-XXXXXX",
                             NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  path = g_build_filename (folder, "x-fuzz.xml", NULL);
  atexit (remove_folder);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_build_filename (folder, others[i].name, NULL);

      g_assert_true (g_file_set_contents (other, others[i].text, -1, NULL));
    }
  maps = bc_maps_load_folder (folder, &error);
  g_assert_no_error (error); /* else nothing that refers to them is ever reached */
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(BcMaps) maps = NULL;
  g_autoptr(GError) error = NULL;

  if (folder == NULL)
    make_folder ();
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  maps = bc_maps_load_folder (folder, &error);
  /* Where the file changes what the others mean, they are named. */
  g_assert_true ((maps == NULL) == (error != NULL));
  if (maps == NULL && g_str_has_prefix (error->message, path))
    fuzz_check_result (NULL, error, path);
  return 0;
}
