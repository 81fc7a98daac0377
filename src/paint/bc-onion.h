/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"

G_BEGIN_DECLS

/**
 * BcOnion:
 * @BC_ONION_SAME: marked at both visits: an even tint
 * @BC_ONION_NEW: marked at the later visit only: a close hatch and a heavy outline
 * @BC_ONION_GONE: marked at the earlier visit only: an open hatch the other way and a dashed outline
 *
 * What became of skin between two visits. Told apart by hatch and outline; the colour only helps.
 */
typedef enum
{
  BC_ONION_SAME,
  BC_ONION_NEW,
  BC_ONION_GONE
} BcOnion;
#define BC_N_ONIONS 3

const char *bc_onion_get_name     (BcOnion           onion); /* "the same", translated */
/* All marks of two visits over each other, over bc_paint_figure(). */
void        bc_paint_onion        (cairo_t          *cr,
                                   const BcView     *view,
                                   const BcViewport *viewport,
                                   BcVisit          *before,
                                   BcVisit          *after,
                                   int               number, /* of a symptom; 0: all */
                                   BcScheme          scheme);
void        bc_paint_onion_swatch (cairo_t          *cr,
                                   const BcBox      *box,
                                   BcOnion           onion,
                                   BcScheme          scheme);

G_END_DECLS
