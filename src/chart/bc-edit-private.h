/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-edit.h"

G_BEGIN_DECLS

void     bc_edit_remove_clear (BcHistory *history,
                               BcVisit   *visit,
                               BcRegion   region);
gboolean bc_edit_may          (BcChart   *chart,
                               BcVisit   *visit);
void     bc_edit_remove_links (BcHistory *history,
                               BcVisit   *visit,
                               int        number);
gboolean bc_edit_is_drawn     (BcVisit   *visit,
                               BcRegion   region);

G_END_DECLS
