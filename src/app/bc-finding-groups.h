/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

G_BEGIN_DECLS

/* Findings as the panel shows them: near twins under one roof, in the order of the best of each. */
GPtrArray     *bc_findings_group            (const BcFindings *findings,
                                             const BcMaps     *maps,
                                             guint             most) G_GNUC_WARN_UNUSED_RESULT;
char          *bc_finding_dup_group_name    (const BcFinding  *finding,
                                             const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
