/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcSaveFlags:
 * @BC_SAVE_NONE: a file that is there already must be the one that was read (same etag)
 * @BC_SAVE_REPLACE: replace whatever is there; the user was asked
 */
typedef enum
{
  BC_SAVE_NONE = 0,
  BC_SAVE_REPLACE = 1 << 0
} BcSaveFlags;

/* What the name of the version before has at its end. */
#define BC_SAVE_BACKUP_SUFFIX "~"

/**
 * BcSaveBackup:
 * @convert: (nullable): makes of what was there what may be kept of it; %NULL for the very bytes
 * @data: for @convert
 *
 * How the version before is kept.
 */
typedef struct
{
  GBytes * (*convert) (GBytes *old, gpointer data, GError **error);
  gpointer data;
} BcSaveBackup;

/**
 * BcSaved:
 * @etag: (nullable): of what was written; also set where the disk failed only to confirm that
 * @no_backup: (nullable): why the version before could not be kept; the saving went on all the same
 *
 * What became of a save.
 */
typedef struct
{
  char   *etag;
  GError *no_backup;
} BcSaved;

void     bc_saved_clear (BcSaved *saved);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcSaved, bc_saved_clear)

gboolean bc_save_bytes_full (GFile               *file,
                             GBytes              *bytes,
                             const char          *seen_etag,
                             BcSaveFlags          flags,
                             const BcSaveBackup  *backup,
                             BcSaved             *saved,
                             GCancellable        *cancellable,
                             GError             **error);
GFile   *bc_save_get_backup (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
gboolean bc_save_bytes (GFile         *file,
                        GBytes        *bytes,
                        const char    *seen_etag,
                        BcSaveFlags    flags,
                        char         **new_etag,
                        GCancellable  *cancellable,
                        GError       **error);
GBytes  *bc_load_bytes (GFile         *file,
                        gsize          max_bytes,
                        char         **etag,
                        GCancellable  *cancellable,
                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
