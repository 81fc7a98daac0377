/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-document.h"

G_BEGIN_DECLS

/* A place for a chart, and saving and loading that wait. */
typedef struct
{
  char         *folder;
  GFile        *file;
  GMainLoop    *loop;
  GAsyncResult *result;
  const char   *password;
} DocumentFixture;

void        document_set_up        (DocumentFixture  *fixture,
                                    gconstpointer     data);
void        document_tear_down     (DocumentFixture  *fixture,
                                    gconstpointer     data);
gboolean    document_save          (DocumentFixture  *fixture,
                                    BcDocument       *document,
                                    BcSaveFlags       flags,
                                    GError          **error);
BcDocument *document_load          (DocumentFixture  *fixture,
                                    GError          **error) G_GNUC_WARN_UNUSED_RESULT;
BcDocument *document_new_with_mark (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
