/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-picture.h"

G_BEGIN_DECLS

/**
 * BcFigurePicture:
 *
 * The views of a visit that carry marks, with their legend, as on the summary: a picture for a report, practice
 * software or a slide. No name is in it.
 */
typedef struct _BcFigurePicture BcFigurePicture;

BcFigurePicture *bc_figure_picture_new         (BcChart          *chart,
                                                BcVisit          *visit) G_GNUC_WARN_UNUSED_RESULT;
void             bc_figure_picture_free        (BcFigurePicture  *self);
void             bc_figure_picture_get_size    (BcFigurePicture  *self,
                                                double           *width,
                                                double           *height); /* points */
void             bc_figure_picture_draw        (BcFigurePicture  *self,
                                                cairo_t          *cr);
cairo_surface_t *bc_figure_picture_rasterise   (BcFigurePicture  *self,
                                                double            dpi) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *bc_figure_picture_write_png   (BcFigurePicture  *self,
                                                double            dpi,
                                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *bc_figure_picture_write_svg   (BcFigurePicture  *self,
                                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFigurePicture, bc_figure_picture_free)

G_END_DECLS
