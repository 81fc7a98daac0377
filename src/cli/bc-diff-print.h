/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"

G_BEGIN_DECLS

char *bc_diff_dup_text (const BcComparison *comparison,
                        const BcMaps       *maps) G_GNUC_WARN_UNUSED_RESULT;
char *bc_diff_dup_json (const char         *before_file,
                        const char         *after_file,
                        const BcComparison *comparison,
                        BcDrawing           drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
