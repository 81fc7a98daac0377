/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_RESOURCE_PREFIX "/io/github/bodychart/Bodychart"

void    bc_resources_init      (void);
GBytes *bc_resources_load      (const char  *path,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char   *bc_resources_need_text (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
