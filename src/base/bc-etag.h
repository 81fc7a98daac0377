/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What has to be asked of a file for bc_etag_dup(). */
#define BC_ETAG_ATTRIBUTES                                                                                             \
  G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE

char *bc_etag_dup (GFile     *file,
                   GFileInfo *info) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
