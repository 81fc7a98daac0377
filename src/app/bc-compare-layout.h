/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-view-cells.h"
#include "bc-visit.h"

G_BEGIN_DECLS

#define BC_COMPARE_GROUP_GAP 28.0

/**
 * BcCompareGroup:
 * @visit: (nullable): whose; %NULL: both over each other
 * @place: heading included, pixels
 * @cells: the views, in the order of those of the layout
 *
 * Everything of one visit, or of both.
 */
typedef struct
{
  BcVisit    *visit;
  BcBox       place;
  BcViewCell  cells[BC_N_VIEWS];
} BcCompareGroup;

/**
 * BcCompareLayout:
 * @views: what each group shows, by view and body; not placed
 * @heading: height of a heading, pixels
 * @caption: height of the captions of a view, pixels
 *
 * Where the views of a comparison lie. The caller sets @views, @heading and @caption; all visits are borrowed.
 */
typedef struct
{
  BcViewCell     views[BC_N_VIEWS];
  guint          n_views;
  double         heading;
  double         caption;
  BcCompareGroup groups[2];
  guint          n_groups;
} BcCompareLayout;

void              bc_compare_layout_show_whole (BcCompareLayout       *self);
void              bc_compare_layout_show_parts (BcCompareLayout       *self,
                                                const BcBox           *parts);
void              bc_compare_layout_over       (BcCompareLayout       *self,
                                                double                 width,
                                                double                 height);
void              bc_compare_layout_beside     (BcCompareLayout       *self,
                                                BcVisit               *before,
                                                BcVisit               *after,
                                                double                 width,
                                                double                 height);
const BcViewCell *bc_compare_layout_find       (const BcCompareLayout *self,
                                                double                 x,
                                                double                 y); /* (nullable) */

G_END_DECLS
