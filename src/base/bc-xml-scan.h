/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bc_xml_scan (const char  *data,
                      gsize        size,
                      const char  *name,
                      GError     **error);

G_END_DECLS
