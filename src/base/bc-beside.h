/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At the end of the name of a file on its way, which begins with a dot. */
#define BC_BESIDE_SUFFIX ".saving"

/**
 * BcBeside:
 *
 * A file on its way: written beside the one that it will replace, so that the rename stays within one filesystem.
 * Its name follows from the target's, and its writer holds a lock on it. So two programs on one machine cannot save
 * over each other unseen, and what a killed program left is found, and removed, by the next saving. Private to base.
 */
typedef struct _BcBeside BcBeside;

BcBeside *bc_beside_open       (const char  *target,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bc_beside_write      (BcBeside    *self,
                                GBytes      *bytes,
                                GError     **error);
gboolean  bc_beside_replace    (BcBeside    *self,
                                GError     **error);
void      bc_beside_close      (BcBeside    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcBeside, bc_beside_close)

gboolean  bc_beside_sync_folder (const char *path,
                                 GError    **error);
char     *bc_beside_dup_name    (const char *target,
                                 const char *suffix) G_GNUC_WARN_UNUSED_RESULT;
void      bc_beside_set_error   (GError    **error,
                                 int         cause);

G_END_DECLS
