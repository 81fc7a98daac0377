/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-evidence.h"
#include "bc-maps.h"

/* What the answers of a visit weigh, as docs/matcher.md has it; part of the reference matcher. */
GPtrArray *reference_list_answers  (const BcEvidence *evidence,
                                    const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT; /* of double *, one a pattern */
double     reference_weigh_answers (GPtrArray        *answers,
                                    const BcPattern  *pattern,
                                    const BcPattern  *second); /* (nullable): of two sources at once */
