/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-evidence.h"

G_BEGIN_DECLS

BcEvidence *bc_evidence_new_harder (const BcEvidence *evidence,
                                    const char       *name,
                                    guint             seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
