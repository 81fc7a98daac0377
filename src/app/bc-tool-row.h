/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"

G_BEGIN_DECLS

#define BC_TYPE_TOOL_ROW (bc_tool_row_get_type ())
G_DECLARE_FINAL_TYPE (BcToolRow, bc_tool_row, BC, TOOL_ROW, GtkWidget)

/* What the pointer does on the figure. Property: tool (int, BcTool). */
GtkWidget *bc_tool_row_new (void);

G_END_DECLS
