/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

G_BEGIN_DECLS

/*
 * A visit as the clinician understands it, to be painted and told by whoever paints and tells a visit: what its symptoms
 * call the patient's drawing is the clinician's where there is one. Not to be edited, and in no chart.
 */
BcVisit *bc_understood_new    (BcVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
void     bc_understood_follow (BcVisit *self,
                               BcVisit *visit); /* after any change of @visit */

G_END_DECLS
