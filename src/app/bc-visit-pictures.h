/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Pixels of the small picture of a visit: front and back, side by side. */
#define BC_VISIT_PICTURE_WIDTH 104
#define BC_VISIT_PICTURE_HEIGHT 92

/**
 * BcVisitPicture:
 * @surface: (nullable): front and back with what is marked; %NULL until it was painted once
 * @body_share: marked skin as part of the body's surface, 0..1
 *
 * What one visit looks like in the side bar.
 */
typedef struct
{
  cairo_surface_t *surface;
  double           body_share;

  /*< private >*/
  guint    digest;
  BcScheme scheme;
  int      scale;
} BcVisitPicture;

#define BC_TYPE_VISIT_PICTURES (bc_visit_pictures_get_type ())
G_DECLARE_FINAL_TYPE (BcVisitPictures, bc_visit_pictures, BC, VISIT_PICTURES, GObject)

BcVisitPictures      *bc_visit_pictures_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                  bc_visit_pictures_forget        (BcVisitPictures *self);
const BcVisitPicture *bc_visit_pictures_peek          (BcVisitPictures *self,
                                                       BcVisit         *visit); /* (nullable), as it was last */
gboolean              bc_visit_pictures_update        (BcVisitPictures *self,
                                                       BcChart         *chart,
                                                       BcVisit         *visit,
                                                       BcScheme         scheme,
                                                       int              scale); /* whether it had to paint */
guint                 bc_visit_pictures_get_n_painted (BcVisitPictures *self); /* since it was made */

G_END_DECLS
