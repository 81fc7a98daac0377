/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-viewport.h"

G_BEGIN_DECLS

/**
 * BcViewCell:
 * @view: a drawing
 * @body: what is seen of it, mm of the body
 * @place: where it lies, target units, with its caption above
 * @viewport: that puts @body there
 *
 * One view in a picture of several. Plain data.
 */
typedef struct
{
  const BcView *view;
  BcBox         body;
  BcBox         place;
  BcViewport    viewport;
} BcViewCell;

gboolean          bc_view_is_body          (const BcView     *view); /* and not soles or hands */
void              bc_view_cells_grow       (BcBox            *box, /* without a width: empty */
                                            const BcBox      *other);
void              bc_view_cells_cut        (BcViewCell       *cells,
                                            guint             n,
                                            const BcBox      *parts);
double            bc_view_cells_get_shares (const BcViewCell *cells,
                                            guint             n);
void              bc_view_cells_place      (BcViewCell       *cells,
                                            guint             n,
                                            const BcBox      *room,
                                            double            height,
                                            double            caption,
                                            double            gap);
const BcViewCell *bc_view_cells_find       (const BcViewCell *cells,
                                            guint             n,
                                            double            x,
                                            double            y); /* (nullable) */
BcRegion          bc_view_cell_find_region (const BcViewCell *self,
                                            double            x,
                                            double            y);
void              bc_view_cell_begin       (const BcViewCell *self,
                                            cairo_t          *cr,
                                            double            caption);
void              bc_view_cell_end         (const BcViewCell *self,
                                            cairo_t          *cr,
                                            double            caption);

G_END_DECLS
