/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"

G_BEGIN_DECLS

/* Visits and canvases for the tests of the painter. */

BcSymptom       *add_symptom  (BcVisit         *visit,
                               int              number,
                               int              now);
void             add_marks    (BcSymptom       *symptom,
                               BcRole           role,
                               const char      *ids); /* separated by spaces */
void             add_clears   (BcVisit         *visit,
                               const char      *ids);
BcVisit         *new_sciatica (void) G_GNUC_WARN_UNUSED_RESULT; /* P1 down the right leg, P2 in the same foot */

PangoContext    *get_pango    (void); /* (transfer none): in the font Sans */
cairo_surface_t *new_canvas   (int              width,
                               int              height,
                               const BcColour  *colour); /* (nullable): clear */
guint32          pixel_at     (cairo_surface_t *canvas,
                               int              x,
                               int              y);
int              channel_difference (guint32     a,
                                     guint32     b); /* of red, green and blue the largest, 0..255 */
guint            count_changed (cairo_surface_t *before,
                                cairo_surface_t *after,
                                const BcBox     *box); /* (nullable): everywhere */

G_END_DECLS
