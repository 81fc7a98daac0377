/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"

G_BEGIN_DECLS

/* What the tools of the canvas do to the model, apart from pointers and gestures. */
gboolean bc_marking_is_on (BcVisit        *visit,
                           int             number,
                           BcRegion        region,
                           BcTool          tool);
int      bc_marking_apply (BcChart        *chart,
                           BcVisit        *visit,
                           int             number,
                           const BcRegion *regions,
                           guint           n_regions,
                           BcTool          tool,
                           gboolean        on);
void     bc_marking_digest (BcVisit       *visit,
                           guint          *state);

G_END_DECLS
