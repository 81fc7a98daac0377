/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"

G_BEGIN_DECLS

#define BC_TYPE_TOOL_FACE (bc_tool_face_get_type ())
G_DECLARE_FINAL_TYPE (BcToolFace, bc_tool_face, BC, TOOL_FACE, GtkWidget)

/* What stands on the button of a tool: its picture, and its name where there is room for the whole name. */
GtkWidget *bc_tool_face_new (BcTool      tool,
                             const char *name);

G_END_DECLS
