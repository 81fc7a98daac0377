/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char  *folder;
  char  *path;   /* of a chart in it that is not there yet */
  GFile *file;
} SaveFixture;

void  save_set_up            (SaveFixture   *f,
                              gconstpointer  unused);
void  save_tear_down         (SaveFixture   *f,
                              gconstpointer  unused);
guint save_count_files       (const char    *folder);
void  save_assert_no_litter  (SaveFixture   *f); /* no temporary file is left */
void  save_assert_private    (SaveFixture   *f); /* whatever lies there, only its owner may read it */

G_END_DECLS
