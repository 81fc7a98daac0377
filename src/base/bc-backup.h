/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-save.h"

G_BEGIN_DECLS

/* Private to base; bc_save_bytes_full() calls it. */
gboolean bc_backup_keep (GFile               *file,
                         GBytes              *next,
                         const BcSaveBackup  *backup,
                         GCancellable        *cancellable,
                         GError             **error);

G_END_DECLS
