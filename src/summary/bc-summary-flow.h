/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary-block.h"

G_BEGIN_DECLS

/**
 * BcFlow:
 * @blocks: everything in order, owned
 * @pages: what stands where
 *
 * Blocks poured into pages of one size, without a bad break.
 */
typedef struct
{
  GPtrArray *blocks; /* of BcBlock */
  GPtrArray *pages;  /* of GArray of BcPlaced */
  GPtrArray *spare;  /* rests of split blocks, and what only begins a page */
  double     width;
  double     height;
  double     y;      /* where the next block goes on the last page */
} BcFlow;

BcFlow *bc_flow_new        (double   width,
                            double   height) G_GNUC_WARN_UNUSED_RESULT;
void    bc_flow_free       (BcFlow  *self);
void    bc_flow_paginate   (BcFlow  *self);
void    bc_flow_stretch    (BcFlow  *self);
double  bc_flow_get_fill   (BcFlow  *self);
double  bc_flow_get_white  (BcFlow  *self);
char   *bc_flow_dup_page_text (BcFlow *self,
                               guint   page) G_GNUC_WARN_UNUSED_RESULT;
void    bc_flow_paint_page (BcFlow  *self,
                            cairo_t *cr,
                            guint    page,
                            gboolean mirrored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFlow, bc_flow_free)

G_END_DECLS
