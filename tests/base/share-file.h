/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file as of a share that only GIO reaches: no path, and whatever is done with it goes through the interface. It lies in
 * a local folder. */
GFile *share_file_new      (GFile *local) G_GNUC_WARN_UNUSED_RESULT;
void   share_file_set_gone (gboolean gone); /* as a share that cannot be reached any more */

G_END_DECLS
