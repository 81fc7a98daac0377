/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   bc_activity_note     (void);
gint64 bc_activity_get_last (void); /* in µs of g_get_monotonic_time() */

G_END_DECLS
