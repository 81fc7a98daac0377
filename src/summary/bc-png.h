/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *bc_png_write (cairo_surface_t  *surface,
                      double            dpi,
                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
