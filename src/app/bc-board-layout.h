/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"

G_BEGIN_DECLS

/* Where the six views lie beside each other. */
void bc_board_layout     (const BcBox *views,
                          double       width,
                          double       height,
                          double       caption,
                          BcBox       *places);
void bc_board_layout_one (const BcBox *view,
                          double       width,
                          double       height,
                          double       caption,
                          BcBox       *place);

G_END_DECLS
