/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-stroke-point.h"

G_BEGIN_DECLS

/*
 * The numbers of a stroke as text, the same in every locale. Private to the chart reader and writer.
 */
void  bc_stroke_text_append_number (GString             *out,
                                    double               value,
                                    guint                decimals);
void  bc_stroke_text_append_points (GString             *out,
                                    const BcStrokePoint *points,
                                    guint                n_points);
char *bc_stroke_text_read_points   (const char          *text,
                                    GArray              *points) G_GNUC_WARN_UNUSED_RESULT; /* NULL: fine */

G_END_DECLS
