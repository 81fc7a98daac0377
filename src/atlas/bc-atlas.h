/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-terms.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Debian 12's cairo headers define no autoptr cleanup. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/**
 * BcBox:
 *
 * A rectangle in mm of the body, in the space of one view.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} BcBox;

/**
 * BcDecoration:
 * @path: in mm of the body
 * @width: stroke width in mm, 0 for a filled shape
 * @opacity: 0..1
 *
 * A shape without meaning: shading, a crease, the silhouette.
 */
typedef struct
{
  cairo_path_t *path;
  double        width;
  double        opacity;
} BcDecoration;

/**
 * BcAnchor:
 * @x: mm of the body
 * @y: mm of the body
 * @radius: mm from here to the nearest border of the region
 *
 * A point deep inside a region, with the room that there is around it.
 */
typedef struct
{
  double x;
  double y;
  double radius;
} BcAnchor;

/**
 * BcView:
 *
 * One drawing of a figure: the regions that can be seen in it as paths in mm of the body, its decoration,
 * and the id buffer, which answers every question about places. Immutable after loading.
 */
typedef struct _BcView BcView;

const BcView *bc_atlas_get_view        (BcFigureId    figure,
                                        BcViewId      view); /* loads once, lives for ever */
void          bc_atlas_prepare_views   (BcFigureId    figure,
                                        guint         views); /* 1 << BC_VIEW_FRONT and others, in a thread */
BcView       *bc_view_load             (GBytes       *svg,
                                        const char   *name,
                                        BcFigureId    figure,
                                        BcViewId      view,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void          bc_view_free             (BcView       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcView, bc_view_free)

BcFigureId    bc_view_get_figure       (const BcView *self);
BcViewId      bc_view_get_id           (const BcView *self);
BcBox         bc_view_get_box          (const BcView *self); /* the view box */
BcRegion      bc_view_region_at        (const BcView *self,
                                        double        x,
                                        double        y); /* mm of the body; BC_REGION_NONE off the body */
gboolean      bc_view_has_region       (const BcView *self,
                                        BcRegion      region);
const cairo_path_t *bc_view_get_path   (const BcView *self,
                                        BcRegion      region); /* (nullable), fill rule even-odd */
const cairo_path_t *bc_view_get_borders (const BcView *self); /* of all regions, each drawn once */
BcBox         bc_view_get_region_box   (const BcView *self,
                                        BcRegion      region);
void          bc_view_get_anchor       (const BcView *self,
                                        BcRegion      region,
                                        double       *x,
                                        double       *y); /* the point deepest inside its largest part */
const BcAnchor *bc_view_get_anchors    (const BcView *self,
                                        BcRegion      region,
                                        guint        *n_anchors); /* one a large part, the largest part first */
const GArray *bc_view_get_shading      (const BcView *self); /* of BcDecoration, painted in order */
const GArray *bc_view_get_details      (const BcView *self);
const GArray *bc_view_get_outline      (const BcView *self);
const guint8 *bc_view_get_ids          (const BcView *self,
                                        int          *width,
                                        int          *height,
                                        int          *stride); /* one byte a mm2 of the view box: BcRegion */

double        bc_atlas_get_skin_area    (BcFigureId figure,
                                         BcRegion   region); /* cm2 of true skin */
double        bc_atlas_get_body_share   (BcFigureId figure,
                                         BcRegion   region); /* share of the body surface, 0..1 */
double        bc_atlas_get_visible_area (BcFigureId figure,
                                         BcRegion   region,
                                         BcViewId   view); /* cm2 of the drawing, 0 where it is not shown */
gboolean      bc_atlas_is_adjacent      (BcFigureId figure,
                                         BcRegion   a,
                                         BcRegion   b); /* share a border of 4 mm or more on the skin */

G_END_DECLS
