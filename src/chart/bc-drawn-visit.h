/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

G_BEGIN_DECLS

/* A visit for who looks at one drawing, or at one symptom, and knows nothing of others. */
BcVisit  *bc_visit_new_drawn   (BcVisit   *visit,
                                BcDrawing  drawing,
                                int        number) G_GNUC_WARN_UNUSED_RESULT; /* of a symptom; 0: all */
gboolean  bc_visit_has_drawing (BcVisit   *visit,
                                BcDrawing  drawing);

G_END_DECLS
