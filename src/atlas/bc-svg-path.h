/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-xml.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Coordinates beyond this are no body, in mm. */
#define BC_SVG_PATH_MAX 10000.0

cairo_path_t *bc_svg_path_new  (const xmlNode  *node,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void          bc_svg_path_free (cairo_path_t   *path);

G_END_DECLS
