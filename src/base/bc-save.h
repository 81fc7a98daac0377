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
